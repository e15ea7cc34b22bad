"""The result of a review: issues, scores, and what could not be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mtqa.core.documents import Document
from mtqa.core.issues import Issue


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

    `interval` holds quality with 95 % probability if issues fall as in a Poisson process. `caps` names the hard
    fails that limited quality. `signature` names version and settings, as sacrebleu's does.
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
    """What mtqa found in a document. Issues are in text order and do not overlap."""

    document: Document
    issues: tuple[Issue, ...]
    scores: Scores
    source: Origin | None = None
    site: Origin | None = None
    target_lang_detected: bool = False
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = field(default=())
