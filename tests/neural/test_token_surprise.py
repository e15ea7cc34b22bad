"""From the pieces of a reading back to the tokens of a document, and what the finder makes of them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mtqa.core.documents import Document
from mtqa.core.spans import Span
from mtqa.language.fragments import FragmentFinder
from mtqa.language.lexicon import load_lexicon
from mtqa.language.surprise import Surprise
from mtqa.language.words import load_word_model
from mtqa.neural.language_model import Read
from mtqa.neural.token_surprise import token_surprise
from mtqa.text import read_document


def read(*pieces: tuple[int, int, float]) -> Read:
    """A reading of pieces: start, end and log probability; entropy and rank count up."""
    numbers = np.arange(len(pieces), dtype=np.float32)
    logs = np.array([log for _, _, log in pieces], np.float32)
    return Read(logs, numbers, numbers, np.zeros((0, 0), np.float32), tuple((a, b) for a, b, _ in pieces))


def surprised(document: Document, **words: float) -> Surprise:
    """A surprise of -3 for every token, and another for some words."""
    logs = np.array([words.get(text, -3.0) for text in document.tokens.texts], np.float32)
    return Surprise(logs, logs, np.full_like(logs, 2.0), np.full_like(logs, 50.0), np.ones_like(logs))


def test_a_token_sums_its_pieces_and_keeps_what_stood_before_the_first() -> None:
    document = read_document("the guerra ended")
    text = document.text
    found = token_surprise(
        document, [(Span(0, len(text)), text, read((0, 3, -1), (4, 7, -9), (7, 10, -4), (11, 16, -2)))]
    )
    assert found.log_probability.tolist() == [-1, -13, -2]
    assert found.start.tolist() == [-1, -9, -2]
    assert found.entropy.tolist() == found.rank.tolist() == [0, 1, 3]
    assert found.pieces.tolist() == [1, 2, 1]


def test_a_text_that_was_read_without_some_blanks_still_fits() -> None:
    document = read_document("Yes , he went .")
    pieces = ((0, 3, -1), (3, 4, -2), (5, 7, -3), (8, 12, -4), (12, 13, -5))
    found = token_surprise(document, [(Span(0, 15), "Yes, he went.", read(*pieces))])
    assert found.log_probability.tolist() == [-1, -2, -3, -4, -5]


@pytest.mark.parametrize("other", ["the war ended", ""])
def test_another_text_says_nothing(other: str) -> None:
    document = read_document("the guerra ended")
    found = token_surprise(document, [(Span(0, 16), other, read((0, 3, -1)))])
    assert np.isnan(found.log_probability).all()


def test_what_was_not_read_is_unknown() -> None:
    document = read_document("One sentence here. Another one there.")
    found = token_surprise(document, [(Span(0, 18), document.text[:18], read((0, 3, -1)))])
    assert found.log_probability[0] == -1
    assert math.isnan(found.log_probability[-1])


def found(text: str, **words: float) -> list[str]:
    document = read_document(text, target_lang="en")
    finder = FragmentFinder(load_word_model(), "en")
    fragments = finder.find(document, load_lexicon().loanwords, surprised(document, **words))
    return [one.span.of(text) for one in fragments if one.confidence >= 0.5]


WAR = "The film was interrupted by the outbreak of the guerra in the north."


def test_a_word_that_is_a_name_in_english_is_found_where_nobody_expected_it() -> None:
    assert found(WAR, guerra=-21.0) == ["guerra"]


def test_the_same_word_is_spared_where_it_was_expected() -> None:
    assert found(WAR) == []


def test_the_u_of_an_account_is_no_leftover() -> None:
    assert found("The idea came from u/stratorfan on Monday.", u=-14.0) == []
