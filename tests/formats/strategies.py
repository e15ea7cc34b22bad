"""Articles and corrections as hypothesis makes them."""

from __future__ import annotations

import io

import docx
from hypothesis import strategies as st

from mtqa.formats import Edit

WORDS = st.sampled_from(
    [
        "the",
        "minister",
        "said",
        "unmentionable",
        "yanıt",
        "İstanbul",
        "déjà",
        "слово",
        "会談",
        "R&D",
        "3.5",
        "😀",
        "don't",
    ]
)
SIGNS = st.sampled_from(
    [*"*_`[]()<>&#;!~-+.:|\\\"'=/ \n\u00a0", "&amp;", "<b>", "](x)", "**", "1. ", "# ", "```", "<!--"]
)
REPLACEMENTS = st.lists(WORDS | SIGNS | st.just(" "), max_size=5).map("".join)
WILD_TEXTS = st.lists(
    WORDS | SIGNS | st.sampled_from([" ", "\n", "\r\n", "\n\n"]), min_size=1, max_size=30
).map("".join)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Up to four edits that do not overlap, anywhere in the text."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return [Edit(start, end, draw(REPLACEMENTS)) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


@st.composite
def word_files(draw: st.DrawFn) -> bytes:
    """Word documents of paragraphs that are cut into runs, with tabs and line breaks."""
    document = docx.Document()
    for runs in draw(
        st.lists(st.lists(WORDS | st.sampled_from([" ", "\t", "\n", ""]), max_size=5), min_size=1, max_size=4)
    ):
        paragraph = document.add_paragraph()
        for index, run in enumerate(runs):
            paragraph.add_run(run).bold = index % 2 == 0
    document.add_paragraph("End.")
    document.sections[0].header.paragraphs[0].text = draw(WORDS)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document made with python-docx."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "<br class='x'/>", "<div>", "</div>", "<li>", "<!-- c -->"]
)
_ODD = st.sampled_from(
    [
        "<script>a<b</script>",
        "<pre>",
        "</pre>",
        "<a href='x>y'>",
        "</a>",
        "&amp;",
        "&lt",
        "&copy2024",
        "&",
        "<",
    ]
)
PAGES = st.lists(WORDS | _TAGS | _ODD | st.sampled_from([" ", "\n  ", "\t"]), min_size=1, max_size=25).map(
    "".join
)
