"""The examples of the rules are their tests."""

from __future__ import annotations

import pytest

import mtqa
from mtqa.core.config import Config
from mtqa.core.edits import Edit, apply_edits
from mtqa.repairs import repair
from mtqa.rules.contract import Example, Rule
from mtqa.rules.registry import all_rules

BAD = [(rule, example) for rule in all_rules().values() for example in rule.examples if example.is_bad]
GOOD = [(rule, example) for rule in all_rules().values() for example in rule.examples if not example.is_bad]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value.text)[:40] if isinstance(value, Example) else ""


def reviewed(text: str, example: Example, rule: Rule) -> mtqa.Review:
    return mtqa.review(
        text,
        source=example.source,
        source_lang=example.source_lang,
        target_lang=example.target_lang,
        config=Config(neural="neural" in rule.needs),
    )


def parts(example: Example) -> tuple[str, str, str]:
    before, _, rest = example.text.partition("[[")
    end = rest.rindex("]]")
    return before, rest[:end], rest[end + 2 :]


@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_a_bad_example_has_exactly_the_marked_issue(rule: Rule, example: Example) -> None:
    before, marked, after = parts(example)
    result = reviewed(before + marked + after, example, rule)
    assert [(i.rule, i.span.start, i.text) for i in result.issues] == [(rule.id, len(before), marked)]
    assert result.failures == ()


@pytest.mark.parametrize(("rule", "example"), [case for case in BAD if case[1].fixed is not None], ids=name)
def test_a_suggestion_repairs_the_bad_example_and_the_result_is_silent(rule: Rule, example: Example) -> None:
    before, marked, after = parts(example)
    text = before + marked + after
    (issue,) = reviewed(text, example, rule).issues
    repaired = [apply_edits(text, [Edit(*issue.span, s.apply(issue.text))]) for s in issue.suggestions]
    repaired += [apply_edits(text, [repair(text, issue.span, s)]) for s in issue.suggestions]
    assert example.fixed in repaired
    assert [i.rule for i in reviewed(example.fixed or "", example, rule).issues] == []


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=name)
def test_a_good_example_is_silent_under_all_rules(rule: Rule, example: Example) -> None:
    assert [(i.rule, i.text) for i in reviewed(example.text, example, rule).issues] == []


@pytest.mark.parametrize("rule", all_rules().values(), ids=name)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.why.split()) >= 12
    assert any(not example.is_bad for example in rule.examples)
