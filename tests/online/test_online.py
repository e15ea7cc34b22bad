"""Online translation against a LibreTranslate-compatible server on loopback."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from mtqa.cli import main
from mtqa.core.errors import ConfigError, OnlineError
from mtqa.online import make_translator


def test_a_translation_is_fetched_once_and_then_kept(
    libre: str, asked: list[dict[str, str]], tmp_path: Path
) -> None:
    translator = make_translator(f"libre:{libre}", cache=tmp_path)
    first = translator.look_up("Bir yanıt yazın", "tr", "en")
    second = translator.look_up("Bir yanıt yazın", "tr", "en")
    assert (first.text, first.provider, first.cached) == ("<Bir yanıt yazın in en>", "libre", False)
    assert second == first._replace(cached=True)
    assert [(q["q"], q["source"], q["target"]) for q in asked] == [("Bir yanıt yazın", "tr", "en")]


def test_a_slow_service_is_left_behind(libre: str, tmp_path: Path) -> None:
    translator = make_translator(f"libre:{libre}", cache=tmp_path, timeout=0.3)
    started = time.monotonic()
    with pytest.raises(OnlineError, match=r"libre did not answer within 0\.3 seconds"):
        translator.translate("slow", "tr", "en")
    assert time.monotonic() - started < 1.5


def test_a_failing_or_absent_service_is_one_sentence(libre: str, tmp_path: Path) -> None:
    with pytest.raises(OnlineError, match="libre failed"):
        make_translator(f"libre:{libre}", cache=tmp_path).translate("broken", "tr", "en")
    with pytest.raises(OnlineError, match="libre failed"):
        make_translator("libre:http://127.0.0.1:9", cache=tmp_path).translate("text", "tr", "en")
    assert list(tmp_path.rglob("*.json")) == []


def test_an_unknown_provider_is_refused() -> None:
    with pytest.raises(ConfigError, match="did you mean google"):
        make_translator("googel")


def test_review_takes_glosses_from_the_service(
    libre: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path / "cache"))
    article = tmp_path / "a.txt"
    article.write_text(
        "The council met on Monday. De burgemeester wilde daar niets over zeggen. A vote is due in May.",
        encoding="utf-8",
    )
    assert (
        main(
            ["review", str(article), "--target-lang", "en", "--format", "json", "--online", f"libre:{libre}"]
        )
        == 1
    )
    (issue,) = json.loads(capsys.readouterr().out)["issues"]
    assert issue["gloss"] == "<De burgemeester wilde daar niets over zeggen. in en>"
    assert issue["evidence"][-1].startswith("libre translates it as")
