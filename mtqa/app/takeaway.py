"""What a person takes away: the corrected file, the reports, the session; and how the review ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from mtqa.app.analysis import Opened
from mtqa.app.cards import repair_line
from mtqa.app.corrections import corrections, left_by_hand
from mtqa.app.markup import change_html, list_html
from mtqa.app.messages import noted, say
from mtqa.app.session import Session, decided_now, saved_now
from mtqa.app.sessions import SUFFIX, write_session
from mtqa.app.submissions import download_name
from mtqa.app.wording import VERDICTS, md_text, plain, shorten, visible
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


# What each report is for, beside its name; the HTML report has a button of its own.
_PURPOSES = {
    "docx": noted("comments and tracked changes"),
    "xlsx": noted("one row an issue"),
    "pdf": noted("to print and to file"),
    "md": noted("for tickets and mail"),
    "csv": noted("for spreadsheets"),
    "tsv": noted("for annotation viewers"),
    "json": noted("for programs"),
    "sarif": noted("for code hosts and editors"),
    "xliff": noted("for translation tools"),
}
_MOST_LINES = 40  # of a list at the end, a choice: the report has them all


@dataclass(frozen=True, slots=True)
class Take:
    """A file to take away: what its button says, its name, its type, and how it is made."""

    key: str
    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Takes:
    """Everything that can be taken away. A file is made as decisions are at that time."""

    corrected: Take
    report: Take
    others: Mapping[str, Take]
    session: Take


def takes(session: Session, opened: Opened) -> Takes:
    """The corrected article, the report, the same report in every other format that can be written, and the session."""
    name, kind = opened.submission.name, opened.file.kind

    def report(writer: Writer, label: str) -> Take:
        return Take(writer.name, label, download_name(name, f"-report{writer.suffix}"), writer.media_type,
                    lambda: writer.write(decided_now(session, opened)))  # fmt: skip

    order = (*_PURPOSES, *WRITERS)
    others = sorted(
        (one for one in WRITERS.values() if one.available and one.name != "html"),
        key=lambda one: order.index(one.name),
    )
    return Takes(
        Take("corrected", say("Corrected article (.{kind})", kind=kind), download_name(name, f"-corrected.{kind}"), MIMES[kind],
             lambda: corrected_file(session, opened)),
        report(WRITERS["html"], say("Report")),
        {one.name: report(one, say("Download {format}", format=one.label)) for one in others},
        Take("session", say("Session"), download_name(name, SUFFIX), "application/json", lambda: write_session(saved_now(session))),
    )  # fmt: skip


def takeaway(session: Session, opened: Opened) -> None:
    """The downloads while the review goes on.

    They stand outside the part that is drawn with every decision, or a click might meet a button that is just being
    replaced; each file is made when it is asked for.
    """
    every = takes(session, opened)
    with st.popover(say("Take away"), key="takeaway"):
        for take in (every.corrected, every.report):
            _button(take, take.make, f"side_{take.key}", "secondary")
        _others(every, "side")


def end_state(session: Session, opened: Opened, now: Review) -> None:
    """The end of a review: the score before and after, what was repaired, what is left, and every file to take away."""
    before = opened.keyed.review.scores
    every, line = takes(session, opened), end_line(opened, session)
    with st.container(border=True, key="end", gap="xsmall"):
        st.html(change_html(before.quality, now.scores.quality, say(VERDICTS[now.scores.verdict]), line))
        _lists(session, opened)
        for take in (every.corrected, every.report):
            try:
                _button(
                    take,
                    take.make(),
                    f"end_{take.key}",
                    "primary" if take is every.corrected else "secondary",
                )
            except MtqaError as error:
                st.warning(md_text(str(error)))
        with st.popover(say("Other formats, session…"), key="end_more", width="stretch"):
            _others(every, "end")


def _lists(session: Session, opened: Opened) -> None:
    """What is left, open, and what was repaired, folded."""
    if left := left_lines(opened, session):
        with st.expander(
            say("Left to mend by hand ({number})", number=len(left)), expanded=True, key="end_left"
        ):
            st.html(list_html(_first(left)))
    if done := repaired_lines(opened, session):
        with st.expander(say("What was repaired ({number})", number=len(done)), key="end_done"):
            st.html(list_html(_first(done)))


def repaired_lines(opened: Opened, session: Session) -> list[str]:
    """Each repair that the corrected article holds, on one line."""
    made = ((issue, session.desk.decision(key)) for key, issue in opened.keyed.issues.items())
    return [
        repair_line(issue, one) for issue, one in made if one.state is State.ACCEPTED and one.text is not None
    ]


def left_lines(opened: Opened, session: Session) -> list[str]:
    """Each issue that was noted without a new wording, with its line and what is odd about it."""
    return [
        say("Line {number}: “{words}”. {message}", number=issue.line, words=shorten(visible(issue.text), 40), message=plain(issue.message))
        for issue in left_by_hand(opened.keyed, session.desk)
    ]  # fmt: skip


def _first(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST_LINES
    return (
        [*lines[:_MOST_LINES], say("…and {number} more, in the report.", number=more)] if more > 0 else lines
    )


def _others(every: Takes, place: str) -> None:
    """The other formats behind one chooser, and the session file."""
    labels = {name: WRITERS[name].label for name in every.others}
    chosen = st.selectbox(
        say("Report in another format"), list(labels), key=f"{place}_format",
        format_func=lambda name: f"{labels[name]}: {say(_PURPOSES[name])}" if name in _PURPOSES else labels[name],
    )  # fmt: skip
    take = every.others[chosen]
    _button(take, take.make, f"{place}_other", "secondary")
    _button(every.session, every.session.make, f"{place}_session", "secondary")
    st.caption(say("A session file holds the article with your decisions, to go on elsewhere or later."))


def _button(
    take: Take, data: bytes | Callable[[], bytes], key: str, emphasis: Literal["primary", "secondary"]
) -> None:
    st.download_button(
        take.label, data, take.name, take.mime, key=key, on_click="ignore", width="stretch", type=emphasis
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
