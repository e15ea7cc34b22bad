"""`mtqa explain`, `rules`, `lexicon` and `models`: what mtqa knows."""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mtqa.core.errors import ConfigError, LexiconError, ModelError, did_you_mean
from mtqa.core.languages import language_name

if TYPE_CHECKING:
    from mtqa.language.entries import Entry


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `explain`, `rules`, `lexicon` and `models`."""
    explain = commands.add_parser("explain", help="what a rule or a lexicon entry looks for, and why")
    explain.add_argument(
        "name", help="a rule id or name (WEB001, page-furniture) or an entry id (nl-onbespreekbaar)"
    )
    explain.set_defaults(run=run_explain)
    rules = commands.add_parser("rules", help="all rules")
    rules.add_argument("--json", action="store_true", help="as JSON")
    rules.set_defaults(run=run_rules)
    lexicon = commands.add_parser("lexicon", help="check or count the lexicons").add_subparsers(
        required=True, metavar="check|stats"
    )
    check = lexicon.add_parser("check", help="validate every file and run every example")
    check.set_defaults(run=run_check)
    stats = lexicon.add_parser("stats", help="entries per language and kind")
    stats.add_argument("--json", action="store_true", help="as JSON")
    stats.set_defaults(run=run_stats)
    models = commands.add_parser("models", help="build, show or remove the models").add_subparsers(
        required=True, metavar="build|status|remove"
    )
    for name, run in (("build", run_build), ("status", run_status), ("remove", run_remove)):
        models.add_parser(name).set_defaults(run=run)


def run_explain(arguments: argparse.Namespace) -> int:
    """Prints the page of a rule, or what is known of an entry."""
    from mtqa.language.lexicon import load_lexicon  # noqa: PLC0415
    from mtqa.rules.pages import rule_page  # noqa: PLC0415
    from mtqa.rules.registry import all_rules  # noqa: PLC0415

    rules = all_rules()
    wanted = arguments.name
    rule = rules.get(wanted.upper()) or next((r for r in rules.values() if r.name == wanted), None)
    if rule:
        print(rule_page(rule))
        return 0
    lexicon = load_lexicon()
    entries = lexicon.named(wanted)
    if not entries:
        known = [*rules, *(r.name for r in rules.values()), *(entry.id for entry in lexicon.entries)]
        raise ConfigError(f"no rule or entry is called {wanted!r}{did_you_mean(wanted, known)}")
    print("\n\n".join(map(_entry_page, entries)))
    return 0


def _entry_page(entry: Entry) -> str:
    lines = [
        f"{entry.id} ({entry.topic}: {entry.kind}, {entry.file})",
        f"Language: {language_name(entry.language)}",
    ]
    lines += [f"Source: {entry.source}"] if entry.source else []
    lines += [f"Pattern: {pattern}" for pattern in entry.patterns]
    lines += [f"Meaning: {entry.meaning}"] if entry.meaning else []
    lines += [f"Write: {', '.join(entry.suggestions)}"] if entry.suggestions else []
    lines += [f"Why: {entry.note}"] if entry.note else []
    lines += ["Fires only if the article has other signs of this language."] if entry.needs_evidence else []
    lines += [f"Bad: {entry.bad}", f"Good: {entry.fixed}"] if entry.bad else []
    return "\n".join(lines)


def run_rules(arguments: argparse.Namespace) -> int:
    """Lists all rules."""
    from mtqa.rules.registry import all_rules  # noqa: PLC0415

    rules = all_rules().values()
    if arguments.json:
        print(
            json.dumps(
                [
                    {
                        "id": r.id,
                        "name": r.name,
                        "summary": r.summary,
                        "category": r.category,
                        "severity": r.severity,
                    }
                    for r in rules
                ],
                indent=1,
            )
        )
        return 0
    for rule in rules:
        print(f"{rule.id}  {rule.name:<26} {rule.severity:<9} {rule.summary}")
    return 0


def run_check(arguments: argparse.Namespace) -> int:
    """Validates the lexicons and runs their examples; exit 1 if an example fails."""
    from mtqa.lexicon_check import check_examples  # noqa: PLC0415

    failures = list(check_examples())
    for failure in failures:
        print(failure)
    print(f"{len(failures)} examples failed" if failures else "all lexicons are valid and all examples hold")
    return int(bool(failures))


def run_stats(arguments: argparse.Namespace) -> int:
    """Counts entries per topic, language and kind."""
    from mtqa.language.lexicon import load_lexicon  # noqa: PLC0415

    lexicon = load_lexicon()
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for entry in lexicon.entries:
        counts[entry.topic][entry.language][entry.kind] += 1
    if arguments.json:
        print(
            json.dumps(
                {
                    **{
                        t: {lang: dict(kinds) for lang, kinds in sorted(langs.items())}
                        for t, langs in counts.items()
                    },
                    "loanwords": len(lexicon.loanwords),
                    "glosses": {k: len(v) for k, v in lexicon.glosses.items()},
                },
                indent=1,
            )
        )
        return 0
    for topic, languages in counts.items():
        total = sum(sum(kinds.values()) for kinds in languages.values())
        print(f"{topic}: {total:,} entries in {len(languages)} languages")
        print(
            "  "
            + ", ".join(f"{language} {sum(kinds.values())}" for language, kinds in sorted(languages.items()))
        )
    print(f"loanwords: {len(lexicon.loanwords):,}")
    print(
        "glosses: "
        + (
            ", ".join(f"{language} {len(table)}" for language, table in sorted(lexicon.glosses.items()))
            or "none"
        )
    )
    return 0


def run_build(arguments: argparse.Namespace) -> int:
    """Builds what is missing; a neural model that cannot be built is reported and hinders nothing else."""
    from mtqa.language.knowledge import Knowledge  # noqa: PLC0415
    from mtqa.language.word_model_build import ensure_word_model  # noqa: PLC0415
    from mtqa.neural.store import SOURCES, build  # noqa: PLC0415

    print(f"word model: {ensure_word_model()}")
    knowledge = Knowledge()
    try:
        count = len(knowledge.lexicon.entries)
    except LexiconError as error:
        raise LexiconError(f"the lexicons are broken: {error}") from error
    print(f"lexicons: {count:,} entries")
    for source in SOURCES:
        try:
            print(f"{source.name}: {build(source)}")
        except ModelError as error:
            print(f"{source.name}: not built: {error}")
    return 0


def run_status(arguments: argparse.Namespace) -> int:
    """Shows where the models lie and whether they are there; exit 1 if one is not."""
    from mtqa.language.word_model_build import word_model_folder  # noqa: PLC0415
    from mtqa.neural.store import SOURCES  # noqa: PLC0415

    words = word_model_folder()
    folders = [("word model", words, (words / "meta.json").is_file())]
    folders += [(source.name, source.folder, source.is_built) for source in SOURCES]
    for name, folder, built in folders:
        size = sum(path.stat().st_size for path in folder.glob("*")) if built else 0
        state = f"{size / 1e6:.0f} MB" if built else "not built; run: python -m mtqa models build"
        print(f"{name}: {folder} ({state})")
    return int(not all(built for _, _, built in folders))


def run_remove(arguments: argparse.Namespace) -> int:
    """Removes the models from the cache."""
    import shutil  # noqa: PLC0415

    from mtqa.language.word_model_build import word_model_folder  # noqa: PLC0415
    from mtqa.neural.store import remove  # noqa: PLC0415

    folder = word_model_folder()
    shutil.rmtree(folder, ignore_errors=True)
    for gone in (folder, *remove()):
        print(f"removed {gone}")
    return 0
