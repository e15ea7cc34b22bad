"""ENC on the borders: what must be found, and what only looks like it."""

from __future__ import annotations

import pytest

from mtqa.rules.registry import all_rules
from tests.rules.checking import found

RULES = all_rules()


CASES = [
    ("ENC001", "ÐŸÑ€Ð¸Ð²ÐµÑ‚ is mojibake.", [("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет")]),
    ("ENC001", "It costs Â£5 at the â€œInnâ€\x9d.", [("Â£", "£"), ("â€œInnâ€\x9d", "“Inn”")]),
    ("ENC001", "itвЂ™s late", [("itвЂ™s", "it’s")]),
    ("ENC001", "Ça va à São Tomé, Ñandú, Âmbito, Ðà Nẵng.", []),
    ("ENC002", "שלום\u200f and \u202bעברית\u202c stay.", []),
    ("ENC002", "क्\u200dष and 👨\u200d👩 stay, a\u200db goes.", [("\u200d", "")]),
    ("ENC003", "Is it true?s not a word. youtube.com/watch?t=20", [("true?s", "true’s")]),
    ("ENC003", "the �ber case", [("�ber", None)]),
    (
        "ENC004",
        "\\ud83d\\ude00 and =C3=A9 and caf%C3%A9 at https://x.org/%C3%A9",
        [("\\ud83d\\ude00", "😀"), ("=C3=A9", "é"), ("%C3%A9", "é")],
    ),
    ("ENC004", "\\ud83d alone", [("\\ud83d", None)]),
    ("ENC005", "The word Привет and αβγ and Правда-TV.", []),
    ("ENC005", "Правдa is Cyrillic with a Latin a.", [("Правдa", "Правда")]),
    (
        "ENC006",
        "<unk> and [UNK] and Gov@@ ernment and a▁house",
        [("<unk>", None), ("[UNK]", None), ("@@ ", ""), ("▁", " ")],
    ),
    ("ENC006", "## Heading and #5 and @user and x <s> y", [("<s>", "")]),
    (
        "ENC011",
        "&amp;amp;nbsp;a &quot;b&quot; R&D; AT&T; Q&A;",
        [("&amp;amp;nbsp;", " "), ("&quot;", '"'), ("&quot;", '"')],
    ),
    (
        "ENC012",
        '<!-- x --> a <b class="x">b</b> c < d > e <3',
        [("<!-- x -->", ""), ('<b class="x">', ""), ("</b>", "")],
    ),
    ("ENC013", "[b]bold[/b] and [1] and [sic] and [He]", [("[b]", ""), ("[/b] ", "")]),
    (
        "ENC014",
        "${x} #{y} {% if %} %(n)s %NAME% [Your Name Here] {a} 5%s",
        [
            ("${x}", None),
            ("#{y}", None),
            ("{% if %}", None),
            ("%(n)s", None),
            ("%NAME%", None),
            ("[Your Name Here]", None),
            ("{a}", None),
        ],
    ),
    ("ENC021", "Gerard 't Hooft, the Joneses ' house, .NET, wait ... and 's-Gravenhage", []),
    ("ENC021", "It is , he said , the end .", [(" ,", ","), (" ,", ","), (" .", ".")]),
    (
        "ENC021",
        "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word , and on",
        [],
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_tricky_cases_are_found_or_let_pass(
    rule: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(RULES[rule], text) == expected
