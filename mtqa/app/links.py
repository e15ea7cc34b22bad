"""The address of a session: an unguessable name, and behind it the articles that this name alone opens.

The articles themselves are kept by `store`; nothing in an address can be made from an article's content.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mtqa.app.store import data_folder, made_folder
from mtqa.core.files import write_atomically

_BYTES = 16  # of chance in a name: nobody finds one by trying
_NAME = re.compile(r"[A-Za-z0-9_-]{22}")
_SUFFIX = ".articles.json"


@dataclass(frozen=True, slots=True)
class Link:
    """What an address asks for: a session, and in it perhaps an article and one of its issues."""

    session: str
    article: str = ""
    finding: str = ""


def new_name() -> str:
    """A name for a session that cannot be guessed."""
    return secrets.token_urlsafe(_BYTES)


def link_in(address: Mapping[str, str]) -> Link | None:
    """The link in the query of an address, or None if it names no session."""
    name = address.get("session", "")
    return Link(name, address.get("article", ""), address.get("finding", "")) if name else None


def remember(name: str, articles: Iterable[str], folder: Path | None = None) -> None:
    """Keeps which articles a session holds; a session without articles is forgotten. Raises InputError without a disk."""
    keys = list(articles)
    if keys:
        write_atomically(_place(name, made_folder(folder)), json.dumps(keys).encode("ascii"))
    else:
        _place(name, folder or data_folder()).unlink(missing_ok=True)


def recall(name: str, folder: Path | None = None) -> tuple[str, ...]:
    """The keys of the articles of a session; none if there is no such session."""
    if not _NAME.fullmatch(name):
        return ()
    try:
        keys = json.loads(_place(name, folder or data_folder()).read_bytes())
    except (OSError, ValueError):
        return ()
    return tuple(key for key in keys if isinstance(key, str)) if isinstance(keys, list) else ()


def _place(name: str, folder: Path) -> Path:
    return folder / f"{name}{_SUFFIX}"
