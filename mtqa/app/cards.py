"""The card of one issue, ready to be drawn: every text an editor reads, every button and what it would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mtqa.app.desk import Decision, Desk, accepted, open_keys
from mtqa.app.keys import KeyedReview
from mtqa.app.languages import named
from mtqa.app.messages import say
from mtqa.app.wording import confidence_words, encodable, plain, shorten, visible
from mtqa.core.documents import Document
from mtqa.core.families import FAMILIES, Family
from mtqa.core.issues import Action, Issue, State, Suggestion
from mtqa.core.spans import Span
from mtqa.repairs import safe_repairs
from mtqa.rules.contract import Rule
from mtqa.text.views import fold_text

_AROUND = 70
_LABEL = 60
MOST_CHOICES = 6
_IN_ITS_LANGUAGE = {"RES", "WEB", "LLM", "ENT"}  # families whose findings stand there in the language named


@dataclass(frozen=True, slots=True)
class Quote:
    """The marked words with what stands around them; `cut_before` and `cut_after` say that the sentence goes on."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of issues that one button dismisses, named in full."""

    label: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the card of an issue shows. Texts are plain: escape them for Markdown when drawing."""

    key: str
    family: Family
    severity: str
    message: str
    why: str
    quote: Quote
    origin: str
    evidence: tuple[str, ...]
    rule: str
    sureness: str
    choices: tuple[str, ...]
    scopes: tuple[Scope, ...]
    decision: str
    comment: str
    translatable: bool


def card_of(keyed: KeyedReview, key: str, desk: Desk, rules: Mapping[str, Rule]) -> Card:
    """The card of an issue as it stands on the desk."""
    issue = keyed.issues[key]
    rule = rules.get(issue.rule)
    return Card(
        key=key,
        family=FAMILIES[issue.family],
        severity=issue.severity.value,
        message=plain(issue.message),
        why=plain(rule.why) if rule else "",
        quote=quote_of(keyed.review.document.text, issue.span),
        origin=origin_of(issue, keyed.review.document.target_lang),
        evidence=tuple(plain(piece) for piece in issue.evidence),
        rule=f"{issue.rule} {issue.name}",
        sureness=f"{say(confidence_words(issue.confidence))} ({issue.confidence:.0%})",
        choices=tuple(suggestion_label(suggestion) for suggestion in issue.suggestions[:MOST_CHOICES]),
        scopes=dismissal_scopes(keyed, key, desk),
        decision=decision_words(desk.decision(key)),
        comment=plain(desk.decision(key).comment or issue.comment),
        translatable=_is_foreign(issue, keyed.review.document.target_lang)
        and any(map(str.isalpha, issue.text)),
    )


def suggestion_label(suggestion: Suggestion) -> str:
    """What the button of a suggestion says."""
    if suggestion.action is Action.DELETE or not suggestion.text:
        return say("Delete it")
    if not suggestion.text.strip():
        return say("Put in a space")
    text = shorten(suggestion.text, _LABEL)
    quoted = (
        f"“{text}”" if any(map(str.isalnum, text)) else text
    )  # a quotation mark in quotation marks reads badly
    return (
        say("Put in {text}", text=quoted)
        if suggestion.action is Action.INSERT
        else say("Use {text}", text=quoted)
    )


def origin_of(issue: Issue, target_lang: str) -> str:
    """The language and meaning of the marked words, as far as they are known and tell something new.

    `Turkish for “Write a reply”`, `Turkish`, `From Dutch` (of a calque), or nothing.
    """
    if issue.language is None or issue.language == target_lang:
        return ""
    language = named(issue.language)
    if not _is_foreign(issue, target_lang):
        return say("From {language}", language=language)
    begun = f"{language[:1].upper()}{language[1:]}"
    return say("{language} for “{gloss}”", language=begun, gloss=plain(issue.gloss)) if issue.gloss else begun


def _is_foreign(issue: Issue, target_lang: str) -> bool:
    """Whether the marked words themselves are in another language, not only made from one."""
    return issue.language not in {None, target_lang} and issue.family in _IN_ITS_LANGUAGE


def quote_of(text: str, span: Span) -> Quote:
    """The marked words in their line, cut to a readable length on either side."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    before = encodable(text[line_start : span.start])
    after = encodable(text[span.end : line_end if line_end >= 0 else len(text)])
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return Quote(before, shorten(visible(span.of(text)), 4 * _AROUND), after)


def dismissal_scopes(keyed: KeyedReview, key: str, desk: Desk) -> tuple[Scope, ...]:
    """Wider sets of open issues that may be dismissed with this one, none that adds nothing.

    The identical words under the same rule, the same words in any case under any rule, and the whole rule.
    """
    issue = keyed.issues[key]
    words, folded = shorten(visible(issue.text), 24), fold_text(issue.text)
    same_rule = [k for k, other in keyed.issues.items() if other.rule == issue.rule]
    named = (
        ([k for k in same_rule if keyed.issues[k].text == issue.text], f"“{words}”"),
        ([k for k, other in keyed.issues.items() if fold_text(other.text) == folded],
         say("“{words}” in any case, under any rule", words=words)),
        (same_rule, f"{issue.rule} {issue.name}"),
    )  # fmt: skip
    scopes: dict[tuple[str, ...], Scope] = {}
    for keys, where in named:
        still_open = open_keys(desk, keys)
        if len(still_open) > 1 and still_open not in scopes:
            label = say("Dismiss all {number}: {what}", number=len(still_open), what=where)
            scopes[still_open] = Scope(label, still_open)
    return tuple(scopes.values())


def decision_words(made: Decision) -> str:
    """What was decided, as a sentence; nothing while the issue is open."""
    if made.state is State.OPEN:
        return ""
    if made.state is State.DISMISSED:
        return (
            say("Dismissed: {reason}.", reason=say(plain(made.reason))) if made.reason else say("Dismissed.")
        )
    if made.text is None:
        return say("Noted, to be mended by hand.")
    return say("Changed to “{text}”.", text=shorten(made.text, _LABEL)) if made.text else say("Deleted.")


def safe_decisions(keyed: KeyedReview, desk: Desk) -> dict[str, Decision]:
    """The open issues whose first suggestion may be applied unseen, with the decision that applies it."""
    document = keyed.review.document
    still_open = ((key, issue) for key, issue in keyed.issues.items() if desk.is_open(key))
    return {key: accepted(issue) for key, issue in still_open if _is_safe(document, issue)}


def _is_safe(document: Document, issue: Issue) -> bool:
    return bool(safe_repairs(document.text, (issue,), document.target_lang))


def still_due(keyed: KeyedReview, desk: Desk, offered: Mapping[str, Decision]) -> dict[str, Decision]:
    """Those decisions of an offer that still hold: the issue is there and open, and can still be decided so.

    Between an offer and the click on it another review, another source or another key may have come.
    """
    return {
        key: made
        for key, made in offered.items()
        if key in keyed.issues and desk.is_open(key) and _fits(keyed.issues[key], made)
    }


def _fits(issue: Issue, made: Decision) -> bool:
    return made.text is None or any(made.text == one.apply(issue.text) for one in issue.suggestions)


def repair_line(issue: Issue, made: Decision) -> str:
    """One line of the preview of a bulk repair."""
    before = f"“{shorten(visible(issue.text), 40)}”"
    return f"{before} → “{shorten(made.text, 40)}”" if made.text else say("{words} goes", words=before)


def accepts_like(keyed: KeyedReview, key: str, desk: Desk) -> tuple[str, ...]:
    """The other open issues with the same rule and words: a decision about this one may hold for them as well."""
    issue = keyed.issues[key]
    folded = fold_text(issue.text)
    same = (
        k
        for k, o in keyed.issues.items()
        if k != key and o.rule == issue.rule and fold_text(o.text) == folded
    )
    return open_keys(desk, tuple(same))
