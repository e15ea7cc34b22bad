"""Models read texts together, and a text reads the same in any company."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.api import Request, review_many, review_request
from mtqa.core.config import Config
from mtqa.core.reviews import Review
from mtqa.neural.encoder import load_encoder
from mtqa.neural.language_model import load_language_model
from mtqa.neural.together import Memory, of_equal_length

SENTENCES = [
    "The minister opened the new bridge on Monday in the rain.",
    "No.",
    "Officials of the ministry said that nobody had been hurt in the fire at the port, which burned until morning.",
    "A second meeting will be held in the summer.",
    "Yes.",
    "The talks went on until late at night, and nobody was surprised.",
]


def test_every_sequence_is_read_once_with_others_of_its_length() -> None:
    lengths = [3, 5, 3, 3, 9, 5, 3, 3]
    batches = list(of_equal_length([[0] * length for length in lengths], 2))
    assert sorted(number for batch in batches for number in batch) == list(range(len(lengths)))
    assert all(len({lengths[number] for number in batch}) == 1 for batch in batches)
    assert max(map(len, batches)) == 2


def test_memory_makes_a_text_once_and_forgets_the_oldest() -> None:
    asked: list[str] = []

    def make(texts: list[str]) -> list[str]:
        asked.extend(texts)
        return [text.upper() for text in texts]

    memory: Memory[str] = Memory(2)
    assert memory.recall(["a", "b", "a"], make) == ["A", "B", "A"]
    assert memory.recall(["a", "c"], make) == ["A", "C"]
    assert memory.recall(["a", "b"], make) == ["A", "B"]
    assert asked == ["a", "b", "c", "b"]


@pytest.mark.parametrize("load", [load_language_model, load_encoder])
def test_states_do_not_depend_on_the_company(load) -> None:  # type: ignore[no-untyped-def]
    model = load()
    ask = getattr(model, "_read_all", None) or model._encode  # past the memory
    together = ask(SENTENCES)
    for sentence, one in zip(SENTENCES, together, strict=True):
        assert np.array_equal(one.states, ask([sentence])[0].states)


def test_a_review_is_the_same_alone_and_among_others() -> None:
    source = "Der Minister hat am Montag im Regen die neue Brücke eröffnet."
    requests = [Request(text, target_lang="en") for text in SENTENCES]
    requests.append(Request(SENTENCES[0], source=source, source_lang="de", target_lang="en"))
    config = Config(neural=True)
    among = [one for one in review_many(requests, config=config) if isinstance(one, Review)]
    load_language_model.cache_clear()
    load_encoder.cache_clear()
    alone = [review_request(request, config) for request in requests]
    assert [one.scores for one in among] == [one.scores for one in alone]
    assert [one.issues for one in among] == [one.issues for one in alone]
