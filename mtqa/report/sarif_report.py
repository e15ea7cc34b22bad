"""The issues as SARIF 2.1.0, which code hosts and editors show beside the text.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import re
from string import ascii_letters, digits

from mtqa import __version__
from mtqa.core.documents import Document
from mtqa.core.issues import Action, Issue, State, Suggestion
from mtqa.core.mqm import Severity
from mtqa.core.reviews import Review, Scores
from mtqa.core.spans import Span
from mtqa.report.words import advice

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.MINOR: "note", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}
_UNRESERVED = frozenset((ascii_letters + digits + "-._~").encode())
_FINGERPRINT = "mtqa/v1"
Values = dict[str, object]


def write_sarif(review: Review) -> bytes:
    """The review as one SARIF run: columns and offsets in code points, dismissed issues as suppressed results."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(review)]}
    text = json.dumps(log, ensure_ascii=False, indent=2)
    # A lone surrogate, which UTF-8 cannot hold, becomes the JSON escape that means it.
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _run(review: Review) -> Values:
    rules = {issue.rule: issue for issue in reversed(review.issues)}
    order = sorted(rules)
    return {
        "tool": {
            "driver": {
                "name": "mtqa",
                "version": __version__,
                "rules": [_rule(rules[rule]) for rule in order],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _place(review.document), "roles": ["analysisTarget"]}],
        "invocations": [_invocation(review)],
        "results": [_result(review.document, issue, order.index(issue.rule)) for issue in review.issues],
        "properties": _scores(review.scores) | {"notes": list(review.notes)},
    }


def _rule(issue: Issue) -> Values:
    return {
        "id": issue.rule,
        "name": issue.name,
        "shortDescription": {"text": issue.name.replace("-", " ").capitalize()},
        "defaultConfiguration": {"level": _LEVELS[issue.severity]},
        "properties": {"category": issue.category.value, "tags": ["translation", issue.family]},
    }


def _invocation(review: Review) -> Values:
    """What did not run, as SARIF tells it: rules left out are configuration, crashed ones are execution."""
    return {
        "executionSuccessful": not review.failures,
        "toolConfigurationNotifications": [
            _notification(item.rule, "note", f"{item.rule} did not run: {item.why}")
            for item in review.skipped
        ],
        "toolExecutionNotifications": [
            _notification(item.rule, "error", f"{item.rule} failed: {item.error}") for item in review.failures
        ],
    }


def _notification(rule: str, level: str, said: str) -> Values:
    return {"level": level, "message": {"text": _literal(said)}, "associatedRule": {"id": rule}}


def _result(document: Document, issue: Issue, index: int) -> Values:
    values: Values = {
        "ruleId": issue.rule,
        "ruleIndex": index,
        "level": _LEVELS[issue.severity],
        "rank": round(100 * issue.confidence, 1),
        "message": {"text": _literal(issue.message)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _place(document, 0),
                    "region": _region(document, issue.span) | {"snippet": {"text": issue.text}},
                }
            }
        ],
        "properties": {
            "severity": issue.severity.value,
            "state": issue.state.value,
            "entry": issue.entry,
            "language": issue.language,
            "gloss": issue.gloss,
            "evidence": list(issue.evidence),
        },
    }
    if issue.suggestions:
        values["fixes"] = [_fix(document, issue, suggestion) for suggestion in issue.suggestions]
    if issue.fingerprint:
        values["partialFingerprints"] = {_FINGERPRINT: issue.fingerprint}
    if issue.state is State.DISMISSED:
        values["suppressions"] = [_suppression(issue)]
    return values


def _suppression(issue: Issue) -> Values:
    reason: Values = {"justification": issue.comment} if issue.comment else {}
    return {"kind": "external", "status": "accepted"} | reason


def _fix(document: Document, issue: Issue, suggestion: Suggestion) -> Values:
    start = issue.span.start
    gone = Span(start, start) if suggestion.action is Action.INSERT else issue.span
    return {
        "description": {"text": _literal(": ".join(filter(None, advice(suggestion))))},
        "artifactChanges": [
            {
                "artifactLocation": _place(document, 0),
                "replacements": [
                    {
                        "deletedRegion": _region(document, gone),
                        "insertedContent": {"text": suggestion.text},
                    }
                ],
            }
        ],
    }


def _region(document: Document, span: Span) -> Values:
    """Lines and columns from 1, the end column behind the last character, and the offset from 0."""
    return {
        "startLine": document.line_of(span.start),
        "startColumn": _column(document.text, span.start),
        "endLine": document.line_of(span.end),
        "endColumn": _column(document.text, span.end),
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset)


def _place(document: Document, index: int | None = None) -> Values:
    """The article's file name as a relative address; everything but letters, digits and `-._~` is escaped."""
    name = (document.name or "article").encode("utf-8", "replace")
    uri = "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in name)
    return {"uri": uri} | ({} if index is None else {"index": index})


def _scores(scores: Scores) -> Values:
    return {
        "quality": scores.quality,
        "verdict": scores.verdict.value,
        "fluency": scores.fluency,
        "adequacy": scores.adequacy,
        "penaltyPer1000": scores.penalty_per_1000,
        "signature": scores.signature,
    }


def _literal(text: str) -> str:
    r"""The text as a message in which nothing is a link or a placeholder (sections 3.11.5 and 3.11.6).

    >>> print(_literal("see [this](http://x) {0}"))
    see \[this\](http://x) {{0}}
    """
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")
