"""What the source text says about a word of the target: whether it is copied, and from which language it would come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtqa.core.documents import Document, TokenKind
from mtqa.core.languages import model_code
from mtqa.text.tokens import tokenize

# An inflected copy ("interprétant" for "interprétaient") shares this many first letters, and this much of the longer word.
_SHARED_LETTERS = 4
_SHARED_PART = 0.6


@dataclass(frozen=True)
class SourceWords:
    """The words of a source text. `language` is its code in the word model, "" if nobody knows it; `text` the text itself."""

    language: str
    cased: frozenset[str]
    text: str = ""

    @cached_property
    def lower(self) -> frozenset[str]:
        """Words that stand in lower case: those are no names, whatever the target makes of them."""
        return frozenset(word for word in self.cased if word[0].islower())

    @cached_property
    def folded(self) -> frozenset[str]:
        """All words, case-folded."""
        return frozenset(word.casefold() for word in self.cased)

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in sorted(self.folded):
            found.setdefault(word[:_SHARED_LETTERS], []).append(word)
        return found

    def has(self, word: str) -> bool:
        """Whether the word was copied: in its own case, or as a lower-case word that was given a capital."""
        return word in self.cased or word.lower() in self.lower

    def has_lower(self, word: str) -> bool:
        """Whether the word stands in the source in lower case, or in a script that has no case."""
        if word.lower() != word.upper():
            return word.lower() in self.lower
        return word in self.text  # without blanks between words, tokens of both sides differ

    def likeness(self, word: str) -> float:
        """Share (0-1) of a word's letters that it has in common with the beginning of a source word, 1 for a copy.

        >>> SourceWords("ro", frozenset({"basileului"})).likeness("basileul")
        0.8
        """
        folded = word.casefold()
        if folded in self.folded:
            return 1.0
        near = self._by_beginning.get(folded[:_SHARED_LETTERS], [])
        best = max((_common(folded, other) / max(len(folded), len(other)) for other in near), default=0.0)
        return best if best >= _SHARED_PART else 0.0


def source_words(document: Document) -> SourceWords | None:
    """The words of a document's source, None if it has none."""
    return _of(document.source, model_code(document.source_lang or "")) if document.source else None


@lru_cache(maxsize=4)
def _of(text: str, language: str) -> SourceWords:
    tokens = tokenize(text)
    kept = {
        word
        for word, kind in zip(tokens.texts, tokens.kinds, strict=True)
        if kind in {TokenKind.WORD, TokenKind.CODE}
    }
    return SourceWords(language, frozenset(kept), text)


def _common(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
