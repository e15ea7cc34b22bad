"""The result of a review: issues, scores, and what could not be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mtqa.core.documents import Document
from mtqa.core.issues import Issue
from mtqa.core.opinions import Agreement, OutsideEstimate
from mtqa.core.spans import Span


class Verdict(StrEnum):
    """What an editor should do with the article."""

    PUBLISH = "publish"
    LIGHT_EDIT = "light-edit"
    HEAVY_EDIT = "heavy-edit"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class ReferenceScores:
    """Scores against a reference translation, from sacrebleu, with its signatures."""

    bleu: float
    chrf: float
    ter: float
    signatures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The numbers of a review. Every score is 0-100, higher is better, None where it cannot be known.

    `penalty_per_1000` are the points of the issues, `estimated_penalty_per_1000` what the neural models add to them (None
    without them); quality falls with their sum. `interval` holds, with an estimate, four times in five what
    raters would give; without one, quality with 95 % probability if issues fall as in a Poisson process. `verdict_probability` (0-1) is the chance that
    raters would come to the same verdict, None without an estimate or after a hard fail. `caps` names the hard fails that
    limited quality. `signature` names version and settings, as sacrebleu's does.
    """

    quality: float
    verdict: Verdict
    interval: tuple[float, float]
    penalty_per_1000: float
    signature: str
    fluency: float | None = None
    adequacy: float | None = None
    caps: tuple[str, ...] = ()
    reference: ReferenceScores | None = None
    estimated_penalty_per_1000: float | None = None
    verdict_probability: float | None = None


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """How a sentence reads: `fluency` is the chance in per cent that it is sound rather than damaged English."""

    span: Span
    fluency: float


@dataclass(frozen=True, slots=True)
class WordDoubt:
    """The chance (0-1) that a post-editor would change a word; for a quiet heat map, never an issue by itself."""

    span: Span
    doubt: float


@dataclass(frozen=True)
class Estimate:
    """What the neural models estimate of a text as a whole, beside all that the rules find.

    `penalty_per_1000` is in the points of the issues' penalty, None where quality cannot be estimated (a target other
    than English). `fluency` and `adequacy` are 0-100 or None.
    """

    penalty_per_1000: float | None = None
    fluency: float | None = None
    adequacy: float | None = None
    sentences: tuple[SentenceScore, ...] = ()
    doubts: tuple[WordDoubt, ...] = ()


# The weight of a language that somebody gave; traces in a text never sum up to it.
GIVEN = 9.0


@dataclass(frozen=True, slots=True)
class Origin:
    """Which language the article was translated from, or the site that published it writes in, and why we think so.

    `weight` is the summed weight of evidence (each piece 0.25-2); `pieces` are sentences for people.
    """

    language: str
    weight: float
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that did not run, and why (with the way out)."""

    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that crashed; the review goes on without it."""

    rule: str
    error: str


@dataclass(frozen=True)
class Review:
    """What mtqa found in a document. Issues are in text order and do not overlap.

    `agreement` and `outside` are there only if somebody asked for them; they move neither issues nor scores.
    """

    document: Document
    issues: tuple[Issue, ...]
    scores: Scores
    estimate: Estimate | None = None
    source: Origin | None = None
    site: Origin | None = None
    target_lang_detected: bool = False
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = field(default=())
    agreement: Agreement | None = None
    outside: OutsideEstimate | None = None
