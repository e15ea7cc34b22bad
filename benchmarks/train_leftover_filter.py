"""Trains the leftover filters and writes `mtqa/data/models/leftover-filter*.json`.

    python benchmarks/train_leftover_filter.py DATA_FOLDER [--seed 7] [--only english|context|other]

The filter "context" judges English that the language model has read; reading its texts takes a quarter of an hour.

Learns only from sets whose licence allows it (DEMETR: MIT; MLQE-PE: CC0; Google and Bio MQM: Apache-2.0) and from
words and furniture that mtqa knows itself: foreign words, phrases, sentences and lines are put into sound English.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from leftover_reading import surprises
from leftover_rows import Maker, post_edited_rows
from leftover_rows_other import TARGETS, other_rows
from leftover_texts import Row
from sklearn.ensemble import GradientBoostingClassifier

from mtqa.language.candidates import CandidateFinder
from mtqa.language.leftover_features import FEATURES, FeatureReader, Surroundings
from mtqa.language.lexicon import data_folder, load_lexicon
from mtqa.language.source_words import source_words
from mtqa.language.surprise import SURPRISE_FEATURES
from mtqa.language.words import load_word_model
from mtqa.text import read_document

TREES, DEPTH, RATE, LEAF = 160, 4, 0.08, 12
SHARED = 5_000  # tries at a word that both languages have


def all_rows(folder: Path, seed: int, made: int, shared: int) -> list[Row]:
    """Everything that is learnt from; `shared` tries at a word that both languages have, which only its context tells apart."""
    maker = Maker(folder, seed)
    sound = [replace(row, weight=3.5) for row in maker.sound]
    bare = [replace(row, source=None, source_lang=None) for row in sound]
    both = Maker(folder, seed + 1).shared_words(shared) if shared else ()
    return [*post_edited_rows(folder), *maker.rows(made), *sound[::2], *bare, *both]


def table(
    rows: list[Row],
    finder: CandidateFinder,
    reader: FeatureReader,
    loanwords: frozenset[str],
    *,
    in_context: bool,
) -> tuple[np.ndarray, ...]:
    features, labels, weights, kinds = [], [], [], []
    documents = [read_document(row.text, source=row.source, source_lang=row.source_lang) for row in rows]
    read = surprises(documents, finder) if in_context else [None] * len(rows)
    names = FEATURES + SURPRISE_FEATURES if in_context else FEATURES
    for row, document, surprise in zip(rows, documents, read, strict=True):
        source = source_words(document)
        candidates = finder.find(document, source, surprise.log_probability if surprise else None)
        around = Surroundings(document, candidates, loanwords, source, surprise)
        for candidate in candidates:
            start, end = document.tokens.starts[candidate.first], document.tokens.ends[candidate.last]
            covered = sum(max(0, min(end, s.end) - max(start, s.start)) for s in row.spans)
            if not covered and any(s.start < end and start < s.end for s in row.unsure):
                continue
            found = reader.read(around, candidate)
            features.append([found[name] for name in names])
            labels.append(covered >= 0.5 * (end - start))
            weights.append(row.weight)
            kinds.append(row.kind)
    return np.array(features), np.array(labels), np.array(weights), np.array(kinds)


def export(
    model: GradientBoostingClassifier, names: tuple[str, ...], rows: int, positives: int, seed: int
) -> dict:
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
        "features": list(names),
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


def fit(
    features: np.ndarray, labels: np.ndarray, weights: np.ndarray, seed: int
) -> GradientBoostingClassifier:
    model = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=DEPTH,
        learning_rate=RATE,
        min_samples_leaf=LEAF,
        subsample=0.7,
        max_features=0.4,
        random_state=seed,
    )
    return model.fit(features, labels, sample_weight=weights)


def learn(rows_by_target: dict[str, list[Row]], place: Path, seed: int, *, in_context: bool = False) -> None:
    """Fits one filter on the rows of one or more targets and writes it."""
    words, loanwords = load_word_model(), load_lexicon().loanwords
    parts = [
        table(
            rows,
            CandidateFinder(known, target),
            FeatureReader(known, target),
            loanwords,
            in_context=in_context,
        )
        for target, rows in rows_by_target.items()
        for known in [words if target == "en" else words.without_english()]
    ]
    features, labels, weights, _ = (np.concatenate(column) for column in zip(*parts, strict=True))
    model = fit(features, labels, weights, seed)
    names = FEATURES + SURPRISE_FEATURES if in_context else FEATURES
    exported = export(model, names, len(labels), int(labels.sum()), seed)
    place.write_text(json.dumps(exported, separators=(",", ":")) + "\n", "utf-8")
    ranked = sorted(zip(model.feature_importances_, names, strict=True), reverse=True)[:16]
    print(
        f"{place.name}: {len(labels)} candidates, {int(labels.sum())} leftovers; {place.stat().st_size // 1024} KB"
    )
    print("strongest:", ", ".join(f"{name} {value:.3f}" for value, name in ranked))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rows", type=int, default=36_000, help="texts made for English")
    parser.add_argument("--other-rows", type=int, default=900, help="texts made for each other target")
    parser.add_argument("--context-rows", type=int, default=16_000, help="texts made for English to be read")
    parser.add_argument("--only", choices=("english", "context", "other"), help="train one of the filters")
    arguments = parser.parse_args()
    models, seed = data_folder() / "models", arguments.seed
    wanted = (arguments.only,) if arguments.only else ("english", "context", "other")
    if "english" in wanted:
        learn(
            {"en": all_rows(arguments.data, seed, arguments.rows, 0)}, models / "leftover-filter.json", seed
        )
    if "context" in wanted:
        rows = {"en": all_rows(arguments.data, seed, arguments.context_rows, SHARED)}
        learn(rows, models / "leftover-filter-context.json", seed, in_context=True)
    if "other" in wanted:
        rows = {x: other_rows(arguments.data, x, seed, arguments.other_rows) for x in TARGETS}
        learn(rows, models / "leftover-filter-other.json", seed)


if __name__ == "__main__":
    main()
