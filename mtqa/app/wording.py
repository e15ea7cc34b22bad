"""Text from files made fit for labels, and numbers made fit for people."""

from __future__ import annotations

import re
import unicodedata

from mtqa.app.messages import noted, say
from mtqa.core.mqm import Severity
from mtqa.core.reviews import Verdict

_ASCII_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SAYS_NOTHING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}
# Bidirectional controls would turn round the label they stand in, not only the article.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOST_SIGNS_NAMED = 4

VERDICTS = {
    Verdict.PUBLISH: noted("Ready to publish"),
    Verdict.LIGHT_EDIT: noted("Light edit"),
    Verdict.HEAVY_EDIT: noted("Heavy edit"),
    Verdict.REJECT: noted("Translate anew"),
}
SEVERITY_LETTERS = {Severity.CRITICAL: "!!!", Severity.MAJOR: "!!", Severity.MINOR: "!"}


def encodable(text: str) -> str:
    """The text with damaged characters (lone surrogates) as U+FFFD, so that it can be sent; its length stays."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def plain(text: str) -> str:
    """The text on one line, without characters that turn the direction of what follows."""
    return " ".join(_BIDI.sub("", encodable(text)).split())


def md_text(text: str) -> str:
    r"""The text as a literal in any Streamlit label or Markdown: nothing of it becomes markup, link, image or icon.

    >>> md_text("![](http://a.b/c.png)")
    '\\!\\[\\]\\(http\\:\\/\\/a\\.b\\/c\\.png\\)'
    """
    return _ASCII_PUNCTUATION.sub(r"\\\1", plain(text))


def shorten(text: str, limit: int) -> str:
    """The text on one line, cut in the middle of what is too long.

    >>> shorten("one two three four five", 13)
    'one t … five'
    """
    line = plain(text)
    if len(line) <= limit:
        return line
    tail = (limit - 3) // 2
    head = limit - 3 - tail
    return f"{line[:head].rstrip()} … {line[-tail:].lstrip()}" if tail else line[:head]


def visible(text: str) -> str:
    """What can be seen of a text; the names of its signs where nothing can be seen.

    >>> visible("Bir yanıt"), visible("\u200b"), visible("")
    ('Bir yanıt', 'U+200B', 'missing text')
    """
    if not text:
        return say("missing text")
    if any(unicodedata.category(sign) not in _SAYS_NOTHING for sign in text):
        return plain(text)
    names = [f"U+{ord(sign):04X}" for sign in text[:_MOST_SIGNS_NAMED]]
    return " ".join(names) + (" …" if len(text) > _MOST_SIGNS_NAMED else "")


def confidence_words(confidence: float) -> str:
    """How sure a finding is, in words.

    >>> confidence_words(0.97), confidence_words(0.55)
    ('almost certain', 'likely')
    """
    steps = (
        (0.9, noted("almost certain")),
        (0.75, noted("quite sure")),
        (0.5, noted("likely")),
        (0.3, noted("possible")),
    )
    return next((words for least, words in steps if confidence >= least), noted("a guess"))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "issue"), counted(12_500, "word")
    ('1 issue', '12,500 words')
    """
    return say(f"{{number}} {one if number == 1 else many or one + 's'}", number=f"{number:,}")
