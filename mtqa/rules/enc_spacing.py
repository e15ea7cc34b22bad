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
    r"(?: ['’] ?(?:s|t|re|ve|ll|d|m)|['’] (?:s|re|ve|ll)| n['’]t)(?![\w-])", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\( +(?=\w)(?<![(:;].)| +\)(?<=[\w.,!?%] \))(?=[\s.,;]|\Z)")
_CURRENCY = re.compile(r"[$£] (?<!\w..)(?=\d)")

# In a text of more words than this, one loose blank is a slip of the hand; tokenised text has them in every sentence.
_SLIP_WORDS = 60


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
    found = list(_blanks(document))
    slip = len(found) == 1 and document.words > _SLIP_WORDS
    for match in found:
        yield Finding(
            Span(*match.span()),
            "There is a blank too many beside the sign; close it up.",
            0.45 if slip else 0.85,
            suggestions=(replace(match.group().replace(" ", ""), safe=True),),
        )


def _blanks(document: Document) -> Iterator[re.Match[str]]:
    text = document.text
    if " ," in text or " ." in text:
        yield from _BEFORE_STOP.finditer(text)
    if "( " in text or " )" in text:
        yield from _IN_BRACKETS.finditer(text)
    if "$ " in text or "£ " in text:
        yield from _CURRENCY.finditer(text)
    if document.target_lang == "en" and any(sign in text for sign in (" '", " ’", "' ", "’ ", " n'", " n’")):
        yield from (match for match in _CONTRACTION.finditer(text) if _is_contraction(text, match))


def _is_contraction(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands before, and it is not the article in a Dutch name: "Gerard 't Hooft"."""
    if not text[match.start() - 1 : match.start()].isalpha() or match.start() == 0:
        return False
    return match.group() not in {" 't", " ’t"} or not text[match.end() + 1 : match.end() + 2].isupper()
