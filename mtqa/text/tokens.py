"""Cuts a text into tokens; every character that is not white space belongs to exactly one."""

from __future__ import annotations

import re

from mtqa.core.documents import TokenKind, Tokens

# Combining marks of the Basic Multilingual Plane (Unicode 15 categories Mn and Mc): `\w` leaves them out, but
# without them "हिन्दी" would fall apart.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    r"\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d"
    r"\u0859-\u085b\u0898-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957"
    r"\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2-\u09e3\u09fe-\u0a03\u0a3c-\u0a51"
    r"\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2-\u0ae3\u0afa-\u0b03\u0b3c\u0b3e-\u0b57"
    r"\u0b62-\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62-\u0c63\u0c81-\u0c83"
    r"\u0cbc\u0cbe-\u0cd6\u0ce2-\u0ce3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57\u0d62-\u0d63"
    r"\u0d81-\u0d83\u0dca-\u0ddf\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    r"\u0ec8-\u0ecd\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87\u0f8d-\u0fbc"
    r"\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074"
    r"\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715\u1732-\u1734\u1752-\u1753"
    r"\u1772-\u1773\u17b4-\u17d3\u17dd\u180b-\u180d\u180f\u1885-\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b"
    r"\u1a55-\u1a7f\u1ab0-\u1abd\u1abf-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad"
    r"\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff"
    r"\u20d0-\u20dc\u20e1\u20e5-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099-\u309a\ua66f"
    r"\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880-\ua881"
    r"\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5"
    r"\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf\uaac1"
    r"\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e\ufe20-\ufe2f"
)
_LETTER = r"[^\W\d_]"
# Scripts that are written without spaces make tokens of their own, even where they touch Latin letters ("飛空Boat").
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_SPACED = rf"(?![{_UNSPACED}]){_LETTER}"
_WORD = rf"(?:{_SPACED}(?:{_SPACED}|[{_MARKS}\u200c\u200d\u00ad])*|[{_UNSPACED}](?:[{_UNSPACED}{_MARKS}])*)"
_TOP_DOMAINS = (
    "com|org|net|edu|gov|int|info|biz|eu|tv|io|co|nl|be|de|at|ch|fr|es|it|pt|br|tr|ru|ua|pl|cz|sk|hu|ro|bg|gr|se|no|dk|fi|ee|lv|lt|"
    "is|ie|uk|us|ca|au|nz|cn|jp|kr|in|ir|il|ae|sa|za|mx|ar|cl|rs|hr|si|ba|mk|al|by|kz|ge|az|am|html?|php|aspx|jpe?g|png|gif|pdf|docx?"
)
_CHAIN = rf"(?>{_WORD}(?:['’ʼ‘`-]{_WORD})*)"
_TOKEN = re.compile(
    rf"""(?P<word>{_CHAIN}(?![\d_@]|[.]\w|[-/]?\d|://))
    |(?P<punctuation>[.,;:!?"“”()])
    |(?P<address>(?:https?://|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?()\]'’]
        |[\w.+%-]+@[\w-]+(?:\.[\w-]+)+
        |(?:[\w-]+\.)+(?:{_TOP_DOMAINS})(?:/[^\s<>"“”«»)]*[^\s<>"“”«».,;:!?()\]'’])?(?!\w))
    |(?P<handle>[@\#]\w+)
    |(?P<code>(?:(?:{_SPACED})+[-_/.]?\d|\d[\d.,]*[-_]?{_SPACED}|\w*_)(?:(?:(?![{_UNSPACED}])[\w-])*(?![{_UNSPACED}])\w)?)
    |(?P<number>\d+(?:[.,:/’'٫٬]\d+|[\u00a0\u202f\u2009 ]\d{{3}}(?!\d))*)
    |(?P<chain>{_CHAIN})
    |(?P<other>[{_MARKS}]+|[^\s])""",
    re.VERBOSE,
)
_KINDS = {
    "word": TokenKind.WORD,
    "chain": TokenKind.WORD,
    "address": TokenKind.ADDRESS,
    "handle": TokenKind.HANDLE,
    "code": TokenKind.CODE,
    "number": TokenKind.NUMBER,
    "punctuation": TokenKind.PUNCTUATION,
    "other": TokenKind.PUNCTUATION,
}


def tokenize(text: str) -> Tokens:
    """The tokens of a text, in order.

    >>> tokenize("It’s 12,500 de-escalation-talks at tass.ru, F-16!").texts
    ['It’s', '12,500', 'de-escalation-talks', 'at', 'tass.ru', ',', 'F-16', '!']
    """
    starts: list[int] = []
    ends: list[int] = []
    texts: list[str] = []
    kinds: list[TokenKind] = []
    kind_of = _KINDS
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        texts.append(match.group())
        kinds.append(kind_of[match.lastgroup or "other"])
    return Tokens(starts, ends, texts, kinds)
