"""The quiet strip of the HTML report that shows how each sentence reads to the language model."""

from __future__ import annotations

from mtqa.core.documents import Document
from mtqa.core.reviews import Review, SentenceScore
from mtqa.report.html_text import attribute, text

_WIDTH, _HEIGHT = 1000, 40
_LOWEST_SHOWN = 3  # sentences that are also listed in words
_QUOTED = 160  # characters of a sentence in that list
ABSENT = "Not measured: the neural models did not read this article (they read English, where they are installed and switched on)."


def sentence_strip(review: Review) -> str:
    """A bar for each sentence, as wide as it is long and as high as it is likely sound; the lowest also in words."""
    scored = review.estimate.sentences if review.estimate else ()
    if not scored:
        return f'<p class="soft small">{ABSENT}</p>'
    total = sum(_length(score) for score in scored)
    bars: list[str] = []
    left = 0.0
    for score in scored:
        width = _WIDTH * _length(score) / total
        bars.append(_bar(review.document, score, left, width))
        left += width
    lowest = sorted(scored, key=lambda score: score.fluency)[:_LOWEST_SHOWN]
    listed = "".join(_listed(review.document, score) for score in lowest)
    return (
        f'<svg class="reads" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{_told(scored)}"><rect class="ground" width="{_WIDTH}" height="{_HEIGHT}"/>{"".join(bars)}</svg>'
        f'<p class="ends soft small"><span>first sentence</span><span>last</span></p>'
        f'<p class="small">{_told(scored)} The lowest:</p><ul class="soft small lowest">{listed}</ul>'
    )


def _length(score: SentenceScore) -> int:
    return max(1, score.span.end - score.span.start)


def _told(scored: tuple[SentenceScore, ...]) -> str:
    low = sum(score.fluency < 50 for score in scored)
    amount = f"{len(scored)} sentence{'' if len(scored) == 1 else 's'}"
    return f"Of {amount}, {low} {'is' if low == 1 else 'are'} more likely damaged than sound."


def _bar(document: Document, score: SentenceScore, left: float, width: float) -> str:
    height = max(1.0, _HEIGHT * score.fluency / 100)
    title = attribute(f"{score.fluency:.0f}: {score.span.of(document.text)[:_QUOTED]}")
    kind = "low" if score.fluency < 50 else "sound"
    return (
        f'<rect class="{kind}" x="{left:.2f}" y="{_HEIGHT - height:.2f}" width="{max(0.8, width - 1):.2f}" '
        f'height="{height:.2f}"><title>{title}</title></rect>'
    )


def _listed(document: Document, score: SentenceScore) -> str:
    words = " ".join(score.span.of(document.text).split())
    shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rsplit(' ', 1)[0]}…"
    return f"<li><b>{score.fluency:.0f}</b> <bdi>{text(shown)}</bdi> · line {document.line_of(score.span.start)}</li>"
