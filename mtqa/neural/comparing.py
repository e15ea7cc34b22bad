"""A stretch of the target compared with its source: alignment, doubt about the pieces of both sides, adequacy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtqa.language.lexicon import data_folder
from mtqa.neural.alignment import FEATURES, Alignment, align, alignment_features
from mtqa.neural.encoder import Encoded
from mtqa.neural.networks import chance, load_network
from mtqa.neural.pair_probe import source_doubt, target_doubt
from mtqa.neural.sentence_features import comparison

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Compared:
    """A comparison: `figures` as named in `COMPARISON`, and what they come to.

    `adequacy` (0-1) is how fully the target says what the source says. `answered` is the share of the target's pieces with a
    counterpart, `covered` that of the source's.
    """

    alignment: Alignment
    figures: Array
    source: Encoded
    target: Encoded
    adequacy: float
    answered: float
    covered: float


def compare(source_text: str, target_text: str, source: Encoded, target: Encoded) -> Compared:
    """The target compared with its source, both as texts and encoded. Raises `ModelError` if a network is missing."""
    alignment = align(source, target, _centre())
    doubts = target_doubt(source, target, alignment), source_doubt(source, target, alignment)
    figures = comparison(source_text, target_text, alignment, *doubts)
    shares = dict(zip(FEATURES, alignment_features(alignment).tolist(), strict=True))
    return Compared(
        alignment,
        figures,
        source,
        target,
        float(chance(load_network("adequacy")(figures[None, :]))[0, 0]),
        1 - shares["target_unanswered"],
        1 - shares["source_unanswered"],
    )


@cache
def _centre() -> Array:
    """The mean token state over the languages of the training data."""
    return np.asarray(np.load(Path(data_folder(), "models", "encoder-centre.npy")), np.float32)
