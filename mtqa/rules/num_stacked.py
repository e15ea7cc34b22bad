"""NUM: numbers put together the way of another language: “2 thousand 500 million”, “30 ten thousand”, “-15..-20”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, Suggestion, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_POWERS: dict[str, int] = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "hundred million": 8, "100 million": 8,
           "ten thousand": 4, "ten-thousand": 4, "10,000": 4, "10 thousand": 4}  # fmt: skip
_SCALE = "thousand|million|billion|trillion"
_STACKED = re.compile(
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:\.\d+)?) (?:(?P<scale>{_SCALE}),? (?P<rest>\d{{1,3}})(?: (?P<second>{_SCALE}))?"
    r"|(?P<asian>(?:100|hundred) million|ten[ -]thousand|10,000|10 thousand))(?![\w-]|[.,]\d)(?! (?:years? old|percent|%))"
)


@rule(
    "NUM024",
    "stacked-scale",
    summary="A number built of several scale words: “2 thousand 500 million pesos”, “5.6 100 million yuan”.",
    why="Spanish counts thousands of millions, Turkish and Korean name each group of a number, and Chinese counts in ten "
    "thousands and hundred millions. English uses one scale word: 2.5 billion, 560 million.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("It cost [[2 thousand 500 million]] pesos.", fixed="It cost 2.5 billion pesos."),
        Example("It cost [[3 trillion 500 billion]] won.", fixed="It cost 3.5 trillion won."),
        Example("They sent [[5 thousand 200]] parcels.", fixed="They sent 5,200 parcels."),
        Example("It cost [[5.6 100 million]] yuan.", fixed="It cost 560 million yuan."),
        Example("It cost 2.5 billion pesos; of 7 million 18-year-olds most voted, and 12 million stayed."),
    ),
)
def stacked_scale(document: Document, context: Context) -> Iterator[Finding]:
    """Numbers with two scale words, or with a scale word of East Asia."""
    for match in _STACKED.finditer(document.text):
        value = _value(match)
        if value is None:
            continue
        yield Finding(
            Span(*match.span()),
            "English puts a number together with one scale word; write it that way.",
            0.85,
            suggestions=(_written(value),),
        )


def _value(match: re.Match[str]) -> Decimal | None:
    """What the number amounts to; None where its second part is no part of it."""
    scale = match["scale"] or match["asian"].replace("hundred million", "100 million")
    value = Decimal(match["number"]) * _power(scale)
    if not match["rest"]:
        return value
    second = match["second"]
    if second and _POWERS[second] >= _POWERS[scale]:
        return (value + Decimal(match["rest"])) * _power(second)  # a thousand five hundred million
    # "two million 500" is two million and five hundred only in languages that name each group.
    return value + Decimal(match["rest"]) * _power(second) if second or scale == "thousand" else None


def _power(scale: str | None) -> Decimal:
    return Decimal(f"1e{_POWERS[scale]}") if scale else Decimal(1)


def _written(value: Decimal) -> Suggestion:
    for name in ("trillion", "billion", "million"):
        unit = Decimal(10) ** _POWERS[name]
        if value >= unit:
            return replace(f"{(value / unit).normalize():f} {name}")
    return replace(f"{value:,.0f}")


_DOTTED_RANGE = re.compile(
    r"(?<![\w.])(?P<sign>[-–+−]?)(?P<low>\d{1,3})\.\.\.?(?P<second>[-–+−]?)(?P<high>\d{1,3})(?=(?: ?(?:degrees|°|percent|%|m/s|km|cm|mm|meters|metres|people|years|points))\b)"
)


@rule(
    "NUM025",
    "dotted-range",
    summary="A range with dots between its ends: “-15..-20 degrees”, “10...15 percent”.",
    why="Russian and Ukrainian set dots between the ends of a range. English writes “15 to 20”.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It fell to [[-15..-20]] degrees at night.", fixed="It fell to -15 to -20 degrees at night."),
        Example("It takes [[10...15]] percent more.", fixed="It takes 10 to 15 percent more."),
        Example("It takes 10 to 15 percent more; he counted 1... 2... 3."),
    ),
)
def dotted_range(document: Document, context: Context) -> Iterator[Finding]:
    """Two numbers with dots between them before a unit."""
    if ".." not in document.text:
        return
    for match in _DOTTED_RANGE.finditer(document.text):
        written = f"{match['sign']}{match['low']} to {match['second']}{match['high']}"
        yield Finding(
            Span(*match.span()),
            "English sets no dots between the ends of a range; write “to”.",
            0.9,
            suggestions=(replace(written, safe=True),),
        )
