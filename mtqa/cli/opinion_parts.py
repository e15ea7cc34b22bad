"""Opinions of others as a person reads them in a terminal, each a part of its own."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from mtqa.cli.opinions import agreement_line, outside_line
from mtqa.core.opinions import DIVERGENCE_RULE, Agreement, OutsideEstimate
from mtqa.core.reviews import Review

_DIM = "dim"
_LOWEST = 5  # sentences of an estimate that are shown; JSON has all


def render_opinions(review: Review) -> Iterator[Text]:
    """The parts of a terminal report, nothing where nobody was asked."""
    if review.agreement:
        yield from _render_agreement(review, review.agreement)
    if review.outside:
        yield from _render_outside(review, review.outside)


def _render_agreement(review: Review, agreement: Agreement) -> Iterator[Text]:
    yield Text(f"\n{agreement_line(agreement)}")
    for finding in agreement.findings:
        text = _one_line(finding.span.of(review.document.text))
        lines = Text(f"{finding.line:>4}  ", _DIM).append(f"{DIVERGENCE_RULE} ", "bold")
        lines.append(f"{finding.confidence:.0%}\n      [{text}]\n      {finding.message}")
        for piece in finding.evidence:
            lines.append(f"\n      {piece}", _DIM)
        yield lines
    for note in agreement.notes:
        yield Text(note, _DIM)


def _render_outside(review: Review, outside: OutsideEstimate) -> Iterator[Text]:
    yield Text(f"\n{outside_line(outside)}")
    text = review.document.text
    for one in sorted(outside.sentences, key=lambda one: (one.score, one.pair.target))[:_LOWEST]:
        line = review.document.line_of(one.pair.target.start)
        lines = Text(f"{line:>4}  ", _DIM).append(f"{one.score:.0f} ", "bold")
        lines.append(_one_line(one.pair.target.of(text)))
        for error in one.errors:
            lines.append(f"\n      {error.severity} ", "bold").append(f"[{_one_line(error.span.of(text))}]")
            lines.append(f" {error.category}", _DIM)
        yield lines
    for note in outside.notes:
        yield Text(note, _DIM)


def _one_line(text: str) -> str:
    return " ".join(text.split())
