"""What holds for every article and every correction."""

from __future__ import annotations

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from mtqa.core.edits import Edit, apply_edits
from mtqa.core.errors import InputError
from mtqa.formats import SUFFIXES, ArticleFile, read_article
from tests.formats.strategies import PAGES, WILD_TEXTS, edits_of, saved, word_files

NAMES = st.sampled_from([f"article{suffix}" for suffix in SUFFIXES] + ["article"])


def _read(data: bytes, name: str) -> ArticleFile:
    try:
        return read_article(data, name)
    except InputError:
        assume(False)
        raise


def _ink(text: str) -> str:
    return "".join(text.split())


@given(data=st.binary(max_size=300), name=NAMES)
def test_any_bytes_are_an_article_or_refused_with_one_sentence(data: bytes, name: str) -> None:
    try:
        article = read_article(data, name)
    except InputError as error:
        assert str(error).strip()  # noqa: PT017  both ends are right
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert article.write([]) == data


@given(text=WILD_TEXTS, name=NAMES, draw=st.data())
def test_reading_a_corrected_file_gives_the_corrected_text(text: str, name: str, draw: st.DataObject) -> None:
    assume(not name.endswith((".docx", "html", ".htm")))
    article = _read(text.encode(), name)
    edits = draw.draw(edits_of(article.text))
    wanted = apply_edits(article.text, article.writable(edits))
    assume(wanted.split())
    assert read_article(article.write(edits), name).text == wanted


@given(page=PAGES | WILD_TEXTS, draw=st.data())
def test_reading_a_corrected_page_gives_the_corrected_text_but_for_white_space(
    page: str, draw: st.DataObject
) -> None:
    article = _read(page.encode(), "page.html")
    edits = draw.draw(edits_of(article.text))
    wanted = apply_edits(article.text, article.writable(edits))
    assume(wanted.split())
    assert _ink(read_article(article.write(edits), "page.html").text) == _ink(wanted)


@given(page=PAGES, draw=st.data())
def test_replacing_a_word_of_a_page_is_exact(page: str, draw: st.DataObject) -> None:
    article = _read(page.encode(), "page.html")
    word = draw.draw(st.sampled_from(article.text.split()))
    start = article.text.index(word)
    edit = Edit(start, start + len(word), "a<b>&amp;")
    assume(article.writable([edit]) == (edit,))
    assert read_article(article.write([edit]), "page.html").text == apply_edits(article.text, [edit])


@settings(max_examples=60, deadline=None)
@given(data=word_files(), draw=st.data())
def test_reading_a_corrected_word_document_gives_the_corrected_text(data: bytes, draw: st.DataObject) -> None:
    article = _read(data, "article.docx")
    assert article.write([]) == data
    edits = draw.draw(edits_of(article.text))
    wanted = apply_edits(article.text, article.writable(edits))
    assume(wanted.split())
    assert read_article(article.write(edits), "article.docx").text == wanted


@settings(max_examples=100, deadline=None)
@given(draw=st.data())
def test_a_damaged_word_document_is_read_or_refused(draw: st.DataObject) -> None:
    import docx

    data = bytearray(saved(docx.Document()))
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(4, len(data) - 1))] = draw.draw(st.integers(0, 255))
    cut = draw.draw(st.sampled_from([len(data), len(data) // 2, 40]))
    try:
        read_article(bytes(data[:cut]), "article.docx")
    except InputError as error:
        assert str(error)  # noqa: PT017  it may also be read


@example([Edit(0, 2, ""), Edit(1, 3, "")])
@given(st.lists(st.builds(Edit, st.integers(-2, 8), st.integers(-2, 8), st.text(max_size=2)), max_size=4))
def test_edits_apply_cleanly_or_are_refused(edits: list[Edit]) -> None:
    text = "minister"
    try:
        result = apply_edits(text, edits)
    except InputError:
        return
    assert len(result) == len(text) + sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
