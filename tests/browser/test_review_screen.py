"""The review screen as a person meets it, in a real browser over a running server."""

from __future__ import annotations

import json
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from tests.browser.colours import contrasts

ARTICLE = (
    "Ministers meet in Ankara | Abroad",
    "The talks were unmentionable for NATO, and the the minister spoke in a telephone interview on Monday.",
    "The Commission expects 12.500 soldiers to take part, said an official who asked not to be named.",
    "ttn-3",
    "Bir yanıt yazın",
)


def word_file(folder: Path, name: str = "haber.docx") -> Path:
    document = docx.Document()
    for line in ARTICLE:
        document.add_paragraph(line)
    document.save(str(folder / name))
    return folder / name


def text_file(folder: Path, text: str, name: str = "article.txt") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def review(page: Page, *files: Path) -> None:
    """Drops files and waits for the review, which begins by itself."""
    page.set_input_files("input[type=file] >> nth=0", [str(file) for file in files])
    expect(page.locator(".mark").first).to_be_visible(timeout=180_000)  # the first review of a busy machine
    expect(page.locator(".st-key-card")).to_be_visible()


def download(page: Page, name: str) -> tuple[str, bytes]:
    """A file from the side bar, as it is at any time of the review; a format other than the report's own is chosen first."""
    shelf = page.locator("[data-testid=stPopoverBody]")
    if not shelf.is_visible():
        page.get_by_role("button", name="Take away").click()
    button = shelf.get_by_role("button", name=name, exact=True)
    if not button.count():
        shelf.get_by_role("combobox").click()
        page.get_by_role("option", name=name).click()
        button = shelf.get_by_role("button", name=f"Download {name}", exact=True)
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def states_shown(page: Page) -> dict[str, str]:
    """What the browser shows as decided, by issue."""
    return page.evaluate(
        "Object.fromEntries([...window.mtqaReview.view.decisions].map(([id, [state]]) => [id, state]))"
    )


def wait_until_answered(page: Page) -> None:
    """Until the server has applied every event and drawn the page anew."""
    page.wait_for_function("window.mtqaReview.view.log.length === 0")
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")


def test_from_upload_to_corrected_file_by_keys_alone(open_page, tmp_path):
    page = open_page()
    review(page, word_file(tmp_path))
    total = page.evaluate("window.mtqaReview.view.order.length")
    assert total >= 5
    expect(page.get_by_text(f"0 of {total} decided")).to_be_visible()
    for _ in range(total):
        page.keyboard.press("a")
    expect(page.get_by_text(f"{total} of {total} decided")).to_be_visible()
    expect(page.locator(".mt-end")).to_contain_text("All decided:")
    before, after = (int(page.locator(where).inner_text()) for where in (".mt-before", ".mt-after"))
    assert before < after

    wait_until_answered(page)
    with page.expect_download() as waiting:
        page.locator(".st-key-end").get_by_role("button", name="Corrected article (.docx)").click()
    name, data = waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()
    (tmp_path / name).write_bytes(data)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / name)).paragraphs)
    assert name == "haber-corrected.docx"
    assert "Ministers meet in Ankara\n" in text
    assert not any(slip in text for slip in ("Abroad", "unmentionable", "the the", "ttn-3", "yanıt"))

    name, html = download(page, "Report")
    assert name == "haber-report.html"
    report = open_page()
    report.set_content(html.decode("utf-8"))
    expect(report.locator("body")).to_contain_text("unmentionable")

    _, data = download(page, "JSON")
    assert {found["state"] for found in json.loads(data)["issues"]} == {"accepted"}
    _, data = download(page, "CSV")
    assert data.startswith(b"\xef\xbb\xbf")


def test_no_key_is_lost_however_fast(open_page, tmp_path):
    page = open_page()
    review(
        page,
        text_file(
            tmp_path,
            "\n\n".join((*ARTICLE, *(f"In {year} the the plan failed." for year in range(1990, 2030)))),
        ),
    )
    start = page.evaluate("window.mtqaReview.view.seq")
    for key in "axjxuaxjjkkaxuuxaxuu" * 2:
        page.keyboard.press(key)
    assert page.evaluate("window.mtqaReview.view.seq") == start + 40
    wait_until_answered(page)
    shown = states_shown(page)
    expect(page.get_by_text(f"{len(shown)} of ")).to_be_visible()
    _, data = download(page, "JSON")
    stored = [found["state"] for found in json.loads(data)["issues"] if found["state"] != "open"]
    assert sorted(stored) == sorted(shown.values()) != []


def test_a_click_opens_the_card_and_list_and_article_stay_together(open_page, tmp_path):
    page = open_page()
    review(page, word_file(tmp_path))
    page.locator(".mark", has_text="unmentionable").click()
    expect(page.locator(".mt-quote mark")).to_have_text("unmentionable")
    expect(page.locator(".row[aria-current]")).to_contain_text("unmentionable")
    page.locator(".row", has_text="ttn-3").click()
    expect(page.locator(".mt-quote mark")).to_have_text("ttn-3")
    expect(page.locator(".mark.selected")).to_contain_text("ttn-3")
    assert page.locator(".mark[tabindex='0']").count() == 1
    label = page.locator(".mark.selected").get_attribute("aria-label")
    assert label.startswith("ttn-3. Page furniture, ")


def test_decisions_by_button_and_bulk_undo_reach_the_article(open_page, tmp_path):
    page = open_page()
    review(
        page,
        text_file(
            tmp_path, "\n\n".join((*ARTICLE, "Later the the minister left.", "Then the the door closed."))
        ),
    )
    page.locator(".mark", has_text="the the").first.click()
    expect(page.locator(".mt-quote mark")).to_have_text("the the")
    wait_until_answered(page)
    page.get_by_role("button", name="More…").click()
    page.get_by_role("button", name="Dismiss all 3: “the the”").click()
    expect(page.locator(".mark.dismissed")).to_have_count(3)
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(page.locator(".mark.dismissed")).to_have_count(0)
    expect(page.get_by_text("0 of ")).to_be_visible()


def test_keys_rest_while_a_person_types_and_help_is_one_key_away(open_page, tmp_path):
    page = open_page()
    review(page, word_file(tmp_path))
    page.get_by_placeholder("Search the issues").click()
    page.keyboard.type("jaxu")
    assert states_shown(page) == {}
    page.get_by_placeholder("Search the issues").fill("")
    page.locator(".mark", has_text="unmentionable").click()
    page.keyboard.press("?")
    expect(page.locator("dialog.help")).to_be_visible()
    page.keyboard.press("x")
    assert states_shown(page) == {}
    page.keyboard.press("Escape")
    expect(page.locator("dialog.help")).to_be_hidden()


def test_filters_hide_marks_and_rows(open_page, tmp_path):
    page = open_page()
    review(page, word_file(tmp_path))
    page.get_by_placeholder("Search the issues").fill("unmentionable")
    expect(page.locator(".mark:not(.hidden)")).to_have_count(1)
    expect(page.locator(".row:visible")).to_have_count(1)
    page.keyboard.press("Escape")


def test_a_sample_with_source_shows_it_under_each_paragraph(open_page):
    page = open_page("/?sample=summit-dutch")
    expect(page.locator(".source", has_text="telefonisch onderhoud")).to_be_visible()
    page.get_by_text("Show the source").click()
    expect(page.locator(".source", has_text="telefonisch onderhoud")).to_be_hidden()


HOSTILE = """<img src="http://evil.example/a.png" onerror="window.hacked=1"> ![x](http://evil.example/b.png)

<script>window.hacked=1</script> [click](javascript:window.hacked=1) :material/delete: $x^2$ `code`

שלום \u202eevil\u202c 👩‍👩‍👧 zero\u200bwidth and the the end. Bir yanıt yazın

Bir yanıt yazın
"""


def test_a_hostile_article_is_inert(open_page, tmp_path):
    page = open_page()
    review(page, text_file(tmp_path, HOSTILE, "![](http:x)<b>.txt".replace("/", "")))
    for _ in range(page.evaluate("window.mtqaReview.view.order.length")):
        page.keyboard.press("j")
        wait_until_answered(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator(".stMain img, .stMain script, .article img, .article script, .article a").count() == 0
    article = page.evaluate(
        "[...window.mtqaReview.view.root.querySelectorAll('.block')].map(b => { const c = b.cloneNode(true);"
        " c.querySelectorAll('.letter, .ghost').forEach(n => n.remove()); return c.textContent; }).join('\\n')"
    )
    assert (
        '<img src="http://evil.example/a.png" onerror="window.hacked=1"> ![x](http://evil.example/b.png)'
        in article
    )
    assert "👩‍👩‍👧" in article
    expect(page.locator(".mt-head h1")).to_have_text("![](http:x)<b>.txt")


def test_decisions_survive_a_reload(open_page, tmp_path):
    page = open_page()
    review(page, word_file(tmp_path, "reload.docx"))
    page.keyboard.press("x")
    page.keyboard.press("a")
    wait_until_answered(page)
    before = states_shown(page)
    page.reload()
    expect(page.locator(".mark.dismissed")).to_have_count(1)
    assert states_shown(page) == before
    assert len(before) == 2


def test_several_files_make_a_queue(open_page, tmp_path):
    page = open_page()
    review(
        page,
        word_file(tmp_path, "first.docx"),
        text_file(tmp_path, "The the meeting ended on Monday, they said.", "second.txt"),
    )
    expect(page.locator(".mt-head h1")).to_have_text("first.docx")
    page.keyboard.press("a")
    wait_until_answered(page)
    expect(page.locator(".st-key-files")).to_contain_text("1 of ")
    page.get_by_role("button", name="second.txt").click()
    expect(page.locator(".mt-head h1")).to_have_text("second.txt")
    expect(page.locator(".article .block")).to_have_count(1)
    page.keyboard.press("x")
    expect(page.get_by_text("1 of 1 decided").first).to_be_visible()
    page.get_by_role("button", name="first.docx").click()
    expect(page.locator(".mark.accepted")).to_have_count(1)


def test_a_phone_shows_article_and_card_at_once(open_page, tmp_path):
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    review(page, word_file(tmp_path))
    page.locator(".mark", has_text="unmentionable").tap()
    expect(page.locator(".mt-quote mark")).to_have_text("unmentionable")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sheet = page.locator(".stColumn:has(.st-key-side)").bounding_box()
    mark = page.locator(".mark.selected").bounding_box()
    assert sheet["y"] >= 844 / 2 - 1
    page.wait_for_function("window.mtqaReview.view.marks && true")
    assert mark["y"] + mark["height"] <= sheet["y"]


def test_both_themes_can_be_read(open_page, tmp_path):
    for scheme in ("light", "dark"):
        page = open_page(color_scheme=scheme)
        review(page, word_file(tmp_path, f"{scheme}.docx"))
        page.keyboard.press("a")
        wait_until_answered(page)
        texts, lines = contrasts(page)
        assert len(texts) > 20
        assert {what: ratio for what, ratio in texts.items() if ratio < 4.5} == {}
        assert {what: ratio for what, ratio in lines.items() if ratio < 3} == {}
