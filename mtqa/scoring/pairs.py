"""Which sentence of the target translates which of the source, for those who judge pairs one by one."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.core.documents import Document
from mtqa.core.errors import ModelError
from mtqa.core.opinions import SentencePair
from mtqa.core.spans import Span
from mtqa.text import read_document


def sentence_pairs(document: Document, *, neural: bool = True) -> tuple[SentencePair, ...]:
    """Pairs in text order: by the encoder where it is built, else in order where both sides have as many sentences.

    Where they have not, blocks are paired in the same way; where there are not as many blocks either, nothing can be
    paired. Sentences without a counterpart are in no pair.

    >>> document = read_document("Hello. Good night.", source="Hallo. Gute Nacht.", source_lang="de")
    >>> [pair.source.of(document.source) for pair in sentence_pairs(document, neural=False)]
    ['Hallo.', 'Gute Nacht.']
    """
    if not document.source:
        return ()
    source = read_document(document.source, target_lang=document.source_lang or "en")
    if not source.sentences or not document.sentences:
        return ()
    try:
        return _by_meaning(document, source) if neural else _by_order(document, source)
    except ModelError:  # not installed or not built
        return _by_order(document, source)


def _by_meaning(document: Document, source: Document) -> tuple[SentencePair, ...]:
    from mtqa.neural.encoder import load_encoder  # noqa: PLC0415  optional
    from mtqa.neural.pairing import pair_sentences  # noqa: PLC0415
    from mtqa.neural.surface import natural  # noqa: PLC0415

    encoder = load_encoder()
    theirs = encoder.encode([natural(span.of(source.text)) for span in source.sentences])
    ours = encoder.encode([natural(span.of(document.text)) for span in document.sentences])
    return tuple(
        SentencePair(_cover(document.sentences, group.target), _cover(source.sentences, group.source))
        for group in pair_sentences(theirs, ours)
        if group.source and group.target
    )


def _cover(sentences: Sequence[Span], numbers: range) -> Span:
    return Span(sentences[numbers[0]].start, sentences[numbers[-1]].end)


def _by_order(document: Document, source: Document) -> tuple[SentencePair, ...]:
    return _in_order(document.sentences, source.sentences) or _in_order(
        [block.span for block in document.blocks], [block.span for block in source.blocks]
    )


def _in_order(targets: Sequence[Span], sources: Sequence[Span]) -> tuple[SentencePair, ...]:
    if len(targets) != len(sources):
        return ()
    return tuple(SentencePair(target, source) for target, source in zip(targets, sources, strict=True))
