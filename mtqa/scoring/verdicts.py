"""What human raters would say of a text: the chance of each verdict, and a range."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mtqa.language.lexicon import data_folder

OFFSET = 5.0  # points per 1,000 words added before the logarithm, so that a spotless text has one
# Points per 1,000 words, as human raters give them, up to which a text counts as fit to publish, to be edited lightly, and heavily. They
# are near what raters give in the middle where quality with the source is 85, 65 and 35 (39, 94, 216). Human translations among the rated
# documents get 8 to 29, good engines 80 to 120 (bio, refB of ted; sxs).
RATERS_LIMITS = (40.0, 100.0, 230.0)


@dataclass(frozen=True, slots=True)
class VerdictModel:
    """How human raters judge a text (in RATERS_LIMITS) of which issues and networks together make so many points.

    On the scale of log(OFFSET + points per 1,000 words): raters' points, carried over by the line through the medians, lie four times in
    five between `low` and `high` above ours. Verdicts follow an ordinal logistic model with thresholds `cuts` and a scale of
    exp(spread) × sqrt(1 + exp(by_words) × 10 / words): the more words, the better both agree.
    """

    low: float
    high: float
    cuts: tuple[float, ...]
    spread: float
    by_words: float

    def chances(self, points: float, words: int) -> tuple[float, ...]:
        """The chance of each verdict, from publish to reject, for a text with so many points per 1,000 words."""
        scale = math.exp(self.spread) * math.sqrt(1 + math.exp(self.by_words) * 10 / max(1, words))
        below = [_logistic((cut - math.log(OFFSET + points)) / scale) for cut in self.cuts]
        return tuple(b - a for a, b in zip([0.0, *below], [*below, 1.0], strict=True))

    def range(self, points: float) -> tuple[float, float]:
        """Between which points the text would lie, four times in five, if raters judged it."""
        low, high = (math.exp(step) * (OFFSET + points) - OFFSET for step in (self.low, self.high))
        return max(0.0, low), high


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


@cache
def verdict_model(with_source: bool) -> VerdictModel:
    """The model for texts with their source, or for the target alone."""
    made = json.loads(Path(data_folder(), "models", "verdicts.json").read_text("utf-8"))
    fitted = made["with_source" if with_source else "target_only"]
    return VerdictModel(**{**fitted, "cuts": tuple(fitted["cuts"])})
