"""The review as Markdown, for tickets, wikis and mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue, State
from mtqa.core.languages import language_name
from mtqa.core.reviews import Review
from mtqa.report.context import context
from mtqa.report.words import (
    STATES,
    VERDICTS,
    advice,
    count,
    decided,
    number,
    origin_sentences,
    summary,
    sureness,
)


def write_markdown(review: Review) -> bytes:
    """The review as Markdown: scores, origin, each issue in its sentence, and what was not looked at.

    Text of the article is escaped, so that nothing in it becomes a link, picture or heading.
    """
    lines = [*_head(review), "", *_scores(review), "", *_origin(review), *_issues(review), *_gaps(review)]
    return f"{'\n'.join(lines).rstrip()}\n".encode("utf-8", "replace")


def plain(text: str) -> str:
    """The text on one line with all Markdown and HTML in it made literal.

    >>> plain("![x](http://y) <b>")
    '\\\\!\\\\[x\\\\]\\\\(http\\\\:\\\\/\\\\/y\\\\) \\\\<b\\\\>'
    """
    return re.sub(r"([!-+/:-@\[-`{-~]|^\d+(?=[.)])|^[-.])", r"\\\1", " ".join(text.split()))
