"""NUM: ages, units and amounts in a form that English does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding, replace
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_PERSON = (
    "boy|girl|man|woman|minor|youth|teenager|child|baby|student|pensioner|citizen|resident|driver|cyclist|motorcyclist|pedestrian|victim|"
    "suspect|person|player|actor|actress|singer|mother|father|son|daughter|brother|sister|patient|tourist|soldier|male|female|youngster|adolescent|lady"
)
_AGE = re.compile(
    r"(?P<hyphens>(?<![\w.,-])(?P<n>\d{1,3})(?:-years[- ]old|[- ]years-old))\b"
    rf"|(?:{_PERSON})(?P<of>,? of (?P<n2>\d{{1,2}}) years(?: old| of age)?)(?=[.,;]|$| (?:was|is|has|had|who|from|and|died|in)\b)"
    r"|(?P<with>(?:of|with|aged|aged of) (?P<n3>\d{1,2}) years old)\b"
)


@rule(
    "NUM041",
    "foreign-age",
    summary="An age in a foreign form: “a boy of 16 years old”, “32-years-old”, “the minor, of 14 years,”.",
    why="Romance languages say “of 14 years”. English writes “aged 14”, “14 years old” or “a 14-year-old”.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The man is [[32-years-old]] and married.", fixed="The man is 32 years old and married."),
        Example("The girl[[, of 14 years]], was found.", fixed="The girl, aged 14, was found."),
        Example("The tourist[[ of 16 years old]] was found.", fixed="The tourist aged 16 was found."),
        Example("A 32-year-old man and a girl aged 14 were found; he is 32 years old."),
    ),
)
def foreign_age(document: Document, context: Context) -> Iterator[Finding]:
    """Ages with “of”, or with a plural between hyphens."""
    if " years" not in document.text and "-years" not in document.text:
        return
    for match in _AGE.finditer(document.text):
        kind = next(name for name in ("hyphens", "of", "with") if match[name])
        number = match["n"] or match["n2"] or match["n3"]
        written = f"{number} years old" if kind == "hyphens" else f"aged {number}"
        lead = "" if kind != "of" else ", " if match["of"].startswith(",") else " "
        yield Finding(
            Span(*match.span(kind)),
            "English gives an age as “aged 14”, “14 years old” or “a 14-year-old”.",
            0.6 if kind == "hyphens" else 0.8,
            suggestions=(replace(lead + written),),
        )


_UNITS = {
    "kms": "km", "Kms": "km", "KMS": "km", "kgs": "kg", "Kgs": "kg", "mts": "m", "mtrs": "m", "kvm": "square metres", "kv.m": "square metres",
    "sq.m": "square metres", "sq.m.": "square metres", "sq. m.": "square metres", "sq.km": "square kilometres", "sq. km.": "square kilometres",
    "m2": "square metres", "km2": "square kilometres", "m3": "cubic metres",
    "km/u": "km/h", "km/std": "km/h", "km/Std": "km/h", "km/t": "km/h", "km/sa": "km/h", "km/ora": "km/h", "mkr": "million kronor",
    "mdkr": "billion kronor", "mln": "million", "mln.": "million", "bln": "billion", "bln.": "billion", "mlrd": "billion", "mlrd.": "billion", "mlr": "billion",
    "mld": "billion", "mld.": "billion", "mrd": "billion", "mrd.": "billion", "Mrd": "billion", "Mrd.": "billion", "Mio": "million", "Mio.": "million",
    "mio": "million", "mio.": "million", "tys": "thousand", "tys.": "thousand", "tis.": "thousand", "mil.": "million", "milj.": "million", "miljn": "million",
}  # fmt: skip
_LESS_SURE = frozenset({"mln", "bln", "m2", "km2", "m3", "kms", "kgs"})
_UNIT = re.compile(
    rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:[., ]\d{{3}})*(?:[.,]\d+)?)(?P<blank>[ \u00a0]?)(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})(?![\w/])"
)


@rule(
    "NUM042",
    "foreign-unit",
    summary="A unit or scale word in a form that English does not use: “54 sq.m”, “180 kms”, “140 kvm”, “300 mln euros”.",
    why="The abbreviation was carried over from the source, or given a plural. General readers expect “54 square metres”, “180 km” "
    "and “300 million”.",
    category=Category.MEASUREMENT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("The flat has [[54 sq.m]] and a bath.", fixed="The flat has 54 square metres and a bath."),
        Example("He drove at [[180 kms]] an hour.", fixed="He drove at 180 km an hour."),
        Example("It will cost [[300 mln]] euros.", fixed="It will cost 300 million euros."),
        Example("The flat has 54 square metres; he drove at 180 km/h for 20 km. It costs £5m or 3bn."),
    ),
)
def foreign_unit(document: Document, context: Context) -> Iterator[Finding]:
    """Numbers with an abbreviation that only other languages use, or that English has without the plural."""
    text = document.text
    for match in _UNIT.finditer(text):
        unit, end = match["unit"], match.end()
        if unit.endswith(".") and (
            text[end : end + 2].strip()[:1].isupper() or not text[end : end + 2].strip()
        ):
            unit, end = unit[:-1], end - 1  # the point ends the sentence
        meant = _UNITS.get(unit, _UNITS[match["unit"]])
        yield Finding(
            Span(match.start(), end),
            f"English writes “{meant}” here.",
            0.55 if unit in _LESS_SURE else 0.85,
            suggestions=(replace(f"{match['number']} {meant}"),),
        )


_AMOUNT = re.compile(
    r"(?P<brl>R\$ ?(?P<n>\d{1,3}(?:[.,]\d{1,3})?) (?P<s>bi|mi|tri|mil|bilhões|milhões)(?:\.(?= [a-z]))?)(?!\w)"
    r"|(?P<eur>(?<![\w.,])(?P<n2>\d{1,4}(?:[.,]\d{1,3})?) ?(?P<s2>M|Md|Mds|Mrd\.?|Mio\.?|mln|mld|mio|k|K)[ .]?€)"
    r"|(?P<possessive>\d (?:million |billion |thousand |hundred )?(?P<coin>euro|hryvnia|hryvna|lira|zloty|ruble|rouble|peso|forint|yuan|kilo|crown|rupee|dollar|pound|[A-Z]{3})['’]s)\b(?! worth)"
)
_SIZES = {"bi": "billion", "mi": "million", "tri": "trillion", "mil": "thousand", "bilhões": "billion", "milhões": "million",
          "M": "million", "Md": "billion", "Mds": "billion", "Mrd": "billion", "Mio": "million", "mln": "million", "mld": "billion", "mio": "million",
          "k": "thousand", "K": "thousand"}  # fmt: skip


@rule(
    "NUM043",
    "foreign-amount",
    summary="An amount with a foreign short form or plural: “R$ 5 bi”, “250 M€”, “3 million euro's”.",
    why="Brazilian “bi” and “mi”, French “M€” and the Dutch plural with an apostrophe mean nothing to English readers.",
    category=Category.CURRENCY_FORMAT,
    severity=Severity.MINOR,
    targets=("en",),
    examples=(
        Example("It earned [[R$ 5 bi]] in May.", fixed="It earned R$5 billion in May."),
        Example("It will cost [[250 M€]] in all.", fixed="It will cost €250 million in all."),
        Example("It cost [[3 million euro's]] in all.", fixed="It cost 3 million euros in all."),
        Example(
            "It earned R$5 billion; it cost €250m or a million dollar's worth of gold, the euro's worst year."
        ),
    ),
)
def foreign_amount(document: Document, context: Context) -> Iterator[Finding]:
    """Amounts with short forms of Portuguese, French and German, and plurals with an apostrophe."""
    for match in _AMOUNT.finditer(document.text):
        yield Finding(
            Span(*match.span()),
            "English does not write an amount this way; use the English form.",
            0.88,
            suggestions=(replace(_amount(match)),),
        )


def _amount(match: re.Match[str]) -> str:
    if match["possessive"]:
        return match.group().replace("'", "").replace("’", "")
    number, size = match["n"] or match["n2"], (match["s"] or match["s2"]).rstrip(".")
    return f"{'R$' if match['brl'] else '€'}{number.replace(',', '.')} {_SIZES[size]}"
