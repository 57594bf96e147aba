"""Laws of what is kept: that pickles and documents are read as they were written, and schema and reader agree."""

import pickle
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from random import Random
from typing import cast

from attrs import evolve

from prcomm.adapters.json import FORMAT, BadDocument, office_from
from prcomm.core.engine.verdicts import Refused
from prcomm.core.questions.audits import Finding
from prcomm.core.table.dues import Due
from prcomm.core.values.messages import Said, filled, in_english
from prcomm.testing.asking import Life, Subject, Tried

DRAGGED = (b"prcomm.core.engine.engine", b"transitions.core")
VALUES: tuple[object, ...] = (
    None, True, 0, 5, 6, 7.0, 1.5, -1, 2**53, "", "a", "head", "Person", "2026-03-02", "09:00", "24:00", "2026-13-01",
    "2026-03-02T10:00:00+05:00", "2026-03-02T10:00:00", "2026-03-02 10:00:00+05:00", "1899-12-31T10:00:00Z",
    "2026-03-02T10:00:00+05:00\n", "2026-03-02T10:00:00+01:00[Europe/Berlin]", "٢٠٢٦-03-02", [], ["a"], ["a", "a"], [1],
    {}, {"id": "a"}, {"name": "x"}, {"name": "x", "private": 1}, {"type": "Person", "id": "a"}, [{"id": "a"}],
    {"type": "LegalEntity", "id": "a", "residence": ""}, {"process": "appeal", "id": "1"},
)  # fmt: skip
"""What is put where something else belongs."""
BEYOND_SCHEMAS = (
    "closes: after", "not known by that name", "that the calendar has", "on the clock of its office", "can't be made",
)  # fmt: skip
"""What the reader refuses and no schema can say."""
SPOILT = 1
"""How many times a document of a life is spoilt, each time at one place."""


def a_pickle_is_read_as_it_was_written(life: Life) -> Iterator[str]:
    """An entity and its dues are unpickled as they were pickled, and drag no lifecycle or machine along."""
    kept = pickle.dumps(life.entity)
    again = pickle.loads(kept)
    if (again, hash(again)) != (life.entity, hash(life.entity)):
        yield "the unpickled entity is another"
    for name in DRAGGED:
        if name in kept:
            yield f"the pickled entity drags {name.decode()} along"
    for due in life.dues:
        thawed = pickle.loads(pickle.dumps(due))
        if (thawed, hash(thawed), thawed.trace) != (due, hash(due), due.trace):
            yield f"the unpickled due {due.name} is another"


def a_pickled_refusal_is_the_same(tried: Tried) -> Iterator[str]:
    """A refusal is unpickled with the verdict it was pickled with."""
    if tried.verdict is not None and pickle.loads(pickle.dumps(Refused(tried.verdict))).verdict != tried.verdict:
        yield "the unpickled refusal has another verdict"


def a_document_is_read_as_it_was_written(life: Life) -> Iterator[str]:
    """An entity, its records, its dues and what an audit notes are read from JSON as they were written, and say the
    same in any language."""
    record = life.entity.history[life.n % len(life.entity.history)]
    odd = life.n % 2
    for thing in (
        life.gap.entity if odd else life.entity,
        record,
        evolve(record, recorded=record.action.at.add(days=1)),
        record.action,
        *life.gap.findings,
        *life.dues[odd::2],
    ):
        if thing is not None:
            yield from _read_again(life.of, thing)


def a_refusal_is_read_as_it_was_written(tried: Tried) -> Iterator[str]:
    """What an audit notes of a refusal, and its reasons, are read from JSON as they were written."""
    for finding in tried.audit.findings:
        if finding.step is not None:
            yield from _read_again(tried.of, finding)
    if tried.verdict is not None:
        yield from _read_again(tried.of, tried.verdict.reasons[0])


def _read_again(of: Subject, thing: object) -> Iterator[str]:
    read = of.codec.loads(of.codec.dumps(thing))
    if read != thing or _shown(read) != _shown(thing):
        yield f"{type(thing).__name__} is read as another: {_shown(read)}"
    elif _words(read) != _words(thing):
        yield f"{type(thing).__name__} is read with other words: {_words(read)}"


def _words(thing: object) -> tuple[object, ...]:
    """What a thing says, in a language in which two texts agree only if all their words do."""
    if isinstance(thing, Finding):
        return thing.rendered(_foreign), *(reason.rendered(_foreign) for reason in thing.reasons)
    if isinstance(thing, Due):
        return thing.trace.rendered(_foreign), thing.trace, thing.cites, thing.basis
    return ()


def _shown(thing: object) -> str:
    """How a thing is shown; the members of a set in one order, which a set has not."""
    return re.sub(r"frozenset\(\{(.*?)\}\)", lambda found: f"{{{sorted(found[1].split(', '))}}}", repr(thing))


def _foreign(word: object) -> str:
    if isinstance(word, Said):
        return filled(f"<{word.sentence}>", word.words, _foreign, lambda n: n)
    if type(word) is tuple:
        return ", ".join(map(_foreign, cast("tuple[object, ...]", word)))
    return f"[{type(word).__name__}: {in_english(word)}]"


def schema_and_reader_accept_what_is_written(life: Life) -> Iterator[str]:
    """The case file of a lawful life is valid by its schema, and the reader reads it."""
    if life.n % 4 == 0:  # each action is held against the schema of each
        file = _case_file(life)
        if not life.of.validator.is_valid(file):
            yield "it is read, and not valid" if _fault(life.of, file) is None else "it is not valid"
        bad = _fault(life.of, file)
        if bad is not None:
            yield f"the reader refuses it: {bad}"


def schema_and_reader_refuse_the_same(life: Life) -> Iterator[str]:
    """Of a case file that was spoilt at one place, what the reader reads is valid by the schema, and what it refuses is
    not, save for what no schema can say; the fault quotes nobody."""
    chance = Random(life.n)
    for _ in range(SPOILT):
        file = _case_file(life)
        file["actions"] = [chance.choice(cast("list[object]", file["actions"]))]  # the others cost, and add nothing
        where = _spoil(chance, file, life.telling)
        valid, bad = life.of.validator.is_valid(file), _fault(life.of, file)
        if bad is None and not valid:
            yield f"spoilt at {where}, it is read, and not valid"
        elif bad is not None:
            if valid and not all(any(text in str(fault) for text in BEYOND_SCHEMAS) for fault in bad.found):
                yield f"spoilt at {where}, it is valid, and refused: {bad}"
            yield from _quotes(where, bad, life)


def what_is_spoilt_is_read_or_refused(life: Life) -> Iterator[str]:
    """A document that was spoilt at one place, of an entity, a finding or a due, is read, or is a bad document with its
    faults, which quote nobody."""
    chance = Random(-life.n)
    things = (life.entity, *life.gap.findings, *life.dues)
    document = life.of.codec.document(things[life.n % len(things)])
    for _ in range(SPOILT):
        spoilt = deepcopy(document)
        where = _spoil(chance, spoilt, life.telling)
        try:
            life.of.codec.read(spoilt)
        except BadDocument as bad:
            yield from _quotes(where, bad, life)


def _quotes(where: str, bad: BadDocument, life: Life) -> Iterator[str]:
    if not bad.found:
        yield f"spoilt at {where}, it is refused without a fault"
    if any(text in shown for text in life.telling for shown in (str(bad), repr(bad))):
        yield f"spoilt at {where}, the fault quotes somebody: {bad}"


def _case_file(life: Life) -> dict[str, object]:
    """The case file of an entity: its actions, on the clock of its office."""
    document = cast("Mapping[str, object]", life.of.codec.data_of(life.entity))
    records = cast("list[Mapping[str, object]]", document["records"])
    actions = [deepcopy(record["action"]) for record in records]
    office = deepcopy(document["office"])
    return {"prcomm": FORMAT, "process": life.of.lifecycle.name, "office": office, "actions": actions}


def _fault(of: Subject, file: Mapping[str, object]) -> BadDocument | None:
    """Why the reader does not read the office and the actions of a case file."""
    try:
        office = office_from(file["office"], "office", of.lifecycle.law.zone)
        for n, action in enumerate(cast("list[object]", file["actions"])):
            of.codec.action_from(action, f"actions[{n}]", office)
    except BadDocument as bad:
        return bad
    return None


Node = dict[str, object] | list[object]


def _spoil(chance: Random, document: Mapping[str, object], telling: Sequence[str]) -> str:
    """Change one place inside a document, sometimes to what should stand nowhere, and say which."""
    inside = [place for part in document.values() for place in _places(part)]
    node, key = chance.choice(inside)
    how = chance.choice(("another", "another", "another", "gone", "more"))
    if how == "another":
        node[key] = deepcopy(chance.choice((*VALUES, *telling)))  # type: ignore[index]  # its own key
    elif how == "gone":
        del node[key]  # type: ignore[arg-type]  # its own key
    elif isinstance(node, dict):
        node[chance.choice(("more", *(text for text in telling if not text.isidentifier())))] = 1
    else:
        node.append(deepcopy(node[cast("int", key)]))
    return f"{key} ({how})"


def _places(node: object) -> Iterator[tuple[Node, str | int]]:
    """Every object and array in a document, with its keys or indices."""
    if isinstance(node, dict | list):
        node = cast("Node", node)
        keys = list(node) if isinstance(node, dict) else range(len(node))
        for key in keys:
            yield node, key
            yield from _places(node[key])  # type: ignore[index]  # its own key


OF_A_LIFE = (
    a_pickle_is_read_as_it_was_written,
    a_document_is_read_as_it_was_written,
    schema_and_reader_accept_what_is_written,
    schema_and_reader_refuse_the_same,
    what_is_spoilt_is_read_or_refused,
)
OF_A_REFUSAL = (a_pickled_refusal_is_the_same, a_refusal_is_read_as_it_was_written)
