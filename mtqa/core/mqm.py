"""The MQM error typology as far as mtqa uses it (https://themqm.org, MQM-Full, 2024)."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much an issue harms the reader."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def weight(self) -> float:
        """Penalty points of one issue: 1, 5, 25.

        Minor and major as in Freitag et al. 2021; their 25 is for a segment that is no translation at all.
        """
        return _WEIGHTS[self]


_WEIGHTS = {Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}


class Category(StrEnum):
    """An MQM dimension and error type, written `Dimension/Type`."""

    UNTRANSLATED = "Accuracy/Untranslated"
    ADDITION = "Accuracy/Addition"
    OMISSION = "Accuracy/Omission"
    MISTRANSLATION = "Accuracy/Mistranslation"
    OVERTRANSLATION = "Accuracy/Do not translate"
    NUMBER = "Accuracy/Number"
    NAME = "Accuracy/Entity"
    TERM = "Terminology/Wrong term"
    GRAMMAR = "Linguistic conventions/Grammar"
    SPELLING = "Linguistic conventions/Spelling"
    PUNCTUATION = "Linguistic conventions/Punctuation"
    UNINTELLIGIBLE = "Linguistic conventions/Unintelligible"
    ENCODING = "Linguistic conventions/Character encoding"
    REPETITION = "Linguistic conventions/Textual repetition"
    STYLE = "Style/Unidiomatic"
    NUMBER_FORMAT = "Locale conventions/Number format"
    DATE_FORMAT = "Locale conventions/Date format"
    TIME_FORMAT = "Locale conventions/Time format"
    CURRENCY_FORMAT = "Locale conventions/Currency format"
    MEASUREMENT = "Locale conventions/Measurement format"
    MARKUP = "Design and markup/Markup"
