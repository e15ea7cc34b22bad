"""GLU: seams inside a sentence: a subject said twice, and a capital where no sentence begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import BlockKind, Document
from mtqa.core.issues import Finding, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_VERB = (
    r"(?:is|was|has|had|will|would|also|said|says|did|does|can|could|may|must|should|gave|made|took|told|went|came|won|lost|left|found|began|became|"
    r"felt|knew|saw|got|wrote|spoke|held|led|met|[a-z]{3,}ed|assures|denies|believes|hopes|plans|wants|calls|plays|wins|leads|claims|warns|explains|announces|are|were|have)\b"
)
_REPEATED = re.compile(rf"(?P<before>\b[\w’'-]+) (?P<again>(?:He|She|They|It) )(?={_VERB})")
# Words after which a pronoun may follow, in a title with capitals ("When He Was Bad") or after a line break.
_NO_SUBJECT = frozenset(
    "if as when that and but because where while until so how why is was did does do can could will would should may might must "
    "had has have are were what which who whom than or nor though although since before after once whether said says let make "
    "makes get take know knows think thinks believe believes then yet now here there for of in on at to by from with about".split()
)
_SACRED = re.compile(r"\b(?:God|Lord|Jesus|Christ|Allah|Bible|Gospel|Prophet|Messiah|Saviour)\b")


@rule(
    "GLU011",
    "repeated-subject",
    summary="The subject is said again as a pronoun: “The Kremlin He assured”, “Alexis Vega He is”.",
    why="The engine translated the words before and after a link as two sentences and gave the second a subject of its own.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example(
            "On Monday the Kremlin [[He ]]denied that it has plans.",
            fixed="On Monday the Kremlin denied that it has plans.",
        ),
        Example(
            "Alexis Vega [[He ]]is the best player of the team.",
            fixed="Alexis Vega is the best player of the team.",
        ),
        Example("The Kremlin denied that it has plans. He was pleased. When He came, God was praised."),
        Example("In Stephen King's novel It was the clown; she wrote “How He Was Lost”."),
    ),
)
def repeated_subject(document: Document, context: Context) -> Iterator[Finding]:
    """Capitalised pronouns with a verb, right after a name or noun inside a sentence."""
    text = document.text
    if not (" He " in text or " She " in text or " They " in text or " It " in text):
        return
    sacred = _SACRED.search(text) is not None
    for match in _REPEATED.finditer(text):
        before, pronoun = match["before"], match["again"].strip()
        if before.lower() in _NO_SUBJECT or (sacred and pronoun == "He"):
            continue
        named = before[0].isupper()
        if (pronoun == "It" and (not named or before.endswith(("'s", "’s")))) or before[-1] in "'’":
            continue
        if not _in_running_text(document, match.start("again")):
            continue
        yield Finding(
            Span(*match.span("again")),
            "The subject is said a second time; delete the pronoun.",
            0.75 if named else 0.6,
            suggestions=(delete(),),
        )


_CAPITAL = re.compile(
    r" (?<=[a-z]{2} )(?P<word>The|This|These|Those|That|Of|In|On|At|To|For|And|Or|With|By|From|Is|Are|Was|Were|Has|Have|But|Its|Their|His|Her|Our|When|Which|Who|Where|It|They|We|She|There)(?= (?P<next>[a-z]{2,})\b)"
)
_TITLE_AROUND = re.compile(r"[A-Z][\w’'-]+ (?:[a-z]{1,3} )?$")


@rule(
    "GLU012",
    "capital-in-mid-sentence",
    summary="A small word with a capital in the middle of a sentence: “that The accounts”.",
    why="The engine took a piece of the sentence, often a link, for a sentence of its own and began it with a capital.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("He said that [[The]] accounts were frozen.", fixed="He said that the accounts were frozen."),
        Example("It was shown during [[This]] year's fair.", fixed="It was shown during this year's fair."),
        Example("He lives in The Hague, reads The Guardian and The New York Times, and said: “The end.”"),
        Example(
            "The film Gone With the Wind is old; the book On the Road and the comedy Only Fools Rush In are too."
        ),
    ),
)
def capital_in_mid_sentence(document: Document, context: Context) -> Iterator[Finding]:
    """Function words with a capital between two words without."""
    for match in _CAPITAL.finditer(document.text):
        word = match["word"]
        if word == "It" and match["next"] in {"girl", "girls", "boy"}:
            continue
        if not _in_running_text(document, match.start("word")) or _in_title(document.text, match):
            continue
        yield Finding(
            Span(*match.span("word")),
            "This word has a capital in mid-sentence; write it small.",
            0.75
            if word in {"The", "This", "These", "Those", "That"}
            else 0.4
            if word in {"In", "On", "His", "Her", "We"}
            else 0.6,
            suggestions=(replace(word.lower(), safe=True),),
        )


def _in_title(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands among capitalised ones: "Gone With the Wind"."""
    return (
        _TITLE_AROUND.search(text, max(0, match.start() - 30), match.start("word")) is not None
        or re.compile(r"(?: [a-z]+)? [A-Z]").match(text, match.end("word")) is not None
    )


def _in_running_text(document: Document, position: int) -> bool:
    """Whether the place is inside a sentence of prose: not in a heading, not in a title with many capitals."""
    index = document.block_index(position)
    if index is None or document.blocks[index].kind not in {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.CAPTION,
        BlockKind.TITLE,
    }:
        return False
    sentence = document.sentence_at(position)
    if sentence is None or position == sentence.start:
        return False
    around = [
        document.tokens.texts[i]
        for i in document.tokens.between(max(sentence.start, position - 40), min(sentence.end, position + 40))
    ]
    words = [word for word in around if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 2 < len(words)
