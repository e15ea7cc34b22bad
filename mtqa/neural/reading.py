"""What the neural models have to say about a document: doubt word by word, quality and adequacy segment by segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from mtqa.core.documents import Document
from mtqa.core.errors import ModelError
from mtqa.core.spans import Span
from mtqa.language.surprise import Surprise
from mtqa.neural.encoder import load_encoder
from mtqa.neural.language_model import Read, load_language_model
from mtqa.neural.networks import chance, load_network
from mtqa.neural.probe import piece_doubt
from mtqa.neural.sentence_features import fluency_vector, length_factor, pair_vector, target_vector
from mtqa.neural.store import SOURCES, built
from mtqa.neural.stretches import SEGMENT_WORDS, Stretch, stretches, whole_text
from mtqa.neural.surface import natural
from mtqa.neural.token_surprise import token_surprise

Array = NDArray[np.float32]
ENGLISH = "en"
# Below this adequacy, quality falls with it: a fluent half of a translation is no good translation. Of the sound translations of halluc
# one in forty has less. With .5, halluc gained .02 AUROC for strong detachment, and Estonian post-edit effort lost .02 Pearson.
FULL_WEIGHT = 0.3
NETWORKS = (
    "probe",
    "pair-probe",
    "source-probe",
    "fluency",
    "target-quality",
    "pair-quality",
    "adequacy",
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the target with its stretch of the source (both None on one side only: something was added or lost).

    `quality` and `adequacy` are 0-1, None where they cannot be known. `answered` is the share of the target's, and
    `covered` that of the source's pieces with a counterpart; `similarity` the cosine of both sides' mean states.
    """

    target: Span | None
    source: Span | None
    quality: float | None
    adequacy: float | None
    answered: float | None = None
    covered: float | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Doubt about a word: that it is damaged English, and that a post-editor would change it (both 0-1)."""

    span: Span
    damage: float
    change: float


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence and its `fluency`: the chance in per cent that it is sound rather than damaged English.

    Calibrated where both are equally frequent, on sentences that the networks had not seen.
    """

    span: Span
    fluency: float


@dataclass(frozen=True)
class NeuralReading:
    """A document as the models read it: segments, sentences and doubts in text order, surprise by token."""

    segments: tuple[Segment, ...]
    sentences: tuple[ReadSentence, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    surprise: Surprise | None = None


def read_neurally(document: Document) -> NeuralReading:
    """The document read by the models: everything for English targets, the comparison with the source for others.

    Raises `ModelError` if a model is missing.
    """
    parts = stretches(document)
    if document.target_lang != ENGLISH:
        return NeuralReading(tuple(_segment(document, part, None) for part in parts))
    return _read_english(document, parts)


def read_ahead(documents: Sequence[Document]) -> None:
    """Lets the models read several short documents at once, and remember that for `read_neurally`.

    Long documents are left alone: their own sentences are read together. Does nothing where a model is missing.
    """
    if missing_models():
        return
    short = [one for one in documents if one.sentences and one.words <= SEGMENT_WORDS]
    read = [natural(whole_text(one)) for one in short if one.target_lang == ENGLISH]
    load_language_model().read(read)
    compared = [one for one in short if one.source and one.source.strip()]
    if compared:
        load_encoder().encode(
            [natural(text) for one in compared for text in (whole_text(one), (one.source or "").strip())]
        )


def _read_english(document: Document, parts: Sequence[Stretch]) -> NeuralReading:
    texts = [natural(s.target.of(document.text)) if s.target else "" for s in parts]
    reads = load_language_model().read(texts)
    segments: list[Segment] = []
    sentences: list[ReadSentence] = []
    doubts: list[Doubt] = []
    for stretch, text, read in zip(parts, texts, reads, strict=True):
        logits = piece_doubt(read)
        vector = target_vector(stretch.target.of(document.text), read, logits) if stretch.target else None
        segments.append(_segment(document, stretch, vector))
        if stretch.target is None:
            continue
        if text == stretch.target.of(document.text):
            doubts += _word_doubts(document, stretch.target, read.offsets, logits)
            sentences += _sentences(document, stretch.target, read, logits)
        else:  # tokenised: no way back to the offsets of the text
            sentences.append(ReadSentence(stretch.target, _fluency(text, read, logits)))
    surprise = token_surprise(
        document,
        [(s.target, text, read) for s, text, read in zip(parts, texts, reads, strict=True) if s.target],
    )
    return NeuralReading(tuple(segments), tuple(sentences), tuple(doubts), surprise)


def _sentences(document: Document, span: Span, read: Read, logits: Array) -> list[ReadSentence]:
    found = []
    ends = np.array([end for _, end in read.offsets])
    for sentence in document.sentences:
        if not span.contains(sentence):
            continue
        inside = slice(
            *np.searchsorted(
                ends, [sentence.start - span.start, sentence.end - span.start], side="right"
            ).tolist()
        )
        part = Read(
            read.log_probability[inside],
            read.entropy[inside],
            read.rank[inside],
            read.states[inside.start : inside.stop + 1],
            read.offsets[inside],
        )
        found.append(ReadSentence(sentence, _fluency(sentence.of(document.text), part, logits[inside])))
    return found


def _fluency(text: str, read: Read, logits: Array) -> float:
    return 100 * _chance("fluency", fluency_vector(text, read, logits))


def _segment(document: Document, stretch: Stretch, vector: Array | None) -> Segment:
    compared = stretch.compared
    target = stretch.target.of(document.text) if stretch.target else ""
    if compared is None:
        lonely = 0.0 if document.source else None
        quality = (
            _quality("target-quality", vector, target) if vector is not None and lonely is None else lonely
        )
        return Segment(stretch.target, stretch.source, quality, lonely)
    quality = None
    if vector is not None:
        pair = pair_vector(vector, compared.figures, compared.source.mean, compared.target.mean)
        quality = _quality("pair-quality", pair, target) * min(1.0, compared.adequacy / FULL_WEIGHT)
    return Segment(
        stretch.target,
        stretch.source,
        quality,
        compared.adequacy,
        answered=compared.answered,
        covered=compared.covered,
        similarity=compared.alignment.cosine,
    )


def _quality(network: str, vector: Array, target: str) -> float:
    return float(_chance(network, vector) ** length_factor(target))


def _chance(network: str, vector: Array) -> float:
    return float(chance(load_network(network)(vector[None, :]))[0, 0])


def _word_doubts(
    document: Document, span: Span, offsets: Sequence[tuple[int, int]], logits: Array
) -> list[Doubt]:
    tokens, found, piece = document.tokens, [], 0
    for index in tokens.between(span.start, span.end):
        start, end = tokens.starts[index] - span.start, tokens.ends[index] - span.start
        while piece < len(offsets) and offsets[piece][1] <= start:
            piece += 1
        last = piece
        while last < len(offsets) and offsets[last][0] < end:
            last += 1
        if last > piece:
            damage, change = chance(logits[piece:last].max(axis=0)).tolist()
            found.append(Doubt(tokens.span(index), damage, change))
    return found


@cache
def missing_models() -> str | None:
    """Why the neural models cannot be used in this process, with the way out; None if they can."""
    try:
        for source in SOURCES:
            built(source)
        for name in NETWORKS:
            load_network(name)
    except ModelError as error:
        return str(error)
    return None
