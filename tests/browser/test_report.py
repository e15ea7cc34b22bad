"""The HTML report in a real browser: nothing is loaded, it fits a phone, and axe finds nothing serious."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from mtqa.report import write_report
from tests.report.factory import full_review
from tests.report.hostile import hostile_review

REVIEWS = {"full": full_review, "hostile": hostile_review}


@pytest.fixture(params=REVIEWS)
def report(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a report on disk."""
    file = tmp_path / "report.html"
    file.write_bytes(write_report(REVIEWS[request.param](), "html"))
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_report(browser: Browser, report: str, scheme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(report)
    found = [
        one["id"]
        for one in Axe().run(page).response["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_report_fits_the_window_and_asks_for_nothing(browser: Browser, report: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert (asked, wide) == ([report], width)


def test_a_tick_leads_to_its_issue(browser: Browser, report: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(report)
    page.locator(".paras svg a").first.click()
    target = page.locator(":target").get_attribute("id")
    context.close()
    assert target == "i1"
