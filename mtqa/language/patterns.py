"""The pattern language of the lexicons: brace groups, placeholders and the literal anchor that the matcher seeks."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from mtqa.language.placeholders import WORD, placeholders
from mtqa.text.views import fold_text, plain_marks

MAX_EXPANSIONS = 64

_OPTIONAL = {"w?": f"(?:{WORD} )?", "w*": f"(?:{WORD} ){{0,3}}"}
_PLACEHOLDER = re.compile(r"<([a-z]+[?*]?)>")
_GROUP = re.compile(r"\{([^{}]*)\}")


class PatternError(ValueError):
    """A pattern that breaks the rules of the pattern language."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One expansion of a pattern.

    `anchor` is the literal text that must be found first. A pure literal has no `regex`, and its anchor is the
    whole of it. `choices` are the indices of the brace alternatives taken, with the
    sizes of their groups; `names` the placeholders that must be capitalised; `literals` the parts between them as written.
    `joined` tells on which sides of the anchor a placeholder touches it, as in “<n>th minute”.
    """

    anchor: str
    regex: str | None
    choices: tuple[tuple[int, int], ...]
    names: tuple[int, ...] = ()
    literals: tuple[str, ...] = ()
    joined: tuple[bool, bool] = (False, False)

    def same_case(self, covered: str, *, opens: bool = False) -> bool:
        """Whether the literal parts stand in a matched text with their own case.

        Where the text opens a sentence, the first letter of a phrase may be a capital; a single word stays strict,
        since its capital may be all that makes it a name ("Deutsche").
        """
        covered = plain_marks(covered)
        if opens and " " in covered and covered[0].lower() == self.literals[0][0]:
            covered = self.literals[0][0] + covered[1:]
        position = 0
        for literal in self.literals:
            position = covered.find(literal, position)
            if position < 0:
                return False
            position += len(literal)
        return True


def expand(pattern: str, language: str = "en", *, whole_names: bool = False) -> list[Variant]:
    """All variants of a pattern, folded; `language` is the one that the pattern is written in.

    With `whole_names`, a name takes as many words as it can, as in a line that ends with it.

    >>> [variant.anchor for variant in expand("telephone interview{,s}")]
    ['telephone interview', 'telephone interviews']
    """
    groups = brace_groups(pattern)
    if "{" in _GROUP.sub("", pattern) or "}" in _GROUP.sub("", pattern):
        raise PatternError("braces do not pair")
    count = math.prod(map(len, groups))
    if count > MAX_EXPANSIONS:
        raise PatternError(f"{count} expansions, at most {MAX_EXPANSIONS} are allowed")
    return [_expansion(pattern, number, language, whole_names) for number in range(count)]


@lru_cache(maxsize=20_000)
def expansion(pattern: str, number: int, language: str = "en", *, whole_names: bool = False) -> Variant:
    """One of the variants that `expand` gives, made when it is asked for and remembered."""
    return _expansion(pattern, number, language, whole_names)


def _expansion(pattern: str, number: int, language: str, whole_names: bool) -> Variant:
    sizes = [len(group) for group in brace_groups(pattern)]
    choices = []
    for size in reversed(sizes):
        number, pick = divmod(number, size)
        choices.append((pick, size))
    choices.reverse()
    text = _with_picks(pattern, [pick for pick, _ in choices])
    return _variant(text, tuple(choices), _known(language, whole_names))


@cache
def _known(language: str, whole_names: bool) -> Mapping[str, str]:
    known = dict(placeholders(language))
    if whole_names and "name" in known:
        known["name"] = known["name"].removesuffix("?")
    return known


def brace_groups(text: str) -> list[list[str]]:
    """The alternatives of each brace group of a pattern or suggestion, in order.

    >>> brace_groups("{his,her} phone call{,s}")
    [['his', 'her'], ['', 's']]
    """
    return [found.group(1).split(",") for found in _GROUP.finditer(text)]


def _with_picks(pattern: str, picks: Sequence[int]) -> str:
    left = iter(picks)
    return _GROUP.sub(lambda found: found.group(1).split(",")[next(left)], pattern)


def _variant(text: str, choices: tuple[tuple[int, int], ...], known: Mapping[str, str]) -> Variant:
    pieces = _PLACEHOLDER.split(text)
    literals = [fold_text(piece) for piece in pieces[::2]]
    written = tuple(plain_marks(piece).strip() for piece in pieces[::2] if piece.strip())
    kinds = pieces[1::2]
    for kind in kinds:
        if kind not in known and kind not in _OPTIONAL:
            raise PatternError(f"unknown placeholder <{kind}>")
    longest = max(literals, key=_letters)
    place, anchor = literals.index(longest), longest.strip()
    if _letters(anchor) < (1 if anchor > "\u2e80" else 2) and kinds:
        raise PatternError("no run of 2 literal letters to look for")
    if not anchor:
        raise PatternError("empty")
    if not kinds:
        return Variant(_squeeze(literals[0]), None, choices, literals=written)
    names = tuple(i for i, k in enumerate(kinds) if k == "name")
    joined = (place > 0 and longest[:1] != " ", place < len(kinds) and longest[-1:] != " ")
    return Variant(_squeeze(anchor), _regex(literals, kinds, known), choices, names, written, joined)


def _squeeze(literal: str) -> str:
    return re.sub(r"\s+", " ", literal).strip()


def _letters(literal: str) -> int:
    return sum(character.isalpha() for character in literal)


def _regex(literals: list[str], kinds: list[str], known: Mapping[str, str]) -> str:
    regex = re.escape(re.sub(r"\s+", " ", literals[0]).lstrip()).replace(r"\ ", " ")
    for kind, literal in zip(kinds, literals[1:], strict=True):
        escaped = re.escape(re.sub(r"\s+", " ", literal)).replace(r"\ ", " ")
        if kind in _OPTIONAL:
            if escaped.startswith(" "):
                escaped = escaped[1:]
            elif regex.endswith(" "):
                regex = regex[:-1]
                regex += f"({_OPTIONAL[kind].replace(' )', ')').replace('(?:', '(?: ')})" + escaped
                continue
            regex += f"({_OPTIONAL[kind]})" + escaped
        else:
            regex += f"({known[kind]})" + escaped
    # Scripts without spaces put none beside a number either: "5条评论", "5 条评论".
    return re.sub(
        r"(?<=[\u0e00-\u0e7f\u2e80-\uffff]) (?=\()|(?<=\)) (?=[\u0e00-\u0e7f\u2e80-\uffff])|(?<=:) (?=\()",
        " ?",
        regex,
    ).rstrip()


def fill(suggestion: str, choices: tuple[tuple[int, int], ...], captured: tuple[str, ...]) -> str:
    """The suggestion with its brace groups and captures filled in as the match took them.

    >>> fill("phone call{,s} of <1>", ((1, 2),), ("Putin",))
    'phone calls of Putin'
    """
    position = -1

    def choose(found: re.Match[str]) -> str:
        nonlocal position
        position += 1
        options = found.group(1).split(",")
        index = (
            choices[position][0] if position < len(choices) and choices[position][1] == len(options) else 0
        )
        return options[index]

    text = _GROUP.sub(choose, suggestion)
    filled = re.sub(
        r"<(\d)>",
        lambda found: (
            captured[int(found.group(1)) - 1].strip() if int(found.group(1)) <= len(captured) else ""
        ),
        text,
    )
    return re.sub(r" +", " ", filled).strip()
