"""Damage of the meaning: opposites, negation, numbers, names."""

from __future__ import annotations

from damage_kinds import kind, pick, table, without

OPPOSITES = {
    "increase": "decrease", "increased": "decreased", "more": "less", "less": "more", "first": "last", "last": "first",
    "before": "after", "after": "before", "high": "low", "low": "high", "large": "small", "small": "large", "new": "old",
    "old": "new", "good": "bad", "bad": "good", "many": "few", "few": "many", "north": "south", "south": "north",
    "east": "west", "west": "east", "win": "lose", "won": "lost", "lost": "won", "early": "late", "late": "early",
    "always": "never", "never": "always", "up": "down", "down": "up", "above": "below", "left": "right", "open": "closed",
    "best": "worst", "strong": "weak", "long": "short", "short": "long", "rich": "poor", "day": "night", "all": "none",
    "everyone": "nobody", "young": "old", "positive": "negative", "success": "failure", "possible": "impossible",
}  # fmt: skip


@kind
def opposite(words, rng):
    return table(words, rng, OPPOSITES)


@kind
def negated(words, rng):
    i = pick(
        words,
        rng,
        lambda w: w in {"is", "are", "was", "were", "will", "would", "can", "could", "has", "have", "had"},
    )
    if i is None:
        return None
    if i + 1 < len(words) and words[i + 1] == "not":
        return [*words[: i + 1], *words[i + 2 :]], {i}
    return [*words[: i + 1], "not", *words[i + 1 :]], {i + 1}


@kind
def digits_changed(words, rng):
    i = pick(words, rng, lambda w: any(map(str.isdigit, w)))
    if i is None:
        return None
    place = rng.choice([p for p, c in enumerate(words[i]) if c.isdigit()])
    other = rng.choice([d for d in "123456789" if d != words[i][place]])
    return [*words[:i], words[i][:place] + other + words[i][place + 1 :], *words[i + 1 :]], {i}


@kind
def name_lost(words, rng):
    i = pick(words[1:], rng, lambda w: w[:1].isupper() and w[1:].islower())
    return None if i is None else without(words, i + 1)
