"""FLU: sentences in the word order of another language, with a subject too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MOMENT = rf"(?:yesterday|last (?:week|month|year|night|{_DAY})|on {_DAY}|in the last (?:year|week|month)|this (?:morning|week))"
_PARTICIPLE = r"(?:[a-z]{3,}ed|been|gone|taken|given|made|said|told|held|found|met|won|lost|left|sent|seen|shot|put|become|written|spoken|begun|sentenced|brought|led|built)"
_SPLIT = re.compile(
    rf"\b(?P<perfect>(?:has|have) {_MOMENT}) (?=(?:the |a |an |his |her )?[a-z]+)(?![a-z]+ing\b)(?!and |or |the (?:first|last|most))"
    rf"|\b(?P<modal>(?:will|must|wants to|would) on {_DAY}) (?=[a-z]+)(?!and |or |morning|afternoon|evening|night)"
    rf"|\b(?P<passive>(?:was|were) (?:on {_DAY}|yesterday)) (?={_PARTICIPLE}\b)"
    r"|\b(?:police|court|government|prosecutor|jury|judge|officers) (?P<bracket>ha(?:s|ve) (?:the|a) (?:man|woman|suspect|driver|boy|girl|accused|defendant|men|suspects)) (?=arrested|sentenced|released|detained|convicted|acquitted|questioned|found)"
    rf"|\b(?<!should )(?<!would )(?<!could )(?<!might )(?<!must )(?<!may )(?<!to )(?P<clash>(?:has|have) {_PARTICIPLE} (?:[\w’'-]+ ){{0,4}}(?:yesterday|last (?:night|week|month|year|{_DAY})|\d+ (?:years|days|weeks|months) ago))\b"
    rf"|(?:(?<=[.!?”\"] )|(?<=\n)|^)(?P<second>(?:Yesterday|On {_DAY}|Last (?:week|month|year)|In (?:19|20)\d\d|Therefore|Thereby|Already) (?:has|have|had|will|can|must|should) )(?=the|a|an|two|his|its|he|she|it|they|[A-Z])"
    rf"|(?:(?<=[.!?”\"] )|(?<=\n)|^)(?P<inverted>(?:Yesterday|On {_DAY}|Last (?:week|month|year)) (?:was|were) )(?=(?:the|a|an|two|three|his|its|\d+) [^.;,]{{3,40}} {_PARTICIPLE}\b)"
    rf"|(?P<comes>(?:(?<=[.!?”\"] )|(?<=\n)|^)(?:Now|Then|Therefore|Thus) (?:comes|wants|goes|says|demands|calls) (?:the|a) (?:government|minister|party|company|police|mayor|opposition|EU|president|court|city|council))\b"
)
_SINCE = re.compile(r"\bsince $|\b(?:because|that)\b[^.]*$")


@rule(
    "FLU033",
    "foreign-word-order",
    summary="Words in the order of another language: “has yesterday visited”, “Yesterday has the government decided”.",
    why="German, Dutch and the Nordic languages put the time between the parts of the verb, or the verb before its subject. "
    "A perfect with “yesterday” or “last week” is a clash of tenses too.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("The minister [[has yesterday]] visited the village."),
        Example("It is raining. [[Yesterday has ]]the government decided on new rules."),
        Example("The court [[has the man]] sentenced to five years."),
        Example(
            "The minister visited the village yesterday. On Monday the government will decide. Now comes the hard part."
        ),
        Example("The village has changed since last year; the talks have on the whole gone well."),
    ),
)
def foreign_word_order(document: Document, context: Context) -> Iterator[Finding]:
    """Times inside the verb, participles behind their object, and verbs before their subject."""
    for match in _SPLIT.finditer(document.text):
        kind = next(
            k
            for k in ("perfect", "modal", "passive", "bracket", "clash", "second", "inverted", "comes")
            if match[k]
        )
        if kind == "clash" and re.search(
            r"\b(?:since|than|from|of|who|which|that|after|before|the)\b", match["clash"]
        ):
            continue
        yield Finding(
            Span(*match.span(kind)),
            "These words stand in the order of another language; use the English one.",
            0.55 if kind in {"passive", "modal", "clash"} else 0.8,
        )


_ROLE = (
    r"(?:minister|president|player|singer|actor|actress|coach|government|mayor|governor|striker|footballer|director|spokesman|spokeswoman|king|queen|prince|princess|driver|"
    r"suspect|company|team|party|ministry|chancellor|senator|deputy|journalist|thieves|victims|residents|soldiers|players|students|police|officers|man|woman|boy|girl|couple|children|workers|citizens|farmers|teachers|doctors|protesters|authorities|parents|fans|employees)"
)
_AGAIN = re.compile(
    rf"(?:(?<=[.!?”\"] )|(?<=\n)|^)(?:The|A) (?:[a-z]+ )?{_ROLE} (?P<pronoun>he|she|it|they) (?=(?:is|was|were|are|has|have|had|will) (?:[a-z]+(?:ed|en)|caught|found|held|shot|sent|on strike|in the|very)\b|said (?:that|in|on)|(?:stressed|suffered|announced|declared|added|confirmed|denied|received|published|visited|won|assured|explained) (?:the|a|an|his|her|that|in|on|to)\b)"
    rf"|\b(?:{_ROLE}|people|those),? (?P<resumed>who (?:he|she|they)) (?=(?:was|were|has|have|had|is|are) [a-z]+(?:ed|en)\b(?! (?:with|to|by))|[a-z]+ed (?:the|a|his)\b)"
    r"|\b(?:people|victims|man|woman|children|families|residents|players|workers|citizens|patients|women|men|those|students|passengers|girl|boy),? (?P<whose>who (?:their|his|her)) (?=[a-z]+)"
    r"|(?:(?<=[.!?”\"] )|(?<=\n)|^)(?P<missing>(?:Is|Was) (?:important|necessary|possible|clear|known|essential|expected|reported|noted|worth|likely|said|believed) (?:that|to)\b)(?![^.!?\n]*\?)"
    r"|(?:(?<=[.!?”\"] )|(?<=\n)|^)(?P<opened>(?:Was|Were|Has been|Have been|Were also|Was also) (?:arrested|opened|held|found|killed|injured|detained|published|announced|created|launched|signed|adopted|built|sent|wounded|recorded|reported|destroyed|damaged|introduced|approved) )(?![^.!?\n]*\?)"
    r"|(?:(?<=[.!?”\"] )|(?<=\n)|^)(?P<reported>(?:Reported|Noted|Reportedly said|Recalled|Informed|Stressed|It reported)) (?=that\b)"
    r"|\b(?P<negated>(?:[Tt]hey|[Ww]e|[Hh]e|[Ss]he|I|[Ii]t) not (?:want|know|have|like|wants|knows|has|go|went|need|believe|think|see|agree)s?)\b"
)
_WOMAN = re.compile(
    r"\b(?:actress|herself|queen|princess|duchess|countess|businesswoman|spokeswoman|mother|she|her)\b",
    re.IGNORECASE,
)
_MAN = re.compile(
    r"\b(?:actor|himself|king|prince|duke|father|he|him|man|son|brother|boy|Mr|couple|gay)\b", re.IGNORECASE
)
_SPOUSE = re.compile(
    r"\b(?P<pronoun>his) (?=(?:husband|boyfriend|fiancé|ex-husband)\b)|\b(?:The|the) (?:actress|queen|princess|duchess|businesswoman|model)\b[^.;\n]{3,60} (?P<own>his) (?=(?:\d+(?:st|nd|rd|th) birthday|birthday|daughters?|sons?|children|baby|account|profile|Instagram|career|pregnancy|mother|family))"
)


@rule(
    "FLU034",
    "subject-slip",
    summary="A subject said twice or left out, or a pronoun for the wrong person: “The minister he stressed”, “Is important that”, “with his husband”.",
    why="Spanish, Arabic and Turkish leave the subject in the verb or repeat it; “su” and “onun” mean his, her and its.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("It rained. The minister [[he]] stressed the need for talks."),
        Example("Most victims [[who their]] houses were destroyed live in tents."),
        Example("It rained. [[Is important that]] people stay at home."),
        Example("The actress came with [[his]] husband."),
        Example(
            "The player he saw was tired; the man who she married is ill. Was it important that they stayed?"
        ),
        Example(
            "The actor came with his husband. The queen said that he loved his daughter, and they know who their friends are."
        ),
    ),
)
def subject_slip(document: Document, context: Context) -> Iterator[Finding]:
    """Doubled and missing subjects, and possessives that do not fit the only person around."""
    text = document.text
    for match in _AGAIN.finditer(text):
        kind = next(
            k for k in ("pronoun", "resumed", "whose", "missing", "opened", "reported", "negated") if match[k]
        )
        yield Finding(
            Span(match.start(kind), match.start(kind) + len(match[kind].rstrip())),
            "The subject stands twice, is missing or does not fit; mend the sentence.",
            0.7,
        )
    for match in _SPOUSE.finditer(text):
        kind = "pronoun" if match["pronoun"] else "own"
        sentence = context.sentence(Span(*match.span(kind)))
        before = text[sentence.start : match.start(kind)]
        if _WOMAN.search(before) and not _MAN.search(before):
            yield Finding(
                Span(*match.span(kind)),
                "The person is a woman here; write “her”.",
                0.65,
            )
