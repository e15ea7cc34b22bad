from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.app import store
from mtqa.app.desk import DISMISSED, Decision, Step, Work
from mtqa.app.house import read_settings, write_settings
from mtqa.app.marks import Mark
from mtqa.app.samples import find_sample, list_samples
from mtqa.app.sessions import SavedSession, read_session, write_session
from mtqa.app.submissions import Settings, Submission, download_name
from mtqa.app.translation import OFF, translate
from mtqa.core.config import Profile, load_config
from mtqa.core.errors import ConfigError, InputError, OnlineError
from mtqa.core.issues import State
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span

DECISIONS = {"a": DISMISSED, "b": Decision(State.ACCEPTED, "yanıt \U0001f389", "Our style")}
MARK = Mark(Span(0, 3), "Bir", Category.STYLE, Severity.MINOR, "too \U0001f389", "One")
WORK = Work(DECISIONS, (MARK,), (Step({"a": Decision()}), Step({}, ())))
SAVED = SavedSession(
    Submission("haber.txt", b"Bir yan\xc4\xb1t", "bron"),
    Settings("en", "nl", Profile.STRICT, ("WEB",), ("Vooruitgang",), ("abc",), neural=False),
    WORK,
)


def test_a_session_file_comes_back_as_it_was():
    assert read_session(write_session(SAVED)) == SAVED


@given(st.binary(max_size=40))
def test_any_bytes_give_a_session_or_one_clear_sentence(data):
    with pytest.raises(InputError, match="not a session file"):
        read_session(data)


@pytest.mark.parametrize(
    "change",
    [
        {"data": "%%%"},
        {"name": 5},
        {"settings": {}},
        {"decisions": {"a": {"state": "maybe"}}},
        {"marks": [{"start": "0"}]},
        {"history": {}},
        {"mtqa-session": 2},
        {"decisions": []},
    ],
)
def test_a_damaged_session_file_is_refused(change):
    content = json.loads(write_session(SAVED)) | change
    with pytest.raises(InputError):
        read_session(json.dumps(content).encode())


def test_decisions_are_kept_per_article_and_can_be_forgotten(tmp_path):
    key = SAVED.submission.key
    store.save(SAVED, tmp_path)
    assert store.load(key, tmp_path) == SAVED
    store.save_work(key, Work({"a": Decision(State.ACCEPTED, "")}), tmp_path)
    kept = store.load(key, tmp_path)
    assert kept is not None
    assert kept.work.decisions == {"a": Decision(State.ACCEPTED, "")}
    store.forget(key, tmp_path)
    assert store.load(key, tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["../../etc/passwd", "", "A" * 32, "0" * 31])
def test_a_key_that_is_none_reads_and_deletes_nothing(key, tmp_path):
    assert store.load(key, tmp_path) is None
    store.forget(key, tmp_path)


def test_a_damaged_autosave_is_as_good_as_none(tmp_path):
    store.save(SAVED, tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(b"{")
    assert store.load(SAVED.submission.key, tmp_path) is None


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="decisions cannot be kept"):
        store.save(SAVED, tmp_path / "file" / "reviews")


def test_the_folder_is_taken_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(store.DATA_VARIABLE, str(tmp_path))
    assert store.data_folder() == tmp_path / "reviews"


def test_the_key_depends_on_content_and_kind_but_not_on_the_name():
    first = Submission("a.txt", b"x")
    assert first.key == Submission("b.txt", b"x").key
    assert first.key != Submission("a.md", b"x").key
    assert first.key != Submission("a.txt", b"x", "source").key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("haber.docx", "haber-report.html"),
        ("../../etc/passwd", "passwd-report.html"),
        ("C:\\x\\a.txt", "a-report.html"),
        ("<img src=x>.txt", "_img src_x_-report.html"),
        ("\u202egnp.txt", "_gnp-report.html"),
        ("", "article-report.html"),
    ],
)
def test_download_names_are_harmless(name, expected):
    assert download_name(name, "-report.html") == expected


def test_settings_are_written_as_the_command_line_reads_them(tmp_path):
    place = tmp_path / "mtqa.toml"
    settings = Settings(
        profile=Profile.STRICT, ignore=("WEB001", "PUN"), dictionary=('a "b" \\ \x7f',), neural=False
    )
    place.write_text(write_settings(settings, ["f1", "f1"]), encoding="utf-8")
    config = load_config(place)
    assert (config.profile, config.ignore, config.neural) == (Profile.STRICT, ("WEB001", "PUN"), False)
    assert (config.dictionary, config.dismissals) == ({'a "b" \\ \x7f'}, {"f1"})


def test_settings_come_back_from_their_file_and_keep_what_it_does_not_name():
    settings = Settings("en", "nl", Profile.RELAXED, ("PUN",), ("Kyiv",), ("f1", "f2"), neural=False)
    assert read_settings(write_settings(settings).encode(), Settings("en", "nl")) == settings
    assert read_settings(b'profile = "strict"', settings).ignore == ("PUN",)


@pytest.mark.parametrize(
    "data", [b"profile = ", b"\xff", b'colour = "red"', b'ignore = ["WEX"]', b'select = ["WEB"]']
)
def test_a_file_that_holds_no_settings_is_refused_in_one_sentence(data):
    with pytest.raises(ConfigError, match=r"mtqa\.toml|no rule matches"):
        read_settings(data, Settings())


def test_a_file_of_an_earlier_version_opens_without_marks_and_steps():
    content = json.loads(write_session(SAVED))
    del content["marks"], content["history"], content["settings"]["neural"]
    work = read_session(json.dumps(content).encode()).work
    assert (work.decisions, work.marks, work.history) == (DECISIONS, (), ())


def test_only_as_many_steps_are_kept_as_keep_the_file_small():
    big = Step({str(number): Decision() for number in range(3_000)})
    kept = read_session(
        write_session(SavedSession(SAVED.submission, SAVED.settings, Work({}, (), (big, big))))
    )
    assert len(kept.work.history) == 1


def test_samples_are_listed_with_their_source(tmp_path):
    (tmp_path / "summit-dutch.txt").write_text("target", encoding="utf-8")
    (tmp_path / "summit-dutch.source.txt").write_text("bron", encoding="utf-8")
    (tmp_path / "other.txt").write_text("other", encoding="utf-8")
    samples = list_samples(tmp_path)
    assert [sample.title for sample in samples] == ["Other", "Summit Dutch"]
    assert samples[1].submission() == Submission("summit-dutch.txt", b"target", "bron")
    assert find_sample("summit-dutch.txt", samples) == samples[1]
    assert find_sample("first", samples) == samples[0]
    assert find_sample("none", samples) is None
    assert list_samples(tmp_path / "absent") == ()


class Recorder:
    def translate(self, text: str, source: str, target: str) -> str:
        return f"{text}|{source}|{target}"


def test_nothing_goes_online_unless_allowed():
    with pytest.raises(OnlineError, match="nothing was sent") as raised:
        translate("yanıt", "tr", "en", allowed=False)
    assert str(raised.value) == OFF


def test_an_allowed_translation_asks_the_translator():
    assert translate("yanıt", "und", "en", allowed=True, make=lambda _: Recorder()) == "yanıt|auto|en"
