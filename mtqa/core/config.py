"""Settings of a review, from `mtqa.toml`, `[tool.mtqa]` in `pyproject.toml`, or the caller."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from mtqa.core.errors import ConfigError, did_you_mean
from mtqa.core.mqm import Severity

_Choice = TypeVar("_Choice", bound=StrEnum)


class Profile(StrEnum):
    """How sure mtqa must be before it speaks."""

    RELAXED = "relaxed"
    DEFAULT = "default"
    STRICT = "strict"

    @property
    def threshold(self) -> float:
        """Lowest confidence (0-1) of a finding that is shown."""
        return _THRESHOLDS[self]


_THRESHOLDS = {Profile.RELAXED: 0.8, Profile.DEFAULT: 0.5, Profile.STRICT: 0.2}


def neural_by_default() -> bool:
    """Whether the neural models are used where nobody says otherwise: yes, unless `MTQA_NEURAL` is `off`."""
    return os.environ.get("MTQA_NEURAL", "").lower() not in {"off", "0", "no"}


@dataclass(frozen=True, slots=True)
class EstimatorSettings:
    """Where an OpenAI-compatible endpoint is, which model it is to use, and the key, which is never shown."""

    url: str = ""
    model: str = ""
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Config:
    """What to check and what to leave alone.

    `select` and `ignore` hold prefixes of rule ids (`WEB`, `RES001`); an empty `select` means all. `dictionary` are
    words, names or phrases that are right in this house, whatever their case. `dismissals` are fingerprints of
    findings that a person has dismissed. `severities` overrides the severity of single rules. `neural` says whether
    the neural models are used where they are installed. `estimator` describes an endpoint, which is asked only where
    somebody asks for it.
    """

    profile: Profile = Profile.DEFAULT
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    dictionary: frozenset[str] = frozenset()
    dismissals: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    neural: bool = field(default_factory=neural_by_default)
    estimator: EstimatorSettings = EstimatorSettings()

    def enabled(self, rule_id: str) -> bool:
        """Whether the rule is to run: the longest matching prefix decides, and `ignore` wins a draw."""
        chosen = max((len(p) for p in self.select if rule_id.startswith(p)), default=0 if self.select else 1)
        refused = max((len(p) for p in self.ignore if rule_id.startswith(p)), default=0)
        return chosen > refused if self.select else refused == 0

    def checked(self, rule_ids: Iterable[str]) -> Config:
        """The same settings, after making sure that each prefix and rule named in them exists."""
        known = sorted(rule_ids)
        names = sorted({*known, *(rule[:3] for rule in known)})
        for prefix in (*self.select, *self.ignore):
            if not prefix or not any(rule.startswith(prefix) for rule in known):
                raise ConfigError(f"no rule matches {prefix!r}{did_you_mean(prefix, names)}")
        for rule in self.severities:
            if rule not in known:
                raise ConfigError(f"severities: no rule is called {rule!r}{did_you_mean(rule, known)}")
        return self


_FIELDS = ("profile", "select", "ignore", "dictionary", "dismissals", "severities", "neural", "estimator")


def config_from_dict(data: Mapping[str, object], place: str) -> Config:
    """Settings from parsed TOML or JSON; `place` stands in front of error messages."""
    for name in data:
        if name not in _FIELDS:
            raise ConfigError(f"{place}: unknown setting {name!r}{did_you_mean(name, _FIELDS)}")
    return Config(
        profile=_choice(data.get("profile", "default"), Profile, f"{place}: profile"),
        select=_texts(data, "select", place),
        ignore=_texts(data, "ignore", place),
        dictionary=frozenset(_texts(data, "dictionary", place)),
        dismissals=frozenset(_texts(data, "dismissals", place)),
        severities=_severities(data.get("severities", {}), place),
        neural=neural_by_default() if "neural" not in data else data["neural"] is True,
        estimator=_estimator(data.get("estimator", {}), f"{place}: estimator"),
    )


def load_config(path: Path) -> Config:
    """Settings from a TOML file: the whole of `mtqa.toml`, or `[tool.mtqa]` of a `pyproject.toml`."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("mtqa", {})
    return config_from_dict(data, str(path))


def find_config(folder: Path) -> Path | None:
    """The nearest `mtqa.toml`, or `pyproject.toml` with `[tool.mtqa]`, at or above a folder."""
    for place in (folder, *folder.parents):
        if (place / "mtqa.toml").is_file():
            return place / "mtqa.toml"
        project = place / "pyproject.toml"
        if project.is_file() and "[tool.mtqa]" in project.read_text(encoding="utf-8", errors="replace"):
            return project
    return None


def _texts(data: Mapping[str, object], name: str, place: str) -> tuple[str, ...]:
    value = data.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{place}: {name} must be a list of texts")
    return tuple(value)


def _estimator(value: object, place: str) -> EstimatorSettings:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{place} must be a table with url, model and key")
    known = ("url", "model", "key")
    for name, text in value.items():
        if name not in known:
            raise ConfigError(f"{place}: unknown setting {name!r}{did_you_mean(str(name), known)}")
        if not isinstance(text, str):
            raise ConfigError(f"{place}: {name} must be a text")
    return EstimatorSettings(**value)


def _choice(value: object, kind: type[_Choice], place: str) -> _Choice:
    try:
        return kind(str(value))
    except ValueError as error:
        raise ConfigError(f"{place} {value!r} is none of {', '.join(kind)}") from error


def _severities(value: object, place: str) -> dict[str, Severity]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{place}: severities must be a table of rule = severity")
    return {
        str(rule): _choice(level, Severity, f"{place}: severities: {rule}:") for rule, level in value.items()
    }
