"""What one browser tab works on: the articles handed in, the settings, and a desk for each article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from mtqa.app import store
from mtqa.app.analysis import Opened, open_article
from mtqa.app.corrections import decided_review
from mtqa.app.desk import Decision, Desk, Work, fresh_desk, select, work_of
from mtqa.app.links import Link, new_name, recall, remember
from mtqa.app.marks import found_again
from mtqa.app.messages import ENGLISH, noted, say
from mtqa.app.sessions import SavedSession
from mtqa.app.submissions import Settings, Submission
from mtqa.core.edits import Edit
from mtqa.core.errors import InputError
from mtqa.core.reviews import Review
from mtqa.formats import read_article

_KEY = "mtqa_session"
_LINK_OPENS_NOTHING = noted("This link opens nothing here: its review was forgotten, or is kept elsewhere.")
_FINDING_IS_GONE = noted(
    "The issue that the link names is no longer there; the article opens as you left it."
)


@dataclass
class Session:
    """The state of one tab; the only mutable value of the review screen.

    `name` is what its address says. `settings` are those that were reviewed under, `chosen` those that the widgets
    show; `renewals` counts how often they came from elsewhere, and `rounds` how often something was handed in.
    `stale` asks for a run of the whole page, since a fragment can draw only itself. `problems` are sentences that
    are shown once. `glosses` are translations that were asked for, by issue; `edited_from` names the article that an
    article was before a paragraph of it was edited; `decided` holds each review as decided last; `sought` is the issue that a link asks for.
    `language` is that of the screen.
    """

    name: str = ""
    settings: Settings = field(default_factory=Settings)
    chosen: Settings = field(default_factory=Settings)
    online: bool = False
    submissions: dict[str, Submission] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    current: str = ""
    problems: list[str] = field(default_factory=list)
    glosses: dict[str, str] = field(default_factory=dict)
    edited_from: dict[str, str] = field(default_factory=dict)
    decided: dict[str, tuple[Opened, Mapping[str, Decision], Review]] = field(default_factory=dict)
    sought: str = ""
    renewals: int = 0
    rounds: int = 0
    language: str = ENGLISH
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


def hand_in(session: Session, submissions: Iterable[Submission], settings: Settings, name: str = "") -> None:
    """Starts the review of these articles, under a new name unless one is given; the first one is shown."""
    _use(session, settings)
    session.submissions = {submission.key: submission for submission in submissions}
    session.current = next(iter(session.submissions), "")
    session.desks = {}
    session.rounds += 1
    session.name = name or (new_name() if session.submissions else "")
    _name_in_address(session)


def resume(session: Session, saved: Iterable[SavedSession], name: str = "") -> None:
    """Takes up reviews as they were saved. One set of settings holds for all: that of the first."""
    every = tuple(saved)
    if not every:
        return
    for one in every:
        _save(session, one)
    session.edited_from = {one.submission.key: one.edited_from for one in every if one.edited_from}
    hand_in(session, [one.submission for one in every], every[0].settings, name)


def follow(session: Session, link: Link) -> None:
    """Opens the session that a link names, at the article and the issue that it asks for."""
    saved = [one for key in recall(link.session) if (one := store.load(key))]
    if not saved:
        session.problems.append(say(_LINK_OPENS_NOTHING))
        return
    resume(session, saved, link.session)
    if link.article in session.submissions:
        session.current = link.article
    session.sought = link.finding


def put_away(session: Session) -> None:
    """Goes back to the start page; what was decided stays saved."""
    hand_in(session, (), session.settings)
    session.glosses = {}


def forget_shown(session: Session) -> None:
    """Deletes what was kept of the article shown and goes on with the others."""
    store.forget(session.current)
    session.desks.pop(session.current, None)
    session.submissions.pop(session.current)
    session.current = next(iter(session.submissions), "")
    _name_in_address(session)
    if not session.submissions:
        put_away(session)


def take_out(session: Session, key: str, problem: str) -> None:
    """Takes an article that cannot be reviewed from the list, and says why."""
    session.submissions.pop(key, None)
    session.problems.append(problem)
    if session.current == key:
        session.current = next(iter(session.submissions), "")
    _name_in_address(session)


def change_settings(session: Session, settings: Settings) -> None:
    """Reviews again under other settings; decisions stay with the issues that are found again."""
    _use(session, settings)
    session.stale = True
    for key, submission in session.submissions.items():
        if key in session.desks:
            _keep(session, submission, work_of(session.desks[key]))


def lay_out(session: Session, opened: Opened) -> Desk:
    """The desk for an article, with the decisions kept from earlier; a selection that is gone is renewed."""
    key, issues = opened.submission.key, opened.keyed.issues
    if key not in session.desks:
        saved = store.load(key)
        session.desks[key] = fresh_desk(issues, saved.work if saved else None)
        if saved and saved.edited_from:
            session.edited_from.setdefault(key, saved.edited_from)
        _keep(session, opened.submission, work_of(session.desks[key]))
    desk = session.desks[key]
    if desk.selected not in issues:
        renewed = fresh_desk(issues, Work(desk.decisions)).selected
        session.desks[key] = select(desk, renewed)
    return session.desks[key]


def show_sought(session: Session, opened: Opened) -> None:
    """Opens the issue that a link asked for, or says that it is gone."""
    if session.sought in opened.keyed.issues:
        session.desks[session.current] = select(session.desk, session.sought)
    elif session.sought:
        session.problems.append(say(_FINDING_IS_GONE))
    session.sought = ""


def change_language(session: Session, language: str) -> None:
    """Speaks another language from the next run on, and after a reload."""
    session.language, session.stale = language, True
    _name_in_address(session)


def commit(session: Session, desk: Desk) -> None:
    """Puts the desk of the article shown in place of the old one, and keeps its work."""
    changed = work_of(desk) != work_of(session.desk)
    session.stale = session.stale or desk.marks != session.desk.marks
    session.desks[session.current] = desk
    if changed:
        _guarded(session, lambda: store.save_work(session.current, work_of(desk)))


def take_edit(session: Session, opened: Opened, edit: Edit) -> None:
    """Puts the article with an edited paragraph in place of the one shown; decisions and marks go with it."""
    old = session.current
    before = session.submissions[old]
    after = Submission(before.name, opened.file.write((edit,)), before.source)
    text = read_article(after.data, after.name, hint_lang=session.settings.source_lang).text
    work = work_of(session.desk)
    moved = Work(work.decisions, tuple(found_again(work.marks, text)))
    session.edited_from[after.key] = old
    _keep(session, after, moved)
    _exchange(session, old, after)


def give_source(session: Session, source: str | None) -> None:
    """Reviews the article shown beside another source text; decisions stay with the issues that are found again."""
    old = session.submissions[session.current]
    new = replace(old, source=source)
    _keep(session, new, work_of(session.desk))
    _exchange(session, old.key, new)


def take_back_edit(session: Session) -> None:
    """Puts the article as it was before the last edit of a paragraph in place of the one shown."""
    saved = store.load(session.edited_from.pop(session.current, ""))
    if saved is None:
        session.problems.append(say("The article before the edit is no longer kept; hand it in again."))
    else:
        _exchange(session, session.current, saved.submission)
    session.stale = True


def _exchange(session: Session, old: str, new: Submission) -> None:
    """Shows another version of an article at its place in the queue, with the work kept of it."""
    session.submissions = {
        (new.key if key == old else key): (new if key == old else one)
        for key, one in session.submissions.items()
    }
    session.desks.pop(old, None)
    session.current, session.stale = new.key, True
    _name_in_address(session)


def opened_now(session: Session) -> Opened:
    """The article shown, reviewed."""
    return reviewed(session, session.submissions[session.current])


def reviewed(session: Session, submission: Submission) -> Opened:
    """An article of the session, reviewed, with the passages that the reviewer marked in it."""
    desk = session.desks.get(submission.key) or _kept_work(submission.key)
    return open_article(submission, session.settings, desk.marks)


def decided_now(session: Session, opened: Opened) -> Review:
    """The review of an article as it is decided by now, made anew only after a decision: a click is no decision."""
    key = opened.submission.key
    desk = session.desks[key]
    made = session.decided.get(key)
    if made is None or made[0] is not opened or made[1] is not desk.decisions:
        made = opened, desk.decisions, decided_review(opened.keyed, desk)
        session.decided[key] = made
    return made[2]


def _kept_work(key: str) -> Work:
    saved = store.load(key)
    return saved.work if saved else Work()


def saved_now(session: Session) -> SavedSession:
    """The article shown, as a session file holds it."""
    return SavedSession(session.submissions[session.current], session.settings, work_of(session.desk))


def _use(session: Session, settings: Settings) -> None:
    """Reviews under these settings from here on; the widgets that show them are made anew."""
    if settings != session.chosen:
        session.renewals += 1
    session.settings = session.chosen = settings


def _keep(session: Session, submission: Submission, work: Work) -> None:
    earlier = session.edited_from.get(submission.key, "")
    _save(session, SavedSession(submission, session.settings, work, earlier))


def _save(session: Session, saved: SavedSession) -> None:
    _guarded(session, lambda: store.save(saved))


def _guarded(session: Session, keep: Callable[[], None]) -> None:
    """Saves, or says once that it cannot: work must go on without a disk."""
    try:
        keep()
    except InputError as error:
        if str(error) not in session.problems:
            session.problems.append(str(error))


def _name_in_address(session: Session) -> None:
    """Writes the session's name into the page's address, and keeps its articles, so that a reload finds them again."""
    if session.name:
        _guarded(session, lambda: remember(session.name, session.submissions))
    named = {"session": session.name} if session.submissions else {}
    spoken = {"lang": session.language} if session.language != ENGLISH else {}
    st.query_params.from_dict(named | spoken)
