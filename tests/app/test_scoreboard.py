from __future__ import annotations

from dataclasses import replace

from mtqa.app.pictures import fluency_html, lowest_html, paragraphs_html
from mtqa.app.scoreboard import (
    language_line,
    origin_evidence,
    origin_sentence,
    points_by_paragraph,
    sentence_bars,
    table,
    tiles,
    why_no_fluency,
)
from mtqa.core.reviews import Estimate, Origin, SentenceScore, Verdict
from tests.app.factory import SCORES, article, keyed

DUTCH = Origin("nl", 2.0, ("“unmentionable” is Dutch “onbespreekbaar”.",))
TURKISH = Origin("tr", 2.0, ("The comment prompt is Turkish.",))


def test_tiles_show_the_interval_first_and_the_old_score_after_changes():
    now = replace(SCORES, quality=91.0, verdict=Verdict.PUBLISH, penalty_per_1000=10.0)
    assert [(tile.label, tile.value, tile.note) for tile in tiles(SCORES, SCORES, 400)] == [
        ("Quality", "60", "likely 40–70"),
        ("Verdict", "Heavy edit", ""),
        ("Fluency", "80", ""),
        ("Penalty", "50.0", "per 1,000 words"),
    ]
    assert [tile.note for tile in tiles(now, SCORES, 400)] == [
        "was 60",
        "was Heavy edit",
        "",
        "was 50.0 per 1,000 words",
    ]


def test_a_short_text_and_caps_are_explained():
    (quality, *_) = tiles(replace(SCORES, caps=("wrong-language",)), SCORES, 120)
    assert "only 120 words" in quality.how
    assert "Limited by: wrong language." in quality.how


def test_adequacy_is_shown_where_it_is_known():
    known = replace(SCORES, adequacy=77.0)
    assert "Adequacy" in [tile.label for tile in tiles(known, known, 900)]


def test_the_origin_is_told_in_one_sentence():
    assert origin_sentence(keyed(source=DUTCH, site=TURKISH).review) == (
        "Probably translated from Dutch (1 sign), published by a Turkish site (1 sign)."
    )
    assert (
        origin_sentence(keyed(source=DUTCH, site=DUTCH).review) == "Probably translated from Dutch (1 sign)."
    )
    assert origin_sentence(keyed(site=TURKISH).review) == "Probably published by a Turkish site (1 sign)."
    assert origin_sentence(keyed().review) == ""
    assert origin_evidence(keyed(source=DUTCH, site=TURKISH).review) == DUTCH.pieces + TURKISH.pieces


def test_the_line_about_the_article():
    assert language_line(article().review) == "English · 28 words · 6 issues"


def test_the_table_counts_by_category_and_severity_worst_first():
    assert [(row.category, row.counts) for row in table(article().review.issues)] == [
        ("Accuracy/Mistranslation", (1, 3, 1)),
        ("Accuracy/Untranslated", (0, 1, 0)),
    ]


def test_points_stand_at_the_paragraph_in_which_an_issue_begins():
    points = points_by_paragraph(article().review)
    assert [round(one, 2) for one in points] == [0.9, 31.5, 4.5, 4.5]
    assert [part.partition('"')[0] for part in paragraphs_html(points).split('<i style="')[1:]] == [
        "height:3%",
        "height:100%",
        "height:14%",
        "height:14%",
    ]
    assert "first to the last. Paragraph 2: 31.5 points; Paragraph 3: 4.5 points;" in paragraphs_html(points)


def test_the_strip_of_fluency_has_a_field_for_each_sentence_and_names_those_that_read_worst():
    review = article().review
    first, second = review.document.sentences[1:3]
    scored = Estimate(sentences=(SentenceScore(first, 91.0), SentenceScore(second, 12.0)))
    bars = sentence_bars(replace(review, estimate=scored))
    assert [(bar.words, bar.fluency) for bar in bars] == [(5, 91.0), (12, 12.0)]
    assert bars[0].text == "That is unmentionable for NATO."
    strip = fluency_html(bars)
    assert "flex-grow:12;opacity:0.71" in strip
    assert "2 sentences between 12 and 91 of 100. Those that read worst: The call was" in strip
    assert '<li dir="auto">12 · The call was' in lowest_html(bars)


def test_without_scores_there_is_no_strip_and_one_line_says_why():
    review = article().review
    assert fluency_html(sentence_bars(review)) == ""
    lines = [
        why_no_fluency(review, asked=True, coming=True),
        why_no_fluency(review, asked=False, coming=False),
        why_no_fluency(review, asked=True, coming=False),
    ]
    assert len(set(lines)) == 3
    assert lines[1] == "No fluency by sentence: the scores by language models are switched off."
