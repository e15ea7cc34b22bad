"""ENC: damaged characters, that is text decoded with the wrong table, lost letters and characters nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

# What a UTF-8 continuation byte (80-BF) looks like when it is read as Windows-1252 or Latin-1.
_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_PAIR = (
    rf"[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}]{{2}}|\u00f0[{_TAIL}]{{3}}"  # UTF-8 read as Windows-1252
    r"|вЂ[\u0400-\u045f\u0080-\u00bf™љњќ“”]|(?:[РС][\u0080-\u00bf\u0402-\u040f\u0452-\u045f‚-™€]){2}"  # as Windows-1251
    r"|‚Ä[ôúùî¶ìò]|√[©®±§°∂∫≥ß¥¢†]"  # as Mac Roman
)
_LOST = r"â€|Ã(?<=[a-z]Ã)(?=\s)|Â(?<![^\W\d_]Â)(?=[\s.,;:]|$)"  # the last byte became a blank or vanished
_GARBLED = re.compile(rf"{_PAIR}|{_LOST}")
_WORD = re.compile(rf"(?:{_PAIR}|{_LOST}|[A-Za-z\u00c0-\u024f])+")


@rule(
    "ENC001",
    "mojibake",
    summary="Characters that were read with the wrong character table, such as “Ã©” for “é”.",
    why="The bytes of the article were decoded with a table they were not written in, so one letter became two or "
    "three odd ones. The original can nearly always be restored.",
    category=Category.ENCODING,
    severity=Severity.MAJOR,
    examples=(
        Example("They met in a [[cafÃ©]] near the station.", fixed="They met in a café near the station."),
        Example("The minister [[didnâ€™t]] answer.", fixed="The minister didn’t answer."),
        Example("It was 30[[Â°]] in the shade.", fixed="It was 30° in the shade."),
        Example("The café in São Paulo, the Ångström prize and the Île de Ré are well known."),
        Example("The sign said “CAFÉ” and the menu “À LA CARTE…”."),
    ),
)
def mojibake(document: Document, context: Context) -> Iterator[Finding]:
    """Stretches that make sense once they are encoded back and decoded as UTF-8."""
    text = document.text
    if text.isascii() or not _GARBLED.search(text):
        return
    for match in _WORD.finditer(text):
        if not _GARBLED.search(match.group() + text[match.end() : match.end() + 1]):
            continue
        repaired = _decoded_again(match.group())
        if repaired is None and not re.search(_LOST, match.group() + text[match.end() : match.end() + 1]):
            continue
        yield Finding(
            Span(*match.span()),
            "Characters were garbled by a wrong decoding; put back the ones that were meant.",
            0.8 if repaired is None else 0.97,
            evidence=() if repaired is None else (f"decoded again it reads “{repaired}”",),
            suggestions=() if repaired is None else (replace(repaired, safe=True),),
        )


def _decoded_again(garbled: str) -> str | None:
    """The characters that were meant, or None if nothing sensible comes out."""
    import ftfy  # noqa: PLC0415  loads slowly; only for text that looks garbled

    repaired = ftfy.fix_encoding(garbled)
    if repaired == garbled:
        repaired = re.sub(r"(?<=[a-z])Ã$", "à", garbled)
    return repaired if repaired != garbled else None


# C1 controls are what is left of Windows-1252 punctuation; line breaks (\x0b, \x0c, \x1c-\x1e, \x85) are no defects here.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIRECTION_MARKS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")


@rule(
    "ENC002",
    "invisible-character",
    summary="Control, zero-width or soft-hyphen characters that no reader can see.",
    why="They come from web pages and word processors. Search, spelling checks and line breaks go wrong at them, "
    "although the text looks right.",
    category=Category.ENCODING,
    severity=Severity.MINOR,
    examples=(
        Example("The talks went on[[\ufeff]] and on.", fixed="The talks went on and on."),
        Example("The talks[[\u200b]] went on.", fixed="The talks went on."),
        Example("He called it [[\x93]]nonsense” and left.", fixed="He called it “nonsense” and left."),
        Example("The family 👨\u200d👩\u200d👧 emoji is joined."),
        Example("The family 👩\u200d🔬 works in a laboratory."),
    ),
)
def invisible_character(document: Document, context: Context) -> Iterator[Finding]:
    """Runs of invisible characters, save those that a script or an emoji needs."""
    text = document.text
    if text.isprintable():
        return
    for match in _INVISIBLE.finditer(text):
        if _belongs(text, match):
            continue
        meant = _windows_punctuation(match.group())
        yield Finding(
            Span(*match.span()),
            "An invisible character hides here; put in the mark that was meant."
            if meant
            else "An invisible character hides here; delete it.",
            0.95,
            evidence=(", ".join(map(_character_name, match.group()[:4])),),
            suggestions=(replace(meant, safe=True) if meant else delete(safe=True),),
        )


def _belongs(text: str, match: re.Match[str]) -> bool:
    """Whether the characters do their proper work: joining emoji or letters, or turning the direction of writing."""
    start, end = match.span()
    covered = set(match.group())
    before, after = text[start - 1 : start], text[end : end + 1]
    if covered <= _JOINERS:
        return any(c and not c.isspace() and (ord(c) >= 0x2190 or _needs_joiners(c)) for c in (before, after))
    if covered <= _DIRECTION_MARKS:
        return _RIGHT_TO_LEFT.search(text, max(0, start - 200), end + 200) is not None
    return False


def _needs_joiners(character: str) -> bool:
    """Whether the letter is Arabic, Syriac, Indic, Sinhala, Tibetan, Khmer or the like."""
    return 0x0600 <= ord(character) <= 0x18AF


def _windows_punctuation(covered: str) -> str:
    if len(covered) != 1 or not "\x80" <= covered <= "\x9f":
        return ""
    return covered.encode("latin-1").decode("cp1252", "ignore")


def _character_name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character').lower()}"


_LOST_LETTER = re.compile(r"[\w'’]*\ufffd+(?:[\w'’]|\ufffd)*|\b[A-Za-z]{1,12}\?(?:t|s|re|ve|ll)\b(?![=/])")
_CONTRACTION = re.compile(r"(?<=[A-Za-z])[\ufffd?]+(?=(?:t|s|re|ve|ll|d|m)$)")


@rule(
    "ENC003",
    "lost-character",
    summary="A replacement character (�) or a question mark stands where a letter or apostrophe was.",
    why="A program met a character it could not read and threw it away. Only the source can tell what it was, "
    "except in contractions such as “don�t”.",
    category=Category.ENCODING,
    severity=Severity.MAJOR,
    examples=(
        Example("The minister [[didn�t]] answer.", fixed="The minister didn’t answer."),
        Example("He [[doesn?t]] know.", fixed="He doesn’t know."),
        Example("They flew to [[S�o]] Paulo."),
        Example("Why? the reader asks. Is it true?"),
        Example("The clip is at youtube.com/watch?t=20 for all to see."),
    ),
)
def lost_character(document: Document, context: Context) -> Iterator[Finding]:
    """Words with a hole in them."""
    text = document.text
    if "\ufffd" not in text and "?" not in text:
        return
    for match in _LOST_LETTER.finditer(text):
        hole = "\ufffd" in match.group()
        if not hole and _in_address(text, match.start()):
            continue
        whole = _CONTRACTION.sub("’", match.group())
        known = whole != match.group()
        yield Finding(
            Span(*match.span()),
            "A character was lost here; put in the apostrophe."
            if known
            else "A character was lost here; look it up.",
            0.97 if hole else 0.85,
            suggestions=(replace(whole, safe=True),) if known else (),
        )


_LONGEST_ADDRESS = 300  # characters looked at before a place


def _in_address(text: str, position: int) -> bool:
    earliest = max(0, position - _LONGEST_ADDRESS)
    start = max(earliest - 1, text.rfind(" ", earliest, position), text.rfind("\n", earliest, position)) + 1
    return any(mark in text[start:position] for mark in (".", "/", "="))


_ESCAPED = re.compile(
    r"(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})+|\\[nrt](?![a-z])|\\[\"'“”‘’]"
    r"|(?:%[CDE][0-9A-F]%[89AB][0-9A-F](?:%[89AB][0-9A-F])?)+|(?:%20)+"
    r"|(?:=[CDE][0-9A-F]=[89AB][0-9A-F](?:=[89AB][0-9A-F])?)+|(?<=[a-z])u00[0-9a-f]{2}"
)


@rule(
    "ENC004",
    "escaped-character",
    summary="A character written as a code of a program or an address, such as “\\u00e9” or “%C3%A9”.",
    why="Programs write special characters as codes when they store or send text. Here the code was not turned "
    "back into the character.",
    category=Category.ENCODING,
    severity=Severity.MAJOR,
    examples=(
        Example("They met in a caf[[\\u00e9]] in Lyon.", fixed="They met in a café in Lyon."),
        Example("They met in a caf[[%C3%A9]] in Lyon.", fixed="They met in a café in Lyon."),
        Example('He said: [[\\"]]No".', fixed='He said: "No".'),
        Example("See https://fr.wikipedia.org/wiki/Caf%C3%A9 for more."),
        Example("About 20%20 years ago the share was 5%."),
        Example("The file is in C:\\news\\today."),
    ),
)
def escaped_character(document: Document, context: Context) -> Iterator[Finding]:
    """Escape codes outside web addresses and paths."""
    text = document.text
    if not any(mark in text for mark in ("\\", "%C", "%D", "%E", "%20", "=C", "=D", "=E", "u00")):
        return
    for match in _ESCAPED.finditer(text):
        if _inside_path(text, match):
            continue
        meant = _unescaped(match.group())
        yield Finding(
            Span(*match.span()),
            "A character is written as a code; put in the character itself.",
            0.9,
            suggestions=(replace(meant, safe=True),) if meant else (),
        )


def _inside_path(text: str, match: re.Match[str]) -> bool:
    earliest = max(0, match.start() - _LONGEST_ADDRESS)
    start = (
        max(earliest - 1, text.rfind(" ", earliest, match.start()), text.rfind("\n", earliest, match.start()))
        + 1
    )
    before = text[start : match.start()]
    if any(mark in before for mark in ("://", "www.", "/", ":\\")):
        return True
    return match.group().startswith("%20") and (before[-1:].isdigit() or not before)


def _unescaped(code: str) -> str:
    try:
        if code.startswith(("%", "=")):
            return bytes.fromhex(code.replace("%", "").replace("=", "")).decode("utf-8")
        if code.startswith("u00"):
            return chr(int(code[1:], 16))
        if len(code) == 2:
            return {"n": "\n", "r": "\n", "t": " "}.get(code[1], code[1])
        plain = "".join(chr(int(part, 16)) for part in re.findall(r"[ux]([0-9a-fA-F]+)", code))
        return plain.encode("utf-16", "surrogatepass").decode("utf-16")
    except (ValueError, UnicodeDecodeError):
        return ""
