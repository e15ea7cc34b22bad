"""Sentences are paired by what they say where the encoder is built."""

from __future__ import annotations

from mtqa.scoring.pairs import sentence_pairs
from mtqa.text import read_document


def test_a_lost_sentence_does_not_shift_the_others() -> None:
    source = (
        "Der Rat stimmte dem Plan am Montag zu. Die Arbeiten beginnen im Frühjahr. Der Bürgermeister lobte die Feuerwehr. "
        "Anwohner fürchten den Lärm der Baustelle. Eine Klage ist angekündigt worden."
    )
    target = (
        "The council approved the plan on Monday. Work will begin in the spring. "
        "Residents fear the noise of the site. A lawsuit has been announced."
    )
    pairs = sentence_pairs(read_document(target, source=source, source_lang="de"))
    assert [(pair.target.of(target), pair.source.of(source)) for pair in pairs[2:]] == [
        ("Residents fear the noise of the site.", "Anwohner fürchten den Lärm der Baustelle."),
        ("A lawsuit has been announced.", "Eine Klage ist angekündigt worden."),
    ]
