from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mtqa.app.wording import encodable, md_text, plain, shorten, visible

HOSTILE = (
    "![x](http://evil.example/a.png)",
    "<img src=http://evil.example onerror=alert(1)>",
    "[click](javascript:alert(1))",
    ":material/delete: :red[alarm] $x^2$",
    "# heading\n\n> quote | table",
    "`code` **bold** ~~gone~~ &amp; http://evil.example/x",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_literal_in_markdown(text):
    tokens = MarkdownIt("commonmark").parseInline(md_text(text))[0].children
    assert {token.type for token in tokens} <= {"text", "text_special"}
    assert "".join(token.content for token in tokens) == plain(text)


def test_streamlit_directives_are_broken():
    assert md_text(":material/delete: :red[x] $a$") == r"\:material\/delete\: \:red\[x\] \$a\$"


def test_a_label_is_not_turned_round_by_the_text_in_it():
    assert plain("abc\u202edef\u2069") == "abcdef"


def test_lone_surrogates_are_replaced_one_by_one():
    assert encodable("a\udc80\udcffb") == "a\ufffd\ufffdb"


@given(st.text(), st.integers(5, 50))
def test_shortened_text_fits(text, limit):
    assert len(shorten(text, limit)) <= limit


def test_signs_that_cannot_be_seen_are_named():
    assert visible("\u200b\u200b\u200b\u200b\u200b") == "U+200B U+200B U+200B U+200B …"
