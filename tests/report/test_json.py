"""The JSON report is the public contract."""

from __future__ import annotations

import json

from mtqa.core.reviews import ReferenceScores, Scores, Verdict
from mtqa.report import review_to_dict, write_report
from tests.report.factory import full_review, issue, review


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    said = json.loads(write_report(full_review(), "json"))
    assert list(said) == ["schema", "unit", "document", "scores", "issues", "skipped", "failures", "notes"]
    assert list(said["document"]) == [
        "name",
        "words",
        "target_lang",
        "source_lang",
        "source_lang_evidence",
        "site_lang",
    ]
    assert list(said["scores"]) == [
        "quality", "fluency", "adequacy", "verdict", "interval", "penalty_per_1000", "signature", "caps",
        "estimated_penalty_per_1000", "verdict_probability",
    ]  # fmt: skip
    assert list(said["issues"][0]) == [
        "rule", "entry", "name", "category", "severity", "confidence", "start", "end", "line", "text", "language",
        "gloss", "message", "evidence", "suggestions", "fingerprint", "state",
    ]  # fmt: skip


def test_an_issue_is_written_whole() -> None:
    assert json.loads(write_report(full_review(), "json"))["issues"][1] == {
        "rule": "CAL001",
        "entry": "nl-onbespreekbaar",
        "name": "calque",
        "category": "Accuracy/Mistranslation",
        "severity": "critical",
        "confidence": 0.75,
        "start": 33,
        "end": 46,
        "line": 3,
        "text": "unmentionable",
        "language": None,
        "gloss": None,
        "message": "“unmentionable” means taboo; the source probably says “not open to discussion”.",
        "evidence": ["Dutch “onbespreekbaar” is often translated like this."],
        "suggestions": [
            {"action": "replace", "text": "non-negotiable", "safe": False},
            {"action": "replace", "text": "out of the question", "safe": False},
        ],
        "fingerprint": "f00d",
        "state": "open",
    }


def test_document_and_gaps_are_written_whole() -> None:
    said = review_to_dict(full_review())
    assert said["document"] == {
        "name": "article.txt",
        "words": 15,
        "target_lang": "en",
        "source_lang": "nl",
        "source_lang_evidence": ["“unmentionable” is Dutch “onbespreekbaar”."],
        "site_lang": "tr",
    }
    assert said["skipped"] == [{"rule": "ALN001", "why": "no source was given; give it with --source"}]
    assert said["failures"] == [{"rule": "NUM004", "error": "ValueError"}]
    assert said["notes"] == ["Short sample: under 500 words."]


def test_scores_are_not_rounded_and_a_reference_is_kept() -> None:
    reference = ReferenceScores(31.234567, 55.5, 48.25, ("BLEU|v:2.6",))
    scores = Scores(
        99.123456, Verdict.PUBLISH, (90.5, 100.0), 0.876544, "mtqa|v:1", 70.5, 60.25, ("cap",), reference
    )
    assert review_to_dict(review(scores=scores))["scores"] == {
        "quality": 99.123456,
        "fluency": 70.5,
        "adequacy": 60.25,
        "verdict": "publish",
        "interval": [90.5, 100.0],
        "penalty_per_1000": 0.876544,
        "signature": "mtqa|v:1",
        "caps": ["cap"],
        "estimated_penalty_per_1000": None,
        "verdict_probability": None,
        "reference": {"bleu": 31.234567, "chrf": 55.5, "ter": 48.25, "signatures": ["BLEU|v:2.6"]},
    }


def test_a_lone_surrogate_survives_as_an_escape() -> None:
    text = "odd \ud83d sign"
    said = json.loads(write_report(review(issue("\ud83d", "ENC001", text=text), text=text), "json"))
    assert said["issues"][0]["text"] == "\ud83d"
