"""Measures of the scores that the evaluation sets do not give: minimal pairs, pairs of systems, calibration, cost.

python benchmarks/scores.py                       minimal pairs and cost
python benchmarks/scores.py --data DATA_FOLDER    also which of two systems is better, and calibration
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
from score_data import read_set

import mtqa
from mtqa.core.config import Config

HERE = Path(__file__).parent
NEURAL = Config(neural=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path)
    parser.add_argument(
        "--sources", type=int, default=150, help="sources a subset whose systems are compared"
    )
    arguments = parser.parse_args()
    minimal_pairs()
    cost()
    if arguments.data:
        rows = [row for row in read_set(arguments.data, "mqm") if not row["subset"].startswith("ted")]
        scored = score_sources(rows, arguments.sources)
        which_is_better(scored)
        calibration(scored)


def quality(text: str, source: str | None = None, language: str | None = None) -> float:
    return mtqa.review(
        text, source=source, source_lang=language, target_lang="en", config=NEURAL
    ).scores.quality


def minimal_pairs() -> None:
    """Share of pairs whose bad text scores below the good one."""
    found: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    with (HERE / "minimal_pairs.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            bad, good = (row[side].replace("\\n", "\n") for side in ("bad", "good"))
            source = row["source"] or None
            found[row["family"]].append((quality(bad, source) < quality(good, source), row["bad"]))
    everything = [right for cases in found.values() for right, _ in cases]
    print(f"minimal pairs: {np.mean(everything):.3f} of {len(everything)} ranked right")
    for family, cases in found.items():
        wrong = [bad for right, bad in cases if not right]
        print(
            f"  {family} {1 - len(wrong) / len(cases):.2f} of {len(cases)}",
            *(f"\n      {bad}" for bad in wrong),
        )


def score_sources(rows: list[dict], count: int) -> list[dict]:
    """All translations of some sources of each subset, with mtqa's quality."""
    by_source: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for row in rows:
        by_source[row["subset"], row["source"]].append(row)
    rng = random.Random(3)
    chosen: list[dict] = []
    for subset in sorted({subset for subset, _ in by_source}):
        keys = [key for key, some in by_source.items() if key[0] == subset and len(some) > 1]
        for key in rng.sample(keys, min(count, len(keys))):
            chosen += by_source[key]
    return [{**row, "quality": quality(row["target"], row["source"], row["source_lang"])} for row in chosen]


def which_is_better(rows: list[dict]) -> None:
    """Of two translations of a source that raters find at least one point apart: how often mtqa prefers the better."""
    by_source: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for row in rows:
        by_source[row["subset"], row["source"]].append(row)
    wins: dict[str, list[float]] = defaultdict(list)
    for (subset, _), some in by_source.items():
        for a, b in itertools.combinations(some, 2):
            gap = b["penalty"] - a["penalty"]
            if abs(gap) >= 1 and a["target"] != b["target"]:
                lead = (a["quality"] - b["quality"]) * gap
                wins[subset.split("_")[0]].append(float(lead > 0) + 0.5 * float(lead == 0))
    for group, cases in wins.items():
        print(f"which of two systems, {group}: {np.mean(cases):.3f} of {len(cases)} pairs")
    print(f"which of two systems, mean: {np.mean([np.mean(cases) for cases in wins.values()]):.3f}")


def calibration(rows: list[dict]) -> None:
    """Of translations with a quality like this: how many did raters find without a major error (penalty below 5)?"""
    print("quality     n   without major error")
    for low, high in ((0, 35), (35, 65), (65, 85), (85, 90), (90, 95), (95, 101)):
        some = [row["penalty"] < 5 for row in rows if low <= row["quality"] < high]
        if some:
            print(f"{low:>3}-{min(high, 100):<3} {len(some):>6}   {np.mean(some):.2f}")


def cost() -> None:
    """Seconds of processor time for an article of 500 words, words a second for single sentences, and memory."""
    sample = (HERE.parent / "samples" / "clean.txt").read_text("utf-8").split()
    article = " ".join((sample * (500 // len(sample) + 1))[:500])
    quality("Warm up.")
    print(f"article of 500 words, target only: {_seconds(lambda: quality(article)):.2f} CPU-s")
    other = " ".join((article.split() * 2)[7:507])  # other stretches, or the models would remember them
    print(f"article of 500 words, with source: {_seconds(lambda: quality(other, other, 'en')):.2f} CPU-s")
    sentences = [" ".join(sample[i : i + 6 + i % 29]) + "." for i in range(len(sample) - 35)]
    requests = [mtqa.Request(sentence, target_lang="en") for sentence in sentences]
    seconds = _seconds(lambda: list(mtqa.review_many(requests, config=NEURAL)))
    words = sum(len(sentence.split()) for sentence in sentences)
    print(f"{len(sentences)} sentences in a row, target only: {words / seconds:.0f} words/CPU-s")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    code = (
        "import time; from mtqa.neural.encoder import load_encoder; from mtqa.neural.language_model import load_language_model;"
        "t = time.perf_counter(); load_encoder(); load_language_model(); print(f'load: {time.perf_counter() - t:.2f} s')"
    )
    print(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
    )


def _seconds(run) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
