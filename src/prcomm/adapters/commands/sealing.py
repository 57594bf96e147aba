"""The commands that seal a store, and that tell whether it is as it was sealed."""

import io
import json
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pendulum import now

from prcomm.adapters.commands import wording
from prcomm.adapters.commands.options import command, languages, output
from prcomm.adapters.commands.output import FOUND, Output, guarded
from prcomm.adapters.commands.reading import opened, read
from prcomm.adapters.commands.writing import write_whole
from prcomm.adapters.json import FORMAT
from prcomm.adapters.seal import (
    AgainstHead,
    Broken,
    Head,
    Sealed,
    SignedHead,
    Verified,
    head_of,
    links_of,
    read_head,
    read_links,
    written_links,
)
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput, FaultsError, PrcommError
from prcomm.core.values.messages import joined, scoped

if TYPE_CHECKING:
    from prcomm.adapters.seal.stored import StoreRows

STORE = click.argument("store")
HEADS = click.option("--head", "heads", multiple=True, help="A head of it, kept elsewhere; several name more closely.")
LIST = "listed"
MOST_TOLD = 100
"""How many records are told on a terminal; JSON has all."""


@command(example="prcomm verify cases.sqlite --head head.json --key public.pem")
@STORE
@HEADS
@click.option("--key", default="", help="The public key of the heads, as a PEM file.")
@click.option("--list", LIST, default="", help="The list that was written with a head: names what was rewritten.")
@languages
def verify(store: str, heads: tuple[str, ...], key: str, listed: str, lang: str, as_json: bool) -> None:
    """Whether STORE is as it was written, and as it was when its heads were sealed.

    STORE is a SQLite file, or the address of a database, as postgresql+psycopg:///cases. Every record is followed from
    the one before it, and every one with which something is wrong is named. Without a head kept where nobody who writes
    to the store can reach it, this does not tell of a history that was rewritten whole.

    Exit status: 0 if all holds, 1 if something is wrong, 2 if it can't be told: the store or a head can't be read, or
    the key has not signed it.
    """
    out = output(lang, as_json)

    def told() -> bool:
        asked = _heads(heads, key, out)
        sealed = _listed(listed)
        with _rows(store, out) as rows:
            found = rows.verify(heads=asked, sealed=sealed)
        if out.json:
            out.data(_as_json(found, out))
        else:
            _write(out, found, unsigned=bool(asked) and not key)
        return not found.holds

    guarded(told, out)


@command(example="prcomm seal cases.sqlite --key private.pem --to head.json")
@STORE
@click.option("--key", default="", help="The private key, as a PEM file; without it the head is not signed.")
@click.option(
    "--password",
    default=None,
    envvar="PRCOMM_KEY_PASSWORD",
    show_envvar=True,
    help="The password of the key; better by the variable.",
)
@HEADS
@click.option(
    "--list", LIST, default=None, type=click.Path(dir_okay=False, path_type=Path),
    help="A file to write: the list of what is sealed, to be kept with the head.",
)  # fmt: skip
@languages
def seal(
    store: str, key: str, password: str | None, heads: tuple[str, ...], listed: Path | None, lang: str, as_json: bool
) -> None:
    """The head of STORE as it stands, to be kept where nobody who writes to the store can reach it.

    The head is a document: a root over all records, how many there are, and when; with --key it is signed. Nothing is
    sealed that does not hold: the records are followed first, and compared with the older heads that are given.

    Exit status: 1 if something is wrong, so that nothing was sealed.
    """
    out = output(lang, as_json)

    def made() -> bool:
        sign = _signing(key, password, out) if key else None
        older = _heads(heads, "", out)
        with _rows(store, out, placing=True) as rows:
            at, sealed = now("UTC"), tuple(links_of(rows.records(placed=True)))
            found = rows.verify(heads=older)
        if not found.holds:
            told = out.beside
            _write(told, found, unsigned=False)
            told.done()
            sys.exit(FOUND)
        head = head_of((one.link for one in sealed), at)
        if listed is not None:
            write_whole(listed, "".join(written_links(sealed)).encode())
        out.document(json.dumps((sign(head) if sign else head).document(), indent=2) + "\n")
        later = found.records - head.count
        out.aside(joined(wording.RECORDS(n=head.count), wording.NOT_SEALED(n=later) if later else ""))
        return False

    guarded(made, out)


def _rows(store: str, out: Output, *, placing: bool = False) -> "AbstractContextManager[StoreRows]":
    """The rows of a store; if they are to be sealed, each with its place."""
    try:
        from prcomm.adapters.seal.stored import place, rows_of
    except ImportError as missing:
        out.bad(missing)
    if placing:
        place(store)
    return rows_of(store)


def _heads(files: Iterable[str], key: str, out: Output) -> tuple[Head, ...]:
    """The heads in files, each as it was signed, if there is a key. Raises ``BadInput`` with every fault."""
    check = _checking(key, out) if key else None
    heads, faults = list[Head](), list[str]()
    for file in files:
        try:
            one = read_head(read(file))
            if check is None:
                heads.append(one.head if isinstance(one, SignedHead) else one)
            elif isinstance(one, SignedHead):
                heads.append(check(one))
            else:
                faults.append(wording.OF(name=file, fault=wording.NOT_SIGNED()))
        except FaultsError as bad:
            faults += (wording.OF(name=file, fault=fault) for fault in bad.faults)
        except PrcommError as bad:
            faults.append(wording.OF(name=file, fault=getattr(bad, "sentence", str(bad))))
    if faults:
        raise BadInput(wording.HEADS(), tuple(faults))
    return tuple(heads)


def _checking(key: str, out: Output) -> "Callable[[SignedHead], Head]":
    """What tells whether a head is signed by the key in a file."""
    try:
        from prcomm.adapters.seal import signing
    except ImportError as missing:
        out.bad(missing)
    public = signing.public_key(read(key))
    return lambda head: signing.verified(head, public)


def _signing(key: str, password: str | None, out: Output) -> "Callable[[Head], SignedHead]":
    """What signs a head with the key in a file."""
    try:
        from prcomm.adapters.seal import signing
    except ImportError as missing:
        out.bad(missing)
    private = signing.private_key(read(key), None if password is None else password.encode())
    return lambda head: signing.signed(head, private)


def _listed(file: str) -> tuple[Sealed, ...]:
    """The list of what was sealed in a file."""
    if not file:
        return ()
    with opened(file) as lines, io.TextIOWrapper(lines, "utf-8", newline="") as text:
        return read_links(text)


# -- what is told


def _write(out: Output, found: Verified, *, unsigned: bool) -> None:
    said = wording.ALL_FOLLOW() if not found.broken else wording.BROKEN(n=len(found.broken))
    out.line(joined(wording.RECORDS(n=found.records), wording.CASES(n=found.cases), said), bold=True)
    for one in found.heads:
        out.line(_of_head(one))
    if not found.heads:
        out.line(wording.NO_HEAD())
    if unsigned:
        out.line(wording.UNSIGNED())
    rows = tuple((_name(one.process), one.case, _which(one), one.flaw.value()) for one in found.broken[:MOST_TOLD])
    if rows:
        out.sheets([Sheet("", (wording.PROCESS, wording.CASE, wording.RECORD, wording.WHAT_IS_WRONG), rows)])
    if len(found.broken) > MOST_TOLD:
        out.line(wording.AND_MORE(n=len(found.broken) - MOST_TOLD))
    if not found.broken:
        _write_suspects(out, next((one for one in found.heads if not one.holds), None))


def _of_head(one: AgainstHead) -> str:
    words = {"n": one.head.count, "at": one.head.at.in_timezone("UTC")}
    if one.holds:
        return wording.HEAD_HOLDS(**words)
    return joined(wording.HEAD_FAILS(**words), wording.FEWER(n=one.fewer) if one.fewer else "")


def _write_suspects(out: Output, one: AgainstHead | None) -> None:
    """Among which records the one is that was rewritten, where no chain says so."""
    if one is None or not one.suspects:
        return
    rows = tuple((_name(process), case, str(version)) for process, case, version in one.suspects[:MOST_TOLD])
    caption = wording.AMONG_THESE()
    out.sheets([Sheet(caption, (wording.PROCESS, wording.CASE, wording.RECORD), rows)])
    if len(one.suspects) > MOST_TOLD:
        out.line(wording.AND_MORE(n=len(one.suspects) - MOST_TOLD))


def _name(process: str) -> str:
    """What a process is called."""
    return scoped(process, process, "process")


def _which(one: Broken) -> str:
    return f"{one.version}–{one.last}" if one.last else str(one.version)


def _as_json(found: Verified, out: Output) -> dict[str, object]:
    return {
        "prcomm": FORMAT,
        "holds": found.holds,
        "records": found.records,
        "cases": found.cases,
        "root": found.root.hex(),
        "broken": [
            {"process": one.process, "case": one.case, "record": one.version, "last": one.last or one.version,
             "flaw": one.flaw.name, "text": out.say(one.flaw.value)}
            for one in found.broken
        ],
        "heads": [
            {"root": one.head.root.hex(), "count": one.head.count, "at": one.head.at.isoformat(), "holds": one.holds,
             "fewer": one.fewer, "after": one.after,
             "suspects": [{"process": of[0], "case": of[1], "record": of[2]} for of in one.suspects]}
            for one in found.heads
        ],
    }  # fmt: skip
