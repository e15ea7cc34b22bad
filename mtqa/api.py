"""The one door: every shell reviews through `review` or `review_many`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from mtqa.core.config import Config
from mtqa.core.documents import MAX_CHARACTERS, Document
from mtqa.core.errors import InputError
from mtqa.core.issues import State
from mtqa.core.reviews import Review
from mtqa.core.threads import one_thread
from mtqa.engine import check_document
from mtqa.language.identify import detect_language
from mtqa.language.knowledge import shared_knowledge
from mtqa.neural.reading import read_ahead
from mtqa.scoring.caps import document_caps
from mtqa.scoring.estimate import estimate
from mtqa.scoring.scores import score_document
from mtqa.text import read_document

AUTO = "auto"
# Requests that the models read together. So many have sentences of equal length; more did not make it quicker.
READ_AHEAD = 256


@dataclass(frozen=True, slots=True)
class Request:
    """One text to review, with whatever is known about it."""

    text: str
    source: str | None = None
    reference: str | None = None
    source_lang: str | None = None
    target_lang: str | None = None
    name: str = ""


def review(
    text: str,
    *,
    source: str | None = None,
    reference: str | None = None,
    source_lang: str | None = None,
    target_lang: str | None = None,
    config: Config | None = None,
    name: str = "",
    progress: Callable[[float], None] | None = None,
) -> Review:
    r"""Everything mtqa has to say about a translated text.

    Languages are BCP 47 codes; one left out (or `"auto"`) is detected, and a text too short to tell counts as
    English. Raises `InputError` for a text without a word or beyond 5 million characters, `ConfigError` for
    settings that name no rule. `progress` is told the part of the rules that have run (0-1) before each one; an
    MtqaError that it raises ends the review.

    >>> result = review("The talks went on in Ankara on Monday, officials said.\n\nBir yanıt yazın", target_lang="en")
    >>> [(issue.rule, issue.text, issue.language) for issue in result.issues]
    [('WEB001', 'Bir yanıt yazın', 'tr')]
    """
    request = Request(text, source, reference, source_lang, target_lang, name)
    return review_request(request, config or Config(), progress)


def review_many(
    requests: Iterable[Request], *, config: Config | None = None
) -> Iterator[Review | InputError]:
    """A review of each text in turn; a text that cannot be reviewed yields its `InputError` in place.

    With neural scores, up to 256 requests are taken before the first review is given, for the models to read them
    together.
    """
    settings = config or Config()
    ahead = iter(requests)
    while some := list(islice(ahead, READ_AHEAD if settings.neural else 1)):
        with one_thread():
            taken = [_taken(request) for request in some]
            if len(taken) > 1:
                read_ahead([one.document for one in taken if isinstance(one, _Taken)])
        for one in taken:
            yield one if isinstance(one, InputError) else _reviewed(one, settings)


def review_request(
    request: Request, config: Config, progress: Callable[[float], None] | None = None
) -> Review:
    """The review of one request."""
    return _reviewed(_read(request), config, progress)


def _taken(request: Request) -> _Taken | InputError:
    try:
        return _read(request)
    except InputError as error:
        return error


def _reviewed(taken: _Taken, config: Config, progress: Callable[[float], None] | None = None) -> Review:
    document = taken.document
    with one_thread():
        checked = check_document(document, shared_knowledge(), config, progress)
        evidence = checked.context.evidence
        reading = checked.context.reading
        estimated = estimate(document, reading) if reading else None
        return Review(
            document=document,
            issues=checked.issues,
            scores=score_document(
                document,
                checked.issues,
                config,
                caps=document_caps(document, checked.issues),
                estimated=estimated,
            ),
            estimate=estimated,
            source=evidence.source,
            site=evidence.site,
            target_lang_detected=taken.detected,
            skipped=checked.skipped,
            failures=checked.failures,
            notes=taken.notes,
        )


def decide(result: Review, states: Mapping[str, State], *, config: Config | None = None) -> Review:
    """The same review after a person's decisions (fingerprint → state), with scores as they are then."""
    issues = tuple(
        replace(issue, state=states.get(issue.fingerprint, issue.state)) for issue in result.issues
    )
    scores = score_document(
        result.document,
        issues,
        config or Config(),
        caps=document_caps(result.document, issues),
        estimated=result.estimate,
    )
    return replace(result, issues=issues, scores=scores)


class _Taken(NamedTuple):
    """A request that was read: its document, whether the target language was detected, and notes for people."""

    document: Document
    detected: bool
    notes: tuple[str, ...]


def _read(request: Request) -> _Taken:
    _check_size(request.text, has_source=bool(request.source and request.source.strip()))
    notes: list[str] = []
    target, detected = request.target_lang, False
    if target in {None, "", AUTO}:
        found = detect_language(request.text)
        target, detected = found or "en", found is not None
        if found is None:
            notes.append("The text is too short or too mixed to tell its language; it was read as English.")
    source_lang = request.source_lang if request.source_lang not in {"", AUTO} else None
    if source_lang is None and request.source:
        source_lang = detect_language(request.source)
    document = read_document(
        request.text,
        name=request.name,
        source=request.source or None,
        reference=request.reference or None,
        source_lang=_primary(source_lang) if source_lang else None,
        target_lang=_primary(target or "en"),
    )
    return _Taken(document, detected, tuple(notes))


def _check_size(text: str, *, has_source: bool) -> None:
    if has_source and not any(map(str.isalnum, text)):
        return  # a finding about the translation, not a mistake of the caller: it has been lost
    if not text.strip():
        raise InputError("The text is empty: there is nothing to review; give a text with at least one word.")
    if not any(map(str.isalnum, text)):
        raise InputError("The text has no words, only signs; give a text with at least one word.")
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"The text has {len(text):,} characters, more than the {MAX_CHARACTERS:,} that one review takes; "
            "split it, or use `mtqa batch`."
        )


def _primary(code: str) -> str:
    return code.replace("_", "-").split("-")[0].lower()
