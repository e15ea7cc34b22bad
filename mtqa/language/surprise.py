"""How a language model took the words of a text, and what that says about a candidate for a leftover.

A word list knows "guerra" from surnames and "y" from algebra; a model that reads English does not expect either in
"the outbreak of the guerra". Only texts in English are read, by `mtqa.neural`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mtqa.core.documents import Document, TokenKind
from mtqa.language.candidates import Candidate, Origin
from mtqa.language.words import Vector, WordModel

_FLOOR = 1e-9  # share of running text that stands for "not listed"
_AFTER = 2  # tokens behind a candidate that are looked at
SURPRISE_FEATURES = (
    "surprising",
    "surprise",
    "surprise_per_word",
    "surprise_of_start",
    "rank_of_start",
    "doubt_before",
    "surprise_after",
    "surprise_over_list",
    "lower_surprise",
    "surprise_elsewhere",
    "pieces_per_letter",
)


@dataclass(frozen=True)
class Surprise:
    """What the model thought of each token of a document, by token index; NaN for tokens that it did not read.

    `log_probability` is the natural logarithm of the chance of the whole token in its context, `start` that of its first
    piece; `entropy` (nats) says how open the model was before it, `rank` how many pieces it held for likelier, and
    `pieces` into how many pieces it cuts the token.
    """

    log_probability: Vector
    start: Vector
    entropy: Vector
    rank: Vector
    pieces: Vector


def surprise_features(
    document: Document,
    candidate: Candidate,
    surprise: Surprise,
    words: WordModel,
    target: int,
    doubtful: frozenset[int],
) -> dict[str, float]:
    """The figures named in `SURPRISE_FEATURES`, and `was_read`; `doubtful` are the tokens that belong to any candidate."""
    tokens = document.tokens
    own = [i for i in range(candidate.first, candidate.last + 1) if np.isfinite(surprise.log_probability[i])]
    if not own:
        return dict.fromkeys(("was_read", *SURPRISE_FEATURES), 0.0)
    spelt = [i for i in own if tokens.kinds[i] is TokenKind.WORD] or own
    logs = surprise.log_probability[spelt]
    lower = [i for i in spelt if not tokens.texts[i][0].isupper()]
    letters = sum(len(tokens.texts[i]) for i in spelt)
    usual = [
        math.log(float(words.listed(tokens.texts[i].lower())[target]) + _FLOOR) for i in (lower or spelt)
    ]
    first = own[0]
    return {
        "was_read": 1.0,
        "surprising": float(candidate.origin is Origin.SURPRISING),
        "surprise": max(-60.0, float(logs.sum())) / 10,
        "surprise_per_word": float(logs.mean()) / 10,
        "surprise_of_start": float(surprise.start[first]) / 10,
        "rank_of_start": math.log1p(float(surprise.rank[first])),
        "doubt_before": float(surprise.entropy[first]),
        "surprise_after": _after(surprise, candidate.last),
        "surprise_over_list": float(np.mean(surprise.log_probability[lower or spelt] - usual)) / 10,
        "lower_surprise": float(surprise.log_probability[lower].min()) / 10 if lower else 0.0,
        "surprise_elsewhere": _elsewhere(document, surprise, tokens.starts[first], doubtful),
        "pieces_per_letter": float(surprise.pieces[spelt].sum()) / max(1, letters),
    }


def _after(surprise: Surprise, last: int) -> float:
    near = surprise.log_probability[last + 1 : last + 1 + _AFTER]
    known = near[np.isfinite(near)]
    return float(known.mean()) / 10 if len(known) else 0.0


def _elsewhere(document: Document, surprise: Surprise, start: int, doubtful: frozenset[int]) -> float:
    """Mean log probability, in tens of nats, of the rest of the sentence: a broken one surprises everywhere."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return 0.0
    rest = [i for i in document.tokens.between(sentence.start, sentence.end) if i not in doubtful]
    logs = surprise.log_probability[rest]
    logs = logs[np.isfinite(logs)]
    return float(logs.mean()) / 10 if len(logs) else 0.0
