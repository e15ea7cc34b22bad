"""The Word report, opened by python-docx and as raw XML."""

from __future__ import annotations

import copy
import io
import zipfile

import docx
from docx.document import Document as WordFile
from lxml import etree

from mtqa.core.issues import State, delete, insert, replace
from mtqa.core.reviews import Review
from mtqa.core.spans import Span
from mtqa.formats import read_article
from mtqa.report import write_report
from tests.report.factory import ARTICLE, full_review, issue, review
from tests.report.hostile import PARAGRAPHS, RIGHT_TO_LEFT, hostile_review

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(result: Review) -> WordFile:
    return docx.Document(io.BytesIO(write_report(result, "docx")))


def body(result: Review) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(write_report(result, "docx"))) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def decided(result: Review, *, accept: bool) -> list[str]:
    """The paragraphs that Word shows once all changes are accepted, or all rejected."""
    root = copy.deepcopy(body(result))
    for change in list(root.iter(W + ("del" if accept else "ins"))):
        if change.getparent().tag != W + "rPr":
            change.getparent().remove(change)
    lines, line = [], ""
    for paragraph in root.iter(W + "p"):
        line += "".join(leaf.text or "" for leaf in paragraph.iter(W + "t", W + "delText"))
        if not (accept and paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None):
            lines.append(line)
            line = ""
    return lines


def test_the_article_is_there_as_it_came_when_changes_are_rejected() -> None:
    assert decided(full_review(), accept=False) == [line for line in ARTICLE.split("\n") if line]


def test_accepted_repairs_are_tracked_changes() -> None:
    accepted = issue("unmentionable", suggestions=(replace("non-negotiable"),), state=State.ACCEPTED)
    root = body(review(accepted))
    (gone,) = root.iter(W + "del")
    (come,) = root.iter(W + "ins")
    assert ("".join(gone.itertext()), "".join(come.itertext())) == ("unmentionable", "non-negotiable")
    assert (gone.get(W + "author"), gone.getnext()) == ("mtqa", come)
    assert decided(review(accepted), accept=True)[1] == "That is non-negotiable for NATO. It said so."


def test_open_and_dismissed_repairs_change_nothing() -> None:
    states = (State.OPEN, State.DISMISSED)
    for state in states:
        result = review(issue("unmentionable", suggestions=(replace("x"),), state=state))
        assert decided(result, accept=True) == decided(result, accept=False)


def test_a_deleted_paragraph_goes_with_its_end() -> None:
    result = review(
        issue("That is unmentionable for NATO. It said so.", suggestions=(delete(),), state=State.ACCEPTED)
    )
    assert decided(result, accept=True) == ["Russia replies | Abroad", "Bir yanıt yazın"]


def test_an_insertion_goes_in_at_its_place() -> None:
    place = ARTICLE.index("for NATO")
    result = review(
        issue("", span=Span(place, place), suggestions=(insert("a word "),), state=State.ACCEPTED)
    )
    assert decided(result, accept=True)[1] == "That is unmentionable a word for NATO. It said so."


def test_all_repairs_together_give_the_corrected_article() -> None:
    result = review(
        issue(" | Abroad", suggestions=(delete(),), state=State.ACCEPTED),
        issue("unmentionable", suggestions=(replace("non-negotiable"),), state=State.ACCEPTED),
        issue("Bir yanıt yazın", suggestions=(replace("Reply"),), state=State.ACCEPTED),
    )
    assert decided(result, accept=True) == [
        "Russia replies",
        "That is non-negotiable for NATO. It said so.",
        "Reply",
    ]


def test_each_issue_is_a_comment_after_the_one_on_the_whole() -> None:
    whole, *rest = opened(full_review()).comments
    assert whole.text.startswith("Light edit. ")
    assert "ALN001 did not run: no source was given; give it with --source" in whole.text
    assert [comment.text.split("\n")[0] for comment in rest] == [
        "Accepted. The headline ends in a section label; delete it.",
        "“unmentionable” means taboo; the source probably says “not open to discussion”.",
        "Dismissed. Who is “it”? Name the speaker.",
        "This line is Turkish; delete it.",
    ]
    assert {comment.author for comment in rest} == {"mtqa"}


def test_a_comment_encloses_its_words() -> None:
    root = body(full_review())
    start = root.find(f".//{W}commentRangeStart[@{W}id='2']")
    end = root.find(f".//{W}commentRangeEnd[@{W}id='2']")
    between = []
    following = start.getnext()
    while following is not end:
        between.append("".join(following.itertext()))
        following = following.getnext()
    assert between == ["unmentionable"]


def test_blocks_have_their_styles() -> None:
    assert [paragraph.style.name for paragraph in opened(full_review()).paragraphs] == [
        "Heading 1",
        "Normal",
        "Normal",
    ]


def test_hostile_text_stays_text() -> None:
    lines = decided(hostile_review(), accept=False)
    odd = str.maketrans(dict.fromkeys("\x00\x1b\ud800", "\ufffd"))
    plain = [paragraph.strip().translate(odd).replace("\t", "") for paragraph in PARAGRAPHS]
    assert lines == plain
    root = body(hostile_review())
    turned = [paragraph for paragraph in root.iter(W + "p") if paragraph.find(f"{W}pPr/{W}bidi") is not None]
    assert len(turned) == 1
    assert RIGHT_TO_LEFT[:10] in "".join(turned[0].itertext())


def test_the_report_can_be_read_back_as_an_article() -> None:
    text = read_article(write_report(full_review(), "docx"), "report.docx").text
    assert text.split("\n") == [
        "Russia replies",
        "That is unmentionable for NATO. It said so.",
        "Bir yanıt yazın",
    ]


def test_an_issue_between_paragraphs_has_a_comment_too() -> None:
    place = ARTICLE.index("\n")
    for span in (Span(place + 1, place + 1), Span(len(ARTICLE), len(ARTICLE)), Span(0, 0)):
        assert len(opened(review(issue("", "ALN001", span=span))).comments) == 2
