"""A whole register audited: every case judged by the tables, and what was found in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from attrs import define, evolve, field, frozen
from pendulum import DateTime

from prcomm.adapters import says
from prcomm.adapters.fields import faults_of
from prcomm.adapters.json import BadDocument, DocumentFault
from prcomm.adapters.registers.by_case import ByCase
from prcomm.adapters.registers.lines import LineFault, Read, RegisterLine
from prcomm.adapters.registers.making import Act
from prcomm.adapters.registers.mapping import Order, RegisterMapping
from prcomm.adapters.registers.ordering import Entry, better, in_order, misplaced, of_one_instant, order_of, placed
from prcomm.adapters.registers.reading import Register, Seen, with_order
from prcomm.adapters.registers.unread import Unread, UnreadLines
from prcomm.core.questions.audits import Audit, Entered, Finding, FindingKind, later
from prcomm.core.table.entities import Entity, State
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import FaultsError, NotInForce

T = TypeVar("T")
REPEATED = says("the line repeats line {line} exactly, and is not judged twice")


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
        case: the reference of the case, as the register has it; empty for lines that can't be read.
        line: the line it is about; ``None`` for what is about a due.
        finding: the finding.
        whole: whether every line of its case could be read. If not, a step may be missing that is on file.
    """

    case: str
    line: int | None
    finding: Finding
    whole: bool = True


@frozen
class AuditedCase:
    """One case of a register, judged.

    Attributes:
        case: its reference, as the register has it.
        numbers: for each step that was judged, the number of its line.
        audit: what its audit came to; ``None`` where it can't be judged, or nothing in it is an action.
        found: what was found in it.
        whole: whether every line of it could be read.
        process: the name of the process.
        office: the reference of the office.
    """

    case: str
    numbers: tuple[int, ...] = field(repr=False)
    audit: Audit[Entity[State]] | None = field(repr=False)
    found: tuple[RegisterFinding, ...]
    whole: bool = True
    process: str = ""
    office: str = ""


@frozen
class RegisterAudit:
    """What the audit of a register came to.

    Attributes:
        cases: how many cases it has.
        lines: how many lines, blank ones not counted.
        left_out: how many of them the mapping leaves out.
        found: what was found: first the lines that can't be read, each kind once; then by case, in the order of their
            first lines.
        at: the instant as of which it was audited.
        later: how many of its lines are of a later instant, and were not known then.
        unread: what lines can't be read, each kind once. If there are any, the audit is not of the whole register.
        repeated: how many lines repeat another of their case exactly.
        seen: how the register turned out to be written.
        process: the name of the process.
        office: the reference of the office.
    """

    __rich_repr__ = as_shown

    cases: int
    lines: int
    left_out: int
    found: tuple[RegisterFinding, ...] = field(repr=lambda found: f"<{len(found)}>")
    at: DateTime
    later: int = 0
    unread: tuple[Unread, ...] = ()
    repeated: int = 0
    seen: Seen | None = None
    process: str = ""
    office: str = ""

    @property
    def counts(self) -> Mapping[FindingKind, int]:
        """How many findings there are of each kind, the most frequent first."""
        return dict(Counter(one.finding.kind for one in self.found).most_common())


@define
class Tally:
    """Counts what an audit goes through."""

    cases: int = 0
    lines: int = 0
    left_out: int = 0
    later: int = 0
    repeated: int = 0
    unread: UnreadLines = field(factory=UnreadLines)
    seen: Seen | None = None


def audit_register(
    register: Register | Iterable[str], mapping: RegisterMapping, at: DateTime, progress: Progress = unseen
) -> RegisterAudit:
    """Audit a register, in the order of its lines or of time, as the mapping says or as is seen.

    Lines that can't be read are found, each kind once, and the rest is judged. Raises ``BadDocument`` for what is wrong
    with the whole: columns that are missing or there twice, no lines at all.

    Args:
        register: the register, as ``opened(file)``, or the lines of its text.
        mapping: how they become actions.
        at: the instant as of which it is audited: what was done later is not known.
        progress: what shows how far it has come.
    """
    tally = Tally()
    judged = [one for case in audited_cases(register, mapping, at, progress, tally) for one in case.found]
    return audit_of(judged, tally, mapping, at)


def audit_of(judged: Iterable[RegisterFinding], tally: Tally, mapping: RegisterMapping, at: DateTime) -> RegisterAudit:
    """What an audit came to, of what was found in its cases and what was counted on the way."""
    unread = tuple(tally.unread)
    found = (*(RegisterFinding("", one.lines[0], one.finding) for one in unread), *judged)
    return RegisterAudit(
        tally.cases, tally.lines, tally.left_out, found, at, tally.later, unread, tally.repeated, tally.seen,
        str(mapping.lifecycle.name), mapping.office.id,
    )  # fmt: skip


def audited_cases(
    register: Register | Iterable[str], mapping: RegisterMapping, at: DateTime, progress: Progress = unseen,
    tally: Tally | None = None,
) -> Iterator[AuditedCase]:  # fmt: skip
    """The same, case by case, as they are judged: nothing of one is kept while the next is. For all that wants more of
    a case than its findings: its dues, its history.

    Args:
        register, mapping, at, progress: as above.
        tally: where is counted what is gone through.
    """
    tally = Tally() if tally is None else tally
    register = Register.of(register)
    wrong = register.wrong(mapping.needed, mapping.delimiter)
    if wrong:
        raise BadDocument("a register", wrong)
    with ByCase() as cases:
        lines = register.lines(mapping.columns, mapping.delimiter)
        _gather(progress(lines, "reading", None), mapping, cases, tally)
        tally.cases = len(cases)
        order = mapping.order or order_of(cases, mapping.at)
        tally.seen = with_order(register.seen(mapping.columns, mapping.delimiter), order)
        for case, of_case in progress(cases, "judging", len(cases)):
            turned = tuple(reversed(of_case)) if order is Order.NEWEST_FIRST else of_case
            yield judged_case(case, turned, mapping, at, tally)


def _gather(lines: Iterable[Read], mapping: RegisterMapping, cases: ByCase, tally: Tally) -> None:
    """Put the lines together by case, and count them."""
    numbers: set[int] = set()
    for line in lines:
        tally.lines += 1
        if isinstance(line, LineFault):
            tally.lines -= line.number in numbers
            numbers.add(line.number)
            tally.unread.add((line,))
            continue
        case = mapping.case_of(line.cells)
        if case:
            cases.add(case, line)
        else:
            tally.unread.add((LineFault(line.number, f"it names no case under {mapping.case!r}"),))
    if not tally.lines:
        raise BadDocument("a register", (DocumentFault("", "it has no lines"),))


def judged_case(
    case: str, lines: tuple[RegisterLine, ...], mapping: RegisterMapping, at: DateTime, tally: Tally
) -> AuditedCase:
    """One case of a register, judged.

    Args:
        case: its reference, as the register has it.
        lines: its lines, in the order in which they are judged.
        mapping: how they become actions.
        at: the instant as of which it is judged.
        tally: where is counted what is gone through.
    """
    return _Case(case, mapping, at, tally).judged(lines)


@define
class _Case:
    """One case, while it is judged."""

    case: str
    mapping: RegisterMapping
    at: DateTime
    tally: Tally
    whole: bool = True
    found: list[RegisterFinding] = field(factory=list)

    def judged(self, lines: tuple[RegisterLine, ...]) -> AuditedCase:
        """What becomes of it."""
        once = self._once(lines)
        entries = self._entries(once)
        self.tally.later += len({number for number, entry in entries if later(entry, self.at)})
        audit = None
        if entries:
            entries, audit = self._audit(entries, once)
        numbers = tuple(number for number, _ in entries)
        for finding in audit.findings if audit else ():
            self._note(None if finding.step is None else numbers[finding.step], finding)
        found = self.found if self.whole else [evolve(one, whole=False) for one in self.found]
        process, office = str(self.mapping.lifecycle.name), self.mapping.office.id
        return AuditedCase(self.case, numbers, audit, tuple(found), self.whole, process, office)

    def _note(self, line: int | None, finding: Finding) -> None:
        self.found.append(RegisterFinding(self.case, line, finding))

    def _unread(self, *faults: LineFault) -> None:
        self.whole = self.whole and not faults
        self.tally.unread.add(faults)

    def _once(self, lines: tuple[RegisterLine, ...]) -> tuple[RegisterLine, ...]:
        """The lines without those that repeat another exactly: these are found."""
        first: dict[int, int] = {}
        once: list[RegisterLine] = []
        for line in lines:
            before = line.number if line.whole is None else first.setdefault(line.whole, line.number)
            if before == line.number:
                once.append(line)
            else:
                self.tally.repeated += 1
                activity = self.mapping.unmapped(line.cells)
                text = REPEATED(line=before)
                self._note(line.number, Finding(FindingKind.REPEATED, text, None, activity.at, activity.name))
        return tuple(once)

    def _entries(self, lines: tuple[RegisterLine, ...]) -> tuple[Entry, ...]:
        """The actions of the case, from what was done in each of its lines; what comes first does so at any time."""
        mapping = self.mapping
        first, last = mapping.acts.first, mapping.acts.last
        entries: list[Entry] = []
        for line in lines:
            acts = mapping.of(line.cells)
            if acts is None and not mapping.acts.activity(line.cells):
                self._unread(LineFault(line.number, f"it says nothing of what was done under {mapping.activity!r}"))
            elif acts is None:
                entries.append((line.number, mapping.unmapped(line.cells)))
            self.tally.left_out += acts == ()
            for act in acts or ():
                entries += self._acted(line, act)
        if last is not None and last.timed(lines[-1].cells):
            entries += self._acted(lines[-1], last)
        before = () if first is None else self._acted(lines[0], first)
        return (*before, *in_order(entries, mapping))

    def _acted(self, line: RegisterLine, act: Act) -> tuple[Entry, ...]:
        """The action of a line, if there is nothing wrong with it; what is wrong is told by the way through JSON."""
        made = None if act.made is None else act.made(line.cells)
        faults: list[str] = []
        data = act.fill(line.cells, faults) if made is None else None
        recorded = self.mapping.recorded_at(line.cells, faults)
        if faults:
            self._unread(*(LineFault(line.number, fault) for fault in faults))
            return ()
        try:
            codec, office = self.mapping.codec, self.mapping.office
            action = codec.action_from(data, "", office, numbers=True) if made is None else made
        except BadDocument as bad:
            self._unread(*(LineFault(line.number, fault.text, fault.path) for fault in bad.found))
            return ()
        return ((line.number, action if recorded is None else Entered(action, recorded)),)

    def _audit(
        self, entries: tuple[Entry, ...], lines: tuple[RegisterLine, ...]
    ) -> tuple[tuple[Entry, ...], Audit[Entity[State]] | None]:
        """The audit of the case, in the order in which fewest of its steps are out of place, if nobody says which."""
        unread: list[str] = []
        on_file = self.mapping.days_on_file((line.cells for line in lines), unread)
        self._unread(*(LineFault(lines[0].number, fault) for fault in unread))
        lifecycle, told = self.mapping.lifecycle, self.mapping.order
        try:
            audit = lifecycle.audit([entry for _, entry in entries], self.at, on_file=on_file)
            if told in (None, Order.TIME) and misplaced(audit.findings) and of_one_instant(entries):
                other = placed(entries, lifecycle, self.at)
                again = lifecycle.audit([entry for _, entry in other], self.at, on_file=on_file)
                if better(again, audit):
                    return other, again
        except (FaultsError, NotInForce) as bad:
            self._unread(
                *(LineFault(lines[0].number, f"its case can't be judged: {fault}") for fault in faults_of(bad))
            )
            return entries, None
        return entries, audit
