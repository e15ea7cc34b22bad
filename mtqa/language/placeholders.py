"""What the placeholders of the pattern language stand for, in each language that patterns are written in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mtqa.text.views import fold_text

WORD = r"[^\W_]+(?:['-][^\W_]+)*"
_CLOCK = r"\d{1,2}(?:[:.h]| h )\d\d(?::\d\d)?(?: ?(?:am|pm|a\.m\.|p\.m\.|uhr|uur|h|utc|gmt))?"
_DAY = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}(?:\.|st|nd|rd|th)? (?:de )?{WORD}\.?,?(?: (?:de )?\d{{4}})?|{WORD}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
_DIGITS = r"\d+(?:[.,]\d+)*"
_EVERYWHERE = {
    "w": WORD,
    "name": rf"{WORD}\.?(?: {WORD}\.?){{0,4}}?",
    "date": rf"(?:(?:{WORD}\.?,? (?:de )?)??{_DAY}(?:[ ,|-]+(?:{WORD} )?{_CLOCK})?)",
    "time": _CLOCK,
    "year": r"(?:1[5-9]|20)\d\d",
    "any": r".*",
    "end": r"[^\s,.;:!?()\"]*",
}

# Numbers in words; German “ein” is left out, which is a prefix of verbs too (“schlug ein”).
_NUMBERS = {
    "en": "a an half one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion several many few "
    "some and",
    "de": "eine einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend "
    "mehrere einige viele wenige anderthalb eineinhalb",
    "fr": "un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent cents mille "
    "plusieurs quelques",
    "es": "un una dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien mil "
    "varios varias algunos algunas",
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig honderd duizend anderhalf "
    "enkele verschillende meerdere",
    "tr": "bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin birkaç buçuk",
}
_FORMS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "be": "am is are was were be been being",
        "have": "have has had having",
        "do": "do does did done doing",
    },
    "de": {
        "poss": " ".join(
            word + ending
            for word in ("mein", "dein", "sein", "ihr", "unser", "euer")
            for ending in ("", "e", "en", "em", "er", "es")
        ),
        "be": "bin bist ist sind seid war warst waren wart sei seien wäre wären gewesen sein",
        "have": "habe hast hat haben habt hatte hattest hatten hattet hätte hätten gehabt",
    },
    "fr": {
        "poss": "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
        "be": "suis es est sommes êtes sont étais était étions étiez étaient fut furent sera seront serait seraient soit soient "
        "été être étant",
        "have": "ai as a avons avez ont avais avait avions aviez avaient eut eurent aura auront aurait auraient ait aient avoir "
        "ayant",
    },
    "es": {
        "poss": "mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras",
        "be": "soy eres es somos sois son era eras éramos eran fui fue fuimos fueron será serán sería serían sea sean sido ser "
        "siendo estoy estás está estamos están estaba estaban estuvo estuvieron estará estarán estaría esté estén estado estar",
        "have": "he has ha hemos han había habían hubo habrá habrán habría haya hayan haber tengo tienes tiene tenemos tienen "
        "tenía tenían tuvo tuvieron tendrá tendrán tendría tenga tengan tener teniendo",
    },
    "nl": {
        "poss": "mijn jouw je zijn haar ons onze jullie uw hun",
        "be": "ben bent is zijn was waren wees zij geweest",
        "have": "heb hebt heeft hebben had hadden gehad",
    },
}


@cache
def placeholders(language: str) -> Mapping[str, str]:
    """The regular expression, over folded text, of each placeholder that patterns of a language may hold.

    A language without a list of its own has digits for `<n>` and no `<poss>`, `<be>`, `<have>` and `<do>`.

    >>> sorted(set(placeholders("en")) - set(placeholders("de"))), "poss" in placeholders("tr")
    (['do'], False)
    """
    forms = {name: _one_of(words) for name, words in _FORMS.get(language, {}).items()}
    if language == "en":
        forms["poss"] = rf"(?:my|your|his|her|its|our|their|the {WORD}'s|{WORD}'s|{WORD}s')"
    return {**_EVERYWHERE, **forms, "n": _number(language)}


def _number(language: str) -> str:
    if language not in _NUMBERS:
        return f"(?:{_DIGITS})"
    words = _one_of(_NUMBERS[language])
    return rf"(?:{_DIGITS}|{words}(?:[ -]{words}\b)*)"


def _one_of(words: str) -> str:
    longest_first = sorted(map(fold_text, words.split()), key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})"
