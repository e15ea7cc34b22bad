"""Pictures of a review as HTML and SVG, each with its text alternative: issues by category, by paragraph, fluency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from mtqa.app.markup import severity_html
from mtqa.app.messages import say
from mtqa.app.scoreboard import SEVERITIES, Row, SentenceBar

_LOWEST_NAMED = 3


def table_html(rows: Sequence[Row]) -> str:
    """The table of issues by category and severity, each number with a bar."""
    most = max((count for row in rows for count in row.counts), default=1)
    head = "".join(f'<th scope="col">{severity_html(severity)}</th>' for severity in SEVERITIES)
    body = "".join(_table_row(row, most) for row in rows)
    return (
        f'<table class="mt-table"><caption>{escape(say("Issues by MQM category and severity"))}</caption>'
        f'<thead><tr><th scope="col">{escape(say("Category"))}</th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def paragraphs_html(points: Sequence[float]) -> str:
    """A bar for each paragraph of the article, from first to last; the highest has the most points."""
    most = max(points, default=0.0) or 1.0
    bars = "".join(
        f'<rect x="{number + 0.1:.1f}" y="{40 - 38 * one / most:.1f}" width="0.8" height="{38 * one / most:.1f}">'
        f"<title>{escape(say('Paragraph {number}: {points} points', number=number + 1, points=f'{one:.1f}'))}</title></rect>"
        for number, one in enumerate(points)
        if one
    )
    name = escape(say("Points by paragraph, from the first to the last"))
    return (
        f'<figure class="mt-paragraphs"><figcaption>{name}</figcaption><svg viewBox="0 0 {max(1, len(points))} 41" '
        f'preserveAspectRatio="none" role="img" aria-label="{name}"><path d="M0 40.5H{len(points)}"/>{bars}</svg></figure>'
    )


def fluency_html(bars: Sequence[SentenceBar]) -> str:
    """The strip of fluency: a field for each sentence, as wide as it has words, the darker the worse it reads."""
    if not bars:
        return ""
    name = escape(_fluency_in_words(bars))
    return (
        f'<figure class="mt-fluency"><svg viewBox="0 0 {sum(bar.words for bar in bars)} 1" preserveAspectRatio="none" '
        f'role="img" aria-label="{name}">{"".join(_fields(bars))}</svg>'
        f"<figcaption>{escape(say('Fluency, sentence by sentence: the darker, the worse it reads'))}</figcaption></figure>"
    )


def lowest_html(bars: Sequence[SentenceBar]) -> str:
    """The strip of fluency in words, with the sentences that read worst."""
    lowest = sorted(bars, key=lambda bar: bar.fluency)[:_LOWEST_NAMED]
    lines = "".join(f'<li dir="auto">{bar.fluency:.0f} · {escape(bar.text)}</li>' for bar in lowest)
    return f'<p class="mt-caption">{escape(_fluency_in_words(bars))}</p><ol class="mt-list">{lines}</ol>'


def _fluency_in_words(bars: Sequence[SentenceBar]) -> str:
    values = [bar.fluency for bar in bars]
    return say(
        "Fluency by sentence: {number} sentences between {low} and {high} of 100. Those that read worst:",
        number=len(bars),
        low=f"{min(values):.0f}",
        high=f"{max(values):.0f}",
    )


def _fields(bars: Sequence[SentenceBar]) -> Iterator[str]:
    at = 0
    for bar in bars:
        shade = 0.06 + 0.74 * (1 - bar.fluency / 100)
        label = escape(f"{bar.fluency:.0f} · {bar.text}")
        yield f'<rect x="{at}" y="0" width="{bar.words}" height="1" fill-opacity="{shade:.2f}"><title>{label}</title></rect>'
        at += bar.words


def _table_row(row: Row, most: int) -> str:
    cells = "".join(
        f'<td><span class="mt-bar mt-{severity}" style="width:{100 * count / most:.0f}%"></span>{count or "–"}</td>'
        for severity, count in zip(SEVERITIES, row.counts, strict=True)
    )
    return f'<tr><th scope="row">{escape(row.category)}</th>{cells}</tr>'
