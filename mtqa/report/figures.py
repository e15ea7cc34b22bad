"""The pictures of the HTML report, as inline SVG: where issues stand, and how far a score may vary."""

from __future__ import annotations

from mtqa.core.documents import Document
from mtqa.core.issues import Issue
from mtqa.core.mqm import Severity
from mtqa.report.html_text import attribute, family_class
from mtqa.report.words import letter

_WIDTH = 1000  # units of the drawing, which is stretched to the page
_HEIGHTS = {Severity.MINOR: 14, Severity.MAJOR: 24, Severity.CRITICAL: 34}
_BASE_LINE = 40


def where_bar(document: Document, issues: tuple[Issue, ...]) -> str:
    """A bar of the article from first to last word with a tick per issue; higher ticks weigh more."""
    length = max(1, len(document.text))
    cuts = "".join(_cut(_WIDTH * block.span.start / length) for block in document.blocks[1:200])
    ticks = "".join(
        _tick(number, issue, _WIDTH * issue.span.start / length) for number, issue in enumerate(issues, 1)
    )
    return (
        f'<svg class="where" viewBox="0 0 {_WIDTH} 52" preserveAspectRatio="none" role="img" '
        f'aria-label="Where in the article the issues stand">'
        f'<rect class="paper" x="0.5" y="{_BASE_LINE}" width="{_WIDTH - 1}" height="10"/>{cuts}{ticks}</svg>'
    )


def range_bar(value: float, low: float, high: float) -> str:
    """A rail from 0 to 100 with the range in which the score lies and the score itself."""
    left, right = max(0.0, low), min(100.0, high)
    return (
        f'<svg class="range" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{value:.0f}, between {low:.0f} and {high:.0f}">'
        f'<rect class="rail" y="4" width="100" height="2"/>'
        f'<rect class="span" x="{left:.2f}" y="2" width="{max(0.5, right - left):.2f}" height="6"/>'
        f'<rect class="point" x="{min(99.0, max(0.0, value - 0.5)):.2f}" y="0" width="1" height="10"/></svg>'
    )


def _cut(at: float) -> str:
    return f'<line class="cut" x1="{at:.1f}" x2="{at:.1f}" y1="{_BASE_LINE}" y2="{_BASE_LINE + 10}"/>'


def tick(number: int, issue: Issue, at: float, *, top: int, width: int, height: int) -> str:
    """The mark of issue `number` in a drawing, which leads to its card."""
    title = attribute(f"{number} {letter(issue)}: {issue.message}")
    return (
        f'<a href="#i{number}" aria-label="{title}"><title>{title}</title>'
        f'<rect class="tick {family_class(issue)} {issue.state}" '
        f'x="{at:.1f}" y="{top}" width="{width}" height="{height}"/></a>'
    )


def _tick(number: int, issue: Issue, at: float) -> str:
    height = _HEIGHTS[issue.severity]
    return tick(number, issue, min(at, _WIDTH - 4), top=_BASE_LINE - height, width=4, height=height + 10)
