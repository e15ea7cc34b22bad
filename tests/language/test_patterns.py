"""The pattern language of the lexicons."""

from __future__ import annotations

import pytest

from mtqa.language.entries import Entry, Topic
from mtqa.language.matcher import Matcher
from mtqa.language.patterns import PatternError, expand, fill
from mtqa.text import fold


def found(pattern: str, text: str, *, case: bool = False) -> list[str]:
    entry = Entry("x-y", Topic.CALQUES, "calque", "nl", (pattern,), "test", suggestions=("[<1>]",), case=case)
    return [hit.covered for hit in Matcher([entry]).find(text, fold(text))]


@pytest.mark.parametrize(
    ("pattern", "text", "covered"),
    [
        ("telephone interview{,s}", "Two Telephone  Interviews later", ["Telephone  Interviews"]),
        (
            "since <n> years",
            "Since twenty-five years he waits, since 3 years too",
            ["Since twenty-five years", "since 3 years"],
        ),
        ("got <poss> wind", "They got the government’s wind from behind", ["got the government’s wind"]),
        (
            "took <w?> place again",
            "It took place again and took its place again",
            ["took place again", "took its place again"],
        ),
        ("made <w*> attentive", "He made the whole party attentive", ["made the whole party attentive"]),
        ("coalition contract", "The precoalition contract and coalition contracts", []),
        ("written by <name>", "written by Anna de Vries", ["written by Anna"]),
        ("written by <name>", "written by hand", []),
        ("<n> 条评论", "5条评论", ["5条评论"]),
    ],
)
def test_a_pattern_matches_whole_words_only(pattern: str, text: str, covered: list[str]) -> None:
    assert found(pattern, text) == covered


def test_case_counts_where_the_entry_says_so() -> None:
    assert found("VS", "the vs and the VS", case=True) == ["VS"]


def test_a_suggestion_takes_up_inflection_and_captures() -> None:
    assert fill("phone call{,s} of <1>", ((1, 2),), ("Putin",)) == "phone calls of Putin"


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("a {b", "braces do not pair"),
        ("<x> of it", "unknown placeholder <x>"),
        ("{a,b}{c,d}{e,f}{g,h}{i,j}{k,l}{m,n} long", "128 expansions, at most 64"),
        ("<n> <w>", "no run of 2 literal letters"),
    ],
)
def test_a_bad_pattern_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        expand(pattern)
