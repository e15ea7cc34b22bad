"""The queue: a row for each article handed in."""

from __future__ import annotations

import streamlit as st

from mtqa.app.filters import progress
from mtqa.app.messages import say
from mtqa.app.scoreboard import verdict_letter
from mtqa.app.session import Session, decided_now, lay_out, reviewed
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
    now = decided_now(session, opened)
    done = progress(opened.keyed.order, desk)
    name, words, issues, score, verdict = st.columns(_WIDTHS, vertical_alignment="center")
    name.button(
        md_text(shorten(submission.name, 60)),
        key=f"show_{submission.key}",
        type="primary" if submission.key == session.current else "tertiary",
        on_click=_show,
        args=(session, submission.key),
    )
    words.caption(counted(now.document.words, "word"))
    issues.caption(say("{number} of {total} decided", number=done.decided, total=done.total))
    score.caption(say("quality {score}", score=f"{now.scores.quality:.0f}"))
    verdict.caption(f"{verdict_letter(now.scores.verdict)} {say(VERDICTS[now.scores.verdict])}")


def _show(session: Session, key: str) -> None:
    session.current = key
