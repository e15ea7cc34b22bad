"""The article viewer: four Streamlit components (article, desk, list, link) that share one state in the browser.

Plain HTML, CSS and JavaScript from the files beside this one: no npm, no iframe, nothing from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from mtqa.app.payload import Json

ARTICLE_KEY = "article"


def show_article(message: bytes, *, on_log: Callable[[], None]) -> None:
    """Draws the marked article from JSON as bytes, which Streamlit sends on without looking through them.

    `on_log` is called when the browser's log has grown; see `browser_log`.
    """
    _article()(key=ARTICLE_KEY, data=message, default={"log": []}, on_log_change=on_log)


def show_desk(message: Json) -> None:
    """Sends the browser where the review stands. It draws nothing."""
    _desk()(key="desk", data=message, height=1)


def show_list(view: str) -> None:
    """Draws the list of issues of the article shown."""
    _list()(key="issue_list", data={"view": view})


def show_link(label: str) -> None:
    """Draws the button that copies the address of the open issue."""
    _link()(key="link", data={"label": label}, width="content")


def browser_log() -> object:
    """The log as the browser last sent it, to be parsed by `mtqa.app.events.parse_log`."""
    state = st.session_state.get(ARTICLE_KEY)
    return state.get("log") if state else None


@cache
def _article() -> ComponentRenderer:
    return st.components.v2.component(
        "mtqa.article",
        html=_file("viewer.html"),
        css=_file("viewer.css"),
        js="\n".join(
            map(_file, ("viewer.js", "keys.js", "places.js", "pairs.js", "choosing.js", "linking.js"))
        ),
    )


@cache
def _desk() -> ComponentRenderer:
    return st.components.v2.component("mtqa.desk", html="<span></span>", js=_file("desk.js"))


@cache
def _list() -> ComponentRenderer:
    return st.components.v2.component(
        "mtqa.list",
        html='<nav class="issues"></nav>',
        css=_file("list.css"),
        js=_file("list.js"),
    )


@cache
def _link() -> ComponentRenderer:
    return st.components.v2.component(
        "mtqa.link", html='<button type="button"></button>', css=_file("link.css"), js=_file("link.js")
    )


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
