"""Session files: an article with its settings and decisions, so that work can be put down and taken up again."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mtqa.app.desk import Decision
from mtqa.app.submissions import Settings, Submission
from mtqa.core.config import Profile
from mtqa.core.errors import InputError
from mtqa.core.issues import State

SCHEMA = 1
SUFFIX = ".mtqa.json"
_BROKEN = "this is not a session file of mtqa, or it is damaged; give the article itself"
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class SavedSession:
    """One article with the settings and decisions of its review."""

    submission: Submission
    settings: Settings
    decisions: Mapping[str, Decision]


def write_session(session: SavedSession) -> bytes:
    """The session as JSON in ASCII."""
    submission, settings = session.submission, session.settings
    content = {
        "mtqa-session": SCHEMA,
        "name": submission.name,
        "data": base64.b64encode(submission.data).decode("ascii"),
        "source": submission.source,
        "settings": {
            "target_lang": settings.target_lang,
            "source_lang": settings.source_lang,
            "profile": settings.profile.value,
            "ignore": list(settings.ignore),
        },
        "decisions": _decisions_as_json(session.decisions),
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
        return SavedSession(submission, _settings(content["settings"]), _decisions(content["decisions"]))
    except _UNREADABLE as error:
        raise InputError(_BROKEN) from error


def write_decisions(decisions: Mapping[str, Decision]) -> bytes:
    """Decisions alone, as JSON in ASCII."""
    return json.dumps(_decisions_as_json(decisions), indent=1).encode("ascii")


def read_decisions(data: bytes) -> Mapping[str, Decision]:
    """Decisions as `write_decisions` wrote them. Raises InputError for anything else."""
    try:
        return _decisions(json.loads(data))
    except _UNREADABLE as error:
        raise InputError(
            "these are not decisions of mtqa, or they are damaged; start the review anew"
        ) from error


def is_session(name: str) -> bool:
    """Whether a file's name is that of a session file."""
    return name.lower().endswith(".json")


def _decisions_as_json(decisions: Mapping[str, Decision]) -> dict[str, dict[str, str | None]]:
    return {
        key: {"state": made.state.value, "text": made.text, "reason": made.reason}
        for key, made in decisions.items()
    }


def _decisions(content: Mapping[str, Mapping[str, object]]) -> Mapping[str, Decision]:
    return MappingProxyType(
        {
            _text(key): Decision(State(_text(made["state"])), _optional(made["text"]), _text(made["reason"]))
            for key, made in content.items()
        }
    )


def _settings(content: Mapping[str, object]) -> Settings:
    ignore = content["ignore"]
    if not isinstance(ignore, list):
        raise TypeError("a list of rules is expected")
    return Settings(
        _optional(content["target_lang"]),
        _optional(content["source_lang"]),
        Profile(_text(content["profile"])),
        tuple(_text(rule) for rule in ignore),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)
