"""Web pages (HTML): all text a reader sees, footers included, and corrections written into the page itself.

A tokenizer of our own after https://html.spec.whatwg.org/multipage/parsing.html, since `html.parser` differs
between Python versions, raises on `<![`, and slows down with the square of unclosed tags.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from mtqa.core.edits import Edit, apply_edits
from mtqa.core.errors import InputError
from mtqa.formats.markup import Builder, Overlay, as_is
from mtqa.formats.pieces import writable

_BLOCK_NAMES = """
address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup
option p pre section select summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNPARSED = "script|style|title|textarea|iframe|noembed|noframes|xmp"  # no tags inside: up to the end tag
_HIDDEN = frozenset({"template", "noscript", "svg", "math", "canvas", "audio", "video", "object"})
_ENTITY = r"&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[^\t\n\f\ <&\#;]{1,32};?)"  # as html.unescape reads them
_TOKEN = re.compile(
    rf"""
      (?P<comment> <!--.*?(?:-->|\Z) )
    | (?P<raw> <(?P<rawname>{_UNPARSED})(?=[\s/>]) .*? (?:</(?P=rawname)(?=[\s/>])[^>]*(?:>|\Z) | \Z) )
    | (?P<tag> <(?P<close>/?)(?P<name>[a-z][^\s/>]*)
               (?: =\s*"[^"]*(?:"|\Z) | =\s*'[^']*(?:'|\Z) | [^>] )*+ (?:>|\Z) )
    | (?P<bogus> <[!?/][^>]*(?:>|\Z) )
    | (?P<entity> {_ENTITY} )
    | (?P<space> [ \t\n\f\r]+ )
    | (?P<ink> [^<&\ \t\n\f\r]+ (?:\ [^<&\ \t\n\f\r]+)*+ | . )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageText:
    """The visible text of a page. Each block element starts a line; white space is as a browser shows it."""

    overlay: Overlay

    @property
    def text(self) -> str:
        """The text to review."""
        return self.overlay.text

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The edits with block boundaries taken out: elements are neither joined nor split."""
        return writable(self.overlay.pieces, edits)

    def write(self, edits: tuple[Edit, ...]) -> str:
        """The source of the page with the edits made.

        The result is read again. Should a bare `&` or `<` of the page have come to stand so that it now
        starts an entity or tag, all bare ones are spelt out, which changes nothing a reader sees.
        """
        edits = self.writable(edits)
        wanted = _ink(apply_edits(self.text, edits))
        for keep in (as_is, _spelt_out):
            raw = self.overlay.rewritten(edits, escape, keep=keep)
            if _ink(read_page(raw).text) == wanted:
                return raw
        raise InputError("the corrections would break the page's mark-up; apply fewer of them at a time")


def read_page(raw: str) -> PageText:
    """The visible text of an HTML source: no scripts, styles, templates or title."""
    reader = _Reader(Builder(raw))
    for token in _TOKEN.finditer(raw):
        reader.take(token)
    return PageText(reader.builder.done())


def escape(text: str) -> str:
    """The text as HTML source; a line break becomes `<br>`."""
    return re.sub(r"\r\n|\r|\n", "<br>", _escape_signs(text))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page's first 2,048 bytes name, as browsers understand the name."""
    found = re.search(rb"""charset\s*=\s*["']?\s*([\w-]+)""", data[:2048], re.IGNORECASE)
    name = found[1].decode("ascii", "replace").lower() if found else None
    return {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
            "iso-8859-9": "windows-1254"}.get(name or "", name)  # fmt: skip


def _escape_signs(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _spelt_out(raw: str, shown: str) -> str:
    """The source of untouched text with no `&` or `<` that could start anything together with new text."""
    if raw == shown:
        return _escape_signs(raw)
    return escape(shown) if raw.startswith("&") else raw


def _ink(text: str) -> str:
    """The text without white space, which HTML collapses."""
    return "".join(text.split())


class _Reader:
    """Turns tokens into text, with the white space rules of a browser."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self._hidden: list[str] = []
        self._verbatim = 0  # depth of <pre>
        self._break_due = False
        self._space_due: tuple[int, int] | None = None

    def take(self, token: re.Match[str]) -> None:
        """Take the next token of the source."""
        if token.lastgroup == "tag":
            self._tag(token)
        elif not self._hidden and token.lastgroup in ("entity", "space", "ink"):
            self._text(token, token.lastgroup)

    def _tag(self, token: re.Match[str]) -> None:
        name, closing = token["name"].lower(), bool(token["close"])
        if name in _HIDDEN:
            self._hide(name, closing, token["tag"].endswith("/>"))
        if self._hidden:
            return
        if name == "pre":
            self._verbatim = max(0, self._verbatim + (-1 if closing else 1))
        if name == "br":
            self._before_ink(token.start())
            self.builder.whole("\n", *token.span())
        elif name in _BLOCKS:
            self._break_due, self._space_due = True, None

    def _hide(self, name: str, closing: bool, empty: bool) -> None:
        if not closing and not empty:
            self._hidden.append(name)
        elif closing and name in self._hidden:
            del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(name) :]

    def _text(self, token: re.Match[str], kind: str) -> None:
        start, end = token.span()
        if kind == "space" and not self._verbatim:
            self._space_due = self._space_due or (start, end)
            return
        self._before_ink(start)
        shown = html.unescape(token[0]) if kind == "entity" else token[0]
        if shown == token[0]:
            self.builder.plain(start, end)
        else:
            self.builder.whole(shown, start, end)

    def _before_ink(self, at: int) -> None:
        """Settle the line break or the one space that is due before the visible character at `at`."""
        if not self.builder.at_line_start:
            if self._break_due:
                self.builder.fixed("\n", at, at)
            elif self._space_due:
                self._space(*self._space_due)
        self._break_due, self._space_due = False, None

    def _space(self, start: int, end: int) -> None:
        if self.builder.raw[start:end] == " ":
            self.builder.plain(start, end)
        else:
            self.builder.whole(" ", start, end)
