"""Pieces of HTML for `st.html`. Every text that is not our own is escaped here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from mtqa.app.cards import Card
from mtqa.app.messages import noted, say
from mtqa.app.scoreboard import SEVERITIES, Row, Tile
from mtqa.app.wording import SEVERITY_LETTERS
from mtqa.core.families import FAMILIES, Family
from mtqa.core.mqm import Severity

_WHAT = noted(
    "mtqa reads a machine-translated article and marks what a careful editor would not let pass: words left in another "
    "language, buttons and credits of the web page, phrases translated word by word, broken numbers."
)
_HOW = noted("You decide issue by issue, with one key each, and take away the corrected file and a report.")


def card_html(card: Card) -> str:
    """The upper part of the card: what, where, why, how sure."""
    quote = card.quote
    parts = (
        f'<div class="mt-card" data-issue="{escape(card.key)}" style="{hue(card.family)}">',
        f'<div class="mt-kind"><span class="mt-letter" aria-hidden="true">{card.family.letter}</span>',
        f"<span>{escape(say(card.family.label))}</span>{severity_html(Severity(card.severity))}</div>",
        f'<h3 class="mt-message">{escape(card.message)}</h3>',
        f'<p class="mt-quote" dir="auto">{escape(quote.before)}<mark>{escape(quote.marked)}</mark>{escape(quote.after)}</p>',
        f'<p class="mt-origin">{escape(card.origin)}</p>' if card.origin else "",
        _decided(card.decision),
        "</div>",
    )
    return "".join(parts)


def reasons_html(card: Card) -> str:
    """The lower part of the card: the rule's reason, the evidence, the rule and how sure it is."""
    evidence = "".join(f"<li>{escape(piece)}</li>" for piece in card.evidence)
    parts = (
        '<div class="mt-reasons">',
        f"<p>{escape(card.why)}</p>" if card.why else "",
        f"<ul>{evidence}</ul>" if evidence else "",
        f'<p class="mt-rule">{escape(card.rule)} · {escape(card.sureness)}</p>',
        "</div>",
    )
    return "".join(parts)


def severity_html(severity: Severity) -> str:
    """A severity as a word with its sign."""
    return f'<span class="mt-severity mt-{severity}"><b aria-hidden="true">{SEVERITY_LETTERS[severity]}</b> {escape(say(severity.value))}</span>'


def tile_html(tile: Tile) -> str:
    """The number of a tile with its note."""
    return f'<div class="mt-tile"><span class="mt-value">{escape(tile.value)}</span><small>{escape(tile.note)}</small></div>'


def header_html(name: str, line: str) -> str:
    """The title of the review: the file's name and a line about the article."""
    return f'<div class="mt-head"><h1 dir="auto">{escape(name)}</h1><p>{escape(line)}</p></div>'


def list_html(pieces: Iterable[str]) -> str:
    """A plain list of sentences."""
    return f'<ul class="mt-list">{"".join(f"<li>{escape(piece)}</li>" for piece in pieces)}</ul>'


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


def change_html(before: float, after: float, verdict: str, line: str) -> str:
    """The end state: quality before and after."""
    was = (
        f'<span class="mt-before">{before:.0f}</span><span aria-label="to"> → </span>'
        if round(before) != round(after)
        else ""
    )
    return (
        f'<div class="mt-end"><p class="mt-from-to">{was}<span class="mt-after">{after:.0f}</span></p>'
        f"<p><b>{escape(verdict)}</b></p><p>{escape(line)}</p></div>"
    )


def keys_html() -> str:
    """The keys on one line; the help of the article tells more."""
    keys = (
        ("j", noted("next")),
        ("k", noted("previous")),
        ("a", noted("accept")),
        ("x", noted("dismiss")),
        ("u", noted("undo")),
        ("?", noted("all keys")),
    )
    return f'<p class="mt-keys">{" ".join(f"<span><kbd>{key}</kbd> {escape(say(does))}</span>" for key, does in keys)}</p>'


def hue(family: Family) -> str:
    """The style that gives an element the colours of a family."""
    return f"--hue: light-dark({family.hue.light}, {family.hue.dark}); --line: {family.underline.value};"


def intro_html() -> str:
    """What mtqa is, in three lines."""
    return (
        f'<div class="mt-intro"><h1>{escape(say("What did the translation engine leave behind?"))}</h1>'
        f"<p>{escape(say(_WHAT))}</p><p>{escape(say(_HOW))} <b>{escape(say('The article stays on this computer.'))}</b></p></div>"
    )


def example_html() -> str:
    """What mtqa finds, shown on four lines that every news desk has met."""
    lines = (
        ("WEB", "Russia replies to US about Ukraine", " | Abroad", "", "a section label of the site"),
        ("CAL", "That is ", "unmentionable", " for NATO.", "Dutch “onbespreekbaar”: non-negotiable"),
        (
            "CAL",
            "after another ",
            "telephone interview",
            " with Blinken",
            "Dutch “telefonisch onderhoud”: a call",
        ),
        ("RES", "", "Bir yanıt yazın", "", "Turkish for “Write a reply”"),
    )
    return f'<div class="mt-example" role="img" aria-label="Four examples">{"".join(_example(*line) for line in lines)}</div>'


def _example(code: str, before: str, marked: str, after: str, meaning: str) -> str:
    family = FAMILIES[code]
    return (
        f'<p style="{hue(family)}">{escape(before)}<mark>{escape(marked)}<sup>{family.letter}</sup></mark>{escape(after)}'
        f"<small>{escape(meaning)}</small></p>"
    )


def _decided(words: str) -> str:
    return f'<p class="mt-decided">{escape(words)}</p>' if words else ""


def _table_row(row: Row, most: int) -> str:
    cells = "".join(
        f'<td><span class="mt-bar" style="width:{100 * count / most:.0f}%"></span>{count or "–"}</td>'
        for count in row.counts
    )
    return f'<tr><th scope="row">{escape(row.category)}</th>{cells}</tr>'
