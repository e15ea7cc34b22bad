"""Trains the networks behind the scores and writes them to `mtqa/data/models`.

    python benchmarks/train_scores.py DATA_FOLDER [--cross-validate] [--folds 2]

With `--cross-validate` nothing is written: every sentence of DEMETR and every document of MQM is judged by networks that
have not seen it, and the figures are printed. Seeds are fixed; a second run gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from pair_training import PairProbes, one_seed, train_pair_probes
from probe_training import train_probe
from score_data import SETS, SYNTHETIC, as_encoded, as_read, centre, readings
from score_report import report
from score_training import (
    COMPARED,
    FIGURES,
    Table,
    fold,
    is_rated,
    train_adequacy,
    train_fluency,
    train_quality,
)

from mtqa.language.lexicon import data_folder
from mtqa.neural.networks import Network, chance
from mtqa.neural.probe import probe_inputs
from mtqa.neural.reading import FULL_WEIGHT
from mtqa.neural.sentence_features import length_factor, pair_vector, target_vector

HERE = Path(__file__).parent
SEEDS = 2
MEASURED = ("halluc", "qe")  # never learnt from


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--cache", type=Path, default=HERE / "out" / "scores")
    arguments = parser.parse_args()
    probe = train_probe(arguments.data, arguments.cache)
    pair_probes = train_pair_probes(arguments.data, arguments.cache)
    table = make_table(arguments.data, arguments.cache, probe, pair_probes)
    if arguments.cross_validate:
        scores = cross_validate(table, arguments.folds)
        keep_rated(table, scores, arguments.cache / "cross-validated.json")
    else:
        write(table, probe, pair_probes, centre(arguments.data, arguments.cache))


def say(*words: object) -> None:
    print(f"{time.strftime('%H:%M:%S')}", *words, flush=True)


# --- vectors --------------------------------------------------------------------------------------------------------------------------


def make_table(data: Path, cache: Path, probe: Network, pair_probes: PairProbes) -> Table:
    """All rows of all sets with their vectors, each judged by probes that have not seen it."""
    rows, vectors, width = [], [], 0
    middle = centre(data, cache)
    for name in SETS:
        some, lm, encoded = readings(data, cache, name)
        judge = one_seed(probe, 1 - SYNTHETIC.index(name)) if name in SYNTHETIC else probe
        targets = {}
        for text, kept in lm.items():
            read = as_read(kept)
            logits = judge(probe_inputs(read)) if read.offsets else np.zeros((0, 2), np.float32)
            targets[text] = target_vector(text, read, logits)
        width = len(next(iter(targets.values())))
        for row in some:
            source, target = as_encoded(encoded[row["source"] or ""]), as_encoded(encoded[row["target"]])
            compared = pair_probes.compare(row, source, target, middle)
            vector = pair_vector(targets[row["target"]], compared, source.mean, target.mean)
            vectors.append(vector.astype(np.float16))
        rows += some
        say(name, len(some))
    return Table(rows, np.stack(vectors), width)


# --- weights --------------------------------------------------------------------------------------------------------------------------


def learnable(table: Table) -> np.ndarray:
    return np.array([row["from"] not in MEASURED for row in table.rows])


def write(table: Table, probe: Network, pair_probes: PairProbes, middle: np.ndarray) -> None:
    keep = learnable(table)
    folder = Path(data_folder(), "models")
    makers: dict[str, Callable[[], Network]] = {
        "probe": lambda: probe,
        "pair-probe": lambda: pair_probes.target,
        "source-probe": lambda: pair_probes.source,
        "adequacy": lambda: train_adequacy(table, keep, seeds=SEEDS),
        "fluency": lambda: train_fluency(table, keep, seeds=SEEDS),
        "pair-quality": lambda: train_quality(table, keep, with_source=True, seeds=SEEDS),
        "target-quality": lambda: train_quality(table, keep, with_source=False, seeds=SEEDS),
    }
    for name, make in makers.items():
        network = make()
        half = {
            field: getattr(network, field).astype(np.float16)
            for field in ("inner", "inner_bias", "outer", "outer_bias")
        }
        np.savez_compressed(folder / f"{name}.npz", centre=network.centre, scale=network.scale, **half)
        say(name, f"{(folder / f'{name}.npz').stat().st_size / 1000:.0f} kB")
    np.save(folder / "encoder-centre.npy", middle.astype(np.float32))
    (folder / "scores-provenance.json").write_text(json.dumps(provenance(table), indent=1) + "\n", "utf-8")


def provenance(table: Table) -> dict[str, object]:
    """What the weights were learnt from, and how."""
    counts = Counter(str(row["from"]) for row in table.rows if row["from"] not in MEASURED)
    counts["mqm"] = sum(is_rated(row) for row in table.rows)
    return {
        "made_by": "benchmarks/train_scores.py",
        "sets": "MLQE-PE (CC0), DEMETR (MIT), Google MQM sxs2023 and ted2021, Bio-MQM (Apache-2.0), damage and inventions of their texts",
        "rows": dict(counts),
        "seeds": SEEDS,
        "networks": "one hidden layer of rectified units, Adam, numpy; sizes in the files",
    }


# --- figures --------------------------------------------------------------------------------------------------------------------------


def outputs(network: Network, inputs: np.ndarray) -> np.ndarray:
    return np.concatenate(
        [network(inputs[i : i + 4096].astype(np.float32))[:, 0] for i in range(0, len(inputs), 4096)]
    )


def cross_validate(table: Table, folds: int) -> dict[str, np.ndarray]:
    places = np.array([fold(row, folds) for row in table.rows])
    keep = learnable(table)
    scores = {
        name: np.zeros(len(table)) for name in ("target-quality", "pair-quality", "adequacy", "fluency")
    }
    compared = slice(table.target_width, table.target_width + COMPARED)
    for number in range(folds):
        learnt = keep & (places != number)
        networks = {
            "target-quality": (
                train_quality(table, learnt, with_source=False, seeds=1),
                slice(0, table.target_width),
            ),
            "pair-quality": (train_quality(table, learnt, with_source=True, seeds=1), slice(0, None)),
            "adequacy": (train_adequacy(table, learnt, seeds=1), compared),
            "fluency": (train_fluency(table, learnt, seeds=1), slice(0, FIGURES)),
        }
        for name, (network, columns) in networks.items():
            found = outputs(network, table.vectors[:, columns])
            scores[name][places == number] = found[places == number]
            scores[name][~keep] += found[~keep] / folds
        say("fold", number)
    judged = ~keep | (places >= 0)
    for name, found in scores.items():
        print("\n==", name)
        report(table, found, judged)
    for with_source in (True, False):
        print("\n== quality as shipped,", "with source" if with_source else "target only")
        report(table, logits(shipped_quality(table, scores, with_source=with_source)), judged)
    return scores


def shipped_quality(table: Table, scores: dict[str, np.ndarray], *, with_source: bool) -> np.ndarray:
    """The quality (0-1) of segments as `mtqa.neural.reading` has it."""
    factors = np.array([length_factor(row["target"]) for row in table.rows])
    if not with_source:
        return chance(scores["target-quality"]) ** factors
    return chance(scores["pair-quality"]) ** factors * np.minimum(1, chance(scores["adequacy"]) / FULL_WEIGHT)


def logits(quality: np.ndarray) -> np.ndarray:
    kept = np.clip(quality, 1e-6, 1 - 1e-6)
    return np.log(kept / (1 - kept))


def keep_rated(table: Table, scores: dict[str, np.ndarray], path: Path) -> None:
    """Writes what `fit_verdicts.py` needs of each rated segment."""
    both, alone = (shipped_quality(table, scores, with_source=given) for given in (True, False))
    kept = [
        {
            **{name: row[name] for name in ("subset", "system", "doc", "penalty")},
            "words": len(row["target"].split()),
            "with_source": float(both[i]),
            "target_only": float(alone[i]),
        }
        for i, row in enumerate(table.rows)
        if row["from"] == "mqm"
    ]
    path.write_text(json.dumps(kept), "utf-8")


if __name__ == "__main__":
    main()
