"""The house rules that no linter knows."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from mtqa.rules.registry import all_rules

ROOT = Path(__file__).parents[2]


def test_requirements_txt_repeats_the_dependencies_of_pyproject() -> None:
    listed = [
        line
        for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()
        if line and line[0] != "#"
    ]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert listed == project["dependencies"]


def test_the_registry_snapshot_names_all_rules() -> None:
    expected = (ROOT / "tests" / "golden" / "registry.txt").read_text("utf-8").splitlines()
    assert [f"{rule.id} {rule.name}" for rule in all_rules().values()] == expected


def test_the_rule_pages_are_those_of_the_metadata() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    from write_rule_pages import FOLDER, pages

    assert {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")} == pages()


def test_import_mtqa_loads_nothing_heavy() -> None:
    code = "import sys, mtqa; print(sorted({'numpy', 'streamlit', 'lxml', 'rich', 'requests'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
