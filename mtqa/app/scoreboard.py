"""The numbers of a review in words: scores with how they are made, the origin sentence, and the table of issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mtqa.app.languages import named
from mtqa.app.messages import say
from mtqa.app.wording import VERDICTS, counted, plain, shorten
from mtqa.core.issues import Issue, State
from mtqa.core.mqm import Category, Severity
from mtqa.core.reviews import GIVEN, Origin, Review, Scores, Verdict

SHORT_SAMPLE = 500  # words; below, one major issue moves quality by more than a verdict band


@dataclass(frozen=True, slots=True)
class Tile:
    """One number of the score strip: `how` says how it is made, `note` what goes with it."""

    label: str
    value: str
    note: str
    how: str


def tiles(now: Scores, before: Scores, words: int, *, compared: bool = False) -> tuple[Tile, ...]:
    """The score strip: what the article scores after the decisions made, and what it scored before.

    `compared` says that there is a source: adequacy then has its place, though its number may come later or never.
    """
    shown = [_quality(now, before, words), _verdict(now, before), _fluency(now, before)]
    if compared or now.adequacy is not None:
        shown.append(_adequacy(now, before))
    return (*shown, _penalty(now, before))


def origin_sentence(review: Review) -> str:
    """Where the article seems to come from, in one sentence; empty if nothing tells."""
    source, site = review.source, review.site
    given = review.document.source_lang
    if source and site and site.language != source.language:
        return say(
            "Probably translated from {source}, published by a {site} site{signs}.",
            source=_named(source) + _signs(source),
            site=_named(site),
            signs=_signs(site),
        )
    if source:
        return say("Probably translated from {source}.", source=_named(source) + _signs(source))
    if site:
        return say("Probably published by a {site} site{signs}.", site=_named(site), signs=_signs(site))
    return say("Translated from {source}, as you said.", source=named(given)) if given else ""


def origin_evidence(review: Review) -> tuple[str, ...]:
    """The pieces of evidence behind the origin sentence."""
    found = [piece for origin in (review.source, review.site) if origin for piece in origin.pieces]
    return tuple(dict.fromkeys(plain(piece) for piece in found))


def language_line(review: Review) -> str:
    """The language the article was read as, its length and the number of issues."""
    document = review.document
    how = say(", detected") if review.target_lang_detected else ""
    language = named(document.target_lang)
    parts = (f"{language[:1].upper()}{language[1:]}{how}", counted(document.words, "word"))
    return " · ".join((*parts, counted(len(review.issues), "issue")))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of issues: a category with its counts by severity, critical first."""

    category: str
    counts: tuple[int, ...]


SEVERITIES = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


def table(issues: Iterable[Issue]) -> tuple[Row, ...]:
    """How many issues of each MQM category there are, by severity; only categories that occur, most points first."""
    counts: Counter[tuple[Category, Severity]] = Counter((issue.category, issue.severity) for issue in issues)
    categories = dict.fromkeys(category for category, _ in counts)
    rows = [
        Row(str(category), tuple(counts[category, severity] for severity in SEVERITIES))
        for category in categories
    ]
    return tuple(sorted(rows, key=lambda row: (-_points(row), row.category)))


def points_by_paragraph(review: Review) -> tuple[float, ...]:
    """The MQM points of the open issues that begin in each paragraph, in text order."""
    points = [0.0] * len(review.document.blocks)
    for issue in review.issues:
        index = review.document.block_index(issue.span.start)
        if index is not None and issue.state is State.OPEN:
            points[index] += issue.penalty
    return tuple(points)


@dataclass(frozen=True, slots=True)
class SentenceBar:
    """A sentence in the strip of fluency: its length in words, its fluency in per cent, and its words on one line."""

    words: int
    fluency: float
    text: str


def sentence_bars(review: Review) -> tuple[SentenceBar, ...]:
    """The fluency of each sentence in text order; none without the scores of the language models."""
    text = review.document.text
    scored = review.estimate.sentences if review.estimate else ()
    return tuple(
        SentenceBar(max(1, len(one.span.of(text).split())), one.fluency, shorten(one.span.of(text), 80))
        for one in scored
    )


def why_no_fluency(review: Review, *, asked: bool, coming: bool) -> str:
    """Why no sentence has a fluency, in one line: not `asked` for in the settings, still `coming`, or not to be had."""
    if coming:
        return say("Fluency by sentence comes with the scores of the language models.")
    if not asked:
        return say("No fluency by sentence: the scores by language models are switched off.")
    if review.document.target_lang != "en":
        return say("No fluency by sentence: the language models judge English alone.")
    return say("No fluency by sentence: the language models are not set up, or found no sentence to judge.")


def change(now: float, before: float) -> str:
    """What a score was before, if it differs by as much as people see.

    >>> change(93.2, 61.0), change(61.2, 61.4)
    ('was 61', '')
    """
    return say("was {score}", score=f"{before:.0f}") if round(now) != round(before) else ""


def _quality(now: Scores, before: Scores, words: int) -> Tile:
    low, high = now.interval
    short = (
        " " + say("The text has only {number} words: read the number with care.", number=words)
        if words < SHORT_SAMPLE
        else ""
    )
    caps = (
        " " + say("Limited by: {caps}.", caps=", ".join(cap.replace("-", " ") for cap in now.caps))
        if now.caps
        else ""
    )
    made = say(
        "Starts at 100. Each open issue costs points by severity (minor 1, major 5, critical 25) times how sure it is, "
        "counted per 1,000 words. Repaired and dismissed issues cost nothing."
    )
    ends = {"low": f"{low:.0f}", "high": f"{high:.0f}"}
    if now.estimated_penalty_per_1000 is None:
        likely = say("With 95 % probability the text deserves {low} to {high}.", **ends)
    else:
        likely = say("Four times in five, human raters would give it {low} to {high}.", **ends)
    how = f"{made} {likely}{caps}{short}"
    note = change(now.quality, before.quality) or say("likely {low}–{high}", **ends)
    return Tile(say("Quality"), f"{now.quality:.0f}", note, how)


def _verdict(now: Scores, before: Scores) -> Tile:
    how = say(
        "What an editor should do with the article. It follows from quality: from 85 publish, from 65 a light edit, "
        "from 35 a heavy edit, below that translate anew."
    )
    if now.verdict_probability is not None:
        how += " " + say(
            "Human raters would come to the same verdict with a probability of {chance}.",
            chance=f"{now.verdict_probability:.0%}",
        )
    was = say("was {score}", score=say(VERDICTS[before.verdict])) if before.verdict is not now.verdict else ""
    return Tile(say("Verdict"), say(VERDICTS[now.verdict]), was, how)


def _fluency(now: Scores, before: Scores) -> Tile:
    if now.estimated_penalty_per_1000 is not None:
        how = say(
            "The chance, over all sentences, that they are sound rather than damaged English, as a language model's inner states "
            "tell."
        )
    else:
        how = say(
            "How well the text reads in its own language: the same formula over issues of language, style and locale alone."
        )
    if now.fluency is None:
        return Tile(say("Fluency"), "–", say("not known"), how)
    return Tile(say("Fluency"), f"{now.fluency:.0f}", _was(now.fluency, before.fluency), how)


def _adequacy(now: Scores, before: Scores) -> Tile:
    how = say(
        "How fully the article says what its source says, judged by how well each passage of either side is answered in the "
        "other."
    )
    if now.adequacy is None:
        return Tile(say("Adequacy"), "–", say("not known"), how)
    return Tile(say("Adequacy"), f"{now.adequacy:.0f}", _was(now.adequacy, before.adequacy), how)


def _penalty(now: Scores, before: Scores) -> Tile:
    how = say(
        "MQM points of all open issues for each 1,000 words. One major issue in a text of 400 words makes 12.5. "
        "Signature, to get the same numbers again: {signature}",
        signature=now.signature,
    )
    if now.estimated_penalty_per_1000 is not None:
        how += " " + say(
            "To these {issues} points the neural models add {estimated}: what they expect raters to find beside the issues.",
            issues=f"{now.penalty_per_1000:.1f}",
            estimated=f"{now.estimated_penalty_per_1000:.1f}",
        )
    shown = f"{now.penalty_per_1000:.1f}"
    was = f"{before.penalty_per_1000:.1f}"
    return Tile(
        say("Penalty"),
        shown,
        say("per 1,000 words") if shown == was else say("was {score} per 1,000 words", score=was),
        how,
    )


def _was(now: float, before: float | None) -> str:
    return "" if before is None else change(now, before)


def _named(origin: Origin) -> str:
    return named(origin.language)


def _signs(origin: Origin) -> str:
    return "" if origin.weight >= GIVEN else f" ({counted(len(origin.pieces), 'sign')})"


def _points(row: Row) -> float:
    return sum(count * severity.weight for count, severity in zip(row.counts, SEVERITIES, strict=True))


def verdict_letter(verdict: Verdict) -> str:
    """A sign for a verdict, so that a list can be read without colour."""
    return {Verdict.PUBLISH: "✓", Verdict.LIGHT_EDIT: "✎", Verdict.HEAVY_EDIT: "✎✎", Verdict.REJECT: "✕"}[
        verdict
    ]
