"""Runs one rule on a text and tells what it shows by default."""

from __future__ import annotations

from mtqa.core.config import Config
from mtqa.language.knowledge import shared_knowledge
from mtqa.rules.context import Context
from mtqa.rules.contract import Rule
from mtqa.text import read_document


def found(rule: Rule, text: str, target_lang: str = "en") -> list[tuple[str, str | None]]:
    """Covered text and first suggestion of each finding shown by default, in text order."""
    document = read_document(text, target_lang=target_lang)
    findings = sorted(
        rule.check(document, Context(document, shared_knowledge(), Config())), key=lambda f: f.span
    )
    return [
        (f.span.of(text), f.suggestions[0].apply(f.span.of(text)) if f.suggestions else None)
        for f in findings
        if f.confidence >= 0.5
    ]
