"""NUM: times of day that mix two clocks, or that are taken apart by a blank, a hyphen or a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_LATE = re.compile(
    r"(?<![\w.,:/-])(?P<hour>1[3-9]|2[0-3])(?:[.:] ?(?P<minute>[0-5]\d))?(?P<half> ?[ap]\.?m\b\.?| ?[AP]\.?M\b\.?)"
)


@rule(
    "NUM026",
    "two-clocks",
    summary="An hour after twelve with “pm”: “at 18.42 PM”, “21:50 p.m.”.",
    why="The engine added the half of the day to an hour of the 24-hour clock. English writes 6:42 pm or 18:42.",
    category=Category.TIME_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The train left at [[18.42 PM]] on Monday.", fixed="The train left at 18:42 on Monday."),
        Example("The train left at [[21:50 p.m.]] on Monday.", fixed="The train left at 21:50 on Monday."),
        Example("The train left at 6:42 pm or 18:42; 15 am radio stations sent it, on 20 May."),
    ),
)
def two_clocks(document: Document, context: Context) -> Iterator[Finding]:
    """Hours of the 24-hour clock with the half of the day behind."""
    for match in _LATE.finditer(document.text):
        if not match["minute"] and "p" not in match["half"].lower():
            continue
        yield Finding(
            Span(*match.span()),
            "This hour needs no “am” or “pm”; use one clock.",
            0.88,
            suggestions=(replace(f"{match['hour']}:{match['minute'] or '00'}", safe=True),),
        )


_HOUR = r"(?:[01]?\d|2[0-4])"
_LED = r"\b(?:[Aa]t|[Aa]round|[Aa]bout|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]y|[Tt]o|[Bb]efore|[Aa]fter|[Ss]ince|[Bb]etween|[Aa]nd)"
_APART = re.compile(
    rf"(?<![\w:.,])(?P<one>(?P<h>{_HOUR})(?: ?: | :)(?P<m>[0-5]\d))(?![\w:%]|[.,:]\d)"
    rf"|{_LED} (?P<hyphen>(?P<h2>{_HOUR}(?=-00)|0\d)-(?P<m2>[0-5]\d))(?![\w-])"
    rf"|(?P<clock>(?<![\w.,:])(?P<h3>{_HOUR})(?:[.:](?P<m3>[0-5]\d))? clock)(?=[\s.,])(?! (?:face|tower|radio|speed|cycle))"
    rf"|\bat(?P<point>\. ?)(?=\d{{1,2}}[.:]\d\d\b)"
)
_NAMED = re.compile(r"[A-Z][a-z]+\.? $")
_LEDGE = re.compile(rf"{_LED} $")


@rule(
    "NUM027",
    "broken-clock",
    summary="A time of day taken apart: “at 16: 23”, “from 8-00”, “at. 13.00”.",
    why="The blank was put in by an engine that took the colon for the end of a phrase; a hyphen is Russian, "
    "and “at.” was “kl.” in a Nordic source.",
    category=Category.TIME_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The fire was out at [[16: 23]] on Monday.", fixed="The fire was out at 16:23 on Monday."),
        Example("It was shut from [[8-00]] on.", fixed="It was shut from 8:00 on."),
        Example("It starts at[[. ]]13:00 today.", fixed="It starts at 13:00 today."),
        Example("Read Luke 16: 23 at 16:23; it has lasted for hours, 18 of them; see John 3: 16."),
    ),
)
def broken_clock(document: Document, context: Context) -> Iterator[Finding]:
    """Hours and minutes with something foreign between or before them."""
    text = document.text
    for match in _APART.finditer(text):
        kind = next(name for name in ("one", "hyphen", "clock", "point") if match[name])
        if kind == "one" and _is_verse(text, match):
            continue
        span = Span(*match.span(kind))
        hour, minute = (next((match[g + n] for n in ("", "2", "3") if match[g + n]), "") for g in "hm")
        yield Finding(
            span,
            "English does not write the time of day this way; close it up or use the English form.",
            0.8,
            suggestions=(replace(" " if kind == "point" else f"{hour}:{minute or '00'}", safe=True),),
        )


def _is_verse(text: str, match: re.Match[str]) -> bool:
    """Whether a name stands before the figures, as in "Luke 16: 23", and no word of time."""
    start = max(0, match.start() - 16)
    if _LEDGE.search(text, start, match.start()):
        return False
    return (
        _NAMED.search(text, start, match.start()) is not None
        or text[match.start() - 1 : match.start()] == "\n"
    )


_SCORE = re.compile(
    r"\b(?:scores?|won|win|beat|lost|result|ended|victory|defeat|defeated|draw|drew|lead|led)\b[^.\n]{0,40}?(?<![\d:.])(?P<score>\d{1,2}(?: ?: | :)\d{1,2})(?![\d:])"
)


@rule(
    "NUM028",
    "spaced-score",
    summary="A score with a colon and a blank: “a score of 2: 1”.",
    why="Most languages write the score with a colon, which engines then take for a sign of punctuation. English writes 2-1.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The match ended [[2: 1]] on Monday.", fixed="The match ended 2-1 on Monday."),
        Example("The match ended 2-1; the score was 2:1 at half time."),
    ),
)
def spaced_score(document: Document, context: Context) -> Iterator[Finding]:
    """Scores whose colon has a blank beside it."""
    for match in _SCORE.finditer(document.text):
        yield Finding(
            Span(*match.span("score")),
            "English writes a score with a hyphen.",
            0.85,
            suggestions=(replace(re.sub(r" ?: ?", "-", match["score"]), safe=True),),
        )
