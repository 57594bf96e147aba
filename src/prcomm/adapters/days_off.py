"""Days off as the library ``holidays`` has them: reported by it, and provisional until somebody has read the law.

Needs the extra ``days-off``. What it brings is a starting point for a country whose statute nobody has written down as
a table yet: every day names the library and its version as its source, its basis is ``REPORTED``, and every count that
rests on it says that it is provisional.
"""

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR
from importlib.metadata import version
from typing import Final

import holidays

from prcomm.core.calendar.days import Calendar, SpecialDay
from prcomm.core.sources.citations import Article, Basis, Source
from prcomm.core.values.errors import BadInput, quoted

NO_YEARS: Final[frozenset[int]] = frozenset()
"""It knows no year for certain: whatever rests on it is provisional."""
WORKED: Final = "a day of rest that is worked"


def source() -> Source:
    """The library as a source: it has one place to cite for each country."""
    return Source(f"holidays {version('holidays')}", "the Python library holidays", basis=Basis.REPORTED, unit="on")


def reported(
    country: str, years: Iterable[int], *, part: str = "", language: str = "", name: str = "", rest_days: bool = True
) -> Calendar:
    """The calendar of a country as the library has it.

    Args:
        country: its ISO 3166 code: ``NZ``.
        years: the years whose days off are wanted; in others only the weekly days of rest are known.
        part: the part of the country: a province, a state; as the library names it.
        language: the language of the names of holidays, where the library has several.
        name: the name of the calendar; the code of the country without it.
        rest_days: whether the weekly days of rest are the library's too, and not those of the office.

    Raises:
        BadInput: a country, a part or a year that the library does not have.
    """
    wanted = tuple(years)
    wrong = tuple(f"years: from {MINYEAR} to {MAXYEAR}, not {quoted(one)}" for one in wanted if not _is_year(one))
    if wrong:
        raise BadInput("days off", wrong)
    of = f"{country}, {part}" if part else country
    try:
        found = holidays.country_holidays(
            country, subdiv=part or None, years=wanted, language=language or None, observed=True
        )
    except (NotImplementedError, ValueError, TypeError) as error:
        raise BadInput("days off", (f"of {quoted(of)}: {' '.join(str(error).split())}",)) from error
    if language and language not in found.supported_languages:
        there = ", ".join(found.supported_languages) or "one alone"
        raise BadInput("days off", (f"language: of {quoted(of)} it has {there}, not {quoted(language)}",))
    cite = _listing(of)(of)
    off = (SpecialDay(on, told, cite, holiday=True) for on, told in found.items() if on.year in wanted)
    worked = (
        SpecialDay(on, WORKED, cite, works=True, moved=True) for on in found.weekend_workdays if on.year in wanted
    )
    days = tuple(sorted((*off, *worked), key=lambda special: special.day))
    weekly = tuple(sorted(day + 1 for day in found.weekend)) if rest_days else None
    return Calendar(name or of, days, rest=cite if rest_days else (), listed=NO_YEARS, rest_days=weekly)


def _is_year(year: object) -> bool:
    return isinstance(year, int) and not isinstance(year, bool) and MINYEAR <= year <= MAXYEAR


def _listing(of: str) -> Source:
    whole = source()
    return Source(whole.code, whole.title, (Article(of, of),), whole.basis, whole.unit)
