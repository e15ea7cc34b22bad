"""ENT005: one name in two spellings, and what must not be taken for it."""

from __future__ import annotations

import pytest

from mtqa.language.transliteration import sound_keys
from mtqa.rules.ent_spellings import name_in_two_spellings
from tests.rules.checking import found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Selenskyj"),
        ("Zelenskiy", "Zelenskij"),
        ("Odessa", "Odesa"),
        ("Alexander", "Aleksander"),
        ("Poetin", "Putin"),
        ("Poutine", "Putine"),
        ("Tschernihiw", "Chernihiv"),
        ("Djokovic", "Đoković"),
        ("Kherson", "Herson"),
        ("Jelzin", "Yeltsin"),
        ("El-Sisi", "Al-Sisi"),
        ("Erdoğan", "Erdogan"),
        ("Smirnoff", "Smirnov"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert sound_keys(one) & sound_keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Shaanxi", "Shanxi"), ("Martin", "Marvin"), ("Austria", "Australia")]
)
def test_different_names_share_no_key(one: str, other: str) -> None:
    assert not sound_keys(one) & sound_keys(other)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "President Guillermo Lasso spoke in Quito. According to the paper, William Lasso will travel.",
            [("William", "Guillermo")],
        ),
        ("The ship left Odessa on Monday. People in Odesa watched the port.", [("Odessa", "Odesa")]),
        (
            "President El-Sisi spoke on Monday, and El-Sisi was brief. The opposition criticised Al-Sisi.",
            [("Al-Sisi", "El-Sisi")],
        ),
    ],
)
def test_the_odd_spelling_is_reported_with_the_other(text: str, findings: list[tuple[str, str]]) -> None:
    assert found(name_in_two_spellings, text) == findings


@pytest.mark.parametrize(
    "text",
    [
        "Then Philip Marsh met Phillip Brown.",
        "The talks with Anna Petrova went on, while Boris Petrowa waited.",
        "They live in Odessa (Odesa), a city by the sea.",
        "The World Health Organization met the British Organisation of Nurses in the Organisation’s house.",
        "The club Slavia Praha plays in Prague on Friday.",
        "King William met Guillermo Lasso in London.",
    ],
)
def test_two_names_or_an_explained_one_are_left_alone(text: str) -> None:
    assert found(name_in_two_spellings, text) == []
