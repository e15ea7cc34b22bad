"""NUM: money and percentages written the way of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_NUMBER = r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?|\d+"
_AMOUNT = re.compile(
    rf"(?=[\d€$£])(?<![\w.,])(?P<dash>(?P<sign>[€$£][ \u00a0]?)?(?P<whole>\d{{1,3}}(?:[.,]\d{{3}})*)[,.](?:-{{1,2}}|–|—)(?P<name> ?(?:euros?|€|EUR))?)"
    rf"|(?=\d)(?<![\w.,€$£])(?P<after>{_NUMBER})(?P<scale> (?:million|billion))?[ \u00a0]?(?P<behind>[€£¥₽₺]|\$(?![\w$]))"
    r"|(?P<spaced>€[ \u00a0])(?=\d)"
)


@rule(
    "NUM021",
    "foreign-money",
    summary="An amount as another language writes it: “50 €”, “€ 5,-”, “50,- euro”.",
    why="English puts the sign of a currency before the number and leaves no blank. A dash for missing cents is "
    "Dutch, German or Nordic.",
    category=Category.CURRENCY_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The ticket costs [[50 €]] today.", fixed="The ticket costs €50 today."),
        Example("The ticket costs [[€ 5,-]] today.", fixed="The ticket costs €5 today."),
        Example("The ticket costs [[50,- euro]] today.", fixed="The ticket costs €50 today."),
        Example("The ticket costs [[€ ]]50 today.", fixed="The ticket costs €50 today."),
        Example("The ticket costs €50, $50, 50 euros, US$5 million or C$5 today."),
        Example("It rose from €5-€6 to £7.50; between 5 and $6."),
    ),
)
def foreign_money(document: Document, context: Context) -> Iterator[Finding]:
    """Amounts with a dash for cents, with the sign behind, or with a blank after the euro sign."""
    text = document.text
    if not ("€" in text or "$" in text or "£" in text or ",-" in text or ",–" in text or "¥" in text):
        return
    for match in _AMOUNT.finditer(text):
        written, confidence = _written(match)
        yield Finding(
            Span(*match.span()),
            "English puts the currency sign before the number, without a blank or a dash.",
            confidence,
            suggestions=(replace(written, safe=True),),
        )


def _written(match: re.Match[str]) -> tuple[str, float]:
    if match["dash"]:
        sign = (match["sign"] or "").strip() or ("€" if match["name"] else "")
        return sign + match["whole"], 0.9
    if match["spaced"]:
        return "€", 0.6
    return f"{match['behind']}{match['after']}{match['scale'] or ''}", 0.8


_PERCENT = re.compile(r"[ \u00a0\u202f]+%(?<=\d.%)(?!\w)")
# English writers set a plain blank now and then (31 of 551,686 words of the clean set), a hard one hardly ever.
_PLAIN_BLANK = 0.45


@rule(
    "NUM022",
    "percent-blank",
    summary="A blank between number and percent sign: “5 %”.",
    why="German, French, Russian and the Nordic languages set a blank. English newspapers set none.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    targets=("en", "it", "nl", "pt", "tr"),
    examples=(
        Example("Prices rose by 5[[\u202f%]] in May.", fixed="Prices rose by 5% in May."),
        Example("Prices rose by 5.5[[\u00a0%]] in May.", fixed="Prices rose by 5.5% in May."),
        Example("Prices rose by 5% in May; what % fell?"),
        Example("The code % starts a comment."),
    ),
)
def percent_blank(document: Document, context: Context) -> Iterator[Finding]:
    """Blanks between a figure and its percent sign."""
    if "%" not in document.text:
        return
    for match in _PERCENT.finditer(document.text):
        yield Finding(
            Span(*match.span()),
            "There is a blank before the percent sign; close it up.",
            _PLAIN_BLANK if match.group() == " %" else 0.7,
            suggestions=(replace("%", safe=True),),
        )


_PERCENT_FIRST = re.compile(
    r"(?<![\w%)=:/.&?+-])(?<!\d )%[ \u00a0]?(?P<number>\d{1,3}(?:[.,]\d{1,2})?)(?![\w%]|[.,]\d)"
)


@rule(
    "NUM023",
    "percent-before",
    summary="The percent sign before its number: “%47”, “% 47,83”.",
    why="Turkish and Basque put the sign first. English puts it behind the number, and decimals behind a point.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The party won [[%47]] of the votes.", fixed="The party won 47% of the votes."),
        Example("The party won [[% 47,83]] of the votes.", fixed="The party won 47.83% of the votes."),
        Example("The party won 47% of the votes, or 48 % 47 days ago; see example.org/a%20b and page%2."),
    ),
)
def percent_before(document: Document, context: Context) -> Iterator[Finding]:
    """Percent signs that stand before a number and behind none."""
    if "%" not in document.text:
        return
    for match in _PERCENT_FIRST.finditer(document.text):
        yield Finding(
            Span(*match.span()),
            "English puts the percent sign behind the number.",
            0.93,
            suggestions=(replace(match["number"].replace(",", ".") + "%", safe=True),),
        )
