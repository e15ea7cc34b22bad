"""Texts with marked leftovers to train the leftover filter on: real ones of MLQE-PE, and made ones.

Foreign words, phrases, sentences and lines of `leftover_texts` and of mtqa's own lexicons are put into sound English.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import wordfreq
from leftover_texts import (
    Row,
    foreign_sentences,
    invented_word,
    is_shared,
    sound_english,
    source_language,
    teaching_rows,
    word_pools,
    zipf,
)
from leftover_words import GERMAN_NAMES, LATIN_ENDINGS, LATIN_HEADS, LATIN_STEMS

from mtqa.core.spans import Span
from mtqa.language.entries import Topic
from mtqa.language.lexicon import load_lexicon

_EVERYDAY, _RARE = 600, 6_000  # ranks in a pool
# Languages that English readers take for foreign at sight, and some that are nearer to those without a list (Hausa, Livonian).
_SPELLINGS = "is is is lv fi hu tr ms id fil sh sk sl lt cs pl sv da de nl ro it es ca".split()


class Maker:
    """Makes rows by putting foreign text into English."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.came_from: tuple[str, str] | None = None
        self.sound = sound_english(folder)
        self.english = [row.text for row in self.sound]
        self.foreign = foreign_sentences(folder)
        self.pools = word_pools()
        lexicon = load_lexicon()
        self.lines = [
            (e.patterns[0], e.language)
            for e in lexicon.topic(Topic.FURNITURE)
            if e.language != "en" and "<" not in e.patterns[0]
        ]
        self.phrases = [
            (e.source, e.language) for e in lexicon.topic(Topic.CALQUES) if len(e.source.split()) <= 5
        ]

    def paragraph(self) -> str:
        return " ".join(self.random.choice(self.english) for _ in range(self.random.choice((1, 2, 3))))

    def rows(self, count: int) -> Iterator[Row]:
        makers = (
            *(
                self.word,
                self.word,
                self.source_word,
                self.source_word,
                self.phrase,
                self.phrase,
                self.phrase,
                self.sentence,
            ),
            *(self.line, self.title, self.quoted_title, self.german_noun, self.german_name, self.name),
            *(
                self.rare_word,
                self.rare_word,
                self.compound,
                self.organisation,
                self.german_noun,
                self.known_name,
            ),
            *(
                self.short_sentence,
                self.short_sentence,
                self.inserted,
                self.inserted,
                self.inserted,
                self.name,
            ),
            *(self.term, self.first_word, self.first_name, self.known_name, self.german_noun),
            *(self.unlisted_word, self.unlisted_word, self.unlisted_word, self.coined_word, self.coined_word),
        )
        for number in range(count):
            self.came_from = None
            maker = makers[number % len(makers)]
            row = maker()
            if row is not None:
                row = replace(row, kind=maker.__name__)
                yield self.with_source(row) if number % 2 else row

    def with_source(self, row: Row) -> Row:
        """The row beside the foreign sentence that its leftover comes from, among others of that language."""
        if not self.came_from:
            return row
        language, sentence = self.came_from
        others = [self.random.choice(self.foreign[language]) for _ in range(self.random.randint(0, 2))]
        return replace(row, source=" ".join([sentence, *others]), source_lang=language)

    def language(self) -> str:
        return self.random.choice([x for x in self.foreign if len(self.foreign[x]) > 20])

    def foreign_sentence(self, language: str) -> str:
        sentence = self.random.choice(self.foreign[language])
        self.came_from = (language, sentence)
        return sentence

    def replace_word(self, word: str) -> Row | None:
        text = self.paragraph()
        places = list(re.finditer(r"(?<=[a-z,] )[a-z]{3,}(?= [a-z]|[.,])", text))
        if not places:
            return None
        place = self.random.choice(places)
        new = text[: place.start()] + word + text[place.end() :]
        return Row(new, (Span(place.start(), place.start() + len(word)),))

    def word(self) -> Row | None:
        words, weights = self.pools[self.random.choice(list(self.pools))]
        return self.replace_word(self.random.choices(words, cum_weights=weights)[0])

    def source_words(self, least: int, most: int) -> str:
        sentence = self.foreign_sentence(self.language())
        words = re.findall(r"[^\s.,;:!?\"“”„«»()]+", sentence)
        size = min(len(words), self.random.randint(least, most))
        start = self.random.randrange(0, len(words) - size + 1) if words else 0
        return " ".join(words[start : start + size])

    def source_word(self) -> Row | None:
        word = self.source_words(1, 1)
        if not word or not word[0].isalpha() or (word[0].isupper() and self.random.random() < 0.9):
            return None
        if wordfreq.zipf_frequency(word.lower(), "en") > 3.5:
            return None
        return self.replace_word(word)

    def shared_words(self, count: int) -> Iterator[Row]:
        """Rows with a lower-case word that English has too, but as a name or much more rarely ("guerra", "dos", "y")."""
        for _ in range(count):
            language = self.language()
            words = re.findall(r"(?<![^\s(])[^\W\d_]+(?=[\s.,;:)]|$)", self.foreign_sentence(language))
            shared = [w for w in words if w.islower() and is_shared(w, language)]
            made = self.replace_word(self.random.choice(shared)) if shared else None
            if made:
                yield replace(made, kind="shared_word")

    def rare_word(self) -> Row | None:
        """A lower-case word that no list has, or hardly: the open class."""
        language = self.language()
        words = re.findall(r"(?<=[^\W\d_] )[^\W\d_]{4,}", self.foreign_sentence(language))
        rare = [
            w
            for w in words
            if w[0].islower()
            and w.isalpha()
            and zipf(w, language) < 2.6
            and wordfreq.zipf_frequency(w, "en") == 0
        ]
        made = self.replace_word(self.random.choice(rare)) if rare else None
        return made and replace(made, weight=1.5)

    def compound(self) -> Row | None:
        """A compound as Germanic, Finnic and Hungarian languages make them, which no list has."""
        language = self.random.choice("is sv da nb fi hu nl de".split())
        words, _ = self.pools[language]
        first, second = self.random.choices([word for word in words if len(word) > 3], k=2)
        made = self.replace_word(first + second)
        return made and replace(made, weight=1.5)

    def unlisted_word(self) -> Row | None:
        """A word spelt as in another language, which no list has: as those of languages without a list are."""
        word = self.spelt_like(self.random.choice(_SPELLINGS))
        made = self.replace_word(word) if word else None
        return made and replace(made, weight=1.5)

    def coined_word(self) -> Row | None:
        """A word spelt as in English that no list has: a slip, a nickname or a coinage, but no leftover."""
        word = self.spelt_like("en")
        made = self.replace_word(word) if word else None
        return made and Row(made.text, ())

    def spelt_like(self, language: str) -> str | None:
        word = invented_word(language, self.random)
        listed = any(wordfreq.zipf_frequency(word, x) for x in ("en", language))
        return word if 3 < len(word) < 13 and not listed else None

    def organisation(self) -> Row | None:
        """A party, film or firm under its own name, with a capital at its beginning only: no leftover."""
        words, weights = self.pools[
            self.random.choice("cs cs pl sk sl sh es fr it ro pt da sv nb lt hu".split())
        ]
        chosen = [
            w
            for w in self.random.choices(words, cum_weights=weights, k=self.random.randint(1, 3))
            if len(w) > 1
        ]
        if len(" ".join(chosen)) < 5:
            return None
        made = self.replace_word(" ".join([chosen[0].capitalize(), *chosen[1:]]))
        return made and Row(self.used_again(made.text, chosen[0].capitalize()), (), 1.5)

    def known_name(self) -> Row | None:
        name = self.random.choice(GERMAN_NAMES)
        kind = self.random.random()
        if kind < 0.2:
            name = f"{name}-{self.random.choice(GERMAN_NAMES)}"
        elif kind < 0.45:
            name = f"{self.random.choice('ARD ZDF Kunstverein Gymnasium Aktion Neue BRC TSV Haus Hotel Alte'.split())} {name}"
        elif kind < 0.7:
            name = f"{self.random.choice('in near from told to for at of like'.split())} {name}"
        made = self.replace_word(name)
        name = name.split()[-1]
        return made and Row(self.used_again(made.text, name), (), 1.5)

    def term(self) -> Row | None:
        """A term of anatomy, medicine or biology: the same in all languages, so a copy of it is right."""
        term = self.random.choice(LATIN_STEMS) + self.random.choice(LATIN_ENDINGS)
        if self.random.random() < 0.4:
            term = f"{self.random.choice(LATIN_HEADS)} {term}"
        made = self.replace_word(term)
        language = self.language()
        sentence = self.foreign_sentence(language)
        self.came_from = (language, f"{sentence[:-1]} {term}.")
        return made and Row(made.text, (), 0.3)

    def used_again(self, text: str, name: str) -> str:
        """The text, in one of three cases with another sentence about the name."""
        again = (
            f" {name} declined to comment.",
            f" A spokesman for {name} declined to comment.",
            f" That is new for {name}.",
        )
        return text + self.random.choice(again) if self.random.random() < 0.33 else text

    def german_name(self) -> Row | None:
        """What follows "in", "aus" or "Herr" with a capital and no article is a name, mostly."""
        pattern = r"\b(?:in|aus|nach|Herr|Frau|Präsident|Trainer|Minister) ([A-ZÄÖÜ][a-zäöüß]{3,})"
        names = re.findall(pattern, self.foreign_sentence("de"))
        made = self.replace_word(self.random.choice(names)) if names else None
        return made and Row(made.text, ())

    def german_noun(self) -> Row | None:
        words = re.findall(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{2,}", self.foreign_sentence("de"))
        words = [
            w
            for w in words
            if wordfreq.zipf_frequency(w, "de") > 3.0 and wordfreq.zipf_frequency(w, "en") < 1.8
        ]
        return self.replace_word(self.random.choice(words)) if words else None

    def name(self) -> Row | None:
        """A foreign name in English, which is no leftover: capitalised words from languages that capitalise only names."""
        language = self.random.choice(
            [
                x
                for x in ("cs", "pl", "fr", "es", "it", "ro", "et", "ro", "cs", "pl", "cs")
                if x in self.foreign
            ]
        )
        names = re.findall(
            r"(?<=[a-zěščřžýáíéúůłąęśćóżźăîșțâõäöü,] )[^\W\d_a-zà-ÿ][^\W\d_]+(?: (?:de|nad|pod|la|del|della|du|des|di|do|da|v|na|i|a) | )[^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?",
            self.foreign_sentence(language),
        )
        names = [name for name in names if name.split()[-1][0].isupper() or self.random.random() < 0.06]
        if not names:
            return None
        made = self.replace_word(self.random.choice(names))
        return made and Row(made.text, ())

    def phrase(self) -> Row | None:
        phrase = (
            self.random.choice(self.phrases)[0]
            if self.phrases and self.random.random() < 0.3
            else self.source_words(2, 12)
        )
        return self.replace_word(phrase) if len(phrase.split()) > 1 else None

    def first_word(self) -> Row:
        """An everyday word of another language at the beginning of a sentence."""
        words, _ = self.pools[self.random.choice(list(self.pools))]
        return self.begun_with(self.random.choice(words[:_EVERYDAY]), leftover=True)

    def first_name(self) -> Row:
        """A surname at the beginning of a sentence: spelt like another language, but rare in it."""
        words, _ = self.pools[self.random.choice("cs pl ro es it fr hu sk sl tr lt lv fi sv nl pt".split())]
        name = (
            self.random.choice(GERMAN_NAMES)
            if self.random.random() < 0.2
            else self.random.choice(words[_RARE:])
        )
        return self.begun_with(name, leftover=False)

    def begun_with(self, word: str, *, leftover: bool) -> Row:
        before, after = f"{self.paragraph()} ", re.sub(r"^\S+ ", "", self.paragraph())
        span = Span(len(before), len(before) + len(word))
        return Row(
            f"{before}{word.capitalize()} {after}", (span,) if leftover else (), 1.0 if leftover else 1.5
        )

    def inserted(self) -> Row | None:
        """Words of the source between two words of the target, wherever they come."""
        words, text = self.source_words(1, 9), self.paragraph()
        places = [match.end() for match in re.finditer(r"[^\W\d_],? (?=[^\W_])", text)]
        if not places or not any(map(str.isalpha, words)):
            return None
        place = self.random.choice(places)
        return Row(f"{text[:place]}{words} {text[place:]}", (Span(place, place + len(words)),))

    def short_sentence(self) -> Row | None:
        """A few words as a sentence of their own."""
        words = self.source_words(1, 5)
        if not words or not words[0].isalpha():
            return None
        words = words[0].upper() + words[1:]
        before = f"{self.paragraph()} "
        return Row(f"{before}{words}. {self.paragraph()}", (Span(len(before), len(before) + len(words)),))

    def quoted_title(self) -> Row | None:
        """A foreign title in quotation marks, which is no leftover."""
        words = self.source_words(2, 6)
        if not words or not words[0].isupper():
            return None
        made = self.replace_word(f"“{words}”")
        return made and Row(made.text, ())

    def sentence(self) -> Row:
        before, after = self.paragraph(), self.paragraph()
        sentence = self.foreign_sentence(self.language())
        return Row(f"{before} {sentence} {after}", (Span(len(before) + 1, len(before) + 1 + len(sentence)),))

    def line(self) -> Row:
        text = f"{self.paragraph()}\n\n{self.paragraph()}"
        if self.lines and self.random.random() < 0.7:
            line = self.random.choice(self.lines)[0]
        else:
            line = self.source_words(1, 7)
        return Row(f"{text}\n\n{line}", (Span(len(text) + 2, len(text) + 2 + len(line)),))

    def title(self) -> Row:
        title = self.random.choice(self.english).split(".")[0]
        return Row(f"{title}\n\n{self.paragraph()}\n\n{self.paragraph()}", ())


_TOKEN = re.compile(r"\S+")


def post_edited_rows(folder: Path) -> Iterator[Row]:
    """Real translations: a lower-case word that was copied from the source is a leftover if the post-editor removed it."""
    chosen = [row for row in teaching_rows(folder, "qe_train") if row["lang_pair"][:2] in {"ro", "et"}]
    for number, row in enumerate(chosen):
        source_words, kept = set(row["source"].split()), set(row["post_edit"].casefold().split())
        spans, unsure = [], []
        for match in _TOKEN.finditer(row["target"]):
            word, span = match.group(), Span(match.start(), match.end())
            copied = word in source_words and word.islower() and len(word) > 2
            if copied and word not in kept:
                spans.append(span)
            elif word[0].isalpha() and not (word in source_words and word.casefold() in kept):
                unsure.append(span)  # post-editors leave many a mangled word, which says nothing for it
        made = Row(row["target"], tuple(spans), 1.0 if spans else 0.4, tuple(unsure), kind="post_edited")
        yield replace(made, source=row["source"], source_lang=source_language(row)) if number % 2 else made
