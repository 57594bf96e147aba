"""The quick way of ``prcomm audit``: a file of CSV judged as columns, and Python asked of the cases alone in which
something was found, or which the columns can't judge. It comes to the very same."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import duckdb
from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.columns.audits import SAMPLE, ColumnAuditor
from prcomm.adapters.columns.kernel import Compiled
from prcomm.adapters.columns.registers import Found
from prcomm.adapters.columns.sources import TOGETHER, Opened, Source
from prcomm.adapters.columns.times import quoted, text_of
from prcomm.adapters.registers import AuditedCase, Register, RegisterMapping, Tally
from prcomm.adapters.registers.auditing import Progress
from prcomm.adapters.registers.reading import CSV, with_order
from prcomm.core.values.errors import BadInput

READ: Final = 1 << 24
"""How many bytes are looked at at once."""
PLAIN: Final = frozenset({"utf-8", "utf-8-sig", ""})


class NotPlainError(Exception):
    """A register that is not as plain as the quick way needs it: the other way judges it."""


@frozen(eq=False)
class Quick:
    """A register judged as columns.

    Attributes:
        cases: the cases in which something was found, judged by Python too, in the order of their first lines.
        both: how many cases were judged both ways, and found the same.
    """

    cases: Iterator[AuditedCase]
    both: int


def quickly(
    path: Path, register: Register, mapping: RegisterMapping, at: DateTime, progress: Progress, tally: Tally
) -> Quick | None:
    """A register judged as columns; ``None`` of one that is not plain enough.

    Args:
        path: the file.
        register: the same, opened.
        mapping: how its lines become actions.
        at: the instant as of which it is audited.
        progress: what shows how far it has come.
        tally: where is counted what is gone through.
    """
    try:
        return _judged(path, register, mapping, at, progress, tally)
    except (BadInput, NotPlainError, duckdb.Error, RecursionError):
        return None


def _judged(
    path: Path, register: Register, mapping: RegisterMapping, at: DateTime, progress: Progress, tally: Tally
) -> Quick:
    opened = Opened(_source(path, register, mapping), mapping)
    try:
        _check(path, opened, register, mapping)
        audit = ColumnAuditor(opened, Compiled(mapping.lifecycle, mapping.office), at, sample=SAMPLE)
        several = -(-opened.count() // TOGETHER)

        def shown(found: Iterable[Found]) -> Iterable[Found]:
            return progress(found, "judging", several)

        _, total = audit.judged(shown)
        if total.strange:
            raise NotPlainError
        both = audit.agreed(total)
    except BaseException:
        opened.close()
        raise
    tally.cases, tally.lines = total.cases, total.lines
    tally.left_out, tally.later = total.left_out, total.later
    tally.seen = with_order(register.seen(mapping.columns, mapping.delimiter), audit.order)
    register.close()
    wanted = audit.to_be_told(total)

    def cases() -> Iterator[AuditedCase]:
        try:
            yield from progress(audit.told_by_python(wanted, tally), "judging", len(wanted))
        finally:
            opened.close()

    return Quick(cases(), both)


def _source(path: Path, register: Register, mapping: RegisterMapping) -> Source:
    """The file as DuckDB is to read it: nothing is left for it to guess."""
    seen = register.seen(mapping.columns, mapping.delimiter)
    heads = register.heads(mapping.columns, mapping.delimiter)
    wrong = register.wrong(mapping.needed, mapping.delimiter)
    if register.form != CSV or heads.line != 1 or seen.encoding not in PLAIN or wrong:
        raise NotPlainError
    columns: dict[str, str] = {}
    for n, name in enumerate(heads.names):
        columns[name if name and name not in columns else f"column {n}"] = "VARCHAR"
    told = ", ".join(f"{text_of(name)}: 'VARCHAR'" for name in columns)
    how = f"columns = {{{told}}}, auto_detect = false, header = true, delim = {text_of(heads.delimiter)}"
    more = "quote = '\"', escape = '\"', null_padding = false, strict_mode = true"
    return Source(f"SELECT * FROM read_csv({text_of(str(path))}, {how}, {more})", 2)


def _check(path: Path, opened: Opened, register: Register, mapping: RegisterMapping) -> None:
    """Raise ``NotPlainError`` where a line of the file is not one row, or is one of its heads again."""
    lines, ends = 0, True
    with path.open("rb") as file:
        while chunk := file.read(READ):
            lines += chunk.count(b"\n")
            ends = chunk.endswith(b"\n")
            if b"\r" in chunk.replace(b"\r\n", b"") or b"\x00" in chunk:
                raise NotPlainError
    rows = opened.count()
    first = register.heads(mapping.columns, mapping.delimiter).names[0]
    again = f"SELECT 1 FROM reg WHERE {quoted(opened.columns[0])} = {text_of(first)}"
    empty = f"SELECT 1 FROM reg WHERE coalesce({quoted(mapping.case)}, '') = ''"
    if lines + (not ends) != rows + 1 or opened.some(again) or opened.some(empty):
        raise NotPlainError
