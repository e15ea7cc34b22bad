"""Quality and speed against the floors in `gate.json`: `make bench`.

Runs `python -m mtqa batch --no-neural` over the evaluation sets in `$MTQA_DATA_SETS` (default `../shared/data`) where they are at hand, and
always over mtqa's own examples. Exit 1 if a floor is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from mtqa.language.lexicon import load_lexicon

HERE = Path(__file__).parent
DATA = Path(os.environ.get("MTQA_DATA_SETS", HERE.parents[1] / "shared" / "data"))
SCORE_SETS = "perturb,halluc,qe,mqm"
SETS = "fragments_synth,codemix,fragments_real,fragments_postedit,footers,clean,negatives"
GATE = HERE / "gate.json"


def own_examples() -> dict[str, float]:
    """Share of the lexicons' bad examples that are found, and issues in their repaired and good ones, target only."""
    bad, good = [], []
    for entry in load_lexicon().entries:
        if (
            entry.bad
            and (entry.target or "en") == "en"
            and not entry.needs_evidence
            and entry.confidence >= 0.5
        ):
            bad.append(
                {
                    "id": f"bad:{entry.id}",
                    "target": entry.bad.replace("[[", "").replace("]]", ""),
                    "target_lang": "en",
                }
            )
            good += [
                {"id": f"good:{entry.id}:{n}", "target": text, "target_lang": "en"}
                for n, text in enumerate((entry.fixed, *entry.good))
            ]
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        source.write_text("".join(json.dumps(row) + "\n" for row in (*bad, *good)), "utf-8")
        subprocess.run(
            [sys.executable, "-m", "mtqa", "batch", "--no-neural", str(source), "-o", str(output)],
            check=True,
            capture_output=True,
        )
        out = {row["id"]: row["issues"] for row in map(json.loads, output.read_text("utf-8").splitlines())}
    found = sum(any(issue["rule"][:3] in {"CAL", "ENT"} for issue in out[row["id"]]) for row in bad)
    words = sum(len(row["target"].split()) for row in good)
    alarms = sum(len(out[row["id"]]) for row in good)
    return {"own.examples.recall": found / len(bad), "own.silence.alarms_per_1000w": 1000 * alarms / words}


def evaluation_sets(mode: str, sets: str = SETS, options: str = "--no-neural") -> dict[str, float]:
    """Every metric of the evaluator over some evaluation sets, by `set.group.metric`."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [
            sys.executable,
            str(DATA.parent / "eval" / "evaluate.py"),
            str(DATA),
            "--sets",
            sets,
            "--mode",
            mode,
            "--details",
        ]
        subprocess.run(
            [*command, "--cmd", f"{sys.executable} -m mtqa batch {options}", "--json", str(report)],
            check=True,
            capture_output=True,
        )
        lines = json.loads(report.read_text("utf-8"))
    prefix = "" if mode == "target-only" else "source:"
    return {
        f"{prefix}{x['set']}.{x['group']}.{m}": v
        for x in lines
        for m, v in x["metrics"].items()
        if v is not None
    }


def clean_by_family(found: dict[str, float]) -> dict[str, float]:
    """Issues per 1,000 words of clean text for the families that promise a limit."""
    promised = {"RES": ("RES",), "WEB": ("WEB",), "CAL+ENT+NUM+PUN": ("CAL", "ENT", "NUM", "PUN")}
    rules = {
        key.split()[1].split(".")[0]: value
        for key, value in found.items()
        if key.startswith("clean.rule ") and key.endswith(".issues_per_1000w")
    }
    return {
        f"clean.{name}.issues_per_1000w": sum(value for rule, value in rules.items() if rule[:3] in families)
        for name, families in promised.items()
    }


def speed() -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, str(HERE / "speed.py"), "--json"], check=True, capture_output=True, text=True
    )
    return {f"speed.{name}": value for name, value in json.loads(done.stdout).items()}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--scores", action="store_true", help="also the sets that measure the neural scores (an hour)"
    )
    parser.add_argument("--json", type=Path, help="write every metric there")
    arguments = parser.parse_args()
    found = own_examples()
    if (DATA.parent / "eval" / "evaluate.py").is_file():
        found |= evaluation_sets("target-only") | evaluation_sets("with-source")
        found |= clean_by_family(found)
    else:
        print(f"the evaluation sets are not at {DATA}; only mtqa's own examples are run")
    found |= speed()
    if arguments.scores:
        found |= evaluation_sets("with-source", SCORE_SETS, "") | evaluation_sets(
            "target-only", "perturb", ""
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return report(found, json.loads(GATE.read_text("utf-8")))


def report(found: dict[str, float], gate: dict[str, dict[str, float]]) -> int:
    """Prints the table of pinned metrics; 1 if one of them misses its floor or exceeds its ceiling."""
    missed = 0
    print(f"{'metric':<52} {'now':>10} {'gate':>12}")
    for name, limits in gate.items():
        value = found.get(name)
        low, high = limits.get("at_least"), limits.get("at_most")
        wrong = value is not None and (
            (low is not None and value < low) or (high is not None and value > high)
        )
        missed += wrong
        shown = "not run" if value is None else f"{value:.3f}"
        print(
            f"{name:<52} {shown:>10} {'≥ ' + str(low) if low is not None else '≤ ' + str(high):>12}{'   MISSED' if wrong else ''}"
        )
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
