"""PUN: signs around quotations and clauses that stand where another language puts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_SAID = r"(?:said|says|noted|notes|added|adds|stressed|told|stated|explained|emphasi[sz]ed|wrote|writes|replied|concluded|reports?|believes)"
_WHO = r"(?:(?:he|she|they|the [a-z]+|[A-Z][a-z]+) )?"
_SPEECH = re.compile(
    rf"(?P<dash>[,”\"»!?] ?[-–—]{{1,2}} ?(?={_WHO}{_SAID}\b))(?<![a-z]-)"
    rf"|(?P<stop>[”\"]\.[-–]? ?(?=(?:(?:he|she|they|the [a-z]+) )?{_SAID}\b))"
    rf"|(?P<both>\.[”\"], (?=(?:(?:he|she|they|the [a-z]+) )?{_SAID}\b))"
)


@rule(
    "PUN014",
    "mark-before-speaker",
    summary="A dash or full stop between a quotation and its speaker: “”, - said the minister”, “”. he said”.",
    why="Russian and Ukrainian set a dash before the speaker, Turkish ends the quotation with a full stop. English has a comma "
    "inside the quotation mark and nothing else.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("“We are ready[[”, - ]]said the minister.", fixed="“We are ready,” said the minister."),
        Example("“We are ready[[”. ]]he said on Monday.", fixed="“We are ready,” he said on Monday."),
        Example("“We are ready,” said the minister. “We are ready.” He said so on Monday."),
    ),
)
def mark_before_speaker(document: Document, context: Context) -> Iterator[Finding]:
    """Signs between the closing mark, or the end of speech, and the verb of saying."""
    for match in _SPEECH.finditer(document.text):
        start = match.start()
        mark = match.group()[0]
        quoted = mark in '”"»'
        span = Span(start, match.end())
        if match["both"]:
            quoted, mark = True, match.group()[1]
        if mark in ",!?" and document.text[start - 1 : start] in '”"»':
            span, quoted, mark = Span(start - 1, match.end()), True, document.text[start - 1]
        yield Finding(
            span,
            "English sets a comma inside the quotation mark before the speaker, and no dash or stop.",
            0.85,
            suggestions=(replace(f",{mark} " if quoted else f"{mark} "),),
        )


_TURNED = re.compile(
    r"(?P<open>(?:^|(?<=[\s(]))”(?=[^\W\d_]))|(?P<close>(?<=[a-z.,!?])“(?=[\s,.;]|$))", re.MULTILINE
)


@rule(
    "PUN015",
    "turned-quotation-mark",
    summary="A quotation mark that opens where it must close, or the other way round: “”We won”, “the plan“, he said”.",
    why="Swedish and Finnish open with ”, German and Czech close with “. The marks were carried over from the source.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The coach said: [[”]]We won.”", fixed="The coach said: “We won.”"),
        Example("“We won,[[“]] the coach said.", fixed="“We won,” the coach said."),
        Example("“We won,” the coach said of the so-called “final”."),
    ),
)
def turned_quotation_mark(document: Document, context: Context) -> Iterator[Finding]:
    """Closing marks before a word, and opening marks behind one."""
    text = document.text
    if "“" not in text and "”" not in text:
        return
    for match in _TURNED.finditer(text):
        if match["close"] and "„" in text[max(0, match.start() - 600) : match.start()]:
            continue  # the pair of low and high marks is reported as such
        yield Finding(
            Span(*match.span()),
            "This quotation mark is turned the wrong way.",
            0.75,
            suggestions=(replace("“" if match["open"] else "”", safe=True),),
        )


_CLAUSE = re.compile(
    r"\b(?P<verb>said|says|believes?|believed|assumes?|assumed|stressed|noted|added|stated|announced|explained|emphasi[sz]ed|thinks?|hopes?|hoped|claims?|claimed|reported|knows?|knew|"
    r"means|meant|shows?|showed|confirmed|admitted|pointed out|recalled|indicated|fears?|feared|clear|known|sure|certain|asked|wonders?|decided|promised|agreed)"
    r"(?P<comma>,) (?P<next>that|whether|how|why)(?= (?:the|a|an|he|she|it|they|we|I|there|this|these|his|her|their|its|our|all|some|no|[A-Z][a-z]+)\b)(?! (?:the (?:same|more)|it (?:is|was) (?:true|said)))"
)
_AS_BEFORE = re.compile(r"\b(?:[Aa]s|[Ss]o|I|you|[Ww]e know|which)\b[^.,;]{0,30}$")


@rule(
    "PUN016",
    "comma-before-clause",
    summary="A comma between a verb of saying and its clause: “He believes, that the law is good”.",
    why="German, Russian, Polish and Czech part every clause with a comma. English sets none before “that”, “whether” or “how”.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example(
            "The mayor said[[,]] that the bridge is safe.", fixed="The mayor said that the bridge is safe."
        ),
        Example(
            "The police assume[[,]] that the fire was set.", fixed="The police assume that the fire was set."
        ),
        Example("The mayor said that the bridge is safe. As she said, that the bridge is safe is clear."),
        Example("He said, that is, he wrote it. That much is clear, whether or not it is safe."),
    ),
)
def comma_before_clause(document: Document, context: Context) -> Iterator[Finding]:
    """Commas between a verb of saying or knowing and a clause that depends on it."""
    text = document.text
    for match in _CLAUSE.finditer(text):
        if _AS_BEFORE.search(text, max(0, match.start() - 40), match.start()):
            continue
        opened = text.rfind(",", max(0, match.start() - 60), match.start())
        inserted = opened >= 0 and "." not in text[opened : match.start()]  # “…, he said, that …”
        yield Finding(
            Span(*match.span("comma")),
            "English sets no comma before this clause; delete it.",
            0.4 if inserted else 0.75,
            suggestions=(replace("", safe=True),),
        )


_LOOSE = re.compile(
    r"(?P<open>\( +(?=\w))|(?P<close>(?<=\w) +\)(?!\)))|(?P<that>\bthat(?P<colon>:)(?= [\"“]))"
    r"|(?P<greek>(?:(?<=\n)|(?<=[.!?] )|^)(?:Will|Is|Are|Does|Did|Who|What|Why|How|Can|Where|When) [^.;?!\n]{5,80}(?P<sign>;)(?= [A-Z]))"
)


@rule(
    "PUN017",
    "loose-mark",
    summary="A blank inside a bracket, or a Greek question mark: “Madrid ( Spain )”, “Will he resign;”.",
    why="The blank was left where a link or a tag stood, or was put in by an engine that takes signs for words. Greek asks with a semicolon.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("He lives in Madrid ([[ ]]Spain) now.", fixed="He lives in Madrid (Spain) now."),
        Example(
            "Will the minister resign[[;]] Nobody knows.", fixed="Will the minister resign? Nobody knows."
        ),
        Example("He lives in Madrid (Spain), who knows; see you :) or ( :"),
    ),
)
def loose_mark(document: Document, context: Context) -> Iterator[Finding]:
    """Blanks where English has none, and semicolons that end a question."""
    text = document.text
    for match in _LOOSE.finditer(text):
        kind = next(name for name in ("open", "close", "that", "greek") if match[name])
        if kind == "close" and "(" not in text[max(0, match.start() - 120) : match.start()]:
            continue
        if kind == "open" and (
            text[match.start() - 1 : match.start()] in "(:;"
            or ")" not in text[match.end() : match.end() + 120]
        ):
            continue
        span = {
            "open": Span(match.start() + 1, match.end()),
            "close": Span(match.start(), match.end() - 1),
            "greek": Span(*match.span("sign")),
            "that": Span(*match.span("colon")),
        }[kind]
        yield Finding(
            span,
            "English sets no colon after “that”; delete it."
            if kind == "that"
            else "This question ends with a Greek question mark; set “?”."
            if kind == "greek"
            else "There is a blank that English does not set; close it up.",
            0.65,
            suggestions=(replace("?" if kind == "greek" else "", safe=True),),
        )
