"""The days off of Uzbekistan from 2023 on, by year and act, for weeks of five and of six working days.

One row is what one act did in one year. "Five" is the week with Saturday off, as the decrees have it; for an office
with another second day off its own 208(2) days are not worked out in the decreed years.

Every act was read as reported, none in its own text, and rows say which. The fixed holidays and the rule that moves a
day of rest are the Labour Code's.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from prcomm.core.calendar.days import INSTEAD, Calendar, SpecialDay
from prcomm.core.sources.citations import Article, Basis, Cites, Enactment, as_cites, weakest
from prcomm.core.values.messages import Message
from prcomm.law.labour_code import (
    EVE,
    HOLIDAYS,
    HOLIDAYS_BEFORE,
    IN_FORCE,
    LABOUR_CODE,
    QURBON_HAYIT,
    RAMAZON_HAYIT,
    REST_BEFORE,
    SHIFT,
    WEEKLY_REST,
)
from prcomm.law.texts import on_lex

_DAYS_OFF = "days off"

EXTRA = Message("an extra day off")
WORKED = Message("worked: its rest was moved to {day}")
MOVED = Message("rest moved from Saturday {day}")
IN_DOUBT = Message(
    "Saturday, in doubt: PF-270 had it worked for 24.04, which PF-58 made an extra day off for all; "
    "that the Saturday was given back was not read"
)
FOR_FIVE_ALONE = Message("{instead}; PF-257, as reported, names only the week of five")


def _act(
    code: str, about: str, adopted: date, title: str, basis: Basis = Basis.REPORTED, lex: int | None = None
) -> Enactment:
    """An act known from reports: it has one place to cite, by its subject, as its paragraphs were not read."""
    how = "an official body" if basis is Basis.OFFICIAL else "the press"
    return Enactment(
        code, title, (Article(about, title),), basis, "on", adopted, f"not read; as told by {how}",
        address="" if lex is None else on_lex(lex),
    )  # fmt: skip


# fmt: off
PF_270 = _act("PF-270", _DAYS_OFF, date(2022, 12, 23), "Decree on extra days off and moved days of rest in 2023",
                lex=-6324664)
PF_58  = _act("PF-58",  _DAYS_OFF, date(2023, 4, 20),  "Decree changing PF-270 for the feast of April 2023")
PF_213 = _act("PF-213", _DAYS_OFF, date(2023, 12, 22), "Decree on extra days off and moved days of rest in 2024",
                lex=-6704048)
NEW_YEAR_2025 = _act(
    "resolution of 24.12.2024", _DAYS_OFF, date(2024, 12, 24), "Resolution on days off at New Year 2025",
                lex=-7275687)
PF_257 = _act("PF-257", _DAYS_OFF, date(2025, 12, 24), "Decree on extra days off and moved days of rest, 2025 to 2026",
                lex=-7938920)

RAMAZON_2023 = _act("resolution of 20.04.2023", RAMAZON_HAYIT, date(2023, 4, 20), "Resolution on the feast in 2023")
QURBON_2023  = _act("resolution of 19.06.2023", QURBON_HAYIT,  date(2023, 6, 19), "Resolution on the feast in 2023")
RAMAZON_2024 = _act("resolution of 08.04.2024", RAMAZON_HAYIT, date(2024, 4, 8),  "Resolution on the feast in 2024")
QURBON_2024  = _act("resolution of 11.06.2024", QURBON_HAYIT,  date(2024, 6, 11), "Resolution on the feast in 2024")
PQ_124       = _act("PQ-124",                   RAMAZON_HAYIT, date(2025, 3, 26), "Resolution on the feast in 2025")
QURBON_2025  = _act("resolution told on 31.05.2025", QURBON_HAYIT, date(2025, 5, 31),
                    "Resolution on the feast in 2025; number and day of signing unknown", Basis.OFFICIAL)
PQ_106       = _act("PQ-106", RAMAZON_HAYIT, date(2026, 3, 17), "Resolution on the feast in 2026", Basis.OFFICIAL,
                    -8090629)
PQ_194       = _act("PQ-194", QURBON_HAYIT,  date(2026, 5, 20), "Resolution on the feast in 2026", lex=-8212928)
# fmt: on

SOURCES = (
    PF_270,
    PF_58,
    PF_213,
    NEW_YEAR_2025,
    PF_257,
    RAMAZON_2023,
    QURBON_2023,
    RAMAZON_2024,
    QURBON_2024,
    PQ_124,
    QURBON_2025,
    PQ_106,
    PQ_194,
)

_MOVED = LABOUR_CODE(208, 2)

ALL, BOTH, FIVE, SIX = (5, 6, 7), (5, 6), (5,), (6,)
"""For which weeks: whoever works at all; whoever has a day of rest to move; five days; six days."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _on(year: int, text: str) -> date:
    day, month = text.split()
    return date(year, _MONTHS.index(month) + 1, int(day))


def _days(year: int, text: str) -> Iterator[date]:
    return (_on(year, one) for one in text.split(", "))


def _of(act: Enactment) -> Cites:
    return (act(act.articles[0].number),)


def feast(year: int, day: str, act: Enactment) -> Iterator[SpecialDay]:
    """The first day of a feast, on the day the act gave it."""
    on = _on(year, day)
    cites = (LABOUR_CODE(208, 1), *_of(act)) if on >= IN_FORCE else _of(act)
    yield SpecialDay(on, act.articles[0].number, cites, weeks=ALL, holiday=True, decreed=act.adopted)


def extra(year: int, days: str, weeks: tuple[int, ...], act: Enactment) -> Iterator[SpecialDay]:
    """Days off given beside the holidays."""
    for day in _days(year, days):
        yield SpecialDay(day, EXTRA(), _of(act), weeks=weeks, decreed=act.adopted)


def moved(year: int, saturday: str, to: str, act: Enactment) -> Iterator[SpecialDay]:
    """A Saturday of the week of five that is worked, and the day off for it."""
    worked, off = _on(year, saturday), _on(year, to)
    yield SpecialDay(worked, WORKED(day=f"{off:%d.%m}"), _of(act), True, FIVE, moved=True, decreed=act.adopted)
    yield SpecialDay(off, MOVED(day=f"{worked:%d.%m}"), _of(act), weeks=FIVE, moved=True, decreed=act.adopted)


def by_code(
    year: int, holiday: str, to: str, weeks: tuple[int, ...], act: Enactment | None = None
) -> Iterator[SpecialDay]:
    """The next working day off for a day of rest on which a holiday fell; with the act, if that fixed the holiday."""
    reason = INSTEAD(day=f"{_on(year, holiday):%d.%m}")
    if act is None:
        yield SpecialDay(_on(year, to), reason, _MOVED, weeks=weeks, moved=True)
    else:
        yield SpecialDay(_on(year, to), reason, (_MOVED, *_of(act)), weeks=weeks, moved=True, decreed=act.adopted)


# fmt: off
_ROWS = (
    # 2023. What the Code moves, it moves from 30 April on: Sunday 1 January gave nothing.
    extra(2023,   "2 Jan, 30 Jun",                                        ALL,  PF_270),
    extra(2023,   "3 Jan, 20 Mar, 22 Mar, 1 Jul, 2 Sep, 30 Dec",          SIX,  PF_270),
    moved(2023,   "7 Jan",   "3 Jan",                                           PF_270),
    moved(2023,   "11 Mar",  "20 Mar",                                          PF_270),
    moved(2023,   "25 Mar",  "22 Mar",                                          PF_270),
    feast(2023,   "21 Apr",                                                     RAMAZON_2023),
    extra(2023,   "22 Apr",                                               SIX,  PF_58),
    # 24 April was off before the change too: for five as moved from 29 April, for six as an extra day.
    [SpecialDay(date(2023, 4, 24), EXTRA(), (*_of(PF_58), *_of(PF_270)), weeks=ALL, decreed=PF_270.adopted)],
    [SpecialDay(date(2023, 4, 29),
                IN_DOUBT(),
                _of(PF_58), weeks=FIVE, decreed=PF_58.adopted)],
    feast(2023,   "28 Jun",                                                     QURBON_2023),
    extra(2023,   "29 Jun",                                               ALL,  QURBON_2023),
    by_code(2023, "1 Oct",   "2 Oct",                                     BOTH),

    # 2024
    extra(2024,   "22 Mar, 11 Apr, 18 Jun, 3 Sep, 31 Dec",                ALL,  PF_213),
    extra(2024,   "2 Jan, 23 Mar, 12 Apr, 31 Aug, 30 Dec",                SIX,  PF_213),
    moved(2024,   "6 Jan",   "2 Jan",                                           PF_213),
    moved(2024,   "13 Apr",  "12 Apr",                                          PF_213),
    moved(2024,   "14 Dec",  "30 Dec",                                          PF_213),
    feast(2024,   "10 Apr",                                                     RAMAZON_2024),
    feast(2024,   "16 Jun",                                                     QURBON_2024),
    by_code(2024, "16 Jun",  "17 Jun",                                    BOTH, QURBON_2024),
    by_code(2024, "1 Sep",   "2 Sep",                                     BOTH),
    by_code(2024, "8 Dec",   "9 Dec",                                     BOTH),

    # 2025
    extra(2025,   "2 Jan",                                                SIX,  NEW_YEAR_2025),
    moved(2025,   "4 Jan",   "2 Jan",                                           NEW_YEAR_2025),
    by_code(2025, "8 Mar",   "10 Mar",                                    FIVE),
    feast(2025,   "30 Mar",                                                     PQ_124),
    by_code(2025, "30 Mar",  "31 Mar",                                    BOTH, PQ_124),
    feast(2025,   "6 Jun",                                                      QURBON_2025),
    extra(2025,   "7 Jun",                                                SIX,  QURBON_2025),
    extra(2025,   "31 Dec",                                               ALL,  PF_257),

    # 2026
    extra(2026,   "2 Jan, 28 May, 29 May, 31 Aug",                        ALL,  PF_257),
    extra(2026,   "3 Jan, 30 May, 31 Dec",                                SIX,  PF_257),
    moved(2026,   "12 Dec",  "31 Dec",                                          PF_257),
    by_code(2026, "8 Mar",   "9 Mar",                                     FIVE),
    [SpecialDay(date(2026, 3, 9),
                FOR_FIVE_ALONE(instead=INSTEAD(day="08.03")),
                _MOVED.by(Basis.INFERRED), weeks=SIX, moved=True)],
    by_code(2026, "21 Mar",  "23 Mar",                                    FIVE),
    by_code(2026, "9 May",   "11 May",                                    FIVE),
    feast(2026,   "20 Mar",                                                     PQ_106),
    feast(2026,   "27 May",                                                     PQ_194),
)
# fmt: on

DAYS = tuple(sorted((day for row in _ROWS for day in row), key=lambda special: (special.day, special.weeks)))
"""Every day on which a decreed year differs from the week and the fixed holidays."""

DECREED = {2023: PF_270.adopted, 2024: PF_213.adopted, 2025: NEW_YEAR_2025.adopted, 2026: PF_257.adopted}
"""The years that are decreed, each from its yearly act on. The two feasts come later, by acts of their own."""

CALENDAR = Calendar(
    "Uzbekistan",
    days=DAYS,
    holidays=(*HOLIDAYS, *HOLIDAYS_BEFORE),
    rest=WEEKLY_REST,
    rest_since=IN_FORCE,
    rest_before=REST_BEFORE,
    decreed=DECREED,
    shift=SHIFT,
    eve=EVE,
)
"""The days off of Uzbekistan. Before 2023 and from 2027 on they stand on the Labour Code alone, and are provisional."""


@frozen
class Expected:
    """A feast expected in a year that is not decreed. It is told, and never counted as a day off.

    Attributes:
        name: which feast.
        first: the first day on which it may fall.
        last: the last.
        cites: what it rests on.
    """

    name: str
    first: date
    last: date
    cites: Cites

    @property
    def basis(self) -> Basis:
        return weakest(self.cites)


_ESTIMATE = as_cites(LABOUR_CODE(208, 1).by(Basis.ASSUMED))

EXPECTED = (
    Expected(RAMAZON_HAYIT, date(2027, 3, 9), date(2027, 3, 10), _ESTIMATE),
    Expected(QURBON_HAYIT, date(2027, 5, 16), date(2027, 5, 16), _ESTIMATE),
)
"""The feasts of 2027, by estimate. If Qurbon hayit does fall on that Sunday, Monday 17 May is off by 208(2)."""
