"""Furniture that was translated into English: lines of a page are found, sentences of an article are not."""

from __future__ import annotations

import pytest

from mtqa.language.furniture import find_furniture
from mtqa.language.knowledge import shared_knowledge
from mtqa.text import read_document


def lines_found(text: str) -> list[str]:
    document = read_document(text, target_lang="en")
    hits = find_furniture(document, shared_knowledge())
    return [hit.span.of(text) for hit in hits if hit.language == "en"]


@pytest.mark.parametrize(
    "line",
    [
        "To the home page",
        "Back to the overview",
        "More on the topic",
        "Read on after the ad",
        "Rate the article",
        "To leave a comment, you must log in",
        "Only registered users can leave comments",
        "Editor in charge: Anna Novak",
        "Reporting by Anna Maria Novak",
        "From our correspondent in Istanbul",
        "With material from dpa",
        "Source: Xinhua",
        "Noticed a mistake? Select it and press Ctrl+Enter",
        "Subscribe to our Telegram channel so as not to miss the news",
        "Published on 3 May 2021 at 14:30",
        "Listen to this article",
        "Share this content",
        "Imprint and data protection",
        "Exchange rates today",
        "The site uses technical cookies",
        "Please disable your ad blocker",
        "This content is available only to subscribers",
    ],
)
def test_a_translated_line_of_a_page_is_found(line: str) -> None:
    assert lines_found(f"The council met on Monday to vote.\n\n{line}\n\nThe mayor was pleased.")


@pytest.mark.parametrize(
    "line",
    [
        "According to information from the police, the fire began at night.",
        "Agency: Russia to reopen the bridge",
        "“It might be interesting,” she said. “What do you think about it?”",
        "Use of information from abroad is not forbidden, the court held.",
        "Only registered members can vote in June.",
        "The rights belong to the heirs of the painter.",
        "Our correspondent in Berlin met the minister on Sunday.",
    ],
)
def test_a_sentence_of_an_article_is_not(line: str) -> None:
    assert lines_found(f"The council met on Monday to vote.\n\n{line}\n\nThe mayor was pleased.") == []
