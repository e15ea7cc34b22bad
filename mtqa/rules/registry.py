"""All rules: every `Rule` found in the modules of this package."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

import mtqa.rules
from mtqa.rules.contract import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by id, in order of id. Raises `ValueError` if two modules use one id."""
    found: dict[str, Rule] = {}
    for module_info in pkgutil.iter_modules(mtqa.rules.__path__):
        module = importlib.import_module(f"mtqa.rules.{module_info.name}")
        for value in vars(module).values():
            if isinstance(value, Rule):
                if value.id in found and found[value.id] is not value:
                    raise ValueError(f"two rules are called {value.id}")
                found[value.id] = value
    return dict(sorted(found.items()))
