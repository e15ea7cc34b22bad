"""`mtqa fix`: writes the corrected article, in the same kind of file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mtqa.cli.options import STREAM, add_review_options, config_of, read_input, write_output


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `fix`."""
    parser = commands.add_parser("fix", help="write the corrected article")
    parser.add_argument("file", help="txt, md, html or docx; - for standard input")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="where to; - for standard output"
    )
    parser.add_argument("--source", metavar="FILE", help="the original article")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--safe", action="store_true", help="only repairs that cannot change the meaning (default)"
    )
    choice.add_argument("--all", action="store_true", help="the first suggestion of every issue")
    add_review_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 if nothing is left to do, 1 if issues remain."""
    from mtqa.api import review  # noqa: PLC0415
    from mtqa.repairs import all_repairs, safe_repairs  # noqa: PLC0415

    config = config_of(arguments)
    article = read_input(arguments.file, arguments.source_lang)
    result = review(
        article.text,
        source=read_input(arguments.source).text if arguments.source else None,
        source_lang=arguments.source_lang,
        target_lang=arguments.target_lang,
        config=config,
        name="" if arguments.file == STREAM else Path(arguments.file).name,
    )
    repairs = all_repairs if arguments.all else safe_repairs
    edits = repairs(article.text, result.issues, result.document.target_lang)
    write_output(arguments.output, article.write(edits))
    left = sum(issue.state == "open" for issue in result.issues) - len(edits)
    print(f"{len(edits)} repaired, {max(0, left)} left for a person", file=sys.stderr)
    return int(left > 0)
