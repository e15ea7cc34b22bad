"""Lines of a page that no list has, and headings that are not."""

from __future__ import annotations

import pytest

import mtqa
from mtqa.core.config import Config

WEB = Config(neural=False, select=("WEB",))
BODY = (
    "The council approved the plan on Monday after a long debate.",
    "Residents had protested against the plan for months. The mayor promised to meet them again.",
    "The bridge was built in 1962 and is used by some 40,000 cars a day.",
    "The opposition said the costs had not been made clear.",
)


def found(line: str, place: int) -> list[str]:
    blocks = ["Council approves plan for new bridge", *BODY]
    blocks.insert(place, line)
    return [issue.text for issue in mtqa.review("\n\n".join(blocks), target_lang="en", config=WEB).issues]


@pytest.mark.parametrize("place", [1, 3, 5])
@pytest.mark.parametrize(
    "line",
    [
        "Receive our news by e-mail every morning",
        "Write to the editors if you find a mistake in the text",
        "You can also listen to the article in our app",
        "Did you like the article? Share it with your friends!",
        "Subscribe to the channel and read us first",
        "The comments under this publication are moderated",
    ],
)
def test_a_line_made_of_a_pages_words_is_found_wherever_it_stands(line: str, place: int) -> None:
    assert found(line, place) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fall sharply",
        "Follow the money",
        "What happens next?",
        "A comment by the minister",
        "The source of the river",
        "Editors leave the newspaper",
        "Readers write to the minister",
        "More support for farmers",
        "The main suspect",
        "Your money or your life",
        "Photographs of the war",
        "Accounts of the survivors",
        "Print is not dead",
        "Our correspondent was held for two days by the police, who took the photos from his phone.",
    ],
)
def test_a_heading_of_the_article_stays(line: str) -> None:
    assert not found(line, 3)


def test_short_lines_among_those_of_the_page_go_with_them() -> None:
    blocks = [
        "Council approves plan for new bridge",
        "Our region",
        "12 reactions",
        *BODY,
        "Leave a comment",
        "Bridge days",
        "Tags: traffic",
    ]
    issues = mtqa.review("\n\n".join(blocks), target_lang="en", config=WEB).issues
    assert [issue.text for issue in issues] == [
        "Our region",
        "12 reactions",
        "Leave a comment",
        "Bridge days",
        "Tags: traffic",
    ]


def test_short_last_lines_of_an_article_stay() -> None:
    blocks = ["Council approves plan for new bridge", *BODY, "Bridge over the river", "Built in 1962"]
    assert not mtqa.review("\n\n".join(blocks), target_lang="en", config=WEB).issues
