"""Writes the pictures of the HTML report in `docs/images`: light, dark and on a phone. Run it with `make screenshots`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from mtqa.api import review
from mtqa.report import write_report
from scripts.screen_server import ROOT, chromium
from scripts.screenshots import IMAGES, write_picture

SAMPLE = ROOT / "samples" / "summit-dutch.txt"
SOURCE = ROOT / "samples" / "summit-dutch.source.txt"
PICTURES: dict[str, dict[str, object]] = {
    "report-light": {"viewport": {"width": 1280, "height": 1440}},
    "report-dark": {"viewport": {"width": 1280, "height": 1440}, "color_scheme": "dark"},
    "report-phone": {"viewport": {"width": 390, "height": 1440}},
}


def main() -> None:
    """Makes all pictures."""
    result = review(SAMPLE.read_text("utf-8"), source=SOURCE.read_text("utf-8"), name=SAMPLE.name)
    with TemporaryDirectory() as folder, chromium() as browser:
        report = Path(folder) / "report.html"
        report.write_bytes(write_report(result, "html"))
        for name, options in PICTURES.items():
            print(f"{name}.png  {_take(browser, report.as_uri(), name, options):,} bytes")


def _take(browser: Browser, address: str, name: str, options: dict[str, object]) -> int:
    context = browser.new_context(**options)  # type: ignore[arg-type]  # Playwright's own options
    page = context.new_page()
    page.goto(address)
    size = write_picture(page.screenshot(), IMAGES / f"{name}.png")
    context.close()
    return size


if __name__ == "__main__":
    main()
