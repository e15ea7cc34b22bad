"""Online translation against a LibreTranslate-compatible server on loopback."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

from mtqa.cli import main
from mtqa.core.errors import ConfigError, OnlineError
from mtqa.online import make_translator


class Handler(BaseHTTPRequestHandler):
    """Answers /translate as LibreTranslate does; the text "slow" takes long, "broken" fails."""

    asked: ClassVar[list[dict[str, str]]] = []

    def do_POST(self) -> None:
        query = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        Handler.asked.append(query)
        if query["q"] == "slow":
            time.sleep(2)
        body = json.dumps({"translatedText": f"<{query['q']} in {query['target']}>"}).encode()
        self.send_response(500 if query["q"] == "broken" else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    service = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{service.server_port}"
    service.shutdown()


def test_a_translation_is_fetched_once_and_then_kept(server: str, tmp_path: Path) -> None:
    Handler.asked.clear()
    translator = make_translator(f"libre:{server}", cache=tmp_path)
    first = translator.look_up("Bir yanıt yazın", "tr", "en")
    second = translator.look_up("Bir yanıt yazın", "tr", "en")
    assert (first.text, first.provider, first.cached) == ("<Bir yanıt yazın in en>", "libre", False)
    assert second == first._replace(cached=True)
    assert [(q["q"], q["source"], q["target"]) for q in Handler.asked] == [("Bir yanıt yazın", "tr", "en")]


def test_a_slow_service_is_left_behind(server: str, tmp_path: Path) -> None:
    translator = make_translator(f"libre:{server}", cache=tmp_path, timeout=0.3)
    started = time.monotonic()
    with pytest.raises(OnlineError, match=r"libre did not answer within 0\.3 seconds"):
        translator.translate("slow", "tr", "en")
    assert time.monotonic() - started < 1.5


def test_a_failing_or_absent_service_is_one_sentence(server: str, tmp_path: Path) -> None:
    with pytest.raises(OnlineError, match="libre failed"):
        make_translator(f"libre:{server}", cache=tmp_path).translate("broken", "tr", "en")
    with pytest.raises(OnlineError, match="libre failed"):
        make_translator("libre:http://127.0.0.1:9", cache=tmp_path).translate("text", "tr", "en")
    assert list(tmp_path.rglob("*.json")) == []


def test_an_unknown_provider_is_refused() -> None:
    with pytest.raises(ConfigError, match="did you mean google"):
        make_translator("googel")


def test_review_takes_glosses_from_the_service(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("mtqa.online.cache_folder", lambda: tmp_path / "cache")
    article = tmp_path / "a.txt"
    article.write_text(
        "The council met on Monday. De burgemeester wilde daar niets over zeggen. A vote is due in May.",
        encoding="utf-8",
    )
    assert (
        main(
            ["review", str(article), "--target-lang", "en", "--format", "json", "--online", f"libre:{server}"]
        )
        == 1
    )
    (issue,) = json.loads(capsys.readouterr().out)["issues"]
    assert issue["gloss"] == "<De burgemeester wilde daar niets over zeggen. in en>"
    assert issue["evidence"][-1].startswith("libre translates it as")
