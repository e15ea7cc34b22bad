"""What an article gives away about its source: each sign counts once, and the sentence says how many there are."""

from __future__ import annotations

import pytest

import mtqa
from mtqa.language.origin_signs import find_signs
from mtqa.report.words import origin_sentences
from mtqa.text import read_document


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The minister told ANP so. ANP reported it first.", ["nl"]),
        ("The talks ended.\n\nttn-fr-19", ["fr"]),
        ("The match begins at 14h30 on Sunday.", ["fr", "pt"]),
        ("„We are ready“, said the mayor.", ["de", "cs"]),
        ("The minister told AFP at 14:30 that “we are ready”.", []),
    ],
)
def test_agencies_codes_and_formats_point_to_a_language_once(text: str, languages: list[str]) -> None:
    assert [sign.language for sign in find_signs(read_document(text, target_lang="en"))] == languages


def test_a_format_of_the_target_itself_is_no_sign() -> None:
    assert (
        list(find_signs(read_document("Das Spiel endet. „Wir sind bereit“, sagt er.", target_lang="de")))
        == []
    )


def test_weak_signs_alone_name_no_language() -> None:
    assert mtqa.review("The minister told ANP that the talks go on.", target_lang="en").source is None


def test_the_sentence_about_the_origin_counts_the_signs() -> None:
    text = "That is unmentionable for the US and NATO, he told ANP.\n\nThe ministers had a telephone interview on Monday."
    review = mtqa.review(text, target_lang="en")
    assert review.source is not None
    assert review.source.language == "nl"
    ((sentence, pieces),) = origin_sentences(review)
    assert sentence == f"Probably translated from Dutch ({len(pieces)} signs)."
    assert "“ANP” is an agency that writes in Dutch" in pieces
