"""The form in which a reviewer says what is wrong with the words that were chosen."""

from __future__ import annotations

import streamlit as st

from mtqa.app.analysis import Opened
from mtqa.app.desk import add_mark, remove_mark, stop_marking
from mtqa.app.marks import Mark, is_free, trimmed
from mtqa.app.messages import noted, say
from mtqa.app.session import Session, commit
from mtqa.app.wording import encodable, md_text, shorten
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span

_TAKEN = noted("Part of this is marked already. Decide that issue, or choose words without a mark.")


def mark_panel(session: Session, opened: Opened, chosen: tuple[int, int]) -> None:
    """Draws the form for the chosen words, given in UTF-16 units."""
    text = opened.keyed.review.document.text
    span = trimmed(text, Span(*map(opened.utf16.points, chosen)))
    words = span.of(text)
    with st.container(border=True, key="marking", gap="small"):
        st.markdown(f"**“{md_text(shorten(words, 80))}”**")
        if is_free(span, opened.keyed.issues.values()):
            _form(session, span, words)
        else:
            st.warning(say(_TAKEN))
        st.button(say("Cancel"), key="mark_cancel", on_click=_leave, args=(session,))


def remove_button(session: Session, key: str) -> None:
    """The button that takes a mark of the reviewer away again."""
    st.button(say("Remove mark"), key=f"unmark_{key}", on_click=_remove, args=(session, key))


def _form(session: Session, span: Span, words: str) -> None:
    with st.form("mark_form", border=False):
        name = f"{span.start}-{span.end}"
        st.selectbox(say("What is wrong (MQM)"), list(Category), list(Category).index(Category.MISTRANSLATION),
                     format_func=str, key=f"mark_category_{name}")  # fmt: skip
        st.segmented_control(say("How bad"), list(Severity), default=Severity.MAJOR, format_func=say,
                             key=f"mark_severity_{name}", required=True)  # fmt: skip
        st.text_input(say("Put this in its place"), encodable(words), key=f"mark_wording_{name}")
        st.text_input(say("Comment (stands in the report)"), key=f"mark_comment_{name}")
        st.form_submit_button(
            say("Mark it"), type="primary", key="mark_save", on_click=_save, args=(session, span, words)
        )


def _save(session: Session, span: Span, words: str) -> None:
    name, state = f"{span.start}-{span.end}", st.session_state
    wording = str(state[f"mark_wording_{name}"])
    mark = Mark(
        span,
        words,
        Category(state[f"mark_category_{name}"]),
        Severity(state[f"mark_severity_{name}"]),
        str(state[f"mark_comment_{name}"]).strip(),
        None if wording == encodable(words) else wording,
    )
    commit(session, add_mark(session.desk, mark))


def _leave(session: Session) -> None:
    commit(session, stop_marking(session.desk))


def _remove(session: Session, key: str) -> None:
    commit(session, remove_mark(session.desk, key))
