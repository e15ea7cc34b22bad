"""`mtqa batch`: many rows in, one review a row out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mtqa.cli.options import add_review_options, config_of


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `batch`."""
    parser = commands.add_parser("batch", help="review many rows (JSONL, CSV, TSV)")
    parser.add_argument(
        "input",
        help="rows with id, target and optionally source, reference, source_lang, target_lang; - for standard input",
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="JSONL, in input order; - for standard output"
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes (default: 1)")
    parser.add_argument(
        "--resume", action="store_true", help="go on where an interrupted run of the same input stopped"
    )
    add_review_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 once every row has its line; rows that cannot be read are lines with an error."""
    from mtqa.batch import run_batch  # noqa: PLC0415

    summary = run_batch(
        arguments.input,
        arguments.output,
        config=config_of(arguments),
        source_lang=arguments.source_lang,
        target_lang=arguments.target_lang,
        workers=max(1, arguments.workers),
        resume=arguments.resume,
    )
    print(summary.text(Path(arguments.output).name), file=sys.stderr)
    return 0
