"""What may be wrong with tables of names. Each check gives the faults it finds; tests plant one for each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from prcomm.core.lifecycle import Lifecycle
from prcomm.core.people import Role
from prcomm.labels.cyrillic import cyrillic
from prcomm.labels.saying import english, key
from prcomm.labels.tables import Names

PLACE = re.compile(r"\{\w*\}")
CODES = ("O‘RQ-", "PF-", "PQ-", "VM ")
"""How codes of acts begin: an act keeps its code in Uzbek, and U+2018 in it."""
FORMS = {"uz": 1, "ru": 3}


def named(lifecycle: Lifecycle) -> Iterator[object]:
    """Everything of a lifecycle that a reader is shown by name or text."""
    yield from (lifecycle.name, lifecycle.entity)
    yield from lifecycle.states
    yield from lifecycle.roles
    yield from lifecycle.kinds
    for part in lifecycle.parts:
        yield part.name
        for row in part.transitions:
            yield from row.sources
            if isinstance(row.target, Enum):
                yield row.target
    for row in lifecycle.rows:
        yield row.action
        yield from filter(None, (row.never, *(guard.remedy for guard in row.given)))
        yield from (guard for guard in row.given if not guard.deadline)
        yield from members(row.action)
    for deadline in lifecycle.deadlines:
        yield from filter(None, (deadline.name, deadline.provided))


def members(kind: type) -> Iterator[Enum]:
    """The members of every enumeration in the fields of an action."""
    for hint in get_type_hints(kind).values():
        for one in within(hint):
            if isinstance(one, type) and issubclass(one, Enum):
                yield from one


def within(hint: object) -> Iterator[object]:
    if get_origin(hint) in (Union, UnionType, tuple, frozenset):
        for one in get_args(hint):
            yield from within(one)
    else:
        yield hint


def missing(things: Iterable[object], names: Names) -> list[str]:
    found = {key(thing) for thing, *_ in names}
    return [english(thing) for thing in dict.fromkeys(map(of, things)) if key(thing) not in found]


def of(thing: object) -> object:
    """What can be told apart by hash: a guard or a deadline by what it is known by."""
    return thing if isinstance(thing, Enum | type | str | Role) else str(english(thing))


LOANS = ("embargo", "monitoring")
"""Words of the glossary that Uzbek has as English has them."""


def like_english(names: Names) -> list[str]:
    return [
        english(thing)
        for thing, uz, ru, _ in names
        if not uz.startswith((*CODES, *LOANS)) and PLACE.sub("", english(thing)).strip(" :;,()") != ""
        for said in (uz, ru)
        if said.casefold() == english(thing).casefold()
    ]


def alike(names: Names) -> list[str]:
    """What two things of one process are both called."""
    called: dict[str, dict[object, str]] = defaultdict(dict)
    for thing, uz, ru, _ in names:
        for said in (f"uz {uz.casefold()}", f"ru {ru.casefold()}"):
            called[said][key(thing)] = english(thing)
    return [said for said, things in called.items() if len(things) > 1]


def mixed(names: Names) -> list[str]:
    faults = []
    for _, uz, ru, _ in names:
        plain = PLACE.sub("", uz)
        if re.search("[А-яЁёЎўҚқҒғҲҳ]", plain):
            faults.append(uz)
        if re.search("[A-Za-z]", PLACE.sub("", ru)):
            faults.append(ru)
        if re.search("[A-Za-z]", PLACE.sub("", cyrillic(uz))):
            faults.append(cyrillic(uz))
    return faults


def apostrophes(names: Names) -> list[str]:
    """In oʻ and gʻ stands U+02BB, elsewhere U+02BC; a code of an act has U+2018."""
    wrong = re.compile(r"[‘’'`´]|(?<![OoGg])ʻ|(?<=[OoGg])ʼ")
    return [uz for _, uz, _, _ in names if wrong.search(re.sub(r"O‘RQ", "", uz))]


def places(names: Names) -> list[str]:
    """The same places in each language, in every form of it."""
    faults = []
    for thing, uz, ru, _ in names:
        wanted = {frozenset(PLACE.findall(form)) for form in english(thing).split("|")}
        for lang, said in (("uz", uz), ("ru", ru)):
            forms = said.split("|")
            plural = "|" in english(thing) or "{n}" in english(thing)
            if {frozenset(PLACE.findall(form)) for form in forms} != wanted or len(forms) not in (
                {1, FORMS[lang]} if plural else {1}
            ):
                faults.append(said)
    return faults


def needs_forms(names: Names) -> list[str]:
    """A sentence with two forms in English has three in Russian, unless it reads the same for every number."""
    return [ru for thing, _, ru, _ in names if "|" in english(thing) and len(ru.split("|")) != 3]
