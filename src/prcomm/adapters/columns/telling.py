"""What was found, told so that what the columns found and what an audit found can be compared, finding for finding."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import cast

from pendulum import Date, DateTime

from prcomm.adapters.columns.asking import instant_at
from prcomm.adapters.columns.batches import NONE
from prcomm.adapters.columns.dues import LATE, OWED, Counted
from prcomm.adapters.columns.kernel import Compiled, Judged
from prcomm.core.calendar.days import day
from prcomm.core.questions.audits import Audit, Finding, FindingKind
from prcomm.core.table.entities import Entity, State
from prcomm.core.table.reasons import ReasonKind

Told = Counter[tuple[Hashable, ...]]
"""Findings, each as what tells it from others, and how often."""
OUT_OF_ORDER = ReasonKind.TIME, ""


def of_audit(audit: Audit[Entity[State]], at: DateTime) -> Told:
    """What an audit found."""
    return Counter(_of(finding) for finding in audit.findings)


def _of(finding: Finding) -> tuple[Hashable, ...]:
    if finding.due is not None:
        return finding.kind, finding.name, finding.due.key, finding.due.last
    return finding.kind, finding.step, finding.name, frozenset((one.kind, one.name) for one in finding.reasons)


def told(compiled: Compiled, judged: Judged, steps: Sequence[Sequence[int]]) -> Mapping[int, Told]:
    """What the columns found, by the number of the case in the batch.

    Args:
        compiled: by what it was judged.
        judged: what was found.
        steps: of each case the places of its lines.
    """
    found: dict[int, Told] = {}
    fold = judged.fold
    names, begins = cast("list[int]", fold.batch.case[fold.first].tolist()), cast("list[int]", fold.first.tolist())
    lines, against_of = cast("list[int]", judged.line.tolist()), cast("list[int]", judged.against.tolist())
    late_of = cast("list[bool]", judged.late.tolist())
    for line, against, late in zip(lines, against_of, late_of, strict=True):
        case = int(fold.number[line])
        step = steps[names[case]][line - begins[case]]
        name = compiled.letters.all[int(fold.batch.letter[line])].kind.__name__
        _add(found, names[case], _of_line(compiled, step, name, against, late=late))
    for n, counted in judged.dues:
        for case, one in _of_dues(compiled, n, counted):
            if not judged.hard[case]:
                _add(found, names[case], [one])
    return found


def _add(found: dict[int, Told], case: int, several: Iterable[tuple[Hashable, ...]]) -> None:
    found.setdefault(case, Counter()).update(several)


def _of_line(compiled: Compiled, step: int, name: str, number: int, *, late: bool) -> Iterable[tuple[Hashable, ...]]:
    against = compiled.against(number)
    reasons = frozenset((*against.reasons, *((OUT_OF_ORDER,) if late else ())))
    yield FindingKind.UNLAWFUL if against.law or late else FindingKind.DEPARTURE, step, name, reasons
    if against.way:
        yield FindingKind.MISSING, step, name, frozenset()


def _of_dues(compiled: Compiled, n: int, counted: Counted) -> Iterable[tuple[int, tuple[Hashable, ...]]]:
    noted, dues = counted.noted, compiled.dues[n]
    columns = (noted.case, noted.how, noted.key, noted.last, noted.instants, noted.law)
    for case, how, key, last, instants, law in zip(*(one.tolist() for one in columns), strict=True):
        kind = kind_of(how, law=law)
        yield case, (kind, str(dues.deadline.name), dues.clock.keys[key], last_day(compiled, last, instant=instants))


def kind_of(how: int, *, law: bool) -> FindingKind:
    """The kind of what is noted of a due."""
    if how in (LATE, OWED):
        return FindingKind.LATE if how == LATE else FindingKind.OWED
    return FindingKind.UNLAWFUL if law else FindingKind.DEPARTURE


def last_day(compiled: Compiled, code: int, *, instant: bool) -> Date | DateTime | None:
    """A last day of its code."""
    if code == NONE:
        return None
    return instant_at(code, compiled.office) if instant else day(code)
