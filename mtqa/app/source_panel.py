"""The source text of an article under review, which may come after the article itself."""

from __future__ import annotations

import streamlit as st

from mtqa.app.messages import say
from mtqa.app.session import Session, give_source
from mtqa.app.wording import encodable
from mtqa.core.errors import InputError
from mtqa.formats import read_article

SOURCE_TYPES = ["txt", "md", "html", "htm", "docx"]


def source_widgets(session: Session, given: str = "") -> None:
    """A text and a file, either of which may hold the source; `source_in` reads them."""
    st.text_area(
        say("Source text, if you have it"), encodable(given), key=_key(session, "source"), height=150
    )
    st.file_uploader(say("…or its file"), type=SOURCE_TYPES, key=_key(session, "source_file"))


def source_in(session: Session) -> str | None:
    """The source as the widgets hold it, the file before the text. Raises InputError for a file that cannot be read."""
    upload = st.session_state.get(_key(session, "source_file"))
    if upload is not None:
        return read_article(upload.getvalue(), upload.name).text
    return str(st.session_state.get(_key(session, "source")) or "").strip() or None


def source_panel(session: Session) -> None:
    """The form in the side bar that gives the article shown a source, or another one."""
    known = session.submissions[session.current].source
    with (
        st.expander(say("Source text"), key="source_panel"),
        st.form("source_form", border=False),
    ):
        source_widgets(session, known or "")
        st.form_submit_button(say("Compare with the source"), key="source_use", width="stretch",
                              on_click=_give, args=(session,))  # fmt: skip


def _give(session: Session) -> None:
    try:
        source = source_in(session)
    except InputError as error:
        session.problems.append(say("Source text: {problem}", problem=str(error)))
        session.stale = True
        return
    if source != session.submissions[session.current].source:
        give_source(session, source)


def _key(session: Session, name: str) -> str:
    """The key of a widget: one for each article, or a source would go on to the next one."""
    return f"{name}/{session.current}" if session.current else name
