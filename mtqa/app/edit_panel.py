"""Editing a whole paragraph: the article is reviewed again, and every decision stays with its issue."""

from __future__ import annotations

import streamlit as st

from mtqa.app.analysis import Opened
from mtqa.app.messages import say
from mtqa.app.session import Session, take_back_edit, take_edit
from mtqa.app.wording import encodable
from mtqa.core.edits import Edit
from mtqa.core.errors import MtqaError
from mtqa.core.spans import Span


def edit_panel(session: Session, opened: Opened, key: str) -> None:
    """Draws the form with the paragraph of an issue."""
    block = paragraph_of(opened, key)
    with (
        st.popover(say("Edit the paragraph…"), key=f"paragraph_{key}", type="tertiary"),
        st.form(f"paragraph_form_{key}", border=False),
    ):
        text = encodable(block.of(opened.keyed.review.document.text))
        st.text_area(
            say("The paragraph, checked again when you are done"),
            text,
            key=f"paragraph_text_{key}",
            height=200,
        )
        st.form_submit_button(say("Check again"), type="primary", key=f"paragraph_check_{key}",
                                  on_click=_take, args=(session, opened, key, block))  # fmt: skip
    if session.current in session.edited_from:
        st.button(
            say("Take the paragraph edit back"),
            key="edit_back",
            type="tertiary",
            on_click=take_back_edit,
            args=(session,),
        )


def paragraph_of(opened: Opened, key: str) -> Span:
    """The paragraph in which an issue begins; its own span where that lies in none."""
    document, span = opened.keyed.review.document, opened.keyed.issues[key].span
    index = document.block_index(span.start)
    return span if index is None else document.blocks[index].span


def _take(session: Session, opened: Opened, key: str, block: Span) -> None:
    text = str(st.session_state[f"paragraph_text_{key}"])
    if text == encodable(block.of(opened.keyed.review.document.text)):
        return
    try:
        take_edit(session, opened, Edit(*block, text))
    except MtqaError as error:
        session.problems.append(str(error))
        session.stale = True
