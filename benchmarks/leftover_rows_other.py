"""Training texts for targets other than English: sentences of the target with English and other words put into them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import wordfreq
from leftover_texts import Row, foreign_sentences, invented_word, sound_english

from mtqa.core.spans import Span
from mtqa.language.entries import Topic
from mtqa.language.lexicon import load_lexicon

_OWN_TEXT = Path(__file__).with_name("own_text")

TARGETS = tuple("de fr es it pt ru ro nl tr pl".split())
_ENGLISH_SHARE = 0.75
_ENGLISH = (
    "the of and to with for from by at that this these which who their its his been were would could should about into over after than then "
    "there where when while because not but also only more most other some such between during against without through will has had have"
).split()
_SPELLINGS = "en en en de fr es it nl pt tr pl sv hu fi ro cs id is lv sl".split()
_SENTENCES = 350  # of each target


class OtherMaker:
    """Makes rows in one target language. Sentences that are cut out are no longer sound, so each half serves one end."""

    def __init__(self, target: str, pools: dict[str, list[str]], seed: int) -> None:
        self.random = random.Random(f"{target}{seed}")
        self.target = target
        self.pools = {language: texts for language, texts in pools.items() if language != target}
        own = [text for text in pools[target] if 40 < len(text) < 500]
        self.random.shuffle(own)
        self.own = own[:_SENTENCES]
        self.others = sorted(set(self.pools) - {"en"})

    def rows(self, count: int) -> Iterator[Row]:
        for text in self.own:
            yield Row(text, (), 3.0)
        makers = (
            *(self.word, self.word, self.word, self.phrase, self.phrase, self.sentence, self.line),
            *(self.function_word, self.unlisted_word, self.coined_word),
        )
        for number in range(count):
            maker = makers[number % len(makers)]
            row = maker()
            if row is not None:
                yield replace(row, kind=maker.__name__)

    def foreign(self) -> str:
        english = self.random.random() < _ENGLISH_SHARE
        return self.random.choice(self.pools["en" if english else self.random.choice(self.others)])

    def cut(self, least: int, most: int) -> str:
        words = re.findall(r"[^\s.,;:!?\"“”„«»()]+", self.foreign())
        size = min(len(words), self.random.randint(least, most))
        start = self.random.randrange(0, max(1, len(words) - size + 1))
        return " ".join(words[start : start + size])

    def paragraph(self) -> str:
        return " ".join(self.random.choice(self.own) for _ in range(self.random.choice((1, 2))))

    def inside(self, words: str) -> Row:
        text = self.paragraph()
        places = [match.end() for match in re.finditer(r"[^\W\d_],? (?=[^\W_])", text)]
        place = self.random.choice(places) if places else 0
        leftover = any(word[:1].islower() for word in words.split())
        span = Span(place, place + len(words))
        return Row(f"{text[:place]}{words} {text[place:]}", (span,) if leftover else ())

    def word(self) -> Row:
        return self.inside(self.cut(1, 1))

    def function_word(self) -> Row:
        """One of the commonest English words, which the lists of other languages have too."""
        return self.inside(self.random.choice(_ENGLISH))

    def unlisted_word(self) -> Row | None:
        """A word spelt as in another language, which no list has."""
        return self.invented(self.random.choice([x for x in _SPELLINGS if x != self.target]), leftover=True)

    def coined_word(self) -> Row | None:
        """A word spelt as in the target that no list has: rare, derived or compounded, but no leftover."""
        return self.invented(self.target, leftover=False)

    def invented(self, language: str, *, leftover: bool) -> Row | None:
        word = invented_word(language, self.random)
        if not 3 < len(word) < 15 or any(wordfreq.zipf_frequency(word, x) for x in (language, self.target)):
            return None
        made = self.inside(word)
        return made if leftover else Row(made.text, ())

    def phrase(self) -> Row:
        return self.inside(self.cut(2, 9))

    def sentence(self) -> Row:
        before, middle = f"{self.paragraph()} ", self.foreign()
        return Row(f"{before}{middle} {self.paragraph()}", (Span(len(before), len(before) + len(middle)),))

    def line(self) -> Row:
        before, line = f"{self.paragraph()}\n\n", self.cut(1, 6)
        return Row(before + line, (Span(len(before), len(before) + len(line)),))


def own_sentences() -> dict[str, list[str]]:
    """Sound sentences written for mtqa: the examples of the lexicons, and the files of `own_text`."""
    found: dict[str, dict[str, None]] = {}
    for entry in load_lexicon().topic(Topic.CALQUES):
        if entry.target != "en":
            found.setdefault(entry.target, {}).update(dict.fromkeys((entry.fixed, *entry.good)))
    for file in sorted(_OWN_TEXT.glob("*.txt")):
        found.setdefault(file.stem, {}).update(dict.fromkeys(file.read_text("utf-8").splitlines()))
    return {language: list(texts) for language, texts in found.items()}


def other_rows(folder: Path, target: str, seed: int, count: int) -> list[Row]:
    """Everything that is learnt from for one target."""
    pools = foreign_sentences(folder)
    for language, texts in own_sentences().items():
        pools[language] = [*pools.get(language, []), *texts]
    pools["en"] = [row.text for row in sound_english(folder)]
    return list(OtherMaker(target, pools, seed).rows(count))
