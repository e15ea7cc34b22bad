"""Hits of every lexicon entry in clean English: `make alarm-budget`.

Counts, for each million words of human text, how often an entry would be reported in an article of unknown origin and how
often if its source language were given. Exit 1 if an entry exceeds its budget. The text is `clean.jsonl.gz`
in the folder given (default `$MTQA_DATA_SETS`), or else the repaired and good examples of mtqa's own lexicons.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.core.config import Config
from mtqa.core.documents import Document
from mtqa.core.spans import Span
from mtqa.language.entries import Entry, Topic
from mtqa.language.furniture import FurnitureHit, find_furniture
from mtqa.language.knowledge import shared_knowledge
from mtqa.language.phrases import find_phrases
from mtqa.text import read_document
from mtqa.text.views import fold

BUDGET = 20  # hits per million words, from the promise of the lexicons
GIVEN_BUDGET = (
    100  # the same where the source language is known: a choice, one hit in twenty articles of 500 words
)
FEWEST = 3  # hits that make a rate; fewer are chance in a small text
_CONTEXT = 45


@dataclass
class Tally:
    """What a run over clean text has counted."""

    words: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    entries: dict[str, Entry] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, entry: Entry, document: Document, span: Span) -> None:
        name = f"{entry.topic} {entry.id}"
        self.hits[name] += 1
        self.entries[name] = entry
        if len(self.places[name]) < 3:
            before = document.text[max(0, span.start - _CONTEXT) : span.start]
            after = document.text[span.end : span.end + _CONTEXT]
            self.places[name].append(f"{before}[[{span.of(document.text)}]]{after}".replace("\n", " "))

    def rate(self, name: str) -> float:
        """Hits per million words."""
        return 1e6 * self.hits[name] / self.words

    def fails(self, name: str) -> bool:
        """Whether the entry is over budget, alone or with its source language given."""
        limit = BUDGET if _shown(self.entries[name]) else GIVEN_BUDGET
        return self.hits[name] >= FEWEST and self.rate(name) > limit


def _shown(entry: Entry) -> bool:
    """Whether a hit alone is reported by the default profile."""
    return not entry.needs_evidence and entry.confidence >= Config().profile.threshold


def _loose(found: FurnitureHit) -> bool:
    """Whether a section label stands where WEB003 reports it; other furniture is reported wherever it matches."""
    return found.hit.entry.kind != "section" or found.is_line or found.is_tail


def count(texts: Iterable[str]) -> Tally:
    """All entries over all texts, one pass of the matchers each."""
    knowledge = shared_knowledge()
    matcher = knowledge.phrases("en")
    tally = Tally()
    for text in texts:
        document = read_document(text, target_lang="en")
        tally.words += document.words
        for hit in find_phrases(document, fold(text), matcher):
            tally.add(hit.entry, document, hit.span)
        for found in filter(_loose, find_furniture(document, knowledge)):
            tally.add(found.hit.entry, document, found.span)
    return tally


def clean_texts(folder: Path) -> Iterator[str]:
    """The human texts of the evaluation set."""
    with gzip.open(folder / "clean.jsonl.gz", "rt", encoding="utf-8") as rows:
        yield from (json.loads(row)["target"] for row in rows)


def own_texts() -> Iterator[str]:
    """The repaired and good English examples of the lexicons."""
    for entry in shared_knowledge().lexicon.topic(Topic.CALQUES):
        if entry.written_in == "en":
            yield from (entry.fixed, *entry.good)


def report(tally: Tally, *, show_all: bool) -> int:
    """Prints the table, worst first, and says how many entries fail."""
    failed = [name for name, _ in tally.hits.most_common() if tally.fails(name)]
    for name in [*tally.hits] if show_all else failed:
        entry = tally.entries[name]
        alone = tally.rate(name) if _shown(entry) else 0.0
        verdict = "  OVER BUDGET" if name in failed else ""
        print(f"{name:<52} {alone:>8.1f} alone {tally.rate(name):>8.1f} with the language given{verdict}")
        for place in tally.places[name]:
            print(f"      {place}")
    for label, shown in (("alone", True), ("with the language given", False)):
        by_topic: Counter[str] = Counter()
        for name, hits in tally.hits.items():
            by_topic[tally.entries[name].topic] += hits if not shown or _shown(tally.entries[name]) else 0
        rates = ", ".join(
            f"{topic} {1000 * hits / tally.words:.3f}" for topic, hits in sorted(by_topic.items())
        )
        print(f"hits per 1,000 words, {label}: {rates}")
    print(f"{tally.words:,} words, {len(tally.hits):,} entries with hits, {len(failed)} over budget")
    return int(bool(failed))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=os.environ.get("MTQA_DATA_SETS"))
    parser.add_argument("--all", action="store_true", help="every entry with a hit, not only those that fail")
    arguments = parser.parse_args()
    folder = arguments.folder and Path(arguments.folder)
    if folder and not (folder / "clean.jsonl.gz").is_file():
        parser.error(f"there is no clean.jsonl.gz in {folder}")
    return report(count(clean_texts(folder) if folder else own_texts()), show_all=arguments.all)


if __name__ == "__main__":
    sys.exit(main())
