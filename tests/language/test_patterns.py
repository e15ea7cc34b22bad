"""The pattern language of the lexicons."""

from __future__ import annotations

import pytest

from mtqa.language.entries import Entry, Topic
from mtqa.language.matcher import Matcher
from mtqa.language.patterns import PatternError, expand, fill
from mtqa.language.suggestions import suggestion_faults
from mtqa.text import fold


def found(pattern: str, text: str, *, case: bool = False, target: str = "en") -> list[str]:
    entry = Entry(
        "x-y",
        Topic.CALQUES,
        "calque",
        "nl",
        (pattern,),
        "test",
        target=target,
        suggestions=("[<1>]",),
        case=case,
    )
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
        ("in the <n>th minute", "In the 90th minute, in the other minute", ["In the 90th minute"]),
        (
            "<n>th minute",
            "the 90th minute, a sixth minute, in the earth minutes",
            ["90th minute", "sixth minute"],
        ),
        ("minute <n>-ish", "minute 5-ish, minute 5-ished", ["minute 5-ish"]),
    ],
)
def test_a_pattern_matches_whole_words_only(pattern: str, text: str, covered: list[str]) -> None:
    assert found(pattern, text) == covered


@pytest.mark.parametrize(
    ("target", "pattern", "text", "covered"),
    [
        ("de", "seit <n> Tagen", "Seit drei Tagen, seit 12 Tagen, seit three Tagen", 2),
        ("de", "in <year>", "Das war in 2019 so, in 300 Metern nicht", 1),
        ("de", "<have> Sinn gemacht", "Das hätte Sinn gemacht", 1),
        ("de", "nach <poss> Ende", "nach seinem Ende und nach its Ende", 1),
        ("fr", "<be> en charge", "Elle était en charge, she was en charge", 1),
        ("es", "<n> billones", "Dos billones a billones", 1),
        ("nl", "maakt <poss> dag", "Dat maakt haar dag", 1),
        ("tr", "<n> yaşında", "yirmi beş yaşında", 1),
        ("pl", "<n> dni", "3 dni, trzy dni", 1),
    ],
)
def test_a_placeholder_speaks_the_language_of_the_pattern(
    target: str, pattern: str, text: str, covered: int
) -> None:
    assert len(found(pattern, text, target=target)) == covered


def test_a_placeholder_that_a_language_lacks_is_refused() -> None:
    with pytest.raises(PatternError, match="unknown placeholder <be>"):
        expand("<be> yerinde", "tr")


def test_case_counts_where_the_entry_says_so() -> None:
    assert found("VS", "the vs and the VS", case=True) == ["VS"]
    assert found("<n> of L'Équipe", "2 of L’Équipe, 3 of l’équipe", case=True) == ["2 of L’Équipe"]
    assert found("The “A Team”", 'by The "A Team"', case=True) == ['The "A Team"']


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("The Second Chamber debates.", ["The Second Chamber"]),
        ("It is late. The Second Chamber debates.", ["The Second Chamber"]),
        ("Late\n\n“The Second Chamber debates.”", ["The Second Chamber"]),
        ("He said: “The Second Chamber debates.”", ["The Second Chamber"]),
        ("He said that The Second Chamber debates.", []),
        ("The second chamber debates. THE Second Chamber too.", []),
    ],
)
def test_a_phrase_with_its_case_may_open_a_sentence(text: str, covered: list[str]) -> None:
    assert found("the Second Chamber", text, case=True) == covered


def test_a_single_word_with_its_case_stays_as_it_is_where_a_sentence_opens() -> None:
    assert found("deutsche", "Deutsche took over. The deutsche Bank left.", case=True) == ["deutsche"]


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


@pytest.mark.parametrize(
    ("pattern", "suggestion", "fault"),
    [
        ("{best,top,leading} bombardier{,s}", "top scorer{,s}", "group 1 of “top scorer{,s}” has 2 alternatives, but 3"),
        ("sources of {police,army}", "{,}{army,police,navy} sources", "group 2 of “{,}{army,police,navy} sources” has 3"),
        ("{one,two} words", "<1> word", "takes up <1>"),
        ("{seniors,senior} hit {by,}", "pensioners hit by {by,}", "“pensioners hit by {by,}” doubles a word"),
        ("{of,} the course", "{,}", "“{,}” is empty"),
        ("{a,the} big the", "{a,the} the", "has two articles"),
        ("word {here,}", "word {here,}.", "has a blank too many where"),
    ],
)  # fmt: skip
def test_a_suggestion_that_cannot_follow_its_pattern_is_named(
    pattern: str, suggestion: str, fault: str
) -> None:
    entry = Entry(
        "x-y", Topic.CALQUES, "calque", "nl", (pattern,), "test", target="en", suggestions=(suggestion,)
    )
    assert [fault in said for said in suggestion_faults(entry)] == [True]


def test_a_suggestion_may_ignore_or_repeat_a_group() -> None:
    entry = Entry(
        "x-y",
        Topic.CALQUES,
        "calque",
        "nl",
        ("{big,large} talk{,s} of <n>", "telephone interviews of <n>"),
        "test",
        target="en",
        suggestions=("{long,long} phone call{,s} of <1>", "{,,}call of <1>"),
    )
    assert list(suggestion_faults(entry)) == []
