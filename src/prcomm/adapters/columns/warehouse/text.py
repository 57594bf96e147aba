"""The SQL of a lifecycle: tables of what the library answered, and views that look a register up in them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

import numpy as np
from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.columns.batches import NONE, us_of
from prcomm.adapters.columns.ends import BY_HOURS, BY_NOTHING, Ended, asked_by
from prcomm.adapters.columns.eras import Lifecycle
from prcomm.adapters.columns.kernel import compile as compiled_of
from prcomm.adapters.columns.steps import FOR_PYTHON, NOTHING, Against
from prcomm.adapters.columns.telling import OUT_OF_ORDER
from prcomm.adapters.columns.warehouse.automata import NOT_OWED, UNKNOWN, Automaton, Owed, automaton_of
from prcomm.adapters.columns.warehouse.views import VIEWS
from prcomm.core.calendar import hours
from prcomm.core.questions.audits import FindingKind
from prcomm.core.sources.citations import weakest
from prcomm.core.sources.people import Office

FIRST: Final = date(1970, 1, 1)


class Dialect(StrEnum):
    """In whose words the SQL is written."""

    DUCKDB = "duckdb"
    SPARK = "spark"


Value = str | int | date | datetime | None


def text_of(lifecycle: Lifecycle, office: Office, dialect: Dialect, at: DateTime, since: date) -> str:
    """The SQL of a lifecycle, as statements that end with a semicolon. Raises ``BadInput`` where it has too many steps.

    Args:
        lifecycle: the lifecycle, under the law by which it judges.
        office: whose days and hours count.
        dialect: in whose words.
        at: the instant as of which is judged.
        since: the first day on which terms may begin; they may until ``at``.
    """
    return "\n".join(
        _Text(automaton_of(compiled_of(lifecycle, office)), dialect, at.in_timezone(office.tz), since).parts()
    )


@frozen(eq=False)
class _Text:
    """The text, while it is written."""

    whole: Automaton
    dialect: Dialect
    at: DateTime
    since: date

    def parts(self) -> Iterator[str]:
        tables = list(self._tables())
        yield from self._head()
        yield from tables
        yield from self._views()

    # -- the head

    def _head(self) -> Iterator[str]:
        whole = self.whole
        lifecycle = whole.compiled.lifecycle
        office = whole.compiled.office
        law = f"{lifecycle.law.name} {lifecycle.law.version}"
        yield f"-- {lifecycle.name}: what SQL can say of it ({self.dialect}), by the law of {law}."
        yield f"-- As of {self.at.isoformat()}; terms from {self.since.isoformat()} on; {office.week} days a week."
        yield "--"
        yield "-- It reads a view or table prcomm_register that you make: one line for each action, with the columns"
        yield "--   case_id, line (a number: the order of the lines of a case), action, role,"
        yield "--   done_at (TIMESTAMP on the office's clock, not UTC)" + "".join(
            f", {name}" for name in self._columns()
        )
        for told in whole.alphabet.told:
            if told.words or told.given:
                words = [
                    *(f"{name} (its word)" for name in told.words),
                    *(f"{name} (given or not)" for name in told.given),
                ]
                yield f"--   of {told.action}: {', '.join(words)}"
        yield "-- A line without an action is passed over. Whoever did it is an id and a role; what a text, a day"
        yield "-- or a reference holds is not looked at."
        yield "--"
        yield "-- It makes prcomm_findings (case_id, line, kind, name, reasons, key, last, basis) and"
        yield "-- prcomm_not_judged (case_id, name, why): of these cases, or of this deadline of them, nothing is said."
        yield "-- What is not law is a departure, and never called unlawful; basis is the weakest of what it rests on."
        yield "--"
        yield "-- Not in SQL, and never guessed; prcomm.adapters.columns or lifecycle.audit judges them:"
        several = list(dict.fromkeys((*whole.left_out, *whole.compiled.explain().python)))
        yield from (f"--   {_flat(name)}: {_flat(why)}" for name, why in several)
        if set(whole.to[NOTHING].tolist()) <= {NOTHING, FOR_PYTHON}:
            yield "-- So SQL can't say how any case of it begins, and nothing is judged: use prcomm audit."
        if self.dialect is Dialect.SPARK:
            yield "--"
            yield "-- Spark 4.1 or later. A register of over a million lines, or a case of over a hundred, needs:"
            yield "--   SET spark.sql.cteRecursionRowLimit = -1, SET spark.sql.cteRecursionLevelLimit = -1."

    def _columns(self) -> tuple[str, ...]:
        names = [name for one in self.whole.alphabet.told for name in (*one.words, *one.given)]
        keys = [str(one.deadline.per) for one in self.whole.owed if one.deadline.keyed]
        return tuple(dict.fromkeys((*names, *keys)))

    # -- tables

    def _tables(self) -> Iterator[str]:
        whole = self.whole
        eras = len(whole.compiled.eras)
        yield self._made("prcomm_asked", f"SELECT {self._word(self.at.naive())} AS as_of", kept=False)
        yield self._values("prcomm_said", ("said", "letter"), whole.said.items())
        cells = [
            (node, place // eras, place % eras, int(to), int(whole.against[node, place]))
            for node, row in enumerate(whole.to.tolist()) if node != FOR_PYTHON for place, to in enumerate(row)
        ]  # fmt: skip
        yield self._values("prcomm_steps", ("node", "letter", "era", "leads_to", "found"), cells)
        yield self._values("prcomm_against", ("found", "stands", "kind", "reasons", "kind_late", "reasons_late", "way",
                                              "law", "basis"), self._against())  # fmt: skip
        flags = [
            (str(one.deadline.name), letter, *row)
            for one in whole.owed for letter, row in enumerate(one.flags.T.tolist()) if any(row)
        ]  # fmt: skip
        heads = ("deadline", "letter", "begins_first", "begins", "closes", "meets", "moves")
        yield self._values("prcomm_clocks", heads, flags or [("", -1, 0, 0, 0, 0, 0)])
        yield self._values("prcomm_deadlines", ("deadline", "certain", "provided", "owed_from", "unknown_to", "basis"),
                           [self._deadline(one) for one in whole.owed] or [("", 0, 0, FIRST, FIRST, "")])  # fmt: skip
        terms = list(self._terms(eras))
        yield self._values("prcomm_terms", ("deadline", "node", "letter", "era", "term", "what"),
                           terms or [("", -1, -1, -1, -1, "")])  # fmt: skip
        ends = list(self._ends())
        yield self._values("prcomm_ends", ("deadline", "term", "day", "closes", "last", "last_after"),
                           [("", -1, FIRST, _midnight(FIRST.toordinal()), FIRST, FIRST), *ends])  # fmt: skip

    def _against(self) -> Iterator[tuple[Value, ...]]:
        for number in sorted({0, *np.unique(self.whole.against).tolist()}):
            one = self.whole.compiled.against(number)
            kind = FindingKind.UNLAWFUL if one.law else FindingKind.DEPARTURE
            basis = "" if one.basis is None else one.basis.name
            yield (number, int(number > 0), str(kind), _reasons(one, late=False), str(FindingKind.UNLAWFUL),
                   _reasons(one, late=True), int(one.way), int(one.law), basis)  # fmt: skip

    @staticmethod
    def _deadline(one: Owed) -> tuple[Value, ...]:
        d = one.deadline
        known = [o for o in (d.first_day, d.first.day if d.first and not d.first.unknown else None) if o is not None]
        unknown = d.first.day if d.first and d.first.unknown else FIRST
        return (str(d.name), int(d.certain), int(bool(d.provided)), max([_day(o) for o in known], default=FIRST),
                _day(unknown), weakest(d.cites).name if d.cites else "")  # fmt: skip

    def _terms(self, eras: int) -> Iterator[tuple[Value, ...]]:
        """By the node in which a case ends, and the letter that begins it: only where something may be owed."""
        for one in self.whole.owed:
            what = [self._what(one, n) for n in range(len(one.terms))]
            for node, place in np.argwhere(one.of != NOT_OWED).tolist():
                number = int(one.of[node, place])
                said = "unknown" if number == UNKNOWN else what[number]
                yield str(one.deadline.name), node, place // eras, place % eras, number, said

    def _what(self, one: Owed, n: int) -> str:
        """Whether a term has a day, none, or one that is not named yet."""
        if asked_by(one.terms[n]) != BY_NOTHING:
            return "day"
        ended = self._ended(one, n, [self.at.toordinal()], 12)
        return "unknown" if ended.unknown[0] else "undated" if ended.undated[0] else "none"

    def _ends(self) -> Iterator[tuple[Value, ...]]:
        """Where terms end, by the day on which they begin, and for those of a working day by whether it was over."""
        office = self.whole.compiled.office
        table = self.whole.compiled.lifecycle.law.calendar.of(office)
        days = list(range(self.since.toordinal(), self.at.toordinal() + 1))
        for one in self.whole.owed:
            for n, term in enumerate(one.terms):
                way = asked_by(term)
                if way == BY_NOTHING:
                    continue
                before = _days(self._ended(one, n, days, 0))
                after = _days(self._ended(one, n, days, 24)) if way == BY_HOURS else before
                for o, last, last_after in zip(days, before, after, strict=True):
                    if last is None or last_after is None:
                        continue
                    closes = hours.closing(o, table, office).naive() if table.works(o) else _midnight(o)
                    yield (str(one.deadline.name), n, date.fromordinal(o), closes if way == BY_HOURS else None, last,
                           last_after)  # fmt: skip

    def _ended(self, one: Owed, n: int, days: Sequence[int], hour: int) -> Ended:
        """Where a term ends that begins on some days, at their first or their last minute."""
        tz = self.whole.compiled.office.tz
        minutes = min(hour * 60, 24 * 60 - 1)
        at = [us_of(DateTime.combine(date.fromordinal(o), time(minutes // 60, minutes % 60), tz)) for o in days]
        ends = one.dues.ends
        number = np.full(len(days), ends.number(one.terms[n]), np.int64)
        return ends.of(number, np.array(days, np.int64), np.array(at, np.int64))

    # -- views

    def _views(self) -> Iterator[str]:
        starts = self.whole.compiled.eras.starts
        eras = " ".join(
            f"WHEN CAST(done_at AS DATE) < {self._word(date.fromordinal(o))} THEN {n}" for n, o in enumerate(starts)
        )
        era = f"CASE {eras} ELSE {len(starts)} END" if eras else "0"
        keys = " ".join(
            f"WHEN {self._word(str(one.deadline.name))} THEN CAST(w.{self._name(str(one.deadline.per))} AS STRING)"
            for one in self.whole.owed if one.deadline.keyed
        )  # fmt: skip
        key = f"CASE k.deadline {keys} END" if keys else "CAST(NULL AS STRING)"
        names = dict.fromkeys(str(one.deadline.per) for one in self.whole.owed if one.deadline.keyed)
        told = "".join(f", r.{self._name(name)}" for name in names)
        for name, kept, query in VIEWS:
            filled = query
            for place, text in (("ERA", era), ("SAID", self._said()), ("KEY", key), ("TOLD", told)):
                filled = filled.replace(f"<{place}>", text)
            yield self._made(name, filled, kept=kept)

    def _said(self) -> str:
        """What a line says, as one word: the action, the role, and what of its fields counts."""
        arms: list[str] = []
        for one in self.whole.alphabet.told:
            words = [f"coalesce(CAST({self._name(name)} AS STRING), '')" for name in one.words]
            words += [
                f"CASE WHEN coalesce(CAST({self._name(name)} AS STRING), '') = '' THEN '' ELSE '+' END"
                for name in one.given
            ]
            if words:
                arms.append(f"WHEN {self._word(one.action)} THEN " + " || ".join(f"'/' || {word}" for word in words))
        more = f" || CASE action {' '.join(arms)} ELSE '' END" if arms else ""
        return f"action || '/' || role{more}"

    # -- statements

    def _made(self, name: str, query: str, *, kept: bool) -> str:
        if self.dialect is Dialect.DUCKDB:
            what = "TABLE" if kept else "VIEW"
            return f"CREATE OR REPLACE TEMP {what} {name} AS\n{query};"
        cached = f"\nCACHE TABLE {name};" if kept else ""
        return f"CREATE OR REPLACE TEMPORARY VIEW {name} AS\n{query};{cached}"

    def _values(self, name: str, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
        told = ",\n  ".join(f"({', '.join(map(self._word, row))})" for row in rows)
        return self._made(name, f"SELECT * FROM (VALUES\n  {told}) AS t({', '.join(heads)})", kept=True)

    def _name(self, name: str) -> str:
        """A column in SQL: a field may be called as a word of it."""
        return f"`{name}`" if self.dialect is Dialect.SPARK else f'"{name}"'

    def _word(self, value: Value) -> str:
        """A value in SQL."""
        if value is None:
            return "NULL"
        if isinstance(value, int):
            return str(int(value))
        if isinstance(value, datetime):
            return f"TIMESTAMP '{value.isoformat(' ', 'seconds')}'"
        if isinstance(value, date):
            return f"DATE '{value.isoformat()}'"
        if self.dialect is Dialect.SPARK:
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        return "'" + value.replace("'", "''") + "'"


def _reasons(against: Against, *, late: bool) -> str:
    """The reasons against an action, as an audit of columns writes them."""
    several = (*against.reasons, *((OUT_OF_ORDER,) if late else ()))
    return "; ".join(sorted({f"{of}: {name}" if name else str(of) for of, name in several}))


def _days(ended: Ended) -> list[date | None]:
    """The last days; ``None`` where none can be told."""
    odd = ended.unknown | ended.instants | ended.least | (ended.last == NONE)
    return [None if no else date.fromordinal(o) for o, no in zip(ended.last.tolist(), odd.tolist(), strict=True)]


def _midnight(o: int) -> datetime:
    return datetime.combine(date.fromordinal(o), time())


def _day(of: date) -> date:
    return date(of.year, of.month, of.day)


def _flat(text: str) -> str:
    """A text on one line, so that it stays a comment."""
    return " ".join(text.split())
