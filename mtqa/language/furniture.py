"""Finds page furniture: lines, parts of lines and openings that belong to a web page and not to the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtqa.core.documents import Block, Document
from mtqa.core.spans import Span
from mtqa.language.entries import Position
from mtqa.language.matcher import Hit
from mtqa.text.views import fold

if TYPE_CHECKING:
    from mtqa.language.knowledge import Knowledge

# A line of furniture longer than this is prose about furniture: the longest entry (Arabic, "you must be logged in to
# comment") has 18 words, and a credit or byline goes on after its pattern.
_LONGEST_LINE = 40
_SEPARATOR = re.compile(r"\s*(?:[|»›•·⋅/]|\s[-–—]\s|[«‹])\s*")
_DECORATION = (
    " \t\u00a0-–—•·*|»«›‹>→←↓↑▼►▶…:;,.!?()[]{}\"'“”#+=_✉☎⇒"
    "。、，：；！？（）［］「」『』【】《》〈〉・～،؛؟۔।॥։።៖។\u200b\u200e\u200f"
)
_SENTENCE = re.compile(r"[^.!?。！？؟۔।።។]+[.!?。！？؟۔।።។]*")


@dataclass(frozen=True, slots=True)
class FurnitureHit:
    """Furniture found. `span` covers what would be deleted; `matched` the words of the pattern.

    `is_line` tells that the span is a whole line, `is_tail` that it ends a line after a separator. `rivals` are
    other languages in which the same words mean much the same. `guess` tells that one word of several gave the line away, or a small
    word.
    """

    hit: Hit
    span: Span
    matched: Span
    is_line: bool
    is_tail: bool = False
    rivals: tuple[str, ...] = ()
    guess: bool = False

    @property
    def by_word(self) -> bool:
        """Whether one word of the line gave it away, and not the whole of it."""
        return self.hit.entry.position in _WORDS

    @property
    def language(self) -> str:
        """The language that the furniture is written in."""
        return self.hit.entry.language


def find_furniture(document: Document, knowledge: Knowledge) -> tuple[FurnitureHit, ...]:
    """Furniture in text order, at most one hit for each stretch of text."""
    found: list[FurnitureHit] = []
    for block in document.blocks:
        found.extend(_in_block(document, block, knowledge))
    return tuple(found)


def _in_block(document: Document, block: Block, knowledge: Knowledge) -> Iterator[FurnitureHit]:
    text = block.span.of(document.text)
    short = len(text) < 400 and len(text.split()) <= _LONGEST_LINE
    if not short:
        return
    pieces = list(_pieces(text))
    every = list(knowledge.furniture.find(text, fold(text)))
    hits = [hit for hit in every if _fits(hit, text, pieces)]
    if not any(_is_whole(hit, text) for hit in hits):
        by_word = list(_by_word(document, block, every, knowledge))
        yield from by_word
        hits = [] if by_word else hits
    while hits:
        best = min(
            hits, key=lambda hit: (hit.span.start - hit.span.end, hit.span.start, _rank(hit, document))
        )
        rivals = tuple(
            sorted({h.entry.language for h in hits if h.span == best.span} - {best.entry.language})
        )
        yield _placed(best, text, block, rivals)
        hits = [hit for hit in hits if not hit.span.overlaps(best.span)]


def _rank(hit: Hit, document: Document) -> tuple[bool, bool, int, str]:
    """Preference among languages for the same words: the target's own, then the source's, then the more widely used."""
    language = hit.entry.language
    return (
        language != document.target_lang,
        language != document.source_lang,
        _SPREAD.index(language) if language in _SPREAD else len(_SPREAD),
        hit.entry.id,
    )


# Languages by how much of the web is written in them, roughly; a choice, for words that several languages share ("Foto").
_SPREAD = "en es de ru ja fr pt it tr nl pl fa zh vi id cs ko uk hu ar sv ro el da fi sk th he no".split()


def _pieces(text: str) -> Iterator[Span]:
    """The line, its parts between separators, and its sentences, each without decoration."""
    cuts = [0]
    for match in _SEPARATOR.finditer(text):
        cuts += [match.start(), match.end()]
    cuts.append(len(text))
    yield _bare(text, Span(0, len(text)))
    for start in cuts[::2]:
        for end in cuts[1::2]:
            if start < end and (start, end) != (0, len(text)):
                yield _bare(text, Span(start, end))
    for match in _SENTENCE.finditer(text):
        yield _bare(text, Span(*match.span()))


def _bare(text: str, span: Span) -> Span:
    covered = span.of(text)
    start = span.start + len(covered) - len(covered.lstrip(_DECORATION))
    return Span(start, max(start, span.end - (len(covered) - len(covered.rstrip(_DECORATION)))))


def _fits(hit: Hit, text: str, pieces: list[Span]) -> bool:
    position = hit.entry.position
    if position in _LONGEST:
        return position is Position.ANYWHERE
    bare = _bare(text, hit.span)
    if position is Position.START:
        return any(bare.start == piece.start for piece in pieces[:1])
    return bare in pieces


def _is_whole(hit: Hit, text: str) -> bool:
    return hit.entry.position is Position.START or _bare(text, hit.span) == _bare(text, Span(0, len(text)))


def _placed(hit: Hit, text: str, block: Block, rivals: tuple[str, ...]) -> FurnitureHit:
    start, end = hit.span
    matched = hit.span.shifted(block.span.start)
    if _is_whole(hit, text):
        return FurnitureHit(hit, block.span, matched, is_line=True, rivals=rivals)
    before, after = text[:start].rstrip(), text[end:].lstrip()
    is_tail = not after.strip(_DECORATION) and bool(before) and before[-1] in "|»›•·/-–—"
    if is_tail:
        start = len(before.rstrip(_DECORATION))
        start += len(text[start:]) - len(text[start:].lstrip()) if not text[start : start + 1].strip() else 0
        return FurnitureHit(
            hit,
            Span(start, len(text)).shifted(block.span.start),
            matched,
            is_line=False,
            is_tail=True,
            rivals=rivals,
        )
    return FurnitureHit(hit, matched, matched, is_line=False, rivals=rivals)


# Words of a line (characters, where a script has no spaces) up to which one of its words makes it a button, prompt or notice.
# A choice: "comments" makes furniture of any short line, but "accepts" of the shortest only, since headlines accept things too.
# Lesser words ("your", "name") tell by filling the line, or two thirds of it together with another ("save my settings").
_WORDS = (Position.WORD, Position.LABEL, Position.PART)
_LONGEST = {
    Position.ANYWHERE: (6, 60),
    Position.WORD: (6, 24),
    Position.LABEL: (3, 10),
    Position.PART: (0, 0),
}
_IDEOGRAPHIC = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SPELLED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)  # without spaces, but about twice as many to a word
_AS_LIKELY = 3.0  # log-odds within which two languages are as good as each other; a choice
_NATIVE_SHARE = 1e-6  # share of running text from which a word counts as one of the target language's own


def _by_word(
    document: Document, block: Block, hits: list[Hit], knowledge: Knowledge
) -> Iterator[FurnitureHit]:
    """The whole block as furniture, if it is a short line in another language with words of page furniture in it."""
    text, target = block.span.of(document.text), document.target_lang
    likeness: dict[str, float] = {}
    foreign = []
    for hit in hits:
        language = hit.entry.language
        if language == target or hit.entry.position not in _LONGEST:
            continue
        if language not in likeness:
            likeness[language] = _likeness(text, language, target, knowledge)
        if likeness[language] > 0 or not _is_native(hit.covered, target, knowledge):
            foreign.append(hit)
    filled = _filled_by(foreign, text, likeness)
    telling = list(_telling(foreign, text, filled))
    if telling:
        best = min(telling, key=lambda hit: (-likeness[hit.entry.language], _rank(hit, document)))
        language, matched = best.entry.language, best.span.shifted(block.span.start)
        rivals = tuple(sorted({hit.entry.language for hit in telling} - {language}))
        small = all(hit.entry.position is Position.PART for hit in foreign if hit.entry.language == language)
        guess = small or language not in filled
        yield FurnitureHit(best, block.span, matched, is_line=True, rivals=rivals, guess=guess)


def _telling(hits: list[Hit], text: str, filled: Collection[str]) -> Iterator[Hit]:
    """The hits that give the line away, by themselves or together with the others of their language."""
    words, unspaced = _size(text)
    for hit in hits:
        if hit.entry.language in filled or _short_enough(hit.entry.position, words, unspaced):
            yield hit


def _filled_by(hits: list[Hit], text: str, likeness: dict[str, float]) -> set[str]:
    """The languages whose words make up the line.

    Only a language that is as good as the likeliest may fill it, or one that the word model does not know: a
    sentence of one language is easily filled with the words of its neighbour.
    """
    if not _short_enough(Position.WORD, *_size(text)):
        return set()
    least = max(likeness.values(), default=0.0) - _AS_LIKELY
    languages = {x for x, value in likeness.items() if value >= least or value == 0}
    return {x for x in languages if _fill([hit for hit in hits if hit.entry.language == x], text)}


def _size(text: str) -> tuple[int, int]:
    """The words of a line, and what it has in scripts without spaces."""
    return len(text.split()), len(_IDEOGRAPHIC.findall(text)) + len(_SPELLED.findall(text)) // 2


def _fill(hits: list[Hit], text: str) -> bool:
    """Whether words make up a line: all of it, or two thirds if they are several and not all of the least telling kind."""
    held, count, end = 0, 0, 0
    for span in sorted((hit.span for hit in hits), key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            held, count, end = held + _letters(span.of(text)), count + 1, span.end
    letters = _letters(text)
    several = count > 1 and any(hit.entry.position is not Position.PART for hit in hits)
    return held == letters or (several and 3 * held >= 2 * letters)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _short_enough(position: Position, words: int, unspaced: int) -> bool:
    most_words, most_letters = _LONGEST[position]
    return words <= most_words and unspaced <= most_letters


def _is_native(word: str, target: str, knowledge: Knowledge) -> bool:
    words = knowledge.words
    return (
        words is not None
        and target in words.languages
        and words.frequency(word.lower(), target) > _NATIVE_SHARE
    )


# Languages that the word model knows under a code of its own.
_MODEL_CODES = {"no": "nb", "hr": "sh", "sr": "sh", "bs": "sh", "tl": "fil"}


def _likeness(text: str, language: str, target: str, knowledge: Knowledge) -> float:
    """How much more a line looks like a language than like the target; 0 where the word model cannot tell."""
    words, code = knowledge.words, _MODEL_CODES.get(language, language)
    if words is None or not {code, target} <= set(words.languages):
        return 0.0
    pieces = [piece.lower() for piece in re.findall(r"[^\W\d_]+", text)]
    rows = words.log_probs(pieces)
    return float((rows[:, words.index(code)] - rows[:, words.index(target)]).sum())
