"""Builds the word model from the installed wordfreq package into the user's cache."""

from __future__ import annotations

import importlib.metadata
import itertools
import json
import shutil
import tempfile
import unicodedata
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtqa.core.errors import ModelError
from mtqa.language.cache import cache_folder

# Part of the cache folder's name; raise it when the format or the recipe changes.
FORMAT = 2
START, END = "\x01", "\x02"
WORD_SCALE = 12.0  # values are round(-ln p * 12): 8 % steps
NGRAM_SCALE = 16.0  # values are round(-ln p * 16): 6 % steps

LATIN = "en nl de fr es it pt tr pl cs sv ro hu id ms vi da nb fi is ca sk sl sh lt lv fil".split()
OTHER = "ru uk bg mk ar fa ur he el ja zh".split()
# The languages that a text may be written in for the open-class test ("no word of the target") need long lists.
_TARGETS = frozenset("en de fr es nl it pt tr ru pl".split())
_LIST_SIZE = {True: 250_000, False: 80_000}
_LOWEST = {True: 1e-8, False: 1e-7}
_SPELLING_TYPES = 20_000
_SMOOTHING = 3.0  # Dirichlet back-off weight: from the study named in words.py, not varied again
_RAREST_NGRAM = 3


def ngram_keys(codes: NDArray[np.uint64], order: int) -> NDArray[np.uint64]:
    """For each position, the n-gram that ends there packed 16 bits a character; 0 where it would reach over a word start.

    >>> [hex(key) for key in ngram_keys(np.array([1, 97, 98, 2], np.uint64), 2)]
    ['0x0', '0x10061', '0x610062', '0x620002']
    """
    size = len(codes)
    keys = np.zeros(size, np.uint64)
    for back in range(order - 1, -1, -1):
        shifted = np.zeros(size, np.uint64)
        shifted[back:] = codes[: size - back]
        keys = (keys << np.uint64(16)) | shifted
    word_start = np.maximum.accumulate(np.where(codes == ord(START), np.arange(size), 0))
    return np.where(np.arange(size) - word_start >= order - 1, keys, np.uint64(0))


def word_model_folder() -> Path:
    """Where the word model for the installed wordfreq and this format belongs."""
    try:
        version = importlib.metadata.version("wordfreq")
    except importlib.metadata.PackageNotFoundError as error:
        raise ModelError("the word model needs the package wordfreq; run: pip install wordfreq") from error
    return cache_folder() / f"words-{FORMAT}-{version}"


def ensure_word_model() -> Path:
    """The folder of the word model, built first if it is missing. Two processes may do so at once; one wins."""
    folder = word_model_folder()
    if (folder / "meta.json").is_file():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
        try:
            build_word_model(draft)
            _move_into_place(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"the word model cannot be written to {folder} ({reason}); set MTQA_CACHE to a folder you own"
        ) from error
    return folder


def _move_into_place(draft: Path, folder: Path) -> None:
    try:
        draft.rename(folder)
    except OSError:
        if not (folder / "meta.json").is_file():  # another process was not faster: something is in the way
            shutil.rmtree(folder, ignore_errors=True)
            draft.rename(folder)


def build_word_model(folder: Path) -> None:
    """Writes the arrays of the word model and `meta.json` (languages, sizes, hash of the content) into a folder."""
    import wordfreq  # noqa: PLC0415  heavy, and needed only here

    languages = [*LATIN, *OTHER]
    large = wordfreq.available_languages("large")
    lists = {language: wordfreq.get_frequency_dict(language, "best") for language in languages}
    arrays = {**_word_table(lists), **_ngram_table(lists)}
    digest = blake2b(digest_size=16)
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)
        digest.update(array.tobytes())
    meta = {
        "format": FORMAT,
        "languages": languages,
        "large": [language in large for language in languages],
        "arrays": sorted(arrays),
        "wordfreq": importlib.metadata.version("wordfreq"),
        "notice": "Made from the data of wordfreq (Robyn Speer), CC BY-SA 4.0.",
        "digest": digest.hexdigest(),
    }
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def _word_table(lists: dict[str, dict[str, float]]) -> dict[str, NDArray[np.generic]]:
    from mtqa.language.words import word_hash  # noqa: PLC0415  words imports this module

    found: dict[str, list[tuple[int, float]]] = {}
    for number, (language, frequencies) in enumerate(lists.items()):
        is_target = language in _TARGETS
        for word, share in itertools.islice(frequencies.items(), _LIST_SIZE[is_target]):
            if share < _LOWEST[is_target]:
                break
            found.setdefault(unicodedata.normalize("NFC", word), []).append((number, share))
    hashes = np.array([word_hash(word) for word in found], dtype=np.uint64)
    order = np.argsort(hashes)
    entries = list(found.values())
    ordered = [entries[i] for i in order]
    offsets = np.zeros(len(ordered) + 1, np.uint32)
    offsets[1:] = np.cumsum([len(entry) for entry in ordered])
    flat = [pair for entry in ordered for pair in entry]
    return {
        "word_hashes": hashes[order],
        "word_offsets": offsets,
        "word_languages": np.array([number for number, _ in flat], np.uint8),
        "word_values": np.clip(np.round(-np.log([share for _, share in flat]) * WORD_SCALE), 0, 255).astype(
            np.uint8
        ),
    }


def _ngram_table(lists: dict[str, dict[str, float]]) -> dict[str, NDArray[np.generic]]:
    texts = [_spelling_sample(frequencies) for frequencies in lists.values()]
    keys_by_order: list[NDArray[np.uint64]] = []
    values_by_order: list[NDArray[np.float64]] = []
    lower_keys, lower_values = np.zeros(0, np.uint64), np.zeros((0, len(texts)))
    unseen = np.zeros(len(texts))
    for order in (1, 2, 3, 4):
        keys, counts = _counts(texts, order)
        if order == 1:
            totals = counts.sum(axis=0) + 0.5 * len(keys)
            probabilities = (counts + 0.5) / totals
            unseen = 0.5 / totals
        else:
            backed = _rows(lower_keys, lower_values, keys & np.uint64((1 << 16 * (order - 1)) - 1), unseen)
            contexts, inverse = np.unique(keys >> np.uint64(16), return_inverse=True)
            totals = np.zeros((len(contexts), len(texts)))
            np.add.at(totals, inverse, counts)
            probabilities = (counts + _SMOOTHING * backed) / (totals[inverse] + _SMOOTHING)
        lower_keys, lower_values = keys, probabilities
        kept = counts.sum(axis=1) >= (_RAREST_NGRAM if order > 2 else 1)
        keys_by_order.append(keys[kept])
        values_by_order.append(probabilities[kept])
    all_keys, all_values = np.concatenate(keys_by_order), np.vstack(values_by_order)
    order_of = np.argsort(all_keys)
    return {
        "ngrams": all_keys[order_of],
        "ngram_values": np.clip(np.round(-np.log(all_values[order_of]) * NGRAM_SCALE), 0, 255).astype(
            np.uint8
        ),
        "unseen": np.log(unseen).astype(np.float32),
    }


def _spelling_sample(frequencies: dict[str, float]) -> NDArray[np.uint64]:
    words = (word for word in frequencies if 1 < len(word) < 25 and word.isalpha())
    text = "".join(f"{START}{word}{END}" for word in itertools.islice(words, _SPELLING_TYPES))
    return np.minimum(np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32), 0xFFFF).astype(np.uint64)


def _counts(texts: list[NDArray[np.uint64]], order: int) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    parts = []
    for codes in texts:
        keys = ngram_keys(codes, order)
        parts.append(np.unique(keys[(keys != 0) & (codes != ord(START))], return_counts=True))
    union = np.unique(np.concatenate([keys for keys, _ in parts]))
    counts = np.zeros((len(union), len(texts)))
    for column, (keys, numbers) in enumerate(parts):
        counts[union.searchsorted(keys), column] = numbers
    return union, counts


def _rows(
    keys: NDArray[np.uint64],
    values: NDArray[np.float64],
    wanted: NDArray[np.uint64],
    default: NDArray[np.float64],
) -> NDArray[np.float64]:
    places = np.minimum(keys.searchsorted(wanted), len(keys) - 1)
    return np.where((keys[places] == wanted)[:, None], values[places], default)
