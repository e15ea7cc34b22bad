"""Rows for the training of the score networks, read once by the models and kept in `benchmarks/out/scores`.

Learns only from sets whose licence allows it: MLQE-PE (CC0), DEMETR (MIT), Google MQM and Bio-MQM (Apache-2.0).
`halluc`, the chat part of `mqm` and `qe` are read for measuring only.
"""

from __future__ import annotations

import gzip
import json
import pickle
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from damage import borrowed, damage

from mtqa.neural.alignment import align, alignment_features
from mtqa.neural.encoder import load_encoder
from mtqa.neural.language_model import Read, load_language_model
from mtqa.neural.surface import natural

Row = dict[str, object]
Kept = tuple[list[Row], dict[str, tuple[np.ndarray, ...]], list[tuple[np.ndarray, ...]]]
SYNTHETIC = ("syn0", "syn1")  # two halves of the post-edits: the probe of one judges the other
INVENTED = "invented"  # sound translations beside what an engine that lost the thread would write
SETS = (*SYNTHETIC, INVENTED, "perturb", "mqm", "halluc", "qe")
_HALF = 5500


def readings(data: Path, cache: Path, name: str) -> Kept:
    """Rows of a set, the language model's reading of each target, and alignment figures with both mean states."""
    kept = cache / f"{name}.pkl"
    if kept.is_file():
        with kept.open("rb") as stream:
            return pickle.load(stream)  # noqa: S301  our own file
    rows = _rows(data, name)
    made = (rows, _read([r["target"] for r in rows]), _align(rows, centre(data, cache)))
    cache.mkdir(parents=True, exist_ok=True)
    with kept.open("wb") as stream:
        pickle.dump(made, stream, protocol=5)
    return made


def centre(data: Path, cache: Path) -> np.ndarray:
    """The mean token state of the encoder over sources and targets of all languages."""
    kept = cache / "mu.npy"
    if not kept.is_file():
        rng = random.Random(1)
        mqm = [r for r in read_set(data, "mqm") if not r["subset"].startswith("chat")]
        rows = [
            *rng.sample(read_set(data, "qe_train"), 600),
            *rng.sample(mqm, 600),
            *rng.sample(read_set(data, "perturb"), 300),
        ]
        texts = [natural(row[side]) for row in rows for side in ("source", "target")]
        states = np.concatenate([one.states for one in load_encoder().encode(texts)])
        cache.mkdir(parents=True, exist_ok=True)
        np.save(kept, states.mean(axis=0))
    return np.load(kept)


def read_set(folder: Path, name: str) -> list[Row]:
    plain = folder / f"{name}.jsonl"
    packed = folder / f"{name}.jsonl.gz"
    text = plain.read_text("utf-8") if plain.exists() else gzip.decompress(packed.read_bytes()).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def as_read(kept: tuple[np.ndarray, ...]) -> Read:
    logs, entropy, rank, states, offsets = kept
    return Read(
        logs.astype(np.float32),
        entropy.astype(np.float32),
        rank,
        states.astype(np.float32),
        tuple(map(tuple, offsets)),
    )


def _rows(data: Path, name: str) -> list[Row]:
    if name in SYNTHETIC:
        return list(_synthetic(data, SYNTHETIC.index(name)))
    if name == INVENTED:
        return list(_invented(data))
    rows = read_set(data, name)
    if name != "perturb":
        return rows
    sound = {
        (row["source"], row["unperturbed"]): {**row, "target": row["unperturbed"], "kind": "base"}
        for row in rows
    }
    return [*sound.values(), *rows]


def _synthetic(data: Path, half: int) -> Iterator[Row]:
    """Of each post-edited translation: the post-edit, the translation, the post-edit damaged, and for some the post-edit
    of another source, half of one, or the first half alone.
    """
    rows = read_set(data, "qe_train")
    random.Random(5).shuffle(rows)
    rows = rows[half * _HALF : (half + 1) * _HALF]
    rng = random.Random(10 + half)
    pool = [natural(row["post_edit"]) for row in rows]
    for number, row in enumerate(rows):
        sound = pool[number]
        if len(sound.split()) < 4:
            continue
        base = {
            "source": row["source"],
            "lang_pair": row["lang_pair"],
            "group": f"{half}:{number}",
            "spans": [],
        }
        yield {**base, "target": sound, "kind": "good"}
        yield {
            **base,
            "target": row["target"],
            "kind": "mt",
            "hter": float(row["hter"]),
            "spans": row["spans"],
            "tok": True,
        }
        for _ in range(6):
            done = borrowed(sound, pool, rng) if rng.random() < 0.1 else damage(sound, rng)
            if done:
                yield {**base, "target": done[0], "kind": "bad:" + done[2], "spans": done[1]}
                break
        yield from _detached(base, sound, pool[(number + 137) % len(pool)], rng.random())


def _detached(base: Row, sound: str, other: str, draw: float) -> Iterator[Row]:
    words, others = sound.split(), other.split()
    if draw < 0.12:
        yield {**base, "target": other, "kind": "detached"}
    elif draw < 0.24:
        mixed = " ".join(words[: len(words) // 2] + others[len(others) // 2 :])
        yield {**base, "target": mixed, "kind": "halfdetached"}
    elif draw < 0.30:
        first = " ".join(words[: max(2, len(words) // 2)]).rstrip(",") + "."
        yield {**base, "target": first, "kind": "omission"}


def _invented(data: Path) -> Iterator[Row]:
    rng = random.Random(23)
    edited = read_set(data, "qe_train")
    random.Random(5).shuffle(edited)
    pairs = [
        (row["source"], natural(row["post_edit"]), row["lang_pair"]) for row in edited[2 * _HALF :][:1500]
    ]
    rated = [r for r in read_set(data, "mqm") if not r["subset"].startswith("chat") and r["penalty"] == 0]
    pairs += [(row["source"], row["target"], row["lang_pair"]) for row in rng.sample(rated, 1500)]
    rng.shuffle(pairs)
    for number, (source, sound, languages) in enumerate(pairs):
        words = sound.split()
        if len(words) < 6:
            continue
        base = {"source": source, "lang_pair": languages, "group": str(number), "spans": []}
        yield {**base, "target": sound, "kind": "good"}
        kind, text = _lose_the_thread(words, pairs[number - 1][1].split(), rng)
        yield {**base, "target": text, "kind": kind}


def _lose_the_thread(words: list[str], others: list[str], rng: random.Random) -> tuple[str, str]:
    draw, size = rng.random(), len(words)
    if draw < 0.15:
        return "detached", " ".join(others)
    if draw < 0.4:  # a stretch comes from elsewhere
        start = rng.randrange(1, max(2, size // 2))
        length = rng.randint(max(2, size // 4), max(3, 2 * size // 3))
        place = rng.randrange(max(1, len(others) - length))
        return "mixed", " ".join([*words[:start], *others[place : place + length], *words[start + length :]])
    if draw < 0.7:  # a stretch is lost
        start, length = rng.randrange(1, max(2, size // 2)), rng.randint(max(2, size // 4), max(3, size // 2))
        return "omission", " ".join([*words[:start], *words[start + length :]])
    # what follows says again what came before
    start, length = rng.randrange(1, max(2, size // 2)), rng.randint(2, max(3, size // 4))
    phrase = words[start : start + length]
    joined = rng.choice([["and"], [","], ["of"], ["in"], []])
    return "again", " ".join(
        [*words[: start + length], *([*joined, *phrase] * rng.choice([1, 1, 1, 2, 3]))]
    ) + "."


def _read(texts: Sequence[str]) -> dict[str, tuple[np.ndarray, ...]]:
    unique, found = list(dict.fromkeys(texts)), {}
    for first in range(0, len(unique), 400):
        some = unique[first : first + 400]
        for text, one in zip(some, load_language_model().read([natural(t) for t in some]), strict=True):
            found[text] = (
                one.log_probability.astype(np.float16),
                one.entropy.astype(np.float16),
                one.rank,
                one.states.astype(np.float16),
                np.array(one.offsets),
            )
    return found


def _align(rows: Sequence[Row], mean: np.ndarray) -> list[tuple[np.ndarray, ...]]:
    found = []
    for first in range(0, len(rows), 1000):
        some = rows[first : first + 1000]
        texts = list(dict.fromkeys(row[side] or "" for row in some for side in ("source", "target")))
        encoded = dict(zip(texts, load_encoder().encode([natural(text) for text in texts]), strict=True))
        for row in some:
            source, target = encoded[row["source"] or ""], encoded[row["target"]]
            figures = alignment_features(align(source, target, mean))
            found.append((figures, source.mean.astype(np.float16), target.mean.astype(np.float16)))
    return found
