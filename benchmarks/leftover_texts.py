"""What the leftover filter learns from, and is measured on: sound English, sentences and words of other languages.

Learns only from sets whose licence allows it (DEMETR: MIT; MLQE-PE: CC0; Google and Bio MQM: Apache-2.0). What the
evaluation sets hold is left out, so their figures are honest.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import wordfreq

from mtqa.core.spans import Span

_LISTED = frozenset(wordfreq.available_languages("small")) - {"zh", "ja", "ko"}


@dataclass(frozen=True)
class Row:
    """A text with the spans that are leftovers, those that may be (and teach nothing), and the weight of its candidates."""

    text: str
    spans: tuple[Span, ...]
    weight: float = 1.0
    unsure: tuple[Span, ...] = ()
    source: str | None = None
    source_lang: str | None = None
    kind: str = "sound"


def read(folder: Path, name: str) -> list[dict]:
    plain = folder / f"{name}.jsonl"
    text = (
        plain.read_text("utf-8")
        if plain.exists()
        else gzip.decompress((folder / f"{name}.jsonl.gz").read_bytes()).decode("utf-8")
    )
    return [json.loads(line) for line in text.split("\n") if line]


def zipf(word: str, language: str) -> float:
    """Commonness of a word, 0 for a language without a list."""
    return wordfreq.zipf_frequency(word, language) if language in _LISTED else 0.0


def is_shared(word: str, language: str) -> bool:
    """Whether English lists the word, but other words are meant in the other language, where it is far commoner."""
    here, there = wordfreq.zipf_frequency(word, "en"), zipf(word, language)
    return 1.5 < here < 5.2 and there > 4 and there > here + 0.5


def detokenised(text: str) -> str:
    text = re.sub(r" ([.,;:!?)%\]])", r"\1", text)
    return re.sub(r"([(\[]) ", r"\1", text).replace(" 's", "'s").replace(" n't", "n't")


def source_language(row: dict) -> str:
    return str(row.get("source_lang") or row["lang_pair"].split("-")[0])


@cache
def evaluated(folder: Path) -> set[str]:
    """Sources of the rows that the filter is evaluated on."""
    return {
        row["source"] for name in ("codemix", "fragments_postedit", "negatives") for row in read(folder, name)
    }


def teaching_rows(folder: Path, name: str) -> list[dict]:
    """Rows of a set without those that are evaluated, and without the subset whose licence is not free."""
    held_out = evaluated(folder)
    return [
        row
        for row in read(folder, name)
        if row.get("source") not in held_out and not str(row.get("subset", "")).startswith("chat")
    ]


def sound_english(folder: Path) -> list[Row]:
    """English segments that nobody found fault with, with their sources."""
    found: dict[str, Row] = {}

    def keep(text: str | None, row: dict) -> None:
        if text and len(text.split()) >= 5:
            found.setdefault(text, Row(text, (), source=row["source"], source_lang=source_language(row)))

    for row in teaching_rows(folder, "perturb"):
        keep(row["reference"], row)
        keep(row["unperturbed"], row)
    for row in teaching_rows(folder, "mqm"):
        if row["penalty"] == 0:
            keep(row["target"], row)
    edited = [row for row in teaching_rows(folder, "qe_train") if row["lang_pair"][:2] in {"ru", "ne", "si"}]
    for row in edited[::3]:
        keep(detokenised(row["post_edit"]), row)
    return [found[text] for text in sorted(found)]


def foreign_sentences(folder: Path) -> dict[str, list[str]]:
    """Sentences of other languages."""
    found: dict[str, set[str]] = {}
    for name in ("perturb", "qe_train", "mqm"):
        for row in teaching_rows(folder, name):
            if row.get("source") and source_language(row) != "en":
                source = detokenised(row["source"]) if name == "qe_train" else row["source"]
                found.setdefault(source_language(row), set()).add(source)
    return {language: sorted(texts)[:4000] for language, texts in sorted(found.items())}


_ORDER = 3  # letters that the next one depends on


@cache
def _continuations(language: str) -> dict[str, list[str]]:
    """What follows each run of letters in the commonest words of a language, "" at their end."""
    found: dict[str, list[str]] = {}
    for word in wordfreq.top_n_list(language, 20_000):
        if len(word) > _ORDER and word.isalpha():
            for i in range(len(word) + 1):
                found.setdefault(word[max(0, i - _ORDER) : i], []).append(word[i : i + 1])
    return found


def invented_word(language: str, chance: random.Random) -> str:
    """A word that looks like one of a language: each letter follows three others as it does there."""
    following, word = _continuations(language), ""
    while letter := chance.choice(following[word[-_ORDER:]]):
        word += letter
    return word


def word_pools() -> dict[str, tuple[list[str], list[float]]]:
    """Words of many languages that English hardly has, with cumulated weights near the root of their frequency."""
    pools = {}
    for language in "nl de fr es it pt tr pl cs sv ro hu id da nb fi is ca sk sl sh lt lv vi fil".split():
        words = [
            w
            for w in wordfreq.top_n_list(language, 25_000)
            if w.isalpha() and len(w) > 1 and wordfreq.zipf_frequency(w, "en") < 2.6
        ]
        weights = [wordfreq.word_frequency(w, language) ** 0.35 for w in words]
        pools[language] = (words, list(itertools.accumulate(weights)))
    return pools
