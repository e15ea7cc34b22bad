"""Finds all lexicon entries in a text with one Aho-Corasick pass over its folded view."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

import ahocorasick

from mtqa.core.spans import Span
from mtqa.language.entries import Entry, Guard, Topic
from mtqa.language.patterns import Variant, expand, expansion, fill
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


class Anchors:
    """The anchors of all variants of some entries in one automaton, and whose they are.

    It holds numbers in place of entries and variants: a hundred thousand of those would take seconds to load and
    hundreds of megabytes, for the few that a text asks for. Anchor `a` has the uses `starts[a]` to
    `starts[a + 1]`; each is an entry, one of its patterns, a variant of that, and whether a placeholder touches the anchor
    (1 before it, 2 behind it).
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        users: dict[str, list[tuple[int, int, int, int]]] = {}
        for place, entry in enumerate(entries):
            for number, pattern in enumerate(entry.patterns):
                variants = expand(pattern, entry.written_in, whole_names=_whole_names(entry))
                for which, variant in enumerate(variants):
                    joined = variant.joined[0] + 2 * variant.joined[1]
                    users.setdefault(variant.anchor, []).append((place, number, which, joined))
        self.lengths = array("H", map(len, users))
        self.starts = array("L", accumulate(map(len, users.values()), initial=0))
        self.uses = array("L", chain.from_iterable(chain.from_iterable(users.values())))
        self.automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, anchor in enumerate(users):
            self.automaton.add_word(anchor, number)
        if users:
            self.automaton.make_automaton()

    def found(self, folded: str) -> Iterator[tuple[Span, int, int, int]]:
        """Every use whose anchor stands in a text at its word boundaries: place, entry, pattern, variant."""
        if not self.lengths:
            return
        for last, number in self.automaton.iter(folded):
            start, end = last + 1 - self.lengths[number], last + 1
            before, after = _is_start(folded, start), _is_end(folded, end)
            for at in range(4 * self.starts[number], 4 * self.starts[number + 1], 4):
                entry, pattern, variant, joined = self.uses[at : at + 4]
                if (before or joined & 1) and (after or joined & 2):
                    yield Span(start, end), entry, pattern, variant


class Matcher:
    """Finds entries in texts. `anchors`, if given, are those of the same entries, made earlier."""

    def __init__(self, entries: Sequence[Entry], anchors: Anchors | None = None) -> None:
        self._entries = entries
        self._anchors = anchors or Anchors(entries)

    def find(self, text: str, view: View) -> Iterator[Hit]:
        """Every place where an entry's pattern and its case condition hold; guards are not looked at yet."""
        for place, number, pattern, which in self._anchors.found(view.text):
            entry = self._entries[number]
            variant = expansion(
                entry.patterns[pattern], which, entry.written_in, whole_names=_whole_names(entry)
            )
            found = _verify(entry, variant, view.text, place, text, view)
            if found is not None:
                yield found


def _whole_names(entry: Entry) -> bool:
    return entry.topic is Topic.FURNITURE


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
        guard_refuses(guard, folded, hit, sentence)
        or (guard.only_near and not any(_has(around, phrase) for phrase in guard.only_near))
        or (guard.only_preceded_by and not any(_ends(before, phrase) for phrase in guard.only_preceded_by))
        or (guard.only_followed_by and not any(_begins(after, phrase) for phrase in guard.only_followed_by))
    )


def guard_refuses(guard: Guard, folded: str, hit: Span, sentence: Span) -> bool:
    """Whether something stands around a hit that shows it to be sound."""
    before, after = folded[sentence.start : hit.start].rstrip(), folded[hit.end : sentence.end].lstrip()
    around = f"{before} {after}"
    return (
        any(_has(around, phrase) for phrase in guard.unless_near)
        or any(_ends(before, phrase) for phrase in guard.unless_preceded_by)
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
