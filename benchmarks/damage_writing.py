"""Damage by repetition, spelling, casing, marks and spacing."""

from __future__ import annotations

import re

from damage_kinds import MARKS, kind, pick


@kind
def word_doubled(words, rng):
    i = rng.randrange(len(words))
    return [*words[: i + 1], words[i], *words[i + 1 :]], {i, i + 1}


@kind
def phrase_doubled(words, rng):
    if len(words) < 4:
        return None
    i = rng.randrange(len(words) - 2)
    j = min(len(words), i + rng.randint(2, 4))
    phrase = words[i:j]
    return [*words[:j], *phrase, *words[j:]], set(range(j, j + len(phrase)))


@kind
def loop(words, rng):
    if len(words) < 5:
        return None
    i = rng.randrange(2, len(words))
    size = rng.randint(1, min(4, i))
    phrase = words[i - size : i] * rng.randint(3, 8)
    return [*words[:i], *phrase], set(range(i, i + len(phrase)))


@kind
def letters_swapped(words, rng):
    return _spelling(words, rng, lambda w, p: w[:p] + w[p + 1] + w[p] + w[p + 2 :])


@kind
def letter_lost(words, rng):
    return _spelling(words, rng, lambda w, p: w[:p] + w[p + 1 :])


@kind
def letter_added(words, rng):
    return _spelling(words, rng, lambda w, p: w[:p] + rng.choice("aeioustrn") + w[p:])


@kind
def letter_wrong(words, rng):
    return _spelling(words, rng, lambda w, p: w[:p] + rng.choice("aeioustrn") + w[p + 1 :])


def _spelling(words, rng, change):
    i = pick(words, rng, lambda w: re.fullmatch(r"[A-Za-z]{4,}[,.]?", w) is not None)
    if i is None:
        return None
    bare = words[i].rstrip(",.")
    p = rng.randrange(1, len(bare) - 1)
    other = change(bare, p)
    return ([*words[:i], other + words[i][len(bare) :], *words[i + 1 :]], {i}) if other != bare else None


@kind
def all_lower(words, rng):  # noqa: ARG001  all kinds are called alike
    return [w.lower() for w in words], {i for i, w in enumerate(words) if w != w.lower()}


@kind
def start_lower(words, rng):  # noqa: ARG001  all kinds are called alike
    return [words[0][:1].lower() + words[0][1:], *words[1:]], {0}


@kind
def capital_inside(words, rng):
    i = pick(words[1:], rng, lambda w: w.isalpha() and w.islower())
    return None if i is None else ([*words[: i + 1], words[i + 1].capitalize(), *words[i + 2 :]], {i + 1})


@kind
def mark_added(words, rng):
    i = rng.randrange(len(words))
    return [*words[:i], words[i] + rng.choice(MARKS), *words[i + 1 :]], {i}


@kind
def mark_lost(words, rng):
    i = pick(words[:-1], rng, lambda w: w.endswith(","))
    return None if i is None else ([*words[:i], words[i][:-1], *words[i + 1 :]], {i})


@kind
def end_mark_lost(words, rng):  # noqa: ARG001  all kinds are called alike
    if words[-1][-1:] not in ".!?":
        return None
    return [*words[:-1], words[-1][:-1]], {len(words) - 1}


@kind
def tokenised(words, rng):  # noqa: ARG001  all kinds are called alike
    out, wrong = [], set()
    for word in words:
        match = re.fullmatch(r"(.*\w)([,.;:?!]+)", word)
        out += [match[1], match[2]] if match else [word]
        if match:
            wrong.add(len(out) - 1)
    return (out, wrong) if wrong else None


@kind
def glued(words, rng):
    if len(words) < 3:
        return None
    i = rng.randrange(len(words) - 1)
    return [*words[:i], words[i] + words[i + 1], *words[i + 2 :]], {i}
