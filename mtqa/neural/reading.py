"""What the neural models have to say about a document: doubt word by word, quality and adequacy segment by segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtqa.core.documents import Document
from mtqa.core.errors import ModelError
from mtqa.core.spans import Span
from mtqa.language.lexicon import data_folder
from mtqa.language.surprise import Surprise
from mtqa.neural.alignment import FEATURES, Alignment, align, alignment_features
from mtqa.neural.encoder import Encoded, load_encoder
from mtqa.neural.language_model import Read, load_language_model
from mtqa.neural.networks import chance, load_network
from mtqa.neural.pairing import pair_sentences
from mtqa.neural.probe import piece_doubt
from mtqa.neural.sentence_features import fluency_vector, pair_vector, target_vector
from mtqa.neural.store import SOURCES, built
from mtqa.neural.surface import natural, pair_features
from mtqa.neural.token_surprise import token_surprise
from mtqa.text import read_document

Array = NDArray[np.float32]
# Sentences are judged in stretches of up to this many words: a choice, near the longer segments that the estimate learnt from.
SEGMENT_WORDS = 50
ENGLISH = "en"
# Below this adequacy, quality falls with it: a fluent half of a translation is no good translation. Measured at .7: halluc
# gains .04 AUROC for omissions, Estonian post-edit effort loses .07 Pearson. This lower value is a choice, not measured.
FULL_WEIGHT = 0.5
# A group of sentences below this adequacy is judged by itself, so that it does not hide among sound neighbours.
ODD = 0.35
NETWORKS = ("probe", "fluency", "target-quality", "pair-quality", "adequacy")


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


@dataclass(frozen=True)
class _Stretch:
    """A segment before it is judged."""

    target: Span | None
    source: Span | None
    encoded: tuple[Encoded, Encoded] | None = None


def read_neurally(document: Document) -> NeuralReading:
    """The document read by the models: everything for English targets, the comparison with the source for others.

    Raises `ModelError` if a model is missing.
    """
    stretches = _with_source(document) if document.source else _without_source(document)
    aligned = [align(*s.encoded, _centre()) if s.encoded else None for s in stretches]
    if document.target_lang != ENGLISH:
        segments = [_segment(document, s, a, None) for s, a in zip(stretches, aligned, strict=True)]
        return NeuralReading(tuple(segments))
    return _read_english(document, stretches, aligned)


def _read_english(
    document: Document, stretches: Sequence[_Stretch], aligned: Sequence[Alignment | None]
) -> NeuralReading:
    texts = [natural(s.target.of(document.text)) if s.target else "" for s in stretches]
    reads = load_language_model().read(texts)
    segments: list[Segment] = []
    sentences: list[ReadSentence] = []
    doubts: list[Doubt] = []
    for stretch, alignment, text, read in zip(stretches, aligned, texts, reads, strict=True):
        logits = piece_doubt(read)
        vector = target_vector(stretch.target.of(document.text), read, logits) if stretch.target else None
        segments.append(_segment(document, stretch, alignment, vector))
        if stretch.target is None:
            continue
        if text == stretch.target.of(document.text):
            doubts += _word_doubts(document, stretch.target, read.offsets, logits)
            sentences += _sentences(document, stretch.target, read, logits)
        else:  # tokenised: no way back to the offsets of the text
            sentences.append(ReadSentence(stretch.target, _fluency(text, read, logits)))
    surprise = token_surprise(
        document,
        [(s.target, text, read) for s, text, read in zip(stretches, texts, reads, strict=True) if s.target],
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


def _segment(
    document: Document, stretch: _Stretch, alignment: Alignment | None, vector: Array | None
) -> Segment:
    if stretch.target is None or alignment is None or stretch.encoded is None or document.source is None:
        lonely = 0.0 if document.source else None
        quality = _chance("target-quality", vector) if vector is not None and lonely is None else lonely
        return Segment(stretch.target, stretch.source, quality, lonely)
    source_text = stretch.source.of(document.source) if stretch.source else ""
    target_text = stretch.target.of(document.text)
    figures = alignment_features(alignment)
    source, target = stretch.encoded
    adequacy = _adequacy(document, stretch)
    quality = None
    if vector is not None:
        pair = pair_vector(vector, source_text, target_text, figures, source.mean, target.mean)
        quality = _chance("pair-quality", pair) * min(1.0, adequacy / FULL_WEIGHT)
    return Segment(
        stretch.target,
        stretch.source,
        quality,
        adequacy,
        answered=1 - float(figures[FEATURES.index("target_unanswered")]),
        covered=1 - float(figures[FEATURES.index("source_unanswered")]),
        similarity=alignment.cosine,
    )


def _chance(network: str, vector: Array) -> float:
    return float(chance(load_network(network)(vector[None, :]))[0, 0])


@cache
def _centre() -> Array:
    """The mean token state over the languages of the training data."""
    return np.asarray(np.load(Path(data_folder(), "models", "encoder-centre.npy")), np.float32)


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


def _without_source(document: Document) -> list[_Stretch]:
    return [
        _Stretch(span, None) for span in _packed(document, [(s.start, s.end) for s in document.sentences])
    ]


def _packed(document: Document, pieces: Sequence[tuple[int, int]]) -> list[Span]:
    """Neighbouring pieces of one block joined while they have at most `SEGMENT_WORDS` words; a short text is one."""
    if document.words <= SEGMENT_WORDS and pieces:
        return [Span(pieces[0][0], pieces[-1][1])]
    packed: list[Span] = []
    words, block = 0, -1
    for start, end in pieces:
        count, here = len(document.text[start:end].split()), document.block_index(start) or 0
        if packed and here == block and words + count <= SEGMENT_WORDS:
            packed[-1] = Span(packed[-1].start, end)
            words += count
        else:
            packed.append(Span(start, end))
            words, block = count, here
    return packed


def _with_source(document: Document) -> list[_Stretch]:
    source_text = document.source or ""
    source = read_document(source_text, target_lang=document.source_lang or "en")
    if not source.sentences or not document.sentences:
        return _without_source(document)
    encoder = load_encoder()
    if document.words <= SEGMENT_WORDS:
        span = Span(document.sentences[0].start, document.sentences[-1].end)
        origin = Span(source.sentences[0].start, source.sentences[-1].end)
        one, other = encoder.encode([natural(span.of(document.text)), natural(origin.of(source_text))])
        return [_Stretch(span, origin, (other, one))]
    ours = encoder.encode([natural(s.of(document.text)) for s in document.sentences])
    theirs = encoder.encode([natural(s.of(source_text)) for s in source.sentences])
    return _stretches(document, source, theirs, ours)


def _stretches(
    document: Document, source: Document, theirs: Sequence[Encoded], ours: Sequence[Encoded]
) -> list[_Stretch]:
    found: list[_Stretch] = []
    words, block = 0, -1
    waiting: tuple[list[int], list[int]] = ([], [])
    for group in pair_sentences(list(theirs), list(ours)):
        if not group.source or not group.target:
            found += [_joined(document, source, theirs, ours, *waiting)] if waiting[1] else []
            found += [_joined(document, source, theirs, ours, list(group.source), list(group.target))]
            waiting, words = ([], []), 0
            continue
        span = Span(document.sentences[group.target[0]].start, document.sentences[group.target[-1]].end)
        count, here = len(span.of(document.text).split()), document.block_index(span.start) or 0
        alone = _joined(document, source, theirs, ours, list(group.source), list(group.target))
        odd = _adequacy(document, alone) < ODD
        if waiting[1] and (odd or here != block or words + count > SEGMENT_WORDS):
            found.append(_joined(document, source, theirs, ours, *waiting))
            waiting, words = ([], []), 0
        if odd:
            found.append(alone)
            continue
        waiting[0].extend(group.source)
        waiting[1].extend(group.target)
        words, block = words + count, here
    return [*found, _joined(document, source, theirs, ours, *waiting)] if waiting[1] else found


def _adequacy(document: Document, stretch: _Stretch) -> float:
    if stretch.encoded is None or stretch.target is None or stretch.source is None:
        return 0.0
    texts = stretch.source.of(document.source or ""), stretch.target.of(document.text)
    figures = alignment_features(align(*stretch.encoded, _centre()))
    return _chance("adequacy", np.concatenate([pair_features(*texts), figures]))


def _joined(
    document: Document,
    source: Document,
    theirs: Sequence[Encoded],
    ours: Sequence[Encoded],
    source_numbers: list[int],
    target_numbers: list[int],
) -> _Stretch:
    target = _cover(document.sentences, target_numbers)
    origin = _cover(source.sentences, source_numbers)
    both = bool(source_numbers and target_numbers)
    encoded = (_together(theirs, source_numbers), _together(ours, target_numbers)) if both else None
    return _Stretch(target, origin, encoded)


def _cover(sentences: Sequence[Span], numbers: list[int]) -> Span | None:
    return Span(sentences[numbers[0]].start, sentences[numbers[-1]].end) if numbers else None


def _together(sentences: Sequence[Encoded], numbers: list[int]) -> Encoded:
    parts = [sentences[number] for number in numbers]
    if len(parts) == 1:
        return parts[0]
    sizes = np.array([max(1, len(part.states)) for part in parts], np.float32)
    means = np.stack([part.mean for part in parts])
    return Encoded(
        np.concatenate([part.states for part in parts]),
        tuple(offset for part in parts for offset in part.offsets),
        np.asarray((means * sizes[:, None]).sum(axis=0) / sizes.sum(), np.float32),
    )


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
