from __future__ import annotations

import pytest

from mtqa.app.messages import ENGLISH, LANGUAGES, catalogue, say, speak
from tests.app.catalogue import placeholders, said

OTHERS = [language for language in LANGUAGES if language != ENGLISH]


@pytest.fixture(autouse=True)
def _english_afterwards():
    yield
    speak(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_a_translation_and_no_translation_is_left_over(language):
    assert said() ^ set(catalogue(language)) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_agree(language):
    odd = {text: new for text, new in catalogue(language).items() if placeholders(text) != placeholders(new)}
    assert odd == {}


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_empty(language):
    assert [text for text, new in catalogue(language).items() if not new.strip()] == []


def test_a_text_is_said_in_the_language_spoken():
    speak("nl")
    assert say("{number} of {total} decided", number=1, total=3) == "1 van 3 beslist"
    speak("xx")
    assert say("{number} of {total} decided", number=1, total=3) == "1 of 3 decided"
