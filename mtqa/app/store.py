"""Autosave: the article and the decisions about it, in a folder of this computer. Nothing of it is ever logged."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from platformdirs import user_data_path

from mtqa.app.desk import Work
from mtqa.app.sessions import (
    SUFFIX,
    SavedSession,
    read_session,
    read_work,
    write_session,
    write_work,
)
from mtqa.core.errors import InputError
from mtqa.core.files import write_atomically

DATA_VARIABLE = "MTQA_DATA"
_WORK = ".work.json"
_KEY = re.compile(r"[0-9a-f]{32}")


def data_folder() -> Path:
    """Where reviews are kept: `reviews` in `$MTQA_DATA`, or in the user's data folder."""
    named = os.environ.get(DATA_VARIABLE)
    return (Path(named) if named else user_data_path("mtqa")) / "reviews"


def made_folder(folder: Path | None = None) -> Path:
    """The folder of reviews, made if it is not there. Raises InputError if it cannot be."""
    place = folder or data_folder()
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError(
            f"{place}: decisions cannot be kept ({error.strerror}); set {DATA_VARIABLE}"
        ) from error
    return place


def save(session: SavedSession, folder: Path | None = None) -> None:
    """Keeps an article with its review. Raises InputError if the folder cannot be written."""
    place = made_folder(folder)
    write_atomically(place / f"{session.submission.key}{SUFFIX}", write_session(session))
    save_work(session.submission.key, session.work, place)


def save_work(key: str, work: Work, folder: Path | None = None) -> None:
    """Keeps the work on an article that was saved before."""
    write_atomically((folder or data_folder()) / f"{key}{_WORK}", write_work(work))


def load(key: str, folder: Path | None = None) -> SavedSession | None:
    """The kept review of an article, or None if there is none that can be read."""
    if not _KEY.fullmatch(key):
        return None
    place = folder or data_folder()
    try:
        session = read_session((place / f"{key}{SUFFIX}").read_bytes())
        return replace(session, work=read_work((place / f"{key}{_WORK}").read_bytes()))
    except (OSError, InputError):
        return None


def forget(key: str, folder: Path | None = None) -> None:
    """Deletes the kept review of an article."""
    for suffix in (SUFFIX, _WORK) if _KEY.fullmatch(key) else ():
        ((folder or data_folder()) / f"{key}{suffix}").unlink(missing_ok=True)
