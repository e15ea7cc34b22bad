"""NUM: dates, times of day and decades written the way of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, Suggestion, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule
from mtqa.rules.num_values import QUANTITY

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH = "(?:" + "|".join(MONTHS) + r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"

_DOTTED_DATE = re.compile(
    rf"(?=\d)(?<![\w.,/:-])(?:(?P<d>{_DAY})\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>(?:1[5-9]|20)\d\d)(?!\w|[.]\d)"
    rf"|(?P<y2>(?:19|20)\d\d)\. ?(?P<m2>0?[1-9]|1[0-2])\. ?(?P<d2>{_DAY})(?![\d]|\.\d)\.?"
    rf"|(?P<d3>{_DAY})-(?P<m3>0[1-9]|1[0-2])-(?P<y3>(?:19|20)\d\d)(?![\w-])"
    rf"|(?:(?<=\b[Oo]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Tt]ill )|(?<=\b[Ff]rom )(?=\S+ (?:to|until|till) {_DAY}\.(?:0[1-9]|1[0-2])\b))(?P<d4>{_DAY})\.(?P<m4>0[1-9]|1[0-2])\.?(?![\w%]|\.\d|,\d| ?[ap]\.?m\b)(?!\s*[A-Z]))"
)
_POINTED_DIGITS = re.compile(r"\d\. ?\d|\d-\d\d-\d")


@rule(
    "NUM011",
    "dotted-date",
    summary="A date with points or in figures: “24.02.2022”, “on 24.02.”.",
    why="German, Slavic, Nordic and Turkish texts write dates with points. English readers expect “24 February 2022” "
    "or “February 24, 2022”.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It began on [[24.02.2022]] at dawn.", fixed="It began on 24 February 2022 at dawn."),
        Example("It began on [[24.02.]], at dawn.", fixed="It began on 24 February, at dawn."),
        Example("It began on [[2022.02.24.]] at dawn.", fixed="It began on 24 February 2022 at dawn."),
        Example("Since [[27.11]] it has been shut.", fixed="Since 27 November it has been shut."),
        Example("It began on 24 February 2022, or 24/02/2022, at 5.30 in version 1.10.2020b."),
        Example("The index stood at 24.02. The price fell to 12.11 on Monday; on 10.50 a share."),
    ),
)
def dotted_date(document: Document, context: Context) -> Iterator[Finding]:
    """Dates in figures with points, or with hyphens in the order day, month, year."""
    text = document.text
    if not _POINTED_DIGITS.search(text):
        return
    for match in _DOTTED_DATE.finditer(text):
        if match["d4"] and QUANTITY.search(context.sentence(Span(*match.span())).of(text)):
            continue
        day, month, year = _parts(match)
        written = f"{day} {MONTHS[month - 1]}" + (f" {year}" if year else "")
        yield Finding(
            Span(*match.span()),
            "English does not write dates in figures with points; write out the month.",
            0.88 if match["d"] or match["y2"] else 0.65,
            suggestions=(replace(written),),
        )


def _parts(match: re.Match[str]) -> tuple[int, int, str]:
    for suffix in ("", "2", "3"):
        if match["d" + suffix]:
            return int(match["d" + suffix]), int(match["m" + suffix]), match["y" + suffix]
    return int(match["d4"]), int(match["m4"]), ""


_ORDINAL_POINT = re.compile(
    rf"(?P<number>\d(?<![\w.,:-].)\d?)(?:(?:\. ?|º ?)(?P<month>{_MONTH})(?=(?P<year>,? (?:19|20)\d\d)?)| of (?P<of>{_MONTH})"
    r"|\. (?P<thing>century|place|anniversary|minute|day|floor|birthday|round|division|edition|session|article|grade|class|season|brigade|regiment)\b)"
)
_DAY_LAST = re.compile(rf"\b(?P<date>(?:{'|'.join(MONTHS)}) {_DAY})(?P<point>\.) (?=[a-z]{{2}})")
_BEFORE_DAY = re.compile(
    r"\b(?:[Oo]n|[Ff]rom|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]y|[Tt]o|[Oo]f|[Tt]he|[Bb]etween|[Aa]nd|[Bb]efore|[Aa]fter|[Ff]or|day,?) $|[-–(] ?$"
)


@rule(
    "NUM012",
    "day-form",
    summary="A day or rank with a point: “on 3. March”, “the 20. century”, “on 5 of March”.",
    why="German, Czech, Turkish, Finnish and others mark ordinals with a point. English writes “3 March” and “the "
    "20th century”.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It began on [[3. March]] in Kyiv.", fixed="It began on 3 March in Kyiv."),
        Example(
            "It dates from the [[20. century]] at least.", fixed="It dates from the 20th century at least."
        ),
        Example("It began on [[December 4. ]]in Kyiv.", fixed="It began on December 4 in Kyiv."),
        Example("It began on [[5 of March]] in Kyiv.", fixed="It began on 5 March in Kyiv."),
        Example("He scored 3. March was better; then came the 5th of March."),
        Example("It began on 3 March in the 20th century. One in 5 of March's visitors left."),
    ),
)
def day_form(document: Document, context: Context) -> Iterator[Finding]:
    """Days before months and ranks with the point of an ordinal."""
    text = document.text
    for match in _ORDINAL_POINT.finditer(text):
        before = text[max(0, match.start() - 10) : match.start()]
        led = _BEFORE_DAY.search(before) is not None
        number = int(match["number"])
        if match["thing"]:
            if before.lower().endswith("the "):
                yield _day(match, f"{_ordinal(number)} {match['thing']}", 0.9)
        elif not 0 < number < 32:
            continue
        elif match["of"]:
            if (
                led
                and not before.lower().endswith("the ")
                and text[match.end() : match.end() + 1] not in {"'", "’"}
            ):
                yield _day(match, f"{number} {match['of']}", 0.8)
        elif led or match["year"]:
            yield _day(match, f"{number} {match['month']}", 0.9)
    for match in _DAY_LAST.finditer(text):
        yield _day(match, f"{match['date']} ", 0.8)


def _day(match: re.Match[str], written: str, confidence: float) -> Finding:
    return Finding(
        Span(*match.span()),
        "English does not write days and ranks this way; use the English form.",
        confidence,
        suggestions=(replace(written, safe=True),),
    )


def _ordinal(number: int) -> str:
    last = 0 if number in {11, 12, 13} else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


_CLOCK = re.compile(
    r"(?P<hour>\d(?<![\w.,:/-].)\d?)(?:"
    r"[.:](?P<minute>[0-5]\d) ?(?:Uhr\b|o['’]?clock\b|h\b(?!\w))|[hH](?P<minute2>[0-5]\d)\b(?![.,]?\d)| ?(?:Uhr)\b|(?P<bare> ?h)(?![\w/-])"
    r"|(?:[.:](?P<minute3>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?) o['’]?clock\b|(?P<late> o['’]clock)\b)"
)
_AT = re.compile(r"\b(?:at|until|till|from|around|about|by|since|after|before|to|between|and) $")


@rule(
    "NUM013",
    "foreign-clock",
    summary="A time of day as another language writes it: “14.30 Uhr”, “14h30”, “15 o'clock”.",
    why="English writes “2:30 pm” or “14:30”. “O'clock” goes with full hours up to twelve only.",
    category=Category.TIME_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The talks began at [[14.30 Uhr]] on Monday.", fixed="The talks began at 14:30 on Monday."),
        Example("The talks began at [[14h30]] on Monday.", fixed="The talks began at 14:30 on Monday."),
        Example("The talks began at [[15 o'clock]] on Monday.", fixed="The talks began at 15:00 on Monday."),
        Example(
            "The talks began at [[8 p.m. o'clock]] on Monday.", fixed="The talks began at 8 p.m. on Monday."
        ),
        Example("The talks began at 8 o'clock, at 8.30pm, at 14:30 or at 1430 hours."),
        Example("It runs at 12 km/h, lasts 5 h and costs 24h of work."),
    ),
)
def foreign_clock(document: Document, context: Context) -> Iterator[Finding]:
    """Times with foreign marks, or with an o'clock that does not go with them."""
    text = document.text
    for match in _CLOCK.finditer(text):
        hour, minute = match["hour"], match["minute"] or match["minute2"] or match["minute3"]
        if int(hour) > 24 or (match["late"] and int(hour) <= 12):
            continue
        if match["bare"] and not _AT.search(text, max(0, match.start() - 9), match.start()):
            continue
        written = f"{hour}:{minute or '00'}"
        if match["half"]:
            written = f"{hour}{':' + minute if minute else ''} {match['half']}"
        yield Finding(
            Span(*match.span()),
            "English does not write the time of day this way; use the English form.",
            0.55 if match["bare"] else 0.9,
            suggestions=(replace(written, safe=True),),
        )


_DECADE = re.compile(
    r"(?:(?P<long>[1-9](?<![\w.,'’-].)(?:[5-9]\d0|0\d0|0))(?:-?ies|-s|-?ers?|-?ern|-talet|-luvun|-ties)(?![\w-])|[Yy](?<!\w.)ears ['’]?(?P<short>[1-9]0)(?![\w%-]|[.,]\d|\s?(?:percent|per)))"
)


@rule(
    "NUM014",
    "foreign-decade",
    summary="A decade with a foreign ending: “the 90ies”, “the 1980er years”.",
    why="English writes “the 1990s” or “the '90s”. The ending follows another language's way.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It began in the [[90ies]] in Berlin.", fixed="It began in the 90s in Berlin."),
        Example("It began in the [[1980-s]] in Moscow.", fixed="It began in the 1980s in Moscow."),
        Example("It began in the 1990s, the '80s or the 70s; it took years 20 of us missed."),
        Example("A 20-strong group met 30-somethings."),
    ),
)
def foreign_decade(document: Document, context: Context) -> Iterator[Finding]:
    """Decades in figures with another ending than s."""
    for match in _DECADE.finditer(document.text):
        if match["short"] and document.text[max(0, match.start() - 4) : match.start()].lower() != "the ":
            continue
        yield Finding(
            Span(*match.span()),
            "English writes the decade with a plain s.",
            0.88,
            suggestions=(replace((match["long"] or match["short"]) + "s", safe=True),),
        )


_BRACKETED_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: morning| afternoon| evening| night)?(?P<day> \((?:[0-3]?\d)(?:[/.][01]?\d\.?)?\))"
)


@rule(
    "NUM015",
    "bracketed-day",
    summary="The day of the month in brackets after the weekday: “on Thursday (18)”.",
    why="Brazilian and Indonesian papers put the day of the month in brackets. English readers take the number for "
    "something else; write “on Thursday” or “on Thursday 18 November”.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example(
            "The minister left on Thursday[[ (18)]] for Lisbon.",
            fixed="The minister left on Thursday for Lisbon.",
        ),
        Example("He died on Sunday night[[ (4/12)]] in Rio.", fixed="He died on Sunday night in Rio."),
        Example("The minister left on Thursday (the 18th) for Lisbon."),
        Example("On Sunday (see page 18) he died; his friend Friday (1719) lived."),
    ),
)
def bracketed_day(document: Document, context: Context) -> Iterator[Finding]:
    """Brackets with a day after a weekday."""
    if "day" not in document.text or "(" not in document.text:
        return
    for match in _BRACKETED_DAY.finditer(document.text):
        yield Finding(
            Span(*match.span("day")),
            "The day of the month stands in brackets; leave it out or write out the date.",
            0.75,
            suggestions=(replace(""),),
        )


_YEAR_WORD = re.compile(
    r"(?P<year>[12](?<!\w.)\d{3}) (?:year|yr|y\.|g\.)(?![\w-]| ?(?:end|round|long|old|on|to)\b)"
)
_BEFORE_YEAR = re.compile(r"\b(?:in|since|until|from|of|by)(?: the)? $", re.IGNORECASE)


@rule(
    "NUM016",
    "year-word",
    summary="The word “year” after the number of a year: “in 2022 year”.",
    why="Russian, Ukrainian, Turkish and Chinese put the word for year after the number. English says “in 2022”.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It began in [[2022 year]] in Kyiv.", fixed="It began in 2022 in Kyiv."),
        Example("Since [[2014 year]] it has grown.", fixed="Since 2014 it has grown."),
        Example(
            "In the 2022 year-end report, the 2021 year on year rise and 2,000 years of history stand out."
        ),
        Example("In the year 2022 it began."),
    ),
)
def year_word(document: Document, context: Context) -> Iterator[Finding]:
    """Years in figures with the word behind."""
    for match in _YEAR_WORD.finditer(document.text):
        if not _BEFORE_YEAR.search(document.text, max(0, match.start() - 12), match.start()):
            continue
        yield Finding(
            Span(*match.span()),
            "English leaves out “year” after the number of a year.",
            0.85,
            suggestions=(_only(match["year"]),),
        )


def _only(year: str) -> Suggestion:
    return replace(year, safe=True)
