"""GLU: seams where links, bold words and cut passages joined the text badly: missing blanks and broken addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document, TokenKind
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.language.words import WordModel
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_LETTERS = r"[^\W\d_]"
_HUMP = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]")
_HUMPED = re.compile(
    rf"(?<![\w@#./'’&+-])(?P<first>{_LETTERS}?[a-zà-ÿ]{{2,}})(?P<second>[A-ZÀ-Þ][a-zà-ÿ]+)(?![\w@/&+]|[.][a-z])"
)
# Words that open a sentence or carry it on: no brand ends in them.
_OPENERS = frozenset(
    "the this that these those they there then when while with which who and but for from after before because since said says "
    "has have had was were will would his her she its our not also in on at of to by as it he is are if we".split()
)
_LONG_OPENERS = tuple(sorted(word for word in _OPENERS if len(word) > 3))
# Share of running text from which a half counts as an everyday word; "strategist" has 1.6e-6.
_EVERYDAY = 1e-6
_SHORTEST_GLUED = 9


@rule(
    "GLU001",
    "glued-words",
    summary="Two words without a blank between them: “RussiaSaid”, “Leaguesince”.",
    why="Where a link or bold word ended, the blank was lost. Readers stumble, and search finds neither word.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    needs=("words",),
    targets=("en",),
    examples=(
        Example("The minister of [[RussiaSaid]] on Monday.", fixed="The minister of Russia Said on Monday."),
        Example(
            "He has led the [[Leaguesince]] last summer.", fixed="He has led the League since last summer."
        ),
        Example(
            "The [[agreementWhich]] Moscow signed is void.",
            fixed="The agreement Which Moscow signed is void.",
        ),
        Example("It will rain, [[KovalenkoShe]] said.", fixed="It will rain, Kovalenko She said."),
        Example(
            "At night [[UkrenergoWarned]] of more cuts.", fixed="At night Ukrenergo Warned of more cuts."
        ),
        Example("YouTube, PayPal, iPhone, McDonald and DiCaprio are names; so are LaTeX and MacDonald."),
        Example("The newspaper headquarters overlooks the waterfront boardwalk."),
    ),
)
def glued_words(document: Document, context: Context) -> Iterator[Finding]:
    """Tokens with a capital inside, and unknown words that end in a word no compound ends in."""
    model = context.words
    if model is None or document.target_lang not in model.languages:
        return
    english = model.index(document.target_lang)
    for match in _HUMPED.finditer(document.text) if _HUMP.search(document.text) else ():
        confidence = _hump_confidence(match["first"], match["second"], model, english)
        if not confidence and document.text.count(match.group()) == 1:  # a brand is named more than once
            confidence = _name_confidence(match["first"], match["second"], model, english)
        if confidence:
            yield _glued(Span(*match.span()), f"{match['first']} {match['second']}", confidence)
    yield from _glued_in_lower_case(document, model, english)


def _hump_confidence(first: str, second: str, model: WordModel, english: int) -> float:
    """How sure it is that "FirstSecond" is no brand or surname; 0 for no."""
    if len(first) < 3 or model.listed((first + second).lower()).any():
        return 0.0
    frequencies = [float(model.listed(half.lower())[english]) for half in (first, second)]
    if min(frequencies) < _EVERYDAY:
        return 0.0
    if second.lower() in _OPENERS:
        return 0.92
    return 0.75 if first[0].islower() and len(first) > 6 else 0.4


# What goes on after a name, and no brand ends in; a past tense goes on too ("UkrenergoWarned").
_AFTER_NAME = frozenset(
    "he she they this that these the said says told has had was were will would when while which who because also after before".split()
)
_BRAND_ENDS = frozenset(
    "limited unlimited united advanced combined related rated integrated red need".split()
)
_SHORTEST_NAME = 5


def _name_confidence(first: str, second: str, model: WordModel, english: int) -> float:
    """How sure it is that a capitalised name and the word after it are glued; 0 for no."""
    lower = second.lower()
    if not first[0].isupper() or len(first) < _SHORTEST_NAME or model.listed((first + second).lower()).any():
        return 0.0
    if lower in _AFTER_NAME:
        return 0.85
    past = len(lower) > 5 and lower.endswith("ed") and lower not in _BRAND_ENDS
    return 0.65 if past and model.listed(lower)[english] >= _EVERYDAY else 0.0


def _glued_in_lower_case(document: Document, model: WordModel, english: int) -> Iterator[Finding]:
    """Unknown words that end in a word no compound ends in."""
    tokens = document.tokens
    ending = [
        i
        for i, word in enumerate(tokens.texts)
        if len(word) >= _SHORTEST_GLUED and word.endswith(_LONG_OPENERS)
    ]
    for i in ending:
        word = tokens.texts[i]
        lower = word.lower()
        if (
            tokens.kinds[i] is not TokenKind.WORD
            or not word[1:].islower()
            or not word.isalpha()
            or not word.isascii()
        ):
            continue
        if model.listed(lower).any():
            continue
        second = max((opener for opener in _LONG_OPENERS if lower.endswith(opener)), key=len)
        first = lower.removesuffix(second)
        if len(first) > 3 and model.listed(first)[english] >= _EVERYDAY:
            yield _glued(tokens.span(i), f"{word[: len(first)]} {second}", 0.85)


def _glued(span: Span, parted: str, confidence: float) -> Finding:
    return Finding(
        span,
        "Two words are glued together; part them and check the capital.",
        confidence,
        suggestions=(replace(parted),),
    )


_STOP = re.compile(
    r"[.!?](?<=[a-z]{3}.)(?=[A-Z][a-z]+(?:[\s,;’']|\.\s|$)|[A-Z] )|[,;](?<=[a-z]{2}.)(?=[A-Za-z]{2})|(?P<number>\.(?<=\d{2}.))(?=[A-Z][a-z]+ [a-z])"
)


@rule(
    "GLU002",
    "missing-space-after-stop",
    summary="No blank after a full stop or comma: “ended.The”, “yes,but”.",
    why="The blank was lost where lines, links or paragraphs were joined. The next sentence sticks to the last one.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    examples=(
        Example("The talks ended[[.]]The minister left.", fixed="The talks ended. The minister left."),
        Example("He said yes[[,]]but he left.", fixed="He said yes, but he left."),
        Example("It began in 2022[[.]]The minister left.", fixed="It began in 2022. The minister left."),
        Example("Write to ann.Smith@example.org or see www.example.com/a,b and Booking.com."),
        Example("The U.S. and e.g. Node.js, Ph.D students, ASP.NET and p.m. times are fine."),
    ),
)
def missing_space_after_stop(document: Document, context: Context) -> Iterator[Finding]:
    """Stops and commas between two words that belong to no address."""
    for match in _STOP.finditer(document.text):
        if _in_address(document.text, match.start()) or document.text.endswith("Yahoo", 0, match.start()):
            continue
        yield Finding(
            Span(*match.span()),
            "A blank is missing after the sign; put it in.",
            0.7 if match["number"] else 0.88,
            suggestions=(replace(match.group() + " ", safe=True),),
        )


_CHUNK = re.compile(r"\S*")
_ADDRESS = re.compile(
    r"://|@|www\.|[/\\_=]|\.(?:com|org|net|html?|php|co|io|js|NET|Net|Com)\b|[a-z]{2,}\.[a-z]+\.[A-Za-z]+|\.R[uU]\b|&\w+;"
)


_LONGEST_ADDRESS = 300  # characters looked at before a place


def _in_address(text: str, position: int) -> bool:
    """Whether the characters around, up to the next blanks, look like an address, a path or program code."""
    earliest = max(0, position - _LONGEST_ADDRESS)
    start = max(earliest - 1, text.rfind(" ", earliest, position), text.rfind("\n", earliest, position)) + 1
    chunk = _CHUNK.match(text, start, position + 100)
    return chunk is not None and _ADDRESS.search(chunk.group()) is not None


_AT_MARK = re.compile(
    r"”(?<=\S”)(?=[A-Za-z]{2,}\b)|\"(?<=[a-z.,!?]\")(?=(?:he|she|said|says|the|it|they)\b)|(?P<open>“(?<=[a-z]{2}“))(?=\w)|\)(?=[A-Z][a-z]+ [a-z]|(?:the|and|is|was|in|of|to|said|has|have|on|for|with|at|were|are|by)\b)"
    r"|(?P<into>\((?<=[a-z]{3}\())(?=[A-Z][a-z]+ |[a-z]{2,} |\d{4}\))"
)


@rule(
    "GLU003",
    "missing-space-at-mark",
    summary="No blank between a word and a quotation mark or bracket: “”he said”, “(AP)The”.",
    why="The blank was lost where a quotation, a link or an agency tag was joined to the text.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("“It is late,[[”]]he said.", fixed="“It is late,” he said."),
        Example("The party (left[[)]]is in power.", fixed="The party (left) is in power."),
        Example(
            "The minister[[(]]on the left) is in power.", fixed="The minister (on the left) is in power."
        ),
        Example("“It is late,” he said of the (re)elected member(s) and the “Titanic”s."),
        Example("The function f(x) and the method print(value) return (sub)totals."),
    ),
)
def missing_space_at_mark(document: Document, context: Context) -> Iterator[Finding]:
    """Quotation marks and brackets that touch a word on their outer side."""
    text = document.text
    if not ("”" in text or "“" in text or "(" in text or '"' in text):
        return
    for match in _AT_MARK.finditer(text):
        if _in_address(text, match.start()):
            continue
        before = match["open"] is not None or match["into"] is not None
        yield Finding(
            Span(*match.span()),
            "A blank is missing beside the mark; put it in.",
            0.8,
            suggestions=(replace(" " + match.group() if before else match.group() + " ", safe=True),),
        )


_MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
_GLUED_NUMBER = re.compile(
    rf"(?<![\w./@#&=-])(?:(?P<word>in|since|from|until|than|about|over|and|the|of|nearly|least|{_MONTHS})(?P<digits>\d{{2,4}})"
    r"|(?P<number>(?:19|20)\d\d|\d{1,3})(?P<next>The|In|He|She|They|and|the|of|was|were|people|years|soldiers|percent|dollars|euros|hours|minutes|days|weeks|months|times))(?![\w-]|[./]\w)"
)


_TOUCHING = re.compile(r"\d(?:[A-Za-z]|(?<=[a-z]\d)\d)")


@rule(
    "GLU004",
    "glued-number",
    summary="A number without a blank beside it: “in2022”, “50people”.",
    why="The blank between word and number was lost, as happens when text is put together from pieces.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It began [[in2022]] in Kyiv.", fixed="It began in 2022 in Kyiv."),
        Example("About [[50people]] came.", fixed="About 50 people came."),
        Example("The MH17 case, Win10, the G20, a 5k run and £5million are fine."),
        Example("It began in 2022; 50 people came."),
    ),
)
def glued_number(document: Document, context: Context) -> Iterator[Finding]:
    """Numbers that touch a word which is never written together with one."""
    if not _TOUCHING.search(document.text):
        return
    for match in _GLUED_NUMBER.finditer(document.text):
        left, right = (match["word"], match["digits"]) if match["word"] else (match["number"], match["next"])
        yield Finding(
            Span(*match.span()),
            "A blank is missing between word and number; put it in.",
            0.85,
            suggestions=(replace(f"{left} {right}", safe=True),),
        )


_BROKEN_ADDRESS = re.compile(
    r"\bhttps?(?: :|:(?= )) ?/ ?/ ?(?:[\w.-]*)|\bhttps?:/ /[\w.-]*|\bhttps?:// [\w.-]+|\bwww ?\. [a-z0-9-]+(?: ?\. ?[a-z]{2,6})?|\bwww \.[a-z0-9-]+(?:\.[a-z]{2,6})?"
    r"|\b[a-z0-9-]{2,}(?: \. ?| ?\. )(?:com|org|net)\b(?! ?\w)|\b[\w.]+ @ [\w-]+ ?\. ?\w{2,4}\b"
    r"|(?<![\w./@-])[a-z0-9-]{2,}\.[a-z0-9-]{2,}\.(?:Nein|Nee|Non|Not|No|Nie|Is|Est|Ist|From|With|At|Be|To|It|In|De|Of|Me|Us|Нет|Нет)\b(?! [a-z]+ing)"
)
_TRANSLATED_END = re.compile(
    r"\.(?:N[eio]|Is|E|Ist|Fr|Wi|At|Be|To|It|In|De|Of|Me|Us|Нет)|[a-z]\. (?:com|org|net)\b"
)


@rule(
    "GLU005",
    "broken-address",
    summary="A web or e-mail address that was translated or broken by blanks: “https: //”, “solund.kommune.Nein”.",
    why="Engines treat an address as words: they put blanks into it or translate its end. The address no longer works.",
    category=Category.OVERTRANSLATION,
    severity=Severity.MAJOR,
    examples=(
        Example("See [[https: //example.org]] for more.", fixed="See https://example.org for more."),
        Example("See [[www. example.com]] for more.", fixed="See www.example.com for more."),
        Example("The council site [[solund.kommune.Nein]] is down."),
        Example("See https://example.org, www.example.com and info@example.org for more."),
        Example("Write to @ann or meet Tom @ home at www.example.net."),
    ),
)
def broken_address(document: Document, context: Context) -> Iterator[Finding]:
    """Addresses with blanks in them, and host names that end in a translated top-level domain."""
    text = document.text
    if not ("http" in text or "www" in text or " @ " in text or " ." in text or _TRANSLATED_END.search(text)):
        return
    for match in _BROKEN_ADDRESS.finditer(text):
        whole = re.sub(r"\s", "", match.group())
        yield Finding(
            Span(*match.span()),
            "This address was broken or translated; put back the one of the source.",
            0.97,
            suggestions=(replace(whole, safe=True),) if whole != match.group() else (),
        )
