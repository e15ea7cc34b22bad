"""One door to all kinds of file: bytes to an article, and its corrections back into the same kind of file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from mtqa.core.documents import MAX_CHARACTERS
from mtqa.core.edits import Edit, apply_edits, in_order
from mtqa.core.errors import InputError
from mtqa.formats.decoding import Codec, decode
from mtqa.formats.markdown import read_markdown
from mtqa.formats.markup import Builder
from mtqa.formats.sniffing import Kind, kind_of
from mtqa.formats.webpage import declared_encoding, read_page

MAX_BYTES = 50 << 20
_NEVER_TEXT = re.compile("[\0\ud800-\udfff]")


class _Source(Protocol):
    """The text of a file kind whose source is text itself."""

    @property
    def text(self) -> str: ...

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]: ...

    def write(self, edits: tuple[Edit, ...]) -> str: ...


class _Body(Protocol):
    """The text of any file, and how edits get into its bytes."""

    @property
    def text(self) -> str: ...

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]: ...

    def write(self, edits: tuple[Edit, ...]) -> bytes: ...


@dataclass(frozen=True)
class ArticleFile:
    """A file with the text of it that is reviewed, able to write itself corrected.

    `text` is the visible text; blocks end with line breaks. `encoding` is None for Word documents. All
    offsets count code points of `text`.
    """

    name: str
    kind: Kind
    text: str
    encoding: str | None
    _data: bytes = field(repr=False)
    _body: _Body = field(repr=False, compare=False)

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The edits as this kind of file can carry them, in order.

        They come back as they are, except that boundaries of paragraphs in Word documents, of elements in web
        pages and of code blocks in Markdown stay: an edit across one is made on both sides of it.
        Raises InputError for edits that overlap or lie outside the text.
        """
        return in_order(self.text, self._body.writable(in_order(self.text, edits)))

    def write(self, edits: Iterable[Edit]) -> bytes:
        """The corrected file: the same kind, with the edited characters changed and all else as it was.

        Reading it gives `apply_edits(text, writable(edits))` (in a web page but for white space, which HTML
        collapses). Without edits it is the file as given, to the byte.
        """
        edits = tuple(edits)
        for edit in edits:
            if bad := _NEVER_TEXT.search(edit.text):
                raise InputError(f"no file can hold the character U+{ord(bad[0]):04X}; change the correction")
        edits = tuple(edit for edit in self.writable(edits) if self.text[edit.start : edit.end] != edit.text)
        return self._body.write(edits) if edits else self._data


def read_article(data: bytes, name: str, *, hint_lang: str | None = None) -> ArticleFile:
    """The article in a file (txt, md, html, docx; `name` tells which unless the bytes say otherwise).

    `hint_lang` is the language the article was probably translated from: it decides the encoding of files
    that are not in Unicode. Raises InputError, with one sentence for people, when the file cannot be
    reviewed.

    >>> read_article(b"<p>Caf&eacute; <b>un</b>known</p>", "page.html").text
    'Café unknown'
    """
    if not data:
        raise InputError("the file is empty; choose another one")
    if len(data) > MAX_BYTES:
        raise InputError(
            f"the file has {len(data) >> 20} MB, the limit is {MAX_BYTES >> 20}; split it into articles"
        )
    kind = kind_of(data, name)
    body, encoding = _read(data, kind, hint_lang)
    if not body.text.split():
        raise InputError("the file has no words that could be reviewed; choose another one")
    if len(body.text) > MAX_CHARACTERS:
        raise InputError(f"the text has over {MAX_CHARACTERS:,} characters; split it into articles")
    return ArticleFile(name, kind, body.text, encoding, data, body)


def _read(data: bytes, kind: Kind, hint_lang: str | None) -> tuple[_Body, str | None]:
    if kind is Kind.DOCX:
        from mtqa.formats.word import read_word  # noqa: PLC0415  lxml takes 30 ms to load

        return read_word(data), None
    declared = declared_encoding(data) if kind is Kind.HTML else None
    raw, codec = decode(data, hint_lang=hint_lang, declared=declared)
    return _Encoded(_source(raw, kind), codec, charrefs=kind is Kind.HTML), codec.encoding


def _source(raw: str, kind: Kind) -> _Source:
    if kind is Kind.HTML:
        return read_page(raw)
    return read_markdown(raw) if kind is Kind.MD else _PlainText(raw)


@dataclass(frozen=True, slots=True)
class _Encoded:
    """A source in an encoding."""

    source: _Source
    codec: Codec
    charrefs: bool

    @property
    def text(self) -> str:
        return self.source.text

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        return self.source.writable(edits)

    def write(self, edits: tuple[Edit, ...]) -> bytes:
        return self.codec.encode(self.source.write(edits), charrefs=self.charrefs)


@dataclass(frozen=True, slots=True)
class _PlainText:
    """Plain text: source and text are the same but for damaged bytes."""

    raw: str

    @property
    def text(self) -> str:
        builder = Builder(self.raw)
        builder.plain(0, len(self.raw))
        return builder.done().text

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        return tuple(edits)

    def write(self, edits: tuple[Edit, ...]) -> str:
        return apply_edits(self.raw, edits)
