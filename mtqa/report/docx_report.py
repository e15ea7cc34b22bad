"""The article as a Word document: issues as comments, accepted repairs as tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count as counter
from itertools import pairwise
from typing import cast

import docx
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from mtqa.core.documents import Block, BlockKind, Document
from mtqa.core.edits import Edit
from mtqa.core.issues import Issue, State
from mtqa.core.reviews import Review
from mtqa.core.spans import Span
from mtqa.repairs import joined, repair
from mtqa.report.printable import printable, right_to_left
from mtqa.report.words import (
    STATES,
    VERDICTS,
    advice,
    cap_sentence,
    meaning,
    number,
    origin_sentences,
    summary,
    sureness,
)

_AUTHOR, _INITIALS = "mtqa", "mt"
_STYLES = {
    BlockKind.TITLE: "Heading 1",
    BlockKind.HEADING: "Heading 2",
    BlockKind.LIST_ITEM: "List Bullet",
    BlockKind.QUOTE: "Quote",
    BlockKind.CAPTION: "Caption",
}
_EPOCH = datetime(1980, 1, 1)


def write_docx(review: Review) -> bytes:
    """The article with a comment at each issue; to reject all changes in Word gives the article as it came.

    The first comment, on the first paragraph, holds verdict, scores and what was not looked at.
    """
    word = docx.Document()
    _describe(word, review)
    writing = _Writing(review, joined(review.document.text, _accepted(review), review.document.target_lang))
    for block in _blocks(review.document):
        writing.add(word, block)
    writing.comment(word)
    writing.track()
    out = io.BytesIO()
    word.save(out)
    return _undated(out.getvalue())


def _undated(data: bytes) -> bytes:
    """The same archive without the time of its making, so that the same review gives the same file."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in made.namelist():
            archive.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _describe(word: WordFile, review: Review) -> None:
    about = word.core_properties
    about.title = printable(review.document.name or "article")[:255]
    about.author, about.comments, about.language = _AUTHOR, "", review.document.target_lang
    about.created = about.modified = _EPOCH


def _accepted(review: Review) -> Iterator[Edit]:
    """The repair of each accepted issue: its first suggestion."""
    for issue in review.issues:
        if issue.state is State.ACCEPTED and issue.suggestions:
            yield repair(review.document.text, issue.span, issue.suggestions[0])


def _blocks(document: Document) -> tuple[Block, ...]:
    return document.blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(document.text))),)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text in a run of its own, and whether an accepted repair takes it out."""

    span: Span
    paragraph: Paragraph
    run: Run
    gone: bool


class _Writing:
    """The runs written so far, which comments and tracked changes are then laid upon."""

    def __init__(self, review: Review, edits: Sequence[Edit]) -> None:
        self._review = review
        self._edits = edits
        self._pieces: list[_Piece] = []
        self._paragraphs: list[tuple[Paragraph, Span]] = []

    def add(self, word: WordFile, block: Block) -> None:
        """A paragraph with the block's text, cut wherever an issue or an edit begins or ends."""
        paragraph = word.add_paragraph(style=_STYLES.get(block.kind))
        self._paragraphs.append((paragraph, block.span))
        text = self._review.document.text
        turned = right_to_left(block.span.of(text))
        if turned:
            _properties(paragraph).append(_element("w:bidi"))
        for span in self._cuts(block.span):
            run = paragraph.add_run(printable(span.of(text)))
            run.font.rtl = turned or None
            gone = span.start < span.end and any(_inside(span, edit) for edit in self._edits)
            self._pieces.append(_Piece(span, paragraph, run, gone))

    def _cuts(self, block: Span) -> list[Span]:
        """The block in stretches; a place without text, where something is missing or goes in, is one of its own."""
        marks = [issue.span for issue in self._review.issues] + [Span(e.start, e.end) for e in self._edits]
        places = {place for mark in marks for place in mark if block.start <= place <= block.end}
        ends = sorted(places | {block.start, block.end})
        empty = {mark.start for mark in marks if mark.start == mark.end} & places
        spans = [Span(*pair) for pair in pairwise(ends)] + [Span(place, place) for place in empty]
        return sorted(spans) or [block]

    def comment(self, word: WordFile) -> None:
        """The comments: one on the whole, and one at each issue that the paragraphs show."""
        first = self._pieces[0].run if self._pieces else word.add_paragraph().add_run()
        _comment(word, [first, first], _about(self._review))
        for issue in self._review.issues:
            _comment(word, self._around(issue.span), _said(issue))

    def _around(self, span: Span) -> list[Run]:
        """First and last run of the span; the nearest one if it lies between paragraphs."""
        runs = [
            piece.run
            for piece in self._pieces
            if (piece.span.overlaps(span) if span.start < span.end else piece.span == span)
        ]
        if not runs:
            after = [piece.run for piece in self._pieces if piece.span.start >= span.start]
            runs = after[:1] or [piece.run for piece in self._pieces[-1:]]
        return [runs[0], runs[-1]]

    def track(self) -> None:
        """Lays the accepted repairs over the runs: what goes as deleted, what comes as inserted behind it."""
        ids = counter(1)
        for edit in self._edits:
            if edit.text and (piece := self._anchor(edit)):
                _insert_behind(piece, edit.text, next(ids))
        for piece in self._pieces:
            if piece.gone:
                _delete(piece.run, next(ids))
        for paragraph, span in self._paragraphs:
            if any(
                _inside(span, edit) and not edit.text and (edit.start, edit.end) != span
                for edit in self._edits
            ):
                _delete_mark(paragraph, next(ids))

    def _anchor(self, edit: Edit) -> _Piece | None:
        """The piece behind which the new text of an edit goes: the last that it takes out, or the one before it."""
        whole = [piece for piece in self._pieces if _inside(piece.span, edit)]
        before = whole or [piece for piece in self._pieces if piece.span.end <= edit.start]
        return before[-1] if before else None


def _inside(span: Span, edit: Edit) -> bool:
    return edit.start <= span.start and span.end <= edit.end


def _comment(word: WordFile, runs: list[Run], said: str) -> None:
    comment = word.add_comment(runs, text=printable(said), author=_AUTHOR, initials=_INITIALS)
    comment._comment_elm.attrib.pop(qn("w:date"), None)


def _about(review: Review) -> str:
    scores = review.scores
    low, high = scores.interval
    verdict, told = VERDICTS[scores.verdict]
    said = [
        f"{verdict}. {told}",
        f"Quality {number(scores.quality)}, likely between {number(low)} and {number(high)}. {summary(review)}.",
        *(cap_sentence(cap) for cap in scores.caps),
        *(sentence for sentence, _ in origin_sentences(review)),
        *(f"{item.rule} did not run: {item.why}" for item in review.skipped),
        *(f"{item.rule} failed: {item.error}" for item in review.failures),
        *review.notes,
        f"How the scores were made: {scores.signature}",
    ]
    return "\n".join(said)


def _said(issue: Issue) -> str:
    state = "" if issue.state is State.OPEN else f"{STATES[issue.state].capitalize()}. "
    said = [
        f"{state}{issue.message}",
        meaning(issue),
        *(": ".join(filter(None, advice(suggestion))) for suggestion in issue.suggestions),
        *issue.evidence,
        f"Comment: {issue.comment}" if issue.comment else "",
        f"{issue.severity.value.capitalize()} · {issue.category.value} · {issue.rule} · {sureness(issue)}",
    ]
    return "\n".join(filter(None, said))


def _insert_behind(piece: _Piece, text: str, identity: int) -> None:
    """A run with the new text, tracked as inserted, behind the piece."""
    new = piece.paragraph.add_run(printable(text))
    new.font.rtl = piece.run.font.rtl
    change = _change("w:ins", identity)
    _raw(piece.run).addnext(change)
    change.append(_raw(new))


def _delete(run: Run, identity: int) -> None:
    """The run, tracked as deleted."""
    change = _change("w:del", identity)
    _raw(run).addprevious(change)
    change.append(_raw(run))
    for text in _raw(run).findall(qn("w:t")):
        text.tag = qn("w:delText")
        text.set(qn("xml:space"), "preserve")


def _delete_mark(paragraph: Paragraph, identity: int) -> None:
    """The end of a paragraph, tracked as deleted, so that the paragraph goes with its text."""
    marks = _element("w:rPr")
    marks.append(_change("w:del", identity))
    _properties(paragraph).append(marks)


# python-docx has no public way to tracked changes and to the direction of a paragraph: its elements are lxml's.


def _raw(run: Run) -> etree._Element:
    return cast(etree._Element, run.element)


def _properties(paragraph: Paragraph) -> etree._Element:
    return cast(etree._Element, paragraph.paragraph_format.element.get_or_add_pPr())


def _element(tag: str) -> etree._Element:
    return OxmlElement(tag)


def _change(tag: str, identity: int) -> etree._Element:
    element = _element(tag)
    element.set(qn("w:id"), str(identity))
    element.set(qn("w:author"), _AUTHOR)
    return element
