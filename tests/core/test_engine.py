"""Merging, dismissals and the laws that hold for any text."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import mtqa
from mtqa.core.config import Config, Profile
from mtqa.core.errors import InputError
from mtqa.core.issues import Issue, State
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.engine import merge
from mtqa.text import read_document

BODY = "The council approved the plan on Monday after a long debate. Work will begin in spring.\n\n"
STRICT = Config(profile=Profile.STRICT)
SNIPPETS = st.sampled_from(
    [
        "Bir yanıt yazın",
        "İstanbul",
        "12.500 soldiers",
        "„Nein“, he said.",
        "ttn-3",
        "unmentionable for NATO",
        "© AP",
        "the the",
        "&nbsp;",
        "ﬁ",
        "Добавить комментарий",
        "公式Boat",
        "𝒳",
        "e\u0301",
        "\u200b",
        "\r\n",
        "\n\n",
        "Foto: <any>",
        "{0}",
        "Here is the translation:",
        "straße",
        "👩‍👩‍👧",
        "\u2028",
    ]
)
TEXTS = st.lists(st.one_of(SNIPPETS, st.text(max_size=30)), max_size=12).map(" ".join)


def issue(
    start: int, end: int, severity: Severity = Severity.MINOR, rule: str = "WEB001", confidence: float = 0.9
) -> Issue:
    return Issue(
        rule,
        "name",
        Category.ADDITION,
        severity,
        confidence,
        Span(start, end),
        1,
        "x" * (end - start),
        f"{rule} says so.",
    )


@given(TEXTS)
def test_every_issue_covers_its_own_text_in_order_without_overlap(text: str) -> None:
    try:
        result = mtqa.review(text, target_lang="en", config=STRICT)
    except InputError:
        return
    assert result.failures == ()
    end = 0
    for found in result.issues:
        assert found.span.of(text) == found.text != ""
        assert found.span.start >= end
        end = found.span.end


@given(TEXTS)
def test_a_review_depends_on_its_input_alone(text: str) -> None:
    try:
        first = mtqa.review(text, target_lang="en")
    except InputError:
        return
    assert mtqa.review(text, target_lang="en") == first


@given(TEXTS)
def test_cutting_into_blocks_and_sentences_loses_nothing_but_white_space(text: str) -> None:
    document = read_document(text)
    for spans in ([block.span for block in document.blocks], list(document.sentences)):
        left, position = "", 0
        for span in spans:
            assert span.start >= position
            left += text[position : span.start]
            position = span.end
        assert (left + text[position:]).strip() == ""
    tokens = document.tokens
    assert "".join(tokens.texts) == "".join(
        "".join(text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True))
    )
    assert sum(map(len, tokens.texts)) == sum(not c.isspace() for c in text) + sum(
        c.isspace() for t in tokens.texts for c in t
    )


def test_merging_does_not_depend_on_the_order_of_rules() -> None:
    issues = [
        issue(0, 10),
        issue(5, 8, Severity.MAJOR, "CAL001"),
        issue(8, 12, rule="NUM001"),
        issue(20, 30),
        issue(20, 30, rule="RES001"),
    ]
    expected = merge(issues)
    assert [(found.rule, found.span) for found in expected] == [
        ("CAL001", (5, 8)),
        ("NUM001", (8, 12)),
        ("RES001", (20, 30)),
    ]
    for seed in range(20):
        shuffled = issues[:]
        random.Random(seed).shuffle(shuffled)
        assert merge(shuffled) == expected


def test_the_loser_of_an_overlap_is_kept_as_evidence() -> None:
    (winner,) = merge([issue(0, 10), issue(5, 8, Severity.MAJOR, "CAL001")])
    assert winner.evidence == ("name (WEB001): WEB001 says so.",)


def test_a_dismissal_survives_edits_elsewhere() -> None:
    (found,) = mtqa.review(BODY + "Bir yanıt yazın", target_lang="en").issues
    config = Config(dismissals=frozenset({found.fingerprint}))
    (again,) = mtqa.review(
        "A new first paragraph stands here now.\n\n" + BODY + "Bir yanıt yazın",
        target_lang="en",
        config=config,
    ).issues
    assert again == replace(found, span=again.span, line=again.line, state=State.DISMISSED)


def test_a_dismissed_issue_costs_nothing() -> None:
    text = BODY + "Bir yanıt yazın"
    (found,) = mtqa.review(text, target_lang="en").issues
    config = Config(dismissals=frozenset({found.fingerprint}))
    assert mtqa.review(text, target_lang="en", config=config).scores.quality == 100.0


def test_a_word_of_the_house_dictionary_is_left_alone() -> None:
    text = BODY + "The minister welcomed the vooruitgang of the talks."
    assert [i.text for i in mtqa.review(text, target_lang="en").issues] == ["vooruitgang"]
    config = Config(dictionary=frozenset({"Vooruitgang"}))
    assert mtqa.review(text, target_lang="en", config=config).issues == ()
