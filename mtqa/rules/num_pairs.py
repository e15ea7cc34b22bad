"""NUM: numbers of the source that the translation changed, dropped or left in the source's form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, Suggestion, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, Scope, rule
from mtqa.rules.num_values import SCALED, Number, english_number_words, read_numbers
from mtqa.text import read_document

# Up to here numbers are often written out, rounded away or implied ("two" for a dual, "one" for an article).
_SMALL = 20
_HOURS = 12
_MINUTES = 60
_CENTURIES = range(1000, 2100, 100)
_THOUSAND = 1000
_LARGEST_PLAIN = 1_000_000


@rule(
    "NUM031",
    "changed-number",
    summary="A number that the source has not, where the source has another.",
    why="Wrong figures are the costliest errors of an engine: they read smoothly and nobody doubts them. Scale words "
    "such as Dutch “miljard” (billion) and decimal signs are understood before numbers are compared.",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    scope=Scope.PAIR,
    examples=(
        Example(
            "The city sent [[15,200]] men to the border.",
            fixed="The city sent 12,500 men to the border.",
            source="De stad stuurde 12.500 man naar de grens.",
            source_lang="nl",
        ),
        Example(
            "It cost [[3.5 million]] euros in all.",
            source="Het kostte in totaal 3,5 miljard euro.",
            source_lang="nl",
        ),
        Example(
            "It cost 3.5 billion euros and took twenty-five days, until 24 February 2022 at 2:30 pm.",
            source="Het kostte 3,5 miljard euro en duurde 25 dagen, tot 24.02.2022 om 14.30 uur.",
            source_lang="nl",
        ),
        Example("The city sent 12,500 men.", source="De stad stuurde 12.500 man.", source_lang="nl"),
    ),
)
def changed_number(document: Document, context: Context) -> Iterator[Finding]:
    """Unmatched numbers of the translation that stand against unmatched ones of the source."""
    for stretch, missing, added in _compared(document):
        for lost, found in zip(missing, added, strict=False):
            original = lost.span.of(stretch.source)
            yield Finding(
                found.span.shifted(stretch.start),
                f"The source has {_shown(original)} here; check the number.",
                0.85 if len(missing) == len(added) else 0.6,
                evidence=(f"source: {original}",),
                suggestions=_rewritten(lost, document.target_lang),
            )


@rule(
    "NUM032",
    "missing-number",
    summary="A number of the source that the translation lacks.",
    why="Dropped figures are dropped facts. Numbers up to twenty are let pass, since they are often written out or "
    "implied.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    scope=Scope.PAIR,
    examples=(
        Example(
            "The city sent men to the [[border]].",
            source="De stad stuurde 12.500 man naar de grens.",
            source_lang="nl",
        ),
        Example(
            "Der Bau kostete die Stadt sehr viel [[Geld]].",
            source="The work cost the city 3,480 euros.",
            source_lang="en",
            target_lang="de",
        ),
        Example("The city sent three men.", source="De stad stuurde 3 man.", source_lang="nl"),
        Example("The city sent 12,500 men.", source="De stad stuurde 12.500 man.", source_lang="nl"),
    ),
)
def missing_number(document: Document, context: Context) -> Iterator[Finding]:
    """Unmatched numbers of the source without a counterpart, at the last word of the stretch that should hold them."""
    for stretch, missing, added in _compared(document):
        left = [number for number in missing[len(added) :] if number.value > _SMALL or number.value % 1]
        place = _last_word(document, stretch)
        if not left or place is None:
            continue
        originals = ", ".join(number.span.of(stretch.source) for number in left[:4])
        yield Finding(
            place,
            f"The source has {_shown(originals)} in this passage; put it in.",
            0.7,
            evidence=(f"source: {originals}",),
        )


@rule(
    "NUM033",
    "unlocalised-number",
    summary="A number copied in the source's form, which means another value in the target language.",
    why="Dutch 12.500 is English 12,500. Copied as it stands, the figure shrinks to a thousandth or grows to the "
    "thousandfold.",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MAJOR,
    scope=Scope.PAIR,
    examples=(
        Example(
            "Een groep van [[12,500]] man trok op.",
            fixed="Een groep van 12.500 man trok op.",
            source="A group of 12,500 men marched.",
            source_lang="en",
            target_lang="nl",
        ),
        Example(
            "The index stood at [[2.500]] in May.",
            fixed="The index stood at 2,500 in May.",
            source="De index stond in mei op 2.500 punten.",
            source_lang="nl",
        ),
        Example(
            "The index stood at 2,500 in May.", source="De index stond in mei op 2.500.", source_lang="nl"
        ),
        Example("The ratio was 2.500 in May.", source="De verhouding was 2,500 in mei.", source_lang="nl"),
    ),
)
def unlocalised_number(document: Document, context: Context) -> Iterator[Finding]:
    """Thousands with the digits and signs of a source number that the target language reads as another value."""
    if document.source is None or document.source_lang is None:
        return
    originals = {
        n.span.of(document.source): n.value for n in read_numbers(document.source, document.source_lang)
    }
    for number in read_numbers(document.text, document.target_lang):
        written = number.span.of(document.text)
        value = originals.get(written)
        if (
            value is None
            or value == number.value
            or value < _THOUSAND
            or value % 1
            or value not in number.readings
        ):
            continue
        yield Finding(
            number.span,
            "The number kept the source's signs and means another value here; set the right ones.",
            0.9,
            evidence=(f"source: {written}",),
            suggestions=(replace(_written(value, document.target_lang)),),
        )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A passage of the translation, from `start`, and the passage of the source that it renders."""

    start: int
    target: str
    source: str


def _stretches(document: Document) -> tuple[_Stretch, ...]:
    """Paragraph beside paragraph where source and translation have equally many, else the whole texts."""
    if document.source is None:
        return ()
    source = read_document(document.source)
    if len(source.blocks) != len(document.blocks):
        return (_Stretch(0, document.text, document.source),)
    return tuple(
        _Stretch(mine.span.start, mine.span.of(document.text), theirs.span.of(document.source))
        for mine, theirs in zip(document.blocks, source.blocks, strict=True)
    )


def _compared(document: Document) -> Iterator[tuple[_Stretch, list[Number], list[Number]]]:
    """Each stretch with the source's numbers that the translation has nowhere, and the other way round.

    Both are looked for in the whole other text, since sentences move between paragraphs.
    """
    target_values = _values(read_numbers(document.text, document.target_lang))
    if document.target_lang == "en":
        target_values |= english_number_words(document.text)
    source_values = _values(read_numbers(document.source or "", document.source_lang))
    for stretch in _stretches(document):
        sources = read_numbers(stretch.source, document.source_lang)
        targets = read_numbers(stretch.target, document.target_lang)
        missing = [
            n for n in sources if not _has(n, target_values) and not (n.value <= 3 and n.value % 1 == 0)
        ]
        added = [n for n in targets if not _has(n, source_values) and n.value > _SMALL]
        if document.source_lang not in SCALED:
            missing, added = _with_other_figures(stretch, missing, added)
        yield stretch, missing, added


def _with_other_figures(
    stretch: _Stretch, missing: list[Number], added: list[Number]
) -> tuple[list[Number], list[Number]]:
    """Only the numbers whose figures differ, for languages whose scale words are not known."""
    shared = {_figures(stretch.source, n) for n in missing} & {_figures(stretch.target, n) for n in added}
    return (
        [n for n in missing if _figures(stretch.source, n) not in shared],
        [n for n in added if _figures(stretch.target, n) not in shared],
    )


def _figures(text: str, number: Number) -> str:
    """The figures of a number as ASCII digits, without signs and scale words."""
    return "".join(str(int(character)) for character in number.span.of(text) if character.isdecimal())


def _values(numbers: Iterator[Number]) -> frozenset[Decimal]:
    """All readings, and what else the same figures may stand for: a decade, the hour after noon."""
    found: set[Decimal] = set()
    for number in numbers:
        found |= number.readings
        value = number.value
        if value == value.to_integral_value():
            if 1000 < value < 2100:
                found.add(value % 100)
            if value <= _HOURS:
                found.add(value + _HOURS)
        else:
            found.update(_clock(value))
    return frozenset(found)


def _has(number: Number, values: frozenset[Decimal]) -> bool:
    """Whether one reading is among the values, or all parts of a time, year pair or century are."""
    if number.readings & values:
        return True
    value = number.value
    time = _clock(value)
    if time:
        hour, minutes, *later = time
        return minutes in values and not values.isdisjoint((hour, hour - _HOURS, *later))
    return 0 < value < 100 and any(year + value in values for year in _CENTURIES)


def _clock(value: Decimal) -> tuple[Decimal, ...]:
    """Hour, minutes and the hour after noon, if the value may be a time of day; else nothing."""
    hour = value.to_integral_value(rounding="ROUND_FLOOR")
    minutes = (value - hour) * 100
    if value == hour or minutes != minutes.to_integral_value() or minutes >= _MINUTES or hour > 2 * _HOURS:
        return ()
    return hour, minutes, hour + _HOURS


def _last_word(document: Document, stretch: _Stretch) -> Span | None:
    inside = document.tokens.between(stretch.start, stretch.start + len(stretch.target))
    words: Sequence[int] = [i for i in inside if document.tokens.texts[i][0].isalnum()]
    return document.tokens.span(words[-1]) if words else None


def _shown(original: str) -> str:
    return original if len(original) <= 40 else original[:39] + "…"


def _rewritten(number: Number, language: str) -> tuple[Suggestion, ...]:
    """The source's number in the target's form, where no scale word must be translated with it."""
    return (replace(_written(number.value, language)),) if number.value < _LARGEST_PLAIN else ()


def _written(value: Decimal, language: str) -> str:
    """The value in figures as the language groups them."""
    english = f"{value:,}"
    return english if language == "en" else english.translate(str.maketrans(",.", ".,"))
