"""Edits of a text, and the one function that applies them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mtqa.core.errors import InputError


class Edit(NamedTuple):
    """Replace `[start, end)` (code points) by `text`; `start == end` inserts, an empty `text` deletes."""

    start: int
    end: int
    text: str


def in_order(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits from left to right, made sure that they fit the text and do not overlap.

    Insertions at one place keep their order, and stand before an edit that starts there.
    Raises InputError for an edit outside the text and for two edits that share code points.
    """
    ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
    done = 0
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise InputError(
                f"edit {edit.start}-{edit.end} lies outside the text of {len(text)} characters; review it anew"
            )
        if edit.start < done:
            raise InputError(
                f"edit {edit.start}-{edit.end} overlaps the one that ends at {done}; apply one of the two"
            )
        done = edit.end
    return ordered


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; their offsets count in the text as given.

    >>> apply_edits("That is unmentionable.", [Edit(8, 21, "non-negotiable"), Edit(0, 0, "No: ")])
    'No: That is non-negotiable.'
    """
    pieces: list[str] = []
    done = 0
    for edit in in_order(text, edits):
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*pieces, text[done:]))
