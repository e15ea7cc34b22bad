"""From decisions to the corrected article: edits, decided issues and the score as it is then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mtqa.api import decide
from mtqa.app.desk import Decision, Desk
from mtqa.app.keys import KeyedReview
from mtqa.core.edits import Edit
from mtqa.core.issues import Action, Issue, State, Suggestion
from mtqa.core.reviews import Review


def corrections(keyed: KeyedReview, desk: Desk) -> tuple[Edit, ...]:
    """The edits of all accepted issues, in text order.

    A deletion takes the white space with it that would be left over: the line of a line that goes, one of two
    spaces elsewhere.
    """
    text = keyed.review.document.text
    return tuple(_without_overlaps(_edits(keyed.issues, desk, text)))


def decided_review(keyed: KeyedReview, desk: Desk) -> Review:
    """The review with the decisions in its issues and the scores that the article then has.

    The accepted wording comes first among the suggestions; the reason of a dismissal becomes the comment. An issue
    accepted without a new wording still counts, since it still stands in the article.
    """
    issues = tuple(_decided(issue, desk.decision(key)) for key, issue in keyed.issues.items())
    unmended = {issue.span for issue in left_by_hand(keyed, desk)}
    counted = tuple(replace(issue, state=State.OPEN) if issue.span in unmended else issue for issue in issues)
    return replace(decide(replace(keyed.review, issues=counted), {}), issues=issues)


def left_by_hand(keyed: KeyedReview, desk: Desk) -> tuple[Issue, ...]:
    """Issues that were accepted without a new wording: someone must still mend them."""
    decisions = ((issue, desk.decision(key)) for key, issue in keyed.issues.items())
    return tuple(issue for issue, made in decisions if made.state is State.ACCEPTED and made.text is None)


def _edits(issues: Mapping[str, Issue], desk: Desk, text: str) -> Iterator[Edit]:
    for key, issue in issues.items():
        made = desk.decision(key)
        if made.state is not State.ACCEPTED or made.text is None or made.text == issue.text:
            continue
        yield Edit(*issue.span, made.text) if made.text else _deletion(issue, text)


def _deletion(issue: Issue, text: str) -> Edit:
    start, end = issue.span
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if not before.strip() and not after.strip():
        return _line_deletion(line_start, line_end, text)
    if not before.strip():
        end += len(after) - len(after.lstrip())
    elif not after.strip() or (before[-1].isspace() and after[0] in " \t.,;:!?)"):
        start -= len(before) - len(before.rstrip())
    return Edit(start, end, "")


def _line_deletion(start: int, end: int, text: str) -> Edit:
    """A whole line goes with its line end, and with the blank lines after it if blank lines stand before it too."""
    rest = text[end:]
    if not rest.strip():
        return Edit(len(text[:start].rstrip()), end, "")
    if start == 0 or text[:start].endswith(("\n\n", "\n\r\n")):
        return Edit(start, end + len(rest) - len(rest.lstrip("\r\n")), "")
    return Edit(start, end + rest.index("\n") + 1, "")


def _without_overlaps(edits: Iterator[Edit]) -> Iterator[Edit]:
    """The edits with deletions that meet made one, and none taking white space from a new wording."""
    held: Edit | None = None
    for wanted in sorted(edits, key=lambda item: (item.start, item.end)):
        edit = wanted
        if held and not held.text and not edit.text and edit.start <= held.end:
            held = held._replace(end=max(held.end, edit.end))
            continue
        if held:
            yield held
            edit = edit._replace(start=max(edit.start, held.end))
        held = edit
    if held:
        yield held


def _decided(issue: Issue, made: Decision) -> Issue:
    suggestions = issue.suggestions
    if made.state is State.ACCEPTED and made.text is not None:
        chosen = next((s for s in suggestions if s.apply(issue.text) == made.text), _own(made.text))
        suggestions = (chosen, *(other for other in suggestions if other != chosen))
    return replace(issue, state=made.state, suggestions=suggestions, comment=made.reason)


def _own(text: str) -> Suggestion:
    return Suggestion(Action.REPLACE if text else Action.DELETE, text)
