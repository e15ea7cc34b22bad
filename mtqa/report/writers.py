"""All report formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mtqa.core.errors import ConfigError, did_you_mean
from mtqa.core.reviews import Review
from mtqa.report.csv_report import write_csv
from mtqa.report.html_report import write_html
from mtqa.report.json_report import write_json
from mtqa.report.markdown_report import write_markdown
from mtqa.report.tsv_report import write_tsv


@dataclass(frozen=True, slots=True)
class Writer:
    """A report format: its name on the command line, its media type and file suffix, and what writes it."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[Review], bytes]


_ALL = (
    Writer("html", "text/html", ".html", write_html),
    Writer("json", "application/json", ".json", write_json),
    Writer("md", "text/markdown", ".md", write_markdown),
    Writer("csv", "text/csv", ".csv", write_csv),
    Writer("tsv", "text/tab-separated-values", ".tsv", write_tsv),
)

WRITERS: Mapping[str, Writer] = MappingProxyType({writer.name: writer for writer in _ALL})


def write_report(review: Review, format: str) -> bytes:  # noqa: A002  the word of the command line
    """The review in the given format; ConfigError names the formats when there is no such one."""
    if format not in WRITERS:
        known = ", ".join(WRITERS)
        raise ConfigError(f"no report format {format!r} (there are {known}){did_you_mean(format, WRITERS)}")
    return WRITERS[format].write(review)
