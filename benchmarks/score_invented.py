"""What an engine that lost the thread would write: made from sound translations, with the spans that are wrong and lost."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np

from mtqa.neural.encoder import Encoder
from mtqa.neural.surface import natural

Row = dict[str, object]
_FEWEST_WORDS = 6


def invented(pairs: Sequence[Row], rng: random.Random) -> Iterator[Row]:
    """Each pair as it is and once spoilt: another sentence, a stretch of another, a stretch lost, a stretch said again."""
    for number, pair in enumerate(pairs):
        words = pair["target"].split()
        if len(words) < _FEWEST_WORDS:
            continue
        base = {**pair, "group": str(number), "spans": []}
        yield {**base, "kind": "good"}
        yield {**base, **_lose_the_thread(words, pairs[number - 1]["target"].split(), rng)}


def near(pairs: Sequence[Row], rng: random.Random, encoder: Encoder) -> Iterator[Row]:
    """As `invented`, but strange words come from the sentence of the others that is most like it, or from the source."""
    means = np.stack([one.mean for one in encoder.encode([natural(pair["target"]) for pair in pairs])])
    means -= means.mean(axis=0)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    for number, pair in enumerate(pairs):
        words = pair["target"].split()
        likeness = means @ means[number]
        others = next(
            words_of
            for words_of in (pairs[i]["target"].split() for i in np.argsort(-likeness).tolist())
            if len(words_of) >= _FEWEST_WORDS and len(set(words_of) & set(words)) < 0.5 * len(set(words_of))
        )
        if len(words) < _FEWEST_WORDS:
            continue
        base = {**pair, "group": str(number), "spans": []}
        yield {**base, "kind": "good"}
        yield {**base, **_stray(words, others, pair["source"].split(), rng)}


def _stray(words: list[str], others: list[str], source: list[str], rng: random.Random) -> Row:
    draw, size = rng.random(), len(words)
    if draw < 0.3:
        return _changed("detached", [], others, [], words)
    start = rng.randrange(0, max(1, size // 2))
    length = rng.randint(max(2, size // 4), max(3, size // 2))
    before, lost, after = words[:start], words[start : start + length], words[start + length :]
    if draw < 0.55:
        place = rng.randrange(max(1, len(others) - length))
        return _changed("mixed", before, others[place : place + length], after, lost)
    if draw < 0.7:
        place = int(len(source) * start / size)
        share = max(1, int(len(source) * length / size))
        return _changed("copied", before, source[place : place + share], after, lost)
    if draw < 0.88:  # words said before stand where others should
        first = rng.randrange(0, size - 3)
        phrase = words[first : first + rng.randint(1, 3)]
        return _changed("again", before, (phrase * length)[:length], after, lost)
    clauses = [i for i, word in enumerate(words[:-2]) if word.endswith(",") and i >= 2]
    if not clauses:
        return _changed("omission", before, [], after, lost)
    end = rng.choice(clauses) + 1
    cut = rng.random() < 0.5  # the first clause goes, or all that follow it
    return _changed(
        "omission",
        [] if cut else words[:end],
        [],
        words[end:] if cut else [],
        words[:end] if cut else words[end:],
    )


def _lose_the_thread(words: list[str], others: list[str], rng: random.Random) -> Row:
    """What changes in a row: target, kind, the spans that are wrong in it, and the spans of the sound target it lacks."""
    draw, size = rng.random(), len(words)
    if draw < 0.15:
        return _changed("detached", [], others, [], words)
    if draw < 0.4:  # a stretch comes from elsewhere
        start = rng.randrange(1, max(2, size // 2))
        length = rng.randint(max(2, size // 4), max(3, 2 * size // 3))
        place = rng.randrange(max(1, len(others) - length))
        strange = others[place : place + length]
        return _changed(
            "mixed", words[:start], strange, words[start + length :], words[start : start + length]
        )
    if draw < 0.7:  # a stretch is lost
        start, length = rng.randrange(1, max(2, size // 2)), rng.randint(max(2, size // 4), max(3, size // 2))
        return _changed("omission", words[:start], [], words[start + length :], words[start : start + length])
    # what follows says again what came before
    start, length = rng.randrange(1, max(2, size // 2)), rng.randint(2, max(3, size // 4))
    phrase = words[start : start + length]
    joined = rng.choice([["and"], [","], ["of"], ["in"], []])
    again = [*joined, *phrase] * rng.choice([1, 1, 1, 2, 3])
    again[-1] += "."
    return _changed("again", words[: start + length], again, [], words[start + length :])


def _changed(kind: str, before: list[str], strange: list[str], after: list[str], lost: list[str]) -> Row:
    start = len(" ".join(before))
    spans = [(start, start + len(" ".join(strange)) + bool(before))] if strange else []
    missing = [(start, start + len(" ".join(lost)) + bool(before))] if lost else []
    return {"target": " ".join([*before, *strange, *after]), "kind": kind, "spans": spans, "lost": missing}
