"""A LibreTranslate-compatible server on loopback."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest


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
def libre() -> Iterator[str]:
    service = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{service.server_port}"
    service.shutdown()


@pytest.fixture
def asked() -> list[dict[str, str]]:
    """What the server was asked in this test."""
    Handler.asked.clear()
    return Handler.asked
