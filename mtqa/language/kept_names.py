"""Names that stay in their own language in a good translation: what the lexicons put in the place of wrong ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod

from mtqa.core.spans import Span
from mtqa.language.entries import Entry, Topic
from mtqa.language.patterns import MAX_EXPANSIONS

_PARTS = re.compile(r"\{[^{}]*\}|[^{}]+")
_WORD = re.compile(r"[^\W_]+")
_REACH = 60  # code points before a stretch in which a name that covers it may begin


class KeptNames:
    """The right names of all name entries for one target language, found with their capitals."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names = _by_first_word({name for entry in entries for name in _names_of(entry)})

    def around(self, text: str, span: Span) -> Iterator[Span]:
        """Each place of a name that shares something with a stretch of the text."""
        for word in _WORD.finditer(text, max(0, span.start - _REACH), span.end):
            for name in self._names.get(word[0], ()):
                end = word.start() + len(name)
                if (
                    end > span.start
                    and text.startswith(name, word.start())
                    and not text[end : end + 1].isalnum()
                ):
                    yield Span(word.start(), end)


def _by_first_word(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in names:
        first = _WORD.match(name)
        if first:
            found.setdefault(first[0], []).append(name)
    return {word: tuple(those) for word, those in found.items()}


def _names_of(entry: Entry) -> Iterator[str]:
    """The names of an entry: of a name list what it says, of a phrase those of several words, as one may be any word."""
    if entry.topic is Topic.NAMES:
        yield from entry.suggestions
    elif entry.topic is Topic.CALQUES and entry.kind == "name":
        for text in (entry.source, *entry.suggestions):
            yield from (name for name in _forms(text) if " " in name and not name.islower())


def _forms(text: str) -> Iterator[str]:
    """What a suggestion may become, each group taking each of its alternatives."""
    parts = [part[1:-1].split(",") if part.startswith("{") else [part] for part in _PARTS.findall(text)]
    if "<" not in text and prod(map(len, parts)) <= MAX_EXPANSIONS:
        yield from (" ".join("".join(chosen).split()) for chosen in product(*parts))
