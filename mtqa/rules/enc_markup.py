"""ENC: markup and placeholders that should never reach a reader."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, Suggestion, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

# Engines put blanks into entities ("& nbsp;", "& # 39;"), so those are read as well.
_ENTITY = re.compile(
    r"& ?(?:amp ?; ?)*(?:# ?\d{2,6} ?;|# ?[xX][0-9a-fA-F]{2,5} ?;|[A-Za-z]{2,24}\d{0,2} ?;|(?:nbsp|quot|apos|[lr][sd]quo|hellip)\b)"
)
_BLANKS = re.compile(r"\s+")


@rule(
    "ENC011",
    "html-entity",
    summary="A character written as an HTML code, such as “&amp;nbsp;” or “&amp;#8217;”.",
    why="Web pages write special characters as codes between “&” and “;”. The article was copied without turning "
    "them back into characters.",
    category=Category.MARKUP,
    severity=Severity.MINOR,
    examples=(
        Example("The minister didn[[&#8217;]]t answer.", fixed="The minister didn’t answer."),
        Example("Profits at Marks [[&amp;]] Spencer rose.", fixed="Profits at Marks & Spencer rose."),
        Example("It took[[&nbsp;]]five years.", fixed="It took five years."),
        Example("The minister didn[[& # 39;]]t answer.", fixed="The minister didn't answer."),
        Example("AT&T and Johnson & Johnson; the R&D; none of it is a code."),
        Example("Profits at Marks & Spencer rose; sales did not."),
    ),
)
def html_entity(document: Document, context: Context) -> Iterator[Finding]:
    """Entities, also doubly escaped ones and ones that an engine broke with blanks."""
    text = document.text
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        meant = _character(match.group())
        if meant is None:
            continue
        yield Finding(
            Span(*match.span()),
            "This is the HTML code of a character; put in the character itself.",
            0.97,
            suggestions=(replace(meant, safe=True),),
        )


def _character(entity: str) -> str | None:
    """What the entity stands for, or None if it is none."""
    plain = _BLANKS.sub("", entity)
    plain = plain if plain.endswith(";") else plain + ";"
    while "&amp;" in plain and plain != "&amp;":
        plain = plain.replace("&amp;", "&", 1)
    if not plain.startswith("&#") and plain[1:] not in html5:
        return None
    return html.unescape(plain).replace("\u00a0", " ").replace("\u00ad", "")


_TAG_NAMES = (
    "a|abbr|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|del|div|em|embed|fig|figure|figcaption|"
    "font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|"
    "option|p|path|picture|pre|q|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|"
    "textarea|tfoot|th|thead|time|title|tr|u|ul|video|amp-[a-z-]+|bpt|ept|ph|(?:g|x|it)(?= id)"
)
_TAG = re.compile(
    rf"<\s*/?\s*(?:{_TAG_NAMES})(?:\s+[a-zA-Z-]+\s*=[^<>]{{0,500}}|\s*(?:\s[a-z-]{{2,20}}\s*)?)/?\s*>|<!--.{{0,2000}}?-->|<!\[CDATA\[|\]\]>"
    r"|<!doctype[^<>]{0,200}>",
    re.IGNORECASE | re.DOTALL,
)


@rule(
    "ENC012",
    "html-tag",
    summary="An HTML or XML tag in running text.",
    why="Tags steer how a web page looks and should never be read by people. They stay behind when text is copied "
    "from a page's source code or from a content system.",
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    examples=(
        Example(
            "The talks failed.[[<br>]]Nobody was surprised.", fixed="The talks failed. Nobody was surprised."
        ),
        Example('[[<p class="lead">]]The talks failed.', fixed="The talks failed."),
        Example("The talks failed.[[< / p >]]", fixed="The talks failed."),
        Example("If a < b and b > c, then nothing follows."),
        Example("The mark <5% stands for less than five per cent, >10% for more than ten."),
    ),
)
def html_tag(document: Document, context: Context) -> Iterator[Finding]:
    """Tags with a name that HTML or XLIFF knows, comments, and CDATA marks."""
    text = document.text
    if "<" not in text and "]]>" not in text:
        return
    for match in _TAG.finditer(text):
        yield Finding(
            Span(*match.span()),
            "A tag of the web page was left in the text; delete it.",
            0.97,
            suggestions=(_removal(text, match.start(), match.end()),),
        )


def _removal(text: str, start: int, end: int) -> Suggestion:
    """Deletes the tag, or leaves a blank where words or sentences would be glued."""
    before, after = text[start - 1 : start], text[end : end + 1]
    glues = before in {".", "!", "?", ":", ";", ","} and after.isalnum()
    return replace(" ", safe=True) if glues else delete(safe=True)


_SHORTCODE = re.compile(
    r"(?:\[/[a-zA-Z][\w-]{0,30}\]"
    r"|\[[a-zA-Z][\w-]{0,30}(?:\s+[\w-]+\s?=\s?(?:[\"'“”„«‘’″][^\[\]\n]{0,200}?[\"'“”»‘’″]|[^\s\[\]]{1,60}))+\s*/?\]"
    r"|\[(?:embed|gallery|adsense|ad|ads|adrotate|newsletter|contact-form-7|toc|shortcode|vc_\w+|et_pb_\w+|su_\w+|td_\w+|"
    r"[a-z]+_[a-z_]{2,30})\]"
    r"|\[(?:url|img|color|size|font|quote)=[^\[\]\n]{1,200}\]) ?",
)
_OPENING = re.compile(r"\[([a-zA-Z]{1,10})\] ?")


@rule(
    "ENC013",
    "shortcode",
    summary="A code of a content system or forum in square brackets, such as “[caption id=…]” or “[/b]”.",
    why="Content systems replace such codes by pictures, boxes or bold type. Outside their own page they stay in "
    "the text, where engines may even translate them.",
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    examples=(
        Example(
            '[[[caption id="attachment_12" align="left"] ]]The square on Monday.',
            fixed="The square on Monday.",
        ),
        Example(
            "The clip is long. [[[embed] ]]It lasts an hour.", fixed="The clip is long. It lasts an hour."
        ),
        Example(
            "The talks failed. [[[/quote] ]]Nobody was surprised.",
            fixed="The talks failed. Nobody was surprised.",
        ),
        Example("“[He] said it [sic] on Monday,” the mayor [left] added [1]."),
        Example("“[T]he council is right,” she said, “and [he] is not.”"),
    ),
)
def shortcode(document: Document, context: Context) -> Iterator[Finding]:
    """Bracketed codes that close, have attributes, or have a name no editor's note has."""
    text = document.text
    if "[" not in text:
        return
    closed = set()
    for match in _SHORTCODE.finditer(text):
        if match.group().startswith("[/"):
            closed.add(match.group().rstrip()[2:-1])
        yield _bracket_finding(match)
    if closed:
        yield from (
            _bracket_finding(match) for match in _OPENING.finditer(text) if _is_opening(match, closed)
        )


def _is_opening(match: re.Match[str], closed: set[str]) -> bool:
    return match.group(1) in closed and _SHORTCODE.match(match.group()) is None


def _bracket_finding(match: re.Match[str]) -> Finding:
    return Finding(
        Span(*match.span()),
        "A code of the content system was left in the text; delete it.",
        0.92,
        suggestions=(delete(safe=True),),
    )


_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|[$#]\{[^{}\n]{1,60}\}|\{\$?[A-Za-z_][\w.]{0,40}\}|\{\d{1,2}\}"
    r"|%\d{1,2}\$[sdfu@]|%\(\w{1,40}\)[sd]|%[A-Z][A-Z_]{2,30}%|%%\w{2,30}%%|%[sd@](?!\w)"
    r"|__[A-Z][A-Z0-9_]{1,40}__|<<\w[\w .-]{0,40}>>|<%=?[^<>\n]{1,80}%>"
    r"|\[\[[A-Za-z_]+\]\]|\[(?:Insert|INSERT|Your|YOUR) [A-Za-z ]{2,40}\]|\[object Object\]"
    r"|[Ll]orem ipsum(?: dolor)?"
)
_PLACEHOLDER_SIGNS = re.compile(r"[{%]|__|<<|<%|\[\[|\[(?:[IY]|ob)|[Ll]orem")


@rule(
    "ENC014",
    "unfilled-placeholder",
    summary="A placeholder that was never filled in, such as “{name}”, “%s” or “__DATE__”.",
    why="Templates hold places for names, dates and figures. Here the place itself was published, so the reader "
    "misses what should stand there.",
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    examples=(
        Example("Published on [[{date}]] by the agency."),
        Example("The article has [[%1$s]] comments."),
        Example("Dear [[{{ user.name }}]], the talks have begun."),
        Example("The talks began on [[__DATE__]] in Ankara."),
        Example("Prices rose 5% so far, 3% more than in the set {1, 2, 3}."),
        Example("About 100% sure, she paid $5 for 20% of it."),
    ),
)
def unfilled_placeholder(document: Document, context: Context) -> Iterator[Finding]:
    """Placeholders of the common template, message and programming languages."""
    text = document.text
    if not _PLACEHOLDER_SIGNS.search(text):
        return
    for match in _PLACEHOLDER.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if match.group() in {"%s", "%d", "%@"} and (before.isalnum() or before == "%"):
            continue
        yield Finding(
            Span(*match.span()),
            "A placeholder was never filled in; put in what was meant or delete it.",
            0.93,
        )
