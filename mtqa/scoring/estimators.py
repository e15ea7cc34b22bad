"""Estimators from outside behind one protocol: asked sentence by sentence, shown as a part of their own, never blended."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from mtqa.core.documents import Document
from mtqa.core.errors import InvalidAnswer, ModelError, OnlineError
from mtqa.core.opinions import EstimatedPair, OutsideEstimate, SentenceEstimate, SentencePair
from mtqa.scoring.pairs import sentence_pairs

NO_SOURCE = "An estimator compares with the source; add --source FILE."
NO_PAIRS = "The sentences could not be paired with the source; build the models with `mtqa models build`."


class Estimator(Protocol):
    """Something that judges the translation of a sentence."""

    @property
    def name(self) -> str:
        """What a report calls it: kind, place and model."""

    def score(self, source: str, target: str) -> SentenceEstimate:
        """A score (0-100) and errors with spans in the target.

        Raises `InvalidAnswer` for one bad answer, `OnlineError` or `ModelError` where asking on is useless.
        """


def estimate_outside(document: Document, estimator: Estimator, *, neural: bool = True) -> OutsideEstimate:
    """What the estimator says of each sentence that has a source.

    A bad answer costs its sentence only; a service or model that fails ends the estimate, and what there is is kept.
    `neural` says whether sentences may be paired by the encoder.
    """
    pairs = sentence_pairs(document, neural=neural)
    if not pairs:
        return OutsideEstimate(estimator.name, notes=(NO_PAIRS if document.source else NO_SOURCE,))
    answers: list[tuple[SentencePair, SentenceEstimate]] = []
    bad: list[InvalidAnswer] = []
    notes: list[str] = []
    for number, pair in enumerate(pairs):
        try:
            answer = estimator.score(pair.source.of(document.source or ""), pair.target.of(document.text))
            answers.append((pair, answer))
        except InvalidAnswer as error:
            bad.append(error)
        except (OnlineError, ModelError) as error:
            notes.append(f"The estimate stopped after {number} of {len(pairs)} sentences: {error}")
            break
    if bad:
        notes.insert(0, f"{len(bad)} of {len(pairs)} sentences have no estimate: {bad[0]}")
    return OutsideEstimate(
        estimator.name,
        date=min((answer.date for _, answer in answers), default=""),
        cached=bool(answers) and all(answer.cached for _, answer in answers),
        sentences=tuple(_placed(pair, answer) for pair, answer in answers),
        notes=tuple(notes),
    )


def _placed(pair: SentencePair, answer: SentenceEstimate) -> EstimatedPair:
    errors = tuple(replace(error, span=error.span.shifted(pair.target.start)) for error in answer.errors)
    return EstimatedPair(pair, answer.score, errors)
