"""What a person takes away: the corrected file, the reports, the session; and how the review ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from mtqa.app.analysis import Opened
from mtqa.app.corrections import corrections, left_by_hand
from mtqa.app.markup import change_html
from mtqa.app.messages import say
from mtqa.app.session import Session, decided_now, saved_now
from mtqa.app.sessions import SUFFIX, write_session
from mtqa.app.submissions import download_name
from mtqa.app.wording import VERDICTS, md_text
from mtqa.core.errors import MtqaError
from mtqa.core.issues import State
from mtqa.core.reviews import Review
from mtqa.formats import Kind
from mtqa.report import WRITERS, Writer

MIMES = {
    Kind.TXT: "text/plain",
    Kind.MD: "text/markdown",
    Kind.HTML: "text/html",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Take:
    """A file to take away: what its button says, its name, its type, and how it is made."""

    key: str
    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


def takes(session: Session, opened: Opened) -> tuple[Take, ...]:
    """Everything that can be taken away, the corrected article first. A file is made as decisions are at that time."""
    name, kind = opened.submission.name, opened.file.kind

    def report(writer: Writer) -> Take:
        return Take(writer.name, say("Report") if writer.name == "html" else writer.label, download_name(name, f"-report{writer.suffix}"), writer.media_type,
                    lambda: writer.write(decided_now(session, opened)))  # fmt: skip

    return (
        Take("corrected", say("Corrected article (.{kind})", kind=kind), download_name(name, f"-corrected.{kind}"), MIMES[kind],
             lambda: corrected_file(session, opened)),
        *(report(writer) for writer in WRITERS.values() if writer.available),
        Take("session", say("Session"), download_name(name, SUFFIX), "application/json", lambda: write_session(saved_now(session))),
    )  # fmt: skip


def takeaway(session: Session, opened: Opened) -> None:
    """The downloads while the review goes on.

    They stand outside the part that is drawn with every decision, or a click might meet a button that is just being
    replaced; each file is made when it is asked for.
    """
    corrected, first, *others, saved = takes(session, opened)
    with st.popover(say("Take away"), key="takeaway"):
        for take in (corrected, first):
            _button(take, take.make, f"side_{take.key}", "secondary")
        with st.container(horizontal=True, gap="xsmall", key="formats"):
            for take in others:
                _button(take, take.make, f"side_{take.key}", "secondary", "content")
        _button(saved, saved.make, "side_session", "secondary")
        st.caption(say("A session file holds the article with your decisions, to go on elsewhere or later."))


def end_state(session: Session, opened: Opened, now: Review) -> None:
    """The end of a review: the score before and after, and what most people then take away."""
    before = opened.keyed.review.scores
    line = end_line(opened, session)
    with st.container(border=True, key="end", gap="xsmall"):
        st.html(change_html(before.quality, now.scores.quality, say(VERDICTS[now.scores.verdict]), line))
        for take in takes(session, opened)[:2]:
            try:
                _button(
                    take,
                    take.make(),
                    f"end_{take.key}",
                    "primary" if take.key == "corrected" else "secondary",
                )
            except MtqaError as error:
                st.warning(md_text(str(error)))


def _button(
    take: Take,
    data: bytes | Callable[[], bytes],
    key: str,
    emphasis: Literal["primary", "secondary"],
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    st.download_button(
        take.label, data, take.name, take.mime, key=key, on_click="ignore", width=width, type=emphasis
    )


def end_line(opened: Opened, session: Session) -> str:
    """What was done, in one sentence."""
    keyed = opened.keyed
    if not keyed.order:
        return say("No issue found. That is no proof that there is none: read it once yourself.")
    states = [session.desk.decision(key).state for key in keyed.order]
    by_hand = len(left_by_hand(keyed, session.desk))
    changed = states.count(State.ACCEPTED) - by_hand
    line = say("All decided: {repaired} repaired, {dismissed} dismissed.", repaired=changed,
               dismissed=states.count(State.DISMISSED))  # fmt: skip
    return f"{line} {say('Left to mend by hand: {number}.', number=by_hand)}" if by_hand else line


def corrected_file(session: Session, opened: Opened) -> bytes:
    """The file as it came, with the accepted corrections made."""
    return opened.file.write(corrections(opened.keyed, session.desk))
