"""Own marks, source beside target, and editing a paragraph, in a real browser."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.browser.test_review_screen import download, review, states_shown, text_file, wait_until_answered

TEXT = (
    "Ministers meet in Ankara 🎉\n\nThe talks in Oslo went on 👍🏽 for a very long evening, and the the minister left.\n\n"
    "Nobody spoke to the press afterwards.\n\nBir yanıt yazın\n"
)
SELECT = """(words) => {
  const root = window.mtqaReview.view.root;
  const walker = document.createTreeWalker(root.querySelector(".text"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const at = node.data.indexOf(words);
    if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
  throw new Error("not found");
}"""


def mark(page: Page, words: str, comment: str = "") -> None:
    page.evaluate(SELECT, words)
    expect(page.locator(".mark-it")).to_be_visible()
    page.keyboard.press("m")
    expect(page.locator(".st-key-marking")).to_contain_text(words)
    page.get_by_label("Comment (stands in the report)").fill(comment)
    page.get_by_role("button", name="Mark it").click()
    expect(page.locator(".mark", has_text=words)).to_have_count(1)


def test_a_reviewer_marks_words_and_finds_them_in_report_and_after_a_reload(open_page, tmp_path):
    page = open_page()
    review(page, text_file(tmp_path, TEXT, "marks.txt"))
    mark(page, "a very long evening", "Which evening?")
    expect(page.locator(".row[aria-current]")).to_contain_text("a very long evening")
    _, data = download(page, "JSON")
    (own,) = [found for found in json.loads(data)["issues"] if found["rule"] == "OWN001"]
    assert TEXT[own["start"] : own["end"]] == own["text"] == "a very long evening"
    assert (own["severity"], own["comment"]) == ("major", "Which evening?")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(".mark", has_text="a very long evening")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".mark", has_text="a very long evening")).to_have_count(0)


def test_undo_goes_back_past_a_reload(open_page, tmp_path):
    page = open_page()
    review(page, text_file(tmp_path, TEXT, "undo.txt"))
    total = page.evaluate("window.mtqaReview.view.order.length")
    for _ in range(total):
        page.keyboard.press("x")
    wait_until_answered(page)
    page.reload()
    expect(page.locator(".mark.dismissed")).to_have_count(total)
    for left in range(total - 1, -1, -1):
        page.keyboard.press("u")
        expect(page.locator(".mark.dismissed")).to_have_count(left)
    wait_until_answered(page)
    assert states_shown(page) == {}


def test_a_copied_link_opens_the_issue_in_another_tab(open_page, tmp_path):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    review(page, text_file(tmp_path, TEXT, "link.txt"))
    page.locator(".mark", has_text="Bir yanıt yazın").click()
    expect(page.locator(".mt-quote mark")).to_have_text("Bir yanıt yazın")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".said")).to_have_text("The address of this issue is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    other = open_page("/?" + link.partition("?")[2])
    expect(other.locator(".mt-quote mark")).to_have_text("Bir yanıt yazın")
    expect(other.locator(".mark.selected")).to_be_in_viewport()


def test_words_that_are_marked_already_are_refused(open_page, tmp_path):
    page = open_page()
    review(page, text_file(tmp_path, TEXT, "taken.txt"))
    page.evaluate(SELECT, "Bir yanıt")
    page.keyboard.press("m")
    expect(page.get_by_text("Part of this is marked already.")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".st-key-card")).to_be_visible()


def test_a_sentence_and_its_source_are_lit_together(open_page):
    page = open_page("/?sample=summit-dutch", viewport={"width": 1700, "height": 900})
    page.locator(".mark", has_text="telephone interview").click()
    expect(page.locator(".source .linked")).to_contain_text("telefonisch onderhoud")
    source = page.locator(".source .linked").bounding_box()
    target = page.locator(".mark.selected").bounding_box()
    assert source["x"] > target["x"] + 100
    page.locator(".source .pair", has_text="onbespreekbaar").click()
    expect(page.locator(".mark.selected")).to_contain_text("unmentionable")


def test_an_edited_paragraph_is_checked_again_and_decisions_stay(open_page, tmp_path):
    page = open_page()
    review(page, text_file(tmp_path, TEXT, "edit.txt"))
    page.locator(".mark", has_text="Bir yanıt yazın").click()
    page.keyboard.press("x")
    page.locator(".mark", has_text="the the").click()
    wait_until_answered(page)
    page.get_by_role("button", name="Edit the paragraph").click()
    page.get_by_label("The paragraph, checked again").fill("The talks went on, and and the minister left.")
    page.get_by_role("button", name="Check again").click()
    expect(page.locator(".mark", has_text="and and")).to_be_visible()
    expect(page.locator(".mark.dismissed", has_text="Bir yanıt yazın")).to_have_count(1)
    page.get_by_role("button", name="Take the paragraph edit back").click()
    expect(page.locator(".mark", has_text="the the")).to_be_visible()
    expect(page.locator(".mark.dismissed")).to_have_count(1)
