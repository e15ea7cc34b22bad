"""LLM: marks of the machinery around a translation, such as prompts, fences, Markdown, tags and service lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import BlockKind, Document
from mtqa.core.issues import Finding, Suggestion, delete, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_ALTERNATIVE = re.compile(
    r"[*_(\[#> ]*(?:Alternative (?:translation|version|rendering|wording|phrasing)s?\b[^\n:]{0,40}:"
    r"|Alternatively,? (?:it (?:could|can|may|might) (?:also )?be (?:translated|rendered|phrased)|you (?:could|can|may|might) (?:also )?(?:say|translate|write|use|put))\b[^\n:]{0,60}:?"
    r"|Alternatively[*_]*:"
    r"|(?:Another|A second) (?:option|version|translation|possibility)(?: (?:is|would be|could be))?[*_]*:"
    r"|(?:Or,?|A) (?:more|slightly more|less) (?:natural|literal|formal|informal|idiomatic(?:al)?|fluent|casual|concise)(?:ly)?(?: (?:translation|version|rendering|option|wording))?\b[^\n:]{0,40}:"
    r"|(?:Option|Version|Translation|Variant) (?:\d|[ABC])[*_]*:|(?:Literal|Formal|Informal|Natural|Idiomatic) (?:translation|version)[*_]*:)[^\n]*"
)


@rule(
    "LLM005",
    "alternative-translation",
    summary="A second version offered after the first: “Alternative translation: …”.",
    why="A chatbot offered several versions and nobody chose. Keep the better one and delete the rest.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    examples=(
        Example("The talks failed.\n\n[[Alternative translation: The talks collapsed.]]"),
        Example("The talks failed.\n\n[[Or, more literally: The talks went broken.]]"),
        Example("Alternatively, you can take the bus from the station to the museum."),
        Example("Another option is the bus: it leaves from the station every hour."),
    ),
)
def alternative_translation(document: Document, context: Context) -> Iterator[Finding]:
    """Blocks that open as a further version."""
    for block in document.blocks[1:]:
        match = _ALTERNATIVE.match(document.text, block.span.start, block.span.end)
        if match:
            yield Finding(
                Span(*match.span()),
                "A second version of the translation was left in; keep one of the two.",
                0.85,
                suggestions=(delete(),),
            )


_FENCE = re.compile(r"^[ \t]*(?:```+|~~~+)[a-zA-Z]*[ \t]*$|^[ \t]*\"{3}[ \t]*$", re.MULTILINE)


@rule(
    "LLM006",
    "code-fence",
    summary="A code fence (```) around the article.",
    why="Chatbots put their answer between two lines of backticks. They mean nothing to a reader.",
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    examples=(
        Example("[[```]]\nThe talks failed on Monday.", fixed="\nThe talks failed on Monday."),
        Example("The talks failed on Monday.\n[[```text]]", fixed="The talks failed on Monday.\n"),
        Example("Use the `print` command, the manual says."),
        Example("The mark ``quoted'' is an old way to write quotation marks."),
    ),
)
def code_fence(document: Document, context: Context) -> Iterator[Finding]:
    """Lines that are nothing but a fence."""
    text = document.text
    if "```" not in text and "~~~" not in text and '"""' not in text:
        return
    first, last = document.blocks[0].span, document.blocks[-1].span
    for match in _FENCE.finditer(text):
        at_edge = match.start() <= first.start or match.end() >= last.end
        yield Finding(
            Span(*match.span()),
            "These are the marks of a code block around the text; delete the line.",
            0.95 if at_edge else 0.6,
            suggestions=(delete(safe=True),),
        )


_BOLD = re.compile(
    r"(?<![\w*])\*\*(?=\S)([^*\n]{1,200})(?<=\S)\*\*(?![\w*])|(?<![\w_])__(?=\S)([^_\n]{2,200})(?<=\S)__(?![\w_])"
)
_HEADING_MARK = re.compile(r"^#{1,6} +(?=[^\W\d_])", re.MULTILINE)
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]\n]{1,120})\]\((?:https?://|/|www\.|#)[^()\s]{0,300}\)")
_ITALIC = re.compile(r"(?<![\w*\\])\*(?=[^\W\d_])([^*\n]{2,80})(?<=[^\s*])\*(?![\w*])")


@rule(
    "LLM007",
    "stray-markdown",
    summary="Markdown signs in plain text: “**bold**”, “## Heading”, “[text](address)”.",
    why="Chatbots write Markdown even where the article had none. The signs were meant to become bold type, "
    "headings and links.",
    category=Category.MARKUP,
    severity=Severity.MINOR,
    examples=(
        Example(
            "The talks in [[**Ankara**]] failed on Monday.", fixed="The talks in Ankara failed on Monday."
        ),
        Example(
            "[[## ]]Talks fail\n\nThe talks failed on Monday.",
            fixed="Talks fail\n\nThe talks failed on Monday.",
        ),
        Example("The [[[ministry](https://example.org/m)]] denied it.", fixed="The ministry denied it."),
        Example("He wrote that it was a load of b****cks and s**t."),
        Example("The song went to #1 in the charts; 2 * 3 * 4 is 24."),
        Example("Prices* rose.\n\n* Prices without tax."),
    ),
)
def stray_markdown(document: Document, context: Context) -> Iterator[Finding]:
    """Markdown in a document that is not written in it."""
    text = document.text
    if not ("*" in text or "# " in text or "](" in text or "__" in text):
        return
    found = [
        *_unwrapped(text, _BOLD, 0.9),
        *_headings(text),
        *_unwrapped(text, _MARKDOWN_LINK, 0.9),
        *_unwrapped(text, _ITALIC, 0.45),
    ]
    if not _is_markdown(document, found):
        yield from found


def _unwrapped(text: str, pattern: re.Pattern[str], confidence: float) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        content = next(group for group in match.groups() if group is not None)
        if match.group().startswith("__") and content.isupper():
            continue
        yield _markdown(match, confidence, replace(content, safe=True))


def _headings(text: str) -> Iterator[Finding]:
    for match in _HEADING_MARK.finditer(text):
        yield _markdown(match, 0.85, delete(safe=True))


def _markdown(match: re.Match[str], confidence: float, suggestion: Suggestion) -> Finding:
    return Finding(
        Span(*match.span()),
        "Markdown signs were left in the text; remove them or set the words in type.",
        confidence,
        suggestions=(suggestion,),
    )


# A document with signs in this share of its blocks, over several kinds of block, is written in Markdown on purpose.
_MARKDOWN_SHARE = 0.4
_FEW_BLOCKS = 5


def _is_markdown(document: Document, found: list[Finding]) -> bool:
    if len(document.blocks) < _FEW_BLOCKS:
        return False
    marked = {document.block_index(finding.span.start) for finding in found}
    lists = sum(block.kind is BlockKind.LIST_ITEM for block in document.blocks)
    return (len(marked) + lists) / len(document.blocks) > _MARKDOWN_SHARE


_SERVICES = (
    r"DeepL(?:\.com)?(?:/Translator)?|Google(?: Translate| Translator)?|Microsoft(?: Translator)?|Bing(?: Translator)?|ChatGPT|GPT-?[345]\w*|Yandex(?:[. ]Translate)?|"
    r"Papago|Reverso|Systran|Baidu(?: Translate)?|Claude|Gemini|Copilot|an? AI\b|artificial intelligence|machine translation|OpenAI|Mistral|Llama"
)
_SERVICE_LINE = re.compile(
    rf"(?:\b[Tt]ranslated|\b[Tt]ranslation|\bMachine[- ]translated|\b[Tt]his (?:article|text|story|page|post) (?:was|has been) (?:automatically |machine[- ])?translated)"
    rf"(?: automatically| provided)? (?:with|by|using|via|through)(?: the (?:help|aid) of)? (?:the )?(?:www\.)?(?:{_SERVICES})(?: \((?:free|pro) version\))?[.!]?"
    r"|(?:\b[Tt]his (?:article|text|story|page|post) (?:was|has been) |^)(?:machine[- ]translated|automatically translated)\b[^\n.]{0,60}\.?"
    r"|(?:Übersetzt mit|Vertaald met|Traduit avec|Tradotto con|Traducido con|Traduzido com|Oversat med|Översatt med|Przetłumaczono z|Переведено с помощью|Traducción realizada con|Traduzido com a|Traducere realizată cu)"
    r" [^\n]{0,60}(?:DeepL|Google)[^\n]{0,40}|DeepL(?:\.com)?[^\n]{0,20}翻訳[^\n]{0,20}",
    re.MULTILINE,
)
_SERVICE_NAMES = re.compile(r"ranslat|DeepL|Google")


@rule(
    "LLM008",
    "translation-service-line",
    summary="The line that a translation service puts under its work: “Translated with DeepL.com (free version)”.",
    why="The service adds the line when its result is copied. It does not belong to the article; if the paper wants "
    "to say how the text was made, it has its own wording.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    examples=(
        Example(
            "The talks failed.\n\n[[Translated with DeepL.com (free version)]]", fixed="The talks failed.\n\n"
        ),
        Example("The talks failed.\n\n[[This article was translated by Google Translate.]]"),
        Example("The book was translated by Anna Smith, who works for Google in Zurich."),
        Example("The company said its new translation service is better than Google Translate."),
    ),
)
def translation_service_line(document: Document, context: Context) -> Iterator[Finding]:
    """Credits of translation services; a whole line is surer than words in a sentence."""
    text = document.text
    if not _SERVICE_NAMES.search(text):
        return
    for match in _SERVICE_LINE.finditer(text):
        index = document.block_index(match.start())
        block = document.blocks[index].span if index is not None else Span(*match.span())
        own_line = match.start() - block.start < 4 and block.end - match.end() < 12
        yield Finding(
            Span(*match.span()),
            "A translation service signed its work here; delete the line.",
            0.999 if own_line else 0.55,
            suggestions=(delete(safe=own_line),),
        )


_THINKING = re.compile(
    r"<(think|thinking|reasoning|reflection|scratchpad)>.{0,20000}?</\1>"
    r"|</?(?:think|thinking|reasoning|reflection|scratchpad|answer|response|translation|translated_text|target_text|source_text)>"
    r"|<\|[a-z_]{2,20}\|>|\[/?INST\]|<</?SYS>>|^(?:Assistant|ASSISTANT|Human|User|System|USER):",
    re.DOTALL | re.MULTILINE,
)
_ROLES = re.compile(r"(?:Assistant|ASSISTANT|Human|User|System|USER):")


@rule(
    "LLM009",
    "model-tag",
    summary="Tags with which a language model marks its thinking and its turns: “<think>”, “<|im_end|>”.",
    why="These signs separate prompt, thoughts and answer inside the program. What stands between “<think>” tags "
    "is no part of the translation.",
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    examples=(
        Example("[[<think>I should translate “overleg” as talks.</think>]]The talks failed."),
        Example("The talks failed on Monday.[[<|im_end|>]]", fixed="The talks failed on Monday."),
        Example("I think the talks failed; the answer is no, and the response was poor."),
        Example("The system: a pump and a pipe. Its user: the farmer."),
    ),
)
def model_tag(document: Document, context: Context) -> Iterator[Finding]:
    """Thoughts with their tags, single tags, and role labels at the edges."""
    text = document.text
    if "<" not in text and "INST]" not in text and not _ROLES.search(text):
        return
    for match in _THINKING.finditer(text):
        role = match.group().endswith(":")
        if (
            role
            and match.start() != document.blocks[0].span.start
            and match.start() < document.blocks[-1].span.start
        ):
            continue
        yield Finding(
            Span(*match.span()),
            "A language model's own marks were left in; delete them.",
            0.6 if role else 0.97,
            suggestions=(delete(safe=not role and ">" in match.group()),),
        )


_PROMPT = re.compile(
    r"[*_\"'#> ]*(?:(?:Please )?[Tt]ranslate (?:the following|the above|this|these|the|it|everything)\b[^\n.:]{0,80}\b(?:in)?to (?:[A-Z][a-z]+|the target language)\b[^\n]{0,200}"
    r"|You are (?:a|an) (?:professional|helpful|expert|experienced|skilled)[^\n.]{0,40}(?:translator|assistant|editor|interpreter)\b[^\n]{0,300}"
    r"|(?:Only (?:output|return|give|provide)|(?:Return|Output|Give|Provide) only) the (?:translation|translated text)\b[^\n]{0,100}"
    r"|Do not (?:add|include) any (?:explanations?|comments?|notes?|additional text)\b[^\n]{0,100}"
    r"|(?:Source|Original) text:|Target (?:text|language):[^\n]{0,40}|(?:Source|From) language:[^\n]{0,40})"
)


@rule(
    "LLM010",
    "echoed-prompt",
    summary="The order to a chatbot stands in the text: “Translate the following text into English”.",
    why="The chatbot repeated its order, or the order was pasted along. It is not part of the article.",
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    examples=(
        Example("[[Translate the following text into English:]]\n\nThe talks failed on Monday."),
        Example("[[You are a professional translator.]]\n\nThe talks failed on Monday."),
        Example("They translate the poems into English together every summer."),
        Example("You are a professional, the coach told her, so act like one."),
    ),
)
def echoed_prompt(document: Document, context: Context) -> Iterator[Finding]:
    """Blocks at the edges that give an order to translate."""
    blocks = document.blocks if len(document.blocks) <= 8 else (*document.blocks[:4], *document.blocks[-4:])
    for block in blocks:
        match = _PROMPT.match(document.text, block.span.start, block.span.end)
        if match:
            yield Finding(
                Span(*match.span()),
                "This is the order to a translation program; delete it.",
                0.93,
                suggestions=(delete(),),
            )
