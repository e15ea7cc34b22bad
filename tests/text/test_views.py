"""Folded views map back to the text as given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.core.spans import Span
from mtqa.text import fold, fold_text

TEXTS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("İıßﬁæŁéé\u0301  \n“”’…한が中")), max_size=60
)


@given(TEXTS)
def test_each_position_of_a_view_maps_into_the_text_in_order(text: str) -> None:
    view = fold(text)
    spans = [view.to_original(Span(i, i + 1)) for i in range(len(view.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


@given(TEXTS)
def test_folding_what_a_span_covers_gives_the_span_of_the_view_back(text: str) -> None:
    view = fold(text)
    for i, character in enumerate(view.text):
        assert character in fold_text(view.to_original(Span(i, i + 1)).of(text))


def test_a_turkish_capital_shifts_no_offset() -> None:
    text = "İSTANBUL’da “Bir yanıt yazın”"
    view = fold(text)
    start = view.text.index("bir yanit")
    assert view.to_original(Span(start, start + 15)).of(text) == "Bir yanıt yazın"


def test_accents_quotes_and_white_space_are_folded() -> None:
    assert fold("Été  „Straße“\n…").text == 'ete "strasse" ...'


def test_marks_that_are_vowels_stay() -> None:
    assert fold_text("हिन्दी が 한국") == "हिन्दी が 한국"
