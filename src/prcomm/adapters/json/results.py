"""Reasons, dues, findings and traces in JSON: each a table of its fields, with how each is read and written.

cattrs reads the actions, by their types. It can't read these by theirs: a text may be a name with a scope or a sentence
with words, a day may be the day of an office's clock, and a due holds its trace as something to be asked for.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Final, Generic, TypeVar, cast

from attrs import evolve, field, frozen

from prcomm.adapters.json.any_value import Words
from prcomm.adapters.json.faults import DocumentFault, Unfit
from prcomm.adapters.json.scalars import (
    AROUND,
    HOUR_AT,
    Hook,
    an_array,
    an_object,
    around,
    code,
    read_day,
    read_fields,
    read_instant,
    read_items,
    read_member,
    read_name,
    read_office,
    read_role,
    read_text,
    read_truth,
    read_whole,
    remembered,
    written_day,
    written_instant,
    written_name,
    written_office,
    written_role,
    written_text,
    written_truth,
    written_whole,
)
from prcomm.core.calendar.traces import Trace, TraceLine
from prcomm.core.questions.audits import Finding, FindingKind
from prcomm.core.sources.citations import Basis, Citation, Cites
from prcomm.core.sources.people import Office
from prcomm.core.table.dues import Due
from prcomm.core.table.reasons import Reason, ReasonKind
from prcomm.core.values.errors import BadInput

T = TypeVar("T")
Write = Callable[..., object]


@frozen
class Both:
    """How one field is read and written.

    Attributes:
        read: out of JSON.
        write: into it.
    """

    read: Hook
    write: Write


@frozen
class Shape(Generic[T]):
    """One class of things in JSON.

    Attributes:
        kind: the class.
        what: what it is called in faults.
        fields: each field by its name.
        required: the fields that a document must have.
        hooks: how each is read.
    """

    kind: Callable[..., T]
    what: str
    fields: Mapping[str, Both]
    required: tuple[str, ...]
    hooks: Mapping[str, Hook] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "hooks", {name: both.read for name, both in self.fields.items()})

    def read(self, data: object, _: object = None) -> T:
        """One such thing out of JSON."""
        return self.kind(**read_fields(data, self.hooks, self.required, self.what))

    def write(self, thing: object) -> dict[str, object]:
        """One such thing as JSON."""
        return {name: both.write(getattr(thing, name)) for name, both in self.fields.items()}

    @property
    def both(self) -> Both:
        return Both(self.read, self.write)


def maybe(one: Both) -> Both:
    """A field that may be null."""

    def write(value: object) -> object:
        return None if value is None else one.write(value)

    return Both(lambda data, _: None if data is None else one.read(data, None), write)


def several(one: Both) -> Both:
    """A field of any number of them."""

    def write(values: tuple[object, ...]) -> object:
        return [one.write(value) for value in values]

    return Both(lambda data, _: tuple(read_items(data, lambda item: one.read(item, None))), write)


def of_enum(kind: type[Enum]) -> Both:
    """A field that is a member of an Enum."""
    return Both(lambda data, _: read_member(data, kind), code)


def _read_day_or_instant(data: object, _: object) -> date:
    """A day, or an instant where the term is in hours."""
    return read_instant(data) if isinstance(data, str) and data[HOUR_AT : HOUR_AT + 1] == "T" else read_day(data)


def _write_day_or_instant(on: date) -> str:
    return written_instant(on) if isinstance(on, datetime) else written_day(on)


TEXT: Final = Both(read_text, written_text)
TRUTH: Final = Both(read_truth, written_truth)
WHOLE: Final = Both(read_whole, written_whole)
INSTANT: Final = Both(read_instant, written_instant)
DAY: Final = Both(read_day, written_day)
WHEN: Final = Both(_read_day_or_instant, _write_day_or_instant)
OFFICE: Final = Both(read_office, written_office)
BASIS: Final = of_enum(Basis)
MOST_CITES: Final = 100
"""On how many places one thing may rest. What rests on places is kept with what was made of them."""
NAME: Final = Both(read_name, written_name)
CITATION: Final = Shape(
    Citation,
    "a citation",
    {"source": NAME, "article": NAME, "part": maybe(WHOLE), "basis": BASIS, "unit": NAME},
    ("source", "article"),
)
_NO_TRACE: Final = Trace()
_SELDOM: Final = ("noted", "undated", "owed_by_cites", "unknown", "paused")
"""What of a due is written only where there is something to say."""


@lru_cache(maxsize=4096)
def _written_citation(cite: Citation) -> Mapping[str, object]:
    """A place as JSON. Every record has several, and of all records together they are few."""
    return CITATION.write(cite)


def _read_cites(data: object, cite: Callable[..., object]) -> Cites:
    if len(an_array(data) or ()) > MOST_CITES:
        raise Unfit.saying(f"an array of no more than {MOST_CITES} citations")
    return tuple(cast("list[Citation]", read_items(data, cite)))


def _written_cites(cites: Cites) -> object:
    if len(cites) > MOST_CITES:
        raise BadInput("a document", (f"more than {MOST_CITES} citations of one thing can't be written",))
    return [dict(_written_citation(cite)) for cite in cites]


class Things:
    """The shapes of what lifecycles tell, by the words that one of them knows.

    Args:
        words: the words.

    Attributes:
        cites: how the citations of all of them, and of records, are read and written.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        cite = remembered(CITATION.read)
        self.cites = Both(lambda data, _: _read_cites(data, cite), _written_cites)
        told, key = Both(words.read_text, words.write_text), Both(_hashable(words.read), words.write)
        own = Both(words.read_text, words.write_own)
        self.reason = Shape(
            self._reason,
            "a reason",
            {
                "kind": of_enum(ReasonKind), "text": own, "cites": self.cites, "basis": maybe(BASIS), "remedy": own,
                "name": TEXT,
            },
            ("kind", "text"),
        )  # fmt: skip
        self.line = Shape(
            TraceLine,
            "a line of a trace",
            {"day": maybe(DAY), "counted": TRUTH, "text": told, "cites": self.cites, "basis": maybe(BASIS)},
            ("day", "counted", "text"),
        )
        self.trace = Both(self._read_trace, self._write_trace)
        when = maybe(WHEN)
        self._due = Shape(
            self._made,
            "a due",
            {
                "name": TEXT, "key": key, "start": WHEN, "met": when, "raw": when, "rolled": when, "control": when,
                "last": when, "owed_by": Both(read_role, written_role), "under": self.cites, "cites": self.cites,
                "office": OFFICE, "provisional": TRUTH, "lifted": TRUTH, "least": TRUTH, "ended": when,
                "provided": TEXT, "noted": when, "undated": TRUTH, "unknown": TRUTH, "paused": when,
                "owed_by_cites": self.cites, "trace": self.trace,
            },
            ("name", "key", "start", "met", "raw", "rolled", "control", "last", "owed_by", "under", "cites", "office"),
        )  # fmt: skip
        self.due = Both(self._read_due, self._write_due)

    def finding(self, action: Both) -> Shape[Finding]:
        """The shape of a finding, with actions of that shape."""
        return Shape(
            _finding,
            "a finding",
            {
                "kind": of_enum(FindingKind), "text": self.line.fields["text"], "step": maybe(WHOLE),
                "at": maybe(INSTANT), "name": TEXT, "cites": self.cites, "basis": maybe(BASIS),
                "reasons": several(self.reason.both), "due": maybe(self.due), "action": maybe(action),
            },
            ("kind", "text"),
        )  # fmt: skip

    def _reason(self, *, kind: ReasonKind, text: str, remedy: str = "", **fields: object) -> Reason:
        if kind in (ReasonKind.GUARD, ReasonKind.NEVER):
            text = self._words.own(text, kind.value)
        return Reason(kind, text, remedy=self._words.own(remedy, "remedy"), **fields)  # type: ignore[arg-type]  # read by their hooks

    def _made(self, *, name: str, cites: Cites, trace: Trace = _NO_TRACE, provided: str = "", **fields: object) -> Due:
        name, provided = self._words.own(name, "deadline"), self._words.own(provided, "provided")
        return Due(name, provided=provided, facts=(trace, cites), **fields)  # type: ignore[arg-type]  # read by their hooks

    def _read_trace(self, data: object, _: object) -> Trace:
        return Trace(read_items(data, self.line.read))

    def _write_trace(self, trace: Trace) -> object:
        return [self.line.write(line) for line in trace]

    def _read_due(self, data: object, _: object) -> Due:
        office = tried_office(data)
        with around(evolve(AROUND.get(), office=office)):
            return self._due.read(data)

    def _write_due(self, due: Due) -> dict[str, object]:
        with around(evolve(AROUND.get(), office=due.office)):
            written = self._due.write(due)
        return {name: value for name, value in written.items() if value or name not in _SELDOM}


def _finding(*, due: Due | None = None, name: str = "", **fields: object) -> Finding:
    return Finding(due=due, name=name if due is None or due.name != name else due.name, **fields)  # type: ignore[arg-type]  # read by their hooks


def _hashable(read: Hook) -> Hook:
    def checked(data: object, _: object) -> object:
        key = read(data, None)
        try:
            hash(key)
        except TypeError:
            raise Unfit.saying("a key that can be one") from None
        return key

    return checked


def tried_office(data: object, read: Hook = read_office) -> Office | None:
    """The office of an object, for the instants in it; what is wrong with it is told where it is read."""
    try:
        return cast("Office", read((an_object(data) or {}).get("office"), None))
    except Unfit:
        return None


def contradiction(name: str, wanted: str) -> DocumentFault:
    """The fault of a field that says something else than the rest of its document."""
    return DocumentFault(name, f"it contradicts the document: {wanted}")
