"""Writing systems: which script a character belongs to, and which languages use it."""

from __future__ import annotations

import re
from functools import lru_cache

# First code points of the blocks that matter, from Unicode 15 Blocks.txt; "" stands for scripts we do not tell apart.
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0000, 0x024F, "Latin"),
    (0x0250, 0x02FF, "Latin"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x2C60, 0x2C7F, "Latin"),
    (0xA720, 0xA7FF, "Latin"),
    (0xFB00, 0xFB06, "Latin"),
    (0xFF21, 0xFF5A, "Latin"),
    (0x0370, 0x03FF, "Greek"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x1C80, 0x1C8F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x077F, "Arabic"),
    (0x08A0, 0x08FF, "Arabic"),
    (0xFB50, 0xFEFC, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B00, 0x0B7F, "Oriya"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x0F00, 0x0FFF, "Tibetan"),
    (0x1000, 0x109F, "Burmese"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1C90, 0x1CBF, "Georgian"),
    (0x1200, 0x137F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1100, 0x11FF, "Hangul"),
    (0x3130, 0x318F, "Hangul"),
    (0xAC00, 0xD7AF, "Hangul"),
    (0x3040, 0x30FF, "Kana"),
    (0x31F0, 0x31FF, "Kana"),
    (0xFF66, 0xFF9F, "Kana"),
    (0x3005, 0x3007, "Han"),
    (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"),
    (0xF900, 0xFAFF, "Han"),
    (0x20000, 0x323AF, "Han"),
)
LANGUAGE_OF_SCRIPT = {
    "Greek": "el",
    "Armenian": "hy",
    "Hebrew": "he",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Oriya": "or",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Tibetan": "bo",
    "Burmese": "my",
    "Georgian": "ka",
    "Ethiopic": "am",
    "Khmer": "km",
    "Hangul": "ko",
    "Kana": "ja",
    "Han": "zh",
    "Cyrillic": "ru",
    "Arabic": "ar",
}
_OWN_SCRIPTS: dict[str, frozenset[str]] = {
    **{language: frozenset({script}) for script, language in LANGUAGE_OF_SCRIPT.items()},
    **dict.fromkeys(("uk", "bg", "mk", "sr", "be", "kk", "ky", "mn"), frozenset({"Cyrillic"})),
    **dict.fromkeys(("fa", "ur", "ckb", "ps", "ug"), frozenset({"Arabic"})),
    **dict.fromkeys(("mr", "ne"), frozenset({"Devanagari"})),
    "yi": frozenset({"Hebrew"}),
    "ja": frozenset({"Kana", "Han"}),
    "zh": frozenset({"Han"}),
    "ko": frozenset({"Hangul", "Han"}),
}
# Nats that a language of a shared script loses for being rarer in what is published, which decides words that they share. The
# order is common knowledge, the sizes are a choice that was not measured on its own.
SHARED_SCRIPTS: dict[str, dict[str, float]] = {
    "Cyrillic": {"ru": 0.0, "uk": 1.5, "bg": 3.0, "mk": 4.5},
    "Arabic": {"ar": 0.0, "fa": 0.0, "ur": 3.0},
    "Han": {"zh": 0.0, "ja": 0.0},
}


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """The script of a letter, or "" for one that we do not know and for all else.

    >>> script_of("ж"), script_of("ğ"), script_of("5")
    ('Cyrillic', 'Latin', '')
    """
    if not character.isalpha():
        return ""
    code = ord(character)
    return next((script for first, last, script in _BLOCKS if first <= code <= last), "")


def own_scripts(language: str) -> frozenset[str]:
    """The scripts that a language is written in; Latin where we know no better."""
    return _OWN_SCRIPTS.get(language, frozenset({"Latin"}))


def in_other_script(text: str, language: str) -> bool:
    """Whether a text has letters of a script that a language is not written in.

    >>> in_other_script("грн", "en"), in_other_script("mln", "en")
    (True, False)
    """
    own = own_scripts(language)
    return any(script_of(character) not in own for character in text if character.isalpha())


_CYRILLIC_MARKS = (("uk", "ґєії"), ("be", "ў"), ("sr", "ђћј"), ("mk", "ѓќѕ"), ("kk", "әғқңөұүһ"))
# Characters that only one of the two uses, as far as they were simplified otherwise or not at all; from general knowledge.
_HAN_MARKS = (
    (
        "ja",
        "円広対気図団発経済働込峠畑沢辺駅県売読払仏伝価児剤剣労効勲囲圏圧壊壱壌変奨姫実専巣帯帰応恵悩悪戦戯戸抜択拝拠拡挙挿捜揺摂撃斎暁暦曽枠栃栄桜検楽様権歓歩歯歳毎涙渋渓滝焼犠猟獣瀬畳砕穂穏粋粛続総緑縁縄繊聴"
        "脳臓舎荘蔵覚覧観訳証説譲豊賛転軽逓遅郷酔醸釈鉄銭鋭鋳錬録関闘陥険隣隠雑霊頼顔顕駆騒験髄髪鶏黒黙齢々弐弾懐",
    ),
    (
        "zh",
        "們這說還讓您她妳嗎呢吧找哪麼沒裡夠應擔擴據擊橫檢樣樓歡氣溫爭狀獎獨產畢盡眾穩絕與舉舊藥處號賣踐輛辦醫釋錄鐵關隨雖雙雜顧顯餘驗鬥黨齊對國會學實點體來當發經濟變兩滿權觀覺讀續總縣團圖戰殘淺灣畫綠聽腦藝蟲裝"
        "觸譯證譽豐轉輕辭遲鄉險隱靈靜驛雞黑齒齡條從们这说让吗么扩击检样楼欢杀奖产毕异础稳竞范级绝线联职肃举药处卫冲复视话该认调议护赞费卖践辆办远选释银录镜钟铁关陆虽杂难头顾显验发斗鱼丽齐龙东车马鸟门问间闻时书"
        "长见贝页风电进过达运迁钱韩开图团园际陈经给结维红纪约纯纸组织终统继续综绿缘网罗罚义习乡买亚亲亿仅从价优传伟伤伦侧侦债倾偿储儿兴养冻减则刚创剂剧剑剥劝务动劳实对应观权",
    ),
)
_ARABIC_MARKS = (("ur", "ٹڈڑںےۓھ"), ("fa", "پچژگکی"))


def language_by_letters(text: str, script: str) -> str | None:
    """The language that special letters of a shared script give away, if they do.

    >>> language_by_letters("Написати відповідь", "Cyrillic")
    'uk'
    """
    marks = {"Cyrillic": _CYRILLIC_MARKS, "Arabic": _ARABIC_MARKS, "Han": _HAN_MARKS}.get(script, ())
    folded = text.casefold()
    if script == "Cyrillic" and re.search("[ыэё]", folded):
        return "be" if "ў" in folded else "ru"
    return next(
        (language for language, letters in marks if any(letter in folded for letter in letters)), None
    )
