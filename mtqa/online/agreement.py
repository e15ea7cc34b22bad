"""How far a translation service agrees with an article: fresh translations of the source, back-translations of the target.

The service is passed in; this module only asks it and compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from mtqa.core.errors import OnlineError
from mtqa.core.opinions import Agreement, Divergence, SentenceAgreement, SentencePair
from mtqa.online.translation import LONGEST, DatedTranslator, Translation
from mtqa.scoring.pairs import sentence_pairs

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF

    from mtqa.core.documents import Document
    from mtqa.core.reviews import Review

NO_SERVICE = "Agreement needs a translation service; add --online google, mymemory, deepl or libre:URL."
NO_SOURCE = "Agreement compares with the source; add --source FILE."
NO_PAIRS = "The sentences could not be paired with the source; build the models with `mtqa models build`."
SAME_LANGUAGE = "Source and text are in the same language, so there is nothing to translate."
# Choices, not measurements: a sentence stands out if it lies this many robust deviations (1.4826 × the median
# absolute deviation) and this many chrF points below the median of a document with enough sentences to have a usual.
_DEVIATIONS = 3.0
_POINTS = 15.0
_FEWEST = 5
_SHORTEST = 20  # code points; chrF of a label or a name is all or nothing
_CONFIDENCE = (
    0.3  # two good translations may differ; below the thresholds of the profiles "default" and "relaxed"
)


def agreement(review: Review, translator: DatedTranslator, *, neural: bool = True) -> Agreement:
    """The agreement of a service with each sentence of a reviewed text that has a source.

    A service that fails ends the comparison; what was compared until then is kept, and `notes` says why it ended.
    `neural` says whether sentences may be paired by the encoder.
    """
    document = review.document
    language = document.source_lang or (review.source.language if review.source else None)
    if not document.source:
        return Agreement(notes=(NO_SOURCE,))
    if language == document.target_lang:
        return Agreement(notes=(SAME_LANGUAGE,))
    pairs = sentence_pairs(document, neural=neural)
    if not pairs:
        return Agreement(notes=(NO_PAIRS,))
    return _compared(document, pairs, language, translator)


def _compared(
    document: Document, pairs: Sequence[SentencePair], language: str | None, translator: DatedTranslator
) -> Agreement:
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415  half a second, needed only here

    chrf, answers, notes = CHRF(), list[Translation](), list[str]()
    sentences: list[SentenceAgreement] = []
    short = [
        pair for pair in pairs if max(end - start for start, end in (pair.target, pair.source)) <= LONGEST
    ]
    if len(short) < len(pairs):
        notes.append(f"{len(pairs) - len(short)} passages are longer than online services take at once.")
    for pair in short:
        try:
            made = _asked(document, pair, language, translator)
        except OnlineError as error:
            notes.append(f"Agreement stopped after {len(sentences)} of {len(short)} sentences: {error}")
            break
        answers += made
        sentences.append(_scored(document, pair, made, chrf))
    return Agreement(
        provider=answers[0].provider if answers else "",
        date=min((answer.date for answer in answers), default=""),
        cached=bool(answers) and all(answer.cached for answer in answers),
        signature=str(chrf.get_signature()) if sentences else "",
        sentences=tuple(sentences),
        findings=diverging(document, sentences),
        notes=tuple(notes),
    )


def _asked(
    document: Document, pair: SentencePair, language: str | None, translator: DatedTranslator
) -> list[Translation]:
    """The fresh translation and, where the language of the source is known, the back-translation."""
    source, target = pair.source.of(document.source or ""), pair.target.of(document.text)
    made = [translator.look_up(source, language or "auto", document.target_lang)]
    return [*made, translator.look_up(target, document.target_lang, language)] if language else made


def _scored(
    document: Document, pair: SentencePair, made: Sequence[Translation], chrf: CHRF
) -> SentenceAgreement:
    source, target = pair.source.of(document.source or ""), pair.target.of(document.text)
    fresh, back = made[0].text, made[1].text if len(made) > 1 else None
    return SentenceAgreement(
        pair,
        fresh=float(chrf.sentence_score(target, [fresh]).score),
        back=None if back is None else float(chrf.sentence_score(back, [source]).score),
        fresh_text=fresh,
        back_text=back,
    )


def diverging(document: Document, sentences: Sequence[SentenceAgreement]) -> tuple[Divergence, ...]:
    """The sentences that a service agrees with far less than with the others of the document."""
    long = [one for one in sentences if one.pair.target.end - one.pair.target.start >= _SHORTEST]
    if len(long) < _FEWEST:
        return ()
    usual = median(one.mean for one in long)
    spread = 1.4826 * median(abs(one.mean - usual) for one in long)
    floor = usual - max(_POINTS, _DEVIATIONS * spread)
    return tuple(_divergence(document, one, usual) for one in long if one.mean < floor)


def _divergence(document: Document, one: SentenceAgreement, usual: float) -> Divergence:
    evidence = [f"source: {_one_line(one.pair.source.of(document.source or ''))}"]
    evidence.append(f"fresh translation (chrF {one.fresh:.0f}): {_one_line(one.fresh_text)}")
    if one.back is not None and one.back_text is not None:
        evidence.append(f"translated back (chrF {one.back:.0f}): {_one_line(one.back_text)}")
    return Divergence(
        span=one.pair.target,
        line=document.line_of(one.pair.target.start),
        message=f"A fresh translation differs here (agreement {one.mean:.0f}, usually {usual:.0f}); check the source.",
        confidence=_CONFIDENCE,
        evidence=tuple(evidence),
    )


def _one_line(text: str) -> str:
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
