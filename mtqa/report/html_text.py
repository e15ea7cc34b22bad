"""Small pieces of HTML that several parts of the report share; everything from outside is escaped here."""

from __future__ import annotations

import html

from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue
from mtqa.report.words import letter


def text(value: str) -> str:
    """The value as text of an element."""
    return html.escape(value, quote=False)


def attribute(value: str) -> str:
    """The value as text of a quoted attribute."""
    return html.escape(" ".join(value.split()), quote=True)


def label(issue: Issue) -> str:
    """The name of the issue's family, escaped."""
    family = FAMILIES.get(issue.family)
    return text(family.label if family else issue.family)


def family_class(issue: Issue) -> str:
    """The class that carries the colours of the issue's family."""
    return f"f-{issue.family.lower()}" if issue.family in FAMILIES else "f-other"


def badge(issue: Issue) -> str:
    """The family's letter in its colour."""
    return f'<span class="badge {family_class(issue)}" title="{label(issue)}">{text(letter(issue))}</span>'
