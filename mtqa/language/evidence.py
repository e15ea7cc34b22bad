"""What an article gives away about the language it was translated from and the site that published it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mtqa.core.documents import Document
from mtqa.core.languages import language_name
from mtqa.core.reviews import GIVEN, Origin
from mtqa.core.spans import Span
from mtqa.language.entries import Topic
from mtqa.language.fragments import Fragment
from mtqa.language.furniture import FurnitureHit
from mtqa.language.matcher import Hit
from mtqa.language.origin_signs import find_signs

# Weight from which a language counts as the source: one strong piece (a sentence, a calque that no native writes),
# or several weak ones.
ENOUGH = 1.0
_STRONG = 1.0
_FORM = 0.75  # a foreign name or term: may also be a quotation
_WEAK = 0.35  # an entry that itself asks for evidence: three of them support each other
_SHORT_LEFTOVER = 0.5
_EDGE_BLOCKS = 3  # leftovers in the last lines tell of the site rather than of the source


@dataclass(frozen=True, slots=True)
class Piece:
    """One sign that points to a language; `span` is where it stands."""

    language: str
    weight: float
    text: str
    span: Span
    entry: str | None = None


@dataclass(frozen=True)
class Evidence:
    """All pieces, for the source language and for the site's."""

    given: str | None
    source_pieces: tuple[Piece, ...]
    site_pieces: tuple[Piece, ...]

    @property
    def source(self) -> Origin | None:
        """The language that the article was most probably translated from."""
        if self.given:
            return Origin(self.given, GIVEN, ("the source language was given",))
        return _strongest(self.source_pieces)

    @property
    def site(self) -> Origin | None:
        """The language of the site that published it, if it left traces other than the source's."""
        return _strongest(self.site_pieces)

    def supports(self, language: str, *, entry: str) -> bool:
        """Whether the article has signs of a source language beside the given entry itself."""
        if self.given:
            return self.given == language
        weight = _total(
            piece for piece in self.source_pieces if piece.language == language and piece.entry != entry
        )
        return weight >= ENOUGH


def gather_evidence(
    document: Document,
    phrases: Iterable[Hit],
    furniture: Iterable[FurnitureHit],
    fragments: Iterable[Fragment],
) -> Evidence:
    """Weighs everything found in a document. Each entry and each leftover counts once."""
    phrases = tuple(phrases)
    rivals = Counter(span for span, _ in {(hit.span, hit.entry.language) for hit in phrases})
    source: list[Piece] = [_phrase_piece(hit, rivals[hit.span]) for hit in phrases]
    site: list[Piece] = []
    edge = (
        document.blocks[-_EDGE_BLOCKS].span.start
        if len(document.blocks) > _EDGE_BLOCKS
        else len(document.text)
    )
    furniture_spans = [found.span for found in furniture]
    for found in furniture:
        if found.language != document.target_lang:
            site.append(_furniture_piece(found))
    for fragment in fragments:
        if fragment.language in {"und", document.target_lang} or fragment.confidence < 0.5:
            continue
        if any(fragment.span.overlaps(span) for span in furniture_spans):
            continue
        piece = _fragment_piece(document, fragment)
        (site if fragment.own_line and fragment.span.start >= edge else source).append(piece)
    for sign in find_signs(document):
        if sign.language != document.target_lang:
            source.append(Piece(sign.language, sign.weight, sign.text, sign.span))
    return Evidence(document.source_lang, tuple(_unique(source)), tuple(_unique(site)))


def _phrase_piece(hit: Hit, languages: int) -> Piece:
    """The piece that a hit makes; what several languages claim speaks for each of them less."""
    entry = hit.entry
    name = language_name(entry.language)
    if entry.topic is Topic.CALQUES:
        text = f"“{hit.covered}” looks like {name} “{entry.source}”"
        weight = _WEAK if entry.needs_evidence else _STRONG
    else:
        text = f"“{hit.covered}” is the {name} form of “{entry.meaning}”"
        weight = _WEAK if entry.needs_evidence else _FORM
    return Piece(entry.language, weight / languages, text, hit.span, entry.id)


def _furniture_piece(found: FurnitureHit) -> Piece:
    entry = found.hit.entry
    text = f"{language_name(entry.language)} page text “{found.hit.covered}” ({entry.meaning})"
    return Piece(
        entry.language,
        _SHORT_LEFTOVER if found.rivals or found.by_word else _STRONG,
        text,
        found.span,
        entry.id,
    )


def _fragment_piece(document: Document, fragment: Fragment) -> Piece:
    covered = fragment.span.of(document.text)
    shown = covered if len(covered) <= 40 else covered[:39] + "…"
    weight = (_STRONG if fragment.words > 2 else _SHORT_LEFTOVER) * fragment.confidence
    return Piece(fragment.language, weight, f"“{shown}” is {language_name(fragment.language)}", fragment.span)


def _unique(pieces: Iterable[Piece]) -> list[Piece]:
    kept: dict[tuple[str, str], Piece] = {}
    for piece in pieces:
        kept.setdefault((piece.language, piece.entry or piece.text), piece)
    return list(kept.values())


def _total(pieces: Iterable[Piece]) -> float:
    return sum(piece.weight for piece in pieces)


def _strongest(pieces: tuple[Piece, ...]) -> Origin | None:
    totals = {
        language: _total(p for p in pieces if p.language == language)
        for language in {p.language for p in pieces}
    }
    if not totals:
        return None
    best, *others = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    if best[1] < ENOUGH or (others and others[0][1] > 0.75 * best[1]):
        return None
    mine = sorted((p for p in pieces if p.language == best[0]), key=lambda p: (-p.weight, p.span))
    return Origin(best[0], round(best[1], 2), tuple(piece.text for piece in mine))
