"""Writing files so that nobody ever finds half of one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from mtqa.core.errors import InputError


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Put the bytes into the file, whole or not at all; a link stays a link, and permissions stay.

    Raises InputError when the file cannot be written; what was there before is then untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        _replace(target, data)
    except OSError as error:
        reason = error.strerror or "it does not work"
        raise InputError(f"cannot write {path}: {reason}; choose another place") from error


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.tmp")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
