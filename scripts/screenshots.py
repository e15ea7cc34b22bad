"""Writes the pictures of the review screen in `docs/images`: every state that a person meets, in both themes.

Run it with `make screenshots`. With names of pictures as arguments it makes only those.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from scripts.screen_articles import ARABIC, CLEAN, long_article, three_hundred_issues
from scripts.screen_server import ROOT, chromium, running_screen

IMAGES = ROOT / "docs" / "images"
DESKTOP = {"width": 1360, "height": 860}
PHONE = {"width": 390, "height": 780}
MOST_BYTES = 250_000
_COLOURS = 192  # of the palette; fewer and the tints of the marks begin to show steps


@dataclass(frozen=True)
class Picture:
    """One state of the screen: the article to hand in (or a sample's address), and what to do before the picture."""

    name: str
    article: str = ""
    address: str = "/"
    act: Callable[[Page], None] = lambda _: None
    options: dict[str, object] = field(default_factory=dict)


def _end(page: Page) -> None:
    for _ in range(page.evaluate("window.mtqaReview.view.order.length")):
        page.keyboard.press("a")
    expect(page.locator(".mt-end")).to_be_visible()


def _decide(page: Page) -> None:
    for key in "axa":
        page.keyboard.press(key)


def _help(page: Page) -> None:
    page.keyboard.press("?")


def _tap(page: Page) -> None:
    page.locator(".mark").nth(1).tap()


_DUTCH = "/?sample=summit-dutch"
PICTURES = (
    Picture("start-light"),
    Picture("start-dark", options={"color_scheme": "dark"}),
    Picture("start-phone", options={"viewport": PHONE, "has_touch": True, "is_mobile": True}),
    Picture("review-light", address="/?sample=trial-french", act=_decide),
    Picture("review-dark", address="/?sample=trial-french", act=_decide, options={"color_scheme": "dark"}),
    Picture("source-beside", address=_DUTCH, options={"viewport": {"width": 1720, "height": 900}}),
    Picture(
        "phone", address=_DUTCH, act=_tap, options={"viewport": PHONE, "has_touch": True, "is_mobile": True}
    ),
    Picture("end", address=_DUTCH, act=_end),
    Picture("keys", address=_DUTCH, act=_help),
    Picture("no-issues", article=CLEAN),
    Picture("long-article", article=long_article()),
    Picture("many-issues", article=three_hundred_issues()),
    Picture("right-to-left", article=ARABIC),
)


def main(names: list[str]) -> None:
    """Makes the pictures called so, or all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    wanted = [picture for picture in PICTURES if not names or picture.name in names]
    with TemporaryDirectory() as folder, running_screen(Path(folder)) as server, chromium() as browser:
        for picture in wanted:
            size = _take(picture, browser, server)
            print(f"{picture.name}.png  {size:,} bytes")


def _take(picture: Picture, browser: Browser, server: str) -> int:
    usual: dict[str, object] = {
        "viewport": DESKTOP,
        "locale": "en-GB",
        "color_scheme": "light",
        "device_scale_factor": 1,
    }
    context = browser.new_context(**(usual | picture.options))  # type: ignore[arg-type]  # Playwright's own options
    page = context.new_page()
    page.goto(server + picture.address)
    expect(page.locator(".mt-intro, .mark").first).to_be_visible(timeout=60_000)
    if picture.article:
        _hand_in(page, picture)
    _settle(page)
    picture.act(page)
    _settle(page)
    size = write_picture(page.screenshot(), IMAGES / f"{picture.name}.png")
    context.close()
    return size


def _hand_in(page: Page, picture: Picture) -> None:
    file = {
        "name": f"{picture.name}.txt",
        "mimeType": "text/plain",
        "buffer": picture.article.encode("utf-8"),
    }
    page.set_input_files("input[type=file] >> nth=0", files=[file])  # type: ignore[list-item]  # a FilePayload
    expect(page.locator(".article .block").first).to_be_visible(timeout=60_000)


def _settle(page: Page) -> None:
    """Waits until the server has answered, the page has drawn and nothing moves."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )
    page.wait_for_function("!window.mtqaReview?.view?.log.length", timeout=60_000)
    expect(page.get_by_text("The language models are still reading")).to_have_count(0, timeout=240_000)
    expect(page.locator("[data-testid=stSkeleton], [data-stale=true]")).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(1_200)


def write_picture(data: bytes, path: Path) -> int:
    """Writes the picture with few colours and gives its size; stops if it is too large for the docs."""
    picture = Image.open(BytesIO(data)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{path.name} has {size:,} bytes, more than {MOST_BYTES:,}: show less")
    return size


if __name__ == "__main__":
    main(sys.argv[1:])
