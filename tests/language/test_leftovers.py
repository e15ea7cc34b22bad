"""Leftovers: what is found, and what is a name, a term or a loanword."""

from __future__ import annotations

import pytest

import mtqa
from mtqa.core.config import Config
from mtqa.language.source_words import SourceWords

RES = Config(neural=False, select=("RES",))


def found(text: str, **languages: str) -> list[tuple[str, str, str | None]]:
    review = mtqa.review(text, config=RES, **{"target_lang": "en", **languages})  # type: ignore[arg-type]
    return [(issue.rule, issue.text, issue.language) for issue in review.issues]


@pytest.mark.parametrize(
    ("text", "leftover", "language"),
    [
        ("The queen rode through the park in a Kutsche drawn by six horses.", "Kutsche", "de"),
        ("The engineers spoke of great Fortschritte since the last meeting in March.", "Fortschritte", "de"),
        ("The minister called the new tax plan onbespreekbaar on Monday morning.", "onbespreekbaar", "nl"),
        ("The union wants a higher lønnsøkning for all nurses in the north.", "lønnsøkning", "no"),
    ],
)
def test_a_word_of_another_language_is_found(text: str, leftover: str, language: str) -> None:
    assert found(text) == [("RES001", leftover, language)]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for České dráhy said that the trains would run again on Friday.",
        "Two cars collided near Ilmenau on Saturday night, the police said.",
        "The mayor of Ústí nad Labem met the families of the victims on Monday.",
        "The team of Union Berlin lost at home, and the coach blamed himself.",
        "She told the ZDF heute journal that the talks would go on until Friday.",
        "The jury of Deutschland sucht den Superstar has been sacked by the station.",
    ],
)
def test_a_name_stays_silent(text: str) -> None:
    assert found(text) == []


def test_a_copied_word_bears_the_language_of_the_source() -> None:
    source = "Tema sõnul on läbirääkimised lõppenud ja kokkuleppimatus jääb."
    text = "According to him, the talks are over and the kokkuleppimatus remains."
    assert found(text, source=source, source_lang="et") == [("RES003", "kokkuleppimatus", "et")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The group pN1 did better than the group sN2 in both trials.",
            "Die Gruppe pN1 war besser als die Gruppe sN2.",
        ),
        (
            "The new deep-learning model was trained on 400 images.",
            "Das neue deep-learning Modell lernte an 400 Bildern.",
        ),
    ],
)
def test_codes_and_english_compounds_of_the_source_stay_silent(text: str, source: str) -> None:
    assert found(text, source=source, source_lang="de") == []


@pytest.mark.parametrize(
    ("text", "target", "leftover"),
    [
        (
            "Der Minister sagte am Montag, die Verhandlungen seien very disappointing gewesen.",
            "de",
            "very disappointing",
        ),
        (
            "Le ministre a déclaré lundi que les négociations étaient very disappointing pour tous.",
            "fr",
            "very disappointing",
        ),
        (
            "De minister zei maandag dat de onderhandelingen very disappointing waren.",
            "nl",
            "very disappointing",
        ),
    ],
)
def test_english_left_in_another_target_is_found(text: str, target: str, leftover: str) -> None:
    assert found(text, target_lang=target) == [("RES001", leftover, "en")]


def test_an_inflected_copy_is_near_its_source_word() -> None:
    source = SourceWords("ro", frozenset({"basileului", "Roma"}))
    assert source.has("basileului")
    assert source.likeness("basileul") == 0.8
    assert source.likeness("palace") == 0.0
