"""Systems against a reference and against each other, segment by segment: BLEU, chrF and TER by sacrebleu, quality by mtqa."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

_RESAMPLES = 1000  # as sacrebleu's own paired bootstrap
_SEED = 12345  # sacrebleu's default, so that both tests can be repeated


@dataclass(frozen=True, slots=True)
class Measured:
    """A score of one system. `interval` is half the width of its 95 % interval, `p_value` the chance that the difference
    to the first system is by accident; both None where they were not tested.
    """

    score: float
    interval: float | None = None
    p_value: float | None = None


@dataclass(frozen=True)
class SystemScores:
    """All scores of one system by name of the metric, and each segment's by the same names."""

    name: str
    corpus: Mapping[str, Measured]
    segments: Mapping[str, tuple[float | None, ...]]


@dataclass(frozen=True)
class Comparison:
    """Systems in the order given, with the signature of each metric that has one."""

    systems: tuple[SystemScores, ...]
    signatures: Mapping[str, str] = field(default_factory=dict)


def compare(
    systems: Mapping[str, Sequence[str]],
    reference: Sequence[str] | None,
    own: Mapping[str, Mapping[str, Sequence[float | None]]],
) -> Comparison:
    """Scores of systems (name → segments), with `own` scores (system → metric → segments) beside those of sacrebleu.

    With two systems or more, each is tested against the first by paired bootstrap (Koehn 2004).
    """
    corpus, segments, signatures = _against_reference(systems, reference)
    for name, metrics in own.items():
        for metric, values in metrics.items():
            segments[name][metric] = tuple(values)
    first = next(iter(systems))
    for name, metrics in own.items():
        for metric in metrics:
            tested = _bootstrap(segments[name][metric], None if name == first else segments[first][metric])
            if tested:
                corpus[name][metric] = tested
    scored = tuple(SystemScores(name, corpus[name], segments[name]) for name in systems)
    return Comparison(scored, signatures)


def _against_reference(
    systems: Mapping[str, Sequence[str]], reference: Sequence[str] | None
) -> tuple[dict[str, dict[str, Measured]], dict[str, dict[str, tuple[float | None, ...]]], dict[str, str]]:
    corpus: dict[str, dict[str, Measured]] = {name: {} for name in systems}
    segments: dict[str, dict[str, tuple[float | None, ...]]] = {name: {} for name in systems}
    signatures: dict[str, str] = {}
    if reference is None:
        return corpus, segments, signatures
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415  half a second, needed only with a reference
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415
    from sacrebleu.significance import PairedTest, Result  # noqa: PLC0415

    metrics = {"BLEU": BLEU(), "chrF": CHRF(), "TER": TER()}
    if len(systems) > 1:
        tests = PairedTest(
            [(name, list(texts)) for name, texts in systems.items()],
            metrics,
            [list(reference)],
            test_type="bs",
            n_samples=_RESAMPLES,
        )
        found, results = tests()
        # sacrebleu names its columns by metric and settings (chrF2), in the order the metrics were given.
        columns = dict(zip(metrics, (name for name in results if name != "System"), strict=True))
        signatures = {metric: str(found[column]) for metric, column in columns.items()}
        for row, name in enumerate(systems):
            for metric in metrics:
                one = results[columns[metric]][row]
                if isinstance(one, Result):
                    corpus[name][metric] = Measured(float(one.score), one.ci, one.p_value)
    else:
        for name, texts in systems.items():
            for metric, scorer in metrics.items():
                corpus[name][metric] = Measured(
                    float(scorer.corpus_score(list(texts), [list(reference)]).score)
                )
                signatures[metric] = str(scorer.get_signature())
    by_sentence = {"BLEU": BLEU(effective_order=True), "chrF": CHRF(), "TER": TER()}
    for name, texts in systems.items():
        for metric, scorer in by_sentence.items():
            pairs = zip(texts, reference, strict=True)
            segments[name][metric] = tuple(float(scorer.sentence_score(a, [b]).score) for a, b in pairs)
    return corpus, segments, signatures


def _bootstrap(values: Sequence[float | None], baseline: Sequence[float | None] | None) -> Measured | None:
    """Mean over the segments with a score, its interval, and the p-value against a baseline (two-sided, paired)."""
    known = np.array([value for value in values if value is not None])
    if not len(known):
        return None
    rng = np.random.default_rng(_SEED)
    draws = rng.integers(0, len(known), (_RESAMPLES, len(known)))
    means = known[draws].mean(axis=1)
    interval = float(np.quantile(means, 0.975) - np.quantile(means, 0.025)) / 2
    return Measured(float(known.mean()), interval, _p_value(values, baseline, rng) if baseline else None)


def _p_value(
    values: Sequence[float | None], baseline: Sequence[float | None], rng: np.random.Generator
) -> float | None:
    both = [(a, b) for a, b in zip(values, baseline, strict=True) if a is not None and b is not None]
    if not both:
        return None
    differences: NDArray[np.float64] = np.array([a - b for a, b in both])
    draws = rng.integers(0, len(differences), (_RESAMPLES, len(differences)))
    centred = differences[draws].mean(axis=1) - differences.mean()
    extreme = (np.abs(centred) >= abs(differences.mean())).sum()
    return float((extreme + 1) / (_RESAMPLES + 1))  # as in sacrebleu
