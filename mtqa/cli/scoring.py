"""`mtqa score`: systems against a reference, a source, and each other, one segment a line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.cli.options import add_review_options, config_of, read_bytes, write_output
from mtqa.core.errors import InputError

if TYPE_CHECKING:
    from mtqa.core.config import Config
    from mtqa.scoring.comparison import Comparison, SystemScores

_OWN = ("quality", "fluency", "adequacy")
_WORST = 10


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `score`."""
    parser = commands.add_parser(
        "score", help="score one or more systems, segment by segment, and test whether they differ"
    )
    parser.add_argument(
        "hypotheses", nargs="+", metavar="HYP", help="translations, one segment a line, a file each"
    )
    parser.add_argument("--reference", metavar="FILE", help="reference translation, one segment a line")
    parser.add_argument("--source", metavar="FILE", help="source, one segment a line")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument(
        "--worst",
        type=int,
        default=_WORST,
        metavar="N",
        help=f"how many of the worst segments are shown (default: {_WORST})",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    add_review_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit 0 once everything is scored."""
    from mtqa.scoring.comparison import compare  # noqa: PLC0415

    systems = _systems(arguments.hypotheses)
    count = len(next(iter(systems.values())))
    source = _parallel(arguments.source, count) if arguments.source else None
    reference = _parallel(arguments.reference, count) if arguments.reference else None
    config = config_of(arguments)
    own = {name: _own_scores(lines, source, arguments, config) for name, lines in systems.items()}
    comparison = compare(systems, reference, own)
    order = _worst_first(comparison.systems[0], reference is not None)
    if arguments.format == "json":
        data = json.dumps(_as_json(comparison, systems, order), ensure_ascii=False, indent=2)
        write_output(arguments.output, f"{data}\n".encode())
    else:
        text = _as_text(comparison, systems, order[: max(0, arguments.worst)])
        write_output(arguments.output, text.encode())
    return 0


def _systems(names: Sequence[str]) -> dict[str, list[str]]:
    systems: dict[str, list[str]] = {}
    for name in names:
        label = name if Path(name).name in systems else Path(name).name
        systems[label] = _lines(name)
    sizes = {label: len(lines) for label, lines in systems.items()}
    if len(set(sizes.values())) > 1:
        counts = ", ".join(f"{label} {size:,}" for label, size in sizes.items())
        raise InputError(f"the systems differ in their number of segments ({counts}); give parallel files.")
    if not next(iter(sizes.values())):
        raise InputError(f"{names[0]}: has no segments; give one a line.")
    return systems


def _lines(name: str) -> list[str]:
    try:
        return read_bytes(name).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8; save it as UTF-8.") from error


def _parallel(name: str, count: int) -> list[str]:
    lines = _lines(name)
    if len(lines) != count:
        raise InputError(f"{name}: has {len(lines):,} lines, the translation {count:,}; give parallel files.")
    return lines


def _own_scores(
    lines: Sequence[str], source: Sequence[str] | None, arguments: argparse.Namespace, config: Config
) -> dict[str, list[float | None]]:
    from mtqa.api import Request, review_many  # noqa: PLC0415

    sources = source or [""] * len(lines)
    requests = (
        Request(text, origin or None, None, arguments.source_lang, arguments.target_lang)
        for text, origin in zip(lines, sources, strict=True)
    )
    found: dict[str, list[float | None]] = {metric: [] for metric in _OWN}
    for result in review_many(requests, config=config):
        for metric in _OWN:
            found[metric].append(None if isinstance(result, InputError) else getattr(result.scores, metric))
    return {metric: values for metric, values in found.items() if any(value is not None for value in values)}


def _worst_first(system: SystemScores, with_reference: bool) -> list[int]:
    """Segment numbers, the worst of the first system first: by quality, and by chrF where that ties."""
    chrf = system.segments.get("chrF", ()) if with_reference else ()

    def key(number: int) -> tuple[float, float]:
        quality = system.segments["quality"][number] if "quality" in system.segments else None
        second = chrf[number] if chrf else None
        return (-1.0 if quality is None else quality, -1.0 if second is None else second)

    return sorted(range(len(next(iter(system.segments.values())))), key=key)


def _as_json(
    comparison: Comparison, systems: Mapping[str, Sequence[str]], order: Sequence[int]
) -> dict[str, object]:
    return {
        "signatures": dict(comparison.signatures),
        "systems": [
            {
                "name": one.name,
                "scores": {
                    metric: {"score": m.score, "interval": m.interval, "p_value": m.p_value}
                    for metric, m in one.corpus.items()
                },
                "segments": [
                    {
                        "segment": number + 1,
                        "text": systems[one.name][number],
                        **{metric: values[number] for metric, values in one.segments.items()},
                    }
                    for number in order
                ],
            }
            for one in comparison.systems
        ],
    }


def _as_text(comparison: Comparison, systems: Mapping[str, Sequence[str]], worst: Sequence[int]) -> str:
    metrics = list(dict.fromkeys(m for one in comparison.systems for m in one.corpus))
    width = max(len("system"), *(len(one.name) for one in comparison.systems))
    lines = ["  ".join(["system".ljust(width), *(m.rjust(18) for m in metrics)])]
    for one in comparison.systems:
        cells = [_cell(one, metric).rjust(18) for metric in metrics]
        lines.append("  ".join([one.name.ljust(width), *cells]))
    lines += [
        "",
        "± half of the 95 % interval; p: chance that the difference to the first system is by accident.",
    ]
    lines += [f"{metric}: {signature}" for metric, signature in comparison.signatures.items()]
    if worst:
        first = comparison.systems[0]
        lines += ["", f"Worst segments of {first.name}:"]
        for number in worst:
            shown = [
                f"{metric} {value:.1f}"
                for metric, values in first.segments.items()
                if (value := values[number]) is not None
            ]
            lines.append(f"{number + 1:>6}  {' · '.join(shown)}  {systems[first.name][number]}")
    return "\n".join(lines) + "\n"


def _cell(system: SystemScores, metric: str) -> str:
    measured = system.corpus.get(metric)
    if measured is None:
        return "–"
    text = f"{measured.score:.1f}"
    text += f" ±{measured.interval:.1f}" if measured.interval is not None else ""
    return text + (f" p={measured.p_value:.3f}" if measured.p_value is not None else "")
