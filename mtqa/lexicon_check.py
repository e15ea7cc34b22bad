"""Checks the lexicons: each entry finds its bad example, repairs it, is silent in its good ones, and never suggests debris."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtqa.core.config import Config
from mtqa.core.edits import Edit, apply_edits
from mtqa.language.entries import Entry, Topic
from mtqa.language.knowledge import shared_knowledge
from mtqa.language.suggestions import suggestion_faults
from mtqa.repairs import joined
from mtqa.rules.context import Context
from mtqa.rules.phrase_findings import calque_finding
from mtqa.text import read_document


def check_examples(entries: Iterable[Entry] | None = None) -> Iterator[str]:
    """One sentence for each calque entry whose examples or suggestions do not hold. Raises `LexiconError` for an invalid file."""
    chosen = shared_knowledge().lexicon.topic(Topic.CALQUES) if entries is None else entries
    for entry in chosen:
        if entry.bad:
            yield from (f"{entry.file}: {entry.id}: {problem}" for problem in _problems(entry))


def _problems(entry: Entry) -> Iterator[str]:
    yield from dict.fromkeys(suggestion_faults(entry))
    before, _, rest = entry.bad.partition("[[")
    marked, _, after = rest.partition("]]")
    text = before + marked + after
    context = _context(text, entry, source_lang=entry.language)
    mine = [hit for hit in context.phrases if hit.entry.id == entry.id and hit.entry.topic is entry.topic]
    if [hit.covered for hit in mine] != [marked]:
        yield f"finds {[hit.covered for hit in mine]} in the bad example, not {[marked]}"
        return
    finding = calque_finding(mine[0], context, "")
    language = context.document.target_lang
    repaired = [
        apply_edits(text, joined(text, [Edit(*finding.span, s.text)], language)) for s in finding.suggestions
    ]
    if entry.fixed not in repaired:
        yield f"no suggestion gives the fixed example; the first gives {repaired[:1]}"
    if _own_hits(entry.fixed, entry, source_lang=entry.language):
        yield "is not silent in the fixed example"
    for good in entry.good:
        if _own_hits(good, entry, source_lang=None):
            yield f"is not silent in the good example {good!r}"


def _own_hits(text: str, entry: Entry, *, source_lang: str | None) -> bool:
    context = _context(text, entry, source_lang=source_lang)
    mine = [hit for hit in context.phrases if hit.entry.id == entry.id and hit.entry.topic is entry.topic]
    return any(
        calque_finding(hit, context, "").confidence >= context.config.profile.threshold for hit in mine
    )


def _context(text: str, entry: Entry, *, source_lang: str | None) -> Context:
    document = read_document(text, source_lang=source_lang, target_lang=entry.target or "en")
    return Context(document, shared_knowledge(), Config())
