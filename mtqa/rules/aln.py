"""ALN: what the source says and the translation does not, or the other way round. Needs the source and the models."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.core.documents import Document, TokenKind
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.neural.reading import Segment
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule

_BRIDGE = (
    "Der Stadtrat hat am Montag den Bau einer neuen Brücke über den Fluss beschlossen. Die Kosten werden auf vierzig Millionen "
    "Euro geschätzt, wovon das Land die Hälfte zahlt. Umweltschützer kritisierten den Plan und kündigten eine Klage an. Die "
    "Bürgermeisterin verteidigte das Vorhaben, weil die alte Brücke in schlechtem Zustand sei. Die Arbeiten sollen im "
    "nächsten Frühjahr beginnen und drei Jahre dauern, sagte der Rat."
)
_BRIDGE_IN_ENGLISH = (
    "The city council decided on Monday to build a new bridge over the river. The cost is estimated at forty million euros, of "
    "which the state pays one half. Environmentalists criticised the plan and said they would go to court. The mayor "
    "defended the project because the old bridge was in poor condition. Work is due to start next spring and will take "
    "three years, the council said."
)
_LONGEST_QUOTE = 160  # characters of the source shown as evidence


def _judged(context: Context) -> Iterator[tuple[Segment, Span | None]]:
    """Each segment with its target, or, where it has none, with the last target before it."""
    place: Span | None = None
    for segment in context.reading.segments if context.reading else ():
        place = segment.target or place
        yield segment, place


def _quoted(document: Document, span: Span) -> str:
    text = " ".join(span.of(document.source or "").split())
    return f"source: {text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + '…'}"


def _figures(segment: Segment) -> tuple[str, ...]:
    shares = (
        (segment.answered, "of its words have a counterpart in the source"),
        (segment.covered, "of the source's words have a counterpart here"),
    )
    return tuple(f"{share:.0%} {what}" for share, what in shares if share is not None)


# Adequacy (0-1) below which a passage is called detached. Of the sound German-English translations of halluc one in two hundred
# has less than .177; of those that say nothing of their source, nine in ten have less than .171, and half less than .059.
_DETACHED = 0.17
_SURELY = 0.06


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
    for segment, place in _judged(context):
        adequacy = segment.adequacy
        if place and segment.target and segment.source and adequacy is not None and adequacy < _DETACHED:
            yield Finding(
                place,
                "This does not say what the source says; translate the passage anew.",
                0.9 if adequacy < _SURELY else 0.7,
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
    examples=(
        Example(
            "The city council decided on Monday to build a new bridge over the river. The cost is estimated at forty million "
            "euros, of which the state pays one [[half]]. The mayor defended the project because the old bridge was in poor "
            "condition. Work is due to start next spring and will take three years, the council said.",
            source=_BRIDGE,
            source_lang="de",
        ),
        Example(_BRIDGE_IN_ENGLISH, source=_BRIDGE, source_lang="de"),
    ),
)
def lost_passage(document: Document, context: Context) -> Iterator[Finding]:
    """Source passages without a counterpart, marked at the last word before the place where they should stand."""
    for segment, place in _judged(context):
        if segment.source and place and not segment.target:
            yield Finding(
                _last_word(document, place),
                "After this, a passage of the source is missing; add its translation.",
                0.7,
                evidence=(_quoted(document, segment.source),),
            )


def _last_word(document: Document, span: Span) -> Span:
    tokens = document.tokens
    words = [i for i in tokens.between(span.start, span.end) if tokens.kinds[i] is not TokenKind.PUNCTUATION]
    return tokens.span(words[-1]) if words else span


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
    examples=(
        Example(
            _BRIDGE_IN_ENGLISH
            + " [[Visitors to the zoo can see the young elephants every afternoon at three.]]",
            source=_BRIDGE,
            source_lang="de",
        ),
        Example(_BRIDGE_IN_ENGLISH, source=_BRIDGE, source_lang="de"),
    ),
)
def added_passage(document: Document, context: Context) -> Iterator[Finding]:
    """Target passages without a counterpart."""
    if not any(segment.source for segment, _ in _judged(context)):
        return
    for segment, place in _judged(context):
        if place and not segment.source:
            yield Finding(
                place, "The source has nothing like this; delete it or check where it comes from.", 0.6
            )
