"""From the pieces that the language model read back to the tokens of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from mtqa.core.documents import Document, Tokens
from mtqa.core.spans import Span
from mtqa.language.surprise import Surprise
from mtqa.neural.language_model import Read


def token_surprise(document: Document, reads: Iterable[tuple[Span, str, Read]]) -> Surprise:
    """The surprise of every token. Each of `reads` is a stretch of the document, the text that was read for it (the
    stretch itself, or the same without some white space), and what was read.
    """
    size = len(document.tokens)
    table = np.full((5, size), np.nan, np.float32)
    for span, text, read in reads:
        places = _places(span.of(document.text), text)
        if places is not None:
            _fill(table, document.tokens, span, places, read)
    return Surprise(*table)


def _places(raw: str, text: str) -> Sequence[int] | None:
    """For each character of `raw`, its place in `text`, which may lack white space of it; None if it is another text."""
    if raw == text:
        return range(len(raw) + 1)
    places, j = [], 0
    for character in raw:
        places.append(j)
        if j < len(text) and text[j] == character:
            j += 1
        elif not character.isspace():
            return None
    return [*places, len(text)]


def _fill(table: np.ndarray, tokens: Tokens, span: Span, places: Sequence[int], read: Read) -> None:
    starts = np.array([start for start, _ in read.offsets], np.int32)
    ends = np.array([end for _, end in read.offsets], np.int32)
    for index in tokens.between(span.start, span.end):
        begin = places[tokens.starts[index] - span.start]
        end = places[min(tokens.ends[index] - span.start, len(places) - 1)]
        first = int(ends.searchsorted(begin, side="right"))
        stop = int(starts.searchsorted(end, side="left"))
        if first < stop:
            table[0, index] = read.log_probability[first:stop].sum()
            table[1, index] = read.log_probability[first]
            table[2, index] = read.entropy[first]
            table[3, index] = read.rank[first]
            table[4, index] = stop - first
