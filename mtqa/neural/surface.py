"""Figures of a sentence, or of a pair, that need no model: length, repetition, casing, punctuation, numbers."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
TARGET_FEATURES = (
    "log_characters",
    "log_words",
    "letters_per_word",
    "capitals",
    "lower_start",
    "open_end",
    "spaced_marks",
    "doubled_marks",
    "doubled_words",
    "repeated_pairs",
    "most_frequent_word",
    "foreign_letters",
    "digits",
    "commas",
    "content_repeats",
)
PAIR_FEATURES = (
    "length_ratio",
    "length_ratio_size",
    "numbers_lost",
    "numbers_added",
    "final_mark_differs",
    "question_differs",
    "quotes_differ",
    "brackets_differ",
    "commas_ratio",
    "words_copied",
    "source_log_characters",
    "repetition_excess",
    "content_repeats_excess",
)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SPACED = re.compile(r"\w [,.;:!?](?:\s|$)")
_NUMBER = re.compile(r"\d+")
_FINAL = ".!?…。！？।॥:：;؟"
_QUOTES = re.compile('["“”„«»「」『』]')
_BRACKETS = re.compile("[()（）\\[\\]【】]")
_COMMAS = re.compile("[,，、،]")
_CLOSERS = "\"'”’»)]」』）"


def target_features(text: str) -> Array:
    """The figures named in `TARGET_FEATURES`."""
    words = [word.lower() for word in _WORD.findall(text)]
    count = max(1, len(words))
    letters = [character for character in text if character.isalpha()]
    body = text.rstrip().rstrip(_CLOSERS)
    first = next((c for c in text if c.isalpha()), "")
    return np.array(
        [
            np.log1p(len(text)),
            np.log1p(len(words)),
            len(letters) / count,
            sum(c.isupper() for c in letters) / max(1, len(letters)),
            first.islower(),
            not body or body[-1] not in _FINAL,
            np.log1p(len(re.findall(r"\w\s+[,.;:!?](?!\d)", text))),
            np.log1p(len(re.findall(r"([,;:!?])\s*[,.;:!?]|(?<!\.)\.\.(?!\.)|[.!?][,;]|[,;:]\.", text))),
            np.log1p(sum(a == b for a, b in itertools.pairwise(words))),
            np.log1p(_repeats(words)),
            max(Counter(w for w in words if len(w) > 3).values(), default=0) / (count + 3),
            sum(ord(c) > 0x24F for c in letters) / max(1, len(letters)),
            sum(c.isdigit() for c in text) / max(1, len(text)),
            len(_COMMAS.findall(text)) / count,
            _content_repeats(words),
        ],
        np.float32,
    )


def pair_features(source: str, target: str) -> Array:
    """The figures named in `PAIR_FEATURES`."""
    ratio = float(np.log((len(target) + 5) / (len(source) + 5)))
    ours, theirs = Counter(_NUMBER.findall(target)), Counter(_NUMBER.findall(source))
    our_words = [w.lower() for w in _WORD.findall(target)]
    their_words = [w.lower() for w in _WORD.findall(source)]
    return np.array(
        [
            ratio,
            abs(ratio),
            np.log1p((theirs - ours).total()),
            np.log1p((ours - theirs).total()),
            _final(source) != _final(target),
            ("?" in target) != any(mark in source for mark in "?？؟"),
            abs(len(_QUOTES.findall(source)) - len(_QUOTES.findall(target))) > 0,
            abs(len(_BRACKETS.findall(source)) - len(_BRACKETS.findall(target))) > 0,
            np.log((1 + len(_COMMAS.findall(target))) / (1 + len(_COMMAS.findall(source)))),
            len(set(our_words) & set(their_words)) / max(1, len(set(our_words))),
            np.log1p(len(source)),
            max(0, _repeats(our_words) - _repeats(their_words)) / max(1, len(our_words)),
            _content_repeats(our_words) - _content_repeats(their_words),
        ],
        np.float32,
    )


def _final(text: str) -> bool:
    body = text.rstrip().rstrip(_CLOSERS)
    return bool(body) and body[-1] in _FINAL


def _repeats(words: list[str]) -> int:
    """Pairs of neighbouring words that came before."""
    pairs = Counter(itertools.pairwise(words))
    return sum(times - 1 for times in pairs.values())


def _content_repeats(words: list[str]) -> float:
    """Share of the longer words that came before."""
    longer = [word for word in words if len(word) > 3]
    return 1 - len(set(longer)) / len(longer) if longer else 0.0


def natural(text: str) -> str:
    """The text as people write it, if it is tokenised (`Yes , he said .`), else the text itself.

    The models know untokenised text; a corpus that is split into tokens would look broken to them throughout.

    >>> natural("Yes , he said ( in May ) that it 's over .")
    "Yes, he said (in May) that it's over."
    """
    if not _SPACED.search(text):
        return text
    text = re.sub(r" ([.,;:!?)%\]])(?=\s|$)", r"\1", text)
    text = re.sub(r"(^|\s)([(\[]) ", r"\1\2", text)
    return re.sub(r" (['’](?:s|m|d|ll|re|ve|t)\b|n['’]t\b)", r"\1", text)
