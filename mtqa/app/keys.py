"""Names for the issues of one review that stay the same when the article is reviewed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mtqa.core.issues import Issue
from mtqa.core.reviews import Review


def issue_keys(issues: Sequence[Issue]) -> tuple[str, ...]:
    """A key for each issue: its fingerprint, with `~2`, `~3` … where several issues share one.

    An issue without fingerprint is named by rule and place.
    """
    seen: Counter[str] = Counter()
    keys = []
    for issue in issues:
        name = issue.fingerprint or f"{issue.rule}@{issue.span.start}"
        seen[name] += 1
        keys.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return tuple(keys)


@dataclass(frozen=True)
class KeyedReview:
    """A review whose issues can be called by key."""

    review: Review

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """The issues by key, in text order."""
        return dict(zip(issue_keys(self.review.issues), self.review.issues, strict=True))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The keys in text order."""
        return tuple(self.issues)
