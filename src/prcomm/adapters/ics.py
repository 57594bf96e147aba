"""What an office holds and what it owes, as one calendar that any program of calendars reads: iCalendar, RFC 5545.

``calendar(entities, office=…, at=…)`` takes files of any process and gives the text of a calendar with what may be come
to and what is owed by a day. Nobody is named in it: files stand there by their references, who owes by their role; the
topic and the place of an event stand as its file has them. What is owed without a day (promptly, by a day not named
yet, or begun when the law is not known) can't stand on any; it is handed back beside the text, and with ``tasks=True``
is in it too, as tasks without a day.

The same files, office and instant give the same text, in whatever order they come. A program that follows the calendar
knows each thing again by its UID, made of the office, the process, the file, the name and the key of what is owed. Of
two texts the later counts: it has a later DTSTAMP (the instant asked about), and a greater SEQUENCE (the version of the
file) after each step. What was met or ended is in the next text no more, and goes from a calendar that is subscribed
to; where a file was imported once it stays, for nothing tells that it is over. A briefing or a dialogue that was put
off or called off stays, on its old day, as CANCELLED; put off and set anew it is the same one on its new day. Acts of
oversight and sessions give no event then, and go as what was met does.
"""

import json
import unicodedata
from collections.abc import Hashable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Annotated as An, Final, cast
from uuid import NAMESPACE_URL, uuid5

from attrs import field, frozen
from pendulum import DateTime

try:
    from icalendar import Alarm, Calendar, Component, Event, Todo
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.ics needs icalendar: pip install 'prcomm[ics]'") from error

from prcomm.adapters import says, sheets
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.traces import PROVISIONAL
from prcomm.core.sources.citations import UNDER, Under, is_law, law_or_less
from prcomm.core.sources.public_events import PublicEvent
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Entity, Reference, State, earlier
from prcomm.core.values.alternatives import counted
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import BadInput, said
from prcomm.core.values.messages import Say, in_english, named
from prcomm.labels import ENGLISH, LABELS
from prcomm.oversight.acts import Oversight
from prcomm.oversight.events import public_event
from prcomm.oversight.sessions import Session
from prcomm.press.briefings import Briefing, BriefingState
from prcomm.press.dialogues import Dialogue, DialogueState
from prcomm.press.events import public_events
from prcomm.processes import PROCESSES, AnyLifecycle

__all__ = ["OfficeCalendar", "Only", "WithoutADay", "calendar"]

PRODUCT: Final = "-//prcomm//calendar of an office//EN"
NOT_HELD_THEN: Final = frozenset(
    (BriefingState.POSTPONED, BriefingState.CANCELLED, DialogueState.POSTPONED, DialogueState.CANCELLED)
)
"""What was to be on that day, and is not: called off, or put off and not set anew."""
NOT_ANNOUNCED: Final = frozenset((BriefingState.PLANNED, DialogueState.PLANNED))

NOT_LAW = says("not law: it rests on {basis}")
NOT_BEFORE = says("{due}: not before this day")
WHO_MAY_COME = says("who may come")
BEGINS = says("begins")


class Only(Enum):
    """The half of the calendar that is asked for: what may be come to is for the public, what is owed is not."""

    EVENTS = "events"
    DUES = "dues"


@frozen
class WithoutADay:
    """What is owed by no day: it stands on none, and is told beside the calendar."""

    file: An[Reference, "the file in which it is owed"]
    due: An[Due, "what is owed: promptly, by a day not named yet, or begun when the law is not known"]


@frozen
class OfficeCalendar:
    """The calendar of an office, and what is not in it."""

    __rich_repr__ = as_shown

    office: An[str, "the id of the office"]
    at: An[DateTime, "as known at which instant"]
    text: An[str, "the calendar, its lines ended as the standard has it"] = field(repr=False)
    events: An[int, "how many events are in it"]
    dues: An[int, "how many dues with a day are in it"]
    without_a_day: An[tuple[WithoutADay, ...], "what is owed by no day, in order of files"] = field(repr=counted)
    elsewhere: An[int, "how many of the files are of other offices"]
    later: An[int, "how many of them were not begun by then"]


def calendar(
    entities: Iterable[Entity[State]],
    *,
    office: str,
    at: DateTime,
    lang: str = ENGLISH,
    only: Only | None = None,
    tasks: bool = False,
    lifecycles: Iterable[AnyLifecycle] | None = None,
) -> OfficeCalendar:
    """The calendar of an office as known at an instant.

    What may be come to stands on its days: at its hour if it has one and is of one day. What is owed stands on the
    whole of the last day that binds, with an alarm when the office opens on its control day; owed within hours, at the
    last instant, with an alarm not before it began. Of a least term it is the first lawful day. Instants are in UTC.

    Args:
        entities: its files, of any process; those of other offices are counted and left out.
        office: the id of the office.
        at: the instant, with its zone: what was done later is not known, and what was met by then is not in it.
        lang: the language of what is said in it, a tag as of ``prcomm.labels``. What files say stays as it is.
        only: one half of it; both without it.
        tasks: whether what is owed without a day is in it, as tasks without a day.
        lifecycles: of which lifecycles the files may be; those of ``PROCESSES`` without it.

    Raises:
        BadInput: there is no such language, the instant has no zone, a file is of none of the lifecycles or comes
            twice, or none of them is of the office. Every fault of the files at once.
    """
    say = LABELS.say(lang)
    known = {of.entity: of for of in (PROCESSES.values() if lifecycles is None else lifecycles)}
    given = tuple(entities)
    faults = tuple(_faults(given, office, at, tuple(known)))
    if faults:
        raise BadInput("a calendar", faults)
    ours = [(known[type(one)], one) for one in given if one.office.id == office]
    then = [(of, of.as_known(one, at)) for of, one in ours]
    files = sorted(
        (_File(of, one, at, say) for of, one in then if one is not None), key=lambda it: (it.lifecycle.name, it.id)
    )
    events = [] if only is Only.DUES else [event for file in files for event in file.events()]
    owed = [] if only is Only.EVENTS else [(file, due) for file in files for due in file.owed()]
    dated = [file.on_its_day(due) for file, due in owed if _has_a_day(due)]
    without = [(file, due) for file, due in owed if not _has_a_day(due)]
    whole = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("name", office), ("x-wr-calname", office)):
        _add(whole, name, _plain(value))
    for one in (*events, *dated, *(file.task(due) for file, due in without if tasks)):
        whole.add_component(one)
    return OfficeCalendar(
        office=office,
        at=at,
        text=whole.to_ical().decode(),
        events=len(events),
        dues=len(dated),
        without_a_day=tuple(WithoutADay(Reference(file.lifecycle.name, file.id), due) for file, due in without),
        elsewhere=len(given) - len(ours),
        later=len(ours) - len(files),
    )


def _faults(
    given: tuple[Entity[State], ...], office: str, at: DateTime, known: tuple[type[object], ...]
) -> Iterator[str]:
    if at.tzinfo is None:
        yield "at: an instant with its zone"
    yield from (f"a file of the lifecycles, not {said(one)}" for one in given if type(one) not in known)
    seen = set[tuple[type[object], str, str]]()
    for one in given:
        place = type(one), one.office.id, one.id
        if place in seen:
            yield f"{type(one).__name__} {one.id!r} of {one.office.id!r} is there twice"
        seen.add(place)
    offices = dict.fromkeys(one.office.id for one in given)
    if given and office not in offices:
        yield f"office: no file is of {office!r}; there are files of: {', '.join(offices)}"


def _has_a_day(due: Due) -> bool:
    return due.last is not None and not due.unknown


@frozen
class _File:
    """A file as known at an instant, and what it brings to the calendar."""

    lifecycle: AnyLifecycle
    entity: Entity[State]
    at: DateTime
    say: Say

    @property
    def id(self) -> str:
        return self.entity.id

    def events(self) -> Iterator[Component]:
        """What of it may be come to: one thing, however many days it lasts."""
        days = _events_of(self.entity)
        if days:
            yield self._event(days[0], days[-1].on)

    def owed(self) -> tuple[Due, ...]:
        return self.lifecycle.due(self.entity, self.at, open=True)

    def _event(self, first: PublicEvent, last: date) -> Component:
        begins = self.entity.on if isinstance(self.entity, Briefing | Dialogue) else None
        one_day = first.on == last
        hour = ((BEGINS, begins),) if begins is not None and not one_day else ()
        told = (*hour, (WHO_MAY_COME, first.open_to), (sheets.STATE, first.state))
        event = self._component(Event(), "event", (), f"{self._process}: {first.topic}" if first.topic else self._named)
        if begins is not None and one_day:
            _add(event, "dtstart", _in_utc(begins))
        else:
            _add_days(event, first.on, last)
        _add(event, "description", _plain(self._lines(told)))
        if first.place:
            _add(event, "location", _plain(first.place))
        off, tentative = first.state in NOT_HELD_THEN, first.state in NOT_ANNOUNCED
        _add(event, "status", "CANCELLED" if off else "TENTATIVE" if tentative else "CONFIRMED")
        return event

    def on_its_day(self, due: Due) -> Component:
        """What is owed, on the last day that binds, with its alarm."""
        event = self._due(Event(), "due", due)
        if isinstance(due.last, DateTime):
            _add(event, "dtstart", _in_utc(due.last))
        elif due.last is not None:
            _add_days(event, due.last, due.last)
        _add(event, "transp", "TRANSPARENT")
        if due.control is not None:
            alarm = Alarm()
            _add(alarm, "action", "DISPLAY")
            _add(alarm, "description", str(event["summary"]))
            _add(alarm, "trigger", _in_utc(_rings(due, due.control)), kind="DATE-TIME")
            event.add_component(alarm)
        return event

    def task(self, due: Due) -> Component:
        """What is owed by no day."""
        return self._due(Todo(), "task", due)

    def _due(self, one: Component, what: str, due: Due) -> Component:
        name = sheets.name_of(due)
        title = self.say(NOT_BEFORE(due=name) if due.least else name)
        component = self._component(one, what, (due.name, _told_apart(due.key)), f"{self._named}: {title}")
        told = (
            (sheets.OWED_BY, due.who),
            (UNDER, Under(due.cites, due.basis)),
            (sheets.STATUS, due.status(self.at)),
        )
        less = () if is_law(due.cites) else (self.say(NOT_LAW(basis=law_or_less(due.cites))),)
        provisional = (self.say(PROVISIONAL()),) if due.provisional else ()
        _add(component, "description", _plain("\n".join((self._lines(told), *less, *provisional))))
        return component

    def _component(self, one: Component, what: str, which: tuple[object, ...], summary: str) -> Component:
        place = [what, self.entity.office.id, self.lifecycle.name, self.id, *which]
        _add(one, "uid", str(uuid5(NAMESPACE_URL, json.dumps(place))))
        _add(one, "dtstamp", _in_utc(self.at))
        _add(one, "sequence", self.entity.version)
        _add(one, "summary", _plain(summary))
        return one

    def _lines(self, told: Iterable[tuple[str, object]]) -> str:
        return "\n".join(f"{self.say(what)}: {self.say(value)}" for what, value in told)

    @property
    def _process(self) -> str:
        return self.say(named(self.lifecycle.name))

    @property
    def _named(self) -> str:
        return f"{self._process} {self.id}"


def _events_of(entity: Entity[State]) -> tuple[PublicEvent, ...]:
    if isinstance(entity, Briefing | Dialogue):
        return public_events(entity)
    event = public_event(entity) if isinstance(entity, Oversight | Session) else None
    return () if event is None else (event,)


def _rings(due: Due, control: date) -> DateTime:
    """When the office opens on its control day; where what is owed within hours begins later that day, then."""
    office = due.office
    on = day(ordinal(control, office)) if isinstance(control, DateTime) else control
    opens = office.instant(datetime.combine(on, office.opens, office.tz))
    began = due.start
    return began if isinstance(began, DateTime) and earlier(opens, began) else opens


def _told_apart(key: Hashable) -> object:
    """A key as JSON has it, so that no two of one deadline are written alike."""
    if isinstance(key, tuple):
        return [_told_apart(one) for one in cast("tuple[Hashable, ...]", key)]
    return key if key is None or (isinstance(key, str | int) and not isinstance(key, Enum)) else in_english(key)


def _add(to: Component, name: str, value: str | int | date, *, kind: str = "") -> None:
    """Write one property; the kind of its value where it is not the one that the property has of itself."""
    parameters = {"value": kind} if kind else {}
    to.add(name, value, parameters)  # pyright: ignore[reportUnknownMemberType]  # the value has no type there


def _add_days(one: Component, first: date, last: date) -> None:
    """The whole of some days: the standard's end is the day after."""
    _add(one, "dtstart", date.fromordinal(first.toordinal()))
    _add(one, "dtend", date.fromordinal(last.toordinal()) + timedelta(days=1))


def _in_utc(at: DateTime) -> datetime:
    return datetime.fromtimestamp(int(at.timestamp()), UTC)


def _plain(text: str) -> str:
    """A text without what the standard has no place for: control characters, and half a surrogate pair."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        one if one == "\n" or unicodedata.category(one) not in ("Cc", "Cs", "Zl", "Zp") else " " for one in lines
    )
