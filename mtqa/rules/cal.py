"""CAL: calques, false friends and idioms carried over word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.language.entries import Topic
from mtqa.language.matcher import Hit
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule
from mtqa.rules.phrase_findings import calque_finding


def _first(suggestions: tuple[str, ...]) -> str:
    return f"write “{suggestions[0]}”" if suggestions else "rephrase it"


def _check(kind: str, tell: Callable[[Hit], str]) -> Callable[[Document, Context], Iterator[Finding]]:
    def check(document: Document, context: Context) -> Iterator[Finding]:
        for hit in context.phrases:
            if hit.entry.topic is Topic.CALQUES and hit.entry.kind == kind:
                yield calque_finding(hit, context, tell(hit))

    return check


false_friend = rule(
    "CAL001",
    "false-friend",
    summary="A word looks like the source word but means something else.",
    why="Engines prefer the word that looks alike. “Onbespreekbaar” became “unmentionable”, though it means that there "
    "is nothing to negotiate. The sentence reads well and says something wrong, which makes it the worst kind of slip.",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    targets=(),
    examples=(
        Example(
            "That is [[unmentionable]] for the US and NATO.",
            fixed="That is non-negotiable for the US and NATO.",
        ),
        Example("The deal is non-negotiable for the government in The Hague."),
    ),
)(
    _check(
        "false-friend", lambda hit: f"“{hit.covered}” has the wrong sense here; {_first(hit.suggestions())}."
    )
)

calque = rule(
    "CAL002",
    "calque",
    summary="A phrase follows the source language word by word.",
    why="The words are English, the phrase is not: a “telephone interview” between two ministers is a phone call "
    "(Dutch “telefonisch onderhoud”). Readers stumble, or misread it.",
    category=Category.STYLE,
    severity=Severity.MAJOR,
    examples=(
        Example(
            "The mayor has led the talks [[since three weeks]], a spokesman said.",
            fixed="The mayor has led the talks for three weeks, a spokesman said.",
        ),
        Example("The singer gave a telephone interview to the newspaper last week."),
    ),
)(
    _check(
        "calque", lambda hit: f"“{hit.covered}” is a phrase of another language; {_first(hit.suggestions())}."
    )
)

literal_idiom = rule(
    "CAL003",
    "literal-idiom",
    summary="A figure of speech was translated word by word.",
    why="An idiom means more than its words. Translated literally it is colourful nonsense; use the target "
    "language's own idiom or say it plainly.",
    category=Category.STYLE,
    severity=Severity.MAJOR,
    examples=(Example("The minister said the proposal was the last straw for the farmers."),),
)(
    _check(
        "idiom",
        lambda hit: (
            f"“{hit.covered}” is another language's idiom taken literally; {_first(hit.suggestions())}."
        ),
    )
)
