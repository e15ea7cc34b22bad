"""Decides how sure we are that a candidate is a leftover: a small learnt model over its features."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mtqa.core.documents import Document
from mtqa.core.errors import ModelError
from mtqa.language.candidates import Candidate
from mtqa.language.leftover_features import FEATURES, FeatureReader, Surroundings
from mtqa.language.lexicon import data_folder
from mtqa.language.scripts import own_scripts
from mtqa.language.source_words import SourceWords
from mtqa.language.surprise import SURPRISE_FEATURES, Surprise
from mtqa.language.words import WordModel

_MODEL_FILE = "leftover-filter.json"
_OTHER_MODEL_FILE = "leftover-filter-other.json"  # for all targets but English
_CONTEXT_MODEL_FILE = "leftover-filter-context.json"  # for English that a language model has read
# What the list of loanwords has is English, however French it looks: shown by the strict profile only.
_LOANWORD_CEILING = 0.3
# Of 5 nats a word. Of the candidates in clean below the ceiling that have capitals, those that are no titles have .7 at most, and eight
# of the nine in fragments_synth have 1.5 and more.
_FOREIGN_CAPITALS = 1.5
# Two and more capitalised words, or a title's, are a name until other words of their language stand in the article: without the ceiling
# for capitals the clean set had 20 findings more, and the sets with leftovers gained one of 3,800 (with the weights of that time).
_NAME_CEILING = 0.45
_WHOLE = 0.9
_NAME_SUPPORT = 1.5  # tens of nats: two or three strong words elsewhere
# The filters are wary of words that no list has: English has many of its own. By candidates of the dev sets, 0.9 nats find 8 more of the
# 481 words of fragments_real than 0.4, for 8 more findings in the 551,686 words of clean; with a language model 1.3 find 7 more than 0.7, for 6.
_UNLISTED_SHIFT = 0.9
_UNLISTED_SHIFT_IN_CONTEXT = 1.3
# Both filters judge what a language model has read, the one that knows its surprise with this weight. Alone it finds .775 of fragments_real,
# with 129 findings in clean; both together find as many or more with 117.
_CONTEXT_WEIGHT = 0.6
# A run in a script that the target does not use is a leftover, whatever the trees say; in brackets or quotation marks it may be
# a gloss. A choice: one word more of fragments_real.
_SCRIPT_FLOOR = 0.55
# "iPhone", "edizVEVO": a brand or an account, whatever its letters. Without the ceiling clean has 5 findings more.
_MIXED_CEILING = 0.45
# A copied word that the target does not list is shown, but as a matter of opinion unless the filter is surer.
_COPY_FLOOR = 0.55
_MOSTLY, _PARTLY = 0.6, 0.3
_RARE = 4.7  # the feature's value for one word in ten million


class Node(NamedTuple):
    """A node of a decision tree: a leaf has `feature` -1 and its `value`; else go to `low` where the feature is ≤ `value`."""

    feature: int
    value: float
    low: int
    high: int


class Judgement(NamedTuple):
    """The probability (0-1) that a candidate is a leftover, and the features it was judged by."""

    confidence: float
    features: dict[str, float]


class Trees(NamedTuple):
    """Boosted trees over the named features."""

    features: tuple[str, ...]
    bias: float
    trees: Sequence[Sequence[Node]]

    def log_odds(self, found: Mapping[str, float]) -> float:
        """The odds that a candidate with these features is a leftover, in nats."""
        values = [found[name] for name in self.features]
        return self.bias + sum(_leaf(tree, values) for tree in self.trees)


class LeftoverFilter:
    """Boosted trees over the features of a candidate, trained by `benchmarks/train_leftover_filter.py`."""

    def __init__(
        self, reader: FeatureReader, trees: Trees, in_context: Trees | None = None, *, latin: bool = True
    ) -> None:
        self._reader = reader
        self._trees = trees
        self._in_context = in_context
        self._latin = (
            latin  # Latin letters are at home in texts of any script, other scripts are not in Latin ones
        )

    def judge(
        self,
        document: Document,
        candidates: Sequence[Candidate],
        loanwords: frozenset[str],
        source: SourceWords | None = None,
        surprise: Surprise | None = None,
        only: Sequence[int] | None = None,
    ) -> list[Judgement]:
        """A judgement of each candidate, or of those with the indices `only`, with what a language model said of the words."""
        around = Surroundings(document, candidates, loanwords, source, surprise)
        chosen = range(len(candidates)) if only is None else only
        features = [self._reader.read(around, candidates[i]) for i in chosen]
        return [Judgement(self._confidence_with_list(found), found) for found in features]

    def _confidence_with_list(self, found: dict[str, float]) -> float:
        odds = self._trees.log_odds(found)
        if self._in_context is not None and found.get("was_read", 0.0) > 0:
            odds += _CONTEXT_WEIGHT * (self._in_context.log_odds(found) - odds)
            shift = _UNLISTED_SHIFT_IN_CONTEXT
        else:
            shift = _UNLISTED_SHIFT
        confidence = 1 / (1 + math.exp(-odds - (shift if found["unknown"] else 0.0)))
        if _is_copy(found):
            confidence = max(confidence, _COPY_FLOOR)
        if self._latin and _is_foreign_script(found):
            confidence = max(confidence, _SCRIPT_FLOOR)
        if found["own_line"]:
            return confidence
        if found["mixed_case"] and found["one_word"] and not found["has_source"]:
            return min(confidence, _MIXED_CEILING)
        if _is_loanword(found):
            return min(confidence, _LOANWORD_CEILING)
        many = not found["one_word"] and found["share_of_sentence"] < _WHOLE
        name = found["all_capitalised"] or found["title_shape"]
        if name and many and not found["script"] and found["support"] < _NAME_SUPPORT:
            return min(confidence, _NAME_CEILING)
        return confidence


def _is_loanword(found: Mapping[str, float]) -> bool:
    """Whether the words are at home in the target, as far as they are in lower case.

    "de" is in "Rio de Janeiro", but not in "Edad de": there the capitalised word speaks for its language, and there is no name.
    """
    if found["medical_ending"] and found["one_word"]:
        return True
    names = found["title_shape"] or found["capital_score"] < _FOREIGN_CAPITALS
    return bool(found["loanword"] and names)


def _is_foreign_script(found: Mapping[str, float]) -> bool:
    apart = found["bracketed"] or found["quoted"] or found["one_letter"]
    return bool(found["script"]) and not apart


def _is_copy(found: Mapping[str, float]) -> bool:
    """Whether the words were copied from the source, one of them in lower case, and are neither of the target nor a term of
    all languages; or are in the script of the source, whatever became of them.
    """
    if found["script"] and found["has_source"] and found["source_language"]:
        return True
    unlisted = found["target_unlisted"] > _MOSTLY or (found["one_word"] and found["target_log_share"] < _RARE)
    native = found["source_language"] or found["source_unmodelled"]  # "-us" is everyday Estonian
    latin = found["latin_ending"] and not found["diacritics"] and not native
    copied = found["copied"] > _PARTLY and found["copied"] + found["copied_capital"] > _MOSTLY
    return bool(copied and unlisted and not found["mixed_case"] and not latin)


def _leaf(tree: Sequence[Node], values: Sequence[float]) -> float:
    node = tree[0]
    while node.feature >= 0:
        node = tree[node.low if values[node.feature] <= node.value else node.high]
    return node.value


@cache
def load_filter(words: WordModel, target: str) -> LeftoverFilter:
    """The filter for a target language. Raises `ModelError` if its weights do not fit this version's features."""
    reader = FeatureReader(words, target)
    if target != "en":
        return LeftoverFilter(
            reader, _load(_OTHER_MODEL_FILE, FEATURES), latin="Latin" in own_scripts(target)
        )
    return LeftoverFilter(
        reader, _load(_MODEL_FILE, FEATURES), _load(_CONTEXT_MODEL_FILE, FEATURES + SURPRISE_FEATURES)
    )


def _load(name: str, features: tuple[str, ...]) -> Trees:
    data = json.loads(Path(data_folder() / "models" / name).read_text(encoding="utf-8"))
    if tuple(data["features"]) != features:
        raise ModelError(f"{name} was trained on other features; run benchmarks/train_leftover_filter.py")
    return Trees(features, data["bias"], [[Node(*node) for node in tree] for tree in data["trees"]])
