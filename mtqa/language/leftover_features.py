"""What the leftover filter looks at: numbers about a candidate, its words and what stands around it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mtqa.core.documents import BlockKind, Document, TokenKind
from mtqa.language.candidates import Candidate, Origin
from mtqa.language.morphology import Morphology
from mtqa.language.words import WordModel

_OPENING, _CLOSING = "\"“„«‘'‚»", "\"”“»’'«"
_NAMING = frozenset(
    "called named dubbed nicknamed titled entitled known word term phrase means meaning magazine newspaper song album film".split()
)
_SHARE_FLOOR = 1e-9
_COMMON = 1e-6  # zipf 3
_FUNCTION_WORD = 1e-3


@dataclass(frozen=True)
class Surroundings:
    """What the whole document says about its words, worked out once for all candidates."""

    document: Document
    candidates: Sequence[Candidate]
    loanwords: frozenset[str]

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
)


class FeatureReader:
    """Reads the features of candidates for one target language."""

    def __init__(self, words: WordModel, target: str) -> None:
        self._words = words
        self._target = words.index(target)
        self._morphology = Morphology(words, target)

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
        found |= self._position(around, candidate)
        found |= self._vocabulary(around, candidate, words)
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
        source = (
            self._words.languages.index(candidate.language)
            if candidate.language in self._words.languages
            else -1
        )
        lower, capital, strong, only = [], [], 0.0, 0
        for word in words:
            row = self._words.row(word.lower().replace("’", "'"))
            gain = max(-9.0, min(9.0, float(row[source] - row[self._target]))) if source >= 0 else 0.0
            if word[0].isupper():
                capital.append(gain)
                continue
            lower.append(gain)
            strong = max(strong, gain)
            listed = self._words.listed(word.lower())
            only += source >= 0 and bool(listed[source] > _COMMON) and bool(listed[self._target] < 1e-7)
        return {
            "lower_score": min(25.0, sum(lower)) / 5,
            "lower_score_per_word": sum(lower) / max(1, len(lower)) / 5,
            "capital_score": sum(capital) / max(1, len(capital)) / 5,
            "strongest_lower": strong / 5,
            "source_only_lower": math.log1p(only),
        }

    def _position(self, around: Surroundings, candidate: Candidate) -> dict[str, float]:
        document = around.document
        text, tokens = document.text, document.tokens
        start, end = tokens.starts[candidate.first], tokens.ends[candidate.last]
        before, after = text[max(0, start - 40) : start], text[end : end + 40]
        block_index = document.block_index(start) or 0
        block = document.blocks[block_index]
        previous = re.search(r"([^\W\d_]+)\W{0,2}$", before)
        following = re.match(r"\W{0,2}([^\W\d_]+)", after)
        return {
            "own_line": float(candidate.own_line),
            "initial": float(candidate.initial),
            "label_block": float(block.kind in {BlockKind.LABEL, BlockKind.TITLE, BlockKind.HEADING}),
            "last_block": float(block_index >= len(document.blocks) - 2 and block_index > 0),
            "quoted": float(
                before[-1:] in _OPENING
                and before != ""
                and after.lstrip(".,;:!?")[:1] in _CLOSING
                and after != ""
            ),
            "share_of_quote": _share_of_quote(text, start, end),
            "italic": float(before[-1:] in "*_" and before != "" and after[:1] in "*_" and after != ""),
            "bracketed": float(before[-1:] == "(" or after[:1] == ")"),
            "glossed": float(
                re.match(r"[\"”’]?,? ?(?:\(|or [\"“]|meaning|which means|that is)", after) is not None
            ),
            "named_before": float(previous is not None and previous.group(1).lower() in _NAMING),
            "capital_neighbours": float(
                previous is not None and previous.group(1)[0].isupper() and not candidate.initial
            )
            + float(following is not None and following.group(1)[0].isupper()),
            "after_digit": float(before.rstrip()[-1:].isdigit()),
        }

    def _vocabulary(self, around: Surroundings, candidate: Candidate, words: list[str]) -> dict[str, float]:
        lower = [word.lower().replace("’", "'") for word in words]
        small = [low for low, word in zip(lower, words, strict=True) if not word[0].isupper()]
        content = small or lower
        letters = sum(map(len, content)) or 1
        source = (
            self._words.languages.index(candidate.language)
            if candidate.language in self._words.languages
            else -1
        )
        ours = [self._morphology.share(word) for word in content]
        theirs = [float(self._words.listed(word)[source]) if source >= 0 else 0.0 for word in content]
        spelt = [self._words.spelling(word) for word in content]
        phrase = " ".join(lower)
        count = max(1, len(words))
        longest = max(content, key=len, default="")
        single = len(content) == 1 and longest.isascii()
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
                _mean([float((self._words.listed(word) > 0).sum()) for word in content])
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


_QUOTE = re.compile(r"[\"“”„«»]")
_LONGEST_QUOTE = 120


def _share_of_quote(text: str, start: int, end: int) -> float:
    """How much of the quotation around it a span fills, 0 outside quotation marks."""
    opening = max((m.end() for m in _QUOTE.finditer(text, max(0, start - _LONGEST_QUOTE), start)), default=-1)
    closing = _QUOTE.search(text, end, end + _LONGEST_QUOTE)
    if opening < 0 or closing is None or "\n" in text[opening : closing.start()]:
        return 0.0
    if text[opening - 1] == "”" or (text[opening - 1] == '"' and text[opening : opening + 1].isspace()):
        return 0.0
    return (end - start) / max(1, closing.start() - opening)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
