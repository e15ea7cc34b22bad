"""How quickly the review screen answers, in Chromium over a running server: `python -m benchmarks.screen`.

Prints the time from an upload of 500 words to the first mark (rules alone), and from a click on a mark to its card in
an article of 20,000 words with 500 issues. Medians; the first upload warms the server up and is not counted.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect

from scripts.screen_articles import long_article
from scripts.screen_server import chromium, running_screen

UPLOADS = 5
CLICKS = 15
WORDS, ISSUES = 20_000, 500  # of the article that clicks are measured in: the size that is promised
MOST_UPLOAD = 1.0  # seconds: what the screen promises
MOST_CLICK = 0.25


def main() -> int:
    """Measures and prints; 1 if a promise is broken."""
    with TemporaryDirectory() as folder, running_screen(Path(folder)) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1360, "height": 860})
        uploads = [_upload(page, server, long_article(500, 6), number) for number in range(UPLOADS + 1)][1:]
        _upload(page, server, long_article(WORDS, ISSUES), 99)
        words, issues = (
            page.locator(".mt-head p").inner_text(),
            page.evaluate("window.mtqaReview.view.order.length"),
        )
        _rest(page)
        clicks = [_click(page, number) for number in range(CLICKS)]
    print(
        f"upload -> first mark, 500 words        median {median(uploads):.2f} s  (promised {MOST_UPLOAD} s)"
    )
    print(
        f"click -> card, {words}, {issues} marks  median {1000 * median(clicks):.0f} ms  (promised {1000 * MOST_CLICK:.0f} ms)"
    )
    return int(issues < ISSUES or median(uploads) > MOST_UPLOAD or median(clicks) > MOST_CLICK)


def _upload(page: Page, server: str, article: str, number: int) -> float:
    page.goto(server)
    expect(page.locator(".mt-intro")).to_be_visible(timeout=60_000)
    text = f"{article}\nThis is upload number {number}.\n"  # each one new, or the cache would answer
    file = {"name": f"article-{number}.txt", "mimeType": "text/plain", "buffer": text.encode()}
    _rest(page)
    page.evaluate(_WAIT_FOR)
    started = time.perf_counter()
    page.set_input_files("input[type=file] >> nth=0", files=[file])  # type: ignore[list-item]  # a FilePayload
    page.wait_for_function("window.seenAt", timeout=120_000)
    return time.perf_counter() - started


def _click(page: Page, number: int) -> float:
    """From the press on a mark somewhere in the article to the card that quotes it, by the browser's own clock."""
    page.wait_for_timeout(400)  # nobody clicks while the last card is still being drawn
    return float(page.evaluate(_CLICK_TO_CARD, 7 + 31 * number)) / 1000


def _rest(page: Page) -> None:
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )
    page.wait_for_timeout(800)


_WAIT_FOR = """() => {
  window.seenAt = 0;
  const look = () => { if (window.mtqaReview?.view?.marks.size) window.seenAt = performance.now(); else requestAnimationFrame(look); };
  window.mtqaReview && (window.mtqaReview.view = null);
  look();
}"""
_CLICK_TO_CARD = """(number) => new Promise((done) => {
  const { view } = window.mtqaReview;
  const id = view.order[number % view.order.length];
  const card = () => document.querySelector(".st-key-card .mt-card")?.dataset.issue;
  const started = performance.now();
  view.marks.get(id)[0].node.click();
  const look = () => (card() === id ? done(performance.now() - started) : requestAnimationFrame(look));
  look();
})"""


if __name__ == "__main__":
    sys.exit(main())
