"""The sentence around an issue, for reports that do not show the whole article."""

from __future__ import annotations

import re

from mtqa.core.documents import Document
from mtqa.core.issues import Issue
from mtqa.core.spans import Span

_REACH = 80  # characters on each side that are shown at most: a line of a table


def context(document: Document, issue: Issue) -> tuple[str, str, str]:
    """The text before, in and after the issue, on one line and within its sentence."""
    around = _around(document, issue.span)
    before = document.text[around.start : issue.span.start]
    after = document.text[issue.span.end : around.end]
    return _cut_left(_one_line(before)), _one_line(issue.text), _cut_right(_one_line(after))


def _around(document: Document, span: Span) -> Span:
    sentence = document.sentence_at(span.start)
    if sentence is None:
        index = document.block_index(span.start)
        sentence = document.blocks[index].span if index is not None else span
    return Span(min(sentence.start, span.start), max(sentence.end, span.end))


def _one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return re.sub(r"\s+", " ", text)


def _cut_left(text: str) -> str:
    """The end of the text, from a word's start."""
    return text if len(text) <= _REACH else "…" + re.sub(r"^\S*\s(?=.)", "", text[-_REACH:])


def _cut_right(text: str) -> str:
    """The start of the text, to a word's end."""
    return text if len(text) <= _REACH else re.sub(r"(?<=.)\s\S*$", "", text[:_REACH]) + "…"
