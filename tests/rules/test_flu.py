"""FLU on the borders: what good English doubles, bends and begins small."""

from __future__ import annotations

import pytest

from mtqa.core.config import Config
from mtqa.language.knowledge import shared_knowledge
from mtqa.rules.context import Context
from mtqa.rules.registry import all_rules
from mtqa.text import read_document
from tests.rules.checking import found

RULES = all_rules()


CASES = [
    (
        "FLU001",
        "That that is, is. He had had it. A very very big, big house. Lang Lang played. so so, no no",
        [],
    ),
    ("FLU001", "in in the the\nthe end of of it", [("in in", "in"), ("the the", "the"), ("of of", "of")]),
    ("FLU002", "again and again and again, step by step by step, day after day after day, ha ha ha ha", []),
    (
        "FLU002",
        "to the city to the city to the city to go",
        [("to the city to the city to the city", "to the city")],
    ),
    (
        "FLU003",
        "No, we will not go there today. No, we will not go there today.",
        [("No, we will not go there today.", "")],
    ),
    (
        "FLU004",
        "an hour, a one-time, a European, an FBI, a FIFA, an 11-year-old, a 1,100, a UN, an SOS, a URL, an heir, a ewe, a union, an unimportant, an uncle, a Ukrainian, an umbrella, an historic, a historic",
        [],
    ),
    (
        "FLU004",
        "a honest, an one-off, a 8, an UN, a NGO, an union, a umbrella, an house",
        [
            ("a", "an"),
            ("an", "a"),
            ("a", "an"),
            ("an", "a"),
            ("a", "an"),
            ("an", "a"),
            ("a", "an"),
            ("an", "a"),
        ],
    ),
    ("FLU004", "plan a is, a in, Vitamin A is, An Jiu", []),
    (
        "FLU011",
        "Would he have it? It is vital that he do not go. One of them has it. You and he are friends. They do. There is many a man.",
        [],
    ),
    (
        "FLU011",
        "they has it, he are late, it do not work, there was several",
        [("has", "have"), ("are", "is"), ("do", "does"), ("was", "were")],
    ),
    ("FLU012", "What he did was good. A man took it. Do as you must to live. The must to see.", []),
    (
        "FLU012",
        "did not knew, doesn’t has, should goes, to went",
        [("knew", "know"), ("has", "have"), ("goes", "go"), ("went", "go")],
    ),
    ("FLU013", "more better-off people; the more the better; most best", [("most best", "best")]),
    ("FLU014", 'the a-list, from a to z, the "a" team, the in crowd, the then mayor, the by-election', []),
    ("FLU014", "signed a the plan for of it", [("a the", None), ("for of", None)]),
    (
        "FLU015",
        "childs and informations and an information, he said",
        [("childs", "children"), ("informations", "information"), ("an", "some")],
    ),
    ("FLU021", "“No,” said the spokeswoman of the ministry. “Yes,” it said. It rained.", [("it", "she")]),
    ("FLU021", "“No,” the ministry said. “Yes,” it said.", []),
    ("FLU022", "The firm Smith Inc. said so. iPhone sales fell. approx. five", []),
    ("FLU024", "rewatchable nonjudgmental deindustrialised unputdownable breathtakingly shakshuka", []),
    ("FLU024", "the (plorfing) and “glorfing”, but a snorvelling", [("snorvelling", None)]),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_tricky_cases_are_found_or_let_pass(
    rule: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(RULES[rule], text) == expected


def test_a_missing_end_mark_is_shown_in_the_strict_profile_only() -> None:
    text = (
        "The talks failed.\n\n"
        + "The minister went home by train since the airport of the city was long closed on that day at noon"
    )
    document = read_document(text)
    (finding,) = RULES["FLU023"].check(document, Context(document, shared_knowledge(), Config()))
    assert (finding.span.of(text), finding.confidence < 0.5) == ("noon", True)
