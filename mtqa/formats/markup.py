"""Text laid over the source of a marked-up file: what a reader sees, with a map back to each character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from mtqa.core.edits import Edit, apply_edits
from mtqa.formats.pieces import Piece, distribute

_DAMAGED = re.compile("[\ud800-\udfff]")
Escape = Callable[[str], str]  # new text -> how the mark-up language spells it
Keep = Callable[[str, str], str]  # source and text of an untouched stretch -> its source from now on


def as_is(raw: str, _shown: str) -> str:
    """The untouched source itself."""
    return raw


class Sort(Enum):
    """How a stretch of text stands in the source."""

    PLAIN = "plain"  # character by character
    WHOLE = "whole"  # as one unit: an entity, an escaped sign, a run of white space
    FIXED = "fixed"  # a block boundary, which no edit can change


class Stretch(NamedTuple):
    """The text `[start, end)` that stands at `[raw_start, raw_end)` of the source."""

    start: int
    end: int
    raw_start: int
    raw_end: int
    sort: Sort


@dataclass(frozen=True)
class Overlay:
    """The visible text of a source and where each stretch of it stands; between them lies mark-up."""

    raw: str
    text: str
    stretches: tuple[Stretch, ...]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The stretches as pieces of the text."""
        return tuple(Piece(item.start, item.end, item.sort is Sort.FIXED) for item in self.stretches)

    def rewritten(self, edits: Iterable[Edit], escape: Escape, *, keep: Keep = as_is) -> str:
        """The source with the edits made; they must be writable."""
        local = distribute(self.pieces, edits)
        touched = local if keep is as_is else range(len(self.stretches))
        return self.replaced(
            {index: self._spelt(index, local.get(index, ()), escape, keep) for index in touched}
        )

    def replaced(self, spelt: Mapping[int, str]) -> str:
        """The source with some stretches, by index, spelt anew."""
        out: list[str] = []
        done = 0
        for index in sorted(spelt):
            item = self.stretches[index]
            out += (self.raw[done : item.raw_start], spelt[index])
            done = item.raw_end
        return "".join((*out, self.raw[done:]))

    def edited(self, index: int, inside: Iterable[Edit]) -> str:
        """The text of one stretch after the edits inside it."""
        item = self.stretches[index]
        return apply_edits(self.text[item.start : item.end], inside)

    def _spelt(self, index: int, inside: Sequence[Edit], escape: Escape, keep: Keep) -> str:
        item = self.stretches[index]
        raw, shown = self.raw[item.raw_start : item.raw_end], self.text[item.start : item.end]
        if item.sort is Sort.PLAIN:
            return _spliced(raw, inside, escape, keep)
        if any(edit.end > 0 and edit.start < len(shown) for edit in inside):
            return escape(self.edited(index, inside))
        before = "".join(edit.text for edit in inside if edit.end == 0)
        after = "".join(edit.text for edit in inside if edit.end > 0)
        return escape(before) + keep(raw, shown) + escape(after)


class Builder:
    """Collects the stretches of a source from left to right; no stretch goes past the end of a line."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._texts: list[str] = []
        self._stretches: list[Stretch] = []
        self._end = 0

    @property
    def at_line_start(self) -> bool:
        """Whether nothing has been added since the last line break."""
        return not self._texts or self._texts[-1].endswith("\n")

    @property
    def empty(self) -> bool:
        """Whether nothing has been added at all."""
        return not self._texts

    def plain(self, raw_start: int, raw_end: int) -> None:
        """Add a stretch that is seen as it is written."""
        self._add(self.raw[raw_start:raw_end], raw_start, raw_end, Sort.PLAIN)

    def whole(self, text: str, raw_start: int, raw_end: int) -> None:
        """Add a stretch that is written as a unit and seen as `text`."""
        self._add(text, raw_start, raw_end, Sort.WHOLE)

    def fixed(self, text: str, raw_start: int, raw_end: int) -> None:
        """Add a boundary that edits leave alone."""
        self._add(text, raw_start, raw_end, Sort.FIXED)

    def done(self) -> Overlay:
        """Everything collected. Damaged bytes (lone surrogates in the source) are seen as U+FFFD."""
        return Overlay(self.raw, _DAMAGED.sub("\ufffd", "".join(self._texts)), tuple(self._stretches))

    def _add(self, text: str, raw_start: int, raw_end: int, sort: Sort) -> None:
        if not text:
            return
        start, end = self._end, self._end + len(text)
        last = self._stretches[-1] if self._stretches else None
        if last and sort is last.sort is Sort.PLAIN and last.raw_end == raw_start and not self.at_line_start:
            self._stretches[-1] = last._replace(end=end, raw_end=raw_end)
        else:
            self._stretches.append(Stretch(start, end, raw_start, raw_end, sort))
        self._texts.append(text)
        self._end = end


def _spliced(raw: str, inside: Iterable[Edit], escape: Escape, keep: Keep) -> str:
    out: list[str] = []
    done = 0
    for edit in sorted(inside, key=lambda edit: (edit.start, edit.end)):
        kept = raw[done : edit.start]
        out += (keep(kept, kept), escape(edit.text))
        done = edit.end
    return "".join((*out, keep(raw[done:], raw[done:])))
