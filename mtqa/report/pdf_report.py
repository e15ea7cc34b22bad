"""The review as a PDF, set by Typst: tagged for screen readers, for filing and for paper."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib import resources
from typing import Final

import typst

from mtqa.core.documents import Block, BlockKind, Document
from mtqa.core.errors import ConfigError
from mtqa.core.families import FAMILIES
from mtqa.core.issues import Issue, State
from mtqa.core.languages import language_name
from mtqa.core.reviews import Review
from mtqa.core.spans import Span
from mtqa.report.context import context
from mtqa.report.explanations import explained_scores
from mtqa.report.printable import printable, right_to_left
from mtqa.report.tally import category_rows
from mtqa.report.words import (
    STATES,
    VERDICTS,
    advice,
    cap_sentence,
    count,
    decided,
    letter,
    meaning,
    origin_sentences,
    summary,
    sureness,
)

# The first that the machine has is taken; a letter it lacks is sought in all others. The last two come with Typst.
_FONTS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans",
          "Libertinus Serif", "DejaVu Sans Mono")  # fmt: skip
FONT_FOLDER = "MTQA_FONTS"  # the variable that names a folder with further fonts
_ACCESSIBLE: Final = "ua-1"  # refuses letters without a shape, which is how we learn of them
_SHAPELESS = "could not be displayed"  # how Typst says so
_NO_SHAPE = ("Some characters have no shape in the fonts of this machine and show as empty boxes; "
             f"install the Noto fonts, or name a folder of fonts in {FONT_FOLDER}.")  # fmt: skip
_OTHER_COLOUR = "#5b5b60"
Values = dict[str, object]


def write_pdf(review: Review) -> bytes:
    """The review on A4 pages with its text tagged; where the machine lacks fonts for it, the report says so."""
    folder = os.environ.get(FONT_FOLDER, "")
    fonts = typst.Fonts(font_paths=[folder] if folder else [])
    known = set(fonts.families())
    values = _values(review) | {"fonts": [name for name in _FONTS if name in known]}
    try:
        return _set(values, fonts, accessible=True)
    except typst.TypstError as error:
        told = _with_note(values, _NO_SHAPE) if _SHAPELESS in str(error) else values
        return _set(told, fonts, accessible=False)


def _set(values: Values, fonts: typst.Fonts, *, accessible: bool) -> bytes:
    template = resources.files("mtqa.report").joinpath("report.typ").read_bytes()
    inputs = {"review": json.dumps(values)}
    compiler = typst.Compiler(template, font_paths=fonts, sys_inputs=inputs)
    pages = compiler.compile(format="pdf", pdf_standards=_ACCESSIBLE if accessible else None)
    if not isinstance(pages, bytes):
        raise ConfigError("Typst made no PDF; choose another format, such as html.")
    return pages


def _with_note(values: Values, note: str) -> Values:
    sections = values["sections"]
    return values | {
        "sections": [*(sections if isinstance(sections, list) else []), _section("Fonts", [note])]
    }


def _values(review: Review) -> Values:
    document = review.document
    verdict, told = VERDICTS[review.scores.verdict]
    facts = [
        summary(review),
        count(document.words, "word"),
        f"in {language_name(document.target_lang)}",
        decided(review),
    ]
    return {
        "title": _plain(f"Review: {document.name or 'article'}"),
        "facts": " · ".join(filter(None, facts)),
        "verdict": verdict,
        "told": told,
        "caps": [_plain(cap_sentence(cap)) for cap in review.scores.caps],
        "scores": [
            {"name": one.name, "value": one.value, "made": _plain(one.made)}
            for one in explained_scores(review)
        ],
        "origin": [
            {"sentence": _plain(sentence), "pieces": [*map(_plain, pieces)]}
            for sentence, pieces in origin_sentences(review)
        ],
        "matrix": [[str(cell or "–") for cell in row] for row in category_rows(review.issues)],
        "article": list(_article(document, review.issues)),
        "issues": [_issue(document, place, issue) for place, issue in enumerate(review.issues, 1)],
        "sections": list(_sections(review)),
        "signature": _plain(f"How the scores were made: {review.scores.signature}"),
    }


def _sections(review: Review) -> Iterator[Values]:
    gaps = [*(f"{item.rule} did not run: {item.why}" for item in review.skipped),
            *(f"{item.rule} failed: {item.error}" for item in review.failures)]  # fmt: skip
    if gaps:
        yield _section("Not looked at", gaps)
    if review.notes:
        yield _section("Notes", list(review.notes))


def _section(title: str, entries: list[str]) -> Values:
    return {"title": title, "entries": [_plain(entry) for entry in entries]}


def _article(document: Document, issues: tuple[Issue, ...]) -> Iterator[Values]:
    """The paragraphs in pieces; an issue over several is marked in each, its number stands at the first."""
    blocks = document.blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(document.text))),)
    ends = [block.span.start for block in blocks[1:]] + [len(document.text) + 1]
    for block, end in zip(blocks, ends, strict=True):
        inside = [
            (number, issue)
            for number, issue in enumerate(issues, 1)
            if block.span.start <= issue.span.start < end
            or issue.span.start < block.span.start < issue.span.end
        ]
        yield {
            "heading": block.kind in {BlockKind.TITLE, BlockKind.HEADING},
            "rtl": right_to_left(block.span.of(document.text)),
            "lang": _typst_language(document.target_lang),
            "pieces": list(_pieces(document, block.span, inside)),
        }


def _pieces(document: Document, block: Span, issues: list[tuple[int, Issue]]) -> Iterator[Values]:
    done = block.start
    for number, issue in issues:
        start = min(max(issue.span.start, done), block.end)
        end = max(start, min(issue.span.end, block.end))
        yield {"text": _plain(document.text[done:start]), "mark": ""}
        yield _marked(number, issue, document.text[start:end], first=issue.span.start >= block.start)
        done = end
    yield {"text": _plain(document.text[done : block.end]), "mark": ""}


def _marked(number: int, issue: Issue, covered: str, *, first: bool) -> Values:
    family = FAMILIES.get(issue.family)
    decided_so = issue.state is State.ACCEPTED and bool(issue.suggestions)
    return {
        "text": _plain(covered),
        "mark": f"{letter(issue)}{number}",
        "ref": first,
        "state": issue.state.value if decided_so else "",
        "new": _plain(issue.suggestions[0].apply(covered)) if decided_so and first else "",
        "colour": family.hue.light if family else _OTHER_COLOUR,
    }


def _issue(document: Document, place: int, issue: Issue) -> Values:
    family = FAMILIES.get(issue.family)
    state = "" if issue.state is State.OPEN else f" ({STATES[issue.state]})"
    around = context(document, issue)
    said = [meaning(issue), *(": ".join(filter(None, advice(item))) for item in issue.suggestions)]
    comment = f"Comment: {issue.comment}" if issue.comment else ""
    facts = [issue.severity.value, family.label if family else issue.family, issue.category.value, issue.rule,
             f"line {issue.line}", sureness(issue)]  # fmt: skip
    return {
        "title": _plain(f"{letter(issue)}{place}  {issue.message}{state}"),
        "context": [_plain(part) for part in around],
        "rtl": right_to_left("".join(around)),
        "said": [_plain(line) for line in (*said, *issue.evidence, comment) if line],
        "facts": _plain(" · ".join(facts)),
    }


def _plain(text: str) -> str:
    """The text as it can be set: Typst gives a tab no width."""
    return printable(text).replace("\t", " ")


def _typst_language(code: str) -> str:
    """The code if it has the two or three letters that Typst wants, else that for no language."""
    return code if code.isascii() and code.isalpha() and len(code) in {2, 3} else "und"
