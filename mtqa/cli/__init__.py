"""The command line: `python -m mtqa review|fix|batch|score|explain|rules|lexicon|models`.

Exit codes: 0 clean · 1 issues found, or quality below `--fail-under` · 2 wrong use or unreadable input.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from mtqa import __version__
from mtqa.cli import batching, fixing, knowing, reviewing, scoring
from mtqa.core.errors import MtqaError

ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code. Wrong input becomes one sentence on standard error."""
    logging.basicConfig(level=logging.ERROR, format="mtqa: %(message)s")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parsed = _parser().parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except MtqaError as error:
        print(f"mtqa: {error}", file=sys.stderr)
        return ERROR
    except BrokenPipeError:
        return ERROR
    except KeyboardInterrupt:
        print("mtqa: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mtqa",
        description="Reviews machine-translated articles.",
        epilog="Exit codes: 0 clean, 1 issues found or quality below --fail-under, 2 wrong use or unreadable input.",
    )
    parser.add_argument("--version", action="version", version=f"mtqa {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in (reviewing, fixing, batching, scoring, knowing):
        module.add_commands(commands)
    return parser
