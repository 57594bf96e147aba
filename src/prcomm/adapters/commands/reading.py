"""Files that the command line reads."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import BinaryIO, cast

import click
from attrs import evolve, frozen

from prcomm.adapters.case_files import live, read_case
from prcomm.adapters.fields import faults_of, process_from
from prcomm.adapters.json import BadDocument, Codec, parse
from prcomm.core.table.entities import Entity, State
from prcomm.core.values.errors import BadInput, FaultsError, NotInForce
from prcomm.processes import AnyLifecycle


def opened(file: str) -> AbstractContextManager[BinaryIO]:
    """A file as bytes, or standard input."""
    return cast("AbstractContextManager[BinaryIO]", click.open_file(file, "rb"))


def read(file: str) -> bytes:
    """What is in a file, or comes from standard input, without the mark that some editors put before it."""
    with opened(file) as lines:
        return lines.read().removeprefix(b"\xef\xbb\xbf")


@frozen
class FilesRead:
    """What files hold.

    Attributes:
        entities: the cases in them, as the accepted steps leave them.
        refused: how many steps were refused.
        unbegun: how many case files nothing has begun.
    """

    entities: tuple[Entity[State], ...]
    refused: int
    unbegun: int


def read_files(files: Iterable[str], lifecycles: Mapping[str, AnyLifecycle]) -> FilesRead:
    """What is in the files. Raises ``BadInput`` with every fault of every one."""
    entities, faults, refused, unbegun = list[Entity[State]](), list[str](), 0, 0
    for place, text in _documents(files):
        try:
            entity, n = _entity(text, lifecycles)
        except (FaultsError, NotInForce) as bad:
            faults += (f"{place}: {fault}" for fault in faults_of(bad))
        else:
            refused += n
            unbegun += entity is None
            entities += () if entity is None else (entity,)
    if faults:
        raise BadInput("the files of an office", tuple(faults))
    return FilesRead(tuple(entities), refused, unbegun)


def _documents(files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Each document with its place: a file, or, where the first line is one by itself, each of the lines."""
    for place in files:
        text = read(place)
        lines = [(n, line) for n, line in enumerate(text.split(b"\n"), 1) if line.strip()]
        if len(lines) > 1 and _is_whole(lines[0][1]):
            yield from ((f"{place}, line {n}", line) for n, line in lines)
        else:
            yield place, text


def _is_whole(line: bytes) -> bool:
    try:
        parse(line)
    except BadDocument:
        return False
    return True


def _entity(text: bytes, lifecycles: Mapping[str, AnyLifecycle]) -> tuple[Entity[State] | None, int]:
    """The case of a case file with how many of its steps were refused, or the entity of a document."""
    data = parse(text)
    if isinstance(data, dict) and "document" in data:
        lifecycle = process_from(cast("dict[str, object]", data).get("process"), "process", lifecycles)
        return Codec(lifecycle).entity_from(text), 0
    lived = live(evolve(read_case(text, lifecycles), as_of=None))
    return lived.entity, len(lived.refused)
