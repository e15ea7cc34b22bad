"""Reads and strictly validates the lexicon files."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path

from mtqa.core.errors import LexiconError, did_you_mean
from mtqa.language.entries import NO_GUARD, Entry, Guard, Position, Topic
from mtqa.language.patterns import PatternError, expand
from mtqa.text.views import fold_text

CALQUE_KINDS = frozenset({"false-friend", "calque", "idiom", "name"})
FURNITURE_KINDS = frozenset(
    "comment share subscribe login cookie ad newsletter related read-more tags navigation copyright date pagination print media app "
    "contact search paywall credit byline section support gallery rating".split()
)
NAME_KINDS = frozenset(
    "country city region river person organisation acronym party paper club demonym".split()
)
TERM_KINDS = frozenset(
    "month weekday honorific unit scale currency time ordinal direction abbreviation".split()
)
FLAGS = frozenset({"evidence", "case", "number"})

_REQUIRED = ("id", "kind", "source", "match", "suggest", "note", "bad", "fixed")
_GUARDS = tuple(field.name for field in fields(Guard))
_OPTIONAL = ("good", "needs_evidence", "case", "confidence", *_GUARDS)
_MARKED = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True)
class Lexicon:
    """All entries of all files, with the flat lists."""

    entries: tuple[Entry, ...]
    loanwords: frozenset[str]
    glosses: Mapping[str, Mapping[str, str]]

    def named(self, entry_id: str) -> tuple[Entry, ...]:
        """The entries of that id: at most one of each topic."""
        return tuple(entry for entry in self.entries if entry.id == entry_id)

    def topic(self, *topics: Topic) -> tuple[Entry, ...]:
        """The entries of the given kinds of lexicon."""
        return tuple(entry for entry in self.entries if entry.topic in topics)


def data_folder() -> Path:
    """Where the lexicons that come with mtqa lie."""
    return Path(str(files("mtqa"))) / "data"


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Every lexicon file below a folder (default: the ones that come with mtqa).

    Raises `LexiconError` naming file and entry for an unknown field, a bad pattern, text that is not NFC, an id
    used twice or a missing example.
    """
    root = folder or data_folder()
    entries = tuple(_all_entries(root))
    seen: dict[tuple[Topic, str], Entry] = {}
    for entry in entries:
        key = (entry.topic, entry.id)
        if key in seen:
            raise LexiconError(
                f"{entry.file}: entry {entry.id} already stands in {seen[key].file}; give it an id of its own"
            )
        seen[key] = entry
    return Lexicon(entries, _loanwords(root), _glosses(root))


def _all_entries(root: Path) -> Iterator[Entry]:
    for path in sorted(root.glob("calques/*.toml")):
        yield from read_calques(path)
    for path in sorted(root.glob("furniture/*.tsv")):
        yield from read_furniture(path)
    for topic in (Topic.NAMES, Topic.TERMS):
        for path in sorted(root.glob(f"{topic}/*.tsv")):
            yield from read_forms(path, topic)


def read_calques(path: Path) -> Iterator[Entry]:
    """The entries of one calque file (TOML)."""
    place = f"{path.parent.name}/{path.name}"
    try:
        data = tomllib.loads(_nfc(path.read_text(encoding="utf-8"), place))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{place}: not valid TOML: {error}") from error
    head = data.get("lexicon", {})
    if set(head) != {"source", "target"} or set(data) - {"lexicon", "entry"}:
        raise LexiconError(
            f"{place}: needs a [lexicon] table with source and target, then [[entry]] tables only"
        )
    for item in data.get("entry", []):
        yield _calque(item, head["source"], head["target"], place)


def _calque(item: dict[str, object], source: str, target: str, place: str) -> Entry:
    where = f"{place}: entry {item.get('id', '(without id)')}"
    for field in item:
        if field not in _REQUIRED and field not in _OPTIONAL:
            raise LexiconError(
                f"{where}: unknown field {field!r}{did_you_mean(field, (*_REQUIRED, *_OPTIONAL))}"
            )
    missing = [field for field in _REQUIRED if not item.get(field)]
    if missing:
        raise LexiconError(f"{where}: missing {', '.join(missing)}")
    entry = Entry(
        id=_text(item, "id", where),
        topic=Topic.CALQUES,
        kind=_one_of(_text(item, "kind", where), CALQUE_KINDS, "kind", where),
        language=source,
        target=target,
        patterns=_texts(item, "match", where),
        file=place,
        source=_text(item, "source", where),
        suggestions=_texts(item, "suggest", where),
        note=_text(item, "note", where),
        guard=_guard(item, where),
        needs_evidence=item.get("needs_evidence", False) is True,
        case=item.get("case", False) is True,
        confidence=_share(item.get("confidence", 0.8), where),
        bad=_text(item, "bad", where),
        fixed=_text(item, "fixed", where),
        good=_texts(item, "good", where),
    )
    if len(_MARKED.findall(entry.bad)) != 1:
        raise LexiconError(f"{where}: bad must mark exactly one [[span]]")
    if (entry.guard is not NO_GUARD or entry.needs_evidence) and not entry.good:
        raise LexiconError(f"{where}: a guarded entry needs a good example, where the guard keeps it silent")
    _check_patterns(entry, where)
    return entry


def _guard(item: Mapping[str, object], where: str) -> Guard:
    given = {name: tuple(map(fold_text, _texts(item, name, where))) for name in _GUARDS if name in item}
    return Guard(**given) if given else NO_GUARD


def read_furniture(path: Path) -> Iterator[Entry]:
    """The entries of one furniture file (TSV), named after its language."""
    language = path.stem
    place = f"{path.parent.name}/{path.name}"
    for number, row in _rows(path, ("pattern", "kind", "meaning", "position")):
        where = f"{place}, line {number}"
        if row["position"] not in set(Position):
            raise LexiconError(f"{where}: position {row['position']!r} is none of {', '.join(Position)}")
        entry = Entry(
            id=_furniture_id(language, row["pattern"], Position(row["position"])),
            topic=Topic.FURNITURE,
            kind=_one_of(row["kind"], FURNITURE_KINDS, "kind", where),
            language=language,
            patterns=(row["pattern"],),
            file=place,
            meaning=row["meaning"],
            position=Position(row["position"]),
        )
        _check_patterns(entry, where)
        yield entry


def _furniture_id(language: str, pattern: str, position: Position) -> str:
    """Language and pattern; where single words are listed, position and first word."""
    if position in {Position.WORD, Position.LABEL, Position.PART}:
        first = re.sub(r"\{,*([^{},]*)[^{}]*\}", r"\1", pattern)
        return f"{language}-{position}-{slug(first)}"
    return f"{language}-{slug(pattern)}"


def read_forms(path: Path, topic: Topic) -> Iterator[Entry]:
    """The entries of one file of names or terms (TSV)."""
    place = f"{path.parent.name}/{path.name}"
    kinds = NAME_KINDS if topic is Topic.NAMES else TERM_KINDS
    for number, row in _rows(path, ("form", "language", "english", "kind", "flags")):
        where = f"{place}, line {number}"
        flags = frozenset(row["flags"].split())
        if flags - FLAGS:
            raise LexiconError(f"{where}: unknown flag {', '.join(sorted(flags - FLAGS))}")
        entry = Entry(
            id=f"{row['language']}-{path.stem}-{slug(row['form'])}",
            topic=topic,
            kind=_one_of(row["kind"], kinds, "kind", where),
            language=row["language"],
            patterns=(row["form"],),
            file=place,
            suggestions=(row["english"],),
            meaning=row["english"],
            needs_evidence="evidence" in flags,
            case="case" in flags,
            number="number" in flags,
            confidence=0.85,
        )
        _check_patterns(entry, where)
        yield entry


def _rows(path: Path, header: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    place = f"{path.parent.name}/{path.name}"
    lines = _nfc(path.read_text(encoding="utf-8"), place).split("\n")
    if tuple(lines[0].split("\t")) != header:
        raise LexiconError(f"{place}: the first line must be {' <tab> '.join(header)}")
    for number, line in enumerate(lines[1:], start=2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(header) or any(cell != cell.strip() for cell in cells):
            raise LexiconError(
                f"{place}, line {number}: needs {len(header)} cells without blanks around them"
            )
        yield number, dict(zip(header, cells, strict=True))


def _check_patterns(entry: Entry, where: str) -> None:
    for pattern in entry.patterns:
        try:
            expand(pattern, entry.written_in)
        except PatternError as error:
            raise LexiconError(f"{where}: pattern {pattern!r}: {error}") from error


def _loanwords(root: Path) -> frozenset[str]:
    words: set[str] = set()
    for path in sorted(root.glob("loanwords/*.txt")):
        lines = _nfc(path.read_text(encoding="utf-8"), path.name).splitlines()
        words.update(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))
    return frozenset(words)


def _glosses(root: Path) -> dict[str, dict[str, str]]:
    return {
        path.stem: {row["word"]: row["english"] for _, row in _rows(path, ("word", "english"))}
        for path in sorted(root.glob("glosses/*.tsv"))
    }


def slug(text: str) -> str:
    """A readable name part made of a phrase: folded, with hyphens.

    >>> slug("Bir yanıt yazın")
    'bir-yanit-yazin'
    """
    return re.sub(r"[^\w<>]+", "-", fold_text(text)).strip("-").replace("<", "").replace(">", "")


def _nfc(text: str, place: str) -> str:
    if not unicodedata.is_normalized("NFC", text):
        raise LexiconError(f"{place}: the text is not NFC; save it normalised")
    return text


def _text(item: Mapping[str, object], field: str, where: str) -> str:
    value = item.get(field)
    if not isinstance(value, str) or not value.strip():
        raise LexiconError(f"{where}: {field} must be text")
    return value


def _texts(item: Mapping[str, object], field: str, where: str) -> tuple[str, ...]:
    value = item.get(field, [])
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise LexiconError(f"{where}: {field} must be a list of texts")
    return tuple(value)


def _one_of(value: str, known: Iterable[str], field: str, where: str) -> str:
    if value not in known:
        raise LexiconError(f"{where}: {field} {value!r} is unknown{did_you_mean(value, known)}")
    return value


def _share(value: object, where: str) -> float:
    if not isinstance(value, int | float) or not 0 < value <= 1:
        raise LexiconError(f"{where}: confidence must lie between 0 and 1")
    return float(value)
