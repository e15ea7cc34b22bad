"""What a person hands in to be reviewed, and under which settings."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import PurePath

from mtqa.core.config import Config, Profile, neural_by_default

PASTED = "pasted text.txt"
_UNSAFE_IN_NAMES = re.compile(r"[^\w.\- ]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to review: languages (None is to be detected), how sure mtqa must be, rules switched off, words that are
    right in this house, fingerprints of dismissed findings, and whether the language models score too.
    """

    target_lang: str | None = None
    source_lang: str | None = None
    profile: Profile = Profile.DEFAULT
    ignore: tuple[str, ...] = ()
    dictionary: tuple[str, ...] = ()
    dismissals: tuple[str, ...] = ()
    neural: bool = field(default_factory=neural_by_default)

    def config(self) -> Config:
        """The settings as the engine takes them."""
        return Config(
            profile=self.profile,
            ignore=self.ignore,
            dictionary=frozenset(self.dictionary),
            dismissals=frozenset(self.dismissals),
            neural=self.neural,
        )


@dataclass(frozen=True, slots=True)
class Submission:
    """A file or pasted text, with its source text where there is one."""

    name: str
    data: bytes = field(repr=False)
    source: str | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        """A name for the article that depends on its content alone, in 32 hexadecimal digits."""
        parts = (
            PurePath(self.name).suffix.lower().encode(),
            self.data,
            (self.source or "").encode("utf-8", "replace"),
        )
        return hashlib.sha256(b"\x1f".join(parts)).hexdigest()[:32]


def download_name(name: str, ending: str) -> str:
    """A file name for something made from an uploaded file: safe on every system, with another ending.

    >>> download_name("../a<b>.docx", "-report.html")
    'a_b_-report.html'
    """
    stem = _UNSAFE_IN_NAMES.sub("_", PurePath(name.replace("\\", "/")).stem).strip(" .")
    return f"{stem[:80] or 'article'}{ending}"
