"""The review as a person reads it in a terminal: marked text, a table of issues, the score."""

from __future__ import annotations

import io
import os
import shutil

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mtqa.cli.opinion_parts import render_opinions
from mtqa.core.families import FAMILIES
from mtqa.core.issues import Action, Issue, State
from mtqa.core.languages import language_name
from mtqa.core.reviews import Origin, Review, Verdict

_STYLES = {
    "RES": "bold red",
    "ALN": "bold red",
    "WEB": "magenta",
    "LLM": "bold magenta",
    "CAL": "yellow",
    "FLU": "blue",
    "GLU": "blue",
    "NUM": "cyan",
    "PUN": "cyan",
    "ENT": "green",
    "ENC": "bright_red",
}
_VERDICTS = {
    Verdict.PUBLISH: ("can be published", "bold green"),
    Verdict.LIGHT_EDIT: ("needs a light edit", "bold yellow"),
    Verdict.HEAVY_EDIT: ("needs a heavy edit", "bold red"),
    Verdict.REJECT: ("should be translated again", "bold red"),
}
_CONTEXT = 34
_WIDEST = 118


def render(review: Review, *, colour: bool) -> str:
    """The report as text, with ANSI colours if asked for; `NO_COLOR` is honoured."""
    width = min(_WIDEST, shutil.get_terminal_size((100, 24)).columns)
    stream = io.StringIO()
    use_colour = colour and not os.environ.get("NO_COLOR")
    console = Console(
        file=stream,
        width=width,
        force_terminal=use_colour,
        no_color=not use_colour,
        highlight=False,
        color_system="standard" if use_colour else None,
    )
    console.print(_heading(review))
    for issue in review.issues:
        console.print(Padding(_issue(review, issue), (1, 0, 0, 0)))
    console.print()
    if review.issues:
        console.print(_table(review))
    console.print(_score(review))
    for part in render_opinions(review):
        console.print(part)
    for line in _notes(review):
        console.print(Text(line, style="dim"))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _heading(review: Review) -> Text:
    document = review.document
    count = len(review.issues)
    found = "no issues" if not count else "1 issue" if count == 1 else f"{count} issues"
    name = document.name or "text"
    return Text.assemble(
        (name, "bold"), f" · {document.words:,} words · {language_name(document.target_lang)} · {found}"
    )


def _issue(review: Review, issue: Issue) -> Text:
    text, (start, end) = review.document.text, issue.span
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + _CONTEXT].partition("\n")[0]
    style = _STYLES.get(issue.family, "bold")
    marked = " ".join(text[start:end].split())
    shown = marked if len(marked) <= 120 else f"{marked[:80]} … {marked[-30:]}"
    lines = Text()
    lines.append(f"{issue.line:>4}  ", "dim").append(f"{issue.rule} ", style).append(
        f"{issue.severity} ", "bold"
    )
    lines.append(f"{issue.confidence:.0%}", "dim")
    if issue.state is State.DISMISSED:
        lines.append(" dismissed", "dim")
    lines.append("\n      ").append(before.lstrip(), "dim").append(f"[{shown}]", style).append(
        after.rstrip(), "dim"
    )
    lines.append(f"\n      {issue.message}")
    if issue.gloss and issue.gloss not in issue.message:
        lines.append(f" Meaning: “{issue.gloss}”.")
    fixes = [_fix(suggestion.action, suggestion.text) for suggestion in issue.suggestions[:3]]
    if fixes:
        lines.append("\n      → ", "green").append(" / ".join(fixes), "green")
    return lines


def _fix(action: Action, text: str) -> str:
    return (
        "delete"
        if action is Action.DELETE or not text
        else f"insert “{text}”"
        if action is Action.INSERT
        else text
    )


def _table(review: Review) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in ("family", "minor", "major", "critical"):
        table.add_column(name, justify="left" if name == "family" else "right")
    for code, family in FAMILIES.items():
        mine = [issue for issue in review.issues if issue.family == code]
        if mine:
            counts = [
                sum(issue.severity == level for issue in mine) for level in ("minor", "major", "critical")
            ]
            table.add_row(
                Text(f"{code} {family.label}", _STYLES.get(code, "")), *(str(n) if n else "·" for n in counts)
            )
    return table


def _score(review: Review) -> Text:
    scores = review.scores
    words, style = _VERDICTS[scores.verdict]
    low, high = scores.interval
    line = (
        Text("\nQuality ")
        .append(f"{scores.quality:.0f}", "bold")
        .append(f" of 100 ({low:.0f}-{high:.0f}): ")
        .append(words, style)
    )
    if scores.verdict_probability is not None:
        line.append(f" (raters would agree with {scores.verdict_probability:.0%} probability)")
    line.append(f" · {scores.penalty_per_1000:.1f} penalty points per 1,000 words")
    if scores.fluency is not None:
        line.append(f" · fluency {scores.fluency:.0f}")
    if scores.adequacy is not None:
        line.append(f" · adequacy {scores.adequacy:.0f}")
    if scores.reference:
        line.append(
            f"\nAgainst the reference: BLEU {scores.reference.bleu:.1f} · chrF {scores.reference.chrf:.1f} · TER {scores.reference.ter:.1f}"
        )
    return line


def _notes(review: Review) -> list[str]:
    lines = []
    if review.source:
        lines.append(_origin("Probably translated from", review.source))
    if review.site:
        lines.append(_origin("Site language probably", review.site))
    lines += [f"Skipped {item.rule}: {item.why}" for item in review.skipped]
    lines += [f"Failed {item.rule}: {item.error}" for item in review.failures]
    lines += list(review.notes)
    lines.append(review.scores.signature)
    return lines


def _origin(lead: str, origin: Origin) -> str:
    shown = "; ".join(origin.pieces[:3])
    more = f"; and {len(origin.pieces) - 3} more" if len(origin.pieces) > 3 else ""
    return f"{lead} {language_name(origin.language)}: {shown}{more}."
