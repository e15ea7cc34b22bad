"""All scores of a review in one call."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa import __version__
from mtqa.core.config import Config
from mtqa.core.documents import Document
from mtqa.core.issues import Issue
from mtqa.core.reviews import Estimate, Scores, Verdict
from mtqa.scoring.quality import BANDS, Quality, quality_of, rate_quality
from mtqa.scoring.reference import score_reference
from mtqa.scoring.verdicts import verdict_model

# What a reader of the target alone can hold against the text; everything else is adequacy or page debris.
NEURAL = "2"  # goes up with every new training of the networks
_FLUENCY_DIMENSIONS = frozenset({"Linguistic conventions", "Style", "Locale conventions"})


def score_document(
    document: Document,
    issues: Sequence[Issue],
    config: Config,
    *,
    caps: Sequence[str] = (),
    estimated: Estimate | None = None,
) -> Scores:
    """Quality with verdict and interval, fluency, adequacy, and agreement with the reference if there is one.

    Without an estimate by the neural models, fluency is the quality formula over the issues of language, style and
    locale alone: it knows only what the rules found, so 100 means "nothing found". Adequacy is then unknown.
    """
    added = estimated.penalty_per_1000 if estimated else None
    quality = rate_quality(issues, document.words, extra_caps=caps, estimated_per_1000=added or 0.0)
    sure, interval = _sure_of(quality, document, added)
    language = [issue for issue in issues if issue.category.split("/")[0] in _FLUENCY_DIMENSIONS]
    return Scores(
        quality=quality.score,
        verdict=quality.verdict,
        interval=interval,
        penalty_per_1000=quality.penalty_per_1000,
        signature=signature(document, config, NEURAL if estimated else "off"),
        fluency=_fluency(estimated, language, document.words),
        adequacy=estimated.adequacy if estimated else None,
        estimated_penalty_per_1000=added,
        caps=quality.caps,
        verdict_probability=sure,
        reference=score_reference(document.text, document.reference) if document.reference else None,
    )


def _sure_of(
    quality: Quality, document: Document, added: float | None
) -> tuple[float | None, tuple[float, float]]:
    """How probable it is that raters would come to the same verdict (None if unknown), and the interval of quality.

    With an estimate both are from how far raters and estimate were apart on rated documents; without, the interval only says how
    much the number of issues depends on chance.
    """
    if added is None:
        return None, quality.interval
    model = verdict_model(with_source=bool(document.source))
    total = quality.penalty_per_1000 + added
    low, high = model.range(total)
    interval = quality_of(high, quality.caps), quality_of(low, quality.caps)
    if quality.caps:  # a hard fail is no matter of degree
        return None, interval
    place = (
        [verdict for _, verdict in BANDS].index(quality.verdict)
        if quality.verdict is not Verdict.REJECT
        else len(BANDS)
    )
    return model.chances(total, document.words)[place], interval


def _fluency(estimated: Estimate | None, language: Sequence[Issue], words: int) -> float:
    if estimated and estimated.fluency is not None:
        return estimated.fluency
    return rate_quality(language, words).score


def signature(document: Document, config: Config, neural: str) -> str:
    """What one must know to get the same numbers again, in the manner of sacrebleu."""
    given = (
        "".join(letter for letter, there in (("s", document.source), ("r", document.reference)) if there)
        or "none"
    )
    rules = ",".join((*config.select, *(f"-{prefix}" for prefix in config.ignore))) or "all"
    return f"mtqa|v:{__version__}|target:{document.target_lang}|given:{given}|profile:{config.profile}|rules:{rules}|neural:{neural}|score:mqm-exp1.25"
