"""Finds all lexicon entries in a text with one Aho-Corasick pass over its folded view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from mtqa.core.spans import Span
from mtqa.language.entries import Entry, Guard, Topic
from mtqa.language.patterns import Variant, expand, fill
from mtqa.text.views import View

# How far before and after its anchor the regular expression of a pattern may reach, in code points.
_REACH = 120


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a text. `span` is in the text as given, `folded` in its folded view."""

    entry: Entry
    variant: Variant
    span: Span
    folded: Span
    captured: tuple[str, ...] = ()
    covered: str = ""

    def suggestions(self) -> tuple[str, ...]:
        """The entry's suggestions with inflection and captures filled in."""
        return tuple(fill(text, self.variant.choices, self.captured) for text in self.entry.suggestions)


class Matcher:
    """An automaton over the anchors of all given entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        anchors: dict[str, list[tuple[Entry, Variant]]] = {}
        for entry in entries:
            for pattern in entry.patterns:
                for variant in expand(pattern, entry.written_in, whole_names=entry.topic is Topic.FURNITURE):
                    anchors.setdefault(variant.anchor, []).append((entry, variant))
        self._automaton = ahocorasick.Automaton()
        for anchor, users in anchors.items():
            self._automaton.add_word(anchor, (len(anchor), tuple(users)))
        self._empty = not anchors
        if anchors:
            self._automaton.make_automaton()

    def find(self, text: str, view: View) -> Iterator[Hit]:
        """Every place where an entry's pattern and its case condition hold; guards are not looked at yet."""
        if self._empty:
            return
        folded = view.text
        for last, (length, users) in self._automaton.iter(folded):
            start, end = last + 1 - length, last + 1
            before, after = _is_start(folded, start), _is_end(folded, end)
            for entry, variant in users:
                if not ((before or variant.joined[0]) and (after or variant.joined[1])):
                    continue
                found = _verify(entry, variant, folded, Span(start, end), text, view)
                if found is not None:
                    yield found


def _is_word(folded: str, start: int, end: int) -> bool:
    """Whether the stretch is not cut out of a longer word (scripts without spaces have no such ends)."""
    return _is_start(folded, start) and _is_end(folded, end)


def _is_start(folded: str, start: int) -> bool:
    return not start or not _joins(folded[start - 1], folded[start])


def _is_end(folded: str, end: int) -> bool:
    return end >= len(folded) or not _joins(folded[end - 1], folded[end])


def _joins(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not (_is_unspaced(left) or _is_unspaced(right))


def _is_unspaced(character: str) -> bool:
    return (
        "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u2e80" <= character < "\uac00"
        or "\uf900" <= character < "\ufb00"
    )


def _verify(entry: Entry, variant: Variant, folded: str, anchor: Span, text: str, view: View) -> Hit | None:
    captured: tuple[str, ...] = ()
    found = anchor
    if variant.regex is not None:
        match = _search(variant.regex, folded, anchor)
        if match is None:
            return None
        found = Span(*match.span())
        captured = tuple(
            view.to_original(Span(*match.span(i + 1))).of(text) if match.group(i + 1) else ""
            for i in range(match.re.groups)
        )
        if any(not _capitalised(captured[i]) for i in variant.names):
            return None
    span = view.to_original(found)
    if entry.case and not variant.same_case(span.of(text), opens=_opens_sentence(text, span.start)):
        return None
    return Hit(entry, variant, span, found, captured, span.of(text))


# What stands before a sentence: a line break, or a stop and blanks, or the lead-in of a quotation.
_OPENING = re.compile(r"(?:^|\n|[.!?…][”’\"')\]]*\s|[:,]\s(?=[“„«\"]))[\s“„«‘\"'(\[–—•*>#-]*\Z")
_OPENING_REACH = 12


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence or line begins at `start`, as far as the characters before it tell."""
    return _OPENING.search(text, max(0, start - _OPENING_REACH), start) is not None


def _search(regex: str, folded: str, anchor: Span) -> re.Match[str] | None:
    compiled = _compiled(regex)
    for match in compiled.finditer(
        folded, max(0, anchor.start - _REACH), min(len(folded), anchor.end + _REACH)
    ):
        if match.start() <= anchor.start and anchor.end <= match.end() and _is_word(folded, *match.span()):
            return match
        if match.start() > anchor.start:
            return None
    return None


@lru_cache(maxsize=20_000)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])" + regex)


def _capitalised(words: str) -> bool:
    return all(
        word[0].isupper() or word.lower() in {"de", "van", "von", "der", "al", "el", "da", "bin"}
        for word in words.split()
    )


def guard_holds(guard: Guard, folded: str, hit: Span, sentence: Span) -> bool:
    """Whether what stands around a hit lets it count. All spans are in the folded view."""
    before, after = folded[sentence.start : hit.start].rstrip(), folded[hit.end : sentence.end].lstrip()
    around = f"{before} {after}"
    return not (
        (guard.only_near and not any(_has(around, phrase) for phrase in guard.only_near))
        or any(_has(around, phrase) for phrase in guard.unless_near)
        or (guard.only_preceded_by and not any(_ends(before, phrase) for phrase in guard.only_preceded_by))
        or any(_ends(before, phrase) for phrase in guard.unless_preceded_by)
        or (guard.only_followed_by and not any(_begins(after, phrase) for phrase in guard.only_followed_by))
        or any(_begins(after, phrase) for phrase in guard.unless_followed_by)
    )


def _has(text: str, phrase: str) -> bool:
    position = text.find(phrase)
    while position >= 0:
        if _is_word(text, position, position + len(phrase)):
            return True
        position = text.find(phrase, position + 1)
    return False


def _ends(text: str, phrase: str) -> bool:
    return text.endswith(phrase) and _is_word(text, len(text) - len(phrase), len(text))


def _begins(text: str, phrase: str) -> bool:
    return text.startswith(phrase) and _is_word(text, 0, len(phrase))
