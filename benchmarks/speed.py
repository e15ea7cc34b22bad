"""Prints the speed of mtqa beside langdetect on the same text, and the times that people notice.

    python benchmarks/speed.py [--words 60000]

The text is made of the sample articles' paragraphs and of English that is put together from them, in rows of about a
hundred words, as a batch has them. One process, one thread.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import langdetect

from mtqa.api import Request, review_many, review_request
from mtqa.core.config import Config
from mtqa.language.knowledge import shared_knowledge
from mtqa.text import read_document

ROOT = Path(__file__).parents[1]


def rows(words: int, seed: int = 1) -> list[str]:
    """Texts of about a hundred words: sentences of the samples in random order."""
    texts = [
        path.read_text("utf-8")
        for path in sorted((ROOT / "samples").glob("*.txt"))
        if ".source" not in path.name
    ]
    sentences = [
        span.of(text) for text in texts for span in read_document(text).sentences if len(span.of(text)) > 40
    ]
    chance, made, count = random.Random(seed), [], 0
    while count < words:
        row = " ".join(chance.choice(sentences) for _ in range(5))
        made.append(row)
        count += len(row.split())
    return made


def seconds(work: object) -> float:
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


def langdetect_all(texts: list[str]) -> None:
    langdetect.DetectorFactory.seed = 0
    for text in texts:
        for span in read_document(text).sentences:
            try:
                langdetect.detect(span.of(text))
            except langdetect.LangDetectException:
                continue


def cold(arguments: list[str]) -> float:
    """Wall seconds of a fresh process, best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def find_leftovers(texts: list[str]) -> None:
    """The finder of leftovers alone, without furniture, names and terms."""
    knowledge = shared_knowledge()
    finder = knowledge.finder("en")
    for text in texts:
        if finder:
            finder.find(read_document(text, target_lang="en"), knowledge.lexicon.loanwords)


def measure(words: int) -> dict[str, float]:
    texts = rows(words)
    total = sum(len(text.split()) for text in texts)
    shared_knowledge().finder("en")
    first_sight = seconds(lambda: find_leftovers(texts))
    again = seconds(lambda: find_leftovers(texts))
    config = Config(neural=False)
    requests = [Request(text, target_lang="en") for text in texts]
    list(review_many(requests[:50], config=config))
    ours = seconds(lambda: list(review_many(requests, config=config)))
    only_leftovers = Config(neural=False, select=("RES",))
    leftovers = seconds(lambda: list(review_many(requests, config=only_leftovers)))
    theirs_texts = texts[: max(1, len(texts) // 4)]
    langdetect_all(theirs_texts[:5])
    theirs = seconds(lambda: langdetect_all(theirs_texts))
    theirs_words = sum(len(text.split()) for text in theirs_texts)
    article = "\n\n".join(texts[:5])
    one = Request(" ".join(article.split()[:500]), target_lang="en")
    review_request(one, config)
    single = min(seconds(lambda: review_request(one, config)) for _ in range(5))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article.txt")
        path.write_text(article, "utf-8")
        first = cold(["-m", "mtqa", "review", str(path), "--no-neural"])
    imported = cold(["-c", "import mtqa"]) - cold(["-c", "pass"])
    return {
        "mtqa_words_per_s": total / ours,
        "leftover_rules_words_per_s": total / leftovers,
        "finder_words_per_s": total / again,
        "finder_cold_words_per_s": total / first_sight,
        "langdetect_words_per_s": theirs_words / theirs,
        "times_langdetect": (total / ours) / (theirs_words / theirs),
        "article_500_words_ms": 1000 * single,
        "review_cold_s": first,
        "import_s": max(0.0, imported),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = measure(arguments.words)
    if arguments.json:
        print(json.dumps(found))
        return
    print(f"mtqa, all rules, warm      {found['mtqa_words_per_s']:>10,.0f} words/s of one core")
    print(f"  rules of leftovers only  {found['leftover_rules_words_per_s']:>10,.0f}")
    print(f"  their finder alone       {found['finder_words_per_s']:>10,.0f}")
    print(f"  at first sight of words  {found['finder_cold_words_per_s']:>10,.0f}")
    print(
        f"langdetect per sentence    {found['langdetect_words_per_s']:>10,.0f} words/s   (mtqa is {found['times_langdetect']:.2f} times as fast; goal 1.5)"
    )
    print(f"article of 500 words       {found['article_500_words_ms']:>10.1f} ms      (goal 150)")
    print(f"mtqa review, cold          {found['review_cold_s']:>10.2f} s       (goal 2)")
    print(f"import mtqa                {found['import_s']:>10.3f} s       (goal 0.15)")


if __name__ == "__main__":
    main()
