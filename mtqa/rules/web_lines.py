"""WEB: lines that no list has, but that are made of the words of web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Block, Document
from mtqa.core.issues import Finding, delete
from mtqa.core.mqm import Category, Severity
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule
from mtqa.rules.web import is_page_code

_BODY = (
    "The council approved the plan on Monday after a long debate. Work on the bridge will begin in spring, the mayor said.\n\n"
    "Residents had protested against the plan for months. The mayor promised to meet them again before the summer.\n\n"
)
_REST = "The bridge was built in 1962 and is used by some 40,000 cars a day."
# What pages say of themselves and ask of their readers. A telling word counts 2, one that articles have as well 1.
_TELLING = frozenset(
    "newsletter newsletters mailbox inbox subscribe subscribed subscriber subscribers subscription subscriptions unsubscribe cookie cookies telegram "
    "whatsapp viber facebook instagram twitter linkedin tiktok vkontakte odnoklassniki pinterest rss podcast podcasts login logged log-in sign-up "
    "homepage webpage website url hyperlink clipboard hashtag hashtags tags keywords clickable click tap ctrl+enter ctrl paywall premium "
    "editorial redaction proofreading proofreader webmaster typo typos misprint captcha javascript browser pop-up push notification notifications "
    "app apps playlist slideshow photogallery gallery screenshot thumbnail comments commenters commenting moderation moderated moderator "
    "disclaimer imprint masthead sitemap permalink advertorial sponsored advertisement advertisements advertising advertise upload uploaded "
    "copyright copyrighted reprint reprinting reprinted republication retweet repost likes dislikes upvote emoji e-paper horoscope crossword "
    "views".split()
)
_COMMON = frozenset(
    "read reading listen watch view viewed share follow join comment reply respond react reaction reactions response write send report print save copy "
    "download search find select highlight press register registered sign log account profile password email e-mail address mail photo photos "
    "image images picture video videos audio illustration illustrative symbolic archive source sources text author authors editor editors journalist "
    "journalists correspondent reporter newsroom staff article articles material materials publication publications news story stories content "
    "topic topics subject theme category section rubric region tag label link links page pages site channel channels chat group network networks "
    "media online live exclusive breaking updated update supplemented published edited prepared translated posted minutes minute min duration "
    "estimated approx mistake mistakes error errors inaccuracy useful rate rating vote poll quiz survey opinion discuss discussion "
    "conversation discussed support donate donation donations member membership trial free euro month tip tips recommend recommended "
    "interesting interested popular latest previous next back top menu contact about us our you your here more also similar related rights reserved "
    "permission quoting citing obligatory privacy data protection terms conditions policy statute statement settings consent consents "
    "journalism value available store play google apple counter number weather exchange rates currency programme program tv radio calendar agenda collapse expand show hide open "
    "close loading load accept agree friend friends favorites favourites bookmarks bookmark main most viewed overview".split()
)
_WEIGHTS = {**dict.fromkeys(_COMMON, 1.0), **dict.fromkeys(_TELLING, 2.0)}
_SMALL = frozenset(
    "the a an of to in on for with by from at and or as it is are was be will this that these those do does did not no all any if when what how would have has "
    "please let let's first last one only still can may might could want every day daily weekly morning evening".split()
)
# Words that ask something of the reader, or speak in the name of the site.
_ADDRESSES = frozenset(
    "you your us our we please subscribe follow join share read watch listen write send click tap press select highlight report print save copy "
    "download register log sign find see view rate vote support donate recommend accept agree receive comment reply discuss tell let let's add turn enable "
    "try show hide search contact do would did was receive get mail like".split()
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’+-]*")
_MOST_WORDS = 14
# Shares of the content words' weight, for lines that speak to the reader and for those that do not.
_ENOUGH, _PLENTY = 0.75, 1.0
# The longest lines that are taken for the page's because others beside them are. Choices.
_TAIL_WORDS, _HEAD_WORDS = 10, 4


@rule(
    "WEB008",
    "page-line",
    summary="A line of its own speaks of the page and to its readers, not of what the article tells.",
    why="Every site has its own prompts, counters and notices, and every engine words them in its own way: “Receive the daily newsletter for "
    "free”, “Tips for the editorial team?”. No list has them all, but hardly a word in them could be part of the article.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example(_BODY + "[[Receive the daily newsletter for free]]"),
        Example(_BODY + "[[Do you agree? Vote!]]"),
        Example(_BODY + "[[Reprinting only with the permission of the editorial office]]"),
        Example(_BODY + "Share prices fall\n\n" + _REST),
        Example(_BODY + "Follow the money, say the experts\n\n" + _REST),
        Example(_BODY + "What happens next?\n\n" + _REST),
        Example(_BODY + "The editors of the newspaper published the photo online.\n\n" + _REST),
    ),
)
def page_line(document: Document, context: Context) -> Iterator[Finding]:
    """Short blocks, apart from the headline, whose words are those of web pages, or that stand among such blocks at an end."""
    if len(document.blocks) < 3:
        return
    known = _known_lines(document, context)
    told: dict[int, tuple[str, ...]] = {}
    for number, block in enumerate(document.blocks):
        found = _telling_words(block.span.of(document.text))
        if number and number not in known and found:
            told[number] = found
    for number, found in told.items():
        evidence = f"words of web pages: {', '.join(found)}", "it stands alone in its line"
        yield _finding(document.blocks[number], 0.75, evidence)
    for number in sorted(_among(document, known | set(told)) - known - set(told)):
        yield _finding(
            document.blocks[number],
            0.6,
            ("it stands among lines of the page, where the article has ended or not begun",),
        )


def _finding(block: Block, confidence: float, evidence: tuple[str, ...]) -> Finding:
    text = "This line speaks of the web page, not of what the article tells; delete it."
    return Finding(block.span, text, confidence, evidence, (delete(),))


def _known_lines(document: Document, context: Context) -> set[int]:
    """The blocks that known furniture or a code fills."""
    hits = [hit.span for hit in context.furniture if hit.is_line]
    return {
        number
        for number, block in enumerate(document.blocks)
        if any(block.span.overlaps(span) for span in hits) or is_page_code(block.span.of(document.text))
    }


def _among(document: Document, lines: set[int]) -> set[int]:
    """The short blocks that stand among lines of the page after the last paragraph, or before the first under the headline."""
    texts = [block.span.of(document.text) for block in document.blocks]
    last = max(
        (i for i, text in enumerate(texts) if i not in lines and not _is_short(text, _TAIL_WORDS)),
        default=len(texts),
    )
    first = next(
        (i for i, text in enumerate(texts) if i and i not in lines and not _is_short(text, _HEAD_WORDS)), 0
    )
    found: set[int] = set()
    for zone in (range(last + 1, len(texts)), range(1, first)):
        if lines.intersection(zone):
            found.update(zone)
    return found


def _is_short(text: str, most: int) -> bool:
    """Whether a line is too short to be a paragraph and no sentence."""
    words = len(text.split())
    return words <= 2 or (words <= most and not text.rstrip("”\"’'»").endswith((".", "!", "?", "…")))


def _telling_words(text: str) -> tuple[str, ...]:
    """The words that make a line a page's own, none if it is not."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if not 1 < len(words) <= _MOST_WORDS or (len(words) > 6 and _is_statement(text)):
        return ()
    content = [word for word in words if word not in _SMALL]
    weight = sum(_WEIGHTS.get(word, 0.0) for word in content)
    known = [word for word in content if word in _WEIGHTS]
    speaks = words[0] in _ADDRESSES or any(word in {"you", "your", "us", "our"} for word in words)
    enough = _ENOUGH if speaks else _PLENTY
    if len(known) < 2 or not content or weight / len(content) < enough:
        return ()
    return tuple(dict.fromkeys(known))


def _is_statement(text: str) -> bool:
    """Whether the line is a sentence that tells something: it ends in a full stop and speaks to nobody."""
    return text.endswith(".") and not re.search(r"\b(?:you|your|us|our|we)\b", text, re.IGNORECASE)
