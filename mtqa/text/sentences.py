"""Cuts blocks into sentences."""

from __future__ import annotations

import re

from mtqa.core.spans import Span

# A full stop with its closing marks, then white space, then something that may begin a sentence.
_END = re.compile(
    r"""[.!?…]+["'”’»)\]]*(\s+)(?=["'“‘«„(\[¿¡]*[^\W_a-z]|[-–—]\s)|(?:[。！？]|[।؟](?=\s))["”’»」』）]*(\s*)(?=\S)""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[“”\"']+$")
# Abbreviations that a capital or a number follows within a sentence, over the target languages.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sen rep gov gen col lt sgt capt cmdr adm rev hon jr sr vs no nr art fig vol pp ca approx dept est inc "
    "ltd co corp bros mt ft jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e cf al hr fr dhr mw bzw z.b d.h u.a usw mme mlle "
    "sra dra srta avv dott on ing arch ul pl im sv ok tel abb abs bd".split()
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")


def find_sentences(text: str, blocks: list[Span]) -> tuple[Span, ...]:
    """The sentences of the given blocks in order, without the white space between them.

    >>> text = "Mr. Blinken met J. Smith of the U.S. side. It failed."
    >>> [span.of(text) for span in find_sentences(text, [Span(0, len(text))])]
    ['Mr. Blinken met J. Smith of the U.S. side.', 'It failed.']
    """
    sentences: list[Span] = []
    for block in blocks:
        start = block.start
        for match in _END.finditer(text, block.start, block.end):
            gap = match.start(1) if match.group(1) is not None else match.start(2)
            if gap > start and not _is_abbreviation(text, start, match):
                sentences.append(Span(start, gap))
                start = match.end()
        if start < block.end:
            sentences.append(Span(start, block.end))
    return tuple(sentences)


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or an ordinal."""
    if match.group()[0] != "." or match.group().startswith(".."):
        return False
    word = _LAST_WORD.search(text, start, match.start())
    if word is None:
        return False
    folded = word.group().lower()
    if folded in _ABBREVIATIONS:
        return True
    if _INITIALS.match(word.group()):
        return (len(folded) == 1 and word.group().isupper()) or (
            "." in folded and not _begins_sentence(text, match.end())
        )
    return folded.isdigit() and len(folded) <= 2 and word.start() == start


# Words that begin a new sentence even after "U.S."; anything else there is taken for the rest of a name.
_OPENERS = frozenset(
    "the a an this that these those it he she they we i you but and in on at as if when while after before there".split()
)


def _begins_sentence(text: str, position: int) -> bool:
    word = re.compile(r"[^\W\d_]+").match(text, position)
    return word is not None and word.group()[0].isupper() and word.group().lower() in _OPENERS
