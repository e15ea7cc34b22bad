"""PUN on the borders."""

from __future__ import annotations

import pytest

from mtqa.rules.registry import all_rules
from tests.rules.checking import found

RULES = all_rules()


CASES = [
    (
        "PUN001",
        "He said «no», „yes“ and 「maybe」.",
        [("«", "“"), ("»", "”"), ("„", "“"), ("“", "”"), ("「", "“"), ("」", "”")],
    ),
    ("PUN001", "»No«, he said, ‚never‘.", [("»", "“"), ("«", "”"), ("‚", "‘"), ("‘", "’")]),
    ("PUN001", "The ‘big’ “house” of the dogs’ owner.", []),
    ("PUN002", "Yes（no）： ５％", [("（", "("), ("）", ")"), ("：", ":"), ("％", "%")]),
    ("PUN002", "東京、大阪。", []),
    ("PUN003", "¿Who? ¡Enough! The song “¡Ay, Carmela!” is old.", [("¿", ""), ("¡", "")]),
    ("PUN004", "don`t, it´s, the girls´ school, `code`", [("`", "’"), ("´", "’"), ("´", "’")]),
    ("PUN005", "Smith Jr., Inc., etc., p.m., a.m.: ok... 5.,", []),
    ("PUN005", "the market.; and then,, he", [(".;", ";"), (",,", ",")]),
    ("PUN006", "What......?", [("......", "...")]),
    ("PUN007", "— Where is he? — asked the mayor.", [("— ", "“")]),
    ("PUN007", "- Bread\n- Milk", []),
    ("PUN011", "Who ? Me ! :) and ;)", [(" ?", "?"), (" !", "!")]),
    ("PUN012", "f() and person(s) and (left) and ()", [("()", "")]),
    ("PUN013", "Thank you all ;) see you (maybe", []),
    ("PUN013", "The mayor (left the city on Monday.", [("(", None)]),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_tricky_cases_are_found_or_let_pass(
    rule: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(RULES[rule], text) == expected
