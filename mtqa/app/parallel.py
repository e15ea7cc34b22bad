"""Which paragraphs and sentences of the source belong to which of the article, for reading them side by side.

Dynamic programming over the lengths of paragraphs, and of the sentences in them, after Gale and Church (1993), helped by the names and numbers that
both sides share. It serves the eye only: no issue rests on it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mtqa.core.documents import Document
from mtqa.core.spans import Span
from mtqa.text.blocks import find_blocks
from mtqa.text.sentences import find_sentences

_ANCHOR = re.compile(r"\d+|\b[^\W\d_]*[A-ZÀ-ÖØ-ÞА-ЯĞİŞ][^\W\d_]+")
# Target and source paragraphs taken together, and what that costs. Checked by eye on the samples that have a source.
_MOVES = ((1, 1, 0.0), (1, 0, 0.9), (0, 1, 0.9), (1, 2, 1.3), (2, 1, 1.3))
_SHARED = 0.8  # what sharing all names and numbers is worth
_BAND = 15  # paragraphs that the two sides may be apart


def source_of_blocks(document: Document) -> tuple[str, ...]:
    """For each block of the article the source text that it translates, empty where there is none."""
    if not document.source:
        return tuple("" for _ in document.blocks)
    source = [block.span.of(document.source) for block in find_blocks(document.source)]
    return align([block.span.of(document.text) for block in document.blocks], source)


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that translate each other: a span in the article, and one in the source of its paragraph.

    `block` is the last of the paragraphs that have this source.
    """

    block: int
    target: Span
    source: Span


def sentence_pairs(document: Document, sources: Sequence[str]) -> Iterator[Pair]:
    """The sentences that belong together, by paragraph; `sources` is what `source_of_blocks` gives."""
    for (first, last), source in _paragraphs(sources):
        span = Span(document.blocks[first].span.start, document.blocks[last].span.end)
        left = document.sentences[
            bisect_left(document.sentences, span.start, key=_start) : bisect_left(
                document.sentences, span.end, key=_start
            )
        ]
        right = find_sentences(source, [block.span for block in find_blocks(source)])
        sides = _Side([one.of(document.text) for one in left]), _Side([one.of(source) for one in right])
        for (i, down), (j, along) in _path(*sides):
            if down and along:
                yield Pair(
                    last,
                    Span(left[i].start, left[i + down - 1].end),
                    Span(right[j].start, right[j + along - 1].end),
                )


def _start(span: Span) -> int:
    return span.start


def _paragraphs(sources: Sequence[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Runs of blocks with the same source, as first and last block, with that source."""
    for source, run in groupby(range(len(sources)), key=sources.__getitem__):
        if source:
            blocks = list(run)
            yield (blocks[0], blocks[-1]), source


def align(target: Sequence[str], source: Sequence[str]) -> tuple[str, ...]:
    """The source paragraphs of each target paragraph, joined by line breaks.

    >>> align(["A mountain.", "Read also", "It rains in Ankara today."], ["Ein Berg.", "Heute regnet es in Ankara."])
    ('Ein Berg.', '', 'Heute regnet es in Ankara.')
    """
    matched = [""] * len(target)
    for (i, down), (j, right) in _path(_Side(target), _Side(source)):
        for index in range(i, i + down):
            matched[index] = "\n".join(source[j : j + right])
    return tuple(matched)


class _Side:
    """One side of the comparison: lengths and anchors of its paragraphs, worked out once."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.lengths = [len(paragraph) for paragraph in paragraphs]
        self.total = sum(self.lengths)
        self.anchors = [frozenset(_ANCHOR.findall(paragraph)) for paragraph in paragraphs]

    def taken(self, start: int, number: int) -> tuple[int, frozenset[str]]:
        """Length and anchors of some paragraphs together."""
        return sum(self.lengths[start : start + number]), frozenset().union(
            *self.anchors[start : start + number]
        )


def _path(target: _Side, source: _Side) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The cheapest way through both sides, from its end, as (start, number) of target and source."""
    rows, columns = len(target.lengths), len(source.lengths)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for place in ((i, j) for i in range(rows + 1) for j in _near(i, rows, columns)):
        if place in best:
            _spread(place, best, target, source)
    i, j = rows, columns
    while (i, j) != (0, 0) and (i, j) in best:
        down, right = best[i, j][1]
        i, j = i - down, j - right
        yield (i, down), (j, right)


def _spread(
    place: tuple[int, int],
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
    target: _Side,
    source: _Side,
) -> None:
    """Notes for every place one move away what it costs to come there from this one, if that is less than known."""
    ratio = target.total / max(1, source.total)
    i, j = place
    for down, right, price in _MOVES:
        if i + down > len(target.lengths) or j + right > len(source.lengths):
            continue
        fit = _distance(target.taken(i, down), source.taken(j, right), ratio) if down and right else 0.0
        cost = best[place][0] + price + fit
        there = (i + down, j + right)
        if there not in best or cost < best[there][0]:
            best[there] = (cost, (down, right))


def _near(i: int, rows: int, columns: int) -> range:
    middle = round(i * columns / max(1, rows))
    return range(max(0, middle - _BAND), min(columns, middle + _BAND) + 1)


def _distance(left: tuple[int, frozenset[str]], right: tuple[int, frozenset[str]], ratio: float) -> float:
    """How badly two sides fit: 0 for equal lengths, less for shared names and numbers."""
    lengths = abs(math.log((left[0] + 5) / (ratio * right[0] + 5)))
    shared = len(left[1] & right[1]) / max(1, min(len(left[1]), len(right[1])))
    return lengths - _SHARED * shared
