from __future__ import annotations

from mtqa.app.corrections import corrections, decided_review
from mtqa.app.desk import accepted, add_mark, decide, fresh_desk, remove_mark, undo
from mtqa.app.marks import Mark, found_again, is_free, trimmed, with_marks
from mtqa.app.payload import Utf16
from mtqa.core.edits import apply_edits
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.report import write_report
from tests.app.factory import ARTICLE, article

KEYED = article()


def mark(words: str, **fields) -> Mark:
    start = ARTICLE.index(words)
    span = Span(start, start + len(words))
    return Mark(span, words, Category.STYLE, Severity.MAJOR, **fields)


def test_a_mark_becomes_an_issue_in_its_place():
    keyed = with_marks(KEYED, (mark("second", wording="further"),))
    (own,) = (issue for issue in keyed.review.issues if issue.rule == "OWN001")
    assert (own.text, own.category, own.suggestions[0].text) == ("second", Category.STYLE, "further")
    assert [issue.span for issue in keyed.review.issues] == sorted(
        issue.span for issue in keyed.review.issues
    )


def test_a_mark_over_an_issue_or_over_changed_words_is_left_out():
    over = mark("unmentionable for")
    changed = Mark(Span(0, 6), "Rossia", Category.STYLE, Severity.MINOR)
    assert with_marks(KEYED, (over, changed)) is KEYED
    assert not is_free(over.span, KEYED.review.issues)
    assert not is_free(Span(3, 3), ())


def test_the_wording_of_a_mark_reaches_the_corrected_article_and_its_comment_every_report():
    own = mark("second", wording="further", comment="too flat")
    keyed = with_marks(KEYED, (own,))
    desk = decide(fresh_desk(keyed.issues), {own.key: accepted(keyed.issues[own.key])})
    assert "a further telephone interview" in apply_edits(ARTICLE, corrections(keyed, desk))
    review = decided_review(keyed, desk)
    for kind in ("html", "json", "csv", "md"):
        assert b"too flat" in write_report(review, kind)


def test_marks_are_steps_that_undo_takes_back():
    own = mark("second")
    marked = add_mark(fresh_desk(KEYED.issues), own)
    assert (marked.marks, marked.selected) == ((own,), own.key)
    assert undo(marked).marks == ()
    assert undo(remove_mark(marked, own.key)).marks == (own,)


def test_marks_move_with_their_words():
    own = mark("second")
    (moved,) = found_again((own, mark("NATO")), "Before. " + ARTICLE.replace("NATO", "them"))
    assert moved.span == Span(own.span.start + 8, own.span.end + 8)


def test_chosen_words_lose_the_white_space_around_them():
    assert trimmed("a  word ", Span(1, 8)) == Span(3, 7)
    assert trimmed("a   b", Span(1, 4)) == Span(4, 4)


def test_offsets_of_the_browser_come_back():
    utf16 = Utf16("a😀b👍c")
    assert [utf16.points(utf16.units(offset)) for offset in range(6)] == list(range(6))
    assert utf16.points(2) == 1
