"""RES: text left in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, Suggestion, delete
from mtqa.core.issues import replace as replace_with
from mtqa.core.languages import language_name
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.language.entries import Topic
from mtqa.language.fragments import Fragment
from mtqa.language.scripts import in_other_script
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule
from mtqa.rules.phrase_findings import form_findings, is_adjective

# A sentence, not a phrase: shorter ones are mostly headings and titles.
_SENTENCE_WORDS = 4
_SURE = 0.8
# A list that knows "agosto" says nothing of the "y" behind it: three quarters of "agosto y".
_WHOLE = 0.8


def _suggestions(context: Context, fragment: Fragment) -> tuple[Suggestion, ...]:
    terms = [hit for hit in context.phrases if hit.entry.topic is Topic.TERMS and hit.span == fragment.span]
    known = tuple(dict.fromkeys(replace_with(hit.entry.meaning) for hit in terms))
    return (delete(),) if fragment.own_line else known


def _gloss(document: Document, context: Context, fragment: Fragment) -> str | None:
    """Word-for-word meaning from the small word lists, where they know every word."""
    table = context.knowledge.lexicon.glosses.get(fragment.language, {})
    words = fragment.span.of(document.text).lower().split()
    known = [table.get(word.strip('.,;:!?"“”')) for word in words]
    return " ".join(word for word in known if word) if words and all(known) else None


def _finding(document: Document, context: Context, fragment: Fragment, message: str) -> Finding:
    return Finding(
        span=fragment.span,
        message=message,
        confidence=fragment.confidence,
        evidence=fragment.reasons,
        suggestions=_suggestions(context, fragment),
        language=fragment.language,
        gloss=_gloss(document, context, fragment),
    )


def _shown(context: Context) -> Iterator[Fragment]:
    """Fragments that neither furniture nor name and term lists know; those have rules of their own."""
    furniture = [hit.span for hit in context.furniture if hit.language != context.document.target_lang]
    known = [
        hit.span
        for hit in context.phrases
        if hit.entry.topic is not Topic.CALQUES
        and not hit.entry.needs_evidence
        and not (
            hit.entry.topic is Topic.TERMS and in_other_script(hit.covered, context.document.target_lang)
        )
    ]
    kept = context.knowledge.kept_names(context.document.target_lang)
    for fragment in context.fragments:
        text = context.document.text
        if (
            not any(_covers(span, fragment.span, 0.5) for span in furniture)
            and not any(_covers(span, fragment.span, _WHOLE) for span in known)
            and not any(_covers(span, fragment.span, _WHOLE) for span in kept.around(text, fragment.span))
            and not _in_address(text, fragment.span)
            and not _is_mojibake(text, fragment.span)
        ):
            yield fragment


# The first letter that is left of a character of two or three bytes, and what a wrong reading makes of the next byte.
_MOJIBAKE = re.compile("[ÃÂâÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def _is_mojibake(text: str, span: Span) -> bool:
    """Whether the fragment is a piece of broken encoding ("didnâ" of "didnâ€™t"), which has a rule of its own."""
    return _MOJIBAKE.search(text, span.start, span.end + 1) is not None


_ADDRESS = re.compile(r"(?<!\S)\.\w|\w\.\w")


def _in_address(text: str, span: Span) -> bool:
    """Whether full stops glue the fragment to its neighbours, as in a web address or a file name (".ini")."""
    return (
        " " not in span.of(text) and _ADDRESS.search(text[max(0, span.start - 2) : span.end + 2]) is not None
    )


def _covers(claimed: Span, fragment: Span, share: float) -> bool:
    """Whether a lexicon speaks for so much of a fragment, and says more about it than a leftover's finding could."""
    shared = min(claimed.end, fragment.end) - max(claimed.start, fragment.start)
    return shared > share * (fragment.end - fragment.start)


def _message(fragment: Fragment) -> str:
    name = "in another language" if fragment.language == "und" else language_name(fragment.language)
    if fragment.words > 1:
        return (
            f"These words are {name}; translate them."
            if fragment.confidence >= _SURE
            else f"These words seem to be {name}; translate them, or keep them as a name."
        )
    return (
        f"This word is {name}; translate it."
        if fragment.confidence >= _SURE
        else f"This word seems to be {name}; translate it, or keep it as a name."
    )


def _is_sentence(fragment: Fragment) -> bool:
    return fragment.whole_sentence and fragment.words >= _SENTENCE_WORDS


@rule(
    "RES001",
    "leftover-words",
    summary="A word or phrase is still in another language.",
    why="A translation engine copies what it does not know. Readers of the target language cannot understand the "
    "words, or take them for a name. Translate them, or put them in quotation marks and explain them.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    needs=("words",),
    examples=(
        Example("The party made enormous [[vooruitgang]] in the talks with the unions."),
        Example("He told the court that the [[tribunal administratif]] had already ruled on the matter."),
        Example("The ministers met in Paris to discuss the coup d'état of 1851 and its aftermath."),
        Example("Emmanuel Macron received the mayor of Aix-en-Provence at the Élysée Palace on Tuesday."),
    ),
)
def leftover_words(document: Document, context: Context) -> Iterator[Finding]:
    """Leftovers inside a sentence or as a short line."""
    for fragment in _shown(context):
        if not _is_sentence(fragment) and not _is_copy(fragment):
            yield _finding(document, context, fragment, _message(fragment))


@rule(
    "RES002",
    "untranslated-sentence",
    summary="A whole sentence is still in another language.",
    why="The engine passed over the sentence, or the page repeated it in the original. Readers lose its content "
    "altogether; an article with such a sentence cannot be published.",
    category=Category.UNTRANSLATED,
    severity=Severity.CRITICAL,
    needs=("words",),
    examples=(
        Example(
            "The council met on Monday. [[De burgemeester wilde daar niets over zeggen.]] A vote is due in May."
        ),
        Example("[[Министр отказался отвечать на вопросы журналистов.]] The meeting ended after two hours."),
        Example("The council met on Monday. The mayor declined to comment. A vote is due in May."),
    ),
)
def untranslated_sentence(document: Document, context: Context) -> Iterator[Finding]:
    """Sentences and lines that are wholly in another language."""
    for fragment in _shown(context):
        if _is_sentence(fragment):
            text = f"This sentence is {language_name(fragment.language)}; have it translated."
            yield replace(_finding(document, context, fragment, text), span=context.sentence(fragment.span))


@rule(
    "RES003",
    "copied-from-source",
    summary="A word of the source text was copied unchanged.",
    why="The word stands in the source in lower case and is not a word of the target language, so it is neither a "
    "name nor an accident. Translate it.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    scope=Scope.PAIR,
    needs=("words",),
    examples=(
        Example(
            "The minister called the plan [[onbespreekbaar]] on Monday.",
            source="De minister noemde het plan maandag onbespreekbaar.",
            source_lang="nl",
        ),
        Example(
            "The minister rejected the plan on Monday.",
            source="De minister verwierp het plan maandag.",
            source_lang="nl",
        ),
    ),
)
def copied_from_source(document: Document, context: Context) -> Iterator[Finding]:
    """Single words that source and target share in lower case, although they are no words of the target language."""
    for fragment in _shown(context):
        if _is_copy(fragment):
            text = f"“{fragment.span.of(document.text)}” is copied from the source; translate it."
            yield _finding(document, context, fragment, text)


def _is_copy(fragment: Fragment) -> bool:
    return fragment.copied and fragment.words == 1


@rule(
    "RES004",
    "untranslated-term",
    summary="A month, weekday, form of address, unit, scale word or adjective of a country stayed in the source language.",
    why="Short words such as “mln”, “Uhr”, “Dhr.” or “dinsdag” slip through because they stand between numbers and names.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example(
            "The meeting is planned for [[dinsdag]], the ministry said.",
            fixed="The meeting is planned for Tuesday, the ministry said.",
        ),
        Example("The meeting is planned for Tuesday, the ministry said."),
    ),
)
def untranslated_term(document: Document, context: Context) -> Iterator[Finding]:
    """Calendar words, honorifics, units, scale words and abbreviations from the term lists, adjectives from the name lists."""
    return form_findings(context, lambda hit: hit.entry.topic is Topic.TERMS or is_adjective(hit))
