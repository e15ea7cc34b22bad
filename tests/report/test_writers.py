"""Every format is reached by its name, and the words for people are complete."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mtqa.core.errors import ConfigError
from mtqa.core.families import FAMILIES
from mtqa.core.languages import language_name
from mtqa.core.reviews import Origin, Review
from mtqa.report import WRITERS, write_report
from mtqa.report.words import meaning, origin_sentences
from tests.report.factory import SCORES, document, full_review, issue, review


def test_the_formats_are_known_by_name_type_and_suffix() -> None:
    assert [(writer.name, writer.media_type, writer.suffix) for writer in WRITERS.values()] == [
        ("html", "text/html", ".html"),
        ("json", "application/json", ".json"),
        ("md", "text/markdown", ".md"),
        ("csv", "text/csv", ".csv"),
        ("tsv", "text/tab-separated-values", ".tsv"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        ("pdf", "application/pdf", ".pdf"),
        ("sarif", "application/sarif+json", ".sarif"),
        ("xliff", "application/xliff+xml", ".xliff"),
    ]


def test_an_unknown_format_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ConfigError) as caught:
        write_report(full_review(), "htm")
    known = "html, json, md, csv, tsv, xlsx, docx, pdf, sarif, xliff"
    assert str(caught.value) == f"no report format 'htm' (there are {known}); did you mean html?"


def test_a_format_whose_package_is_missing_says_how_to_get_it() -> None:
    writer = replace(WRITERS["pdf"], needs="mtqa_has_no_such_package")
    with pytest.raises(ConfigError) as caught:
        writer.refuse_if_missing()
    assert str(caught.value) == (
        "a pdf report needs mtqa_has_no_such_package, which is not installed: "
        "pip install mtqa_has_no_such_package (or 'mtqa[pdf]'); html prints well, too"
    )


@pytest.mark.parametrize("name", list(WRITERS))
def test_the_same_review_gives_the_same_bytes(name: str) -> None:
    assert write_report(full_review(), name) == write_report(full_review(), name)


@pytest.mark.parametrize("name", list(WRITERS))
def test_every_format_bears_odd_text(name: str) -> None:
    text = "\ud800\x00 \u202e word\n\n\x0b"
    odd = issue("word", "ZZZ001", text=text, message=text)
    assert write_report(review(odd, text=text, notes=(text,)), name)


def test_families_differ_in_letter_and_in_hue_or_underline() -> None:
    families = list(FAMILIES.values())
    assert list(FAMILIES) == [
        "RES",
        "WEB",
        "LLM",
        "CAL",
        "FLU",
        "GLU",
        "NUM",
        "ENT",
        "PUN",
        "ENC",
        "ALN",
        "TRM",
        "OWN",
    ]
    assert len({family.letter for family in families}) == len(families)
    assert len({(family.hue, family.underline) for family in families}) == len(families)
    assert all(family.meaning.endswith(".") for family in families)


def _luminance(colour: str) -> float:
    channels = [int(part, 16) / 255 for part in re.findall("..", colour.lstrip("#"))]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("code", list(FAMILIES))
def test_the_colours_of_families_read_well_on_light_and_dark(code: str) -> None:
    hue = FAMILIES[code].hue
    assert _contrast(hue.light, "#ffffff") >= 4.5
    assert _contrast(hue.dark, "#161616") >= 4.5


@pytest.mark.parametrize(
    ("code", "name"),
    [("nl", "Dutch"), ("pt-BR", "Portuguese"), ("zh_Hant", "Chinese"), ("DE", "German"),
     ("und", "an unknown language"),
     ("", "an unknown language"), ("xx", "xx")],
)  # fmt: skip
def test_languages_have_names(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("weight", "sentence"),
    [
        (9.0, "Translated from Dutch."),
        (1.5, "Probably translated from Dutch (1 sign)."),
        (0.5, "Possibly translated from Dutch (1 sign)."),
    ],
)
def test_the_origin_is_as_sure_as_its_evidence(weight: float, sentence: str) -> None:
    found = review(source=Origin("nl", weight, ("a trace",)), site=Origin("nl", 1.0, ()))
    assert origin_sentences(found) == [(sentence, ("a trace",))]


def test_a_language_without_evidence_is_named_plainly() -> None:
    assert origin_sentences(Review(document(source_lang="ru"), (), SCORES)) == [
        ("Translated from Russian.", ())
    ]


@pytest.mark.parametrize(
    ("language", "gloss", "said"),
    [
        ("tr", "Write a reply", "Turkish for “Write a reply”"),
        ("tr", None, "Turkish"),
        (None, "Write a reply", "“Write a reply”"),
        ("en", "Bir yanıt yazın", ""),
        (None, None, ""),
    ],
)
def test_the_meaning_of_an_issue_is_said_once(language: str | None, gloss: str | None, said: str) -> None:
    assert meaning(issue("Bir yanıt yazın", language=language, gloss=gloss)) == said
