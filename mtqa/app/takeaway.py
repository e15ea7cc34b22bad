"""What a person takes away: the corrected file, the reports, the session; and how the review ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from mtqa.app.analysis import Opened
from mtqa.app.corrections import corrections, decided_review, left_by_hand
from mtqa.app.markup import change_html
from mtqa.app.session import Session, saved_now
from mtqa.app.sessions import SUFFIX, write_session
from mtqa.app.submissions import download_name
from mtqa.app.wording import VERDICTS, counted
from mtqa.core.issues import State
from mtqa.core.reviews import Review
from mtqa.formats import Kind
from mtqa.report import write_report

MIMES = {
    Kind.TXT: "text/plain",
    Kind.MD: "text/markdown",
    Kind.HTML: "text/html",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
REPORTS = (("json", "JSON", "application/json"), ("csv", "CSV", "text/csv"))


def takeaway(
    session: Session, opened: Opened, emphasis: Literal["primary", "secondary"] = "secondary"
) -> None:
    """The downloads, each made only when asked for."""
    name = opened.submission.name
    kind = opened.file.kind
    with st.container(key="takeaway", gap="xsmall"):
        st.download_button(
            f"Corrected article (.{kind})", lambda: corrected_file(session, opened), download_name(name, f"-corrected.{kind}"),
            MIMES[kind], key="corrected", on_click="ignore", width="stretch", type=emphasis,
        )  # fmt: skip
        st.download_button(
            "Report", _report(session, opened, "html"), download_name(name, "-report.html"), "text/html",
            key="report_html", on_click="ignore", width="stretch",
        )  # fmt: skip
        with st.container(horizontal=True, gap="xsmall"):
            for report, label, mime in REPORTS:
                st.download_button(
                    label, _report(session, opened, report), download_name(name, f"-report.{report}"), mime,
                    key=f"report_{report}", on_click="ignore",
                )  # fmt: skip
            st.download_button(
                "Session", lambda: write_session(saved_now(session)), download_name(name, SUFFIX), "application/json",
                key="session_file", on_click="ignore", help="The article with your decisions, to go on elsewhere or later.",
            )  # fmt: skip


def end_state(session: Session, opened: Opened, now: Review) -> None:
    """The end of a review: the score before and after, and the downloads."""
    before = opened.keyed.review.scores
    with st.container(border=True, key="end"):
        st.html(
            change_html(
                before.quality, now.scores.quality, VERDICTS[now.scores.verdict], end_line(opened, session)
            )
        )
        takeaway(session, opened, "primary")


def end_line(opened: Opened, session: Session) -> str:
    """What was done, in one sentence."""
    keyed = opened.keyed
    if not keyed.order:
        return "No issue found. That is no proof that there is none: read it once yourself."
    states = [session.desk.decision(key).state for key in keyed.order]
    by_hand = len(left_by_hand(keyed, session.desk))
    changed = states.count(State.ACCEPTED) - by_hand
    parts = [counted(changed, "issue") + " repaired", f"{states.count(State.DISMISSED)} dismissed"]
    if by_hand:
        parts.append(f"{by_hand} left to mend by hand")
    return "All decided: " + ", ".join(parts) + "."


def corrected_file(session: Session, opened: Opened) -> bytes:
    """The file as it came, with the accepted corrections made."""
    return opened.file.write(corrections(opened.keyed, session.desk))


def _report(session: Session, opened: Opened, report: str) -> Callable[[], bytes]:
    return lambda: write_report(decided_review(opened.keyed, session.desk), report)
