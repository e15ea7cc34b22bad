"""What the screen promises beyond its flow: speed of hand, privacy of sessions, access for everyone, queues, cancel."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from scripts.screen_articles import long_article
from tests.browser.test_review_screen import (
    ARTICLE,
    download,
    review,
    states_shown,
    text_file,
    wait_until_answered,
    word_file,
)

FORTY = "axjxuaxjjkkaxuuxaxuu" * 2


@pytest.mark.parametrize("pause", [0, 50, 150])
def test_forty_key_presses_all_count(open_page, tmp_path, pause):
    page = open_page()
    lines = (*ARTICLE, *(f"In {year} the the plan failed." for year in range(1990, 2030)))
    review(page, text_file(tmp_path, "\n\n".join(lines), f"keys-{pause}.txt"))
    start = page.evaluate("window.mtqaReview.view.seq")
    for key in FORTY:
        page.keyboard.press(key)
        page.wait_for_timeout(pause)
    assert page.evaluate("window.mtqaReview.view.seq") == start + 40
    wait_until_answered(page)
    shown = states_shown(page)
    _, data = download(page, "JSON")
    stored = [found["state"] for found in json.loads(data)["issues"] if found["state"] != "open"]
    assert sorted(stored) == sorted(shown.values()) != []


def test_two_people_do_not_see_each_other(open_page, tmp_path):
    first, second = open_page(), open_page()
    review(first, word_file(tmp_path, "mine.docx"))
    review(second, text_file(tmp_path, "The the meeting ended on Monday, they said.", "yours.txt"))
    first.keyboard.press("x")
    second.keyboard.press("a")
    for page, name, state in ((first, "mine.docx", "dismissed"), (second, "yours.txt", "accepted")):
        wait_until_answered(page)
        expect(page.locator(".mt-head h1")).to_have_text(name)
        assert list(states_shown(page).values()) == [state]


def test_a_very_long_line_and_a_long_article_stay_within_the_page(open_page, tmp_path):
    page = open_page()
    review(page, text_file(tmp_path, "x" * 20_000 + " the the end.\n\nBir yanıt yazın\n", "line.txt"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 1360
    page = open_page()
    review(page, text_file(tmp_path, long_article(), "long.txt"))
    page.keyboard.press("k")
    expect(page.locator(".mark.selected")).to_be_in_viewport()


def test_the_rules_answer_can_be_stopped_before_it_is_there(open_page, tmp_path):
    page = open_page()
    page.set_input_files(
        "input[type=file] >> nth=0", [str(text_file(tmp_path, long_article(150_000, 900), "huge.txt"))]
    )
    page.get_by_role("button", name="Stop", exact=True).click(timeout=60_000)
    expect(page.get_by_text("not reviewed, since you stopped")).to_be_visible(timeout=60_000)
    expect(page.locator(".mt-intro")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(open_page, tmp_path, scheme):
    page = open_page(color_scheme=scheme)
    assert serious(page) == {}
    review(page, word_file(tmp_path, f"axe-{scheme}.docx"))
    page.keyboard.press("a")
    wait_until_answered(page)
    assert serious(page) == {}


def serious(page: Page) -> dict[str, list[str]]:
    """Violations of WCAG A and AA that axe calls serious or critical, with the elements."""
    options = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
    found = Axe().run(page, options=options).response["violations"]
    return {
        one["id"]: [str(node["html"])[:160] for node in one["nodes"]]
        for one in found
        if one["impact"] in {"serious", "critical"}
    }
