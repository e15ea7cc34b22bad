"""PUN: signs that pile up, and the dash of foreign dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import BlockKind, Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-z]{1,3}|Inc|Ltd|Corp|Co|incl|excl|ml|st|Jr|Sr|al|approx|dept|est|no|vol|vs|ie|eg|pp|ed|eds|cf|ca|mph|sq|ft|lbs?|oz|km|kg|cm|min|max|hrs?|"
    r"Bros|Prof|Capt|Sept|Assn|dist|fig|Calif|Ariz|Penn|Mass|Conn|Wash|Mich|Minn|Tenn|Miss|Colo|Okla|Blvd|Ave|Univ|ave|gov|pres|rev|misc|spp?|var|subsp|lit|orig|repr|trans)"
    r"|\.[A-Za-z]+|\d|!|\?|\W)$"
)
_DOUBLED = re.compile(
    r"(?:\.,|,\.(?![\d.])|,,(?!,)|;,|,;|;;|::(?!:)|:,|,:|\.:(?!/)|;\.|[?!],|[?!]\.(?=\s|$)|\.\.(?![.\w/\\])|\.;)(?<=[\w)”’\"']..)(?![)\w/*-])"
)
_SIGN_PAIR = re.compile(r"[.,;:?!][.,;:]")


@rule(
    "PUN005",
    "doubled-punctuation",
    summary="Two signs where one belongs: “.,”, “,,”, “;,”, “..”.",
    why="Signs pile up where a link, a bracket or a sentence was cut out, or where source and target set the comma "
    "on different sides of a quotation mark.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    examples=(
        Example("The talks failed[[.,]] officials said.", fixed="The talks failed, officials said."),
        Example(
            "The talks[[,,]] which had begun on Monday, failed.",
            fixed="The talks, which had begun on Monday, failed.",
        ),
        Example(
            "The talks failed[[;,]] nobody was surprised.", fixed="The talks failed; nobody was surprised."
        ),
        Example("Apple Inc., Smith Jr., the U.S., and so on etc.; at 5 p.m., he left... and slept."),
        Example("What?! No!! Wait... really? The path is ../files and the range is 1..5."),
    ),
)
def doubled_punctuation(document: Document, context: Context) -> Iterator[Finding]:
    """Pairs of signs, save after abbreviations, in ellipses, paths and smileys."""
    text = document.text
    if not _SIGN_PAIR.search(text):
        return
    for match in _DOUBLED.finditer(text):
        signs = match.group()
        if (
            signs[0] == "."
            and signs != ".."
            and _ABBREVIATED.search(text, max(0, match.start() - 12), match.start())
        ):
            continue
        kept = _kept_sign(text, match)
        yield Finding(
            Span(*match.span()),
            "Two punctuation marks stand where one belongs; keep the right one.",
            0.4 if signs[0] in "?!" else 0.45 if signs == ".." else 0.85,
            suggestions=(replace(kept),),
        )


_NEXT_LETTER = re.compile(r"\s*([^\W\d_])")


def _kept_sign(text: str, match: re.Match[str]) -> str:
    """A comma or semicolon goes on in lower case, a full stop or colon in upper case; else the first sign stays."""
    signs = match.group()
    if signs[0] in "?!":
        return signs[0]
    following = _NEXT_LETTER.match(text, match.end())
    goes_on = following is not None and following.group(1).islower()
    wanted = ",;" if goes_on else ".:"
    return next((sign for sign in signs if sign in wanted), signs[0])


_DOTS = re.compile(r"\.{4,}|(?: ?\. ){2,}\.|…[.…]+|\.…")
_CHINESE = frozenset({"......", "……"})  # the Chinese ellipsis has six dots


@rule(
    "PUN006",
    "ellipsis-debris",
    summary="An ellipsis with too many, too few or spaced dots: “......”, “. . .”, “….”.",
    why="Ellipses come through decoding and translation in pieces. English sets three dots or the sign “…”.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    examples=(
        Example("He waited[[......]] and left.", fixed="He waited... and left."),
        Example("He waited[[……]] and left.", fixed="He waited… and left."),
        Example("He waited... and left. He waited… and left."),
        Example("The list goes A. B. C. and so on."),
    ),
)
def ellipsis_debris(document: Document, context: Context) -> Iterator[Finding]:
    """Runs of dots that are no three dots."""
    text = document.text
    if "..." not in text and ". ." not in text and "…" not in text:
        return
    for match in _DOTS.finditer(text):
        spaced = " " in match.group()
        yield Finding(
            Span(*match.span()),
            "The dots of an ellipsis are too many or spaced; set three.",
            0.4 if spaced else 0.55 if match.group() in _CHINESE else 0.45,
            suggestions=(replace("…" if "…" in match.group() else "...", safe=True),),
        )


_DIALOGUE = re.compile(r"(?:[—–-]|--) ?(?=[A-Z¿¡])")
_SPEECH = re.compile(r"[,?!] ?[—–-] ?[a-z]|[,?!] (?:(?:he|she|they) )?(?:said|says|asked|replied|added)\b")


@rule(
    "PUN007",
    "dialogue-dash",
    summary="A dash opens direct speech, as in Spanish, French or Russian: “— I don't know, — he said”.",
    why="English sets direct speech in quotation marks. A dash at the start of a line is the way of Spanish, French, "
    "Italian, Polish and Russian.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en", "de", "nl"),
    examples=(
        Example(
            "The mayor was asked about it.\n[[— ]]I have no idea, he said.",
            fixed="The mayor was asked about it.\n“I have no idea, he said.",
        ),
        Example("[[— ]]That is all, he said.", fixed="“That is all, he said."),
        Example("– Bread\n– Milk\n– Eggs"),
        Example("The talks — the third in a week — failed."),
    ),
)
def dialogue_dash(document: Document, context: Context) -> Iterator[Finding]:
    """Blocks that open with a dash and speak."""
    for block in document.blocks:
        if document.text[block.span.start] not in "—–-":
            continue
        match = _DIALOGUE.match(document.text, block.span.start, block.span.end)
        if match is None:
            continue
        speaks = _SPEECH.search(document.text, match.end(), block.span.end) is not None
        listed = block.kind is BlockKind.LIST_ITEM and " " in match.group()
        if speaks or not listed:
            yield Finding(
                Span(*match.span()),
                "A dash opens direct speech; English sets quotation marks.",
                (0.6 if document.text[block.span.start] == "—" else 0.5) if speaks else 0.35,
                suggestions=(replace("“"),),
            )
