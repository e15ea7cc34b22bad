"""Training of the small networks in numpy: one layer of rectified units, Adam, weight decay, dropout of inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.networks import CLIP

Array = NDArray[np.float32]


@dataclass
class Learner:
    """One seed of a network in training. Inputs must be standardised already."""

    inputs: int
    units: int
    outputs: int
    seed: int
    rate: float = 1e-3
    decay: float = 1e-4
    extra: int = 0  # free offsets, learnt with the weights
    bytes_for_lots: bool = False  # dropout is drawn in bytes, which is quicker where inputs are many
    step: int = 0
    moments: dict[str, tuple[Array, Array]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.seed)
        self.values = {
            "inner": (rng.standard_normal((self.inputs, self.units)) / np.sqrt(self.inputs)).astype(
                np.float32
            ),
            "inner_bias": np.zeros(self.units, np.float32),
            "outer": (rng.standard_normal((self.units, self.outputs)) / np.sqrt(self.units)).astype(
                np.float32
            ),
            "outer_bias": np.zeros(self.outputs, np.float32),
            "offsets": np.zeros(max(1, self.extra), np.float32),
        }
        self.rng = rng

    def forward(self, x: Array) -> tuple[Array, Array]:
        units = np.maximum(x @ self.values["inner"] + self.values["inner_bias"], 0)
        return units, units @ self.values["outer"] + self.values["outer_bias"]

    def learn(
        self, x: Array, gradient: Callable[[Array], tuple[Array, Array | None]], keep: float = 0.9
    ) -> None:
        """One step on a batch. `gradient` gives the loss's gradient by output, and by offset where there are any."""
        lots = self.rng.integers(
            0, 256, x.shape, np.uint8
        )  # bytes, since drawing floats took a fifth of the time
        x = x * (lots < round(256 * keep)) * np.float32(1 / keep)
        units, outputs = self.forward(x)
        by_output, by_offset = gradient(outputs)
        hidden = (by_output @ self.values["outer"].T) * (units > 0)
        found = {
            "inner": x.T @ hidden,
            "inner_bias": hidden.sum(axis=0),
            "outer": units.T @ by_output,
            "outer_bias": by_output.sum(axis=0),
        }
        if by_offset is not None:
            found["offsets"] = by_offset
        self._adam(found)

    def _adam(self, gradients: dict[str, Array]) -> None:
        self.step += 1
        for name, gradient in gradients.items():
            first, second = self.moments.get(name, (np.zeros_like(gradient), np.zeros_like(gradient)))
            first = 0.9 * first + 0.1 * gradient
            second = 0.999 * second + 0.001 * gradient**2
            self.moments[name] = (first, second)
            change = first / (1 - 0.9**self.step) / (np.sqrt(second / (1 - 0.999**self.step)) + 1e-8)
            if name in {"inner", "outer"}:
                change = change + self.decay * self.values[name] / self.rate
            self.values[name] -= self.rate * change


def standardise(x: Array) -> tuple[Array, Array]:
    centre = x.mean(axis=0)
    return centre.astype(np.float32), (1 / (x.std(axis=0) + 1e-4)).astype(np.float32)


def standard(x: Array, centre: Array, scale: Array) -> Array:
    return np.clip((x - centre) * scale, -CLIP, CLIP).astype(np.float32)


def batches(count: int, size: int, rng: np.random.Generator) -> Iterator[NDArray[np.intp]]:
    order = rng.permutation(count)
    for first in range(0, count - size + 1, size):
        yield order[first : first + size]
