"""Pieces of HTML for `st.html`. Every text that is not our own is escaped here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mtqa.app.cards import Card
from mtqa.app.messages import noted, say
from mtqa.app.scoreboard import Tile
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
        f'<p class="mt-comment" dir="auto">{escape(say("Comment: {comment}", comment=card.comment))}</p>'
        if card.comment
        else "",
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


def text_html(sentence: str) -> str:
    """A quiet sentence."""
    return f'<p class="mt-caption">{escape(sentence)}</p>'


def list_html(pieces: Iterable[str]) -> str:
    """A plain list of sentences."""
    return f'<ul class="mt-list">{"".join(f"<li>{escape(piece)}</li>" for piece in pieces)}</ul>'


def change_html(before: float, after: float, verdict: str, line: str) -> str:
    """The end state: quality before and after."""
    was = (
        f'<span class="mt-before">{before:.0f}</span><span aria-hidden="true"> → </span>'
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
        ("l", noted("copy link")),
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
        ("WEB", "Russia replies to US about Ukraine", " | Abroad", "", noted("a section label of the site")),
        ("CAL", "That is ", "unmentionable", " for NATO.", noted("Dutch “onbespreekbaar”: non-negotiable")),
        (
            "CAL",
            "after another ",
            "telephone interview",
            " with Blinken",
            noted("Dutch “telefonisch onderhoud”: a call"),
        ),
        ("RES", "", "Bir yanıt yazın", "", noted("Turkish for “Write a reply”")),
    )
    return f'<div class="mt-example" role="img" aria-label="{escape(say("Four examples"))}">{"".join(_example(*line) for line in lines)}</div>'


def _example(code: str, before: str, marked: str, after: str, meaning: str) -> str:
    family = FAMILIES[code]
    return (
        f'<p style="{hue(family)}">{escape(before)}<mark>{escape(marked)}<sup>{family.letter}</sup></mark>{escape(after)}'
        f"<small>{escape(say(meaning))}</small></p>"
    )


def _decided(words: str) -> str:
    return f'<p class="mt-decided">{escape(words)}</p>' if words else ""
