"""Agreement of a translation service with an article, asked of a translator in memory and of a loopback server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.api import review
from mtqa.cli import main
from mtqa.core.errors import OnlineError
from mtqa.core.opinions import Agreement
from mtqa.online import Translation
from mtqa.online.agreement import NO_PAIRS, NO_SOURCE, SAME_LANGUAGE, agreement
from mtqa.rules.registry import all_rules

PAIRS = {
    "Der Rat stimmte dem Plan am Montag zu.": "The council approved the plan on Monday.",
    "Die Arbeiten beginnen im Frühjahr.": "Work will begin in the spring.",
    "Der Bürgermeister lobte den Beschluss.": "The mayor praised the decision.",
    "Die Stadt zahlt die Hälfte der Kosten.": "The city pays half of the cost.",
    "Anwohner fürchten den Lärm der Baustelle.": "Residents fear the noise of the site.",
    "Eine Klage ist angekündigt worden.": "A lawsuit has been announced.",
}
SOURCE = " ".join(PAIRS)
GOOD = " ".join(PAIRS.values())
ODD = GOOD.replace("Residents fear the noise of the site.", "Breakfast is included every day at eight.")


class Dictionary:
    """A translator that knows the six sentences both ways, and gives anything else back as it is."""

    def __init__(self, *, fails_after: int = 1000, cached: bool = False) -> None:
        self.asked: list[tuple[str, str]] = []
        self._fails_after, self._cached = fails_after, cached

    def translate(self, text: str, source: str, target: str) -> str:
        return self.look_up(text, source, target).text

    def look_up(self, text: str, source: str, target: str) -> Translation:
        self.asked.append((source, target))
        if len(self.asked) > self._fails_after:
            raise OnlineError("dictionary failed; try again.")
        both = PAIRS | {english: german for german, english in PAIRS.items()}
        return Translation(
            both.get(text, text), "dictionary", f"2024-05-0{len(self.asked) % 9 + 1}", self._cached
        )


def compared(text: str, translator: Dictionary, **options: str) -> Agreement:
    given = {"source": SOURCE, "source_lang": "de", "target_lang": "en"} | options
    return agreement(review(text, **given), translator, neural=False)


def test_the_service_agrees_fully_with_its_own_translation() -> None:
    found = compared(GOOD, Dictionary())
    assert [(one.fresh, one.back) for one in found.sentences] == [
        (pytest.approx(100), pytest.approx(100))
    ] * 6
    assert (found.provider, found.date, found.cached, found.findings) == (
        "dictionary",
        "2024-05-01",
        False,
        (),
    )
    assert found.signature.startswith("nrefs:1|case:mixed")


def test_a_sentence_far_below_the_others_is_pointed_out_and_costs_nothing() -> None:
    reviewed = review(ODD, source=SOURCE, source_lang="de", target_lang="en")
    found = agreement(reviewed, Dictionary(), neural=False)
    (finding,) = found.findings
    assert finding.span.of(ODD) == "Breakfast is included every day at eight."
    assert finding.confidence == 0.3
    assert finding.evidence[0] == "source: Anwohner fürchten den Lärm der Baustelle."
    assert finding.evidence[1].endswith("Residents fear the noise of the site.")
    assert len(finding.message) <= 120
    assert not [issue for issue in reviewed.issues if issue.rule == "ALN011"]


def test_the_id_of_the_findings_belongs_to_no_rule() -> None:
    assert "ALN011" not in all_rules()


def test_a_service_that_fails_ends_the_comparison_and_says_so() -> None:
    found = compared(GOOD, Dictionary(fails_after=5))
    assert len(found.sentences) == 2
    assert found.notes == ("Agreement stopped after 2 of 6 sentences: dictionary failed; try again.",)


def test_answers_kept_from_before_are_called_cached() -> None:
    assert compared(GOOD, Dictionary(cached=True)).cached


@pytest.mark.parametrize(
    ("options", "note"),
    [
        ({"source": ""}, NO_SOURCE),
        ({"source_lang": "en"}, SAME_LANGUAGE),
        ({"source": "Ein Satz. Noch ein Satz."}, NO_PAIRS),
    ],
)
def test_what_cannot_be_compared_is_said(options: dict[str, str], note: str) -> None:
    text = GOOD if "source" not in options else f"{GOOD}\n\n{GOOD}"
    translator = Dictionary()
    assert compared(text, translator, **options) == Agreement(notes=(note,))
    assert translator.asked == []


def test_blocks_are_compared_where_the_sentences_do_not_match() -> None:
    source = "Der Rat stimmte zu, am Montag.\n\nDie Arbeiten beginnen im Frühjahr. Und zwar früh."
    target = (
        "The council agreed. It was on Monday.\n\nWork will begin in the spring. It will be early. Really."
    )
    found = compared(target, Dictionary(), source=source)
    assert [one.pair.target.of(target) for one in found.sentences] == target.split("\n\n")
    assert [one.pair.source.of(source) for one in found.sentences] == source.split("\n\n")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text(ODD, encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "source.txt")


def run(files: tuple[str, str], *more: str) -> int:
    return main(["review", files[0], "--source", files[1], "--target-lang", "en", "--agreement", *more])


def test_the_command_shows_agreement_in_text_and_json(
    files: tuple[str, str], libre: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(files, "--online", f"libre:{libre}")
    printed = capsys.readouterr().out
    assert "Agreement with libre: fresh translation chrF" in printed
    assert run(files, "--online", f"libre:{libre}", "--format", "json") == status
    found = json.loads(capsys.readouterr().out)["agreement"]
    assert (found["provider"], found["cached"], len(found["sentences"])) == ("libre", True, 6)
    first = found["sentences"][0]
    assert ODD[first["start"] : first["end"]] == "The council approved the plan on Monday."
    assert first["fresh_text"] == "<Der Rat stimmte dem Plan am Montag zu. in en>"
    assert first["back_text"] == "<The council approved the plan on Monday. in de>"


def test_the_command_shows_the_sentence_that_differs(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mtqa.online.make_translator", lambda _provider: Dictionary())
    run(files, "--online", "libre:http://127.0.0.1:9")
    printed = capsys.readouterr().out
    assert "ALN011 30%\n      [Breakfast is included every day at eight.]" in printed


def test_without_a_service_the_command_says_how_to_get_one(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(files)
    assert "Agreement needs a translation service; add --online google" in capsys.readouterr().out
    run(files, "-o", str(tmp_path / "report.md"))
    assert "add --online google" in (tmp_path / "report.md").read_text("utf-8")
