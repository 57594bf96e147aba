"""The Labour Code: working time, days of rest and holidays.

It was read whole. Listed are the articles by which days are counted, and the one from which quorum and majority are
borrowed; one text is one part, or its parts were not told apart.
"""

from datetime import date

from attrs import evolve

from prcomm.core.calendar.days import GeneralRule, Holiday
from prcomm.core.sources.citations import Article, Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles, on_lex

IN_FORCE = date(2023, 4, 30)
"""The day the Code came into force, as reported. What held before it was not read."""

LABOUR_CODE = Enactment(
    "Labour Code",
    "Labour Code of the Republic of Uzbekistan",
    address=on_lex(-6257288),
    articles=articles("""
9. Counting of terms
    The term begins with the day after; days off are counted in; a last day that is a day off moves to the next working
    day. For the terms of labour law only.
36. Meeting of a labour collective
    It is competent with more than half present, and decides with more than half of those taking part.
182. Length of working time
    At most forty hours a week.
185. Length of the working day
    At most eight hours in a week of five working days, seven in a week of six.
187. The eve of a holiday
    On the eve of a holiday work is shorter for all by at least an hour; where that can't be, it is compensated.
207. Weekly days of rest
    Two in a week of five working days, one in a week of six. Sunday is common to both. The second is fixed by the
    collective agreement, the internal rules or the rota, else by the contract: Saturday is not named by law.
208. Holidays
    (1) Nine days are not worked: 1 January, 8 March, 21 March, 9 May, 1 September, 1 October, 8 December, and the first
    day of each of the two feasts.
    (2) A day of rest that falls on a holiday moves to the next working day after it; not for work that cannot stop:
    continuous production, daily service of the population, duty rotas.
    (3) The President may move days of rest by decree.
209. Work on days off
    Forbidden, save with written consent, for work that cannot stop, and in the service of the population.
    No rule: it is between the office and its staff; no day is counted by it.
"""),
    edition=(
        "clean text of July 2026 and a copy with amendment notes of 03.03.2026, both Uzbek; 9, 182, 185 and 207 in the "
        "former only, 36 in the latter only; that it came into force on 30.04.2023 was reported"
    ),
)

CODE_BEFORE = Enactment(
    "Labour Code before 2023",
    "The labour code in force until 30.04.2023",
    address=on_lex(-142859),
    articles=(Article("rest and holidays", "Weekly days of rest, and holidays"),),
    basis=Basis.INFERRED,
    unit="on",
    edition="not read; inferred from the days off of spring 2023",
)

HOURS_A_WEEK = Dated.of("hours of work a week, at most", 40, LABOUR_CODE(182), since=IN_FORCE)
HOURS_A_DAY_OF_FIVE = Dated.of(
    "hours of work a day in a week of five working days, at most", 8, LABOUR_CODE(185), since=IN_FORCE
)
HOURS_A_DAY_OF_SIX = Dated.of(
    "hours of work a day in a week of six working days, at most", 7, LABOUR_CODE(185), since=IN_FORCE
)
REST_DAYS_OF_FIVE = Dated.of("days of rest in a week of five working days", 2, LABOUR_CODE(207), since=IN_FORCE)
REST_DAYS_OF_SIX = Dated.of("days of rest in a week of six working days", 1, LABOUR_CODE(207), since=IN_FORCE)

SOURCES = (LABOUR_CODE, CODE_BEFORE)
VALUES = (HOURS_A_WEEK, HOURS_A_DAY_OF_FIVE, HOURS_A_DAY_OF_SIX, REST_DAYS_OF_FIVE, REST_DAYS_OF_SIX)

WEEKLY_REST = LABOUR_CODE(207)
"""What makes the weekly days of rest ones, from ``IN_FORCE`` on. Which day the second is, the office says."""

REST_BEFORE = CODE_BEFORE("rest and holidays")
"""What made them so before, and the holidays."""

RAMAZON_HAYIT = "Ramazon hayit"
QURBON_HAYIT = "Qurbon hayit"

HOLIDAYS = tuple(
    Holiday(month, day, name, LABOUR_CODE(208, 1), since=IN_FORCE)
    for month, day, name in (
        (1, 1, "New Year"),
        (3, 8, "Women's Day"),
        (3, 21, "Navroʻz"),
        (5, 9, "Day of Remembrance and Honour"),
        (9, 1, "Independence Day"),
        (10, 1, "Teachers' and Mentors' Day"),
        (12, 8, "Constitution Day"),
    )
)
"""The holidays on the same day of every year. The days of the two feasts are decreed year by year."""

HOLIDAYS_BEFORE = tuple(evolve(holiday, cites=REST_BEFORE, since=None, until=IN_FORCE) for holiday in HOLIDAYS)
"""The same days before the Code: inferred from the days off of spring 2023, as the code before it was not read."""

SHIFT = GeneralRule(LABOUR_CODE(208, 2), since=IN_FORCE)
"""A holiday on a day of rest gives the next working day off; duty rotas do not follow."""

EVE = GeneralRule(LABOUR_CODE(187), since=IN_FORCE, hours=1)
"""The eve of a holiday is shorter by at least so many hours; offices close by exactly so many."""
