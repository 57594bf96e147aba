"""The same audit on Spark: the lines of a case are brought together, and each part is judged by a worker of its own.

Nothing of Spark is imported here; workers need Python with the extra ``columns``. DuckDB sorts within a worker, and
spills to its disk: what must fit into the memory of a worker is one batch of lines, and what is found in its part.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol, Self, TypeVar, cast

from pendulum import DateTime

from prcomm.adapters.columns.arrows import arrow
from prcomm.adapters.columns.audits import COLUMNS, audit
from prcomm.adapters.columns.sources import Source
from prcomm.adapters.columns.times import quoted, text_of
from prcomm.adapters.registers import read_mapping
from prcomm.core.values.errors import BadInput
from prcomm.processes import PROCESSES, AnyLifecycle

SCHEMA: Final = "`case` string, line bigint, kind string, name string, reasons string, key string, last string"
"""The columns of what is found, as Spark writes a schema."""
SAMPLE: Final = 100
"""How many cases of a partition are judged both ways, unless more or fewer are asked for."""
Processes = Callable[[], Mapping[str, AnyLifecycle]]
Judge = Callable[[Iterator[object]], Iterator[object]]


class SparkFrame(Protocol):
    """What is asked of a ``pyspark.sql.DataFrame``."""

    @property
    def columns(self) -> list[str]: ...
    def repartition(self, partitions: int, by: str, /) -> Self: ...
    def mapInArrow(self, judge: Judge, schema: str) -> Self: ...  # noqa: N802  # its own name


Frame = TypeVar("Frame", bound=SparkFrame)


class _Batch(Protocol):
    num_rows: int
    schema: object


class _Writer(Protocol):
    def write_batch(self, batch: object) -> None: ...
    def close(self) -> None: ...


class _Parquet(Protocol):
    def ParquetWriter(self, where: str, schema: object, *, compression: str) -> _Writer: ...  # noqa: N802  # its own name


class _Findings(Protocol):
    def cast(self, schema: object) -> Self: ...
    def to_batches(self) -> list[object]: ...


def of_the_law() -> Mapping[str, AnyLifecycle]:
    """The processes of this library, looked up by the worker that judges."""
    return PROCESSES


def on_spark(
    frame: Frame, mapping: str, at: DateTime | None = None, *, line: str, partitions: int, sample: int = SAMPLE,
    memory: str = "1GB", processes: Processes = of_the_law,
) -> Frame:  # fmt: skip
    """Audit a register that Spark holds: what ``columns.audit`` finds of it, as a frame of the columns of ``SCHEMA``.

    Raises ``BadDocument`` for a mapping that can't be read, and ``BadInput`` for a frame without the columns that it
    needs, or a mapping that does not say the order of its lines (no partition sees the whole). In a worker
    ``DisagreementError`` ends the job, with the case that is judged differently both ways.

    Args:
        frame: the register, one line a row.
        mapping: how its lines become actions: the text of the mapping. Each worker reads it for itself.
        at: the instant as of which it is audited; ``None`` for each case that of its own last line.
        line: the column with the number of each line, in the order in which they were written.
        partitions: into how many parts the cases are divided: about one for each two million lines.
        sample: how many cases of each part are judged both ways.
        memory: how much memory DuckDB may use in a worker, as ``1GB``; what is more goes to its disk.
        processes: gives the lifecycles that the mapping may name, in the worker: a function that Spark can send there.
    """
    read = read_mapping(mapping, processes())
    missing = [name for name in (*read.needed, line) if name not in frame.columns]
    faults = [f"the frame has no column {name!r}" for name in dict.fromkeys(missing)]
    if read.order is None:
        faults.append("order: the mapping says in which order the lines of a case stand")
    if partitions < 1:
        faults.append(f"partitions: at least one, not {partitions}")
    if faults:
        raise BadInput("columns", tuple(faults))
    return frame.repartition(partitions, read.case).mapInArrow(
        partial(judged, mapping=mapping, at=at, line=line, sample=sample, memory=memory, processes=processes), SCHEMA
    )


def judged(
    batches: Iterator[object], *, mapping: str, at: DateTime | None, line: str, sample: int, memory: str,
    processes: Processes,
) -> Iterator[object]:  # fmt: skip
    """What is found in a part that holds whole cases, as batches of Arrow: what a worker does.

    Args:
        batches: its lines, as batches of Arrow.
        mapping: the text of the mapping.
        at: the instant as of which it is audited.
        line: the column with the number of each line.
        sample: how many cases are judged both ways.
        memory: how much memory DuckDB may use.
        processes: gives the lifecycles that the mapping may name.
    """
    with TemporaryDirectory(prefix="prcomm-") as place:
        file = Path(place) / "part.parquet"
        if not _written(batches, file):
            return
        name = quoted(line)
        query = f"SELECT * EXCLUDE ({name}), CAST({name} AS BIGINT) AS line_ FROM read_parquet({text_of(str(file))})"
        source = Source(query, number=0)
        found = audit(source, read_mapping(mapping, processes()), at, sample=sample, threads=1, memory=memory)
        plain = arrow.schema((name, arrow.int64() if name == "line" else arrow.string()) for name in COLUMNS)
        yield from cast("_Findings", found.findings).cast(plain).to_batches()


def _written(batches: Iterator[object], file: Path) -> bool:
    """Write the lines of a part to a file; whether there are any."""
    writer: _Writer | None = None
    parquet = cast("_Parquet", import_module("pyarrow.parquet"))
    try:
        for batch in batches:
            if not cast("_Batch", batch).num_rows:
                continue
            writer = writer or parquet.ParquetWriter(str(file), cast("_Batch", batch).schema, compression="zstd")
            writer.write_batch(batch)
    finally:
        if writer is not None:
            writer.close()
    return writer is not None
