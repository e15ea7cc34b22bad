"""Runs the rules over a document and makes one clean list of issues: merged, suppressed, fingerprinted."""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from mtqa.core.config import Config
from mtqa.core.documents import Document, TokenKind
from mtqa.core.errors import MtqaError
from mtqa.core.issues import Finding, Issue, State
from mtqa.core.reviews import Failure, Skipped
from mtqa.core.spans import Span
from mtqa.language.knowledge import Knowledge
from mtqa.rules.context import Context
from mtqa.rules.contract import Rule, Scope
from mtqa.rules.registry import all_rules
from mtqa.text.views import fold_text

_log = logging.getLogger(__name__)

# Tokens on either side that make a fingerprint; two tell repeated lines apart and survive most edits nearby.
_NEIGHBOURS = 2
_MOST_EVIDENCE = 8


@dataclass(frozen=True)
class Checked:
    """What the rules said about a document."""

    context: Context
    issues: tuple[Issue, ...]
    skipped: tuple[Skipped, ...]
    failures: tuple[Failure, ...]


def check_document(
    document: Document,
    knowledge: Knowledge,
    config: Config,
    progress: Callable[[float], None] | None = None,
) -> Checked:
    """Selects the rules that apply, runs them, and merges what they find.

    The result depends on the arguments only. A rule that crashes is reported in `failures`, never hidden.
    """
    context = Context(document, knowledge, config)
    candidates: list[tuple[Rule, Finding]] = []
    skipped: list[Skipped] = []
    failures: list[Failure] = []
    rules = _selected(config.select, config.ignore, document.target_lang, document.source is not None)
    for number, rule in enumerate(rules):
        if progress:
            progress(number / len(rules))
        reason = next((why for need in sorted(rule.needs) if (why := context.missing(need))), None)
        if reason is not None:
            skipped.append(Skipped(rule.id, reason))
            continue
        try:
            candidates.extend((rule, finding) for finding in rule.check(document, context))
        except MtqaError:
            raise
        except Exception as error:  # noqa: BLE001  a broken rule must not cost the review
            _log.warning("rule %s failed with %s", rule.id, type(error).__name__)
            failures.append(Failure(rule.id, f"{type(error).__name__} in {rule.name}; please report it"))
    kept = [(rule, finding) for rule, finding in candidates if _counts(document, finding, config)]
    issues = [_issue(document, rule, finding, config) for rule, finding in kept]
    return Checked(context, merge(issues), tuple(skipped), tuple(failures))


@lru_cache(maxsize=256)
def _selected(
    select: tuple[str, ...], ignore: tuple[str, ...], target_lang: str, with_source: bool
) -> tuple[Rule, ...]:
    """The rules that are switched on and have to do with such a document."""
    config = Config(select=select, ignore=ignore).checked(all_rules())
    return tuple(
        rule
        for rule in all_rules().values()
        if config.enabled(rule.id)
        and (rule.scope is not Scope.PAIR or with_source)
        and (not rule.targets or target_lang in rule.targets)
    )


def _counts(document: Document, finding: Finding, config: Config) -> bool:
    if finding.confidence < config.profile.threshold:
        return False
    covered = finding.span.of(document.text)
    return not config.dictionary or fold_text(covered).strip() not in {
        fold_text(word) for word in config.dictionary
    }


def _issue(document: Document, rule: Rule, finding: Finding, config: Config) -> Issue:
    fingerprint = _fingerprint(document, rule, finding)
    return Issue(
        rule=rule.id,
        name=rule.name,
        category=rule.category,
        severity=config.severities.get(rule.id, rule.severity),
        confidence=round(min(1.0, finding.confidence), 4),
        span=finding.span,
        line=document.line_of(finding.span.start),
        text=finding.span.of(document.text),
        message=finding.message,
        evidence=finding.evidence,
        suggestions=finding.suggestions,
        language=finding.language,
        gloss=finding.gloss,
        entry=finding.entry,
        fingerprint=fingerprint,
        state=State.DISMISSED if fingerprint in config.dismissals else State.OPEN,
    )


def _fingerprint(document: Document, rule: Rule, finding: Finding) -> str:
    """A name for the finding that does not depend on its place: rule, entry, folded text, neighbouring words."""
    tokens = document.tokens
    inside = tokens.between(finding.span.start, finding.span.end)
    before = [
        i
        for i in range(max(0, inside.start - 6), inside.start)
        if tokens.kinds[i] is not TokenKind.PUNCTUATION
    ]
    after = [
        i
        for i in range(inside.stop, min(len(tokens), inside.stop + 6))
        if tokens.kinds[i] is not TokenKind.PUNCTUATION
    ]
    near = [tokens.texts[i] for i in (*before[-_NEIGHBOURS:], *after[:_NEIGHBOURS])]
    parts = (rule.id, finding.entry or "", finding.span.of(document.text), *near)
    return blake2b(
        "\x1f".join(map(fold_text, parts)).encode("utf-8", "surrogatepass"), digest_size=8
    ).hexdigest()


def merge(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Issues in text order without overlaps.

    Greedy by severity × confidence, then length, position and rule id: a total order, so that the order in which
    rules ran does not matter. What loses an overlap becomes evidence of the winner.
    """
    winners: list[Issue] = []  # in text order
    lost: dict[Span, list[Issue]] = {}
    for issue in sorted(issues, key=_rank):
        place = bisect_left(winners, issue.span, key=lambda winner: winner.span)
        near = winners[max(0, place - 1) : place + 1]
        beaten_by = next((winner for winner in near if winner.span.overlaps(issue.span)), None)
        if beaten_by is None:
            winners.insert(place, issue)
        else:
            lost.setdefault(beaten_by.span, []).append(issue)
    return tuple(_with_evidence(winner, lost.get(winner.span, ())) for winner in winners)


def _rank(issue: Issue) -> tuple[float, int, Span, str, str, str]:
    length = issue.span.end - issue.span.start
    return (-issue.penalty, -length, issue.span, issue.rule, issue.entry or "", issue.message)


def _with_evidence(winner: Issue, losers: Sequence[Issue]) -> Issue:
    more = tuple(
        f"{loser.name} ({loser.rule}): {loser.message}" for loser in losers if loser.rule != winner.rule
    )
    if not more:
        return winner
    return replace(winner, evidence=tuple(dict.fromkeys((*winner.evidence, *more)))[:_MOST_EVIDENCE])
