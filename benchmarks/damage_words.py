"""Damage by wrong words: articles, prepositions, case, tense, agreement, endings."""

from __future__ import annotations

import re

from damage_kinds import FUNCTION, TENSES, kind, like, pick, table

PREPOSITIONS = "of in on at to for with by from as into about over under after before against between".split()
PRONOUNS = {
    "he": "him", "she": "her", "they": "them", "we": "us", "him": "he", "them": "they", "us": "we", "their": "they",
    "who": "whom", "his": "him", "i": "me", "my": "me", "our": "us",
}  # fmt: skip
GENDER = {
    "he": "she", "she": "he", "his": "her", "her": "his", "him": "her", "man": "woman", "woman": "man", "men": "women",
    "mother": "father", "father": "mother", "son": "daughter", "daughter": "son", "king": "queen", "himself": "herself",
}  # fmt: skip
AGREEMENT = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has", "does": "do", "do": "does",
    "this": "these", "these": "this", "that": "those", "those": "that", "a": "an", "an": "a",
}  # fmt: skip


@kind
def article_added(words, rng):
    if len(words) < 4:
        return None
    i = rng.randrange(1, len(words))
    if words[i - 1].lower() in {"the", "a", "an"}:
        return None
    return [*words[:i], rng.choice(["the", "a"]), *words[i:]], {i}


@kind
def function_word_added(words, rng):
    if len(words) < 3:
        return None
    i = rng.randrange(1, len(words))
    return [*words[:i], rng.choice(FUNCTION), *words[i:]], {i}


@kind
def wrong_preposition(words, rng):
    i = pick(words, rng, lambda w: w.lower() in PREPOSITIONS)
    if i is None:
        return None
    other = rng.choice([p for p in PREPOSITIONS if p != words[i].lower()])
    return [*words[:i], like(words[i], other), *words[i + 1 :]], {i}


@kind
def wrong_function_word(words, rng):
    i = pick(words, rng, lambda w: w.lower() in FUNCTION)
    if i is None:
        return None
    other = rng.choice([p for p in FUNCTION if p != words[i].lower()])
    return [*words[:i], like(words[i], other), *words[i + 1 :]], {i}


@kind
def wrong_case(words, rng):
    return table(words, rng, PRONOUNS)


@kind
def wrong_gender(words, rng):
    return table(words, rng, GENDER)


@kind
def wrong_tense(words, rng):
    if rng.random() < 0.5:
        return table(words, rng, TENSES)
    i = pick(words, rng, lambda w: re.fullmatch(r"[a-z]{3,}ed", w) is not None)
    if i is None:
        return None
    stem = words[i][:-2]
    return [*words[:i], rng.choice([stem, stem + "s", "will " + stem, stem + "ing"]), *words[i + 1 :]], {i}


@kind
def wrong_aspect(words, rng):
    i = pick(words, rng, lambda w: re.fullmatch(r"[a-z]{3,}(ed|ing)", w) is not None)
    if i is None:
        return None
    word = words[i]
    stem = word[:-2] if word.endswith("ed") else word[:-3]
    form = rng.choice(
        [
            "is " + stem + "ing",
            "was " + stem + "ing",
            "has " + stem + "ed",
            "had been " + stem + "ing",
            "had " + stem + "ed",
        ]
    )
    return [*words[:i], form, *words[i + 1 :]], {i}


@kind
def wrong_agreement(words, rng):
    return table(words, rng, AGREEMENT)


@kind
def wrong_number(words, rng):
    i = pick(words, rng, lambda w: re.fullmatch(r"[a-z]{4,}[,.]?", w) is not None and w not in FUNCTION)
    if i is None:
        return None
    bare = words[i].rstrip(",.")
    other = bare[:-1] if bare.endswith("s") else bare + "s"
    return [*words[:i], other + words[i][len(bare) :], *words[i + 1 :]], {i}


@kind
def wrong_ending(words, rng):
    i = pick(words, rng, lambda w: re.fullmatch(r"[a-z]{5,}", w) is not None)
    if i is None:
        return None
    word = words[i]
    stem = next(
        (
            word[: -len(e)]
            for e in ("ation", "ment", "ness", "ity", "ive", "ing", "ed", "ly", "al", "s")
            if word.endswith(e)
        ),
        word,
    )
    other = stem + rng.choice(["ing", "ed", "ly", "ment", "ness", "al", "er", "ive", ""])
    return [*words[:i], other, *words[i + 1 :]], {i}


@kind
def comparison_doubled(words, rng):
    i = pick(
        words,
        rng,
        lambda w: re.fullmatch(r"[a-z]{3,}(er|est)", w) is not None or w in {"better", "best", "worse"},
    )
    return None if i is None else ([*words[:i], "more", *words[i:]], {i, i + 1})
