"""Trains the probes that compare pieces of a translation with those of its source. Labels are explained in `target_labels`
and `lost_spans`.
"""

from __future__ import annotations

import difflib
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from learning import Learner, batches, standard, standardise
from score_data import SETS, as_encoded, centre, encodings, natural_spans
from sklearn.metrics import roc_auc_score

from mtqa.neural.alignment import align
from mtqa.neural.encoder import Encoded
from mtqa.neural.networks import Network, chance
from mtqa.neural.pair_probe import FIGURES, SOURCE_HEADS, TARGET_HEADS, source_inputs, target_inputs
from mtqa.neural.sentence_features import comparison

HEADS = (TARGET_HEADS, SOURCE_HEADS)
UNSEEN = ("halluc", "qe")  # never learnt from
UNITS, EPOCHS = 64, 3
# States count less than figures, else the network learns the languages of the training data by heart. A choice.
WIDE = 0.3
# Kinds of damage that leave something of the source unsaid.
LOSING = {"noun_lost", "verb_lost", "end_lost", "name_lost", "digits_changed", "word_borrowed", "opposite"}
_SURE = (
    0.4  # a source piece less similar to any of the sound translation teaches nothing about loss; a choice
)


def half(row: dict) -> int:
    """Which of two halves a row is in; all rows of a sentence, or of a rated document, are in the same."""
    if row["from"] in {"syn0", "syn1"}:
        return int(row["from"] == "syn1")
    key = row.get("doc") or row.get("unperturbed") or row["source"]
    return zlib.crc32(key.encode()) // 5 % 2


def target_labels(row: dict) -> list[list[tuple[int, int]] | None]:
    """For each of `TARGET_HEADS` the wrong spans of the target; None if the row says nothing about it.

    wrong: damaged or invented on purpose. replaced: by a post-editor. marked: by a rater, as an error of some weight.
    """
    kind, spans = row.get("kind") or "", row["spans"]
    if row["from"] == "mqm":
        marked = [(s["start"], s["end"]) for s in spans if s["severity"] != "neutral"]
        return [None, None, None if row["subset"].startswith("chat") else marked]
    if row["from"] == "perturb":
        if row["expect"] != "worse":
            return [None, None, None]
        return [_differences(row["unperturbed"], row["target"]), None, None]
    if kind == "mt":
        untagged = row["hter"] > 0 and not spans
        return [None, None if untagged else natural_spans(row), None]
    return [natural_spans(row), [] if kind == "good" else None, None]


def lost_spans(row: dict) -> list[tuple[int, int]] | None:
    """The spans of the sound translation that the row's target lacks; None if the row says nothing about it."""
    kind = row.get("kind") or ""
    if "lost" in row or kind == "good":
        return row.get("lost", [])
    if row["from"] == "perturb":
        if row["expect"] != "worse":
            return None
        return _differences(row["target"], row["unperturbed"])
    if kind[4:] in LOSING:
        return _differences(row["target"], row["sound"])
    return None


def _differences(old: str, new: str) -> list[tuple[int, int]]:
    """Spans of the words of `new` that `old` has not."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", new)]
    matcher = difflib.SequenceMatcher(None, old.split(), [new[a:b] for a, b in words], autojunk=False)
    return [
        (words[c][0], words[d - 1][1])
        for tag, _, _, c, d in matcher.get_opcodes()
        if tag in {"replace", "insert"}
    ]


Example = tuple[np.ndarray, np.ndarray]  # inputs (pieces × figures and states) and labels (pieces × heads)


def target_examples(rows: Iterable[dict], encoded: dict, centre: np.ndarray) -> Iterator[Example]:
    """Of each row the inputs and labels (NaN where unknown) of its target pieces."""
    for row in rows:
        known = target_labels(row)
        source, target = as_encoded(encoded[row["source"] or ""]), as_encoded(encoded[row["target"]])
        if all(one is None for one in known) or not target.offsets or not source.offsets:
            continue
        label = np.full((len(target.offsets), len(known)), np.nan, np.float32)
        for head, spans in enumerate(known):
            if spans is not None:
                label[:, head] = _inside(target.offsets, spans)
        yield target_inputs(source, target, align(source, target, centre)).astype(np.float16), label


def source_examples(rows: Sequence[dict], encoded: dict, centre: np.ndarray) -> Iterator[Example]:
    """Of each row the inputs and labels (NaN where unknown) of its source pieces."""
    good = {row["group"]: row["target"] for row in rows if row.get("kind") == "good"}
    for row in rows:
        lost, sound = lost_spans(row), row.get("unperturbed") or good.get(row.get("group"))
        if lost is None or sound is None:
            continue
        source, target = as_encoded(encoded[row["source"] or ""]), as_encoded(encoded[row["target"]])
        whole = as_encoded(encoded[sound])
        if not source.offsets or not target.offsets or not whole.offsets:
            continue
        best = align(source, whole, centre)
        label = _inside(whole.offsets, lost)[best.source_partner]
        label[best.source_similarity < _SURE] = np.nan
        if row.get("kind") != "good" and not np.nansum(label):
            continue
        inputs = source_inputs(source, target, align(source, target, centre)).astype(np.float16)
        yield inputs, label[:, None]


def _inside(offsets: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> np.ndarray:
    return np.array([any(max(a, s) < min(b, e) for s, e in spans) for a, b in offsets], np.float32)


def learn(
    inputs: np.ndarray,
    labels: np.ndarray,
    middle: np.ndarray,
    scale: np.ndarray,
    seed: int,
    epochs: int = EPOCHS,
) -> Learner:
    """One seed of a probe: cross-entropy of each head where its label is known."""
    learner = Learner(inputs.shape[1], UNITS, labels.shape[1], seed, decay=2e-5)
    known, truth = ~np.isnan(labels), np.nan_to_num(labels)
    size = 512
    steps = epochs * (len(inputs) // size)
    for _ in range(epochs):
        for batch in batches(len(inputs), size, learner.rng):
            learner.rate = 1e-3 * (1 - learner.step / steps) + 2e-5

            def gradient(outputs: np.ndarray, batch: np.ndarray = batch) -> tuple[np.ndarray, None]:
                return ((chance(outputs) - truth[batch]) * known[batch] / size).astype(np.float32), None

            learner.learn(standard(inputs[batch].astype(np.float32), middle, scale), gradient)
    return learner


def scales(sample: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and scale of the inputs, with `WIDE` on those of the states."""
    middle, scale = standardise(sample.astype(np.float32))
    scale[len(FIGURES) :] *= WIDE
    return middle, scale


def network(learners: Sequence[Learner], middle: np.ndarray, scale: np.ndarray) -> Network:
    parts = {
        name: np.stack([one.values[name] for one in learners])
        for name in ("inner", "inner_bias", "outer", "outer_bias")
    }
    return Network(middle, scale, **parts)


@dataclass(frozen=True)
class PairProbes:
    """Both probes, each with one seed from each half of the rows, so that each half can be judged by the other's."""

    target: Network
    source: Network

    def judging(self, row: dict) -> tuple[Network, Network]:
        """The networks that have not seen a row."""
        if row["from"] in UNSEEN:
            return self.target, self.source
        seed = 1 - half(row)
        return one_seed(self.target, seed), one_seed(self.source, seed)

    def compare(self, row: dict, source: Encoded, target: Encoded, middle: np.ndarray) -> np.ndarray:
        """The figures of a row's comparison."""
        alignment = align(source, target, middle)
        ours, theirs = self.judging(row)
        return comparison(
            row["source"] or "",
            row["target"],
            alignment,
            ours(target_inputs(source, target, alignment)),
            theirs(source_inputs(source, target, alignment)),
        )


def train_pair_probes(data: Path, cache: Path) -> PairProbes:
    return PairProbes(*(_learn_side(data, cache, side) for side in range(2)))


def _learn_side(data: Path, cache: Path, side: int) -> Network:
    """The probe of the target (0) or the source (1). One half of the rows is in memory at a time."""
    middle = scale = None
    learners: list[Learner] = []
    for number in range(2):
        inputs, labels = _half_examples(data, cache, side, number)
        if middle is None or scale is None:
            middle, scale = scales(inputs[::9])
        for judge in learners:
            _report(network([judge], middle, scale), inputs, labels, HEADS[side])
        learners.append(learn(inputs, labels, middle, scale, number))
    return network(learners, middle, scale)


def _half_examples(data: Path, cache: Path, side: int, number: int) -> Example:
    make, middle = (target_examples, source_examples)[side], centre(data, cache)
    examples: list[Example] = []
    for name in SETS:
        if name not in UNSEEN:
            rows, encoded = encodings(data, cache, name)
            examples += make([row for row in rows if half(row) == number], encoded, middle)
    count = sum(len(labels) for _, labels in examples)
    inputs = np.empty((count, examples[0][0].shape[1]), np.float16)
    labels = np.empty((count, examples[0][1].shape[1]), np.float32)
    for some, known in reversed(examples):
        count -= len(known)
        inputs[count : count + len(known)], labels[count : count + len(known)] = some, known
    return inputs, labels


def _report(judge: Network, inputs: np.ndarray, labels: np.ndarray, heads: Sequence[str]) -> None:
    found = np.concatenate(
        [judge(inputs[i : i + 8192].astype(np.float32)) for i in range(0, len(inputs), 8192)]
    )
    for head, name in enumerate(heads):
        known = ~np.isnan(labels[:, head])
        area = roc_auc_score(labels[known, head], found[known, head])
        print(f"pieces of the other half, {name} AUC {area:.3f} of {known.sum()}", flush=True)


def one_seed(all_seeds: Network, seed: int) -> Network:
    parts = (all_seeds.inner, all_seeds.inner_bias, all_seeds.outer, all_seeds.outer_bias)
    return Network(all_seeds.centre, all_seeds.scale, *(part[seed : seed + 1] for part in parts))
