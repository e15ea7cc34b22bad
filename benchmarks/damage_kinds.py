"""The registry of kinds of damage, and what several kinds need.

Each kind takes the words of a sentence (split at spaces) and gives damaged words with the indices that are wrong, or
None where the sentence offers nothing to damage.
"""

from __future__ import annotations

import random
from collections.abc import Callable

Damaged = tuple[list[str], set[int]]
Kind = Callable[[list[str], random.Random], Damaged | None]
KINDS: dict[str, Kind] = {}
MARKS = ",.;:!?"
FUNCTION = (
    "the a an of in on at to for with by from as and or but that which who is are was were be been has have had will "
    "would can could may not it this these his her their its he she they we"
).split()
TENSES = {
    "is": "was", "are": "were", "was": "is", "were": "are", "has": "had", "have": "had", "had": "has", "will": "would",
    "says": "said", "said": "says", "went": "goes", "goes": "went", "made": "makes", "makes": "made", "took": "takes",
    "came": "comes", "comes": "came", "became": "becomes", "began": "begins", "found": "finds", "got": "gets",
    "gave": "gives", "knew": "knows", "wrote": "writes", "can": "could", "could": "can", "did": "does", "does": "did",
}  # fmt: skip


def kind(make: Kind) -> Kind:
    KINDS[make.__name__] = make
    return make


def pick(words: list[str], rng: random.Random, wanted: Callable[[str], bool]) -> int | None:
    places = [i for i, word in enumerate(words) if wanted(word)]
    return rng.choice(places) if places else None


def like(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


def table(words: list[str], rng: random.Random, table: dict[str, str]) -> Damaged | None:
    i = pick(words, rng, lambda w: w.lower().strip(MARKS) in table)
    if i is None:
        return None
    bare = words[i].strip(MARKS)
    return [*words[:i], words[i].replace(bare, like(bare, table[bare.lower()]), 1), *words[i + 1 :]], {i}


def without(words: list[str], i: int) -> Damaged:
    rest = [*words[:i], *words[i + 1 :]]
    return rest, {j for j in (i - 1, i) if 0 <= j < len(rest)}
