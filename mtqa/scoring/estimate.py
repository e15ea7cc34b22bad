"""From what the neural models read to the estimate of a whole text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from mtqa.core.documents import Document
from mtqa.core.reviews import Estimate, SentenceScore, WordDoubt
from mtqa.neural.reading import NeuralReading, Segment
from mtqa.scoring.quality import POINTS_PER_QUALITY

_LEAST = 0.005  # a segment's estimate is never taken for worse: a logarithm has no bottom


def estimate(document: Document, reading: NeuralReading) -> Estimate:
    """Penalty, fluency and adequacy of a text, each the mean of its segments or sentences weighted by their words.

    The penalty is that which alone would give the estimated quality: quality falls with the sum of penalties, so
    the mean is taken of logarithms.
    """
    losses = [
        (_words(document, segment), -math.log(max(_LEAST, segment.quality)))
        for segment in reading.segments
        if segment.quality is not None
    ]
    loss = _weighted(losses)
    return Estimate(
        penalty_per_1000=None if loss is None else 100 * POINTS_PER_QUALITY * loss,
        fluency=_weighted((len(s.span.of(document.text).split()), s.fluency) for s in reading.sentences),
        adequacy=_weighted(
            (_words(document, segment), 100 * segment.adequacy)
            for segment in reading.segments
            if segment.adequacy is not None
        ),
        sentences=tuple(SentenceScore(s.span, s.fluency) for s in reading.sentences),
        doubts=_doubts(reading),
    )


def _doubts(reading: NeuralReading) -> tuple[WordDoubt, ...]:
    return tuple(WordDoubt(doubt.span, doubt.change) for doubt in reading.doubts)


def _words(document: Document, segment: Segment) -> int:
    """The words of the target, or of the source where the target has none: what is lost weighs as if it were there."""
    if segment.target is not None:
        return len(segment.target.of(document.text).split())
    return len(segment.source.of(document.source or "").split()) if segment.source else 0


def _weighted(values: Iterable[tuple[int, float]]) -> float | None:
    pairs: Sequence[tuple[int, float]] = [(max(1, weight), value) for weight, value in values]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * value for weight, value in pairs) / total if total else None
