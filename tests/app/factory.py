"""Hand-made reviews for the tests of the review screen."""

from __future__ import annotations

from typing import Any

from mtqa.app.keys import KeyedReview
from mtqa.core.issues import Issue, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.reviews import Review, Scores, Verdict
from mtqa.core.spans import Span
from mtqa.text import read_document

ARTICLE = """Russia replies to the US | Abroad

That is unmentionable for NATO. The call was a telephone interview, and a second telephone interview followed.

ttn-3

Bir yanıt yazın
"""
SCORES = Scores(60.0, Verdict.HEAVY_EDIT, (40.0, 70.0), 50.0, "mtqa|v:1", fluency=80.0)


def issue(text: str, covered: str, rule: str, *, nth: int = 1, **fields: Any) -> Issue:
    """An issue at the nth place where the text says `covered`."""
    start = -1
    for _ in range(nth):
        start = text.index(covered, start + 1)
    usual: dict[str, Any] = {
        "name": "some-defect",
        "category": Category.MISTRANSLATION,
        "severity": Severity.MAJOR,
        "confidence": 0.9,
        "message": "This is odd; mend it.",
        "fingerprint": f"{rule}-{covered}",
    }
    place = {
        "span": Span(start, start + len(covered)),
        "line": text.count("\n", 0, start) + 1,
        "text": covered,
    }
    return Issue(rule, **(usual | place | fields))


def keyed(*issues: Issue, text: str = ARTICLE, **fields: Any) -> KeyedReview:
    """A review of a text with these issues, in text order."""
    ordered = tuple(sorted(issues, key=lambda item: item.span))
    return KeyedReview(Review(read_document(text, name="a.txt"), ordered, SCORES, **fields))


def article() -> KeyedReview:
    """The article with six issues of three families."""
    return keyed(
        issue(ARTICLE, "| Abroad", "WEB003", name="section-label", severity=Severity.MINOR, suggestions=(delete(safe=True),)),
        issue(ARTICLE, "unmentionable", "CAL001", severity=Severity.CRITICAL, language="nl",
              suggestions=(replace("non-negotiable"), replace("out of the question"))),
        issue(ARTICLE, "telephone interview", "CAL001", suggestions=(replace("call"),), language="nl"),
        issue(ARTICLE, "telephone interview", "CAL001", nth=2, suggestions=(replace("call"),), language="nl"),
        issue(ARTICLE, "ttn-3", "WEB005", name="page-code", suggestions=(delete(safe=True),)),
        issue(ARTICLE, "Bir yanıt yazın", "RES001", name="foreign-line", language="tr", gloss="Write a reply",
              category=Category.UNTRANSLATED, suggestions=()),
    )  # fmt: skip
