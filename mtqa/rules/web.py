"""WEB: page furniture, section labels, credits, codes and other things that belong to a web page, not to the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Block, BlockKind, Document
from mtqa.core.issues import Finding, delete
from mtqa.core.languages import language_name
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.language.furniture import FurnitureHit
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule
from mtqa.text.views import fold_text

_BODY = (
    "The council approved the plan on Monday after a long debate. Work on the bridge will begin in spring, the mayor said.\n\n"
    "Residents had protested against the plan for months. The mayor promised to meet them again before the summer.\n\n"
)
_EDGE_BLOCKS = 4


@rule(
    "WEB001",
    "page-furniture",
    summary="A line of the web page, in another language, was copied along with the article.",
    why="Comment prompts, share buttons, “read also” links and credits stand beside the article on the page. A careless "
    "copy takes them along, often in the language of the site rather than of the source. Delete them.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    examples=(
        Example(_BODY + "[[Bir yanıt yazın]]", fixed=_BODY.rstrip("\n") + "\n\n"),
        Example(_BODY + "[[Добавить комментарий]]"),
        Example(_BODY + "He will write a reply to the committee next week, he said."),
    ),
)
def page_furniture(document: Document, context: Context) -> Iterator[Finding]:
    """Furniture in a language other than the target's."""
    for found in context.furniture:
        if found.language != document.target_lang:
            name = " or ".join(language_name(x) for x in (found.language, *found.rivals[:2]))
            meaning = found.hit.entry.meaning
            confidence = _LOOKS_NATIVE if _looks_native(found, context) else _confidence(found, foreign=True)
            yield _furniture(
                found, f"{name} text of a web page (“{_plain(meaning)}”); delete it.", confidence
            )


# "Editor: …" is Turkish page furniture, but good English too. Shown by the strict profile only.
_LOOKS_NATIVE = 0.4
_NATIVE_SHARE = 1e-6


def _looks_native(found: FurnitureHit, context: Context) -> bool:
    """Whether the pattern's own words are everyday words of the target language too."""
    if found.by_word:
        return False  # looked at where it was found
    words, target = context.words, context.document.target_lang
    others = (piece for piece in context.evidence.site_pieces if piece.entry != found.hit.entry.id)
    if (
        words is None
        or target not in words.languages
        or any(piece.language == found.language for piece in others)
    ):
        return False
    literal = found.hit.covered.lower()  # as it stands: "Läs mer" is no English, though "las mer" may be
    for captured in found.hit.captured:
        literal = literal.replace(captured.lower(), " ", 1)
    return all(words.frequency(word, target) > _NATIVE_SHARE for word in re.findall(r"[^\W\d_]+", literal))


@rule(
    "WEB002",
    "translated-furniture",
    summary="A line of the web page was translated along with the article.",
    why="“Leave a comment”, “Read also”, “Share on Facebook” were links and buttons of the page. Translated, they look like "
    "part of the article, and do not belong there.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    examples=(
        Example(_BODY + "[[Leave a comment]]"),
        Example(_BODY + "The mayor left a comment on the matter."),
    ),
)
def translated_furniture(document: Document, context: Context) -> Iterator[Finding]:
    """Furniture in the target's own language, apart from section labels and credits."""
    for found in context.furniture:
        if found.language == document.target_lang and found.hit.entry.kind not in {"section", "credit"}:
            yield _furniture(
                found,
                f"Part of a web page (“{_plain(found.hit.entry.meaning)}”), not of the article; delete it.",
                _confidence(found, foreign=False),
            )


@rule(
    "WEB003",
    "section-label",
    summary="The label of a site's section stands at the end of a headline or alone.",
    why="News sites append the section to the page title: Dutch “| Buitenland” becomes “| Abroad”. It is not part of the headline.",
    category=Category.ADDITION,
    severity=Severity.MINOR,
    examples=(
        Example(
            "Council approves bridge plan [[| Abroad]]\n\n" + _BODY.rstrip(),
            fixed="Council approves bridge plan \n\n" + _BODY.rstrip(),
        ),
        Example("Students want to study abroad\n\n" + _BODY.rstrip()),
    ),
)
def section_label(document: Document, context: Context) -> Iterator[Finding]:
    """Section labels in the target's language, after a separator in the title or as a line near the edges."""
    for found in context.furniture:
        if found.language == document.target_lang and found.hit.entry.kind == "section":
            block = document.block_index(found.span.start) or 0
            if found.is_tail and block == 0:
                yield _furniture(
                    found, "A section label of the site is left in the headline; delete it.", 0.92
                )
            elif (
                found.is_line
                and len(document.blocks) > 2
                and (block < 2 or block >= len(document.blocks) - 2)
            ):
                yield _furniture(found, "A section label of the site stands alone; delete it.", 0.75)


_CREDIT = re.compile(
    r"(?:©|\(c\))\s*[^\W\d_][\w./&’' -]{0,40}$|"
    r"\((?:photo|image|picture|credit|source|photo credit)s?\s*:[^)]{2,60}\)|"
    r"(?:photos?|images?|pictures?|credit|source)\s*:\s*[^.!?\n]{2,60}$",
    re.IGNORECASE,
)
_AGENCIES = re.compile(
    r"(?:^|[\s/(])(AP|AFP|dpa|DPA|ANP|EPA|EFE|ANSA|TASS|Reuters|Getty Images|Shutterstock|Belga|APA|PAP|CTK|ČTK|MTI|TT|NTB|Ritzau|STT|Lusa|Xinhua|"
    r"Anadolu(?: Agency)?|AA|DHA|IHA|İHA|RIA Novosti|Interfax|Ukrinform|UNIAN|Imago|picture alliance|iStock|Unsplash|Pixabay|Depositphotos|Europa Press)"
    r"[)\s.]*$"
)


@rule(
    "WEB004",
    "photo-credit",
    summary="A photo caption or credit stands in the text as if it were a paragraph.",
    why="Caption and credit belong to a picture that was not copied. Without the picture the line hangs in the air, and the "
    "credit may even claim rights in your text.",
    category=Category.ADDITION,
    severity=Severity.MINOR,
    examples=(
        Example(_BODY + "[[The mayor on the old bridge. © AP]]"),
        Example(_BODY + "[[Photo: Reuters]]"),
        Example(_BODY + "“We are ready,” she told AP."),
    ),
)
def photo_credit(document: Document, context: Context) -> Iterator[Finding]:
    """Captions with a credit, and loose credits, as a block of their own."""
    for found in context.furniture:
        if found.language == document.target_lang and found.hit.entry.kind == "credit":
            yield _furniture(found, "A photo credit without its photo; delete it.", 0.85)
    for block in document.blocks:
        text = block.span.of(document.text)
        if len(text) < 300 and _CREDIT.search(text):
            yield _line(
                block,
                "A photo caption with its credit, but no photo; delete it.",
                0.85,
                ("it ends in a photo credit", "it stands alone in its line"),
            )
        elif (
            block.kind is not BlockKind.PARAGRAPH
            and len(text) < 60
            and _AGENCIES.search(text)
            and _is_credit_list(text)
        ):
            yield _line(
                block, "A loose agency credit; delete it.", 0.75, ("it names only picture or news agencies",)
            )


def _is_credit_list(text: str) -> bool:
    return all(
        _AGENCIES.search(part) or len(part) < 3 for part in re.split(r"\s*[/,|]\s*", text.strip("() "))
    )


_CODE = re.compile(
    r"(?:[a-z]{2,5}(?:-[a-z]{2,8}){0,2}-\d{1,4}|[a-z]{2,4}-(?:general|news|int|[a-z]{2}-\d+))$"
)
_HASH = re.compile(r"(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}$")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){3,}$")
_KEY = re.compile(r"(?:[A-Z]{2,}_){1,4}\d{2,}$|(?:[A-Z]{2,}-){2,4}\d{2,}$|[a-z]+_[a-z_]+$")
_CODES = (
    (_CODE, "a network code"),
    (_HASH, "a hash"),
    (_SLUG, "the address part of a page"),
    (_KEY, "a database key"),
)


@rule(
    "WEB005",
    "page-code",
    summary="A code of the publishing system stands in a line of its own.",
    why="Republishing networks mark articles with codes such as “ttn-3” or “rf-3-france”. They mean nothing to readers.",
    category=Category.ADDITION,
    severity=Severity.MINOR,
    examples=(
        Example(_BODY + "[[ttn-3]]"),
        Example(_BODY + "[[nn-general]]"),
        Example(_BODY + "COVID-19"),
    ),
)
def page_code(document: Document, context: Context) -> Iterator[Finding]:
    """Codes, hashes and slugs that fill a line."""
    for block in document.blocks:
        text = block.span.of(document.text)
        what = _kind_of_code(text)
        if what:
            yield _line(
                block,
                f"“{text[:40]}” looks like {what} of the publishing system; delete it.",
                0.9,
                ("it stands alone in its line", "no article text has such a form"),
            )


def is_page_code(text: str) -> bool:
    """Whether a line is nothing but a code of the publishing system."""
    return _kind_of_code(text) is not None


def _kind_of_code(text: str) -> str | None:
    if len(text) > 80 or " " in text:
        return None
    return next((what for pattern, what in _CODES if pattern.match(text)), None)


@rule(
    "WEB006",
    "duplicate-block",
    summary="A paragraph or headline appears twice.",
    why="Teasers, captions and headlines are repeated on web pages. In an article the second copy is a mistake.",
    category=Category.REPETITION,
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    examples=(
        Example(
            "The council approved the plan on Monday after a long debate.\n\nWork will begin in spring.\n\n"
            "[[The council approved the plan on Monday after a long debate.]]"
        ),
        Example(_BODY.rstrip()),
    ),
)
def duplicate_block(document: Document, context: Context) -> Iterator[Finding]:
    """Blocks of at least five words that repeat an earlier one."""
    seen: dict[str, int] = {}
    for block in document.blocks:
        text = block.span.of(document.text)
        if len(text) < 25 or len(text.split()) < 5 or block.kind is BlockKind.TABLE_ROW:
            continue
        key = fold_text(text)
        if key in seen:
            yield _line(
                block,
                f"This repeats line {seen[key]}; delete one of the two.",
                0.85,
                (f"the same text stands in line {seen[key]}",),
            )
        else:
            seen[key] = document.line_of(block.span.start)


_CUT = re.compile(r"(?:\[(?:…|\.\.\.|&hellip;)\]|\b(?:continue reading|read more)\b\W*)$", re.IGNORECASE)


@rule(
    "WEB007",
    "truncated-end",
    summary="The text breaks off where the page had a “read more” link.",
    why="Feeds and teasers end in “[…]” and a link. What follows is missing, so the article is not complete.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    examples=(
        Example("The council approved the plan on Monday after a long debate, and the mayor [[[…]]]"),
        Example("The council approved the plan on Monday after a long debate."),
    ),
)
def truncated_end(document: Document, context: Context) -> Iterator[Finding]:
    """A cut mark at the end of one of the last blocks."""
    for block in document.blocks[-_EDGE_BLOCKS:]:
        text = block.span.of(document.text)
        match = _CUT.search(text)
        if match and len(text.split()) > 5:
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            yield Finding(
                span,
                "The text breaks off here; get the rest of the article.",
                0.8,
                ("it ends in a cut mark of a feed",),
            )


def _furniture(found: FurnitureHit, message: str, confidence: float) -> Finding:
    entry = found.hit.entry
    where = (
        "it fills its line"
        if found.is_line
        else "it follows a separator"
        if found.is_tail
        else "it stands in the line"
    )
    return Finding(
        span=found.span,
        message=message,
        confidence=confidence,
        evidence=(f"known {language_name(entry.language)} page text ({entry.kind})", where),
        suggestions=(delete(safe=found.is_line and confidence >= 0.9),),
        language=entry.language,
        gloss=_plain(entry.meaning),
        entry=entry.id,
    )


# Furniture known by one of its words only. A choice.
_BY_WORD = 0.8


def _confidence(found: FurnitureHit, *, foreign: bool) -> float:
    if found.by_word:
        return _BY_WORD
    words = len(found.hit.covered.split())
    base = 0.97 if foreign else 0.88
    if found.is_line or found.is_tail:
        return base - (0.0 if words > 1 else 0.07 if foreign else 0.25)
    return base - 0.2


def _line(block: Block, message: str, confidence: float, evidence: tuple[str, ...]) -> Finding:
    return Finding(block.span, message, confidence, evidence, (delete(safe=confidence >= 0.9),))


def _plain(meaning: str) -> str:
    """The meaning without placeholders."""
    return re.sub(r"\s*<\w+[?*]?>\s*", " … ", meaning).strip()
