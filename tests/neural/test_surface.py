"""Figures that need no model."""

from __future__ import annotations

import pytest

from mtqa.neural.surface import PAIR_FEATURES, TARGET_FEATURES, natural, pair_features, target_features


def target(text: str) -> dict[str, float]:
    return dict(zip(TARGET_FEATURES, target_features(text).tolist(), strict=True))


def pair(source: str, text: str) -> dict[str, float]:
    return dict(zip(PAIR_FEATURES, pair_features(source, text).tolist(), strict=True))


@pytest.mark.parametrize(
    ("feature", "bad", "good"),
    [
        ("lower_start", "the vote is over.", "The vote is over."),
        ("open_end", "The vote is over", "The vote is over."),
        ("spaced_marks", "The vote , he said , is over .", "The vote, he said, is over."),
        ("doubled_marks", "The vote is over,.", "The vote is over."),
        ("doubled_words", "The the vote is over.", "The vote is over."),
        ("repeated_pairs", "in the end in the end in the end", "in the end of the day"),
    ],
)
def test_a_fault_raises_its_figure(feature: str, bad: str, good: str) -> None:
    assert target(bad)[feature] > target(good)[feature]


def test_numbers_are_compared_with_the_source() -> None:
    figures = pair("Es kamen 12 Leute am 3. Mai.", "There came 21 people on 3 May.")
    assert figures["numbers_lost"] > 0
    assert figures["numbers_added"] > 0
    assert pair("Es kamen 12 Leute.", "There came 12 people.")["numbers_lost"] == 0


def test_final_marks_of_all_scripts_are_known() -> None:
    assert pair("投票结束了。", "The vote is over.")["final_mark_differs"] == 0
    assert pair("投票结束了。", "The vote is over")["final_mark_differs"] == 1


def test_texts_without_words_have_figures() -> None:
    assert len(target_features("")) == len(TARGET_FEATURES)
    assert len(pair_features("", "…")) == len(PAIR_FEATURES)


@pytest.mark.parametrize("text", ["Yes, he said.", "It costs 3 . 5 million", "A list : one", "", "…"])
def test_only_tokenised_text_changes(text: str) -> None:
    assert natural(natural(text)) == natural(text)


def test_untokenised_text_stays_as_it_is() -> None:
    text = 'Yes, he said (in May) that it\'s over; "good".'
    assert natural(text) is text
