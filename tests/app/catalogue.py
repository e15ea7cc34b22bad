"""Which texts the screen can say: found in the code itself, so that no list has to be kept."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import mtqa.app
from mtqa.app.languages import CHOICES
from mtqa.core.families import FAMILIES
from mtqa.core.languages import language_name

APP = Path(mtqa.app.__file__).parent


def said() -> set[str]:
    """Every text given to `say` or `noted`, both forms of every noun that is counted, and the names of families and languages."""
    texts = {family.label for family in FAMILIES.values()} | {"All", "Open", "Decided"}
    texts |= {language_name(code) for code in CHOICES if code}
    for path in APP.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts |= _texts(node.func.id, node.args)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "map":
                texts |= _mapped(node)
    return texts


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _texts(function: str, arguments: list[ast.expr]) -> set[str]:
    constants = [
        one.value for one in arguments if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    if function in {"say", "noted"}:
        return set(constants)
    if function == "counted":
        return {f"{{number}} {form}" for one in constants for form in (one, f"{one}s")}
    return set()


def _mapped(call: ast.Call) -> set[str]:
    function, *values = call.args
    if not (isinstance(function, ast.Name) and function.id == "noted"):
        return set()
    return {node.value for value in values for node in ast.walk(value) if isinstance(node, ast.Constant)}
