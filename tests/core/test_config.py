"""Settings: prefixes, files, and errors that name the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.core.config import Config, Profile, find_config, load_config
from mtqa.core.errors import ConfigError
from mtqa.core.mqm import Severity

RULES = ("RES001", "WEB001", "WEB002")


def test_the_longest_prefix_decides_and_ignore_wins_a_draw() -> None:
    config = Config(select=("WEB", "RES001"), ignore=("WEB002",))
    assert [rule for rule in RULES if config.enabled(rule)] == ["RES001", "WEB001"]
    assert not Config(ignore=("WEB",)).enabled("WEB001")
    assert Config(select=("WEB001",), ignore=("WEB",)).enabled("WEB001")


def test_an_unknown_prefix_is_refused_with_the_nearest_rule() -> None:
    with pytest.raises(ConfigError, match=r"no rule matches 'WEB01'; did you mean WEB00\d\?"):
        Config(select=("WEB01",)).checked(RULES)


def test_settings_are_read_from_mtqa_toml_and_pyproject(tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text(
        'profile = "strict"\nignore = ["PUN"]\ndictionary = ["Blinken"]\n[severities]\nWEB001 = "minor"\n'
    )
    expected = Config(
        Profile.STRICT, (), ("PUN",), frozenset({"Blinken"}), severities={"WEB001": Severity.MINOR}
    )
    assert load_config(tmp_path / "mtqa.toml") == expected
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) == tmp_path / "mtqa.toml"
    (deep / "pyproject.toml").write_text('[tool.mtqa]\nselect = ["RES"]\n')
    assert load_config(deep / "pyproject.toml") == Config(select=("RES",))
    assert find_config(deep) == deep / "pyproject.toml"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profil = 'strict'", "unknown setting 'profil'; did you mean profile"),
        ("profile = 'loud'", "profile 'loud' is none of relaxed, default, strict"),
        ("select = 'WEB'", "select must be a list of texts"),
        ("= 1", "not valid TOML"),
        ("[severities]\nWEB001 = 'huge'", "WEB001: 'huge' is none of minor, major, critical"),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mtqa.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        load_config(path)
