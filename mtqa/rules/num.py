"""NUM: numbers written the way of another language; no source is needed, since English has only one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_POINTED = re.compile(
    r"([1-9](?<![\w.,:/-].)\d{0,2})((?:\.\d{3})+)(?!\d|[.,:/]\d|-\d)(?P<after>[ \u00a0][A-Za-z]+|[ -][a-z]+)?(?P<next> [a-z]+)?"
)
_CURRENCY_BEFORE = re.compile(
    r"(?:[€$£¥₽₺₴₩₹]|\b(?:EUR|USD|GBP|CHF|PLN|TRY|RUB|UAH|HUF|CZK|RON|SEK|NOK|DKK|TL|IDR|Rp\.?|Rs\.?))[ \u00a0]?$"
)
# Currencies that have no English plural in s, or that engines write with a capital.
_CURRENCIES = frozenset(
    "euro lei won yen leva kronor kroner kuna forint zloty lira yuan rupiah baht dong hryvnia dinar tenge manat pln czk uah tl vnd".split()
)
# Things that are measured in thousandths, where "1.234" may well be one and a bit.
_MEASURED = frozenset(
    "seconds second secs sec metres meters metre meter km kilometres kilometers kg kilograms grams litres liters percent points "
    "point inches inch feet volts hertz mhz ghz degrees times per average percentage ratio gpa era mm cm m g l s v".split()
)
_PEOPLE = frozenset(
    "people men women children police personnel staff troops cattle sheep homeless dead injured wounded".split()
)


@rule(
    "NUM001",
    "thousands-point",
    summary="A point that groups thousands: “12.500 soldiers” for 12,500.",
    why="Most of Europe and South America group thousands with a point. In English that is a decimal point, so "
    "12.500 reads as twelve and a half.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example(
            "The city sent [[12.500]] soldiers to the border.",
            fixed="The city sent 12,500 soldiers to the border.",
        ),
        Example("The town has [[1.234.567]] inhabitants.", fixed="The town has 1,234,567 inhabitants."),
        Example("It costs €[[12.500]] a year.", fixed="It costs €12,500 a year."),
        Example("The lap took 1.250 seconds more; the ratio is 3.142 and the version 2.100."),
        Example("The server 10.100.200.300 answers; it weighs 1.125 kg."),
    ),
)
def thousands_point(document: Document, context: Context) -> Iterator[Finding]:
    """Numbers whose points can only group thousands, or that count things."""
    for match in _POINTED.finditer(document.text):
        confidence = _thousands_confidence(document.text, match)
        if confidence == 0.0:
            continue
        span = Span(match.start(), match.end(2))
        yield Finding(
            span,
            "The point groups thousands here; English sets a comma.",
            confidence,
            suggestions=(replace(span.of(document.text).replace(".", ",")),),
        )


def _thousands_confidence(text: str, match: re.Match[str]) -> float:
    """How sure it is that thousands are meant; 0 where the number may be a decimal."""
    groups = match.group(2)
    if len(groups) > 4:
        return 0.95 if len(groups) < 12 else 0.0
    word = (match.group("after") or "").strip(" \u00a0-")
    following = (match.group("next") or "").strip()
    round_number = groups.endswith("00")
    if _CURRENCY_BEFORE.search(text, max(0, match.start() - 6), match.start()):
        return 0.9 if round_number or groups.endswith("0") else 0.6
    if not word or word.lower() in _MEASURED:
        return (
            0.55 if round_number and word in {"metres", "meters", "km", "kilometres", "kg", "people"} else 0.0
        )
    if word in _PEOPLE or word.lower() in _CURRENCIES or _is_plural(word):
        return 0.92
    blank = (match.group("after") or "-")[0] != "-" and word not in _SCALE_WORDS
    if blank and word.islower() and len(word) > 2 and following not in _MEASURED and _is_plural(following):
        return 0.7
    return 0.3 if round_number else 0.0


_SCALE_WORDS = frozenset({"million", "billion", "trillion", "thousand"})


def _is_plural(word: str) -> bool:
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith("ss")


_UNIT = (
    r"(?:%|per ?cent\b|percentage|million|billion|trillion|thousand|degrees?\b|°|k[mg]\b|kilomet|kilogram|met(?:re|er)s?\b|cent(?:imet|s\b)|[cm]m\b|m\b|"
    r"tons?\b|tonnes?\b|lit(?:re|er)s?\b|hectares?\b|points?\b|euros?\b|dollars?\b|pounds?\b|francs?\b|rubles?\b|roubles?\b|lira\b|zloty|crowns?\b|"
    r"hours?\b|seconds?\b|minutes?\b|days?\b|weeks?\b|months?\b|years?\b|times\b|[GMk]W|kWh|[MGT]B\b|inch|feet\b|miles?\b|knots?\b|mph\b|kilos?\b|m[lg]\b|acres?\b|ounces?\b|barrels\b|hryvnias?\b|yuan\b|magnitude|square|cubic|fold\b|€|mln\b|ml?rd\b|mld\b|tys\b|bn\b|mil\.|mkr\b|kr\b|kronor|kroner|lei\b|leva\b|forint|TL\b|UAH\b|PLN\b|CZK\b|HUF\b|zł)"
)
_COMMA = re.compile(
    rf"(?<![\w.,/:\[(-])(?:(?P<grouped>\d{{1,3}}(?:[. \u00a0\u202f]\d{{3}})+,\d{{1,2}})(?!\d|,\d)|(?P<zero>0,\d+)(?!\d|,\d)|(?P<long>\d{{1,3}},(?!(?:19|20)\d\d\b)\d{{4,6}})(?!\d|,\d)|(?P<plain>\d{{1,3}},\d{{1,2}})(?=[ \u00a0-]?{_UNIT}))"
    r"|(?<=[€$£])[ \u00a0]?(?P<money>\d{1,3},\d{1,2})(?!\d|,\d)"
)
_DIGIT_COMMA = re.compile(r"\d,\d")


@rule(
    "NUM002",
    "decimal-comma",
    summary="A decimal comma: “3,5 percent” for 3.5.",
    why="Most languages separate decimals with a comma. In English a comma groups thousands, so the figure cannot "
    "be read.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("Prices rose by [[3,5]] percent.", fixed="Prices rose by 3.5 percent."),
        Example("It sold for [[1.234,50]] in all.", fixed="It sold for 1,234.50 in all."),
        Example("The rate fell by [[0,25]] in May.", fixed="The rate fell by 0.25 in May."),
        Example("Prices rose by 3.5 percent to 1,234.50 in groups 1,2 and 3."),
        Example("On July 4,500 people came; verses 3,5 and 7 were read."),
    ),
)
def decimal_comma(document: Document, context: Context) -> Iterator[Finding]:
    """Commas that can only separate decimals: before one or two digits and a unit, or after a zero or thousands."""
    text = document.text
    if not _DIGIT_COMMA.search(text):
        return
    for match in _COMMA.finditer(text):
        kind = match.lastgroup or "plain"
        number = match.group(kind)
        yield Finding(
            Span(*match.span(kind)),
            "The comma separates decimals here; English sets a point.",
            0.93,
            suggestions=(replace(_english_number(number)),),
        )


def _english_number(number: str) -> str:
    whole, _, decimals = number.rpartition(",")
    return f"{re.sub(r'[^0-9]', ',', whole)}.{decimals}"


_SPACED = re.compile(r"(?<=[a-z] )[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?= [a-z]{3})")
_NAMED_BY_NUMBER = re.compile(
    r"(?:\b(?:[Tt]el|[Pp]hone|[Cc]all|[Ff]ax|[Bb]ox|[Nn]o|[Nn]umber|[Pp]ages?|[Bb]oeing|[Aa]irbus|[Rr]oom|[Ff]lights?|[Cc]hapters?|[Aa]ccount|[Cc]ode)\.?:?|\d) ?$"
)
_DIGIT_BLANK = re.compile(r"\d[ \u00a0\u202f\u2009]\d")


@rule(
    "NUM003",
    "thousands-blank",
    summary="A blank that groups thousands: “12 500 soldiers” for 12,500.",
    why="French, Russian, Polish and the Nordic languages group thousands with a blank. English prose sets a comma; "
    "with a plain blank the figure may even break over two lines.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example(
            "They sent [[12 500]] soldiers to the border.", fixed="They sent 12,500 soldiers to the border."
        ),
        Example("The town has [[1 234 567]] inhabitants.", fixed="The town has 1,234,567 inhabitants."),
        Example("Call 020 555 123 or write to Box 12 345 in Oslo."),
        Example("In 2010 300 people came, in 2011 500."),
    ),
)
def thousands_blank(document: Document, context: Context) -> Iterator[Finding]:
    """Groups of three digits with blanks before a counted thing."""
    if not _DIGIT_BLANK.search(document.text):
        return
    for match in _SPACED.finditer(document.text):
        if _NAMED_BY_NUMBER.search(document.text, max(0, match.start() - 12), match.start()):
            continue
        yield Finding(
            Span(*match.span()),
            "Blanks group thousands here; English prose sets commas.",
            0.65,
            suggestions=(replace(re.sub(r"\s", ",", match.group()), safe=True),),
        )


_SCALE = {"millions": "million", "billions": "billion", "trillions": "trillion", "thousands": "thousand", "hundreds": "hundred",
          "percents": "percent", "per cents": "per cent",
          **dict.fromkeys(("milliard", "milliards", "miliard", "miliards"), "billion")}  # fmt: skip
_PLURAL_SCALE = re.compile(
    r"(?P<scale>(?:[mb]illion|trillion|thousand|hundred|per ?cent)s|mill?iards?)\b(?P<of> of(?= [a-z]+s\b| people))?"
)
_PLURALS = ("illions", "thousands", "hundreds", "cents", "liard")
_NUMBER_BEFORE = re.compile(
    r"(?<![\w.,$€£])(?P<number>\d[\d.,]*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) $"
)
_MONTH_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\bPhase|\bArticle|,) $"
)


@rule(
    "NUM004",
    "plural-scale-word",
    summary="A scale word in the plural after a number: “3 millions people”.",
    why="After a number English keeps “million”, “thousand” and “percent” in the singular. French, Spanish, Italian "
    "and many others set a plural.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It has 3 [[millions]] people.", fixed="It has 3 million people."),
        Example("It cost five [[thousands]] euros.", fixed="It cost five thousand euros."),
        Example("It has 3 [[millions of]] inhabitants.", fixed="It has 3 million inhabitants."),
        Example("In 2015 thousands of people came. On June 5 hundreds of them left. Millions stayed."),
        Example("It has 3 million people and many millions in the bank."),
    ),
)
def plural_scale_word(document: Document, context: Context) -> Iterator[Finding]:
    """Plural scale words right after a number that is no year or day."""
    text = document.text
    if not any(plural in text for plural in _PLURALS):
        return
    for match in _PLURAL_SCALE.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 24), match.start())
        if number is None or _is_date_part(text, number):
            continue
        scale = match["scale"]
        end = match.end("of") if match["of"] and scale != "hundreds" else match.end("scale")
        yield Finding(
            Span(match.start("scale"), end),
            "After a number English keeps this word in the singular.",
            0.88,
            suggestions=(replace(_SCALE[scale], safe=True),),
        )


def _is_date_part(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    if number.endswith((",", ".")) or (len(number) == 4 and number[:2] in {"17", "18", "19", "20"}):
        return True
    return _MONTH_BEFORE.search(text, max(0, match.start() - 12), match.start()) is not None


_ORDINAL = re.compile(r"(\d(?<![\w.,-].)\d{0,3})(-?(?:st|nd|rd|th|º|ª|ème|ère|ième|er|ste|eme))(?![\w-])")


@rule(
    "NUM005",
    "wrong-ordinal",
    summary="An ordinal with the wrong or a foreign ending: “21th”, “2-nd”, “2º”, “3ème”.",
    why="English ordinals end in st, nd, rd or th after the last spoken word. Engines guess the ending or keep the "
    "one of the source.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It is the [[21th]] meeting.", fixed="It is the 21st meeting."),
        Example("He came in [[2º]] place.", fixed="He came in 2nd place."),
        Example("The [[43th]] division fell back.", fixed="The 43rd division fell back."),
        Example("It is the [[2-nd]] meeting.", fixed="It is the 2nd meeting."),
        Example("The 8-bit games and the 1800s are old; the 112th and 113th are near."),
        Example("The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 101st and 111th units."),
    ),
)
def wrong_ordinal(document: Document, context: Context) -> Iterator[Finding]:
    """Ordinals with another ending than the number asks for."""
    for match in _ORDINAL.finditer(document.text):
        number, ending = match.groups()
        right = ordinal(int(number))
        if number + ending != right and ending.lstrip("-") != "er":
            yield Finding(
                Span(*match.span()),
                "English writes this ordinal otherwise; correct the ending.",
                0.93,
                suggestions=(replace(right, safe=True),),
            )


def ordinal(number: int) -> str:
    """The English ordinal in figures.

    >>> [ordinal(n) for n in (1, 12, 23, 111)]
    ['1st', '12th', '23rd', '111th']
    """
    last = 0 if number % 100 in {11, 12, 13} else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


_NUMBER_SIGN = re.compile(r"(?:[Nn](?<!\w.)(?:r\.?|\.?°|\.?º)|№)[ \u00a0]?(?=\d)")


@rule(
    "NUM006",
    "foreign-number-sign",
    summary="The number sign of another language: “Nr. 5”, “nº 5”, “№ 5”.",
    why="English writes “No. 5”, “number 5” or “#5”. The sign was carried over from the source.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("Block [[№ ]]4 burned.", fixed="Block No. 4 burned."),
        Example("Law [[N° ]]27 was passed.", fixed="Law No. 27 was passed."),
        Example("Law No. 27 and number 5 were passed; No 10 denied it."),
        Example("It is 30° in the shade and the N5 is a road."),
    ),
)
def foreign_number_sign(document: Document, context: Context) -> Iterator[Finding]:
    """Number signs before figures."""
    for match in _NUMBER_SIGN.finditer(document.text):
        yield Finding(
            Span(*match.span()),
            "This number sign is not English; write “No.”.",
            0.85,
            suggestions=(replace("No. ", safe=True),),
        )
