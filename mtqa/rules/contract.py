"""The contract of a rule: its metadata, its check, and the examples that are its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.rules.context import Context

Check = Callable[[Document, Context], Iterator[Finding]]


class Scope(StrEnum):
    """How much a rule must see: one block, the whole document, or source and target."""

    BLOCK = "block"
    DOCUMENT = "document"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule at work, and is its test.

    With a span marked `[[…]]` the rule must report exactly that span, one of its suggestions must give `fixed`
    (where set), and the repaired text must be silent. Without a mark, the text must be silent under all rules.
    """

    text: str
    fixed: str | None = None
    source_lang: str | None = None
    target_lang: str = "en"
    source: str | None = None

    @property
    def is_bad(self) -> bool:
        """Whether the example shows the defect."""
        return "[[" in self.text and "]]" in self.text


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of defect. Category and severity are fixed per rule; confidence is set per finding.

    `needs` names resources (`words`); without them the rule is listed as skipped. `targets` are the target
    languages that the rule knows, empty for all.
    """

    id: str
    name: str
    summary: str
    why: str
    category: Category
    severity: Severity
    check: Check
    scope: Scope = Scope.BLOCK
    needs: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    examples: tuple[Example, ...] = field(default=())

    @property
    def family(self) -> str:
        """The three letters of the rule's family."""
        return self.id[:3]


def rule(
    id: str,  # noqa: A002  the field's own name
    name: str,
    *,
    summary: str,
    why: str,
    category: Category,
    severity: Severity,
    scope: Scope = Scope.BLOCK,
    needs: tuple[str, ...] = (),
    targets: tuple[str, ...] = (),
    examples: tuple[Example, ...] = (),
) -> Callable[[Check], Rule]:
    """Turns a check function into a `Rule`."""

    def wrap(check: Check) -> Rule:
        return Rule(
            id,
            name,
            summary,
            why,
            category,
            severity,
            check,
            scope,
            frozenset(needs),
            frozenset(targets),
            examples,
        )

    return wrap
