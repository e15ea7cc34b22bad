"""Which issues are shown, how they are grouped, and how far the review is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mtqa.app.desk import Desk
from mtqa.core.families import FAMILIES, Family
from mtqa.core.issues import Issue, State
from mtqa.core.mqm import Severity
from mtqa.text.views import fold_text


class Show(StrEnum):
    """Which states are shown."""

    ALL = "All"
    OPEN = "Open"
    DECIDED = "Decided"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reviewer wants to see; None and the empty text let everything through."""

    severities: frozenset[Severity] | None = None
    families: frozenset[str] | None = None
    rules: frozenset[str] | None = None
    show: Show = Show.ALL
    query: str = ""

    def lets_through(self, issue: Issue, state: State) -> bool:
        """Whether an issue in this state is shown."""
        if self.severities is not None and issue.severity not in self.severities:
            return False
        if self.families is not None and issue.family not in self.families:
            return False
        if self.rules is not None and issue.rule not in self.rules:
            return False
        if self.show is not Show.ALL and (self.show is Show.OPEN) != (state is State.OPEN):
            return False
        return not self.query.strip() or fold_text(self.query.strip()) in fold_text(_searched(issue))


def shown_keys(issues: Mapping[str, Issue], desk: Desk, wanted: Filter) -> tuple[str, ...]:
    """The keys of the issues that a filter lets through, in text order."""
    return tuple(key for key, issue in issues.items() if wanted.lets_through(issue, desk.decision(key).state))


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The issues of one rule."""

    rule: str
    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyGroup:
    """The issues of one family, by rule."""

    family: Family
    rules: tuple[RuleGroup, ...]

    @property
    def count(self) -> int:
        """Number of issues of the family."""
        return sum(len(group.keys) for group in self.rules)


def grouped(issues: Mapping[str, Issue]) -> tuple[FamilyGroup, ...]:
    """The issues by family, in the order of the families, and in it by rule id."""
    by_rule: dict[str, list[str]] = {}
    for key, issue in issues.items():
        by_rule.setdefault(issue.rule, []).append(key)
    groups = [RuleGroup(rule, issues[keys[0]].name, tuple(keys)) for rule, keys in sorted(by_rule.items())]
    by_family = (
        (family, tuple(g for g in groups if g.rule.startswith(code))) for code, family in FAMILIES.items()
    )
    return tuple(FamilyGroup(family, rules) for family, rules in by_family if rules)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many issues are decided."""

    decided: int
    total: int

    @property
    def share(self) -> float:
        """The decided part, 0-1; 1 for an article without issues."""
        return self.decided / self.total if self.total else 1.0

    @property
    def finished(self) -> bool:
        """Whether no issue is open."""
        return self.decided == self.total

    def __str__(self) -> str:
        return f"{self.decided} of {self.total}"


def progress(keys: Iterable[str], desk: Desk) -> Progress:
    """How far the review of these issues is."""
    states = [desk.is_open(key) for key in keys]
    return Progress(states.count(False), len(states))


def _searched(issue: Issue) -> str:
    return " ".join((issue.text, issue.message, issue.rule, issue.name, issue.gloss or ""))
