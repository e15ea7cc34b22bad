"""One item of knowledge: what a lexicon entry says, wherever its file keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """Which kind of lexicon an entry comes from; also the name of its folder."""

    CALQUES = "calques"
    FURNITURE = "furniture"
    NAMES = "names"
    TERMS = "terms"


class Position(StrEnum):
    """Where in a line a furniture pattern must stand."""

    LINE = "line"
    START = "start"
    ANYWHERE = "anywhere"
    WORD = "word"  # anywhere in a line of up to six words in another language than the text's
    LABEL = "label"  # the same, in a line of up to three words
    PART = "part"  # only together with other words of page furniture, which fill a line of up to six words


@dataclass(frozen=True, slots=True)
class Guard:
    """Folded phrases that must or must not stand near a match for it to count."""

    only_near: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    only_preceded_by: tuple[str, ...] = ()
    unless_preceded_by: tuple[str, ...] = ()
    only_followed_by: tuple[str, ...] = ()
    unless_followed_by: tuple[str, ...] = ()


NO_GUARD = Guard()


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry. `language` is that of the source phrase, foreign form or furniture; `target` that of the text.

    `patterns` are written as `docs/lexicons.md` describes. `meaning` is the English meaning of what stands in the
    text (furniture, names, terms), `source` the source-language phrase and `note` the reason (calques).
    """

    id: str
    topic: Topic
    kind: str
    language: str
    patterns: tuple[str, ...]
    file: str
    target: str | None = None
    source: str = ""
    suggestions: tuple[str, ...] = ()
    note: str = ""
    meaning: str = ""
    guard: Guard = NO_GUARD
    needs_evidence: bool = False
    case: bool = False
    number: bool = False
    position: Position = Position.LINE
    confidence: float = 0.8
    bad: str = ""
    fixed: str = ""
    good: tuple[str, ...] = ()

    @property
    def written_in(self) -> str:
        """The language of the patterns: the target's for a calque, else the entry's own."""
        return self.target or self.language
