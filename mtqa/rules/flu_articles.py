"""FLU: “a” and “an”, which follow the sound of the next word and not its letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule
from mtqa.text.articles import needs_an

_ARTICLE = re.compile(
    r"(?<![\w'’.*/-])(?P<article>an?|An?) (?P<quote>[\"“‘(]?)(?P<word>[A-Za-z][\w]*|\d[\d.,]*)"
)
_NO_NOUN = frozenset(
    "and or is are in of at as on if us it any all our an up out other under over even also only i am about above after again".split()
)


@rule(
    "FLU004",
    "wrong-article",
    summary="“A” before a vowel sound or “an” before a consonant: “a hour”, “an European”.",
    why="The sound decides, not the letter: an hour, a European, an MP, a UN envoy. Engines go by the letter or swap "
    "the noun after choosing the article.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It took [[a]] hour to get there.", fixed="It took an hour to get there."),
        Example("He is [[an]] European citizen.", fixed="He is a European citizen."),
        Example("She met [[a]] MP in London.", fixed="She met an MP in London."),
        Example("He is [[a]] 18-year-old student.", fixed="He is an 18-year-old student."),
        Example(
            "An hour, a university, a one-off, a UN envoy, an NGO, a NATO base, an 8-year-old, an heir, a US plan, an umbrella."
        ),
        Example(
            "An uninhabited isle, a unilateral step, an unidentified man, a uranium mine, an X-ray, a historic day, an historic day."
        ),
        Example("Vitamin A is in Hepatitis A and B; a and b are options."),
    ),
)
def wrong_article(document: Document, context: Context) -> Iterator[Finding]:
    """Articles that do not fit the first sound of the next word."""
    for match in _ARTICLE.finditer(document.text):
        article, word = match["article"], match["word"]
        needed = needs_an(word)
        if needed is None or needed == (len(article) == 2):
            continue
        if word.lower() in _NO_NOUN or (article[0] == "A" and not _opens_sentence(document, match.start())):
            continue
        right = article[0] + ("n" if needed else "")
        yield Finding(
            Span(*match.span("article")),
            f"Before this sound English says “{right.lower()}”.",
            0.9 if not word[0].isupper() else 0.4 if article == "An" else 0.8,
            suggestions=(replace(right, safe=True),),
        )


def _opens_sentence(document: Document, position: int) -> bool:
    sentence = document.sentence_at(position)
    return sentence is not None and position - sentence.start < 2
