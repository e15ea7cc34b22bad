"""Models are built once, whole or not at all, from the pinned weights only."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mtqa.core.errors import ModelError
from mtqa.neural import store
from mtqa.neural.store import ENCODER, LANGUAGE_MODEL, ModelSource, build, built, remove


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with a weight file, and an empty cache."""
    folder = tmp_path / "packages" / "small_weights"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "weights.bin").write_bytes(b"weights")
    monkeypatch.syspath_prepend(str(folder.parent))
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path / "cache"))
    sys.modules.pop("small_weights", None)
    return folder


SOURCE = ModelSource("encoder", "small_weights", "weights.bin", "0" * 64, 1, ("numpy",))


def test_other_weights_than_the_pinned_ones_are_refused(package: Path) -> None:
    with pytest.raises(ModelError, match="not the pinned version"):
        build(SOURCE)
    assert not SOURCE.folder.exists()


def test_a_failed_conversion_leaves_nothing_behind(package: Path) -> None:
    source = replace(SOURCE, digest=store._digest(package / "weights.bin"))
    with pytest.raises(ModelError, match=r"could not be converted .*no e5 weight file"):
        build(source)
    assert list(source.folder.parent.iterdir()) == []


def test_a_missing_package_is_named_with_the_way_out(package: Path) -> None:
    with pytest.raises(
        ModelError, match=r"package not_there is not installed; run: pip install 'mtqa\[neural\]'"
    ):
        build(replace(SOURCE, package="not_there"))


def test_a_model_that_was_not_built_is_named_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match=r"encoder model is not built; run: .*models build"):
        built(ENCODER)


def test_remove_takes_models_of_all_versions_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path))
    for name in ("encoder-0-old", "language-model-1-x", "words-2"):
        (tmp_path / name).mkdir()
    assert sorted(path.name for path in remove()) == ["encoder-0-old", "language-model-1-x"]
    assert [path.name for path in tmp_path.iterdir()] == ["words-2"]


def test_the_models_in_use_are_built_from_pinned_weights() -> None:
    assert len(ENCODER.digest) == len(LANGUAGE_MODEL.digest) == 64
    assert (build(ENCODER) / "done").read_text().strip() == ENCODER.digest
    assert (build(LANGUAGE_MODEL) / "done").read_text().strip() == LANGUAGE_MODEL.digest
