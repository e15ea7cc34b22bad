"""The settings of a house as a file: what the command line reads as `mtqa.toml`, written and read by the screen."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import replace

from mtqa.app.submissions import Settings
from mtqa.core.config import config_from_dict
from mtqa.core.errors import ConfigError
from mtqa.rules.registry import all_rules

NAME = "mtqa.toml"


def write_settings(settings: Settings, dismissed: Iterable[str] = ()) -> str:
    """The settings as TOML, with the findings dismissed so far beside those of the settings."""
    dismissals = sorted({*settings.dismissals, *dismissed})
    lines = (
        f'profile = "{settings.profile}"',
        f"ignore = {_list(settings.ignore)}",
        f"dictionary = {_list(settings.dictionary)}",
        f"dismissals = {_list(dismissals)}",
        f"neural = {'true' if settings.neural else 'false'}",
    )
    return "\n".join(lines) + "\n"


def read_settings(data: bytes, current: Settings) -> Settings:
    """The settings with what a `mtqa.toml` says in place of what it names. Raises ConfigError with a sentence.

    The screen has no use for `select` and `severities`: a file that holds them is refused, not half obeyed.
    """
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{NAME}: this is not valid TOML; write it with mtqa, or mend line and sign"
        ) from error
    config = config_from_dict(table, NAME).checked(all_rules())
    if config.select or config.severities:
        raise ConfigError(f"{NAME}: select and severities are for the command line; leave them out here")
    named = {
        "profile": config.profile,
        "ignore": config.ignore,
        "dictionary": tuple(sorted(config.dictionary)),
        "dismissals": tuple(sorted(config.dismissals)),
        "neural": config.neural,
    }
    return replace(current, **{name: value for name, value in named.items() if name in table})  # type: ignore[arg-type]  # each of its own type


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    """A text in quotes; what JSON writes is TOML too, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
