"""Columns handed over by the Arrow C stream interface, so that pandas, polars, DuckDB or pyarrow take them at once.

None of them is needed here. The structures of the interface are made by nanoarrow, of the extra ``arrow``: it has no
dependencies, and lets go of them in C, as is needed where an error is under way, or a program at its end.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from itertools import accumulate
from typing import Final, Protocol, cast

from attrs import field, frozen

from prcomm.core.values.display import as_shown

BATCH: Final = 1 << 16
"""How many rows are handed over at once."""
EPOCH: Final = date(1970, 1, 1).toordinal()

Cells = Sequence[object]


class Streaming(Protocol):
    """What hands its columns over."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


class Nanoarrow(Protocol):
    """What is used of nanoarrow."""

    def string(self) -> object: ...

    def int64(self) -> object: ...

    def bool_(self) -> object: ...

    def date32(self) -> object: ...

    def timestamp(self, unit: str, timezone: str) -> object: ...

    def struct(self, fields: Mapping[str, object]) -> object: ...

    def c_schema(self, schema: object) -> object: ...

    def c_array_from_buffers(
        self, schema: object, length: int, buffers: Cells, null_count: int = -1, children: Cells = ()
    ) -> object: ...


class Streams(Protocol):
    """What nanoarrow makes a stream with."""

    def from_c_arrays(self, arrays: list[object], schema: object) -> Streaming: ...


def _bits(values: Cells) -> bytes:
    bits = bytearray((len(values) + 7) // 8)
    for n, value in enumerate(values):
        if value:
            bits[n // 8] |= 1 << n % 8
    return bytes(bits)


def _texts(values: Cells) -> tuple[bytes, ...]:
    encoded = [b"" if value is None else str(value).encode("utf-8", "replace") for value in values]
    return array("i", accumulate(map(len, encoded), initial=0)).tobytes(), b"".join(encoded)


def _whole(values: Cells) -> tuple[bytes, ...]:
    return (array("q", [0 if value is None else cast("int", value) for value in values]).tobytes(),)


def _days(values: Cells) -> tuple[bytes, ...]:
    days = [0 if value is None else cast("date", value).toordinal() - EPOCH for value in values]
    return (array("i", days).tobytes(),)


def _instants(values: Cells) -> tuple[bytes, ...]:
    micro = [0 if value is None else round(cast("datetime", value).timestamp() * 1_000_000) for value in values]
    return (array("q", micro).tobytes(),)


@frozen
class Kind:
    """A kind of column.

    Attributes:
        schema: what Arrow calls it.
        buffers: what its cells come to in memory, besides which of them are there.
    """

    schema: Callable[[Nanoarrow], object]
    buffers: Callable[[Cells], tuple[bytes, ...]]


KINDS: Final[Mapping[type, Kind]] = {
    str: Kind(lambda arrow: arrow.string(), _texts),
    int: Kind(lambda arrow: arrow.int64(), _whole),
    bool: Kind(lambda arrow: arrow.bool_(), lambda values: (_bits(values),)),
    date: Kind(lambda arrow: arrow.date32(), _days),
    datetime: Kind(lambda arrow: arrow.timestamp("us", "UTC"), _instants),
}
"""By the type of its cells, each kind of column."""


@frozen
class Columns:
    """A table by its columns, for whatever reads the Arrow C stream interface.

    Attributes:
        types: by its name each column, with the type of its cells: str, int, bool, date or datetime.
        rows: its rows, each with a cell for every column; ``None`` is an empty one.
    """

    __rich_repr__ = as_shown

    types: Mapping[str, type]
    rows: tuple[tuple[object, ...], ...] = field(repr=lambda rows: f"<{len(rows)}>")

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table as a stream of Arrow, which whoever asks for it owns. Needs the extra ``arrow``."""
        try:
            arrow = cast("Nanoarrow", import_module("nanoarrow"))
            streams = cast("Streams", import_module("nanoarrow.c_array_stream").CArrayStream)
        except ModuleNotFoundError as missing:
            raise ModuleNotFoundError(
                "a table for Arrow needs nanoarrow: pip install 'prcomm[arrow]'", name=missing.name
            ) from None
        schemas = [KINDS[kind].schema(arrow) for kind in self.types.values()]
        schema = arrow.c_schema(arrow.struct(dict(zip(self.types, schemas, strict=True))))
        starts = range(0, len(self.rows), BATCH)
        batches = [self._batch(arrow, schema, schemas, self.rows[start : start + BATCH]) for start in starts]
        return streams.from_c_arrays(batches, schema).__arrow_c_stream__()

    def _batch(self, arrow: Nanoarrow, schema: object, schemas: Cells, rows: tuple[tuple[object, ...], ...]) -> object:
        columns = [
            self._column(arrow, schema, values, KINDS[kind])
            for schema, values, kind in zip(schemas, zip(*rows, strict=True), self.types.values(), strict=True)
        ]
        return arrow.c_array_from_buffers(schema, len(rows), [None], null_count=0, children=columns)

    def _column(self, arrow: Nanoarrow, schema: object, values: Cells, kind: Kind) -> object:
        nulls = sum(value is None for value in values)
        valid = _bits([value is not None for value in values]) if nulls else None
        return arrow.c_array_from_buffers(schema, len(values), [valid, *kind.buffers(values)], null_count=nulls)
