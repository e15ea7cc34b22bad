"""How well leftovers are found in texts that are not English: prints a table by target language.

    python benchmarks/leftovers_other.py DATA_FOLDER [--seed 3] [--show de]

The texts are sources of fragments_synth, sentences and lines of English (of the set "clean") and of other languages put into
them. Neither is among the texts that the filter learnt from. Sound paragraphs of the same sources show the false findings.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from leftover_texts import Row, detokenised, read

from mtqa.api import Request, review_many
from mtqa.core.config import Config
from mtqa.core.spans import Span

TARGETS = tuple("de fr es nl it pt tr ru pl".split())
_ENGLISH_SHARE = 0.75
_PARAGRAPH = 60  # words
_ROWS = 120


@dataclass
class Tally:
    """Counts for one target."""

    gold: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0
    false: int = 0
    words: int = 0

    def line(self, target: str) -> str:
        recall, precision = self.hit / self.gold, self.right / max(1, self.found)
        f1 = 2 * recall * precision / (recall + precision)
        noise = 1000 * self.false / self.words
        return f"| {target} | {self.gold} | {recall:.3f} | {precision:.3f} | {f1:.3f} | {noise:.2f} |"


def paragraphs(folder: Path) -> dict[str, list[str]]:
    """Texts of about `_PARAGRAPH` words by language, each only once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in read(folder, "fragments_synth"):
        words = detokenised(row["source"]).split()
        for first in range(0, len(words) - _PARAGRAPH // 2, _PARAGRAPH):
            found[row["source_lang"]][" ".join(words[first : first + _PARAGRAPH])] = None
    return {language: list(texts) for language, texts in found.items()}


def made(target: str, own: list[str], foreign: dict[str, list[str]], seed: int) -> list[Row]:
    """Half of the paragraphs with a leftover each, `_ROWS` in all, and the other half as they are."""
    chance = random.Random(f"{target}{seed}")
    chance.shuffle(own)
    half = len(own) // 2
    rows = [Row(text, ()) for text in own[half:]]
    others = sorted(set(foreign) - {target, "en"})
    for number in range(_ROWS):
        text = own[number % half]
        language = "en" if chance.random() < _ENGLISH_SHARE else chance.choice(others)
        words = re.findall(r"[^\s.,;:!?\"“”„«»()]+", chance.choice(foreign[language]))
        size = min(len(words), chance.choice((1, 2, 3, 5, 9)))
        start = chance.randrange(0, len(words) - size + 1)
        piece = " ".join(words[start : start + size])
        if not any(word[0].islower() and not word.isnumeric() for word in words[start : start + size]):
            continue
        place = (
            len(text)
            if number % 3 == 2
            else chance.choice([m.end() for m in re.finditer(r"\w (?=\w)", text)])
        )
        gap = "\n\n" if place == len(text) else ""
        begin = place + len(gap)
        rows.append(
            Row(f"{text[:place]}{gap}{piece} {text[place:]}".rstrip(), (Span(begin, begin + len(piece)),))
        )
    return rows


def judge(target: str, rows: list[Row], *, show: bool) -> Tally:
    tally = Tally()
    requests = [Request(row.text, target_lang=target) for row in rows]
    config = Config(neural=False, select=("RES",))
    for row, review in zip(rows, review_many(requests, config=config), strict=True):
        spans = [issue.span for issue in review.issues]
        right = [span for span in spans if row.spans and _share(span, row.spans) >= 0.5]
        hit = sum(_share(span, spans) >= 0.5 for span in row.spans)
        tally.gold += len(row.spans)
        tally.hit += hit
        if row.spans:
            tally.found += len(spans)
            tally.right += len(right)
        else:
            tally.false += len(spans)
            tally.words += len(row.text.split())
        if show:
            for span in set(spans) - set(right):
                print("FALSE", row.text[max(0, span.start - 30) : span.start], "[[", span.of(row.text), "]]")
            if row.spans and not hit:
                print(
                    "MISSED",
                    row.text[max(0, row.spans[0].start - 30) :][:30],
                    "[[",
                    row.spans[0].of(row.text),
                    "]]",
                )
    return tally


def _share(span: Span, others: tuple[Span, ...] | list[Span]) -> float:
    covered = sum(max(0, min(span.end, x.end) - max(span.start, x.start)) for x in others)
    return covered / (span.end - span.start)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--show", help="print what is missed and what is false for one target")
    arguments = parser.parse_args()
    texts = paragraphs(arguments.data)
    texts["en"] = [row["target"] for row in read(arguments.data, "clean")[::7]]
    print(
        "| target | leftovers | recall | precision | F1 | false per 1,000 sound words |\n|---|---|---|---|---|---|"
    )
    for target in [arguments.show] if arguments.show else TARGETS:
        rows = made(target, texts[target], texts, arguments.seed)
        print(judge(target, rows, show=arguments.show is not None).line(target), flush=True)


if __name__ == "__main__":
    main()
