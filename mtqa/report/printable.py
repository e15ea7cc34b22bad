"""Text that every XML file and PDF can hold."""

from __future__ import annotations

import re
import unicodedata

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    r"""The text with a replacement character for each code point that XML cannot hold, so that offsets stay.

    >>> printable("a\x00b\x1bc")
    'a�b�c'
    """
    return _UNWRITABLE.sub(_REPLACEMENT, text)


def unwritable(text: str) -> list[tuple[str, str]]:
    r"""The text in pairs of a stretch that XML can hold and the code point after it that it cannot; the last has none.

    >>> unwritable("a\x00b")
    [('a', '\x00'), ('b', '')]
    """
    pairs: list[tuple[str, str]] = []
    done = 0
    for found in _UNWRITABLE.finditer(text):
        pairs.append((text[done : found.start()], found[0]))
        done = found.end()
    return [*pairs, (text[done:], "")]


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left.

    >>> right_to_left("- قال الوزير"), right_to_left("12 said")
    (True, False)
    """
    kinds = map(unicodedata.bidirectional, text)
    return next((kind in {"R", "AL"} for kind in kinds if kind in {"L", "R", "AL"}), False)
