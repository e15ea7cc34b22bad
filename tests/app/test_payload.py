from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from mtqa.app.desk import DISMISSED, accepted, decide, fresh_desk, undo
from mtqa.app.payload import Utf16, article_message, desk_message, pieces
from mtqa.core.documents import Block, BlockKind
from mtqa.core.spans import Span
from tests.app.factory import article, issue, keyed

KEYED = article()
KEYS = KEYED.order


@given(st.text())
def test_offsets_count_as_javascript_counts(text):
    utf16 = Utf16(text)
    for offset in range(len(text) + 1):
        assert utf16.units(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def test_every_piece_covers_its_issue_in_utf16():
    text = "🎉 Özet 👍🏽 unmentionable 𝕏\n\nÇok 🇹🇷 Bir yanıt yazın"
    review = keyed(
        issue(text, "unmentionable", "CAL001"), issue(text, "Bir yanıt yazın", "RES001"), text=text
    )
    message = article_message(review, "v")
    units = message["text"].encode("utf-16-le")
    covered = [
        units[2 * a : 2 * b].decode("utf-16-le") for found in message["issues"] for a, b in found["pieces"]
    ]
    assert covered == ["unmentionable", "Bir yanıt yazın"]


BLOCKS = tuple(Block(BlockKind.PARAGRAPH, Span(*ends)) for ends in ((0, 5), (7, 12), (14, 20)))


def test_a_span_over_several_blocks_is_cut_at_the_blocks():
    assert pieces(Span(3, 16), BLOCKS) == (Span(3, 5), Span(7, 12), Span(14, 16))


def test_a_span_between_blocks_goes_to_the_edge_of_the_block_before():
    assert pieces(Span(5, 7), BLOCKS) == (Span(5, 5),)


def test_an_empty_span_stays_where_it_is():
    assert pieces(Span(8, 8), BLOCKS) == (Span(8, 8),)
    assert pieces(Span(0, 0), ()) == ()


def test_the_article_message_can_be_sent_whatever_the_text_holds():
    text = "Damaged \udc80 bytes and \u200b signs"
    message = article_message(keyed(issue(text, "\u200b", "ENC004"), text=text), "v")
    sent = json.dumps(message, ensure_ascii=False).encode("utf-8")
    (found,) = json.loads(sent)["issues"]
    assert (found["shown"], found["unseen"]) == ("U+200B", True)


def test_the_article_message_names_groups_and_families():
    message = article_message(KEYED, "v")
    assert [group["family"] for group in message["groups"]] == ["RES", "WEB", "CAL"]
    assert message["families"]["CAL"]["line"] == "wavy"
    assert message["issues"][1]["suggestions"] == ["non-negotiable", "out of the question"]


def test_the_desk_message_is_small_and_complete():
    first, second = KEYS[:2]
    desk = decide(
        decide(fresh_desk(KEYED.issues), {first: DISMISSED}), {second: accepted(KEYED.issues[second])}
    )
    message = desk_message(desk, KEYS[1:], KEYS, "v")
    assert message == {
        "view": "v",
        "epoch": "",
        "ack": 0,
        "selected": first,
        "withSource": False,
        "decisions": {first: ["dismissed", None], second: ["accepted", "non-negotiable"]},
        "history": [{first: None}, {second: None}],
        "hidden": [first],
    }
    assert desk_message(undo(desk), KEYS, KEYS, "v")["history"] == [{first: None}]
