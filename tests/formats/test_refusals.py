"""Files that are no articles are refused with one sentence: what, why, what to do."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from mtqa.core.errors import InputError, UnsafeFile
from mtqa.formats import MAX_BYTES, MAX_CHARACTERS, Edit, read_article
from tests.formats.strategies import saved
from tests.formats.test_word import changed, sample, with_body


def refusal(data: bytes, name: str = "a.txt") -> str:
    with pytest.raises(InputError) as caught:
        read_article(data, name)
    return str(caught.value)


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, body in members.items():
            target.writestr(name.replace("__", "/"), body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "is empty"),
        (b" \r\n\t", "a.txt", "has no words"),
        ("\ufeff \u00a0".encode(), "a.txt", "has no words"),
        (b"<p></p><script>x</script>", "a.html", "has no words"),
        (b"text\0text", "a.txt", "binary"),
        (b"%PDF-1.7 x", "a.txt", "a PDF"),
        (b"\x89PNG\r\n", "a.txt", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a.txt", "a JPEG image"),
        (b"{\\rtf1 x}", "a.txt", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a.docx", "encrypted or old Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a.doc", "encrypted or old Office file"),
        (b"Plain words", "a.docx", "no Word document"),
        (b"Plain words", "a.pages", ".pages files cannot be reviewed; give txt, md, html and docx"),
        (b"Plain words", "a.doc", "did you mean .docx?"),
        (b"PK\x03\x04 broken", "a.docx", "is damaged"),
        (sample()[:-100], "a.docx", "is damaged"),
        (archive(xl__workbook=b"x"), "a.xlsx", "an Excel workbook"),
        (archive(readme=b"x"), "a.docx", "a zip archive"),
        (with_body("<w:p/>"), "a.docx", "has no words"),
        (with_body("<w:p>"), "a.docx", "is damaged"),
        (b"\xff\xfea", "a.txt", "is damaged"),
        (bytes(range(1, 256)), "a.txt", "save it as UTF-8"),
    ],
)  # fmt: skip
def test_the_refusal_names_the_reason(data: bytes, name: str, reason: str) -> None:
    assert reason in refusal(data, name)


def test_a_word_document_with_the_wrong_name_is_read_all_the_same() -> None:
    assert read_article(sample(), "a.txt").kind == "docx"


def test_a_file_over_the_limit_is_refused() -> None:
    assert "the limit is 50" in refusal(b"a" * (MAX_BYTES + 1))


def test_a_text_over_the_limit_is_refused() -> None:
    assert "over 5,000,000 characters" in refusal(b"a" * (MAX_CHARACTERS + 1))


def test_a_zip_bomb_is_not_opened() -> None:
    with pytest.raises(UnsafeFile, match="unpacks to far more"):
        read_article(with_body(f"<w:p><w:r><w:t>{'A' * (40 << 20)}</w:t></w:r></w:p>"), "a.docx")


@pytest.mark.parametrize(
    "entity", ['<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY x "xxxxxxxxxxxx">']
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(entity: str, encoding: str) -> None:
    def poisoned(old: bytes) -> bytes:
        body = (
            old.decode().split("?>", 1)[1].replace("<w:body>", "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
        )
        return f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [{entity}]>{body}'.encode(encoding)

    with pytest.raises(UnsafeFile, match="declares entities"):
        read_article(changed(saved(docx.Document()), "word/document.xml", poisoned), "a.docx")


@pytest.mark.parametrize("edit", [Edit(0, 99, ""), Edit(-1, 2, ""), Edit(3, 2, "")])
def test_an_edit_outside_the_text_is_refused(edit: Edit) -> None:
    with pytest.raises(InputError, match="outside the text"):
        read_article(b"words", "a.txt").write([edit])


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(InputError, match="overlaps"):
        read_article(b"words", "a.txt").write([Edit(0, 3, "a"), Edit(2, 4, "b")])


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [(b"words", "a.txt", "\0"), (b"words", "a.md", "\ud800"), (sample(), "a.docx", "\x07")],
)
def test_characters_no_file_can_hold_are_refused(data: bytes, name: str, text: str) -> None:
    with pytest.raises(InputError, match=r"cannot hold|no file can hold"):
        read_article(data, name).write([Edit(0, 1, text)])
