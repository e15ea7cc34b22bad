"""Doubt about each piece of a sentence beside its counterpart on the other side, by networks on the encoder's states.

One network was taught which pieces of a translation are wrong, given the source: from damaged and invented translations, from
marks of human raters, and from what post-editors changed. The other was taught which pieces of a source are not translated.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.alignment import Alignment
from mtqa.neural.encoder import Encoded
from mtqa.neural.networks import load_network

Array = NDArray[np.float32]
TARGET_NETWORK, SOURCE_NETWORK = "pair-probe", "source-probe"
TARGET_HEADS = ("wrong", "replaced", "marked")
SOURCE_HEADS = ("lost",)
FIGURES = (
    "similarity",
    "second",
    "before",
    "after",
    "around",
    "mean",
    "least",
    "cosine",
    "mutual",
    "shared",
    "shared_before",
    "own_echo",
    "distance",
    "jump",
    "place",
    "first",
    "last",
    "characters",
    "begins_word",
    "log_size",
    "log_ratio",
)


def target_inputs(source: Encoded, target: Encoded, alignment: Alignment) -> Array:
    """One row for each piece of the target, with the columns `FIGURES` and the states of both sides."""
    return _inputs(target, source, alignment)


def source_inputs(source: Encoded, target: Encoded, alignment: Alignment) -> Array:
    """The same for each piece of the source."""
    return _inputs(source, target, alignment.turned())


def target_doubt(source: Encoded, target: Encoded, alignment: Alignment) -> Array:
    """Logits (pieces of the target × 3): that the piece is wrong, that a post-editor would replace it, and that a rater
    would mark it.
    """
    return load_network(TARGET_NETWORK)(target_inputs(source, target, alignment))


def source_doubt(source: Encoded, target: Encoded, alignment: Alignment) -> Array:
    """Logits (pieces of the source × 1): that what the piece says is lost."""
    return load_network(SOURCE_NETWORK)(source_inputs(source, target, alignment))


def _inputs(own: Encoded, other: Encoded, alignment: Alignment) -> Array:
    """One row for each piece of `own`, the target side of the alignment."""
    similarity, partner, back = (
        alignment.target_similarity,
        alignment.target_partner,
        alignment.source_partner,
    )
    count = len(similarity)
    if not count or not len(back):
        return np.zeros((count, len(FIGURES) + 3 * own.states.shape[1]), np.float32)
    ours = own.states.astype(np.float32)
    theirs = other.states.astype(np.float32)[partner]
    places = np.arange(count)
    figures = np.stack(
        [
            similarity,
            alignment.target_second,
            np.append(similarity[:1], similarity[:-1]),
            np.append(similarity[1:], similarity[-1:]),
            _around(similarity),
            np.full(count, similarity.mean()),
            np.full(count, similarity.min()),
            np.full(count, alignment.cosine),
            back[partner] == places,
            np.log1p(np.bincount(partner, minlength=len(back))[partner]),
            np.log1p(_earlier(partner)),
            _echo(ours),
            np.abs(places / count - partner / len(back)),
            np.log1p(np.abs(np.diff(partner, prepend=partner[:1]) - 1)),
            places / count,
            places == 0,
            places == count - 1,
            *_written(own),
            np.full(count, np.log1p(count)),
            np.full(count, np.log((count + 2) / (len(back) + 2))),
        ],
        axis=1,
    )
    return np.concatenate([figures, ours, theirs, np.abs(ours - theirs)], axis=1).astype(np.float32)


def _around(similarity: Array) -> Array:
    """The mean over the piece and two neighbours on either side."""
    padded = np.pad(similarity, 2, mode="edge")
    return np.asarray(np.convolve(padded, np.full(5, 0.2), mode="valid"), np.float32)


def _earlier(partner: NDArray[np.intp]) -> Array:
    """For each piece, how many pieces before it have the same partner."""
    seen: dict[int, int] = {}
    found = np.zeros(len(partner), np.float32)
    for place, one in enumerate(partner.tolist()):
        found[place] = seen.get(one, 0)
        seen[one] = seen.get(one, 0) + 1
    return found


def _echo(states: Array) -> Array:
    """For each piece, the highest cosine with a piece at least two places before it: what is said again."""
    unit = states / (np.linalg.norm(states, axis=1, keepdims=True) + 1e-9)
    echoes = np.tril(unit @ unit.T, -2).max(axis=1)
    return np.asarray(echoes, np.float32)


def _written(own: Encoded) -> tuple[Array, Array]:
    starts = np.array([start for start, _ in own.offsets])
    ends = np.array([end for _, end in own.offsets])
    begins = np.append(True, starts[1:] > ends[:-1])
    return np.asarray(np.minimum(ends - starts, 12), np.float32), np.asarray(begins, np.float32)
