"""ENT: whether the sentence around a foreign acronym speaks of what the acronym stands for. No rules; for `ent`."""

from __future__ import annotations

import re

from mtqa.language.matcher import Hit
from mtqa.rules.context import Context

# What a sentence about the thing speaks of, by the English acronym: word stems.
_FIELDS = {
    meaning: re.compile(rf"\b(?:{'|'.join(stems.split())})", re.IGNORECASE)
    for meaning, stems in {
        "GDP": "grew grow shrank shrink shrunk fell fall rise rose percent % quarter econom forecast recession deficit debt contract per.capita",
        "VAT": "tax rate percent % refund deduct electric invoice exempt price cut reduc",
        "UN": "peacekeep resolution secretary.general security.council mission condemn blue.helmet general.assembly cease ceasefire humanitarian refugee hunger famine "
        "envoy rapporteur charter human.rights warns?\\b calm",
        "EU": "membership accession commission member.state funds sanctions summit brussels visa candidate directive customs treaty parliament bloc negotiat",
        "US": "tariff washington troops sanction congress white.house president embassy american dollar biden trump obama state.department",
        "NATO": "alliance troops summit membership allies article.5 stoltenberg rutte secretary.general missile",
        "WHO": "virus pandemic vaccine health disease epidemic variant outbreak covid",
        "IMF": "loan tranche forecast bailout econom lend credit growth world.bank report",
        "ECB": "interest.rate rates inflation euro lagarde bond bank frankfurt",
        "ICC": "warrant hague prosecutor war.crimes tribunal",
        "UAE": "dubai abu.dhabi emirat gulf",
        "HIV": "test infect virus patient positive aids",
        "AIDS": "hiv virus patient infect disease",
        "WTO": "trade tariff dispute",
        "ECHR": "ruling ruled court judg strasbourg",
        "CJEU": "ruling ruled court judg luxembourg",
        "Turkish armed forces": "neutrali militant iraq syria operation terrorist soldier pkk",
        "Ukrainian armed forces": "shell attack front kherson donetsk village drone liberat repel russian troops soldier brigade",
        "special military operation": "kremlin goals ukrain zone participant soldier donbas veteran mobili",
        "Interior Ministry": "police arrest detain criminal minister investigat",
        "Foreign Ministry": "ambassador diplomat spokes note summon consul embassy",
        "Emergencies Ministry": "fire rescue flood evacuat",
        "Germany": "german berlin scholz merkel chancellor gas turbine",
        "FRG": "germany german berlin scholz merkel chancellor gas turbine bundes",
    }.items()
}
_ARTICLE = re.compile(r"\b[Tt]he (?:[a-z]+ )?$|['’]s $|\b(?:of|by|in|from|with|to) $")


def speaks_of(hit: Hit, context: Context) -> bool:
    """Whether the acronym stands as the English one would, in a sentence with words of its field, and is not explained."""
    if hit.entry.kind != "acronym" or (field := _FIELDS.get(hit.entry.meaning)) is None:
        return False
    text, span = context.document.text, hit.span
    sentence = context.sentence(span)
    if text[span.end : span.end + 1] in {"-", "/", ")"} or text[span.start - 1 : span.start] in {
        "(",
        "-",
        "/",
    }:
        return False
    if f"({hit.covered})" in text or _ARTICLE.search(text, max(0, span.start - 16), span.start) is None:
        return False
    around = text[sentence.start : span.start] + text[span.end : sentence.end]
    return field.search(around) is not None
