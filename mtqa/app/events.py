"""Events of the browser's log, parsed once into values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """What the reviewer did in the article."""

    SELECT = "select"
    ACCEPT = "accept"
    DISMISS = "dismiss"
    UNDO = "undo"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done in the browser. `epoch` names the page's log, `seq` counts in it from 1.

    `choice` is the index of the accepted suggestion; `following` the issue the browser moved on to; `span` the words
    chosen to be marked, in UTF-16 units; `article` the text that those are counted in.
    """

    epoch: str
    seq: int
    kind: EventKind
    issue: str | None = None
    choice: int = 0
    following: str | None = None
    span: tuple[int, int] | None = None
    article: str = ""

    def holds_for(self, article: str) -> bool:
        """Whether the event may be applied to an article: a place in a text means nothing in another one."""
        return self.kind is not EventKind.MARK or self.article == article


def parse_log(log: object) -> Iterator[Event]:
    """The events of a log as the browser sent it; whatever is not an event is passed over."""
    for entry in log if isinstance(log, list) else ():
        if isinstance(entry, Mapping) and (event := _parse(entry)):
            yield event


def _parse(entry: Mapping[object, object]) -> Event | None:
    epoch, seq, kind = entry.get("epoch"), _whole(entry.get("seq")), entry.get("type")
    if not isinstance(epoch, str) or seq is None or kind not in set(EventKind):
        return None
    choice = _whole(entry.get("choice", 0))
    if choice is None:
        return None
    start, end = _whole(entry.get("start")), _whole(entry.get("end"))
    span = (start, end) if start is not None and end is not None and 0 <= start < end else None
    article = _name(entry.get("article")) or ""
    return Event(
        epoch,
        seq,
        EventKind(str(kind)),
        _name(entry.get("id")),
        choice,
        _name(entry.get("next")),
        span,
        article,
    )


def _name(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value == int(value) else None
