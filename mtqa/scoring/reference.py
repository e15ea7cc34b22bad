"""BLEU, chrF and TER against a reference translation, by sacrebleu."""

from __future__ import annotations

from mtqa.core.reviews import ReferenceScores


def score_reference(text: str, reference: str) -> ReferenceScores:
    """Corpus scores over lines where both sides have equally many, else over the whole text as one segment."""
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415  half a second, needed only with a reference
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415

    hypotheses, references = _segments(text, reference)
    bleu, chrf, ter = BLEU(effective_order=True), CHRF(), TER()
    scores = [float(metric.corpus_score(hypotheses, [references]).score) for metric in (bleu, chrf, ter)]
    signatures = tuple(str(metric.get_signature()) for metric in (bleu, chrf, ter))
    return ReferenceScores(scores[0], scores[1], scores[2], signatures)


def _segments(text: str, reference: str) -> tuple[list[str], list[str]]:
    ours = [line for line in text.splitlines() if line.strip()]
    theirs = [line for line in reference.splitlines() if line.strip()]
    return (ours, theirs) if len(ours) == len(theirs) else ([" ".join(ours)], [" ".join(theirs)])
