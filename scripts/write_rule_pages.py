"""Writes `docs/rules/` from the metadata of the rules; `tests/house/test_docs.py` fails when it is stale."""

from __future__ import annotations

from pathlib import Path

from mtqa.core.families import FAMILIES
from mtqa.rules.pages import rule_page
from mtqa.rules.registry import all_rules

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def pages() -> dict[str, str]:
    """The content of each page by file name, the index included."""
    made = {f"{rule.id}.md": rule_page(rule).rstrip() + "\n" for rule in all_rules().values()}
    lines = ["# Rules", "", "Made by `make docs`; `mtqa explain WEB001` prints the same page."]
    for code, family in FAMILIES.items():
        mine = [rule for rule in all_rules().values() if rule.family == code]
        if mine:
            lines += ["", f"## {code} {family.label}", "", family.meaning, ""]
            lines += [f"- [{rule.id}]({rule.id}.md) {rule.name}: {rule.summary}" for rule in mine]
    return {**made, "README.md": "\n".join(lines) + "\n"}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
