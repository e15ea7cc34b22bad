"""A running review screen and a browser that may talk to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.screen_server import CHROMIUM, chromium, running_screen

expect.set_options(timeout=15_000)

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in Path(item.path).parts:
            item.add_marker("browser")
            if not CHROMIUM:
                item.add_marker(
                    pytest.mark.skip(reason="no chromium here: apt-get install chromium, or set $CHROMIUM")
                )


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a review screen that keeps its data in a folder of its own."""
    with running_screen(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[OpenPage]:
    """Opens pages of the review screen; the test fails if one calls out or its script fails."""
    outside: list[str] = []
    errors: list[str] = []
    allowed = (server, server.replace("http", "ws"), "data:", "blob:")
    with ExitStack() as closing:

        def open_one(path: str = "/", **options: Any) -> Page:
            usual = {"viewport": {"width": 1360, "height": 900}, "locale": "en-GB", "accept_downloads": True}
            context = browser.new_context(**(usual | options))
            closing.callback(context.close)
            context.on("request", lambda r: None if r.url.startswith(allowed) else outside.append(r.url))
            page = context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("dialog", lambda dialog: errors.append(f"dialog: {dialog.message}") or dialog.dismiss())
            page.goto(server + path)
            expect(page.locator(".mt-intro, .mark").first).to_be_visible(timeout=40_000)
            return page

        yield open_one
    assert outside == [], f"the page called out: {outside}"
    assert errors == [], errors
