"""Says where a suggestion of an entry cannot follow its patterns, or becomes broken text in one of their expansions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.language.entries import Entry
from mtqa.language.patterns import Variant, brace_groups, expand, fill

_CAPTURE = re.compile(r"<(\d)>")
_PLACEHOLDER = re.compile(r"<[a-z]+[?*]?>")
_BROKEN = (
    (re.compile(r"[{}<>]"), "has an unfilled marker"),
    (re.compile(r"\s[,.]|\(\s|\s\)|  "), "has a blank too many"),
)
_BLANK_BEFORE_MARK = (re.compile(r"\s[;:!?]"), "has a blank too many")
_BROKEN_ENGLISH = (
    (re.compile(r"\b(the|a|an|of|to|in|on|for|by|at|with|from|is|was|were) \1\b", re.IGNORECASE), "doubles a word"),
    (re.compile(r"\b(?:the (?:an?|the)|an? (?:the|an?))\b(?! [-–])", re.IGNORECASE), "has two articles"),
)  # fmt: skip


def suggestion_faults(entry: Entry) -> Iterator[str]:
    """One sentence for each suggestion that goes wrong, whatever the examples of the entry show."""
    for pattern in entry.patterns:
        variants = expand(pattern, entry.written_in)
        for suggestion in entry.suggestions:
            yield from _group_faults(pattern, suggestion, variants)
            fault = _first_broken(pattern, suggestion, variants, entry.written_in)
            if fault:
                yield fault


def _group_faults(pattern: str, suggestion: str, variants: list[Variant]) -> Iterator[str]:
    """Groups of the suggestion that take their first alternative always, although the pattern asks for another."""
    wanted = brace_groups(pattern)
    for place, options in enumerate(brace_groups(suggestion)):
        if len(set(options)) == 1 or (place < len(wanted) and len(wanted[place]) == len(options)):
            continue
        opposite = wanted[place] if place < len(wanted) else []
        if len(set(opposite)) > 1 or options in wanted or _names_another(variants, options):
            yield (
                f"group {place + 1} of “{suggestion}” has {len(options)} alternatives, "
                f"but {len(opposite) or 'none'} in “{pattern}”"
            )


def _names_another(variants: list[Variant], options: list[str]) -> bool:
    """Whether some form of the pattern holds a later alternative of the suggestion word for word, and not the first."""
    texts = [f" {' '.join(variant.literals)} " for variant in variants]
    return any(
        f" {options[0].strip()} " not in text
        and any(f" {option.strip()} " in text for option in options[1:] if option.strip())
        for text in texts
    )


def _first_broken(pattern: str, suggestion: str, variants: list[Variant], language: str) -> str | None:
    places = len(_PLACEHOLDER.findall(pattern))
    missing = [number for number in map(int, _CAPTURE.findall(suggestion)) if not 0 < number <= places]
    if missing:
        return f"“{suggestion}” takes up <{missing[0]}>, but “{pattern}” has {places} placeholders"
    for variant in variants:
        text = _filled(suggestion, variant, places)
        if not text:
            return f"“{suggestion}” is empty where “{pattern}” takes {_taken(pattern, variant)}"
        for form, what in _broken_forms(language):
            if form.search(text):
                return f"“{suggestion}” {what} where “{pattern}” takes {_taken(pattern, variant)}: “{text}”"
    return None


def _broken_forms(language: str) -> Iterator[tuple[re.Pattern[str], str]]:
    yield from _BROKEN
    if language != "fr":
        yield _BLANK_BEFORE_MARK
    if language == "en":
        yield from _BROKEN_ENGLISH


def _filled(suggestion: str, variant: Variant, places: int) -> str:
    return fill(suggestion, variant.choices, ("Word",) * places)


def _taken(pattern: str, variant: Variant) -> str:
    groups = brace_groups(pattern)
    picks = [group[pick] or "nothing" for group, (pick, _) in zip(groups, variant.choices, strict=True)]
    return " / ".join(picks) or "its only form"
