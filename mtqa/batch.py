"""Reviews many rows: one line of JSON a row, in input order, written whole or not at all."""

from __future__ import annotations

import csv
import itertools
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple, TextIO

from mtqa.api import READ_AHEAD, Request, review_many
from mtqa.core.config import Config
from mtqa.core.errors import InputError, MtqaError
from mtqa.core.reviews import Review
from mtqa.report.json_report import review_to_dict

_FIELDS = frozenset({"id", "target", "source", "reference", "source_lang", "target_lang"})
_PART = ".part"


@dataclass
class Summary:
    """What a batch came to."""

    rows: int = 0
    errors: int = 0
    words: int = 0
    seconds: float = 0.0
    rules: Counter[str] = field(default_factory=Counter)

    def text(self, output: str) -> str:
        """One line for people."""
        rate = self.words / self.seconds if self.seconds else 0.0
        top = ", ".join(f"{rule} {count:,}" for rule, count in self.rules.most_common(5)) or "none"
        return (
            f"{output}: {self.rows:,} rows, {self.words:,} words, {self.seconds:.1f} s ({rate:,.0f} words/s); "
            f"{self.errors:,} rows could not be read; commonest issues: {top}"
        )


def run_batch(
    source: str,
    output: str,
    *,
    config: Config,
    source_lang: str = "auto",
    target_lang: str = "auto",
    workers: int = 1,
    resume: bool = False,
) -> Summary:
    """Reviews every row of `source` (JSONL, CSV or TSV by suffix; `-` is standard input as JSONL) into `output`.

    A row that cannot be reviewed gives `{"id", "error"}` and stops nothing. The output appears when it is complete; until
    then it grows beside it as `….part`, where `resume` takes it up.
    """
    rows = _rows(source)
    review = partial(review_rows, config=config, source_lang=source_lang, target_lang=target_lang)
    started = time.perf_counter()
    summary = Summary()
    if output == "-":
        _write(sys.stdout, _reviewed(rows, review, workers), summary)
    else:
        part = Path(output + _PART)
        done = _lines(part) if resume and part.exists() else 0
        for _ in itertools.islice(rows, done):
            summary.rows += 1
        try:
            with part.open("a" if done else "w", encoding="utf-8") as stream:
                _write(stream, _reviewed(rows, review, workers), summary)
        except OSError as error:
            raise InputError(
                f"{output}: cannot be written ({error.strerror}); check the folder and the space left."
            ) from error
        except MtqaError:
            part.unlink(missing_ok=True)
            raise
        part.replace(output)
    summary.seconds = time.perf_counter() - started
    return summary


class Line(NamedTuple):
    """An output line with what the summary counts. `words` is None for a row that could not be reviewed."""

    text: str
    words: int | None
    rules: tuple[str, ...]


def review_rows(
    rows: Sequence[Mapping[str, object] | str], *, config: Config, source_lang: str, target_lang: str
) -> list[Line]:
    """The output line of each input row; a row given as text is the reason why it could not be read."""
    requests = [_request_of(row, source_lang, target_lang) for row in rows]
    reviews = review_many([one for one in requests if isinstance(one, Request)], config=config)
    return [
        _line(row, next(reviews) if isinstance(one, Request) else one)
        for row, one in zip(rows, requests, strict=True)
    ]


def _request_of(row: Mapping[str, object] | str, source_lang: str, target_lang: str) -> Request | InputError:
    if isinstance(row, str):
        return InputError(row)
    try:
        return _request(row, source_lang, target_lang)
    except InputError as error:
        return error


def _line(row: Mapping[str, object] | str, review: Review | InputError) -> Line:
    name = None if isinstance(row, str) else row.get("id")
    if isinstance(row, str) or isinstance(review, InputError):
        return Line(_dump({"id": name, "error": str(review)}), None, ())
    carried = {name: value for name, value in row.items() if name not in _FIELDS}
    text = _dump({"id": name, **carried, **review_to_dict(review)})
    return Line(text, review.document.words, tuple(issue.rule for issue in review.issues))


def _dump(row: Mapping[str, object]) -> str:
    return (
        json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .replace("\x85", "\\u0085")
    )


def _request(row: Mapping[str, object], source_lang: str, target_lang: str) -> Request:
    values = {name: row.get(name) for name in _FIELDS - {"id"}}
    for name, value in values.items():
        if value is not None and not isinstance(value, str):
            raise InputError(f"field {name!r} must be text, not {type(value).__name__}.")
    target = values["target"]
    if target is None:
        raise InputError("the row has no field 'target'.")
    return Request(
        text=str(target),
        source=_text(values["source"]),
        reference=_text(values["reference"]),
        source_lang=_text(values["source_lang"]) or source_lang,
        target_lang=_text(values["target_lang"]) or target_lang,
        name=str(row.get("id", "")),
    )


def _text(value: object) -> str | None:
    return str(value) if value else None


def _reviewed(
    rows: Iterable[Mapping[str, object] | str], review: partial[list[Line]], workers: int
) -> Iterator[Line]:
    ahead = iter(rows)
    chunks = iter(lambda: list(itertools.islice(ahead, READ_AHEAD)), [])
    if workers == 1:
        yield from itertools.chain.from_iterable(map(review, chunks))
        return
    with ProcessPoolExecutor(workers) as pool:
        while some := list(itertools.islice(chunks, 4 * workers)):
            yield from itertools.chain.from_iterable(pool.map(review, some))


def _write(stream: TextIO, lines: Iterable[Line], summary: Summary) -> None:
    for line in lines:
        stream.write(line.text + "\n")
        summary.rows += 1
        summary.errors += line.words is None
        summary.words += line.words or 0
        summary.rules.update(line.rules)


def _lines(path: Path) -> int:
    """Complete lines of a part; a last line cut off is removed."""
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        with path.open("r+b") as stream:
            stream.truncate(whole)
    return data.count(b"\n")


def _rows(source: str) -> Iterator[Mapping[str, object] | str]:
    if source == "-":
        return _json_rows(sys.stdin.buffer)
    path = Path(source)
    if not path.is_file():
        raise InputError(f"{source}: there is no such file; check the path.")
    suffix = path.suffix.lower()
    if suffix in {".csv", ".tsv"}:
        return _table_rows(path, "\t" if suffix == ".tsv" else ",")
    if suffix in {".parquet", ".xlsx"}:
        raise InputError(f"{source}: {suffix[1:]} is not read yet; save it as JSONL, CSV or TSV.")
    return _json_file(path)


def _json_file(path: Path) -> Iterator[Mapping[str, object] | str]:
    with path.open("rb") as stream:
        yield from _json_rows(stream)


def _json_rows(stream: Iterable[bytes]) -> Iterator[Mapping[str, object] | str]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield f"line {number} is not JSON; each line must be one JSON object."
            continue
        yield row if isinstance(row, dict) else f"line {number} is not a JSON object."


def _table_rows(path: Path, delimiter: str) -> Iterator[Mapping[str, object] | str]:
    csv.field_size_limit(1 << 27)
    with path.open(encoding="utf-8-sig", newline="", errors="strict") as stream:
        try:
            reader = csv.DictReader(stream, delimiter=delimiter)
            if "target" not in (reader.fieldnames or ()):
                raise InputError(f"{path.name}: the header has no column 'target'.")
            for number, row in enumerate(reader, start=1):
                row.pop(None, None)
                yield {"id": str(number), **{k: v for k, v in row.items() if v}}
        except UnicodeDecodeError as error:
            raise InputError(f"{path.name}: is not UTF-8; save it as UTF-8.") from error
