"""The vectors from which the quality of a segment is estimated, with and without its source."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.alignment import FEATURES, Alignment, alignment_features
from mtqa.neural.language_model import WIDTH, Read
from mtqa.neural.pair_probe import SOURCE_HEADS, TARGET_HEADS
from mtqa.neural.probe import HEADS, SUMMARY, doubt_features
from mtqa.neural.surface import PAIR_FEATURES, pair_features, target_features

Array = NDArray[np.float32]
READING = ("mean", "sum", "three_least", "surprise", "very_unlikely", "entropy", "spread", "least")
COMPARISON = (
    *PAIR_FEATURES,
    *FEATURES,
    "pieces_ratio",
    "pieces_ratio_size",
    *(f"{head}_{figure}" for head in (*TARGET_HEADS, *SOURCE_HEADS) for figure in SUMMARY),
)
# On mqm, two folds, the exponents 0, .35, .5 and .75 gave a mean Spearman of .229, .263, .273 and .282, and qe lost .00, .01,
# .02 and .04 Pearson.
_USUAL_WORDS = 20
_VERY_UNLIKELY = -8.0  # nats; a feature, no verdict


def length_factor(text: str) -> float:
    """By how much the loss of quality of a segment grows with its length: 1 for 20 words.

    Raters find more in longer segments, if less than in proportion; a square root fits.
    """
    return float(np.sqrt(max(1, len(text.split())) / _USUAL_WORDS))


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
    return np.concatenate([target_features(text), reading_features(read), doubt_features(doubt, HEADS)])


def target_vector(text: str, read: Read, doubt: Array) -> Array:
    """What is known of a target segment alone: its `fluency_vector`, the mean hidden state and the last one."""
    states = read.states.astype(np.float32)
    mean = states[1:].mean(axis=0) if len(states) > 1 else np.zeros(WIDTH, np.float32)
    return np.concatenate([fluency_vector(text, read, doubt), mean, states[-1]]).astype(np.float32)


def comparison(
    source_text: str,
    target_text: str,
    alignment: Alignment,
    target_doubts: Array,
    source_doubts: Array,
) -> Array:
    """What is known of how a target segment says what its source says, in the figures named in `COMPARISON`.

    The doubts are the logits of `mtqa.neural.pair_probe`.
    """
    ratio = np.log((len(alignment.target_similarity) + 2) / (len(alignment.source_similarity) + 2))
    return np.concatenate(
        [
            pair_features(source_text, target_text),
            alignment_features(alignment),
            [ratio, abs(ratio)],
            doubt_features(target_doubts, TARGET_HEADS),
            doubt_features(source_doubts, SOURCE_HEADS),
        ]
    ).astype(np.float32)


def pair_vector(target: Array, compared: Array, source_mean: Array, target_mean: Array) -> Array:
    """What is known of a source and target segment. `target` is its `target_vector`, `compared` its `comparison`."""
    a, b = source_mean.astype(np.float32), target_mean.astype(np.float32)
    a, b = a / (np.linalg.norm(a) + 1e-9), b / (np.linalg.norm(b) + 1e-9)
    return np.concatenate([target, compared, b, np.abs(a - b), a * b]).astype(np.float32)
