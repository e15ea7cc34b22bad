"""NUM: times of day with a point, and periods counted in Roman figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule
from mtqa.rules.num_values import QUANTITY

_HOUR = r"(?:[01]?\d|2[0-3])"
_PART = r"at night|in the (?:night|morning|afternoon|evening)"
_WHEN = (
    r"(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|yesterday|tonight|this (?:morning|afternoon|evening)|"
    r"(?:local|Moscow|Kyiv|Kiev|Central European|German|Brussels|Paris|Turkish|Greenwich) time|GMT|CET|o['’]clock)\b"
)
_TIME = re.compile(
    rf"\b(?P<led>[Aa]t|[Aa]t about|[Aa]t around|[Aa]round|[Aa]bout|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Aa]nd|[Aa]s of|[Oo]f|[Bb]efore|[Aa]fter|[Ss]ince|[Bb]etween) "
    rf"(?P<time>(?P<hour>{_HOUR})(?P<mark>[.:])(?P<minute>[0-5]\d))(?![\w%]|[.,:]\d|-\d)"
    rf"(?P<range> (?:to|until|till|and) {_HOUR}\.[0-5]\d(?![\w%]|[.,]\d))?"
    rf"(?:(?P<part> (?:{_PART}))|(?P<hours> hours?\b)|(?P<when> (?:{_WHEN}))|(?P<end>[.,;)](?=\s|$)|(?=$|\n| (?:and|when|but|the|he|she|they|it|I)\b)))"
)
_BEFORE_NOON = frozenset({"in the morning"})


@rule(
    "NUM017",
    "pointed-clock",
    summary="A time of day with a point or with words that English leaves out: “at 19.42 on Monday”, “at 02.17 at night”.",
    why="German, Italian, Polish and the Nordic languages part hours and minutes with a point, and say “at 2 at night”. "
    "English writes “at 2:17 am” or “at 02:17”.",
    category=Category.TIME_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The doors opened at [[19.42]] on Monday.", fixed="The doors opened at 19:42 on Monday."),
        Example("The alarm went at [[02.17 at night]].", fixed="The alarm went at 2:17 am."),
        Example("The train left at [[11:40 hours]].", fixed="The train left at 11:40."),
        Example("The train left at 9.30am, at 11:40 and at 8.15 p.m.; it was built by 3.5 firms."),
        Example("The share closed at 12.34 on Monday; the index stood at 19.42 today."),
    ),
)
def pointed_clock(document: Document, context: Context) -> Iterator[Finding]:
    """Hours and minutes after a word of time, where the sentence speaks of no quantity."""
    for match in _TIME.finditer(document.text):
        confidence = _clock_confidence(match)
        span = Span(match.start("time"), max(match.end("time"), match.end("part"), match.end("hours")))
        if not confidence or QUANTITY.search(context.sentence(span).of(document.text)):
            continue
        yield Finding(
            span,
            "English does not write the time of day this way; use the English form.",
            confidence,
            suggestions=(replace(_clock(match)),),
        )


def _clock_confidence(match: re.Match[str]) -> float:
    """How sure it is that a foreign time of day stands here; 0 for no."""
    hour, pointed = int(match["hour"]), match["mark"] == "."
    if match["part"]:
        night = match["part"].endswith("night")
        return 0.75 if pointed or hour > 12 or (night and hour < 6) else 0.0
    if match["hours"]:
        return 0.55 if match["led"].lower() != "about" else 0.0
    if not pointed:
        return 0.0
    if match["when"]:
        return 0.7
    if match["range"]:
        return 0.65
    at = match["led"].lower().startswith("at")
    return 0.55 if at and int(match["minute"]) % 5 == 0 and match["end"] is not None else 0.0


def _clock(match: re.Match[str]) -> str:
    part, hour = (match["part"] or "").strip(), int(match["hour"])
    if not part:
        return f"{match['hour']}:{match['minute']}"
    early = part in _BEFORE_NOON or (part == "at night" and (hour < 6 or hour == 24))
    return f"{hour % 12 or 12}:{match['minute']} {'am' if early else 'pm'}"


_RANKS = {"I": "first", "II": "second", "III": "third", "IV": "fourth"}
_PERIOD = re.compile(
    r"(?<![\w-])(?P<figure>II|IV|III|I)(?P<rest>(?:-(?:st|nd|rd|th))?) (?:(?P<quarter>quarter)(?P<of> of\b| (?:19|20)\d\d)?|(?P<half>half)(?= (?:of|19|20)))"
)
_NAME_BEFORE = re.compile(r"\b(?:War|Part|Act|Phase|Class|Level|Tier|Category|[A-Z][a-z]+) $")


@rule(
    "NUM018",
    "roman-period",
    summary="A quarter or half of the year counted in Roman figures: “the IV quarter”, “the II half of the year”.",
    why="Russian, Polish and Ukrainian count quarters and halves of a year in Roman figures. English writes “the fourth quarter”.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example(
            "Sales grew in the [[IV]] quarter of 2021.", fixed="Sales grew in the fourth quarter of 2021."
        ),
        Example(
            "Sales grew in the [[II]] half of the year.", fixed="Sales grew in the second half of the year."
        ),
        Example(
            "In that World War II half of the town burnt; I half expected it, and Philip II quarter by quarter fell."
        ),
        Example("Sales grew in the fourth quarter; in Q4 they fell."),
    ),
)
def roman_period(document: Document, context: Context) -> Iterator[Finding]:
    """Roman figures before a quarter or half, unless they belong to a name."""
    for match in _PERIOD.finditer(document.text):
        single = match["figure"] == "I"
        if single and not match["of"] and not match["half"]:
            continue
        if _NAME_BEFORE.search(document.text, max(0, match.start() - 20), match.start()):
            continue
        yield Finding(
            Span(match.start("figure"), match.end("rest")),
            "English writes out the rank of a quarter or half year.",
            0.6 if single else 0.88,
            suggestions=(replace(_RANKS[match["figure"]], safe=not single),),
        )
