"""Hard fails of a document as a whole, which limit its quality whatever else it is like."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.core.documents import Document
from mtqa.core.issues import Issue, State

# A text with this share of its words left in another language is not in the target language at all. A choice:
# articles with leftovers have a few per cent, and untranslated ones nearly all.
_FOREIGN_SHARE = 0.6
_FEWEST_WORDS = 5


def document_caps(document: Document, issues: Sequence[Issue]) -> tuple[str, ...]:
    """Names of the hard fails met, as in `mtqa.scoring.quality.HARD_FAILS`."""
    if document.source and not any(map(str.isalnum, document.text)):
        return ("nothing-translated",)
    caps = []
    if document.source and document.source.split() == document.text.split():
        caps.append("copied-source")
    if document.words >= _FEWEST_WORDS and _foreign_words(issues) >= _FOREIGN_SHARE * document.words:
        caps.append("wrong-language")
    return tuple(caps)


def _foreign_words(issues: Sequence[Issue]) -> int:
    return sum(
        len(issue.text.split())
        for issue in issues
        if issue.rule.startswith("RES") and issue.state is State.OPEN
    )
