"""Trains the probe on the language model's states: which pieces of a sentence are damaged, and which would be changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from learning import standard, standardise
from pair_training import learn
from score_data import SYNTHETIC, as_read, natural_spans, readings
from sklearn.metrics import roc_auc_score

from mtqa.neural.networks import Network
from mtqa.neural.probe import probe_inputs

PROBE_EPOCHS = 5


def train_probe(data: Path, cache: Path) -> Network:
    """One seed from each half of the post-edits, so that each half can be judged by the other's."""
    halves = [_probe_rows(*readings(data, cache, name)[:2]) for name in SYNTHETIC]
    sample = np.concatenate([inputs[::9] for inputs, _ in halves]).astype(np.float32)
    middle, scale = standardise(sample)
    learners = [learn(*half, middle, scale, seed, PROBE_EPOCHS) for seed, half in enumerate(halves)]
    for number, (inputs, labels) in enumerate(halves):
        other = learners[1 - number]
        logits = np.concatenate(
            [
                other.forward(standard(inputs[i : i + 8192].astype(np.float32), middle, scale))[1]
                for i in range(0, len(inputs), 8192)
            ]
        )
        for head, name in enumerate(("damaged", "changed")):
            known = ~np.isnan(labels[:, head])
            area = roc_auc_score(labels[known, head], logits[known, head])
            print(f"probe, pieces of the other half, {name} AUC {area:.3f}", flush=True)
    parts = {
        n: np.stack([one.values[n] for one in learners])
        for n in ("inner", "inner_bias", "outer", "outer_bias")
    }
    return Network(middle, scale, **parts)


def _probe_rows(rows: list[dict], lm: dict) -> tuple[np.ndarray, np.ndarray]:
    inputs, labels = [], []
    for row in rows:
        kind = row["kind"]
        if kind not in {"mt", "good"} and not kind.startswith("bad:"):
            continue
        read = as_read(lm[row["target"]])
        if not read.offsets:
            continue
        marked = np.array(
            [any(max(a, s) < min(b, e) for s, e in natural_spans(row)) for a, b in read.offsets], np.float32
        )
        label = np.full((len(marked), 2), np.nan, np.float32)
        if kind == "mt":
            label[:, 1] = marked
        else:
            label[:, 0] = marked
            label[:, 1] = 0 if kind == "good" else np.nan
        inputs.append(probe_inputs(read).astype(np.float16))
        labels.append(label)
    return np.concatenate(inputs), np.concatenate(labels)
