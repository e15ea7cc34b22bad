"""The reviewer's desk: what was decided about each issue, how to undo it, and which issue lies open.

Every change is a pure function from one desk to the next, whether it comes from a button or from the event log of
the browser.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from mtqa.app.events import Event, EventKind
from mtqa.app.marks import Mark
from mtqa.core.issues import Issue, State

# A bulk decision over a long article is one step; more steps than this nobody takes back one by one.
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. `text` stands in place of the issue's span; None leaves the span as it is.

    `reason` is that of a dismissal; a `comment` may stand at any issue, an open one too.
    """

    state: State = State.OPEN
    text: str | None = None
    reason: str = ""
    comment: str = ""


OPEN = Decision()
DISMISSED = Decision(State.DISMISSED)


@dataclass(frozen=True, slots=True)
class Step:
    """What one step replaced: decisions by issue, and all marks where it changed those."""

    decisions: Mapping[str, Decision]
    marks: tuple[Mark, ...] | None = None


@dataclass(frozen=True)
class Work:
    """What is kept of the work on an article: decisions, own marks, and the steps that undo takes back."""

    decisions: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    marks: tuple[Mark, ...] = ()
    history: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Desk(Work):
    """The work on one article, and where the reviewer is in it.

    `marking` are the words chosen to be marked, as (start, end) in UTF-16 units. `epoch` and `ack` say which event of
    which browser log was applied last.
    """

    selected: str | None = None
    marking: tuple[int, int] | None = None
    epoch: str = ""
    ack: int = 0

    def decision(self, key: str) -> Decision:
        """What was decided about an issue."""
        return self.decisions.get(key, OPEN)

    def is_open(self, key: str) -> bool:
        """Whether an issue still waits for a decision."""
        return self.decision(key).state is State.OPEN


def accepted(issue: Issue, choice: int = 0) -> Decision:
    """Acceptance of one of the issue's suggestions; of the problem alone where there is no such suggestion."""
    if not 0 <= choice < len(issue.suggestions):
        return Decision(State.ACCEPTED)
    return Decision(State.ACCEPTED, issue.suggestions[choice].apply(issue.text))


def decide(desk: Desk, decisions: Mapping[str, Decision]) -> Desk:
    """The desk after one step that may decide many issues at once; comments made before stay."""
    if not decisions:
        return desk
    made = {
        key: replace(one, comment=one.comment or desk.decision(key).comment) for key, one in decisions.items()
    }
    return _with_decisions(desk, made)


def comment_on(desk: Desk, key: str, comment: str) -> Desk:
    """The desk with a comment at an issue, which is decided as it was; the empty text takes a comment away."""
    made = desk.decision(key)
    return desk if made.comment == comment else _with_decisions(desk, {key: replace(made, comment=comment)})


def _with_decisions(desk: Desk, decisions: Mapping[str, Decision]) -> Desk:
    before = Step(MappingProxyType({key: desk.decision(key) for key in decisions}))
    after = MappingProxyType({**desk.decisions, **decisions})
    return replace(desk, decisions=after, history=_with_step(desk, before))


def add_mark(desk: Desk, mark: Mark) -> Desk:
    """The desk with a passage marked by the reviewer, and its issue open."""
    marks = (*(other for other in desk.marks if other.key != mark.key), mark)
    history = _with_step(desk, Step(MappingProxyType({}), desk.marks))
    return replace(desk, marks=marks, history=history, selected=mark.key, marking=None)


def remove_mark(desk: Desk, key: str) -> Desk:
    """The desk without a mark of the reviewer."""
    marks = tuple(mark for mark in desk.marks if mark.key != key)
    made = {key: desk.decisions[key]} if key in desk.decisions else {}
    after = MappingProxyType({other: one for other, one in desk.decisions.items() if other != key})
    history = _with_step(desk, Step(MappingProxyType(made), desk.marks))
    return replace(desk, marks=marks, decisions=after, history=history)


def stop_marking(desk: Desk) -> Desk:
    """The desk without words chosen to be marked."""
    return replace(desk, marking=None)


def _with_step(desk: Desk, before: Step) -> tuple[Step, ...]:
    return (*desk.history, before)[-MOST_STEPS:]


def undo(desk: Desk) -> Desk:
    """The desk before the last step, with the first issue of that step selected."""
    if not desk.history:
        return desk
    before = desk.history[-1]
    return replace(
        desk,
        decisions=MappingProxyType({**desk.decisions, **before.decisions}),
        marks=desk.marks if before.marks is None else before.marks,
        history=desk.history[:-1],
        selected=next(iter(before.decisions), desk.selected),
    )


def select(desk: Desk, key: str | None) -> Desk:
    """The desk with another issue open."""
    return replace(desk, selected=key)


def step(desk: Desk, order: Sequence[str], by: int) -> Desk:
    """The desk with the next (`by=1`) or previous (`by=-1`) issue of an order open; it goes round at the ends."""
    if not order:
        return desk
    if desk.selected not in order:
        return select(desk, order[0 if by > 0 else -1])
    return select(desk, order[(order.index(desk.selected) + by) % len(order)])


def advance(desk: Desk, order: Sequence[str]) -> Desk:
    """The desk with the next open issue selected, looking on from the selected one and then from the top."""
    start = order.index(desk.selected) + 1 if desk.selected in order else 0
    following = next((key for key in (*order[start:], *order[:start]) if desk.is_open(key)), None)
    return desk if following is None else select(desk, following)


def apply_event(desk: Desk, event: Event, issues: Mapping[str, Issue]) -> Desk:
    """The desk after one event of the browser. Events seen before, and unknown issues, change nothing."""
    if event.epoch == desk.epoch and event.seq <= desk.ack:
        return desk
    desk = replace(desk, epoch=event.epoch, ack=event.seq, marking=None)
    if event.kind is EventKind.UNDO:
        return undo(desk)
    if event.kind is EventKind.MARK:
        return replace(desk, marking=event.span)
    if event.issue is None or event.issue not in issues:
        return desk
    if event.kind is EventKind.SELECT:
        return select(desk, event.issue)
    made = DISMISSED if event.kind is EventKind.DISMISS else accepted(issues[event.issue], event.choice)
    desk = select(decide(desk, {event.issue: made}), event.issue)
    return select(desk, event.following) if event.following in issues else desk


def apply_events(desk: Desk, events: Iterable[Event], issues: Mapping[str, Issue]) -> Desk:
    """The desk after a log of events, which may repeat events that were applied before."""
    for event in events:
        desk = apply_event(desk, event, issues)
    return desk


def work_of(desk: Desk) -> Work:
    """What is to be kept of a desk."""
    return Work(desk.decisions, desk.marks, desk.history)


def open_keys(desk: Desk, keys: Collection[str]) -> tuple[str, ...]:
    """Those of the keys that still wait for a decision."""
    return tuple(key for key in keys if desk.is_open(key))


def fresh_desk(issues: Mapping[str, Issue], work: Work | None = None) -> Desk:
    """A desk for a review, with earlier work (of this article's autosave) and dismissals that stand in the settings."""
    earlier = work or Work()
    known = {key: Decision(issue.state) for key, issue in issues.items() if issue.state is not State.OPEN}
    desk = Desk(MappingProxyType({**known, **earlier.decisions}), earlier.marks, earlier.history)
    first = next((key for key in issues if desk.is_open(key)), next(iter(issues), None))
    return select(desk, first)
