"""FLU: the same words on both sides of “and” or “or”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_CONJUNCTIONS = {
    "en": "and|or", "de": "und|oder", "fr": "et|ou", "es": "y|o", "it": "e|o", "pt": "e|ou", "nl": "en|of", "sv": "och|eller",
    "da": "og|eller", "no": "og|eller", "pl": "i|lub", "tr": "ve|veya", "ru": "и|или",
}  # fmt: skip
_WORD = r"[^\W\d_][\w'’-]*"
# What may follow two conjuncts; a noun would make a pair of the second with it ("data and data processing").
_AFTER = r"(?P<end>\s*(?:[.,;:!?)\]”\"]|$))|(?= (?:of|in|for|to|on|at|by|with|from|is|are|was|were|has|have|will|that|which)\b)"
# What English doubles for effect: "years and years", "again and again"; comparatives do so too.
_FOR_EFFECT = frozenset(
    "again over on on-and-on up down out in through round around better worse less more by ever so very long far years days hours weeks months "
    "minutes miles decades centuries thousands hundreds millions billions dozens tens lots loads tons pages times time half two ten one "
    "there here now then this that these those him her it them us you me i he she they we who what why how where when neck part bit "
    "talked talk walked walk waited wait worked work ran run went go laughed laugh cried cry tried try rows piles layers bigger yes no "
    "people men women things ways good bad right wrong".split()
)
# Of nine findings in 551,686 words of clean English all went on with a preposition or a verb ("consumption and consumption by ...").
_SURE, _LIKELY = 0.8, 0.4


@rule(
    "FLU005",
    "repeated-conjunct",
    summary="The same words on both sides of “and” or “or”: “in design and design”.",
    why="Where the source has two words of nearly the same meaning, an engine may translate both by one. The second says nothing; what it "
    "stood for is missing.",
    category=Category.REPETITION,
    severity=Severity.MAJOR,
    targets=tuple(_CONJUNCTIONS),
    examples=(
        Example(
            "The lamp stands out in [[design and design]].",
            fixed="The lamp stands out in design.",
        ),
        Example("Bring [[bed linen or bed linen]].", fixed="Bring bed linen."),
        Example("The scale shows about [[double/double]].", fixed="The scale shows about double."),
        Example("They waited for years and years, again and again; things got better and better."),
        Example("Data and data processing, children and children’s books, trade between state and state."),
    ),
)
def repeated_conjunct(document: Document, context: Context) -> Iterator[Finding]:
    """One to three words that stand on both sides of a conjunction or a slash."""
    pattern = _pattern(document.target_lang)
    for match in pattern.finditer(document.text):
        words = match["words"] or match["word"]
        if _is_for_effect(words) or document.text[: match.start()].endswith("between "):
            continue
        span = Span(
            match.start(), match.start("second") + len(words) if match["words"] else match.end("twice")
        )
        closes = match["end"] is not None or match["word"] is not None
        yield Finding(
            span,
            "The same words stand on both sides; delete one, or find out what the second stood for.",
            _SURE if closes else _LIKELY,
            suggestions=(replace(words),),
        )


def _pattern(language: str) -> re.Pattern[str]:
    conjunctions = _CONJUNCTIONS[language]
    article = r"(?:(?:the|an?|his|her|its|their) )?" if language == "en" else ""
    return re.compile(
        rf"(?<![\w'’/-])(?:(?P<words>{_WORD}(?: {_WORD}){{0,2}}) (?:{conjunctions}) {article}(?P<second>(?P=words))(?![\w'’/-])(?:{_AFTER})"
        rf"|(?P<twice>(?P<word>[^\W\d_]{{4,}})/(?P=word))(?![\w'’/-]))"
    )


def _is_for_effect(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower()
    return len(words) < 5 or last in _FOR_EFFECT or last.endswith("er") or words[0].isupper()
