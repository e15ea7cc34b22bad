"""ENT: names, titles and acronyms in another language's form, or translated where they must stand."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.language.entries import Topic
from mtqa.language.matcher import Hit
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule
from mtqa.rules.phrase_findings import (
    TRANSLATED,
    calque_finding,
    form_findings,
    is_adjective,
    translated_finding,
)


@rule(
    "ENT001",
    "foreign-exonym",
    summary="A place or person stands under the name that another language uses.",
    why="English has its own form of many names: Putin, not Poetin; Beijing, not Pekín. The foreign form betrays the "
    "translation and makes the name hard to look up.",
    category=Category.NAME,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example(
            "President [[Poetin]] flew to Minsk on Friday.", fixed="President Putin flew to Minsk on Friday."
        ),
        Example("President Putin flew to Minsk on Friday."),
    ),
)
def foreign_exonym(document: Document, context: Context) -> Iterator[Finding]:
    """Forms of places, persons and organisations from the name lists."""
    return form_findings(context, _is_exonym)


def _is_exonym(hit: Hit) -> bool:
    return hit.entry.topic is Topic.NAMES and hit.entry.kind != "acronym" and not is_adjective(hit)


@rule(
    "ENT002",
    "foreign-acronym",
    summary="An acronym was not turned into the one that readers know.",
    why="NAVO and OTAN are NATO, VS and EE.UU. are the US. Engines leave such letters alone, since they look like names.",
    category=Category.NAME,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example(
            "The [[NAVO]] secretary-general arrived in Kyiv.",
            fixed="The NATO secretary-general arrived in Kyiv.",
        ),
        Example("The NATO secretary-general arrived in Kyiv."),
    ),
)
def foreign_acronym(document: Document, context: Context) -> Iterator[Finding]:
    """Acronyms of organisations and countries from the name lists."""
    return form_findings(context, lambda hit: hit.entry.topic is Topic.NAMES and hit.entry.kind == "acronym")


@rule(
    "ENT004",
    "translated-name",
    summary="A name was translated although it must stand.",
    why="Engines translate names that are made of common words: a party, a paper, a club, a surname. Readers cannot "
    "find out who is meant.",
    category=Category.OVERTRANSLATION,
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    examples=(
        Example(
            "The poll in the [[Southern German Newspaper]] was a surprise.",
            fixed="The poll in the Süddeutsche Zeitung was a surprise.",
        ),
        Example("Chancellor Sebastian Kurz arrived in Brussels on Thursday."),
    ),
)
def translated_name(document: Document, context: Context) -> Iterator[Finding]:
    """Over-translated names from the calque lists and from the list of translated names."""
    for hit in context.phrases:
        if hit.entry.file == TRANSLATED:
            yield translated_finding(hit, context)
        if hit.entry.topic is Topic.CALQUES and hit.entry.kind == "name":
            yield calque_finding(
                hit,
                context,
                f"“{hit.covered}” is a name that was translated; write “{hit.suggestions()[0]}”.",
            )
