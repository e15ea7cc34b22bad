"""Names, seams and grammar that engines get wrong, each beside what looks like it and is right."""

from __future__ import annotations

import pytest

from mtqa.api import review
from mtqa.core.config import Config

_FOUND = [
    ("NUM024", "The budget was cut by 3 trillion 500 billion won in all.", "3 trillion 500 billion"),
    ("NUM044", "The law was passed on the day 12 of March in Lima.", "the day 12 of March"),
    ("NUM027", "The road was shut at 05-30 in Sochi and the town was dark.", "05-30"),
    ("ENT002", "The APU repelled the attack of the Russian troops near the village.", "APU"),
    ("ENT004", "The strikers of Royal Madrid were tired after the match.", "Royal Madrid"),
    ("GLU014", "The match was played in the town of AmsterdamFemke and nobody came.", "AmsterdamFemke"),
    ("PUN014", "“We are ready.”, he said on the last day of the week.", ".”, "),
    ("FLU031", "In the end the minister has went to the hospital.", "went"),
    ("FLU033", "The minister has yesterday visited the village.", "has yesterday"),
]
_SILENT = [
    "She told the newspaper The Irish Times that the 19th century was over.",
    "President Bush met Mayor Rivers; Bruno the Great was a clown.",
    "As the US said, that is the point, and “we are ready,” he said.",
    "The police have arrested two student leaders, who their friends say are innocent.",
    "He did all he could to help; the will to live was strong.",
    "The trade tariffs of the AB were high, the board said.",
]


@pytest.mark.parametrize(("rule", "text", "expected"), _FOUND)
def test_a_slip_is_found_where_it_stands(rule: str, text: str, expected: str) -> None:
    issues = review(text, target_lang="en", config=Config(neural=False, select=(rule,))).issues
    assert [issue.text for issue in issues] == [expected]


@pytest.mark.parametrize("text", _SILENT)
def test_sound_english_is_let_pass(text: str) -> None:
    config = Config(neural=False, select=("NUM", "PUN", "GLU", "ENT", "FLU"))
    assert [(issue.rule, issue.text) for issue in review(text, target_lang="en", config=config).issues] == []
