"""Keys under which the spellings of one name meet, however its sounds were written in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.text.views import fold_text

# In order: each spelling habit (German, Dutch, French, Polish, Turkish … ways to write a sound) and the letter it becomes.
_HABITS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:al|el)-", "al"),  # El-Sisi, al-Sisi
        (r"schtsch|sjtsj|chtch|shch|szcz", "c"),  # Chruschtschow, Khrushchev
        (r"dsch|dzh|dj|dz(?=[aeiou])", "j"),  # Djokovic
        (r"tsch|tsj|tch|cz|sch|sj|sh|sz", "c"),  # Tschernihiw, Shoigu, Sjojgoe
        (r"kh", "h"),  # Kherson
        (r"ch", "c"),
        (r"ph", "f"),
        (r"off$|ow$|ev$|ew$", "ov"),  # Smirnoff
        (r"ck|[cqk](?!$)", "k"),
        (r"ks|kz", "x"),
        (r"zh|ts|tz|z", "s"),  # Zelensky, Selenskyj; Jelzin
        (r"w", "v"),
        (r"ou|oe|oo", "u"),  # Poetin, Poutine
        (r"[ijy]+", "i"),  # Zelenskiy, Zelenskyj
        (r"([^aeiou])\1+", r"\1"),  # Odessa
    )
)


@lru_cache(maxsize=50_000)
def sound_keys(name: str) -> frozenset[str]:
    """One or two keys of a name; two spellings of one name share at least one.

    A second key stands for “ch” read as in German and Polish (Charkiw).

    >>> sound_keys("Selenskyj") & sound_keys("Zelensky")
    frozenset({'selenski'})
    >>> sorted(sound_keys("Charkow") & sound_keys("Kharkov"))
    ['harkov']
    """
    folded = fold_text(name.replace("đ", "dj").replace("Đ", "Dj"))
    hard = re.sub(r"(?<![st])ch|(?<=s)ch(?=[aeiou]w)", "kh", folded)
    return frozenset({_key(folded), _key(hard)})


def _key(folded: str) -> str:
    # What "ch" and "sh" became must not be read as "c" before a vowel again.
    for pattern, sound in _HABITS:
        folded = pattern.sub("C" if sound == "c" else sound, folded)
    return folded.replace("C", "c")


# Given names that engines translate: forms of one name in several languages.
_GIVEN_NAMES = (
    "william guillermo guillaume wilhelm willem guglielmo guilherme",
    "john juan jean johann johannes giovanni jan ivan joao",
    "james jaime jacques jakob giacomo diego santiago tiago",
    "charles carlos karl carlo karel",
    "henry henri enrique heinrich enrico hendrik henrique",
    "george jorge georges georg giorgio jerzy",
    "joseph jose josef giuseppe jozef",
    "peter pedro pierre pietro petr piotr pieter",
    "paul pablo paolo pavel paulo pawel",
    "michael miguel michel michele mikhail michal",
    "stephen esteban etienne stefan stefano stepan estevao",
    "francis francisco francois franz francesco frantisek",
    "louis luis ludwig luigi",
    "lewis luis",
    "philip felipe philippe philipp filippo",
    "edward eduardo edouard eduard edoardo",
    "matthew mateo mathieu matteo matthias mateus",
    "mark marcos marco marek",
    "andrew andres andre andreas andrea andrei andrzej",
    "anthony antonio antoine anton",
    "catherine catalina katharina caterina ekaterina katarzyna catarina",
    "mary maria marie",
    "helen elena helene helena olena",
    "nicholas nicolas nicola nikolai nikolaus mikolaj",
    "lawrence lorenzo laurent lorenz",
    "alexander alejandro alexandre alessandro aleksandr oleksandr",
)


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, names in enumerate(_GIVEN_NAMES):
        for name in names.split():
            table.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in table.items()}


def is_given_name(word: str) -> bool:
    """Whether the word is a given name that other languages have forms of."""
    return fold_text(word) in _families()


def same_given_name(left: str, right: str) -> bool:
    """Whether two given names are one name in two languages.

    >>> same_given_name("William", "Guillermo"), same_given_name("William", "Juan")
    (True, False)
    """
    families = _families()
    one, other = fold_text(left), fold_text(right)
    return one != other and bool(families.get(one, frozenset()) & families.get(other, frozenset()))
