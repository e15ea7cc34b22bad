"""The review screen: which page to show."""

from __future__ import annotations

import os
from importlib.resources import files

import streamlit as st

from mtqa.app.analysis import warm_up
from mtqa.app.links import link_in
from mtqa.app.messages import speak
from mtqa.app.review_page import review_page
from mtqa.app.samples import find_sample, list_samples
from mtqa.app.session import Session, current_session, follow, hand_in
from mtqa.app.start_page import start_page

SAMPLE_VARIABLE = "MTQA_SAMPLE"


def main() -> None:
    """Draws the page that the session is at: the start page, or the review of what was handed in."""
    st.set_page_config(page_title="mtqa: review a translated article", page_icon="🔎", layout="wide")
    st.html(f"<style>{(files('mtqa.app') / 'app.css').read_text(encoding='utf-8')}</style>")
    warm_up()
    session = current_session()
    session.language = st.query_params.get("lang", session.language)
    speak(session.language)
    if not session.link_followed:
        session.link_followed = True
        _follow_link(session)
    if session.submissions:
        review_page(session)
    else:
        start_page(session)


def _follow_link(session: Session) -> None:
    """Opens what the address names: a session kept on this computer (`?session=`) or a sample (`?sample=`)."""
    if link := link_in(st.query_params.to_dict()):
        follow(session, link)
        return
    wanted = st.query_params.get("sample") or os.environ.get(SAMPLE_VARIABLE, "")
    if wanted and (sample := find_sample(wanted, list_samples())):
        hand_in(session, [sample.submission()], session.settings)
