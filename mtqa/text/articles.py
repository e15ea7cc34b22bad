"""The English articles “a” and “an”, which follow the sound of the next word and not its letter."""

from __future__ import annotations

import re

_SAYS_YOU = re.compile(
    r"(?:eu(?!p)|ewe|one(?![a-z])|one-|once|ouija|u(?:ni(?!n|m[a-z]|d|ss|ron|nt)|s(?:[aeu](?![sdr]t)|ual)|ti[lc]|t(?:op|ah|er|en)|ran|kr|k(?:ul|$)|biq|ro[lgp]|rea|ri[nc]|rug|gan|vul|ral))",
    re.IGNORECASE,
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir(?!l)|heiress)", re.IGNORECASE)
_SPOKEN_H = re.compile(
    r"(?:house|huge|high|hospital|hundred|half|hand|head|hard|home|human|husband|heart|hot|health|help|hill|hole|heavy|happy|horse|hope|host|hostage|hero\b|harm|hate|healthy)",
    re.IGNORECASE,
)
# Acronyms that are spelt out letter by letter and begin with the sound of a vowel.
_SPELT_OUT = frozenset(
    "MP MEP FBI NGO HIV SMS MRI NBA NHL NFL MBA RPG RSS SUV SOS LGBT LGBTQ FDA FCC SEC LNG LPG HR HQ LP LED NHS NYPD MI5 MI6 RAF XML HTML FM "
    "SS SUVs NGOs MPs XL NSA NDA FPÖ FDP ÖVP SPD SPÖ FSB SBU RBB NRW".split()
)
_VOWEL_NAMED = frozenset("AEFHILMNORSX")


def needs_an(word: str) -> bool | None:
    """Whether "an" goes before an English word, None where both are heard or nobody can tell.

    >>> needs_an("hour"), needs_an("European"), needs_an("historic")
    (True, False, None)
    """
    if word[0].isdigit():
        return _number_needs_an(word)
    if (len(word) > 1 and word[:2].isupper()) or (len(word) == 1 and word.isupper()):
        return _acronym_needs_an(word)
    first = word[0].lower()
    if first == "h":
        return True if _SILENT_H.match(word) else False if _SPOKEN_H.match(word) else None
    if first == "y" or not word.isascii():
        return None if word[1:2].lower() not in set("aeou") or not word.isascii() else False
    if first in "aeio":
        return _SAYS_YOU.match(word) is None
    if first == "u":
        return (
            None
            if word[0].isupper() and word[:2] in {"Uy", "Ui", "Ur", "Ub"}
            else _SAYS_YOU.match(word) is None
        )
    return None if first == "x" else False


def _number_needs_an(number: str) -> bool | None:
    digits = number.split(",", maxsplit=1)[0].split(".", maxsplit=1)[0]
    if digits.startswith("8") or digits in {"11", "18"}:
        return True
    return None if digits.startswith(("11", "18")) and len(digits) == 4 else False


def _acronym_needs_an(word: str) -> bool | None:
    if word in _SPELT_OUT:
        return True
    if word[0] in _VOWEL_NAMED:
        return None
    return False if len(word) <= 4 and word.isupper() else None
