"""NUM: scale words used the way of another language: thousands of millions, thousands in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_LARGER = {"million": "billion", "billion": "trillion"}
_THOUSANDS = re.compile(
    r"(?<![\w.,])(?P<whole>[1-9]\d{0,2})(?P<mark>[.,])(?P<rest>\d{3}) (?P<scale>million|billion)\b(?!s)"
)
_PLAIN_THOUSAND = re.compile(
    r"(?<![\w.,$€£])(?P<code>(?:[A-Z]{3}|TL) )?(?P<count>[1-9]\d{0,2}(?:\.\d)?) thousand\b(?! (?:million|billion|\d))"
    r"(?P<coin> (?:UAH|TL|PLN|CZK|lira|zlotys?|hryvnias?|manats?|tenge|forints?|crowns|leva|lei)\b)?"
)
# Languages that count 350,000 as “350 thousand” in running text.
_COUNTING_THOUSANDS = ("ru", "uk", "tr", "cs", "pl", "az")


@rule(
    "NUM007",
    "scale-slip",
    summary="A number that overruns its scale word: “2,200 million” for 2.2 billion, “350 thousand” for 350,000.",
    why="Spanish “mil millones” is a thousand millions, and Russian or Turkish write “350 thousand”. With a point, "
    "“2.190 million” may even be read as two million instead of two billion.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("The state lends [[2,200 million]] euros.", fixed="The state lends 2.2 billion euros."),
        Example("The state lends [[2.190 million]] euros.", fixed="The state lends 2.19 billion euros."),
        Example("The state lends 2.2 billion euros to 4.176 million people."),
        Example("Some 2,200 millionaires paid 300 million; a hundred thousand people came."),
    ),
)
def scale_slip(document: Document, context: Context) -> Iterator[Finding]:
    """Thousands of millions, and thousands in figures with the word behind."""
    text = document.text
    if "illion" in text:
        for match in _THOUSANDS.finditer(text):
            yield _overrun(match)
    if " thousand" in text:
        likely = any(context.evidence.supports(language, entry="") for language in _COUNTING_THOUSANDS)
        for match in _PLAIN_THOUSAND.finditer(text):
            yield Finding(
                Span(match.start("count"), match.end("count") + len(" thousand")),
                "English prose writes out these thousands in figures.",
                0.55 if match["code"] or match["coin"] else 0.45 if likely else 0.3,
                suggestions=(replace(f"{Decimal(match['count']) * 1000:,.0f}"),),
            )


def _overrun(match: re.Match[str]) -> Finding:
    scale, rest = match["scale"], match["rest"]
    value = _trimmed(f"{match['whole']}.{rest}")
    larger = replace(f"{value} {_LARGER[scale]}")
    if match["mark"] == ",":
        return Finding(
            Span(*match.span()),
            f"A thousand {scale} is one {_LARGER[scale]}; use the larger word.",
            0.75 if rest.endswith("00") else 0.65 if rest.endswith("0") else 0.5,
            suggestions=(larger,),
        )
    # English writers give three decimals too, but hardly ever with a zero at the end.
    return Finding(
        Span(*match.span()),
        f"The point may group thousands here: {value} {_LARGER[scale]} or {value} {scale}? Check the source.",
        0.6 if rest.endswith("0") else 0.3,
        suggestions=(larger, replace(f"{value} {scale}")),
    )


def _trimmed(number: str) -> str:
    return number.rstrip("0").rstrip(".")
