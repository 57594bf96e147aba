"""Days and instants of a register, as SQL reads them: where they are written to the digit as it would write them.

What is not is left to Python: a reading that is more generous than the library's own would be a guess.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen

FORMATS: Final = (
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S.%f",
)  # fmt: skip
"""How an instant may be written where the mapping does not say; any other is one for Python."""
LOOKED_AT: Final = 10_000
"""Among how many cells of a column it is seen how it is written; what is written otherwise is for Python."""
OF_AN_HOUR: Final = tuple(one for one in FORMATS if one.endswith(("%M", "%S", "%f")) and one.startswith("%Y"))


def quoted(name: str) -> str:
    """A name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def text_of(value: str) -> str:
    """A text in SQL."""
    return "'" + value.replace("'", "''") + "'"


@frozen
class Times:
    """How the times of a register are read.

    Attributes:
        types: the type of each column.
        some: whether a query has any row.
        offset: by how many microseconds the office's clock is before UTC; ``None`` where that changes.
    """

    types: Mapping[str, str]
    some: Callable[[str], bool]
    offset: int | None

    def read(self, name: str, written: Sequence[str]) -> tuple[str, str]:
        """The microseconds since 1970 of a column, and whether they can't be told, in SQL.

        Args:
            name: the column.
            written: the formats in which it may be written; none for ISO 8601, or as 18.03.2026 10:00.
        """
        kind, text = self.types[name], quoted(name)
        if kind == "TIMESTAMP WITH TIME ZONE":
            return f"epoch_us({text})", f"{text} IS NULL"
        if kind.startswith("TIMESTAMP") or kind == "DATE":
            return f"epoch_us({text}::TIMESTAMP) - {self.offset or 0}", f"({text} IS NULL OR {self.offset is None})"
        if kind != "VARCHAR":
            return "NULL::BIGINT", "true"
        local = self._on_the_clock(text, written)
        read = local if written else self._with_an_offset(text, local)
        return read, f"({read}) IS NULL"

    def _on_the_clock(self, text: str, written: Sequence[str]) -> str:
        """An instant that is written as the office's clock shows it."""
        if self.offset is None:
            return "NULL::BIGINT"
        given = f"SELECT 1 FROM (SELECT {text} FROM reg WHERE {text} <> '' LIMIT {LOOKED_AT})"
        used = [one for one in written or FORMATS if self.some(f"{given} WHERE {parsed(text, one)} IS NOT NULL")]
        read = ", ".join(parsed(text, one) for one in used)
        return f"coalesce({read}) - {self.offset}" if used else "NULL::BIGINT"

    def _with_an_offset(self, text: str, local: str) -> str:
        """An instant that may be written with its offset."""
        ends = f"substr({text}, len({text}) - 5, 1) IN ('+', '-') AND substr({text}, len({text}) - 2, 1) = ':'"
        if not self.some(f"SELECT 1 FROM (SELECT {text} FROM reg WHERE {text} <> '' LIMIT {LOOKED_AT}) WHERE {ends}"):
            return local
        clock = ", ".join(parsed(f"left({text}, len({text}) - 6)", one) for one in OF_AN_HOUR)
        sign = f"CASE WHEN substr({text}, len({text}) - 5, 1) = '-' THEN -1 ELSE 1 END"
        hours = f"try_cast(substr({text}, len({text}) - 4, 2) AS BIGINT)"
        minutes = f"({hours} * 60 + try_cast(right({text}, 2) AS BIGINT)) * 60000000"
        return f"CASE WHEN {ends} THEN coalesce({clock}) - ({sign}) * {minutes} ELSE {local} END"


def parsed(text: str, written: str) -> str:
    """A text read by a format, where it is written so to the digit, in SQL."""
    read = f"try_strptime({text}, {text_of(written)})"
    again = f"strftime({read}, {text_of(written)})"
    same = f"rtrim({again}, '0') = rtrim({text}, '0')" if written.endswith("%f") else f"{again} = {text}"
    return f"CASE WHEN {same} THEN epoch_us({read}) END"
