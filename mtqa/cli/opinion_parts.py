"""Opinions of others as a person reads them in a terminal, each a part of its own."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from mtqa.cli.opinions import agreement_line
from mtqa.core.opinions import DIVERGENCE_RULE, Agreement
from mtqa.core.reviews import Review

_DIM = "dim"


def render_opinions(review: Review) -> Iterator[Text]:
    """The parts of a terminal report, nothing where nobody was asked."""
    if review.agreement:
        yield from _render_agreement(review, review.agreement)


def _render_agreement(review: Review, agreement: Agreement) -> Iterator[Text]:
    yield Text(f"\n{agreement_line(agreement)}")
    for finding in agreement.findings:
        text = " ".join(finding.span.of(review.document.text).split())
        lines = Text(f"{finding.line:>4}  ", _DIM).append(f"{DIVERGENCE_RULE} ", "bold")
        lines.append(f"{finding.confidence:.0%}\n      [{text}]\n      {finding.message}")
        for piece in finding.evidence:
            lines.append(f"\n      {piece}", _DIM)
        yield lines
    for note in agreement.notes:
        yield Text(note, _DIM)
