"""The command line as people and programs use it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from mtqa.cli import main
from mtqa.report import WRITERS

BODY = "The council approved the plan on Monday after a long debate. Work will begin in spring.\n\n"
BAD = BODY + "Bir yanıt yazın"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_review_prints_what_was_found_and_exits_1(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("review", article, "--target-lang", "en") == 1
    printed = capsys.readouterr().out
    assert "WEB001 major" in printed
    assert "[Bir yanıt yazın]" in printed
    assert "Site language probably Turkish" in printed


def test_review_writes_the_contract_as_json(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "report.json"
    assert run("review", article, "--target-lang", "en", "-o", output) == 1
    data = json.loads(output.read_text("utf-8"))
    assert list(data)[:5] == ["schema", "unit", "document", "scores", "issues"]
    assert (data["schema"], data["unit"]) == (1, "codepoint")
    assert data["document"]["site_lang"] == "tr"
    (issue,) = data["issues"]
    assert BAD[issue["start"] : issue["end"]] == issue["text"] == "Bir yanıt yazın"
    assert (issue["rule"], issue["entry"], issue["language"], issue["gloss"]) == (
        "WEB001",
        "tr-bir-yanit-yazin",
        "tr",
        "Leave a reply",
    )
    assert issue["suggestions"] == [{"action": "delete", "text": "", "safe": True}]


@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        ("html", b"<!doctype html>"),
        ("xlsx", b"PK"),
        ("docx", b"PK"),
        ("pdf", b"%PDF"),
        ("sarif", b"{"),
        ("xliff", b"<?xml"),
    ],
)
def test_the_suffix_of_the_output_decides_on_the_format(
    article: Path, tmp_path: Path, suffix: str, start: bytes
) -> None:
    output = tmp_path / f"report.{suffix}"
    assert run("review", article, "--target-lang", "en", "--no-neural", "-o", output) == 1
    assert output.read_bytes().startswith(start)


def test_the_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("review", "--help")
    said = capsys.readouterr().out
    assert [name for name in WRITERS if name not in said] == []


def test_review_of_a_clean_text_exits_0_and_fail_under_decides_otherwise(
    article: Path, tmp_path: Path
) -> None:
    clean = tmp_path / "clean.txt"
    clean.write_text(BODY, encoding="utf-8")
    assert run("review", clean, "--target-lang", "en", "-o", tmp_path / "a.txt") == 0
    assert run("review", article, "--target-lang", "en", "--fail-under", "10", "-o", tmp_path / "b.txt") == 0
    assert run("review", article, "--target-lang", "en", "--fail-under", "100", "-o", tmp_path / "c.txt") == 1
    assert run("review", article, "--target-lang", "en", "--ignore", "WEB", "-o", tmp_path / "d.txt") == 0


def test_fix_writes_the_corrected_file_and_says_what_is_left(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("fix", article, "-o", tmp_path / "out.txt", "--target-lang", "en") == 0
    assert (tmp_path / "out.txt").read_text("utf-8") == BODY.rstrip()
    assert capsys.readouterr().err == "1 repaired, 0 left for a person\n"


def test_dismissals_of_a_report_stay_dismissed(article: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    run("review", article, "--target-lang", "en", "-o", report)
    data = json.loads(report.read_text("utf-8"))
    data["issues"][0]["state"] = "dismissed"
    report.write_text(json.dumps(data), encoding="utf-8")
    assert (
        run("review", article, "--target-lang", "en", "--dismissals", report, "-o", tmp_path / "x.txt") == 0
    )


def damaged_docx() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        ("zeros.txt", b"text\0\0text", "binary"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t ", "no words"),
        ("broken.docx", damaged_docx(), "docx"),
        ("big.txt", b"word " * (12 << 20), "MB"),
    ],
)
def test_bad_input_gives_one_sentence_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert run("review", path, "-o", tmp_path / "out.json") == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert words.lower() in captured.err.lower()
    assert captured.out == ""
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("review", "missing.txt"), "there is no such file"),
        (("review", "{article}", "--select", "WEB01"), "no rule matches 'WEB01'; did you mean WEB001?"),
        (("review", "{article}", "--format", "jsn"), "no report format is called 'jsn'; did you mean json"),
        (
            ("review", "{article}", "--online", "gogle"),
            "no online provider is called 'gogle'; did you mean google",
        ),
        (("explain", "WEB999"), "no rule or entry is called 'WEB999'"),
        (("batch", "missing.jsonl", "-o", "x.jsonl"), "there is no such file"),
    ],
)
def test_wrong_use_names_the_way_out(
    article: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert run(*(argument.format(article=article) for argument in arguments)) == 2
    assert words in capsys.readouterr().err


def test_explain_prints_rules_and_entries(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "page-furniture") == 0
    assert "# WEB001 page-furniture" in capsys.readouterr().out
    assert run("explain", "nl-onbespreekbaar") == 0
    assert "non-negotiable" in capsys.readouterr().out
    assert run("rules", "--json") == 0
    assert {"RES001", "WEB001"} <= {rule["id"] for rule in json.loads(capsys.readouterr().out)}


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def test_batch_keeps_order_carries_fields_and_turns_bad_rows_into_errors(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [
        json.dumps({"id": "a", "target": BAD, "target_lang": "en", "desk": "foreign"}),
        "{not json",
        json.dumps({"id": "c", "target": ""}),
        json.dumps({"id": "d", "target": 5}),
        json.dumps([1]),
        json.dumps({"id": "f"}),
        json.dumps({"id": "g", "target": BODY, "target_lang": "en"}),
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    for workers in (1, 2):
        output = tmp_path / f"out{workers}.jsonl"
        assert run("batch", source, "-o", output, "--workers", workers) == 0
        out = rows(output)
        assert [row["id"] for row in out] == ["a", None, "c", "d", None, "f", "g"]
        assert out[0]["desk"] == "foreign"
        assert [len(row["issues"]) if "issues" in row else row["error"] for row in out] == [
            1,
            "line 2 is not JSON; each line must be one JSON object.",
            "The text is empty: there is nothing to review; give a text with at least one word.",
            "field 'target' must be text, not int.",
            "line 5 is not a JSON object.",
            "the row has no field 'target'.",
            0,
        ]
    assert (tmp_path / "out1.jsonl").read_bytes() == (tmp_path / "out2.jsonl").read_bytes()


def test_batch_resumes_where_it_stopped(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        "".join(json.dumps({"id": i, "target": BODY, "target_lang": "en"}) + "\n" for i in range(5)),
        encoding="utf-8",
    )
    assert run("batch", source, "-o", output) == 0
    whole = output.read_text("utf-8")
    output.unlink()
    Path(f"{output}.part").write_text(
        "".join(whole.splitlines(keepends=True)[:2]) + '{"id":2,"cut', encoding="utf-8"
    )
    assert run("batch", source, "-o", output, "--resume") == 0
    assert output.read_text("utf-8") == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_batch_reads_tables(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(
        'id,target,target_lang\nx,"The talks\nwent on.\n\nBir yanıt yazın",en\n', encoding="utf-8"
    )
    assert run("batch", source, "-o", tmp_path / "out.jsonl") == 0
    assert [[i["text"] for i in row["issues"]] for row in rows(tmp_path / "out.jsonl")] == [
        ["Bir yanıt yazın"]
    ]
