"""What the screen says, in the language of the person: English in the code, other languages in `catalogues/*.toml`.

A catalogue maps each English text to its translation; placeholders in braces stay as they are. What the rules say
about an issue is English in every language of the screen.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "de": "Deutsch", "nl": "Nederlands"}
_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def speak(language: str) -> None:
    """Sets the language of this thread from here on; a language without a catalogue is English."""
    _spoken.set(language if language in LANGUAGES else ENGLISH)


def say(english: str, **values: object) -> str:
    """A text in the language spoken, with values in its placeholders.

    >>> say("{number} of {total} decided", number=1, total=3)
    '1 of 3 decided'
    """
    return catalogue(_spoken.get()).get(english, english).format(**values)


def noted(english: str) -> str:
    """The text itself: marks what is said elsewhere, so that catalogues are checked for it."""
    return english


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """The translations of a language by English text; none for English."""
    if language == ENGLISH:
        return {}
    place = files("mtqa.app") / "catalogues" / f"{language}.toml"
    table: Mapping[str, str] = tomllib.loads(place.read_text(encoding="utf-8"))
    return table
