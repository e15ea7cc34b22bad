"""Online translation on request: deep-translator behind a small protocol, cached and limited in time."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from mtqa.core.errors import ConfigError, OnlineError, did_you_mean
from mtqa.language.cache import cache_folder
from mtqa.online.waiting import answer_place, keep_answer, kept_answer, within

TIMEOUT = 15.0  # seconds; longer than anybody waits at a click
LONGEST = 4500  # code points in one call: Google's page takes 5,000
_REGIONAL = {"zh": "zh-CN"}


class Translation(NamedTuple):
    """A translated text with who made it and when (ISO date, UTC)."""

    text: str
    provider: str
    date: str
    cached: bool


class Translator(Protocol):
    """Something that translates a text from one language to another (BCP 47 codes, or "auto" for the source)."""

    def translate(self, text: str, source: str, target: str) -> str:
        """The translated text. Raises `OnlineError` if the service refuses, fails or takes too long."""


class DatedTranslator(Translator, Protocol):
    """A translator that also says who made each translation, and when."""

    def look_up(self, text: str, source: str, target: str) -> Translation:
        """The translation with its origin. Raises as `translate` does."""


class _Engine(Protocol):
    def translate(self, text: str) -> str | None: ...


def _google(source: str, target: str, _url: str | None, _key: str | None) -> _Engine:
    from deep_translator import GoogleTranslator  # noqa: PLC0415  pulls in requests

    engine: _Engine = GoogleTranslator(
        source=_REGIONAL.get(source, source), target=_REGIONAL.get(target, target)
    )
    return engine


def _mymemory(source: str, target: str, _url: str | None, _key: str | None) -> _Engine:
    from deep_translator import MyMemoryTranslator  # noqa: PLC0415

    engine: _Engine = MyMemoryTranslator(source=source, target=target)
    return engine


def _libre(source: str, target: str, url: str | None, key: str | None) -> _Engine:
    from deep_translator import LibreTranslator  # noqa: PLC0415

    if not url:
        raise OnlineError(
            "LibreTranslate needs the address of a server: libre:http://127.0.0.1:5000/, or $MTQA_LIBRE_URL"
        )
    base = url if url.endswith("/") else f"{url}/"
    # The package's list of languages ends at seventeen; the server knows better what it can do.
    engine = LibreTranslator(source="en", target="fr", custom_url=base, api_key=key or "none")
    engine.source, engine.target = source, target
    translator: _Engine = engine
    return translator


def _deepl(source: str, target: str, _url: str | None, key: str | None) -> _Engine:
    from deep_translator import DeeplTranslator  # noqa: PLC0415

    if not key:
        raise OnlineError("DeepL needs a key: set $DEEPL_API_KEY")
    engine: _Engine = DeeplTranslator(
        api_key=key, source=source, target=target, use_free_api=key.endswith(":fx")
    )
    return engine


_Maker = Callable[[str, str, str | None, str | None], _Engine]
PROVIDERS: Mapping[str, _Maker] = {"google": _google, "mymemory": _mymemory, "libre": _libre, "deepl": _deepl}


def make_translator(
    provider: str, *, timeout: float = TIMEOUT, cache: Path | None = None
) -> OnlineTranslator:
    """A translator by name: `google`, `mymemory`, `deepl`, `libre` or `libre:URL`.

    Keys come from $DEEPL_API_KEY and $LIBRE_API_KEY, the server of `libre` from its URL or $MTQA_LIBRE_URL.
    Raises `ConfigError` for a name it does not know.
    """
    name, _, url = provider.partition(":")
    if name not in PROVIDERS:
        raise ConfigError(
            f"no online provider is called {name!r}{did_you_mean(name, PROVIDERS)}; known: {', '.join(PROVIDERS)}"
        )
    key = os.environ.get({"deepl": "DEEPL_API_KEY", "libre": "LIBRE_API_KEY"}.get(name, ""), None)
    address = url or os.environ.get("MTQA_LIBRE_URL")
    return OnlineTranslator(name, PROVIDERS[name], address, key, timeout, cache or cache_folder() / "online")


class OnlineTranslator:
    """A `Translator` that asks a service, keeps its answers on disk, and never waits longer than its time limit."""

    def __init__(
        self, name: str, maker: _Maker, url: str | None, key: str | None, timeout: float, cache: Path
    ) -> None:
        self.name = name
        self._maker, self._url, self._key, self._timeout, self._cache = maker, url, key, timeout, cache

    def translate(self, text: str, source: str, target: str) -> str:
        """The translated text; see `look_up` for its origin."""
        return self.look_up(text, source, target).text

    def look_up(self, text: str, source: str, target: str) -> Translation:
        """The translation with provider and date, from the cache where it was asked for before."""
        if len(text) > LONGEST:
            raise OnlineError(
                f"The text has {len(text):,} characters; online services take at most {LONGEST:,} at once."
            )
        place = answer_place(self._cache, self.name, self._url or "", source, target, text)
        kept = _read(place)
        if kept is not None:
            return kept
        answer = within(
            self._timeout,
            lambda: self._maker(source, target, self._url, self._key).translate(text),
            self.name,
        )
        if not answer or not answer.strip():
            raise OnlineError(f"{self.name} gave no translation; try another provider.")
        made = Translation(answer, self.name, datetime.now(UTC).date().isoformat(), cached=False)
        keep_answer(place, {"text": made.text, "provider": made.provider, "date": made.date})
        return made


def _read(place: Path) -> Translation | None:
    data = kept_answer(place)
    text, provider, date = (data.get(name) for name in ("text", "provider", "date"))
    if isinstance(text, str) and isinstance(provider, str) and isinstance(date, str):
        return Translation(text, provider, date, cached=True)
    return None
