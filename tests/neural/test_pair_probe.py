"""What the probes are told of each piece beside its counterpart."""

import numpy as np

from mtqa.neural.alignment import align
from mtqa.neural.encoder import Encoded
from mtqa.neural.pair_probe import FIGURES, source_inputs, target_inputs

WIDTH = 8


def encoded(*pieces: int) -> Encoded:
    """A sentence whose pieces are unit vectors by number; like numbers mean like pieces, two letters each."""
    states = np.eye(WIDTH, dtype=np.float32)[list(pieces)].reshape(-1, WIDTH)
    offsets = tuple((3 * i, 3 * i + 2) for i in range(len(pieces)))
    return Encoded(states, offsets, states.sum(axis=0))


def figures(source: Encoded, target: Encoded) -> dict[str, list[float]]:
    inputs = target_inputs(source, target, align(source, target, np.zeros(WIDTH, np.float32)))
    return {name: inputs[:, column].tolist() for column, name in enumerate(FIGURES)}


def test_each_piece_has_a_row_of_figures_own_state_partner_and_difference() -> None:
    source, target = encoded(0, 1, 2), encoded(0, 1)
    alignment = align(source, target, np.zeros(WIDTH, np.float32))
    assert target_inputs(source, target, alignment).shape == (2, len(FIGURES) + 3 * WIDTH)
    assert source_inputs(source, target, alignment).shape == (3, len(FIGURES) + 3 * WIDTH)


def test_a_piece_without_counterpart_is_like_nothing() -> None:
    assert np.allclose(figures(encoded(0, 1), encoded(0, 5))["similarity"], [1, 0])


def test_what_is_said_again_echoes_and_shares_its_partner() -> None:
    found = figures(encoded(0, 1, 2), encoded(0, 1, 2, 0))
    assert np.allclose(found["own_echo"], [0, 0, 0, 1])
    assert np.allclose(found["shared_before"], np.log1p([0, 0, 0, 1]))
    assert found["mutual"] == [1, 1, 1, 0]


def test_nothing_on_the_other_side_gives_rows_of_zeros() -> None:
    source, target = encoded(), encoded(0, 1)
    inputs = target_inputs(source, target, align(source, target, np.zeros(WIDTH, np.float32)))
    assert inputs.shape == (2, len(FIGURES) + 3 * WIDTH)
    assert not inputs.any()
