"""Damage by order and loss: words moved, exchanged and left out."""

from __future__ import annotations

from damage_kinds import FUNCTION, MARKS, TENSES, kind, pick, without

CONJUNCTIONS = "and or but because although while when if since that which who".split()


@kind
def neighbours_swapped(words, rng):
    if len(words) < 4:
        return None
    i = rng.randrange(1, len(words) - 1)
    return [*words[: i - 1], words[i], words[i - 1], *words[i + 1 :]], {i - 1, i}


@kind
def words_swapped(words, rng):
    if len(words) < 6:
        return None
    i = rng.randrange(len(words) - 2)
    j = min(len(words) - 1, i + rng.randint(2, 4))
    out = list(words)
    out[i], out[j] = out[j], out[i]
    return out, {i, j}


@kind
def word_moved(words, rng):
    if len(words) < 5:
        return None
    out = list(words)
    moved = out.pop(rng.randrange(len(out)))
    j = rng.randrange(len(out))
    out.insert(j, moved)
    return out, {j}


@kind
def phrase_moved(words, rng):
    if len(words) < 8:
        return None
    i, size = rng.randrange(len(words) - 3), rng.randint(2, 3)
    phrase, rest = words[i : i + size], [*words[:i], *words[i + size :]]
    j = rng.randrange(len(rest))
    return [*rest[:j], *phrase, *rest[j:]], set(range(j, j + size))


@kind
def shuffled(words, rng):
    if len(words) < 4:
        return None
    middle = words[1:-1]
    rng.shuffle(middle)
    return [words[0], *middle, words[-1]], set(range(1, len(words) - 1))


@kind
def verb_last(words, rng):
    i = pick(words[:-1], rng, lambda w: w in TENSES or (w.endswith("ed") and len(w) > 4))
    if i is None or len(words) - i < 4:
        return None
    end = words[-1].rstrip(MARKS)
    tail = words[-1][len(end) :]
    return [*words[:i], *words[i + 1 : -1], end, words[i] + tail], {len(words) - 1}


@kind
def function_word_lost(words, rng):
    i = pick(words[1:-1], rng, lambda w: w.lower() in FUNCTION)
    return None if i is None else without(words, i + 1)


@kind
def article_lost(words, rng):
    i = pick(words[1:-1], rng, lambda w: w in {"the", "a", "an"})
    return None if i is None else without(words, i + 1)


@kind
def conjunction_lost(words, rng):
    i = pick(words[1:-1], rng, lambda w: w in CONJUNCTIONS)
    return None if i is None else without(words, i + 1)


@kind
def verb_lost(words, rng):
    i = pick(words[:-1], rng, lambda w: w.lower() in TENSES or (w.endswith("ed") and len(w) > 4))
    return None if i is None else without(words, i)


@kind
def subject_lost(words, rng):
    i = pick(words[:-1], rng, lambda w: w.lower() in {"he", "she", "it", "they", "we", "i", "you", "who"})
    return None if i is None else without(words, i)


@kind
def noun_lost(words, rng):
    places = [
        i + 1 for i, w in enumerate(words[:-1]) if w.lower() in {"the", "a", "an", "his", "its", "their"}
    ]
    return without(words, rng.choice(places)) if places else None


@kind
def end_lost(words, rng):
    if len(words) < 8:
        return None
    cut = rng.randint(len(words) // 2, len(words) - 2)
    return words[:cut], {cut - 1}
