"""FLU: words that a language model's states show to be damaged."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.neural.reading import Doubt
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

# Chance of damage from which a lower-case word is reported. In 45,000 words of edited English (450 articles of the clean set) five
# reach it: "opimaly", "accopmanied", "metryperemia", "can it bet swept away" and "nevere". From .8 on, about half are sound.
_DAMAGED = 0.88
_CONFIDENCE = 0.8
_WIDEST_GAP = 1  # between flagged neighbours: the blank


@rule(
    "FLU041",
    "damaged-word",
    summary="A word that is misspelled or cannot stand where it stands.",
    why="A small language model was taught with thousands of damaged sentences what damage looks like from within. It is "
    "asked about each word, and only near-certainty is reported: most of it is misspelling and repetition.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    needs=("neural",),
    targets=("en",),
    examples=(
        Example("Over the Gulf of Mexico the storm was [[accopmanied]] by heavy rain."),
        Example("Over the Gulf of Mexico the storm was accompanied by heavy rain."),
    ),
)
def damaged_word(document: Document, context: Context) -> Iterator[Finding]:
    """Runs of lower-case words of which the models are nearly sure that they are damaged."""
    run: list[Doubt] = []
    for doubt in context.reading.doubts if context.reading else ():
        if doubt.damage < _DAMAGED or not doubt.span.of(document.text).islower():
            continue
        if run and doubt.span.start - run[-1].span.end > _WIDEST_GAP:
            yield _finding(run)
            run = []
        run.append(doubt)
    if run:
        yield _finding(run)


def _finding(run: list[Doubt]) -> Finding:
    sure = max(doubt.damage for doubt in run)
    return Finding(
        Span(run[0].span.start, run[-1].span.end),
        "This looks misspelled or out of place; check it."
        if len(run) == 1
        else "These words look damaged; check them.",
        _CONFIDENCE,
        evidence=(f"language model: {sure:.0%} sure that this is damaged English",),
    )
