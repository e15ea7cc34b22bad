"""The whole screen in process, by Streamlit's AppTest: everything but what happens inside the article."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from mtqa.app.analysis import analyse
from mtqa.app.card_panel import _decide_many
from mtqa.app.desk import DISMISSED, Decision, decide
from mtqa.app.messages import speak
from mtqa.app.session import Session, commit, decided_now, opened_now, saved_now, take_edit
from mtqa.app.sessions import read_session, write_session
from mtqa.app.start_page import _take_files
from mtqa.app.submissions import Settings, Submission
from mtqa.app.takeaway import left_lines, repaired_lines
from mtqa.app.translation import OFF
from mtqa.core.edits import Edit
from mtqa.core.issues import State

APP = Path(__file__).parents[2] / "streamlit_app.py"
TEXT = "The talks went on in Ankara on Monday, officials said after the the meeting.\n\nBir yanıt yazın\n"
CLEAN = "The ministers met in Ankara on Monday and agreed to meet again in the spring."


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("MTQA_DATA", str(tmp_path))
    monkeypatch.delenv("MTQA_SAMPLE", raising=False)


def start() -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not at.exception
    return at


def upload(*files: tuple[str, bytes, str]) -> AppTest:
    at = start()
    at.file_uploader(key="upload").set_value(list(files)).run()
    assert not at.exception
    return at


def paste(text: str = TEXT) -> AppTest:
    at = start()
    at.text_area(key="pasted").set_value(text)
    at.button(key="review").click().run()
    assert not at.exception
    return at


def session_of(at: AppTest) -> Session:
    session: Session = at.session_state["mtqa_session"]
    return session


def button(at: AppTest, beginning: str):
    return next(one for one in at.button if (one.key or "").startswith(beginning))


def click(at: AppTest, beginning: str) -> AppTest:
    button(at, beginning).click().run()
    assert not at.exception
    return at


def drawn(at: AppTest) -> str:
    """All HTML of the page."""
    return "".join(node.proto.body for node in at.get("html"))


def issues_of(text: str, name: str = "pasted text.txt") -> tuple[str, ...]:
    return analyse(Submission(name, text.encode()), Settings()).keyed.order


def test_the_start_page_offers_three_ways_in():
    at = start()
    assert at.file_uploader(key="upload").label == "Drop translated articles here"
    assert at.text_area(key="pasted").label == "…or paste the text"
    assert [one.label for one in at.button if (one.key or "").startswith("sample_")]


def test_review_without_an_article_says_what_is_missing():
    at = click(start(), "review")
    assert [error.value for error in at.error] == [r"Drop a file or paste a text first\."]


def test_pasted_text_is_reviewed():
    at = paste()
    count = len(issues_of(TEXT))
    assert count >= 2
    assert at.get("progress")[0].text == f"0 of {count} decided"
    assert {"bidi_component"} <= {node.type for node in at.main}


def test_an_uploaded_word_file_is_reviewed():
    document = docx.Document()
    for line in TEXT.strip().split("\n\n"):
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    at = upload(
        (
            "haber.docx",
            data.getvalue(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        )
    )
    assert at.get_by_key("side_corrected").label == "Corrected article (.docx)"


def test_a_file_that_cannot_be_reviewed_is_refused_in_one_sentence():
    at = upload(("paper.txt", b"%PDF-1.7 ...", "text/plain"))
    (error,) = at.error
    assert error.value.startswith(r"paper\.txt\: the file is a PDF\, not an article")


def test_one_bad_file_does_not_stop_the_others():
    at = upload(("a.txt", b"", "text/plain"), ("b.txt", TEXT.encode(), "text/plain"))
    assert [warning.value for warning in at.warning] == [r"a\.txt\: the file is empty\; choose another one"]
    assert [one.name for one in session_of(at).submissions.values()] == ["b.txt"]


def test_a_sample_opens_from_the_address_and_from_the_environment(monkeypatch):
    by_address = AppTest.from_file(str(APP), default_timeout=60)
    by_address.query_params["sample"] = "first"
    by_address.run()
    monkeypatch.setenv("MTQA_SAMPLE", "first")
    by_environment = AppTest.from_file(str(APP), default_timeout=60).run()
    assert list(session_of(by_address).submissions) == list(session_of(by_environment).submissions) != []


def test_a_sample_opens_by_its_button():
    at = click(start(), "sample_")
    assert len(session_of(at).submissions) == 1


def test_decisions_move_on_are_counted_and_can_be_undone():
    at = click(paste(), "accept_")
    keys = issues_of(TEXT)
    assert session_of(at).desk.selected == keys[1]
    assert at.get("progress")[0].text == f"1 of {len(keys)} decided"
    click(at, "dismiss_")
    click(at, "undo")
    click(at, "undo")
    assert session_of(at).desk.selected == keys[0]
    assert at.get("progress")[0].text == f"0 of {len(keys)} decided"


def test_next_and_previous_walk_through_the_issues():
    at = click(paste(), "next")
    keys = issues_of(TEXT)
    assert session_of(at).desk.selected == keys[1]
    click(at, "previous")
    assert session_of(at).desk.selected == keys[0]


def test_own_words_are_taken():
    at = paste()
    key = issues_of(TEXT)[0]
    at.text_area(key=f"own_text_{key}").set_value("the")
    button(at, f"own_use_{key}").click().run()
    assert session_of(at).desk.decision(key).text == "the"


def test_a_dismissal_keeps_its_reason():
    at = paste()
    key = issues_of(TEXT)[0]
    at.get_by_key(f"reason_{key}").set_value("A quotation").run()
    click(at, f"dismiss_why_{key}")
    assert session_of(at).desk.decision(key).reason == "A quotation"


def test_a_rule_can_be_switched_off():
    at = paste()
    key = issues_of(TEXT)[0]
    rule = analyse(Submission("pasted text.txt", TEXT.encode()), Settings()).keyed.issues[key].rule
    click(at, f"off_{key}")
    assert session_of(at).settings.ignore == (rule,)
    assert f"of {len(issues_of(TEXT)) - 1} decided" in at.get("progress")[0].text


def test_the_filter_hides_issues_and_search_finds_them():
    at = paste()
    at.text_input(key="query").set_value("yanıt").run()
    click(at, "next")
    assert "<mark>Bir yanıt yazın</mark>" in drawn(at)
    at.text_input(key="query").set_value("nothing like this").run()
    assert [info.value for info in at.info] == ["No issue passes the filter."]


def test_show_decided_shows_decided_ones_only():
    at = click(paste(), "dismiss_")
    at.get_by_key("show").set_value("Decided").run()
    click(at, "next")
    assert session_of(at).desk.selected == issues_of(TEXT)[0]


def test_the_end_says_what_was_done_and_offers_the_files():
    at = paste()
    for _ in issues_of(TEXT):
        click(at, "accept_")
    assert "All decided" in drawn(at)
    assert at.get_by_key("end_corrected").proto.type == "primary"
    assert at.get_by_key("end_html").label == "Report"


def test_everything_can_be_taken_away_at_any_time():
    at = paste()
    fixed = [at.get_by_key(f"side_{key}").label for key in ("corrected", "html", "other", "session")]
    assert fixed == ["Corrected article (.txt)", "Report", "Download Word", "Session"]
    assert at.selectbox(key="side_format").options == [
        "Word: comments and tracked changes", "Excel: one row an issue", "PDF: to print and to file",
        "Markdown: for tickets and mail", "CSV: for spreadsheets", "MQM TSV: for annotation viewers",
        "JSON: for programs", "SARIF: for code hosts and editors", "XLIFF: for translation tools",
    ]  # fmt: skip
    at.selectbox(key="side_format").set_value("sarif").run()
    assert at.get_by_key("side_other").label == "Download SARIF"


def test_the_end_names_what_was_repaired_and_what_is_left_by_hand():
    at = paste()
    while session_of(at).desk.selected != issues_of(TEXT)[-1]:
        click(at, "accept_")
    session = session_of(at)
    click(at, f"dismiss_{session.desk.selected}")
    done, left = repaired_lines(opened_now(session), session), left_lines(opened_now(session), session)
    assert (done, left) == (["“the the” → “the”"], [])
    commit(session, decide(session.desk, {issues_of(TEXT)[-1]: Decision(State.ACCEPTED)}))
    (line,) = left_lines(opened_now(session), session)
    assert line.startswith("Line 3: “Bir yanıt yazın”. ")
    assert "What was repaired (1)" in [one.label for one in at.expander]


def test_a_clean_article_ends_at_once():
    at = paste(CLEAN)
    assert "No issue found" in drawn(at)


def test_decisions_survive_a_reload():
    at = click(paste(), "dismiss_")
    again = AppTest.from_file(str(APP), default_timeout=60)
    again.query_params["session"] = session_of(at).name
    again.run()
    assert session_of(again).desk.decisions == session_of(at).desk.decisions != {}


def test_the_same_article_handed_in_again_has_its_decisions():
    at = click(paste(), "dismiss_")
    assert session_of(paste()).desk.decisions == session_of(at).desk.decisions


def test_forgetting_deletes_what_was_kept(tmp_path):
    at = click(paste(), "forget")
    assert session_of(at).submissions == {}
    assert list((tmp_path / "reviews").iterdir()) == []


def test_a_session_file_is_taken_up_again():
    at = click(paste(), "dismiss_")
    (name,) = session_of(at).submissions
    data = write_session(saved_now(session_of(at)))
    click(at, "forget")
    again = upload(("work.mtqa.json", data, "application/json"))
    assert session_of(again).current == name
    assert session_of(again).desk.decisions == read_session(data).work.decisions != {}


def test_several_files_make_a_queue():
    at = upload(("a.txt", TEXT.encode(), "text/plain"), ("b.txt", CLEAN.encode(), "text/plain"))
    names = [one.label for one in at.button if (one.key or "").startswith("show_")]
    assert names == [r"a\.txt", r"b\.txt"]
    second = list(session_of(at).submissions)[1]
    click(at, f"show_{second}")
    assert session_of(at).current == second


def test_settings_review_again():
    at = paste()
    at.selectbox(key="profile").set_value("strict").run()
    click(at, "again")
    assert session_of(at).settings.profile == "strict"


def test_nothing_is_translated_online_unless_allowed():
    at = paste()
    while not any((one.key or "").startswith("gloss_") for one in at.button):
        click(at, "next")
    click(at, "gloss_")
    assert OFF in [text.value for text in at.text]


HOSTILE = "<img src=x onerror=alert(1)> ![](http://evil.example/a.png) **the the** end.\n\nBir yanıt yazın\n"


def test_hostile_names_and_texts_are_literal_everywhere():
    at = upload(
        ("![](http:evil).txt", HOSTILE.encode(), "text/plain"), ("b.txt", CLEAN.encode(), "text/plain")
    )
    labels = [one.label for one in at.button] + [node.value for node in at.markdown]
    assert any(label.startswith(r"\!\[\]\(http\:evil\)") for label in labels)
    assert not any("![" in label.replace(r"\!\[", "") for label in labels)
    assert "<img" not in drawn(at)


def test_settings_of_a_house_are_taken_from_a_file_before_and_during_a_review():
    at = start()
    at.file_uploader(key="toml_file").set_value(
        ("mtqa.toml", b'profile = "strict"\nignore = ["PUN"]', "application/toml")
    ).run()
    assert (session_of(at).settings.profile, session_of(at).settings.ignore) == ("strict", ("PUN",))
    assert at.selectbox(key="profile/1").value == "strict"
    at.text_area(key="pasted").set_value(TEXT)
    click(at, "review")
    toml = b'dictionary = ["the the"]'
    at.file_uploader(key="toml_file/1").set_value(("mtqa.toml", toml, "application/toml")).run()
    assert [issue.text for issue in opened_now(session_of(at)).keyed.review.issues] == ["Bir yanıt yazın"]


def test_a_file_that_holds_no_settings_is_refused_in_one_sentence():
    at = start()
    at.file_uploader(key="toml_file").set_value(("mtqa.toml", b"colour = 1", "application/toml")).run()
    assert [error.value for error in at.error] == [r"mtqa\.toml\: unknown setting \'colour\'"]


def test_words_can_be_put_into_the_dictionary_from_the_card():
    at = paste()
    click(at, "allow_")
    assert session_of(at).settings.dictionary == ("the the",)
    assert len(opened_now(session_of(at)).keyed.order) == len(issues_of(TEXT)) - 1


def test_the_screen_speaks_the_language_of_the_address_and_of_the_settings():
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params["lang"] = "de"
    at.run()
    assert at.button(key="review").label == "Prüfen"
    speak("de")  # AppTest asks the labels of choices in the thread of the test
    at.selectbox(key="language").set_value("nl").run()
    assert at.button(key="review").label == "Beoordelen"
    assert at.query_params["lang"] == "nl"
    speak("en")


def keep_comment(at: AppTest, key: str, comment: str) -> AppTest:
    at.text_area(key=f"comment_{key}").set_value(comment)
    return click(at, f"comment_keep_{key}")


def test_a_comment_stands_at_an_issue_whatever_is_decided_about_it():
    at = paste()
    key = issues_of(TEXT)[0]
    keep_comment(at, key, "from the minutes")
    session = session_of(at)
    assert (session.desk.is_open(key), session.desk.decision(key).comment) == (True, "from the minutes")
    assert "Comment: from the minutes" in drawn(at)
    at.get_by_key(f"reason_{key}").set_value("A quotation").run()
    click(at, f"dismiss_why_{key}")
    (found,) = [one for one in decided_now(session, opened_now(session)).issues if one.fingerprint == key]
    assert found.comment == "A quotation: from the minutes"


def test_a_comment_is_taken_away_by_empty_words_and_by_undo():
    at = paste()
    key = issues_of(TEXT)[0]
    keep_comment(at, key, "from the minutes")
    keep_comment(at, key, " ")
    assert session_of(at).desk.decision(key).comment == ""
    click(at, "undo")
    assert session_of(at).desk.decision(key).comment == "from the minutes"


def test_an_offer_that_no_longer_holds_is_refused_with_a_word():
    at = paste()
    session = session_of(at)
    first, second = issues_of(TEXT)[0], issues_of(TEXT)[-1]
    commit(session, decide(session.desk, {first: DISMISSED}))
    _decide_many(
        session,
        issues_of(TEXT),
        {first: DISMISSED, second: DISMISSED, "gone": DISMISSED},
    )
    at.run()
    assert [one.value for one in at.warning] == [
        r"2 of these were left out\: they were decided or changed meanwhile\."
    ]
    assert {key for key, made in session.desk.decisions.items() if made == DISMISSED} == {first, second}


def test_a_file_whose_event_comes_twice_begins_one_review():
    at = upload(("a.txt", TEXT.encode(), "text/plain"))
    session = session_of(at)
    desk = session.desk
    _take_files(session, 0, "upload")
    assert session.desk is desk


def test_an_article_without_a_review_leaves_the_place_for_files_ready_for_the_next():
    at = upload(("paper.txt", b"%PDF-1.7 ...", "text/plain"))
    at.file_uploader(key="upload/1").set_value([("b.txt", TEXT.encode(), "text/plain")]).run()
    assert [one.name for one in session_of(at).submissions.values()] == ["b.txt"]


def test_a_source_given_later_keeps_the_decisions():
    at = click(paste(), "dismiss_")
    session = session_of(at)
    key = session.current
    at.text_area(key=f"source/{key}").set_value("Les discussions ont continué lundi à Ankara.\n\nRépondre\n")
    click(at, "source_use")
    assert session.submissions[session.current].source.startswith("Les discussions")
    assert "dismissed" in {made.state.value for made in session.desk.decisions.values()}
    assert session.current != key


def test_a_rule_switched_off_on_the_card_shows_in_the_settings():
    at = paste()
    click(at, f"off_{issues_of(TEXT)[0]}")
    assert at.multiselect(key="off/1").value == list(session_of(at).settings.ignore) != []
    assert at.get_by_key("again").disabled


def test_settings_not_yet_used_survive_a_change_of_language():
    at = paste()
    at.selectbox(key="profile").set_value("strict").run()
    at.selectbox(key="language").set_value("de").run()
    assert at.selectbox(key="profile").value == "strict"
    assert session_of(at).settings.profile == "default"


def test_an_edited_paragraph_can_be_taken_back_after_a_reload():
    at = click(paste(), "next")
    session = session_of(at)
    old, opened = session.current, opened_now(session)
    take_edit(session, opened, Edit(0, 9, "All talks"))
    at.run()
    again = AppTest.from_file(str(APP), default_timeout=60)
    again.query_params["session"] = session.name
    again.run()
    assert session_of(again).current != old
    click(again, "edit_back")
    assert session_of(again).current == old
