"""Opinions of others on request: asking for them, and each in one line."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from mtqa.core.opinions import Agreement, OutsideEstimate

if TYPE_CHECKING:
    from mtqa.core.config import Config
    from mtqa.core.reviews import Review
    from mtqa.scoring.estimators import Estimator


def add_opinion_options(parser: argparse.ArgumentParser) -> None:
    """Options that ask others; without them nobody is asked."""
    parser.add_argument(
        "--agreement",
        action="store_true",
        help="compare each sentence with a fresh and a back-translation; needs --online and --source",
    )
    parser.add_argument(
        "--estimator",
        metavar="NAME",
        help="let another model judge each sentence: openai:URL#MODEL or comet:PATH; needs --source",
    )


def estimator_of(arguments: argparse.Namespace, config: Config) -> Estimator | None:
    """The estimator that was asked for, before anything else is done, so that a wrong name costs no time."""
    if not arguments.estimator:
        return None
    from mtqa.online.estimators import make_estimator  # noqa: PLC0415  the only way online

    return make_estimator(arguments.estimator, config.estimator)


def with_opinions(
    review: Review, arguments: argparse.Namespace, config: Config, estimator: Estimator | None
) -> Review:
    """The review with the opinions that were asked for; its issues and scores stay as they are."""
    if arguments.agreement:
        review = replace(review, agreement=_agreement(review, arguments.online, config))
    if estimator:
        from mtqa.scoring.estimators import estimate_outside  # noqa: PLC0415

        outside = estimate_outside(review.document, estimator, neural=config.neural)
        review = replace(review, outside=outside)
    return review


def _agreement(review: Review, provider: str | None, config: Config) -> Agreement:
    from mtqa.online import make_translator  # noqa: PLC0415  the only way online
    from mtqa.online.agreement import NO_SERVICE, agreement  # noqa: PLC0415

    if not provider:
        return Agreement(notes=(NO_SERVICE,))
    return agreement(review, make_translator(provider), neural=config.neural)


def as_notes(review: Review) -> tuple[str, ...]:
    """One line for each opinion, for reports that have no part of their own for it."""
    notes: tuple[str, ...] = ()
    if review.agreement:
        notes += (agreement_line(review.agreement), *review.agreement.notes)
    if review.outside:
        notes += (outside_line(review.outside), *review.outside.notes)
    return notes


def agreement_line(agreement: Agreement) -> str:
    """Who was asked, how far they agree (means over the sentences), and when."""
    if not agreement.sentences:
        return "Agreement with fresh translations: none."
    parts = [f"Agreement with {agreement.provider}: fresh translation chrF {agreement.fresh:.0f}"]
    if agreement.back is not None:
        parts.append(f"back-translation chrF {agreement.back:.0f}")
    parts.append(f"{len(agreement.sentences):,} sentences")
    parts.append(f"{'cached, ' if agreement.cached else ''}{agreement.date}")
    return " · ".join(parts)


def outside_line(outside: OutsideEstimate) -> str:
    """Which estimator was asked, its mean score, and when."""
    if outside.score is None:
        return f"Estimate by {outside.estimator}: none."
    count = sum(len(one.errors) for one in outside.sentences)
    parts = [f"Estimate by {outside.estimator}: {outside.score:.0f} of 100"]
    parts.append(f"{len(outside.sentences):,} sentences")
    parts.append("1 error marked" if count == 1 else f"{count:,} errors marked")
    if outside.date:
        parts.append(f"{'cached, ' if outside.cached else ''}{outside.date}")
    return " · ".join(parts)
