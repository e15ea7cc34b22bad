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
        (
            "სხვა კომენტარების ჩვენება",
            "ka",
            "comment",
        ),  # Georgian has spaces: long words do not make a long line
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


def test_two_lesser_words_together_make_furniture_of_a_line_of_six() -> None:
    assert languages("Сохранить эти настройки для всех сервисов") == [("ru", "cookie")]
    assert languages("Министр решил сохранить своё место в кабинете") == []
    assert languages("Министр: настройки системы пришлось менять") == []


@pytest.mark.parametrize("line", ["「发表评论」", "发表评论。", "¿コメントする！", "اترك تعليقاً؟"])
def test_marks_of_any_script_around_a_line_do_not_matter(line: str) -> None:
    assert [kind for _, kind in languages(line)] == ["comment"]


def test_a_line_in_the_language_of_the_text_is_left_alone() -> None:
    assert languages("Alle Kommentare dieser Woche", target="de") == []


def test_common_words_of_forms_make_furniture_only_where_they_fill_the_line() -> None:
    assert languages("Имя") == [("ru", "comment")]
    assert languages("Введите ваше имя или псевдоним") == [("ru", "comment")]
    assert languages("Имя розы снова в театре") == []


def test_a_phrase_of_furniture_takes_the_short_foreign_line_around_it_along() -> None:
    line = "本网站使用Cookie来改善您的浏览体验，敬请谅解。"
    assert languages(line) == [("zh", "cookie")]


def test_words_of_a_neighbouring_language_do_not_fill_a_line() -> None:
    assert languages("Нови данни за всички посетители") == [("bg", "cookie")]
    assert languages("Новые данные обо всём") == []


@pytest.mark.parametrize(
    "line",
    ["Viber bans ads", "E-mail from the mayor", "WhatsApp", "Gostkowski retires", "Pinterest and Reddit"],
)
def test_an_english_heading_with_a_name_that_pages_mention_is_none(line: str) -> None:
    assert languages(line) == []
