"""Token states of a sentence in any of a hundred languages, by multilingual-e5-small."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mtqa.neural.store import ENCODER, built
from mtqa.neural.together import Memory, of_equal_length

if TYPE_CHECKING:
    import ctranslate2
    from tokenizers import Tokenizer

Array = NDArray[np.float32]
WIDTH = 384
_PREFIX = "query: "  # the model was trained with it (Wang et al. 2024)
_START, _END = 0, 2
_LONGEST = 256  # pieces; a sentence beyond that is cut, since cost grows with the square
_BATCH = 32
_REMEMBERED = 600  # sentences; about 50 kB each, and both sides of the rows that are read ahead
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence as the encoder sees it: one row of `states` (pieces × 384) for each of its pieces.

    `offsets` give the code points of each piece in the sentence as the encoder normalised it.
    """

    states: Array
    offsets: tuple[tuple[int, int], ...]
    mean: Array


class Encoder:
    """The encoder in this process; one thread, so that callers decide on parallel work."""

    def __init__(
        self, model: ctranslate2.Encoder, tokenizer: Tokenizer, normalisation: dict[int, str]
    ) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._normalisation = normalisation
        self._remembered: Memory[Encoded] = Memory(_REMEMBERED)
        self._prefix = len(tokenizer.encode(_PREFIX.strip()).ids)

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        """Each sentence encoded, in order. The last ones are remembered: several parts of a review ask for the same."""
        return self._remembered.recall(sentences, self._encode)

    def _encode(self, sentences: Sequence[str]) -> list[Encoded]:
        pieces = [self._tokenizer.encode(self._normal(_PREFIX + sentence)) for sentence in sentences]
        ids = [[_START, *piece.ids[:_LONGEST], _END] for piece in pieces]
        found: dict[int, Encoded] = {}
        for batch in of_equal_length(ids, _BATCH):
            states = np.asarray(self._model.forward_batch([ids[i] for i in batch]).last_hidden_state)
            for row, i in enumerate(batch):
                all_states = states[row].astype(np.float32)
                own = all_states[1 + self._prefix : -1]
                offsets = pieces[i].offsets[self._prefix : self._prefix + len(own)]
                placed = tuple((max(0, a - len(_PREFIX)), max(0, b - len(_PREFIX))) for a, b in offsets)
                found[i] = Encoded(own, placed, all_states.mean(axis=0))
        return [found[i] for i in range(len(ids))]

    def _normal(self, text: str) -> str:
        return _SPACES.sub(" ", text.translate(self._normalisation))


@cache
def load_encoder() -> Encoder:
    """The encoder of this process. Raises `ModelError` if it is not installed or not built."""
    folder = built(ENCODER)
    import ctranslate2  # noqa: PLC0415  heavy and optional
    from tokenizers import Tokenizer  # noqa: PLC0415

    table = json.loads((folder / "normalisation.json").read_text(encoding="utf-8"))
    model = ctranslate2.Encoder(
        str(folder), device="cpu", inter_threads=1, intra_threads=1, compute_type="int8"
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Encoder(model, tokenizer, {int(code): text for code, text in table.items()})
