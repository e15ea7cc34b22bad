"""Views of a text (lower-cased, accents stripped, white space collapsed) whose offsets map back to the text as given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from mtqa.core.spans import Span

_APOSTROPHES = "’‘ʼʻ`´′"
_QUOTES = "“”„‟«»″"
_HYPHENS = "‐‑‒­"
_SPECIAL = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_HYPHENS[:3], "-"),
    "­": "",
    "ı": "i",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ł": "l",
    "Ł": "l",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "…": "...",
}


# Typographic marks made plain, whatever stands around them; soft hyphens go.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_HYPHENS[:3], "-"),
        "­": None,
    }
)


class _FoldTable(dict[int, str]):
    """Folded form of each code point, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    special = _SPECIAL.get(character)
    if special is not None:
        return special
    if character.isspace():
        return " "
    if "\u0900" <= character < "\uf900" and not "\u1e00" <= character < "\u2c00":
        return character  # marks are vowels there, and the parts of "が" or "한" mean nothing alone
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    return "".join(
        _SPECIAL.get(c, c) for c in decomposed if not unicodedata.category(c).startswith(("M", "Cf"))
    )


_TABLE = _FoldTable()


@dataclass(frozen=True, slots=True)
class View:
    """A changed copy of a text with a way back.

    The view is made of pieces; piece `i` begins at `starts[i]` in the view and stands for the original text from
    `origins[i]` to `ends[i]`. A piece is either a run copied one to one or the replacement of a single stretch.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ends: tuple[int, ...]
    lengths: tuple[int, ...]

    def to_original(self, span: Span) -> Span:
        """The span of the original text that a span of the view stands for.

        A span that cuts into a replaced stretch (the "ss" of "ß") takes in the whole stretch.
        """
        return Span(
            self._origin(span.start, last=False), self._origin(max(span.end - 1, span.start), last=True)
        )

    def _origin(self, position: int, *, last: bool) -> int:
        piece = bisect_right(self.starts, position) - 1
        origin, end, length = self.origins[piece], self.ends[piece], self.lengths[piece]
        if end - origin == length:
            return origin + min(position - self.starts[piece] + last, length)
        return end if last else origin


def fold(text: str) -> View:
    """The text lower-cased, without accents, quotation marks made plain and each run of white space one blank.

    >>> view = fold("Straße  “Été”")
    >>> view.text
    'strasse "ete"'
    >>> view.to_original(Span(4, 7)).of("Straße  “Été”")
    'ße'
    """
    odd = "".join(re.escape(c) for c in set(text) if len(_TABLE[ord(c)]) != 1)
    breaks = re.compile(rf"[{odd}]|\s\s+" if odd else r"\s\s+")
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    position = made = 0

    def add(piece: str, start: int, end: int) -> None:
        nonlocal made
        pieces.append(piece)
        starts.append(made)
        origins.append(start)
        ends.append(end)
        made += len(piece)

    for match in breaks.finditer(text):
        if match.start() > position:
            add(text[position : match.start()].translate(_TABLE), position, match.start())
        first = match.group()[0]
        replacement = " " if first.isspace() else _TABLE[ord(first)]
        add(replacement, match.start(), match.end())
        position = match.end()
    if position < len(text) or not pieces:
        add(text[position:].translate(_TABLE), position, len(text))
    keep = [i for i, piece in enumerate(pieces) if piece] or [0]
    return View(
        "".join(pieces),
        tuple(starts[i] for i in keep),
        tuple(origins[i] for i in keep),
        tuple(ends[i] for i in keep),
        tuple(len(pieces[i]) for i in keep),
    )


def fold_text(text: str) -> str:
    """Only the folded text, for words and patterns.

    >>> fold_text("Türkçe’de")
    "turkce'de"
    """
    return re.sub(r"\s\s+", " ", text.translate(_TABLE))


def plain_marks(text: str) -> str:
    r"""The text with plain apostrophes, quotation marks, hyphens and blanks, and everything else as it is.

    >>> plain_marks("L’Équipe  “A”")
    'L\'Équipe "A"'
    """
    return re.sub(r"\s+", " ", text.translate(_PLAIN))
