"""Whatever is accepted, Word shows the corrected article when it accepts all changes, and the given one when it rejects them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.core.edits import apply_edits
from mtqa.core.issues import Issue, State, Suggestion, delete, insert, replace
from mtqa.core.spans import Span
from mtqa.repairs import joined, repair
from tests.report.factory import issue, review
from tests.report.test_word_report import decided

WORDS = ("one", "two,", "three", "😀", "четыре", "پنج")
LINES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4
)
SUGGESTIONS = st.sampled_from((delete(), replace("new"), insert("in "), replace("new words")))
STATES = st.sampled_from((State.ACCEPTED, State.ACCEPTED, State.OPEN, State.DISMISSED))


@st.composite
def texts_with_issues(draw: st.DrawFn) -> tuple[str, tuple[Issue, ...]]:
    """A text of a few paragraphs, and issues in order that do not overlap."""
    text = "\n\n".join(draw(LINES))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    issues = tuple(
        _issue(text, Span(start, end), draw(SUGGESTIONS), draw(STATES))
        for start, end in zip(places[::2], places[1::2], strict=False)
        if text[start:end].strip()
    )
    return text, issues


def _issue(text: str, span: Span, suggestion: Suggestion, state: State) -> Issue:
    line = text.count("\n", 0, span.start) + 1
    return issue("", text=text, span=span, line=line, suggestions=(suggestion,), state=state)


@settings(max_examples=150, deadline=None)
@given(texts_with_issues())
def test_tracked_changes_are_the_repairs(given_: tuple[str, tuple[Issue, ...]]) -> None:
    text, issues = given_
    result = review(*issues, text=text)
    accepted = (repair(text, one.span, one.suggestions[0]) for one in issues if one.state is State.ACCEPTED)
    corrected = apply_edits(text, joined(text, accepted, result.document.target_lang))
    assert _words(decided(result, accept=False)) == _words([text])
    assert _words(decided(result, accept=True)) == _words([corrected])


def _words(lines: list[str]) -> str:
    """The letters in order: an edit may take in the white space between paragraphs, which Word keeps as their ends."""
    return "".join("".join(lines).split())
