"""A COMET-family model from a folder on this machine (COMETKiwi, xCOMET), behind the protocol of estimators.

Rei et al. 2022 (COMETKiwi), Guerreiro et al. 2024 (xCOMET). The package is heavy and not among mtqa's own.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Protocol

from mtqa.core.errors import ModelError
from mtqa.core.mqm import Severity
from mtqa.core.opinions import MarkedError, SentenceEstimate
from mtqa.core.spans import Span

_CHECKPOINT = Path("checkpoints", "model.ckpt")  # where the published models keep it


class _Model(Protocol):
    def predict(
        self, samples: list[dict[str, str]], *, batch_size: int, gpus: int, progress_bar: bool
    ) -> object: ...

    def requires_references(self) -> bool: ...


class CometEstimator:
    """The estimator of one model file; errors are those of xCOMET, other models give a score only."""

    def __init__(self, path: str) -> None:
        """Loads the model. Raises `ModelError` if it or the package is not there, or if it needs a reference."""
        self.name = f"comet:{path}"
        place = Path(path)
        self._model = _load(place / _CHECKPOINT if place.is_dir() else place)
        if self._model.requires_references():
            raise ModelError(f"{path}: needs a reference translation; give a COMETKiwi or xCOMET model.")

    def score(self, source: str, target: str) -> SentenceEstimate:
        """The score of the model × 100, cut to 0-100."""
        try:
            output = self._model.predict(
                [{"src": source, "mt": target}], batch_size=1, gpus=0, progress_bar=False
            )
        except Exception as error:
            raise ModelError(f"{self.name} failed ({type(error).__name__}); check the model.") from error
        return _read(output, target, self.name)


def _load(checkpoint: Path) -> _Model:
    if not checkpoint.is_file():
        raise ModelError(f"{checkpoint}: there is no such model file; give the folder of a COMET model.")
    try:
        from comet import load_from_checkpoint  # noqa: PLC0415  optional, and it loads all of torch
    except ImportError as error:
        raise ModelError("The package comet is not installed; run: pip install unbabel-comet") from error
    try:
        # Without this, the package looks for the tokeniser on the network.
        model: _Model = load_from_checkpoint(str(checkpoint), local_files_only=True)
    except Exception as error:  # the package raises plain exceptions
        raise ModelError(f"{checkpoint}: cannot be loaded ({type(error).__name__}); is it whole?") from error
    return model


def _read(output: object, target: str, name: str) -> SentenceEstimate:
    try:
        score = float(getattr(output, "scores")[0])  # noqa: B009  the package has no types
        if not math.isfinite(score):
            raise ValueError
        marked = getattr(getattr(output, "metadata", None), "error_spans", None)
        errors = tuple(_error(one, target) for one in marked[0]) if marked else ()
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise ModelError(
            f"{name} gave no score that can be read; check the model and its version."
        ) from error
    return SentenceEstimate(100 * min(1.0, max(0.0, score)), errors)


def _error(data: dict[str, object], target: str) -> MarkedError:
    """An error of xCOMET; its span may begin with the space before a word."""
    start, end = int(str(data["start"])), int(str(data["end"]))
    covered = target[start:end]
    if not 0 <= start < end <= len(target) or not covered.strip():
        raise ValueError
    left = len(covered) - len(covered.lstrip())
    return MarkedError(Span(start + left, start + len(covered.rstrip())), Severity(str(data["severity"])))
