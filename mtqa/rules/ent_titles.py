"""ENT: names of papers, channels and parties that are put together of plain English words after a word for the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.language.words import WordModel
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_SURE = "newspaper|daily newspaper|weekly newspaper|publication|TV channel|television channel|tabloid|online publication|news portal|internet portal|sports newspaper"
_LESS_SURE = "daily|weekly|magazine|news magazine|channel|broadcaster|radio station|outlet|portal|party|football club|club"
_TITLED = re.compile(
    rf"\b(?P<thing>{_SURE}|{_LESS_SURE}) (?P<quote>[\"“‘'«„]?)(?P<title>(?:The )?[A-Z][a-z]+(?:(?: of| of the| for| and| for the| to the| on the)? [A-Z0-9][a-z0-9]*){{0,3}})(?=[\"”’'»“.,:;)]|\s(?!of [A-Z]|[A-Z&])|$)"
)
# Titles that English has, or that end as English titles do.
_ENGLISH = frozenset(
    "times post herald tribune star sun mirror guardian independent telegraph gazette journal chronicle express mail standard observer echo argus "
    "courier record register sentinel bee globe examiner dispatch advertiser nation citizen monitor punch vanguard trust inquirer bulletin age "
    "australian hindu statesman pioneer mint dawn scotsman economist week spectator atlantic intercept hill wire wired nature science lancet people "
    "time life fortune forbes variety billboard vogue elle glamour cosmopolitan esquire playboy newsweek focus rolling stone stones sky fox "
    "discovery history comedy central nickelodeon virgin freedom labour labor democratic republican conservative green greens liberal reform tory "
    "whig unionist federalist alliance today street times's geographic explorer planet hello heat closer today's bloomberg business insider "
    "politico axios verge vox vice slate salon reporter review magazine network one two three four five online tv bbc itv cnn channel us uk usa america american".split()
)
_EVERYDAY = 1.2e-6
_DOMINANT = 3.0  # times as frequent in another language's running text


@rule(
    "ENT006",
    "translated-title",
    summary="A paper, channel, party or club whose name is made of plain English words: “the newspaper Right”, “TV channel Rain”.",
    why="Engines translate a title that is made of common words: Právo, Dozhd, Chega. Readers cannot find a paper called “Right”. "
    "Put back the name of the source.",
    category=Category.OVERTRANSLATION,
    severity=Severity.MAJOR,
    needs=("words",),
    targets=("en",),
    examples=(
        Example("He told the newspaper [[Clear Window]] that he knew."),
        Example("The TV channel [[Wide Window]] moved to Riga."),
        Example("He told the newspaper The Guardian and the daily Süddeutsche Zeitung that he knew."),
        Example("The newspaper The Irish Times and the magazine Nature report it; the daily Wednesday walk."),
    ),
)
def translated_title(document: Document, context: Context) -> Iterator[Finding]:
    """Capitalised everyday words after a word for a paper, channel or party."""
    model = context.words
    if model is None or document.target_lang not in model.languages:
        return
    for match in _TITLED.finditer(document.text):
        words = [word.lower() for word in re.findall(r"[A-Za-z]+", match["title"])]
        content = [word for word in words if word not in _SMALL]
        if (
            not content
            or not _ENGLISH.isdisjoint(content)
            or not all(_is_plain(word, model) for word in content)
        ):
            continue
        sure = re.fullmatch(_SURE, match["thing"]) is not None
        yield Finding(
            Span(*match.span("title")),
            "This name seems to be translated word by word; put back the one of the source.",
            0.65 if sure else 0.5 if match["quote"] else 0.45,
        )


_SMALL = frozenset("the of for and to on".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)


def _is_plain(word: str, model: WordModel) -> bool:
    """Whether a word is everyday English, and no name or word of another language."""
    if word in _CALENDAR:
        return False
    shares = model.listed(word)
    english = float(shares[model.index("en")])
    return english >= _EVERYDAY and float(shares.max()) <= _DOMINANT * english
