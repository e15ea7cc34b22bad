"""What the browser gets: the marked article once, and a small message with every decision.

Offsets leave Python as UTF-16 code units, which is how JavaScript counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from mtqa.app.desk import Desk
from mtqa.app.filters import grouped
from mtqa.app.keys import KeyedReview
from mtqa.app.messages import noted, say
from mtqa.app.parallel import sentence_pairs, source_of_blocks
from mtqa.app.wording import confidence_words, encodable, plain, visible
from mtqa.core.documents import Block, Document
from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue, State
from mtqa.core.spans import Span

Json = dict[str, object]
Piece = tuple[int, int]

_RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}

# What the browser says by itself; the keys of its help stand in `viewer.html`.
_WORDS = (
    noted("Keys"), noted("next, previous issue"), noted("accept the first suggestion"), noted("accept that suggestion"),
    noted("dismiss: it is right as it stands"), noted("mark the words you have selected"),
    noted("copy the address of the open issue"), noted("The address of this issue is copied."), noted("Copy this address:"),
    noted("The article with its issues marked"), noted("Issues by kind"),
    noted("undo, as many steps as you like"), noted("show or close this list"), noted("Close"),
    noted("A decision moves on to the next open issue. Keys rest while you type."), noted("Mark these words"),
    noted("minor"), noted("major"), noted("critical"), noted("open"), noted("accepted"), noted("dismissed"),
)  # fmt: skip

# The browser undoes at once what it knows of; further steps wait for the server's answer.
_STEPS_SENT = 30
_KEYS_SENT = 500
_EXCERPT = 90  # the list cuts it to its width


class Utf16:
    """The offsets of one text, from code points to UTF-16 code units.

    >>> Utf16("a😀b").units(2)
    3
    """

    def __init__(self, text: str) -> None:
        self._wide = (
            [index for index, sign in enumerate(text) if sign > "\uffff"] if not text.isascii() else []
        )

    def units(self, offset: int) -> int:
        """The offset in UTF-16 code units of an offset in code points."""
        return offset + bisect_right(self._wide, offset - 1)

    def points(self, units: int) -> int:
        """The offset in code points of an offset in UTF-16 code units; one inside a pair goes to its start.

        >>> Utf16("a😀b").points(3)
        2
        """
        return units - bisect_right(self._wide, units - 1, key=self.units)

    def span(self, span: Span) -> Piece:
        """A span in UTF-16 code units."""
        return self.units(span.start), self.units(span.end)


def article_message(keyed: KeyedReview, view: str, article: str = "") -> Json:
    """The constant part: text, blocks, issues, their families and groups.

    `view` names this review of this article; `article` the article alone, whose log goes on in another view.
    """
    document = keyed.review.document
    utf16 = Utf16(document.text)
    sources = source_of_blocks(document)
    return {
        "view": view,
        "article": article,
        "lang": document.target_lang,
        "rightToLeft": document.target_lang in _RIGHT_TO_LEFT,
        "text": encodable(document.text),
        "sources": [encodable(text) for text in sources],
        "pairs": list(_pairs(document, sources, utf16)),
        "sourceLang": document.source_lang or "",
        "blocks": [[*utf16.span(block.span), block.kind.value] for block in document.blocks],
        "issues": [_issue(key, issue, document, utf16) for key, issue in keyed.issues.items()],
        "families": {group.family.code: _family(group.family.code) for group in grouped(keyed.issues)},
        "groups": [
            {
                "family": group.family.code,
                "rules": [[rule.rule, rule.name, list(rule.keys)] for rule in group.rules],
            }
            for group in grouped(keyed.issues)
        ],
    }


@cache
def words(language: str) -> Json:
    """What the browser says, by its English text; `language` is the one spoken, and names the answer."""
    texts = (*_WORDS, *(family.label for family in FAMILIES.values()))
    return {"language": language, **{text: say(text) for text in texts}}


def desk_message(
    desk: Desk, shown: Collection[str], order: Sequence[str], view: str, *, with_source: bool = False
) -> Json:
    """The changing part: decisions, selection, what the filter hides, and the last event applied."""
    visible_keys = set(shown)
    return {
        "view": view,
        "epoch": desk.epoch,
        "ack": desk.ack,
        "selected": desk.selected,
        "withSource": with_source,
        "decisions": {key: _decision(desk, key) for key in order if not desk.is_open(key)},
        "history": list(_last_steps(desk)),
        "hidden": [key for key in order if key not in visible_keys],
    }


def pieces(span: Span, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The parts of a span that lie in blocks; an empty one, or one between blocks, goes to the edge of a block."""
    if not blocks:
        return ()
    first = max(0, bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1)
    inside = []
    for block in blocks[first:]:
        if block.span.start >= span.end:
            break
        if block.span.overlaps(span):
            inside.append(Span(max(span.start, block.span.start), min(span.end, block.span.end)))
    if inside:
        return tuple(inside)
    home = blocks[first].span
    place = min(max(span.start, home.start), home.end)
    return (Span(place, place),)


def _pairs(document: Document, sources: Sequence[str], utf16: Utf16) -> Iterator[list[int]]:
    """Sentences that belong together: block, span in its source, span in the article."""
    of_source: tuple[int, Utf16] | None = None
    for pair in sentence_pairs(document, sources):
        if of_source is None or of_source[0] != pair.block:
            of_source = (pair.block, Utf16(sources[pair.block]))
        yield [pair.block, *of_source[1].span(pair.source), *utf16.span(pair.target)]


def _issue(key: str, issue: Issue, document: Document, utf16: Utf16) -> Json:
    return {
        "id": key,
        "pieces": [utf16.span(piece) for piece in pieces(issue.span, document.blocks)],
        "family": issue.family,
        "severity": issue.severity.value,
        "rule": issue.rule,
        "message": plain(issue.message),
        "sure": confidence_words(issue.confidence),
        "shown": visible(issue.text),
        "unseen": visible(issue.text) != plain(issue.text),
        "excerpt": visible(issue.text)[:_EXCERPT],
        "suggestions": [encodable(suggestion.apply(issue.text)) for suggestion in issue.suggestions],
    }


def _family(code: str) -> Json:
    family = FAMILIES[code]
    return {
        "label": family.label,
        "letter": family.letter,
        "light": family.hue.light,
        "dark": family.hue.dark,
        "line": family.underline.value,
    }


def _decision(desk: Desk, key: str) -> list[str | None]:
    made = desk.decision(key)
    return [made.state.value, None if made.text is None else encodable(made.text)]


def _last_steps(desk: Desk) -> Iterator[dict[str, list[str | None] | None]]:
    """The newest steps, oldest first, each with the decisions it replaced; as many as are worth sending."""
    budget = _KEYS_SENT
    kept = []
    for before in reversed(desk.history[-_STEPS_SENT:]):
        budget -= len(before.decisions)
        if budget < 0:
            break
        kept.append(before)
    for before in reversed(kept):
        yield {
            key: None if made.state is State.OPEN else [made.state.value, made.text]
            for key, made in before.decisions.items()
        }
