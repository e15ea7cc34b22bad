"""The PDF report, read by pypdf."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from mtqa.core.reviews import Review
from mtqa.report import write_report
from tests.report.factory import full_review, review
from tests.report.hostile import hostile_review

pytest.importorskip("typst", reason="PDF reports need typst: pip install typst")


def words(result: Review) -> str:
    pages = PdfReader(io.BytesIO(write_report(result, "pdf"))).pages
    text = unicodedata.normalize("NFKC", " ".join(page.extract_text() for page in pages))
    return re.sub(r"\s+", " ", text)


def test_the_pages_tell_scores_article_and_issues() -> None:
    said = words(full_review())
    for sentence in (
        "Review: article.txt",
        "Light edit",
        "That is unmentionable",
        "C2 “unmentionable” means taboo",
        "Write: non-negotiable",
        "ALN001 did not run: no source was given; give it with --source",
        "How the scores were made: mtqa|v:1.0|rules:9",
    ):
        assert sentence in said


def test_the_file_is_titled_tagged_and_has_no_date() -> None:
    reader = PdfReader(io.BytesIO(write_report(full_review(), "pdf")))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creation_date) == ("Review: article.txt", None)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_file_loads_and_runs_nothing() -> None:
    data = write_report(hostile_review(), "pdf")
    for action in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile"):
        assert action not in data


def test_text_is_never_mark_up_for_typst() -> None:
    said = words(hostile_review())
    assert '#eval("1+1") $x$' in said
    assert "<script>alert(1)</script>" in said


def test_letters_of_many_scripts_are_there() -> None:
    said = words(review(text="Ğüneş ışığı\n\nПривет\n\nΩμέγα\n\nقال الوزير"))
    assert [word for word in ("Ğüneş ışığı", "Привет", "Ωμέγα") if word not in said] == []
    assert re.search(r"[\u0600-\u06ff]{3}", said)


def test_letters_without_a_shape_are_told() -> None:
    assert "Some characters have no shape in the fonts of this machine" in words(
        review(text="odd \u0378 sign")
    )
