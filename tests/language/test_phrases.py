"""Calques: guards that speak for the words themselves, in whatever language's lexicon they stand."""

from __future__ import annotations

import pytest

import mtqa
from mtqa.core.config import Config

CAL = Config(neural=False, select=("CAL",))


def languages(text: str, source_lang: str | None = None) -> set[str | None]:
    return {
        issue.language
        for issue in mtqa.review(text, target_lang="en", source_lang=source_lang, config=CAL).issues
    }


@pytest.mark.parametrize(
    ("sound", "calque"),
    [
        ("Roman guests put some water into their wine.", "The minister has put some water into his wine."),
        ("Her horse was easily injured and often rested.", "A woman was easily injured in the crash."),
    ],
)
def test_words_that_one_guard_shows_to_be_sound_are_no_calque_of_another_language(
    sound: str, calque: str
) -> None:
    assert not languages(sound)
    assert languages(calque)
