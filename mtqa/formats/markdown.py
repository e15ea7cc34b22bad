"""Markdown: the text without its syntax, and corrections written so that they never turn into syntax.

The syntax is CommonMark's (https://spec.commonmark.org/0.31.2/) as far as it hides characters from a reader,
plus front matter. Tables keep their bars, and indented code counts as text. Lines of the text are lines of
the file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mtqa.core.edits import Edit, apply_edits
from mtqa.core.errors import InputError
from mtqa.formats.markup import Builder, Overlay, Sort, Stretch
from mtqa.formats.pieces import distribute, writable

_TOKEN = re.compile(
    r"""
      (?P<unseen> \A---[ ]*\r?\n(?:.*\n)*?---[ ]*\r?$  # front matter
                | ^[ ]{0,3}(?P<fence>```+(?=[^`\n]*$)|~~~+)
                  (?:.*\n)(?:.*\n)*?(?:[ ]{0,3}(?P=fence)[`~]*[ \t]*\r?$|.*\Z)
                | ^[ ]{0,3}\[[^\]\n]+\]:.*$  # link definition
                | ^[ ]{0,3}(?:=+|(?:[-*_][ \t]*){3,})\r?$  # underline, thematic break
                | ^[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*\r?$  # ruler of a table
                | ^[ ]{0,3}<!--(?:.|\n)*?(?:-->.*$|\Z) )
    | (?P<prefix> ^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\#{1,6}(?=[ \t]))[ \t]*)+ )
    | (?P<blank> ^[ \t]*\r?\n )
    | (?P<hard> \\(?=\r?\n) )
    | (?P<escape> \\[!-/:-@\[-`{-~] )
    | (?P<entity> &(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31}); )
    | (?P<code> (?<!`)(?P<ticks>`+)(?!`)(?P<inner>[^`\n](?:[^\n]{0,500}?[^`\n])?)(?P=ticks)(?!`) )
    | (?P<tag> </?[a-zA-Z][^<>\n]*> | <!--[^\n]{0,500}?--> )
    | (?P<closer> \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ ]+"[^"\n]*")?\) | \]\[[^\]\n]*\] )
    | (?P<opener> !?\[ )
    | (?P<shut> \] )
    | (?P<emphasis> \*+ | _+ | ~~ )
    """,
    re.VERBOSE | re.MULTILINE,
)
_MARKS = {"*", "**", "***", "_", "__", "___", "~~"}
_DEEPEST = 100  # open brackets and marks that are remembered in one paragraph
_LINE_END = re.compile(r"\r?\n")


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """The visible text of a Markdown file."""

    overlay: Overlay

    @property
    def text(self) -> str:
        """The text to review."""
        return self.overlay.text

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The edits with the line ends around code, front matter and the like taken out."""
        return writable(self.overlay.pieces, edits)

    def write(self, edits: tuple[Edit, ...]) -> str:
        """The source with the edits made.

        The result is read again. Should a correction have turned into syntax or unmade some, the lines it
        touches are written as plain escaped text, or if need be (emphasis over several lines) the paragraphs.
        """
        edits = self.writable(edits)
        wanted = apply_edits(self.text, edits)
        for raw in self._attempts(edits):
            if read_markdown(raw).text == wanted:
                return raw
        raise InputError("the corrections would break the file's Markdown; apply fewer of them at a time")

    def _attempts(self, edits: tuple[Edit, ...]) -> Iterator[str]:
        yield _without_empty_marks(self.overlay, edits).rewritten(edits, _escape)
        yield self._with_plain(_lines(self.overlay), edits)
        yield self._with_plain(_paragraphs(self.overlay), edits)

    def _with_plain(self, units: Iterable[list[int]], edits: tuple[Edit, ...]) -> str:
        """The source with each unit of whole lines that an edit touches written as plain text."""
        local = distribute(self.overlay.pieces, edits)
        raw = self.overlay.raw
        out: list[str] = []
        done, joined = 0, False
        for unit in units:
            if joined or any(index in local for index in unit):
                new = "".join(self.overlay.edited(index, local.get(index, ())) for index in unit)
                out += (raw[done : _line_start(self.overlay, unit[0])], _escape_all(new))
                joined = not new.endswith("\n")
                done = self._next_shown(unit[-1]) if joined else self.overlay.stretches[unit[-1]].raw_end
        return "".join((*out, raw[done:]))

    def _next_shown(self, index: int) -> int:
        """Where the stretch after this one begins in the source, past all marks between."""
        following = self.overlay.stretches[index + 1 : index + 2]
        return following[0].raw_start if following else len(self.overlay.raw)


def read_markdown(raw: str) -> MarkdownText:
    """The visible text of a Markdown source; code blocks, front matter and comments leave empty lines."""
    builder = Builder(raw)
    hidden = _paired_marks(raw)
    done = 0
    for token in _TOKEN.finditer(raw):
        start, end = token.span()
        if token["unseen"] is not None:
            _plain(builder, done, _boundary(raw, done, start))
            done = _leave_unseen(builder, _boundary(raw, done, start), start, end)
        elif not _is_text(token, hidden):
            _plain(builder, done, start)
            _show(builder, token)
            done = end
    _plain(builder, done, len(raw))
    return MarkdownText(builder.done())


def _plain(builder: Builder, start: int, end: int) -> None:
    """Add text as it is written, line by line."""
    while start < end:
        stop = builder.raw.find("\n", start, end) + 1 or end
        builder.plain(start, stop)
        start = stop


def _boundary(raw: str, done: int, start: int) -> int:
    """Where the line end before an unseen block begins (or the block, if that line end is done)."""
    ended = re.search(r"\r?\n\Z", raw[max(done, start - 2) : start])
    return start - len(ended[0]) if ended else start


def _leave_unseen(builder: Builder, before: int, start: int, end: int) -> int:
    """Leave out an unseen block but for its line ends and those around it, all fixed; give where it ends."""
    after = _LINE_END.match(builder.raw, end - builder.raw.endswith("\r", start, end))
    stop = after.end() if after else end
    for line_end in _LINE_END.finditer(builder.raw, before, stop):
        builder.fixed(line_end[0], *line_end.span())
    return stop


def _is_text(token: re.Match[str], hidden: set[int]) -> bool:
    """Whether the token is no syntax after all: a lone bracket or asterisk, an entity that is none."""
    if token.lastgroup in ("opener", "closer", "emphasis"):
        return token.start() not in hidden
    return token.lastgroup in ("blank", "shut") or (
        token.lastgroup == "entity" and html.unescape(token[0]) == token[0]
    )


def _show(builder: Builder, token: re.Match[str]) -> None:
    """Add what a reader sees of a token."""
    if token.lastgroup == "escape":
        builder.whole(token[0][1], *token.span())
    elif token.lastgroup == "entity":
        builder.whole(html.unescape(token[0]), *token.span())
    elif token.lastgroup == "code":
        builder.plain(*token.span("inner"))


def _paired_marks(raw: str) -> set[int]:
    """Where the brackets of links and the marks of emphasis start that have a partner in their paragraph."""
    hidden: set[int] = set()
    waiting: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(raw):
        if token.lastgroup in ("unseen", "prefix", "blank"):
            waiting.clear()
        elif token.lastgroup in ("opener", "closer", "shut"):
            _pair_bracket(token, waiting, hidden)
        elif token.lastgroup == "emphasis" and token[0] in _MARKS:
            _pair_emphasis(token, waiting, hidden)
        del waiting[:-_DEEPEST]
    return hidden


def _pair_bracket(token: re.Match[str], waiting: list[tuple[str, int]], hidden: set[int]) -> None:
    if token.lastgroup == "opener":
        waiting.append(("[", token.start()))
        return
    partner = _take_back(waiting, "[")
    if partner is not None and token.lastgroup == "closer":
        hidden.update((partner, token.start()))


def _pair_emphasis(token: re.Match[str], waiting: list[tuple[str, int]], hidden: set[int]) -> None:
    mark, (start, end) = token[0], token.span()
    before, after = token.string[start - 1 : start], token.string[end : end + 1]
    inside_word = mark[0] == "_" and before.isalnum() and after.isalnum()
    if before.strip() and not inside_word:
        partner = _take_back(waiting, mark)
        if partner is not None:
            hidden.update((partner, start))
            return
    if after.strip() and not inside_word:
        waiting.append((mark, start))


def _take_back(waiting: list[tuple[str, int]], mark: str) -> int | None:
    """Take the last waiting mark of a kind, and all that wait inside it, off the list."""
    for index in range(len(waiting) - 1, -1, -1):
        if waiting[index][0] == mark:
            start = waiting[index][1]
            del waiting[index:]
            return start
    return None


def _without_empty_marks(overlay: Overlay, edits: tuple[Edit, ...]) -> Overlay:
    """The overlay with each stretch that the edits empty grown by the marks around it: no `****` stays."""
    stretches = list(overlay.stretches)
    for index, inside in distribute(overlay.pieces, edits).items():
        item = stretches[index]
        gap = overlay.raw[overlay.stretches[index - 1].raw_end if index else 0 : item.raw_start]
        marks = re.search(r"[*_~`]*\Z", gap)
        size = len(marks[0]) if marks else 0
        closing = overlay.raw[item.raw_end : item.raw_end + size]
        if marks and closing == marks[0][::-1] and not overlay.edited(index, inside):
            stretches[index] = Stretch(
                item.start, item.end, item.raw_start - size, item.raw_end + size, Sort.WHOLE
            )
    return Overlay(overlay.raw, overlay.text, tuple(stretches))


def _lines(overlay: Overlay) -> Iterator[list[int]]:
    """The indices of the changeable stretches of each line."""
    line: list[int] = []
    for index, item in enumerate(overlay.stretches):
        if item.sort is not Sort.FIXED:
            line.append(index)
        if line and (item.sort is Sort.FIXED or overlay.text[item.end - 1] == "\n"):
            yield line
            line = []
    if line:
        yield line


def _paragraphs(overlay: Overlay) -> Iterator[list[int]]:
    """The lines put together that no empty line and no fixed stretch parts, so that no mark pairs across."""
    unit: list[int] = []
    for line in _lines(overlay):
        source = overlay.raw[_line_start(overlay, line[0]) : overlay.stretches[line[-1]].raw_end]
        if unit and (not source.strip() or unit[-1] + 1 != line[0]):
            yield unit
            unit = []
        unit += line
    if unit:
        yield unit


def _line_start(overlay: Overlay, index: int) -> int:
    return overlay.raw.rfind("\n", 0, overlay.stretches[index].raw_start) + 1


def _escape(text: str) -> str:
    """New text with a backslash before what would be syntax anywhere in a line."""
    return re.sub(r"[\\`*_\[\]]|~(?=~)|<(?=[a-zA-Z/!])|&(?=[#\w]+;)", r"\\\g<0>", text)


def _escape_all(text: str) -> str:
    return re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", text)
