"""Counts of issues that several formats show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mtqa.core.issues import Issue
from mtqa.core.mqm import Severity

SEVERITIES = tuple(reversed(Severity))  # as reports list them, the gravest first
Row = tuple[str, int, int, int, int]


def category_rows(issues: tuple[Issue, ...]) -> list[Row]:
    """Each category with its critical, major, minor and all issues; the most frequent first, the sum last."""
    if not issues:
        return []
    order = [category for category, _ in Counter(issue.category for issue in issues).most_common()]
    rows = [_row(category.value, (i for i in issues if i.category is category)) for category in order]
    return [*rows, _row("all", issues)]


def _row(name: str, issues: Iterable[Issue]) -> Row:
    amounts = Counter(issue.severity for issue in issues)
    critical, major, minor = (amounts[severity] for severity in SEVERITIES)
    return name, critical, major, minor, critical + major + minor


def by_severity(issues: Iterable[Issue]) -> str:
    """The amounts by severity in a phrase: `1 critical, 2 minor`; nothing without issues."""
    amounts = Counter(issue.severity for issue in issues)
    return ", ".join(f"{amounts[severity]} {severity}" for severity in SEVERITIES if amounts[severity])
