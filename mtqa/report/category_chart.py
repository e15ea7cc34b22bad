"""The chart of the HTML report that tells which kinds of issue there are, and how grave they are."""

from __future__ import annotations

from mtqa.core.issues import Issue
from mtqa.report.html_text import text
from mtqa.report.tally import SEVERITIES, Row, category_rows

_WIDTH = 100  # units of the longest bar
_HEIGHTS = (
    14,
    9,
    5,
)  # critical, major, minor: the grave ones stand higher, so that colour does not speak alone


def category_chart(issues: tuple[Issue, ...]) -> str:
    """A table of categories by severity with a bar for each; the figures beside a bar are its text."""
    rows = category_rows(issues)
    if not rows:
        return ""
    most = max(row[-1] for row in rows[:-1])
    heads = "".join(
        f'<th scope="col">{_sample(place)}{severity}</th>' for place, severity in enumerate(SEVERITIES)
    )
    body = "".join(f'<tr>{_cells(row)}<td class="bars">{_bar(row, most)}</td></tr>' for row in rows[:-1])
    return (
        f'<table class="chart"><thead><tr><th scope="col">MQM category</th>{heads}<th scope="col">all</th>'
        f"<td></td></tr></thead><tbody>{body}</tbody>"
        f"<tfoot><tr>{_cells(rows[-1])}<td></td></tr></tfoot></table>"
    )


def _cells(row: Row) -> str:
    name, *amounts = row
    return f'<th scope="row">{text(name)}</th>' + "".join(
        f"<td>{amount}</td>" if amount else '<td class="nil">–</td>' for amount in amounts
    )


def _bar(row: Row, most: int) -> str:
    """The amounts of a category one behind the other, as long as the longest category allows."""
    out: list[str] = []
    left = 0.0
    for place, amount in enumerate(row[1:-1]):
        width = _WIDTH * amount / most
        if amount:
            out.append(_rectangle(place, left, max(0.5, width - 0.6)))
        left += width
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHTS[0]}" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(out)}</svg>"
    )


def _rectangle(place: int, left: float, width: float) -> str:
    height = _HEIGHTS[place]
    return (
        f'<rect class="b-{SEVERITIES[place]}" x="{left:.2f}" y="{_HEIGHTS[0] - height}" '
        f'width="{width:.2f}" height="{height}"/>'
    )


def _sample(place: int) -> str:
    """What the part of a bar looks like, for the head of its column."""
    return f'<svg class="sample" viewBox="0 0 8 {_HEIGHTS[0]}" aria-hidden="true">{_rectangle(place, 0, 8)}</svg>'
