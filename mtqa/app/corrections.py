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
from mtqa.repairs import deletion, joined


def corrections(keyed: KeyedReview, desk: Desk) -> tuple[Edit, ...]:
    """The edits of all accepted issues, in text order.

    A deletion takes the white space with it that would be left over.
    """
    document = keyed.review.document
    return joined(document.text, _edits(keyed.issues, desk, document.text), document.target_lang)


def decided_review(keyed: KeyedReview, desk: Desk) -> Review:
    """The review with the decisions in its issues and the scores that the article then has.

    The accepted wording comes first among the suggestions; reason and comment become the issue's comment. An issue
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
        if made.state is State.ACCEPTED and made.text is not None and made.text != issue.text:
            yield Edit(*issue.span, made.text) if made.text else deletion(text, issue.span)


def _decided(issue: Issue, made: Decision) -> Issue:
    suggestions = issue.suggestions
    if made.state is State.ACCEPTED and made.text is not None:
        chosen = next((s for s in suggestions if s.apply(issue.text) == made.text), _own(made.text))
        suggestions = (chosen, *(other for other in suggestions if other != chosen))
    comment = ": ".join(filter(None, (made.reason, made.comment))) or issue.comment
    return replace(issue, state=made.state, suggestions=suggestions, comment=comment)


def _own(text: str) -> Suggestion:
    return Suggestion(Action.REPLACE if text else Action.DELETE, text)
