"""A whole register audited: every case judged by the tables, and what was found in it."""

from collections.abc import Iterable, Iterator
from math import inf
from typing import Protocol, TypeVar

from attrs import field, frozen
from pendulum import DateTime

from prcomm.adapters.fields import faults_of
from prcomm.adapters.json import BadDocument, DocumentFault
from prcomm.adapters.registers.lines import ByCase, RegisterLine, lines_of
from prcomm.adapters.registers.making import Act
from prcomm.adapters.registers.mapping import RegisterMapping
from prcomm.core.questions.audits import Entered, Finding, Unmapped, later
from prcomm.core.table.entities import Action
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import FaultsError, NotInForce

T = TypeVar("T")


class Progress(Protocol):
    """Told what is being gone through, it hands it on, and may show how far it has come."""

    def __call__(self, over: Iterable[T], what: str, total: int | None) -> Iterable[T]: ...


def unseen(over: Iterable[T], what: str, total: int | None) -> Iterable[T]:
    """No progress is shown."""
    return over


@frozen
class RegisterFinding:
    """A finding, and where in the register it is.

    Attributes:
        case: the reference of the case, as the register has it.
        line: the line it is about; ``None`` for what is about a due.
        finding: the finding.
    """

    case: str
    line: int | None
    finding: Finding


@frozen
class RegisterAudit:
    """What the audit of a register came to.

    Attributes:
        cases: how many cases it has.
        lines: how many lines.
        left_out: how many of them the mapping leaves out.
        found: what was found, by case in the order of their first lines.
        at: the instant as of which it was audited.
        later: how many of its lines are of a later instant, and were not known then.
    """

    __rich_repr__ = as_shown

    cases: int
    lines: int
    left_out: int
    found: tuple[RegisterFinding, ...] = field(repr=lambda found: f"<{len(found)}>")
    at: DateTime
    later: int = 0


Entry = tuple[int, Action | Entered[Action] | Unmapped]
"""What one line comes to, and its number."""


def audit_register(
    text: Iterable[str], mapping: RegisterMapping, at: DateTime, progress: Progress = unseen
) -> RegisterAudit:
    """Audit a register, in the order of its lines or of time, as the mapping says.

    Args:
        text: the lines of the file.
        mapping: how they become actions.
        at: the instant as of which it is audited: what was done later is not known.
        progress: what shows how far it has come.

    Raises ``BadDocument`` with every line that can't be read.
    """
    faults: list[DocumentFault] = []
    with ByCase() as cases:
        events = _gather(
            progress(lines_of(text, mapping.delimiter, mapping.columns), "reading", None), mapping, cases, faults
        )
        found: list[RegisterFinding] = []
        left_out = after = 0
        for case, lines in progress(cases, "judging", len(cases)):
            acts = [mapping.of(line.cells) for line in lines]
            left_out += acts.count(())
            entries = _entries(lines, acts, mapping, faults)
            after += len({number for number, entry in entries if later(entry, at)})
            if entries and not faults:
                found += _judged(case, entries, lines, mapping, at, faults)
        if faults:
            raise BadDocument("a register", faults)
        return RegisterAudit(len(cases), events, left_out, tuple(found), at, after)


def _gather(
    lines: Iterable[RegisterLine | DocumentFault], mapping: RegisterMapping, cases: ByCase, faults: list[DocumentFault]
) -> int:
    """Put the lines together by case, and count them."""
    events = 0
    for line in lines:
        if isinstance(line, DocumentFault):
            faults.append(line)
            continue
        events += 1
        case = line.cells.get(mapping.case)
        if case in (None, ""):
            faults.append(DocumentFault(line.path, f"it names no case under {mapping.case!r}"))
        else:
            cases.add(str(case), line)
    if not events and not faults:
        faults.append(DocumentFault("", "it has no lines"))
    return events


def _entries(
    lines: tuple[RegisterLine, ...], acts: Iterable[tuple[Act, ...] | None], mapping: RegisterMapping,
    faults: list[DocumentFault],
) -> tuple[Entry, ...]:  # fmt: skip
    """The actions of a case, in the order in which they are judged, from what was done in each of its lines."""
    first, last = mapping.acts.first, mapping.acts.last
    before = () if first is None else _acted(lines[0], first, mapping, faults)
    entries: list[Entry] = []
    for line, done in zip(lines, acts, strict=True):
        if done is None:
            entries.append((line.number, mapping.unmapped(line.cells)))
        for act in done or ():
            entries += _acted(line, act, mapping, faults)
    if last is not None and last.timed(lines[-1].cells):
        entries += _acted(lines[-1], last, mapping, faults)
    return (*before, *(sorted(entries, key=_when) if mapping.by_time else entries))


def _when(entry: Entry) -> float:
    of = entry[1]
    at = of.action.at if isinstance(of, Entered) else of.at
    return inf if at is None else at.timestamp()


def _acted(line: RegisterLine, act: Act, mapping: RegisterMapping, faults: list[DocumentFault]) -> tuple[Entry, ...]:
    """The action of a line, if there is nothing wrong with it; what is wrong is told by the way through JSON."""
    made = None if act.made is None else act.made(line.cells)
    unread: list[str] = []
    data = act.fill(line.cells, unread) if made is None else None
    recorded = mapping.recorded_at(line.cells, unread)
    faults += (DocumentFault(line.path, fault) for fault in unread)
    if unread:
        return ()
    try:
        action = mapping.codec.action_from(data, line.path, mapping.office) if made is None else made
    except BadDocument as bad:
        faults += bad.found
        return ()
    return ((line.number, action if recorded is None else Entered(action, recorded)),)


def _judged(
    case: str, entries: tuple[Entry, ...], lines: tuple[RegisterLine, ...], mapping: RegisterMapping, at: DateTime,
    faults: list[DocumentFault],
) -> Iterator[RegisterFinding]:  # fmt: skip
    """What the audit of a case finds."""
    numbers, actions = zip(*entries, strict=True)
    unread: list[str] = []
    on_file = mapping.days_on_file(lines[0].cells, unread)
    faults += (DocumentFault(lines[0].path, fault) for fault in unread)
    try:
        findings = mapping.lifecycle.audit(actions, at, on_file=on_file).findings
    except (FaultsError, NotInForce) as bad:
        faults += (DocumentFault(lines[0].path, f"its case: {fault}") for fault in faults_of(bad))
        return
    for finding in findings:
        yield RegisterFinding(case, None if finding.step is None else numbers[finding.step], finding)
