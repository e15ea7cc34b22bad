"""NUM: dates, years and centuries with words or figures that English leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule
from mtqa.rules.num import ordinal

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = r"(?:1[5-9]|20)\d\d"
_WORDY = re.compile(
    r"\b(?:"  # all begin with a word, which spares the search most places
    rf"(?P<day>\b(?:the )?day (?P<d>\d{{1,2}})(?: of)? (?P<m>{_MONTH}))\b"
    rf"|(?P<ofyear>\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}),? of (?P<y2>{_YEAR}))\b(?!['’])"
    rf"|(?P<theyear>(?<=\b[Ii]n |\b[Oo]f )the year of (?P<y5>{_YEAR}))(?![\w-])"
    rf"|(?P<ending>(?:the )?(?P<y6>{_YEAR})(?:-?(?:th|st|nd|rd)|-(?:m|go|i|om|y)) year)\b(?!-)"
    rf"|(?P<modern>(?<![\w])(?P<y7>(?:19|20)\d\d) (?:AD|A\.D\.|CE|M\.))(?!\w)"
    rf"|(?P<hijri>[Cc]orresponding to(?: the)? (?P<d8>\d{{1,2}})(?:th|st|nd|rd)?(?: of)? (?P<m8>{_MONTH}))\b"
    rf"|(?P<hungarian>(?P<y9>{_YEAR})\. (?P<m9>{_MONTH}) (?P<d9>\d{{1,2}}))\b"
    rf"|(?P<dotof>(?P<d11>\d{{1,2}})\. of (?P<m11>{_MONTH}))\b|(?P<thisyear>(?P<m12>{_MONTH}) (?P<d12>\d{{1,2}}) of (?=(?:this|last|next) year\b))"
    rf"|(?P<the>(?<=\b[Oo]n )the (?P<d10>\d{{1,2}}) (?P<m10>{_MONTH}))\b"
    r")"
)


@rule(
    "NUM044",
    "wordy-date",
    summary="A date with words that English leaves out: “the day 12 of March”, “September 3 of 2019”, “the 2007th year”.",
    why="Spanish and Portuguese join day, month and year with “de”, Russian names the year with an ending, "
    "Arabic adds that the year is of the common era.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It began on [[the day 12 of March]] in Lima.", fixed="It began on 12 March in Lima."),
        Example(
            "It began on [[September 3 of 2019]] in Lima.", fixed="It began on September 3, 2019 in Lima."
        ),
        Example("It began in [[the 2007th year]] in Kyiv.", fixed="It began in 2007 in Kyiv."),
        Example("It began in [[2022 AD]] in Cairo.", fixed="It began in 2022 in Cairo."),
        Example("It began on [[the 3 May]] in Paris.", fixed="It began on 3 May in Paris."),
        Example(
            "On the day 12 Marchers came; 300 AD is long ago, and the year of 2014's flood is known. On 12 March it began."
        ),
    ),
)
def wordy_date(document: Document, context: Context) -> Iterator[Finding]:
    """Dates and years with a word or an ending too many."""
    for match in _WORDY.finditer(document.text):
        kind = match.lastgroup if match.lastgroup in _CONFIDENCE else next(k for k in _CONFIDENCE if match[k])
        yield Finding(
            Span(*match.span(kind)),
            "English leaves out some of these words; use the English form of the date.",
            _CONFIDENCE[kind],
            suggestions=(replace(_date(match, kind)),),
        )


_CONFIDENCE = {
    "day": 0.85, "ofyear": 0.85, "theyear": 0.6, "ending": 0.85, "modern": 0.75, "hijri": 0.7, "hungarian": 0.85, "the": 0.6, "dotof": 0.85, "thisyear": 0.7,
}  # fmt: skip


def _date(match: re.Match[str], kind: str) -> str:
    part = {
        name: next(
            (
                match[f"{name}{n}"]
                for n in ("", *range(2, 13))
                if f"{name}{n}" in match.re.groupindex and match[f"{name}{n}"]
            ),
            "",
        )
        for name in "dmy"
    }
    if kind == "ofyear":
        return f"{part['m']} {part['d']}, {part['y']}"
    return " ".join(part[name] for name in "dmy" if part[name])


_ROMAN = re.compile(
    r"(?<![\w-])(?P<roman>X{0,2}(?:IX|IV|V?I{1,3}|V|X))(?P<ending>-?(?:st|nd|rd|th))?(?P<dot>\.)?(?P<join>[ -](?:and [IVX]+ |[–-] ?[IVX]+ )?)(?P<thing>[Cc]entur(?:y|ies)|convocation|Olympiad)\b"
    r"|(?<=\b[Tt]he )(?P<plain>\d{1,2})(?= century\b)"
)
_NAME_BEFORE = re.compile(r"\b(?!The |In |From |Since |Of |By |At |This |His |Its )[A-Z][a-z]+ $")
_VALUES = {"I": 1, "V": 5, "X": 10}


@rule(
    "NUM045",
    "roman-rank",
    summary="A century, parliament or congress counted in Roman figures: “the XVIII century”, “the V convocation”.",
    why="Romance and Slavic languages number centuries in Roman figures. English writes “the 18th century”.",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It dates from the [[XVIII]] century.", fixed="It dates from the 18th century."),
        Example("The [[XXIst]] century has begun.", fixed="The 21st century has begun."),
        Example("A deputy of the [[V]] convocation left.", fixed="A deputy of the 5th convocation left."),
        Example("It dates from the 18th century; World War II and Vatican II are over."),
    ),
)
def roman_rank(document: Document, context: Context) -> Iterator[Finding]:
    """Roman figures before centuries, parliaments and congresses."""
    for match in _ROMAN.finditer(document.text):
        if match["plain"]:
            yield _rank(Span(*match.span("plain")), ordinal(int(match["plain"])))
        elif not _NAME_BEFORE.search(document.text, max(0, match.start() - 20), match.start()):
            last = next((name for name in ("dot", "ending") if match[name]), "roman")
            yield _rank(Span(match.start(), match.end(last)), _ranked(match["roman"]))


def _rank(span: Span, written: str) -> Finding:
    return Finding(
        span,
        "English writes this rank with a number and its ending.",
        0.75,
        suggestions=(replace(written, safe=True),),
    )


def _ranked(roman: str) -> str:
    values = [_VALUES[sign] for sign in roman]
    number = sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
    return ordinal(number)
