"""The issues as a table for spreadsheet programs."""

from __future__ import annotations

import csv
import io

from mtqa.core.reviews import Review
from mtqa.report.table import COLUMNS, issue_row

_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # and their full-width forms


def write_csv(review: Review) -> bytes:
    """One row per issue, in UTF-8 with the mark by which Excel knows it; no cell can act as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for number, issue in enumerate(review.issues, 1):
        writer.writerow([_harmless(cell) for cell in issue_row(review, number, issue)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _harmless(cell: str | float) -> str | float:
    """The cell with an apostrophe before anything a spreadsheet program would calculate."""
    if not isinstance(cell, str):
        return cell
    if cell.lstrip().startswith(_FORMULA_STARTS) or cell.startswith(("\t", "\r", "\n")):
        return f"'{cell}"
    return cell
