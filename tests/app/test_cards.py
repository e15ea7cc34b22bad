from __future__ import annotations

from mtqa.app.cards import card_of, decision_words, quote_of, repair_line, safe_decisions, suggestion_label
from mtqa.app.desk import DISMISSED, Decision, decide, fresh_desk
from mtqa.app.markup import card_html, header_html, reasons_html
from mtqa.core.issues import State, delete, insert, replace
from mtqa.core.spans import Span
from tests.app.factory import ARTICLE, article, issue, keyed

KEYED = article()
KEYS = KEYED.order
DESK = fresh_desk(KEYED.issues)


def card(number: int, desk=DESK):
    return card_of(KEYED, KEYS[number], desk, {})


def test_a_card_says_what_where_and_how_sure():
    found = card(1)
    assert (found.family.code, found.severity, found.message) == ("CAL", "critical", "This is odd; mend it.")
    assert (found.quote.before, found.quote.marked) == ("That is ", "unmentionable")
    assert found.sureness == "almost certain (90%)"
    assert found.choices == ("Use “non-negotiable”", "Use “out of the question”")


def test_the_origin_is_told_apart_from_the_language_of_the_words():
    assert (card(1).origin, card(1).translatable) == ("From Dutch", False)
    assert (card(5).origin, card(5).translatable) == ("Turkish for “Write a reply”", True)


def test_scopes_name_what_they_dismiss_and_leave_out_what_adds_nothing():
    assert [(scope.label, len(scope.keys)) for scope in card(2).scopes] == [
        ("Dismiss all 2: “telephone interview”", 2),
        ("Dismiss all 3: CAL001 some-defect", 3),
    ]
    assert card(0).scopes == ()


def test_scopes_hold_open_issues_only():
    desk = decide(DESK, {KEYS[3]: DISMISSED})
    assert [scope.label for scope in card(2, desk).scopes] == ["Dismiss all 2: CAL001 some-defect"]


def test_buttons_say_what_they_do():
    labels = [
        suggestion_label(s) for s in (delete(), replace("a call"), insert("the "), replace(" "), insert(" "))
    ]
    assert labels == ["Delete it", "Use “a call”", "Put in “the”", "Put in a space", "Put in a space"]


def test_decisions_are_put_in_words():
    made = [Decision(), DISMISSED, Decision(State.DISMISSED, None, "Our style"), Decision(State.ACCEPTED, None),
            Decision(State.ACCEPTED, ""), Decision(State.ACCEPTED, "a call")]  # fmt: skip
    assert [decision_words(one) for one in made] == [
        "", "Dismissed.", "Dismissed: Our style.", "Noted, to be mended by hand.", "Deleted.", "Changed to “a call”.",
    ]  # fmt: skip


def test_only_open_and_safe_repairs_are_made_at_once():
    desk = decide(DESK, {KEYS[0]: DISMISSED})
    assert safe_decisions(KEYED, desk) == {KEYS[4]: Decision(State.ACCEPTED, "")}
    assert repair_line(KEYED.issues[KEYS[4]], Decision(State.ACCEPTED, "")) == "“ttn-3” goes"


def test_a_long_line_is_cut_around_the_words():
    text = "word " * 60 + "HERE" + " word" * 60
    quote = quote_of(text, Span(300, 304))
    assert quote.marked == "HERE"
    assert quote.before.startswith("…word")
    assert quote.after.endswith("word…")
    assert len(quote.before) <= 71


def test_the_html_of_a_card_holds_article_text_as_text():
    text = "<script>alert(1)</script> <img src=http://evil.example> & \u202eabc"
    review = keyed(
        issue(text, "<img src=http://evil.example>", "ENC003", message="<b>odd</b>", evidence=("<i>",)),
        text=text,
    )
    shown = card_of(review, review.order[0], fresh_desk(review.issues), {})
    html = card_html(shown) + reasons_html(shown) + header_html("<u>name</u>", "<s>")
    for tag in ("<script", "<img", "<b>odd", "<i>", "<u>", "<s>"):
        assert tag not in html


def test_the_quote_of_the_whole_line_has_nothing_around_it():
    start = ARTICLE.index("ttn-3")
    assert quote_of(ARTICLE, Span(start, start + 5)).before == ""
