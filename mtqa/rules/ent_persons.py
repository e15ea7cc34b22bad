"""ENT: persons whose surname was translated into a common word: “Chancellor Briefly”, “Carlos Table”, “Marine The Pen”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.core.documents import Document
from mtqa.core.issues import Finding
from mtqa.core.mqm import Category, Severity
from mtqa.core.spans import Span
from mtqa.language.transliteration import is_given_name
from mtqa.rules.context import Context
from mtqa.rules.contract import Example, rule

_TITLE = (
    r"(?:[Pp]resident|[Cc]hancellor|[Pp]rime [Mm]inister|[Pp]remier|(?:[A-Z][a-z]+ )?[Mm]inister|[Gg]overnor|[Mm]ayor|[Ss]enator|[Dd]eputy|[Cc]oach|[Tt]rainer|[Ss]triker|"
    r"[Mm]idfielder|[Dd]efender|[Gg]oalkeeper|[Ff]orward|[Ss]pokesman|[Ss]pokeswoman|[Ss]ecretary|[Pp]rosecutor|[Jj]udge|[Gg]eneral|[Cc]olonel|[Pp]rofessor|[Ss]inger|[Aa]ctor|"
    r"[Aa]ctress|[Pp]layer|[Bb]oxer|[Jj]ournalist|[Ww]riter|[Dd]irector|[Ll]eader|[Cc]hairman|[Aa]mbassador|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?)"
)
# Common words that are no surnames in English, among them those that engines make of surnames.
_NO_SURNAMES = frozenset(
    "briefly shortly chain chains pickled worker workers husband squid bulk bulky bully spawn homeland cinnamon lyre mature churches married "
    "table hair saints rabbit terminal kiosk rays dragons dragon falcons falcon powder cossack ducks duck homeland tailor flowing flows lightning "
    "thunderbolt ironstone sword thin thick slim special slow sapling torch victory doves dove mosquito butterfly hedgehog beetle frog snake lizard "
    "rooster goose bull cow goat horse horses sheep apple apples pear milk cheese butter salt vinegar onion garlic cabbage carrot leaf root tree "
    "trees mountain mountains river rivers sea ocean island shore sand iron copper glass blacksmith fisherman peasant monk emperor big fat tall yellow "
    "bald deaf lame left happy sad poor clever sour bitter hot warm old beautiful free weak quiet loud everything nothing always never again "
    "immovable motionless cheerful distinguished woods sparrows wolves bear bears lions tiger tigers eagle eagles crow crows pigeon pigeons fox's "
    "stonecutter bricklayer bellringer wagon cart wheel nail hammer axe knife spoon plate bottle bread pepper corn grain sunflower flower flowers "
    "candle window door roof wall floor street bridge's coast ball shoe shoes boot boots shirt trousers belt strap button needle thread rope "
    "wednesday thursday saturday monday tuesday sunday red's green's snow's storm's smoke fire water wind cloud clouds rain rainy sun moon star stars sky night morning evening "
    "yesterday tomorrow today winter's summer's finger hand foot nose mouth eye eyes ear ears tooth teeth head heart bone bones blood back belly "
    "good bad better worse best first second third hundred thousand million seven eight nine five four three two one".split()
)
_PLACES = frozenset(
    "street mountain mountains river rivers sea ocean island shore bridge coast star sunday monday".split()
)
_FIRST_NAME = r"[A-Z][^\W\d_]+"
_NAMED = re.compile(
    rf"(?:(?<![\w-])(?P<title>{_TITLE}) )?(?:(?P<given>{_FIRST_NAME}(?: {_FIRST_NAME})?) )?(?P<word>[A-Z][a-z]+)(?=[\s.,;:!?)]|['’]s\b|$)(?! (?:[A-Z]|and [A-Z]|of [A-Z]))"
)
_ARTICLED = re.compile(
    rf"(?:(?<![\w-])(?P<title>{_TITLE}) )?\b(?P<given>[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?) (?P<word>(?:The|Of The|From The) [A-Z][a-z]+)(?= (?:[a-z]+ed|said|says|has|was|is|will|and|of|in|on|told)\b|[.,;]|['’]s)"
)
_EPITHETS = frozenset(
    "great terrible conqueror impaler barbarian bear pooh rapper builder fat boy kid rock magnificent lionheart wise bold first second third younger elder baptist weeknd giant hutt "
    "hun red clown frog vampire slayer beheader explorer butcher ripper".split()
)


@rule(
    "ENT007",
    "word-for-a-surname",
    summary="A common word where a surname must stand: “Chancellor Briefly”, “Carlos Table”, “Bruno The Mayor”.",
    why="Many surnames are common words in their own language: Kurz is short, Mesa is table, Le Maire is the mayor. Engines "
    "translate them. Put back the name of the source.",
    category=Category.OVERTRANSLATION,
    severity=Severity.MAJOR,
    targets=("en",),
    examples=(
        Example("Late in the evening Chancellor [[Everything]] arrived for the talks."),
        Example("The coach, José [[Nail]], was pleased with the match."),
        Example("The budget was presented by Peter [[The Gardener]] on the last day of the week."),
        Example(
            "President Bush, Mayor Rivers and Governor Brown met Prime Minister Short and Conan The Barbarian."
        ),
        Example("The prize for the prime minister of the year went to the mayor on Sunday."),
    ),
)
def word_for_a_surname(document: Document, context: Context) -> Iterator[Finding]:
    """Common words after a title or a given name, in running text."""
    text = document.text
    for match in _NAMED.finditer(text):
        if (
            match["word"].lower() in _NO_SURNAMES
            and _is_person(match)
            and _in_prose(document, match.start("word"))
        ):
            yield _finding(Span(*match.span("word")), 0.75 if match["title"] else 0.6)
    for match in _ARTICLED.finditer(text):
        last = match["word"].rsplit(" ", 1)[-1].lower()
        if (
            last not in _EPITHETS
            and (match["title"] or is_given_name(match["given"]))
            and _in_prose(document, match.start("word"))
        ):
            yield _finding(Span(*match.span("word")), 0.8)


def _is_person(match: re.Match[str]) -> bool:
    """Whether a title with or without a name, or a given name that engines translate, stands before the word."""
    title: str = match["title"] or ""
    given: str = match["given"] or ""
    if not given:
        return title[:1].isupper() and not title.startswith(("M", "General"))
    if title:
        return not given.isupper()
    return is_given_name(given.split(maxsplit=1)[0]) and match["word"].lower() not in _PLACES


def _in_prose(document: Document, position: int) -> bool:
    """Whether most of the words around begin small, which tells prose from a heading."""
    sentence = document.sentence_at(position)
    if sentence is None:
        return False
    words = re.findall(r"[^\W\d_]+", sentence.of(document.text))
    return 2 * sum(1 for word in words if word[0].isupper()) < len(words)


def _finding(span: Span, confidence: float) -> Finding:
    return Finding(
        span,
        "A surname seems to be translated here; put back the one of the source.",
        confidence,
    )
