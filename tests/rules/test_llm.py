"""LLM on the borders: a chatbot speaks at the edges of a text, and people use the same words."""

from __future__ import annotations

import pytest

from mtqa.rules.registry import all_rules
from tests.rules.checking import found

RULES = all_rules()


CASES = [
    (
        "LLM001",
        "Talks fail\n\nHere is the translation of the article into English:\n\nThe talks failed.",
        [("Here is the translation of the article into English:", "")],
    ),
    (
        "LLM001",
        "Hier is de vertaling van het artikel:\n\nThe talks failed.",
        [("Hier is de vertaling van het artikel:", "")],
    ),
    ("LLM001", "OK, I will answer. The talks failed.", []),
    ("LLM001", "The talks failed.\n\nIt rained.\n\nIt snowed.\n\nHere is the translation:", []),
    ("LLM002", "The talks failed. I hope this helps!", [("I hope this helps!", "")]),
    ("LLM002", 'He said: "I hope this helps the city." Nobody else spoke.', []),
    ("LLM002", "If you want to vote, you need to be 18.", []),
    ("LLM003", "It was [translated from Dutch] late.", [("[translated from Dutch]", "")]),
    ("LLM003", "Note: buses run on Monday.\n\nThe talks failed.", []),
    (
        "LLM004",
        "I apologize, but I am unable to translate this.",
        [("I apologize, but I am unable to translate this.", "")],
    ),
    ("LLM004", "\"I'm sorry, but I can't help,\" he said. The text provided relief.", []),
    (
        "LLM005",
        "The talks failed.\n\nOption 2: The talks collapsed.",
        [("Option 2: The talks collapsed.", "")],
    ),
    ("LLM006", "```markdown\nThe talks failed.\n```", [("```markdown", ""), ("```", "")]),
    ("LLM007", "**Talks fail**\n\nThe talks failed.", [("**Talks fail**", "Talks fail")]),
    ("LLM007", "## Heading\n\n**Bold** text.\n\n* item\n\n* item\n\nPlain text here.\n\n### More", []),
    ("LLM008", "The talks failed. Translated with DeepL.com, he said.", [("Translated with DeepL.com", "")]),
    (
        "LLM008",
        "The talks failed.\n\nVertaald met DeepL.com (gratis versie)",
        [("Vertaald met DeepL.com (gratis versie)", "")],
    ),
    ("LLM009", "Assistant: The talks failed.", [("Assistant:", "")]),
    (
        "LLM009",
        "<translation>The talks failed.</translation>",
        [("<translation>", ""), ("</translation>", "")],
    ),
    (
        "LLM010",
        "Please translate the following article into Dutch.\n\nThe talks failed.",
        [("Please translate the following article into Dutch.", "")],
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_tricky_cases_are_found_or_let_pass(
    rule: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(RULES[rule], text) == expected
