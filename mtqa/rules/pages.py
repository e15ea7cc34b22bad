"""The documentation of a rule, made from its metadata: the same text in `docs/rules/`, `mtqa explain` and the screen."""

from __future__ import annotations

from mtqa.core.families import FAMILIES
from mtqa.core.languages import language_name
from mtqa.rules.contract import Example, Rule


def rule_page(rule: Rule) -> str:
    """The page of a rule in Markdown."""
    lines = [
        f"# {rule.id} {rule.name}",
        "",
        rule.summary,
        "",
        rule.why,
        "",
        f"- Family: {FAMILIES[rule.family].label}",
        f"- MQM category: {rule.category}",
        f"- Severity: {rule.severity}",
    ]
    if rule.targets:
        lines.append(f"- Target languages: {', '.join(map(language_name, sorted(rule.targets)))}")
    if rule.needs:
        lines.append(f"- Needs: {', '.join(sorted(rule.needs))}")
    for title, examples in (
        ("Found", [e for e in rule.examples if e.is_bad]),
        ("Left alone", [e for e in rule.examples if not e.is_bad]),
    ):
        if examples:
            lines += ["", f"## {title}", ""]
            lines += [line for example in examples for line in _example(example)]
    return "\n".join(lines)


def _example(example: Example) -> list[str]:
    quoted = [f"> {line}".rstrip() for line in example.text.split("\n")]
    if example.source:
        quoted += [">", f"> (source: {example.source})"]
    if example.fixed:
        quoted += [">", *(f"> → {line}".rstrip() for line in example.fixed.split("\n"))]
    return [*quoted, ""]
