"""Plain values in JSON: texts, numbers, days, instants, names, offices; each with how it is read and written.

A name stands for a member of an Enum (of an Enum of texts, its text), ISO 8601 for days and instants.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextvars import ContextVar
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from math import isfinite
from types import MappingProxyType
from typing import Final, TypeVar, cast
from zoneinfo import ZoneInfo

import pendulum
from attrs import frozen
from pendulum import Date, DateTime, Timezone

from prcomm.adapters.json.faults import DocumentFault, Faults, Unfit, unknown, unknown_field
from prcomm.adapters.json.parsing import MOST
from prcomm.core.calendar.hours import on_clock
from prcomm.core.sources.people import Office, Role
from prcomm.core.sources.working_hours import Opening
from prcomm.core.values.errors import BadInput, a

T = TypeVar("T")
Hook = Callable[[object, object], object]


@frozen
class Around:
    """What a value is read and written by, besides itself.

    Attributes:
        office: the office on whose clock instants are; ``None`` where none is known.
        zone: the zone of an office that names none.
        roles: the roles of the lifecycle by name.
        numbers: whether a number may stand where a text belongs, as in a register that does not tell them apart.
    """

    office: Office | None = None
    zone: str = ""
    roles: Mapping[str, Role] = MappingProxyType({})
    numbers: bool = False


AROUND: ContextVar[Around] = ContextVar("around", default=Around())  # noqa: B039  # it is frozen


class around:  # noqa: N801  # it is used as a word
    """Read and write by that, for a while."""

    __slots__ = ("place", "token")

    def __init__(self, place: Around) -> None:
        self.place = place

    def __enter__(self) -> Around:
        self.token = AROUND.set(self.place)
        return self.place

    def __exit__(self, *_: object) -> None:
        AROUND.reset(self.token)


_END = r"$(?!\n)"
_DAY = r"(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_HOUR = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
DAY: Final = f"^{_DAY}{_END}"
HOUR: Final = f"^{_HOUR}{_END}"
INSTANT: Final = (
    f"^{_DAY}T{_HOUR}(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?)"
    rf"(\[([A-Za-z][A-Za-z0-9_+/-]{{0,63}}|[+-][0-9:]{{5,8}})\])?{_END}"
)
"""An instant: with its offset and, where it is not on the office's clock, the name of its zone (RFC 9557)."""
HOUR_AT: Final = 10
"""Where in the text of an instant its day ends."""
DECIMAL: Final = rf"^-?[0-9]{{1,40}}(\.[0-9]{{1,40}})?([Ee][+-]?[0-9]{{1,3}})?{_END}"
LONGEST_NAME: Final = 200
"""How long the name of an act, an article or a part of one may be."""
LONGEST_KEPT: Final = 1000
"""How many characters an object may hold to be remembered."""
MOST_FIELDS: Final = 40
"""How many fields and types of them."""
YEARS: Final = range(1900, 2200)
"""The years of which documents may speak."""


def matched(pattern: str, data: object, wanted: str) -> str:
    """The text of a place, if it is one of that form."""
    if AROUND.get().numbers:
        data = number_as_text(data)
    if not isinstance(data, str):
        raise Unfit.of(wanted, data)
    if not _compiled(pattern).search(data):
        raise Unfit.saying(f"{wanted}, which this text is not")
    return data


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def an_object(data: object) -> dict[str, object] | None:
    """The fields of an object; ``None`` for anything else."""
    return cast("dict[str, object]", data) if isinstance(data, dict) else None


def an_array(data: object) -> list[object] | None:
    """The items of an array; ``None`` for anything else."""
    return cast("list[object]", data) if isinstance(data, list) else None


def read_fields(data: object, hooks: Mapping[str, Hook], required: Iterable[str], what: str) -> dict[str, object]:
    """The fields of an object, each read by its hook. Raises ``Unfit`` with every fault in it."""
    given = an_object(data)
    if given is None:
        raise Unfit.of(what, data)
    values: dict[str, object] = {}
    faults = Faults()
    for key, item in given.items():
        hook = hooks.get(key)
        if hook is None:
            faults.note("", unknown_field(key, hooks))
            continue
        try:
            values[key] = hook(item, None)
        except Unfit as unfit:
            faults.under(key, unfit)
    for name in required:
        if name not in given:
            faults.note(name, "it is missing")  # a comprehension costs more for none
    if faults:
        raise faults.unfit()
    return values


def read_items(data: object, hook: Callable[[object], T], what: str = "an array") -> list[T]:
    """The items of an array. Raises ``Unfit`` with every fault in it."""
    items = an_array(data)
    if items is None:
        raise Unfit.of(what, data)
    values: list[T] = []
    faults = Faults()
    for index, item in enumerate(items):
        try:
            values.append(hook(item))
        except Unfit as unfit:
            faults.under(index, unfit)
    if faults:
        raise faults.unfit()
    return values


def remembered(read: Hook, most: int = 4096) -> Callable[..., object]:
    """The same hook, of small objects that come again and again: it remembers what it made of the last of them.

    Only for what is read alike wherever it stands in the documents of one lifecycle.
    """
    known: dict[Hashable, object] = {}

    def read_or_remember(data: object, kind: object = None) -> object:
        try:
            given = cast("dict[str, object]", data)
            key = (*given.items(), *map(type, given.values()))  # for Python 1, 1.0 and true are one
            if key in known:
                return known[key]
        except (AttributeError, KeyError, TypeError):  # no object, or one with others inside, or forgotten since
            return read(data, kind)
        if len(key) > MOST_FIELDS or sum(len(text) for text in given.values() if isinstance(text, str)) > LONGEST_KEPT:
            return read(data, kind)
        value = read(data, kind)
        if len(known) >= most:
            known.clear()
        known[key] = value
        return value

    return read_or_remember


# -- plain values


def number_as_text(data: object) -> object:
    """A number as the text that a sheet shows of it, ``118`` for ``118.0``; anything else as it is."""
    if isinstance(data, float) and data.is_integer():
        return str(int(data))
    return str(data) if isinstance(data, int | float) and not isinstance(data, bool) else data


def read_text(data: object, _: object = None) -> str:
    if isinstance(data, str):
        return data
    text = number_as_text(data) if AROUND.get().numbers else None
    if not isinstance(text, str):
        raise Unfit.of("a text", data)
    return text


def read_name(data: object, _: object = None) -> str:
    """A short text that may come to stand in a sentence of the library's own, and is kept with what was made of it."""
    text = read_text(data)
    if len(text) > LONGEST_NAME or "{" in text:
        raise Unfit.saying(f"a text of no more than {LONGEST_NAME} characters, without braces")
    return text


def read_truth(data: object, _: object = None) -> bool:
    if not isinstance(data, bool):
        raise Unfit.of("true or false", data)
    return data


def read_whole(data: object, _: object = None) -> int:
    """A whole number; ``5.0`` is one, as JSON Schema has it."""
    if isinstance(data, float) and data.is_integer():
        data = int(data)
    if not isinstance(data, int) or isinstance(data, bool):
        raise Unfit.of("a whole number", data)
    if not -MOST <= data <= MOST:
        raise Unfit.saying(f"a number beyond {MOST}")
    return data


def read_number(data: object, _: object = None) -> float:
    if not isinstance(data, int | float) or isinstance(data, bool):
        raise Unfit.of("a number", data)
    if not (isfinite(data) and -MOST <= data <= MOST):
        raise Unfit.saying(f"a number beyond {MOST}")
    return float(data)


def read_decimal(data: object, _: object = None) -> Decimal:
    return Decimal(matched(DECIMAL, data, "a decimal number in quotes"))


def read_day(data: object, _: object = None) -> Date:
    text = matched(DAY, data, "a day of 1900 to 2199, as 2026-02-13")
    try:
        return Date.fromisoformat(text)
    except ValueError:
        raise Unfit.saying("a day that the calendar has") from None


def read_hour(data: object, _: object = None) -> time:
    return time.fromisoformat(matched(HOUR, data, "an hour of the day, as 09:00"))


def read_instant(data: object, _: object = None) -> DateTime:
    text = matched(INSTANT, data, "an instant of 1900 to 2199 with its offset, as 2026-02-13T18:30:00+05:00")
    office = AROUND.get().office
    try:
        at = _in_zone(text) if text[-1] == "]" else _on_clock(text, office)
    except (BadInput, OverflowError, ValueError):
        raise Unfit.saying("an instant that the calendar has") from None
    if at.year not in YEARS:
        raise Unfit.saying("an instant of 1900 to 2199 on the clock of its office")
    return at


def _on_clock(text: str, office: Office | None) -> DateTime:
    at = datetime.fromisoformat(text)
    return pendulum.instance(at) if office is None else on_clock(at, office)


def _in_zone(text: str) -> DateTime:
    """An instant with the name of its zone: the wall clock as it is written, the hour that comes twice included."""
    told, _, name = text[:-1].partition("[")
    at = datetime.fromisoformat(told)
    if name[0] in "+-":
        return pendulum.instance(at)
    zone = zone_named(name)
    for fold in (0, 1):
        wall = DateTime(
            at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond, tzinfo=zone, fold=fold
        )
        if wall.utcoffset() == at.utcoffset():
            return wall
    return pendulum.instance(at.astimezone(zone), zone)


def zone_named(name: str) -> Timezone:
    """The time zone of that name."""
    try:
        return Timezone(name)
    except (LookupError, ValueError, OSError):
        raise Unfit.saying("its time zone is not known by that name") from None


def _is_one(value: object, wanted: str, *kinds: type) -> None:
    """Raise ``BadInput`` for a value that is not of the type of its field: nothing else has asked before."""
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise BadInput("a document", (f"{a(type(value).__name__)} can't be written where {wanted} belongs",))


def written_truth(value: bool) -> bool:
    _is_one(value, "true or false", bool)
    return value


def written_instant(at: datetime) -> str:
    """An instant as documents have it."""
    _is_one(at, "an instant", datetime)
    in_years(at)
    text, office = at.isoformat(), AROUND.get().office
    if at.tzinfo is None:
        raise BadInput("a document", ("an instant without a zone can't be written",))
    if not isinstance(at.tzinfo, ZoneInfo):
        return text if office is None else f"{text}[{at.isoformat()[len(at.replace(tzinfo=None).isoformat()) :]}]"
    if office is not None and at.tzinfo is office.tz and _same(office.instant(text), at):
        return text
    return f"{text}[{at.tzinfo.key}]"


def _same(one: DateTime, other: datetime) -> bool:
    return one.replace(tzinfo=None) == other.replace(tzinfo=None) and one.utcoffset() == other.utcoffset()


def in_years(on: date) -> date:
    """The day, if documents may speak of its year."""
    if on.year not in YEARS:
        raise BadInput("a document", (f"the year {on.year} can't be written, only {YEARS[0]} to {YEARS[-1]}",))
    return on


def written_day(on: date) -> str:
    _is_one(on, "a day", date)
    return in_years(on).isoformat()


def written_hour(at: time) -> str:
    _is_one(at, "an hour of the day", time)
    return at.isoformat("minutes" if at.second == at.microsecond == 0 else "auto")


def written_whole(number: int) -> int:
    _is_one(number, "a whole number", int)
    if not -MOST <= number <= MOST:
        raise BadInput("a document", (f"a number beyond {MOST} can't be written",))
    return number


def written_number(number: float) -> float:
    _is_one(number, "a number", int, float)
    if not (isfinite(number) and -MOST <= number <= MOST):
        raise BadInput("a document", (f"a number beyond {MOST} can't be written",))
    return number


def written_decimal(number: Decimal) -> str:
    _is_one(number, "a decimal number", Decimal)
    if not _compiled(DECIMAL).search(str(number)):
        raise BadInput("a document", ("a decimal number that is none, or has too many digits, can't be written",))
    return str(number)


def written_text(text: str) -> str:
    """A plain text; half a surrogate pair is none."""
    if text.__class__ is str and text.isascii():
        return text
    _is_one(text, "a text", str)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput("a document", ("a text with half a surrogate pair can't be written",)) from None
    return str.__str__(text)


def written_name(text: str) -> str:
    """A short text, as it is read."""
    written = written_text(text)
    if len(written) > LONGEST_NAME or "{" in written:
        fault = f"the name of a place in an act can't be written with braces, or more than {LONGEST_NAME} characters"
        raise BadInput("a document", (fault,))
    return written


# -- names


def code(member: Enum) -> str:
    """What stands for a member of an Enum: its name; of an Enum of texts, its text."""
    return str(member.value) if isinstance(member, str) else member.name


@cache
def _codes(kind: type[Enum]) -> dict[str, Enum]:
    return {code(member): member for member in kind}


def read_member(data: object, kind: type[Enum]) -> Enum:
    """A member of an Enum by what stands for it."""
    if not isinstance(data, str):
        raise Unfit.of(f"a name of {kind.__name__}", data)
    member = _codes(kind).get(data)
    if member is None:
        raise Unfit.saying(unknown(f"a name of {kind.__name__}", data, _codes(kind)))
    return member


def read_role(data: object, _: object = None) -> Role:
    """A role by its name; one that is none of the lifecycle's is an object."""
    roles = AROUND.get().roles
    if an_object(data) is not None:
        stranger = read_fields(data, {"name": read_text, "private": read_truth}, ("name",), "a role")
        name = cast("str", stranger["name"])
        return roles.get(name) or Role(name, private=stranger.get("private", False) is True)
    if not isinstance(data, str):
        raise Unfit.of("the name of a role", data)
    if data not in roles:
        raise Unfit.saying(unknown("the name of a role", data, roles))
    return roles[data]


def written_role(role: Role) -> object:
    """A role by its name, or as an object where it is none of the lifecycle's."""
    if role.name in AROUND.get().roles:
        return role.name
    return {"name": role.name, "private": role.private}


def read_office(data: object, _: object = None) -> Office:
    """An office. One that is not out of a document but was given along stands for itself."""
    if isinstance(data, Office):
        return data
    zone = AROUND.get().zone
    values = {"zone": zone} | read_fields(data, OFFICE_FIELDS, ("id",) if zone else ("id", "zone"), "an office")
    try:
        return Office(**values)  # type: ignore[arg-type]  # read by their hooks
    except BadInput as bad:
        raise Unfit(*(DocumentFault(*fault.split(": ", 1)) for fault in bad.faults)) from None


def written_office(office: Office) -> dict[str, object]:
    """An office as documents have it: what tells its days and hours once."""
    told_else = {*(("week", "second_day_off") if office.rest_days is not None else ("rest_days",))}
    told_else |= {*(("opens", "closes") if office.hours else ("hours",)), *(() if office.calendar else ("calendar",))}
    return {name: write(getattr(office, name)) for name, (_, write) in _OFFICE.items() if name not in told_else}


def _read_zone(data: object, _: object) -> str:
    name = read_text(data)
    zone_named(name)
    return name


def _read_weekdays(data: object, _: object = None) -> tuple[int, ...]:
    return tuple(read_items(data, _read_weekday))


def _read_weekday(data: object) -> int:
    if type(data) is not int or not 1 <= data <= 7:
        raise Unfit.of("a day of the week, 1 (Monday) to 7 (Sunday)", data)
    return data


def _read_openings(data: object, _: object = None) -> tuple[Opening, ...]:
    return tuple(read_items(data, _read_opening))


def _read_opening(data: object) -> Opening:
    hooks: dict[str, Hook] = {
        "opens": read_hour, "closes": read_hour, "on": _read_weekdays, "on_call": read_truth
    }  # fmt: skip
    values = read_fields(data, hooks, ("opens", "closes"), "a span of hours")
    return Opening(**values)  # type: ignore[arg-type]  # read by their hooks


def _written_openings(hours: tuple[Opening, ...]) -> list[object]:
    return [
        {
            "opens": written_hour(one.opens),
            "closes": written_hour(one.closes),
            **({"on": list(one.on)} if one.on else {}),
            **({"on_call": True} if one.on_call else {}),
        }
        for one in hours
    ]


_OFFICE: Final[dict[str, tuple[Hook, Callable[..., object]]]] = {
    "id": (read_text, written_text),
    "zone": (_read_zone, written_text),
    "kind": (read_text, written_text),
    "superior": (read_text, written_text),
    "week": (read_whole, written_whole),
    "second_day_off": (read_whole, written_whole),
    "opens": (read_hour, written_hour),
    "closes": (read_hour, written_hour),
    "roster": (read_truth, written_truth),
    "rest_days": (_read_weekdays, list),
    "hours": (_read_openings, _written_openings),
    "calendar": (read_text, written_text),
}
OFFICE_FIELDS: Final[dict[str, Hook]] = {name: read for name, (read, _) in _OFFICE.items()}


PLAIN: Final[tuple[tuple[type, Hook, Callable[..., object]], ...]] = (
    (str, read_text, written_text),
    (bool, read_truth, written_truth),
    (int, read_whole, written_whole),
    (float, read_number, written_number),
    (Decimal, read_decimal, written_decimal),
    (date, read_day, written_day),
    (Date, read_day, written_day),
    (datetime, read_instant, written_instant),
    (DateTime, read_instant, written_instant),
    (time, read_hour, written_hour),
    (Role, read_role, written_role),
)
