"""Small learnt networks, run with numpy: one hidden layer, several seeds, their outputs averaged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtqa.core.errors import ModelError
from mtqa.language.lexicon import data_folder

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Inputs are standardised (`centre`, `scale`), clipped, and go through one layer of rectified units for each seed.

    Shapes: `inner` seeds × inputs × units, `inner_bias` seeds × units, `outer` seeds × units × outputs, `outer_bias` seeds × outputs.
    """

    centre: Array
    scale: Array
    inner: Array
    inner_bias: Array
    outer: Array
    outer_bias: Array

    def __call__(self, inputs: Array) -> Array:
        """Outputs (rows × outputs), the mean over seeds, of inputs (rows × inputs)."""
        standard = np.clip((inputs - self.centre) * self.scale, -CLIP, CLIP)
        total = np.zeros((len(inputs), self.outer.shape[2]), np.float32)
        for seed in range(len(self.inner)):
            units = np.maximum(standard @ self.inner[seed] + self.inner_bias[seed], 0)
            total += units @ self.outer[seed] + self.outer_bias[seed]
        return total / np.float32(len(self.inner))


CLIP = 6.0  # standard deviations; a choice that keeps an odd sentence from running away with a score


@cache
def load_network(name: str) -> Network:
    """The network of `mtqa/data/models/NAME.npz`. Raises `ModelError` if it is not there."""
    path = Path(data_folder(), "models", f"{name}.npz")
    if not path.is_file():
        raise ModelError(f"{path.name} is missing from the installation; install mtqa anew")
    with np.load(path) as arrays:
        return Network(*(arrays[field].astype(np.float32) for field in Network.__slots__))


def chance(logits: Array) -> Array:
    """Probabilities of logits."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)
