"""The words reports use for verdicts, numbers and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mtqa.core.families import FAMILIES
from mtqa.core.issues import Action, Issue, State, Suggestion
from mtqa.core.languages import language_name
from mtqa.core.mqm import Severity
from mtqa.core.reviews import GIVEN, Origin, Review, Verdict

VERDICTS: Mapping[Verdict, tuple[str, str]] = MappingProxyType({
    Verdict.PUBLISH: ("Ready to publish", "Nothing found would bother a reader much; a last look is enough."),
    Verdict.LIGHT_EDIT: ("Light edit", "Reads well for the most part; mend the marked places first."),
    Verdict.HEAVY_EDIT: ("Heavy edit", "Much of it reads as a translation; edit it line by line."),
    Verdict.REJECT: ("Not usable", "Mending it would take longer than a new translation."),
})  # fmt: skip
STATES: Mapping[State, str] = MappingProxyType({
    State.OPEN: "open",
    State.ACCEPTED: "accepted",
    State.DISMISSED: "dismissed",
})  # fmt: skip
QUALITY = "100 is a text without issues."
FLUENCY = "The quality formula over issues of language, style and locale alone; 100: nothing found."
READ_FLUENCY = "Chance that its sentences are sound English, by a language model."
ADEQUACY = "How fully it says what its source says."
PENALTY = "Issues weighed by severity and certainty: minor 1, major 5, critical 25."
SURE_ENOUGH = (
    1.0  # summed weight of evidence; one strong piece weighs 1-2, a hint 0.25 (mtqa.core.reviews.Origin)
)


def fluency_made(review: Review) -> str:
    """How the fluency of this review was made, in one sentence."""
    return FLUENCY if review.scores.estimated_penalty_per_1000 is None else READ_FLUENCY


def number(value: float) -> str:
    """A score as people read it: rounded to a whole number.

    >>> number(82.4), number(-0.2)
    ('82', '0')
    """
    return f"{round(value) or 0}"


def count(amount: int, noun: str) -> str:
    """An amount with its noun in the right form.

    >>> count(1, "issue"), count(1200, "word")
    ('1 issue', '1,200 words')
    """
    return f"{amount:,} {noun}{'' if amount == 1 else 's'}"


def summary(review: Review) -> str:
    """How many issues of which severity, in a phrase: `3 issues: 1 critical, 2 minor`."""
    tally = [
        (severity, sum(issue.severity is severity for issue in review.issues))
        for severity in reversed(Severity)
    ]
    parts = ", ".join(f"{amount} {severity}" for severity, amount in tally if amount)
    return f"{count(len(review.issues), 'issue')}: {parts}" if parts else "No issues found"


def decided(review: Review) -> str:
    """How far people are with it: `2 accepted, 1 dismissed, 5 open`; nothing while all are open."""
    order = (State.ACCEPTED, State.DISMISSED, State.OPEN)
    tally = [(state, sum(issue.state is state for issue in review.issues)) for state in order]
    if all(state is State.OPEN for state, amount in tally if amount):
        return ""
    return ", ".join(f"{amount} {STATES[state]}" for state, amount in tally if amount)


def origin_sentences(review: Review) -> list[tuple[str, tuple[str, ...]]]:
    """What is known of where the article comes from: sentences, each with its pieces of evidence."""
    source, site = review.source, review.site
    said: list[tuple[str, tuple[str, ...]]] = []
    if source:
        said.append(
            (
                _sentence(
                    f"{_how_sure(source)}translated from {language_name(source.language)}{_signs(source)}."
                ),
                source.pieces,
            )
        )
    elif review.document.source_lang:
        said.append((f"Translated from {language_name(review.document.source_lang)}.", ()))
    if site and (source is None or site.language != source.language):
        said.append(
            (
                _sentence(
                    f"{_how_sure(site)}published by a site in {language_name(site.language)}{_signs(site)}."
                ),
                site.pieces,
            )
        )
    return said


def advice(suggestion: Suggestion) -> tuple[str, str]:
    """What a suggestion asks for: the verb, and the text it puts in (empty for a deletion)."""
    verbs = {Action.REPLACE: "Write", Action.INSERT: "Insert before it", Action.DELETE: "Delete it"}
    return verbs[suggestion.action], suggestion.text


def letter(issue: Issue) -> str:
    """The letter of the issue's family."""
    family = FAMILIES.get(issue.family)
    return family.letter if family else "?"


def meaning(issue: Issue) -> str:
    """What the issue's text means: `Turkish for “Write a reply”`; nothing if that would only repeat it."""
    if issue.gloss and issue.gloss.casefold() in issue.text.casefold():
        return ""
    language = language_name(issue.language) if issue.language else ""
    return " for ".join(filter(None, (language, f"“{issue.gloss}”" if issue.gloss else "")))


def sureness(issue: Issue) -> str:
    """The confidence in words with its figure: `quite sure (84\u202f%)`."""
    words = (
        "very sure" if issue.confidence >= 0.9 else "quite sure" if issue.confidence >= 0.7 else "not so sure"
    )
    return f"{words} ({issue.confidence:.0%})".replace("%", "\u202f%")


def cap_sentence(cap: str) -> str:
    """Why quality is limited, from the name of the hard fail.

    >>> cap_sentence("untranslated-sentence")
    'Quality is limited because of this: untranslated sentence.'
    """
    return f"Quality is limited because of this: {cap.replace('-', ' ')}."


def _signs(origin: Origin) -> str:
    """How many pieces of evidence speak for it, unless the language was given."""
    amount = len(origin.pieces)
    return "" if origin.weight >= GIVEN else f" ({amount} sign{'s' if amount != 1 else ''})"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _how_sure(origin: Origin) -> str:
    if origin.weight >= GIVEN:
        return ""
    return "Probably " if origin.weight >= SURE_ENOUGH else "Possibly "
