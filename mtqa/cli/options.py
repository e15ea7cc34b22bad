"""Options and inputs that several commands share."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.core.config import Config, Profile, find_config, load_config
from mtqa.core.errors import ConfigError, InputError

if TYPE_CHECKING:
    from mtqa.formats import ArticleFile

STREAM = "-"


def add_review_options(parser: argparse.ArgumentParser) -> None:
    """Languages, rules and settings of a review."""
    parser.add_argument(
        "--source-lang", default="auto", metavar="CODE", help="language of the source (default: auto)"
    )
    parser.add_argument(
        "--target-lang", default="auto", metavar="CODE", help="language of the text (default: auto)"
    )
    parser.add_argument(
        "--profile", choices=list(Profile), help="how sure mtqa must be before it speaks (default: default)"
    )
    parser.add_argument("--select", metavar="PREFIX,…", help="only rules whose id begins so: RES,WEB001")
    parser.add_argument("--ignore", metavar="PREFIX,…", help="leave out rules whose id begins so")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings (default: the nearest mtqa.toml)"
    )
    parser.add_argument(
        "--dismissals",
        type=Path,
        metavar="FILE",
        help="JSON session or report whose dismissed issues stay dismissed",
    )
    parser.add_argument("--no-neural", action="store_true", help="rules alone, without neural scores")


def config_of(arguments: argparse.Namespace) -> Config:
    """Settings from file and options; options win."""
    path = arguments.config or find_config(Path.cwd())
    config = load_config(path) if path else Config()
    if arguments.profile:
        config = replace(config, profile=Profile(arguments.profile))
    if arguments.select:
        config = replace(config, select=_prefixes(arguments.select))
    if arguments.ignore:
        config = replace(config, ignore=(*config.ignore, *_prefixes(arguments.ignore)))
    if arguments.dismissals:
        config = replace(config, dismissals=config.dismissals | read_dismissals(arguments.dismissals))
    if arguments.no_neural:
        config = replace(config, neural=False)
    from mtqa.rules.registry import all_rules  # noqa: PLC0415  needed only when a review follows

    return config.checked(all_rules())


def _prefixes(text: str) -> tuple[str, ...]:
    return tuple(part.strip().upper() for part in text.split(",") if part.strip())


def read_dismissals(path: Path) -> frozenset[str]:
    """Fingerprints of dismissed issues from a JSON report, a session file or a plain list.

    Raises `ConfigError` if the file is not JSON of one of these kinds.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path.") from error
    except ValueError as error:
        raise ConfigError(f"{path}: not JSON; give a report or session that mtqa wrote.") from error
    if isinstance(data, list) and all(isinstance(item, str) for item in data):
        return frozenset(data)
    if isinstance(data, dict):
        issues = data.get("issues") or data.get("decisions") or []
        found = [
            i
            for i in issues
            if isinstance(i, dict) and i.get("state") == "dismissed" and isinstance(i.get("fingerprint"), str)
        ]
        return frozenset(i["fingerprint"] for i in found)
    raise ConfigError(f"{path}: holds no decisions; give a report or session that mtqa wrote.")


def read_bytes(name: str) -> bytes:
    """The content of a file, or of standard input for `-`. Raises `InputError` in a sentence for people."""
    if name == STREAM:
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name}: is a folder; give a file.")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{name}: there is no such file; check the path.") from error
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}); check its permissions.") from error


def read_input(name: str, hint_lang: str | None = None) -> ArticleFile:
    """An article from a file, or from standard input as plain text."""
    from mtqa.formats import read_article  # noqa: PLC0415  lxml, needed only here

    shown = "stdin.txt" if name == STREAM else Path(name).name
    data = read_bytes(name)
    try:
        return read_article(data, shown, hint_lang=None if hint_lang in {None, "auto"} else hint_lang)
    except InputError as error:
        raise type(error)(str(error) if shown in str(error) else f"{shown}: {error}") from error


def write_output(name: str | None, data: bytes) -> None:
    """Writes a whole file or nothing; standard output for none or `-`."""
    if name is None or name == STREAM:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from mtqa.core.files import write_atomically  # noqa: PLC0415

    write_atomically(name, data)
