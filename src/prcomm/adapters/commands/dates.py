"""Days and instants as people type them: 2026-02-13, 13.02.2026, with an hour or without."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from pendulum import DateTime

from prcomm.adapters.commands import wording
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput

END_OF_DAY: Final = time(23, 59, 59)
DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(.*)", re.DOTALL)
HOUR: Final = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
DAY_ALONE: Final = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}")
BEGINS: Final = re.compile(r"\d+[-.]\d")


def looks_like_one(word: str) -> bool:
    """Whether a word is meant for a day, be there such a day or not."""
    return bool(BEGINS.match(word) or DAY_ALONE.fullmatch(word))


def told_apart(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words that are no day, and those that are: an hour that stands by itself is of the day before it."""
    names, days = list[str](), list[str]()
    for word in words:
        if HOUR.fullmatch(word) and days:
            days[-1] += f"T{word}"
        else:
            (days if looks_like_one(word) else names).append(word)
    return names, days


def only(days: Sequence[str]) -> str:
    """The one day that was given. Raises ``BadInput`` if there is none, or more."""
    if len(days) != 1:
        told = wording.ONE_DATE(words=", ".join(days)) if days else wording.NO_DATE_GIVEN()
        raise BadInput(wording.A_DATE(), (told,))
    return days[0]


def instant(word: str, office: Office, of_a_day: time) -> DateTime:
    """The instant meant, on the office's clock. Raises ``BadInput`` that names the word.

    Args:
        word: a day, or an instant; without an offset it is the office's.
        office: whose clock.
        of_a_day: which instant of a day stands for it.
    """
    iso = _iso(word.strip())
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        at = None
    if at is None:
        raise BadInput(wording.A_DATE(), (wording.NO_DATE(word=repr(word)),))
    if DAY_ALONE.fullmatch(iso):
        at = datetime.combine(at, of_a_day)
    return office.instant(at if at.tzinfo else at.replace(tzinfo=office.tz))


def day(word: str, office: Office) -> date:
    """The day meant."""
    return instant(word, office, time(12)).date()


def _iso(word: str) -> str:
    found = DOTTED.fullmatch(word)
    if not found:
        return word
    on, month, year, rest = found.groups()
    hour = rest.strip(" ,T")
    return f"{year}-{int(month):02}-{int(on):02}" + (f"T{hour:0>5}" if hour else "")
