"""Finds stretches of a text that are in another language than the text: the heart of the RES rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.core.documents import Document, TokenKind
from mtqa.core.languages import house_code
from mtqa.core.spans import Span
from mtqa.language.candidates import Candidate, CandidateFinder, Origin
from mtqa.language.leftover_filter import Judgement, LeftoverFilter, load_filter
from mtqa.language.leftover_reasons import reasons
from mtqa.language.source_words import source_words
from mtqa.language.surprise import Surprise
from mtqa.language.words import WordModel

_MOSTLY = _LIKELY = 0.5
LOWEST_CONFIDENCE = 0.15  # below it, not even the strict profile shows a candidate


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch in another language.

    `language` is a BCP 47 code, "und" where no model knows it. `words` counts its words; `own_line` tells that
    nothing else stands in its line, `whole_sentence` that it fills a sentence, `copied` that most of its words stand in
    the source in lower case. `reasons` are the strongest signs, in words.
    """

    span: Span
    language: str
    confidence: float
    words: int
    own_line: bool
    whole_sentence: bool
    copied: bool
    reasons: tuple[str, ...]


class FragmentFinder:
    """Finds fragments in texts of one target language. Thread-safe after construction, apart from its caches."""

    def __init__(self, words: WordModel, target: str) -> None:
        self._candidates = CandidateFinder(words, target)
        self._filter: LeftoverFilter = load_filter(words, target)
        self._target = target

    def find(
        self, document: Document, loanwords: frozenset[str], surprise: Surprise | None = None
    ) -> tuple[Fragment, ...]:
        """All fragments with at least `LOWEST_CONFIDENCE`, in text order, without overlaps.

        With the `surprise` of a language model that read the document, more are found and fewer are false.
        """
        source = source_words(document)
        candidates = self._candidates.find(document, source, surprise.log_probability if surprise else None)
        if not candidates:
            return ()
        judgements = self._filter.judge(document, candidates, loanwords, source, surprise)
        judged = list(zip(candidates, judgements, strict=True))
        cores = [
            (i, self._candidates.core(document, c))
            for i, c in enumerate(candidates)
            if c.origin is Origin.DECODED
        ]
        others = [(i, core) for i, core in cores if core is not None]
        if others:
            changed = list(candidates)
            for i, core in others:
                changed[i] = core
            again = self._filter.judge(
                document, changed, loanwords, source, surprise, only=[i for i, _ in others]
            )
            for (i, core), judgement in zip(others, again, strict=True):
                if _is_better(core, judgement, *judged[i]):
                    judged[i] = (core, judgement)
        found = [
            self._fragment(document, candidate, judgement)
            for candidate, judgement in judged
            if judgement.confidence >= LOWEST_CONFIDENCE
        ]
        return tuple(_without_overlaps(found))

    def _fragment(self, document: Document, candidate: Candidate, judgement: Judgement) -> Fragment:
        tokens = document.tokens
        span = Span(tokens.starts[candidate.first], tokens.ends[candidate.last])
        sentence = document.sentence_at(span.start)
        rest = (
            ""
            if sentence is None
            else document.text[sentence.start : span.start] + document.text[span.end : sentence.end]
        )
        words = sum(tokens.kinds[i] is TokenKind.WORD for i in range(candidate.first, candidate.last + 1))
        whole = not any(map(str.isalnum, rest))
        copied = judgement.features["copied"] >= _MOSTLY
        return Fragment(
            span=span,
            language=document.source_lang
            if document.source_lang and copied
            else house_code(candidate.language),
            confidence=judgement.confidence,
            words=words,
            own_line=candidate.own_line,
            whole_sentence=whole,
            copied=copied,
            reasons=reasons(candidate, judgement.features, self._target),
        )


def _is_better(core: Candidate, judged: Judgement, whole: Candidate, whole_judged: Judgement) -> bool:
    """Whether the core of a candidate says more: it alone is a leftover, or it is one of another language."""
    if judged.confidence < _LIKELY:
        return False
    return whole_judged.confidence < _LIKELY or core.language != whole.language


def _without_overlaps(fragments: list[Fragment]) -> Iterator[Fragment]:
    kept: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda f: (-f.confidence, f.span)):
        if not any(fragment.span.overlaps(other.span) for other in kept):
            kept.append(fragment)
    return iter(sorted(kept, key=lambda f: f.span))
