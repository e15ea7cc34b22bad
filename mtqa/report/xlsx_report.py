"""The issues as an Excel workbook, with the state of each to choose from a list."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from mtqa.core.issues import Issue, State
from mtqa.core.languages import language_name
from mtqa.core.reviews import Review
from mtqa.report.context import context
from mtqa.report.explanations import Explained, explained_scores
from mtqa.report.printable import printable
from mtqa.report.table import COLUMNS, Cell, issue_row
from mtqa.report.words import VERDICTS, origin_sentences

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTHS = {"number": 8, "line": 6, "severity": 10, "family": 22, "rule": 9, "name": 20, "category": 30, "text": 28,
           "language": 12, "gloss": 20, "message": 50, "suggestions": 34, "evidence": 44, "context": 60,
           "confidence": 11, "state": 12, "comment": 30, "entry": 22, "fingerprint": 18}  # fmt: skip
_LONGEST = 32_000  # characters of a cell; Excel takes 32,767 UTF-16 units
_EPOCH = datetime(1980, 1, 1)


def write_xlsx(review: Review) -> bytes:
    """A workbook with the sheets Issues, Scores and Notes; text stays text, whatever it begins with."""
    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {"title": _cell(f"Review: {review.document.name or 'article'}"), "created": _EPOCH}
        )
        _issues_sheet(book, review)
        _facts_sheet(book, "Scores", ("What", "Value", "How it is made"), _scores(review))
        _facts_sheet(book, "Notes", ("About", "Note"), _notes(review))
    return out.getvalue()


def _issues_sheet(book: Workbook, review: Review) -> None:
    sheet = book.add_worksheet("Issues")
    head = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"valign": "top", "text_wrap": True})
    percent = book.add_format({"valign": "top", "num_format": "0%"})
    marked = book.add_format({"bold": True, "underline": 1, "font_color": "#A1231B"})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, 8))
        sheet.write_string(0, column, name, head)
    for row, issue in enumerate(review.issues, 1):
        for column, cell in enumerate(issue_row(review, row, issue)):
            _write(sheet, row, column, cell, percent if COLUMNS[column] == "confidence" else plain)
        _write_context(sheet, row, review, issue, (plain, marked))
    last = max(1, len(review.issues))
    state = COLUMNS.index("state")
    sheet.data_validation(1, state, last, state, {
        "validate": "list", "source": [state.value for state in State],
        "error_title": "No such state", "error_message": "Choose open, accepted or dismissed."})  # fmt: skip
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _write_context(
    sheet: Worksheet, row: int, review: Review, issue: Issue, formats: tuple[Format, Format]
) -> None:
    """The sentence with the issue bold and underlined; plain where there is nothing around or in it."""
    plain, marked = formats
    before, covered, after = (_cell(part) for part in context(review.document, issue))
    parts = [piece for piece in (before, marked if covered else "", covered, after) if piece]
    strings = [piece for piece in parts if isinstance(piece, str)]
    column = COLUMNS.index("context")
    if len(strings) > 1 and sum(map(len, strings)) < _LONGEST:
        sheet.write_rich_string(row, column, *parts, plain)
    else:
        _write(sheet, row, column, "".join(strings), plain)


def _facts_sheet(book: Workbook, name: str, columns: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"valign": "top", "text_wrap": True, "align": "left"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 2, 80)
    for column, title in enumerate(columns):
        sheet.write_string(0, column, title, head)
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            _write(sheet, row, column, cell, plain)
    sheet.freeze_panes(1, 0)


def _scores(review: Review) -> Iterable[tuple[Cell, ...]]:
    yield "Article", review.document.name or "article", ""
    yield "Words", review.document.words, ""
    yield "Language", language_name(review.document.target_lang), ""
    yield "Verdict", *VERDICTS[review.scores.verdict]
    for one in explained_scores(review):
        yield one.name, _figure(review, one), one.made
    yield "Signature", review.scores.signature, "What one must know to get the same numbers again."


def _figure(review: Review, one: Explained) -> Cell:
    """The number itself where there is one, so that it can be calculated with."""
    scores = review.scores
    figures = {
        "quality": scores.quality,
        "fluency": scores.fluency,
        "adequacy": scores.adequacy,
        "penalty": scores.penalty_per_1000,
        "estimate": scores.estimated_penalty_per_1000,
    }
    value = figures.get(one.key)
    return one.value if value is None else round(value, 2)


def _notes(review: Review) -> Iterable[tuple[Cell, ...]]:
    for sentence, pieces in origin_sentences(review):
        yield "Origin", sentence
        yield from (("Origin", piece) for piece in pieces)
    yield from (("Did not run", f"{item.rule}: {item.why}") for item in review.skipped)
    yield from (("Failed", f"{item.rule}: {item.error}") for item in review.failures)
    yield from (("Note", note) for note in review.notes)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, style: Format) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, _cell(cell), style)
    else:
        sheet.write_number(row, column, cell, style)


def _cell(text: str) -> str:
    return printable(text) if len(text) <= _LONGEST else printable(text[:_LONGEST]) + "…"
