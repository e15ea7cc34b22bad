"""FLU: “a” and “an”, which follow the sound of the next word and not its letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_ARTICLE = re.compile(
    r"(?<![\w'’.*/-])(?P<article>an?|An?) (?P<quote>[\"“‘(]?)(?P<word>[A-Za-z][\w]*|\d[\d.,]*)"
)
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
_NO_NOUN = frozenset(
    "and or is are in of at as on if us it any all our an up out other under over even also only i am about above after again".split()
)


@rule(
    "FLU004",
    "wrong-article",
    summary="“A” before a vowel sound or “an” before a consonant: “a hour”, “an European”.",
    why="The sound decides, not the letter: an hour, a European, an MP, a UN envoy. Engines go by the letter or swap "
    "the noun after choosing the article.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It took [[a]] hour to get there.", fixed="It took an hour to get there."),
        Example("He is [[an]] European citizen.", fixed="He is a European citizen."),
        Example("She met [[a]] MP in London.", fixed="She met an MP in London."),
        Example("He is [[a]] 18-year-old student.", fixed="He is an 18-year-old student."),
        Example(
            "An hour, a university, a one-off, a UN envoy, an NGO, a NATO base, an 8-year-old, an heir, a US plan, an umbrella."
        ),
        Example(
            "An uninhabited isle, a unilateral step, an unidentified man, a uranium mine, an X-ray, a historic day, an historic day."
        ),
        Example("Vitamin A is in Hepatitis A and B; a and b are options."),
    ),
)
def wrong_article(document: Document, context: Context) -> Iterator[Finding]:
    """Articles that do not fit the first sound of the next word."""
    for match in _ARTICLE.finditer(document.text):
        article, word = match["article"], match["word"]
        needs_an = _needs_an(word)
        if needs_an is None or needs_an == (len(article) == 2):
            continue
        if word.lower() in _NO_NOUN or (article[0] == "A" and not _opens_sentence(document, match.start())):
            continue
        right = article[0] + ("n" if needs_an else "")
        yield Finding(
            Span(*match.span("article")),
            f"Before this sound English says “{right.lower()}”.",
            0.9 if not word[0].isupper() else 0.4 if article == "An" else 0.8,
            suggestions=(replace(right, safe=True),),
        )


def _needs_an(word: str) -> bool | None:
    """Whether "an" goes before the word, None where both are heard or nobody can tell."""
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


def _opens_sentence(document: Document, position: int) -> bool:
    sentence = document.sentence_at(position)
    return sentence is not None and position - sentence.start < 2
