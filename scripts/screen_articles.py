"""Articles made for pictures and measurements of the review screen: long ones, clean ones, right-to-left ones."""

from __future__ import annotations

from itertools import cycle, islice

CLEAN = """Harbour town votes to keep its ferry

Residents of the small harbour town voted on Sunday to keep the evening ferry, which the county council had planned to \
cancel from April. Almost two thirds of those who took part were in favour, the town clerk said after the count.

The ferry links the town with the islands across the bay. Without it, school children and nurses on late shifts would \
have had to take the road round the bay, a journey of nearly two hours.

The council said that it would respect the vote, and would look for the money elsewhere in its budget.
"""

ARABIC = """البلدة تصوّت على إبقاء العبّارة المسائية

صوّت سكان البلدة الساحلية الصغيرة يوم الأحد على إبقاء العبّارة المسائية التي كان مجلس المقاطعة ينوي إلغاءها ابتداءً من أبريل. \
وقالت كاتبة البلدة بعد الفرز إن نحو ثلثي المشاركين أيّدوا ذلك.

تربط العبّارة البلدة بالجزر الواقعة على الجانب الآخر من الخليج. Without it, school children and nurses on late shifts would \
have had to take the road round the bay.

وقال المجلس إنه سيحترم نتيجة التصويت، وإنه سيبحث عن المال في مكان آخر من ميزانيته.

Read also: New timetable for the islands

Bir yanıt yazın
"""

_PLAIN = (
    "The council met again on {day} to hear what the engineers had found in the old bridge over the river.",
    "Most of the work can be done at night, the report says, so that the morning trains would not be held up.",
    "Shop owners in the lower town had asked for a later date, since the summer brings them half of their customers.",
    "A second report, on the price of the stone, is due before the end of the month.",
    "Several families who live beside the river said that they had not been asked, and want to be heard in the autumn.",
    "The mayor promised that nobody would have to leave their home while the work goes on.",
)
_FLAWED = (
    "For the builders this point is unmentionable, their spokesman told the the paper.",
    "In a telephone interview the two sides agreed to speak again, according to 12.500 signatures under a letter.",
    "Bir yanıt yazın",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def long_article(words: int = 4_000, flaws: int = 20) -> str:
    """An article of about so many words, with so many flawed sentences (each one or two issues) spread evenly."""
    paragraphs = ["The bridge over the river, year by year"]
    length, made = 0, 0
    sentences, flawed, days = cycle(_PLAIN), cycle(_FLAWED), cycle(_DAYS)
    while length < words:
        plain = " ".join(islice(sentences, 3)).format(day=next(days))
        paragraphs.append(f"In week {len(paragraphs)}, things went on as before. {plain}")
        length += len(paragraphs[-1].split())
        while made < flaws * min(1.0, length / words):
            flaw = next(flawed)
            paragraphs.extend([flaw] if not flaw.endswith(".") else [])
            paragraphs[-1] += f" {flaw}" if flaw.endswith(".") else ""
            length += len(flaw.split())
            made += 1
    return "\n\n".join(paragraphs) + "\n"


def three_hundred_issues() -> str:
    """An article with about 300 issues."""
    sentences, flaws, days = cycle(_PLAIN), cycle(_FLAWED), cycle(_DAYS)
    paragraphs = ["Everything that went wrong with the bridge | Abroad"]
    for number in range(170):
        text = f"Note {number + 1}. {next(sentences)} {next(flaws)}".format(day=next(days))
        paragraphs.append(text)
    return "\n\n".join(paragraphs) + "\n"
