"""Blocks, sentences and tokens of articles."""

from __future__ import annotations

from mtqa.text import read_document
from mtqa.text.tokens import tokenize

ARTICLE = """Council approves bridge plan | Abroad

The council approved the plan on Monday. Mayor J. de Vries (U.S. citizen) said: “We are ready.” Work
begins in spring.

What comes next
- Dr. Smith arrives at 9.30 a.m. on 3. March.
The mayor on the bridge. © AP

ttn-3"""


def test_blocks_are_told_apart() -> None:
    document = read_document(ARTICLE)
    kinds = [(block.kind.value, block.span.of(ARTICLE)[:18]) for block in document.blocks]
    assert kinds == [
        ("title", "Council approves b"),
        ("paragraph", "The council approv"),
        ("label", "What comes next"),
        ("list-item", "- Dr. Smith arrive"),
        ("caption", "The mayor on the b"),
        ("label", "ttn-3"),
    ]


def test_sentences_end_where_people_end_them() -> None:
    document = read_document(ARTICLE)
    sentences = [span.of(ARTICLE).replace("\n", " ") for span in document.sentences]
    assert sentences[1:4] == [
        "The council approved the plan on Monday.",
        "Mayor J. de Vries (U.S. citizen) said: “We are ready.”",
        "Work begins in spring.",
    ]


def test_chinese_and_hindi_sentences_end_too() -> None:
    text = "会议于周一举行。市长没有发言。\nयह पहला है। यह दूसरा है।"
    document = read_document(text)
    assert [span.of(text) for span in document.sentences] == [
        "会议于周一举行。",
        "市长没有发言。",
        "यह पहला है।",
        "यह दूसरा है।",
    ]


def test_tokens_keep_codes_addresses_and_chains_whole() -> None:
    text = "COVID-19, F-16 and de-escalation: don’t mail a.b@c.nl or see https://x.org/a?b. 12,500 é\u0301té 飛空Boat"
    assert tokenize(text).texts == [
        "COVID-19", ",", "F-16", "and", "de-escalation", ":", "don’t", "mail", "a.b@c.nl", "or", "see", "https://x.org/a?b", ".", "12,500",
        "é\u0301té", "飛空", "Boat",
    ]  # fmt: skip
