"""The chance of each verdict, from how far raters and estimate were apart."""

import math

import pytest

from mtqa.scoring.verdicts import VerdictModel

CUTS = (math.log(25), math.log(60), math.log(135))
MODEL = VerdictModel(low=-1.0, high=1.0, cuts=CUTS, spread=-1.0, by_words=2.0)


def test_the_chances_of_all_verdicts_make_one() -> None:
    assert sum(MODEL.chances(40.0, 300)) == pytest.approx(1.0)


@pytest.mark.parametrize(("points", "place"), [(5.0, 0), (35.0, 1), (80.0, 2), (400.0, 3)])
def test_the_verdict_in_whose_band_the_points_lie_is_the_likeliest(points: float, place: int) -> None:
    chances = MODEL.chances(points, 2000)
    assert chances.index(max(chances)) == place


def test_a_longer_text_is_surer() -> None:
    assert max(MODEL.chances(5.0, 2000)) > max(MODEL.chances(5.0, 60))


def test_the_range_holds_the_points() -> None:
    low, high = MODEL.range(40.0)
    assert low < 40.0 < high


def test_the_range_never_falls_below_a_spotless_text() -> None:
    assert MODEL.range(0.0)[0] == 0.0
