"""Makes a `Document` of a text: the one way in for all rules."""

from __future__ import annotations

from mtqa.core.documents import Document
from mtqa.text.blocks import find_blocks
from mtqa.text.sentences import find_sentences
from mtqa.text.tokens import tokenize


def read_document(
    text: str,
    *,
    name: str = "",
    source: str | None = None,
    reference: str | None = None,
    source_lang: str | None = None,
    target_lang: str = "en",
) -> Document:
    """The text with its blocks, sentences and tokens laid over it; nothing of the text is changed or lost."""
    blocks = find_blocks(text)
    return Document(
        text=text,
        blocks=blocks,
        sentences=find_sentences(text, [block.span for block in blocks]),
        tokens=tokenize(text),
        target_lang=target_lang,
        source_lang=source_lang,
        source=source,
        reference=reference,
        name=name,
    )
