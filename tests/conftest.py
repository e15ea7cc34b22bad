"""Options and fixtures that all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "mtqa", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("mtqa")

# The rules are tested alone, in milliseconds; what the neural models add has tests that ask for them.
os.environ["MTQA_NEURAL"] = "off"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the expected reviews anew")
