"""Doubt about each piece of a sentence: a network on the language model's hidden states.

It was taught with damaged sentences which piece is damaged, and with post-edited translations which piece people changed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.language_model import Read
from mtqa.neural.networks import chance, load_network

Array = NDArray[np.float32]
NETWORK = "probe"
HEADS = ("damaged", "changed")
SUMMARY = ("most", "three_most", "sum", "mean", "any")


def probe_inputs(read: Read) -> Array:
    """One row for each piece: probabilities around it, the state after reading it and the state after the next one."""
    logs, entropy, states = read.log_probability, read.entropy, read.states.astype(np.float32)
    count = len(logs)
    if not count:
        return np.zeros((0, 10 + 2 * states.shape[1]), np.float32)
    surprise = logs + entropy
    figures = np.stack(
        [
            logs,
            surprise,
            entropy,
            np.log1p(read.rank),
            np.append(logs[1:], 0),
            np.append(surprise[1:], 0),
            np.append(0, logs[:-1]),
            np.full(count, logs.mean()),
            np.arange(count) == 0,
            np.arange(count) == count - 1,
        ],
        axis=1,
    )
    after_next = np.concatenate([states[2:], np.zeros((1, states.shape[1]), np.float32)])
    return np.concatenate([figures, states[1:], after_next], axis=1).astype(np.float32)


def piece_doubt(read: Read) -> Array:
    """Logits (pieces × 2): that the piece is damaged English, and that a post-editor would change it."""
    return load_network(NETWORK)(probe_inputs(read))


def doubt_features(logits: Array, heads: Sequence[str]) -> Array:
    """For each of the doubts (columns of the logits, one for each head) the figures named in `SUMMARY`."""
    if not len(logits):
        return np.zeros(len(heads) * len(SUMMARY), np.float32)
    found = []
    for column in logits.T:
        chances = chance(column)
        top = np.sort(column)[-3:]
        found += [
            float(column.max()),
            float(top.mean()),
            float(np.log1p(chances.sum())),
            float(chances.mean()),
            float(-np.log1p(-np.minimum(chances, 0.9999)).sum()),
        ]
    return np.array(found, np.float32)
