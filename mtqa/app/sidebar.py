"""The side bar: filter, list of issues, settings."""

from __future__ import annotations

import streamlit as st

from mtqa.app.analysis import Opened
from mtqa.app.filters import Filter, Show, grouped
from mtqa.app.messages import say
from mtqa.app.scoreboard import SEVERITIES
from mtqa.app.session import Session, change_settings, forget_shown, put_away
from mtqa.app.settings_panel import (
    export_widget,
    house_widgets,
    import_widget,
    language_widget,
    settings_widgets,
)
from mtqa.app.source_panel import source_panel
from mtqa.app.takeaway import takeaway
from mtqa.app.viewer import show_list
from mtqa.app.wording import SEVERITY_LETTERS, md_text
from mtqa.core.families import FAMILIES
from mtqa.core.mqm import Severity


def sidebar(session: Session, opened: Opened) -> Filter:
    """Draws the side bar and gives the filter chosen in it."""
    with st.sidebar:
        with st.container(horizontal=True, gap="small", key="doors"):
            st.button(say("New article"), key="new", on_click=put_away, args=(session,))
            takeaway(session, opened)
        wanted = _filter(opened) if opened.keyed.order else Filter()
        show_list(opened.view)
        source_panel(session)
        _settings(session)
    return wanted


def _filter(opened: Opened) -> Filter:
    issues = opened.keyed.issues
    query = st.text_input(
        say("Search the issues"),
        key="query",
        placeholder=say("Search the issues"),
        label_visibility="collapsed",
        live=True,
    )
    show = st.segmented_control(
        say("Show"),
        list(Show),
        default=Show.ALL,
        format_func=lambda one: say(one.value),
        key="show",
        required=True,
    )
    with st.expander(say("Filter by severity, kind and rule"), key="filters"):
        counts = {
            severity: sum(issue.severity is severity for issue in issues.values()) for severity in SEVERITIES
        }
        severities = st.pills(
            say("Severity"),
            [severity for severity in SEVERITIES if counts[severity]],
            selection_mode="multi",
            format_func=lambda severity: (
                f"{md_text(SEVERITY_LETTERS[severity])} {say(severity.value)} {counts[severity]}"
            ),
            key=f"severities/{opened.view}",
        )
        groups = grouped(issues)
        sizes = {group.family.code: group.count for group in groups}
        families = st.pills(
            say("Kind"),
            list(sizes),
            selection_mode="multi",
            format_func=lambda code: (
                f"**{FAMILIES[code].letter}** {say(FAMILIES[code].label)} {sizes.get(code, 0)}"
            ),
            key=f"families/{opened.view}",
        )
        rules = {
            one.rule: f"{one.rule} {one.name.replace('-', ' ')} ({len(one.keys)})"
            for group in groups
            for one in group.rules
        }
        chosen = st.multiselect(
            say("Rule"), list(rules), format_func=lambda rule: rules.get(rule, rule), placeholder=say("All"),
            key=f"rules/{opened.view}",
        )  # fmt: skip
    return Filter(
        frozenset(Severity(severity) for severity in severities) or None,
        frozenset(families) or None,
        frozenset(chosen) or None,
        Show(show),
        query or "",
    )


def _settings(session: Session) -> None:
    with st.expander(say("Settings"), key="settings"):
        session.chosen = house_widgets(session, settings_widgets(session))
        unchanged = session.chosen == session.settings
        st.button(
            say("Review again"),
            key="again",
            disabled=unchanged,
            width="stretch",
            on_click=_again,
            args=(session,),
        )
        export_widget(session, session.chosen)
        import_widget(session)
        language_widget(session)
        st.button(
            say("Forget this article"), key="forget", on_click=forget_shown, args=(session,), width="stretch"
        )
        st.caption(say("Articles and decisions are kept on this computer until you forget them."))


def _again(session: Session) -> None:
    change_settings(session, session.chosen)
