"""The article as XLIFF 2.1 with its issues as ITS localization quality issues, for translation tools.

Standards: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html and
https://www.w3.org/TR/its20/#lqissue
"""

from __future__ import annotations

from lxml import etree

from mtqa.core.documents import Block, BlockKind, Document
from mtqa.core.issues import Issue, State
from mtqa.core.languages import UNKNOWN
from mtqa.core.mqm import Category, Severity
from mtqa.core.reviews import Review
from mtqa.core.spans import Span
from mtqa.report.printable import printable, unwritable
from mtqa.report.words import VERDICTS, advice, number, summary, sureness
from mtqa.text.blocks import find_blocks

_XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
_ITS = "http://www.w3.org/2005/11/its"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The scale of ITS ends at 100; the steps follow the weights 1, 5 and 25 of MQM.
_SEVERITIES = {Severity.MINOR: "4", Severity.MAJOR: "20", Severity.CRITICAL: "100"}
# The nearest type of ITS 2.0, appendix C; the MQM category itself stands in the note.
_TYPES = {
    Category.UNTRANSLATED: "untranslated",
    Category.ADDITION: "addition",
    Category.OMISSION: "omission",
    Category.MISTRANSLATION: "mistranslation",
    Category.OVERTRANSLATION: "mistranslation",
    Category.NUMBER: "numbers",
    Category.NAME: "inconsistent-entities",
    Category.TERM: "terminology",
    Category.GRAMMAR: "grammar",
    Category.SPELLING: "misspelling",
    Category.PUNCTUATION: "typographical",
    Category.UNINTELLIGIBLE: "other",
    Category.ENCODING: "characters",
    Category.REPETITION: "duplication",
    Category.STYLE: "style",
    Category.NUMBER_FORMAT: "locale-violation",
    Category.DATE_FORMAT: "locale-violation",
    Category.TIME_FORMAT: "locale-violation",
    Category.CURRENCY_FORMAT: "locale-violation",
    Category.MEASUREMENT: "locale-violation",
    Category.MARKUP: "markup",
}
_PAIRED = "Source and article have the same number of paragraphs and are paired in order."
_UNPAIRED = "The source has another number of paragraphs than the article, so it is not laid beside it."


def write_xliff(review: Review) -> bytes:
    """The review as XLIFF: a unit for each paragraph, a marker for each issue, dismissed ones not enabled."""
    document = review.document
    root = etree.Element(_tag("xliff"), nsmap={None: _XLIFF, "its": _ITS})
    root.set("version", "2.1")
    root.set("srcLang", document.source_lang or (review.source.language if review.source else UNKNOWN))
    root.set("trgLang", document.target_lang or UNKNOWN)
    root.set(_its("version"), "2.0")
    file = etree.SubElement(root, _tag("file"), id="f1", original=printable(document.name or "article"))
    sources = _sources(document)
    _notes(file, [("review", said) for said in _about(review, paired=sources)])
    for place, block in enumerate(_blocks(document)):
        _unit(file, place, block, review, sources[place] if sources else "")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False) + b"\n"


def _blocks(document: Document) -> tuple[Block, ...]:
    return document.blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(document.text))),)


def _sources(document: Document) -> list[str]:
    """The source paragraph of each block, nothing unless both sides have as many."""
    if not document.source:
        return []
    found = [block.span.of(document.source) for block in find_blocks(document.source)]
    return found if len(found) == len(_blocks(document)) else []


def _about(review: Review, *, paired: list[str]) -> list[str]:
    scores = review.scores
    low, high = scores.interval
    said = [
        f"{VERDICTS[scores.verdict][0]}: quality {number(scores.quality)} "
        f"({number(low)} to {number(high)}). {summary(review)}.",
        f"How the scores were made: {scores.signature}",
    ]
    if review.document.source:
        said.append(_PAIRED if paired else _UNPAIRED)
    said += [f"{item.rule} did not run: {item.why}" for item in review.skipped]
    said += [f"{item.rule} failed: {item.error}" for item in review.failures]
    return [*said, *review.notes]


def _unit(file: etree._Element, place: int, block: Block, review: Review, source: str) -> None:
    """One paragraph; an issue over several is marked in each of them."""
    end = _territory_end(review.document, place)
    inside = [issue for issue in review.issues if _touches(issue.span, block.span.start, end)]
    unit = etree.SubElement(file, _tag("unit"), id=f"u{place + 1}", name=block.kind.value)
    unit.set(_SPACE, "preserve")
    _notes(unit, [(issue.rule, _note(issue)) for issue in inside], applies_to="target")
    segment = etree.SubElement(unit, _tag("segment"), id="s1", state="translated")
    _say(etree.SubElement(segment, _tag("source")), source)
    target = etree.SubElement(segment, _tag("target"))
    done = block.span.start
    for index, issue in enumerate(inside, 1):
        start = min(max(issue.span.start, done), block.span.end)
        stop = max(start, min(issue.span.end, block.span.end))
        _say(target, review.document.text[done:start])
        _say(_marker(target, index, issue), review.document.text[start:stop])
        done = stop
    _say(target, review.document.text[done : block.span.end])


def _territory_end(document: Document, place: int) -> int:
    """Where the next block begins, so that every place of the text belongs to one block."""
    blocks = _blocks(document)
    return blocks[place + 1].span.start if place + 1 < len(blocks) else len(document.text) + 1


def _touches(span: Span, start: int, end: int) -> bool:
    return start <= span.start < end or span.start < start < span.end


def _marker(target: etree._Element, index: int, issue: Issue) -> etree._Element:
    marker = etree.SubElement(target, _tag("mrk"), id=f"m{index}", type="itsm:generic")
    marker.set(_its("locQualityIssueType"), _TYPES.get(issue.category, "other"))
    marker.set(_its("locQualityIssueComment"), printable(issue.message))
    marker.set(_its("locQualityIssueSeverity"), _SEVERITIES[issue.severity])
    marker.set(_its("locQualityIssueEnabled"), "no" if issue.state is State.DISMISSED else "yes")
    return marker


def _note(issue: Issue) -> str:
    """All that the marker cannot say: category, certainty, decision, suggestions and evidence."""
    suggestions = [": ".join(filter(None, advice(suggestion))) for suggestion in issue.suggestions]
    facts = [issue.category.value, issue.severity.value, sureness(issue), issue.state.value]
    said = [issue.message, " · ".join(facts), *suggestions, *issue.evidence]
    return "\n".join([*said, issue.comment] if issue.comment else said)


def _notes(parent: etree._Element, notes: list[tuple[str, str]], *, applies_to: str = "") -> None:
    if not notes:
        return
    group = etree.SubElement(parent, _tag("notes"))
    for index, (category, said) in enumerate(notes, 1):
        note = etree.SubElement(group, _tag("note"), id=f"n{index}", category=printable(category))
        if applies_to:
            note.set("appliesTo", applies_to)
        note.text = printable(said)


def _say(element: etree._Element, text: str) -> None:
    """Adds the text behind what the element holds; what XML cannot hold becomes `<cp hex="…"/>`."""
    for stretch, odd in unwritable(text):
        _append(element, stretch)
        if odd:
            etree.SubElement(element, _tag("cp"), hex=f"{ord(odd):04X}")


def _append(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _tag(name: str) -> str:
    return f"{{{_XLIFF}}}{name}"


def _its(name: str) -> str:
    return f"{{{_ITS}}}{name}"
