"""Findings and dues as rows, for a sheet, pandas, polars or DuckDB, and counted by what one likes.

``as_rows(audit)`` is a table with cells of one type in each column. It is gone through row by row, each a ``dict``;
``polars.DataFrame(as_rows(audit))`` and ``pandas.DataFrame.from_arrow(as_rows(audit))`` take it whole (extra
``arrow``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache, partial
from typing import Final, TypedDict, cast

from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.arrow import Columns
from prcomm.adapters.registers.auditing import AuditedCase, RegisterAudit, RegisterFinding
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.questions.audits import Audit, Finding, FindingKind
from prcomm.core.sources.citations import Cites, is_law
from prcomm.core.table.dues import Due, Status
from prcomm.core.table.entities import Entity, State
from prcomm.core.values.errors import BadInput, said
from prcomm.core.values.messages import Say, in_english, joined, named


class Row(TypedDict):
    """One finding, or one due in which nothing was found."""

    process: str | None
    """the process, where it is known"""
    office: str | None
    """whose case it is, by reference"""
    case: str | None
    """which case, as the register has it"""
    line: int | None
    """the line it is about; empty for what is about a due"""
    kind: str | None
    """what was found; empty for a due in which nothing was"""
    at: datetime | None
    """when the act was done that it is about"""
    action: str | None
    """the act, by its name in the table, or the activity of the register"""
    deadline: str | None
    """the due it is about, by the name of its deadline"""
    key: str | None
    """which of several"""
    status: str | None
    """how the due stands"""
    start: date | None
    """the day from which it is counted"""
    last_day: date | None
    """the day that binds"""
    done: date | None
    """the day on which it was met, or ended"""
    days_late: int | None
    """how many days after its last day it was done, or is still owed; empty where it has no last day"""
    rule: str | None
    """what stands against it in words; of a due, the name of its deadline"""
    article: str | None
    """the places it rests on"""
    basis: str | None
    """the weakest basis of them"""
    law: bool | None
    """whether all it rests on is law"""
    owed_by: str | None
    """who owes it, by the name of the role"""
    text: str | None
    """the finding in words"""
    whole: bool
    """whether every line of its case could be read"""


Cells = dict[str, object]
BETWEEN: Final = "; "
"""What stands between the places that one row rests on."""
TYPES: Final[Mapping[str, type]] = {
    "process": str, "office": str, "case": str, "line": int, "kind": str, "at": datetime, "action": str,
    "deadline": str, "key": str, "status": str, "start": date, "last_day": date, "done": date, "days_late": int,
    "rule": str, "article": str, "basis": str, "law": bool, "owed_by": str, "text": str, "whole": bool,
}  # fmt: skip
"""The type of the cells in each column."""


@frozen
class Rows(Columns):
    """Findings and dues as rows. ``len(rows)``, ``for row in rows``, and ``__arrow_c_stream__`` for what takes that."""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            yield cast("Row", dict(zip(self.types, row, strict=True)))


Told = RegisterFinding | AuditedCase | Finding | Due
Tabled = RegisterAudit | Audit[Entity[State]] | Told
"""What rows can be made of."""
TABLED: Final = RegisterAudit, Audit, AuditedCase, RegisterFinding, Finding, Due


def as_rows(what: Tabled | Iterable[Tabled], at: DateTime | None = None, say: Say = in_english) -> Rows:
    """Findings and dues as rows: of an audit, of one of a register, of the cases of one as they are judged, or of
    findings and dues alone.

    Where the dues are at hand, each has a row, found wanting or not; one with a finding has its row once.

    Args:
        what: what is made rows of.
        at: the instant as of which dues stand; not needed of what knows it.
        say: in which language texts are; names stay as the tables have them.
    """
    several = (what,) if isinstance(what, TABLED) else what
    made = (row for one in several for row in _rows_of(_tabled(one), at, say))
    return Rows(TYPES, tuple(tuple(row.values()) for row in made))


def _rows_of(one: Tabled, at: DateTime | None, say: Say) -> Iterator[Cells]:
    match one:
        case RegisterAudit():
            for found in one.found:
                yield _found(found, one.at, say) | {"process": one.process, "office": one.office}
        case AuditedCase():
            where: Cells = {"process": one.process, "office": one.office}
            yield from (_found(found, at, say) | where for found in one.found)
            if one.audit is not None:
                yield from (_of_case(row, one.case, one.whole) | where for row in _unfound(one.audit, at, say))
        case Audit():
            case = None if one.entity is None else one.entity.id
            office = None if one.entity is None else one.entity.office.id
            for row in (*(_finding(finding, at, say) for finding in one.findings), *_unfound(one, at, say)):
                yield row | {"case": case, "office": office}
        case RegisterFinding():
            yield _found(one, at, say)
        case Finding():
            yield _finding(one, at, say)
        case Due():
            yield _due(one, at, say)


def _tabled(one: Tabled) -> Tabled:
    if isinstance(cast("object", one), TABLED):
        return one
    raise BadInput("rows", (f"of an audit, findings or dues, not {said(one)}",))


def _empty() -> Cells:
    return {name: None for name in TYPES}  # noqa: C420  # fromkeys would be of None alone


def _found(found: RegisterFinding, at: DateTime | None, say: Say) -> Cells:
    row = _of_case(_finding(found.finding, at, say), found.case or None, found.whole)
    return row | {"line": found.line}


def _of_case(row: Cells, case: str | None, whole: bool) -> Cells:
    return row | {"case": case, "whole": whole}


def _unfound(audit: Audit[Entity[State]], at: DateTime | None, say: Say) -> Iterator[Cells]:
    """The rows of the dues in which nothing was found."""
    wanting = {id(finding.due) for finding in audit.findings}
    for due in audit.dues:
        if id(due) not in wanting:
            yield _due(due, at, say)


def _finding(finding: Finding, at: DateTime | None, say: Say) -> Cells:
    row = _empty() if finding.due is None else _stands(finding.due, at)
    reasons = joined(*(named(reason.text) for reason in finding.reasons))
    of_step = finding.due is None and finding.kind is not FindingKind.UNREAD
    told = {
        "kind": finding.kind.value,
        "at": finding.at,
        "action": finding.name or None if of_step else None,
        "rule": row["rule"] or (say(reasons) if reasons else None),
        "article": _places(finding.cites, say),
        "basis": None if finding.basis is None else finding.basis.name,
        "law": is_law(finding.cites) if finding.cites else None,
        "text": say(named(finding.text)),
        "whole": True,
    }
    return {**row, **told}


def _due(due: Due, at: DateTime | None, say: Say) -> Cells:
    cites = due.cites
    return _stands(due, at) | {"article": _places(cites, say), "basis": due.basis.name, "law": is_law(cites)}


def _stands(due: Due, at: DateTime | None) -> Cells:
    """How a due stands, without what it rests on: of a finding about it that is told by the finding."""
    if at is None:
        raise BadInput("rows", ("at: the instant as of which its dues stand",))
    row = _empty()
    done = due.met or due.ended
    told = {
        "office": due.office.id,
        "deadline": str(due.name),
        "key": None if due.key is None else str(due.key),
        "status": due.status(at).value,
        "start": _day(due, due.start),
        "last_day": _day(due, due.last),
        "done": _day(due, done),
        "days_late": days_late(due, at),
        "rule": str(due.name),
        "owed_by": due.owed_by.name,
        "whole": True,
    }
    return {**row, **told}


@lru_cache(maxsize=1024)  # a register rests on few places, and has findings of each by the thousand
def _places(cites: Cites, say: Say) -> str | None:
    """The places that something rests on, each once, however it is known."""
    return BETWEEN.join(dict.fromkeys(map(say, cites))) or None


def _day(due: Due, on: date | None) -> date | None:
    """The office's day of a day or an instant."""
    return None if on is None else day(ordinal(on, due.office))


_BEHIND: Final = (Status.LATE, Status.OVERDUE, Status.MET_BY_ANALOGY)


def days_late(due: Due, at: DateTime) -> int | None:
    """How many days after its last day a due was met or ended, or is still owed at an instant.

    It is 0 if it is not late, or is so by hours of one day; ``None`` where it has no last day, or is a least term.
    """
    if due.last is None or due.least:
        return None
    if due.status(at) not in _BEHIND:
        return 0
    done = due.met or due.ended
    until = at if done is None or due.status(at) is Status.OVERDUE else done
    return ordinal(until, due.office) - ordinal(due.last, due.office)


# -- counted


class By(StrEnum):
    """By what findings are counted."""

    DEADLINE = "deadline"
    ACTION = "action"
    MONTH = "month"
    """that of the last day, or of the act"""
    OFFICE = "office"
    RULE = "rule"
    ARTICLE = "article"
    """each of those it rests on: one finding may count under several"""
    BASIS = "basis"
    KIND = "kind"
    PROCESS = "process"
    CASE = "case"


@frozen
class Group:
    """What findings of one deadline, month, office or rule come to.

    Attributes:
        of: the deadline, month (``2026-03``), office or rule; empty for those that are about none.
        findings: how many findings there are.
        cases: in how many cases.
        late: how many of them are late or still owed.
        days_late: how many days the latest of them is late.
        dues: how many dues were looked at, found wanting or not; only where rows of dues are among them.
    """

    of: str
    findings: int
    cases: int
    late: int
    days_late: int
    dues: int = 0


def summary(
    rows: Tabled | Rows | Iterable[Tabled], by: By | str = By.DEADLINE, at: DateTime | None = None
) -> tuple[Group, ...]:
    """Findings counted by deadline, month, office or rule: those with most findings first, months in their order.

    Raises ``BadInput`` where there is nothing of that name to count by.

    Args:
        rows: the rows, or what ``as_rows`` makes them of.
        by: by what they are counted.
        at: the instant as of which dues stand, as for ``as_rows``.
    """
    try:
        by = By(by)
    except ValueError:
        raise BadInput("a summary", (f"by: one of {', '.join(By)}",)) from None
    table = rows if isinstance(rows, Rows) else as_rows(rows, at)
    together: dict[str, list[Row]] = {}
    for row in table:
        for of in _OF.get(by, partial(_cell, by.value))(row):
            together.setdefault(of, []).append(row)
    groups = [_group(of, several) for of, several in together.items()]
    if by is By.MONTH:
        return tuple(sorted(groups, key=lambda group: group.of))
    return tuple(sorted(groups, key=lambda group: (-group.findings, -group.late)))


def _group(of: str, rows: list[Row]) -> Group:
    found = [row for row in rows if row["kind"] is not None]
    late = [row for row in found if row["kind"] in _LATE]
    return Group(
        of,
        len(found),
        len({row["case"] for row in found if row["case"] is not None}),
        len(late),
        max((row["days_late"] or 0 for row in late), default=0),
        len({(row["case"], row["deadline"], row["key"], row["start"]) for row in rows if row["deadline"] is not None}),
    )


_LATE: Final = (FindingKind.LATE.value, FindingKind.OWED.value)


def _cell(name: str, row: Row) -> tuple[str, ...]:
    return (str(cast("Mapping[str, object]", row)[name] or ""),)


def _month(row: Row) -> tuple[str, ...]:
    on = row["last_day"] or row["at"]
    return ("" if on is None else f"{on.year:04}-{on.month:02}",)


def _articles(row: Row) -> tuple[str, ...]:
    return tuple((row["article"] or "").split(BETWEEN))


_OF: Final[Mapping[By, Callable[[Row], tuple[str, ...]]]] = {By.MONTH: _month, By.ARTICLE: _articles}
