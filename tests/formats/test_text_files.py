"""Plain text: which encoding it is in, and that every untouched byte stays."""

from __future__ import annotations

import codecs

import pytest

from mtqa.formats import Edit, read_article


def test_an_edit_leaves_all_other_line_endings_alone() -> None:
    article = read_article(b"One\r\ntwo\nthree\r\n", "a.txt")
    assert article.text == "One\r\ntwo\nthree\r\n"
    assert article.write([Edit(5, 8, "2")]) == b"One\r\n2\nthree\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_the_byte_order_mark_decides_and_stays(mark: bytes, encoding: str) -> None:
    article = read_article(mark + "Bir yanıt yazın".encode(encoding), "a.txt")
    assert (article.text, article.encoding) == ("Bir yanıt yazın", encoding)
    assert article.write([Edit(0, 3, "Bu")]) == mark + "Bu yanıt yazın".encode(encoding)


@pytest.mark.parametrize(
    ("text", "language", "encoding"),
    [
        ("Bir yanıt yazın", "tr", "windows-1254"),
        ("Правительство заявило", "ru", "windows-1251"),
        ("Уряд заявив", "uk", "windows-1251"),
        ("Zażółć gęślą jaźń", "pl", "windows-1250"),
        ("Een café in Brussel", "nl-BE", "windows-1252"),
        ("日本の首相は語った。", "ja", "cp932"),
    ],
)
def test_the_source_language_decides_where_unicode_does_not(text: str, language: str, encoding: str) -> None:
    article = read_article(text.encode(encoding), "a.txt", hint_lang=language)
    assert (article.text, article.encoding) == (text, encoding)


@pytest.mark.parametrize(
    "text", ["café déjà vu, the minister said", "“quoted” text – with dashes", "Die Straße über München"]
)
def test_without_any_hint_western_text_is_windows_1252(text: str) -> None:
    article = read_article(text.encode("windows-1252"), "a.txt")
    assert (article.text, article.encoding) == (text, "windows-1252")


def test_a_few_damaged_bytes_in_utf_8_show_as_replacement_signs_and_stay_as_they_are() -> None:
    article = read_article("déjà vu, c’est ".encode() + b"\xe9t\xe9", "a.txt", hint_lang="fr")
    assert (article.text, article.encoding) == ("déjà vu, c’est \ufffdt\ufffd", "utf-8")
    assert article.write([Edit(0, 4, "Déjà")]) == "Déjà vu, c’est ".encode() + b"\xe9t\xe9"


def test_a_correction_keeps_the_encoding_of_the_file() -> None:
    article = read_article("Een café".encode("windows-1252"), "a.txt", hint_lang="nl")
    assert article.write([Edit(0, 3, "Één")]) == "Één café".encode("windows-1252")


def test_a_correction_beyond_the_encoding_makes_the_file_utf_8_with_a_mark() -> None:
    article = read_article("Een café".encode("windows-1252"), "a.txt", hint_lang="nl")
    assert article.write([Edit(0, 3, "会")]) == codecs.BOM_UTF8 + "会 café".encode()


def test_a_file_without_suffix_is_plain_text() -> None:
    assert read_article(b"# Not a heading", "article").text == "# Not a heading"
