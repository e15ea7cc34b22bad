"""How the score networks learn: labels, pairs, losses. Everything is on rows as `score_data` and `train_scores` make them."""

from __future__ import annotations

import random
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from learning import Learner, batches, standard, standardise

from mtqa.neural.networks import Network, chance
from mtqa.neural.probe import HEADS, SUMMARY
from mtqa.neural.sentence_features import COMPARISON, READING, length_factor
from mtqa.neural.surface import TARGET_FEATURES

FIGURES = len(TARGET_FEATURES) + len(READING) + len(HEADS) * len(SUMMARY)
COMPARED = len(COMPARISON)
# Kinds of damage that leave sound English: they teach nothing about fluency.
SOUND_ENGLISH = {"opposite", "digits_changed", "word_borrowed", "wrong_gender", "negated", "name_lost"}
LOST = {"detached", "halfdetached", "omission", "mixed", "copied", "again"}
# Data sets get an offset each, since one of two raters may be stricter; it is not shipped.
OFFSETS = ("synthetic", "post-edited", "sxs2023_zh-en", "ted2021_zh-en", "bio")


@dataclass
class Table:
    """Rows with their vectors; `target_width` columns of each vector need no source."""

    rows: list[dict]
    vectors: np.ndarray
    target_width: int

    def __len__(self) -> int:
        return len(self.rows)


def fold(row: dict, count: int = 5) -> int:
    """The fold of a row, the same for all rows of one sentence or document; -1 for rows that are always learnt from."""
    key = row.get("unperturbed") or row.get("doc")
    return zlib.crc32(key.encode()) % count if key else -1


def is_rated(row: dict) -> bool:
    """Whether human raters' penalty may be learnt from; the licence of the chats does not allow it."""
    return row["from"] == "mqm" and not row["subset"].startswith("chat")


def _penalty(row: dict) -> float:
    """Raters' penalty of a sentence as long as most: they find more in longer ones, and quality takes that in afterwards."""
    return float(row["penalty"]) / length_factor(row["target"])


def quality_label(row: dict) -> tuple[str, float] | None:
    """Where a row's quality (0-1) is known: the data set that says so, and the quality."""
    kind, origin = row.get("kind"), row["from"]
    if is_rated(row):
        name = "bio" if row["subset"].startswith("bio") else row["subset"]
        return name, float(np.exp(-0.08 * _penalty(row)))  # as mtqa's own quality of a short text
    if kind == "mt":
        return "post-edited", 1 - row["hter"]
    known = {
        "good": 0.97,
        "detached": 0.03,
        "halfdetached": 0.3,
        "mixed": 0.3,
        "omission": 0.45,
        "again": 0.35,
        "copied": 0.25,
    }
    known["bad:loop"] = 0.05
    return ("synthetic", known[kind]) if origin in LEARNT and kind in known else None


# Against a pair's loss of 1. With fewer rows, 20 instead of 6 and twice the epochs gave .02 on qe, mqm and halluc and took .01 from DEMETR.
LABEL_WEIGHT = 20
LEARNT = {"syn0", "syn1", "edited", "invented", "near"}


def better_and_worse(rows: Sequence[dict]) -> list[tuple[int, int, float]]:
    """Pairs of rows of which the first is the better translation, with a weight."""
    sound = {
        (r["from"], r["group"]): i for i, r in enumerate(rows) if r["from"] in LEARNT and r["kind"] == "good"
    }
    bases = {
        (r["source"], r["unperturbed"]): i
        for i, r in enumerate(rows)
        if r["from"] == "perturb" and r["kind"] == "base"
    }
    found = []
    for i, row in enumerate(rows):
        if row["from"] in LEARNT and row["kind"] != "good" and (row["from"], row["group"]) in sound:
            weight = min(1.0, 3 * row["hter"]) if row["kind"] == "mt" else 1.0
            found.append((sound[row["from"], row["group"]], i, weight))
        elif row["from"] == "perturb" and row["target"] != row["unperturbed"]:
            base = bases[row["source"], row["unperturbed"]]
            found += [(base, i, 1.0)] * 3 if row["expect"] == "worse" else [(i, base, 0.5)] * 3
    return [(a, b, w) for a, b, w in [*found, *_rated_pairs(rows)] if w > 0.15]


# Pairs drawn for each rated translation, of the same source and of any in its data set. Choices.
SAME_SOURCE, ANY_SOURCE = 2, 1


def _rated_pairs(rows: Sequence[dict]) -> list[tuple[int, int, float]]:
    """Pairs of translations that raters find at least one point apart; the wider the gap, the more they weigh."""
    rng = random.Random(11)
    by_source: dict[tuple, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if is_rated(row):
            by_source[row["subset"], row["source"]].append(i)
            by_source[row["subset"], None].append(i)
    found = []
    for (subset, source), some in by_source.items():
        if source is None:
            continue
        for i in some:
            drawn = rng.choices(some, k=SAME_SOURCE) + rng.choices(by_source[subset, None], k=ANY_SOURCE)
            for j in drawn:
                gap = _penalty(rows[j]) - _penalty(rows[i])
                if abs(gap) >= 1:
                    first, second = (i, j) if gap > 0 else (j, i)
                    found.append((first, second, 0.2 + min(0.8, abs(gap) / 6)))
    return found


def train_quality(
    table: Table,
    keep: np.ndarray,
    *,
    with_source: bool,
    seeds: int,
    units: int = 48,
    epochs: int = 5,
    wide: float = 0.05,
) -> Network:
    """Quality of a segment, from pairs (logistic loss on the difference) and from labels (cross-entropy).

    `wide` scales the mean states against the figures: with 1 the network learns the domains by heart.
    """
    columns = np.arange(table.vectors.shape[1] if with_source else table.target_width)
    rows = table.rows

    def usable(i: int) -> bool:
        return bool(keep[i]) and (with_source or rows[i].get("kind") not in LOST - {"again"})

    labels = [(i, *quality_label(rows[i])) for i in range(len(rows)) if usable(i) and quality_label(rows[i])]
    pairs = [p for p in better_and_worse(rows) if usable(p[0]) and usable(p[1])]
    narrow = (columns < FIGURES) | (
        (columns >= table.target_width) & (columns < table.target_width + COMPARED)
    )
    centre, scale = standardise(table.vectors[np.flatnonzero(keep)[::3]][:, columns].astype(np.float32))
    scale = np.where(narrow, scale, wide * scale).astype(np.float32)
    learners = [
        _learn_quality(table.vectors, columns, centre, scale, labels, pairs, seed, units, epochs)
        for seed in range(seeds)
    ]
    return _network(learners, centre, scale)


def _learn_quality(vectors, columns, centre, scale, labels, pairs, seed, units, epochs) -> Learner:
    labelled = np.array([i for i, _, _ in labels])
    sets = np.array([OFFSETS.index(name) for _, name, _ in labels])
    truth = np.array([y for _, _, y in labels], np.float32)
    first, second = np.array([a for a, _, _ in pairs]), np.array([b for _, b, _ in pairs])
    weights = np.array([w for _, _, w in pairs], np.float32)
    learner = Learner(len(columns), units, 1, seed, decay=3e-5, extra=len(OFFSETS), bytes_for_lots=True)
    size, steps = 256, epochs * (len(pairs) // 256)
    for _ in range(epochs):
        for batch in batches(len(pairs), size, learner.rng):
            learner.rate = 1e-3 * (1 - learner.step / steps) + 2e-5
            some = learner.rng.integers(0, len(labelled), size)
            chosen = np.concatenate([first[batch], second[batch], labelled[some]])
            inputs = standard(vectors[chosen][:, columns].astype(np.float32), centre, scale)
            learner.learn(inputs, _quality_gradient(learner, weights[batch], sets[some], truth[some]))
    return learner


def _quality_gradient(learner: Learner, weights: np.ndarray, sets: np.ndarray, truth: np.ndarray) -> Callable:
    size = len(weights)

    def gradient(outputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        z = outputs[:, 0]
        slope = np.zeros_like(z)
        push = -(1 - chance(z[:size] - z[size : 2 * size])) * weights
        slope[:size], slope[size : 2 * size] = push, -push
        error = LABEL_WEIGHT * (chance(z[2 * size :] + learner.values["offsets"][sets]) - truth)
        slope[2 * size :] = error
        by_offset = 0.03 * size * learner.values["offsets"]
        np.add.at(by_offset, sets, error)
        return (slope / (2 * size))[:, None].astype(np.float32), (by_offset / (2 * size)).astype(np.float32)

    return gradient


def train_fluency(table: Table, keep: np.ndarray, *, seeds: int) -> Network:
    """The chance that a sentence is sound rather than damaged, from figures alone; both kinds weigh the same."""
    chosen, truth = [], []
    for i, row in enumerate(table.rows):
        kind = row.get("kind") or ""
        if not keep[i]:
            continue
        sound = (row["from"] in {"syn0", "syn1"} and kind == "good") or (
            is_rated(row) and row["penalty"] == 0
        )
        broken = kind.startswith("bad:") and kind[4:] not in SOUND_ENGLISH
        if sound or broken:
            chosen.append(i)
            truth.append(float(sound))
    places, labels = np.array(chosen), np.array(truth, np.float32)
    weights = np.where(labels > 0, 0.5 / labels.mean(), 0.5 / (1 - labels.mean())).astype(np.float32)
    return _train_figures(table.vectors[places][:, :FIGURES].astype(np.float32), labels, weights, seeds, 8)


# Adequacy of what was spoilt on purpose. On halluc, .2 for omissions and .05 to .1 for the others give .873 AUROC ("any"), .4 and .2 give
# .863; four epochs do as well as eight (one seed each). "end_lost" loses a word or two.
ADEQUACY = {
    "good": 0.97,
    "detached": 0.02,
    "halfdetached": 0.1,
    "mixed": 0.1,
    "copied": 0.1,
    "again": 0.05,
    "bad:loop": 0.05,
    "omission": 0.2,
    "bad:end_lost": 0.5,
}


def train_adequacy(table: Table, keep: np.ndarray, *, seeds: int) -> Network:
    """How fully a segment says what its source says (0-1), from the figures of the comparison alone."""
    chosen, truth = [], []
    for i, row in enumerate(table.rows):
        if not keep[i]:
            continue
        if row["from"] in LEARNT and row["kind"] in ADEQUACY:
            chosen.append(i)
            truth.append(ADEQUACY[row["kind"]])
        elif is_rated(row):
            chosen.append(i)
            truth.append(0.97 * float(np.exp(-0.08 * _accuracy_penalty(row))))
    columns = np.arange(table.target_width, table.target_width + COMPARED)
    inputs = table.vectors[np.array(chosen)][:, columns].astype(np.float32)
    return _train_figures(inputs, np.array(truth, np.float32), np.ones(len(truth), np.float32), seeds, 4)


def _accuracy_penalty(row: dict) -> float:
    points = {"critical": 10, "major": 5, "minor": 1}
    accuracy = ("Accuracy", "Omission", "Addition", "Mistranslation", "Non-translation")
    found = [
        points.get(span["severity"], 0) for span in row["spans"] if span["category"].startswith(accuracy)
    ]
    return sum(found) / max(1, row["n_raters"])


def _train_figures(
    inputs: np.ndarray, truth: np.ndarray, weights: np.ndarray, seeds: int, epochs: int
) -> Network:
    centre, scale = standardise(inputs)
    ready = standard(inputs, centre, scale)
    learners, size = [], 256
    for seed in range(seeds):
        learner = Learner(inputs.shape[1], 24, 1, seed, decay=1e-5, bytes_for_lots=True)
        steps = epochs * (len(truth) // size)
        for _ in range(epochs):
            for batch in batches(len(truth), size, learner.rng):
                learner.rate = 2e-3 * (1 - learner.step / steps) + 2e-5

                def gradient(outputs: np.ndarray, batch: np.ndarray = batch) -> tuple[np.ndarray, None]:
                    error = (chance(outputs[:, 0]) - truth[batch]) * weights[batch] / len(batch)
                    return error[:, None].astype(np.float32), None

                learner.learn(ready[batch], gradient, keep=0.97)
        learners.append(learner)
    return _network(learners, centre, scale)


def _network(learners: Sequence[Learner], centre: np.ndarray, scale: np.ndarray) -> Network:
    parts = {
        name: np.stack([one.values[name] for one in learners])
        for name in ("inner", "inner_bias", "outer", "outer_bias")
    }
    return Network(centre, scale, **parts)
