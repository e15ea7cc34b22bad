"""The review as JSON: the public contract, which other programs read."""

from __future__ import annotations

import json

from mtqa.core.issues import Issue
from mtqa.core.opinions import (
    DIVERGENCE_NAME,
    DIVERGENCE_RULE,
    Agreement,
    Divergence,
    OutsideEstimate,
    SentencePair,
)
from mtqa.core.reviews import Estimate, ReferenceScores, Review, Scores

SCHEMA = 1


def write_json(review: Review) -> bytes:
    """The review as indented UTF-8 JSON; scores are not rounded."""
    text = json.dumps(review_to_dict(review), ensure_ascii=False, indent=2)
    # A lone surrogate, which UTF-8 cannot hold, becomes the JSON escape that means it.
    return f"{text}\n".encode("utf-8", "backslashreplace")


def review_to_dict(review: Review) -> dict[str, object]:
    """The review as JSON values, keys in the order of the contract (offsets in code points)."""
    values: dict[str, object] = {
        "schema": SCHEMA,
        "unit": "codepoint",
        "document": _document(review),
        "scores": _scores(review.scores),
        "issues": [_issue(issue) for issue in review.issues],
        "skipped": [{"rule": item.rule, "why": item.why} for item in review.skipped],
        "failures": [{"rule": item.rule, "error": item.error} for item in review.failures],
        "notes": list(review.notes),
    }
    values |= _estimate(review.estimate)
    values |= {"agreement": _agreement(review, review.agreement)} if review.agreement else {}
    return values | ({"estimator": _outside(review, review.outside)} if review.outside else {})


def _estimate(estimate: Estimate | None) -> dict[str, object]:
    if estimate is None:
        return {}
    sentences = [
        {"start": s.span.start, "end": s.span.end, "fluency": round(s.fluency, 2)} for s in estimate.sentences
    ]
    return {"sentences": sentences}


def _document(review: Review) -> dict[str, object]:
    document, source, site = review.document, review.source, review.site
    return {
        "name": document.name,
        "words": document.words,
        "target_lang": document.target_lang,
        "source_lang": document.source_lang or (source.language if source else None),
        "source_lang_evidence": list(source.pieces) if source else [],
        "site_lang": site.language if site else None,
    }


def _scores(scores: Scores) -> dict[str, object]:
    values: dict[str, object] = {
        "quality": scores.quality,
        "fluency": scores.fluency,
        "adequacy": scores.adequacy,
        "verdict": scores.verdict.value,
        "interval": list(scores.interval),
        "penalty_per_1000": scores.penalty_per_1000,
        "signature": scores.signature,
        "caps": list(scores.caps),
        "estimated_penalty_per_1000": scores.estimated_penalty_per_1000,
        "verdict_probability": scores.verdict_probability,
    }
    return values | ({"reference": _reference(scores.reference)} if scores.reference else {})


def _reference(reference: ReferenceScores) -> dict[str, object]:
    return {
        "bleu": reference.bleu,
        "chrf": reference.chrf,
        "ter": reference.ter,
        "signatures": list(reference.signatures),
    }


def _issue(issue: Issue) -> dict[str, object]:
    return {
        "rule": issue.rule,
        "entry": issue.entry,
        "name": issue.name,
        "category": issue.category.value,
        "severity": issue.severity.value,
        "confidence": issue.confidence,
        "start": issue.span.start,
        "end": issue.span.end,
        "line": issue.line,
        "text": issue.text,
        "language": issue.language,
        "gloss": issue.gloss,
        "message": issue.message,
        "evidence": list(issue.evidence),
        "suggestions": [
            {"action": item.action.value, "text": item.text, "safe": item.safe} for item in issue.suggestions
        ],
        "fingerprint": issue.fingerprint,
        "state": issue.state.value,
        **({"comment": issue.comment} if issue.comment else {}),
    }


def _agreement(review: Review, agreement: Agreement) -> dict[str, object]:
    return {
        "provider": agreement.provider,
        "date": agreement.date,
        "cached": agreement.cached,
        "signature": agreement.signature,
        "fresh": agreement.fresh,
        "back": agreement.back,
        "sentences": [
            _places(one.pair)
            | {
                "fresh": one.fresh,
                "back": one.back,
                "fresh_text": one.fresh_text,
                "back_text": one.back_text,
            }
            for one in agreement.sentences
        ],
        "findings": [_divergence(review, one) for one in agreement.findings],
        "notes": list(agreement.notes),
    }


def _places(pair: SentencePair) -> dict[str, object]:
    return {
        "start": pair.target.start,
        "end": pair.target.end,
        "source_start": pair.source.start,
        "source_end": pair.source.end,
    }


def _divergence(review: Review, one: Divergence) -> dict[str, object]:
    return {
        "rule": DIVERGENCE_RULE,
        "name": DIVERGENCE_NAME,
        "confidence": one.confidence,
        "start": one.span.start,
        "end": one.span.end,
        "line": one.line,
        "text": one.span.of(review.document.text),
        "message": one.message,
        "evidence": list(one.evidence),
    }


def _outside(review: Review, outside: OutsideEstimate) -> dict[str, object]:
    sentences = [
        _places(one.pair)
        | {
            "score": one.score,
            "spans": [
                {
                    "start": error.span.start,
                    "end": error.span.end,
                    "text": error.span.of(review.document.text),
                    "severity": error.severity.value,
                    "category": error.category,
                }
                for error in one.errors
            ],
        }
        for one in outside.sentences
    ]
    return {
        "name": outside.estimator,
        "score": outside.score,
        "date": outside.date,
        "cached": outside.cached,
        "sentences": sentences,
        "notes": list(outside.notes),
    }
