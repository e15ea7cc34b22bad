"""The pictures of the HTML report, and how its numbers are made."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from mtqa.core.mqm import Category, Severity
from mtqa.core.reviews import Estimate, Review, Scores, SentenceScore, Verdict
from mtqa.report import write_report
from mtqa.report.explanations import explained_scores
from mtqa.report.paragraph_bars import MOST_ROWS
from mtqa.report.sentence_strip import ABSENT
from mtqa.report.tally import by_severity, category_rows
from tests.report.factory import ARTICLE, SCORES, document, full_review, issue, review


def page(result: Review) -> Any:
    return html.fromstring(write_report(result, "html"))


def estimated(*fluency: float) -> Review:
    """A review whose sentences read so."""
    found = document()
    sentences = tuple(
        SentenceScore(span, value) for span, value in zip(found.sentences, fluency, strict=True)
    )
    return Review(found, (), SCORES, Estimate(10.0, 50.0, None, sentences))


def test_categories_are_counted_the_most_frequent_first() -> None:
    issues = (
        issue("It", category=Category.GRAMMAR),
        issue("so", category=Category.NAME, severity=Severity.CRITICAL),
        issue("That", category=Category.NAME, severity=Severity.MINOR),
    )
    assert category_rows(issues) == [
        ("Accuracy/Entity", 1, 0, 1, 2),
        ("Linguistic conventions/Grammar", 0, 1, 0, 1),
        ("all", 1, 1, 1, 3),
    ]
    assert by_severity(issues) == "1 critical, 1 major, 1 minor"


def test_a_bar_is_as_long_as_its_category_is_frequent_and_as_high_as_it_is_grave() -> None:
    bars = page(full_review()).xpath("//td[@class='bars']")
    heights = [[(rect.get("class"), rect.get("height")) for rect in bar.iter("rect")] for bar in bars]
    assert heights == [[("b-minor", "5")], [("b-critical", "14")], [("b-major", "9")], [("b-major", "9")]]


def test_each_paragraph_has_a_bar_with_its_issues_in_words() -> None:
    rows = page(full_review()).xpath("//ol[@class='paras']/li")
    assert [row.xpath("string(span)") for row in rows] == ["1 minor", "1 critical, 1 major", "1 major"]
    assert [row.xpath("a/@href") for row in rows] == [["#p1"], ["#p2"], ["#p3"]]
    assert [row.xpath("svg/a/@href") for row in rows] == [["#i1"], ["#i2", "#i3"], ["#i4"]]


def test_ticks_stand_where_the_issues_stand() -> None:
    text = f"{'word ' * 99}last"
    tree = page(review(issue("last", text=text), text=text))
    assert float(tree.xpath("//ol[@class='paras']//rect[contains(@class, 'tick')]/@x")[0]) > 980


def test_a_long_article_shows_only_paragraphs_with_issues() -> None:
    text = "\n\n".join(f"Line {number} here." for number in range(MOST_ROWS + 1))
    tree = page(review(issue("Line 7", text=text), text=text))
    assert len(tree.xpath("//ol[@class='paras']/li")) == 1
    assert f"{MOST_ROWS} paragraphs are left out" in tree.text_content()
    assert len(tree.xpath("//*[local-name()='svg' and @class='where']")) == 1


def test_the_strip_has_a_bar_for_each_sentence_and_tells_the_lowest() -> None:
    tree = page(estimated(90.0, 12.0, 70.0))
    bars = tree.xpath("//*[local-name()='svg' and @class='reads']//*[local-name()='rect'][position() > 1]")
    assert [(bar.get("class"), bar.get("height")) for bar in bars] == [
        ("sound", "36.00"),
        ("low", "4.80"),
        ("sound", "28.00"),
    ]
    assert "Of 3 sentences, 1 is more likely damaged than sound." in tree.text_content()
    assert tree.xpath("string(//ul[contains(@class, 'lowest')]/li)").startswith(
        "12 That is unmentionable for NATO."
    )


def test_without_the_models_one_line_says_so() -> None:
    tree = page(full_review())
    assert tree.xpath("//*[@class='reads']") == []
    assert ABSENT in tree.text_content()


def test_every_number_leads_to_how_it_is_made() -> None:
    tree = page(estimated(90.0, 12.0, 70.0))
    made = {f"#{name}" for name in tree.xpath("//dl[@class='made']/div/@id")}
    shown = {link for link in tree.xpath("//@href") if link.startswith("#m-")}
    assert shown <= made
    assert {"#m-verdict", "#m-quality", "#m-range", "#m-fluency", "#m-adequacy", "#m-penalty"} <= shown
    assert len(tree.xpath("//dl[@class='strip']/div")) == len(
        tree.xpath("//dl[@class='strip']//a[@class='how']")
    )


def test_the_explanation_of_quality_holds_its_figures() -> None:
    scores = Scores(40.0, Verdict.HEAVY_EDIT, (30.0, 50.0), 50.0, "s", caps=("untranslated-sentence",),
                    estimated_penalty_per_1000=0.5)  # fmt: skip
    quality = explained_scores(review(scores=scores))[0].made
    assert quality == (
        "60 · exp(−points / 125), here with 50.5 penalty points per 1,000 words (50.0 of the issues and 0.5 estimated). "
        "Quality is limited because of this: untranslated sentence. It cannot exceed 60. "
        "Issues that were dismissed or repaired do not count."
    )


@pytest.mark.parametrize(("fluency", "words"), [(None, "The quality formula"), (50.0, "The language model")])
def test_fluency_is_explained_as_it_was_made(fluency: float | None, words: str) -> None:
    result = Review(document(ARTICLE), (), SCORES, Estimate(fluency=fluency))
    made = {one.key: one.made for one in explained_scores(result)}
    assert made["fluency"].startswith(words)
