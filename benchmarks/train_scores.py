"""Trains the networks behind the scores and writes them to `mtqa/data/models`.

    python benchmarks/train_scores.py DATA_FOLDER [--cross-validate] [--folds 5]

With `--cross-validate` nothing is written: every sentence of DEMETR and every document of MQM is judged by networks that
have not seen it, and the figures are printed. Seeds are fixed; a second run gives the same weights.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
from learning import Learner, batches, standard, standardise
from scipy.stats import pearsonr, spearmanr
from score_data import SETS, SYNTHETIC, as_read, centre, readings
from score_training import (
    COMPARED,
    FIGURES,
    Table,
    fold,
    train_adequacy,
    train_fluency,
    train_quality,
)
from sklearn.metrics import roc_auc_score

from mtqa.language.lexicon import data_folder
from mtqa.neural.networks import Network, chance
from mtqa.neural.probe import probe_inputs
from mtqa.neural.sentence_features import pair_vector, target_vector
from mtqa.neural.surface import natural

HERE = Path(__file__).parent
PROBE_UNITS, PROBE_EPOCHS = 64, 5
SEEDS = 3
MEASURED = ("halluc", "qe")  # never learnt from


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--cache", type=Path, default=HERE / "out" / "scores")
    arguments = parser.parse_args()
    probe = train_probe(arguments.data, arguments.cache)
    table = make_table(arguments.data, arguments.cache, probe)
    if arguments.cross_validate:
        cross_validate(table, arguments.folds)
    else:
        write(table, probe, centre(arguments.data, arguments.cache))


def say(*words: object) -> None:
    print(f"{time.strftime('%H:%M:%S')}", *words, flush=True)


# --- the probe ------------------------------------------------------------------------------------------------------------------------


def train_probe(data: Path, cache: Path) -> Network:
    """One seed from each half of the post-edits, so that each half can be judged by the other's."""
    halves = [_probe_rows(*readings(data, cache, name)[:2]) for name in SYNTHETIC]
    sample = np.concatenate([inputs[::9] for inputs, _ in halves]).astype(np.float32)
    middle, scale = standardise(sample)
    learners = [_learn_probe(*half, middle, scale, seed) for seed, half in enumerate(halves)]
    for number, (inputs, labels) in enumerate(halves):
        other = learners[1 - number]
        logits = np.concatenate(
            [
                other.forward(standard(inputs[i : i + 8192].astype(np.float32), middle, scale))[1]
                for i in range(0, len(inputs), 8192)
            ]
        )
        for head, name in enumerate(("damaged", "changed")):
            known = ~np.isnan(labels[:, head])
            say(
                "probe, pieces of the other half,",
                name,
                f"AUC {roc_auc_score(labels[known, head], logits[known, head]):.3f}",
            )
    parts = {
        n: np.stack([one.values[n] for one in learners])
        for n in ("inner", "inner_bias", "outer", "outer_bias")
    }
    return Network(middle, scale, **parts)


def _probe_rows(rows: list[dict], lm: dict) -> tuple[np.ndarray, np.ndarray]:
    inputs, labels = [], []
    for row in rows:
        kind = row["kind"]
        if kind not in {"mt", "good"} and not kind.startswith("bad:"):
            continue
        read = as_read(lm[row["target"]])
        if not read.offsets:
            continue
        marked = np.array(
            [any(max(a, s) < min(b, e) for s, e in _spans(row)) for a, b in read.offsets], np.float32
        )
        label = np.full((len(marked), 2), np.nan, np.float32)
        if kind == "mt":
            label[:, 1] = marked
        else:
            label[:, 0] = marked
            label[:, 1] = 0 if kind == "good" else np.nan
        inputs.append(probe_inputs(read).astype(np.float16))
        labels.append(label)
    return np.concatenate(inputs), np.concatenate(labels)


def _spans(row: dict) -> list[tuple[int, int]]:
    """The wrong spans in the natural text; those of tokenised text are carried over letter by letter."""
    raw = row["target"]
    text = natural(raw)
    if text == raw:
        return row["spans"]
    if row["kind"] == "bad:tokenised":
        return []
    places, at = [], 0
    for character in raw:
        while at < len(text) and text[at] == " ":
            at += 1
        places.append(None if character == " " else at)
        at += character != " "
    found = []
    for start, end in row["spans"]:
        inside = [p for p in places[start:end] if p is not None]
        found += [(inside[0], inside[-1] + 1)] if inside else []
    return found


def _learn_probe(
    inputs: np.ndarray, labels: np.ndarray, middle: np.ndarray, scale: np.ndarray, seed: int
) -> Learner:
    learner = Learner(inputs.shape[1], PROBE_UNITS, 2, seed, decay=2e-5)
    known, truth = ~np.isnan(labels), np.nan_to_num(labels)
    size = 512
    steps = PROBE_EPOCHS * (len(inputs) // size)
    for _ in range(PROBE_EPOCHS):
        for batch in batches(len(inputs), size, learner.rng):
            learner.rate = 1e-3 * (1 - learner.step / steps) + 2e-5

            def gradient(outputs: np.ndarray, batch: np.ndarray = batch) -> tuple[np.ndarray, None]:
                return ((chance(outputs) - truth[batch]) * known[batch] / size).astype(np.float32), None

            learner.learn(standard(inputs[batch].astype(np.float32), middle, scale), gradient)
    return learner


# --- vectors --------------------------------------------------------------------------------------------------------------------------


def make_table(data: Path, cache: Path, probe: Network) -> Table:
    """All rows of all sets with their vectors; a row's field `from` names its set."""
    alone = [_one_seed(probe, seed) for seed in range(2)]
    rows, vectors, width = [], [], 0
    for name in SETS:
        some, lm, pairs = readings(data, cache, name)
        judge = alone[1 - SYNTHETIC.index(name)] if name in SYNTHETIC else probe
        targets = {}
        for text, kept in lm.items():
            read = as_read(kept)
            logits = judge(probe_inputs(read)) if read.offsets else np.zeros((0, 2), np.float32)
            targets[text] = target_vector(text, read, logits)
        width = len(next(iter(targets.values())))
        for row, (figures, ours, theirs) in zip(some, pairs, strict=True):
            rows.append({**row, "from": name})
            vector = pair_vector(
                targets[row["target"]], row["source"] or "", row["target"], figures, ours, theirs
            )
            vectors.append(vector.astype(np.float16))
        say(name, len(some))
    return Table(rows, np.stack(vectors), width)


def _one_seed(network: Network, seed: int) -> Network:
    parts = (network.inner, network.inner_bias, network.outer, network.outer_bias)
    return Network(network.centre, network.scale, *(part[seed : seed + 1] for part in parts))


# --- weights --------------------------------------------------------------------------------------------------------------------------


def learnable(table: Table) -> np.ndarray:
    return np.array([row["from"] not in MEASURED for row in table.rows])


def write(table: Table, probe: Network, middle: np.ndarray) -> None:
    keep = learnable(table)
    folder = Path(data_folder(), "models")
    networks = {
        "probe": probe,
        "fluency": train_fluency(table, keep, seeds=SEEDS),
        "target-quality": train_quality(table, keep, with_source=False, seeds=SEEDS),
        "pair-quality": train_quality(table, keep, with_source=True, seeds=SEEDS),
        "adequacy": train_adequacy(table, keep, seeds=SEEDS),
    }
    for name, network in networks.items():
        half = {
            field: getattr(network, field).astype(np.float16)
            for field in ("inner", "inner_bias", "outer", "outer_bias")
        }
        np.savez_compressed(folder / f"{name}.npz", centre=network.centre, scale=network.scale, **half)
        say(name, f"{(folder / f'{name}.npz').stat().st_size / 1000:.0f} kB")
    np.save(folder / "encoder-centre.npy", middle.astype(np.float32))


# --- figures --------------------------------------------------------------------------------------------------------------------------


def outputs(network: Network, inputs: np.ndarray) -> np.ndarray:
    return np.concatenate(
        [network(inputs[i : i + 4096].astype(np.float32))[:, 0] for i in range(0, len(inputs), 4096)]
    )


def cross_validate(table: Table, folds: int) -> None:
    places = np.array([fold(row) for row in table.rows])
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
    judged = ~keep | ((places >= 0) & (places < folds))
    for name, found in scores.items():
        print("\n==", name)
        report(table, found, judged)


def report(table: Table, z: np.ndarray, judged: np.ndarray) -> None:
    rows = table.rows
    report_damage(rows, z, judged)
    report_hallucinations(rows, z)
    edited = [i for i, row in enumerate(rows) if row["from"] == "qe"]
    for pair in ("ro-en", "si-en", "et-en", "ne-en", "ru-en"):
        some = [i for i in edited if rows[i]["lang_pair"] == pair]
        print(
            f"qe {pair} Pearson {pearsonr(chance(z[some]), [1 - float(rows[i]['hter']) for i in some])[0]:.3f}"
        )
    subsets = sorted({row["subset"] for i, row in enumerate(rows) if row["from"] == "mqm" and judged[i]})
    found = []
    for subset in subsets:
        some = [
            i for i, row in enumerate(rows) if row["from"] == "mqm" and row["subset"] == subset and judged[i]
        ]
        truth = [-rows[i]["penalty"] for i in some]
        found.append(
            (spearmanr(z[some], truth)[0], spearmanr([-len(rows[i]["target"]) for i in some], truth)[0])
        )
        print(f"mqm {subset} Spearman {found[-1][0]:.3f} (length {found[-1][1]:.3f})")
    print("mqm macro mean {:.3f} (length {:.3f})".format(*np.mean(found, axis=0)))


def report_damage(rows: list[dict], z: np.ndarray, judged: np.ndarray) -> None:
    bases = {
        (r["source"], r["unperturbed"]): i
        for i, r in enumerate(rows)
        if r["from"] == "perturb" and r["kind"] == "base"
    }
    wins: dict[str, list[float]] = {}
    for i, row in enumerate(rows):
        if row["from"] == "perturb" and row["kind"] != "base" and judged[i] and "_id35_" not in row["kind"]:
            lead = z[bases[row["source"], row["unperturbed"]]] - z[i]
            wins.setdefault(row["kind"], []).append(float(lead > 0) + 0.5 * float(lead == 0))
    means = sorted((float(np.mean(found)), kind) for kind, found in wins.items())
    print(
        f"perturb macro {np.mean([m for m, _ in means]):.3f}; worst",
        [f"{kind[:30]} {m:.2f}" for m, kind in means[:8]],
    )


def report_hallucinations(rows: list[dict], z: np.ndarray) -> None:
    some = [i for i, row in enumerate(rows) if row["from"] == "halluc"]
    sound = [z[i] for i in some if not rows[i]["labels"]]
    shown = []
    for label in ("any", "full-unsupport", "strong-unsupport", "repetitions", "omission", "named-entities"):
        wrong = [z[i] for i in some if label in rows[i]["labels"] or (label == "any" and rows[i]["labels"])]
        area = roc_auc_score([1] * len(wrong) + [0] * len(sound), -np.array([*wrong, *sound]))
        shown.append(f"{label} {area:.3f}")
    print("halluc AUROC", ", ".join(shown))


if __name__ == "__main__":
    main()
