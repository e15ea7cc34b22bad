"""The start page: what mtqa does, and three ways to hand in an article."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mtqa.app.markup import example_html, intro_html
from mtqa.app.messages import say
from mtqa.app.samples import list_samples
from mtqa.app.session import Session, hand_in, resume
from mtqa.app.sessions import is_session, read_session
from mtqa.app.settings_panel import import_widget, language_widget, settings_widgets
from mtqa.app.submissions import PASTED, Settings, Submission
from mtqa.app.wording import md_text
from mtqa.core.errors import InputError
from mtqa.formats import read_article

_TYPES = ["txt", "md", "html", "htm", "docx", "json"]


def start_page(session: Session) -> None:
    """Draws the start page; a button on it starts the review."""
    with st.container(key="start"):
        words, example = st.columns([1.15, 1], gap="large", vertical_alignment="center")
        words.html(intro_html())
        example.html(example_html())
        for problem in session.problems:
            st.error(md_text(problem))
        session.problems.clear()
        drop, paste = st.columns(2, gap="large")
        with drop:
            files = _dropped()
        with paste:
            pasted = st.text_area(
                say("…or paste the text"),
                key="pasted",
                height=150,
                placeholder=say("The translated article, as it is"),
            )
        source, settings = _more(session)
        if st.button(say("Review"), key="review", type="primary"):
            _begin(session, files, pasted or "", source, settings)
        _samples(session, settings)


def _dropped() -> Sequence[UploadedFile]:
    return st.file_uploader(
        say("Drop translated articles here"),
        type=_TYPES,
        accept_multiple_files=True,
        key="upload",
        help=say(
            "Text, Markdown, web page or Word document, several at once; or a session file saved earlier."
        ),
    )


def _more(session: Session) -> tuple[str | None, Settings]:
    """The source text and the settings, out of the way of those who need neither."""
    with st.expander(say("Source text and settings"), key="more"):
        left, right = st.columns(2, gap="large")
        with left:
            text = st.text_area(say("Source text, if you have it"), key="source", height=150)
            upload = st.file_uploader(say("…or its file"), type=_TYPES[:-1], key="source_file")
        with right:
            settings = settings_widgets(session)
            import_widget(session)
            language_widget(session)
    source = (text or "").strip() or None
    if upload is not None:
        try:
            source = read_article(upload.getvalue(), upload.name).text
        except InputError as error:
            st.error(md_text(f"Source text: {error}"))
    return source, settings


def _samples(session: Session, settings: Settings) -> None:
    samples = list_samples()
    if not samples:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="samples"):
        st.markdown(say("No article at hand? Try a sample:"), width="content")
        for sample in samples:
            if st.button(md_text(sample.title), key=f"sample_{sample.name}"):
                hand_in(session, [sample.submission()], settings)
                st.rerun()


def _begin(
    session: Session, files: Sequence[UploadedFile], pasted: str, source: str | None, settings: Settings
) -> None:
    if not files and not pasted.strip():
        session.problems.append(say("Drop a file or paste a text first."))
        st.rerun()
    try:
        saved = [read_session(file.getvalue()) for file in files if is_session(file.name)]
    except InputError as error:
        session.problems.append(str(error))
        st.rerun()
    articles = [Submission(file.name, file.getvalue(), source) for file in files if not is_session(file.name)]
    if pasted.strip():
        articles.append(Submission(PASTED, pasted.encode("utf-8", "surrogatepass"), source))
    if saved and not articles:
        resume(session, saved)
    else:
        hand_in(session, [*(one.submission for one in saved), *articles], settings)
    st.rerun()
