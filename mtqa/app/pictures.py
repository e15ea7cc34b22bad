"""Pictures of a review as HTML, each with its text alternative: issues by category, by paragraph, fluency.

`st.html` takes SVG away, so that the bars are plain elements.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from mtqa.app.markup import severity_html
from mtqa.app.messages import say
from mtqa.app.scoreboard import SEVERITIES, Row, SentenceBar

_NAMED = 3  # extremes that a picture's text alternative names, a choice


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
        f'<i style="height:{100 * one / most:.0f}%" title="{escape(_points_of(number, one))}"></i>'
        for number, one in enumerate(points, 1)
    )
    name = escape(say("Points by paragraph, from the first to the last"))
    worst = "; ".join(_points_of(number, one) for number, one in _most_points(points))
    return (
        f'<figure class="mt-paragraphs"><figcaption>{name}</figcaption>'
        f'<div role="img" aria-label="{name}. {escape(worst)}">{bars}</div></figure>'
    )


def _most_points(points: Sequence[float]) -> list[tuple[int, float]]:
    """The paragraphs with the most points, by number from 1; none that has none."""
    numbered = sorted(enumerate(points, 1), key=lambda one: -one[1])
    return [(number, one) for number, one in numbered[:_NAMED] if one]


def _points_of(number: int, points: float) -> str:
    return say("Paragraph {number}: {points} points", number=number, points=f"{points:.1f}")


def fluency_html(bars: Sequence[SentenceBar]) -> str:
    """The strip of fluency: a field for each sentence, as wide as it has words, the darker the worse it reads."""
    if not bars:
        return ""
    worst = "; ".join(bar.text for bar in _lowest(bars))
    name = escape(f"{_fluency_in_words(bars)} {worst}")
    return (
        f'<figure class="mt-fluency"><div role="img" aria-label="{name}">{"".join(map(_field, bars))}</div>'
        f"<figcaption>{escape(say('Fluency, sentence by sentence: the darker, the worse it reads'))}</figcaption></figure>"
    )


def fluency_to_come_html() -> str:
    """The place of the strip before it is there, as high as the strip will be."""
    coming = escape(say("Fluency by sentence comes with the scores of the language models."))
    return f'<figure class="mt-fluency"><div></div><figcaption>{coming}</figcaption></figure>'


def lowest_html(bars: Sequence[SentenceBar]) -> str:
    """The strip of fluency in words, with the sentences that read worst."""
    lines = "".join(f'<li dir="auto">{bar.fluency:.0f} · {escape(bar.text)}</li>' for bar in _lowest(bars))
    return f'<p class="mt-caption">{escape(_fluency_in_words(bars))}</p><ol class="mt-list">{lines}</ol>'


def _lowest(bars: Sequence[SentenceBar]) -> list[SentenceBar]:
    return sorted(bars, key=lambda bar: bar.fluency)[:_NAMED]


def _fluency_in_words(bars: Sequence[SentenceBar]) -> str:
    values = [bar.fluency for bar in bars]
    return say(
        "Fluency by sentence: {number} sentences between {low} and {high} of 100. Those that read worst:",
        number=len(bars),
        low=f"{min(values):.0f}",
        high=f"{max(values):.0f}",
    )


def _field(bar: SentenceBar) -> str:
    shade = 0.06 + 0.74 * (1 - bar.fluency / 100)
    label = escape(f"{bar.fluency:.0f} · {bar.text}")
    return f'<i style="flex-grow:{bar.words};opacity:{shade:.2f}" title="{label}"></i>'


def _table_row(row: Row, most: int) -> str:
    cells = "".join(
        f'<td><span class="mt-bar mt-{severity}" style="width:{100 * count / most:.0f}%"></span>{count or "–"}</td>'
        for severity, count in zip(SEVERITIES, row.counts, strict=True)
    )
    return f'<tr><th scope="row">{escape(row.category)}</th>{cells}</tr>'
