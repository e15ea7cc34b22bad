"""Says in words why a stretch was taken for a leftover."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mtqa.core.languages import language_name
from mtqa.language.candidates import Candidate

_MOST = 3
_Features = Mapping[str, float]

# What convinces a reader most comes first.
_REASONS: tuple[tuple[Callable[[_Features], bool], str], ...] = (
    (lambda f: f["script"] > 0, "it is written in a script that {target} does not use"),
    (lambda f: f["copied"] >= 0.5, "it stands in the source in lower case"),
    (lambda f: f["function_word"] > 0, "it has everyday {language} words"),
    (
        lambda f: f["source_listed"] > 0.99 and f["target_unlisted"] > 0.99,
        "{language} has these words, {target} has none of them",
    ),
    (lambda f: f["source_listed"] > 0.99, "all its words are {language}"),
    (lambda f: f["target_unlisted"] > 0.99, "no word of it is in the list of {target} words"),
    (lambda f: f["diacritics"] > 0, "it has letters that {target} words hardly have"),
    (lambda f: f["spelling_per_letter"] > 0.35, "it is spelt like {language}, not like {target}"),
    (lambda f: f["support"] > 0.5, "there is more {language} in the article"),
    (lambda f: f["own_line"] > 0, "it stands alone in its line"),
    (lambda f: f["score_per_word"] > 1.0, "its words are far commoner in {language} than in {target}"),
)


def reasons(candidate: Candidate, features: _Features, target: str) -> tuple[str, ...]:
    """Up to three reasons, the strongest first."""
    names = {"language": language_name(candidate.language), "target": language_name(target)}
    return tuple(text.format(**names) for holds, text in _REASONS if holds(features))[:_MOST]
