"""The settings as a person sees them: on the start page, and in the side bar of a review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from mtqa.app.house import NAME, read_settings, write_settings
from mtqa.app.languages import CHOICES, choice_label, given
from mtqa.app.messages import LANGUAGES, noted, say
from mtqa.app.session import Session, change_language, change_settings
from mtqa.app.submissions import Settings
from mtqa.app.wording import encodable
from mtqa.core.config import Profile
from mtqa.core.errors import MtqaError
from mtqa.core.issues import State
from mtqa.rules.registry import all_rules

PROFILES = {
    Profile.RELAXED: noted("Relaxed: only what is certain"),
    Profile.DEFAULT: noted("Default"),
    Profile.STRICT: noted("Strict: guesses too"),
}


def settings_widgets(session: Session) -> Settings:
    """The choices that matter before a review, as they were and as the person now has them."""
    current = session.chosen
    target = st.selectbox(say("Language of the article"), CHOICES, CHOICES.index(current.target_lang or ""), choice_label,
                          key=_key(session, "target_lang"))  # fmt: skip
    source = st.selectbox(say("Translated from"), CHOICES, CHOICES.index(current.source_lang or ""), choice_label,
                          key=_key(session, "source_lang"))  # fmt: skip
    profile = st.selectbox(say("How sure before it speaks"), list(PROFILES), list(PROFILES).index(current.profile),
                           lambda profile: say(PROFILES[profile]), key=_key(session, "profile"))  # fmt: skip
    neural = st.toggle(say("Scores by language models"), current.neural, key=_key(session, "neural"),
                       help=say("They run on this computer and come a moment after the issues."))  # fmt: skip
    session.online = st.toggle(say("Allow online translation"), session.online, key="online",
                               help=say("Sends marked words, and nothing else, to Google Translate when you ask what they mean."))  # fmt: skip
    return replace(
        current, target_lang=given(target), source_lang=given(source), profile=profile, neural=neural
    )


def language_widget(session: Session) -> None:
    """The choice of the language that the screen speaks."""
    st.selectbox("Language · Sprache · Taal", list(LANGUAGES), list(LANGUAGES).index(session.language),
                 LANGUAGES.__getitem__, key="language", on_change=_speak, args=(session,))  # fmt: skip


def house_widgets(session: Session, chosen: Settings) -> Settings:
    """Rules switched off and words that are right in this house."""
    off = st.multiselect(say("Rules switched off"), sorted({*all_rules(), *chosen.ignore}), chosen.ignore,
                         key=_key(session, "off"))  # fmt: skip
    words = st.text_area(say("Words and names that are right here, one a line"), "\n".join(map(encodable, chosen.dictionary)),
                         key=_key(session, "dictionary"), height=90)  # fmt: skip
    dictionary = tuple(sorted({line.strip() for line in (words or "").splitlines() if line.strip()}))
    return replace(chosen, ignore=tuple(sorted(off)), dictionary=dictionary)


def import_widget(session: Session) -> None:
    """Takes the settings of a house from a file."""
    st.file_uploader(say("Settings of your house (mtqa.toml)"), type=["toml"], key=_key(session, "toml_file"),
                     on_change=_take, args=(session,))  # fmt: skip


def export_widget(session: Session, chosen: Settings) -> None:
    """Gives the settings, the dictionary and every dismissal of this session as a file."""
    st.download_button(say("Settings and dismissals as mtqa.toml"), lambda: write_settings(chosen, dismissed(session)), NAME,
                       "application/toml", key="toml", on_click="ignore", width="stretch")  # fmt: skip


def dismissed(session: Session) -> Iterator[str]:
    """The fingerprints of what was dismissed in the articles of this session; a number behind `~` is not theirs."""
    for desk in session.desks.values():
        yield from (
            key.partition("~")[0]
            for key, made in desk.decisions.items()
            if made.state is State.DISMISSED and not key.startswith("own-")
        )


def _take(session: Session) -> None:
    file = st.session_state.get(_key(session, "toml_file"))
    if file is None:
        return
    try:
        settings = read_settings(file.getvalue(), session.settings)
    except MtqaError as error:
        session.problems.append(str(error))
        session.stale = True
        return
    change_settings(session, settings)


def _speak(session: Session) -> None:
    change_language(session, str(st.session_state["language"]))


def _key(session: Session, name: str) -> str:
    """The key of a widget; settings that come from elsewhere give new ones, so that the widgets show them."""
    return f"{name}/{session.renewals}" if session.renewals else name
