"""The one coordinate system: half-open ranges of Unicode code points in the text as given."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The code points `start` (included) to `end` (excluded) of a document's text.

    A named tuple, since reviews hold very many and tuples are ten times cheaper than dataclasses to make.

    >>> Span(5, 13).of("Bir yanıt yazın")
    'anıt yaz'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The span moved by a number of code points."""
        return Span(self.start + by, self.end + by)
