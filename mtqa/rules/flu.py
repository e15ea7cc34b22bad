"""FLU: words, phrases and sentences that stand twice or more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq

from mtqa.core.documents import Document, TokenKind
from mtqa.core.issues import Finding, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

# Words that English doubles on purpose or by grammar ("had had"), and those that it doubles only by mistake.
_RIGHTLY_DOUBLE = frozenset(
    "had that very no so really many much long far bye ha he hee ho yeah yes well now there hear chop tut knock hush pom cha can "
    "yo aye blah win boo goody tuk dum beep tick la na wah night never please wait go come more too big old same ever tsk woof "
    "dear half less hip half-way oh ah uh hey stop run quick boom bang ding ping pong mm hmm".split()
)
_NEVER_DOUBLE = frozenset(
    "the a an of to and for with from by at as be been was were are or but his her their its our my your this these those into "
    "than they we he she which who when because if will would has have not also on in is it you".split()
)
_HALF_DOUBLE = frozenset(
    {"is", "it", "in", "on", "you", "was", "do", "her", "that", "were"}
)  # "what it is is", "came in in May"


@rule(
    "FLU001",
    "doubled-word",
    summary="The same word twice in a row: “the the”.",
    why="Engines repeat a word when they lose their place, and people do when they mend a sentence. One has to go.",
    category=Category.REPETITION,
    severity=Severity.MINOR,
    examples=(
        Example("The talks in [[the the]] city failed.", fixed="The talks in the city failed."),
        Example("The minister [[spoke spoke]] on Monday.", fixed="The minister spoke on Monday."),
        Example(
            "He had had enough that very day; very very late, no no, bye bye, Bora Bora and Duran Duran."
        ),
        Example("What it is, is hard to say. New York, New York. Go, go, go!"),
    ),
)
def doubled_word(document: Document, context: Context) -> Iterator[Finding]:
    """Runs of one word, with how sure it is that no name, emphasis or grammar asks for them."""
    tokens = document.tokens
    lower = [token.lower() for token in tokens.texts]
    same = bytes(map(eq, lower, lower[1:]))
    at = same.find(1)
    while at >= 0:
        last = at
        while last < len(same) and same[last] and _adjoin(document, last):
            last += 1
        if last == at:
            at = same.find(1, at + 1)
            continue
        span = Span(tokens.starts[at], tokens.ends[last])
        confidence = _doubling_confidence(document, lower[at], at, last)
        if confidence:
            yield Finding(
                span,
                "The same word stands twice in a row; delete one.",
                confidence,
                suggestions=(replace(tokens.texts[at], safe=confidence > 0.9),),
            )
        at = same.find(1, last)


def _adjoin(document: Document, index: int) -> bool:
    """Whether only blanks stand between a token and the next."""
    between = document.text[document.tokens.ends[index] : document.tokens.starts[index + 1]]
    return between.isspace() and "\n" not in between


def _doubling_confidence(document: Document, word: str, first: int, last: int) -> float:
    tokens = document.tokens
    if tokens.kinds[first] is not TokenKind.WORD:
        return 0.0
    if tokens.texts[first + 1][0].isupper():
        return 0.3 if tokens.texts[first][0].isupper() else 0.0
    if document.target_lang != "en":
        return 0.6 if len(word) > 3 else 0.4
    if word in _RIGHTLY_DOUBLE or (len(word) == 1 and word != "a"):
        return 0.3 if last - first == 1 else 0.55
    if word in _HALF_DOUBLE:
        return 0.65
    return 0.95 if word in _NEVER_DOUBLE else 0.75


_LONGEST_PERIOD = 8
_CHAIN_WORDS = frozenset(
    "and by after or on upon to in for on".split()
)  # "step by step by step", "more and more and more"


@rule(
    "FLU002",
    "phrase-loop",
    summary="The same phrase again and again: “in the city, in the city, in the city”.",
    why="The engine ran in a circle. Everything after the first round is empty, and what should stand there is missing.",
    category=Category.REPETITION,
    severity=Severity.MAJOR,
    examples=(
        Example(
            "The talks [[in the city in the city in the city]] failed.",
            fixed="The talks in the city failed.",
        ),
        Example("He said [[that the plan that the plan]] was good.", fixed="He said that the plan was good."),
        Example("Step by step by step it grew; day after day after day; more and more and more."),
        Example("“Lock her up! Lock her up!” they sang. No, no, no, he said, and bye, bye, bye."),
    ),
)
def phrase_loop(document: Document, context: Context) -> Iterator[Finding]:
    """Runs in which the tokens repeat with a period of two to eight, without a paragraph break inside."""
    tokens = document.tokens
    lower = [token.lower() for token in tokens.texts]
    if _never_goes_round(lower):
        return
    done = 0
    for first, period, length in sorted(_loops(lower), key=lambda loop: (loop[0], -loop[2], loop[1])):
        if first < done:
            continue
        last = first + period + length - 1
        confidence = _loop_confidence(document, lower, first, period, length)
        if not confidence:
            continue
        done = last
        whole_rounds = (length // period + 1) * period
        yield Finding(
            Span(tokens.starts[first], tokens.ends[first + whole_rounds - 1]),
            "The same phrase is said again and again; keep it once and check what is missing.",
            confidence,
            suggestions=(replace(document.text[tokens.starts[first] : tokens.ends[first + period - 1]]),),
        )


def _never_goes_round(lower: Sequence[str]) -> bool:
    """Whether no three tokens in a row stand twice, nor two tokens twice in a row; then there is no loop."""
    triples = list(zip(lower, lower[1:], lower[2:], strict=False))
    return len(set(triples)) == len(triples) and b"\x01\x01" not in bytes(map(eq, lower, lower[2:]))


def _loops(lower: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """First token, period and number of repeated tokens of each stretch that goes round at least once."""
    for period in range(2, min(_LONGEST_PERIOD, len(lower) // 2) + 1):
        same = bytes(map(eq, lower, lower[period:]))
        once = b"\x01" * period
        at = same.find(once)
        while at >= 0:
            end = same.find(0, at)
            end = len(same) if end < 0 else end
            yield at, period, end - at
            at = same.find(once, end)


def _loop_confidence(document: Document, lower: Sequence[str], first: int, period: int, length: int) -> float:
    tokens = document.tokens
    phrase = lower[first : first + period]
    words = [token for token in phrase if token[0].isalpha()]
    last = first + period + length - 1
    if (
        not words
        or "\n" in document.text[tokens.starts[first] : tokens.ends[last]]
        or len(set(words)) == 1 < len(words)
    ):
        return 0.0
    rounds = length // period + 1
    if len(words) == 1:
        return 0.8 if rounds > 5 else 0.0
    chanted = any(token in {"!", "…", "...", "ha", "la", "na"} for token in phrase)
    if _CHAIN_WORDS & set(words) and len(words) == 2:
        return 0.6 if rounds > 3 else 0.0
    if chanted or any(token[0].isdigit() for token in phrase):
        return 0.55 if rounds > 3 else 0.3
    if rounds > 2:
        return 0.9
    has_mark = any(not token[0].isalnum() for token in phrase)
    titled = all(text[0].isupper() for text in tokens.texts[first : first + period])
    return 0.4 if has_mark or titled else 0.7


_FEWEST_WORDS = 5
_FEWEST_CHARACTERS = 30


@rule(
    "FLU003",
    "repeated-sentence",
    summary="A sentence that stood before, word for word.",
    why="Passages are doubled when pages are copied, and when an engine loses its place. Readers notice at once.",
    category=Category.REPETITION,
    severity=Severity.MAJOR,
    examples=(
        Example(
            "The talks failed on Monday in Ankara. [[The talks failed on Monday in Ankara.]] Nobody was surprised.",
            fixed="The talks failed on Monday in Ankara.  Nobody was surprised.",
        ),
        Example(
            "The bridge stays closed until May. Buses run. [[The bridge stays closed until May.]] Trams run too."
        ),
        Example("Yes, we can. The talks failed. Yes, we can."),
        Example("The talks failed on Monday in Ankara. The talks failed on Tuesday in Geneva."),
    ),
)
def repeated_sentence(document: Document, context: Context) -> Iterator[Finding]:
    """Sentences of at least five words that equal an earlier one."""
    text = document.text
    seen: dict[str, int] = {}
    for number, sentence in enumerate(document.sentences):
        if sentence.end - sentence.start < _FEWEST_CHARACTERS:
            continue
        words = sentence.of(text).lower().split()
        if len(words) < _FEWEST_WORDS:
            continue
        key = " ".join(words)
        if key not in seen:
            seen[key] = number
            continue
        yield Finding(
            sentence,
            "This sentence stood in the article before; delete one of the two.",
            0.9 if number - seen[key] == 1 else 0.75,
            evidence=(f"first in line {document.line_of(document.sentences[seen[key]].start)}",),
            suggestions=(delete(),),
        )
