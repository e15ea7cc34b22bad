"""The bars of the HTML report that show in which paragraphs the issues stand."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.core.documents import Block, Document
from mtqa.core.issues import Issue
from mtqa.core.mqm import Severity
from mtqa.core.spans import Span
from mtqa.report.figures import tick
from mtqa.report.html_text import text
from mtqa.report.tally import by_severity

MOST_ROWS = (
    60  # a longer article shows only paragraphs with issues, and no more than these: a choice, two screens
)
_WIDTH = 1000  # units of the longest paragraph
_HEIGHT = 20
_HEIGHTS = {Severity.MINOR: 9, Severity.MAJOR: 14, Severity.CRITICAL: 20}
_FIRST_WORDS = 40  # characters of a paragraph that name it
_Row = tuple[int, Block, list[tuple[int, Issue]]]


def paragraph_bars(document: Document, issues: tuple[Issue, ...]) -> str:
    """A bar for each paragraph, as long as it is, with a tick for each issue and the amounts in words."""
    shown = _shown(document, issues)
    if not shown:
        return ""
    longest = max(len(block.span.of(document.text)) for _, block, _ in shown) or 1
    items = "".join(_row(document, row, longest) for row in shown)
    left_out = len(document.blocks) - len(shown)
    said = f"{left_out:,} paragraphs are left out: those without issues, and those after the first {MOST_ROWS} with issues."
    return f'<ol class="paras">{items}</ol>' + (f'<p class="soft small">{said}</p>' if left_out else "")


def shown_paragraphs(document: Document, issues: tuple[Issue, ...]) -> frozenset[int]:
    """The indices of the blocks that have a bar, which links to them."""
    return frozenset(index for index, _, _ in _shown(document, issues))


def _shown(document: Document, issues: tuple[Issue, ...]) -> list[_Row]:
    rows = list(_rows(document, issues))
    return rows if len(rows) <= MOST_ROWS else [row for row in rows if row[2]][:MOST_ROWS]


def _rows(document: Document, issues: tuple[Issue, ...]) -> Iterator[_Row]:
    """Each block with the issues that begin in it or behind it, before the next one."""
    waiting = list(enumerate(issues, 1))[::-1]
    blocks = document.blocks
    for index, block in enumerate(blocks):
        end = blocks[index + 1].span.start if index + 1 < len(blocks) else len(document.text) + 1
        inside: list[tuple[int, Issue]] = []
        while waiting and waiting[-1][1].span.start < end:
            inside.append(waiting.pop())
        yield index, block, inside


def _row(document: Document, row: _Row, longest: int) -> str:
    index, block, issues = row
    words = " ".join(block.span.of(document.text)[: 2 * _FIRST_WORDS].split())
    name = words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS].rsplit(' ', 1)[0]}…"
    amounts = by_severity(issue for _, issue in issues) or "–"
    return (
        f'<li><a href="#p{index + 1}"><span class="soft">¶{index + 1}</span> <bdi>{text(name)}</bdi></a>'
        f'{_bar(block.span, issues, longest)}<span class="amount{"" if issues else " soft"}">{amounts}</span></li>'
    )


def _bar(span: Span, issues: list[tuple[int, Issue]], longest: int) -> str:
    scale = _WIDTH / longest
    width = max(4.0, scale * (span.end - span.start))
    ticks = "".join(
        _tick(number, issue, min(max(0.0, scale * (issue.span.start - span.start)), width - 4))
        for number, issue in issues
    )
    role = 'role="group" aria-label="issues in this paragraph"' if issues else 'aria-hidden="true"'
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT + 4}" preserveAspectRatio="none" {role}>'
        f'<rect class="paper" x="0" y="{_HEIGHT - 2}" width="{width:.1f}" height="6"/>{ticks}</svg>'
    )


def _tick(number: int, issue: Issue, at: float) -> str:
    height = _HEIGHTS[issue.severity]
    return tick(number, issue, at, top=_HEIGHT - height, width=6, height=height + 4)
