"""What an answer to a case file says of a reason, a line of a trace, a due: each a table of its fields, read by whoever
answers and by the schema of the answer.

An answer is for people, and for programs that only read: its texts are in one language, its places as they are written
on pages. What is to be read back is written by the codec (``results``), with more fields. So of a due there are two
tables, and the schema allows what either writes.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, Generic, TypeVar

from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.json.scalars import code
from prcomm.adapters.json.schemas import (
    DAY_OR_NOT,
    DIALECT,
    NULL,
    TEXT,
    TRUTH,
    WHEN,
    A,
    E,
    Schema,
    array_of,
    object_of,
    one_of,
    opened,
)
from prcomm.adapters.json.upcasting import FORMAT, NUMBER
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import Basis, Cites
from prcomm.core.sources.people import Who
from prcomm.core.table.dues import Due, Status
from prcomm.core.table.reasons import Reason, ReasonKind
from prcomm.core.values.messages import Say, in_english

T = TypeVar("T")


@frozen
class DueAt:
    """A due, asked about at an instant."""

    due: Due
    at: DateTime


@frozen
class Answered(Generic[T]):
    """How one field is answered.

    Attributes:
        schema: what may stand there.
        of: what stands there, in the language of a ``say``.
        needed: whether it stands in every answer.
    """

    schema: Schema
    of: Callable[[T, Say], object]
    needed: bool = True


Answers = Mapping[str, Answered[T]]
"""The fields of one thing, in order."""


def answered(fields: Answers[T], thing: T, say: Say) -> dict[str, object]:
    """A thing, as JSON has it."""
    return {name: one.of(thing, say) for name, one in fields.items()}


def schema_of(fields: Answers[T]) -> Schema:
    """What an answer about such a thing may be."""
    needed = [name for name, one in fields.items() if one.needed]
    return opened({name: one.schema for name, one in fields.items()}, needed)


def cited(cites: Cites) -> list[str]:
    """Places, each as it is written in every language."""
    return [str(cite) for cite in cites]


def rests_on(cites: Cites, basis: Basis | None) -> dict[str, object]:
    """What something rests on."""
    return {"cites": cited(cites), "basis": None if basis is None else basis.name}


def who_rests_on(who: Who) -> dict[str, object]:
    """What says who may, or who owes; nothing where no role is named."""
    return rests_on(who.cites, who.basis if who.cites else None)


def day_or_instant(at: date | None) -> str | None:
    """A day or an instant, as JSON has it."""
    return None if at is None else at.isoformat()


_CITATION: Final = one_of(TEXT, opened({}, ("source", "article")))
_SAID: Final = one_of(
    TEXT,
    object_of(
        {"text": TEXT, "sentence": TEXT, "words": {"type": "object"}, "scope": {"type": "array"}},
        ("text",),
    ),
)
CITES: Final = array_of(_CITATION)
BASIS: Final = one_of({"enum": [one.name for one in Basis]}, NULL)
# fmt: off
REASON: Final[Answers[Reason]] = {
    "kind":   Answered({"enum": [code(kind) for kind in ReasonKind]}, lambda r, say: code(r.kind)),
    "text":   Answered(_SAID, lambda r, say: say(r.text)),
    "cites":  Answered(CITES, lambda r, say: cited(r.cites)),
    "basis":  Answered(BASIS, lambda r, say: None if r.basis is None else r.basis.name),
    "remedy": Answered(_SAID, lambda r, say: say(r.remedy)),
}
LINE: Final[Answers[TraceLine]] = {
    "day":     Answered(DAY_OR_NOT, lambda ln, say: day_or_instant(ln.day)),
    "counted": Answered(TRUTH, lambda ln, say: ln.counted),
    "text":    Answered(_SAID, lambda ln, say: say(ln.text)),
    "cites":   Answered(CITES, lambda ln, say: cited(ln.cites)),
    "basis":   Answered(BASIS, lambda ln, say: None if ln.basis is None else ln.basis.name),
}
DUE: Final[Answers[DueAt]] = {
    "name":        Answered(TEXT, lambda it, say: it.due.name),
    "key":         Answered({}, lambda it, say: None if it.due.key is None else in_english(it.due.key)),
    "start":       Answered(WHEN, lambda it, say: day_or_instant(it.due.start), needed=False),
    "raw":         Answered(WHEN, lambda it, say: day_or_instant(it.due.raw)),
    "rolled":      Answered(WHEN, lambda it, say: day_or_instant(it.due.rolled)),
    "control":     Answered(WHEN, lambda it, say: day_or_instant(it.due.control)),
    "last":        Answered(WHEN, lambda it, say: day_or_instant(it.due.last)),
    "met":         Answered(WHEN, lambda it, say: day_or_instant(it.due.met), needed=False),
    "paused":      Answered(WHEN, lambda it, say: day_or_instant(it.due.paused), needed=False),
    "owed_by":     Answered(one_of(TEXT, {"type": "object"}), lambda it, say: it.due.owed_by.name),
    "owed_by_rests_on": Answered(opened({"cites": CITES, "basis": BASIS}, ("cites", "basis")),
                                 lambda it, say: who_rests_on(it.due.who), needed=False),
    "status":      Answered({"enum": [code(one) for one in Status]}, lambda it, say: code(it.due.status(it.at))),
    "provided":    Answered(_SAID, lambda it, say: say(it.due.provided), needed=False),
    "provisional": Answered(TRUTH, lambda it, say: it.due.provisional, needed=False),
    "cites":       Answered(CITES, lambda it, say: cited(it.due.cites)),
    "basis":       Answered(BASIS, lambda it, say: it.due.basis.name),
    "trace":       Answered(array_of(one_of(TEXT, schema_of(LINE))),
                            lambda it, say: [answered(LINE, line, say) for line in it.due.trace]),
}
# fmt: on


def answer_schema(lifecycle: Lifecycle[E, A]) -> Schema:
    """The schema of the answer to a case file: where each step led, and what is owed."""
    step: Schema = {
        "action": {"enum": [kind.__name__ for kind in lifecycle.actions]},
        "accepted": TRUTH,
        "state": one_of(TEXT, NULL),
        "cites": CITES,
        "reasons": array_of(schema_of(REASON)),
    }
    law: Schema = {"pack": TEXT, "version": TEXT, "calendar_known": DAY_OR_NOT}
    properties: Schema = {
        NUMBER: {"const": FORMAT},
        "process": {"const": lifecycle.name},
        "state": {"enum": [*(state.name for state in lifecycle.states), None]},
        "version": {"type": "integer", "minimum": 0},
        "law": object_of(law, law),
        "steps": array_of(opened(step, step)),
        "due": array_of(schema_of(DUE)),
    }
    return {
        "$schema": DIALECT,
        "title": f"answer to a case file: {lifecycle.name}",
        **opened(properties, properties),
    }
