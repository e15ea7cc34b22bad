"""An article that tries what files let texts do: mark-up, formulas, direction, astral, invisible and control characters."""

from __future__ import annotations

from mtqa.core.issues import Issue, State, delete, insert, replace
from mtqa.core.reviews import Review
from tests.report.factory import issue, review

MARKUP = "<script>alert(1)</script><w:p/>&amp;]]>"
FORMULA = '=HYPERLINK("http://evil.example","x")'
RIGHT_TO_LEFT = "قال الوزير إن \u202eالقمة\u202c نجحت"
ASTRAL = "A 😀 smile 𝔸 and 漢字かな한국"
INVISIBLE = "zero\u200bwidth\u00adsoft\ufeffmark"
CONTROL = "nul\x00 esc\x1b tab\tand \ud800 lone"
TYPST = '#eval("1+1") $x$ *bold* _it_ @ref \\ `raw`'
PARAGRAPHS = (MARKUP, FORMULA, RIGHT_TO_LEFT, ASTRAL, INVISIBLE, CONTROL, TYPST, "Ğüneş Ωμέγα Привет")
ARTICLE = "\n\n".join(PARAGRAPHS)


def hostile_review() -> Review:
    """A review with an issue in each paragraph, all words of which come from the article."""
    return review(*_issues(), text=ARTICLE, notes=(MARKUP, FORMULA, CONTROL))


def _issues() -> list[Issue]:
    return [
        _issue("<script>", MARKUP, suggestions=(delete(),), state=State.ACCEPTED),
        _issue("=HYPERLINK", FORMULA, suggestions=(replace("=1+1"),), state=State.DISMISSED),
        _issue("القمة", RIGHT_TO_LEFT, suggestions=(replace("الاجتماع"),), state=State.ACCEPTED),
        _issue("smile", ASTRAL, suggestions=(insert("😀 "),)),
        _issue("width\u00adsoft", INVISIBLE),
        _issue("esc\x1b", CONTROL, suggestions=(replace("x\x00y"),), state=State.ACCEPTED),
        _issue("$x$", TYPST),
    ]


def _issue(covered: str, said: str, **fields: object) -> Issue:
    return issue(covered, text=ARTICLE, message=said, evidence=(said,), comment=said, gloss=said, **fields)
