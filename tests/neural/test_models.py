"""The converted models say what such models say."""

from __future__ import annotations

import numpy as np

from mtqa.neural.encoder import load_encoder
from mtqa.neural.language_model import Read, load_language_model


def read(text: str) -> Read:
    return load_language_model().read([text])[0]


def test_translations_are_nearer_than_other_sentences() -> None:
    english, german, other = load_encoder().encode(
        ["The cat sat on the mat.", "Die Katze saß auf der Matte.", "Share prices fell sharply on Monday."]
    )

    def cosine(a: np.ndarray, b: np.ndarray) -> float:
        return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))

    assert cosine(english.mean, german.mean) > 0.85 > cosine(english.mean, other.mean)


def test_states_and_offsets_belong_to_the_pieces_of_the_sentence() -> None:
    (encoded,) = load_encoder().encode(["Der Zug kam."])
    assert encoded.states.shape == (len(encoded.offsets), 384)
    assert encoded.offsets[0][0] == 0
    assert encoded.offsets[-1][1] == len("Der Zug kam.")


def test_sound_order_is_likelier_than_a_shuffled_one() -> None:
    sound, shuffled = read("The minister opened the new bridge."), read("The bridge minister new the opened.")
    assert sound.log_probability.sum() > shuffled.log_probability.sum() + 5


def test_a_reading_has_a_row_for_each_piece_and_one_more_state() -> None:
    text = "The minister opened the new bridge."
    found = read(text)
    assert len(found.offsets) == len(found.log_probability) == len(found.states) - 1
    assert "".join(text[a:b] for a, b in found.offsets) == text
    assert (found.log_probability <= 1e-3).all()
    assert (found.entropy >= -1e-3).all()


def test_an_empty_sentence_has_no_pieces() -> None:
    assert len(read("").log_probability) == 0
    assert load_encoder().encode([]) == []
