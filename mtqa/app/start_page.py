"""The start page: what mtqa does, and three ways to hand in an article."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mtqa.app.markup import example_html, intro_html
from mtqa.app.messages import say
from mtqa.app.samples import Sample, list_samples
from mtqa.app.session import Session, hand_in, resume
from mtqa.app.sessions import SavedSession, is_session, read_session
from mtqa.app.settings_panel import import_widget, language_widget, settings_widgets
from mtqa.app.source_panel import SOURCE_TYPES, source_in, source_widgets
from mtqa.app.submissions import PASTED, Submission
from mtqa.app.wording import md_text
from mtqa.core.errors import InputError

_TYPES = [*SOURCE_TYPES, "json"]


def start_page(session: Session) -> None:
    """Draws the start page. A file begins its review by itself; everything happens in callbacks, which lose no click.

    A callback is called a second time when the run that it began is cut short, by a key pressed at once, say: each
    knows the round that it belongs to, and a round begins one review.
    """
    with st.container(key="start"):
        words, example = st.columns([1.15, 1], gap="large", vertical_alignment="center")
        words.html(intro_html())
        example.html(example_html())
        for problem in session.problems:
            st.error(md_text(problem))
        session.problems.clear()
        drop, paste = st.columns(2, gap="large")
        with drop:
            _drop_zone(session)
        with paste, st.form("paste", border=False):
            _paste_form(session)
        _more(session)
        _samples(session)


def _drop_zone(session: Session) -> None:
    key = f"upload/{session.rounds}" if session.rounds else "upload"
    st.file_uploader(
        say("Drop translated articles here"),
        type=_TYPES,
        accept_multiple_files=True,
        key=key,
        help=say(
            "Text, Markdown, web page or Word document, several at once; or a session file saved earlier."
        ),
        on_change=_take_files,
        args=(session, session.rounds, key),
    )
    st.caption(say("The review begins by itself. Source text and settings can be given before or after."))


def _paste_form(session: Session) -> None:
    st.text_area(
        say("…or paste the text"),
        key="pasted",
        height=150,
        placeholder=say("The translated article, as it is"),
    )
    st.form_submit_button(
        say("Review"), key="review", type="primary", on_click=_take_text, args=(session, session.rounds)
    )


def _more(session: Session) -> None:
    """The source text and the settings, out of the way of those who need neither."""
    with st.expander(say("Source text and settings"), key="more"):
        left, right = st.columns(2, gap="large")
        with left:
            source_widgets(session)
        with right:
            session.chosen = settings_widgets(session)
            import_widget(session)
            language_widget(session)


def _samples(session: Session) -> None:
    samples = list_samples()
    if not samples:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="samples"):
        st.markdown(say("No article at hand? Try a sample:"), width="content")
        for sample in samples:
            st.button(
                md_text(sample.title),
                key=f"sample_{sample.name}",
                on_click=_take_sample,
                args=(session, session.rounds, sample),
            )


def _take_sample(session: Session, round_: int, sample: Sample) -> None:
    if round_ == session.rounds:
        hand_in(session, [sample.submission()], session.chosen)


def _take_text(session: Session, round_: int) -> None:
    if round_ != session.rounds:
        return
    text = str(st.session_state["pasted"] or "")
    if not text.strip():
        session.problems.append(say("Drop a file or paste a text first."))
        return
    _begin(session, [(PASTED, text.encode("utf-8", "surrogatepass"))], [])


def _take_files(session: Session, round_: int, key: str) -> None:
    if round_ != session.rounds:
        return
    files: Sequence[UploadedFile] = st.session_state.get(key) or ()
    try:
        saved = [read_session(file.getvalue()) for file in files if is_session(file.name)]
    except InputError as error:
        _refuse(session, str(error))
        return
    articles = [(file.name, file.getvalue()) for file in files if not is_session(file.name)]
    if saved or articles:
        _begin(session, articles, saved)


def _begin(session: Session, articles: Sequence[tuple[str, bytes]], saved: Sequence[SavedSession]) -> None:
    """Hands in articles by name and content, with the source of the widgets, beside or instead of sessions saved earlier."""
    try:
        source = source_in(session)
    except InputError as error:
        _refuse(session, say("Source text: {problem}", problem=str(error)))
        return
    submissions = [Submission(name, data, source) for name, data in articles]
    if saved and not submissions:
        resume(session, saved)
    else:
        hand_in(session, [*(one.submission for one in saved), *submissions], session.chosen)


def _refuse(session: Session, problem: str) -> None:
    """Says what is wrong and empties the place for files, so that the same file can be dropped again."""
    session.problems.append(problem)
    session.rounds += 1
