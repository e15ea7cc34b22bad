"""PUN: quotation marks, dashes and signs set as another language sets them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_QUOTATION = re.compile(
    r"„(?P<low>[^„“”\n]{0,600}?)(?P<low_end>[“”])|«\s?(?P<angle>[^«»\n]{0,600}?)\s?»|»(?P<reverse>[^«»\n]{0,600}?)«"
    r"|‚(?P<single>[^‚‘’\n]{1,200}?)‘|‹\s?(?P<small>[^‹›\n]{0,200}?)\s?›|[「『《](?P<corner>[^「」『』《》\n]{0,300}?)[」』》]|[„«»「」『』《》]"
)
_QUOTE_SIGNS = re.compile(r"[„«»‚‹›「」『』《》]")


@rule(
    "PUN001",
    "foreign-quotation-marks",
    summary="Quotation marks of another language: „…“, «…», »…«, ‚…‘ or 「…」.",
    why="English sets “…” or ‘…’. Low, pointed and corner marks were carried over from a German, Polish, French, "
    "Russian or East Asian source.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("He said: [[„]]No” and left.", fixed="He said: “No” and left."),
        Example("He went on: [[«]]No. And he left.", fixed="He went on: “No. And he left."),
        Example('He said: “No” and left. She said ‘yes’ and "perhaps".'),
        Example("A dog’s life, the farmers’ market, and the ’90s."),
    ),
)
def foreign_quotation_marks(document: Document, context: Context) -> Iterator[Finding]:
    """Each mark that English does not use; both marks of a pair that belong together."""
    text = document.text
    if text.isascii() or not _QUOTE_SIGNS.search(text):
        return
    for match in _QUOTATION.finditer(text):
        yield from _marks(match)


def _marks(match: re.Match[str]) -> Iterator[Finding]:
    """Findings for the opening and the closing mark, with the blanks that French puts inside."""
    content = match.lastgroup if match.lastgroup != "low_end" else "low"
    start, end = match.span()
    if content is None:
        yield _mark(Span(start, end), "“" if match.group() in "„«「『《" else "”")
        return
    opening, closing = ("‘", "’") if content in {"single", "small"} else ("“", "”")
    yield _mark(Span(start, match.start(content)), opening)
    if match.group("low_end") != "”":
        yield _mark(Span(match.end(content), end), closing)


def _mark(span: Span, meant: str) -> Finding:
    return Finding(
        span,
        f"English does not use this quotation mark; set {meant}.",
        0.9,
        suggestions=(replace(meant, safe=True),),
    )


_FULL_WIDTH = {
    "，": ",", "。": ".", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")", "、": ",", "［": "[", "］": "]", "％": "%", "\u3000": " ",
    "،": ",", "؛": ";", "؟": "?", "۔": ".", "।": ".",
}  # fmt: skip
_FULL_WIDTH_SIGN = re.compile(r"(?P<sign>[，。：；？！）、］％،؛؟۔।])(?=(?P<next>\S)?)|[（［　]")
_EAST_ASIAN = re.compile("[\u0600-\u060b\u0620-\u06d3\u0900-\u0963\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@rule(
    "PUN002",
    "full-width-punctuation",
    summary="Full-width punctuation of Chinese or Japanese: “，”, “。”, “：”.",
    why="East Asian type has punctuation as wide as a character. Between Latin words it leaves holes, and it shows "
    "where the text came from.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    examples=(
        Example("The talks failed[[，]]officials said.", fixed="The talks failed, officials said."),
        Example(
            "The talks failed[[。]] Nobody was surprised.", fixed="The talks failed. Nobody was surprised."
        ),
        Example("The talks failed, officials said. Nobody was surprised."),
        Example("The talks (in Ankara) failed: nobody was surprised; 5% rose!"),
    ),
)
def full_width_punctuation(document: Document, context: Context) -> Iterator[Finding]:
    """Full-width signs beside Latin, Cyrillic, Greek or Arabic words."""
    text = document.text
    if text.isascii() or document.target_lang in {"zh", "ja", "ko", "ar", "fa", "ur", "hi"}:
        return
    for match in _FULL_WIDTH_SIGN.finditer(text):
        start, end = match.span()
        if _EAST_ASIAN.search(text, max(0, start - 2), end + 2):
            continue
        meant = _FULL_WIDTH[match.group()]
        spaced = (
            bool(match.group("next")) and (match.group("next") or "").isalnum() and match.group() not in "％"
        )
        yield Finding(
            Span(start, end),
            "This sign has the width of a Chinese character; set the plain one.",
            0.93,
            suggestions=(replace(meant + " " if spaced else meant, safe=True),),
        )


@rule(
    "PUN003",
    "inverted-mark",
    summary="A Spanish inverted question or exclamation mark: “¿” or “¡”.",
    why="Only Spanish and its neighbours open questions and exclamations with an inverted mark. It was carried over "
    "from the source.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en", "de", "fr", "nl", "it", "pt", "tr", "pl", "sv", "da", "no", "cs", "ro"),
    examples=(
        Example("[[¿]]Who pays for it? Nobody knows.", fixed="Who pays for it? Nobody knows."),
        Example("The mayor shouted: “[[¡]]Enough!”", fixed="The mayor shouted: “Enough!”"),
        Example("Who pays for it? Nobody knows. Enough!"),
        Example("The protest slogan “¡No pasarán!” was heard in Madrid."),
    ),
)
def inverted_mark(document: Document, context: Context) -> Iterator[Finding]:
    """Inverted marks before words of the target language."""
    text = document.text
    if "¿" not in text and "¡" not in text:
        return
    for match in re.finditer(r"[¿¡]+\s?", text):
        if _quotes_spanish(text, match.end(), context):
            continue
        yield Finding(
            Span(*match.span()),
            "An inverted mark opens the sentence as in Spanish; delete it.",
            0.9,
            suggestions=(replace("", safe=True),),
        )


def _quotes_spanish(text: str, start: int, context: Context) -> bool:
    """Whether what follows, up to the closing mark, is Spanish: a title or slogan quoted as it is."""
    end = re.compile(r"[?!\n]|\Z").search(text, start)
    phrase = text[start : end.start() if end else start]
    if re.search("[áéíóúñ]", phrase):
        return True
    model = context.words
    if model is None or "es" not in model.languages:
        return False
    words = re.findall(r"[^\W\d_]+", phrase.lower())[:8]
    spanish = sum(
        model.frequency(word, "es") > model.frequency(word, context.document.target_lang) for word in words
    )
    return len(words) > 0 and spanish * 2 > len(words)


_ACCENT = re.compile(r"(?<=[A-Za-z])[´`′](?=(?:s|t|re|ve|ll|d|m)\b)|(?<=[A-Za-rt-z]s)[´](?=\s)")


@rule(
    "PUN004",
    "accent-for-apostrophe",
    summary="An accent instead of an apostrophe: “it´s”, “don`t”.",
    why="On German, Spanish or Nordic keyboards the accent key is easily taken for the apostrophe. English needs ’ or '.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It[[´]]s the largest strike in years.", fixed="It’s the largest strike in years."),
        Example("They don[[`]]t know.", fixed="They don’t know."),
        Example("It’s the largest strike in years; they don't know."),
        Example("The command `test` runs; 5′ 10″ is his height."),
    ),
)
def accent_for_apostrophe(document: Document, context: Context) -> Iterator[Finding]:
    """Accents and primes inside contractions and possessives."""
    text = document.text
    if "´" not in text and "`" not in text and "′" not in text:
        return
    for match in _ACCENT.finditer(text):
        yield Finding(
            Span(*match.span()),
            "This is an accent, not an apostrophe; set ’.",
            0.92,
            suggestions=(replace("’", safe=True),),
        )
