"""The user's cache folder, and the compiled lexicons kept in it, so that a review starts in a fraction of a second.

The cache is a pickle in a folder of the user's own, named by a hash of version, file names, sizes and times; whatever is
wrong with it, the lexicons are read from their files instead.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

from mtqa import __version__
from mtqa.core.errors import InputError
from mtqa.core.files import write_atomically

_log = logging.getLogger(__name__)
_Made = TypeVar("_Made")
# Part of the key; raise it when the classes that are kept change.
FORMAT = 6
_MONTH = 30 * 24 * 3600  # seconds


def cache_folder() -> Path:
    """Where models are kept: `$MTQA_CACHE`, or the user's cache folder."""
    chosen = os.environ.get("MTQA_CACHE")
    return Path(chosen) if chosen else user_cache_path("mtqa", appauthor=False)


def cached(name: str, folder: Path, make: Callable[[], _Made]) -> _Made:
    """What `make` makes of the files below a folder, from the cache if nothing has changed since it was made."""
    place = cache_folder() / f"{name}-{_key(folder)}.pickle"
    try:
        with place.open("rb") as stream, _without_collection():
            kept: _Made = pickle.load(stream)  # noqa: S301  our own file in the user's own folder
            return kept
    except FileNotFoundError:
        pass
    except Exception as error:  # noqa: BLE001  a broken cache must cost time only
        _log.info("the cache %s is unusable (%s)", place.name, type(error).__name__)
    with _without_collection():
        made = make()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _remove_old(place.parent.glob(f"{name}-*.pickle"))
        write_atomically(place, pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
    except (OSError, InputError) as error:
        _log.info("the cache cannot be written (%s)", error)
    return made


def _remove_old(kept: Iterable[Path]) -> None:
    """Removes what no installation has made for a month; a newer one may belong to another installation."""
    for path in kept:
        if time.time() - path.stat().st_mtime > _MONTH:
            path.unlink(missing_ok=True)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Rests the garbage collector: hundreds of thousands of new objects and no garbage make it half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _key(folder: Path) -> str:
    digest = blake2b(f"{__version__}|{FORMAT}|{sys.version_info[:2]}|{folder}".encode(), digest_size=10)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in {".toml", ".tsv", ".txt"}:
            state = path.stat()
            digest.update(f"{path.relative_to(folder)}|{state.st_size}|{state.st_mtime_ns};".encode())
    return digest.hexdigest()
