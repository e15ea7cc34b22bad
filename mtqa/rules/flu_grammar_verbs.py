"""FLU: verbs in forms that cannot stand after the word before: “did not voted”, “must to leave”, “has produce”, “was happened”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

# Bare verbs that end as past forms do, so that “did not need” and “to succeed” are right.
_BARE_IN_ED = "need|feed|proceed|succeed|exceed|speed|bleed|breed|seed|weed|heed|embed|shed|wed|concede|bed|shred|sled|cede|spread|red|wicked|naked|sacred|hundred|indeed|embed"
_PAST = rf"(?!(?:{_BARE_IN_ED})\b)[a-z]{{3,}}ed"
_IRREGULAR = (
    "went|came|took|gave|knew|saw|made|got|told|wrote|spoke|rose|grew|began|became|said|thought|brought|kept|paid|sent|stood|won|lost|held|heard|understood|"
    "felt|found|met|fell|chose|broke|drove|flew|sold|bought|caught|taught|meant|spent|built|shot|led|ran|threw|drew|wore|fought|sought|forgot"
)
_BASES = (
    "announce|decide|agree|begin|choose|create|develop|discover|give|go|include|introduce|know|lose|provide|publish|receive|reject|send|speak|take|tell|write|achieve|"
    "arrive|happen|appear|approve|confirm|continue|declare|explain|improve|invite|occur|reduce|refuse|remain|require|suffer|produce|see|think|say|allow|adopt|accept|destroy"
)
_THIRD = (
    "helps|makes|becomes|remains|continues|includes|provides|requires|leads|allows|depends|brings|benefits|takes|gives|goes|comes|needs|wants|gets|keeps|begins|starts|"
    "reduces|increases|creates|improves|receives|decides|stops|says|tells|sees|happens|affects|opens"
)
_WRONG_FORM = re.compile(
    rf"\b(?:[Dd]id(?: not|n['’]t)|[Dd]o(?:es)?(?: not|n['’]t)) (?P<neg>{_PAST}|{_IRREGULAR})\b(?! (?:up )?by\b)"
    rf"|\b(?P<subject>[\w’'-]+) (?P<modal>must|can|could|should|may|would|might)(?: not)? (?P<to>to) (?=[a-z]+\b)(?!to (?:the|a|an|his|her|their|its|some|date|my|our|your)\b)"
    rf"|\b(?:police|government|policy|company|country|law|measure|project|team|plan|bank|he|she|it|they|we|which|that) (?:will|can|must|should|would) (?P<third>{_THIRD})\b"
    rf"|\b(?:has|have|had) (?:not |also |already |just )?(?P<base>{_BASES})\b(?! (?:and|or|to)\b)(?![-,.])"
    rf"|\b(?:decided|wants?|wanted|able|refused|managed|tried|trying|failed|hopes?|hoped|intends?|began) to (?P<inf>(?!{_BARE_IN_ED})[a-z]{{3,}}ed|{_IRREGULAR}|{_THIRD})\b"
    r"|\b(?:has|have|had) (?:not |also |already )?(?P<past>went|took|gave|knew|saw|wrote|spoke|began|broke|drove|flew|chose|fell|did|grew|rose|threw|wore|became|came|ran)\b(?! (?:and|or)\b)"
    rf"|\b[a-z]+ (?:can|must|should|could) (?P<any>{_THIRD}|speaks|plays|works|lives|uses|buys|sells|moves|travels|wins|loses|finds)\b(?= (?:the|a|an|his|its|their|in|to|with|for|\w+ly|five|two|three|many)\b)"
    r"|\b(?P<have>(?:do|does|did)(?: not|n['’]t) have (?:won|been|gone|come|seen|done|become|written|spoken|forgotten))\b"
    r"|\bto (?P<double>must|should|would|could)\b(?=(?: not)? [a-z]+)|\b(?:will|would|must|may|might|should|could) (?P<second>can|must|should|will|may|could)\b"
    r"|\b(?:became|become|becomes|is|was|are|were|been|well|be) (?P<know>know)\b(?= )"
)
_ALL_ONE_CAN = re.compile(
    r"\b(?:all|everything|anything|what|whatever|as|than|best|more|much|little|one|every|thing|things|hard|way|those|only|first|need|where|when|who)\b[^.,;]*$",
    re.IGNORECASE,
)
_NOUN_LEADS = frozenset(
    "a an the this that his her their its my our your of free good ill strong last iron no any political tin trash garbage beer oil with by in".split()
)


@rule(
    "FLU031",
    "impossible-verb-form",
    summary="A verb in a form that cannot follow: “did not voted”, “must to leave”, “has produce”, “able to arrested”.",
    why="After an auxiliary or “to” English takes one form only. Engines mark tense or person twice, or not at all.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("The deputies did not [[voted]] for it."),
        Example("The residents should [[to]] leave at once."),
        Example("The factory has [[produce]] 500 cars."),
        Example("The forces were able to [[arrested]] the gang."),
        Example("He said that he will [[can]] come in June."),
        Example(
            "They did not need it; he did all he could to help, as one should to be fair. It is a must to see."
        ),
        Example("The policy has produced much; they wanted to succeed, and the will to live is strong."),
    ),
)
def impossible_verb_form(document: Document, context: Context) -> Iterator[Finding]:
    """Forms after auxiliaries and “to” that English does not have there."""
    text = document.text
    for match in _WRONG_FORM.finditer(text):
        kind = next(
            name
            for name in (
                "neg",
                "to",
                "third",
                "base",
                "past",
                "any",
                "have",
                "inf",
                "double",
                "second",
                "know",
            )
            if match[name]
        )
        if kind == "to" and (
            match["subject"].lower() in _NOUN_LEADS
            or _ALL_ONE_CAN.search(text, max(0, match.start() - 60), match.start("modal"))
        ):
            continue
        yield Finding(
            Span(*match.span(kind)),
            "This form cannot stand here; put the verb in the right one.",
            0.65 if kind in {"third", "base", "double"} else 0.8,
        )


_INTRANSITIVE = re.compile(
    r"\b(?P<be>is|was|were|are|has been|have been|had been|been) (?P<verb>happened|occurred|appeared|existed|disappeared|died|arrived|remained|emerged|belonged|suffered from|consisted|fallen down|participated)\b(?!(?<=arrived) at\b)"
    r"|\b(?P<discuss>(?:discuss(?:ed|es|ing)?|mention(?:ed|s|ing)?) about|emphasi[sz](?:ed|es|ing) on|stress(?:ed|es|ing) on (?=the (?:need|importance|fact|role)|that\b|his|its)|explain(?:ed|s) (?:me|us|him|them)|comprises? of|married with (?!children|kids|two|three|a (?:child|son|daughter))|"
    r"(?:contacted|accompanied|answered|approached|reached|entered|attended) (?:with|to|into) (?=him|her|them|us|me)|said (?:me|us|him|them)\b|suggested (?:me|us|him|them) )"
    r"|\b(?:[Hh]e|[Ss]he|who) (?P<years>ha(?:s|d) \d{1,2} years)(?= and\b|[.,;]|$| old)"
    r"|\b(?P<since>since (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|many|several|some) (?:years|months|weeks|days|hours))\b(?! (?:ago|later|before|earlier|after|prior|of))"
    r"|\b(?P<present>(?:is|are|am) since (?:[A-Z][a-z]+|yesterday|\d{4}|last|the beginning))\b"
    r"|\b(?P<there>[Tt]here (?:have|has) (?:many|several|no|two|three|\d+) )"
)


@rule(
    "FLU032",
    "verb-pattern",
    summary="A verb with words it does not take: “was happened”, “discussed about”, “lives since ten years”, “he has 35 years”.",
    why="The pattern of the verb was carried over from the source language.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The incident [[was occurred]] at a school."),
        Example("The two leaders [[discussed about]] the pact."),
        Example("He [[is since Monday]] in hospital."),
        Example(
            "A decision was arrived at; it has happened since 2010, three years ago. He has 35 years of service."
        ),
        Example("They discussed it and entered into talks, since many people asked."),
    ),
)
def verb_pattern(document: Document, context: Context) -> Iterator[Finding]:
    """Passives of verbs that have none, and objects and times that a verb does not take."""
    for match in _INTRANSITIVE.finditer(document.text):
        kind = next(name for name in ("verb", "discuss", "years", "since", "present", "there") if match[name])
        start = match.start("be") if kind == "verb" else match.start(kind)
        yield Finding(
            Span(start, match.start(kind) + len(match[kind].rstrip())),
            "English does not use the verb this way; use its own pattern.",
            0.75,
        )
