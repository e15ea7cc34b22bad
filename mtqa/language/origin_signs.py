"""Signs of origin that no lexicon entry stands for: agencies, codes of republishing networks, and how a language writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.core.documents import Document
from mtqa.core.languages import language_name
from mtqa.core.spans import Span

# National agencies by language. Agencies that the whole world quotes (AFP, Reuters, TASS, Xinhua) tell nothing.
_AGENCIES = {
    "ANP": "nl", "dpa": "de", "EFE": "es", "Europa Press": "es", "ANSA": "it", "Adnkronos": "it", "Lusa": "pt", "Ukrinform": "uk",
    "UNIAN": "uk", "PAP": "pl", "ČTK": "cs", "TASR": "sk", "MTI": "hu", "NTB": "no", "Ritzau": "da", "STT": "fi", "DHA": "tr",
    "İHA": "tr", "Kyodo": "ja", "Yonhap": "ko", "Agerpres": "ro", "BTA": "bg", "Tanjug": "sr", "HINA": "hr", "RIA Novosti": "ru",
}  # fmt: skip
_AGENCY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _AGENCIES))})(?!\w)")
_CODE = re.compile(r"^[a-z]{2,4}-(fr|es|de|nl|it|pt|ru|uk|pl|tr|ar|zh|ja|cs|sv|ro)-\d{1,4}$", re.MULTILINE)
_FORMATS = (
    (re.compile(r"\b\d{1,2} ?h ?[0-5]\d\b"), ("fr", "pt"), "a clock time"),
    (re.compile(r"„[^„“”\n]{1,200}“"), ("de", "cs"), "a pair of quotation marks"),
    (re.compile(r"„[^„“”\n]{1,200}”"), ("pl", "ro", "hu"), "a pair of quotation marks"),
    (re.compile(r"«[\u00a0\u202f ][^«»\n]{1,200}[\u00a0\u202f ]»"), ("fr",), "a pair of quotation marks"),
    (re.compile(r"[¿¡]\w"), ("es",), "an opening mark"),
    (re.compile(r"\b[Nn]\.?º ?\d"), ("es", "pt"), "a number sign"),
)
# A choice: no number of such signs may outweigh one calque, and a format alone is often the writer's taste.
_AGENCY_WEIGHT, _CODE_WEIGHT, _FORMAT_WEIGHT = 0.3, 0.75, 0.3


@dataclass(frozen=True, slots=True)
class Sign:
    """What points to the source language, as a sentence for people."""

    language: str
    weight: float
    text: str
    span: Span


def find_signs(document: Document) -> Iterator[Sign]:
    """Each agency, code and kind of format once."""
    seen = set()
    for match in _AGENCY.finditer(document.text):
        if match.group() not in seen:
            seen.add(match.group())
            language = _AGENCIES[match.group()]
            text = f"“{match.group()}” is an agency that writes in {language_name(language)}"
            yield Sign(language, _AGENCY_WEIGHT, text, Span(*match.span()))
    for match in _CODE.finditer(document.text):
        name = language_name(match.group(1))
        text = f"“{match.group()}” is a code for {name} articles"
        yield Sign(match.group(1), _CODE_WEIGHT, text, Span(*match.span()))
    for pattern, languages, what in _FORMATS:
        found = pattern.search(document.text)
        if found is None or document.target_lang in languages:
            continue
        for language in languages:
            text = f"“{found.group()[:40]}” is {what} as in {language_name(language)}"
            yield Sign(language, _FORMAT_WEIGHT / len(languages), text, Span(*found.span()))
