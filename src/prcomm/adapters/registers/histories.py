"""Audited histories written as event logs, for the tools of process mining: XES (IEEE 1849) and OCEL 2.0.

Each step is an event with its verdict, each due has its last day and how it stands. Whoever acts as a private person is
not in them, nor is any text of a register but the references of its cases and what it calls activities that are no
actions. Cases are written as they come, so a log may be longer than memory.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Final, cast
from xml.sax.saxutils import quoteattr

from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.registers.auditing import AuditedCase
from prcomm.adapters.rows import days_late
from prcomm.core.questions.audits import Audit, Finding, FindingKind
from prcomm.core.sources.citations import Cites, is_law, weakest
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Entity, Record, State

IN_MEMORY: Final = 1 << 24
OWN: Final = "prcomm:"
"""What stands before the keys that no extension of XES defines."""
BETWEEN: Final = "; "
_NOT_IN_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOG: Final = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
 <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
 <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
 <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
 <global scope="trace">
  <string key="concept:name" value=""/>
 </global>
 <global scope="event">
  <string key="concept:name" value=""/>
 </global>
 <classifier name="activity" keys="concept:name"/>
"""
Cell = str | int | bool | datetime | date | None


@frozen
class Event:
    """A step of a case, as logs have it.

    Attributes:
        name: the action; the activity of the register where that is none.
        at: when it was done, where that is known.
        cells: what else is told of it, by its key.
    """

    name: str
    at: datetime | None
    cells: dict[str, Cell]


def write_xes(cases: Iterable[AuditedCase], at: DateTime, file: IO[str]) -> int:
    """Write audited cases as XES, and tell how many there were.

    Args:
        cases: the cases, as ``audited_cases`` gives them.
        at: the instant as of which they were audited.
        file: the file, open for text, in UTF-8.
    """
    file.write(_LOG)
    written = 0
    for case in cases:
        written += 1
        file.write(" <trace>\n")
        for key, cell in {"concept:name": case.case, **_of_case(case, at)}.items():
            file.write(_attribute(key, cell, "  "))
        for event in events(case):
            told: dict[str, Cell] = {"concept:name": event.name, "time:timestamp": event.at, **event.cells}
            file.write(
                "  <event>\n" + "".join(_attribute(key, cell, "   ") for key, cell in told.items()) + "  </event>\n"
            )
        file.write(" </trace>\n")
    file.write("</log>\n")
    return written


def _of_case(case: AuditedCase, at: DateTime) -> dict[str, Cell]:
    """What is told of a case: its state, its findings, and of each due its last day and how it stands."""
    entity = None if case.audit is None else case.audit.entity
    told: dict[str, Cell] = {
        f"{OWN}process": case.process,
        f"{OWN}office": case.office,
        f"{OWN}state": None if entity is None else entity.state.name,
        f"{OWN}findings": len(case.found),
        f"{OWN}whole": case.whole,
    }
    for due in case.audit.dues if case.audit else ():
        name = f"{OWN}due:{_name_of(due)}"
        told |= {f"{name}:{key}": cell for key, cell in _of_due(due, at).items()}
    return told


def _name_of(due: Due) -> str:
    return due.name if due.key is None else f"{due.name}:{due.key}"


def _of_due(due: Due, at: DateTime) -> dict[str, Cell]:
    return {
        "last_day": due.last,
        "status": due.status(at).value,
        "days_late": days_late(due, at),
        "owed_by": due.owed_by.name,
        **_rests_on(due.cites),
    }


def _rests_on(cites: Cites) -> dict[str, Cell]:
    if not cites:
        return {}
    return {"article": BETWEEN.join(dict.fromkeys(map(str, cites))), "basis": weakest(cites).name, "law": is_law(cites)}


def events(case: AuditedCase) -> Iterator[Event]:
    """The steps of a case in their order; what is no action of the process stands where its time puts it."""
    audit = case.audit
    records = () if audit is None or audit.entity is None else audit.entity.history
    others = [] if audit is None else [one for one in audit.findings if one.kind is FindingKind.UNMAPPED]
    for record in records:
        while others and others[0].at is not None and others[0].at < record.action.at:
            yield _other(others.pop(0))
        yield _event(record, cast("Audit[Entity[State]]", audit))
    yield from map(_other, others)


def _event(record: Record, audit: Audit[Entity[State]]) -> Event:
    action = record.action
    found = [one for one in audit.findings if one.action is action]
    return Event(
        type(action).__name__,
        action.at,
        {
            "org:resource": None if action.by.role.private else action.by.id,
            "org:role": action.by.role.name,
            f"{OWN}state": record.state.name,
            f"{OWN}lawful": not record.against,
            f"{OWN}found": BETWEEN.join(one.kind.value for one in found) or None,
            f"{OWN}against": BETWEEN.join(reason.text for reason in record.against) or None,
            **{f"{OWN}{key}": cell for key, cell in _rests_on(record.cites).items()},
        },
    )


def _other(finding: Finding) -> Event:
    return Event(finding.name, finding.at, {f"{OWN}found": finding.kind.value})


def _attribute(key: str, cell: Cell, before: str) -> str:
    """An attribute of XES; nothing of what is not known."""
    if cell is None:
        return ""
    kind, value = "string", str(cell)
    if isinstance(cell, bool):
        kind, value = "boolean", str(cell).lower()
    elif isinstance(cell, int):
        kind = "int"
    elif isinstance(cell, date):
        kind, value = "date", cell.isoformat() if isinstance(cell, datetime) else f"{cell.isoformat()}T00:00:00Z"
    return f"{before}<{kind} key={_quoted(key)} value={_quoted(value)}/>\n"


def _quoted(text: str) -> str:
    """A text as XML holds it; what XML has no place for stands as ``U+FFFD``."""
    return quoteattr(_NOT_IN_XML.sub("\ufffd", text), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


# -- OCEL


def write_ocel(cases: Iterable[AuditedCase], at: DateTime, file: IO[str]) -> int:
    """Write audited cases as JSON of OCEL 2.0, and tell how many there were.

    A case is an object of the type of its process, whose state changes as its steps are done; each of its dues is an
    object of the type ``due``. An event is a step.

    Args:
        cases, at, file: as for ``write_xes``.
    """
    types: dict[str, dict[str, dict[str, str]]] = {"objectTypes": {}, "eventTypes": {}}
    written = 0
    with SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8") as later:
        file.write('{"objects": [')
        for written, case in enumerate(cases, 1):
            objects = [_case_object(case), *_due_objects(case, at)]
            file.write(
                (",\n" if written > 1 else "\n") + ",\n".join(_noted(one, types["objectTypes"]) for one in objects)
            )
            for n, event in enumerate(events(case)):
                later.write(_noted(_ocel_event(case, n, event, at), types["eventTypes"]) + "\n")
        file.write('\n],\n"events": [')
        later.seek(0)
        for n, line in enumerate(later):
            file.write((",\n" if n else "\n") + line.rstrip("\n"))
        file.write("\n]")
    for name, of in types.items():
        told = [
            {"name": kind, "attributes": [{"name": key, "type": its} for key, its in attributes.items()]}
            for kind, attributes in of.items()
        ]
        file.write(f',\n"{name}": {_json(told)}')
    file.write("}\n")
    return written


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _instant(at: date) -> str:
    """An instant as OCEL has it; a day is its beginning."""
    if not isinstance(at, datetime):
        return f"{at.isoformat()}T00:00:00Z"
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _attributes(cells: dict[str, Cell], since: str = "") -> list[dict[str, object]]:
    time = {"time": since} if since else {}
    return [
        {"name": key.removeprefix(OWN), **time, "value": _instant(cell) if isinstance(cell, date) else cell}
        for key, cell in cells.items()
        if cell is not None
    ]


_ALWAYS: Final = "1970-01-01T00:00:00Z"
_TYPES: Final = (bool, "boolean"), (int, "integer"), (str, "string")
_TIMES: Final = "last_day"


def _noted(one: dict[str, object], types: dict[str, dict[str, str]]) -> str:
    """An object or event as text; the types of its attributes are noted."""
    of = types.setdefault(cast("str", one["type"]), {})
    for attribute in cast("list[dict[str, object]]", one["attributes"]):
        name = cast("str", attribute["name"])
        of[name] = "time" if name == _TIMES else next(of for kind, of in _TYPES if isinstance(attribute["value"], kind))
    return _json(one)


def _case_object(case: AuditedCase) -> dict[str, object]:
    entity = None if case.audit is None else case.audit.entity
    attributes = _attributes({"office": case.office, "findings": len(case.found), "whole": case.whole}, _ALWAYS)
    for record in () if entity is None else entity.history:
        attributes += _attributes({"state": record.state.name}, _instant(record.action.at))
    return {"id": case.case, "type": case.process or "case", "attributes": attributes, "relationships": []}


def _due_objects(case: AuditedCase, at: DateTime) -> Iterator[dict[str, object]]:
    for n, due in enumerate(case.audit.dues if case.audit else ()):
        cells: dict[str, Cell] = {"deadline": _name_of(due), **_of_due(due, at)}
        yield {
            "id": f"{case.case}#due-{n}",
            "type": "due",
            "attributes": _attributes(cells, _ALWAYS),
            "relationships": [{"objectId": case.case, "qualifier": "owed in"}],
        }


def _ocel_event(case: AuditedCase, n: int, event: Event, at: DateTime) -> dict[str, object]:
    return {
        "id": f"{case.case}#{n}",
        "type": event.name,
        "time": _instant(event.at or at),
        "attributes": _attributes({key.replace("org:", ""): cell for key, cell in event.cells.items()}),
        "relationships": [{"objectId": case.case, "qualifier": "of"}],
    }
