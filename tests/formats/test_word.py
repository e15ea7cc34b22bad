"""Word documents: text over run borders, corrections in place, everything else untouched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx

from mtqa.formats import Edit, read_article
from tests.formats.strategies import saved

Change = Callable[[bytes], bytes]


def changed(data: bytes, part: str, change: Change) -> bytes:
    """The document with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def with_body(xml: str) -> bytes:
    """A document with this XML as its only content."""
    body = f"<w:body>{xml}</w:body>".encode()
    return changed(saved(docx.Document()), "word/document.xml",
                   lambda old: old[: old.index(b"<w:body>")] + body + b"</w:document>")  # fmt: skip


def sample() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("That is ")
    paragraph.add_run("un").bold = True
    paragraph.add_run("mentionable").italic = True
    paragraph.add_run(" for\tNATO.")
    document.add_paragraph("")
    document.add_table(1, 1).cell(0, 0).text = "cell"
    document.sections[0].footer.paragraphs[0].text = "Bir yanıt yazın"
    return saved(document)


def test_the_text_has_body_tables_and_footers() -> None:
    assert (
        read_article(sample(), "a.docx").text == "That is unmentionable for\tNATO.\n\ncell\nBir yanıt yazın"
    )


def test_a_correction_goes_into_the_run_where_it_starts_and_keeps_the_formatting() -> None:
    result = read_article(sample(), "a.docx").write([Edit(8, 21, "non-negotiable")])
    runs = docx.Document(io.BytesIO(result)).paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("That is ", None, None),
        ("non-negotiable", True, None),
        ("", None, True),
        (" for\tNATO.", None, None),
    ]


def test_all_other_parts_stay_the_same_to_the_byte() -> None:
    data = sample()
    result = read_article(data, "a.docx").write([Edit(0, 4, "This")])
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(result)) as new:
        assert new.namelist() == old.namelist()
        differing = [name for name in old.namelist() if new.read(name) != old.read(name)]
    assert differing == ["word/document.xml"]


def test_line_breaks_and_tabs_of_a_correction_become_the_elements_of_word() -> None:
    result = read_article(sample(), "a.docx").write([Edit(0, 4, "a\nb\tc")])
    assert read_article(result, "a.docx").text.startswith("a\nb\tc is unmentionable")
    assert docx.Document(io.BytesIO(result)).paragraphs[0].text.startswith("a\nb\tc is unmentionable")


def test_text_put_into_an_empty_paragraph_becomes_a_run() -> None:
    result = read_article(sample(), "a.docx").write([Edit(32, 32, "new")])
    assert docx.Document(io.BytesIO(result)).paragraphs[1].text == "new"


def test_paragraphs_are_neither_joined_nor_lost() -> None:
    result = read_article(sample(), "a.docx").write([Edit(0, 37, "gone")])
    assert read_article(result, "a.docx").text == "gone\n\n\nBir yanıt yazın"


def test_tracked_deletions_are_no_text_and_insertions_are() -> None:
    data = with_body('<w:p><w:del w:id="1"><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del>'
                     '<w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins></w:p>')  # fmt: skip
    assert read_article(data, "a.docx").text == "new"


def test_links_tab_stops_and_page_breaks_are_seen_for_what_they_are() -> None:
    data = with_body('<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr>'
                     '<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>'
                     '<w:r><w:br w:type="page"/><w:t>next</w:t></w:r></w:p>')  # fmt: skip
    article = read_article(data, "a.docx")
    assert article.text == "link\nnext"
    with zipfile.ZipFile(io.BytesIO(article.write([Edit(4, 4, "s")]))) as result:
        assert b'<w:t>s</w:t><w:br w:type="page"/><w:t>next</w:t>' in result.read("word/document.xml")


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    namespace = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    data = with_body(f'<w:p><w:r><w:t>out</w:t><mc:AlternateContent {namespace}>'
                     f'<mc:Choice Requires="wps">{box}</mc:Choice>'
                     f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>")  # fmt: skip
    assert read_article(data, "a.docx").text == "out\nbox"
