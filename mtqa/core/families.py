"""The rule families as people see them: name, letter, meaning, colour and underline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Hue(NamedTuple):
    """A colour that reads at 4.5:1 or better on white (`light`) and on #161616 (`dark`)."""

    light: str
    dark: str


class Underline(StrEnum):
    """How the mark of a family is underlined, named as in CSS."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVY = "wavy"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Family:
    """A family of rules: `code` starts the rule ids, `label` is a short name, `meaning` one sentence.

    Colour never speaks alone: no two families share a letter, nor both hue and underline.
    """

    code: str
    label: str
    letter: str
    hue: Hue
    underline: Underline
    meaning: str


_RED = Hue("#b3261e", "#ff8a80")
_VIOLET = Hue("#6b3fa0", "#c9a6ff")
_AMBER = Hue("#8f4700", "#ffb26b")
_BLUE = Hue("#0b57a4", "#8ec5ff")
_TEAL = Hue("#0b6a60", "#6fd6c6")
_ROSE = Hue("#a3195b", "#ff9cc8")

_ALL = (
    Family("RES", "Left in another language", "L", _RED, Underline.SOLID,
           "Words that were not translated."),
    Family("WEB", "Page furniture", "W", _VIOLET, Underline.DASHED,
           "Buttons, labels, credits and codes of the web page around the article."),
    Family("LLM", "Chatbot residue", "B", _VIOLET, Underline.DOUBLE,
           "What a chatbot said about its own translation."),
    Family("CAL", "Calque or false friend", "C", _AMBER, Underline.WAVY,
           "Translated word by word, so that it says something odd or wrong."),
    Family("FLU", "Fluency", "F", _BLUE, Underline.DOTTED,
           "Repeated, doubled or broken words and sentences."),
    Family("GLU", "Glued seam", "G", _BLUE, Underline.DASHED,
           "Text that lost its space or doubled its subject at a link or bold word."),
    Family("NUM", "Numbers and dates", "N", _TEAL, Underline.SOLID,
           "Numbers, dates, units or currencies that are wrong or foreign in form."),
    Family("ENT", "Names", "E", _ROSE, Underline.WAVY,
           "Names that were translated, misspelt or spelt in two ways."),
    Family("PUN", "Foreign punctuation", "P", _TEAL, Underline.DOTTED,
           "Quotation marks, spaces and signs as another language sets them."),
    Family("ENC", "Broken characters", "X", _ROSE, Underline.DOUBLE,
           "Damaged letters, stray markup and unfilled placeholders."),
    Family("ALN", "Omission or addition", "A", _RED, Underline.DOUBLE,
           "The article says less, more or other than its source."),
    Family("TRM", "Terminology", "T", _AMBER, Underline.DOTTED,
           "A term that your glossary wants otherwise."),
    Family("OWN", "Marked by the reviewer", "M", _ROSE, Underline.SOLID,
           "Passages that a reviewer marked by hand."),
)  # fmt: skip

FAMILIES: Mapping[str, Family] = MappingProxyType({family.code: family for family in _ALL})
