"""Small reviews for the tests of reports."""

from __future__ import annotations

from typing import Any

from mtqa.core.documents import Block, BlockKind, Document, Tokens
from mtqa.core.issues import Issue, State, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.reviews import Failure, Origin, Review, Scores, Skipped, Verdict
from mtqa.core.spans import Span

ARTICLE = "Russia replies | Abroad\n\nThat is unmentionable for NATO. It said so.\n\nBir yanıt yazın"
SCORES = Scores(
    quality=71.25,
    verdict=Verdict.LIGHT_EDIT,
    interval=(60.5, 80.75),
    penalty_per_1000=28.75,
    signature="mtqa|v:1.0|rules:9",
)


def document(text: str = ARTICLE, **fields: Any) -> Document:
    """A document with one paragraph and one sentence per line."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start += len(line) + 1
    blocks = tuple(
        Block(BlockKind.TITLE if not n else BlockKind.PARAGRAPH, span) for n, span in enumerate(spans)
    )
    return Document(text, blocks, tuple(spans), Tokens([], [], [], []), **({"name": "article.txt"} | fields))


def issue(covered: str, rule: str = "RES001", *, text: str = ARTICLE, **fields: Any) -> Issue:
    """An issue at the first place where the text says `covered`."""
    start = text.index(covered)
    usual: dict[str, Any] = {
        "name": "some-defect",
        "category": Category.UNTRANSLATED,
        "severity": Severity.MAJOR,
        "confidence": 0.9,
        "message": "This looks odd; check it.",
    }
    place = {
        "span": Span(start, start + len(covered)),
        "line": text.count("\n", 0, start) + 1,
        "text": covered,
    }
    return Issue(rule, **(usual | place | fields))


def review(*issues: Issue, text: str = ARTICLE, **fields: Any) -> Review:
    """A review of the text with these issues."""
    return Review(document(text), issues, **({"scores": SCORES} | fields))


def full_review() -> Review:
    """A review that has one of everything."""
    return review(
        issue(
            " | Abroad",
            "WEB007",
            name="section-label",
            category=Category.ADDITION,
            severity=Severity.MINOR,
            message="The headline ends in a section label; delete it.",
            suggestions=(delete(safe=True),),
            state=State.ACCEPTED,
        ),
        issue(
            "unmentionable",
            "CAL001",
            name="calque",
            category=Category.MISTRANSLATION,
            severity=Severity.CRITICAL,
            confidence=0.75,
            message="“unmentionable” means taboo; the source probably says “not open to discussion”.",
            evidence=("Dutch “onbespreekbaar” is often translated like this.",),
            suggestions=(replace("non-negotiable"), replace("out of the question")),
            entry="nl-onbespreekbaar",
            fingerprint="f00d",
        ),
        issue(
            "It said",
            "FLU009",
            name="wrong-pronoun",
            category=Category.GRAMMAR,
            message="Who is “it”? Name the speaker.",
            state=State.DISMISSED,
            comment="It is the ministry.",
        ),
        issue(
            "Bir yanıt yazın",
            "RES002",
            name="foreign-line",
            message="This line is Turkish; delete it.",
            language="tr",
            gloss="Write a reply",
            suggestions=(delete(safe=True),),
        ),
        source=Origin("nl", 1.5, ("“unmentionable” is Dutch “onbespreekbaar”.",)),
        site=Origin("tr", 2.0, ("The comment prompt is Turkish.",)),
        skipped=(Skipped("ALN001", "no source was given; give it with --source"),),
        failures=(Failure("NUM004", "ValueError"),),
        notes=("Short sample: under 500 words.",),
    )
