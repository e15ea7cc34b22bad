"""What a rule finds (`Finding`) and what a review shows (`Issue`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span


class Action(StrEnum):
    """What a suggestion does with the span of its issue."""

    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


class State(StrEnum):
    """What a person decided about an issue."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A repair of the issue's span.

    `text` replaces the span (empty for a deletion; for `insert` it goes in before the span). `safe` means that
    the repair may be applied unseen: it cannot change the meaning of the article.
    """

    action: Action
    text: str = ""
    safe: bool = False

    def apply(self, covered: str) -> str:
        """The text that stands in place of the covered text after the repair."""
        return self.text + covered if self.action is Action.INSERT else self.text


def replace(text: str, *, safe: bool = False) -> Suggestion:
    """A suggestion that replaces the span by `text`."""
    return Suggestion(Action.REPLACE, text, safe)


def delete(*, safe: bool = False) -> Suggestion:
    """A suggestion that deletes the span."""
    return Suggestion(Action.DELETE, "", safe)


def insert(text: str, *, safe: bool = False) -> Suggestion:
    """A suggestion that puts `text` in before the span."""
    return Suggestion(Action.INSERT, text, safe)


@dataclass(frozen=True, slots=True)
class Finding:
    """One sighting by a rule: where, why, how sure (0-1) and what to do. The engine makes it an `Issue`.

    `message` is one sentence in an editor's words: what is odd, then what to do. `evidence` are the pieces that
    made us believe it. `language` is the BCP 47 code of the language seen, `gloss` the meaning of the span in
    English, `entry` the lexicon entry that matched.
    """

    span: Span
    message: str
    confidence: float
    evidence: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    language: str | None = None
    gloss: str | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding with everything a reader needs to agree or disagree with it.

    `text` is what the span covers. `fingerprint` names the issue independently of its place, so that a
    dismissal survives edits elsewhere. `line` counts from 1.
    """

    rule: str
    name: str
    category: Category
    severity: Severity
    confidence: float
    span: Span
    line: int
    text: str
    message: str
    evidence: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    language: str | None = None
    gloss: str | None = None
    entry: str | None = None
    fingerprint: str = ""
    state: State = State.OPEN
    comment: str = field(default="", compare=False)

    @property
    def family(self) -> str:
        """The three letters of the rule's family, such as `RES`."""
        return self.rule[:3]

    @property
    def penalty(self) -> float:
        """MQM points of this issue on its own: severity × confidence."""
        return self.severity.weight * self.confidence
