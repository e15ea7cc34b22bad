"""The XLIFF report, read by lxml."""

from __future__ import annotations

import re

from lxml import etree

from mtqa.core.issues import Issue
from mtqa.core.mqm import Category
from mtqa.core.reviews import Review
from mtqa.report import write_report
from mtqa.report.xliff_report import _TYPES
from tests.report.factory import ARTICLE, SCORES, document, full_review, issue, review
from tests.report.hostile import PARAGRAPHS, hostile_review

NAMES = {"x": "urn:oasis:names:tc:xliff:document:2.0", "its": "http://www.w3.org/2005/11/its"}
ITS = "{http://www.w3.org/2005/11/its}"
# https://www.w3.org/TR/its20/#lqissue-typevalues
ITS_TYPES = set(
    "terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register "
    "locale-specific-content locale-violation style characters misspelling typographical formatting "
    "inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance "
    "uncategorized other".split()
)


def xliff(result: Review) -> etree._Element:
    return etree.fromstring(write_report(result, "xliff"))


def said(target: etree._Element) -> str:
    """The text of a target with the characters that XML cannot hold put back."""
    out = target.text or ""
    for child in target:
        out += chr(int(child.get("hex"), 16)) if child.tag.endswith("}cp") else said(child)
        out += child.tail or ""
    return out


def test_the_file_is_xliff_2_1_with_its() -> None:
    root = xliff(full_review())
    assert (root.tag, root.get("version"), root.get("srcLang"), root.get("trgLang"), root.get(f"{ITS}version")) == (
        "{urn:oasis:names:tc:xliff:document:2.0}xliff", "2.1", "nl", "en", "2.0",
    )  # fmt: skip
    assert root.xpath("x:file/@original", namespaces=NAMES) == ["article.txt"]


def test_each_paragraph_is_a_unit_with_its_text() -> None:
    targets = xliff(full_review()).xpath("//x:target", namespaces=NAMES)
    assert [said(target) for target in targets] == [line for line in ARTICLE.split("\n") if line]


def test_each_issue_is_a_localization_quality_issue() -> None:
    markers = xliff(full_review()).xpath("//x:mrk[@type='itsm:generic']", namespaces=NAMES)
    assert [
        (said(one), one.get(f"{ITS}locQualityIssueType"), one.get(f"{ITS}locQualityIssueSeverity"),
         one.get(f"{ITS}locQualityIssueEnabled"))
        for one in markers
    ] == [
        (" | Abroad", "addition", "4", "yes"),
        ("unmentionable", "mistranslation", "100", "yes"),
        ("It said", "grammar", "20", "no"),
        ("Bir yanıt yazın", "untranslated", "20", "yes"),
    ]  # fmt: skip


def test_every_category_has_a_type_of_its() -> None:
    assert set(_TYPES) == set(Category)
    assert set(_TYPES.values()) <= ITS_TYPES


def test_notes_hold_what_a_marker_cannot_say() -> None:
    (note,) = xliff(full_review()).xpath("//x:note[@category='CAL001']/text()", namespaces=NAMES)
    assert "Accuracy/Mistranslation · critical · quite sure (75\u202f%) · open" in note
    assert "Write: non-negotiable" in note


def test_ids_are_unique_and_elements_stand_in_order() -> None:
    root = xliff(hostile_review())
    units = root.xpath("//x:unit", namespaces=NAMES)
    assert len({unit.get("id") for unit in units}) == len(units)
    for unit in units:
        children = [etree.QName(child).localname for child in unit]
        assert children in (["notes", "segment"], ["segment"])
        markers = unit.xpath(".//x:mrk/@id", namespaces=NAMES)
        assert len(set(markers)) == len(markers)
        assert all(re.fullmatch(r"m\d+", marker) for marker in markers)


def test_hostile_text_comes_back_whole() -> None:
    targets = xliff(hostile_review()).xpath("//x:target", namespaces=NAMES)
    assert [said(target) for target in targets] == [paragraph.strip() for paragraph in PARAGRAPHS]


def with_source(source: str, *issues: Issue) -> Review:
    return Review(document(source=source), issues, SCORES)


def test_a_source_with_as_many_paragraphs_is_laid_beside_them() -> None:
    root = xliff(with_source("Rusland\n\nDat is onbespreekbaar.\n\nReageer"))
    assert root.xpath("//x:source/text()", namespaces=NAMES) == [
        "Rusland",
        "Dat is onbespreekbaar.",
        "Reageer",
    ]


def test_a_source_with_other_paragraphs_is_left_out_and_that_is_told() -> None:
    root = xliff(with_source("Rusland"))
    assert root.xpath("//x:source/text()", namespaces=NAMES) == []
    assert "The source has another number of paragraphs" in root.xpath(
        "string(x:file/x:notes)", namespaces=NAMES
    )


def test_an_issue_over_two_paragraphs_is_marked_in_both() -> None:
    markers = xliff(review(issue("Abroad\n\nThat"))).xpath("//x:mrk", namespaces=NAMES)
    assert [said(marker) for marker in markers] == ["Abroad", "That"]
