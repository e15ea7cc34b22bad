"""The stretches in which a document is judged: neighbouring sentences of the target with what they translate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.core.documents import Document
from mtqa.core.spans import Span
from mtqa.neural.comparing import Compared, compare
from mtqa.neural.encoder import Encoded, load_encoder
from mtqa.neural.pairing import pair_sentences
from mtqa.neural.surface import natural
from mtqa.text import read_document

# Sentences are judged in stretches of up to this many words: a choice, near the longer segments that the estimate learnt from.
SEGMENT_WORDS = 50
# A group of sentences below this adequacy is judged by itself, so that it does not hide among sound neighbours.
ODD = 0.2


@dataclass(frozen=True)
class Stretch:
    """Target and source, one of them None where something was added or lost, and both compared where both are there."""

    target: Span | None
    source: Span | None
    compared: Compared | None = None


def stretches(document: Document) -> list[Stretch]:
    """The stretches of a document in text order. Raises `ModelError` if there is a source and no encoder."""
    return _with_source(document) if document.source else _without_source(document)


def whole_text(document: Document) -> str:
    """The text of a short document's only stretch; it must have a sentence."""
    return _whole(document).of(document.text)


def _whole(document: Document) -> Span:
    return Span(document.sentences[0].start, document.sentences[-1].end)


def _without_source(document: Document) -> list[Stretch]:
    return [Stretch(span, None) for span in _packed(document, [(s.start, s.end) for s in document.sentences])]


def _packed(document: Document, pieces: Sequence[tuple[int, int]]) -> list[Span]:
    """Neighbouring pieces of one block joined while they have at most `SEGMENT_WORDS` words; a short text is one."""
    if document.words <= SEGMENT_WORDS and pieces:
        return [_whole(document)]
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


def _with_source(document: Document) -> list[Stretch]:
    source_text = document.source or ""
    source = read_document(source_text, target_lang=document.source_lang or "en")
    if not source.sentences or not document.sentences:
        return _without_source(document)
    encoder = load_encoder()
    if document.words <= SEGMENT_WORDS:
        span, origin = _whole(document), _whole(source)
        texts = origin.of(source_text), span.of(document.text)
        return [Stretch(span, origin, compare(*texts, *encoder.encode([natural(text) for text in texts])))]
    ours = encoder.encode([natural(s.of(document.text)) for s in document.sentences])
    theirs = encoder.encode([natural(s.of(source_text)) for s in source.sentences])
    return _grouped(document, source, theirs, ours)


def _grouped(
    document: Document, source: Document, theirs: Sequence[Encoded], ours: Sequence[Encoded]
) -> list[Stretch]:
    found: list[Stretch] = []
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
        odd = alone.compared is not None and alone.compared.adequacy < ODD
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


def _joined(
    document: Document,
    source: Document,
    theirs: Sequence[Encoded],
    ours: Sequence[Encoded],
    source_numbers: list[int],
    target_numbers: list[int],
) -> Stretch:
    target = _cover(document.sentences, target_numbers)
    origin = _cover(source.sentences, source_numbers)
    if target is None or origin is None:
        return Stretch(target, origin)
    texts = origin.of(document.source or ""), target.of(document.text)
    compared = compare(*texts, _together(theirs, source_numbers), _together(ours, target_numbers))
    return Stretch(target, origin, compared)


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
