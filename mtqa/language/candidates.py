"""Candidates for leftovers: runs of foreign script, decoded segments, and words that the target language does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from mtqa.core.documents import Document, TokenKind, Tokens
from mtqa.core.spans import Span
from mtqa.language.decoding import ENTER, SENTENCE_DISCOUNT, decode
from mtqa.language.emissions import Emissions, Gain, is_spelt
from mtqa.language.scripts import (
    LANGUAGE_OF_SCRIPT,
    SHARED_SCRIPTS,
    language_by_letters,
    own_scripts,
    script_of,
)
from mtqa.language.source_words import SourceWords
from mtqa.language.words import Vector, WordModel

# A line of at most so many words may be all heading, so capitals count less as signs of a name.
_SHORT_LINE = 5
_LINE_DISCOUNT_LENGTH = 12
# What a word that stands in the source gains for the source language, in nats: a choice, the filter judges afterwards.
_COPIED_BONUS = 2.0
# Copied words that are commoner in the target than this are no candidates.
_COMMON_COPY = 3e-5
# A word of another language that the target's word list has too: from this share of running text there, so many times
# commoner than here, and at most so likely in its context (nats). Choices; the filter judges afterwards.
_FOREIGN_SHARE, _FOREIGN_RATIO, _UNLIKELY = 1e-5, 3.0, -9.0
# Shares of running text: rarer, a capitalised word is a name in its language too; commoner, a word is one of the target. Choices.
_NO_WORD, _EVERYDAY = 5e-6, 1e-4
_DRAWN = "丨丶一"  # strokes that separate, as "|" and "-" do
# Japanese of so many characters has kana among them.
_WITHOUT_KANA = 7
# Part of the log odds above the clip that counts between languages that reach it.
_ABOVE_CLIP = 0.1
# Nats that a language loses for being printed less than a near neighbour, which decides what both have. Common knowledge; the sizes are a choice.
_RARER = {
    "ms": 0.7,
    "fil": 0.7,
    "ca": 0.5,
    "sk": 0.3,
    "sl": 0.3,
    "vi": 0.3,
    "sh": 0.2,
    "lt": 0.2,
    "lv": 0.2,
    "pt": 0.2,
    "fi": 0.1,
    "nb": 0.1,
}
_WORD, _NUMBER, _PUNCTUATION = TokenKind.WORD, TokenKind.NUMBER, TokenKind.PUNCTUATION


class Origin(StrEnum):
    """How a candidate came up."""

    SCRIPT = "script"
    DECODED = "decoded"
    UNKNOWN = "unknown"
    COPIED = "copied"
    SURPRISING = "surprising"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` to `last` (included) that may be in `language`; `score` is the decoder's evidence in nats."""

    first: int
    last: int
    language: str
    score: float
    origin: Origin
    own_line: bool
    initial: bool


class CandidateFinder:
    """Finds candidates in texts of one target language; the filter decides about them."""

    def __init__(self, words: WordModel, target: str) -> None:
        self._words = words
        self._target = target
        self._column = words.index(target)
        self._scripts = own_scripts(target)
        self._emissions = Emissions(words, target)
        self._sharing = {
            script: ([words.index(x) for x in priors], np.array(list(priors.values()), np.float32))
            for script, priors in SHARED_SCRIPTS.items()
        }
        self._latin = [
            i for i, x in enumerate(words.languages) if own_scripts(x) == {"Latin"} and x != target
        ]
        self._rarity = np.array([_RARER.get(x, 0.0) for x in words.languages], np.float32)
        self._plausible: dict[str, bool] = {}

    def find(
        self,
        document: Document,
        source: SourceWords | None = None,
        log_probability: Vector | None = None,
    ) -> list[Candidate]:
        """Candidates in text order, without overlaps among the decoded ones and the runs of script.

        `log_probability` says how far a language model expected each token (natural logarithm, NaN where it did not read).
        """
        tokens = document.tokens
        unlikely = frozenset() if log_probability is None else self._unlikely(tokens, log_probability)
        taken: set[int] = set()
        found: list[Candidate] = []
        if not document.text.isascii() or "Latin" not in self._scripts:
            for candidate in self._script_runs(document):
                found.append(candidate)
                taken.update(range(candidate.first, candidate.last + 1))
        gains = self._emissions.gains(
            text for text, kind in zip(tokens.texts, tokens.kinds, strict=True) if kind is _WORD
        )
        position = 0
        size = len(tokens)
        for sentence in document.sentences:
            first = position
            while position < size and tokens.starts[position] < sentence.end:
                position += 1
            if first == position:
                continue
            copied = self._copied(tokens, first, position, source) if source else frozenset()
            if copied or self._suspicious(tokens, gains, first, position):
                decoded = list(self._decoded(document, sentence, first, position, taken, copied, source))
                found.extend(decoded)
                for candidate in decoded:
                    taken.update(range(candidate.first, candidate.last + 1))
            found.extend(self._unknown(document, first, position, taken, copied, unlikely))
        return found

    def core(self, document: Document, candidate: Candidate) -> Candidate | None:
        """A decoded candidate without the names and the everyday words of the target at its ends, None if that changes nothing."""
        tokens, language = document.tokens, self._words.index(candidate.language)
        inner = [
            i for i in range(candidate.first, candidate.last + 1) if not self._is_edge(tokens, i, language)
        ]
        if not inner or (inner[0] == candidate.first and inner[-1] == candidate.last):
            return None
        first, last = inner[0], inner[-1]
        spelt = [tokens.texts[i] for i in range(first, last + 1) if tokens.kinds[i] is _WORD]
        odds = np.sum([self._emissions.row(word, position=0, short_line=False) for word in spelt], axis=0)
        likeliest = self._likeliest(odds, spelt)
        score = float(odds[self._words.index(likeliest)])
        return replace(
            candidate,
            first=first,
            last=last,
            language=likeliest,
            score=score,
            own_line=False,
            initial=candidate.initial and first == candidate.first,
        )

    def _is_edge(self, tokens: Tokens, index: int, language: int) -> bool:
        word = tokens.texts[index]
        if tokens.kinds[index] is not _WORD:
            return True
        listed = self._words.listed(word.lower())
        if word[0].isupper():
            return bool(listed[language] < _NO_WORD)
        return bool(listed[self._column] > _EVERYDAY)

    def could_be_foreign(self, token: str) -> bool:
        """Whether a lower-case token is a word of another language, much commoner there than in the target."""
        known = self._plausible.get(token)
        if known is None:
            shares = self._words.listed(token)
            best = float(shares[self._latin].max()) if self._latin else 0.0
            known = best >= _FOREIGN_SHARE and best >= _FOREIGN_RATIO * float(shares[self._column])
            self._plausible[token] = known
        return known

    def _unlikely(self, tokens: Tokens, log_probability: Vector) -> frozenset[int]:
        """Indices of lower-case words that may be of another language and that a language model did not expect."""
        near = np.nonzero(log_probability < _UNLIKELY)[0].tolist()
        return frozenset(
            i
            for i in near
            if tokens.kinds[i] is _WORD
            and tokens.texts[i].islower()
            and is_spelt(tokens.texts[i])
            and not _is_account(tokens, i)
            and self.could_be_foreign(tokens.texts[i])
        )

    def _suspicious(self, tokens: Tokens, gains: Mapping[str, Gain], first: int, stop: int) -> bool:
        """Whether any segment could pay its entry, if each token spoke for whichever language it fits best."""
        column = 2 if stop - first <= _SHORT_LINE + 1 else 0
        best = run = 0.0
        texts = tokens.texts
        opening = True
        for i in range(first, stop):
            gain = gains.get(texts[i])
            if gain is None:
                opening = opening or texts[i] in '"“„«‘:('
                continue
            run += gain[1] if opening and not column else gain[column]
            opening = False
            if run <= 0.0:
                run = 0.0
            elif run > best:
                best = run
        return best >= ENTER - SENTENCE_DISCOUNT

    def _decoded(
        self,
        document: Document,
        sentence: Span,
        first: int,
        stop: int,
        taken: set[int],
        copied: frozenset[int],
        source: SourceWords | None,
    ) -> Iterator[Candidate]:
        tokens = document.tokens
        indices = range(first, stop)
        words = np.array([tokens.kinds[i] is _WORD and i not in taken for i in indices])
        if not words.any():
            return
        numbers = np.array(
            [tokens.kinds[i] is not _WORD and tokens.kinds[i] is not _PUNCTUATION for i in indices]
        )
        block = document.blocks[document.block_index(sentence.start) or 0].span
        count = int(words.sum())
        short_line = sentence == block and count <= _SHORT_LINE
        starts = _starts(
            tokens, first, stop, line=sentence.start == block.start and count <= _LINE_DISCOUNT_LENGTH
        )
        neutral = np.zeros(len(self._words.languages), np.float32)
        rows = np.stack(
            [
                self._emissions.row(tokens.texts[i], position=starts[i - first], short_line=short_line)
                if word
                else neutral
                for i, word in zip(indices, words, strict=True)
            ]
        )
        if source and source.language in self._words.languages:
            rows[[i - first for i in copied], self._words.index(source.language)] += _COPIED_BONUS
        for segment in decode(rows, words, numbers, starts):
            if segment.score > 0:
                last = segment.last + first
                run = slice(segment.first, segment.last + 1)
                spelt = [tokens.texts[i] for i in indices[run] if words[i - first]]
                yield Candidate(
                    segment.first + first,
                    last,
                    self._likeliest(rows[run].sum(axis=0), spelt),
                    segment.score,
                    Origin.DECODED,
                    own_line=_alone(document, block, tokens.starts[segment.first + first], tokens.ends[last]),
                    initial=starts[segment.first] > 0,
                )

    def _likeliest(self, odds: Vector, words: list[str]) -> str:
        """The language of a decoded segment, with what its words have above the clip, and the rarer of two equals last."""
        above = np.sum([self._emissions.beyond(word) for word in words], axis=0)
        return self._words.languages[int((odds + _ABOVE_CLIP * above - self._rarity).argmax())]

    def _unknown(
        self,
        document: Document,
        first: int,
        stop: int,
        taken: set[int],
        copied: frozenset[int],
        unlikely: frozenset[int],
    ) -> Iterator[Candidate]:
        """Single lower-case words that the target does not list, that are copied and rare, or that nobody expected."""
        unlisted, tokens = self._emissions.unlisted, document.tokens
        for i in range(first, stop):
            unknown = tokens.texts[i] in unlisted
            if (unknown or i in copied or i in unlikely) and i not in taken and tokens.kinds[i] is _WORD:
                block = document.blocks[document.block_index(tokens.starts[i]) or 0].span
                yield Candidate(
                    i,
                    i,
                    self._guess(tokens.texts[i].lower()),
                    0.0,
                    Origin.COPIED if i in copied else Origin.UNKNOWN if unknown else Origin.SURPRISING,
                    own_line=_alone(document, block, tokens.starts[i], tokens.ends[i]),
                    initial=i == first,
                )

    def _copied(self, tokens: Tokens, first: int, stop: int, source: SourceWords) -> frozenset[int]:
        """Lower-case words that stand in the source too and that the target language hardly uses."""
        return frozenset(
            i
            for i in range(first, stop)
            if tokens.kinds[i] is _WORD
            and len(tokens.texts[i]) > 1
            and is_spelt(tokens.texts[i])
            and tokens.texts[i] in source.lower
            and self._words.frequency(tokens.texts[i].lower(), self._target) < _COMMON_COPY
        )

    def _guess(self, word: str) -> str:
        """The language whose list has the word, else the one whose spelling fits best."""
        columns = self._latin if "Latin" in self._scripts else list(range(len(self._words.languages)))
        listed = self._words.listed(word)[columns]
        values = listed if listed.max() > 0 else self._words.spelling(word)[columns]
        return self._words.languages[columns[int(values.argmax())]]

    def _script_runs(self, document: Document) -> Iterator[Candidate]:
        tokens = document.tokens
        i = 0
        while i < len(tokens):
            script = self._foreign_script(tokens, i)
            if not script:
                i += 1
                continue
            block = document.blocks[document.block_index(tokens.starts[i]) or 0].span
            last = self._end_of_run(tokens, i, script, block.end)
            if _family(script) == "Han":
                i, last = _with_glued(tokens, i, last)
            text = document.text[tokens.starts[i] : tokens.ends[last]]
            yield Candidate(
                i,
                last,
                self._script_language(text, tokens.texts[i : last + 1], script),
                20.0 + last - i,
                Origin.SCRIPT,
                own_line=_alone(document, block, tokens.starts[i], tokens.ends[last]),
                initial=tokens.starts[i] == block.start,
            )
            i = last + 1

    def _foreign_script(self, tokens: Tokens, i: int) -> str:
        if tokens.kinds[i] is not _WORD:
            return ""
        first = tokens.texts[i][0]
        if (first.isascii() and "Latin" in self._scripts) or tokens.texts[i] in _DRAWN:
            return ""
        script = script_of(first)
        if script == "Greek" and tokens.texts[i][1:2] == "-":  # "α-synuclein"
            return ""
        return script if script and script not in self._scripts else ""

    def _end_of_run(self, tokens: Tokens, first: int, script: str, limit: int) -> int:
        last = i = first
        while i + 1 < len(tokens) and tokens.starts[i + 1] < limit:
            i += 1
            if tokens.kinds[i] is _WORD:
                if _family(self._foreign_script(tokens, i)) != _family(script):
                    break
                last = i
        return last

    def _script_language(self, text: str, words: list[str], script: str) -> str:
        if _family(script) == "Han" and any(script_of(character) == "Kana" for character in text):
            return "ja"
        by_letters = language_by_letters(text, script)
        if by_letters:
            return by_letters
        if _family(script) == "Han" and sum(map(str.isalpha, text)) >= _WITHOUT_KANA:
            return "zh"
        columns, priors = (
            (self._latin, np.float32(0.0))
            if script == "Latin"
            else self._sharing.get(_family(script), ([], np.float32(0.0)))
        )
        rows = self._words.log_probs([word.lower() for word in words if word[0].isalpha()])
        if not columns or not len(rows):
            return LANGUAGE_OF_SCRIPT.get(script, "und")
        return self._words.languages[columns[int((rows[:, columns].sum(axis=0) - priors).argmax())]]


def _family(script: str) -> str:
    return "Han" if script == "Kana" else script


def _with_glued(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The run with the shorter Latin words and numbers that touch it, as Chinese and Japanese write them ("A座")."""
    room = tokens.ends[last] - tokens.starts[first]
    while first > 0 and tokens.ends[first - 1] == tokens.starts[first] and _is_short(tokens, first - 1, room):
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens.starts[last + 1] == tokens.ends[last]
        and _is_short(tokens, last + 1, room)
    ):
        last += 1
    return first, last


def _is_account(tokens: Tokens, index: int) -> bool:
    """Whether the word is the "u" of "u/somebody" or the like."""
    return index + 1 < len(tokens) and tokens.texts[index + 1] == "/" and len(tokens.texts[index]) == 1


def _is_short(tokens: Tokens, index: int, room: int) -> bool:
    return tokens.kinds[index] is not _PUNCTUATION and tokens.ends[index] - tokens.starts[index] <= room


def _starts(tokens: Tokens, first: int, stop: int, *, line: bool) -> list[int]:
    """For each token 2 if it opens a line, 1 if it opens a sentence, a quotation or a clause after a colon, else 0."""
    starts, boundary = [], 2 if line else 1
    for i in range(first, stop):
        starts.append(boundary)
        if tokens.kinds[i] is _PUNCTUATION:
            boundary = max(boundary, 1) if tokens.texts[i] in '"“”„«»‘:;()[]|•*–—' else boundary
        else:
            boundary = 0
    return starts


def _alone(document: Document, block: Span, start: int, end: int) -> bool:
    rest = document.text[block.start : start] + document.text[end : block.end]
    return not any(map(str.isalnum, rest))
