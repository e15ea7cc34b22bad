"""The language model's reading of the training texts of the leftover filter, stretch by stretch as a review reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from mtqa.core.documents import Document, TokenKind
from mtqa.core.spans import Span
from mtqa.language.candidates import CandidateFinder
from mtqa.language.source_words import source_words
from mtqa.language.surprise import Surprise
from mtqa.neural.language_model import Read, load_language_model
from mtqa.neural.stretches import stretches
from mtqa.neural.surface import natural
from mtqa.neural.token_surprise import token_surprise

_BATCH = 64


def surprises(documents: Sequence[Document], finder: CandidateFinder) -> Iterator[Surprise]:
    """The surprise of each document. Only stretches in which a leftover could be are read: reading takes the time."""
    wanted = [_doubtful(document, finder) for document in documents]
    texts = {
        natural(span.of(document.text))
        for document, spans in zip(documents, wanted, strict=True)
        for span in spans
    }
    read = _read(sorted(texts, key=lambda text: (len(text), text)))
    for document, spans in zip(documents, wanted, strict=True):
        named = [(span, natural(span.of(document.text))) for span in spans]
        yield token_surprise(document, [(span, text, read[text]) for span, text in named])


def _doubtful(document: Document, finder: CandidateFinder) -> list[Span]:
    tokens = document.tokens
    doubtful = {
        i
        for candidate in finder.find(document, source_words(document))
        for i in range(candidate.first, candidate.last + 1)
    }
    doubtful |= {
        i
        for i, (text, kind) in enumerate(zip(tokens.texts, tokens.kinds, strict=True))
        if kind is TokenKind.WORD and text.islower() and finder.could_be_foreign(text)
    }
    spans = [part.target for part in stretches(replace(document, source=None)) if part.target]
    return [s for s in spans if any(s.start <= tokens.starts[i] < s.end for i in doubtful)]


def _read(texts: Sequence[str]) -> dict[str, Read]:
    found: dict[str, Read] = {}
    model = load_language_model()
    for first in range(0, len(texts), _BATCH):
        batch = texts[first : first + _BATCH]
        for text, read in zip(batch, model.read(batch), strict=True):
            found[text] = replace(read, states=np.zeros((0, 0), np.float32))
    return found
