"""Synthetic damage of sound English sentences: what the fluency probe and the quality estimate learn from.

Each kind takes the words of a sentence (split at spaces) and gives damaged words with the indices that are wrong, or
None where the sentence offers nothing to damage.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

Damaged = tuple[list[str], set[int]]
Kind = Callable[[list[str], random.Random], Damaged | None]
KINDS: dict[str, Kind] = {}

FUNCTION = (
    "the a an of in on at to for with by from as and or but that which who is are was were be been has have had will "
    "would can could may not it this these his her their its he she they we"
).split()
PREPOSITIONS = "of in on at to for with by from as into about over under after before against between".split()
CONJUNCTIONS = "and or but because although while when if since that which who".split()
PRONOUNS = {
    "he": "him", "she": "her", "they": "them", "we": "us", "him": "he", "them": "they", "us": "we", "their": "they",
    "who": "whom", "his": "him", "i": "me", "my": "me", "our": "us",
}  # fmt: skip
GENDER = {
    "he": "she", "she": "he", "his": "her", "her": "his", "him": "her", "man": "woman", "woman": "man", "men": "women",
    "mother": "father", "father": "mother", "son": "daughter", "daughter": "son", "king": "queen", "himself": "herself",
}  # fmt: skip
TENSES = {
    "is": "was", "are": "were", "was": "is", "were": "are", "has": "had", "have": "had", "had": "has", "will": "would",
    "says": "said", "said": "says", "went": "goes", "goes": "went", "made": "makes", "makes": "made", "took": "takes",
    "came": "comes", "comes": "came", "became": "becomes", "began": "begins", "found": "finds", "got": "gets",
    "gave": "gives", "knew": "knows", "wrote": "writes", "can": "could", "could": "can", "did": "does", "does": "did",
}  # fmt: skip
AGREEMENT = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has", "does": "do", "do": "does",
    "this": "these", "these": "this", "that": "those", "those": "that", "a": "an", "an": "a",
}  # fmt: skip
OPPOSITES = {
    "increase": "decrease", "increased": "decreased", "more": "less", "less": "more", "first": "last", "last": "first",
    "before": "after", "after": "before", "high": "low", "low": "high", "large": "small", "small": "large", "new": "old",
    "old": "new", "good": "bad", "bad": "good", "many": "few", "few": "many", "north": "south", "south": "north",
    "east": "west", "west": "east", "win": "lose", "won": "lost", "lost": "won", "early": "late", "late": "early",
    "always": "never", "never": "always", "up": "down", "down": "up", "above": "below", "left": "right", "open": "closed",
    "best": "worst", "strong": "weak", "long": "short", "short": "long", "rich": "poor", "day": "night", "all": "none",
    "everyone": "nobody", "young": "old", "positive": "negative", "success": "failure", "possible": "impossible",
}  # fmt: skip
MARKS = ",.;:!?"


def kind(make: Kind) -> Kind:
    KINDS[make.__name__] = make
    return make


def damage(
    sentence: str, rng: random.Random, name: str | None = None
) -> tuple[str, list[tuple[int, int]], str] | None:
    """The damaged sentence, the spans that are wrong, and the kind; None if this kind found nothing to do."""
    chosen = name or rng.choice(list(KINDS))
    done = KINDS[chosen](sentence.split(" "), rng)
    if done is None:
        return None
    words, wrong = done
    text = " ".join(words)
    return None if text == sentence else (text, _spans(words, wrong), chosen)


def _spans(words: list[str], wrong: set[int]) -> list[tuple[int, int]]:
    spans, place = [], 0
    for index, word in enumerate(words):
        if index in wrong:
            spans.append((place, place + len(word)))
        place += len(word) + 1
    return spans


def _pick(words: list[str], rng: random.Random, wanted: Callable[[str], bool]) -> int | None:
    places = [i for i, word in enumerate(words) if wanted(word)]
    return rng.choice(places) if places else None


def _like(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


def _table(words: list[str], rng: random.Random, table: dict[str, str]) -> Damaged | None:
    i = _pick(words, rng, lambda w: w.lower().strip(MARKS) in table)
    if i is None:
        return None
    bare = words[i].strip(MARKS)
    return [*words[:i], words[i].replace(bare, _like(bare, table[bare.lower()]), 1), *words[i + 1 :]], {i}


def _without(words: list[str], i: int) -> Damaged:
    rest = [*words[:i], *words[i + 1 :]]
    return rest, {j for j in (i - 1, i) if 0 <= j < len(rest)}


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
    i = _pick(words[:-1], rng, lambda w: w in TENSES or (w.endswith("ed") and len(w) > 4))
    if i is None or len(words) - i < 4:
        return None
    end = words[-1].rstrip(MARKS)
    tail = words[-1][len(end) :]
    return [*words[:i], *words[i + 1 : -1], end, words[i] + tail], {len(words) - 1}


@kind
def function_word_lost(words, rng):
    i = _pick(words[1:-1], rng, lambda w: w.lower() in FUNCTION)
    return None if i is None else _without(words, i + 1)


@kind
def article_lost(words, rng):
    i = _pick(words[1:-1], rng, lambda w: w in {"the", "a", "an"})
    return None if i is None else _without(words, i + 1)


@kind
def conjunction_lost(words, rng):
    i = _pick(words[1:-1], rng, lambda w: w in CONJUNCTIONS)
    return None if i is None else _without(words, i + 1)


@kind
def verb_lost(words, rng):
    i = _pick(words[:-1], rng, lambda w: w.lower() in TENSES or (w.endswith("ed") and len(w) > 4))
    return None if i is None else _without(words, i)


@kind
def subject_lost(words, rng):
    i = _pick(words[:-1], rng, lambda w: w.lower() in {"he", "she", "it", "they", "we", "i", "you", "who"})
    return None if i is None else _without(words, i)


@kind
def noun_lost(words, rng):
    places = [
        i + 1 for i, w in enumerate(words[:-1]) if w.lower() in {"the", "a", "an", "his", "its", "their"}
    ]
    return _without(words, rng.choice(places)) if places else None


@kind
def end_lost(words, rng):
    if len(words) < 8:
        return None
    cut = rng.randint(len(words) // 2, len(words) - 2)
    return words[:cut], {cut - 1}


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
    i = _pick(words, rng, lambda w: w.lower() in PREPOSITIONS)
    if i is None:
        return None
    other = rng.choice([p for p in PREPOSITIONS if p != words[i].lower()])
    return [*words[:i], _like(words[i], other), *words[i + 1 :]], {i}


@kind
def wrong_function_word(words, rng):
    i = _pick(words, rng, lambda w: w.lower() in FUNCTION)
    if i is None:
        return None
    other = rng.choice([p for p in FUNCTION if p != words[i].lower()])
    return [*words[:i], _like(words[i], other), *words[i + 1 :]], {i}


@kind
def wrong_case(words, rng):
    return _table(words, rng, PRONOUNS)


@kind
def wrong_gender(words, rng):
    return _table(words, rng, GENDER)


@kind
def wrong_tense(words, rng):
    if rng.random() < 0.5:
        return _table(words, rng, TENSES)
    i = _pick(words, rng, lambda w: re.fullmatch(r"[a-z]{3,}ed", w) is not None)
    if i is None:
        return None
    stem = words[i][:-2]
    return [*words[:i], rng.choice([stem, stem + "s", "will " + stem, stem + "ing"]), *words[i + 1 :]], {i}


@kind
def wrong_aspect(words, rng):
    i = _pick(words, rng, lambda w: re.fullmatch(r"[a-z]{3,}(ed|ing)", w) is not None)
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
    return _table(words, rng, AGREEMENT)


@kind
def wrong_number(words, rng):
    i = _pick(words, rng, lambda w: re.fullmatch(r"[a-z]{4,}[,.]?", w) is not None and w not in FUNCTION)
    if i is None:
        return None
    bare = words[i].rstrip(",.")
    other = bare[:-1] if bare.endswith("s") else bare + "s"
    return [*words[:i], other + words[i][len(bare) :], *words[i + 1 :]], {i}


@kind
def wrong_ending(words, rng):
    i = _pick(words, rng, lambda w: re.fullmatch(r"[a-z]{5,}", w) is not None)
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
    i = _pick(
        words,
        rng,
        lambda w: re.fullmatch(r"[a-z]{3,}(er|est)", w) is not None or w in {"better", "best", "worse"},
    )
    return None if i is None else ([*words[:i], "more", *words[i:]], {i, i + 1})


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
    i = _pick(words, rng, lambda w: re.fullmatch(r"[A-Za-z]{4,}[,.]?", w) is not None)
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
    i = _pick(words[1:], rng, lambda w: w.isalpha() and w.islower())
    return None if i is None else ([*words[: i + 1], words[i + 1].capitalize(), *words[i + 2 :]], {i + 1})


@kind
def mark_added(words, rng):
    i = rng.randrange(len(words))
    return [*words[:i], words[i] + rng.choice(MARKS), *words[i + 1 :]], {i}


@kind
def mark_lost(words, rng):
    i = _pick(words[:-1], rng, lambda w: w.endswith(","))
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


@kind
def opposite(words, rng):
    return _table(words, rng, OPPOSITES)


@kind
def negated(words, rng):
    i = _pick(
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
    i = _pick(words, rng, lambda w: any(map(str.isdigit, w)))
    if i is None:
        return None
    place = rng.choice([p for p, c in enumerate(words[i]) if c.isdigit()])
    other = rng.choice([d for d in "123456789" if d != words[i][place]])
    return [*words[:i], words[i][:place] + other + words[i][place + 1 :], *words[i + 1 :]], {i}


@kind
def name_lost(words, rng):
    i = _pick(words[1:], rng, lambda w: w[:1].isupper() and w[1:].islower())
    return None if i is None else _without(words, i + 1)


def borrowed(
    sentence: str, pool: list[str], rng: random.Random
) -> tuple[str, list[tuple[int, int]], str] | None:
    """A content word exchanged for one of another sentence: reads well at times, and is wrong."""
    words = sentence.split(" ")
    i = _pick(
        words, rng, lambda w: re.fullmatch(r"[A-Za-z]{4,}", w) is not None and w.lower() not in FUNCTION
    )
    donors = [
        w
        for w in rng.choice(pool).split(" ")
        if re.fullmatch(r"[A-Za-z]{4,}", w) and w.lower() not in FUNCTION
    ]
    if i is None or not donors:
        return None
    words[i] = _like(words[i], rng.choice(donors).lower()) if i == 0 else rng.choice(donors)
    text = " ".join(words)
    return None if text == sentence else (text, _spans(words, {i}), "word_borrowed")


def all_damages(sentence: str, rng: random.Random) -> Iterator[tuple[str, list[tuple[int, int]], str]]:
    """One damage of every kind that finds something to do."""
    for name in KINDS:
        done = damage(sentence, rng, name)
        if done:
            yield done
