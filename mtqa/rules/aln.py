"""ALN: what the source says and the translation does not, or the other way round. Needs the source and the models."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.neural.reading import Segment
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule

_LONGEST_QUOTE = 160  # characters of the source shown as evidence


def _segments(context: Context) -> tuple[Segment, ...]:
    return context.reading.segments if context.reading else ()


def _quoted(document: Document, span: Span) -> str:
    text = " ".join(span.of(document.source or "").split())
    return f"source: {text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + '…'}"


def _figures(segment: Segment) -> tuple[str, ...]:
    shares = (
        (segment.answered, "of its words have a counterpart in the source"),
        (segment.covered, "of the source's words have a counterpart here"),
    )
    return tuple(f"{share:.0%} {what}" for share, what in shares if share is not None)


# Adequacy (0-1) below which a passage is called detached, with the confidence it then gets.
_DETACHED = 0.12
_BARELY = 0.3


@rule(
    "ALN001",
    "detached-passage",
    summary="A passage that says something else than its source.",
    why="An engine that loses the thread writes smooth sentences that have nothing to do with the source. No reader of the "
    "translation alone can notice, so this is the most dangerous fault of all.",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    scope=Scope.PAIR,
    needs=("neural",),
    examples=(
        Example(
            "[[The hotel is close to the beach and offers free parking and breakfast.]]",
            source="Der Bundestag hat am Donnerstag ein neues Gesetz zur Rente beschlossen.",
            source_lang="de",
        ),
        Example(
            "The Bundestag passed a new law on pensions on Thursday.",
            source="Der Bundestag hat am Donnerstag ein neues Gesetz zur Rente beschlossen.",
            source_lang="de",
        ),
    ),
)
def detached_passage(document: Document, context: Context) -> Iterator[Finding]:
    """Segments with a source of which the adequacy is nearly none."""
    for segment in _segments(context):
        if (
            segment.target
            and segment.source
            and segment.adequacy is not None
            and segment.adequacy < _DETACHED
        ):
            yield Finding(
                segment.target,
                "This does not say what the source says; translate the passage anew.",
                0.9 if segment.adequacy < _DETACHED / 2 else 0.75,
                evidence=(_quoted(document, segment.source), *_figures(segment)),
            )


@rule(
    "ALN002",
    "lost-passage",
    summary="A sentence or passage of the source that the translation lacks.",
    why="Engines skip sentences, and sites cut them. The reader is not told.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    scope=Scope.PAIR,
    needs=("neural",),
)
def lost_passage(document: Document, context: Context) -> Iterator[Finding]:
    """Source passages without a counterpart, marked at the last word before the place where they should stand."""
    place: Span | None = None
    for segment in _segments(context):
        if segment.target:
            place = segment.target
        elif segment.source and place:
            yield Finding(
                _last_word(document, place),
                "After this, a passage of the source is missing; add its translation.",
                0.7,
                evidence=(_quoted(document, segment.source),),
            )


def _last_word(document: Document, span: Span) -> Span:
    inside = document.tokens.between(span.start, span.end)
    return document.tokens.span(inside[-1]) if inside else span


@rule(
    "ALN003",
    "added-passage",
    summary="A sentence or passage of the translation that the source has not.",
    why="What the source does not say, the author did not write: it may come from the page around the article, from another "
    "article, or from nowhere.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    scope=Scope.PAIR,
    needs=("neural",),
)
def added_passage(document: Document, context: Context) -> Iterator[Finding]:
    """Target passages without a counterpart."""
    for segment in _segments(context):
        if segment.target and segment.source is None and any(s.source for s in _segments(context)):
            yield Finding(
                segment.target,
                "The source has nothing like this; delete it or check where it comes from.",
                0.6,
            )
