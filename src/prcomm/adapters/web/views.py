"""What programs are shown: a case, the cases of a process, what an office owes, each with links that lead on.

Nothing that an action carries is shown: what was done, by whom in what role, what it rests on, what is owed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated as An, Final

from attrs import field, frozen
from pendulum import DateTime

from prcomm.adapters import sheets
from prcomm.adapters.json.answers import DUE, DueAt, answered
from prcomm.adapters.web.addresses import Addresses, link
from prcomm.adapters.whys import why_of
from prcomm.core.engine.allowed import Allowed
from prcomm.core.sources.citations import Citation, Cites
from prcomm.core.sources.people import Actor, Role
from prcomm.core.table.dues import Due, Status
from prcomm.core.table.entities import Action, Entity, Record, State
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Say
from prcomm.labels import Labels
from prcomm.processes import AnyLifecycle

NEWEST: Final = 100
"""How many records of a case are shown at once."""
MOST_DUES: Final = 100
"""How many dues of a case are shown: the most urgent."""
OF_DUES: Final = {name: one for name, one in DUE.items() if name not in ("cites", "trace")}
"""What is told of a due as in every other answer; its places and its trace are told in the reader's language."""
CLOSED: Final = frozenset({Status.MET, Status.MET_BY_ANALOGY, Status.LATE, Status.TOO_EARLY, Status.LIFTED})


@frozen
class Telling:
    """How somebody is told of things: in which language, and where links lead."""

    lang: An[str, "the tag of the language"]
    labels: An[Labels, "the words"]
    to: An[Addresses, "where things are"]
    reference: An[str, "the address of the reference; empty without one"] = ""
    said: An[dict[object, str], "what the tables name was said so before in this language"] = field(
        factory=dict, eq=False, repr=False
    )

    @cached_property
    def say(self) -> Say:
        """What becomes of a word."""
        return self.labels.say(self.lang)

    def named(self, thing: Citation | State | type[Action]) -> str:
        """What the tables name, said once for all: a place of an act, a state, an action."""
        told = self.said.get(thing)
        if told is None:
            told = self.said[thing] = self.say(thing)
        return told

    def cites(self, cites: Cites) -> list[str]:
        """Places of acts."""
        return [self.named(cite) for cite in cites]

    def why(self, lifecycle: AnyLifecycle, *, action: type[Action] | None = None, term: str = "") -> str:
        """Where the reference says why; empty if there is none."""
        if not self.reference:
            return ""
        try:
            return f"{self.reference}/{why_of(lifecycle, action=action, term=term, lang=self.lang)}"
        except BadInput:
            return ""


@frozen
class Seen:
    """A case as somebody sees it at an instant."""

    lifecycle: An[AnyLifecycle, "its process"]
    entity: An[Entity[State], "how it stands"]
    at: An[DateTime, "the instant"]
    actors: An[tuple[Actor, ...], "as whom they might act: once for each of their roles"]

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """What is owed, the most urgent first."""
        return tuple(sorted(self.lifecycle.due(self.entity, self.at), key=lambda due: urgency(due, self.at)))

    @cached_property
    def open_dues(self) -> tuple[Due, ...]:
        """What is open, the most urgent first."""
        return tuple(due for due in self.dues if due.status(self.at) not in CLOSED)

    @cached_property
    def overdue(self) -> tuple[Due, ...]:
        """What should have been done: not what is owed only provided somebody finds something."""
        return tuple(due for due in self.open_dues if not due.provided and due.status(self.at) is Status.OVERDUE)

    @cached_property
    def allowed(self) -> tuple[tuple[Allowed, Actor], ...]:
        """What they may do now, and as whom."""
        ask = self.lifecycle.allowed
        return tuple((may, by) for by in self.actors for may in ask(self.entity, by, self.at))

    def records(self, before: int | None) -> Sequence[tuple[int, Record]]:
        """The newest records before a number, each with its own."""
        history = tuple(enumerate(self.entity.history, 1))
        return history[: None if before is None else max(0, before - 1)][-NEWEST:]


def urgency(due: Due, at: DateTime) -> tuple[int, float]:
    """What is overdue and what is owed at once first, then by day, then what is owed only if somebody finds something;
    what is done or lifted last."""
    status = due.status(at)
    if status in CLOSED:
        return (5 if status is Status.LIFTED else 4), 0
    if due.provided:
        return 3, 0
    order = 0 if status is Status.OVERDUE else 1 if status is Status.PROMPTLY else 2
    return order, 0 if due.last is None else due.last.toordinal()


def case_view(seen: Seen, tell: Telling, before: int | None = None) -> dict[str, object]:
    """A case as it stands at an instant.

    Args:
        seen: the case.
        tell: how it is told.
        before: the number of a record before which records are shown; the newest without it.
    """
    lifecycle, entity = seen.lifecycle, seen.entity
    records, dues = seen.records(before), seen.dues
    return {
        "process": lifecycle.name,
        "case": entity.id,
        "state": entity.state.name,
        "label": tell.named(entity.state),
        "final": entity.state in lifecycle.final,
        "version": entity.version,
        "office": entity.office.id,
        "as_of": seen.at.isoformat(),
        "overdue": len(seen.overdue),
        "history": [_record(number, record, tell) for number, record in records],
        "dues": [_due(due, seen, tell) for due in dues[:MOST_DUES]],
        "more_dues": max(0, len(dues) - MOST_DUES),
        "allowed": list(allowed_view(seen, tell)),
        "_links": _links(seen, tell, records),
    }


def _links(seen: Seen, tell: Telling, records: Sequence[tuple[int, Record]]) -> Mapping[str, object]:
    to, process, case = tell.to, seen.lifecycle.name, seen.entity.id
    first = records[0][0] if records else 1
    earlier = {"earlier": link(to.case(process, case, before=first))} if first > 1 else {}
    return {
        "self": link(to.case(process, case)),
        "act": link(to.case(process, case), method="POST"),
        "page": link(to.page(process, case), type="text/html"),
        "collection": link(to.cases(process)),
        "dues": link(to.dues()),
        **earlier,
    }


def _record(number: int, record: Record, tell: Telling) -> dict[str, object]:
    action = record.action
    return {
        "number": number,
        "action": type(action).__name__,
        "label": tell.named(type(action)),
        "at": action.at.isoformat(),
        "recorded": record.recorded and record.recorded.isoformat(),
        "by": tell.say(action.by),
        "state": record.state.name,
        "cites": tell.cites(record.cites),
    }


def _due(due: Due, seen: Seen, tell: Telling) -> dict[str, object]:
    told = answered(OF_DUES, DueAt(due, seen.at), tell.say)
    why = tell.why(seen.lifecycle, term=due.name)
    return {
        **told,
        "label": tell.say(sheets.name_of(due)),
        "ended": due.ended and due.ended.isoformat(),
        "cites": tell.cites(due.cites),
        "trace": [tell.say(line) for line in due.trace],
        "_links": {"why": link(why)} if why else {},
    }


def allowed_view(seen: Seen, tell: Telling) -> Iterator[dict[str, object]]:
    """What may be done now, with what depends on what the action says."""
    lifecycle, to = seen.lifecycle, tell.to
    do = link(to.case(lifecycle.name, seen.entity.id), method="POST")
    for may, by in seen.allowed:
        why = tell.why(lifecycle, action=may.action)
        yield {
            "action": may.action.__name__,
            "label": tell.named(may.action),
            "as": by.role.name,
            "cites": tell.cites(may.transition.cites),
            "conditions": [tell.say(guard) for guard in may.conditions],
            "items": list(may.items[:MOST_DUES]),
            "_links": {
                "do": do,
                "form": link(to.schema(lifecycle.name, may.action.__name__)),
                **({"why": link(why)} if why else {}),
            },
        }


def list_view(
    lifecycle: AnyLifecycle, entities: Iterable[Entity[State]], next: str, roles: Sequence[Role], tell: Telling
) -> dict[str, object]:
    """The cases of a process, and how one is begun.

    Args:
        lifecycle: the process.
        entities: its cases that are shown.
        next: the cursor of the next of them; empty at the end.
        roles: the roles in which one may be begun.
        tell: how it is told.
    """
    to, name = tell.to, lifecycle.name
    return {
        "process": name,
        "label": tell.say(lifecycle.name),
        "cases": [
            {
                "case": entity.id,
                "state": entity.state.name,
                "label": tell.named(entity.state),
                "final": entity.state in lifecycle.final,
                "version": entity.version,
                "office": entity.office.id,
                "_links": {
                    "self": link(to.case(name, entity.id)),
                    "page": link(to.page(name, entity.id), type="text/html"),
                },
            }
            for entity in entities
        ],
        "begin": list(beginnings_view(lifecycle, roles, tell)),
        "_links": {
            "self": link(to.cases(name)),
            "up": link(to.cases()),
            "page": link(to.list_page(name), type="text/html"),
            **({"next": link(to.cases(name, after=next))} if next else {}),
        },
    }


def beginnings_view(lifecycle: AnyLifecycle, roles: Sequence[Role], tell: Telling) -> Iterator[dict[str, object]]:
    """With which actions a case is begun, by whoever holds these roles."""
    for action, role in begins(lifecycle, roles):
        yield {
            "action": action.__name__,
            "label": tell.say(action),
            "as": role.name,
            "_links": {
                "do": link(tell.to.cases(lifecycle.name), method="POST"),
                "form": link(tell.to.schema(lifecycle.name, action.__name__)),
            },
        }


def dues_view(
    owed: Iterable[tuple[AnyLifecycle, Entity[State], Due, Status]], next: str, query: Mapping[str, str], tell: Telling
) -> dict[str, object]:
    """What an office owes.

    Args:
        owed: each due with its case and how it stands.
        next: the cursor of the next of them; empty at the end.
        query: what else was asked for.
        tell: how it is told.
    """
    to = tell.to
    return {
        "dues": [
            {
                "process": lifecycle.name,
                "case": entity.id,
                "name": due.name,
                "label": tell.say(sheets.name_of(due)),
                "key": None if due.key is None else str(due.key),
                "office": entity.office.id,
                "owed_by": due.owed_by.name,
                "control": due.control and due.control.isoformat(),
                "last": due.last and due.last.isoformat(),
                "status": status.value,
                "_links": {
                    "case": link(to.case(lifecycle.name, entity.id)),
                    "page": link(to.page(lifecycle.name, entity.id), type="text/html"),
                },
            }
            for lifecycle, entity, due, status in owed
        ],
        "_links": {
            "self": link(to.dues(**query)),
            "up": link(to.cases()),
            **({"next": link(to.dues(**query, after=next))} if next else {}),
        },
    }


def begins(lifecycle: AnyLifecycle, roles: Iterable[Role]) -> tuple[tuple[type[Action], Role], ...]:
    """With which actions a case begins, and in which of some roles."""
    several = tuple(roles)
    rows = [row for row in lifecycle.transitions if row.starts and not row.never]
    found = ((row.action, role) for row in rows for role in several if not row.roles or role in row.roles)
    return tuple(dict.fromkeys(found))


def entry_view(lifecycles: Iterable[AnyLifecycle], tell: Telling) -> dict[str, object]:
    """Where a program begins: the processes, and what an office owes."""
    to = tell.to
    return {
        "_links": {
            "self": link(to.cases()),
            "page": link(to.front(), type="text/html"),
            "dues": link(to.dues()),
            "service-desc": link(to.document(), type="application/json"),
            "process": [link(to.cases(one.name), name=one.name, title=tell.say(one.name)) for one in lifecycles],
        },
    }
