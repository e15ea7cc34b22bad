"""Trains the leftover filter and writes `mtqa/data/models/leftover-filter.json`.

    python benchmarks/train_leftover_filter.py DATA_FOLDER [--seed 7]

Learns only from sets whose licence allows it (DEMETR: MIT; MLQE-PE: CC0; Google and Bio MQM: Apache-2.0) and from
words and furniture that mtqa knows itself: foreign words, phrases, sentences and lines are put into sound English.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import wordfreq
from sklearn.ensemble import GradientBoostingClassifier

from mtqa.core.spans import Span
from mtqa.language.candidates import CandidateFinder
from mtqa.language.entries import Topic
from mtqa.language.leftover_features import FEATURES, FeatureReader, Surroundings
from mtqa.language.lexicon import data_folder, load_lexicon
from mtqa.language.words import load_word_model
from mtqa.text import read_document

TREES, DEPTH, RATE, LEAF = 160, 4, 0.08, 12
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Row:
    """A text with the spans that are leftovers, and the weight of its candidates."""

    text: str
    spans: tuple[Span, ...]
    weight: float = 1.0


def read(folder: Path, name: str) -> list[dict]:
    plain = folder / f"{name}.jsonl"
    text = (
        plain.read_text("utf-8")
        if plain.exists()
        else gzip.decompress((folder / f"{name}.jsonl.gz").read_bytes()).decode("utf-8")
    )
    return [json.loads(line) for line in text.split("\n") if line]


def detokenised(text: str) -> str:
    text = re.sub(r" ([.,;:!?)%\]])", r"\1", text)
    return re.sub(r"([(\[]) ", r"\1", text).replace(" 's", "'s").replace(" n't", "n't")


def source_language(row: dict) -> str:
    return str(row.get("source_lang") or row["lang_pair"].split("-")[0])


def sound_english(folder: Path) -> list[str]:
    """English segments that nobody found fault with."""
    found = []
    for row in read(folder, "perturb"):
        found += [row["reference"], row["unperturbed"]]
    found += [row["target"] for row in read(folder, "negatives")]
    found += [row["target"] for row in read(folder, "mqm") if row["penalty"] == 0 and row["subset"] != "chat"]
    post_edits = [
        row["post_edit"] for row in read(folder, "qe_train") if row["lang_pair"][:2] in {"ru", "ne", "si"}
    ]
    found += [detokenised(text) for text in post_edits[::3]]
    return sorted({text for text in found if text and len(text.split()) >= 5})


def foreign_sentences(folder: Path) -> dict[str, list[str]]:
    """Sentences of other languages."""
    found: dict[str, set[str]] = {}
    for name in ("perturb", "codemix", "qe_train", "mqm"):
        for row in read(folder, name):
            if row.get("source") and source_language(row) != "en" and row.get("subset") != "chat":
                source = detokenised(row["source"]) if name == "qe_train" else row["source"]
                found.setdefault(source_language(row), set()).add(source)
    return {language: sorted(texts)[:4000] for language, texts in sorted(found.items())}


def word_pools() -> dict[str, tuple[list[str], list[float]]]:
    """Words of many languages that English hardly has, weighted by the root of their frequency."""
    pools = {}
    for language in "nl de fr es it pt tr pl cs sv ro hu id da nb fi is ca sk sl sh lt lv vi fil".split():
        words = [
            w
            for w in wordfreq.top_n_list(language, 25_000)
            if w.isalpha() and len(w) > 1 and wordfreq.zipf_frequency(w, "en") < 2.6
        ]
        pools[language] = (words, [wordfreq.word_frequency(w, language) ** 0.35 for w in words])
    return pools


class Maker:
    """Makes rows by putting foreign text into English."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.english = sound_english(folder)
        self.foreign = foreign_sentences(folder)
        self.pools = word_pools()
        lexicon = load_lexicon()
        self.lines = [
            (e.patterns[0], e.language)
            for e in lexicon.topic(Topic.FURNITURE)
            if e.language != "en" and "<" not in e.patterns[0]
        ]
        self.phrases = [
            (e.source, e.language) for e in lexicon.topic(Topic.CALQUES) if len(e.source.split()) <= 5
        ]

    def paragraph(self) -> str:
        return " ".join(self.random.choice(self.english) for _ in range(self.random.choice((1, 2, 3))))

    def rows(self, count: int) -> Iterator[Row]:
        makers = (
            *(
                self.word,
                self.word,
                self.source_word,
                self.source_word,
                self.phrase,
                self.phrase,
                self.phrase,
                self.sentence,
            ),
            *(self.line, self.title, self.quoted_title, self.german_noun, self.german_name, self.name),
        )
        for number in range(count):
            row = makers[number % len(makers)]()
            if row is not None:
                yield row

    def language(self) -> str:
        return self.random.choice([x for x in self.foreign if len(self.foreign[x]) > 20])

    def replace_word(self, word: str) -> Row | None:
        text = self.paragraph()
        places = list(re.finditer(r"(?<=[a-z,] )[a-z]{3,}(?= [a-z]|[.,])", text))
        if not places:
            return None
        place = self.random.choice(places)
        new = text[: place.start()] + word + text[place.end() :]
        return Row(new, (Span(place.start(), place.start() + len(word)),))

    def word(self) -> Row | None:
        words, weights = self.pools[self.random.choice(list(self.pools))]
        return self.replace_word(self.random.choices(words, weights)[0])

    def source_words(self, least: int, most: int) -> str:
        sentence = self.random.choice(self.foreign[self.language()])
        words = re.findall(r"[^\s.,;:!?\"“”„«»()]+", sentence)
        size = min(len(words), self.random.randint(least, most))
        start = self.random.randrange(0, len(words) - size + 1) if words else 0
        return " ".join(words[start : start + size])

    def source_word(self) -> Row | None:
        word = self.source_words(1, 1)
        if not word or not word[0].isalpha() or (word[0].isupper() and self.random.random() < 0.9):
            return None
        if wordfreq.zipf_frequency(word.lower(), "en") > 3.5:
            return None
        return self.replace_word(word)

    def german_name(self) -> Row | None:
        """What follows "in", "aus" or "Herr" with a capital and no article is a name, mostly."""
        pattern = r"\b(?:in|aus|nach|Herr|Frau|Präsident|Trainer|Minister) ([A-ZÄÖÜ][a-zäöüß]{3,})"
        names = re.findall(pattern, self.random.choice(self.foreign["de"]))
        made = self.replace_word(self.random.choice(names)) if names else None
        return made and Row(made.text, ())

    def german_noun(self) -> Row | None:
        words = re.findall(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{2,}", self.random.choice(self.foreign["de"]))
        words = [
            w
            for w in words
            if wordfreq.zipf_frequency(w, "de") > 3.0 and wordfreq.zipf_frequency(w, "en") < 1.8
        ]
        return self.replace_word(self.random.choice(words)) if words else None

    def name(self) -> Row | None:
        """A foreign name in English, which is no leftover: capitalised words from languages that capitalise only names."""
        language = self.random.choice(
            [
                x
                for x in ("cs", "pl", "fr", "es", "it", "ro", "et", "ro", "cs", "pl", "cs")
                if x in self.foreign
            ]
        )
        names = re.findall(
            r"(?<=[a-zěščřžýáíéúůłąęśćóżźăîșțâõäöü,] )[^\W\d_a-zà-ÿ][^\W\d_]+(?: (?:de|nad|pod|la|del|della|du|des|di|do|da|v|na|i|a) | )[^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?",
            self.random.choice(self.foreign[language]),
        )
        names = [name for name in names if name.split()[-1][0].isupper() or self.random.random() < 0.06]
        if not names:
            return None
        made = self.replace_word(self.random.choice(names))
        return made and Row(made.text, ())

    def phrase(self) -> Row | None:
        phrase = (
            self.random.choice(self.phrases)[0]
            if self.phrases and self.random.random() < 0.3
            else self.source_words(2, 12)
        )
        return self.replace_word(phrase) if len(phrase.split()) > 1 else None

    def quoted_title(self) -> Row | None:
        """A foreign title in quotation marks, which is no leftover."""
        words = self.source_words(2, 6)
        if not words or not words[0].isupper():
            return None
        made = self.replace_word(f"“{words}”")
        return made and Row(made.text, ())

    def sentence(self) -> Row:
        before, after = self.paragraph(), self.paragraph()
        sentence = self.random.choice(self.foreign[self.language()])
        return Row(f"{before} {sentence} {after}", (Span(len(before) + 1, len(before) + 1 + len(sentence)),))

    def line(self) -> Row:
        text = f"{self.paragraph()}\n\n{self.paragraph()}"
        if self.lines and self.random.random() < 0.7:
            line = self.random.choice(self.lines)[0]
        else:
            line = self.source_words(1, 7)
        return Row(f"{text}\n\n{line}", (Span(len(text) + 2, len(text) + 2 + len(line)),))

    def title(self) -> Row:
        title = self.random.choice(self.english).split(".")[0]
        return Row(f"{title}\n\n{self.paragraph()}\n\n{self.paragraph()}", ())


def marked_rows(folder: Path) -> list[Row]:
    """Rows with annotated leftovers."""
    rows = [
        Row(r["target"], tuple(Span(s["start"], s["end"]) for s in r["spans"]), 2.0)
        for r in read(folder, "codemix")
    ]
    for r in read(folder, "fragments_postedit"):
        rows.append(
            Row(r["target"], tuple(Span(s["start"], s["end"]) for s in (*r["spans"], *r["ignore"])), 2.0)
        )
    return rows


def table(
    rows: list[Row], finder: CandidateFinder, reader: FeatureReader, loanwords: frozenset[str]
) -> tuple[np.ndarray, ...]:
    features, labels, weights = [], [], []
    for row in rows:
        document = read_document(row.text)
        candidates = finder.find(document)
        around = Surroundings(document, candidates, loanwords)
        for candidate in candidates:
            start, end = document.tokens.starts[candidate.first], document.tokens.ends[candidate.last]
            covered = sum(max(0, min(end, s.end) - max(start, s.start)) for s in row.spans)
            found = reader.read(around, candidate)
            features.append([found[name] for name in FEATURES])
            labels.append(covered >= 0.5 * (end - start))
            weights.append(row.weight)
    return np.array(features), np.array(labels), np.array(weights)


def export(model: GradientBoostingClassifier, rows: int, positives: int, seed: int) -> dict:
    prior = float(model.init_.class_prior_[1])
    trees = []
    for (stage,) in model.estimators_:
        tree, nodes = stage.tree_, []
        for i in range(tree.node_count):
            leaf = tree.children_left[i] < 0
            value = float(tree.value[i].ravel()[0]) * RATE if leaf else float(tree.threshold[i])
            nodes.append(
                [
                    -1 if leaf else int(tree.feature[i]),
                    round(value, 5),
                    int(tree.children_left[i]),
                    int(tree.children_right[i]),
                ]
            )
        trees.append(nodes)
    return {
        "features": list(FEATURES),
        "bias": round(float(np.log(prior / (1 - prior))), 6),
        "provenance": {
            "script": "benchmarks/train_leftover_filter.py",
            "sets": "DEMETR (MIT), MLQE-PE (CC0), Google MQM sxs2023 and ted2021, Bio-MQM (Apache-2.0), own lexicons",
            "seed": seed,
            "candidates": rows,
            "leftovers": positives,
            "model": f"gradient boosting, {TREES} trees of depth {DEPTH}, rate {RATE}",
        },
        "trees": trees,
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rows", type=int, default=16_000)
    arguments = parser.parse_args()
    words = load_word_model()
    finder, reader, loanwords = (
        CandidateFinder(words, "en"),
        FeatureReader(words, "en"),
        load_lexicon().loanwords,
    )
    maker = Maker(arguments.data, arguments.seed)
    clean = [Row(text, (), 2.5) for text in maker.english]
    rows = [*marked_rows(arguments.data), *maker.rows(arguments.rows), *clean]
    features, labels, weights = table(rows, finder, reader, loanwords)
    model = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=DEPTH,
        learning_rate=RATE,
        min_samples_leaf=LEAF,
        subsample=0.7,
        random_state=arguments.seed,
    )
    model.fit(features, labels, sample_weight=weights)
    place = data_folder() / "models" / "leftover-filter.json"
    place.write_text(
        json.dumps(export(model, len(labels), int(labels.sum()), arguments.seed), separators=(",", ":"))
        + "\n",
        "utf-8",
    )
    ranked = sorted(zip(model.feature_importances_, FEATURES, strict=True), reverse=True)[:16]
    print(
        f"{len(rows)} rows, {len(labels)} candidates, {int(labels.sum())} leftovers; {place.stat().st_size // 1024} KB"
    )
    print("strongest:", ", ".join(f"{name} {value:.3f}" for value, name in ranked))


if __name__ == "__main__":
    main()
