"""The issues as an MQM table in the columns of Google's WMT data, which viewers such as Marot open.

Layout: https://github.com/google-research/google-research/tree/master/marot (columns as of 2024).
"""

from __future__ import annotations

import json

from mtqa.core.documents import Document
from mtqa.core.issues import Issue, State
from mtqa.core.reviews import Review
from mtqa.core.spans import Span

COLUMNS = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
    "metadata",
)
_RATER = "mtqa"


def write_tsv(review: Review) -> bytes:
    """One row per issue that was not dismissed; `<v>…</v>` marks its span in the block it stands in."""
    issues = [issue for issue in review.issues if issue.state is not State.DISMISSED]
    rows = [COLUMNS, *(_row(review.document, issue) for issue in issues)]
    return "".join("\t".join(row) + "\n" for row in rows).encode("utf-8", "replace")


def _row(document: Document, issue: Issue) -> tuple[str, ...]:
    index = document.block_index(issue.span.start)
    block = document.blocks[index].span if index is not None else issue.span
    around = Span(min(block.start, issue.span.start), max(block.end, issue.span.end))
    text = document.text
    target = f"{text[around.start : issue.span.start]}<v>{issue.text}</v>{text[issue.span.end : around.end]}"
    segment = str((index or 0) + 1)
    name = _cell(document.name or "article")
    return (
        name,
        name,
        segment,
        segment,
        _RATER,
        "",
        _cell(target),
        issue.category.value,
        issue.severity.value,
        json.dumps({"note": issue.message}, ensure_ascii=False),
    )


def _cell(text: str) -> str:
    """The text on one line without tabs, which separate the columns."""
    return " ".join(text.split())
