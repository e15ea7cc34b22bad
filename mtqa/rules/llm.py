"""LLM: what a chatbot said before and after its translation, and the traces of its prompt and its thinking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Block, Document
from mtqa.core.issues import Finding, delete
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

# Blocks at either end in which a chatbot speaks about its work; in the middle such words belong to the article.
_EDGE = 3

_OPENER = r"(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Okay|OK|Great|No problem|Understood|Got it|Gladly|With pleasure)[!,.:]"
_WORK = r"(?:translat(?:ion|ed)|English (?:version|text)|(?:polished|improved|corrected|revised|rewritten|edited|refined) (?:version|text|article))"
_PREAMBLE = re.compile(
    rf"(?P<said>[*_\"'#> ]*(?:{_OPENER}\s*(?:(?:Here(?:['’]s| is| are)|Below|The translation|This is)[^\n:.!]{{0,200}}:|(?:Here|I|Let me|Below)\b[^\n:.!]{{0,80}}\btranslat[^\n:.!]{{0,80}}[:.!])"
    rf"|(?:Here(?:['’]s| is| are)|Below (?:is|are)|The following is|This is|Please find(?: below)?|I(?:['’]ve| have))\b[^\n:.]{{0,80}}{_WORK}[^\n:.]{{0,120}}:"
    r"|(?:The )?(?:English |Full )?(?:[Tt]ranslation|[Tt]ranslated (?:[Tt]ext|[Aa]rticle|[Vv]ersion))(?: (?:in|to|into|from|of)(?: the)? [^\n:.]{1,60})?(?: (?:is|reads))?(?: as follows)?:"
    r"|(?:Natürlich[!,.] ?|Gerne[!,.] ?)?[Hh]ier ist (?:die|eine) (?:deutsche |englische )?Übersetzung[^\n:]{0,80}:"
    r"|(?:Natuurlijk[!,.] ?|Zeker[!,.] ?)?[Hh]ier is (?:de|een) vertaling[^\n:]{0,80}:"
    r"|(?:Bien sûr ?[!,.] ?)?[Vv]oici la traduction[^\n:]{0,80}:"
    r"|(?:¡?(?:Claro|Por supuesto)[!,.] ?)?[Aa]quí (?:está|tienes|tiene) la traducción[^\n:]{0,80}:"
    r"|(?:Certo[!,.] ?)?[Ee]cco la traduzione[^\n:]{0,80}:|(?:Claro[!,.] ?)?[Aa]qui está a tradução[^\n:]{0,80}:"
    r"|Вот перевод[^\n:]{0,80}:|Ось переклад[^\n:]{0,80}:|Oto tłumaczenie[^\n:]{0,80}:|İşte (?:metnin )?çeviri[^\n:]{0,80}:|以下是[^\n：:]{0,40}翻译[^\n：:]{0,40}[：:])"
    r"[*_\"]*\s*)"
)
_PREAMBLE_START = re.compile(
    r"[*_\"'#> ]*(?:Sure|Certain|Of cou|Absol|Ok|OK|Great|No pro|Under|Got|Gladly|With pl|Here|Below|The |Th|Please|I['’ ]|Eng|Full|Tran|Nat|Gerne|[Hh]ier|Zeker|Bien|[Vv]oici|¡|Claro|Por|[Aa]qu|Cert|[Ee]cco|Вот|Ось|Oto|İşte|以下)"
)


@rule(
    "LLM001",
    "chatbot-preamble",
    summary="A chatbot announces its translation: “Sure! Here is the translation:”.",
    why="A chatbot was asked to translate and its first words were copied along with the article. They tell every "
    "reader how the text was made.",
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    examples=(
        Example(
            "[[Sure! Here is the English translation of the article:]]\n\nThe talks failed on Monday, officials said.",
            fixed="\n\nThe talks failed on Monday, officials said.",
        ),
        Example(
            "[[Here's the translated text: ]]The talks failed on Monday, officials said.",
            fixed="The talks failed on Monday, officials said.",
        ),
        Example("[[Translation:]]\n\nThe talks failed on Monday, officials said."),
        Example("Here is what we know so far: the talks failed on Monday, officials said."),
        Example("Certainly, the talks were hard. Here is the full text of the speech:"),
        Example("Sure, it rained. The translation of the Bible into Dutch took nine years."),
    ),
)
def chatbot_preamble(document: Document, context: Context) -> Iterator[Finding]:
    """Openings of the first blocks that speak of the translation."""
    for block in document.blocks[:_EDGE]:
        if not _PREAMBLE_START.match(document.text, block.span.start):
            continue
        match = _PREAMBLE.match(document.text, block.span.start, block.span.end)
        if match:
            yield _remark(
                Span(*match.span("said")),
                "A chatbot announces its translation here; delete the sentence.",
                0.93,
            )


_CLOSING = re.compile(
    r"(?:I hope (?:this|that|the translation)(?: \w+){0,2} (?:helps|is helpful|meets|works)"
    r"|(?:Please )?[Ll]et me know (?:if|whether) (?:you|there|this|any)"
    r"|(?:Please )?[Ff]eel free to (?:ask|reach out|let me know)"
    r"|If you (?:have|need|would like|['’]d like|want|wish|prefer)[^.\n]{0,100}(?:let me know|feel free|just ask|I(?:['’]m| am| can|['’]d)\b)"
    r"|(?:Would you like|Do you want) me to |Is there anything else (?:I can|you)"
    r"|I(?:['’]d| would) be happy to (?:help|adjust|refine|translate|provide|revise)"
    r"|Happy to (?:help|adjust|refine|revise)\b|I can also (?:translate|provide|adapt|offer)\b)[^\n]*"
)
_CLOSING_START = re.compile(
    r"(?:I |I['’]|Please [lf]|[Ll]et me|[Ff]eel f|If you|Would y|Do you|Is there|Happy to)"
)


@rule(
    "LLM002",
    "chatbot-closing",
    summary="A chatbot offers further help: “Let me know if you need any changes”.",
    why="The last words of a chatbot's answer were copied along with the article. They speak to the person who "
    "asked, not to the reader.",
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    examples=(
        Example("The talks failed on Monday, officials said.\n\n[[Let me know if you need any changes!]]"),
        Example("The talks failed on Monday, officials said.\n\n[[I hope this helps!]]"),
        Example("“Let me know if you need anything,” the mayor wrote to the club on Monday."),
        Example("The mayor was clear. If you want a permit, you need to apply in person by Friday."),
    ),
)
def chatbot_closing(document: Document, context: Context) -> Iterator[Finding]:
    """Sentences of the last blocks that offer help, outside quotation marks."""
    last = document.blocks[-_EDGE:]
    for block in last[1:] if len(last) == _EDGE else last:
        for start in _sentence_starts(document, block):
            if not _CLOSING_START.match(document.text, start):
                continue
            match = _CLOSING.match(document.text, start, block.span.end)
            if match and not _in_quotes(document, block, start):
                own_line = start == block.span.start
                yield _remark(
                    Span(*match.span()),
                    "A chatbot offers its help here; delete the sentence.",
                    0.93 if own_line else 0.7,
                )
                break


_NOTE = re.compile(
    r"[\[(](?:\*\*)?(?:[Tt]ranslator(?:['’]?s)?['’]? [Nn]otes?|[Tt]ranslation [Nn]ote|[Nn]ote (?:from|by) the translator|T\.?N\.|[Tt]ranslated (?:in)?to [A-Z]\w+|"
    r"[Tt]ranslated from(?: the)?(?: original)? [A-Z]\w+|[Nn]ote: [^\])\n]{0,60}(?:translat|original|untranslat))(?!\w)[^\])\n]{0,300}[\])]"
)
_NOTE_BLOCK = re.compile(
    r"[*_\[(]*(?:(?:Translat(?:or['’]?s?['’]?|ion) |Please )?[Nn]otes?|NOTE|P\.?S\.?)[*_]*:(?=[^\n]*\b(?:translat\w+|the original|literal\w*|idiom\w*|the source text|"
    r"rendered|wording|phrase|the term|kept the|preserv\w+|English equivalent)\b)[^\n]*"
)


@rule(
    "LLM003",
    "translator-note",
    summary="A remark about the translation: “(Translator's note: …)”, “[translated from Dutch]”, “Note: I kept …”.",
    why="Remarks about wording and source are meant for the person who ordered the translation. An editor should "
    "use them and then take them out.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    examples=(
        Example(
            "The marathon [[(Translator's note: a skating tour)]] was held.", fixed="The marathon was held."
        ),
        Example("The talks failed on Monday.\n\n[[Note: The idiom in the original was translated freely.]]"),
        Example("Note: the bridge stays closed on Monday and Tuesday, the council says."),
        Example("The novel (translated by Anna Smith) won the prize in London."),
    ),
)
def translator_note(document: Document, context: Context) -> Iterator[Finding]:
    """Bracketed translator's notes anywhere, and closing notes about wording."""
    for match in _NOTE.finditer(document.text):
        yield _remark(
            Span(*match.span()), "This is a remark about the translation; take it out of the article.", 0.75
        )
    for block in document.blocks[-2 * _EDGE :]:
        note = _NOTE_BLOCK.match(document.text, block.span.start, block.span.end)
        if note and not _NOTE.match(document.text, block.span.start):
            yield _remark(
                Span(*note.span()),
                "This is a remark about the translation; take it out of the article.",
                0.85,
            )


_REFUSAL = re.compile(
    r"(?:I['’]m (?:very )?sorry|I am (?:very )?sorry|I apologi[sz]e|Sorry|Unfortunately), ?(?:but )?(?:as an? AI[^\n.]{0,80}|I (?:can['’]?t|cannot|can not|am unable to|am not able to|won['’]t be able to|couldn['’]t) "
    r"(?:translate|assist|help|provide|fulfil+|process|access|comply|continue|complete|open|browse|see|find any text)\b[^\n.]{0,200})[^\n.]*\.?"
    r"|As an? (?:AI|artificial intelligence)(?: (?:language )?(?:model|assistant|chatbot|translator))?, I\b[^\n.]*\.?"
    r"|I(?:['’]m| am) an? (?:AI|large language model|language model|AI assistant)\b[^\n.]*\.?"
    r"|I (?:cannot|can['’]t|am unable to|am not able to) (?:translate (?:this|the|that)|fulfil+ (?:this|that|your) request|assist with (?:this|that|your)|help with (?:this|that) request|provide a translation)\b[^\n.]*\.?"
    r"|(?:The|This|Your) (?:text|article|message|input|passage|sentence|content) (?:you(?:['’]ve| have)? (?:provided|shared|sent|pasted)|provided)[^\n.]{0,40}(?:is already|appears|seems|is not|does not|is in|contains|cannot)\b[^\n.]*\.?"
    r"|(?:It (?:seems|looks like|appears)(?: that)?|I notice(?: that)?) (?:you(?:['’]ve| have)?|the (?:text|message|article)|your (?:message|text)) (?:did(?:n['’]t| not)|forgot|provided|pasted|is already|is incomplete|was cut|has been cut|got cut)\b[^\n.]*\.?"
    r"|Please (?:provide|share|paste|send)(?: me)? (?:the|a|your) (?:text|article|sentence|content|source|passage)\b[^\n.]*\.?"
)
_REFUSAL_START = re.compile(r"I['’ ]|Sorry|Unfort|As an? |The |This |Your |It |Please ")


@rule(
    "LLM004",
    "chatbot-refusal",
    summary="A chatbot refuses, asks for text or speaks about itself instead of translating.",
    why="Where the translation should stand, the chatbot said that it cannot or will not translate. The passage of "
    "the source is missing and must be translated anew.",
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    examples=(
        Example("[[I'm sorry, but I cannot translate this text.]]"),
        Example("The talks failed on Monday.\n\n[[As an AI language model, I have no opinion on this.]]"),
        Example("“I'm sorry, but I can't help you,” the minister told the families on Monday."),
        Example("The chatbot wrote: “As an AI language model, I have no opinion on this.”"),
        Example("It seems the text was changed after the vote. Please provide the city with more buses."),
    ),
)
def chatbot_refusal(document: Document, context: Context) -> Iterator[Finding]:
    """Sentences in which a chatbot speaks of itself or its task, outside quotation marks."""
    text = document.text
    for sentence in document.sentences:
        if not _REFUSAL_START.match(text, sentence.start):
            continue
        match = _REFUSAL.match(text, sentence.start, sentence.end)
        if match is None:
            continue
        index = document.block_index(sentence.start)
        if index is None or _in_quotes(document, document.blocks[index], sentence.start):
            continue
        yield _remark(
            Span(*match.span()),
            "A chatbot speaks here instead of translating; translate the passage anew.",
            0.9,
        )


def _remark(span: Span, message: str, confidence: float) -> Finding:
    return Finding(span, message, confidence, suggestions=(delete(),))


def _sentence_starts(document: Document, block: Block) -> Iterator[int]:
    position = block.span.start
    while position < block.span.end:
        sentence = document.sentence_at(position)
        if sentence is None:
            return
        yield sentence.start
        position = sentence.end
        while position < block.span.end and document.text[position].isspace():
            position += 1


def _in_quotes(document: Document, block: Block, position: int) -> bool:
    """Whether a quotation is open at a position of the block."""
    before = document.text[block.span.start : position]
    straight = before.count('"') % 2 == 1
    curly = before.count("“") + before.count("„") > before.count("”")
    return straight or curly or before.count("«") > before.count("»")
