"""NUM on the borders: forms that only look foreign, and forms that only look English."""

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
        "NUM001",
        "1.500 people, 10.000.000 euros, $2.500, 1.234 km, 3.142 times, 192.168.100.200, v2.100",
        [("1.500", "1,500"), ("10.000.000", "10,000,000"), ("2.500", "2,500")],
    ),
    ("NUM001", "12.500-strong crowds ran 12.345 seconds; 0.500 points; 7:12.500 minutes", []),
    (
        "NUM002",
        "2,5-litre, €3,50, 1.234,5, 0,05, [0,0], chapters 1,2 and 3,5",
        [("2,5", "2.5"), ("3,50", "3.50"), ("1.234,5", "1,234.5"), ("0,05", "0.05")],
    ),
    ("NUM002", "12,500 people, 3,000 km, 1,50,000 rupees", []),
    (
        "NUM003",
        "it has 25 000 people and costs 1 234 567 euros; call 555 123 456",
        [("25 000", "25,000"), ("1 234 567", "1,234,567")],
    ),
    ("NUM004", "In 1999 thousands came. May 5 hundreds left. 5 hundreds stayed.", [("hundreds", "hundred")]),
    (
        "NUM005",
        "2th, 11st, 112nd, 1st, 1ª",
        [("2th", "2nd"), ("11st", "11th"), ("112nd", "112th"), ("1ª", "1st")],
    ),
    ("NUM006", "Nr. 5, nº 7, No. 8, NRW 5, n 5", [("Nr. ", "No. "), ("nº ", "No. ")]),
    (
        "NUM011",
        "24-02-2022 and 24.2.22 and 2022-02-24 and 3.11 and on 3.11.",
        [("24-02-2022", "24 February 2022"), ("3.11.", "3 November")],
    ),
    (
        "NUM012",
        "from 24. February to 5. March 2022, in the 1. FC Köln match, ranked 5. March came.",
        [("24. February", "24 February"), ("5. March", "5 March")],
    ),
    (
        "NUM013",
        "at 8 o’clock, 18 o’clock, 20:15 Uhr, at 14h, 24h service, 12h30m",
        [("18 o’clock", "18:00"), ("20:15 Uhr", "20:15"), ("14h", "14:00")],
    ),
    ("NUM014", "the 1920s, 80er, the years 80, 5-s, a 90-year-old", [("80er", "80s"), ("years 80", "80s")]),
    ("NUM015", "on Monday (5/12), on Friday (1719-1790), Sunday (the 4th)", [(" (5/12)", "")]),
    ("NUM016", "in 2022 year, by the 2022 year-end, the 2022 year, in 2022 years", [("2022 year", "2022")]),
    (
        "NUM021",
        "100€, 5 million €, € 7,-, $50, US$5, 50 $",
        [("100€", "€100"), ("5 million €", "€5 million"), ("€ 7,-", "€7"), ("50 $", "$50")],
    ),
    (
        "NUM005",
        "the 2-th and 3-rd, a 20-strong team, the 1-st",
        [("2-th", "2nd"), ("3-rd", "3rd"), ("1-st", "1st")],
    ),
    (
        "NUM007",
        "1,200 million euros, 2.190 million men, 4.176 million men, 1,200 millions, 300 million, $2,500 billion",
        [
            ("1,200 million", "1.2 billion"),
            ("2.190 million", "2.19 billion"),
            ("2,500 billion", "2.5 trillion"),
        ],
    ),
    (
        "NUM011",
        "from 3.11 to 5.12 it rained, until 24.12 too",
        [("3.11", "3 November"), ("24.12", "24 December")],
    ),
    ("NUM011", "The share rose from 3.11 to 5.12 euros; since 3.11 the index fell.", []),
    (
        "NUM012",
        "on December 4. the men left. It was December 4. Then came May 5.",
        [("December 4. ", "December 4 ")],
    ),
    (
        "NUM017",
        "He came at 12.30 PM, at 12.31, at 10.30 km, around 18.05, at 9:30 in the morning. It fell at 9.30 to 5%.",
        [],
    ),
    (
        "NUM017",
        "He rose at 9.30, slept at 02.17 at night and came around 18.05 on Friday, at 12.30 PM or at 9:30 in the morning.",
        [("9.30", "9:30"), ("02.17 at night", "2:17 am"), ("18.05", "18:05")],
    ),
    (
        "NUM018",
        "in the II quarter of 2020, III quarter, World War II half of them, Philip IV quarter, I quarter them",
        [("II", "second"), ("III", "third")],
    ),
    ("NUM023", "%5, %5.5, 48 % 47, 5%, a%20b, (%12,5)", [("%5", "5%"), ("%5.5", "5.5%"), ("%12,5", "12.5%")]),
    ("NUM022", "5\xa0% of it, 5 % of it", [("\xa0%", "%")]),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_tricky_cases_are_found_or_let_pass(
    rule: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(RULES[rule], text) == expected


def pair(source: str, target: str, source_lang: str, target_lang: str = "en") -> list[tuple[str, str]]:
    document = read_document(target, source=source, source_lang=source_lang, target_lang=target_lang)
    context = Context(document, shared_knowledge(), Config())
    return [
        (rule, finding.span.of(target))
        for rule in ("NUM031", "NUM032", "NUM033")
        for finding in RULES[rule].check(document, context)
    ]


@pytest.mark.parametrize(
    ("source", "target", "source_lang"),
    [
        (
            "Es kostete 1,5 Mrd. Euro, 12.500 Mann, am 24.02.2022 um 14.30 Uhr.",
            "It cost 1.5 billion euros, 12,500 men, on 24 February 2022 at 2.30 pm.",
            "de",
        ),
        (
            "Стоимость 40,6 тыс. рублей, 3 миллиона человек.",
            "It cost 40,600 roubles, three million people.",
            "ru",
        ),
        ("总额26万亿元，4765亿。", "A total of 26 trillion yuan, 476.5 billion.", "zh"),
        ("Cinco mil millones: 5 mil millones; los años 80.", "Five billion: 5 billion; the 1980s.", "es"),
        (
            "La population est de 100 millions, 12 500 soldats.",
            "The population is 100 million, 12,500 soldiers.",
            "fr",
        ),
        ("मिलियन 108", "108 million", "ne"),
    ],
)
def test_equal_numbers_match_across_locales_and_scale_words(
    source: str, target: str, source_lang: str
) -> None:
    assert pair(source, target, source_lang) == []


@pytest.mark.parametrize(
    ("source", "target", "source_lang", "expected"),
    [
        ("Het kostte 3,5 miljard.", "It cost 3.5 million.", "nl", [("NUM031", "3.5 million")]),
        ("总额4765亿。", "A total of 4,765 billion.", "zh", [("NUM031", "4,765 billion")]),
        ("W 1976 roku i 45 osób.", "In the year and 45 people.", "pl", [("NUM032", "people")]),
        ("12.500 man.", "12.500 men.", "nl", [("NUM033", "12.500")]),
    ],
)
def test_other_numbers_are_told_from_equal_ones(
    source: str, target: str, source_lang: str, expected: list[tuple[str, str]]
) -> None:
    assert pair(source, target, source_lang) == expected
