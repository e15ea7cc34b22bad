"""The one place where the review screen may go online: the meaning of marked words, when a person asks for it."""

from __future__ import annotations

from collections.abc import Callable

from mtqa.app.messages import noted, say
from mtqa.core.errors import MtqaError, OnlineError
from mtqa.core.languages import UNKNOWN
from mtqa.online import Translator, make_translator

OFF = noted(
    "Online translation is off, so nothing was sent. Allow it under Settings in the side bar, then ask again."
)


def translate(
    text: str,
    source: str | None,
    target: str,
    *,
    allowed: bool,
    make: Callable[[str], Translator] = make_translator,
) -> str:
    """The text in the target language. Raises OnlineError with a sentence for people if that cannot be had."""
    if not allowed:
        raise OnlineError(say(OFF))
    language = "auto" if source in {None, UNKNOWN} else str(source)
    try:
        return make("google").translate(text, language, target)
    except MtqaError as error:
        raise OnlineError(str(error)) from error
