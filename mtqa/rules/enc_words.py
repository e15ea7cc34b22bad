"""ENC: words spoilt from inside, by letters of another alphabet or by the joints of an engine's subword units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, Suggestion, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

# Look-alikes by shape, after the Unicode confusables table (UTS #39); the Greek ones only where they pass for Latin.
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅѵοΟΑΒΕΖΗΙΚΜΝΡΤΥΧν",
    "aeopcyxijshdqwABEKMHOPCTYXIJSvoOABEZHIKMNPTYXv",
)
_TO_CYRILLIC = str.maketrans("aeopcyxijsABEKMHOPCTYXIJS", "аеорсухіјѕАВЕКМНОРСТУХІЈЅ")
_MIXED = re.compile(
    r"[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]|[A-Za-z][οΟΑΒΕΖΗΙΚΜΝΡΤΥΧν]|[οΟΑΒΕΖΗΙΚΜΝΡΤΥΧν][A-Za-z]"
)
_LETTERS = re.compile(r"[^\W\d_]+")


@rule(
    "ENC005",
    "mixed-script-word",
    summary="A word with letters of two alphabets that look the same, such as a Cyrillic “а” in “Pаris”.",
    why="The word looks right but is another word to every search engine and spelling check. It comes from bad "
    "scans, careless typing, or an attempt to slip past a filter.",
    category=Category.ENCODING,
    severity=Severity.MAJOR,
    examples=(
        Example("They met in [[Pаris]] on Monday.", fixed="They met in Paris on Monday."),
        Example("The [[Кremlin]] denied the plan.", fixed="The Kremlin denied the plan."),
        Example("The mayor of Paris and the Kremlin denied the plan."),
        Example("The protein α-synuclein and the resistance of 5 kΩ were measured."),
    ),
)
def mixed_script_word(document: Document, context: Context) -> Iterator[Finding]:
    """Words in which Latin letters touch Cyrillic or Greek ones."""
    text = document.text
    if text.isascii() or not _MIXED.search(text):
        return
    for match in _LETTERS.finditer(text):
        word = match.group()
        if word.isascii() or not _MIXED.search(word):
            continue
        meant = _one_script(word)
        yield Finding(
            Span(*match.span()),
            "This word mixes letters of two alphabets; spell it in one.",
            0.95 if meant else 0.7,
            evidence=tuple(
                f"“{c}” is {unicodedata.name(c, 'another letter').lower()}"
                for c in dict.fromkeys(word)
                if "\u0370" <= c <= "\u052f"
            )[:4],
            suggestions=(replace(meant, safe=True),) if meant else (),
        )


def _one_script(word: str) -> str:
    """The word in the alphabet of most of its letters, or nothing if a letter has no counterpart there."""
    latin = sum(c.isascii() for c in word)
    to_latin = word.translate(_LOOK_ALIKES)
    to_cyrillic = word.translate(_TO_CYRILLIC)
    if latin * 2 >= len(word) and not re.search("[\u0370-\u052f]", to_latin):
        return to_latin
    return "" if re.search("[A-Za-z]", to_cyrillic) else to_cyrillic


_DEBRIS = re.compile(
    r"▁+|⁇|(?<=\w)@@ ?(?=\w)|(?<!\S)##(?=[a-z])| ?@-@ ?|\uffed"
    r"|</?s>|<(?:unk|pad|bos|eos|mask|extra_id_\d+)>|\[(?:UNK|CLS|SEP|MASK|PAD)\]|(?<![^\W\d_])Ġ(?=[a-z])"
)
_DEBRIS_SIGNS = (
    "▁",
    "⁇",
    "@@",
    "##",
    "@-@",
    "\uffed",
    "s>",
    "<unk",
    "<pad",
    "<bos",
    "<eos",
    "<mask",
    "<extra_id",
    "UNK]",
    "CLS]",
    "SEP]",
    "MASK]",
    "PAD]",
    "Ġ",
)


@rule(
    "ENC006",
    "subword-debris",
    summary="Signs of a translation engine's inner workings: “▁”, “@@”, “<unk>”, “##ing”.",
    why="Engines cut words into pieces and glue them together again at the end. Here the last step went wrong, so "
    "the joints show or a piece is missing.",
    category=Category.ENCODING,
    severity=Severity.MAJOR,
    examples=(
        Example("The govern[[@@ ]]ment fell on Monday.", fixed="The government fell on Monday."),
        Example("He is a well[[ @-@ ]]known man.", fixed="He is a well-known man."),
        Example("The president of [[<unk>]] resigned."),
        Example("Write to editor@example.com or follow @@ on the list."),
        Example("The chart went to #1, the hashtag was #metoo."),
    ),
)
def subword_debris(document: Document, context: Context) -> Iterator[Finding]:
    """Marks of subword units and special symbols of engines."""
    text = document.text
    if not any(sign in text for sign in _DEBRIS_SIGNS):
        return
    for match in _DEBRIS.finditer(text):
        repair = _joined_pieces(text, match)
        yield Finding(
            Span(*match.span()),
            "A sign of the translation engine was left in; remove it and check the word around it.",
            0.93,
            suggestions=() if repair is None else (repair,),
        )


def _joined_pieces(text: str, match: re.Match[str]) -> Suggestion | None:
    sign = match.group().strip()
    if sign.startswith("▁"):
        at_word = match.start() > 0 and not text[match.start() - 1].isspace()
        return replace(" ") if at_word else delete(safe=True)
    if sign == "@-@":
        return replace("-", safe=True)
    if sign in {
        "@@",
        "\uffed",
        "##",
        "Ġ",
        "<s>",
        "</s>",
        "<pad>",
        "<bos>",
        "<eos>",
        "[CLS]",
        "[SEP]",
        "[PAD]",
    }:
        return delete(safe=True)
    return None
