"""Page furniture that is known by one of its words, in short lines of another language."""

from __future__ import annotations

import pytest

from mtqa.language.furniture import find_furniture
from mtqa.language.knowledge import shared_knowledge
from mtqa.text import read_document


def languages(text: str, target: str = "en") -> list[tuple[str, str]]:
    """Language and kind of each line that is furniture."""
    found = find_furniture(read_document(text, target_lang=target), shared_knowledge())
    return [(hit.language, hit.hit.entry.kind) for hit in found if hit.is_line]


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("Alle Kommentare dieser Seite lesen", "de", "comment"),
        ("Aucun commentaire pour ce billet", "fr", "comment"),
        ("Najnowsze komentarze czytelników", "pl", "comment"),
        ("Ostatnie pliki cookie", "pl", "cookie"),
        ("Rechazar todas", "es", "cookie"),
        ("查看评论", "zh", "comment"),
        ("Klikněte pro sdílení na Redditu", "cs", "share"),
        ("Ši paslauga visada būtina", "lt", "cookie"),
        ("Votre adresse de messagerie", "fr", "comment"),
        ("Sayta daxil olmalısınız", "az", "comment"),
    ],
)
def test_a_short_foreign_line_is_known_by_one_word(line: str, language: str, kind: str) -> None:
    assert languages(line) == [(language, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "La oposición rechaza el acuerdo",  # a headline: "rechazar" makes furniture of up to three words only
        "Der Minister wollte die Kommentare der Opposition gestern nicht beantworten",
        "Erdogan comments on Kılıçdaroğlu",
        "Commentary on the budget",
        "Howard Stern",
        "Germany's tallest tower",
        "Novosibirsk",
    ],
)
def test_a_headline_is_not_furniture_for_a_word_in_it(line: str) -> None:
    assert languages(line) == []


def test_a_line_in_the_language_of_the_text_is_left_alone() -> None:
    assert languages("Alle Kommentare dieser Woche", target="de") == []
