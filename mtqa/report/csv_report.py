"""The issues as a table for spreadsheet programs."""

from __future__ import annotations

import csv
import io

from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue
from mtqa.core.languages import language_name
from mtqa.core.reviews import Review
from mtqa.report.context import context
from mtqa.report.words import advice

COLUMNS = ("number", "line", "severity", "family", "rule", "name", "category", "text", "language", "gloss",
           "message", "suggestions", "evidence", "context", "confidence", "state", "comment", "start", "end",
           "entry", "fingerprint")  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # and their full-width forms


def write_csv(review: Review) -> bytes:
    """One row per issue, in UTF-8 with the mark by which Excel knows it; no cell can act as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for number, issue in enumerate(review.issues, 1):
        writer.writerow([_harmless(cell) for cell in _row(review, number, issue)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _row(review: Review, number: int, issue: Issue) -> tuple[str | int | float, ...]:
    family = FAMILIES.get(issue.family)
    before, covered, after = context(review.document, issue)
    return (
        number,
        issue.line,
        issue.severity.value,
        family.label if family else issue.family,
        issue.rule,
        issue.name,
        issue.category.value,
        issue.text,
        language_name(issue.language) if issue.language else "",
        issue.gloss or "",
        issue.message,
        " | ".join(": ".join(filter(None, advice(suggestion))) for suggestion in issue.suggestions),
        " | ".join(issue.evidence),
        f"{before}[{covered}]{after}",
        issue.confidence,
        issue.state.value,
        issue.comment,
        issue.span.start,
        issue.span.end,
        issue.entry or "",
        issue.fingerprint,
    )


def _harmless(cell: str | float) -> str | float:
    """The cell with an apostrophe before anything a spreadsheet program would calculate."""
    if not isinstance(cell, str):
        return cell
    if cell.lstrip().startswith(_FORMULA_STARTS) or cell.startswith(("\t", "\r", "\n")):
        return f"'{cell}"
    return cell
