"""How each number of a review is made, said for people with the figures of that review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.core.mqm import Severity
from mtqa.core.reviews import Review, Verdict
from mtqa.report.words import ADEQUACY, PENALTY, QUALITY, VERDICTS, cap_sentence, fluency_made, number
from mtqa.scoring.quality import (
    BANDS,
    FEWEST_WORDS,
    HARD_FAILS,
    MINOR_PUNCTUATION,
    POINTS_PER_QUALITY,
    REPEAT_WEIGHT,
)


@dataclass(frozen=True, slots=True)
class Explained:
    """A number with its `key` (for links), its name and value as shown, what it means in short, and how it is made."""

    key: str
    name: str
    value: str
    short: str
    made: str


def explained_scores(review: Review) -> list[Explained]:
    """The scores in the order in which reports show them."""
    scores = review.scores
    low, high = scores.interval
    measured = [
        Explained("quality", "Quality", number(scores.quality), QUALITY, _quality(review)),
        Explained(
            "range",
            "Range of quality",
            f"{number(low)} to {number(high)}",
            "How far it can be trusted.",
            _RANGE if scores.estimated_penalty_per_1000 is None else _RATED_RANGE,
        ),
        Explained("fluency", "Fluency", _optional(scores.fluency), fluency_made(review), _fluency(review)),
        Explained("adequacy", "Adequacy", _optional(scores.adequacy), ADEQUACY, _adequacy(review)),
        Explained("penalty", "Per 1,000 words", f"{scores.penalty_per_1000:.1f}", PENALTY, _penalty(review)),
    ]
    return [*measured, *_estimated(review), *_reference(review)]


def explained_rest(review: Review) -> list[Explained]:
    """What else a report shows as a number: the verdict's bands and how sure mtqa is of an issue."""
    bands = ", ".join(f"from {lowest:.0f} “{VERDICTS[verdict][0]}”" for lowest, verdict in BANDS)
    verdict = f"It follows from quality alone: {bands}, below that “{VERDICTS[Verdict.REJECT][0]}”."
    if review.scores.verdict_probability is not None:
        verdict += f" {_SAME_VERDICT}"
    return [
        Explained("verdict", "Verdict", VERDICTS[review.scores.verdict][0], "", verdict),
        Explained("sureness", "How sure an issue is", "", "", _SURENESS),
    ]


_RANGE = (
    "The range holds quality in 95 of 100 cases if major issues come by chance as often as here (a Poisson process). "
    "It takes the points of the issues for major issues of 5 points each; a short text has a wide range."
)
_RATED_RANGE = (
    "Four times in five, human raters would give the article a quality in the range. It was fitted on documents with human MQM "
    "ratings that the networks had not seen, and carried over to mtqa's scale by the medians."
)
_SAME_VERDICT = "How probable it is that raters would agree was fitted on the same documents; long texts agree more often than short ones."
_SURENESS = (
    "Each rule states how sure it is of each finding, from 0 to 100\u202f%: by the kind of evidence it saw, or by a "
    "classifier that learnt from marked texts. The penalty points of an issue are multiplied by it."
)
_UNMEASURED_ADEQUACY = "It needs the source and the neural models: they compare each stretch of the article with its stretch of the source."


def _quality(review: Review) -> str:
    scores = review.scores
    added = scores.estimated_penalty_per_1000
    points = f"{scores.penalty_per_1000 + (added or 0):.1f} penalty points per 1,000 words"
    parts = (
        "" if added is None else f" ({scores.penalty_per_1000:.1f} of the issues and {added:.1f} estimated)"
    )
    ceiling = min((HARD_FAILS[cap] for cap in scores.caps if cap in HARD_FAILS), default=100.0)
    formula = f"{ceiling:.0f} · exp(−points / {100 * POINTS_PER_QUALITY:.0f}), here with {points}{parts}."
    caps = " ".join(
        f"{cap_sentence(cap)} It cannot exceed {HARD_FAILS[cap]:.0f}."
        for cap in scores.caps
        if cap in HARD_FAILS
    )
    return " ".join(filter(None, (formula, caps, "Issues that were dismissed or repaired do not count.")))


def _penalty(review: Review) -> str:
    weights = ", ".join(f"{severity.value} {severity.weight:.0f}" for severity in Severity)
    words = max(review.document.words, FEWEST_WORDS)
    points = review.scores.penalty_per_1000 * words / 1000
    return (
        f"Each open issue costs points by its severity ({weights}; minor punctuation {MINOR_PUNCTUATION:g}) times how sure it is; "
        f"a repeat of the same finding costs {REPEAT_WEIGHT:.0%}. Here: {points:.1f} points in {words:,} words; "
        f"a text of fewer than {FEWEST_WORDS} words counts as {FEWEST_WORDS}."
    ).replace("%", "\u202f%")


def _fluency(review: Review) -> str:
    if review.estimate and review.estimate.fluency is not None:
        return (
            "The language model SmolLM2-135M reads each sentence, and a small network, which learnt from sound and from damaged "
            "English, gives the chance that the sentence is sound. Fluency is the mean, long sentences weighing more."
        )
    return (
        "The quality formula over issues of language, style and locale alone. It knows only what the rules found: "
        "100 means that they found nothing, not that the text reads well."
    )


def _adequacy(review: Review) -> str:
    if review.scores.adequacy is None:
        return _UNMEASURED_ADEQUACY
    return (
        "The encoder multilingual-e5-small compares each stretch of the article with its stretch of the source, and a small network "
        "tells from it how fully each side is answered in the other. Adequacy is the mean, long stretches weighing more."
    )


def _estimated(review: Review) -> Iterator[Explained]:
    added = review.scores.estimated_penalty_per_1000
    if added is not None:
        made = ("Small networks estimate, from what the neural models see, which points raters would give beside those of the "
                "issues. They learnt from human MQM ratings, post-edits and synthetic damage.")  # fmt: skip
        yield Explained(
            "estimate",
            "Estimated per 1,000 words",
            f"{added:.1f}",
            "What the neural models expect raters to find.",
            made,
        )


def _reference(review: Review) -> Iterator[Explained]:
    reference = review.scores.reference
    if reference:
        value = f"BLEU {reference.bleu:.1f} · chrF {reference.chrf:.1f} · TER {reference.ter:.1f}"
        made = f"By sacrebleu, with the signatures {' · '.join(reference.signatures)}."
        yield Explained(
            "reference", "Against the reference", value, "How near it is to the reference translation.", made
        )


def _optional(value: float | None) -> str:
    return "not measured" if value is None else number(value)
