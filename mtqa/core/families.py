"""The rule families as people see them: name, letter, meaning, colour and underline, for every screen and report."""

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
    meaning: str
    hue: Hue
    underline: Underline


_RED = Hue("#b3261e", "#ff8a80")
_VIOLET = Hue("#6b3fa0", "#c9a6ff")
_AMBER = Hue("#8f4700", "#ffb26b")
_BLUE = Hue("#0b57a4", "#8ec5ff")
_TEAL = Hue("#0b6a60", "#6fd6c6")
_ROSE = Hue("#a3195b", "#ff9cc8")

_ALL = (
    Family("RES", "Left in another language", "L", "Words that were not translated.", _RED, Underline.SOLID),
    Family("WEB", "Page furniture", "W", "Buttons, labels, credits and codes of the web page around the article.", _VIOLET,
           Underline.DASHED),
    Family("LLM", "Chatbot residue", "B", "What a chatbot said about its own translation.", _VIOLET, Underline.DOUBLE),
    Family("CAL", "Calque or false friend", "C", "Translated word by word, so that it says something odd or wrong.", _AMBER,
           Underline.WAVY),
    Family("FLU", "Fluency", "F", "Repeated, doubled or broken words and sentences.", _BLUE, Underline.DOTTED),
    Family("GLU", "Glued seam", "G", "Text that lost its space or doubled its subject at a link or bold word.", _BLUE,
           Underline.DASHED),
    Family("NUM", "Numbers and dates", "N", "Numbers, dates, units or currencies that are wrong or foreign in form.", _TEAL,
           Underline.SOLID),
    Family("ENT", "Names", "E", "Names that were translated, misspelt or spelt in two ways.", _ROSE, Underline.WAVY),
    Family("PUN", "Foreign punctuation", "P", "Quotation marks, spaces and signs as another language sets them.", _TEAL,
           Underline.DOTTED),
    Family("ENC", "Broken characters", "X", "Damaged letters, stray markup and unfilled placeholders.", _ROSE,
           Underline.DOUBLE),
    Family("ALN", "Omission or addition", "A", "The article says less, more or other than its source.", _RED,
           Underline.DOUBLE),
    Family("TRM", "Terminology", "T", "A term that your glossary wants otherwise.", _AMBER, Underline.DOTTED),
)  # fmt: skip

FAMILIES: Mapping[str, Family] = MappingProxyType({family.code: family for family in _ALL})
