"""The vectors from which the quality of a segment is estimated, with and without its source."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.language_model import WIDTH, Read
from mtqa.neural.probe import doubt_features
from mtqa.neural.surface import pair_features, target_features

Array = NDArray[np.float32]
READING = ("mean", "sum", "three_least", "surprise", "very_unlikely", "entropy", "spread", "least")
_VERY_UNLIKELY = -8.0  # nats; a feature, no verdict


def reading_features(read: Read) -> Array:
    """The figures named in `READING`, of the log-probabilities of a sentence."""
    logs = read.log_probability
    if not len(logs):
        return np.zeros(len(READING), np.float32)
    return np.array(
        [
            logs.mean(),
            logs.sum() / 10,
            np.sort(logs)[:3].mean(),
            (logs + read.entropy).mean(),
            np.log1p((logs < _VERY_UNLIKELY).sum()),
            read.entropy.mean(),
            logs.std(),
            logs.min(),
        ],
        np.float32,
    )


def fluency_vector(text: str, read: Read, doubt: Array) -> Array:
    """What is known of a sentence's English in figures. `doubt` are the logits of `piece_doubt`."""
    return np.concatenate([target_features(text), reading_features(read), doubt_features(doubt)])


def target_vector(text: str, read: Read, doubt: Array) -> Array:
    """What is known of a target segment alone: its `fluency_vector`, the mean hidden state and the last one."""
    states = read.states.astype(np.float32)
    mean = states[1:].mean(axis=0) if len(states) > 1 else np.zeros(WIDTH, np.float32)
    return np.concatenate([fluency_vector(text, read, doubt), mean, states[-1]]).astype(np.float32)


def pair_vector(
    target: Array,
    source_text: str,
    target_text: str,
    alignment: Array,
    source_mean: Array,
    target_mean: Array,
) -> Array:
    """What is known of a source and target segment. `target` is its `target_vector`, `alignment` its `alignment_features`."""
    a, b = source_mean.astype(np.float32), target_mean.astype(np.float32)
    a, b = a / (np.linalg.norm(a) + 1e-9), b / (np.linalg.norm(b) + 1e-9)
    return np.concatenate(
        [target, pair_features(source_text, target_text), alignment, b, np.abs(a - b), a * b]
    ).astype(np.float32)
