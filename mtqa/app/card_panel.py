"""The right-hand column: progress, the card of the open issue with its buttons, and what to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from mtqa.app.analysis import Opened
from mtqa.app.cards import Card, accepts_like, card_of, repair_line, safe_decisions, still_due
from mtqa.app.desk import (
    DISMISSED,
    OPEN,
    Decision,
    Desk,
    accepted,
    advance,
    comment_on,
    decide,
    select,
    step,
    undo,
)
from mtqa.app.edit_panel import edit_panel
from mtqa.app.filters import progress
from mtqa.app.mark_panel import mark_panel, remove_button
from mtqa.app.marks import RULE
from mtqa.app.markup import card_html, keys_html, list_html, reasons_html
from mtqa.app.messages import noted, say
from mtqa.app.session import Session, change_settings, commit, opened_now
from mtqa.app.takeaway import end_state
from mtqa.app.translation import translate
from mtqa.app.viewer import show_link
from mtqa.app.wording import encodable, md_text, shorten
from mtqa.core.errors import OnlineError
from mtqa.core.issues import State
from mtqa.core.reviews import Review
from mtqa.rules.registry import all_rules

REASONS = tuple(map(noted, ("It is right", "A name or title", "A quotation", "Our style")))


def card_panel(session: Session, opened: Opened, shown: Sequence[str], now: Review) -> None:
    """Draws the column for the issue that lies open on the desk."""
    keyed, desk = opened.keyed, session.desk
    done = progress(keyed.order, desk)
    if keyed.order:
        st.progress(done.share, say("{number} of {total} decided", number=done.decided, total=done.total))
    if done.finished:
        end_state(session, opened, now)
    if desk.marking is not None:
        mark_panel(session, opened, desk.marking)
    elif desk.selected in shown and desk.selected is not None:
        _card(session, opened, card_of(keyed, desk.selected, desk, all_rules()), shown)
    elif keyed.order:
        st.info(say("Choose a marked passage, or press j.") if shown else say("No issue passes the filter."))
    if keyed.order:
        _walk(session, shown)
        _at_once(session, opened)


def _card(session: Session, opened: Opened, card: Card, shown: Sequence[str]) -> None:
    issue = opened.keyed.issues[card.key]
    with st.container(border=True, key="card", gap="small"):
        st.html(card_html(card))
        _choices(session, opened, card, shown)
        with st.container(horizontal=True, gap="xsmall", key="ways_out"):
            if issue.rule == RULE:
                remove_button(session, card.key)
            _dismiss_or_reopen(session, card, shown)
            _dismiss_more(session, opened, card, shown)
            _own_wording(session, opened, card, shown)
            _comment(session, card)
        if card.translatable:
            _gloss(session, opened, card)
        st.html(reasons_html(card))
        with st.container(horizontal=True, horizontal_alignment="distribute", gap="xsmall", key="further"):
            edit_panel(session, opened, card.key)
            show_link(say("Copy link"))


def _choices(session: Session, opened: Opened, card: Card, shown: Sequence[str]) -> None:
    """A button for each suggestion, the first one primary; where there is none, the issue can be noted."""
    issue = opened.keyed.issues[card.key]
    for number, label in enumerate(card.choices):
        st.button(
            md_text(label),
            key=f"accept_{card.key}_{number}",
            type="secondary" if number or card.decision else "primary",
            width="stretch",
            on_click=_decide,
            args=(session, shown, {card.key: accepted(issue, number)}),
        )
    if not card.choices:
        st.button(
            say("Note it, I will mend it by hand"),
            key=f"accept_{card.key}_0",
            width="stretch",
            on_click=_decide,
            args=(session, shown, {card.key: accepted(issue)}),
        )
    alike = accepts_like(opened.keyed, card.key, session.desk)
    if alike and card.choices and session.desk.is_open(card.key):
        decisions = {key: accepted(opened.keyed.issues[key]) for key in (card.key, *alike)}
        st.button(
            say("Do the same for all {number} of these words", number=len(decisions)),
            key=f"accept_all_{card.key}",
            type="tertiary",
            on_click=_decide_many,
            args=(session, shown, decisions),
        )


def _dismiss_or_reopen(session: Session, card: Card, shown: Sequence[str]) -> None:
    if card.decision:
        st.button(say("Reopen"), key=f"reopen_{card.key}", on_click=_reopen, args=(session, card.key))
    else:
        st.button(
            say("Dismiss"),
            key=f"dismiss_{card.key}",
            on_click=_decide,
            args=(session, shown, {card.key: DISMISSED}),
        )


def _dismiss_more(session: Session, opened: Opened, card: Card, shown: Sequence[str]) -> None:
    rule = opened.keyed.issues[card.key].rule
    with st.popover(say("More…"), key=f"more_{card.key}"):
        reason = st.pills(
            say("Why? (stands in the report)"), REASONS, format_func=say, key=f"reason_{card.key}"
        )
        made = Decision(State.DISMISSED, None, reason or "")
        st.button(
            say("Dismiss this one"), key=f"dismiss_why_{card.key}", width="stretch", on_click=_decide,
            args=(session, shown, {card.key: made}),
        )  # fmt: skip
        for number, scope in enumerate(card.scopes):
            st.button(
                md_text(scope.label), key=f"dismiss_all_{card.key}_{number}", width="stretch", on_click=_decide_many,
                args=(session, shown, dict.fromkeys(scope.keys, made)),
            )  # fmt: skip
        if rule == RULE:
            return
        st.button(
            say("Switch {rule} off from now on", rule=rule), key=f"off_{card.key}", width="stretch", on_click=_switch_off,
            args=(session, rule),
        )  # fmt: skip
        if words := " ".join(opened.keyed.issues[card.key].text.split()):
            st.button(
                say("Always right here: “{words}”", words=md_text(shorten(words, 30))), key=f"allow_{card.key}", width="stretch",
                on_click=_allow, args=(session, encodable(words)),
            )  # fmt: skip


def _own_wording(session: Session, opened: Opened, card: Card, shown: Sequence[str]) -> None:
    issue = opened.keyed.issues[card.key]
    with st.popover(say("Edit"), key=f"own_{card.key}"), st.form(f"own_form_{card.key}", border=False):
        st.text_area(
            say("Put this in place of the marked words"), issue.text, key=f"own_text_{card.key}", height=100
        )
        st.form_submit_button(
            say("Use it"),
            type="primary",
            on_click=_use_own,
            args=(session, shown, card.key),
            key=f"own_use_{card.key}",
        )


def _comment(session: Session, card: Card) -> None:
    """The comment at an issue, whatever is decided about it; an own mark has its comment from its form."""
    made = session.desk.decision(card.key).comment
    with (
        st.popover(say("Comment"), key=f"remark_{card.key}"),
        st.form(f"comment_form_{card.key}", border=False),
    ):
        st.text_area(
            say("Comment (stands in the report)"), encodable(made), key=f"comment_{card.key}", height=100
        )
        st.form_submit_button(say("Keep it"), type="primary", key=f"comment_keep_{card.key}",
                              on_click=_keep_comment, args=(session, card.key))  # fmt: skip


def _gloss(session: Session, opened: Opened, card: Card) -> None:
    st.button(
        say("What does it say?"), key=f"gloss_{card.key}", type="tertiary", on_click=_translate,
        args=(session, opened, card.key), help=say("Asks an online translator, if you allow it in the settings."),
    )  # fmt: skip
    if card.key in session.glosses:
        st.text(session.glosses[card.key])


def _walk(session: Session, shown: Sequence[str]) -> None:
    with st.container(horizontal=True, gap="xsmall", key="walk"):
        st.button(
            say("↑ Previous"), key="previous", on_click=_step, args=(session, shown, -1), disabled=not shown
        )
        st.button(say("↓ Next"), key="next", on_click=_step, args=(session, shown, 1), disabled=not shown)
        st.button(
            say("↶ Undo"), key="undo", on_click=_undo, args=(session,), disabled=not session.desk.history
        )
    st.html(keys_html())


def _at_once(session: Session, opened: Opened) -> None:
    """All repairs that cannot change the meaning, shown before they are made."""
    repairs = safe_decisions(opened.keyed, session.desk)
    if not repairs:
        return
    with st.popover(say("Safe repairs ({number})…", number=len(repairs)), key="safe", width="stretch"):
        st.markdown(say("These cannot change the meaning. Undo takes them back in one step."))
        st.html(list_html(repair_line(opened.keyed.issues[key], made) for key, made in repairs.items()))
        st.button(
            say("Make them ({number})", number=len(repairs)), key="safe_all", type="primary",
            on_click=_decide_many, args=(session, opened.keyed.order, repairs),
        )  # fmt: skip


def _decide(session: Session, order: Sequence[str], decisions: Mapping[str, Decision]) -> None:
    _change(session, lambda desk: advance(decide(desk, decisions), order))


def _decide_many(session: Session, order: Sequence[str], offered: Mapping[str, Decision]) -> None:
    """Decides what was offered as far as it still holds, and says what was left out."""
    due = still_due(opened_now(session).keyed, session.desk, offered)
    _decide(session, order, due)
    if left := len(offered) - len(due):
        session.problems.append(
            say("{number} of these were left out: they were decided or changed meanwhile.", number=left)
        )
        session.stale = True


def _keep_comment(session: Session, key: str) -> None:
    comment = str(st.session_state[f"comment_{key}"]).strip()
    _change(session, lambda desk: comment_on(desk, key, comment))


def _reopen(session: Session, key: str) -> None:
    _change(session, lambda desk: select(decide(desk, {key: OPEN}), key))


def _step(session: Session, order: Sequence[str], by: int) -> None:
    _change(session, lambda desk: step(desk, order, by))


def _undo(session: Session) -> None:
    _change(session, undo)


def _use_own(session: Session, order: Sequence[str], key: str) -> None:
    text = str(st.session_state[f"own_text_{key}"])
    _decide(session, order, {key: Decision(State.ACCEPTED, text)})


def _change(session: Session, act: Callable[[Desk], Desk]) -> None:
    commit(session, act(session.desk))


def _switch_off(session: Session, rule: str) -> None:
    old = session.settings
    change_settings(session, replace(old, ignore=tuple(sorted({*old.ignore, rule}))))


def _allow(session: Session, words: str) -> None:
    """Puts words into the dictionary of the house."""
    old = session.settings
    change_settings(session, replace(old, dictionary=tuple(sorted({*old.dictionary, words}))))


def _translate(session: Session, opened: Opened, key: str) -> None:
    issue, document = opened.keyed.issues[key], opened.keyed.review.document
    try:
        said = translate(issue.text, issue.language, document.target_lang, allowed=session.online)
        session.glosses[key] = f"“{said}”"
    except OnlineError as error:
        session.glosses[key] = str(error)
    commit(session, select(session.desk, key))
