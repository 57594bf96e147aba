"""Who acts, for whom, and in which office. People are shown by reference, never by name."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from types import MappingProxyType
from typing import Annotated as An, Final, cast
from zoneinfo import ZoneInfoNotFoundError

from attrs import field, frozen
from attrs.converters import optional
from pendulum import DateTime, Timezone, instance

from prcomm.core.sources.citations import Basis, Cited, Cites, as_written, under, weakest
from prcomm.core.sources.working_hours import WEEK, Opening, Weekday, by_weekday, faults_of_hours, hours_of, weekdays
from prcomm.core.values.alternatives import OneOf, alternatives, one_of
from prcomm.core.values.display import Verbatim
from prcomm.core.values.errors import BadInput, quoted, said
from prcomm.core.values.messages import Say, in_english
from prcomm.core.values.references import is_one_form

PERSONAL: Final[Mapping[str, bool]] = MappingProxyType({"personal": True})
"""The metadata of a field that may tell who somebody is: ``redacted`` empties it to its default."""

HIDDEN = "<hidden>"
"""What stands for a reference to a private person."""

SATURDAY = Weekday.SATURDAY.value
SUNDAY = Weekday.SUNDAY.value


@frozen(cache_hash=True)
class Role:
    """In what capacity somebody acts. Declare your own: ``HEAD = Role("head")``; ``HEAD | DEPUTY`` is both."""

    name: An[str, "its name"]
    private: An[
        bool, "whether whoever acts in it does so as a private person: not even a reference to them is shown"
    ] = field(default=False, kw_only=True, eq=False, repr=False)

    def __or__(self, other: "Role | OneOf[Role]") -> "OneOf[Role]":
        return one_of(self, *alternatives(other))


def _roles(roles: Role | Iterable[Role]) -> tuple[Role, ...]:
    one = isinstance(roles, Role | str) or not hasattr(roles, "__iter__")
    several = (cast("Role", roles),) if one else tuple(cast("Iterable[Role]", roles))
    return tuple(role for place, role in enumerate(several) if role not in several[:place])


@frozen
class Who:
    """Roles with a citation of their own, where the article of a row or deadline does not say who may act, or who owes.

    ``Who(REGISTRAR, HOUSE(4))``: the row stands under its article, but the role rests on house rule 4. It says itself:
    wherever a table's role is told, what it rests on is told with it.

    Attributes:
        roles: who may, or who owes.
        cites: what says so.
        remedy: what somebody else may do instead, in words.
    """

    roles: tuple[Role, ...] = field(converter=_roles)
    cites: Cites = field(converter=as_written)
    remedy: str = field(default="", kw_only=True)

    @classmethod
    def of(cls, who: "Role | OneOf[Role] | Who", cites: Cited) -> "Who":
        """The roles of a row: under their own citation if they have one, else under the row's."""
        return who if isinstance(who, Who) else Who(alternatives(who), cites)

    @property
    def basis(self) -> Basis:
        """The weakest basis of what says so."""
        return weakest(self.cites)

    def rendered(self, say: Say) -> str:
        """The roles with the places that name them, and with the basis where it is less than the text of an act."""
        roles = say(self.roles)
        return f"{roles} ({under(self.cites, self.basis, say)})" if roles and self.cites else roles

    def __str__(self) -> str:
        return self.rendered(in_english)


def _unlike(wanted: str, given: object, kind: type) -> tuple[str, ...]:
    return () if isinstance(given, kind) else (f"{wanted}, not {said(given)}",)


@frozen
class Actor:
    """Who did it: a person, by reference."""

    id: An[str, "a reference to the person (a login, a number), never a name"]
    role: An[Role, "the capacity in which they acted"]
    office: An[str, "the id of the office for which they acted"] = ""
    of: An[str, "whom the host says they act for, by the id that files know; empty if that is ``id`` itself"] = ""
    in_form: An[bool, "whether its references are in their one form: others are refused where an action is judged"] = (
        field(init=False, eq=False, repr=False)
    )

    def __attrs_post_init__(self) -> None:
        if type(self.role) is not Role or not (type(self.id) is type(self.office) is type(self.of) is str):
            faults = (
                *_unlike("id: a text", self.id, str),
                *_unlike("role: a Role", self.role, Role),
                *_unlike("office: a text", self.office, str),
                *_unlike("of: a text", self.of, str),
            )
            if faults:
                raise BadInput("an Actor", faults)
        odd = not is_one_form(self.id) or (self.of and not is_one_form(self.of)) or not is_one_form(self.office)
        object.__setattr__(self, "in_form", not odd)

    @property
    def known_as(self) -> str:
        """By which id files know whoever acts: what rules compare. A login of the host's is not looked for in them."""
        return self.of or self.id

    def rendered(self, say: Say) -> str:
        """Who it was, in the language of ``say``: the reference and the role; of a private person the role alone."""
        role = say(self.role)
        return role if self.role.private else f"{self.id} ({role})"

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        who, whom = (Verbatim(hidden(one)) if self.role.private else one for one in (self.id, self.of))
        yield from (("id", who), ("role", self.role), ("office", self.office))
        if self.of:
            yield "of", whom

    def __repr__(self) -> str:
        return f"Actor({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __str__(self) -> str:
        return self.rendered(in_english)


@frozen
class Person:
    """An individual. Only the reference is ever shown; the rest is personal data."""

    id: An[str, "a reference that says nothing of the person"]
    name: An[str, "surname, name, patronymic"] = field(default="", repr=False, metadata=PERSONAL)
    residence: An[str, "where they live"] = field(default="", repr=False, metadata=PERSONAL)
    contacts: An[tuple[str, ...], "e-mail, telephone, in any order"] = field(default=(), repr=False, metadata=PERSONAL)


@frozen
class LegalEntity:
    """A legal entity. Shown by reference, as a person is: its name may name its owner."""

    id: An[str, "a reference"]
    name: An[str, "its full name"] = field(default="", repr=False, metadata=PERSONAL)
    location: An[str, "its postal address"] = field(default="", repr=False, metadata=PERSONAL)
    contacts: An[tuple[str, ...], "e-mail, telephone, in any order"] = field(default=(), repr=False, metadata=PERSONAL)


@frozen
class Institution:
    """An institution of civil society: a public association, a foundation, a self-government body. Shown by reference:
    it may be called after a person."""

    id: An[str, "a reference"]
    name: An[str, "its name"] = field(default="", repr=False, metadata=PERSONAL)
    kind: An[str, "what it is, in words"] = ""


@frozen
class Outlet:
    """A mass-media outlet. Shown by reference: a page or a blog may have the name of whoever writes it."""

    id: An[str, "a reference"]
    name: An[str, "its name"] = field(default="", repr=False, metadata=PERSONAL)
    registered: An[bool, "whether it is registered as mass media; a page or a blog is not"] = False


def _zone(name: str) -> Timezone:
    try:
        return Timezone(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput("an office", (f"zone: there is no time zone {quoted(name)}",)) from error


def rest_of(week: int, second_day_off: int) -> tuple[int, ...]:
    """The weekly days of rest of a week of 5, 6 or 7 days."""
    return () if week == 7 else (SUNDAY,) if week == 6 else tuple(sorted({SUNDAY, second_day_off}))


@frozen
class Office:
    """A body or a unit of it: whose days and hours count."""

    id: An[str, "a reference"]
    zone: An[str, "its time zone by name, as ``Asia/Tashkent``. Days begin and end there"] = field(kw_only=True)
    kind: An[str, "what it is, in words"] = field(default="", kw_only=True)
    superior: An[str, "the id of the office above it"] = field(default="", kw_only=True)
    week: An[int, "how many days a week it works: 5, 6 or 7; told by ``rest_days`` where they are given"] = field(
        default=5, kw_only=True
    )
    second_day_off: An[int, "of a week of 5 days, the day off beside the common one (1 is Monday, 7 Sunday)"] = field(
        default=SATURDAY, kw_only=True
    )
    opens: An[time, "when its working hours begin; told by ``hours`` where they are given"] = field(
        default=time(9), kw_only=True
    )
    closes: An[time, "when they end; closing time itself is after hours; told by ``hours`` too"] = field(
        default=time(18), kw_only=True
    )
    roster: An[bool, "true for a duty rota: it keeps its rest days when the calendar moves them"] = field(
        default=False, kw_only=True
    )
    rest_days: An[
        tuple[int, ...] | None,
        "its weekly days of rest, if they are others (1 is Monday): ``(5, 6)``, or ``()``",
    ] = field(default=None, kw_only=True, converter=optional(weekdays))
    hours: An[
        tuple[Opening, ...], "its hours, if they are more than one span a day, or differ by the day of the week"
    ] = field(default=(), kw_only=True, converter=hours_of)
    calendar: An[str, "the name of its own calendar, if it has one: that of the law lists it"] = field(
        default="", kw_only=True
    )
    tz: An[Timezone, "its zone, for instants of your own: ``pendulum.datetime(2026, 3, 3, tz=office.tz)``"] = field(
        init=False, eq=False, repr=False
    )
    days: An[tuple[object, ...], "all that tells which days it works, for calendars"] = field(
        init=False, eq=False, repr=False
    )
    rest: An[tuple[int, ...], "the weekly days of rest that follow from all this"] = field(
        init=False, eq=False, repr=False
    )
    by_weekday: An[
        tuple[tuple[Opening, ...], ...], "the spans of its hours that begin on Monday, on Tuesday …; empty without"
    ] = field(init=False, eq=False, repr=False)
    in_form: An[bool, "whether its references are in their one form: others are refused where an action is judged"] = (
        field(init=False, eq=False, repr=False)
    )

    def __attrs_post_init__(self) -> None:
        told = cast("tuple[object, ...]", (self.id, self.zone, self.kind, self.superior))
        object.__setattr__(self, "in_form", all(isinstance(one, str) and is_one_form(one) for one in told))
        faults = [*self._week(), *self._hours()]
        try:
            object.__setattr__(self, "tz", _zone(self.zone))
        except BadInput as error:
            faults += error.faults
        if faults:
            raise BadInput(f"office {quoted(self.id)}", tuple(faults))

    def _week(self) -> Iterator[str]:
        """Fill in its days of rest. What is wrong with its week."""
        given = self.rest_days
        if given is not None:
            if len(given) == len(WEEK):
                yield "rest_days: one day at least is worked"
            if self.week not in (5, 7 - len(given)):
                yield f"week: {7 - len(given)} days by its rest_days, not {quoted(self.week)}"
            object.__setattr__(self, "week", 7 - len(given))
        elif self.week not in (5, 6, 7):
            yield f"week: 5, 6 or 7 days, not {quoted(self.week)}"
        if self.second_day_off not in range(1, 8):
            yield f"second_day_off: 1 (Monday) to 7 (Sunday), not {quoted(self.second_day_off)}"
        object.__setattr__(self, "rest", rest_of(self.week, self.second_day_off) if given is None else given)
        own = (self.calendar,) if self.calendar else ()
        object.__setattr__(self, "days", (self.week, self.rest, self.second_day_off, self.roster, *own))

    def _hours(self) -> Iterator[str]:
        """Fill in its hours by the day of the week. What is wrong with them."""
        object.__setattr__(self, "by_weekday", by_weekday(self.hours) if self.hours else ())
        if self.hours:
            yield from faults_of_hours(self.hours, self.rest)
            object.__setattr__(self, "opens", min(one.opens for one in self.hours))
            object.__setattr__(self, "closes", max(self.hours, key=lambda one: one.ends).closes)
        elif not self.opens < self.closes:
            yield f"closes: after {self.opens:%H:%M}, not {self.closes:%H:%M}"

    def instant(self, at: str | datetime) -> DateTime:
        """An instant on this office's clock, from an ISO 8601 text or any aware datetime: the way in for times.

        Raises ``BadInput`` for what is no instant: a text that can't be read, or one without an offset.
        """
        try:
            read = DateTime.fromisoformat(at) if isinstance(at, str) else at
            local = None if read.tzinfo is None else read.astimezone(self.tz)
        except (OverflowError, ValueError):
            local = None
        if local is None:
            raise BadInput("an instant", (f"a time with its offset, not {quoted(str(at))}",))
        return local if isinstance(local, DateTime) else instance(local, self.tz)


def hidden(value: object) -> str:
    """How a field is shown that tells who a private person is: ``field(repr=hidden)``."""
    return HIDDEN if value else repr(value)
