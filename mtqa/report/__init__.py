"""Writers that turn a review into a file for people or programs."""

from mtqa.report.json_report import review_to_dict
from mtqa.report.writers import WRITERS, Writer, write_report

__all__ = ["WRITERS", "Writer", "review_to_dict", "write_report"]
