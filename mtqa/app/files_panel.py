"""The queue: a row for each article handed in."""

from __future__ import annotations

import streamlit as st

from mtqa.app.corrections import decided_review
from mtqa.app.filters import progress
from mtqa.app.scoreboard import verdict_letter
from mtqa.app.session import Session, lay_out, reviewed
from mtqa.app.submissions import Submission
from mtqa.app.wording import VERDICTS, counted, md_text, shorten

_WIDTHS = (4, 1.4, 1.8, 1.2, 2)


def files_panel(session: Session) -> None:
    """Draws the queue; a click on a name shows that article."""
    with st.container(border=True, key="files", gap="xxsmall"):
        for submission in session.submissions.values():
            _row(session, submission)


def _row(session: Session, submission: Submission) -> None:
    opened = reviewed(session, submission)
    desk = lay_out(session, opened)
    now = decided_review(opened.keyed, desk)
    name, words, issues, score, verdict = st.columns(_WIDTHS, vertical_alignment="center")
    name.button(
        md_text(shorten(submission.name, 60)),
        key=f"show_{submission.key}",
        type="primary" if submission.key == session.current else "tertiary",
        on_click=_show,
        args=(session, submission.key),
    )
    words.caption(counted(now.document.words, "word"))
    issues.caption(f"{progress(opened.keyed.order, desk)} decided")
    score.caption(f"quality {now.scores.quality:.0f}")
    verdict.caption(f"{verdict_letter(now.scores.verdict)} {VERDICTS[now.scores.verdict]}")


def _show(session: Session, key: str) -> None:
    session.current = key
