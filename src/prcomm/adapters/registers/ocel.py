"""OCEL 2.0, as JSON or XML, read as a register: a line for each event of each case it is about.

An event is about objects of several types; which of them are the cases the mapping says by its column ``case``. The
cells of a line are ``ocel:activity``, ``ocel:timestamp`` and ``ocel:eid``; the attributes of the event by their names;
for each type of object ``ocel:type:order``, the object; and of that ``order:price``, its attribute as it was then.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import BinaryIO, Final, cast

from attrs import define, field, frozen

from prcomm.adapters.json import BadDocument, DocumentFault
from prcomm.adapters.registers.lines import LineFault, Read, RegisterLine, clean, head
from prcomm.adapters.registers.xml_events import gone_through

FORM: Final = "OCEL"
EVENT, ACTIVITY, TIME, OF_TYPE = "ocel:eid", "ocel:activity", "ocel:timestamp", "ocel:type:"
_ALWAYS: Final = datetime.min.replace(tzinfo=UTC)


@frozen
class Object:
    """An object of a log.

    Attributes:
        type: its type.
        id: its reference.
        states: its attributes, each with since when it is so, in the order of time.
    """

    type: str
    id: str
    states: tuple[tuple[datetime, str, object], ...]

    def at(self, instant: datetime) -> Iterator[tuple[str, object]]:
        """Its attributes as they were at an instant."""
        last = bisect_right([since for since, _, _ in self.states], instant)
        return ((name, value) for _, name, value in self.states[:last])


@define
class Event:
    """An event of a log, as it is written."""

    id: str = ""
    type: str = ""
    time: str = ""
    attributes: list[tuple[str, object]] = field(factory=list)
    objects: list[str] = field(factory=list)


def _instant(text: object) -> datetime:
    """An instant; what can't be read, or is not said, was always."""
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        return _ALWAYS
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def made(type: object, id: object, attributes: Iterable[tuple[object, object, object]]) -> Object:
    """An object of what is written of it: of each attribute its name, since when, and what it is."""
    states = [(_instant(since), str(name), _value(value)) for name, since, value in attributes]
    return Object(clean(str(type)), clean(str(id)), tuple(sorted(states, key=lambda state: state[0])))


def _value(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


class Ocel:
    """A log of OCEL 2.0: its objects, and its events.

    Args:
        objects: the objects by their references.
        events: the events, in their order.
    """

    form = FORM

    def __init__(self, objects: Mapping[str, Object], events: Iterable[Event]) -> None:
        self._objects, self._events = objects, tuple(events)

    @property
    def cases(self) -> tuple[str, ...]:
        """The columns that may be that of the case: the types of its objects, that of most events first."""
        types = (dict.fromkeys(one.type for one in self._about(event)) for event in self._events)
        often = Counter(of for several in types for of in several)
        return tuple(head(OF_TYPE + of) for of, _ in often.most_common())

    def _about(self, event: Event) -> list[Object]:
        """The objects that an event is about, as far as the log has them."""
        return [self._objects[one] for one in dict.fromkeys(map(clean, event.objects)) if one in self._objects]

    def lines(self, columns: Sequence[str] = ()) -> Iterator[Read]:
        """Its events: one line for each object of the type of the first column, if that is a type of objects."""
        cases = columns[0] if columns and columns[0].startswith(OF_TYPE) else ""
        for number, event in enumerate(self._events, 1):
            there = self._about(event)
            of_case = [one for one in there if head(OF_TYPE + one.type) == cases]
            if cases and not of_case:
                continue  # it is about other things
            if len(there) < len(set(event.objects)):
                yield LineFault(number, "it is about an object that the log has not")
                continue
            for about in [[one, *there] for one in of_case] or [there]:
                cells = self._cells(event, about)
                yield RegisterLine(number, cells, hash(repr(cells)))

    def _cells(self, event: Event, objects: Sequence[Object]) -> dict[str, object]:
        cells = {head(name): _value(value) for name, value in event.attributes}
        at = _instant(event.time)
        for one in objects:
            if (
                cells.setdefault(head(OF_TYPE + one.type), one.id) == one.id
            ):  # of several the first, and the case before
                cells |= {head(f"{one.type}:{name}"): value for name, value in one.at(at)}
        return cells | {EVENT: clean(event.id), ACTIVITY: clean(event.type), TIME: clean(event.time)}


# -- JSON


def of_json(document: object) -> Ocel | None:
    """The log in a document; ``None`` if it is none."""
    if not isinstance(document, dict):
        return None
    fields = cast("dict[str, object]", document)
    if any(name.startswith("ocel:") for name in fields):
        raise BadDocument("an event log", (DocumentFault("", "it is OCEL 1.0: write it as OCEL 2.0"),))
    if not (isinstance(fields.get("events"), list) and isinstance(fields.get("objects"), list)):
        return None
    objects = [made(one.get("type"), one.get("id"), _states(one)) for one in _several(fields["objects"])]
    return Ocel({one.id: one for one in objects}, map(_event, _several(fields["events"])))


def _several(items: object) -> list[dict[str, object]]:
    """The objects in an array of JSON."""
    several = cast("list[object]", items) if isinstance(items, list) else []
    return [cast("dict[str, object]", one) for one in several if isinstance(one, dict)]


def _states(one: dict[str, object]) -> Iterator[tuple[object, object, object]]:
    return ((of.get("name"), of.get("time"), of.get("value")) for of in _several(one.get("attributes")))


def _event(one: dict[str, object]) -> Event:
    attributes: list[tuple[str, object]] = [
        (str(of.get("name")), of.get("value")) for of in _several(one.get("attributes"))
    ]
    objects = [str(of.get("objectId")) for of in _several(one.get("relationships"))]
    reference, name, time = (str(one.get(one_of) or "") for one_of in ("id", "type", "time"))
    return Event(reference, name, time, attributes, objects)


# -- XML


class _Reading:
    """Gathers the objects and events of XML; which of the two comes first is left open."""

    def __init__(self) -> None:
        self.objects: dict[str, Object] = {}
        self.events: list[Event] = []
        self._within: list[str] = []
        self._name, self._since = "", ""
        self._event = Event()
        self._object: tuple[str, str] = "", ""
        self._states: list[tuple[object, object, object]] = []

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        depth = len(self._within)
        self._within.append(name)
        if depth == 2 and name == "event":
            self._event = Event(attributes.get("id", ""), attributes.get("type", ""), attributes.get("time", ""))
        elif depth == 2 and name == "object":
            self._object, self._states = (attributes.get("type", ""), attributes.get("id", "")), []
        elif name == "attribute":
            self._name, self._since = attributes.get("name", ""), attributes.get("time", "")
        elif "object-id" in attributes and self._within[1:3] == ["events", "event"]:
            self._event.objects.append(attributes["object-id"])

    def ends(self, name: str, text: str) -> None:
        whose = self._within[1:3]
        self._within.pop()
        if name == "attribute" and whose == ["events", "event"]:
            self._event.attributes.append((self._name, text))
        elif name == "attribute" and whose == ["objects", "object"]:
            self._states.append((self._name, self._since, text))
        elif len(self._within) == 2 and name == "event":
            self.events.append(self._event)
        elif len(self._within) == 2 and name == "object":
            one = made(*self._object, self._states)
            self.objects[one.id] = one


def of_xml(file: BinaryIO) -> Ocel:
    """The log in a file of XML."""
    reading = _Reading()
    file.seek(0)
    for _ in gone_through(file, reading):
        pass
    return Ocel(reading.objects, reading.events)
