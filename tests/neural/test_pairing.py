"""Sentences of both sides are paired in order, and what has no counterpart stays alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.neural.encoder import Encoded
from mtqa.neural.pairing import Group, pair_sentences


def sentence(*topics: int) -> Encoded:
    """A sentence whose mean state points at the given topics."""
    mean = np.full(8, 0.2, np.float32)
    mean[list(topics)] += 1
    return Encoded(mean[None, :], ((0, 1),), mean)


def ranges(groups: list[Group]) -> list[tuple[list[int], list[int]]]:
    return [(list(group.source), list(group.target)) for group in groups]


def test_sentences_that_say_the_same_are_paired_one_to_one() -> None:
    source = [sentence(0), sentence(1), sentence(2)]
    assert ranges(pair_sentences(source, list(source))) == [([0], [0]), ([1], [1]), ([2], [2])]


def test_a_lost_sentence_has_no_counterpart() -> None:
    source = [sentence(0), sentence(1), sentence(2), sentence(3)]
    target = [source[0], source[2], source[3]]
    assert ranges(pair_sentences(source, target)) == [([0], [0]), ([1], []), ([2], [1]), ([3], [2])]


def test_an_added_sentence_has_no_counterpart() -> None:
    source = [sentence(0), sentence(2), sentence(3)]
    target = [source[0], sentence(1), source[1], source[2]]
    assert ranges(pair_sentences(source, target)) == [([0], [0]), ([], [1]), ([1], [2]), ([2], [3])]


def test_a_sentence_split_in_two_is_one_group() -> None:
    source = [sentence(0), sentence(1, 2), sentence(3)]
    target = [sentence(0), sentence(1), sentence(2), sentence(3)]
    assert ranges(pair_sentences(source, target)) == [([0], [0]), ([1], [1, 2]), ([2], [3])]


@pytest.mark.parametrize(("ours", "theirs"), [(0, 0), (0, 2), (2, 0), (1, 3), (3, 1)])
def test_short_and_empty_sides_make_at_most_one_group(ours: int, theirs: int) -> None:
    groups = pair_sentences([sentence(i) for i in range(ours)], [sentence(i) for i in range(theirs)])
    assert len(groups) == (1 if ours or theirs else 0)


@given(
    st.lists(st.integers(0, 7), min_size=2, max_size=12), st.lists(st.integers(0, 7), min_size=2, max_size=12)
)
def test_every_sentence_is_in_exactly_one_group_in_order(ours: list[int], theirs: list[int]) -> None:
    groups = pair_sentences([sentence(i) for i in ours], [sentence(i) for i in theirs])
    assert [i for group in groups for i in group.source] == list(range(len(ours)))
    assert [i for group in groups for i in group.target] == list(range(len(theirs)))
