"""What every service on the network needs: answers kept on disk, and an end to waiting."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from mtqa.core.errors import MtqaError, OnlineError
from mtqa.core.files import write_atomically

_Answer = TypeVar("_Answer")


def answer_place(folder: Path, *question: str) -> Path:
    """The file that keeps the answer to a question; every part of the question counts."""
    name = hashlib.sha256("\x1f".join(question).encode("utf-8", "surrogatepass")).hexdigest()
    return folder / name[:2] / f"{name}.json"


def keep_answer(place: Path, answer: Mapping[str, object]) -> None:
    """Writes an answer for the next time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(place, json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def kept_answer(place: Path) -> Mapping[str, object]:
    """The answer kept there; empty if there is none that can be read, so that it is asked for again."""
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def within(seconds: float, ask: Callable[[], _Answer], name: str) -> _Answer:
    """The answer of a call that has no time limit of its own, asked in a thread that is left behind if it is late."""
    answers: list[_Answer] = []
    errors: list[Exception] = []

    def work() -> None:
        try:
            answers.append(ask())
        except Exception as error:  # noqa: BLE001  the services raise whatever they like; told apart below
            errors.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise OnlineError(
            f"{name} did not answer within {seconds:g} seconds; try again later or another provider."
        )
    if errors:
        if isinstance(errors[0], MtqaError):
            raise errors[0]
        raise OnlineError(
            f"{name} failed ({type(errors[0]).__name__}); check the connection, the languages and the key."
        ) from errors[0]
    return answers[0]
