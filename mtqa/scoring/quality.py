"""MQM quality: penalty points by severity and confidence, per 1,000 words, as a score with verdict and interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mtqa.core.issues import Issue, State
from mtqa.core.mqm import Category, Severity
from mtqa.core.reviews import Verdict

# Points per 1,000 words that cost one point of quality. With 1.25, the rows of the clean set keep 100
# at the median (.93 of them exactly), one major issue in 400 words (12.5 points per 1,000) gives 90.5, and a page with an untranslated
# sentence and a footer in 400 words falls below 60.
POINTS_PER_QUALITY = 1.25
REPEAT_WEIGHT = 0.2  # a repeat of the same finding costs a fifth: it is one mistake to learn from (MQM counts it once or in part)
MINOR_PUNCTUATION = 0.1  # WMT MQM guideline (Freitag et al. 2021): minor punctuation counts a tenth
FEWEST_WORDS = 100  # shorter texts are counted as this long, or one comma would sink a headline
# In points per 1,000 words: 20, 54 and 131. What raters think of texts in them is in `mtqa.scoring.verdicts`.
BANDS = ((85.0, Verdict.PUBLISH), (65.0, Verdict.LIGHT_EDIT), (35.0, Verdict.HEAVY_EDIT))
# Hard fails by name, with the cap that quality then cannot exceed, whatever else the text is like.
HARD_FAILS = {
    "untranslated-sentence": 60.0,
    "chatbot-preamble": 70.0,
    "chatbot-refusal": 20.0,
    "copied-source": 20.0,
    "wrong-language": 20.0,
    "nothing-translated": 0.0,
}


@dataclass(frozen=True, slots=True)
class Quality:
    """Quality of a text with all that went into it. `penalty` is in MQM points, `caps` name the hard fails met."""

    score: float
    verdict: Verdict
    interval: tuple[float, float]
    penalty: float
    penalty_per_1000: float
    caps: tuple[str, ...]


def penalty(issues: Iterable[Issue]) -> float:
    """Summed MQM points of the issues that are neither dismissed nor repaired."""
    seen: Counter[tuple[str, str, str]] = Counter()
    total = 0.0
    for issue in issues:
        if issue.state is not State.OPEN:
            continue
        key = (issue.rule, issue.entry or "", issue.text.casefold())
        weight = _points(issue) * (REPEAT_WEIGHT if seen[key] else 1.0)
        seen[key] += 1
        total += weight
    return total


def _points(issue: Issue) -> float:
    if issue.category is Category.PUNCTUATION and issue.severity is Severity.MINOR:
        return MINOR_PUNCTUATION * issue.confidence
    return issue.penalty


def rate_quality(
    issues: Sequence[Issue], words: int, *, extra_caps: Iterable[str] = (), estimated_per_1000: float = 0.0
) -> Quality:
    """The quality of a text of so many words with these issues, and with a penalty estimated beside them."""
    points = penalty(issues)
    size = max(words, FEWEST_WORDS)
    per_1000 = 1000 * points / size
    caps = tuple(dict.fromkeys((*extra_caps, *_caps(issues))))
    score = quality_of(per_1000 + estimated_per_1000, caps)
    low, high = _poisson_interval(points)
    interval = (
        quality_of(1000 * high / size + estimated_per_1000, caps),
        quality_of(1000 * low / size + estimated_per_1000, caps),
    )
    return Quality(score, verdict_of(score), interval, points, per_1000, caps)


def quality_of(per_1000: float, caps: Iterable[str] = ()) -> float:
    """The quality (0-100) of a text with so many penalty points per 1,000 words, if these hard fails were met."""
    # Exponential rather than linear: every issue still counts in a bad text, so that two bad texts can be ranked,
    # and the slope at 0 is one quality point per POINTS_PER_QUALITY.
    ceiling = min((HARD_FAILS[cap] for cap in caps), default=100.0)
    return ceiling * math.exp(-per_1000 / (100 * POINTS_PER_QUALITY))


def _caps(issues: Iterable[Issue]) -> list[str]:
    return [
        issue.name
        for issue in issues
        if issue.state is State.OPEN and issue.name in HARD_FAILS and issue.confidence >= 0.7
    ]


def verdict_of(score: float) -> Verdict:
    """The verdict band of a quality score."""
    return next((verdict for lowest, verdict in BANDS if score >= lowest), Verdict.REJECT)


def _poisson_interval(points: float) -> tuple[float, float]:
    """95 % interval of a Poisson count of major issues with this many points (square-root approximation)."""
    majors = points / Severity.MAJOR.weight
    root = math.sqrt(majors + 3 / 8)  # Anscombe 1948
    low = max(0.0, (root - 0.98) ** 2 - 3 / 8) if root > 0.98 else 0.0
    return low * Severity.MAJOR.weight, ((root + 0.98) ** 2 - 3 / 8) * Severity.MAJOR.weight
