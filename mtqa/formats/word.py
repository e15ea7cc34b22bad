"""Word documents (.docx): the text of all paragraphs, and corrections written into the runs they concern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from mtqa.core.edits import Edit, apply_edits
from mtqa.core.errors import InputError, UnsafeFile
from mtqa.formats.archive import repack, unpack
from mtqa.formats.pieces import Piece, distribute, writable

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # "strict" documents
)
_FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a second copy for old programs
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNSEEN = ("del", "moveFrom")  # tracked deletions
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_BODIES = (_WORD + "document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml")
_AROUND = tuple(f"{_WORD}{part}+xml" for part in ("header", "footer", "footnotes", "endnotes"))
_CONTENT_TYPES = "[Content_Types].xml"
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_OTHER_ZIPS = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book"),
    ("content.xml", "an OpenDocument file"),
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a piece stands: a text or sign element, a paragraph without any, or None at a boundary."""

    part: str
    element: etree._Element | None
    text: str


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a Word document. Each paragraph is a line; headers, footers and notes follow the body."""

    data: bytes
    text: str
    pieces: tuple[Piece, ...]

    def writable(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The edits with paragraph ends taken out: paragraphs are neither joined nor split."""
        plain = (edit._replace(text=edit.text.replace("\r\n", "\n").replace("\r", "\n")) for edit in edits)
        return writable(self.pieces, plain)

    def write(self, edits: tuple[Edit, ...]) -> bytes:
        """The document with the edits made in the runs where they start; everything else stays."""
        _refuse_unwritable(edits)
        roots = _roots(unpack(self.data))
        places = list(_places(roots))
        local = distribute(self.pieces, self.writable(edits))
        for index, inside in local.items():
            _rewrite(places[index], apply_edits(places[index].text, inside))
        changed = {places[index].part for index in local}
        return repack(self.data, {part: _serialised(roots[part]) for part in changed})


def read_word(data: bytes) -> WordText:
    """The text of a Word document.

    Raises UnsafeFile for archive and entity bombs and InputError for anything that is no sound Word document.
    """
    pieces: list[Piece] = []
    texts: list[str] = []
    start = 0
    for place in _places(_roots(unpack(data))):
        pieces.append(Piece(start, start + len(place.text), fixed=place.element is None))
        texts.append(place.text)
        start += len(place.text)
    return WordText(data, "".join(texts), tuple(pieces))


def _roots(members: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """The parsed parts that hold text, the body first."""
    names = _text_parts(members)
    if not names:
        raise InputError(f"the file is {_what(members)}, not a Word document; give txt, md, html or docx")
    return {name: _parse(members[name], name) for name in names}


def _text_parts(members: Mapping[str, bytes]) -> list[str]:
    if _CONTENT_TYPES not in members:
        return []
    found: dict[str, set[str]] = {content_type: set() for content_type in (*_BODIES, *_AROUND)}
    for override in _parse(members[_CONTENT_TYPES], _CONTENT_TYPES).iterfind("{*}Override"):
        name = override.get("PartName", "").lstrip("/")
        if name in members:
            found.setdefault(override.get("ContentType", ""), set()).add(name)
    if not any(found[body] for body in _BODIES):
        return []
    return [name for content_type in (*_BODIES, *_AROUND) for name in sorted(found[content_type])]


def _what(members: Mapping[str, bytes]) -> str:
    names = (what for start, what in _OTHER_ZIPS if any(name.startswith(start) for name in members))
    return next(names, "a zip archive")


def _parse(data: bytes, name: str) -> etree._Element:
    if b"<!DOCTYPE" in data:
        raise UnsafeFile(f"the document's {name} declares entities, as no Word file does; it was not opened")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"the document is damaged (its {name} is not sound XML); save it again from Word"
        ) from error
    if root.getroottree().docinfo.doctype:
        raise UnsafeFile(f"the document's {name} declares entities, as no Word file does; it was not opened")
    return root


def _tags(*names: str) -> list[str]:
    return [f"{{{namespace}}}{name}" for namespace in _NAMESPACES for name in names]


_PARAGRAPH = frozenset(_tags("p"))
_TEXT = frozenset(_tags("t"))
_SIGN = {tag: sign for name, sign in _SIGNS.items() for tag in _tags(name)}
_CLOSED = frozenset((*_tags(*_UNSEEN, "pPr", "rPr"), _FALLBACK))  # a w:tab in w:pPr is a tab stop


def _places(roots: Mapping[str, etree._Element]) -> Iterator[_Place]:
    """All stretches of text in reading order, with a boundary between paragraphs."""
    first = True
    for part, root in roots.items():
        for paragraph in root.iter(*_PARAGRAPH):
            if next(paragraph.iterancestors(*_CLOSED), None) is not None:
                continue
            if not first:
                yield _Place(part, None, "\n")
            first = False
            leaves = [_Place(part, leaf, _shown(leaf)) for leaf in _leaves(paragraph)]
            yield from leaves or [_Place(part, paragraph, "")]


def _leaves(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Text and sign elements of the paragraph; text boxes in it are paragraphs of their own."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _TEXT or element.tag in _SIGN:
            yield element
        elif element.tag not in _CLOSED and element.tag not in _PARAGRAPH:
            stack.extend(reversed(element))


def _shown(leaf: etree._Element) -> str:
    """What Word shows: a line break inside a text element is a space."""
    return _SIGN.get(str(leaf.tag)) or re.sub(r"[\t\n\r]", " ", leaf.text or "")


def _refuse_unwritable(edits: Iterable[Edit]) -> None:
    for edit in edits:
        if bad := _UNWRITABLE.search(edit.text):
            raise InputError(
                f"a Word document cannot hold the character U+{ord(bad[0]):04X}; change the correction"
            )


def _rewrite(place: _Place, text: str) -> None:
    """Let the element say the new text; line breaks and tabs become the elements Word has for them."""
    element = place.element
    if element is None:
        return
    namespace = etree.QName(element).namespace
    if element.tag in _PARAGRAPH:
        element = etree.SubElement(etree.SubElement(element, f"{{{namespace}}}r"), f"{{{namespace}}}t")
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = [*_elements(element, text, f"{{{namespace}}}")]


def _elements(element: etree._Element, text: str, prefix: str) -> Iterator[etree._Element]:
    """Elements that say the text; the given one says its first fitting stretch and keeps its attributes."""
    is_text = element.tag in _TEXT
    own: etree._Element | None = element
    for stretch in re.findall(r"[\n\t]|[^\n\t]+", text) or ([""] if is_text else []):
        sign = {"\n": "br", "\t": "tab"}.get(stretch)
        fits = own is not None and (sign is None if is_text else _SIGN[str(element.tag)] == stretch)
        spoken, own = (
            (own, None) if own is not None and fits else (etree.Element(prefix + (sign or "t")), own)
        )
        if sign is None and spoken.tag in _TEXT:
            spoken.text = stretch
            if stretch != stretch.strip():
                spoken.set(_SPACE, "preserve")
        yield spoken


def _serialised(root: etree._Element) -> bytes:
    tree = root.getroottree()
    encoding = tree.docinfo.encoding or "UTF-8"
    return etree.tostring(tree, xml_declaration=True, encoding=encoding, standalone=tree.docinfo.standalone)
