"""What a small English language model thinks of a sentence, piece by piece, by SmolLM2-135M."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.store import LANGUAGE_MODEL, built
from mtqa.neural.together import Memory, of_equal_length

if TYPE_CHECKING:
    import ctranslate2
    from tokenizers import Tokenizer

Array = NDArray[np.float32]
WIDTH = 576
_BATCH = 8
_REMEMBERED = 300  # sentences; about 65 kB each
_LONGEST = 256  # pieces; a sentence beyond that is cut
_START = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as the language model read it, one row for each piece.

    `log_probability` is the natural logarithm of the chance of the piece after those before it, normalised over the
    frequent pieces and the piece itself (so slightly too high); `entropy` that of the distribution, in nats; `rank`
    counts the frequent pieces that were likelier. `states` (pieces + 1) × 576 holds the hidden state before the first piece and
    after each one. `offsets` are code points of each piece in the sentence.
    """

    log_probability: Array
    entropy: Array
    rank: Array
    states: Array
    offsets: tuple[tuple[int, int], ...]


class LanguageModel:
    """The language model in this process; one thread, so that callers decide on parallel work."""

    def __init__(
        self, model: ctranslate2.Generator, tokenizer: Tokenizer, embeddings: NDArray[np.float16]
    ) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._embeddings = embeddings
        self._remembered: Memory[Read] = Memory(_REMEMBERED)

    def read(self, sentences: Sequence[str]) -> list[Read]:
        """Each sentence read on its own, in order. The last ones are remembered."""
        return self._remembered.recall(sentences, self._read_all)

    def _read_all(self, sentences: Sequence[str]) -> list[Read]:
        pieces = [self._tokenizer.encode(sentence) for sentence in sentences]
        ids = [[_START, *piece.ids[:_LONGEST]] for piece in pieces]
        found: dict[int, Read] = {}
        for batch in of_equal_length(ids, _BATCH):
            outputs = np.asarray(self._model.forward_batch([ids[i] for i in batch]))
            for row, i in enumerate(batch):
                found[i] = self._read(outputs[row], ids[i][1:], pieces[i].offsets)
        return [found[i] for i in range(len(ids))]

    def _read(self, outputs: Array, ids: Sequence[int], offsets: Sequence[tuple[int, int]]) -> Read:
        states = outputs[:, -WIDTH:]
        if not ids:
            nothing = np.zeros(0, np.float32)
            return Read(nothing, nothing, nothing, states.copy(), ())
        logits = outputs[:-1, :-WIDTH]
        own = np.einsum("ij,ij->i", states[:-1], self._embeddings[ids].astype(np.float32))
        frequent = logits.shape[1]
        peak = np.maximum(logits.max(axis=1), own)
        weights = np.exp(logits - peak[:, None])
        rare = np.where(np.asarray(ids) >= frequent, np.exp(own - peak), 0.0)
        mass = weights.sum(axis=1) + rare
        total = peak + np.log(mass)
        expected = (np.einsum("ij,ij->i", weights, logits) + rare * own) / mass
        return Read(
            (own - total).astype(np.float32),
            (total - expected).astype(np.float32),
            (logits > own[:, None]).sum(axis=1).astype(np.float32),
            states.copy(),
            tuple(offsets[: len(ids)]),
        )


@cache
def load_language_model() -> LanguageModel:
    """The language model of this process. Raises `ModelError` if it is not installed or not built."""
    folder = built(LANGUAGE_MODEL)
    import ctranslate2  # noqa: PLC0415  heavy and optional
    from tokenizers import Tokenizer  # noqa: PLC0415

    model = ctranslate2.Generator(
        str(folder), device="cpu", inter_threads=1, intra_threads=1, compute_type="int8"
    )
    embeddings = np.load(folder / "embeddings.npy", mmap_mode="r")
    return LanguageModel(model, Tokenizer.from_file(str(folder / "tokenizer.json")), embeddings)
