"""Figures of a score over the rows of the training table: damage, hallucinations, post-edit effort, human penalties."""

from __future__ import annotations

import itertools
from collections import defaultdict

import numpy as np
from scipy.stats import pearsonr, spearmanr
from score_training import Table
from sklearn.metrics import roc_auc_score

from mtqa.neural.networks import chance


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
    report_systems(rows, z, judged)


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


def report_systems(rows: list[dict], z: np.ndarray, judged: np.ndarray) -> None:
    """Of two translations of a source that raters find at least one point apart: how often the better scores higher."""
    by_source: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if row["from"] == "mqm" and judged[i]:
            by_source[row["subset"], row["source"]].append(i)
    wins: dict[str, list[float]] = defaultdict(list)
    for (subset, _), some in by_source.items():
        for a, b in itertools.combinations(some, 2):
            gap = rows[b]["penalty"] - rows[a]["penalty"]
            if abs(gap) >= 1 and rows[a]["target"] != rows[b]["target"]:
                lead = float(z[a] - z[b]) * gap
                wins[subset.split("_")[0]].append(float(lead > 0) + 0.5 * float(lead == 0))
    means = {group: float(np.mean(cases)) for group, cases in wins.items()}
    shown = ", ".join(f"{group} {value:.3f} of {len(wins[group])}" for group, value in means.items())
    asked = [means[group] for group in ("bio", "sxs2023", "chat") if group in means]
    print(f"which of two systems: {shown}; mean without ted {np.mean(asked):.3f}")
