"""FLU: word sequences that no grammar of English allows. Each pattern is rare enough in good English to be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_Pair = tuple[str, str]


def _pairs(firsts: str, seconds: str) -> frozenset[_Pair]:
    """All pairs of a first and a second word, the first also with a capital."""
    return frozenset(
        (form, second)
        for first in firsts.split()
        for form in (first, first.capitalize())
        for second in seconds.split()
    )


def _find_pairs(document: Document, wanted: frozenset[_Pair]) -> Iterator[int]:
    """Indices of tokens that make a wanted pair with the next one, a single blank between them."""
    tokens = document.tokens
    if wanted.isdisjoint(zip(tokens.texts, tokens.texts[1:], strict=False)):
        return
    for i, pair in enumerate(zip(tokens.texts, tokens.texts[1:], strict=False)):
        if pair in wanted and document.text[tokens.ends[i] : tokens.starts[i + 1]] == " ":
            yield i


_DISAGREEING = (
    _pairs("he she it", "do don't don’t")
    | _pairs("he she", "are have am")
    | _pairs("they we", "was has is does doesn't doesn’t")
    | _pairs("these those", "is was has")
    | _pairs("there", "is was")
)
_MANY = frozenset({"many", "several", "numerous"})
# After these the verb belongs to somebody else, or stands in the bare form: "would he have", "you and she are".
_LEADS = frozenset(
    "would should could might must may can will did does do had shall not let lest of than what how or and either nor like us if whatever "
    "until unless ensure".split()
)
_SUBJUNCTIVE = re.compile(
    r"\b(?:demand|insist|ask|suggest|requir|recommend|propos|order|urg|request|essential|important|necessary|prefer|crucial|vital|advis)[^.]*\bthat $"
)
_RIGHT_FORM = {"do": "does", "don't": "doesn't", "don’t": "doesn’t", "are": "is", "am": "is", "have": "has", "was": "were", "has": "have",
               "is": "are", "does": "do", "doesn't": "don't", "doesn’t": "don’t"}  # fmt: skip


@rule(
    "FLU011",
    "wrong-agreement",
    summary="A verb that does not go with its subject: “he do not”, “they was”.",
    why="The engine chose the form of the verb before it knew the subject. The sentence reads as broken English.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("The mayor said that he [[do]] not know.", fixed="The mayor said that he does not know."),
        Example("On Monday they [[was]] in Ankara.", fixed="On Monday they were in Ankara."),
        Example("There [[is]] many reasons for it.", fixed="There are many reasons for it."),
        Example("Would he have come? Did she have time? None of them has it; may it do not harm."),
        Example("He does not know. They were there. There is many a reason. What they are is clear."),
    ),
)
def wrong_agreement(document: Document, context: Context) -> Iterator[Finding]:
    """Pronouns with a verb form of another person, where no auxiliary stands before them."""
    tokens = document.tokens
    for i in _find_pairs(document, _DISAGREEING):
        pronoun, verb = tokens.texts[i].lower(), tokens.texts[i + 1]
        following = [*tokens.texts[i + 2 : i + 4], "", ""]
        if verb in {"do", "does"} and following[0] != "not":
            continue
        if pronoun == "there" and (following[0] not in _MANY or following[1] in {"a", "an"}):
            continue
        if pronoun != "there" and _is_led(document, i):
            continue
        yield Finding(
            tokens.span(i + 1),
            "The verb does not go with its subject; put it in the right form.",
            0.85,
            suggestions=(replace(_RIGHT_FORM[verb]),),
        )


def _is_led(document: Document, index: int) -> bool:
    before = document.tokens.texts[index - 1].lower() if index else ""
    if before in _LEADS or before.endswith(("n't", "n’t", "'d", "’d")):
        return True
    start = document.tokens.starts[index]
    return _SUBJUNCTIVE.search(document.text, max(0, start - 80), start) is not None


_PAST_TO_BASE = {
    "went": "go", "came": "come", "took": "take", "was": "be", "were": "be", "had": "have", "has": "have", "is": "be", "made": "make", "gave": "give",
    "knew": "know", "became": "become", "began": "begin", "got": "get", "told": "tell", "wrote": "write", "spoke": "speak", "rose": "rise", "grew": "grow",
    "goes": "go", "does": "do", "did": "do", "said": "say", "thought": "think", "brought": "bring", "kept": "keep", "paid": "pay", "sent": "send",
    "stood": "stand", "won": "win", "lost": "lose", "held": "hold", "heard": "hear", "understood": "understand", "happened": "happen", "wanted": "want",
    "needed": "need", "used": "use", "takes": "take", "makes": "make", "gives": "give", "comes": "come", "knows": "know", "wants": "want", "needs": "need",
}  # fmt: skip
_FORM = "|".join(_PAST_TO_BASE)
_AFTER_AUXILIARY = re.compile(
    rf"[Dd](?<!\w.)(?:id|oes|o)(?: not|n['’]t) (?P<neg>{_FORM})\b"
    r"|(?:c(?<!\w.)(?:an|ould|annot|an['’]t|ouldn['’]t)|s(?<!\w.)hould(?:n['’]t)?|w(?<!\w.)(?:on['’]t|ould(?:n['’]t)?)|m(?<!\w.)ust)(?: not)? (?P<modal>goes|went|takes|took|makes|gave|gives|comes|came|knows|knew|has|does|wants|needs|became|began)\b"
    r"|t(?<!\w.)o (?P<inf>went|took|gave|knew|became|began|wrote|spoke|goes|does)\b"
    r"|(?:m(?<!\w.)ust(?: not)?|c(?<!\w.)(?:annot|an not|ould not)|s(?<!\w.)hould not|w(?<!\w.)ould not) (?P<to>to) (?=[a-z]+\b)"
)
_AS_ONE_MUST = re.compile(r"\b(?:as|all|what|whatever|than|the|an?)\b[^.,;]*$", re.IGNORECASE)


@rule(
    "FLU012",
    "wrong-form-after-auxiliary",
    summary="A past or third-person form after “did not”, “can” or “to”: “did not went”.",
    why="After an auxiliary English takes the bare form of the verb. The engine marked tense or person twice.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("The minister did not [[went]] to Ankara.", fixed="The minister did not go to Ankara."),
        Example("He could not [[came]] on Monday.", fixed="He could not come on Monday."),
        Example("He must [[to ]]leave on Monday.", fixed="He must leave on Monday."),
        Example("What he did was wrong; all they could was wait. It went from bad to worse, as he must."),
        Example("He did not go. He does not have it. The will to live is strong."),
    ),
)
def wrong_form_after_auxiliary(document: Document, context: Context) -> Iterator[Finding]:
    """Finite forms where the bare verb belongs."""
    for match in _AFTER_AUXILIARY.finditer(document.text):
        group = next(name for name in ("neg", "modal", "inf", "to") if match[name])
        form = match[group]
        if group == "to" and _AS_ONE_MUST.search(document.text, max(0, match.start() - 20), match.start()):
            continue
        span = Span(match.start(group), match.end(group) + (group == "to"))
        yield Finding(
            span,
            "After this word English takes the bare verb; put it in that form.",
            0.88 if group != "inf" else 0.75,
            suggestions=(replace("" if group == "to" else _PAST_TO_BASE.get(form, "be")),),
        )


_COMPARED = re.compile(
    r"[Mm](?<!\w.)ore (?P<more>better|worse|easier|faster|cheaper|stronger|weaker|happier|safer|harder|bigger|longer|heavier|quicker)\b(?!-| \w+ed\b)"
    r"|[Mm](?<!\w.)ost (?P<most>best|worst|biggest|largest|highest|strongest|oldest|youngest|fastest|greatest|latest|easiest|longest|smallest)\b"
)


@rule(
    "FLU013",
    "double-comparison",
    summary="A comparison made twice: “more better”, “most biggest”.",
    why="“Better” and “biggest” compare already. Languages that compare with a word for “more” leave it standing.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example(
            "The new plan is [[more better]] than the old one.",
            fixed="The new plan is better than the old one.",
        ),
        Example("It is the [[most biggest]] port in the land.", fixed="It is the biggest port in the land."),
        Example("They need more better-educated staff; the more the better."),
        Example("It is a more careful plan and the biggest port; the more, the better."),
    ),
)
def double_comparison(document: Document, context: Context) -> Iterator[Finding]:
    """“More” before a comparative and “most” before a superlative."""
    for match in _COMPARED.finditer(document.text):
        yield Finding(
            Span(*match.span()),
            "The comparison is made twice; leave out “more” or “most”.",
            0.8,
            suggestions=(replace(match["more"] or match["most"]),),
        )


_CLASHING = (
    _pairs("the", "a an his their my our your its this these those")
    | _pairs("a an", "the his their my our your its this these those")
    | _pairs("the", "of is are was were has from with they we he she because and")
    | frozenset(
        (article, word)
        for article in ("a", "an")
        for word in "of is are was were has from with they we he she because".split()
    )
)
_CLASHING_VERBS = frozenset(
    {
        ("is", "are"),
        ("was", "were"),
        ("has", "have"),
        ("were", "was"),
        ("are", "were"),
        ("have", "has"),
        ("is", "does"),
        ("are", "does"),
        ("is", "did"),
    }
)
_CLASHING_PREPOSITIONS = frozenset((word, "of") for word in ("to", "for", "with", "by", "at", "from"))
_ALL_CLASHES = _CLASHING | _CLASHING_VERBS | _CLASHING_PREPOSITIONS
_ENDS_APART = frozenset("-'’\"”/")


@rule(
    "FLU014",
    "impossible-sequence",
    summary="Two small words that cannot stand side by side: “the a”, “the of”, “is are”.",
    why="The word between them was lost, or the engine began a phrase twice. The source tells which.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("He signed [[the his]] plan in Ankara."),
        Example("The reasons for it [[is are]] clear."),
        Example("The minister spoke about [[the of]] Ankara."),
        Example(
            "The A-list, the “this or that” game, the by-election, the in crowd and the IS fighters are known."
        ),
        Example("He signed his plan of the year; vitamin a and e are in it."),
    ),
)
def impossible_sequence(document: Document, context: Context) -> Iterator[Finding]:
    """Pairs of determiners, prepositions or verbs that clash."""
    tokens = document.tokens
    for i in _find_pairs(document, _ALL_CLASHES):
        start, end = tokens.starts[i], tokens.ends[i + 1]
        if document.text[end : end + 1] in _ENDS_APART or document.text[start - 1 : start] in _ENDS_APART:
            continue
        yield Finding(
            Span(start, end),
            "These two words cannot stand side by side; a word is missing or one is too many.",
            0.8 if (tokens.texts[i], tokens.texts[i + 1]) not in _CLASHING_PREPOSITIONS else 0.65,
        )


_FORMS = {
    "informations": "information", "advices": "advice", "furnitures": "furniture", "equipments": "equipment", "luggages": "luggage", "baggages": "baggage",
    "homeworks": "homework", "softwares": "software", "hardwares": "hardware", "feedbacks": "feedback", "childs": "children", "childrens": "children",
    "sheeps": "sheep", "womans": "women", "foots": "feet", "tooths": "teeth", "goed": "went", "taked": "took", "maked": "made", "comed": "came",
    "thinked": "thought", "buyed": "bought", "catched": "caught", "teached": "taught", "runned": "ran", "writed": "wrote", "speaked": "spoke",
    "breaked": "broke", "choosed": "chose", "falled": "fell", "feeled": "felt", "finded": "found", "gived": "gave", "growed": "grew", "keeped": "kept",
    "knowed": "knew", "losed": "lost", "meaned": "meant", "readed": "read", "selled": "sold", "sended": "sent", "sitted": "sat", "sleeped": "slept",
    "standed": "stood", "stealed": "stole", "swimmed": "swam", "telled": "told", "throwed": "threw", "understanded": "understood", "weared": "wore",
    "winned": "won", "becomed": "became", "begined": "began", "bringed": "brought", "builded": "built", "drinked": "drank", "drived": "drove",
    "eated": "ate", "fighted": "fought", "hurted": "hurt", "leaded": "led", "spended": "spent", "goodest": "best", "badder": "worse",
}  # fmt: skip
_ONE_OF_A_MASS = re.compile(
    r"(?P<one>[Aa](?<!\w.)n) (?:information|advice|equipment|furniture)(?=[.,;]|[\s,]+(?:about|that|on|of|from|to|for)\b)"
)


@rule(
    "FLU015",
    "wrong-word-form",
    summary="A form that the word does not have: “informations”, “taked”, “an advice”.",
    why="The engine built the form by rule where English has an exception, or counted what English does not count.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example(
            "The police have no [[informations]] about it.", fixed="The police have no information about it."
        ),
        Example("The man [[catched]] a cold.", fixed="The man caught a cold."),
        Example("He gave me [[an]] advice on it.", fixed="He gave me some advice on it."),
        Example("He has an information desk, an advice column and an equipment store."),
        Example("The police have information and caught a thief."),
    ),
)
def wrong_word_form(document: Document, context: Context) -> Iterator[Finding]:
    """Plurals and past forms that English does not have."""
    tokens = document.tokens
    if not _FORMS.keys().isdisjoint(tokens.texts):
        for i, word in enumerate(tokens.texts):
            if word in _FORMS:
                yield _form(tokens.span(i), _FORMS[word], 0.9)
    for match in _ONE_OF_A_MASS.finditer(document.text):
        yield _form(Span(*match.span("one")), "Some" if match["one"] == "An" else "some", 0.75)


def _form(span: Span, right: str, confidence: float) -> Finding:
    return Finding(
        span, "English does not have this form; use the right one.", confidence, suggestions=(replace(right),)
    )
