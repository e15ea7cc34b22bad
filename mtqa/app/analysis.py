"""From what was handed in to a review that can be worked on, kept so that no text is analysed twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from mtqa.api import review
from mtqa.app.keys import KeyedReview
from mtqa.app.payload import Json, article_message
from mtqa.app.submissions import Settings, Submission
from mtqa.formats import ArticleFile, read_article


@dataclass(frozen=True)
class Opened:
    """An article under review. `view` names this review of it: content and settings."""

    submission: Submission
    file: ArticleFile
    keyed: KeyedReview
    view: str

    @cached_property
    def message(self) -> Json:
        """The marked article as the browser gets it, made once."""
        return article_message(self.keyed, self.view)


def analyse(submission: Submission, settings: Settings) -> Opened:
    """Reads and reviews an article. Raises MtqaError, with a sentence for people, when that cannot be done."""
    file = read_article(submission.data, submission.name, hint_lang=settings.source_lang)
    result = review(
        file.text,
        source=submission.source,
        source_lang=settings.source_lang,
        target_lang=settings.target_lang,
        config=settings.config(),
        name=submission.name,
    )
    return Opened(submission, file, KeyedReview(result), f"{submission.key}/{settings}")


def open_article(submission: Submission, settings: Settings) -> Opened:
    """The same as `analyse`, remembered by content and settings."""
    return _remembered((submission.key, submission.name, repr(settings)), submission, settings)


@st.cache_resource(max_entries=200, show_spinner=False)
def _remembered(content: tuple[str, ...], _submission: Submission, _settings: Settings) -> Opened:  # noqa: ARG001  the cache's key
    return analyse(_submission, _settings)
