"""What is asked of Arrow here, with types: it brings none of its own."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Protocol, Self, cast

import numpy as np
from numpy.typing import NDArray

from prcomm.adapters.columns.batches import NONE, Bools, Ints


class Column(Protocol):
    """A column of a table."""

    null_count: int

    def fill_null(self, value: object) -> Self: ...
    def combine_chunks(self) -> Self: ...
    def to_numpy(self, zero_copy_only: bool = ...) -> NDArray[np.generic]: ...
    def to_pylist(self) -> list[object]: ...


class Table(Protocol):
    """Columns of one length, by their names."""

    num_rows: int
    column_names: list[str]

    def column(self, name: str) -> Column: ...
    def slice(self, first: int, length: int | None = None) -> Self: ...
    def combine_chunks(self) -> Self: ...
    def to_pylist(self) -> list[dict[str, object]]: ...
    def __len__(self) -> int: ...


class Tables(Protocol):
    """What makes tables."""

    def from_batches(self, batches: Sequence[object]) -> Table: ...
    def from_pydict(self, columns: Mapping[str, object], schema: object = ...) -> Table: ...


_Of = Table


class _Coded(Protocol):
    def from_arrays(self, codes: object, words: object) -> object: ...


class _Arrow(Protocol):
    @property
    def Table(self) -> Tables: ...  # noqa: N802  # its own name
    def concat_tables(self, tables: "Sequence[_Of]") -> "_Of": ...
    @property
    def DictionaryArray(self) -> _Coded: ...  # noqa: N802  # its own name
    def array(self, values: object, type: object = ..., *, mask: object = ...) -> object: ...
    def schema(self, fields: Iterable[tuple[str, object]]) -> object: ...
    def string(self) -> object: ...
    def int64(self) -> object: ...
    def uint64(self) -> object: ...


arrow = cast("_Arrow", import_module("pyarrow"))


def coded(codes: Ints, words: Sequence[object]) -> object:
    """A column of words, by their numbers."""
    return arrow.DictionaryArray.from_arrays(arrow.array(codes, arrow.int64()), arrow.array([*words], arrow.string()))


def of_hashes(hashes: Iterable[int]) -> Table:
    """A table of hashes."""
    return arrow.Table.from_pydict({"h": arrow.array([*hashes], arrow.uint64())})


def ints(table: Table, name: str) -> Ints:
    """A column of whole numbers; ``NONE`` where there is none."""
    column = table.column(name)
    if column.null_count:
        column = column.fill_null(NONE)
    return np.asarray(column.combine_chunks().to_numpy(zero_copy_only=False)).astype(np.int64, copy=False)


def bools(table: Table, name: str) -> Bools:
    """A column of yes and no."""
    return np.asarray(table.column(name).to_numpy(zero_copy_only=False)).astype(np.bool_, copy=False)
