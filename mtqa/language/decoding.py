"""Segment Viterbi: the best way to cut a stretch of tokens into target text and segments of single other languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mtqa.language.words import Vector

# Costs in nats. Entering costs 7 for a decision, but 4 for candidates that the filter judges afterwards. Taken
# over, like the discounts, from an earlier study of 912 documents in 19 languages; not varied again since.
ENTER = 4.0
SENTENCE_DISCOUNT = 1.5
LINE_DISCOUNT = 3.0
LEAVE = 1.0
PUNCTUATION_COST = 0.3
NUMBER_COST = 0.1
EDGE = 1.0  # a word that both languages have ("in") ends no segment, unless it speaks this much for the other
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `first` to `last` (both included, both words) of one language; `score` is the summed evidence in nats."""

    first: int
    last: int
    language: int
    score: float


def decode(
    rows: Vector, is_word: NDArray[np.bool_], is_number: NDArray[np.bool_], starts: Sequence[int]
) -> list[Segment]:
    """The best segments. `rows` has shape (tokens, languages); `starts[i]` is 1 or 2 if token i begins a sentence or line.

    No segment changes its language; leaving in mid-sentence costs more than at its end.
    """
    size, languages = rows.shape
    outside, inside = 0.0, np.full(languages, _NEVER)
    entered = np.zeros((size, languages), bool)
    left_from = [-1] * size
    for i in range(size):
        exits = inside - (0.0 if starts[i] else LEAVE)
        best = int(exits.argmax())
        before = outside
        if exits[best] > outside:
            outside, left_from[i] = float(exits[best]), best
        if not is_word[i]:
            inside = inside - (NUMBER_COST if is_number[i] else PUNCTUATION_COST)
            continue
        entry = before - _entry_cost(starts[i])
        entered[i] = entry > inside
        inside = np.maximum(inside, entry) + rows[i]
    final = int(inside.argmax())
    state = final if inside[final] > outside else -1
    return _trace(rows, is_word, entered, left_from, state)


def _entry_cost(start: int) -> float:
    return ENTER - (LINE_DISCOUNT if start == 2 else SENTENCE_DISCOUNT if start == 1 else 0.0)


def _trace(
    rows: Vector, is_word: NDArray[np.bool_], entered: NDArray[np.bool_], left_from: Sequence[int], state: int
) -> list[Segment]:
    segments: list[Segment] = []
    last = len(left_from) - 1
    for i in range(len(left_from) - 1, -1, -1):
        if state >= 0 and entered[i, state]:
            segments.append(_trimmed(rows, is_word, i, last, state))
            state = -1
        elif state < 0 and left_from[i] >= 0:
            state, last = left_from[i], i - 1
    return segments[::-1]


def _trimmed(rows: Vector, is_word: NDArray[np.bool_], first: int, last: int, language: int) -> Segment:
    while last > first and not is_word[last]:
        last -= 1
    while first < last and rows[first, language] <= EDGE:
        first += 1
        while first < last and not is_word[first]:
            first += 1
    while last > first and (rows[last, language] <= EDGE or not is_word[last]):
        last -= 1
    inner = rows[first : last + 1, language][is_word[first : last + 1]]
    return Segment(first, last, language, float(inner.sum()))
