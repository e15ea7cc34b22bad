"""The HTML report: whole, harmless and linked both ways."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import html

from mtqa.core.issues import Issue, State, replace
from mtqa.core.reviews import Scores, Verdict
from mtqa.core.spans import Span
from mtqa.report import write_report
from tests.report.factory import ARTICLE, full_review, issue, review

EVIL = "<script>alert(1)</script><img src=x onerror=y>\"'&"


def page(*issues: Issue, **fields: Any) -> Any:
    return html.fromstring(write_report(review(*issues, **fields), "html"))


def test_nothing_from_outside_becomes_mark_up() -> None:
    text = f"{EVIL}\n\n{EVIL} word"
    hostile = issue(
        "word",
        text=text,
        message=EVIL,
        evidence=(EVIL,),
        suggestions=(replace(EVIL),),
        gloss=EVIL,
        comment=EVIL,
    )
    source = write_report(review(hostile, text=text, notes=(EVIL,)), "html").decode()
    tree = html.fromstring(source)
    assert tree.xpath("//script | //img | //*[@onerror]") == []
    assert source.count("&lt;script&gt;alert(1)") == source.count("alert(1)")


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    source = write_report(full_review(), "html").decode()
    tree = html.fromstring(source)
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert tree.xpath("//script | //link | //iframe | //@src | //@style") == []
    assert not re.search(r"https?://|url\(|@import", source)
    assert all(address.startswith("#") for address in tree.xpath("//@href"))


def test_every_link_has_its_target() -> None:
    tree = html.fromstring(write_report(full_review(), "html"))
    targets = [f"#{name}" for name in tree.xpath("//@id")]
    assert len(targets) == len(set(targets))
    assert set(tree.xpath("//@href")) <= set(targets)
    issues = {f"#{side}{number}" for side in "is" for number in range(1, 5)}
    paragraphs = {f"#p{number}" for number in range(1, 4)}
    assert issues | paragraphs <= set(tree.xpath("//@href"))


def test_the_article_is_whole_and_marked() -> None:
    tree = html.fromstring(write_report(full_review(), "html"))
    for added in tree.xpath("//article//a[@class='ref'] | //article//ins"):
        added.drop_tree()
    assert [block.text_content() for block in tree.xpath("//article/*")] == [
        line for line in ARTICLE.split("\n") if line
    ]
    assert [mark.text_content() for mark in tree.xpath("//article//mark")] == [
        " | Abroad", "unmentionable", "It said", "Bir yanıt yazın"
    ]  # fmt: skip


def test_blocks_take_their_own_direction() -> None:
    assert page(text="قال الوزير\n\nHello").xpath("//article/*/@dir") == ["auto", "auto"]


def test_an_issue_over_two_paragraphs_is_marked_in_both_and_has_one_anchor() -> None:
    covered = "Abroad\n\nThat"
    tree = page(issue(covered))
    assert [(mark.text, mark.get("id")) for mark in tree.xpath("//article//mark")] == [
        ("Abroad", "s1"),
        ("That", None),
    ]


@pytest.mark.parametrize("place", [0, 24, 25, 60, len(ARTICLE)])
def test_an_issue_without_text_still_has_its_place(place: int) -> None:
    tree = page(issue("", "ALN001", span=Span(place, place)))
    assert [link for link in tree.xpath("//@href") if link[1] in "is"] == ["#i1", "#i1", "#s1"]
    assert tree.xpath("//article//mark/@id") == ["s1"]


def test_decisions_are_shown() -> None:
    tree = html.fromstring(write_report(full_review(), "html"))
    assert tree.xpath("//li//span[starts-with(@class, 'state')]/text()") == ["accepted", "dismissed"]
    assert "1 accepted, 1 dismissed, 2 open" in tree.xpath("string(//header)")


def test_an_accepted_correction_shows_old_and_new() -> None:
    accepted = issue("unmentionable", suggestions=(replace("non-negotiable"),), state=State.ACCEPTED)
    (mark,) = page(accepted).xpath("//article//mark")
    assert (mark.xpath("string(del)"), mark.xpath("string(ins)")) == ("unmentionable", "non-negotiable")


def test_the_table_counts_categories_by_severity() -> None:
    rows = html.fromstring(write_report(full_review(), "html")).xpath("//table//tr")
    assert [[cell.text_content() for cell in row][:-1] for row in rows] == [
        ["MQM category", "critical", "major", "minor", "all"],
        ["Accuracy/Addition", "–", "–", "1", "1"],
        ["Accuracy/Mistranslation", "1", "–", "–", "1"],
        ["Linguistic conventions/Grammar", "–", "1", "–", "1"],
        ["Accuracy/Untranslated", "–", "1", "–", "1"],
        ["all", "1", "2", "1", "4"],
    ]


def test_origin_gaps_and_notes_are_told() -> None:
    said = html.fromstring(write_report(full_review(), "html")).text_content()
    for sentence in (
        "Probably translated from Dutch (1 sign).",
        "Probably published by a site in Turkish (1 sign).",
        "ALN001 did not run: no source was given; give it with --source",
        "NUM004 failed: ValueError",
        "Short sample: under 500 words.",
        "mtqa|v:1.0|rules:9",
    ):
        assert sentence in said


def test_scores_that_are_not_known_say_why() -> None:
    said = page().xpath("//dl[@class='strip']")[0].text_content()
    assert "Not measured: needs the source." in said
    assert "Light edit" in said


def test_every_verdict_has_its_words() -> None:
    for verdict in Verdict:
        scores = Scores(50.0, verdict, (40.0, 60.0), 10.0, "s")
        assert page(scores=scores).xpath("string(//dd[@class='value'])")


def test_a_review_without_issues_says_so() -> None:
    assert page().xpath("string(//section[@aria-label='Issues'])") == "No issues found."
