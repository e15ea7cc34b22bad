"""Articles made for pictures and measurements of the review screen: long ones, clean ones, right-to-left ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

# {n} makes each sentence its own, or the article would be full of repetitions.
_PLAIN = (
    "The council met again on {day} to hear what the engineers had found under arch {n} of the old bridge.",
    "Most of the work on arch {n} can be done at night, the report says, so that the morning trains would not be held up.",
    "Shop owners at number {n} had asked for a later date, since the summer brings them half of their customers.",
    "Report {n}, on the price of the stone, is due before the end of the month.",
    "The {n} families who live beside the river said that they had not been asked, and want to be heard in the autumn.",
    "The mayor promised the people of house {n} that they would not have to leave while the work goes on.",
)
_FLAWED = (
    "For the builders of arch {n} this is over, their spokesman told the the paper on {day}.",
    "Both sides spoke again, according to {n}.500 signatures under letter {n}.",
    "Bir yanıt yazın",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def long_article(words: int = 4_000, flaws: int = 20) -> str:
    """An article of about so many words, with so many flawed sentences (one issue each) spread evenly."""
    paragraphs = ["The bridge over the river, year by year"]
    length, made = 0, 0
    plain, flawed = _sentences(_PLAIN), _sentences(_FLAWED)
    while length < words:
        sentences, lines = list(islice(plain, 4)), []
        length += len(" ".join(sentences).split())
        while made < flaws * min(1.0, length / words):
            flaw = next(flawed)
            (sentences if flaw.endswith(".") else lines).append(flaw)
            length += len(flaw.split())
            made += 1
        paragraphs += [" ".join(sentences), *lines]
    return "\n\n".join(paragraphs) + "\n"


def three_hundred_issues() -> str:
    """An article with about 300 issues."""
    _, rest = long_article(6_000, 300).split("\n", 1)
    return f"Everything that went wrong with the bridge | Abroad\n{rest}"


def _sentences(templates: Sequence[str]) -> Iterator[str]:
    days = cycle(_DAYS)
    for number, template in enumerate(cycle(templates), 1):
        yield template.format(n=number, day=next(days))
