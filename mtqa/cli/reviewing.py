"""`mtqa review`: one article, one report."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.cli.opinions import add_opinion_options, as_notes, estimator_of, with_opinions
from mtqa.cli.options import STREAM, add_review_options, config_of, read_input, write_output
from mtqa.core.errors import ConfigError, OnlineError, did_you_mean
from mtqa.core.issues import State

if TYPE_CHECKING:
    from mtqa.core.issues import Issue
    from mtqa.core.reviews import Review

TEXT, JSON = "text", "json"  # the formats with a part for opinions


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `review`."""
    parser = commands.add_parser("review", help="review one article")
    parser.add_argument("file", help="txt, md, html or docx; - for standard input")
    parser.add_argument("--source", metavar="FILE", help="the original article")
    parser.add_argument("--reference", metavar="FILE", help="a good translation, for BLEU, chrF and TER")
    parser.add_argument(
        "--format",
        metavar="NAME",
        help="text (default), json, html, md, csv, tsv, xlsx, docx, pdf, sarif, xliff; else by the suffix of -o",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to (default: standard output)")
    parser.add_argument(
        "--fail-under", type=float, metavar="N", help="exit 1 only if quality is below N (0-100)"
    )
    parser.add_argument(
        "--online", metavar="PROVIDER", help="translate leftovers online: google, mymemory, deepl, libre:URL"
    )
    add_opinion_options(parser)
    add_review_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Reviews, writes the report, and tells by the exit code."""
    from mtqa.api import review  # noqa: PLC0415  start-up time of the other commands

    config = config_of(arguments)
    format_name = _format(arguments)
    estimator = estimator_of(arguments, config)
    article = read_input(arguments.file, arguments.source_lang)
    result = review(
        article.text,
        source=read_input(arguments.source).text if arguments.source else None,
        reference=read_input(arguments.reference).text if arguments.reference else None,
        source_lang=arguments.source_lang,
        target_lang=arguments.target_lang,
        config=config,
        name="" if arguments.file == STREAM else Path(arguments.file).name,
    )
    if arguments.online:
        result = with_glosses(result, arguments.online)
    result = with_opinions(result, arguments, config, estimator)
    _write(result, format_name, arguments.output)
    if arguments.fail_under is not None:
        return int(result.scores.quality < arguments.fail_under)
    return int(any(issue.state is State.OPEN for issue in result.issues))


def _format(arguments: argparse.Namespace) -> str:
    from mtqa.report import WRITERS  # noqa: PLC0415

    known = (TEXT, *WRITERS)
    if arguments.format:
        name = str(arguments.format).lower()
        if name not in known:
            raise ConfigError(
                f"no report format is called {name!r}{did_you_mean(name, known)}; known: {', '.join(known)}"
            )
    else:
        suffix = Path(arguments.output or "").suffix.lstrip(".").lower()
        name = suffix if suffix in WRITERS else TEXT
    if name in WRITERS:
        WRITERS[name].refuse_if_missing()  # before the review, which takes its time
    return name


def _write(result: Review, format_name: str, output: str | None) -> None:
    if format_name == TEXT:
        from mtqa.cli.terminal import render  # noqa: PLC0415

        write_output(
            output, render(result, colour=output in {None, STREAM} and sys.stdout.isatty()).encode("utf-8")
        )
        return
    from mtqa.report import write_report  # noqa: PLC0415

    if format_name != JSON:
        result = replace(result, notes=(*result.notes, *as_notes(result)))
    write_output(output, write_report(result, format_name))


def with_glosses(result: Review, provider: str) -> Review:
    """The review with online translations as glosses of its leftovers; a service that fails is noted, not fatal."""
    from mtqa.online import make_translator  # noqa: PLC0415  the only way online

    translator = make_translator(provider)
    notes: list[str] = []
    issues: list[Issue] = []
    for issue in result.issues:
        if issue.family != "RES" or issue.gloss or notes:
            issues.append(issue)
            continue
        source = issue.language if issue.language not in {None, "und"} else "auto"
        try:
            found = translator.look_up(issue.text, source or "auto", result.document.target_lang)
            note = f"{found.provider} translates it as “{found.text}” ({found.date})"
            issues.append(replace(issue, gloss=found.text, evidence=(*issue.evidence, note)))
        except OnlineError as error:
            notes.append(f"Online translation stopped: {error}")
            issues.append(issue)
    return replace(result, issues=tuple(issues), notes=(*result.notes, *notes))
