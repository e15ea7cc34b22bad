"""From what was handed in to a review that can be worked on, made in the background and no text twice.

The rules answer first; the language models, which take seconds, score afterwards, and their review then takes the
place of the first.
"""

from __future__ import annotations

import gc
import json
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import blake2b

import streamlit as st

from mtqa.api import review
from mtqa.app.jobs import Job, Shelf, Tell
from mtqa.app.keys import KeyedReview
from mtqa.app.marks import Mark, with_marks
from mtqa.app.payload import Utf16, article_message, words
from mtqa.app.submissions import Settings, Submission
from mtqa.formats import ArticleFile, read_article

_KEPT = 200  # reviews in memory, of all people together
_SHOWN = 20  # messages to browsers in memory, a choice: one of a long article takes 250 KB
_TELL_EVERY = 0.1  # seconds, a choice: how soon a review that waits notices that it is stopped
# Long enough for the language to be found out, with furniture and words of another language: it loads all of it.
_WARM_UP = """The talks in the capital | Abroad

The ministers met again in the city on Monday, officials said, and agreed to hold a second meeting before the summer.
Nobody had expected the talks to last for so long, a spokesman told the newspaper after the the session on Tuesday.

Bir yanıt yazın

Das ist nicht das, was wir erwartet hatten, sagte er.
"""


@dataclass(frozen=True, eq=False)
class Opened:
    """An article under review."""

    submission: Submission
    file: ArticleFile
    keyed: KeyedReview

    @cached_property
    def view(self) -> str:
        """Names what the browser shows: the article with these issues."""
        parts = (f"{key}@{issue.span.start}:{issue.message}" for key, issue in self.keyed.issues.items())
        issues = blake2b("\n".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()
        return f"{self.submission.key}/{issues}"

    @cached_property
    def utf16(self) -> Utf16:
        """The offsets of the article's text as the browser counts them."""
        return Utf16(self.keyed.review.document.text)


def analyse(submission: Submission, settings: Settings, tell: Tell | None = None) -> Opened:
    """Reads and reviews an article. Raises MtqaError, with a sentence for people, when that cannot be done."""
    file = read_article(submission.data, submission.name, hint_lang=settings.source_lang)
    result = review(
        file.text,
        source=submission.source,
        source_lang=settings.source_lang,
        target_lang=settings.target_lang,
        config=settings.config(),
        name=submission.name,
        progress=tell,
    )
    return Opened(submission, file, KeyedReview(result))


def rules_job(submission: Submission, settings: Settings) -> Job[Opened]:
    """The review by the rules alone, which takes a moment."""
    by_rules, warm = replace(settings, neural=False), warm_up()
    return _rules_shelf().job(
        _name(submission, by_rules), lambda tell: _after(warm, submission, by_rules, tell)
    )


def full_job(submission: Submission, settings: Settings) -> Job[Opened] | None:
    """The review with the scores of language models, or None if they are switched off."""
    if not settings.neural:
        return None
    return _full_shelf().job(_name(submission, settings), lambda tell: analyse(submission, settings, tell))


def open_article(submission: Submission, settings: Settings, marks: tuple[Mark, ...] = ()) -> Opened:
    """The best review there is by now, with the reviewer's own marks; that of the rules is waited for."""
    full = full_job(submission, settings)
    ready = full if full is not None and full.well else rules_job(submission, settings)
    return _marked(ready.result(), marks)


@st.cache_resource(show_spinner=False)
def warm_up() -> Job[Opened]:
    """Begins to load what every review needs, so that it is there when the first article is."""
    article = Submission("warm-up.txt", _WARM_UP.encode())
    return _rules_shelf().job("warm-up", lambda tell: _loaded(article, tell))


def _loaded(article: Submission, tell: Tell) -> Opened:
    """The review of the first article; what it loaded stays, and is left out of every later collection of garbage.

    Streamlit collects after each run of the page, which otherwise looked through a million objects: 385 ms.
    """
    opened = analyse(article, Settings(neural=False), tell)
    gc.collect()
    gc.freeze()
    return opened


def _after(warm: Job[Opened], submission: Submission, settings: Settings, tell: Tell) -> Opened:
    """A review that lets the warm-up end first: two threads would load everything twice."""
    while not warm.wait(_TELL_EVERY):
        tell(0.0)
    return analyse(submission, settings, tell)


@lru_cache(maxsize=_SHOWN)
def browser_message(opened: Opened, language: str) -> bytes:
    """The marked article and the words around it as the browser gets them: JSON, made once for a language."""
    message = article_message(opened.keyed, opened.view, opened.submission.key)
    return json.dumps(message | {"words": words(language)}).encode("ascii")


@lru_cache(maxsize=_KEPT)
def _marked(opened: Opened, marks: tuple[Mark, ...]) -> Opened:
    keyed = with_marks(opened.keyed, marks)
    return opened if keyed is opened.keyed else replace(opened, keyed=keyed)


def _name(submission: Submission, settings: Settings) -> tuple[str, str, str]:
    return submission.key, submission.name, repr(settings)


@st.cache_resource(show_spinner=False)
def _rules_shelf() -> Shelf[Opened]:
    return Shelf(workers=2, most=_KEPT)


@st.cache_resource(show_spinner=False)
def _full_shelf() -> Shelf[Opened]:
    """A shelf of its own: nobody's first look waits behind somebody's scores."""
    return Shelf(workers=1, most=_KEPT)
