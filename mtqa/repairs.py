"""From issues to edits: which repairs to make, and how a deletion takes the white space with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mtqa.core.edits import Edit
from mtqa.core.issues import Action, Issue, State, Suggestion
from mtqa.core.spans import Span
from mtqa.text.articles import needs_an

# A repair that nobody has looked at must be this sure, even where it is safe in kind.
_SURE = 0.8


def safe_repairs(text: str, issues: Iterable[Issue], language: str) -> tuple[Edit, ...]:
    """The repairs that may be made unseen: open issues, sure enough, with a safe first suggestion."""
    return _edits(
        text,
        (
            (i, i.suggestions[0])
            for i in issues
            if _is_open(i) and i.suggestions[0].safe and i.confidence >= _SURE
        ),
        language,
    )


def all_repairs(text: str, issues: Iterable[Issue], language: str) -> tuple[Edit, ...]:
    """The first suggestion of every open issue that has one."""
    return _edits(text, ((i, i.suggestions[0]) for i in issues if _is_open(i)), language)


def _is_open(issue: Issue) -> bool:
    return bool(issue.suggestions) and issue.state is not State.DISMISSED


def _edits(text: str, chosen: Iterable[tuple[Issue, Suggestion]], language: str) -> tuple[Edit, ...]:
    return joined(text, (repair(text, issue.span, suggestion) for issue, suggestion in chosen), language)


def repair(text: str, span: Span, suggestion: Suggestion) -> Edit:
    """The edit that carries out a suggestion."""
    new = suggestion.apply(span.of(text))
    return deletion(text, span) if suggestion.action is Action.DELETE or not new else Edit(*span, new)


def deletion(text: str, span: Span) -> Edit:
    """The edit that deletes a span with the white space that would be left over: the line of a line that goes, one of
    two spaces elsewhere.
    """
    start, end = span
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if not before.strip() and not after.strip():
        return _line_deletion(text, line_start, line_end)
    if not before.strip():
        end += len(after) - len(after.lstrip())
    elif not after.strip() or (before[-1].isspace() and after[0] in " \t.,;:!?)"):
        start -= len(before) - len(before.rstrip())
    return Edit(start, end, "")


def _line_deletion(text: str, start: int, end: int) -> Edit:
    """A whole line goes with its line end, and with the blank lines after it if blank lines stand before it too."""
    rest = text[end:]
    if not rest.strip():
        return Edit(len(text[:start].rstrip()), end, "")
    if start == 0 or text[:start].endswith(("\n\n", "\n\r\n")):
        return Edit(start, end + len(rest) - len(rest.lstrip("\r\n")), "")
    return Edit(start, end + rest.index("\n") + 1, "")


def joined(text: str, edits: Iterable[Edit], language: str) -> tuple[Edit, ...]:
    """The edits in order, with deletions that meet made one, and none taking white space from a new wording.

    Deletions up to the end of the text take the blank lines before them too, so that it ends as it did. In English, "a" and
    "an" before a new wording are made to fit it.
    """
    every = tuple(_merged(edits))
    if language == "en":
        every = tuple(_with_article(text, every))
    if not every or every[-1].text or text[every[-1].end :].strip():
        return every
    *others, last = every
    if not text[: last.start].endswith("\n"):
        return every
    floor = others[-1].end if others else 0
    return (*others, Edit(max(floor, len(text[: last.start].rstrip())), last.end, ""))


_ARTICLE_BEFORE = re.compile(r"(?<![\w'’.*/-])(an?|An?) (?=[\"“‘(]?$)")
_FIRST_WORD = re.compile(r"[\"“‘(]?([A-Za-z]\w*|\d[\d.,]*)")


def _with_article(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits, those behind an article that no longer fits stretched over it."""
    done = 0
    for edit in edits:
        changed = _article_changed(text, edit)
        yield changed if changed.start >= done else edit
        done = edit.end


def _article_changed(text: str, edit: Edit) -> Edit:
    near = max(0, edit.start - 5)  # an article, a blank, a quotation mark, and what stands before them
    before = _ARTICLE_BEFORE.search(text[near : edit.start])
    old, new = _FIRST_WORD.match(text, edit.start), _FIRST_WORD.match(edit.text)
    if before is None or old is None or new is None:
        return edit
    article, needed = before[1], needs_an(new[1])
    if needed is None or needed == (len(article) == 2) or needs_an(old[1]) == needed:
        return edit  # it fits, or nobody can tell, or it did not fit before: then it is an issue of its own
    start = near + before.start()
    between = text[start + len(article) : edit.start]
    return Edit(start, edit.end, article[0] + ("n" if needed else "") + between + edit.text)


def _merged(edits: Iterable[Edit]) -> Iterator[Edit]:
    held: Edit | None = None
    for edit in sorted(edits, key=lambda item: (item.start, item.end)):
        if held and not held.text and not edit.text and edit.start <= held.end:
            held = Edit(held.start, max(held.end, edit.end), "")
        elif held and edit.start < held.end:
            if held.text and edit.text:
                continue
            meeting = held.end if held.text else edit.start
            yield Edit(held.start, meeting, held.text)
            held = Edit(meeting, max(meeting, edit.end), edit.text)
        else:
            if held:
                yield held
            held = edit
    if held:
        yield held
