"""Estimators from outside: an OpenAI-compatible server on loopback, and a made-up `comet` package."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from mtqa.cli import main
from mtqa.core.config import EstimatorSettings, config_from_dict
from mtqa.core.errors import ConfigError, InvalidAnswer, ModelError, OnlineError
from mtqa.core.mqm import Severity
from mtqa.core.opinions import MarkedError, SentenceEstimate
from mtqa.core.spans import Span
from mtqa.online.answers import read_estimate
from mtqa.online.estimators import make_estimator
from mtqa.scoring.estimators import NO_SOURCE, estimate_outside
from mtqa.text import read_document

SOURCE = "Der Rat stimmte zu. Das ist unverhandelbar."
TARGET = "The council agreed. That is unmentionable."


class Chat(BaseHTTPRequestHandler):
    """Answers as a chat endpoint: errors where the target says "unmentionable", nonsense where it says "nonsense"."""

    asked: ClassVar[list[tuple[str, str | None, dict[str, object]]]] = []

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Chat.asked.append((self.path, self.headers["Authorization"], question))
        target = json.loads(question["messages"][1]["content"])["target"]
        if "slow" in target:
            time.sleep(2)
        status = 401 if "refused" in target else 302 if "elsewhere" in target else 200
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/stolen")
        self.end_headers()
        content = "I would say 80." if "nonsense" in target else json.dumps(self._estimate(target))
        with suppress(BrokenPipeError):  # nobody waits for the slow answer any more
            self.wfile.write(json.dumps({"choices": [{"message": {"content": content}}]}).encode())

    def _estimate(self, target: str) -> dict[str, object]:
        if "unmentionable" not in target:
            return {"score": 95, "errors": []}
        error = {"text": "unmentionable", "severity": "major", "category": "Accuracy/Mistranslation"}
        return {"score": 55.5, "errors": [error]}

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def chat() -> Iterator[str]:
    service = ThreadingHTTPServer(("127.0.0.1", 0), Chat)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{service.server_port}/v1"
    service.shutdown()


@pytest.fixture(autouse=True)
def nothing_set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Chat.asked.clear()
    monkeypatch.setenv("MTQA_CACHE", str(tmp_path / "cache"))
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"MTQA_ESTIMATOR_{name}", raising=False)


def test_an_endpoint_gives_score_and_spans_and_is_asked_once(
    chat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTQA_ESTIMATOR_KEY", "secret")
    estimator = make_estimator(f"openai:{chat}#judge")
    first = estimator.score("Das ist unverhandelbar.", "That is unmentionable.")
    error = MarkedError(Span(8, 21), Severity.MAJOR, "Accuracy/Mistranslation")
    assert first == SentenceEstimate(55.5, (error,), first.date, cached=False)
    again = estimator.score("Das ist unverhandelbar.", "That is unmentionable.")
    assert again == SentenceEstimate(55.5, (error,), first.date, cached=True)
    ((path, key, question),) = Chat.asked
    assert (path, key, question["model"]) == ("/v1/chat/completions", "Bearer secret", "judge")


def test_address_model_and_key_may_come_from_the_settings(chat: str) -> None:
    table = {"url": chat, "model": "judge", "key": "secret"}
    settings = config_from_dict({"estimator": table}, "mtqa.toml").estimator
    make_estimator("openai", settings).score("Hallo.", "Hello.")
    make_estimator(f"openai:{chat}/#other", settings).score("Hallo.", "Hello.")
    assert [key for _, key, _ in Chat.asked] == ["Bearer secret", None]  # a key is for its own address only
    assert "secret" not in repr(settings)


def test_settings_of_the_estimator_are_read_strictly() -> None:
    with pytest.raises(
        ConfigError, match=r"mtqa.toml: estimator: unknown setting 'modle'; did you mean model\?"
    ):
        config_from_dict({"estimator": {"modle": "judge"}}, "mtqa.toml")


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("This is slow.", r"did not answer within 0\.3 seconds"),
        ("This is refused.", r"refused \(401\); check the address, the model and the key"),
        ("This is elsewhere.", r"refused \(302\)"),
        ("This is nonsense.", "the model did not answer in JSON; try another model"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_is_not_kept(
    chat: str, tmp_path: Path, target: str, problem: str
) -> None:
    estimator = make_estimator(f"openai:{chat}#judge", timeout=0.3, cache=tmp_path / "answers")
    with pytest.raises(OnlineError, match=problem):
        estimator.score("Das.", target)
    assert list(tmp_path.rglob("*.json")) == []


def test_an_absent_endpoint_is_one_sentence() -> None:
    with pytest.raises(OnlineError, match=r"127\.0\.0\.1:9 cannot be reached"):
        make_estimator("openai:http://127.0.0.1:9/v1#judge").score("Das.", "This.")


ERROR = {"text": "a", "severity": "minor", "category": "Style"}


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ([], "does not consist of"),
        ({"score": 80}, "does not consist of"),
        ({"score": 80, "errors": [], "why": "x"}, "does not consist of"),
        ({"score": True, "errors": []}, "not a number between 0 and 100"),
        ({"score": 101, "errors": []}, "not a number between 0 and 100"),
        ({"score": float("nan"), "errors": []}, "not a number between 0 and 100"),
        ({"score": 10**400, "errors": []}, "not a number between 0 and 100"),
        ({"score": 80, "errors": [ERROR | {"severity": "Minor"}]}, "severity other than"),
        ({"score": 80, "errors": [ERROR | {"text": ""}]}, "not in the translation"),
        ({"score": 80, "errors": [ERROR | {"text": "b"}]}, "not in the translation"),
        ({"score": 80, "errors": [ERROR, ERROR, ERROR]}, "not in the translation"),
        ({"score": 80, "errors": [ERROR | {"start": 1}]}, "lacks text, severity or category"),
        ({"score": 80, "errors": [ERROR | {"category": "\x1b[31m"}]}, "category that is no name"),
    ],
)
def test_an_answer_other_than_asked_for_is_refused(answer: object, problem: str) -> None:
    with pytest.raises(InvalidAnswer, match=problem):
        read_estimate(json.dumps(answer), "a, a.")


def test_a_passage_named_twice_stands_for_both_places() -> None:
    found = read_estimate(json.dumps({"score": 80, "errors": [ERROR, ERROR]}), "a, a.")
    assert [error.span for error in found.errors] == [Span(0, 1), Span(3, 4)]


def test_a_bad_answer_costs_its_sentence_and_a_refusal_ends_the_estimate(chat: str) -> None:
    document = read_document(
        "This is nonsense. All is well. This is refused. Never asked.",
        source="Unsinn. Alles gut. Verweigert. Nie gefragt.",
        source_lang="de",
    )
    found = estimate_outside(document, make_estimator(f"openai:{chat}#judge"), neural=False)
    assert [(one.pair.target.of(document.text), one.score) for one in found.sentences] == [
        ("All is well.", 95.0)
    ]
    assert found.notes[0].startswith("1 of 4 sentences have no estimate: the model did not answer in JSON")
    assert found.notes[1].startswith("The estimate stopped after 2 of 4 sentences: 127.0.0.1")
    assert len(Chat.asked) == 3


def test_without_a_source_nobody_is_asked(chat: str) -> None:
    found = estimate_outside(read_document(TARGET), make_estimator(f"openai:{chat}#judge"))
    assert (found.sentences, found.score, found.notes, Chat.asked) == ((), None, (NO_SOURCE,), [])


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("opnai:x", "did you mean openai"),
        ("openai", "needs an address and a model"),
        ("openai:http://127.0.0.1/v1", "needs an address and a model"),
        ("openai:file:///etc/passwd#m", "begins with http"),
        ("openai:http://me:secret@host/v1#m", "holds no key"),
    ],
)
def test_a_name_that_makes_no_sense_is_refused(name: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem) as caught:
        make_estimator(name)
    assert "secret" not in str(caught.value)


def test_the_command_shows_the_estimate_as_a_part_of_its_own(
    chat: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TARGET, encoding="utf-8")
    (tmp_path / "s.txt").write_text(SOURCE, encoding="utf-8")
    command = ["review", str(tmp_path / "a.txt"), "--source", str(tmp_path / "s.txt"), "--target-lang", "en"]
    main([*command, "--format", "json"])
    alone = json.loads(capsys.readouterr().out)
    main([*command, "--format", "json", "--estimator", f"openai:{chat}#judge"])
    data = json.loads(capsys.readouterr().out)
    estimate = data.pop("estimator")
    assert data == alone
    assert (estimate["name"], estimate["score"]) == (f"openai:{chat}#judge", 75.25)
    (span,) = estimate["sentences"][1]["spans"]
    assert TARGET[span["start"] : span["end"]] == span["text"] == "unmentionable"
    main([*command, "--estimator", f"openai:{chat}#judge"])
    printed = " ".join(capsys.readouterr().out.split())
    assert "75 of 100 · 2 sentences · 1 error marked · cached" in printed
    assert "major [unmentionable] Accuracy/Mistranslation" in printed


COMET = """
class Output:
    def __init__(self, mt):
        self.scores = [1.02 if "agreed" in mt else float("nan") if "broken" in mt else 0.4]
        start = mt.find(" unmentionable")
        spans = [{"text": "", "start": start, "end": start + 14, "severity": "major", "confidence": 0.4}]
        self.metadata = type("Metadata", (), {"error_spans": [spans if start >= 0 else []]})

class Model:
    def __init__(self, path):
        self.path = path

    def requires_references(self):
        return "with-reference" in self.path

    def predict(self, samples, batch_size, gpus, progress_bar):
        return Output(samples[0]["mt"])

def load_from_checkpoint(path, local_files_only):
    assert local_files_only
    if "broken" in path:
        raise Exception("hparams.yaml file is missing")
    return Model(path)
"""


@pytest.fixture
def comet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    package = tmp_path / "packages" / "comet"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(COMET, encoding="utf-8")
    monkeypatch.syspath_prepend(str(package.parent))
    for name in ("kiwi", "with-reference", "broken"):
        (tmp_path / name / "checkpoints").mkdir(parents=True)
        (tmp_path / name / "checkpoints" / "model.ckpt").touch()
    yield tmp_path
    sys.modules.pop("comet", None)


def test_a_comet_model_gives_scores_up_to_100_and_its_error_spans(comet: Path) -> None:
    estimator = make_estimator(f"comet:{comet / 'kiwi'}")
    document = read_document(TARGET, source=SOURCE, source_lang="de")
    found = estimate_outside(document, estimator, neural=False)
    assert [one.score for one in found.sentences] == [100.0, 40.0]
    (error,) = found.sentences[1].errors
    assert (error.span.of(TARGET), error.severity) == ("unmentionable", Severity.MAJOR)
    assert (found.estimator, found.date, found.cached) == (f"comet:{comet / 'kiwi'}", "", False)


@pytest.mark.parametrize(
    ("model", "problem"),
    [
        ("nowhere", "there is no such model file"),
        ("with-reference", "needs a reference translation"),
        ("broken", r"cannot be loaded \(Exception\)"),
    ],
)
def test_a_comet_model_that_cannot_be_used_is_one_sentence(comet: Path, model: str, problem: str) -> None:
    with pytest.raises(ModelError, match=problem):
        make_estimator(f"comet:{comet / model}")


def test_a_score_that_is_no_number_is_one_sentence(comet: Path) -> None:
    with pytest.raises(ModelError, match="gave no score that can be read"):
        make_estimator(f"comet:{comet / 'kiwi'}").score("Kaputt.", "It is broken.")


def test_without_the_package_the_command_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "comet", None)
    (tmp_path / "model.ckpt").touch()
    (tmp_path / "a.txt").write_text(TARGET, encoding="utf-8")
    assert main(["review", str(tmp_path / "a.txt"), "--estimator", f"comet:{tmp_path / 'model.ckpt'}"]) == 2
    assert (
        capsys.readouterr().err
        == "mtqa: The package comet is not installed; run: pip install unbabel-comet\n"
    )


def test_an_estimator_is_off_unless_asked_for() -> None:
    assert config_from_dict({}, "mtqa.toml").estimator == EstimatorSettings()
