"""What rules may consult beside the document: settings, lexicon hits, leftovers and the evidence of origin.

Everything is worked out at most once a document and only if a rule asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mtqa.core.config import Config
from mtqa.core.documents import Document
from mtqa.core.spans import Span
from mtqa.language.evidence import Evidence, gather_evidence
from mtqa.language.fragments import Fragment
from mtqa.language.furniture import FurnitureHit, find_furniture
from mtqa.language.knowledge import Knowledge
from mtqa.language.matcher import Hit
from mtqa.language.phrases import find_phrases
from mtqa.language.words import WordModel
from mtqa.neural.reading import NeuralReading, missing_models, read_neurally
from mtqa.text.views import View, fold

# From here on a leftover's language is believed rather than that of a word that is common in page furniture: a choice.
_SURE = 0.8


@dataclass(frozen=True)
class Context:
    """One document's view of all knowledge."""

    document: Document
    knowledge: Knowledge
    config: Config

    @cached_property
    def folded(self) -> View:
        """The folded view of the document's text."""
        return fold(self.document.text)

    @cached_property
    def phrases(self) -> tuple[Hit, ...]:
        """Hits of calques, names and terms whose guards hold, those that need evidence included."""
        return find_phrases(self.document, self.folded, self.knowledge.phrases(self.document.target_lang))

    @cached_property
    def furniture(self) -> tuple[FurnitureHit, ...]:
        """Page furniture, in any language, without guesses that a sure leftover speaks against."""
        found = find_furniture(self.document, self.knowledge)
        return tuple(hit for hit in found if not (hit.by_word and self._is_leftover(hit)))

    def _is_leftover(self, hit: FurnitureHit) -> bool:
        """Whether words of the line are surely of another language, or of the same one where it is a mere guess."""
        languages = set() if hit.guess else {hit.language, *hit.rivals, "und"}
        return any(
            fragment.confidence >= _SURE and fragment.language not in languages
            for fragment in self.fragments
            if fragment.span.overlaps(hit.span)
        )

    @cached_property
    def fragments(self) -> tuple[Fragment, ...]:
        """Stretches in another language than the target's; empty where the word model is missing."""
        finder = self.knowledge.finder(self.document.target_lang)
        if finder is None:
            return ()
        surprise = self.reading.surprise if self.reading else None
        return finder.find(self.document, self.knowledge.lexicon.loanwords, surprise)

    @cached_property
    def evidence(self) -> Evidence:
        """What the document says about its source language and its site."""
        return gather_evidence(self.document, self.phrases, self.furniture, self.fragments)

    @cached_property
    def reading(self) -> NeuralReading | None:
        """What the neural models say about the document, or None where they are missing or switched off."""
        return None if self.missing("neural") else read_neurally(self.document)

    def missing(self, need: str) -> str | None:
        """Why a resource that a rule needs cannot be had (with the way out), or None if it is there."""
        if need != "neural":
            return self.knowledge.missing.get(need)
        if not self.config.neural:
            return "neural scores are switched off"
        return missing_models()

    @property
    def words(self) -> WordModel | None:
        """The word model, or None where it is missing (rules that need it say so in `needs`)."""
        return self.knowledge.words

    def sentence(self, span: Span) -> Span:
        """The sentence around a span, or the span itself between sentences."""
        return self.document.sentence_at(span.start) or span
