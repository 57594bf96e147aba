"""Registers that DuckDB reads: CSV, Parquet, JSON lines, a table or a query; coded, sorted, and spilled to disk."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final, cast

import duckdb
import numpy as np
from attrs import frozen

from prcomm.adapters.columns.arrows import Table, arrow, of_hashes
from prcomm.adapters.columns.batches import Ints
from prcomm.adapters.columns.layouts import Layout
from prcomm.adapters.columns.times import Times, quoted, text_of
from prcomm.adapters.registers import RegisterMapping
from prcomm.adapters.registers.lines import Cells, RegisterLine, clean
from prcomm.core.values.errors import BadInput

MOST_WORDS: Final = 20_000
"""How many words of a column are told apart at most."""
PLAIN: Final = r"[!-~\x{0400}-\x{0482}\x{048A}-\x{04FF}\x{02BB}\x{02BC}\x{2018}\x{2019}\x{2116}]"
PLAIN_OR_BLANK: Final = PLAIN.replace("!", " ", 1)
"""Letters, digits and signs that stand for themselves: composed, to be seen, and no blanks."""
TOGETHER: Final = 60_000
"""How many lines are judged at once: columns of so many stay in the processor's cache."""
READ: Final = 1_000_000
"""How many lines are asked for at once."""


@frozen
class Source:
    """A register as a relation.

    Attributes:
        query: what DuckDB reads, as a query.
        number: the number of its first line.
    """

    query: str
    number: int = 1


def source_of(path: Path, delimiter: str = "") -> Source:
    """The register in a file: CSV, JSON lines or Parquet, by its name."""
    file = text_of(str(path))
    if path.suffix.lower() in (".parquet", ".pq"):
        number = "* EXCLUDE (file_row_number), file_row_number AS line_"
        return Source(f"SELECT {number} FROM read_parquet({file}, file_row_number = true)")
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        how = "format = 'newline_delimited', convert_strings_to_integers = false"
        return Source(f"SELECT * FROM read_json({file}, {how})")
    how = "header = true, all_varchar = true, quote = '\"', escape = '\"', null_padding = false"
    delim = f", delim = {text_of(delimiter)}" if delimiter else ""
    return Source(f"SELECT * FROM read_csv({file}, {how}{delim})", 2)


class Opened:
    """A register that DuckDB has open, with its columns coded for a layout.

    Args:
        source: what is read: a path, or a relation of DuckDB.
        mapping: how its lines become actions.
        threads: how many threads DuckDB may use; 0 for as many as there are cores.
        memory: how much memory, as ``2GB``; empty for four fifths of what there is. What is more goes to disk.
    """

    def __init__(self, source: Source, mapping: RegisterMapping, threads: int = 0, memory: str = "") -> None:
        self.source, self.mapping = source, mapping
        self._place = TemporaryDirectory(prefix="prcomm-")
        self.connection = duckdb.connect(str(Path(self._place.name) / "register.duckdb"))
        self.words: dict[str, tuple[int, int]] = {}  # of a column the number of its words' type, and how many they are
        self.columns: tuple[str, ...] = ()
        self.types: dict[str, str] = {}
        try:
            self._open(threads, memory)
        except BaseException:
            self.close()
            raise

    def _open(self, threads: int, memory: str) -> None:
        run, query = self.connection.execute, self.source.query
        run(f"SET temp_directory = {text_of(self._place.name)}")
        run("SET preserve_insertion_order = true")
        if threads:
            run(f"SET threads = {threads}")
        if memory:
            run(f"SET memory_limit = {text_of(memory)}")
        names = [str(one[0]) for one in run(f"DESCRIBE {query}").fetchall()]
        self.columns = tuple(name for name in names if name != "line_")
        if "line_" in names:
            run(f"CREATE VIEW reg AS {query}")
        else:
            run(f"CREATE TABLE kept AS {query}")
            run("CREATE VIEW reg AS SELECT *, rowid AS line_ FROM kept")
        self.types = {str(one[0]): str(one[1]) for one in run("DESCRIBE reg").fetchall()}

    def __enter__(self) -> "Opened":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what it keeps."""
        self.connection.close()
        self._place.cleanup()

    def missing(self) -> tuple[str, ...]:
        """The columns that the mapping needs and the register has not."""
        return tuple(name for name in self.mapping.needed if name not in self.types)

    def text(self, column: str) -> str:
        """A column as text, as a line of a register has it, in SQL."""
        name = quoted(column)
        return name if self.types[column] == "VARCHAR" else f"CAST({name} AS VARCHAR)"

    def count(self) -> int:
        """How many lines it has."""
        return self._number("SELECT count(*) FROM reg")

    def _number(self, query: str) -> int:
        row = self.connection.execute(query).fetchone()
        return 0 if row is None else int(cast("int", row[0]))

    # -- coding

    def code(self, layout: Layout) -> None:
        """Have the words of the columns numbered that are told apart. Raises ``BadInput`` where they are too many."""
        for name in layout.exact:
            if name in self.words:
                continue
            most = MOST_WORDS + 1
            query = f"SELECT DISTINCT {self.text(name)} AS w FROM reg WHERE {quoted(name)} IS NOT NULL LIMIT {most}"
            words = sorted(str(one[0]) for one in self.connection.execute(query).fetchall())
            if len(words) == most:
                raise BadInput("columns", (f"{name!r} is to be told apart, and has more than {MOST_WORDS} words",))
            given = ", ".join(map(text_of, words)) or "''"
            self.connection.execute(f"CREATE TYPE words_{len(self.words)} AS ENUM ({given})")
            self.words[name] = len(self.words), len(words) + 1

    def _coded(self, layout: Layout) -> str:
        """One number for what is told apart of a line, in SQL."""
        parts, size = ["0"], 1
        for name in layout.exact:
            number, several = self.words[name]
            code = f"enum_code(CAST({self.text(name)} AS words_{number}))::BIGINT + 1"
            parts.append(f"coalesce({code}, 0) * {size}")
            size *= several
        for name in (*layout.texts, *(column for column, _ in layout.times.values())):
            parts.append(f"(coalesce({self.text(name)}, '') <> '')::BIGINT * {size}")
            size *= 2
        if size >= 1 << 62:
            raise BadInput("columns", ("too much of a line is told apart",))
        return " + ".join(parts)

    def some(self, query: str) -> bool:
        """Whether a query has any row."""
        return self.connection.execute(f"{query} LIMIT 1").fetchone() is not None

    # -- reading

    def lines(self, layout: Layout, offset: int | None, together: int = READ, part: int = 1) -> Iterator[object]:
        """The lines, coded, by case and in order, so many at a time: ``case``, ``check``, ``line``, ``us``, ``told``,
        ``odd``, and for each time and day on file a column of its own; of every so many cases one, if that is asked."""
        mapping = self.mapping
        written = (mapping.format,) if mapping.format else ()
        days = (mapping.day_format,) if mapping.day_format else (*written, "%Y-%m-%d") if written else ()
        times = Times(self.types, self.some, offset)
        us, bad = times.read(layout.at, written)
        odd = [
            f"({bad})",
            *(self._odd(name) for name in layout.texts if name != mapping.case),
        ]  # that is strange itself
        columns = [f"{us} AS us", f"{self._coded(layout)} AS told"]
        more = [
            (f"t{n}", name, written if how == "at" else days) for n, (name, how) in enumerate(layout.times.values())
        ]
        more += [(f"f{n}", name, days) for n, name in enumerate(layout.on_file.values())]
        more += [(f"e{n}", name, written) for n, name in enumerate(filter(None, (layout.first, layout.last)))]
        for called, name, how in more:
            value, wrong = times.read(name, how)
            columns.append(f"{value} AS {called}")
            odd.append(f"(coalesce({self.text(name)}, '') <> '' AND {wrong})")
        case = self.text(mapping.case)
        columns += [f"({' OR '.join(odd)}) AS odd", f"{self._odd(mapping.case)} AS strange"]
        hashes = f"hash({case}) >> 1 AS h, hash({case}, 1) AS check_"
        some = f" WHERE hash({case}, 2) % {part} = 0" if part > 1 else ""
        query = f"SELECT {hashes}, line_, {', '.join(columns)} FROM reg{some} ORDER BY h, line_"
        yield from self.connection.cursor().sql(query).to_arrow_reader(together)

    def _odd(self, name: str) -> str:
        """Whether a cell may not be as it is to be compared: blanks at its ends, or what is no plain letter."""
        text = self.text(name)
        return f"NOT regexp_full_match(coalesce({text}, ''), '({PLAIN}({PLAIN_OR_BLANK}*{PLAIN})?)?')"

    def cells(self, lines: Sequence[int]) -> Mapping[int, Cells]:
        """What some lines hold."""
        found = self._fetched(f"line_ IN ({', '.join(map(str, lines)) or 'NULL'})")
        return {number: cells for _, number, _, cells in found}

    def cases(self, hashes: Sequence[int]) -> Mapping[str, tuple[RegisterLine, ...]]:
        """The lines of some cases, by their names, in the order of the register."""
        return {name: lines for (name, _), lines in self.cases_of(hashes).items()}

    def cases_of(self, hashes: Sequence[int]) -> Mapping[tuple[str, int], tuple[RegisterLine, ...]]:
        """The same by their names and hashes."""
        if not hashes:
            return {}
        self.connection.register("wanted", of_hashes(hashes))
        h = f"hash({self.text(self.mapping.case)}) >> 1"
        cases: dict[tuple[str, int], list[RegisterLine]] = {}
        for whole, number, hashed, cells in self._fetched(f"{h} IN (SELECT h FROM wanted)", h):
            line = RegisterLine(number + self.source.number, cells, whole)
            cases.setdefault((self.mapping.case_of(cells), hashed), []).append(line)
        self.connection.unregister("wanted")
        return {name: tuple(lines) for name, lines in cases.items()}

    def _fetched(self, which: str, h: str = "0") -> Iterator[tuple[int, int, int, Cells]]:
        """By what a line is known if it is repeated, its number, the hash of its case, and what it holds."""
        names = self.columns
        needed = [name for name in dict.fromkeys(self.mapping.columns) if name in self.types]
        texts = ", ".join(self.text(name) for name in names)
        query = f"SELECT line_, {h}, {texts} FROM reg WHERE {which} ORDER BY line_"
        for line, hashed, *cells in self.connection.execute(query).fetchall():
            held = {
                name: clean(cast("str", cell)) if cell is not None else ""
                for name, cell in zip(names, cells, strict=True)
            }
            yield hash(tuple(held.values())), int(line), int(hashed), {name: held[name] for name in needed}

    def names(self, lines: Ints) -> list[object]:
        """The names of the cases of some lines, in their order."""
        if not len(lines):
            return []
        columns = {"n": arrow.array(np.arange(len(lines))), "line_": arrow.array(lines)}
        self.connection.register("wanted", arrow.Table.from_pydict(columns))
        case = self.text(self.mapping.case)
        query = f"SELECT {case} AS name FROM wanted JOIN reg USING (line_) ORDER BY n"
        found = cast("Table", self.connection.sql(query).to_arrow_table())
        self.connection.unregister("wanted")
        return found.column("name").to_pylist()
