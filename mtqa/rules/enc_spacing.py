"""ENC: blanks that a tokeniser put between words and punctuation, and nobody took out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_BEFORE_STOP = re.compile(r" +(?:,(?!,)|\.(?=[\s\"”’)]|\Z))")
_CONTRACTION = re.compile(
    r"(?<=[A-Za-z])(?: ['’] ?(?:s|t|re|ve|ll|d|m)|['’] (?:s|re|ve|ll)| n['’]t|n ['’] ?t)(?![\w-])", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\( +(?=\w)|(?<=[\w.,!?%]) +\)")
_CURRENCY = re.compile(r"(?<![\w])[$£] (?=\d)")


@rule(
    "ENC021",
    "tokenised-spacing",
    summary="A blank before a comma or full stop, inside brackets or inside a contraction.",
    why="Translation engines split punctuation from words before they start and should join it again at the end. "
    "Where that step is missing, every comma floats.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    examples=(
        Example("The talks failed[[ ,]] sources say.", fixed="The talks failed, sources say."),
        Example("The minister did[[ n't]] answer.", fixed="The minister didn't answer."),
        Example("The minister can[[ ' t]] answer.", fixed="The minister can't answer."),
        Example("The party (left[[ )]] lost.", fixed="The party (left) lost."),
        Example("It costs [[$ ]]5 to enter.", fixed="It costs $5 to enter."),
        Example("Programs in .NET and .5 calibre shots; wait ... for it."),
        Example("The poet Gerard 't Hooft and the city of 's-Hertogenbosch, rock 'n' roll, the '90s."),
    ),
)
def tokenised_spacing(document: Document, context: Context) -> Iterator[Finding]:
    """Blanks before commas and full stops, in contractions, in brackets and after $ and £."""
    text = document.text
    if " ," in text or " ." in text:
        yield from _without_blanks(text, _BEFORE_STOP)
    if "( " in text or " )" in text:
        yield from _without_blanks(text, _IN_BRACKETS)
    if "$ " in text or "£ " in text:
        yield from _without_blanks(text, _CURRENCY)
    if document.target_lang == "en" and ("'" in text or "’" in text):
        yield from _without_blanks(text, _CONTRACTION)


def _without_blanks(text: str, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        joined = match.group().replace(" ", "")
        if _is_name(text, match):
            continue
        yield Finding(
            Span(*match.span()),
            "There is a blank too many beside the sign; close it up.",
            0.85,
            suggestions=(replace(joined, safe=True),),
        )


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether it is the article in a Dutch name: "Gerard 't Hooft"."""
    return match.group() in {" 't", " ’t"} and text[match.end() + 1 : match.end() + 2].isupper()
