"""Hits of calques, names and terms that stand up to their guards."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from mtqa.core.documents import Document
from mtqa.core.spans import Span
from mtqa.language.entries import NO_GUARD
from mtqa.language.matcher import Hit, Matcher, guard_holds, guard_refuses
from mtqa.text.views import View, fold_text

_NEAR_NUMBER = 12  # code points between a number and its unit or scale word


def find_phrases(document: Document, folded: View, matcher: Matcher) -> tuple[Hit, ...]:
    """All hits inside one sentence whose guards hold, longest first where two begin together.

    Where a guard shows the words to be sound ("on request of the court"), they are so for every entry, unless the source
    language is known or the other entry looks for something of its own around them.
    """
    found = [hit for hit in matcher.find(document.text, folded) if _stands(document, hit)]
    sound = () if document.source_lang else tuple(hit for hit in found if _is_refused(document, hit))
    beside = frozenset(id(hit) for hit in sound if _is_refused(document, hit, beside=True))
    hits = [hit for hit in found if not _is_within(hit, sound, beside) and _holds(document, hit)]
    hits.sort(key=lambda hit: (hit.span.start, -hit.span.end, hit.entry.id))
    return tuple(_outermost(hits))


def _outermost(hits: list[Hit]) -> Iterator[Hit]:
    """The hits without those that lie within another hit of their own entry."""
    last: dict[str, Hit] = {}
    for hit in hits:
        before = last.get(hit.entry.id)
        if before is None or not before.span.contains(hit.span):
            last[hit.entry.id] = hit
            yield hit


def _is_within(hit: Hit, sound: Collection[Hit], beside: Collection[int]) -> bool:
    """Whether the guard of another entry speaks for the words of a hit, and none of its own asks for what stands around it.

    Within one lexicon only what stands directly beside the words counts: its authors have looked at the rest.
    """
    guard = hit.entry.guard
    if guard.only_near or guard.only_preceded_by or guard.only_followed_by:
        return False
    return any(
        other.span.contains(hit.span) and (id(other) in beside or other.entry.file != hit.entry.file)
        for other in sound
    )


def _stands(document: Document, hit: Hit) -> bool:
    sentence = document.sentence_at(hit.span.start)
    if sentence is None or hit.span.end > sentence.end:
        return False
    return not hit.entry.number or _beside_number(document.text, hit.span)


def _is_refused(document: Document, hit: Hit, *, beside: bool = False) -> bool:
    guard = replace(hit.entry.guard, unless_near=()) if beside else hit.entry.guard
    return guard != NO_GUARD and guard_refuses(guard, *_around(document, hit))


def _holds(document: Document, hit: Hit) -> bool:
    return hit.entry.guard is NO_GUARD or guard_holds(hit.entry.guard, *_around(document, hit))


def _around(document: Document, hit: Hit) -> tuple[str, Span, Span]:
    """The folded sentence, where the hit is in it, and all of it."""
    sentence = document.sentence_at(hit.span.start) or hit.span
    before = fold_text(document.text[sentence.start : hit.span.start])
    inside = fold_text(hit.span.of(document.text))
    whole = before + inside + fold_text(document.text[hit.span.end : sentence.end])
    return whole, Span(len(before), len(before) + len(inside)), Span(0, len(whole))


def _beside_number(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _NEAR_NUMBER) : span.start].rstrip()
    after = text[span.end : span.end + 3].lstrip()
    return before[-1:].isdigit() or after[:1].isdigit()
