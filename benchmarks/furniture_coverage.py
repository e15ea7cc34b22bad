"""How many interface strings of web sites are recognised as page furniture: `furniture_coverage.py FOLDER`.

Takes the short strings of `boilerplate.tsv` (columns language, string, english, kind) in the folder, each as a line of its own, and
prints recall per kind and language: as furniture at all, and in the right language.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtqa.language.furniture import find_furniture
from mtqa.language.knowledge import shared_knowledge
from mtqa.text import read_document

_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl"}
_UNFILLED = re.compile(r"%(?:\d\$)?[sd]|\{\{?\w+\}?\}")


class Recall(NamedTuple):
    """Strings looked at, those found as furniture, and those found in their own language."""

    strings: int = 0
    found: int = 0
    in_language: int = 0

    def plus(self, *, found: bool, in_language: bool) -> Recall:
        return Recall(self.strings + 1, self.found + found, self.in_language + in_language)

    def __str__(self) -> str:
        total = self.strings or 1
        return f"{self.strings:>6} {self.found / total:>8.3f} {self.in_language / total:>8.3f}"


def strings(folder: Path, kinds: frozenset[str], longest: int) -> Iterator[tuple[str, str, str]]:
    """Language, kind and text of each different string; what a program fills in is left out."""
    seen = set()
    with (folder / "boilerplate.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            code = re.split("[_-]", row["language"])[0]
            language, text = _SAME.get(code, code), row["string"].strip()
            wanted = row["kind"] in kinds and len(text.split()) <= longest and not _UNFILLED.search(text)
            if wanted and any(map(str.isalpha, text)) and (language, text) not in seen:
                seen.add((language, text))
                yield language, row["kind"], text


def recognised(text: str) -> set[str]:
    """The languages in which a line is furniture, empty where it is not."""
    document = read_document(text, target_lang="en")
    return {
        language
        for hit in find_furniture(document, shared_knowledge())
        if hit.is_line
        for language in (hit.language, *hit.rivals)
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=Path(os.environ.get("MTQA_DATA_SETS", ".")))
    parser.add_argument("--kinds", default="comment,share,cookie")
    parser.add_argument("--longest", type=int, default=6, help="words of the longest string")
    arguments = parser.parse_args()
    if not (arguments.folder / "boilerplate.tsv").is_file():
        parser.error(f"there is no boilerplate.tsv in {arguments.folder}")
    table: dict[tuple[str, str], Recall] = defaultdict(Recall)
    for language, kind, text in strings(
        arguments.folder, frozenset(arguments.kinds.split(",")), arguments.longest
    ):
        languages = recognised(text)
        for key in (("all", "all"), ("all", kind), (language, "all"), (language, kind)):
            table[key] = table[key].plus(found=bool(languages), in_language=language in languages)
    print(f"{'language':<9} {'kind':<12} {'strings':>6} {'found':>8} {'language':>8}")
    for (language, kind), recall in sorted(table.items(), key=lambda item: -item[1].strings):
        print(f"{language:<9} {kind:<12} {recall}")


if __name__ == "__main__":
    main()
