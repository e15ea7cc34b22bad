"""The article in the HTML report, with a mark at each issue."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.core.documents import Block, BlockKind, Document
from mtqa.core.issues import Issue, State
from mtqa.core.spans import Span
from mtqa.report.html_text import attribute, family_class, text
from mtqa.report.words import letter

_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)
Numbered = tuple[int, Issue]


def marked_article(
    document: Document, issues: tuple[Issue, ...], *, anchors: frozenset[int] = frozenset()
) -> str:
    """The blocks of the article in order, issues marked, numbered and linked to their entry `#i…`.

    The blocks with an index in `anchors` can be linked to as `#p…`, counted from 1.

    An issue over several blocks is marked in each of them; the first mark bears its anchor `s…`. An issue
    that covers no visible text leaves its number where it stands.
    """
    waiting = list(enumerate(issues, 1))[::-1]
    open_issues: list[Numbered] = []
    anchored: set[int] = set()
    out: list[str] = []
    for index, (block, end) in enumerate(_territories(document)):
        while waiting and waiting[-1][1].span.start < end:
            open_issues.append(waiting.pop())
        anchor = f' id="p{index + 1}"' if index in anchors else ""
        out.append(_block(document, block, open_issues, anchored, anchor))
        open_issues = [(number, issue) for number, issue in open_issues if issue.span.end > end]
    return "\n".join(out)


def _territories(document: Document) -> Iterator[tuple[Block, int]]:
    """Each block with where the next begins, so that every place of the text belongs to one block."""
    blocks = document.blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(document.text))),)
    ends = [block.span.start for block in blocks[1:]] + [len(document.text) + 1]
    yield from zip(blocks, ends, strict=True)


def _block(document: Document, block: Block, issues: list[Numbered], anchored: set[int], anchor: str) -> str:
    tag = "h3" if block.kind in _HEADINGS else "p"
    out: list[str] = []
    done = block.span.start
    for number, issue in issues:
        start = min(max(issue.span.start, done), block.span.end)
        end = max(start, min(issue.span.end, block.span.end))
        out += (text(document.text[done:start]), _mark(number, issue, document.text[start:end], anchored))
        done = end
    out.append(text(document.text[done : block.span.end]))
    return f'<{tag}{anchor} class="{block.kind}" dir="auto">{"".join(out)}</{tag}>'


def _mark(number: int, issue: Issue, covered: str, anchored: set[int]) -> str:
    first = number not in anchored
    anchored.add(number)
    anchor = f' id="s{number}"' if first else ""
    reference = (f'<a class="ref" href="#i{number}" aria-label="issue {number}: {attribute(issue.message)}">'
                 f"{text(letter(issue))}{number}</a>") if first else ""  # fmt: skip
    body = _decided(issue, covered) if issue.state is State.ACCEPTED and first else text(covered)
    title = f' title="{attribute(issue.message)}"'
    return f'<mark class="{family_class(issue)} {issue.state}"{anchor}{title}>{body}{reference}</mark>'


def _decided(issue: Issue, covered: str) -> str:
    """What stood there and what the accepted (first) suggestion puts in its place."""
    if not issue.suggestions:
        return text(covered)
    new = issue.suggestions[0].apply(covered)
    deleted = f"<del>{text(covered)}</del>" if covered else ""
    return deleted + (f" <ins>{text(new)}</ins>" if new else "")
