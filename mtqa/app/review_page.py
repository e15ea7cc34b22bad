"""The review page: title, scores, the marked article with its card, and what was checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from mtqa.app.analysis import Opened, browser_message, full_job, rules_job
from mtqa.app.card_panel import card_panel
from mtqa.app.desk import apply_events
from mtqa.app.events import parse_log
from mtqa.app.files_panel import files_panel
from mtqa.app.filters import Filter, shown_keys
from mtqa.app.jobs import Job
from mtqa.app.markup import header_html, list_html, text_html, tile_html
from mtqa.app.messages import say, speak
from mtqa.app.payload import desk_message
from mtqa.app.pictures import fluency_html, fluency_to_come_html, lowest_html, paragraphs_html, table_html
from mtqa.app.scoreboard import (
    language_line,
    origin_evidence,
    origin_sentence,
    points_by_paragraph,
    sentence_bars,
    table,
    tiles,
    why_no_fluency,
)
from mtqa.app.session import (
    Session,
    change_settings,
    commit,
    decided_now,
    lay_out,
    opened_now,
    reviewed,
    show_sought,
    take_out,
)
from mtqa.app.sidebar import sidebar
from mtqa.app.submissions import Submission
from mtqa.app.viewer import browser_log, show_article, show_desk
from mtqa.app.wording import md_text, plain
from mtqa.core.errors import MtqaError
from mtqa.core.reviews import Review

_LOOK_EVERY = 0.1  # seconds between two looks at how far a review is, a choice


def review_page(session: Session) -> None:
    """Draws the review of the article shown; analyses first what was not analysed before."""
    _analyse_all(session)
    if not session.submissions:
        st.rerun()
    session.stale = False
    opened = opened_now(session)
    lay_out(session, opened)
    show_sought(session, opened)
    _problems(session)
    wanted = sidebar(session, opened)
    _workplace(session, opened, wanted)
    _await_scores(session, opened)
    _what_was_checked(session, opened)


def _analyse_all(session: Session) -> None:
    """Reviews every article handed in, with a bar; stopping leaves out those not reviewed by then."""
    place = st.empty()  # always there, or the page below would be built anew on the next run
    waiting = [one for one in session.submissions.values() if one.key not in session.desks]
    if not waiting:
        return
    with place.container(key="working"):
        bar = st.progress(0.0)
        st.button(say("Stop"), key="stop", on_click=_stop, args=(session, waiting))
    for number, submission in enumerate(waiting):
        job = rules_job(submission, session.settings)
        while not job.wait(_LOOK_EVERY):
            bar.progress(
                (number + job.share) / len(waiting), say("Reading {name}", name=md_text(submission.name))
            )
        try:
            job.result()
            lay_out(session, reviewed(session, submission))
        except MtqaError as error:
            take_out(session, submission.key, f"{plain(submission.name)}: {error}")
    place.empty()


def _stop(session: Session, waiting: Sequence[Submission]) -> None:
    """Ends the reviews that are not done and takes their articles out."""
    for submission in waiting:
        job = rules_job(submission, session.settings)
        if not job.done:
            job.stop()
            take_out(
                session,
                submission.key,
                say("{name}: not reviewed, since you stopped.", name=plain(submission.name)),
            )


def _await_scores(session: Session, opened: Opened) -> None:
    """While the language models still read the article, looks every second whether they are done."""
    with st.container(key="awaiting"):
        if job := scores_to_come(session, opened):
            _watch(session, job)


def scores_to_come(session: Session, opened: Opened) -> Job[Opened] | None:
    """The work of the language models on an article, while it lasts."""
    job = full_job(opened.submission, session.settings)
    return None if job is None or job.done else job


@st.fragment(run_every=1.0)
def _watch(session: Session, job: Job[Opened]) -> None:
    speak(session.language)
    if job.done:
        st.rerun(scope="app")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            say("The language models are still reading; their scores come by themselves."), width="content"
        )
        st.button(
            say("Leave these scores out"), key="no_scores", type="tertiary", on_click=_do_without, args=(session, job)
        )  # fmt: skip


def _do_without(session: Session, job: Job[Opened]) -> None:
    """Stays with the scores of the rules; the switch in the settings brings the others back."""
    job.stop()
    change_settings(session, replace(session.settings, neural=False))


def _problems(session: Session) -> None:
    with st.container(key="problems"):
        for problem in session.problems:
            st.warning(md_text(problem))
    session.problems.clear()


def _heading(opened: Opened) -> None:
    review = opened.keyed.review
    with st.container(key="heading"):
        st.html(header_html(plain(opened.submission.name), language_line(review)))
        if sentence := origin_sentence(review):
            _origin(sentence, origin_evidence(review))


def _origin(sentence: str, evidence: Sequence[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="origin"):
        st.markdown(md_text(sentence), width="content")
        if evidence:
            with st.popover(say("How do we know?"), type="tertiary"):
                st.html(list_html(evidence))


@st.fragment
def _workplace(session: Session, opened: Opened, wanted: Filter) -> None:
    """What changes with every decision. Drawn alone, so that an answer takes a fifth of a second."""
    speak(session.language)
    if session.stale or opened.submission.key != session.current:
        st.rerun()
    keyed, desk = opened.keyed, session.desk
    if len(session.submissions) > 1:
        files_panel(session)
    _heading(opened)
    now = decided_now(session, opened)
    shown = shown_keys(keyed.issues, desk, wanted)
    _scores(now, keyed.review)
    _fluency(session, opened)
    article, side = st.columns([1.95, 1], gap="large")
    with article, st.container(gap=None, key="article_column"):
        with_source = keyed.review.document.source is not None and st.toggle(
            say("Show the source"), value=True, key="with_source"
        )
        show_article(browser_message(opened, session.language), on_log=lambda: _take_log(session, opened))
        show_desk(desk_message(desk, shown, keyed.order, opened.view, with_source=with_source))
    with side, st.container(key="side"):
        card_panel(session, opened, shown, now)


def _scores(now: Review, before: Review) -> None:
    """The score strip: each number with a note, and how it is made behind its name."""
    compared = before.document.source is not None
    with st.container(horizontal=True, key="strip", gap="large"):
        for tile in tiles(now.scores, before.scores, before.document.words, compared=compared):
            with st.container(key=f"tile_{tile.label}", width="content", gap=None):
                with st.popover(tile.label, type="tertiary", help=say("How is this made?")):
                    st.markdown(f"**{say('How is this made?')}** {md_text(tile.how)}")
                st.html(tile_html(tile))


def _fluency(session: Session, opened: Opened) -> None:
    """The strip of fluency, in a place that is there before it: what comes later must not move what a person reads."""
    with st.container(key="fluency"):
        if strip := fluency_html(sentence_bars(opened.keyed.review)):
            st.html(strip)
        elif scores_to_come(session, opened):
            st.html(fluency_to_come_html())


def _take_log(session: Session, opened: Opened) -> None:
    events = (event for event in parse_log(browser_log()) if event.holds_for(session.current))
    commit(session, apply_events(session.desk, events, opened.keyed.issues))


def _what_was_checked(session: Session, opened: Opened) -> None:
    """The pictures of the issues and of fluency, and honestly what could not be looked at."""
    review = opened.keyed.review
    missed = len(review.skipped) + len(review.failures)
    label = say("The issues in numbers") + (f" ({say('not run: {rules}', rules=missed)})" if missed else "")
    with st.expander(label, key="numbers"):
        if rows := table(review.issues):
            st.html(table_html(rows))
            st.html(paragraphs_html(points_by_paragraph(review)))
        _fluency_in_words(session, opened)
        notes = [plain(note) for note in review.notes]
        notes += [
            say("{rule} did not run: {why}", rule=one.rule, why=plain(one.why)) for one in review.skipped
        ]
        notes += [say("{rule} failed: {why}", rule=one.rule, why=plain(one.error)) for one in review.failures]
        signature = say("Signature: {signature}", signature=review.scores.signature)
        st.html(list_html([*(notes or [say("Every rule ran.")]), signature]))


def _fluency_in_words(session: Session, opened: Opened) -> None:
    review = opened.keyed.review
    if bars := sentence_bars(review):
        st.html(lowest_html(bars))
        return
    coming = scores_to_come(session, opened) is not None
    st.html(text_html(why_no_fluency(review, asked=session.settings.neural, coming=coming)))
