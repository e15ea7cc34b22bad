from __future__ import annotations

from mtqa.app.corrections import corrections, decided_review, left_by_hand
from mtqa.app.desk import DISMISSED, Decision, accepted, decide, fresh_desk
from mtqa.core.edits import apply_edits
from mtqa.core.issues import Action, State, Suggestion
from tests.app.factory import ARTICLE, article

KEYED = article()
KEYS = KEYED.order
EMPTY = fresh_desk(KEYED.issues)


def corrected(decisions):
    return apply_edits(ARTICLE, corrections(KEYED, decide(EMPTY, decisions)))


def test_nothing_decided_changes_nothing():
    assert corrections(KEYED, EMPTY) == ()


def test_accepted_wordings_and_deletions_leave_a_tidy_article():
    every = {key: accepted(found) for key, found in KEYED.issues.items()} | {
        KEYS[5]: Decision(State.ACCEPTED, "")
    }
    assert corrected(every).rstrip("\n") == (
        "Russia replies to the US\n\n"
        "That is non-negotiable for NATO. The call was a call, and a second call followed."
    )


def test_dismissed_and_noted_issues_stay_in_the_text():
    assert corrected({KEYS[0]: DISMISSED, KEYS[5]: accepted(KEYED.issues[KEYS[5]])}) == ARTICLE


def test_own_words_are_put_in():
    assert "That is off the table for NATO." in corrected(
        {KEYS[1]: Decision(State.ACCEPTED, "off the table")}
    )


def test_the_decided_review_carries_states_reasons_and_the_chosen_wording_first():
    desk = decide(
        EMPTY,
        {
            KEYS[1]: accepted(KEYED.issues[KEYS[1]], 1),
            KEYS[2]: Decision(State.ACCEPTED, "phone call"),
            KEYS[3]: Decision(State.DISMISSED, None, "A quotation"),
        },
    )
    issues = decided_review(KEYED, desk).issues
    assert [found.state for found in issues] == ["open", "accepted", "accepted", "dismissed", "open", "open"]
    assert [s.text for s in issues[1].suggestions] == ["out of the question", "non-negotiable"]
    assert issues[2].suggestions[0] == Suggestion(Action.REPLACE, "phone call")
    assert issues[3].comment == "A quotation"


def test_repairs_raise_the_score_and_notes_do_not():
    before = decided_review(KEYED, EMPTY).scores.quality
    repaired = decided_review(KEYED, decide(EMPTY, {KEYS[1]: accepted(KEYED.issues[KEYS[1]])})).scores.quality
    noted = decide(EMPTY, {KEYS[5]: accepted(KEYED.issues[KEYS[5]])})
    assert repaired > before
    assert decided_review(KEYED, noted).scores.quality == before
    assert [found.text for found in left_by_hand(KEYED, noted)] == ["Bir yanıt yazın"]
