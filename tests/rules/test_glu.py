"""GLU on the borders: seams and the brands that look like them."""

from __future__ import annotations

import pytest

from mtqa.rules.registry import all_rules
from tests.rules.checking import found

RULES = all_rules()


CASES = [
    (
        "GLU001",
        "iPhone, YouTube, MacDonald, TikTok, OpenAI, LokSound, @RussiaSaid, #LeagueSince, FedEx, teamLab",
        [],
    ),
    ("GLU001", "the governmentSaid it", [("governmentSaid", "government Said")]),
    (
        "GLU001",
        "then ZelenskyyThey left, OlesyaSays so, GazpromnedUnited, TianheLimited, StratixRed",
        [("ZelenskyyThey", "Zelenskyy They"), ("OlesyaSays", "Olesya Says")],
    ),
    ("GLU001", "The firm VexturThe made a lamp. VexturThe is small.", []),
    ("GLU002", "Yahoo!News, Gazeta.Ru, U.S.A, a,b, Node.js, e.g.The, index.Html/x", []),
    (
        "GLU002",
        "in the end,the man said;he left. It ended!Then came the rest.",
        [(",", ", "), (";", "; "), ("!", "! ")],
    ),
    ("GLU003", "(re)elected, member(s), the “Titanic”s crew, f(x)", []),
    ("GLU003", "the word“house” and the end”of it", [("“", " “"), ("”", "” ")]),
    (
        "GLU004",
        "MH17, G20, Windows10, in2022, March2022, 5million, 2022was",
        [("in2022", "in 2022"), ("March2022", "March 2022"), ("2022was", "2022 was")],
    ),
    (
        "GLU005",
        "www . example . com and http: //a.org and info @ example.org and x.No",
        [
            ("www . example . com", "www.example.com"),
            ("http: //a.org", "http://a.org"),
            ("info @ example.org", "info@example.org"),
        ],
    ),
    ("GLU011", "When the mayor left, He was glad. Stephen King’s It was long. If Putin He", []),
    ("GLU011", "Vladimir Putin He said on Monday that it was over.", [("He ", "")]),
    ("GLU012", "people of The Hague, a man who Was there, of The city", [("Was", "was"), ("The", "the")]),
    ("GLU012", "Only Fools Rush In is an old film about The Beatles and the book On the Road.", []),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_tricky_cases_are_found_or_let_pass(
    rule: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(RULES[rule], text) == expected
