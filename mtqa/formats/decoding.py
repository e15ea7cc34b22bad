"""Bytes to text and back: which encoding a text file is in, with no byte lost."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from mtqa.core.errors import InputError

UTF_8 = "utf-8"
_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BY_ENCODING = {
    "windows-1250": "pl cs hu ro sk sl hr bs sq",
    "windows-1251": "ru uk bg be mk sr mn kk ky",
    "windows-1252": "en de fr nl es it pt sv da no nb nn fi is ca gl eu ga af id ms sw fo lb",
    "windows-1253": "el",
    "windows-1254": "tr az",
    "windows-1255": "he yi",
    "windows-1256": "ar fa ur",
    "windows-1257": "lt lv et",
    "windows-1258": "vi",
    "cp874": "th",
    "cp932": "ja",
    "cp949": "ko",
    "gb18030": "zh",
}
_BY_LANGUAGE = {language: encoding for encoding, codes in _BY_ENCODING.items() for language in codes.split()}
# Left open, charset-normalizer takes French in windows-1252 for mac_latin2 (2 MB, version 3.5): web pages and
# Windows programs write these.
_PLAUSIBLE = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
              "koi8_r", "shift_jis", "gb18030", "big5", "euc_jp", "cp949"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Codec:
    """An encoding with its byte order mark, as one file uses it."""

    encoding: str
    mark: bytes = b""

    def encode(self, text: str, *, charrefs: bool = False) -> bytes:
        """The text as bytes of a file.

        What the encoding has no sign for becomes a character reference (`charrefs`, for HTML), else the whole
        is written as UTF-8 with a mark, which every program reads.
        """
        if self.encoding == UTF_8:
            return self._mark_for(text) + text.encode(UTF_8, "surrogateescape")
        try:
            return self.mark + text.encode(self.encoding, "xmlcharrefreplace" if charrefs else "strict")
        except UnicodeEncodeError:
            return codecs.BOM_UTF8 + text.encode(UTF_8)

    def _mark_for(self, text: str) -> bytes:
        """The mark; also when the text itself begins with U+FEFF, which would pass for one."""
        return codecs.BOM_UTF8 if text.startswith("\ufeff") else self.mark


def decode(data: bytes, *, hint_lang: str | None = None, declared: str | None = None) -> tuple[str, Codec]:
    """The text of a file and how to write it back, tried in this order.

    Byte order mark, UTF-8, UTF-8 with a few damaged bytes (they come as lone surrogates, so that writing
    gives them back), the declared encoding, the one usual for the language, the best guess of
    charset-normalizer. Raises InputError when none fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], Codec(encoding, mark))
    text = data.decode(UTF_8, "surrogateescape")
    if _is_mostly_utf8(text):
        return text, Codec(UTF_8)
    usual = _BY_LANGUAGE.get((hint_lang or "").split("-")[0].lower())
    for name in (declared, usual, _guess(data)):
        decoded = name and _strictly(data, name)
        if name and decoded:
            return decoded, Codec(_known_as(name))
    raise InputError("the file's characters are in no encoding we can tell; save it as UTF-8 and try again")


def _marked(body: bytes, codec: Codec) -> tuple[str, Codec]:
    try:
        return body.decode(codec.encoding, "surrogateescape" if codec.encoding == UTF_8 else "strict"), codec
    except UnicodeDecodeError as error:
        raise InputError(f"the file says it is {codec.encoding} but is damaged; save it as UTF-8") from error


def _is_mostly_utf8(text: str) -> bool:
    """Whether good characters outside ASCII are at least as many as damaged bytes.

    In another encoding two bytes form a UTF-8 character by rare accident only.
    """
    beyond = len(re.findall(r"[^\x00-\x7f]", text))
    damaged = len(re.findall("[\ud800-\udfff]", text))
    return beyond >= 2 * damaged


def _strictly(data: bytes, encoding: str) -> str | None:
    """The decoded text, or None if the encoding is unknown, does not fit or loses bytes."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def _guess(data: bytes) -> str | None:
    """The best guess; of equally good ones windows-1252, since western Europe writes most."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  takes 40 ms to load, UTF-8 never needs it

    matches = from_bytes(data, cp_isolation=_PLAUSIBLE)
    best = matches.best()
    if best is None:
        return None
    ties = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    names = {name for match in ties for name in (match.encoding, *match.could_be_from_charset)}
    return "cp1252" if "cp1252" in names else best.encoding


def _known_as(encoding: str) -> str:
    return re.sub(r"^cp(125\d)$", r"windows-\1", encoding.lower())
