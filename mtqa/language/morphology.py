"""Whether a word that no list has may still be a word of a language: a derivation, a compound or a slip of the pen."""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import lru_cache

from mtqa.language.words import WordModel

_PREFIXES: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "un re non pre post anti over under out mis dis de co counter inter intra multi mini micro macro mega super ultra semi sub trans pro "
        "neo pseudo quasi auto bio eco geo hydro electro thermo photo tele cyber euro afro para poly mono bi tri self ex vice hyper infra "
        "in im il ir en em fore up down mid off tri uni omni proto".split()
    ),
    "de": (
        "un",
        "ver",
        "be",
        "ge",
        "ent",
        "er",
        "zer",
        "über",
        "unter",
        "vor",
        "nach",
        "aus",
        "ein",
        "an",
        "ab",
        "auf",
        "zu",
        "mit",
    ),
    "nl": (
        "on",
        "ver",
        "be",
        "ge",
        "ont",
        "her",
        "over",
        "onder",
        "voor",
        "na",
        "uit",
        "in",
        "aan",
        "af",
        "op",
        "toe",
        "mee",
    ),
}
_SUFFIXES: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "s es ed d ing er ers or ly ness nesses ment ments able ible ability ibility less ful fully like ish ism isms ist ists ize izes ized "
        "izing ise ises ised ising isation ization al ally ic ical ically ity ities ous ously ation ations tion y ier iest ies ied wise ward "
        "wards hood ship ships dom esque fold some est let lets ette ian ians ean eans an ans n ns ese ite ites in age ages ary ery "
        "proof worthy free man men woman women land style type friendly based led".split()
    ),
    "de": (
        "e",
        "en",
        "er",
        "es",
        "em",
        "s",
        "n",
        "te",
        "ten",
        "t",
        "st",
        "end",
        "ende",
        "enden",
        "ung",
        "ungen",
        "lich",
        "liche",
        "lichen",
        "keit",
        "heit",
        "isch",
        "ische",
        "ischen",
        "bar",
        "los",
        "haft",
        "chen",
        "innen",
        "in",
    ),
    "nl": (
        "e",
        "en",
        "s",
        "t",
        "te",
        "ten",
        "de",
        "den",
        "er",
        "ers",
        "je",
        "jes",
        "tje",
        "tjes",
        "ing",
        "ingen",
        "lijk",
        "lijke",
        "heid",
        "isch",
        "ische",
        "baar",
        "bare",
        "loos",
        "loze",
    ),
    "fr": (
        "s",
        "e",
        "es",
        "x",
        "ment",
        "ant",
        "ants",
        "ait",
        "aient",
        "ons",
        "ez",
        "er",
        "é",
        "ée",
        "és",
        "ées",
        "eur",
        "euse",
        "tion",
        "iste",
        "isme",
    ),
    "es": (
        "s",
        "es",
        "a",
        "as",
        "o",
        "os",
        "mente",
        "ando",
        "endo",
        "aba",
        "aban",
        "ó",
        "aron",
        "ado",
        "ada",
        "ados",
        "adas",
        "ción",
        "ista",
        "ismo",
        "ito",
        "ita",
    ),
    "it": (
        "a",
        "e",
        "i",
        "o",
        "mente",
        "ando",
        "endo",
        "ato",
        "ata",
        "ati",
        "ate",
        "ava",
        "ione",
        "ista",
        "ismo",
        "ino",
        "ina",
    ),
    "pt": (
        "s",
        "es",
        "a",
        "as",
        "o",
        "os",
        "mente",
        "ando",
        "endo",
        "ado",
        "ada",
        "ados",
        "adas",
        "ção",
        "ções",
        "ista",
        "ismo",
        "inho",
        "inha",
    ),
    "pl": (
        "a",
        "e",
        "i",
        "o",
        "u",
        "y",
        "ą",
        "ę",
        "ów",
        "om",
        "ami",
        "ach",
        "ego",
        "emu",
        "ej",
        "ym",
        "ymi",
        "ych",
        "ie",
        "owi",
        "em",
        "owy",
        "owa",
        "owe",
    ),
    "ru": (
        "а",
        "е",
        "и",
        "о",
        "у",
        "ы",
        "я",
        "ю",
        "ь",
        "ой",
        "ом",
        "ов",
        "ам",
        "ами",
        "ах",
        "ий",
        "ый",
        "ая",
        "ое",
        "ые",
        "ого",
        "ему",
        "ым",
        "их",
        "ых",
        "ть",
        "л",
        "ла",
        "ли",
        "ет",
        "ют",
        "ся",
        "сь",
    ),
    "tr": (
        "lar",
        "ler",
        "ın",
        "in",
        "un",
        "ün",
        "ı",
        "i",
        "u",
        "ü",
        "da",
        "de",
        "ta",
        "te",
        "dan",
        "den",
        "a",
        "e",
        "ya",
        "ye",
        "nın",
        "nin",
        "sı",
        "si",
        "lı",
        "li",
        "lık",
        "lik",
        "dır",
        "dir",
        "ları",
        "leri",
        "larının",
        "lerinin",
        "larını",
        "lerini",
        "larında",
        "lerinde",
        "lığı",
        "liği",
    ),
}
_PART_SHARE = 1e-6  # a part of a compound must be this common: the 29,000 most frequent English words
_BASE_SHARE = 1e-8
_STEM_SHARE = 1e-7
# Languages whose words take more endings, one after the other, than a list can hold.
_ENDING_CHAINS = frozenset({"tr", "fi", "hu", "ru", "pl", "cs"})
_SHORTEST_PART = 4


class Morphology:
    """Guesses about unlisted words of one language."""

    def __init__(self, words: WordModel, language: str) -> None:
        self._words = words
        self._column = words.index(language)
        self._prefixes = _PREFIXES.get(language, ())
        self._chains_endings = language in _ENDING_CHAINS
        self._suffixes = _SUFFIXES.get(language, ("s", "e", "en", "a", "o"))
        self.derived = lru_cache(maxsize=50_000)(self._derived)
        self.misspelt = lru_cache(maxsize=50_000)(self._misspelt)

    def share(self, word: str) -> float:
        """Share of running text of a lower-case word, 0 if it is not listed."""
        return float(self._words.listed(word)[self._column])

    def _derived(self, word: str) -> bool:
        """Whether the word is a listed word with an ending or beginning, or two listed words put together."""
        if any(self.share(base) > _BASE_SHARE for base in self._bases(word)):
            return True
        return self.compound(word) or (self._chains_endings and self._has_stem(word))

    def _has_stem(self, word: str) -> bool:
        """Whether a listed word stands at the beginning, as in Turkish "bağlantılarından"."""
        least = max(_SHORTEST_PART, len(word) // 2)
        stems = self._words.known([word[:cut] for cut in range(least, len(word))])
        return any(self.share(stem) > _STEM_SHARE for stem in stems)

    def compound(self, word: str) -> bool:
        """Whether the word is two common words put together, with a joining s between them or not."""
        pairs = [
            (first, word[cut:])
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
            for first in (word[:cut], word[: cut - 1] if word[cut - 1] == "s" else "")
        ]
        known = set(self._words.known(sorted({part for pair in pairs for part in pair})))
        return any(
            {first, second} <= known and min(self.share(first), self.share(second)) > _PART_SHARE
            for first, second in pairs
        )

    def _bases(self, word: str) -> Iterator[str]:
        for prefix in self._prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_PART:
                yield word[len(prefix) :]
        for suffix in self._suffixes:
            stem = word[: -len(suffix)]
            if word.endswith(suffix) and len(stem) >= 3:
                yield stem
                yield stem + "e"
                if stem.endswith("i"):
                    yield stem[:-1] + "y"
                if stem[-1] == stem[-2]:
                    yield stem[:-1]

    def _misspelt(self, word: str) -> float:
        """Share of running text of the commonest listed word that is one letter away, 0 if there is none."""
        letters = string.ascii_lowercase
        splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
        near = {a + b[1:] for a, b in splits if b}
        near |= {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
        near |= {a + c + b[1:] for a, b in splits if b for c in letters}
        near |= {a + c + b for a, b in splits for c in letters}
        near.discard(word)
        return max((self.share(other) for other in self._words.known(sorted(near))), default=0.0)
