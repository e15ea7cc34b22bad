"""The word model: how likely a word is in each of some forty languages, from word lists and character 4-grams.

Built from the installed wordfreq package into the user's cache (`mtqa models build`); its data is CC BY-SA 4.0 and
therefore never part of mtqa itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtqa.core.errors import ModelError
from mtqa.language.word_model_build import (
    END,
    NGRAM_SCALE,
    START,
    WORD_SCALE,
    ensure_word_model,
    ngram_keys,
)

Vector = NDArray[np.float32]

# Weight of the character model against the word list, for large (>= 200,000 words) and small lists. Taken over from
# an earlier study of 912 documents in 19 languages; not varied again since.
ALPHA_LARGE = 0.03
ALPHA_SMALL = 0.12
# Words that no other language has: what lists of other languages say of them is English in the texts they were counted in. Between .2
# and 1.7 % of the English share, by language; twice that covers what is borrowed more often ("the" in titles).
_ENGLISH_ONLY = (
    "the and with which their been would they were there people from this that what your you his when about who because should could "
    "through between than these those while since"
).split()
_BORROWED_MORE = 2.0
_LEAST_KEPT = 0.1  # of a share: a word that is English through and through may still be in names
_FLOOR = 1e-13
_CACHE_LIMIT = 300_000


@dataclass(frozen=True, eq=False)
class WordModel:
    """Word and character statistics of all languages, memory-mapped.

    `log_probs(words)` has shape `(len(words), len(languages))` and holds natural logarithms of probabilities per
    word; the probability of a listed word is its share of running text. `borrowed` is what part of a word's English
    share each language has for the English in the texts that its list was counted in; it is taken off.
    """

    languages: tuple[str, ...]
    alpha: Vector
    unseen: Vector
    word_hashes: NDArray[np.uint64]
    word_offsets: NDArray[np.uint32]
    word_languages: NDArray[np.uint8]
    word_values: NDArray[np.uint8]
    ngrams: NDArray[np.uint64]
    ngram_values: NDArray[np.uint8]
    borrowed: Vector = field(default_factory=lambda: np.zeros(1, np.float32))
    _rows: dict[str, Vector] = field(default_factory=dict, repr=False, compare=False)
    _listed: dict[str, Vector] = field(default_factory=dict, repr=False, compare=False)
    _spelt: dict[str, Vector] = field(default_factory=dict, repr=False, compare=False)

    def index(self, language: str) -> int:
        """Position of a language among `languages`."""
        return self.languages.index(language)

    def without_english(self) -> WordModel:
        """The same, with the English taken off that the lists of the other languages hold."""
        english = self.index("en")
        shares = np.array([self.listed(word) for word in _ENGLISH_ONLY])
        typical = np.quantile(shares / shares[:, [english]], 0.75, axis=0)
        typical[english] = 0.0
        borrowed = (_BORROWED_MORE * typical).astype(np.float32)
        return replace(self, borrowed=borrowed, _rows={}, _listed={}, _spelt={})

    def log_probs(self, words: Sequence[str]) -> Vector:
        """Log probability of each lower-case word in each language, from list and characters together."""
        self._learn(words)
        return (
            np.stack([self._rows[word] for word in words])
            if words
            else np.zeros((0, len(self.languages)), np.float32)
        )

    def row(self, word: str) -> Vector:
        """Log probability of one lower-case word in each language."""
        found = self._rows.get(word)
        if found is None:
            self._learn([word])
            found = self._rows[word]
        return found

    def listed(self, word: str) -> Vector:
        """Frequency (share of running text) of one lower-case word in each language's list, 0 where it is not listed."""
        if word not in self._listed:
            self._learn([word])
        return self._listed[word]

    def spelling(self, word: str) -> Vector:
        """Log probability of one lower-case word's spelling in each language, whether it is listed or not."""
        if word not in self._spelt:
            self._learn([word])
        return self._spelt[word]

    def frequency(self, word: str, language: str) -> float:
        """Share of running text that a lower-case word has in a language, 0 if it is not listed."""
        return float(self.listed(word)[self.index(language)])

    def known(self, words: Sequence[str]) -> list[str]:
        """Those of the words that stand in any list; cheaper than learning all of them."""
        hashes = np.array([word_hash(word) for word in words], dtype=np.uint64)
        places = np.minimum(self.word_hashes.searchsorted(hashes), len(self.word_hashes) - 1)
        return [words[int(i)] for i in np.nonzero(self.word_hashes[places] == hashes)[0]]

    def _learn(self, words: Sequence[str]) -> None:
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if not new:
            return
        if len(self._rows) > _CACHE_LIMIT:
            self._rows.clear()
            self._listed.clear()
            self._spelt.clear()
            new = list(dict.fromkeys(words))
        listed = self._lookup(new)
        spelt = self._spelling(new)
        mixed = np.log(listed * (1 - self.alpha) + self.alpha * np.exp(spelt) + _FLOOR).astype(np.float32)
        for word, row, frequency, spelling in zip(new, mixed, listed, spelt, strict=True):
            self._rows[word] = row
            self._listed[word] = frequency
            self._spelt[word] = spelling

    def _lookup(self, words: list[str]) -> Vector:
        hashes = np.array([word_hash(_as_kept(word)) for word in words], dtype=np.uint64)
        places = np.minimum(self.word_hashes.searchsorted(hashes), len(self.word_hashes) - 1)
        found = np.nonzero(self.word_hashes[places] == hashes)[0]
        table = np.zeros((len(words), len(self.languages)), np.float32)
        for i in found:
            start, end = self.word_offsets[places[i]], self.word_offsets[places[i] + 1]
            table[i, self.word_languages[start:end]] = np.exp(self.word_values[start:end] / -WORD_SCALE)
        if not self.borrowed.any():
            return table
        english = table[:, [self.index("en")]]
        cleared: Vector = np.maximum(table - self.borrowed * english, _LEAST_KEPT * table)
        return cleared

    def strangest_letter(self, word: str) -> Vector:
        """Log probability, in each language, of the letter of a lower-case word that is least expected after those before it."""
        values, _ = self._letters([word])
        strangest: Vector = values.min(axis=0).astype(np.float32)
        return strangest

    def _spelling(self, words: list[str]) -> Vector:
        """Log probability of each spelling in each language."""
        values, starts = self._letters(words)
        return np.add.reduceat(values, starts, axis=0).astype(np.float32)

    def _letters(self, words: list[str]) -> tuple[Vector, NDArray[np.intp]]:
        """Log probability of every letter (and word end) in each language, and where the words start: 4-grams with back-off."""
        joined = "".join(f"{START}{_as_kept(word)}{END}" for word in words)
        codes = np.minimum(np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32), 0xFFFF).astype(
            np.uint64
        )
        values = np.tile(self.unseen, (len(codes), 1))
        pending = np.arange(len(codes))
        for order in (4, 3, 2, 1):
            keys = ngram_keys(codes, order)[pending]
            places = np.minimum(self.ngrams.searchsorted(keys), len(self.ngrams) - 1)
            hit = self.ngrams[places] == keys
            values[pending[hit]] = self.ngram_values[places[hit]] / -NGRAM_SCALE
            pending = pending[~hit]
        starts = np.nonzero(codes == ord(START))[0]
        values[starts] = 0.0
        return values, starts


def _as_kept(word: str) -> str:
    """The word as wordfreq keeps it, which folds "heißen" to "heissen"."""
    return word.replace("ß", "ss")


def word_hash(word: str) -> int:
    """64-bit hash under which a word is kept."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def load_word_model(folder: Path | None = None) -> WordModel:
    """The word model from its cache folder, built there first if it is missing (a few seconds).

    Raises `ModelError` if wordfreq is not installed or the folder cannot be written.
    """
    place = ensure_word_model() if folder is None else folder
    try:
        meta = json.loads((place / "meta.json").read_text(encoding="utf-8"))
        arrays = {name: np.load(place / f"{name}.npy", mmap_mode="r") for name in meta["arrays"]}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"the word model in {place} cannot be read ({error}); run: python -m mtqa models build"
        ) from error
    return WordModel(
        languages=tuple(meta["languages"]),
        alpha=np.array([ALPHA_LARGE if large else ALPHA_SMALL for large in meta["large"]], np.float32),
        unseen=np.asarray(arrays["unseen"]),
        word_hashes=arrays["word_hashes"],
        word_offsets=arrays["word_offsets"],
        word_languages=arrays["word_languages"],
        word_values=arrays["word_values"],
        ngrams=arrays["ngrams"],
        ngram_values=arrays["ngram_values"],
    )
