"""ENT: names, titles and acronyms in another language's form, or translated where they must stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.languages import language_name
from mtqa.core.mqm import Category, Severity
from mtqa.language.entries import Topic
from mtqa.language.matcher import Hit
from mtqa.language.scripts import in_other_script
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule
from mtqa.rules.phrase_findings import calque_finding

_FORM_CONFIDENCE = 0.85
_SUPPORTED, _UNSUPPORTED = 0.93, 0.3


def _form_findings(context: Context, topic: Topic, kinds: frozenset[str]) -> Iterator[Finding]:
    for hit in context.phrases:
        if (
            hit.entry.topic is topic
            and hit.entry.kind in kinds
            and not (
                _inside_leftover(hit, context) or _after_clock(hit, context) or _is_leftover(hit, context)
            )
        ):
            yield _form_finding(hit, context)


def _inside_leftover(hit: Hit, context: Context) -> bool:
    """Whether the form is part of a longer foreign stretch: a leftover, reported as a whole, or a foreign name."""
    return any(f.span.contains(hit.span) and f.words > 1 for f in context.fragments)


def _is_leftover(hit: Hit, context: Context) -> bool:
    """Whether the form is a common word in a script that readers of the target cannot even spell out."""
    return hit.entry.topic is Topic.TERMS and in_other_script(hit.covered, context.document.target_lang)


_CLOCK = re.compile(r"\d{1,2}[.:h]\d\d\s*$")


def _after_clock(hit: Hit, context: Context) -> bool:
    """Whether the form ends a clock time ("14.30 Uhr"), which is reported as a whole."""
    return hit.entry.kind in {"time", "unit"} and bool(
        _CLOCK.search(context.document.text[: hit.span.start][-8:])
    )


def _form_finding(hit: Hit, context: Context) -> Finding:
    entry = hit.entry
    supported = context.evidence.supports(entry.language, entry=entry.id)
    confidence = _SUPPORTED if supported else _UNSUPPORTED if entry.needs_evidence else _FORM_CONFIDENCE
    name = language_name(entry.language)
    return Finding(
        span=hit.span,
        message=f"“{hit.covered}” is the {name} form; write “{entry.meaning}”.",
        confidence=confidence,
        evidence=(f"{name} “{hit.covered}” = {entry.meaning}",)
        + ((f"other signs in the article point to {name}",) if supported else ()),
        suggestions=(replace(entry.meaning, safe=not entry.needs_evidence),),
        language=entry.language,
        gloss=entry.meaning,
        entry=entry.id,
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
    kinds = frozenset(
        {"country", "city", "region", "river", "person", "organisation", "party", "paper", "club", "demonym"}
    )
    return _form_findings(context, Topic.NAMES, kinds)


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
    return _form_findings(context, Topic.NAMES, frozenset({"acronym"}))


@rule(
    "ENT003",
    "untranslated-term",
    summary="A month, weekday, form of address, unit or scale word stayed in the source language.",
    why="Short words such as “mln”, “Uhr”, “Dhr.” or “dinsdag” slip through because they stand between numbers and names.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example(
            "The meeting is planned for [[dinsdag]], the ministry said.",
            fixed="The meeting is planned for Tuesday, the ministry said.",
        ),
        Example("The meeting is planned for Tuesday, the ministry said."),
    ),
)
def untranslated_term(document: Document, context: Context) -> Iterator[Finding]:
    """Calendar words, honorifics, units, scale words and abbreviations from the term lists."""
    kinds = frozenset(
        "month weekday honorific unit scale currency time ordinal direction abbreviation".split()
    )
    return _form_findings(context, Topic.TERMS, kinds)


@rule(
    "ENT004",
    "translated-name",
    summary="A name was translated although it must stand.",
    why="Engines translate names that are made of common words: a party, a paper, a club, a surname. Readers cannot "
    "find out who is meant.",
    category=Category.OVERTRANSLATION,
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    examples=(Example("Chancellor Sebastian Kurz arrived in Brussels on Thursday."),),
)
def translated_name(document: Document, context: Context) -> Iterator[Finding]:
    """Over-translated names from the calque lists."""
    for hit in context.phrases:
        if hit.entry.topic is Topic.CALQUES and hit.entry.kind == "name":
            yield calque_finding(
                hit,
                context,
                f"“{hit.covered}” is a name that was translated; write “{hit.suggestions()[0]}”.",
            )
