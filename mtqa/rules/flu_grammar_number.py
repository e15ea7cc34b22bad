"""FLU: singular and plural that do not go together: “the soldiers was sent”, “three student”, “a 12 houses”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_NO_PLURALS = (
    "news|series|species|means|mathematics|headquarters|chaos|corps|barracks|united|states|netherlands|politics|crossroads|works|"
    "always|perhaps|others|alas|sales|sports|arms|goods|savings|games|glasses|scissors|whereas|besides|canvas|christmas|texas|atlas|bias|gas|gallows|debris|innings|diabetes|measles|rabies|biceps|herpes|pyjamas|this|his|hers|its|yours|ours"
)
_PLURAL = rf"(?!(?:{_NO_PLURALS})\b)[a-z]{{3,}}(?<!s)(?<!u)(?<!i)(?<!ic)s"
_THING = (
    "student|country|leader|soldier|child|house|car|company|city|official|player|man|woman|worker|expert|school|hospital|building|village|minister|doctor|journalist|vehicle|team|patient|"
    "suspect|policeman|teacher|prisoner|resident|farmer|tourist|passenger|driver|victim|book|person|policy|party|law|agreement|visitor|customer|guest|fan|member|citizen|refugee|migrant|scientist|doctor|nurse|engineer|lawyer|employee|writer|singer|artist|actor|tree|ship|train|town|street|road|bridge|problem|question|answer|day|week|month|hour|year|reason|example|project|country|factory|shop|restaurant|hotel|island|animal|dog|bird|friend|brother|sister|daughter"
)
_COUNTED = r"[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|[Mm]any|[Bb]oth|[Tt]hese|[Tt]hose|[Ff]ew"
_NUMBER = re.compile(
    r"\b(?:"  # all begin with a word, which spares the search most places
    rf"(?:(?<=[.!?”\"] )|(?<=\n)|^|\b(?:that|because|,|and) )(?:The|These|Those|Two|Three|the|these|Most|Some) {_PLURAL} (?P<verb>was|has|is)(?= (?:been |not |also |already |being )?(?:[a-z]{{3,}}(?:ed|en|ing)|sent|won|held|made|shot|found|taken|in|at|on|very)\b)"
    rf"|(?:(?<=[.!?”\"] )|(?<=\n)|^)The (?P<one>(?:man|woman|child|boy|girl) (?:were|have|are))\b|(?:(?<=[.!?”\"] )|(?<=\n)|^)(?:The|Many|These|Some) (?P<people>(?:people|children|women|men) (?:is|was|has))\b"
    rf"|\b(?:{_COUNTED}) (?P<thing>{_THING})(?= (?:were|was|are|have|had|signed|died|in|from|at|on|and|will|who|of|to|with|for|came|said|went|took|visited|left|lost|arrived|attended|[a-z]{(3,)}ed)\b|[.,;](?! ))"
    r"|\b[Tt]he (?P<news>news (?:are|were|have))\b|\b(?P<article>an? \d{2,}) (?=(?:houses|people|soldiers|cars|buildings|students|children|women|men|countries|vehicles|persons|towns|villages|homes|schools)\b)"
    r"|\b(?P<crowd>an? (?:hundred|thousand|million|dozen) of) (?=people\b|soldiers\b|cars\b|residents\b|houses\b|euros\b|dollars\b|years\b|men\b|women\b|children\b|cases\b)"
    r"|\b(?P<mass>(?:two|three|four|five|many|several|these|various|some|new|other|no|few) (?:researches|evidences|knowledges|aircrafts|sceneries|machineries|traffics|staffs|weathers|offsprings))\b"
    r"|\b(?P<peoples>(?:\d+|many|several|some|few|other|injured|these|most|all|The) peoples)(?= (?:were|who|are|have|died|was|had|in|came|at)\b)|\b(?P<polices>[Tt]he polices)\b(?= [a-z]+(?:ed|s|t)\b)"
    r"|\b(?P<police>[Tt]he police (?:has|was|is|have been arrested|has been arrested))(?= (?:been |not |also |already |now )?(?:[a-z]{3,}(?:ed|en|ing)|found|shot|in|on|at|yesterday)\b)"
    r")"
)
_OF_THEM = re.compile(r"\b(?:if|whether|wish|as though|each|one|none|neither|either|number|group)\b[^.]*$")


@rule(
    "FLU035",
    "number-slip",
    summary="Singular and plural that do not go together: “The soldiers was sent”, “three student”, “a 12 houses”, “The news are”.",
    why="Chinese, Japanese and Korean mark no plural, Russian and Arabic mark it elsewhere, and what one language counts another does not.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("The soldiers [[was]] sent to the border."),
        Example("In all, three [[student]] were injured."),
        Example("It rained. The [[people is]] tired of it."),
        Example("The shells hit [[a 12]] houses on Monday."),
        Example(
            "The news is good; the series was shown. These three student leaders and two man-made lakes are known."
        ),
        Example(
            "One of the soldiers was sent home; the number of players is growing, and a dozen soldiers came."
        ),
    ),
)
def number_slip(document: Document, context: Context) -> Iterator[Finding]:
    """Verbs, counted nouns and articles of the wrong number."""
    for match in _NUMBER.finditer(document.text):
        kind = next(
            k
            for k in (
                "verb",
                "one",
                "people",
                "thing",
                "news",
                "article",
                "crowd",
                "mass",
                "peoples",
                "polices",
                "police",
            )
            if match[k]
        )
        yield Finding(
            Span(*match.span(kind)),
            "Singular and plural do not go together here; put both in one number.",
            0.55 if kind == "police" else 0.75,
        )
