"""Who persons are, kept outside the documents: taken out of an action before it is stored, put back when it is read."""

import json
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from hashlib import sha256
from os import urandom
from typing import cast

import attrs
from attrs import frozen

from prcomm.core.sources.people import PERSONAL, Actor, Office
from prcomm.core.table.entities import Action

_PERSONAL = next(iter(PERSONAL))
Path = tuple[str | int, ...]


@frozen
class Name:
    """What an action says of who somebody is.

    Attributes:
        path: where in the action it says so, as JSON.
        person: the reference of the person; empty where it has none.
        said: the fields, as JSON.
        salt: what makes its digest tell nothing. It goes with what was said when that is erased.
    """

    path: str
    person: str
    said: str
    salt: bytes

    @property
    def erased(self) -> bool:
        """Whether it was erased: the row stays, and says nothing."""
        return not (self.person or self.said or self.salt)

    @property
    def digest(self) -> bytes:
        """What the record keeps of it: once it is erased, and the salt with it, this tells nothing."""
        told = "\0".join((self.path, self.person, self.said))
        return sha256(self.salt + told.encode("utf-8", "surrogatepass")).digest()


def take_out(document: object, action: Action) -> tuple[Name, ...]:
    """Take out of the document of a record what tells who persons are. The document is changed.

    Args:
        document: the document.
        action: the action of the record.
    """
    return tuple(_taken(document, path, thing, fields) for path, thing, fields in _within(action, ()))


def _taken(document: object, path: Path, thing: object, fields: list[str]) -> Name:
    place = _place(document, path)
    said = {field: place.pop(field) for field in fields}
    return Name(json.dumps(path), str(getattr(thing, "id", "")), json.dumps(said, ensure_ascii=False), urandom(16))


def _within(value: object, path: Path) -> Iterator[tuple[Path, object, list[str]]]:
    """Everything in a value that tells who somebody is, where it stands, and by which fields."""
    if isinstance(value, tuple):
        for n, one in enumerate(cast("tuple[object, ...]", value)):
            yield from _within(one, (*path, n))
    elif (fields := _fields(cast("type", type(value)))) is not None:
        plain, personal = fields
        told = [name for name in personal if getattr(value, name)]
        if told:
            yield path, value, told
        for name in plain:
            one = cast("object", getattr(value, name))
            if one.__class__ is not str:
                yield from _within(one, (*path, name))


@cache
def _fields(kind: type) -> tuple[list[str], list[str]] | None:
    """The fields of a class: those to look into, and those that tell who somebody is; ``None`` if it has none."""
    if not attrs.has(kind) or issubclass(kind, Office | Actor):  # who acts is told by reference
        return None
    fields = attrs.fields(kind)
    plain = [field.name for field in fields if field.init and not field.metadata.get(_PERSONAL)]
    personal = [field.name for field in fields if field.metadata.get(_PERSONAL)]
    return plain, personal


def held(digests: bytes, names: Collection[Name]) -> bool:
    """Whether what is said of who persons are in a record is what was said: as many rows as it has digests, each erased
    or of one of them. So what is erased is told from what is gone.

    Args:
        digests: those in the record, one after the other.
        names: the rows beside it.
    """
    known = [digests[n : n + 32] for n in range(0, len(digests), 32)]
    return len(names) == len(known) and all(name.erased or name.digest in known for name in names)


def put_back(document: object, names: Iterable[Name]) -> None:
    """Put into the document of a record what tells who persons are, as far as it was not erased."""
    for name in names:
        if name.erased:
            continue
        _place(document, json.loads(name.path)).update(json.loads(name.said))


def _place(document: object, path: Iterable[str | int]) -> dict[str, object]:
    """The object in the document of a record that stands there. Raises ``LookupError``
    or ``TypeError`` if none does."""
    place = cast("dict[str, dict[str, object]]", document)["record"]["action"]
    for step in path:
        place = cast("dict[str | int, object]", place)[step]
    if not isinstance(place, dict):
        raise TypeError("no object stands there")
    return cast("dict[str, object]", place)
