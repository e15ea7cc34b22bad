"""Synthetic damage of sound English sentences: what the fluency probe and the quality estimate learn from."""

from __future__ import annotations

import random
import re

# The lot falls on a place in the list of kinds: imported in another order they would make other sentences.
import damage_order  # noqa: F401  its kinds register themselves, as those of the next three
import damage_words  # noqa: F401
import damage_writing  # noqa: F401
import damage_wrong_facts  # noqa: F401
from damage_kinds import FUNCTION, KINDS, like, pick


def damage(
    sentence: str, rng: random.Random, name: str | None = None
) -> tuple[str, list[tuple[int, int]], str] | None:
    """The damaged sentence, the spans that are wrong, and the kind; None if this kind found nothing to do."""
    chosen = name or rng.choice(list(KINDS))
    done = KINDS[chosen](sentence.split(" "), rng)
    if done is None:
        return None
    words, wrong = done
    text = " ".join(words)
    return None if text == sentence else (text, _spans(words, wrong), chosen)


def _spans(words: list[str], wrong: set[int]) -> list[tuple[int, int]]:
    spans, place = [], 0
    for index, word in enumerate(words):
        if index in wrong:
            spans.append((place, place + len(word)))
        place += len(word) + 1
    return spans


def borrowed(
    sentence: str, pool: list[str], rng: random.Random
) -> tuple[str, list[tuple[int, int]], str] | None:
    """A content word exchanged for one of another sentence: reads well at times, and is wrong."""
    words = sentence.split(" ")
    i = pick(words, rng, lambda w: re.fullmatch(r"[A-Za-z]{4,}", w) is not None and w.lower() not in FUNCTION)
    donors = [
        w
        for w in rng.choice(pool).split(" ")
        if re.fullmatch(r"[A-Za-z]{4,}", w) and w.lower() not in FUNCTION
    ]
    if i is None or not donors:
        return None
    words[i] = like(words[i], rng.choice(donors).lower()) if i == 0 else rng.choice(donors)
    text = " ".join(words)
    return None if text == sentence else (text, _spans(words, {i}), "word_borrowed")
