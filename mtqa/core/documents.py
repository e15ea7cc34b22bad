"""An article as the rules see it: lossless text with blocks, sentences and tokens laid over it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mtqa.core.spans import Span

# The longest text that one review takes, in code points: a book of 800,000 words.
MAX_CHARACTERS = 5_000_000


class BlockKind(StrEnum):
    """What a block (a line with content, or a paragraph) is in the article."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CAPTION = "caption"
    LABEL = "label"
    TABLE_ROW = "table-row"
    CODE = "code"


class TokenKind(StrEnum):
    """What a token is. A word has letters only (and inner apostrophes); everything odd is its own kind."""

    WORD = "word"
    NUMBER = "number"
    ADDRESS = "address"  # URL, e-mail address, domain, file name
    HANDLE = "handle"  # @name, #tag
    CODE = "code"  # letters and digits mixed: F-16, COVID-19, ttn-3
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text that has content, without the white space around it."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True)
class Tokens:
    """All tokens of a document, by column: `starts[i]`, `ends[i]`, `texts[i]`, `kinds[i]` belong together.

    Columns instead of objects, since making one object a token would cost more than all rules together.
    """

    starts: list[int]
    ends: list[int]
    texts: list[str]
    kinds: list[TokenKind]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        """Where token `index` stands."""
        return Span(self.starts[index], self.ends[index])

    def between(self, start: int, end: int) -> range:
        """Indices of the tokens that begin in `[start, end)`."""
        return range(bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1))


@dataclass(frozen=True)
class Document:
    """An article with its layers; make one with `mtqa.text.read_document`.

    `blocks` and `sentences` are in text order and do not overlap; each sentence lies in one block, and all text
    outside blocks is white space. Languages are BCP 47 primary codes (`nl`), None while unknown.
    """

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    tokens: Tokens
    target_lang: str = "en"
    source_lang: str | None = None
    source: str | None = None
    reference: str | None = None
    name: str = ""

    @cached_property
    def words(self) -> int:
        """Number of white-space separated words, the usual unit of translation counts."""
        return len(self.text.split())

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def line_of(self, offset: int) -> int:
        """Number of the line (from 1) in which the code point at `offset` stands."""
        return bisect_right(self._line_starts, offset)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_index(self, offset: int) -> int | None:
        """Index of the block that holds the code point at `offset`, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].span.end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point at `offset`, or None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None
