"""Fits verdict bands and how sure they are on documents that people rated, and writes `mtqa/data/models/verdicts.json`.

    python benchmarks/train_scores.py DATA_FOLDER --cross-validate
    python benchmarks/fit_verdicts.py [--dry-run]

The documents' quality comes from networks that had not seen them; the model is `mtqa.scoring.verdicts.VerdictModel`. Figures are of
documents in folds that the fit had not seen.
"""

from __future__ import annotations

import argparse
import json
import math
import zlib
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from mtqa.language.lexicon import data_folder
from mtqa.scoring.quality import BANDS, POINTS_PER_QUALITY, quality_of
from mtqa.scoring.verdicts import OFFSET, RATERS_LIMITS, VerdictModel

HERE = Path(__file__).parent
CHUNK_WORDS = 400  # longer documents are cut, so that a lecture does not count as one
FOLDS = 5
STEADY = 3.0  # a choice: without it, the target alone makes the scale fall with the words and nothing else


@dataclass(frozen=True)
class Rated:
    """A stretch of a rated document: group, fold, words, penalty of the raters and of the estimate, per 1,000 words."""

    group: str
    fold: int
    words: int
    penalty: float
    estimate: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cache", type=Path, default=HERE / "out" / "scores")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    arguments = parser.parse_args()
    segments = json.loads((arguments.cache / "cross-validated.json").read_text("utf-8"))
    fitted = {}
    for mode in ("with_source", "target_only"):
        documents = [one for one in rated(segments, mode) if one.group != "chat"]
        model = fit(documents)
        fitted[mode] = asdict(model)
        start, slope = middle_line(
            np.log(OFFSET + np.array([one.estimate for one in documents])),
            np.log(OFFSET + np.array([one.penalty for one in documents])),
        )
        edges = [-100 * POINTS_PER_QUALITY * math.log(lowest / 100) for lowest, _ in BANDS]
        points = [math.exp(start + slope * math.log(OFFSET + one)) - OFFSET for one in edges]
        print("raters' points in the middle at the edges of the verdicts:", [round(one, 1) for one in points])
        print(f"== {mode}: {fitted[mode]}")
        report(documents)
    if not arguments.dry_run:
        made = {
            "made_by": "benchmarks/fit_verdicts.py",
            "from": "mqm: sxs2023, ted2021, bio (Apache-2.0)",
            **fitted,
        }
        path = Path(data_folder(), "models", "verdicts.json")
        path.write_text(json.dumps(made, indent=1) + "\n", "utf-8")


def rated(segments: list[dict], mode: str) -> list[Rated]:
    """Documents in chunks, from segments in document order."""
    documents: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for segment in segments:
        documents[segment["subset"], segment["system"], segment["doc"]].append(segment)
    found = []
    for (subset, _, _), parts in documents.items():
        chunk: list[dict] = []
        for part in parts:
            chunk.append(part)
            if sum(one["words"] for one in chunk) >= CHUNK_WORDS:
                found.append(_chunk(subset, chunk, mode))
                chunk = []
        if sum(one["words"] for one in chunk) >= CHUNK_WORDS / 8:
            found.append(_chunk(subset, chunk, mode))
    return found


def _chunk(subset: str, parts: list[dict], mode: str) -> Rated:
    words = np.array([max(1, one["words"]) for one in parts])
    loss = -np.log(np.maximum([one[mode] for one in parts], 0.005))
    return Rated(
        subset.split("_", maxsplit=1)[0],
        zlib.crc32(f"{subset}:{parts[0]['doc']}".encode()) // 10 % FOLDS,
        int(words.sum()),
        1000 * sum(one["penalty"] for one in parts) / float(words.sum()),
        100 * POINTS_PER_QUALITY * float((words * loss).sum() / words.sum()),
    )


def fit(documents: list[Rated]) -> VerdictModel:
    """The line through the medians, then the ordinal model of the verdicts along it."""
    expected = np.log(OFFSET + np.array([one.estimate for one in documents]))
    given = np.log(OFFSET + np.array([one.penalty for one in documents]))
    words = np.array([one.words for one in documents])
    places = np.array([band(one.penalty) for one in documents])
    start, slope = middle_line(expected, given)

    def loss(values: np.ndarray) -> float:  # `VerdictModel.chances` for all documents at once
        cuts, spread, by_words = np.sort(values[:3]), values[3], values[4]
        scale = np.exp(spread) * np.sqrt(1 + np.exp(by_words) * 10 / words)
        below = 1 / (1 + np.exp(-np.clip((cuts - expected[:, None]) / scale[:, None], -30, 30)))
        edges = np.concatenate([np.zeros((len(words), 1)), below, np.ones((len(words), 1))], axis=1)
        chances = np.diff(edges, axis=1)[np.arange(len(places)), places]
        return -float(np.log(chances + 1e-6).sum()) + STEADY * (by_words - 2) ** 2

    first = (*np.log(OFFSET + np.array(RATERS_LIMITS) / 2), 0.0, 2.0)
    found = minimize(loss, first, method="Nelder-Mead", options={"maxiter": 2000})
    low, high = (float(one) for one in np.quantile((given - start) / slope - expected, (0.1, 0.9)))
    cuts = tuple(float(one) for one in np.sort(found.x[:3]))
    return VerdictModel(low, high, cuts, float(found.x[3]), float(found.x[4]))


def middle_line(expected: np.ndarray, given: np.ndarray) -> tuple[float, float]:
    """Start and slope of the line through the medians, on the logarithmic scale."""
    found = minimize(lambda v: np.abs(given - v[0] - v[1] * expected).sum(), (0.0, 1.0), method="Nelder-Mead")
    return float(found.x[0]), float(found.x[1])


def band(points: float) -> int:
    """The verdict of raters who give so many points per 1,000 words, by its place from publish on."""
    return sum(points > limit for limit in RATERS_LIMITS)


def verdict_place(points: float) -> int:
    """The same for mtqa's verdict on a text with so many points."""
    return sum(quality_of(points) < lowest for lowest, _ in BANDS)


def report(documents: list[Rated]) -> None:
    """Agreement of verdicts and a reliability table of their chances, on folds and groups not fitted on."""
    cases: list[tuple[float, bool, bool]] = []
    for number in range(FOLDS):
        model = fit([one for one in documents if one.fold != number])
        for one in documents:
            if one.fold != number:
                continue
            chances = model.chances(one.estimate, one.words)
            shown, truth = verdict_place(one.estimate), band(one.penalty)
            cases.append((chances[shown], shown == truth, abs(shown - truth) <= 1))
    sure, right, near = (np.array(column, float) for column in zip(*cases, strict=True))
    print(f"{len(cases)} documents: verdict right {right.mean():.3f}, at most one band off {near.mean():.3f}")
    print(f"ECE {expected_error(sure, right):.3f}; chance shown / right / n:", end=" ")
    for low in np.arange(0.2, 1.0, 0.1):
        some = (sure >= low) & (sure < low + 0.1)
        if some.any():
            print(f"{sure[some].mean():.2f} {right[some].mean():.2f} {some.sum()}", end=" | ")
    print()


def expected_error(sure: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: the mean gap of chance and frequency over bins of equal width, by cases."""
    places = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [abs(sure[places == k].sum() - right[places == k].sum()) for k in range(bins)]
    return float(sum(gaps) / len(sure))


if __name__ == "__main__":
    main()
