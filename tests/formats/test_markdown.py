"""Markdown: what is text, and how corrections keep from turning into syntax."""

from __future__ import annotations

import pytest

from mtqa.formats import Edit, read_article


def text_of(source: str) -> str:
    return read_article(source.encode(), "a.md").text


def corrected(source: str, old: str, new: str) -> str:
    article = read_article(source.encode(), "a.md")
    start = article.text.index(old)
    return article.write([Edit(start, start + len(old), new)]).decode()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Title", "Title"),
        ("> - 1. quoted", "quoted"),
        ("a **bold** and _soft_ word", "a bold and soft word"),
        ("un*mention*able", "unmentionable"),
        ("snake_case_name, 5 * 3 and a footnote*", "snake_case_name, 5 * 3 and a footnote*"),
        ('see [the *site*](https://x.org/a_(b) "title") now', "see the site now"),
        ("![photo](x.jpg) and [ref][1] and [sic]", "photo and ref and [sic]"),
        ("R&amp;D \\*star\\* `a*b` <b>x</b>", "R&D *star* a*b x"),
        ("Title\n=====\ntext", "Title\n\ntext"),
        ("a\n\n```py\ncode\n```\n\nb", "a\n\n\n\n\n\nb"),
        ("---\ntitle: x\n---\ntext", "\n\n\ntext"),
        ("<!-- a\nb -->\ntext", "\n\ntext"),
        ("[1]: https://x.org\ntext", "\ntext"),
        ("line\\\nbreak", "line\nbreak"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n\n| 1 | 2 |"),
    ],
)
def test_syntax_is_not_text(source: str, text: str) -> None:
    assert text_of(source) == text


def test_lines_of_the_text_are_lines_of_the_file() -> None:
    source = "---\nx: y\n---\n# Title\r\n\r\n~~~\ncode\n~~~\ntext\n"
    assert text_of(source).count("\n") == source.count("\n")


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        (
            "# The **unmentionable** [one](x)",
            "unmentionable",
            "non-negotiable",
            "# The **non-negotiable** [one](x)",
        ),
        ("un*mention*able", "unmentionable", "non-negotiable", "non-negotiable"),
        ("A word", "word", "*word* [x](y) <b>", "A \\*word\\* \\[x\\](y) \\<b>"),
        ("A word", "A word", "# A word", "\\# A word"),
        ("1 point", "1 point", "1. point", "1\\. point"),
        ("Text. **Read also** More.", "Read also", "", "Text.  More."),
        ("R&amp;D", "R", "Q", "Q&amp;D"),
        ("a\r\nb\r\n", "b", "c", "a\r\nc\r\n"),
        ("the_*\nthe_", "the*", ">the*", "\\>the\\*\nthe"),
    ],
)
def test_a_correction_stays_text(source: str, old: str, new: str, result: str) -> None:
    assert corrected(source, old, new) == result


def test_a_deletion_up_to_a_code_block_leaves_the_block_whole() -> None:
    article = read_article(b"furniture\n```\ncode\n```\n", "a.md")
    assert article.writable([Edit(0, 10, "")]) == (Edit(0, 9, ""),)
    assert article.write([Edit(0, 10, "")]) == b"\n```\ncode\n```\n"
