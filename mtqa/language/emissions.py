"""How much each token speaks for each other language rather than for the target: the evidence that is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from mtqa.language.scripts import own_scripts
from mtqa.language.words import Vector, WordModel

# Clips in nats, taken over from an earlier study of 912 documents in 19 languages; only the one for German
# nouns is ours, and is a choice: it lets a noun become a candidate for the filter to judge.
WORD_CLIP = 9.0
CAPITAL_CLIP = 1.0  # a capital in mid-sentence is mostly a name
INITIAL_CLIP = 4.0  # at the start of a sentence a capital says nothing
LINE_CLIP = 6.0  # in a short line of its own every word may have one
NOUN_CLIP = 4.0  # a common word of the other language, unknown to the target: a noun with its capital
GERMAN_NOUN_CLIP = 7.0  # all nouns have capitals there, so a capital says less against a leftover
ACRONYM_CLIP = 0.5
LETTER_CLIP = 3.0
_ABOVE = np.float32(0.1)
_ACRONYM_LETTERS = 5
SHORTEST_UNKNOWN = 3
_NOUN_LISTED = -12.2  # log probability of "a common word of the language"
_NOUN_UNKNOWN = -16.5  # … and of "hardly a word of the target"
_ENGLISH_ENDINGS = frozenset({"s", "t", "re", "ll", "ve", "d", "m"})
_NO_CAP = np.zeros(1, np.float32)
PARTS = re.compile(r"['’ʼ‘`-]")


class Gain(NamedTuple):
    """Upper bounds of a token's evidence for any other language, in mid-sentence, first in a sentence, in a short line."""

    middle: float
    initial: float
    line: float


class Emissions:
    """Evidence of tokens against one target language; `unlisted` holds the
    lower-case tokens seen so far that the target does not list.
    """

    def __init__(self, words: WordModel, target: str) -> None:
        self.words = words
        self.target = words.index(target)
        scripts = own_scripts(target)
        self.foreign = np.array(
            [own_scripts(x) & scripts != frozenset() and x != target for x in words.languages]
        )
        self._german = words.index("de") if target != "de" else None
        self._rows: dict[str, Vector] = {}
        self._gains: dict[str, Gain] = {}
        self._caps: dict[str, Vector] = {}
        self.unlisted: set[str] = set()

    def gains(self, tokens: Iterable[str]) -> dict[str, Gain]:
        """Bounds for every given token that is a word, learnt in one go. The dictionary grows with each call."""
        new = [token for token in set(tokens) if token not in self._gains]
        if new:
            self._learn(new)
        return self._gains

    def row(self, token: str, *, position: int, short_line: bool) -> Vector:
        """Log odds of each language against the target for a token; `position` is 0 in mid-sentence, 1 first in a
        sentence, 2 first in a line.
        """
        row = self._raw(token)
        if not token[0].isupper():
            return row if len(token) > 1 else np.clip(row, -4.0, LETTER_CLIP)
        if token.isupper() and len(token) <= _ACRONYM_LETTERS:
            return np.clip(row, -1.5, ACRONYM_CLIP if not (short_line and len(token) > 3) else INITIAL_CLIP)
        clip = LINE_CLIP if short_line else CAPITAL_CLIP if position == 0 else INITIAL_CLIP
        ceiling: Vector = np.maximum(self._caps.get(token, _NO_CAP), np.float32(clip))
        return _softly(np.maximum(row, -np.maximum(ceiling, 1.5)), ceiling)

    def beyond(self, token: str) -> Vector:
        """What the log odds of a lower-case token have above the clip, which decides between languages that all reach it."""
        if token[0].isupper():
            return np.zeros_like(self._raw(token))
        values = self._log_probs(token.lower(), _look_up_as(token.lower()))
        above: Vector = np.where(self.foreign, np.maximum(values - values[self.target] - WORD_CLIP, 0), 0)
        return above

    def _raw(self, token: str) -> Vector:
        row = self._rows.get(token)
        if row is None:
            self._learn([token])
            row = self._rows[token]
        return row

    def _learn(self, tokens: list[str]) -> None:
        parts = {token: _look_up_as(token.lower()) for token in tokens}
        self.words.log_probs([part for group in parts.values() for part in group])
        for token, group in parts.items():
            values = self._log_probs(token.lower(), group)
            row = np.clip(values - values[self.target], -WORD_CLIP, WORD_CLIP)
            row[~self.foreign] = -WORD_CLIP
            self._rows[token] = row
            self._gains[token] = self._gain(token, values, row)
            if (
                len(token) >= SHORTEST_UNKNOWN
                and token[0].islower()
                and is_spelt(token)
                and not self._is_listed(group)
            ):
                self.unlisted.add(token)

    def _is_listed(self, group: list[str]) -> bool:
        """Whether the target lists the word, or all of its parts."""
        listed = [self.words.listed(part)[self.target] > 0 for part in group]
        return bool(listed[0]) or (len(group) > 1 and all(listed[1:]))

    def _log_probs(self, whole: str, parts: list[str]) -> Vector:
        rows = [self.words.row(part) for part in parts]
        if len(rows) == 1:
            return rows[0]
        if self.words.listed(parts[0])[self.target] > 0 and parts[0] == whole:
            return rows[0]
        mean: Vector = np.mean(rows[1:], axis=0, dtype=np.float32)
        return mean

    def _gain(self, token: str, values: Vector, row: Vector) -> Gain:
        best = float(row.max())
        if not token[0].isupper():
            bound = best if len(token) > 1 else min(best, LETTER_CLIP)
            return Gain(bound, bound, bound)
        if token.isupper() and len(token) <= _ACRONYM_LETTERS:
            return Gain(min(best, ACRONYM_CLIP), min(best, ACRONYM_CLIP), min(best, INITIAL_CLIP))
        noun = (values > _NOUN_LISTED) & (values[self.target] < _NOUN_UNKNOWN)
        ceiling = np.where(noun, np.float32(NOUN_CLIP), np.float32(0.0))
        if self._german is not None and values[self._german] > -13.2 and values[self.target] < -15.5:
            ceiling[self._german] = GERMAN_NOUN_CLIP
        if ceiling.any():
            self._caps[token] = ceiling
        bounds = [
            float(_softly(row, np.maximum(ceiling, np.float32(clip))).max())
            for clip in (CAPITAL_CLIP, INITIAL_CLIP, LINE_CLIP)
        ]
        return Gain(*bounds)


def _softly(row: Vector, ceiling: Vector) -> Vector:
    """The row clipped, with a tenth of what stands above: where all languages reach the ceiling, the likeliest stays first."""
    clipped: Vector = np.minimum(row, ceiling) + _ABOVE * np.maximum(row - ceiling, 0)
    return clipped


def is_spelt(token: str) -> bool:
    """Whether a token has letters only, other than "m²"."""
    return PARTS.sub("", token).isalpha()


def _look_up_as(word: str) -> list[str]:
    """The word first, then the parts it is made of, where it is a chain."""
    word = word.replace("’", "'")
    pieces = [piece for piece in PARTS.split(word) if piece]
    if len(pieces) < 2:
        return [word]
    if len(pieces) == 2 and pieces[1] in _ENGLISH_ENDINGS and "'" in word:
        return [pieces[0]]
    return [word, *pieces]
