"""The review as Markdown, for tickets, wikis and mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue, State
from mtqa.core.languages import language_name
from mtqa.core.reviews import Review
from mtqa.report.context import context
from mtqa.report.words import (
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


def write_markdown(review: Review) -> bytes:
    """The review as Markdown: scores, origin, each issue in its sentence, and what was not looked at.

    Text of the article is escaped, so that nothing in it becomes a link, picture or heading.
    """
    lines = [*_head(review), "", *_scores(review), "", *_origin(review), *_issues(review), *_gaps(review)]
    text = "\n".join(lines).rstrip()
    return f"{text}\n".encode("utf-8", "replace")


def plain(text: str) -> str:
    r"""The text on one line with all Markdown and HTML in it made literal, bare addresses too.

    >>> print(plain("![x](http://y) <b>"))
    \!\[x\](http\://y) \<b\>
    """
    return re.sub(r"[\\`*_{}\[\]<>#|~&!]|:(?=//)|(?<=www)\.", r"\\\g<0>", " ".join(text.split()))


def _head(review: Review) -> Iterator[str]:
    document = review.document
    verdict, meaning = VERDICTS[review.scores.verdict]
    yield f"# Review: {plain(document.name or 'article')}"
    yield ""
    yield f"**{verdict}.** {meaning}"
    yield ""
    facts = [
        summary(review),
        count(document.words, "word"),
        language_name(document.target_lang),
        decided(review),
    ]
    yield " · ".join(plain(fact) for fact in facts if fact)


def _scores(review: Review) -> Iterator[str]:
    scores = review.scores
    low, high = scores.interval
    yield "| Quality | Fluency | Adequacy | Penalty per 1,000 words |"
    yield "| ---: | ---: | ---: | ---: |"
    parts = [f"{number(scores.quality)} ({number(low)} to {number(high)})"]
    parts += [
        "not measured" if value is None else number(value) for value in (scores.fluency, scores.adequacy)
    ]
    yield f"| {' | '.join(parts)} | {scores.penalty_per_1000:.1f} |"
    yield ""
    if scores.reference:
        reference = scores.reference
        figures = f"BLEU {reference.bleu:.1f}, chrF {reference.chrf:.1f}, TER {reference.ter:.1f}"
        yield f"Against the reference: {figures}."
        yield ""
    for cap in scores.caps:
        yield plain(cap_sentence(cap))
        yield ""
    yield f"Signature: {plain(scores.signature)}"


def _origin(review: Review) -> Iterator[str]:
    for sentence, pieces in origin_sentences(review):
        yield plain(sentence)
        yield from (f"- {plain(piece)}" for piece in pieces)
        yield ""


def _issues(review: Review) -> Iterator[str]:
    if review.issues:
        yield "## Issues"
        yield ""
    for place, issue in enumerate(review.issues, 1):
        yield from _issue(review, place, issue)


def _issue(review: Review, place: int, issue: Issue) -> Iterator[str]:
    family = FAMILIES.get(issue.family)
    state = "" if issue.state is State.OPEN else f" ({STATES[issue.state]})"
    before, covered, after = context(review.document, issue)
    yield f"### {place}. {plain(issue.message)}{state}"
    yield ""
    marked = f"**{plain(covered) or '⌃'}**"
    yield f"> {plain(before)}{_joint(before)}{marked}{_joint(after, left=True)}{plain(after)}"
    yield ""
    label = family.label if family else plain(issue.family)
    yield (f"- {issue.severity.capitalize()} · {label} · {issue.category} · "
           f"{plain(issue.rule)} · line {issue.line} · {sureness(issue)}")  # fmt: skip
    if said := meaning(issue):
        yield f"- {plain(said)}"
    yield from (f"- {plain(': '.join(filter(None, advice(item))))}" for item in issue.suggestions)
    yield from (f"- Why: {plain(piece)}" for piece in issue.evidence)
    if issue.comment:
        yield f"- Comment: {plain(issue.comment)}"
    yield ""


def _joint(text: str, *, left: bool = False) -> str:
    """The space that `plain` took from the side where the text meets the issue."""
    edge = text[:1] if left else text[-1:]
    return " " if edge.isspace() else ""


def _gaps(review: Review) -> Iterator[str]:
    said = [*(f"{item.rule} was skipped: {item.why}" for item in review.skipped),
            *(f"{item.rule} failed: {item.error}" for item in review.failures)]  # fmt: skip
    for title, entries in (("Not looked at", said), ("Notes", review.notes)):
        if entries:
            yield f"## {title}"
            yield ""
            yield from (f"- {plain(entry)}" for entry in entries)
            yield ""
