"""What others say of a translation, on request: fresh translations of its source, and outside estimators.

Each is a part of its own in a report. Nothing here is an issue, costs points or moves a score of mtqa.
"""

from __future__ import annotations

from dataclasses import dataclass

from mtqa.core.mqm import Severity
from mtqa.core.spans import Span


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence (or a few, or a block) of the target with what it translates; spans in target and source."""

    target: Span
    source: Span


@dataclass(frozen=True, slots=True)
class SentenceAgreement:
    """How far a service agrees with one pair (chrF, 0-100).

    `fresh` compares the target with a new translation of the source, `back` the source with the target translated
    back; `back` is None where the language of the source is unknown.
    """

    pair: SentencePair
    fresh: float
    back: float | None
    fresh_text: str
    back_text: str | None

    @property
    def mean(self) -> float:
        """The mean of both comparisons, or the one there is."""
        return self.fresh if self.back is None else (self.fresh + self.back) / 2


# Findings about agreement speak under this id; it is no rule of the registry, and no rule may take it.
DIVERGENCE_RULE = "ALN011"
DIVERGENCE_NAME = "diverging-from-fresh-translation"


@dataclass(frozen=True, slots=True)
class Divergence:
    """A sentence that a service translates quite differently than the article: a hint for a person, no issue."""

    span: Span
    line: int
    message: str
    confidence: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a translation service agrees with an article, sentence by sentence.

    `date` is that of the oldest answer (ISO, UTC), empty if there is none; `cached` says that no answer is new.
    `notes` tell in sentences what could not be compared, and why.
    """

    provider: str = ""
    date: str = ""
    cached: bool = False
    signature: str = ""
    sentences: tuple[SentenceAgreement, ...] = ()
    findings: tuple[Divergence, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def fresh(self) -> float | None:
        """Mean chrF of the target's sentences against fresh translations."""
        return _mean([one.fresh for one in self.sentences])

    @property
    def back(self) -> float | None:
        """Mean chrF of the back-translations against the source's sentences."""
        return _mean([one.back for one in self.sentences if one.back is not None])


@dataclass(frozen=True, slots=True)
class MarkedError:
    """An error that an estimator marks: where in the target, how grave, and its MQM category in the estimator's words."""

    span: Span
    severity: Severity
    category: str = ""


@dataclass(frozen=True, slots=True)
class SentenceEstimate:
    """What an estimator says of one sentence: a score (0-100, higher is better) and errors with spans in that sentence.

    `date` (ISO, UTC) and `cached` tell when the answer was made, where that matters: a model on this machine has no date.
    """

    score: float
    errors: tuple[MarkedError, ...] = ()
    date: str = ""
    cached: bool = False


@dataclass(frozen=True, slots=True)
class EstimatedPair:
    """A pair of sentences with its score (0-100) and errors; their spans are in the document."""

    pair: SentencePair
    score: float
    errors: tuple[MarkedError, ...] = ()


@dataclass(frozen=True, slots=True)
class OutsideEstimate:
    """What an estimator from outside says of an article, sentence by sentence; never blended with mtqa's own scores.

    `date` is that of the oldest answer, empty for a model on this machine. `notes` tell in sentences what has no
    estimate, and why.
    """

    estimator: str
    date: str = ""
    cached: bool = False
    sentences: tuple[EstimatedPair, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def score(self) -> float | None:
        """The mean over the sentences (0-100), None if there are none."""
        return _mean([one.score for one in self.sentences])


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
