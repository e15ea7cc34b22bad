from __future__ import annotations

from mtqa.app.desk import DISMISSED, decide, fresh_desk
from mtqa.app.filters import Filter, Progress, Show, grouped, progress, shown_keys
from mtqa.core.mqm import Severity
from tests.app.factory import article

KEYED = article()
ISSUES, KEYS = KEYED.issues, KEYED.order
DESK = decide(fresh_desk(ISSUES), {KEYS[0]: DISMISSED})


def test_without_a_filter_everything_is_shown():
    assert shown_keys(ISSUES, DESK, Filter()) == KEYS


def test_severity_and_family_narrow_together():
    wanted = Filter(severities=frozenset({Severity.MAJOR}), families=frozenset({"CAL"}))
    assert shown_keys(ISSUES, DESK, wanted) == KEYS[2:4]


def test_state_splits_the_issues():
    assert shown_keys(ISSUES, DESK, Filter(show=Show.OPEN)) == KEYS[1:]
    assert shown_keys(ISSUES, DESK, Filter(show=Show.DECIDED)) == KEYS[:1]


def test_search_looks_at_words_message_rule_and_meaning_whatever_the_case_and_accents():
    assert shown_keys(ISSUES, DESK, Filter(query="YANIT")) == KEYS[5:]
    assert shown_keys(ISSUES, DESK, Filter(query="write a rep")) == KEYS[5:]
    assert shown_keys(ISSUES, DESK, Filter(query="web005")) == KEYS[4:5]
    assert shown_keys(ISSUES, DESK, Filter(query="no such thing")) == ()


def test_issues_are_grouped_by_family_in_the_usual_order_and_by_rule():
    groups = grouped(ISSUES)
    assert [(g.family.code, g.count, [rule.rule for rule in g.rules]) for g in groups] == [
        ("RES", 1, ["RES001"]),
        ("WEB", 2, ["WEB003", "WEB005"]),
        ("CAL", 3, ["CAL001"]),
    ]


def test_progress_counts_decided_issues():
    done = progress(KEYS, DESK)
    assert (str(done), done.finished, done.share) == ("1 of 6", False, 1 / 6)


def test_an_article_without_issues_is_finished():
    assert (Progress(0, 0).finished, Progress(0, 0).share) == (True, 1.0)
