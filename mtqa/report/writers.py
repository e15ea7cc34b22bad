"""All report formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from types import MappingProxyType

from mtqa.core.errors import ConfigError, did_you_mean
from mtqa.core.reviews import Review
from mtqa.report.csv_report import write_csv
from mtqa.report.html_report import write_html
from mtqa.report.json_report import write_json
from mtqa.report.markdown_report import write_markdown
from mtqa.report.sarif_report import write_sarif
from mtqa.report.tsv_report import write_tsv


@dataclass(frozen=True, slots=True)
class Writer:
    """A report format: its name on the command line, its media type and file suffix, and what writes it.

    `label` is what a button says. `needs` is the package without which it cannot be written, `extra` the extra of
    mtqa that brings it.
    """

    name: str
    label: str
    media_type: str
    suffix: str
    write: Callable[[Review], bytes]
    needs: str = ""
    extra: str = ""

    @property
    def available(self) -> bool:
        """Whether the package it needs is installed."""
        return not self.needs or find_spec(self.needs) is not None

    def refuse_if_missing(self) -> None:
        """Raises ConfigError, with how to get it, if the package it needs is not installed."""
        if not self.available:
            raise ConfigError(
                f"a {self.name} report needs {self.needs}, which is not installed: "
                f"pip install {self.needs} (or 'mtqa[{self.extra}]'); html prints well, too"
            )


def _write_xlsx(review: Review) -> bytes:
    from mtqa.report.xlsx_report import write_xlsx  # noqa: PLC0415  loaded only for this format

    return write_xlsx(review)


def _write_docx(review: Review) -> bytes:
    from mtqa.report.docx_report import write_docx  # noqa: PLC0415  loaded only for this format

    return write_docx(review)


def _write_pdf(review: Review) -> bytes:
    from mtqa.report.pdf_report import write_pdf  # noqa: PLC0415  loaded only for this format

    return write_pdf(review)


def _write_xliff(review: Review) -> bytes:
    from mtqa.report.xliff_report import write_xliff  # noqa: PLC0415  loaded only for this format

    return write_xliff(review)


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ALL = (
    Writer("html", "HTML", "text/html", ".html", write_html),
    Writer("json", "JSON", "application/json", ".json", write_json),
    Writer("md", "Markdown", "text/markdown", ".md", write_markdown),
    Writer("csv", "CSV", "text/csv", ".csv", write_csv),
    Writer("tsv", "MQM TSV", "text/tab-separated-values", ".tsv", write_tsv),
    Writer("xlsx", "Excel", f"{_OFFICE}spreadsheetml.sheet", ".xlsx", _write_xlsx),
    Writer("docx", "Word", f"{_OFFICE}wordprocessingml.document", ".docx", _write_docx),
    Writer("pdf", "PDF", "application/pdf", ".pdf", _write_pdf, needs="typst", extra="pdf"),
    Writer("sarif", "SARIF", "application/sarif+json", ".sarif", write_sarif),
    Writer("xliff", "XLIFF", "application/xliff+xml", ".xliff", _write_xliff),
)

WRITERS: Mapping[str, Writer] = MappingProxyType({writer.name: writer for writer in _ALL})


def write_report(review: Review, format: str) -> bytes:  # noqa: A002  the word of the command line
    """The review in the given format; ConfigError names the formats when there is no such one."""
    if format not in WRITERS:
        known = ", ".join(WRITERS)
        raise ConfigError(f"no report format {format!r} (there are {known}){did_you_mean(format, WRITERS)}")
    WRITERS[format].refuse_if_missing()
    return WRITERS[format].write(review)
