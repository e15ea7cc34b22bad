"""Reading zip archives that may be broken or hostile: real bytes are counted before any parser sees them."""

from __future__ import annotations

import copy
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping

from mtqa.core.errors import InputError, UnsafeFile

MAX_MEMBERS = 5_000
MAX_UNPACKED = 256 << 20  # a Word file with photographs is below 100 MB
MAX_MEMBER = 64 << 20
MAX_RATIO = 200  # XML of real documents packs 5 to 50 times; a bomb 1,000 times
_RATIO_MATTERS_FROM = 1 << 20
_CHUNK = 1 << 16
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what the Open Packaging Conventions allow
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError,
           NotImplementedError, RuntimeError, OverflowError, IndexError)  # fmt: skip


def unpack(data: bytes) -> dict[str, bytes]:
    """All members of a zip archive by name.

    Raises UnsafeFile when it unpacks to too much (header sizes can lie, so bytes are counted), and InputError
    when it is damaged, encrypted or packed in a way that documents never are.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(archive)
    except _BROKEN as error:
        raise InputError(
            "the document is damaged and cannot be unpacked; save it again from its program"
        ) from error


def repack(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with some members changed; order, dates and the contents of all others stay."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            body = changed[info.filename] if info.filename in changed else old.read(info)
            new.writestr(copy.copy(info), body, compress_type=info.compress_type)
    return out.getvalue()


def _members(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise UnsafeFile(f"the document has {len(infos):,} parts, more than any real one; it was not opened")
    members: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for info in infos:
        _refuse_odd(info, members)
        members[info.filename] = _read(archive, info, min(left, MAX_MEMBER))
        left -= len(members[info.filename])
    return members


def _refuse_odd(info: zipfile.ZipInfo, members: Mapping[str, bytes]) -> None:
    if info.flag_bits & 1:
        raise InputError("the document is encrypted; take off the password and save it again")
    if info.compress_type not in _METHODS:
        raise InputError("the document is packed in a way Word does not use; save it again from Word")
    if info.filename in members:
        raise UnsafeFile(f"the document holds {info.filename!r} twice; save it again from Word")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    body = bytearray()
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            body += chunk
            suspicious = len(body) > max(_RATIO_MATTERS_FROM, MAX_RATIO * info.compress_size)
            if len(body) > limit or suspicious:
                raise UnsafeFile("the document unpacks to far more than a document holds; it was not opened")
    return bytes(body)
