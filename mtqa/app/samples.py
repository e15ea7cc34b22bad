"""The sample articles that come with mtqa: `samples/<name>.txt`, some with `<name>.source.txt`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mtqa.app.submissions import Submission

SAMPLES = Path(__file__).parents[2] / "samples"
_SOURCE = ".source"


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample article."""

    name: str
    path: Path

    @property
    def title(self) -> str:
        """The name as a button shows it."""
        return self.name.replace("-", " ").replace("_", " ").title()

    def submission(self) -> Submission:
        """The sample as if it had been handed in."""
        source = self.path.with_name(f"{self.name}{_SOURCE}.txt")
        return Submission(
            self.path.name,
            self.path.read_bytes(),
            source.read_text(encoding="utf-8") if source.is_file() else None,
        )


def list_samples(folder: Path = SAMPLES) -> tuple[Sample, ...]:
    """All samples of a folder by name; none if there is no such folder."""
    articles = (path for path in sorted(folder.glob("*.txt")) if not path.stem.endswith(_SOURCE))
    return tuple(Sample(path.stem, path) for path in articles)


def find_sample(wanted: str, samples: Iterable[Sample]) -> Sample | None:
    """The sample called so, with or without `.txt`; the first one for `first`; None if there is none."""
    every = tuple(samples)
    named = next((sample for sample in every if sample.name == wanted.removesuffix(".txt")), None)
    return named or (every[0] if wanted == "first" and every else None)
