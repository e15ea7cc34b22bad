"""Passages that the reviewer marks: checked, made into issues, and laid among those that mtqa found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from mtqa.app.keys import KeyedReview
from mtqa.core.documents import Document
from mtqa.core.issues import Issue, Suggestion, delete
from mtqa.core.issues import replace as put
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span

RULE = "OWN001"
NAME = "reviewer-mark"
_MESSAGE = "You marked this passage."


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage with what the reviewer says about it. `text` is what the span covered when it was marked.

    `wording` is what should stand there instead; None leaves that open, the empty text deletes.
    """

    span: Span
    text: str
    category: Category
    severity: Severity
    comment: str = ""
    wording: str | None = None

    @property
    def key(self) -> str:
        """The name of its issue."""
        return f"own-{self.span.start}-{self.span.end}"


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends, within the text; empty if nothing is left."""
    start, end = max(0, span.start), min(len(text), span.end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, max(start, end))


def is_free(span: Span, issues: Iterable[Issue]) -> bool:
    """Whether a passage holds something, and meets no issue that is marked already."""
    return span.start < span.end and not any(issue.span.overlaps(span) for issue in issues)


def with_marks(keyed: KeyedReview, marks: Collection[Mark]) -> KeyedReview:
    """The review with the marks among its issues, in text order. Marks whose text is gone are left out."""
    own = {mark.key: _issue(mark, keyed.review.document) for mark in _standing(marks, keyed)}
    if not own:
        return keyed
    issues = tuple(sorted((*keyed.review.issues, *own.values()), key=lambda issue: issue.span))
    return KeyedReview(replace(keyed.review, issues=issues))


def found_again(marks: Iterable[Mark], text: str) -> Iterator[Mark]:
    """The marks as they stand in a changed text: each moves to the nearest place that reads the same, or goes."""
    for mark in marks:
        places = _places(text, mark.text)
        start = min(places, key=lambda place: abs(place - mark.span.start), default=None)
        if start is not None:
            yield replace(mark, span=Span(start, start + len(mark.text)))


def _places(text: str, words: str) -> list[int]:
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _standing(marks: Iterable[Mark], keyed: KeyedReview) -> Iterator[Mark]:
    taken = list(keyed.review.issues)
    for mark in marks:
        if mark.span.of(keyed.review.document.text) == mark.text and is_free(mark.span, taken):
            taken.append(_issue(mark, keyed.review.document))
            yield mark


def _issue(mark: Mark, document: Document) -> Issue:
    return Issue(
        rule=RULE,
        name=NAME,
        category=mark.category,
        severity=mark.severity,
        confidence=1.0,
        span=mark.span,
        line=document.line_of(mark.span.start),
        text=mark.text,
        message=_MESSAGE,
        suggestions=_suggestions(mark),
        fingerprint=mark.key,
        comment=mark.comment,
    )


def _suggestions(mark: Mark) -> tuple[Suggestion, ...]:
    if mark.wording is None:
        return ()
    return (put(mark.wording) if mark.wording else delete(),)
