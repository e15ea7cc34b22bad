"""Makes findings of lexicon hits, for the rule families that live on lexicons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mtqa.core.issues import Finding, replace
from mtqa.core.languages import language_name
from mtqa.language.entries import Topic
from mtqa.language.matcher import Hit
from mtqa.language.scripts import in_other_script
from mtqa.rules.context import Context
from mtqa.rules.ent_fields import speaks_of

# What evidence of the source language adds to, and its absence takes from, an entry's own confidence.
_SUPPORTED, _ALONE = 0.12, 0.0
# An entry that asks for evidence and has none: shown by the strict profile only.
_UNSUPPORTED = 0.3
# A form of a name or term that only one language has.
_FORM_CONFIDENCE, _FORM_SUPPORTED = 0.85, 0.93
# A form that asks for evidence and whose sentence speaks of its field.
_IN_ITS_FIELD = 0.62
# Forms in English words: names that were translated, not left.
TRANSLATED = "names/translated.tsv"


def calque_finding(hit: Hit, context: Context, message: str) -> Finding:
    """The finding for a lexicon hit, its confidence weighed by what else points to the source language."""
    entry = hit.entry
    supported = context.evidence.supports(entry.language, entry=entry.id)
    if entry.needs_evidence and not supported:
        confidence = _UNSUPPORTED
    else:
        confidence = min(0.98, entry.confidence + (_SUPPORTED if supported else _ALONE))
    name = language_name(entry.language)
    opens = hit.covered[:1].isupper() and not any(
        map(str.isalnum, context.document.text[context.sentence(hit.span).start : hit.span.start])
    )
    evidence = [entry.note, f"{name}: “{entry.source}”" if entry.source else f"{name} form"]
    if supported:
        evidence.append(f"other signs in the article point to {name}")
    return Finding(
        span=hit.span,
        message=message,
        confidence=confidence,
        evidence=tuple(text for text in evidence if text),
        suggestions=tuple(replace(_opening(text) if opens else text) for text in hit.suggestions()),
        language=entry.language,
        gloss=None,
        entry=entry.id,
    )


def _opening(suggestion: str) -> str:
    """The suggestion with the capital that the start of a sentence asks for."""
    return suggestion[:1].upper() + suggestion[1:]


def form_findings(context: Context, wanted: Callable[[Hit], bool]) -> Iterator[Finding]:
    """A finding for each wanted hit of the name and term lists that nothing else speaks for."""
    for hit in context.phrases:
        if (
            wanted(hit)
            and hit.entry.file != TRANSLATED
            and not (
                _inside_leftover(hit, context) or _after_clock(hit, context) or _is_leftover(hit, context)
            )
        ):
            yield _form_finding(hit, context)


def is_adjective(hit: Hit) -> bool:
    """Whether the form of a people or country is a word like any other ("francesi firms")."""
    return hit.entry.kind == "demonym" and hit.covered.islower()


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
    confidence = _FORM_SUPPORTED if supported else _FORM_CONFIDENCE
    if entry.needs_evidence and not supported:
        confidence = _IN_ITS_FIELD if speaks_of(hit, context) else _UNSUPPORTED
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


def translated_finding(hit: Hit, context: Context) -> Finding:
    """The finding for a name in English words that the list of translated names has."""
    entry = hit.entry
    supported = context.evidence.supports(entry.language, entry=entry.id)
    return Finding(
        span=hit.span,
        message=f"“{hit.covered}” is a name that was translated; write “{entry.meaning}”.",
        confidence=_FORM_SUPPORTED
        if supported
        else _UNSUPPORTED
        if entry.needs_evidence
        else _FORM_CONFIDENCE,
        evidence=(f"{language_name(entry.language)} “{entry.meaning}”, word by word",)
        + (("other signs in the article point to that language",) if supported else ()),
        suggestions=(replace(entry.meaning),),
        language=entry.language,
        gloss=None,
        entry=entry.id,
    )
