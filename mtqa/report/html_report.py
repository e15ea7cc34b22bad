"""The review as one HTML file: no script, nothing loaded, readable on screen, phone and paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue, State, Suggestion
from mtqa.core.languages import language_name
from mtqa.core.mqm import Severity
from mtqa.core.reviews import Review
from mtqa.report.figures import range_bar, where_bar
from mtqa.report.html_article import marked_article
from mtqa.report.html_text import attribute, badge, family_class, label, text
from mtqa.report.stylesheet import stylesheet
from mtqa.report.words import (
    ADEQUACY,
    FLUENCY,
    PENALTY,
    QUALITY,
    READ_FLUENCY,
    STATES,
    VERDICTS,
    advice,
    cap_sentence,
    count,
    decided,
    meaning,
    number,
    origin_sentences,
    summary,
    sureness,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_html(review: Review) -> bytes:
    """The review as a self-contained HTML page; all text from outside is escaped."""
    name = review.document.name or "article"
    parts = (_head(name), _header(review, name), _score_strip(review), _overview(review),
             _body(review), _gaps(review))  # fmt: skip
    return f"{''.join(parts)}</body></html>\n".encode("utf-8", "replace")


def _head(name: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="referrer" content="no-referrer">'
        f"<title>Review: {text(name)}</title><style>{stylesheet()}</style></head><body>\n"
    )


def _header(review: Review, name: str) -> str:
    language = language_name(review.document.target_lang)
    facts = [summary(review), count(review.document.words, "word"), f"in {language}", decided(review)]
    line = text(" · ".join(filter(None, facts)))
    return f'<header><h1 dir="auto">{text(name)}</h1><p class="soft">{line}</p></header>\n'


def _score_strip(review: Review) -> str:
    scores = review.scores
    verdict, meaning = VERDICTS[scores.verdict]
    caps = "".join(f"<p>{text(cap_sentence(cap))}</p>" for cap in scores.caps)
    sure = (
        ""
        if scores.verdict_probability is None
        else f"<p>Raters would come to the same verdict with {scores.verdict_probability:.0%} probability.</p>"
    )
    low, high = scores.interval
    likely = f"<p>Likely between {number(low)} and {number(high)}. {QUALITY}</p>"
    needs = "Not measured: needs the source."
    estimated = scores.estimated_penalty_per_1000
    fluency = FLUENCY if estimated is None else READ_FLUENCY
    added = (
        ""
        if estimated is None
        else f" The neural models add {estimated:.1f} for what they expect raters to find."
    )
    return (
        f'<dl class="strip"><div class="verdict v-{scores.verdict}"><dt>Verdict</dt>'
        f'<dd class="value">{verdict}</dd><dd><p>{meaning}</p>{sure}{caps}</dd></div>'
        f"{_score('Quality', number(scores.quality), range_bar(scores.quality, low, high) + likely)}"
        f"{_optional('Fluency', scores.fluency, fluency, 'Not measured: needs the neural models.')}"
        f"{_optional('Adequacy', scores.adequacy, ADEQUACY, needs)}"
        f"{_score('Per 1,000 words', f'{scores.penalty_per_1000:.1f}', f'<p>{PENALTY}{added}</p>')}</dl>\n"
    )


def _score(name: str, value: str, meaning: str) -> str:
    return f'<div><dt>{name}</dt><dd class="value">{value}</dd><dd>{meaning}</dd></div>'


def _optional(name: str, value: float | None, meaning: str, missing: str) -> str:
    if value is None:
        return f'<div><dt>{name}</dt><dd class="value none">–</dd><dd><p>{missing}</p></dd></div>'
    return _score(name, number(value), f"<p>{meaning}</p>")


def _origin(review: Review) -> str:
    said = [f"<p>{text(sentence)}</p>{_bullets(pieces)}" for sentence, pieces in origin_sentences(review)]
    return f"<section><h2>Where it comes from</h2>{''.join(said)}</section>\n" if said else ""


def _bullets(entries: tuple[str, ...] | list[str]) -> str:
    items = "".join(f'<li dir="auto">{text(entry)}</li>' for entry in entries)
    return f'<ul class="soft small">{items}</ul>' if items else ""


def _overview(review: Review) -> str:
    if not review.issues:
        return _origin(review)
    return (
        f"<section><h2>Where the issues are</h2>{where_bar(review.document, review.issues)}"
        f'<p class="ends soft small"><span>start</span><span>end</span></p></section>\n'
        f'<div class="pair">{_origin(review)}<section><h2>What kind they are</h2>'
        f'<div class="scroll">{_matrix(review.issues)}</div></section></div>\n'
    )


def _matrix(issues: tuple[Issue, ...]) -> str:
    """Categories by severity, the most frequent category first."""
    severities = list(reversed(Severity))
    cells = Counter((issue.category, issue.severity) for issue in issues)
    totals = Counter(issue.category for issue in issues)
    head = "".join(f'<th scope="col">{severity}</th>' for severity in severities)
    rows = "".join(
        f'<tr><th scope="row">{category}</th>'
        f"{''.join(_cell(cells[category, severity]) for severity in severities)}{_cell(amount)}</tr>"
        for category, amount in totals.most_common()
    )
    sums = "".join(_cell(sum(issue.severity is severity for issue in issues)) for severity in severities)
    return (
        f'<table><thead><tr><th scope="col">MQM category</th>{head}<th scope="col">all</th></tr></thead>'
        f"<tbody>{rows}</tbody>"
        f'<tfoot><tr><th scope="row">all</th>{sums}{_cell(len(issues))}</tr></tfoot></table>'
    )


def _cell(amount: int) -> str:
    return f"<td>{amount}</td>" if amount else '<td class="nil">–</td>'


def _body(review: Review) -> str:
    issues = "\n".join(_entry(place, issue) for place, issue in enumerate(review.issues, 1))
    listed = f'<ol class="issues">{issues}</ol>' if issues else '<p class="soft">No issues found.</p>'
    return (
        f"<h2>The article</h2>{_key(review.issues)}<main>"
        f'<article lang="{attribute(review.document.target_lang)}">'
        f"{marked_article(review.document, review.issues)}</article>\n"
        f'<section class="list" aria-label="Issues">{listed}</section></main>\n'
    )


def _key(issues: tuple[Issue, ...]) -> str:
    """The families that occur, with letter, colour and underline."""
    present = {issue.family: issue for issue in issues if issue.family in FAMILIES}
    items = "".join(
        f'<li title="{attribute(FAMILIES[code].meaning)}">{badge(issue)} '
        f'<mark class="{family_class(issue)}">{label(issue)}</mark></li>'
        for code, issue in present.items()
    )
    return f'<ul class="key">{items}</ul>' if items else ""


def _entry(place: int, issue: Issue) -> str:
    state = (
        ""
        if issue.state is State.OPEN
        else f' <span class="state state-{issue.state}">{STATES[issue.state]}</span>'
    )
    return (
        f'<li id="i{place}"><h3>{badge(issue)} {place}. '
        f'<span dir="auto">{text(issue.message)}</span>{state}</h3>'
        f'{"".join(_details(place, issue))}<p class="soft">'
        f'<span class="sev sev-{issue.severity}">{issue.severity}</span> · '
        f"{label(issue)} · <code>{text(issue.rule)}</code> · line {issue.line} · {sureness(issue)}</p></li>"
    )


def _details(place: int, issue: Issue) -> Iterator[str]:
    shown = " ".join(issue.text.split())
    quoted = f'<mark class="{family_class(issue)}" dir="auto">{text(shown)}</mark> ' if shown else ""
    link = f'<a href="#s{place}" aria-label="issue {place} in the article">in the article</a>'
    said = meaning(issue)
    yield f"<p>{quoted}{link}{f' · {text(said)}' if said else ''}</p>"
    if issue.suggestions:
        yield f'<p class="fix">{" · ".join(_fixes(issue.suggestions))}</p>'
    if issue.evidence:
        yield f'<p class="soft" dir="auto">{text(" · ".join(issue.evidence))}</p>'
    if issue.comment:
        yield f'<p dir="auto"><b>Comment</b>: {text(issue.comment)}</p>'


def _fixes(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    """Each suggestion, with its verb where that changes."""
    last = ""
    for verb, new in map(advice, suggestions):
        said = f"<bdi>{text(new)}</bdi>" if new.strip() else "a space" if new else ""
        yield said if verb == last else ": ".join(filter(None, (f"<b>{verb}</b>", said)))
        last = verb


def _gaps(review: Review) -> str:
    failed = [f"{item.rule} failed: {item.error}" for item in review.failures]
    skipped = [f"{item.rule} did not run: {item.why}" for item in review.skipped]
    gaps = f"<h2>Not looked at</h2>{_bullets(skipped + failed)}" if skipped or failed else ""
    notes = f"<h2>Notes</h2>{_bullets(review.notes)}" if review.notes else ""
    reference = review.scores.reference
    against = (
        f"<h2>Against the reference</h2><p>BLEU {reference.bleu:.1f} · "
        f"chrF {reference.chrf:.1f} · TER {reference.ter:.1f}</p>"
        f"{_bullets(reference.signatures)}"
        if reference
        else ""
    )
    signature = f"How the scores were made: <code>{text(review.scores.signature)}</code>"
    return f'{against}{gaps}{notes}<footer class="soft small">{signature}</footer>'
