"""Makes findings of lexicon hits, for the rule families that live on lexicons."""

from __future__ import annotations

from mtqa.core.issues import Finding, replace
from mtqa.core.languages import language_name
from mtqa.language.matcher import Hit
from mtqa.rules.context import Context

# What evidence of the source language adds to, and its absence takes from, an entry's own confidence.
_SUPPORTED, _ALONE = 0.12, 0.0
# An entry that asks for evidence and has none: shown by the strict profile only.
_UNSUPPORTED = 0.3


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
