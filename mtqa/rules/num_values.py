"""NUM: reads the numbers of a text as values, whatever the language writes them like. No rules; for `num_pairs`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from mtqa.core.spans import Span

# Languages that separate decimals with a point; all others set a comma (CLDR 46, numbers/symbols/decimal).
_POINT_LANGUAGES = frozenset(
    "en zh ja ko th he hi bn ta te ur ne si ms sw ha yo ig ga mt my km mr gu kn ml pa tl am".split()
)


def _table(rows: str) -> dict[str, Decimal]:
    return {
        word: Decimal(10) ** int(power)
        for power, *words in map(str.split, rows.strip().splitlines())
        for word in words
    }


# Scale words with the power of ten they stand for; those that inflect are given by their stems below.
_SCALE = _table("""
2 hundred honderd hundert cent centaines cien cientos cem sto
3 thousand thousands k к duizend tausend tsd mille mila mil mii mie tusen tusind tys bin ezer тыс тис хиляди ألف آلاف हजार हज़ार 千 천
4 万 萬 만
5 lakh lakhs लाख
6 m mln mio mn млн مليون ملايين मिलियन মিলিয়ন 百万
7 crore crores करोड़ 千万
8 亿 億 억
9 bn mld mrd milyar млрд مليار مليارات बिलियन 十亿
10 百亿
11 千亿
12 万亿 兆 조 trn трлн
""")
_STEMS = tuple(
    (stem, int(power))
    for power, *stems in map(
        str.split,
        """
3 tysiąc tysięc tisíc тысяч тисяч tuhat tuhan tūkst
6 million millón millones milhão milhões milione milioni milion milió millió miljoen miljon miljoon milioan milyon miljn milijun milijon миллион мільйон милион
9 milliard miliard miljard milijard миллиард мільярд милиард bilhão bilhões bilyon
12 trillion trilion trilyon trilh триллион трильйон biljoen billón billones billione billioni bilion
""".strip().splitlines(),
    )
    for stem in stems
)
_SHORT_BILLION = frozenset({"en", "tr", "ru", "uk", "pt", "zh", "ja", "ko", "id", "vi"})
# Languages whose scale words are known above; of others only the figures can be compared.
SCALED = frozenset("en nl de fr es it pt tr pl ru uk cs sk ro sv da no fi et hu zh ja ko".split())

_NUMBER = re.compile(
    r"(?<![A-Za-z\u00c0-\u052f\d_])(?<![A-ZА-Я]-)(?P<digits>\d+(?:[.,'’٫٬]\d+|[ \u00a0\u202f\u2009]\d{3}(?!\d))*)(?P<space>(?:[ \u00a0\u202f](?:de )?)?)(?P<scale>[^\W\d_]+)?"
)
_FIRST_EAST_ASIAN = 0x3000
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?:\d{2})?")
_COMPOUND_SCALE = re.compile(r"[ \u00a0](?:millones|milhões|milioni|millions|тысяч|thousand)\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: where it stands, what its locale reads it as, and all that it could be read as."""

    span: Span
    value: Decimal
    readings: frozenset[Decimal]


def read_numbers(text: str, language: str | None) -> Iterator[Number]:
    """The numbers in figures of a text in a language, scale words multiplied in.

    >>> [str(n.value.normalize()) for n in read_numbers("3,5 miljard euro en 12.500 man", "nl")]
    ['3.5E+9', '1.25E+4']
    """
    for match in _NUMBER.finditer(text):
        digits = match["digits"]
        if _DATE.fullmatch(digits):
            yield from _date_parts(match.start("digits"), digits)
            continue
        scale, end = _scale(text, match, language)
        readings = frozenset(value * scale for value in _readings(digits))
        if readings:
            value = _value(digits, language) * scale
            yield Number(Span(match.start("digits"), end), value, readings | {value})


def _date_parts(start: int, digits: str) -> Iterator[Number]:
    for part in re.finditer(r"\d+", digits):
        value = Decimal(part.group())
        yield Number(Span(start + part.start(), start + part.end()), value, frozenset({value}))


def _scale(text: str, match: re.Match[str], language: str | None) -> tuple[Decimal, int]:
    """The factor of a scale word behind the number, and where the number ends with it."""
    word = match["scale"]
    if not word:
        return Decimal(1), match.end("digits")
    lower = word.lower()
    factor = _factor(lower, language or "en")
    if factor is None or (len(lower) == 1 and lower.isascii() and match["space"]):
        return Decimal(1), match.end("digits")
    following = _COMPOUND_SCALE.match(text, match.end("scale"))
    if factor == 1000 and following:
        return Decimal(10) ** 9, following.end()
    return factor, match.end("scale")


def _factor(word: str, language: str) -> Decimal | None:
    if word in {"billion", "billions", "billionen"}:
        return Decimal(10) ** (9 if language in _SHORT_BILLION else 12)
    power = next((power for stem, power in _STEMS if word.startswith(stem)), None)
    if power is not None:
        return Decimal(10) ** power
    if ord(word[0]) > _FIRST_EAST_ASIAN:
        return next((_SCALE[word[:n]] for n in (2, 1) if word[:n] in _SCALE), None)
    return _SCALE.get(word)


def _value(digits: str, language: str | None) -> Decimal:
    """What the number is in its own locale."""
    point = "." if (language or "en") in _POINT_LANGUAGES else ","
    plain = re.sub(r"[ \u00a0\u202f\u2009'’٬]", "", digits)
    last = max(plain.rfind("."), plain.rfind(","))
    group = "," if point == "." else "."
    if last >= 0 and plain[last] == group and len(plain) - last - 1 != 3:
        point, group = group, point  # a group has three digits, so this one separates decimals
    if plain.count(point) > 1:
        point, group = group, point
    return _decimal(plain.replace(group, "").replace(point, ".").replace("٫", "."))


def _readings(digits: str) -> Iterator[Decimal]:
    """Every value that some locale gives the digits."""
    plain = re.sub(r"[ \u00a0\u202f\u2009'’٬]", "", digits)
    if not re.search("[.,٫]", plain):
        yield _decimal(plain)
        return
    if len(re.split("[.,٫]", plain)[-1]) == 3:
        yield _decimal(re.sub("[.,٫]", "", plain))
    head, tail = re.split(r"[.,٫](?=[^.,٫]*$)", plain)
    yield _decimal(re.sub("[.,٫]", "", head) + "." + tail)


def _decimal(plain: str) -> Decimal:
    try:
        return Decimal(plain)
    except InvalidOperation:
        return Decimal(int(re.sub(r"\D", "", plain) or 0))


_SMALL = {
    word: Decimal(value)
    for value, words in enumerate(
        "zero|one first once|two second twice both half|three third|four fourth quarter|five fifth|six sixth|seven seventh|eight eighth|nine ninth|"
        "ten tenth|eleven eleventh|twelve twelfth dozen|thirteen thirteenth|fourteen fourteenth|fifteen fifteenth|sixteen sixteenth|"
        "seventeen seventeenth|eighteen eighteenth|nineteen nineteenth|twenty twentieth".split("|")
    )
    for word in words.split()
} | {
    word: Decimal(value)
    for value, word in zip(
        range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
_MONTHS = {
    name: Decimal(number)
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec".split(
            "|"
        ),
        1,
    )
    for name in names.split()
}
_WORD = re.compile(r"[a-z]+")


def english_number_words(text: str) -> frozenset[Decimal]:
    """Values that an English text names in words: small numbers, tens, tens with units, scale words, months.

    >>> sorted(map(int, english_number_words("Twenty-five men, March")))
    [3, 5, 20, 25]
    """
    found: set[Decimal] = set()
    previous: Decimal | None = None
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        value = _SMALL.get(word)
        scale = _factor(word, "en") if word[0] in "htmb" and len(word) > len("cent") else None
        if value is not None:
            found.add(value)
            if previous is not None and previous >= 20 and value < 10:
                value = previous + value
                found.add(value)
        elif scale is not None:
            value = (previous or Decimal(1)) * scale
            found.add(value)
        elif word in _MONTHS:
            found.add(_MONTHS[word])
        previous = value
    return frozenset(found)


# Quantities that have two decimals: where one is spoken of, a pointed number is neither time nor date.
QUANTITY = re.compile(
    r"%|[€$£¥₽₺]|\b(?:per ?cent|points?|shares?|stocks?|index|indices|dollars?|euros?|rubles?|roubles?|yuan|lira|cents?|rates?|prices?|traded|trading|"
    r"average|odds|magnitude|Richter|version|met(?:re|er)s?|seconds?|kilomet\w+|million|billion|tons?|ratio|score[ds]?|GPA|inflation|closed|exchange|"
    r"level|record|Section|Article|paragraph|chapter|Luke|Matthew|Mark|John)\b"
)
