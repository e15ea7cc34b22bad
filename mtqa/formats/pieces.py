"""Text with a map to where each stretch of it stands in a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mtqa.core.edits import Edit


class Piece(NamedTuple):
    """A stretch `[start, end)` of the text. A fixed one (a block boundary) can be changed by no edit."""

    start: int
    end: int
    fixed: bool = False


def writable(pieces: Sequence[Piece], edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits as the file can carry them: fixed pieces stay, all else comes out as asked.

    `pieces` cover the text without gaps; empty pieces are places where text can be put in. An edit over a
    fixed piece is cut in two; the new text goes to the first half. An insertion with no piece to take it
    moves to the nearest one before it (or after it).
    """
    starts = [piece.start for piece in pieces]
    return tuple(part for edit in edits for part in _cut(pieces, starts, edit))


def distribute(pieces: Sequence[Piece], edits: Iterable[Edit]) -> dict[int, list[Edit]]:
    """The edits inside each piece that changes, by index of the piece, offsets counted from its start.

    The edits must be `writable`. An edit over several pieces puts its text into the first and empties the
    others.
    """
    starts = [piece.start for piece in pieces]
    local: dict[int, list[Edit]] = {}
    for edit in edits:
        text = edit.text
        for index in _touched(pieces, starts, edit):
            base, end, _ = pieces[index]
            inside = Edit(max(edit.start, base) - base, min(edit.end, end) - base, text)
            local.setdefault(index, []).append(inside)
            text = ""
    return local


def _cut(pieces: Sequence[Piece], starts: list[int], edit: Edit) -> list[Edit]:
    if edit.start == edit.end:
        return [edit._replace(start=place, end=place) for place in _home(pieces, starts, edit.start)]
    runs: list[Edit] = []
    for index in range(bisect_right(starts, edit.start) - 1, len(pieces)):
        piece = pieces[index]
        if piece.start >= edit.end:
            break
        start, end = max(piece.start, edit.start), min(piece.end, edit.end)
        if piece.fixed or start >= end:
            continue
        if runs and runs[-1].end == start:
            runs[-1] = runs[-1]._replace(end=end)
        else:
            runs.append(Edit(start, end, "" if runs else edit.text))
    return runs or (_cut(pieces, starts, Edit(edit.start, edit.start, edit.text)) if edit.text else [])


def _touched(pieces: Sequence[Piece], starts: list[int], edit: Edit) -> Iterable[int]:
    if edit.start == edit.end:
        return [_taker(pieces, starts, edit.start)]
    first = bisect_right(starts, edit.start) - 1
    past = bisect_right(starts, edit.end - 1)
    return [index for index in range(first, past) if pieces[index].end > edit.start]


def _taker(pieces: Sequence[Piece], starts: list[int], offset: int) -> int:
    """Index of the piece that takes an insertion at the offset, or -1.

    The piece around it, else the one that starts there, else the one that ends there.
    """
    last = bisect_right(starts, offset) - 1
    candidates = [index for index in _ending_at(pieces, last, offset) if not pieces[index].fixed]
    around = [index for index in candidates if pieces[index].start < offset < pieces[index].end]
    starting = [index for index in candidates if pieces[index].start == offset]
    return next(iter((*around, *starting, *candidates)), -1)


def _ending_at(pieces: Sequence[Piece], last: int, offset: int) -> list[int]:
    """Indices, in order, of the pieces up to `last` that hold the offset or begin or end at it."""
    first = last
    while first > 0 and pieces[first - 1].end >= offset:
        first -= 1
    return [index for index in range(first, last + 1) if index >= 0 and pieces[index].end >= offset]


def _home(pieces: Sequence[Piece], starts: list[int], offset: int) -> list[int]:
    """The place (at most one) nearest to the offset where an insertion can go, looking back first."""
    if _taker(pieces, starts, offset) >= 0:
        return [offset]
    last = bisect_right(starts, offset) - 1
    before = (pieces[index].end for index in range(last, -1, -1) if not pieces[index].fixed)
    after = (piece.start for piece in pieces[last + 1 :] if not piece.fixed)
    place = next(before, next(after, None))
    return [] if place is None else [place]
