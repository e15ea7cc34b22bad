"""The issues as rows of a table, for the formats that spreadsheet programs open."""

from __future__ import annotations

from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue
from mtqa.core.languages import language_name
from mtqa.core.reviews import Review
from mtqa.report.context import context
from mtqa.report.words import advice

COLUMNS = ("number", "line", "severity", "family", "rule", "name", "category", "text", "language", "gloss",
           "message", "suggestions", "evidence", "context", "confidence", "state", "comment", "start", "end",
           "entry", "fingerprint")  # fmt: skip
Cell = str | int | float


def issue_row(review: Review, number: int, issue: Issue) -> tuple[Cell, ...]:
    """The cells of one issue, in the order of `COLUMNS`."""
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
