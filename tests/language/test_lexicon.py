"""Lexicon files are validated strictly, and all that come with mtqa are valid."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtqa
from mtqa.core.errors import LexiconError
from mtqa.language.lexicon import load_lexicon, read_calques, read_furniture
from mtqa.lexicon_check import check_examples

HEAD = '[lexicon]\nsource = "nl"\ntarget = "en"\n'
ENTRY = {
    "id": '"nl-x"', "kind": '"calque"', "source": '"x"', "match": '["bridge day"]', "suggest": '["day off"]', "note": '"Note."',
    "bad": '"A [[bridge day]] follows."', "fixed": '"A day off follows."',
}  # fmt: skip


def write(folder: Path, **changes: str) -> Path:
    fields = {**ENTRY, **changes}
    path = folder / "calques" / "nl-en.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        HEAD + "[[entry]]\n" + "".join(f"{k} = {v}\n" for k, v in fields.items() if v), encoding="utf-8"
    )
    return path


def test_a_valid_entry_is_read(tmp_path: Path) -> None:
    (entry,) = read_calques(write(tmp_path))
    assert (entry.id, entry.patterns, entry.suggestions, entry.confidence) == (
        "nl-x",
        ("bridge day",),
        ("day off",),
        0.8,
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"note": ""}, "entry nl-x: missing note"),
        ({"mach": '["x"]'}, "unknown field 'mach'; did you mean match"),
        ({"kind": '"calc"'}, "kind 'calc' is unknown; did you mean calque"),
        ({"match": '["bridge {day"]'}, "braces do not pair"),
        ({"bad": '"A bridge day follows."'}, r"bad must mark exactly one \[\[span\]\]"),
        ({"needs_evidence": "true"}, "needs a good example"),
        ({"confidence": "2"}, "confidence must lie between 0 and 1"),
        ({"note": '"e\u0301"'}, "not NFC"),
    ],
)
def test_an_invalid_entry_is_refused_by_file_and_name(
    tmp_path: Path, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(LexiconError, match=r"calques/nl-en\.toml.*" + message):
        list(read_calques(write(tmp_path, **changes)))


def test_furniture_needs_its_header_and_cells(tmp_path: Path) -> None:
    path = tmp_path / "tr.tsv"
    path.write_text("pattern\tkind\tmeaning\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="first line must be pattern"):
        list(read_furniture(path))
    path.write_text(
        "pattern\tkind\tmeaning\tposition\nBir yanıt yazın\tcomment\tWrite a reply\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match="line 2: needs 4 cells"):
        list(read_furniture(path))


def test_an_id_may_stand_once_only(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.with_name("de-en.toml").write_text(path.read_text("utf-8"), encoding="utf-8")
    with pytest.raises(LexiconError, match="entry nl-x already stands in"):
        load_lexicon(tmp_path)


def test_all_lexicons_are_valid_and_their_examples_hold() -> None:
    assert list(check_examples()) == []


def test_the_lexicons_have_the_promised_size() -> None:
    lexicon = load_lexicon()
    furniture = [e for e in lexicon.entries if e.topic == "furniture"]
    assert len(furniture) >= 600
    assert len({e.language for e in furniture}) >= 40
    assert all(e.meaning for e in furniture)
    calques = {
        lang: sum(e.topic == "calques" and e.language == lang for e in lexicon.entries)
        for lang in ("nl", "de", "fr", "es", "tr", "ru")
    }
    assert {
        lang: count >= (120 if lang == "nl" else 80 if lang == "de" else 50)
        for lang, count in calques.items()
    } == dict.fromkeys(calques, True)
    assert len(lexicon.loanwords) >= 1500


@pytest.mark.parametrize(
    ("target", "text", "entry"),
    [
        ("de", "Der Präsident lieferte eine Rede vor dem Kongress.", "en-de-deliver-a-speech"),
        ("fr", "Le président a délivré un discours devant le Congrès.", "en-fr-deliver-a-speech"),
        ("es", "El presidente entregó un discurso ante el Congreso.", "en-es-deliver-a-speech"),
        ("nl", "De president leverde een toespraak in het Congres.", "en-nl-deliver-a-speech"),
        ("tr", "Başkan Kongre'de bir konuşma teslim etti.", "en-tr-deliver-a-speech"),
    ],
)
def test_what_english_left_behind_is_found_in_other_targets(target: str, text: str, entry: str) -> None:
    issues = mtqa.review(text, target_lang=target).issues
    assert [issue.entry for issue in issues if issue.rule.startswith("CAL")] == [entry]


@pytest.mark.parametrize("target", ["de", "fr", "es", "nl", "tr"])
def test_each_other_target_has_its_lexicon_from_english(target: str) -> None:
    entries = [e for e in load_lexicon().entries if (e.language, e.target) == ("en", target)]
    assert len(entries) >= 150
    assert {e.kind for e in entries} == {"false-friend", "calque", "idiom", "name"}
