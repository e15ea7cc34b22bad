"""Names of languages for people."""

from __future__ import annotations

UNKNOWN = "und"


def language_name(code: str) -> str:
    """The English name of a language, for use in mid-sentence; the code itself if it has no name here.

    The code is a BCP 47 tag of which the first part counts.

    >>> language_name("nl"), language_name("pt-BR"), language_name("und")
    ('Dutch', 'Portuguese', 'an unknown language')
    """
    primary = code.replace("_", "-").split("-")[0].lower()
    return _NAMES.get(primary, code or _NAMES[UNKNOWN])


def model_code(code: str) -> str:
    """The code under which the word model keeps a language; it has one model for Norwegian and one for Serbo-Croatian.

    >>> model_code("no"), model_code("hr"), model_code("nl")
    ('nb', 'sh', 'nl')
    """
    return _MODEL_CODES.get(code, code)


def house_code(code: str) -> str:
    """The code that lexicons and reviews use for a language of the word model.

    >>> house_code("nb"), house_code("nl")
    ('no', 'nl')
    """
    return _HOUSE_CODES.get(code, code)


_MODEL_CODES = {"no": "nb", "nn": "nb", "hr": "sh", "sr": "sh", "bs": "sh", "tl": "fil"}
_HOUSE_CODES = {"nb": "no", "fil": "tl"}


def _names(table: str) -> dict[str, str]:
    pairs = (entry.strip().partition(" ") for line in table.strip().splitlines() for entry in line.split("·"))
    return {code: name for code, _, name in pairs}


# ISO 639-1 (2002) with the names that news desks use, and the few ISO 639-3 codes seen in article translation.
_NAMES = _names("""
und an unknown language · aa Afar · ab Abkhaz · af Afrikaans · ak Akan · am Amharic · an Aragonese
ar Arabic · as Assamese · av Avar · ay Aymara · az Azerbaijani · ba Bashkir · be Belarusian · bg Bulgarian
bi Bislama · bm Bambara · bn Bengali · bo Tibetan · br Breton · bs Bosnian · ca Catalan · ce Chechen
ch Chamorro · co Corsican · cs Czech · cu Church Slavonic · cv Chuvash · cy Welsh · da Danish · de German
dv Divehi · dz Dzongkha · ee Ewe · el Greek · en English · eo Esperanto · es Spanish · et Estonian
eu Basque · fa Persian · ff Fula · fi Finnish · fj Fijian · fo Faroese · fr French · fy West Frisian
ga Irish · gd Scottish Gaelic · gl Galician · gn Guarani · gu Gujarati · gv Manx · ha Hausa · he Hebrew
hi Hindi · hr Croatian · ht Haitian Creole · hu Hungarian · hy Armenian · ia Interlingua · id Indonesian
ig Igbo · io Ido · is Icelandic · it Italian · iu Inuktitut · iw Hebrew · ja Japanese · jv Javanese
ka Georgian · ki Kikuyu · kk Kazakh · kl Greenlandic · km Khmer · kn Kannada · ko Korean · ks Kashmiri
ku Kurdish · kv Komi · kw Cornish · ky Kyrgyz · la Latin · lb Luxembourgish · lg Ganda · li Limburgish
ln Lingala · lo Lao · lt Lithuanian · lv Latvian · mg Malagasy · mh Marshallese · mi Māori · mk Macedonian
ml Malayalam · mn Mongolian · mr Marathi · ms Malay · mt Maltese · my Burmese · nb Norwegian · ne Nepali
nl Dutch · nn Norwegian Nynorsk · no Norwegian · nv Navajo · ny Chichewa · oc Occitan · om Oromo · or Odia
os Ossetian · pa Punjabi · pi Pali · pl Polish · ps Pashto · pt Portuguese · qu Quechua · rm Romansh
rn Kirundi · ro Romanian · ru Russian · rw Kinyarwanda · sa Sanskrit · sc Sardinian · sd Sindhi
se Northern Sámi · sg Sango · sh Serbo-Croatian · si Sinhala · sk Slovak · sl Slovenian · sm Samoan
sn Shona · so Somali · sq Albanian · sr Serbian · ss Swazi · st Sesotho · su Sundanese · sv Swedish
sw Swahili · ta Tamil · te Telugu · tg Tajik · th Thai · ti Tigrinya · tk Turkmen · tl Filipino · tn Tswana
to Tongan · tr Turkish · ts Tsonga · tt Tatar · tw Twi · ty Tahitian · ug Uyghur · uk Ukrainian · ur Urdu
uz Uzbek · ve Venda · vi Vietnamese · vo Volapük · wa Walloon · wo Wolof · xh Xhosa · yi Yiddish · yo Yoruba
za Zhuang · zh Chinese · zu Zulu · arz Egyptian Arabic · ast Asturian · ceb Cebuano · ckb Central Kurdish
fil Filipino · gsw Swiss German · haw Hawaiian · hmn Hmong · hsb Upper Sorbian · liv Livonian
nds Low German · scn Sicilian · szl Silesian · vec Venetian · yue Cantonese
""")
