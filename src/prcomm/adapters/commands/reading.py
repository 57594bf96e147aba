"""Files that the command line reads."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import chain
from typing import BinaryIO, Final, cast

import click
from attrs import evolve, frozen

from prcomm.adapters.case_files import live, read_case
from prcomm.adapters.commands import wording
from prcomm.adapters.commands.options import LONGEST, MOST
from prcomm.adapters.fields import faults_of, process_from
from prcomm.adapters.json import BadDocument, Codec, parse
from prcomm.core.table.entities import Entity, State
from prcomm.core.values.errors import BadInput, FaultsError, NotInForce
from prcomm.processes import AnyLifecycle

MARK: Final = b"\xef\xbb\xbf"
"""What some editors put before a text."""


def opened(file: str) -> AbstractContextManager[BinaryIO]:
    """A file as bytes, or standard input."""
    return cast("AbstractContextManager[BinaryIO]", click.open_file(file, "rb"))


def read(file: str) -> bytes:
    """A document: what is in a file, or comes from standard input, without the mark that some editors put before it.

    Raises ``BadInput`` for one longer than ``--most`` says.
    """
    with opened(file) as lines:
        return _bounded(file, lines.read(_most() + 1)).removeprefix(MARK)


def _most() -> int:
    """How long a document may be."""
    context = click.get_current_context(silent=True)
    return LONGEST if context is None else cast("int", context.meta.get(MOST, LONGEST))


def _bounded(place: str, text: bytes) -> bytes:
    if len(text) > _most():
        raise BadInput(place, (wording.TOO_LONG(n=_most(), option="--most"),))
    return text


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
    for file in files:
        try:
            for place, text in _documents(file):
                try:
                    entity, n = _entity(text, lifecycles)
                except (FaultsError, NotInForce) as bad:
                    faults += (f"{place}: {fault}" for fault in faults_of(bad))
                else:
                    refused += n
                    unbegun += entity is None
                    entities += () if entity is None else (entity,)
        except BadInput as bad:  # it is too long, or a line of it
            faults += (f"{bad.what}: {fault}" for fault in bad.faults)
    if faults:
        raise BadInput("the files of an office", tuple(faults))
    return FilesRead(tuple(entities), refused, unbegun)


def _documents(place: str) -> Iterator[tuple[str, bytes]]:
    """Each document of a file with its place: the whole, or, where the first line is one by itself, each of the lines.
    Of these no more is kept than one."""
    with opened(place) as file:
        lines = _lines(place, file)
        first = next(lines, None)
        second = next(lines, None) if first is not None and _is_whole(first[1]) else None
        if first is None:
            yield place, b""
        elif second is None:
            yield place, _bounded(place, b"\n" * (first[0] - 1) + first[1] + file.read(_most() + 1))
        else:
            yield from ((f"{place}, line {n}", line) for n, line in chain((first, second), lines))


def _lines(place: str, file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, each with its number."""
    n, line = 1, _bounded(place, file.readline(_most() + 1)).removeprefix(MARK)
    while line:
        if line.strip():
            yield n, line
        n, line = n + 1, _bounded(f"{place}, line {n + 1}", file.readline(_most() + 1))


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
