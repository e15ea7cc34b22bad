"""The SARIF report, held against the parts of the standard that it uses."""

from __future__ import annotations

import json
from typing import Any

from mtqa.core.spans import Span
from mtqa.report import write_report
from tests.report.factory import ARTICLE, document, full_review, issue, review
from tests.report.hostile import ARTICLE as HOSTILE
from tests.report.hostile import hostile_review


def run(result: Any) -> dict[str, Any]:
    log = json.loads(write_report(result, "sarif"))
    assert (log["version"], log["$schema"].rsplit("/", 1)[1]) == ("2.1.0", "sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    return only


def region_of(result: dict[str, Any]) -> dict[str, Any]:
    return result["locations"][0]["physicalLocation"]["region"]


def test_a_result_points_to_its_rule_and_place() -> None:
    said = run(full_review())
    result = said["results"][1]
    assert (result["ruleId"], result["level"], result["rank"]) == ("CAL001", "error", 75.0)
    assert said["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "CAL001"
    assert region_of(result) == {
        "startLine": 3,
        "startColumn": 9,
        "endLine": 3,
        "endColumn": 22,
        "charOffset": 33,
        "charLength": 13,
        "snippet": {"text": "unmentionable"},
    }
    assert result["partialFingerprints"] == {"mtqa/v1": "f00d"}


def test_columns_count_code_points() -> None:
    text = "😀😀 one\r\n😀 two"
    said = run(review(issue("two", text=text), text=text))
    assert said["columnKind"] == "unicodeCodePoints"
    region = region_of(said["results"][0])
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 3, 6)


def test_every_place_can_be_found_again_by_line_and_column_and_by_offset() -> None:
    for source, result in ((ARTICLE, full_review()), (HOSTILE, hostile_review())):
        lines = source.split("\n")
        for said in run(result)["results"]:
            region = region_of(said)
            covered = region["snippet"]["text"]
            start = region["charOffset"]
            assert source[start : start + region["charLength"]] == covered
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == covered


def test_suggestions_are_fixes() -> None:
    fixes = run(full_review())["results"][1]["fixes"]
    (change,) = fixes[0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert [fix["description"]["text"] for fix in fixes] == [
        "Write: non-negotiable",
        "Write: out of the question",
    ]
    assert replacement["insertedContent"] == {"text": "non-negotiable"}
    assert replacement["deletedRegion"]["charLength"] == 13


def test_an_insertion_deletes_nothing() -> None:
    (fix,) = run(hostile_review())["results"][3]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    assert (region["charLength"], region["startColumn"]) == (0, region["endColumn"])


def test_only_dismissed_issues_are_suppressed() -> None:
    results = run(full_review())["results"]
    assert [result.get("suppressions") for result in results] == [
        None,
        None,
        [{"kind": "external", "status": "accepted", "justification": "It is the ministry."}],
        None,
    ]


def test_what_did_not_run_is_told() -> None:
    (invocation,) = run(full_review())["invocations"]
    assert not invocation["executionSuccessful"]
    assert [one["associatedRule"]["id"] for one in invocation["toolConfigurationNotifications"]] == ["ALN001"]
    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == [
        "NUM004 failed: ValueError"
    ]


def test_a_message_holds_no_link_and_no_placeholder() -> None:
    (result,) = run(review(issue("It", message="[x](http://evil.example) {0} \\")))["results"]
    assert result["message"]["text"] == "\\[x\\](http://evil.example) {{0}} \\\\"


def test_a_file_name_is_a_relative_address() -> None:
    named = review(issue("It"))
    odd = type(named)(document(name="../a b:ü?.txt"), named.issues, named.scores)
    (artifact,) = run(odd)["artifacts"]
    assert artifact["location"] == {"uri": "..%2Fa%20b%3A%C3%BC%3F.txt"}


def test_an_issue_at_the_end_of_the_text_has_a_place() -> None:
    end = len(ARTICLE)
    (result,) = run(review(issue("", "ALN001", span=Span(end, end), line=5)))["results"]
    assert (region_of(result)["startLine"], region_of(result)["startColumn"]) == (5, 16)
