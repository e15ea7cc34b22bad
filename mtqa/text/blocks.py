"""Cuts a text into blocks (lines, with hard-wrapped lines joined) and says what each block is."""

from __future__ import annotations

import re

from mtqa.core.documents import Block, BlockKind
from mtqa.core.spans import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSED = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[-*•–—▪●]|\d{1,2}[.)])\s")
_CAPTION = re.compile(
    r"©|\((?:photo|foto|image|credit|picture)\b|^(?:photo|foto|image|picture)s?\s*:", re.IGNORECASE
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")

# A line this long that ends without a full stop goes on in the next one when that begins in lower case.
_WRAPPED = 45
# Headings of the sample articles have up to 13 words; a label such as "Read more" has at most 4.
_HEADING_WORDS = 16
_LABEL_WORDS = 4


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; all that is left out is white space."""
    spans = _joined(text, [span for span in map(_trimmed, _lines(text)) if span.start < span.end])
    closed = [_CLOSED.search(span.of(text)) is not None for span in spans]
    first_text = next((i for i, done in enumerate(closed) if done), len(spans))
    return tuple(
        Block(_kind(span.of(text), done, is_first=i == 0, before_text=i < first_text), span)
        for i, (span, done) in enumerate(zip(spans, closed, strict=True))
    )


def _lines(text: str) -> list[tuple[str, Span]]:
    return [(match.group(), Span(*match.span())) for match in _LINE.finditer(text)]


def _trimmed(line: tuple[str, Span]) -> Span:
    content, span = line
    left = len(content) - len(content.lstrip())
    return Span(span.start + left, max(span.start + left, span.end - (len(content) - len(content.rstrip()))))


def _joined(text: str, spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and _continues(text, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _continues(text: str, previous: Span, span: Span) -> bool:
    last_line = text[previous.start : previous.end].rsplit("\n", 1)[-1]
    between = text[previous.end : span.start]
    return (
        len(last_line) >= _WRAPPED
        and between.count("\n") == 1
        and text[span.start].islower()
        and not _CLOSED.search(last_line)
    )


def _kind(content: str, closed: bool, *, is_first: bool, before_text: bool) -> BlockKind:
    words = len(content.split())
    if content.startswith(("```", "~~~")):
        return BlockKind.CODE
    if _CAPTION.search(content) and words <= 40:
        return BlockKind.CAPTION
    if _BULLET.match(content):
        return BlockKind.LIST_ITEM
    if content.startswith(">"):
        return BlockKind.QUOTE
    if content.count("|") >= 2 or "\t" in content:
        return BlockKind.TABLE_ROW
    if is_first and words <= 30 and (not closed or content.endswith(("!", "?"))):
        return BlockKind.TITLE
    if _MARKDOWN_HEADING.match(content):
        return BlockKind.HEADING
    if not closed and words <= _LABEL_WORDS:
        return BlockKind.LABEL if not before_text or words <= 2 else BlockKind.HEADING
    if not closed and words <= _HEADING_WORDS:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
