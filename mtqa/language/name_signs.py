"""Signs that a stretch is a name, which is right in any language: its neighbours, its shape, its other uses in the article."""

from __future__ import annotations

import math
import re
from collections import Counter

from mtqa.core.documents import Document, TokenKind
from mtqa.language.candidates import Candidate

# What stands before a common noun, by target language. "A Kutsche" is no name; "in Thüringen" is.
_DETERMINERS: dict[str, frozenset[str]] = {
    "en": frozenset("a an the this that these those his her its their our my your no some any every each".split()),
    "de": frozenset("der die das den dem des ein eine einen einem einer eines kein keine diese dieser dieses".split()),
    "fr": frozenset("le la les un une des du au aux ce cette ces son sa ses leur leurs".split()),
    "es": frozenset("el la los las un una unos unas del al este esta estos estas su sus".split()),
    "it": frozenset("il lo la i gli le un uno una del della dei delle al alla questo questa suo sua".split()),
    "pt": frozenset("o a os as um uma do da dos das no na ao este esta seu sua".split()),
    "nl": frozenset("de het een deze dit die dat zijn haar hun geen".split()),
    "tr": frozenset("bir bu şu o her".split()),
    "pl": frozenset("ten ta to te tego tej tych jego jej ich".split()),
    "ru": frozenset("этот эта это эти того этого его её их".split()),
}  # fmt: skip
# What stands before a place or an owner, and after which a capitalised word is a name more often than not.
_PREPOSITIONS: dict[str, frozenset[str]] = {
    "en": frozenset("in at near from to of by with for between".split()),
    "de": frozenset("in bei aus nach von mit für zwischen".split()),
    "fr": frozenset("à de en par avec pour entre chez".split()),
    "es": frozenset("en de a por con para entre desde".split()),
    "it": frozenset("in a di da con per tra fra".split()),
    "pt": frozenset("em de a por com para entre".split()),
    "nl": frozenset("in bij uit naar van met voor tussen".split()),
    "pl": frozenset("w z do od na dla przez między".split()),
    "ru": frozenset("в из к от на для между".split()),
}  # fmt: skip
# Words that announce a person, club, firm or work, in the languages that news come from.
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady king queen prince princess pope saint st president chancellor minister "
    "senator governor mayor general colonel captain sergeant judge attorney coach striker midfielder defender goalkeeper "
    "herr frau señor señora monsieur madame mme fc sc sv afc cf ac as bv vv club team party group company firm bank "
    "airline newspaper magazine film movie novel book song album band opera ship river lake mount castle church street "
    "square village town city district region county province island restaurant hotel museum theatre theater university "
    "initiative movement association foundation union league brand portal website server channel station author singer "
    "actor actress director writer researcher spokesman spokeswoman spokesperson manager politician".split()
)
_COMMON_NOUN = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ität|täten|nis|nisse|tum|chen|ismus|ling|linge|"
    r"enz|anz|ierung|erin|innen|zeug|werk|zeit|arbeit|platz|raum|recht|kraft|punkt|teil|gebiet|amt|minister|führer)$"
)
_PLACE_OR_PERSON = re.compile(
    r"(?:burg|berg|stadt|dorf|heim|hausen|felde?|bach|furt|ingen|kirchen|mann|meier|meyer|mayer|müller|bauer|huber|städt|"
    r"burger|berger|städter|ová|ský|ski|ska|son|sson|dóttir|ić|vić|enko|yan|oğlu)$"
)
_LATIN = re.compile(r"(?:us|um|is|ae|orum|arum|alis|aris|ensis|oides|ata|atus|itis|osis|ella|ina|ula|icus|ica|iae|ium)$")  # fmt: skip


# Terms of medicine and chemistry are the same in all languages: endotheliitis, lithiasis, benazepril, arthroplasty.
_MEDICAL = re.compile(
    r"(?:itis|iasis|osis|emia|aemia|uria|pathy|plasty|ectomy|scopy|genesis|cytes?"
    r"|pril|olol|mab|statin|vir|tinib|cillin|mycin|conazole|prazole|sartan|dipine|gliptin|parin|caine|zumab|gliflozin|triptan)$"
)


_SHORT = 4  # "von", "della", "nad", "with"


def name_signs(document: Document, candidate: Candidate, uses: Counter[str], target: str) -> dict[str, float]:
    """Features about names; `uses` counts how often each lower-cased word has a capital in the document."""
    tokens = document.tokens
    words = [
        tokens.texts[i]
        for i in range(candidate.first, candidate.last + 1)
        if tokens.kinds[i] is TokenKind.WORD
    ]
    before = _neighbour(document, candidate.first - 1)
    after = _neighbour(document, candidate.last + 1)
    capitals = [word for word in words if word[0].isupper()]
    last = words[-1].lower() if words else ""
    elsewhere = sum(uses[word.lower()] - 1 for word in capitals)
    return {
        "after_determiner": float(before.lower() in _DETERMINERS.get(target, ())),
        "after_preposition": float(before.lower() in _PREPOSITIONS.get(target, ())),
        "after_title": float(before.lower() in _TITLES),
        "before_title": float(after.lower() in _TITLES),
        "after_capital": float(before[:1].isupper() and not candidate.initial),
        "before_capital": float(after[:1].isupper()),
        "starts_capital": float(bool(words) and words[0][0].isupper() and not candidate.initial),
        "ends_capital": float(bool(words) and words[-1][0].isupper()),
        "used_as_name": math.log1p(max(0, elsewhere)),
        "noun_ending": float(_COMMON_NOUN.search(last) is not None),
        "name_ending": float(_PLACE_OR_PERSON.search(last) is not None),
        "medical_ending": float(_MEDICAL.search(last) is not None),
        "latin_ending": float(_LATIN.search(last) is not None),
        "mixed_case": float(any(_is_mixed(word) for word in words)),
        "title_shape": float(_is_title(words)),
    }


def _neighbour(document: Document, index: int) -> str:
    """The word there, "" across punctuation and at the edges."""
    tokens = document.tokens
    return tokens.texts[index] if 0 <= index < len(tokens) and tokens.kinds[index] is TokenKind.WORD else ""


def _is_title(words: list[str]) -> bool:
    """Whether the words have capitals as a title or a firm has: all but short ones between the first and the last."""
    return (
        len(words) > 1
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or len(word) <= _SHORT for word in words)
    )


def _is_mixed(word: str) -> bool:
    return word[0].islower() and not word.islower() and "-" not in word
