"""ENT: one name in two spellings within an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from mtqa.core.documents import Document, TokenKind
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.language.entries import Topic
from mtqa.language.transliteration import is_given_name, same_given_name, sound_keys
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule
from mtqa.text.views import plain_marks

_SHORTEST = 5  # letters; shorter names of different people look alike too often (Ana, Anna)
_SHORTEST_ALONE = 6  # the same without a first name or title in common
_ESTABLISHED = (
    5e-7  # share of running text from which a name counts as known in this spelling (Philip, Phillip)
)
# Words before a name that tell who is meant, capitalised or not; any other capitalised word there is a first name.
_TITLES = frozenset(
    "president minister chancellor premier secretary mayor governor senator general colonel king queen prince princess judge coach "
    "director professor bishop pope ambassador spokesman spokeswoman prosecutor captain goalkeeper striker midfielder defender "
    "mr mrs ms dr city port lake river mount region province oblast district".split()
)
_GLOSS = 4  # code points between two spellings of which one explains the other: “Odessa (Odesa)”
_WITH_NEIGHBOUR, _ALONE = 0.8, 0.65


@dataclass
class _Form:
    """A spelling: where it stands, and the words beside it."""

    text: str
    spans: list[Span] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    first_names: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    inside: bool = False  # stands within a sentence at least once


@dataclass(frozen=True)
class _Pair:
    """Two spellings of one name, and how sure it is that they are."""

    kept: _Form
    odd: _Form
    confidence: float


@rule(
    "ENT005",
    "name-in-two-spellings",
    summary="One name is spelt in two ways in the article.",
    why="Engines decide about each sentence alone: Zelensky in one becomes Selenskyj in the next, Guillermo turns into "
    "William. Readers wonder whether two people are meant. Use one spelling throughout.",
    category=Category.NAME,
    severity=Severity.MINOR,
    scope=Scope.DOCUMENT,
    targets=("en", "fr", "es", "it", "nl", "pt"),
    examples=(
        Example(
            "Mayor Tarasenko visited the bridge. In the evening Mayor Tarasenko met the builders. “It is safe,” said Mayor "
            "[[Tarassenko]] on Friday.",
            fixed="Mayor Tarasenko visited the bridge. In the evening Mayor Tarasenko met the builders. “It is safe,” said "
            "Mayor Tarasenko on Friday.",
        ),
        Example("The prize went to Philip Marsh in March, and to Phillip Brown in May."),
        Example("They live in Odessa (Odesa in Ukrainian), a city by the sea."),
    ),
)
def name_in_two_spellings(document: Document, context: Context) -> Iterator[Finding]:
    """Spellings that differ by habit of transliteration, and given names in two languages before one surname."""
    forms = _forms(document)
    reported: set[str] = set()
    for pair in _pairs(forms, context):
        if pair.odd.text not in reported and not _glossed(pair.kept, pair.odd):
            reported.add(pair.odd.text)
            yield from (_finding(span, pair) for span in pair.odd.spans)


def _pairs(forms: Mapping[str, _Form], context: Context) -> Iterator[_Pair]:
    yield from _listed(forms, context)
    yield from _translated(forms, context)
    for one, other in _alike(forms):
        confidence = _confidence(one, other, context)
        if confidence is not None:
            yield _pair(one, other, context, confidence)


def _pair(one: _Form, other: _Form, context: Context, confidence: float) -> _Pair:
    """The pair with the spelling to keep first: the one that the target language knows, or else the more frequent."""
    kept, odd = sorted(
        (one, other),
        key=lambda form: (
            _share(form, context) < _ESTABLISHED,
            -len(form.spans),
            -_share(form, context),
            form.spans[0],
        ),
    )
    return _Pair(kept, odd, confidence)


def _forms(document: Document) -> Mapping[str, _Form]:
    """The capitalised words of a document by lower-case spelling, without the possessive ending."""
    forms: dict[str, _Form] = {}
    tokens = document.tokens
    starts = {sentence.start for sentence in document.sentences}
    for i, (start, kind, text) in enumerate(zip(tokens.starts, tokens.kinds, tokens.texts, strict=True)):
        name = _without_possessive(text)
        if kind is not TokenKind.WORD or len(name) < _SHORTEST or not _is_name(name):
            continue
        form = forms.setdefault(plain_marks(name).lower(), _Form(name))
        form.spans.append(Span(start, start + len(name)))
        form.inside |= start not in starts and i > 0 and tokens.kinds[i - 1] is TokenKind.WORD
        if i and start not in starts:
            _add_before(form, tokens.texts[i - 1], opens=tokens.starts[i - 1] in starts)
        if i + 1 < len(tokens) and _is_name(tokens.texts[i + 1]):
            form.after.add(_without_possessive(tokens.texts[i + 1]).lower())
    return forms


def _add_before(form: _Form, word: str, *, opens: bool) -> None:
    if word.lower().rstrip(".") in _TITLES:
        form.titles.add(word.lower().rstrip("."))
    elif _is_name(word) and not opens:
        form.first_names.add(word.lower())


def _without_possessive(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _is_name(text: str) -> bool:
    """Whether a word is capitalised, but not all in capitals: Sisi, al-Sisi, not SISI."""
    last = text.rsplit("-", 1)[-1]
    return last[:1].isupper() and not text.isupper() and last[1:].islower()


def _alike(forms: Mapping[str, _Form]) -> Iterator[tuple[_Form, _Form]]:
    by_key: dict[str, set[str]] = defaultdict(set)
    for name, form in forms.items():
        for key in sound_keys(name) if form.inside else ():
            by_key[key].add(name)
    pairs = {pair for names in by_key.values() if len(names) > 1 for pair in combinations(sorted(names), 2)}
    yield from ((forms[one], forms[other]) for one, other in sorted(pairs))


def _translated(forms: Mapping[str, _Form], context: Context) -> Iterator[_Pair]:
    """Given names in two languages before one surname; the bearer's own is the one less usual in the target language."""
    given = sorted(name for name in forms if is_given_name(name))
    for one, other in combinations(given, 2):
        if same_given_name(one, other) and forms[one].after & forms[other].after:
            kept, odd = sorted(
                (forms[one], forms[other]), key=lambda form: (-len(form.spans), _share(form, context))
            )
            yield _Pair(kept, odd, _WITH_NEIGHBOUR)


_LISTED_KINDS = frozenset({"city", "region", "river", "person"})


def _listed(forms: Mapping[str, _Form], context: Context) -> Iterator[_Pair]:
    """Forms that the name lists hold for doubtful alone, beside the target's own form of the name: Kiev and Kyiv.

    A form within a longer name is left alone: Slavia Praha plays in Prague.
    """
    for hit in context.phrases:
        entry = hit.entry
        if entry.topic is Topic.NAMES and entry.kind in _LISTED_KINDS and entry.needs_evidence:
            odd, kept = forms.get(hit.covered.lower()), forms.get(entry.meaning.lower())
            if odd and kept and odd is not kept and not (odd.first_names or odd.after):
                yield _Pair(kept, odd, _WITH_NEIGHBOUR)


def _confidence(one: _Form, other: _Form, context: Context) -> float | None:
    """How sure it is that both mean one name, None where they may well be two."""
    if (one.titles & other.titles or one.first_names & other.first_names or one.after & other.after) and not (
        _is_house_style(one.text, other.text)
    ):
        return _WITH_NEIGHBOUR
    both_established = min(_share(one, context), _share(other, context)) > _ESTABLISHED
    if (
        both_established
        or _only_sibilant(one.text, other.text)
        or min(len(one.text), len(other.text)) < _SHORTEST_ALONE
    ):
        return None
    two_people = one.first_names and other.first_names
    return None if two_people else _ALONE


def _is_house_style(one: str, other: str) -> bool:
    """Whether two words differ as British and American English do: Organisation, Organization."""
    return re.sub(r"is(?=[aei])", "iz", one.lower()) == re.sub(r"is(?=[aei])", "iz", other.lower())


def _only_sibilant(one: str, other: str) -> bool:
    """Whether “ch” against “sh” is all that differs, which English and pinyin tell apart: Changhai, Shanghai."""
    return one.lower().replace("ch", "sh") == other.lower().replace("ch", "sh")


def _share(form: _Form, context: Context) -> float:
    words, target = context.words, context.document.target_lang
    return words.frequency(form.text.lower(), target) if words and target in words.languages else 0.0


def _glossed(one: _Form, other: _Form) -> bool:
    """Whether one spelling stands right beside the other, to explain it."""
    return any(
        -_GLOSS <= left.start - right.end <= _GLOSS or -_GLOSS <= right.start - left.end <= _GLOSS
        for left in one.spans
        for right in other.spans
    )


def _finding(span: Span, pair: _Pair) -> Finding:
    kept, odd = pair.kept, pair.odd
    times = len(kept.spans)
    return Finding(
        span=span,
        message=f"“{odd.text}” is spelt “{kept.text}” elsewhere in the article; use one spelling.",
        confidence=pair.confidence,
        evidence=(
            f"“{kept.text}” stands {times} time{'s' if times > 1 else ''}, “{odd.text}” {len(odd.spans)}",
            *(
                ("both stand beside the same words, or in the name lists",)
                if pair.confidence == _WITH_NEIGHBOUR
                else ()
            ),
        ),
        suggestions=(replace(kept.text),),
    )
