"""What one browser tab works on: the articles handed in, the settings, and a desk for each article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import streamlit as st

from mtqa.app import store
from mtqa.app.analysis import Opened, open_article
from mtqa.app.desk import Desk, fresh_desk, select
from mtqa.app.sessions import SavedSession
from mtqa.app.submissions import Settings, Submission
from mtqa.core.errors import InputError

_KEY = "mtqa_session"


@dataclass
class Session:
    """The state of one tab; the only mutable value of the review screen.

    `stale` asks for a run of the whole page, since a fragment can draw only itself. `problems` are sentences that
    are shown once. `glosses` are translations that were asked for, by issue.
    """

    settings: Settings = field(default_factory=Settings)
    online: bool = False
    submissions: dict[str, Submission] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    current: str = ""
    problems: list[str] = field(default_factory=list)
    glosses: dict[str, str] = field(default_factory=dict)
    stale: bool = False
    link_followed: bool = False

    @property
    def desk(self) -> Desk:
        """The desk of the article shown."""
        return self.desks[self.current]


def current_session() -> Session:
    """The session of this tab, made on its first run."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    session: Session = st.session_state[_KEY]
    return session


def hand_in(session: Session, submissions: Iterable[Submission], settings: Settings) -> None:
    """Starts the review of these articles; the first one is shown."""
    session.settings = settings
    session.submissions = {submission.key: submission for submission in submissions}
    session.current = next(iter(session.submissions), "")
    session.desks = {}
    _name_in_address(session)


def resume(session: Session, saved: Iterable[SavedSession]) -> None:
    """Takes up reviews as they were saved. One set of settings holds for all: that of the first."""
    every = tuple(saved)
    if not every:
        return
    for one in every:
        _keep(session, one)
    hand_in(session, [one.submission for one in every], every[0].settings)


def put_away(session: Session) -> None:
    """Goes back to the start page; what was decided stays saved."""
    hand_in(session, (), session.settings)
    session.glosses = {}


def take_out(session: Session, key: str, problem: str) -> None:
    """Takes an article that cannot be reviewed from the list, and says why."""
    session.submissions.pop(key, None)
    session.problems.append(problem)
    if session.current == key:
        session.current = next(iter(session.submissions), "")
    _name_in_address(session)


def change_settings(session: Session, settings: Settings) -> None:
    """Reviews again under other settings; decisions stay with the issues that are found again."""
    session.settings = settings
    for key in session.submissions:
        if key in session.desks:
            _keep(session, SavedSession(session.submissions[key], settings, session.desks[key].decisions))


def lay_out(session: Session, opened: Opened) -> Desk:
    """The desk for an article, with the decisions kept from earlier; a selection that is gone is renewed."""
    key, issues = opened.submission.key, opened.keyed.issues
    if key not in session.desks:
        saved = store.load(key)
        session.desks[key] = fresh_desk(issues, saved.decisions if saved else None)
        _keep(session, SavedSession(opened.submission, session.settings, session.desks[key].decisions))
    desk = session.desks[key]
    if desk.selected not in issues:
        renewed = fresh_desk(issues, desk.decisions).selected
        session.desks[key] = select(desk, renewed)
    return session.desks[key]


def commit(session: Session, desk: Desk) -> None:
    """Puts the desk of the article shown in place of the old one, and keeps its decisions."""
    changed = desk.decisions != session.desk.decisions
    session.desks[session.current] = desk
    if changed:
        _guarded(session, lambda: store.save_decisions(session.current, desk.decisions))


def opened_now(session: Session) -> Opened:
    """The article shown, reviewed."""
    return open_article(session.submissions[session.current], session.settings)


def saved_now(session: Session) -> SavedSession:
    """The article shown, as a session file holds it."""
    return SavedSession(session.submissions[session.current], session.settings, session.desk.decisions)


def _keep(session: Session, saved: SavedSession) -> None:
    _guarded(session, lambda: store.save(saved))


def _guarded(session: Session, keep: Callable[[], None]) -> None:
    """Saves, or says once that it cannot: work must go on without a disk."""
    try:
        keep()
    except InputError as error:
        if str(error) not in session.problems:
            session.problems.append(str(error))


def _name_in_address(session: Session) -> None:
    """Writes the articles into the page's address, so that a reload finds them again."""
    if session.submissions:
        st.query_params.from_dict({"doc": list(session.submissions)})
    else:
        st.query_params.clear()
