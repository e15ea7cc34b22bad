"""The one place where the review screen may go online: the meaning of marked words, when a person asks for it."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from mtqa.core.errors import MtqaError, OnlineError
from mtqa.core.languages import UNKNOWN

OFF = "Online translation is off, so nothing was sent. Allow it under Settings in the side bar, then ask again."
MISSING = "No online translator is installed; add the package deep-translator, or look the words up by hand."
SERVICE = "google"


class Translator(Protocol):
    """Something that translates a text from one language to another."""

    def translate(self, text: str, source: str, target: str) -> str:
        """The translated text. Raises OnlineError when the service does not answer as it should."""


def translate(text: str, source: str | None, target: str, *, allowed: bool) -> str:
    """The text in the target language. Raises OnlineError with a sentence for people if that cannot be had."""
    if not allowed:
        raise OnlineError(OFF)
    language = "auto" if source in {None, UNKNOWN} else str(source)
    try:
        return _translator().translate(text, language, target)
    except MtqaError as error:
        raise OnlineError(str(error)) from error


def _translator() -> Translator:
    try:
        online = importlib.import_module("mtqa.online")
    except ImportError as error:
        raise OnlineError(MISSING) from error
    return cast(Translator, online.make_translator(SERVICE))
