"""How far the confidence of leftovers can be trusted: writes `leftover_calibration.md`.

    python benchmarks/leftover_calibration.py DATA_FOLDER

A finding is right if at least half of it is a marked leftover; what a set marks as "ignore" is left out.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from leftover_texts import read

from mtqa.api import Request, review_many
from mtqa.core.config import Config, Profile
from mtqa.core.spans import Span

SETS = ("codemix", "fragments_real", "fragments_postedit", "fragments_synth", "clean", "negatives")
BOUNDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
PLACE = Path(__file__).with_name("leftover_calibration.md")


def judged(folder: Path, name: str, *, with_source: bool) -> Iterator[tuple[float, bool]]:
    """Confidence of every finding of a set, and whether it is right."""
    data = [row for row in read(folder, name) if row.get("source") or not with_source]
    requests = [
        Request(
            row["target"],
            target_lang="en",
            source=row["source"] if with_source else None,
            source_lang=row["source_lang"] if with_source else None,
        )
        for row in data
    ]
    config = Config(neural=False, select=("RES",), profile=Profile.STRICT)
    for row, review in zip(data, review_many(requests, config=config), strict=True):
        gold = [] if name in {"clean", "negatives"} else [Span(s["start"], s["end"]) for s in row["spans"]]
        spared = [Span(s["start"], s["end"]) for s in row.get("ignore", [])]
        for issue in review.issues:
            right = _covered(issue.span, gold)
            if right or not _covered(issue.span, spared):
                yield issue.confidence, right


def _covered(span: Span, others: list[Span]) -> bool:
    shared = sum(max(0, min(span.end, x.end) - max(span.start, x.start)) for x in others)
    return 2 * shared >= span.end - span.start


def table(found: list[tuple[float, bool]]) -> str:
    """Markdown lines: share of right findings by confidence."""
    buckets: dict[int, list[bool]] = defaultdict(list)
    for confidence, right in found:
        buckets[max(i for i, bound in enumerate(BOUNDS) if confidence >= bound or i == 0)].append(right)
    lines = ["| confidence | findings | right |", "|---|---|---|"]
    for i, results in sorted(buckets.items()):
        shown = f"{BOUNDS[i]:.1f} to {min(1.0, BOUNDS[i + 1]):.1f}"
        lines.append(f"| {shown} | {len(results)} | {sum(results) / len(results):.3f} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    parts = ["# Confidence of leftovers", "", f"Made by `{Path(__file__).name}` from {', '.join(SETS)}."]
    for title, with_source in (("Target only", False), ("With the source", True)):
        found = [pair for name in SETS for pair in judged(arguments.data, name, with_source=with_source)]
        sure = [right for confidence, right in found if confidence >= 0.9]
        parts += [
            "",
            f"## {title}",
            "",
            table(found),
            "",
            f"Of {len(sure)} findings at .9 and above, {sum(sure) / len(sure):.3f} are right.",
        ]
    PLACE.write_text("\n".join(parts) + "\n", encoding="utf-8")
    print(PLACE.read_text("utf-8"))


if __name__ == "__main__":
    main()
