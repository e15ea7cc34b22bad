"""Rows for the training of the score networks, read once by the models and kept in `benchmarks/out/scores`.

Learns only from sets whose licence allows it: MLQE-PE (CC0), DEMETR (MIT), Google MQM and Bio-MQM (Apache-2.0).
`halluc`, the chat part of `mqm` and `qe` are read for measuring only.
"""

from __future__ import annotations

import gzip
import json
import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from damage import borrowed, damage
from score_invented import invented, near

from mtqa.neural.encoder import Encoded, load_encoder
from mtqa.neural.language_model import Read, load_language_model
from mtqa.neural.surface import natural

Row = dict[str, object]
Kept = tuple[np.ndarray, ...]
SYNTHETIC = ("syn0", "syn1")  # two halves of the post-edits: the probe of one judges the other
EDITED = "edited"  # more machine translations with what post-editors changed in them
INVENTED = "invented"  # sound translations beside what an engine that lost the thread would write
NEAR = "near"  # the same, taken from sentences of like content
SETS = (*SYNTHETIC, EDITED, INVENTED, NEAR, "perturb", "mqm", "halluc", "qe")
_HALF = 5500


def readings(data: Path, cache: Path, name: str) -> tuple[list[Row], dict[str, Kept], dict[str, Kept]]:
    """Rows of a set, the language model's reading of each target, and the encoder's of each target and source."""
    rows, encoded = encodings(data, cache, name)
    return rows, _kept(cache / f"{name}-lm.pkl", lambda: _read([row["target"] for row in rows])), encoded


def encodings(data: Path, cache: Path, name: str) -> tuple[list[Row], dict[str, Kept]]:
    """Rows of a set, and the encoder's reading of each target and source."""
    rows = [{**row, "from": name} for row in _rows(data, name)]
    both = [row[side] or "" for row in rows for side in ("source", "target")]
    return rows, _kept(cache / f"{name}-encoder.pkl", lambda: _encode(both))


def _kept(path: Path, make: Callable[[], dict[str, Kept]]) -> dict[str, Kept]:
    if path.is_file():
        with path.open("rb") as stream:
            return pickle.load(stream)  # noqa: S301  our own file
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
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


def as_read(kept: Kept) -> Read:
    logs, entropy, rank, states, offsets = kept
    return Read(
        logs.astype(np.float32),
        entropy.astype(np.float32),
        rank,
        states.astype(np.float32),
        tuple(map(tuple, offsets)),
    )


def as_encoded(kept: Kept) -> Encoded:
    states, offsets, mean = kept
    return Encoded(states.astype(np.float32), tuple(map(tuple, offsets.tolist())), mean.astype(np.float32))


def _rows(data: Path, name: str) -> list[Row]:
    if name in SYNTHETIC:
        return list(_synthetic(data, SYNTHETIC.index(name)))
    if name == INVENTED:
        rng = random.Random(23)
        return list(invented(_sound_pairs(data, rng), rng))
    if name == NEAR:
        return list(near(_other_sound_pairs(data), random.Random(29), load_encoder()))
    if name == EDITED:
        return _edited(data)
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
        }
        for _ in range(6):
            done = borrowed(sound, pool, rng) if rng.random() < 0.1 else damage(sound, rng)
            if done:
                kind = "bad:" + done[2]
                yield {**base, "target": done[0], "kind": kind, "spans": done[1], "sound": sound}
                break
        yield from _detached(base, sound, pool[(number + 137) % len(pool)], rng.random())


def _sound_pairs(data: Path, rng: random.Random) -> list[Row]:
    """1,500 post-edits and as many translations without an error, shuffled."""
    pairs = [*_post_edits(data)[2 * _HALF :][:1500], *rng.sample(_without_error(data), 1500)]
    rng.shuffle(pairs)
    return pairs


def _other_sound_pairs(data: Path) -> list[Row]:
    """1,200 other post-edits and 1,800 other translations without an error, shuffled."""
    rng = random.Random(23)
    rated = _without_error(data)
    taken = {(row["source"], row["target"]) for row in rng.sample(rated, 1500)}
    rest = [row for row in rated if (row["source"], row["target"]) not in taken]
    pairs = [*_post_edits(data)[4 * _HALF :][:1200], *rng.sample(rest, 1800)]
    rng.shuffle(pairs)
    return pairs


def _post_edits(data: Path) -> list[Row]:
    rows = read_set(data, "qe_train")
    random.Random(5).shuffle(rows)
    return [
        {"source": row["source"], "target": natural(row["post_edit"]), "lang_pair": row["lang_pair"]}
        for row in rows
    ]


def _without_error(data: Path) -> list[Row]:
    kept = ("source", "target", "lang_pair", "doc")
    return [
        {k: row[k] for k in kept}
        for row in read_set(data, "mqm")
        if not row["subset"].startswith("chat") and row["penalty"] == 0
    ]


def _edited(data: Path) -> list[Row]:
    rows = read_set(data, "qe_train")
    random.Random(5).shuffle(rows)
    kept = ("source", "target", "lang_pair", "spans")
    return [
        {**{k: row[k] for k in kept}, "hter": float(row["hter"]), "kind": "mt", "group": f"2:{number}"}
        for number, row in enumerate(rows[2 * _HALF : 4 * _HALF])
    ]


def _detached(base: Row, sound: str, other: str, draw: float) -> Iterator[Row]:
    words, others = sound.split(), other.split()
    half = len(words) // 2
    if draw < 0.12:
        yield {
            **base,
            "target": other,
            "kind": "detached",
            "spans": [(0, len(other))],
            "lost": [(0, len(sound))],
        }
    elif draw < 0.24:
        first, rest = " ".join(words[:half]), " ".join(others[len(others) // 2 :])
        spans = {"spans": [(len(first), len(first) + 1 + len(rest))], "lost": [(len(first), len(sound))]}
        yield {**base, "target": f"{first} {rest}", "kind": "halfdetached", **spans}
    elif draw < 0.30:
        first = " ".join(words[: max(2, half)])
        yield {
            **base,
            "target": first.rstrip(",") + ".",
            "kind": "omission",
            "lost": [(len(first), len(sound))],
        }


def _read(texts: Sequence[str]) -> dict[str, Kept]:
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


def _encode(texts: Sequence[str]) -> dict[str, Kept]:
    unique, found = list(dict.fromkeys(texts)), {}
    for first in range(0, len(unique), 1000):
        some = unique[first : first + 1000]
        for text, one in zip(some, load_encoder().encode([natural(t) for t in some]), strict=True):
            found[text] = (
                one.states.astype(np.float16),
                np.array(one.offsets, np.int16),
                one.mean.astype(np.float16),
            )
    return found


def natural_spans(row: Row) -> list[tuple[int, int]]:
    """The wrong spans in the natural text; those of tokenised text are carried over letter by letter."""
    raw = row["target"]
    text = natural(raw)
    if text == raw:
        return row["spans"]
    if row["kind"] == "bad:tokenised":
        return []
    places, at = [], 0
    for character in raw:
        while at < len(text) and text[at] == " ":
            at += 1
        places.append(None if character == " " else at)
        at += character != " "
    found = []
    for start, end in row["spans"]:
        inside = [p for p in places[start:end] if p is not None]
        found += [(inside[0], inside[-1] + 1)] if inside else []
    return found
