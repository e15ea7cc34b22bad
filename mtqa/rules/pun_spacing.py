"""PUN: blanks and brackets around punctuation that are set otherwise in the target language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Block, BlockKind, Document
from mtqa.core.issues import Finding, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_SPACE_BEFORE = re.compile(r"[ \u00a0\u202f]+[?!:;]+(?=[\s\"”’»)]|\Z)(?! ?[-'^]?[()DPpo])")
_SPACED_SIGNS = tuple(f"{blank}{sign}" for blank in " \u00a0\u202f" for sign in "?!:;")
_SLIP_WORDS = 60  # in a longer text a single loose blank is a slip of the hand


@rule(
    "PUN011",
    "space-before-punctuation",
    summary="A blank before a colon, semicolon, question or exclamation mark, as in French.",
    why="French sets a thin space before these signs; most other languages set none. Engines copy it from the source.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en", "de", "es", "it", "nl", "pt", "tr", "pl", "sv", "da", "no", "cs", "ro", "ru", "uk"),
    examples=(
        Example("Who pays for it[[ ?]] Nobody knows.", fixed="Who pays for it? Nobody knows."),
        Example("The result[[\u00a0:]] nobody pays.", fixed="The result: nobody pays."),
        Example("Who pays for it? Nobody knows: the result is open; so be it!"),
        Example("Thank you all :) See you on Monday ;-)"),
    ),
)
def space_before_punctuation(document: Document, context: Context) -> Iterator[Finding]:
    """Blanks between a word and a high sign."""
    text = document.text
    if not any(sign in text for sign in _SPACED_SIGNS):
        return
    found = []
    for match in _SPACE_BEFORE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if match.start() == 0 or not (before.isalnum() or before in ")”’\"'»"):
            continue
        found.append(match)
    slip = len(found) == 1 and document.words > _SLIP_WORDS
    for match in found:
        yield Finding(
            Span(*match.span()),
            "There is a blank before the sign, as in French; close it up.",
            0.6 if slip and match.group()[0] == " " else 0.8,
            suggestions=(replace(match.group().strip(), safe=True),),
        )


_LOOSE = re.compile(r"\((?<=[a-z]{3}\()(?= [a-z]|[.,;] ?[a-z]|\Z)|\(\s*\)|\[\]|\((?=[.,] )")


@rule(
    "PUN012",
    "empty-bracket",
    summary="A bracket with nothing in it, or one that hangs on a word: “peas(”, “()”.",
    why="Links, pictures and notes in brackets were cut out and the bracket stayed, or the engine lost its partner.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    examples=(
        Example("Add the peas[[(]] and the rice.", fixed="Add the peas and the rice."),
        Example("The talks [[()]] failed.", fixed="The talks  failed."),
        Example("The talks (in Ankara) failed; the function print() is old; person(s) wanted."),
        Example("He (the mayor) left."),
    ),
)
def empty_bracket(document: Document, context: Context) -> Iterator[Finding]:
    """Brackets without content and brackets that no text follows."""
    text = document.text
    if "(" not in text and "[]" not in text:
        return
    for match in _LOOSE.finditer(text):
        empty = len(match.group()) > 1
        if empty and text[match.start() - 1 : match.start()].isalnum():
            continue
        yield Finding(
            Span(*match.span()),
            "The bracket holds nothing; delete it or put back what stood in it.",
            0.75,
            suggestions=(delete(),),
        )


_BRACKETS = {"(": ")", "[": "]"}
_NUMBERING = re.compile(r"(?:^|[\s,;:])[\w]{1,3}\)")


@rule(
    "PUN013",
    "unbalanced-mark",
    summary="A bracket or quotation mark without its partner in the paragraph.",
    why="The partner was lost in translation or in cutting, so the reader cannot tell where the quotation or the "
    "aside ends. A quotation may rightly run on into the next paragraph.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    examples=(
        Example("The talks [[(]]in Ankara failed on Monday."),
        Example("The talks in Ankara[[)]] failed on Monday."),
        Example("The options are a) to go and b) to stay (or both)."),
        Example("“It is late.\n\n“Let us go,” the mayor said."),
    ),
)
def unbalanced_mark(document: Document, context: Context) -> Iterator[Finding]:
    """First bracket or curly quotation mark of each paragraph that has no partner."""
    text = document.text
    if not any(sign in text for sign in "()[]“”"):
        return
    for block in document.blocks:
        if block.kind in {BlockKind.CODE, BlockKind.TABLE_ROW}:
            continue
        content = block.span.of(text)
        yield from _unpaired_brackets(content, block)
        yield from _unpaired_quotes(content, block, document)


def _unpaired_brackets(content: str, block: Block) -> Iterator[Finding]:
    for opening, closing in _BRACKETS.items():
        if content.count(opening) == content.count(closing):
            continue
        if opening == "(" and (
            _NUMBERING.search(content) or ":)" in content or ";)" in content or ":(" in content
        ):
            continue
        position = _first_unpaired(content, opening, closing)
        if position is not None:
            yield _unpaired(block.span.start + position, 0.55 if _LONE_BRACKET.match(content) else 0.4)


# The only bracket of a plain paragraph, touching a word as brackets do; others are often smileys.
_LONE_BRACKET = re.compile(
    r"(?:^|[^()\[\]]*\s)\((?=[A-Za-z]{2})[^()\[\]]*[a-z]{3}[.!?]?$|[^()\[\]]*[a-z]{3}\)(?=[.,]| [a-z])[^()\[\]]*$"
)


def _first_unpaired(content: str, opening: str, closing: str) -> int | None:
    waiting: list[int] = []
    for match in re.finditer(rf"[\{opening}\{closing}]", content):
        if match.group() == opening:
            waiting.append(match.start())
        elif not waiting:
            return match.start()
        else:
            waiting.pop()
    return waiting[0] if waiting else None


_NEAR = 1500  # characters in which a quotation over several paragraphs may have begun


def _unpaired_quotes(content: str, block: Block, document: Document) -> Iterator[Finding]:
    """A lone “ in mid-paragraph, where the next paragraph does not go on with the quotation, or a lone ”."""
    opened, closed = content.count("“"), content.count("”")
    if opened == closed or "„" in content:
        return
    if opened > closed:
        position = content.rfind("“")
        following = document.text[block.span.end : block.span.end + _NEAR].lstrip()[:1]
        if position > 0 and following not in {"“", '"'} and "”" not in content[position:]:
            yield _unpaired(block.span.start + position, 0.4)
    elif (
        content.find("”") < (content.find("“") if "“" in content else len(content))
        and "“" not in document.text[max(0, block.span.start - _NEAR) : block.span.start]
    ):
        yield _unpaired(block.span.start + content.find("”"), 0.4)


def _unpaired(position: int, confidence: float) -> Finding:
    return Finding(
        Span(position, position + 1),
        "This mark has no partner in the paragraph; put the other one in.",
        confidence,
    )
