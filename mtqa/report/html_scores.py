"""The scores in the HTML report, and how each of them is made."""

from __future__ import annotations

from mtqa.core.reviews import Review
from mtqa.report.explanations import Explained, explained_rest, explained_scores
from mtqa.report.figures import range_bar
from mtqa.report.html_text import text
from mtqa.report.words import VERDICTS, cap_sentence, number

_NEEDS_SOURCE = "Not measured: needs the source."
_NEEDS_MODELS = "Not measured: needs the neural models."
_HOW = "how is this made?"


def score_strip(review: Review) -> str:
    """Verdict and scores side by side, each with what it means and a link to how it is made."""
    scores = review.scores
    told = {one.key: one for one in explained_scores(review)}
    low, high = scores.interval
    likely = f'<p>Likely <a href="#m-range">between {number(low)} and {number(high)}</a>. {told["quality"].short}</p>'
    added = scores.estimated_penalty_per_1000
    more = "" if added is None else (
        f' The neural models add <a href="#m-estimate">{added:.1f}</a> for what they expect raters to find.'
    )  # fmt: skip
    points = f"<p>{told['penalty'].short}{more}</p>"
    return (
        f'<dl class="strip">{_verdict(review)}'
        f"{_score(told['quality'], range_bar(scores.quality, low, high) + likely)}"
        f"{_optional(told['fluency'], scores.fluency, _NEEDS_MODELS)}"
        f"{_optional(told['adequacy'], scores.adequacy, _NEEDS_SOURCE)}"
        f"{_score(told['penalty'], points)}</dl>\n"
    )


def how_made(review: Review) -> str:
    """For every number of the report how it is made, in the order in which they are shown."""
    verdict, *rest = explained_rest(review)
    entries = "".join(_entry(one) for one in (verdict, *explained_scores(review), *rest))
    signature = f"All settings in one line, to get the same numbers again: <code>{text(review.scores.signature)}</code>"
    return f'<section><h2>How the numbers are made</h2><dl class="made">{entries}</dl><p class="soft small">{signature}</p></section>\n'


def how_link(key: str) -> str:
    """The link from a number to how it is made."""
    return f'<a class="how" href="#m-{key}">{_HOW}</a>'


def _verdict(review: Review) -> str:
    verdict, meaning = VERDICTS[review.scores.verdict]
    caps = "".join(f"<p>{text(cap_sentence(cap))}</p>" for cap in review.scores.caps)
    return (
        f'<div class="verdict v-{review.scores.verdict}"><dt>Verdict</dt><dd class="value">{verdict}</dd>'
        f"<dd><p>{meaning}</p>{_sure(review)}{caps}{how_link('verdict')}</dd></div>"
    )


def _sure(review: Review) -> str:
    chance = review.scores.verdict_probability
    return (
        ""
        if chance is None
        else f"<p>Raters would come to the same verdict with {chance:.0%} probability.</p>"
    )


def _score(one: Explained, meaning: str) -> str:
    return (
        f'<div><dt>{one.name}</dt><dd class="value">{text(one.value)}</dd>'
        f"<dd>{meaning}{how_link(one.key)}</dd></div>"
    )


def _optional(one: Explained, value: float | None, missing: str) -> str:
    if value is not None:
        return _score(one, f"<p>{text(one.short)}</p>")
    return (
        f'<div><dt>{one.name}</dt><dd class="value none">–</dd>'
        f"<dd><p>{missing}</p>{how_link(one.key)}</dd></div>"
    )


def _entry(one: Explained) -> str:
    value = f' <span class="soft">{text(one.value)}</span>' if one.value else ""
    return f'<div id="m-{one.key}"><dt>{one.name}{value}</dt><dd>{text(one.made)}</dd></div>'
