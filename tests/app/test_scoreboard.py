from __future__ import annotations

from dataclasses import replace

from mtqa.app.pictures import paragraphs_html
from mtqa.app.scoreboard import (
    language_line,
    origin_evidence,
    origin_sentence,
    points_by_paragraph,
    table,
    tiles,
)
from mtqa.core.reviews import Origin, Verdict
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
    assert paragraphs_html(points).count("<rect") == 4
    assert "<rect" not in paragraphs_html((0.0,))
