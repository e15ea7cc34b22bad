"""Reading articles from files and writing corrections back in place: txt, md, html, docx."""

from mtqa.core.documents import MAX_CHARACTERS
from mtqa.core.edits import Edit, apply_edits
from mtqa.core.files import write_atomically
from mtqa.formats.article import MAX_BYTES, ArticleFile, read_article
from mtqa.formats.sniffing import SUFFIXES, Kind

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "SUFFIXES",
    "ArticleFile",
    "Edit",
    "Kind",
    "apply_edits",
    "read_article",
    "write_atomically",
]
