"""What a file is, told from its first bytes and its name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from mtqa.core.errors import InputError, did_you_mean


class Kind(StrEnum):
    """A kind of file that mtqa reads and writes back."""

    TXT = "txt"
    MD = "md"
    HTML = "html"
    DOCX = "docx"


SUFFIXES = {
    ".txt": Kind.TXT,
    ".text": Kind.TXT,
    ".md": Kind.MD,
    ".markdown": Kind.MD,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".docx": Kind.DOCX,
}
_SUPPORTED = "txt, md, html and docx"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")  # UTF-16 and UTF-32 rightly hold NUL bytes


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of a file. What the bytes say wins over the name; a name without suffix is plain text.

    Raises InputError, naming what the file is, for anything mtqa does not read.
    """
    if data.startswith(_ZIP):
        return Kind.DOCX
    if data.startswith(_OLE):
        raise InputError(
            "the file is an encrypted or old Office file; take off the password in Word and save it as .docx"
        )
    named = _kind_by_name(name)
    _refuse_binary(data)
    if named is Kind.DOCX:
        raise InputError(
            "the file is named .docx but is no Word document; save it from Word, or name it .txt"
        )
    return named


def _kind_by_name(name: str) -> Kind:
    suffix = PurePath(name).suffix.lower()
    if not suffix:
        return Kind.TXT
    if suffix not in SUFFIXES:
        near = did_you_mean(suffix, SUFFIXES)
        raise InputError(f"{suffix} files cannot be reviewed{near}; give {_SUPPORTED}, or paste the text")
    return SUFFIXES[suffix]


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"the file is {what}, not an article; give {_SUPPORTED}, or paste the text")
    if b"\0" in data and not data.startswith(_WIDE_MARKS):
        raise InputError(
            f"the file is binary (it has NUL bytes), not text; give {_SUPPORTED}, or save it as UTF-8"
        )
