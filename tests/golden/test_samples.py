"""The expected reviews of the samples; `make golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtqa

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt") if not path.stem.endswith(".source"))


def described(name: str) -> str:
    source = SAMPLES / f"{name}.source.txt"
    result = mtqa.review(
        (SAMPLES / f"{name}.txt").read_text("utf-8"),
        source=source.read_text("utf-8") if source.exists() else None,
        target_lang="en",
    )
    lines = [f"quality {result.scores.quality:.0f} {result.scores.verdict}"]
    lines.append(
        f"from {result.source.language if result.source else '?'}, site {result.site.language if result.site else '?'}"
    )
    lines += [
        f"{i.line}: {i.rule} {i.severity} {i.confidence:.2f} [{i.text}] {i.message} -> {' | '.join(s.text or '(delete)' for s in i.suggestions)}"
        for i in result.issues
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_its_expected_review(name: str, request: pytest.FixtureRequest) -> None:
    golden = Path(__file__).with_name(f"{name}.expected")
    found = described(name)
    if request.config.getoption("--renew-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text("utf-8")


def test_there_are_samples_of_six_languages_and_a_clean_one() -> None:
    assert {name.split("-")[-1] for name in NAMES} == {
        "dutch",
        "german",
        "french",
        "turkish",
        "russian",
        "chinese",
        "clean",
    }


def test_the_clean_sample_is_clean() -> None:
    assert mtqa.review((SAMPLES / "clean.txt").read_text("utf-8"), target_lang="en").issues == ()
