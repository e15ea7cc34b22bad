"""Everything mtqa raises on purpose.

MtqaError
├── InputError        a file or text that cannot be reviewed
│   └── UnsafeFile    a file that would unpack into something harmful
├── ConfigError       a setting that makes no sense
├── LexiconError      a lexicon file that breaks its contract
├── ModelError        a language model that cannot be built or read
└── OnlineError       an online service that did not answer as it should
    └── InvalidAnswer an answer that is not what was asked for

A message has the place, the problem and the way out, in one sentence a person can act on.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class MtqaError(Exception):
    """Base of everything mtqa raises on purpose."""


class InputError(MtqaError):
    """The given file or text cannot be reviewed."""


class UnsafeFile(InputError):
    """The given file would unpack into something too large or harmful."""


class ConfigError(MtqaError):
    """A setting, rule prefix or option makes no sense."""


class LexiconError(MtqaError):
    """A lexicon file breaks its contract; the message names file and entry."""


class ModelError(MtqaError):
    """A language model cannot be built or read."""


class OnlineError(MtqaError):
    """An online service refused, failed or took too long."""


class InvalidAnswer(OnlineError):
    """A service answered, but not in the form it was asked for; the next answer may be fine."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A closing question with the nearest known word, or nothing.

    >>> did_you_mean("WEB01", ["WEB001", "RES001"])
    '; did you mean WEB001?'
    """
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""
