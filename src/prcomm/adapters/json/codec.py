"""Documents of one lifecycle: everything it holds as JSON, and back without loss."""

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Final, Generic, TypeVar, cast

from attrs import evolve, frozen
from cattrs import StructureHandlerNotFoundError

from prcomm.adapters.json.any_value import Words
from prcomm.adapters.json.converting import fields_of, hooks_of, new_converter
from prcomm.adapters.json.faults import BadDocument, DocumentFault, Faults, Noted, Unfit, below, beyond, unknown
from prcomm.adapters.json.parsing import parse
from prcomm.adapters.json.results import (
    CITATION,
    DAY,
    INSTANT,
    TEXT,
    Both,
    Things,
    contradiction,
    maybe,
    several,
    tried_office,
)
from prcomm.adapters.json.scalars import (
    AROUND,
    Around,
    Hook,
    an_object,
    around,
    read_fields,
    read_items,
    read_member,
    read_office,
    read_text,
    read_whole,
    remembered,
    written_instant,
    written_office,
    written_text,
)
from prcomm.adapters.json.upcasting import FORMAT, NUMBER, Document, upcast
from prcomm.core.calendar.traces import Trace, TraceLine
from prcomm.core.engine.forms import in_form
from prcomm.core.questions.audits import Finding
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import Citation
from prcomm.core.sources.people import Office
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, Record, State
from prcomm.core.table.reasons import Reason
from prcomm.core.values.errors import BadInput, PrcommError, a

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

ACTION: Final = "action"
"""Under which an action says which it is."""


_text: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode
"""A document as text; it was just made, and has no circle."""


def header(lifecycle: Lifecycle[E, A]) -> dict[str, object]:
    """What every document says of the lifecycle it is of: the process, and the law with its version."""
    law = lifecycle.law
    known = law.calendar.known_to
    calendar = None if known is None else known.isoformat()
    return {"process": lifecycle.name, "law": {"pack": law.name, "version": law.version, "calendar_known": calendar}}


@contextmanager
def gathering(what: str, path: str = "") -> Generator[None, None, None]:
    """Turn what does not belong where it stands into one ``BadDocument``."""
    try:
        yield
    except Unfit as unfit:
        found = Faults((Noted(beyond(path, fault.path), fault.text) for fault in unfit.faults), unfit.more)
        raise BadDocument(what, found) from None


def office_from(data: object, path: str, zone: str = "") -> Office:
    """An office out of its plain value.

    Raises ``BadDocument`` with every fault.

    Args:
        data: as ``{"id": "…", "week": 5, "opens": "09:00", "closes": "18:00"}``.
        path: where it stands, for the faults.
        zone: its zone, if it names none.
    """
    with gathering("an office", path), around(Around(zone=zone)):
        return in_form(read_office(data))


@frozen
class Parts(Generic[A]):
    """An action in its parts, for what makes many of them out of something else than JSON.

    Attributes:
        kind: its class.
        hooks: how each field is read, within ``around`` what the codec says.
        types: the type of each.
        names_office: whether it has a field ``office``, for which an office given along stands in.
    """

    kind: type[A]
    hooks: Mapping[str, Hook]
    types: Mapping[str, object]
    names_office: bool


class Codec(Generic[E, A]):
    """Reads and writes the documents of one lifecycle. Make one and keep it: its hooks are made once.

    Raises ``BadInput`` for a lifecycle whose actions have fields that JSON has no form for.

    Args:
        lifecycle: the lifecycle.

    Attributes:
        lifecycle: as given.
    """

    def __init__(self, lifecycle: Lifecycle[E, A]) -> None:
        self.lifecycle = lifecycle
        self._header = header(lifecycle)
        self._around = Around(None, lifecycle.law.zone, {role.name: role for role in lifecycle.roles})
        self._converter = new_converter()
        self._actions = self._hooks()
        self._words = Words(cast("Lifecycle[Entity[State], Action]", lifecycle), self._converter)
        self._things = Things(self._words)
        self._finding = self._things.finding(Both(self._read_action, self._write_action))
        self._against = several(self._things.reason.both)
        self._office, self._law = remembered(read_office), remembered(self._read_law)
        self._of_record: dict[str, Hook] = {
            "action": self._read_action, "cites": self._things.cites.read, "against": self._against.read,
            "recorded": maybe(INSTANT).read,
        }  # fmt: skip
        whole = lifecycle.transitions[0].table.states
        self._states: dict[str, type[State]] = dict.fromkeys(self._actions, whole)
        for part in lifecycle.parts:
            self._states |= {row.action.__name__: row.table.states for row in part.transitions}
        self._state = whole
        self._documents: dict[str, tuple[type, Both]] = {
            "entity": (lifecycle.entity, Both(self._read_entity, self._write_entity)),
            "action": (lifecycle.action, Both(self._read_action, self._write_action)),
            "record": (Record, Both(self._read_record, self._write_record)),
            "finding": (Finding, self._finding.both),
            "due": (Due, self._things.due),
            "reason": (Reason, self._things.reason.both),
            "trace": (Trace, self._things.trace),
            "line": (TraceLine, self._things.line.both),
            "citation": (Citation, CITATION.both),
            "office": (Office, Both(read_office, written_office)),
        }

    def _hooks(self) -> Mapping[str, tuple[type[A], Hook, Callable[[object], dict[str, object]], bool]]:
        """By its name each action, how it is read and written, and whether it names an office."""
        made: dict[str, tuple[type[A], Hook, Callable[[object], dict[str, object]], bool]] = {}
        faults: list[str] = []
        for kind in self.lifecycle.actions:
            fields = {field.name: field.type for field in fields_of(kind)}
            if ACTION in fields:
                faults.append(f"{kind.__name__}.{ACTION}: a document says under that name which action it is")
            if kind.__name__ in made:
                faults.append(f"{kind.__name__}: two of its actions are named so")
            try:
                read: Hook = self._converter.get_structure_hook(kind)
                write = self._converter.get_unstructure_hook(kind)
            except (StructureHandlerNotFoundError, TypeError) as error:
                faults.append(f"{kind.__name__}: {error}")
            else:
                made[kind.__name__] = kind, read, write, fields.get("office") is Office
        if faults:
            raise BadInput(f"a codec of {a(self.lifecycle.name)}", tuple(faults))
        return made

    # -- documents

    def entity(self, entity: E) -> dict[str, object]:
        """The document of an entity: what it is, and every record of it."""
        return self.document(entity)

    def document(self, thing: object) -> dict[str, object]:
        """A document of an entity, an action, a record, a finding, a due, a reason, a trace or a citation.

        Raises ``BadInput`` for anything else, and for what JSON can't hold.
        """
        name = self._name_of(thing)
        return {NUMBER: FORMAT, "document": name, **self._header, name: self.data_of(thing)}

    def dumps(self, thing: object) -> str:
        """The same document as text."""
        return _text(self.document(thing))

    def data_of(self, thing: object) -> object:
        """The plain value of a thing: what stands in its document beside the header."""
        name = self._name_of(thing)
        with around(self._around):
            try:
                return self._documents[name][1].write(thing)
            except (AttributeError, TypeError) as error:  # nobody has asked whether its fields are of their types
                fault = f"a field of it is not of its type ({type(error).__name__})"
                raise BadInput(f"a document of the {self.lifecycle.name}", (fault,)) from error

    def _name_of(self, thing: object) -> str:
        if type(thing) is Record:
            return "record"
        for name, (kind, _) in self._documents.items():
            if isinstance(thing, kind):
                return name
        names = ", ".join(self._documents)
        fault = f"{a(type(thing).__name__)} has none; there are documents of: {names}"
        raise BadInput(f"a document of the {self.lifecycle.name}", (fault,))

    def loads(self, text: str | bytes) -> object:
        """The thing a document is about: equal to the one that was written.

        Raises ``BadDocument`` with every fault.
        """
        return self.read(parse(text))

    def read(self, document: object) -> object:
        """The same out of a document that was parsed."""
        with gathering(f"a document of the {self.lifecycle.name}"), around(self._around):
            given = an_object(document)
            if given is None:
                raise Unfit.of("a document", document)
            fields = upcast(given, self._header)
            name = self._document_of(fields)
            hooks: dict[str, Hook] = {
                NUMBER: _as_it_is, "document": _as_it_is, "process": self._read_process, "law": self._law,
                name: self._documents[name][1].read,
            }  # fmt: skip
            return read_fields(fields, hooks, hooks, "a document")[name]

    def entity_from(self, text: str | bytes) -> E:
        """The entity of a document. Raises ``BadDocument`` with every fault, or if it is about something else."""
        thing = self.loads(text)
        if not isinstance(thing, self.lifecycle.entity):
            fault = DocumentFault("document", f"entity, not {self._name_of(thing)}")
            raise BadDocument(f"a document of the {self.lifecycle.name}", (fault,))
        return thing

    def restore(self, documents: Iterable[str | bytes]) -> E:
        """The entity that the documents of its records come to, in their order: how a store opens a case. Its past is
        not judged again.

        Raises ``BadDocument`` with every fault of every document, its path beginning ``records[0]``.
        """
        what = f"the stored records of {a(self.lifecycle.name)}"
        records: list[Record] = []
        faults = Faults()
        for n, text in enumerate(documents):
            path = below("records", n)
            try:
                thing = self.loads(text)
            except BadDocument as bad:
                faults += Faults((Noted(beyond(path, fault.path), fault.text) for fault in bad.found), bad.more)
                continue
            if isinstance(thing, Record):
                records.append(thing)
            else:
                faults.note(below(path, "document"), f"record, not {self._name_of(thing)}")
        if faults:
            raise BadDocument(what, faults)
        with gathering(what):
            return self._restored(records)

    def _document_of(self, fields: Document) -> str:
        if "document" not in fields:
            raise Unfit(DocumentFault("document", f"it is missing; there are: {', '.join(self._documents)}"))
        name = fields["document"]
        if not isinstance(name, str):
            raise Unfit.of("what the document is", name).placed("document")
        if name not in self._documents:
            raise Unfit.saying(unknown("what the document is", name, self._documents)).placed("document")
        return name

    def _read_process(self, data: object, _: object) -> str:
        if read_text(data) != self.lifecycle.name:
            raise Unfit.saying(f"it is of another process than {self.lifecycle.name}")
        return self.lifecycle.name

    def _read_law(self, data: object, _: object) -> object:
        law = read_fields(data, _LAW, _LAW, "the law with its version")
        if law["pack"] != self.lifecycle.law.name:
            raise Unfit(DocumentFault("pack", f"it was written under another law than {self.lifecycle.law.name}"))
        return law

    # -- actions

    def action_from(self, data: object, path: str = "", office: Office | None = None, *, numbers: bool = False) -> A:
        """An action out of its plain value. Its references come in their one form; those of a stored document stay.

        Raises ``BadDocument`` with every fault.

        Args:
            data: as ``{"action": "Register", "at": "2026-02-13T18:30:00+05:00", "by": {…}, "number": "7"}``.
            path: where it stands, for the faults.
            office: the office on whose clock its instants are; it stands in for a field ``office`` that is missing.
            numbers: whether a number may stand where a text belongs.
        """
        with gathering(f"an action of the {self.lifecycle.name}", path), around(self.around(office, numbers)):
            return in_form(self._read_action(data))

    def around(self, office: Office | None, numbers: bool = False) -> Around:
        # What its values are read by, on the clock of that office. Not for the pages.
        return Around(office, self._around.zone, self._around.roles, numbers)

    def parts(self, name: str) -> Parts[A] | None:
        """The parts of the action of that name; ``None`` if there is none."""
        if name not in self._actions:
            return None
        kind, _, _, names_office = self._actions[name]
        types = {field.name: field.type for field in fields_of(kind)}
        return Parts(kind, hooks_of(kind, self._converter), types, names_office)

    def _read_action(self, data: object, _: object = None) -> A:
        given = an_object(data)
        if given is None:
            raise Unfit.of("an action", data)
        fields = dict(given)
        if ACTION not in fields:
            raise Unfit(DocumentFault(ACTION, f"it is missing; there are: {', '.join(self._actions)}"))
        name = fields.pop(ACTION)
        if not isinstance(name, str):
            raise Unfit.of("the name of an action", name).placed(ACTION)
        if name not in self._actions:
            raise Unfit.saying(unknown("the name of an action", name, self._actions)).placed(ACTION)
        kind, read, _, names_office = self._actions[name]
        place = AROUND.get()
        if names_office and place.office is not None:
            fields.setdefault("office", place.office)
        elif names_office:
            with around(evolve(place, office=tried_office(fields))):
                return cast("A", read(fields, kind))
        return cast("A", read(fields, kind))

    def _write_action(self, action: Action) -> dict[str, object]:
        place, name = AROUND.get(), type(action).__name__
        _, _, write, names_office = self._actions[name]
        if not names_office:
            return {ACTION: name, **write(action)}
        office = cast("Office", getattr(action, "office"))  # noqa: B009  # not every action has one
        with around(evolve(place, office=place.office or office)):
            fields = {ACTION: name, **write(action)}
        if office == place.office:
            del fields["office"]
        return fields

    # -- records and entities

    def _read_record(self, data: object, _: object = None) -> Record:
        name = (an_object((an_object(data) or {}).get("action")) or {}).get(ACTION)
        states = self._states.get(name, self._state) if isinstance(name, str) else self._state
        state: Hook = lambda given, _: self._read_state(given, states)  # noqa: E731  # it is one of the hooks
        hooks = {**self._of_record, "state": state}
        return Record(**read_fields(data, hooks, ("action", "state"), "a record"))  # type: ignore[arg-type]  # read by their hooks

    def _read_state(self, data: object, states: type[State]) -> State:
        if an_object(data) is None:
            return cast("State", read_member(data, states))
        state = self._words.read(data)
        if type(state) not in (self._state, *self._states.values()):
            raise Unfit.saying(f"a state of the {self.lifecycle.name} or of something in it")
        return cast("State", state)

    def _write_record(self, record: Record) -> dict[str, object]:
        state = record.state
        plain = type(state) is self._states[type(record.action).__name__]
        return {
            "action": self._write_action(record.action),
            "state": state.name if plain else self._words.write(state),
            "cites": self._things.cites.write(record.cites),
            "against": self._against.write(record.against),
            **({} if record.recorded is None else {"recorded": written_instant(record.recorded)}),
        }

    def _write_entity(self, entity: E) -> dict[str, object]:
        with around(evolve(AROUND.get(), office=entity.office)):
            return {
                "id": written_text(entity.id),
                "state": entity.state.name,
                "version": entity.version,
                "office": written_office(entity.office),
                "records": [self._write_record(record) for record in entity.history],
            }

    def _read_entity(self, data: object, _: object = None) -> E:
        tried = tried_office(data, self._office)
        hooks: dict[str, Hook] = {
            "id": read_text,
            "state": lambda state, _: read_member(state, self._state),
            "version": read_whole,
            "office": read_office if tried is None else lambda _, __: tried,
            "records": lambda records, _: read_items(records, self._read_record),
        }
        with around(self.around(tried or _STAND_IN)):
            fields = read_fields(data, hooks, hooks, "an entity")
        entity = self._restored(cast("list[Record]", fields["records"]))
        told = {"id": entity.id, "state": entity.state, "version": entity.version, "office": entity.office}
        faults = [contradiction(name, "the records come to another") for name in told if told[name] != fields[name]]
        if faults:
            raise Unfit(*faults)
        return entity

    def _restored(self, records: list[Record]) -> E:
        """The entity that records come to. An effect may be given what no lifecycle would have let through."""
        try:
            return self.lifecycle.restore(records)
        except BadInput as bad:
            raise Unfit(*(DocumentFault("records", fault) for fault in bad.faults), more=bad.more) from None
        except (ArithmeticError, AttributeError, LookupError, PrcommError, TypeError, ValueError) as error:
            fault = f"the table can't be folded over them ({type(error).__name__})"
            raise Unfit(DocumentFault("records", fault)) from None


def _as_it_is(data: object, _: object) -> object:
    return data


_STAND_IN: Final = Office("", zone="UTC")
"""Stands for an office that can't be read, so that what is on its clock is not faulted for it."""
_LAW: Final[dict[str, Hook]] = {"pack": TEXT.read, "version": TEXT.read, "calendar_known": maybe(DAY).read}
