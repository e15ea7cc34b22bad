"""Recall and precision over the articles in `blind/`, whose authors did not know the lexicons: `python benchmarks/blind.py`.

Rules only, and the source text is never given. An artefact is found if an issue overlaps it; an issue is right if it overlaps an artefact, and every
other one counts as false. `--details` lists what was missed and what was wrongly reported.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import mtqa
from mtqa.core.config import Profile
from mtqa.core.issues import Issue
from mtqa.core.spans import Span

ARTICLES = Path(__file__).parent / "blind"


@dataclass(frozen=True, slots=True)
class Artefact:
    """A marked flaw: where it stands, what the source said and what an editor writes ("" deletes it)."""

    span: Span
    text: str
    category: str
    source: str
    repair: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article, its artefacts and the issues of its review."""

    name: str
    language: str
    words: int
    artefacts: tuple[Artefact, ...]
    issues: tuple[Issue, ...]

    def found(self, artefact: Artefact) -> bool:
        return any(artefact.span.overlaps(issue.span) for issue in self.issues)

    def right(self, issue: Issue) -> bool:
        return any(artefact.span.overlaps(issue.span) for artefact in self.artefacts)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--profile", type=Profile, choices=list(Profile), default=Profile.DEFAULT)
    parser.add_argument(
        "--source-known", action="store_true", help="tell the review the language of the source"
    )
    parser.add_argument("--details", action="store_true", help="list the misses and the false alarms")
    arguments = parser.parse_args()
    config = mtqa.Config(profile=arguments.profile, neural=False)
    outcomes = [
        review_article(path, config, arguments.source_known) for path in sorted(ARTICLES.glob("*.json"))
    ]
    if not outcomes:
        print(f"no articles in {ARTICLES}", file=sys.stderr)
        return 2
    print_recall("category", outcomes, lambda _, artefact: artefact.category)
    print_recall("language", outcomes, lambda outcome, _: outcome.language)
    print_precision(outcomes)
    if arguments.details:
        print_details(outcomes)
    return 0


def review_article(path: Path, config: mtqa.Config, source_known: bool) -> Outcome:
    article = json.loads(path.read_text("utf-8"))
    text = article["text"]
    source = article["language"] if source_known else None
    review = mtqa.review(text, source_lang=source, target_lang="en", config=config)
    return Outcome(
        name=path.stem,
        language=article["language"],
        words=len(text.split()),
        artefacts=tuple(locate(text, row, path.name) for row in article["annotations"]),
        issues=tuple(review.issues),
    )


def locate(text: str, row: dict[str, str | int], place: str) -> Artefact:
    """The artefact at the `occurrence`-th place (from 1) where its text stands."""
    wanted = str(row["text"])
    start = -1
    for _ in range(int(row["occurrence"])):
        start = text.find(wanted, start + 1)
        if start < 0:
            raise SystemExit(f"{place}: {wanted!r} does not stand {row['occurrence']} times in the text")
    span = Span(start, start + len(wanted))
    return Artefact(span, wanted, str(row["category"]), str(row["source"]), str(row["repair"]))


def print_recall(title: str, outcomes: Iterable[Outcome], group: Callable[[Outcome, Artefact], str]) -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        for artefact in outcome.artefacts:
            found[group(outcome, artefact)].append(outcome.found(artefact))
    print(f"{'recall by ' + title:<20} {'found':>6} {'of':>5} {'recall':>7}")
    for name, hits in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"{name:<20} {sum(hits):>6} {len(hits):>5} {sum(hits) / len(hits):>7.2f}")
    every = [hit for hits in found.values() for hit in hits]
    print(f"{'all':<20} {sum(every):>6} {len(every):>5} {sum(every) / len(every):>7.2f}\n")


def print_precision(outcomes: Iterable[Outcome]) -> None:
    outcomes = list(outcomes)
    right: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        for issue in outcome.issues:
            right[issue.family].append(outcome.right(issue))
    print(f"{'precision by family':<20} {'right':>6} {'of':>5} {'precision':>10}")
    for family, hits in sorted(right.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"{family:<20} {sum(hits):>6} {len(hits):>5} {sum(hits) / len(hits):>10.2f}")
    every = [hit for hits in right.values() for hit in hits]
    false, words = len(every) - sum(every), sum(outcome.words for outcome in outcomes)
    precision = f"{sum(every) / len(every):.2f}" if every else "–"
    print(f"{'all':<20} {sum(every):>6} {len(every):>5} {precision:>10}")
    print(f"\n{false} false alarms in {words:,} words: {1000 * false / words:.1f} per 1,000\n")


def print_details(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        print(f"## {outcome.name}")
        for artefact in outcome.artefacts:
            if not outcome.found(artefact):
                print(f"missed  {artefact.category:<12} {artefact.text!r} <- {artefact.source}")
        for issue in outcome.issues:
            if not outcome.right(issue):
                print(f"false   {issue.rule:<12} {issue.text!r}: {issue.message}")


if __name__ == "__main__":
    sys.exit(main())
