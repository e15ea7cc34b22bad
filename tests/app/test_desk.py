from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.app.desk import (
    DISMISSED,
    OPEN,
    Decision,
    Desk,
    Work,
    accepted,
    advance,
    apply_event,
    apply_events,
    decide,
    fresh_desk,
    step,
    undo,
)
from mtqa.app.events import Event, EventKind, parse_log
from mtqa.core.issues import State, insert
from tests.app.factory import ARTICLE, article, issue

ISSUES = article().issues
KEYS = tuple(ISSUES)


def event(seq: int, kind: EventKind, key: str | None = None, **more: object) -> Event:
    return Event("page", seq, kind, key, **more)  # type: ignore[arg-type]  # the tests pass what Event takes


def test_issues_that_share_a_fingerprint_have_keys_of_their_own():
    assert KEYS[2:4] == ("CAL001-telephone interview", "CAL001-telephone interview~2")


def test_a_fresh_desk_opens_the_first_issue():
    desk = fresh_desk(ISSUES)
    assert (desk.selected, desk.decisions, desk.history) == (KEYS[0], {}, ())


def test_a_fresh_desk_keeps_earlier_decisions_and_opens_the_first_open_issue():
    desk = fresh_desk(ISSUES, Work({KEYS[0]: DISMISSED}))
    assert (desk.selected, desk.decision(KEYS[0])) == (KEYS[1], DISMISSED)


def test_accepting_takes_the_chosen_suggestion_and_moves_where_the_browser_went():
    desk = apply_event(
        fresh_desk(ISSUES), event(1, EventKind.ACCEPT, KEYS[1], choice=1, following=KEYS[2]), ISSUES
    )
    assert desk.decision(KEYS[1]) == Decision(State.ACCEPTED, "out of the question")
    assert (desk.selected, desk.ack) == (KEYS[2], 1)


def test_accepting_an_issue_without_suggestion_leaves_the_text():
    assert accepted(ISSUES[KEYS[5]]) == Decision(State.ACCEPTED, None)


def test_an_insertion_stands_before_the_words():
    found = issue(ARTICLE, "Abroad", "GLU001", suggestions=(insert(" "),))
    assert accepted(found).text == " Abroad"


def test_events_already_applied_change_nothing():
    log = [event(1, EventKind.DISMISS, KEYS[0]), event(2, EventKind.DISMISS, KEYS[1])]
    once = apply_events(fresh_desk(ISSUES), log, ISSUES)
    assert apply_events(once, log, ISSUES) == once
    assert len(once.history) == 2


def test_the_log_of_a_reloaded_page_counts_anew():
    desk = apply_event(fresh_desk(ISSUES), event(9, EventKind.DISMISS, KEYS[0]), ISSUES)
    desk = apply_event(desk, Event("other page", 1, EventKind.DISMISS, KEYS[1]), ISSUES)
    assert (desk.epoch, desk.ack, len(desk.decisions)) == ("other page", 1, 2)


def test_an_event_about_an_unknown_issue_is_acknowledged_only():
    desk = apply_event(fresh_desk(ISSUES), event(1, EventKind.ACCEPT, "gone"), ISSUES)
    assert (desk.ack, desk.decisions) == (1, {})


def test_undo_takes_back_a_bulk_decision_in_one_step():
    desk = decide(decide(fresh_desk(ISSUES), {KEYS[0]: DISMISSED}), dict.fromkeys(KEYS, DISMISSED))
    desk = undo(desk)
    assert [desk.decision(key) for key in KEYS] == [DISMISSED, *[OPEN] * 5]
    assert undo(undo(desk)).decision(KEYS[0]) == OPEN


def test_undo_on_an_untouched_desk_changes_nothing():
    desk = fresh_desk(ISSUES)
    assert undo(desk) == desk


def test_advance_goes_on_to_the_next_open_issue_and_round_the_end():
    desk = decide(Desk(selected=KEYS[5]), {KEYS[5]: DISMISSED, KEYS[0]: DISMISSED})
    assert advance(desk, KEYS).selected == KEYS[1]


def test_step_goes_round_and_enters_from_either_end():
    assert step(Desk(selected=KEYS[5]), KEYS, 1).selected == KEYS[0]
    assert step(Desk(selected="hidden"), KEYS, -1).selected == KEYS[5]
    assert step(Desk(selected=KEYS[1]), (), 1).selected == KEYS[1]


def test_a_log_is_parsed_and_what_is_no_event_passed_over():
    log = [
        {"epoch": "p", "seq": 1, "type": "accept", "id": "k", "choice": 2, "next": "l"},
        {"epoch": "p", "seq": 2.0, "type": "undo"},
        {"epoch": "p", "seq": "3", "type": "undo"},
        {"epoch": "p", "seq": 4, "type": "format the disk"},
        {"epoch": 5, "seq": 5, "type": "undo"},
        "noise",
    ]
    assert list(parse_log(log)) == [
        Event("p", 1, EventKind.ACCEPT, "k", 2, "l"),
        Event("p", 2, EventKind.UNDO),
    ]
    assert list(parse_log(None)) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(list(EventKind)), st.sampled_from(KEYS), st.integers(0, 3)), max_size=30
    )
)
def test_undoing_everything_brings_back_the_beginning(steps):
    desk = fresh_desk(ISSUES)
    for seq, (kind, key, choice) in enumerate(steps, 1):
        desk = apply_event(desk, event(seq, kind, key, choice=choice), ISSUES)
    for _ in range(len(steps)):
        desk = undo(desk)
    assert all(desk.is_open(key) for key in KEYS)
    assert desk.ack == len(steps)
