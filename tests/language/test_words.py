"""The word model."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.core.errors import ModelError
from mtqa.language.identify import detect_language
from mtqa.language.morphology import Morphology
from mtqa.language.words import load_word_model


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("onderhoud", "nl"),
        ("yazın", "tr"),
        ("fortschritte", "de"),
        ("săptămână", "ro"),
        ("vyjednávání", "cs"),
        ("правительство", "ru"),
        ("відповідь", "uk"),
    ],
)
def test_a_word_is_likeliest_in_its_own_language(word: str, language: str) -> None:
    words = load_word_model()
    row = words.row(word)
    assert words.languages[int(row.argmax())] == language
    assert words.frequency(word, language) > 0 == words.frequency(word, "en")


def test_a_broken_model_says_how_to_build_it(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(ModelError, match="python -m mtqa models build"):
        load_word_model(tmp_path)


def test_derivations_and_slips_are_known_for_what_they_are() -> None:
    english = Morphology(load_word_model(), "en")
    assert english.derived("unmentionableness")
    assert english.derived("bridgebuilding")
    assert not english.derived("hluthafastefnu")
    assert english.misspelt("goverment") > 1e-5
    assert english.misspelt("hluthafastefnu") == 0.0


def test_the_language_of_a_document_is_the_same_each_time() -> None:
    text = "Der Minister wollte am Montag nichts dazu sagen, teilte ein Sprecher in Berlin mit."
    assert {detect_language(text) for _ in range(5)} == {"de"}
    assert detect_language("Kort.") is None
