"""Session files: an article with its settings and decisions, so that work can be put down and taken up again."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mtqa.app.desk import Decision, Step, Work
from mtqa.app.marks import Mark
from mtqa.app.submissions import Settings, Submission
from mtqa.core.config import Profile
from mtqa.core.errors import InputError
from mtqa.core.issues import State
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span

SCHEMA = 1
SUFFIX = ".mtqa.json"
_DECISIONS_KEPT = 4_000  # decisions in the steps that undo takes back: about 400 KB, a choice
_BROKEN = "this is not a session file of mtqa, or it is damaged; give the article itself"
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class SavedSession:
    """One article with the settings and the work of its review; `edited_from` names it as it was before an edit."""

    submission: Submission
    settings: Settings
    work: Work
    edited_from: str = ""


def write_session(session: SavedSession) -> bytes:
    """The session as JSON in ASCII."""
    submission, settings = session.submission, session.settings
    content = {
        "mtqa-session": SCHEMA,
        "name": submission.name,
        "data": base64.b64encode(submission.data).decode("ascii"),
        "source": submission.source,
        "edited_from": session.edited_from,
        "settings": {
            "target_lang": settings.target_lang,
            "source_lang": settings.source_lang,
            "profile": settings.profile.value,
            "ignore": list(settings.ignore),
            "dictionary": list(settings.dictionary),
            "dismissals": list(settings.dismissals),
            "neural": settings.neural,
        },
        **_work_as_json(session.work),
    }
    return json.dumps(content, indent=1).encode("ascii")


def read_session(data: bytes) -> SavedSession:
    """The session of a file. Raises InputError for anything that `write_session` has not written."""
    try:
        content = json.loads(data)
        if content.get("mtqa-session") != SCHEMA:
            raise InputError(_BROKEN)
        submission = Submission(
            _text(content["name"]),
            base64.b64decode(_text(content["data"]), validate=True),
            _optional(content["source"]),
        )
        earlier = _text(content.get("edited_from", ""))
        return SavedSession(submission, _settings(content["settings"]), _work(content), earlier)
    except _UNREADABLE as error:
        raise InputError(_BROKEN) from error


def write_work(work: Work) -> bytes:
    """The work alone, as JSON in ASCII."""
    return json.dumps(_work_as_json(work), indent=1).encode("ascii")


def read_work(data: bytes) -> Work:
    """The work as `write_work` wrote it. Raises InputError for anything else."""
    try:
        return _work(json.loads(data))
    except _UNREADABLE as error:
        raise InputError(
            "these are not decisions of mtqa, or they are damaged; start the review anew"
        ) from error


def is_session(name: str) -> bool:
    """Whether a file's name is that of a session file."""
    return name.lower().endswith(".json")


def _work_as_json(work: Work) -> dict[str, object]:
    return {
        "decisions": _decisions_as_json(work.decisions),
        "marks": _marks_as_json(work.marks),
        "history": [
            {
                "decisions": _decisions_as_json(step.decisions),
                "marks": None if step.marks is None else _marks_as_json(step.marks),
            }
            for step in _worth_keeping(work.history)
        ],
    }


def _work(content: Mapping[str, object]) -> Work:
    """The work in a file; marks and steps are missing in files of earlier versions."""
    history = tuple(
        Step(_decisions(_table(step["decisions"])), None if step["marks"] is None else _marks(step["marks"]))
        for step in map(_table, _list(content.get("history", [])))
    )
    return Work(_decisions(_table(content["decisions"])), _marks(content.get("marks", [])), history)


def _worth_keeping(history: tuple[Step, ...]) -> tuple[Step, ...]:
    """The newest steps, oldest first, as many as keep the file small however much was decided at once."""
    budget, kept = _DECISIONS_KEPT, 0
    for step in reversed(history):
        budget -= 1 + len(step.decisions)
        if budget < 0:
            break
        kept += 1
    return history[len(history) - kept :]


def _marks_as_json(marks: tuple[Mark, ...]) -> list[dict[str, object]]:
    return [
        {
            "start": mark.span.start,
            "end": mark.span.end,
            "text": mark.text,
            "category": mark.category.value,
            "severity": mark.severity.value,
            "comment": mark.comment,
            "wording": mark.wording,
        }
        for mark in marks
    ]


def _marks(content: object) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            Span(_whole(mark["start"]), _whole(mark["end"])),
            _text(mark["text"]),
            Category(_text(mark["category"])),
            Severity(_text(mark["severity"])),
            _text(mark["comment"]),
            _optional(mark["wording"]),
        )
        for mark in map(_table, _list(content))
    )


def _decisions_as_json(decisions: Mapping[str, Decision]) -> dict[str, dict[str, str | None]]:
    return {
        key: {"state": made.state.value, "text": made.text, "reason": made.reason, "comment": made.comment}
        for key, made in decisions.items()
    }


def _decisions(content: Mapping[str, object]) -> Mapping[str, Decision]:
    return MappingProxyType({_text(key): _decision(_table(made)) for key, made in content.items()})


def _decision(made: Mapping[str, object]) -> Decision:
    """A decision in a file; comments are missing in files of earlier versions."""
    reason, comment = _text(made["reason"]), _text(made.get("comment", ""))
    return Decision(State(_text(made["state"])), _optional(made["text"]), reason, comment)


def _settings(value: object) -> Settings:
    """The settings in a file; dictionary, dismissals and neural scores are missing in files of earlier versions."""
    content = _table(value)
    return Settings(
        _optional(content["target_lang"]),
        _optional(content["source_lang"]),
        Profile(_text(content["profile"])),
        tuple(map(_text, _list(content["ignore"]))),
        tuple(map(_text, _list(content.get("dictionary", [])))),
        tuple(map(_text, _list(content.get("dismissals", [])))),
        content.get("neural", True) is True,
    )


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("a list is expected")
    return value


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError("a table is expected")
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("a whole number is expected")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)
