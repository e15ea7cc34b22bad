"""The languages that the settings offer."""

from __future__ import annotations

from mtqa.app.messages import say
from mtqa.core.languages import language_name

AUTO = ""
# Languages that news is translated from and into; any other can be given to `mtqa.review` by its code.
_CODES = (
    "ar bg bn ca cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv mk ms mt nl no pl pt ro ru sk sl sq sr "
    "sv sw th tl tr uk ur vi zh"
).split()
CHOICES: tuple[str, ...] = (AUTO, *sorted(_CODES, key=language_name))


def named(code: str) -> str:
    """The name of a language in the language of the screen."""
    return say(language_name(code))


def choice_label(code: str) -> str:
    """The name of a language as a list shows it."""
    return named(code) if code else say("Find out")


def given(code: str | None) -> str | None:
    """The code as settings take it: None where it is to be found out."""
    return code or None
