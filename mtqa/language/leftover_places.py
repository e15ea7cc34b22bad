"""Where a candidate for a leftover stands: in a line, a sentence, a quotation, beside which words."""

from __future__ import annotations

import re

from mtqa.core.documents import BlockKind, Document
from mtqa.language.candidates import Candidate

_OPENING, _CLOSING = "\"“„«‘'‚»", "\"”“»’'«"
_NAMING = frozenset(
    "called named dubbed nicknamed titled entitled known word term phrase means meaning magazine newspaper song album film".split()
)


def place_features(document: Document, candidate: Candidate) -> dict[str, float]:
    """Features of the line, the sentence and the quotation that a candidate stands in, and of its neighbours."""
    text, tokens = document.text, document.tokens
    start, end = tokens.starts[candidate.first], tokens.ends[candidate.last]
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    block_index = document.block_index(start) or 0
    block = document.blocks[block_index]
    previous = re.search(r"([^\W\d_]+)\W{0,2}$", before)
    following = re.match(r"\W{0,2}([^\W\d_]+)", after)
    return {
        "own_line": float(candidate.own_line),
        "share_of_sentence": _share_of_sentence(document, start, end),
        "initial": float(candidate.initial),
        "label_block": float(block.kind in {BlockKind.LABEL, BlockKind.TITLE, BlockKind.HEADING}),
        "last_block": float(block_index >= len(document.blocks) - 2 and block_index > 0),
        "quoted": float(
            before[-1:] in _OPENING
            and before != ""
            and after.lstrip(".,;:!?")[:1] in _CLOSING
            and after != ""
        ),
        "share_of_quote": _share_of_quote(text, start, end),
        "italic": float(before[-1:] in "*_" and before != "" and after[:1] in "*_" and after != ""),
        "bracketed": float(before[-1:] == "(" or after[:1] == ")"),
        "glossed": float(
            re.match(r"[\"”’]?,? ?(?:\(|or [\"“]|meaning|which means|that is)", after) is not None
        ),
        "named_before": float(previous is not None and previous.group(1).lower() in _NAMING),
        "capital_neighbours": float(
            previous is not None and previous.group(1)[0].isupper() and not candidate.initial
        )
        + float(following is not None and following.group(1)[0].isupper()),
        "after_digit": float(before.rstrip()[-1:].isdigit()),
    }


_QUOTE = re.compile(r"[\"“”„«»]")
_LONGEST_QUOTE = 120


def _share_of_quote(text: str, start: int, end: int) -> float:
    """How much of the quotation around it a span fills, 0 outside quotation marks."""
    opening = max((m.end() for m in _QUOTE.finditer(text, max(0, start - _LONGEST_QUOTE), start)), default=-1)
    closing = _QUOTE.search(text, end, end + _LONGEST_QUOTE)
    if opening < 0 or closing is None or "\n" in text[opening : closing.start()]:
        return 0.0
    if text[opening - 1] == "”" or (text[opening - 1] == '"' and text[opening : opening + 1].isspace()):
        return 0.0
    return (end - start) / max(1, closing.start() - opening)


def _share_of_sentence(document: Document, start: int, end: int) -> float:
    """How much of its sentence a span fills."""
    sentence = document.sentence_at(start)
    return min(1.0, (end - start) / max(1, sentence.end - sentence.start - 1)) if sentence else 0.0
