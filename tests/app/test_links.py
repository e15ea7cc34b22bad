"""Addresses of sessions: who has the name opens that session, and nothing else."""

from __future__ import annotations

from mtqa.app.links import Link, link_in, new_name, recall, remember
from tests.app.test_screen import (
    APP,
    CLEAN,
    TEXT,
    AppTest,
    _own_data_folder,  # noqa: F401  a fixture that holds for this file as well
    click,
    issues_of,
    paste,
    session_of,
    upload,
)


def follow(**address: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_a_name_is_new_each_time_and_says_nothing_of_the_article():
    first, second = session_of(paste()).name, session_of(paste()).name
    assert first != second
    assert len(first) == len(second) == 22


def test_what_is_remembered_is_recalled_and_an_empty_session_is_forgotten(tmp_path):
    name = new_name()
    remember(name, ["a", "b"], tmp_path)
    assert recall(name, tmp_path) == ("a", "b")
    remember(name, [], tmp_path)
    assert recall(name, tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_a_path_opens_nothing(tmp_path):
    (tmp_path / "secret.articles.json").write_text('["a"]')
    assert recall("../secret", tmp_path / "reviews") == recall("secret", tmp_path) == ()


def test_an_address_without_session_is_no_link():
    assert link_in({"sample": "first", "finding": "x"}) is None
    assert link_in({"session": "s", "finding": "x"}) == Link("s", "", "x")


def test_a_link_opens_its_article_at_its_issue():
    session = session_of(upload(("b.txt", CLEAN.encode(), ""), ("a.txt", TEXT.encode(), "")))
    article, finding = list(session.submissions)[1], issues_of(TEXT, "a.txt")[1]
    opened = session_of(follow(session=session.name, article=article, finding=finding))
    assert (opened.current, opened.desk.selected) == (article, finding)


def test_a_link_opens_no_article_of_another_session():
    mine, other = session_of(paste()), session_of(paste(CLEAN))
    opened = session_of(follow(session=mine.name, article=other.current))
    assert list(opened.submissions) == list(mine.submissions)
    assert opened.current == mine.current


def test_a_key_of_an_article_is_no_address():
    session = session_of(paste())
    assert session_of(follow(session=session.current)).submissions == {}
    assert session_of(follow(doc=session.current)).submissions == {}


def test_a_link_to_what_was_forgotten_says_so():
    at = paste()
    name = session_of(at).name
    click(at, "forget")
    (error,) = follow(session=name).error
    assert error.value.startswith("This link opens nothing here")


def test_a_link_to_an_issue_that_is_gone_opens_the_article_and_says_so():
    session = session_of(paste())
    at = follow(session=session.name, finding="gone")
    assert [one.value.split(r"\;")[0] for one in at.warning] == [
        "The issue that the link names is no longer there"
    ]
    assert session_of(at).desk.selected == issues_of(TEXT)[0]
