"""How well each piece of one sentence is answered in the other: alignment of centred token states.

Similarity of a piece is the highest cosine with any piece of the other side (SimAlign, Jalili Sabet et al. 2020).
Centring takes away the direction that all states of the encoder share, which hides the differences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.encoder import Encoded

Array = NDArray[np.float32]
# Below this a piece has no counterpart; used for gaps only, whose length is a feature and no verdict.
UNANSWERED = 0.45

FEATURES = (
    "cosine",
    "target_mean",
    "target_worst_fifth",
    "target_least",
    "target_mutual",
    "target_gap",
    "target_unanswered",
    "source_mean",
    "source_worst_fifth",
    "source_least",
    "source_mutual",
    "source_gap",
    "source_unanswered",
    "order",
)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Similarity of each piece to its best partner and to the second best, and the best one's index, both ways.

    `cosine` is that of the sentence means.
    """

    cosine: float
    source_similarity: Array
    source_second: Array
    source_partner: NDArray[np.intp]
    target_similarity: Array
    target_second: Array
    target_partner: NDArray[np.intp]

    def turned(self) -> Alignment:
        """The same, with source and target changed over."""
        return Alignment(
            self.cosine,
            self.target_similarity,
            self.target_second,
            self.target_partner,
            self.source_similarity,
            self.source_second,
            self.source_partner,
        )


def align(source: Encoded, target: Encoded, centre: Array) -> Alignment:
    """The alignment of two encoded sentences. `centre` is the mean token state over many languages (384)."""
    a, b = _directions(source.states, centre), _directions(target.states, centre)
    product = float(source.mean @ target.mean)
    cosine = product / float(np.linalg.norm(source.mean) * np.linalg.norm(target.mean) + 1e-9)
    similarity = a @ b.T
    return Alignment(cosine, *_best(similarity), *_best(similarity.T))


def _best(similarity: Array) -> tuple[Array, Array, NDArray[np.intp]]:
    """For each row the highest value, the second highest and the column of the highest; zeros where there is no column."""
    rows, columns = similarity.shape
    if not columns:
        return np.zeros(rows, np.float32), np.zeros(rows, np.float32), np.zeros(rows, np.intp)
    partner = similarity.argmax(axis=1)
    two = np.partition(similarity, -2, axis=1)[:, -2:] if columns > 1 else np.repeat(similarity, 2, axis=1)
    return two[:, 1], two[:, 0], partner


def _directions(states: Array, centre: Array) -> Array:
    centred = states - centre
    return np.asarray(centred / (np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9), np.float32)


def alignment_features(alignment: Alignment) -> Array:
    """The figures named in `FEATURES`."""
    ours, theirs = alignment.target_similarity, alignment.source_similarity
    if not len(ours) or not len(theirs):
        return np.zeros(len(FEATURES), np.float32)
    target_mutual = alignment.source_partner[alignment.target_partner] == np.arange(len(ours))
    source_mutual = alignment.target_partner[alignment.source_partner] == np.arange(len(theirs))
    return np.array(
        [
            alignment.cosine,
            *_side(ours, target_mutual),
            *_side(theirs, source_mutual),
            _order(alignment.target_partner, target_mutual),
        ],
        np.float32,
    )


def _side(similarity: Array, mutual: NDArray[np.bool_]) -> tuple[float, ...]:
    worst = np.sort(similarity)[: max(1, len(similarity) // 5)]
    unanswered = similarity < UNANSWERED
    return (
        float(similarity.mean()),
        float(worst.mean()),
        float(similarity.min()),
        float(mutual.mean()),
        float(np.log1p(longest_run(unanswered))),
        float(unanswered.mean()),
    )


def longest_run(flags: NDArray[np.bool_]) -> int:
    """Length of the longest run of true values.

    >>> longest_run(np.array([True, False, True, True]))
    2
    """
    best = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        best = max(best, run)
    return best


def _order(partner: NDArray[np.intp], mutual: NDArray[np.bool_]) -> float:
    """Share of neighbouring mutual pairs that stand in the same order on both sides."""
    kept = partner[mutual]
    return float((np.diff(kept) > 0).mean()) if len(kept) > 1 else 1.0
