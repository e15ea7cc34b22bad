from __future__ import annotations

import pytest

from mtqa.core.edits import Edit, apply_edits
from mtqa.core.spans import Span
from mtqa.repairs import deletion, joined


def without(text: str, *words: str) -> str:
    """The text after the deletion of some words."""
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    return apply_edits(text, joined(text, [deletion(text, span) for span in spans], "en"))


@pytest.mark.parametrize("ending", ["", "\n", "\n\n"])
def test_the_last_two_lines_go_without_a_trace(ending):
    assert (
        without(f"The end.\n\nttn-3\n\nBir yanıt yazın{ending}", "ttn-3", "Bir yanıt yazın")
        == f"The end.{ending}"
    )


def test_the_last_two_of_three_close_lines_go_without_a_trace():
    assert without("The end.\nttn-3\n\nBir yanıt yazın\n", "ttn-3", "Bir yanıt yazın") == "The end.\n"


def test_deleting_every_line_leaves_an_empty_text():
    assert without("ttn-3\n\nBir yanıt yazın\n", "ttn-3", "Bir yanıt yazın").strip() == ""


def test_a_new_wording_before_the_last_line_keeps_its_white_space():
    text = "Bad \n\nttn-3\n"
    edits = joined(text, [Edit(0, 6, "Good\n\n"), deletion(text, Span(6, 11))], "en")
    assert apply_edits(text, edits) == "Good\n\n\n"


def test_lines_in_the_middle_leave_one_blank_line():
    assert without("One.\n\nttn-3\n\nttn-4\n\nTwo.\n", "ttn-3", "ttn-4") == "One.\n\nTwo.\n"


@pytest.mark.parametrize(
    ("text", "old", "new", "language", "repaired"),
    [
        ("He led a long talk.", "long talk", "interview", "en", "He led an interview."),
        ("An operational group left.", "operational group", "police team", "en", "A police team left."),
        ("It was an “easy win”.", "easy win", "walkover", "en", "It was a “walkover”."),
        ("She can easily win.", "easily", "well", "en", "She can well win."),
        ("He met an MP there.", "MP", "deputy", "en", "He met a deputy there."),
        ("It took a hour there.", "hour there", "hour", "en", "It took a hour."),
        ("It is a historic day.", "historic", "historical", "en", "It is a historical day."),
        ("Il y a long temps.", "long", "autre", "fr", "Il y a autre temps."),
    ],
)
def test_articles_follow_the_new_wording(text, old, new, language, repaired):
    start = text.index(old)
    edits = joined(text, [Edit(start, start + len(old), new)], language)
    assert apply_edits(text, edits) == repaired


def test_an_article_that_another_edit_changes_is_left_to_it():
    text = "He led a long talk."
    edits = joined(text, [Edit(7, 8, "the"), Edit(9, 18, "interview")], "en")
    assert apply_edits(text, edits) == "He led the interview."
