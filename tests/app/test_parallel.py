from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.app.parallel import align, sentence_pairs, source_of_blocks
from mtqa.text import read_document

TEXTS = st.lists(st.text(min_size=1, max_size=30), max_size=8)


@given(TEXTS, TEXTS)
def test_every_target_paragraph_gets_a_place(target, source):
    assert len(align(target, source)) == len(target)


def test_furniture_in_the_article_has_no_source():
    target = [
        "Ministers meet in Ankara | Abroad",
        "The 12 ministers met in Ankara on Monday.",
        "Bir yanıt yazın",
    ]
    source = ["Ministers vergaderen in Ankara", "De 12 ministers vergaderden maandag in Ankara."]
    assert align(target, source) == (*source, "")


def test_a_paragraph_split_in_two_has_its_source_twice():
    target = ["The minister spoke for an hour in Oslo.", "Nobody in Bergen listened to him at all that day."]
    source = [
        "De minister sprak een uur lang in Oslo. Niemand in Bergen luisterde die dag ook maar even naar hem."
    ]
    assert align(target, source) == (source[0], source[0])


def test_a_document_without_source_has_none():
    assert source_of_blocks(read_document("One.\n\nTwo.")) == ("", "")
    assert source_of_blocks(read_document("One.\n\nTwo.", source="Een.\n\nTwee.")) == ("Een.", "Twee.")


def pairs(target: str, source: str) -> list[tuple[str, str]]:
    document = read_document(target, source=source)
    sources = source_of_blocks(document)
    found = sentence_pairs(document, sources)
    return sorted((pair.target.of(target), pair.source.of(sources[pair.block])) for pair in found)


def test_sentences_find_each_other_within_their_paragraph():
    assert pairs(
        "The 12 ministers met in Oslo. It rained.\n\nNobody spoke afterwards.",
        "De 12 ministers kwamen bijeen in Oslo. Het regende.\n\nNiemand sprak daarna.",
    ) == [
        ("It rained.", "Het regende."),
        ("Nobody spoke afterwards.", "Niemand sprak daarna."),
        ("The 12 ministers met in Oslo.", "De 12 ministers kwamen bijeen in Oslo."),
    ]


def test_two_sentences_made_of_one_belong_to_it_together():
    assert pairs(
        "The minister left Ankara early on Monday. He did not say why he went.",
        "De minister verliet Ankara maandag vroeg, maar hij zei niet waarom hij vertrok.",
    ) == [
        (
            "The minister left Ankara early on Monday. He did not say why he went.",
            "De minister verliet Ankara maandag vroeg, maar hij zei niet waarom hij vertrok.",
        )
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_laid_beside_each_other(target, source):
    document = read_document(target, source=source)
    sources = source_of_blocks(document)
    for pair in sentence_pairs(document, sources):
        assert pair.target.of(target)
        assert pair.source.of(sources[pair.block])
