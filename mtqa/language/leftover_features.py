"""What the leftover filter looks at: numbers about a candidate, its words and what stands around it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mtqa.core.documents import Document, TokenKind
from mtqa.language.candidates import Candidate, Origin
from mtqa.language.emissions import PARTS
from mtqa.language.leftover_places import place_features
from mtqa.language.morphology import Morphology
from mtqa.language.name_signs import name_signs
from mtqa.language.scripts import own_scripts
from mtqa.language.source_words import SourceWords
from mtqa.language.surprise import Surprise, surprise_features
from mtqa.language.words import Vector, WordModel

_SHARE_FLOOR = 1e-9
_COMMON = 1e-6  # zipf 3
_FUNCTION_WORD = 1e-3


@dataclass(frozen=True)
class Surroundings:
    """What the whole document says about its words, worked out once for all candidates."""

    document: Document
    candidates: Sequence[Candidate]
    loanwords: frozenset[str]
    source: SourceWords | None = None
    surprise: Surprise | None = None

    @cached_property
    def lower(self) -> Counter[str]:
        """How often each word stands in lower case in the document."""
        words = zip(self.document.tokens.texts, self.document.tokens.kinds, strict=True)
        return Counter(text for text, kind in words if kind is TokenKind.WORD and text[0].islower())

    @cached_property
    def capitalised(self) -> Counter[str]:
        """How often each word stands with a capital in the document, lower-cased."""
        words = zip(self.document.tokens.texts, self.document.tokens.kinds, strict=True)
        return Counter(text.lower() for text, kind in words if kind is TokenKind.WORD and text[0].isupper())

    @cached_property
    def candidate_words(self) -> frozenset[int]:
        """Indices of all tokens that belong to a candidate."""
        return frozenset(i for c in self.candidates for i in range(c.first, c.last + 1))

    @cached_property
    def support(self) -> Counter[str]:
        """Decoder evidence per language over all candidates, in nats."""
        total: Counter[str] = Counter()
        for candidate in self.candidates:
            total[candidate.language] += min(candidate.score, 20.0)  # type: ignore[assignment]  # sums of floats
        return total


FEATURES = (
    "bias",
    "score",
    "score_per_word",
    "lower_score",
    "lower_score_per_word",
    "capital_score",
    "strongest_lower",
    "source_only_lower",
    "log_words",
    "one_word",
    "two_words",
    "own_line",
    "initial",
    "label_block",
    "last_block",
    "all_capitalised",
    "all_upper",
    "share_lower",
    "function_word",
    "starts_function",
    "diacritics",
    "odd_letters",
    "quoted",
    "share_of_quote",
    "italic",
    "bracketed",
    "glossed",
    "named_before",
    "loanword",
    "script",
    "unknown",
    "capital_neighbours",
    "share_common",
    "target_log_share",
    "target_unlisted",
    "source_log_share",
    "source_listed",
    "languages_listing",
    "spelling_per_letter",
    "target_spelling_per_letter",
    "derived",
    "misspelt",
    "hyphen",
    "apostrophe",
    "length",
    "also_capitalised",
    "repeated",
    "support",
    "after_digit",
    "one_letter",
    "has_source",
    "copied",
    "copied_capital",
    "near_copy",
    "source_language",
    "crowd",
    "strangest_letter",
    "best_spelling",
    "source_peak",
    "noun_compound",
    "german",
    "after_determiner",
    "after_preposition",
    "after_title",
    "before_title",
    "after_capital",
    "before_capital",
    "starts_capital",
    "ends_capital",
    "used_as_name",
    "noun_ending",
    "name_ending",
    "latin_ending",
    "mixed_case",
    "title_shape",
    "share_of_sentence",
)


class FeatureReader:
    """Reads the features of candidates for one target language."""

    def __init__(self, words: WordModel, target: str) -> None:
        self._words = words
        self._target = words.index(target)
        self._code = target
        self._morphology = Morphology(words, target)
        self._german = Morphology(words, "de")
        self._latin = [i for i, x in enumerate(words.languages) if own_scripts(x) & own_scripts(target)]

    def read(self, around: Surroundings, candidate: Candidate) -> dict[str, float]:
        """All features by name. Logarithms are natural, shares are shares of running text."""
        tokens = around.document.tokens
        words = [
            tokens.texts[i]
            for i in range(candidate.first, candidate.last + 1)
            if tokens.kinds[i] is TokenKind.WORD
        ]
        found = {"bias": 1.0}
        found |= self._evidence(candidate, words)
        found |= self._by_case(candidate, words)
        found |= place_features(around.document, candidate)
        found |= self._vocabulary(around, candidate, words)
        found |= self._shape(candidate, words)
        found |= _copying(around, candidate, words)
        unmodelled = around.source is not None and self._index(around.source.language) < 0
        found["source_unmodelled"] = float(unmodelled)
        found |= name_signs(around.document, candidate, around.capitalised, self._code)
        if around.surprise is not None:
            found |= surprise_features(
                around.document,
                candidate,
                around.surprise,
                self._words,
                self._target,
                around.candidate_words,
            )
        return found

    def _evidence(self, candidate: Candidate, words: list[str]) -> dict[str, float]:
        count = len(words)
        return {
            "score": min(candidate.score, 25.0) / 5,
            "score_per_word": min(candidate.score, 12.0) / 5 / max(1, count),
            "log_words": math.log(max(1, count)),
            "one_word": float(count == 1),
            "two_words": float(count == 2),
            "script": float(candidate.origin is Origin.SCRIPT),
            "unknown": float(candidate.origin is Origin.UNKNOWN),
        }

    def _by_case(self, candidate: Candidate, words: list[str]) -> dict[str, float]:
        """Evidence of words in lower case and of words with a capital apart: names speak through the latter only."""
        source = self._index(candidate.language)
        lower, capital, strong, only = [], [], 0.0, 0
        for word in words:
            row = self._row(word.lower())
            gain = max(-9.0, min(9.0, float(row[source] - row[self._target]))) if source >= 0 else 0.0
            if word[0].isupper():
                capital.append(gain)
                continue
            lower.append(gain)
            strong = max(strong, gain)
            listed = self._listed(word.lower())
            only += source >= 0 and bool(listed[source] > _COMMON) and bool(listed[self._target] < 1e-7)
        return {
            "lower_score": min(25.0, sum(lower)) / 5,
            "lower_score_per_word": sum(lower) / max(1, len(lower)) / 5,
            "capital_score": sum(capital) / max(1, len(capital)) / 5,
            "strongest_lower": strong / 5,
            "source_only_lower": math.log1p(only),
        }

    def _vocabulary(self, around: Surroundings, candidate: Candidate, words: list[str]) -> dict[str, float]:
        lower = [word.lower().replace("’", "'") for word in words]
        small = [low for low, word in zip(lower, words, strict=True) if not word[0].isupper()]
        content = small or lower
        letters = sum(map(len, content)) or 1
        source = self._index(candidate.language)
        ours = [float(self._listed(word)[self._target]) for word in content]
        theirs = [float(self._listed(word)[source]) if source >= 0 else 0.0 for word in content]
        spelt = [self._words.spelling(word) for word in content]
        phrase = " ".join(lower)
        count = max(1, len(words))
        longest = max(content, key=len, default="")
        single = len(content) == 1 and (longest.isascii() or self._code != "en")
        return {
            "all_capitalised": float(not small),
            "all_upper": float(all(word.isupper() for word in words) and bool(words)),
            "share_lower": len(small) / count,
            "function_word": float(
                any(
                    their > _FUNCTION_WORD and their > 30 * our
                    for our, their in zip(ours, theirs, strict=True)
                    if small
                )
            ),
            "starts_function": float(len(lower) > 1 and self._is_function_word(lower[0], source)),
            "diacritics": float(any(not word.isascii() for word in small)),
            "odd_letters": float(any(c > "\u017f" for word in lower for c in word)),
            "loanword": float(
                phrase in around.loanwords
                or (bool(content) and all(word in around.loanwords for word in content))
            ),
            "share_common": sum(our > _COMMON for our in ours) / max(1, len(ours)),
            "target_log_share": _mean([math.log(our + _SHARE_FLOOR) for our in ours]) + 20.7,
            "target_unlisted": _mean([float(our == 0) for our in ours]),
            "source_log_share": _mean([math.log(their + _SHARE_FLOOR) for their in theirs]) + 20.7,
            "source_listed": _mean([float(their > 0) for their in theirs]),
            "languages_listing": math.log1p(
                _mean([float((self._listed(word) > 0).sum()) for word in content])
            ),
            "spelling_per_letter": (sum(float(row[source] - row[self._target]) for row in spelt) / letters)
            if source >= 0
            else 0.0,
            "target_spelling_per_letter": sum(float(row[self._target]) for row in spelt) / letters,
            "derived": float(single and self._morphology.derived(longest)),
            "misspelt": math.log(self._morphology.misspelt(longest) + _SHARE_FLOOR) + 20.7
            if single and len(longest) > 3 and ours[0] < 1e-7
            else 0.0,
            "hyphen": float("-" in longest),
            "apostrophe": float("'" in longest),
            "length": math.log(len(longest) + 1),
            "one_letter": float(len(longest) == 1),
            "also_capitalised": float(any(around.capitalised[word] for word in small)),
            "repeated": math.log1p(min(around.lower[longest], 10)),
            "support": min(5.0, (around.support[candidate.language] - min(candidate.score, 20.0)) / 10),
        }

    def _is_function_word(self, word: str, source: int) -> bool:
        """Whether a word is among the commonest of the source language and hardly one of the target: names seldom begin so."""
        listed = self._listed(word)
        return source >= 0 and bool(
            listed[source] > _FUNCTION_WORD and listed[source] > 30 * listed[self._target]
        )

    def _shape(self, candidate: Candidate, words: list[str]) -> dict[str, float]:
        """How the longest word is built, and how much it is at home in one language only."""
        longest = max((word.lower() for word in words), key=len, default="")
        if not longest or candidate.origin is Origin.SCRIPT:
            return dict.fromkeys(
                ("strangest_letter", "best_spelling", "source_peak", "noun_compound", "german"), 0.0
            )
        spelt, listed = self._words.spelling(longest), self._listed(longest)
        source = self._index(candidate.language)
        others = np.delete(listed, [source, self._target]) if source >= 0 else listed
        return {
            "strangest_letter": float(self._words.strangest_letter(longest)[self._target]),
            "best_spelling": float(spelt[self._latin].max() - spelt[self._target]) / len(longest),
            "source_peak": math.log(float(listed[source]) + _SHARE_FLOOR)
            - math.log(float(others.max()) + _SHARE_FLOOR)
            if source >= 0
            else 0.0,
            "noun_compound": float(candidate.language == "de" and self._german.compound(longest)),
            "german": float(candidate.language == "de"),
        }

    def _listed(self, word: str) -> Vector:
        """Shares of a lower-case word; of a chain that no list has ("d'autres"), those of its rarest part."""
        whole = self._words.listed(word)
        if whole.any() or not PARTS.search(word):
            return whole
        shares: Vector = np.min([self._words.listed(part) for part in PARTS.split(word) if part], axis=0)
        return shares

    def _row(self, word: str) -> Vector:
        """Log probabilities of a lower-case word; of a chain that no list has, the mean of its parts."""
        parts = [part for part in PARTS.split(word) if part]
        if len(parts) < 2 or self._words.listed(word).any():
            return self._words.row(word)
        mean: Vector = np.mean([self._words.row(part) for part in parts], axis=0, dtype=np.float32)
        return mean

    def _index(self, language: str) -> int:
        return self._words.index(language) if language in self._words.languages else -1


_NEARBY = 30


def _copying(around: Surroundings, candidate: Candidate, words: list[str]) -> dict[str, float]:
    """What the source says, and how many candidates stand nearby: a broken translation has many."""
    nearby = range(max(0, candidate.first - _NEARBY), candidate.last + _NEARBY)
    own = range(candidate.first, candidate.last + 1)
    crowd = sum(i in around.candidate_words for i in nearby if i not in own)
    source = around.source
    if source is None:
        return {
            **dict.fromkeys(("has_source", "copied", "copied_capital", "near_copy", "source_language"), 0.0),
            "crowd": math.log1p(crowd),
        }
    return {
        "has_source": 1.0,
        "copied": _mean([float(source.has_lower(word)) for word in words]),
        "copied_capital": _mean(
            [
                float(word[0].isupper() and word in source.cased and word.lower() not in source.lower)
                for word in words
            ]
        ),
        "near_copy": _mean([source.likeness(word) for word in words]),
        "source_language": float(candidate.language == source.language),
        "crowd": math.log1p(crowd),
    }


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
