"""Opinions of others on request: asking for them, and each in one line."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from mtqa.core.opinions import Agreement

if TYPE_CHECKING:
    from mtqa.core.config import Config
    from mtqa.core.reviews import Review


def add_opinion_options(parser: argparse.ArgumentParser) -> None:
    """Options that ask others; without them nobody is asked."""
    parser.add_argument(
        "--agreement",
        action="store_true",
        help="compare each sentence with a fresh and a back-translation; needs --online and --source",
    )


def with_opinions(review: Review, arguments: argparse.Namespace, config: Config) -> Review:
    """The review with the opinions that were asked for; its issues and scores stay as they are."""
    if arguments.agreement:
        review = replace(review, agreement=_agreement(review, arguments.online, config))
    return review


def _agreement(review: Review, provider: str | None, config: Config) -> Agreement:
    from mtqa.online import make_translator  # noqa: PLC0415  the only way online
    from mtqa.online.agreement import NO_SERVICE, agreement  # noqa: PLC0415

    if not provider:
        return Agreement(notes=(NO_SERVICE,))
    return agreement(review, make_translator(provider), neural=config.neural)


def as_notes(review: Review) -> tuple[str, ...]:
    """One line for each opinion, for reports that have no part of their own for it."""
    return (agreement_line(review.agreement), *review.agreement.notes) if review.agreement else ()


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
