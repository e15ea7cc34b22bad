"""Estimators by name, and the one that asks an OpenAI-compatible endpoint (a model of one's own server, or of a service)."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from mtqa.core.config import EstimatorSettings
from mtqa.core.errors import ConfigError, InvalidAnswer, OnlineError, did_you_mean
from mtqa.core.opinions import SentenceEstimate
from mtqa.language.cache import cache_folder
from mtqa.online.answers import INSTRUCTION, read_estimate, read_reply
from mtqa.online.waiting import answer_place, keep_answer, kept_answer, within
from mtqa.scoring.comet import CometEstimator
from mtqa.scoring.estimators import Estimator

TIMEOUT = 60.0  # seconds a sentence; a large model on a small machine writes a few words a second
_LARGEST = 1_000_000  # bytes of an answer that are read
_KINDS = ("openai", "comet")


def make_estimator(
    name: str,
    settings: EstimatorSettings | None = None,
    *,
    timeout: float = TIMEOUT,
    cache: Path | None = None,
) -> Estimator:
    """An estimator by name: `openai:URL#MODEL`, `openai` (as set up) or `comet:PATH`.

    What the name leaves out comes from $MTQA_ESTIMATOR_URL, _MODEL and _KEY, then from the settings. The key of the
    settings goes only to the URL of the settings. Raises `ConfigError` or `ModelError`.
    """
    kind, _, rest = name.partition(":")
    if kind == "comet" and rest:
        return CometEstimator(rest)
    if kind != "openai":
        known = "openai:URL#MODEL, comet:PATH"
        raise ConfigError(f"no estimator is called {name!r}{did_you_mean(kind, _KINDS)}; known: {known}")
    given, chosen = settings or EstimatorSettings(), rest.partition("#")
    url = chosen[0] or os.environ.get("MTQA_ESTIMATOR_URL") or given.url
    model = chosen[2] or os.environ.get("MTQA_ESTIMATOR_MODEL") or given.model
    key = os.environ.get("MTQA_ESTIMATOR_KEY") or (given.key if url == given.url else "")
    if not url or not model:
        raise ConfigError("openai needs an address and a model: openai:http://127.0.0.1:8080/v1#MODEL")
    return ChatEstimator(_checked(url), model, key, timeout, cache or cache_folder() / "estimators")


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ConfigError("the address of an estimator begins with http:// or https://")
    if parts.username is not None or parts.query:
        raise ConfigError("the address of an estimator holds no key; put the key into $MTQA_ESTIMATOR_KEY")
    return url.rstrip("/").removesuffix("/chat/completions")


class ChatEstimator:
    """An `Estimator` that asks a chat model for a score and MQM errors, keeps its answers, and never waits for ever."""

    def __init__(self, url: str, model: str, key: str, timeout: float, cache: Path) -> None:
        self.name = f"openai:{url}#{model}"
        self._url, self._model, self._key, self._timeout, self._cache = url, model, key, timeout, cache
        self._host = urlsplit(url).netloc

    def score(self, source: str, target: str) -> SentenceEstimate:
        """The model's estimate, from the cache where it was asked for before."""
        place = answer_place(self._cache, self._url, self._model, INSTRUCTION, source, target)
        kept = kept_answer(place)
        content, date = kept.get("content"), kept.get("date")
        cached = isinstance(content, str) and isinstance(date, str)
        if not cached:
            body = within(self._timeout, lambda: self._asked(source, target), self._host)
            content, date = read_reply(body), datetime.now(UTC).date().isoformat()
        estimate = read_estimate(str(content), target)
        if not cached:  # a bad answer is not kept
            keep_answer(place, {"content": content, "date": date})
        return SentenceEstimate(estimate.score, estimate.errors, str(date), cached)

    def _asked(self, source: str, target: str) -> bytes:
        pair = json.dumps({"source": source, "target": target}, ensure_ascii=False)
        question = {
            "model": self._model,
            "temperature": 0,
            "response_format": {"type": "json_object"},
            "messages": [
                {"role": "system", "content": INSTRUCTION},
                {"role": "user", "content": pair},
            ],
        }
        headers = {"Content-Type": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        return _post(f"{self._url}/chat/completions", question, headers, self._timeout, self._host)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Goes nowhere else: a redirect would take the key along."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """No request to follow with, so that the redirect is an error."""


def _post(
    url: str, question: Mapping[str, object], headers: dict[str, str], timeout: float, host: str
) -> bytes:
    request = urllib.request.Request(url, json.dumps(question).encode(), headers)  # noqa: S310  http(s), checked
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=timeout) as response:
            body: bytes = response.read(_LARGEST + 1)
    except urllib.error.HTTPError as error:
        raise OnlineError(
            f"{host} refused ({error.code}); check the address, the model and the key."
        ) from error
    except TimeoutError as error:
        raise OnlineError(f"{host} did not answer within {timeout:g} seconds; try again later.") from error
    except (OSError, ValueError) as error:
        raise OnlineError(f"{host} cannot be reached; check the address and the connection.") from error
    if len(body) > _LARGEST:
        raise InvalidAnswer("the endpoint's answer is longer than any estimate; try another model.")
    return body
