"""The CSV, TSV and Markdown reports."""

from __future__ import annotations

import csv
import io
import re

import pytest

from mtqa.core.issues import delete, replace
from mtqa.report import write_report
from tests.report.factory import full_review, issue, review


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_row_of_the_table_holds_the_whole_issue() -> None:
    assert rows(write_report(full_review(), "csv"))[3] == {
        "number": "4",
        "line": "5",
        "severity": "major",
        "family": "Left in another language",
        "rule": "RES002",
        "name": "foreign-line",
        "category": "Accuracy/Untranslated",
        "text": "Bir yanıt yazın",
        "language": "Turkish",
        "gloss": "Write a reply",
        "message": "This line is Turkish; delete it.",
        "suggestions": "Delete it",
        "evidence": "",
        "context": "[Bir yanıt yazın]",
        "confidence": "0.9",
        "state": "open",
        "comment": "",
        "start": "70",
        "end": "85",
        "entry": "",
        "fingerprint": "",
    }


def test_the_table_opens_in_excel_as_unicode() -> None:
    assert write_report(full_review(), "csv").startswith(b"\xef\xbb\xbfnumber,line,")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "\uff1d1"])
def test_no_cell_can_act_as_a_formula(cell: str) -> None:
    text = f"{cell}x word"
    (row,) = rows(
        write_report(review(issue("word", text=text, message=cell, comment=cell), text=text), "csv")
    )
    assert (row["message"], row["comment"]) == (f"'{cell}", f"'{cell}")
    assert row["context"].startswith("'")


def test_the_context_is_the_sentence_cut_at_words() -> None:
    text = f"{'before ' * 20}word{' after' * 20}"
    (row,) = rows(write_report(review(issue("word", text=text), text=text), "csv"))
    assert row["context"] == f"…{'before ' * 11}[word]{' after' * 13}…"


def test_the_mqm_table_marks_the_span_and_leaves_out_dismissed_issues() -> None:
    lines = write_report(full_review(), "tsv").decode().splitlines()
    assert [line.split("\t")[6:9] for line in lines] == [
        ["target", "category", "severity"],
        ["Russia replies<v> | Abroad</v>", "Accuracy/Addition", "minor"],
        ["That is <v>unmentionable</v> for NATO. It said so.", "Accuracy/Mistranslation", "critical"],
        ["<v>Bir yanıt yazın</v>", "Accuracy/Untranslated", "major"],
    ]


def test_the_markdown_report_tells_everything() -> None:
    assert write_report(
        review(issue("unmentionable", "CAL001", suggestions=(replace("non-negotiable"),))), "md"
    ).decode() == (
        "# Review: article.txt\n"
        "\n"
        "**Light edit.** Reads well for the most part; mend the marked places first.\n"
        "\n"
        "1 issue: 1 major · 15 words · English\n"
        "\n"
        "| Quality | Fluency | Adequacy | Penalty per 1,000 words |\n"
        "| ---: | ---: | ---: | ---: |\n"
        "| 71 (60 to 81) | not measured | not measured | 28.8 |\n"
        "\n"
        "Signature: mtqa\\|v:1.0\\|rules:9\n"
        "\n"
        "## Issues\n"
        "\n"
        "### 1. This looks odd; check it.\n"
        "\n"
        "> That is **unmentionable** for NATO. It said so.\n"
        "\n"
        "- Major · Calque or false friend · Accuracy/Untranslated · CAL001 · line 3 · very sure (90\u202f%)\n"
        "- Write: non-negotiable\n"
    )


def test_article_text_cannot_become_a_picture_or_link_in_markdown() -> None:
    text = "![x](http://evil.example/p.png) <img src=x> www.evil.example word"
    hostile = issue("word", text=text, message=text, suggestions=(replace(text), delete()))
    said = write_report(review(hostile, text=text), "md").decode()
    assert not re.search(r"(?<!\\)[\[<]|(?<=http)://|(?<=www)\.", said)
