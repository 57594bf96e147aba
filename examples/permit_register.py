"""A register that nobody here wrote, audited. Run it: python examples/permit_register.py receipt.csv

One row of the file is one event, and the rows of a case stand together. What the file says of a case becomes its
history: ``Receive`` first, whatever its instant; then each event as a ``Step``, and the ``End``, by their instants.
Of equal instants the events stand as in the file, and the end after them.

The file names nobody for receipt and end: they are put down to who is responsible for the case. Nor does it record
extensions. An action would need an instant and an actor, so none is made up: ``Receive`` carries the deadline on
file, and the rule takes a case for extended where that is the very day an extension gives. In those cases the rule
agrees with the file by construction.
"""

import csv
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from time import perf_counter

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm import (
    EVERY_DAY,
    SAME,
    Action,
    Actor,
    Article,
    Audit,
    BadInput,
    Basis,
    Context,
    Dated,
    Days,
    Entity,
    Finding,
    FindingKind,
    LastDay,
    Law,
    Lifecycle,
    Office,
    ReasonKind,
    Role,
    Source,
    State,
    Status,
    Unmapped,
    by_law,
    owes,
    rows,
)

# fmt: off
RULE = Source("Permit register", "the municipality's rule, read off its register: nobody here has read its text", (
    Article("1", "a case is received, then worked on, then ended"),
    Article("2", "it is ended within eight weeks"),
    Article("3", "they may be lengthened once, by six weeks"),
    Article("4", "the last day stands, even if it is a day off"),
), Basis.INFERRED, "rule")
# fmt: on
TERM = Dated.of("the term", Days(8 * 7), RULE(2))
EXTENDED_TERM = Dated.of("the term once extended", Days(8 * 7 + 6 * 7), RULE(3))
LAST_DAY = Dated.of("a last day that is a day off", LastDay.STRICT, RULE(4))
LAW = Law("the municipality", EVERY_DAY, LAST_DAY, sources=(RULE,), values=(TERM, EXTENDED_TERM))
TOWN, OFFICIAL = Office("the municipality", zone="Europe/Amsterdam", week=7), Role("official")


class PermitState(State):
    OPEN = 1
    ENDED = 2


@frozen(kw_only=True)
class PermitAction(Action): ...


@frozen(kw_only=True)
class Receive(PermitAction):
    case: str
    deadline: DateTime


@frozen(kw_only=True)
class Step(PermitAction):
    activity: str


@frozen(kw_only=True)
class End(PermitAction): ...


@frozen(kw_only=True)
class Permit(Entity[PermitState]):
    deadline: DateTime
    ended: DateTime | None = None


def opened(action: Receive) -> Permit:
    return Permit(id=action.case, office=TOWN, deadline=action.deadline)


def ended(permit: Permit, action: End) -> Permit:
    return evolve(permit, ended=action.at)


def its_term(permit: Permit, action: Receive, context: Context) -> Days:
    extended = context[EXTENDED_TERM]
    return extended if days(action.at, permit.deadline) == extended.n else context[TERM]


def days(since: date, until: date) -> int:
    return until.toordinal() - since.toordinal()


row, owed = rows(Permit, PermitState, PermitAction), owes(Permit, PermitAction)
# fmt: off
TRANSITIONS = (
    #   in state          action   leads to           who may   under
    row.start(            Receive, PermitState.OPEN,  OFFICIAL, RULE(1), then=opened),
    row(PermitState.OPEN, Step,    SAME,              OFFICIAL, RULE(1)),
    row(PermitState.OPEN, End,     PermitState.ENDED, OFFICIAL, RULE(1), then=ended),
)
DEADLINES = (
    owed("end", Receive, by_law(its_term), End, OFFICIAL, (RULE(2), RULE(3))),
)
# fmt: on
PERMIT = Lifecycle("permit", TRANSITIONS, DEADLINES, law=LAW, final=PermitState.ENDED)

# The border: rows of the file become actions.

Row = Mapping[str, str]
Done = PermitAction | Unmapped
OF_A_CASE = (CASE, START, DEADLINE, ENDED, RESPONSIBLE) = (
    "case:concept:name", "case:startdate", "case:deadline", "case:enddate", "case:responsible",
)  # fmt: skip
OF_AN_EVENT = (ACTIVITY, RESOURCE, TIME) = ("concept:name", "org:resource", "time:timestamp")
NO_TIME = DateTime.fromtimestamp(0, TOWN.tz)


class Register:
    """The file, read row by row. Nothing of it is kept but its faults, and the ids of the last thousand cases: a
    case that comes again after others, as in a file sorted by time, is a fault."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = csv.DictReader(lines, restval="")
        self.recent: deque[str] = deque(maxlen=1000)
        self.faults: list[str] = []

    def fault(self, text: str) -> None:
        self.faults.append(f"line {self.lines.line_num}: {text}")

    def cases(self) -> Iterator[tuple[Receive, list[Done]]]:
        """Each case in turn; none after a faulty row, only the search for more. In the end ``BadInput`` lists all."""
        for _, group in groupby(self.rows(), key=itemgetter(CASE)):
            case = self.case(group)
            if not self.faults:
                yield case
        if self.faults:
            raise BadInput("a register of permits", tuple(self.faults))

    def rows(self) -> Iterator[Row]:
        given = self.lines.fieldnames or ()
        missing = {*OF_A_CASE, *OF_AN_EVENT}.difference(given)
        self.faults += [f"line 1: there is no column {column!r}" for column in sorted(missing)]
        if missing and len(given) == 1:
            self.faults.append(f"line 1: its only column is {given[0]!r}; a comma must part columns")
        for row in () if missing else self.lines:
            if row[CASE].strip():
                yield row
            else:
                self.fault(f"{CASE} is empty")

    def case(self, group: Iterator[Row]) -> tuple[Receive, list[Done]]:
        first = next(group)
        if first[CASE] in self.recent:
            self.fault(f"{first[CASE]} comes again, after other cases")
        self.recent.append(first[CASE])
        by, deadline = Actor(first[RESPONSIBLE], OFFICIAL), self.instant(first, DEADLINE)
        receive = Receive(at=self.instant(first, START), by=by, case=first[CASE], deadline=deadline)
        end = [End(at=self.instant(first, ENDED), by=by)] if first[ENDED] else []
        done = [self.event(row, first) for row in chain([first], group)] + [(one.at, one) for one in end]
        return receive, [action for _, action in sorted(done, key=lambda one: one[0].timestamp())]

    def event(self, row: Row, first: Row) -> tuple[DateTime, Done]:
        for column in OF_A_CASE:
            if row[column] != first[column]:
                self.fault(f"{column} is not as in the first row of {row[CASE]}")
        at, by = self.instant(row, TIME), Actor(row[RESOURCE], OFFICIAL)
        return at, Step(at=at, by=by, activity=row[ACTIVITY]) if row[ACTIVITY].strip() else Unmapped("", at)

    def instant(self, row: Row, column: str) -> DateTime:
        try:
            return TOWN.instant(row[column])
        except BadInput as bad:
            self.fault(f"{column}: {bad.faults[0]}")
            return NO_TIME


# The audit, and what it comes to.


class Count(StrEnum):
    """What is counted of the cases, and the events too where these are what is odd."""

    ALL = "in the register"
    FILE_MET = "ended in time by the deadline on file, to the day"
    FILE_LATE = "ended late by it, to the day"
    INSTANT_MET = "ended in time by it, to the instant"
    INSTANT_LATE = "ended late by it, to the instant"
    LAST_DAY = "of these late ones, on its very day"
    MET = "ended in time by the rule"
    LATE = "ended late by the rule"
    OPEN = "not ended"
    PLAIN = "whose deadline on file is the rule's, of 56 days"
    EXTENDED = "whose deadline on file is the rule's once extended, of 98 days"
    OTHER = "whose deadline on file is not the rule's"
    AFTER_END = "with steps after the end"
    LATER_DAY = "of these on a later day"
    BEFORE_RECEIPT = "with steps before the receipt"
    END_BEFORE_RECEIPT = "with an end before the receipt"
    UNMAPPED = "with events that name no activity"


THE_RULE = (
    f"the rule: ended in {TERM.versions[0].value.n} days, or {EXTENDED_TERM.versions[0].value.n} once extended; "
    f"{RULE.basis.name} from a register, nobody here has read its text"
)


@frozen
class Report:
    """What the audit of a register came to: how many cases and events, and of each oddity one finding."""

    cases: Mapping[Count, int]
    events: Mapping[Count, int]
    quoted: Mapping[Count, str]

    def __str__(self) -> str:
        most = max(self.cases.get(Count.ALL, 0), self.events.get(Count.ALL, 0))
        wide = max(8, len(f"{most:,}") + 2)
        lines = [THE_RULE, f"{'cases':>{wide}}{'events':>{wide}}"]
        for count in Count:
            events = f"{self.events[count]:,}" if count in self.events else ""
            lines.append(f"{self.cases[count]:>{wide},}{events:>{wide}}  {count}")
            lines += [f"{'':{2 * wide + 4}}{self.quoted[count]}"] if count in self.quoted else []
        return "\n".join(lines)


def audit_register(lines: Iterable[str]) -> Report:
    """Audit a register, each case as of its last entry. Raises ``BadInput`` with every faulty row."""
    cases, events, quoted = Counter[Count](), Counter[Count](), dict[Count, str]()
    for receive, done in Register(lines).cases():
        actions = (receive, *done)
        at = max((action.at for action in actions if action.at is not None), key=DateTime.timestamp)
        audit = PERMIT.audit(actions, at, on_file={"end": receive.deadline})
        odd = list(oddities(audit))
        cases.update({*standing(audit, at), *(count for count, _ in odd)})
        events[Count.ALL] += sum(not isinstance(action, End) for action in done)
        events.update(count for count, finding in odd if finding.step is not None)
        for count, finding in odd:
            activity = finding.action.activity if isinstance(finding.action, Step) else ""
            if count in (Count.BEFORE_RECEIPT, Count.END_BEFORE_RECEIPT):
                finding = evolve(finding, text=f"{finding.name}: it is before the receipt, of {receive.at}")
            quoted.setdefault(count, ": ".join(filter(None, (receive.case, activity, str(finding)))))
    return Report(cases, events, quoted)


def standing(audit: Audit[Permit], at: DateTime) -> Iterator[Count]:
    """How a case stands to its two deadlines: to the rule's by its due, to the one on file by the file's columns."""
    permit, (due,) = audit.entity, audit.dues
    assert permit is not None  # Receive begins one
    yield Count.ALL
    if permit.ended is None or due.met is None:
        yield Count.OPEN
    else:
        on_day = days(due.met, permit.deadline) >= 0
        in_time = permit.ended.timestamp() <= permit.deadline.timestamp()
        yield Count.MET if due.status(at) is Status.MET else Count.LATE
        yield Count.FILE_MET if on_day else Count.FILE_LATE
        yield Count.INSTANT_MET if in_time else Count.INSTANT_LATE
        if on_day and not in_time:
            yield Count.LAST_DAY
    if not audit.of(FindingKind.CONFLICT):
        yield Count.PLAIN if days(due.start, permit.deadline) == 8 * 7 else Count.EXTENDED


def oddities(audit: Audit[Permit]) -> Iterator[tuple[Count, Finding]]:
    """The findings as they are counted; save that a case is late or overdue, which its due has told."""
    end = audit.entity.ended if audit.entity else None
    for finding in audit.findings:
        against = {reason.kind for reason in finding.reasons}
        if finding.kind is FindingKind.CONFLICT:
            yield Count.OTHER, finding
        elif finding.kind is FindingKind.UNMAPPED:
            yield Count.UNMAPPED, finding
        elif ReasonKind.STATE in against:
            yield Count.AFTER_END, finding
            if finding.at and end and days(end, finding.at) > 0:
                yield Count.LATER_DAY, finding
        elif ReasonKind.TIME in against:
            yield Count.END_BEFORE_RECEIPT if finding.name == "End" else Count.BEFORE_RECEIPT, finding


def main(path: Path) -> None:
    """Audit the register at that path and print what it came to; how fast it went, on the error stream."""
    begun = perf_counter()
    with path.open(newline="", encoding="utf-8-sig") as lines:
        report = audit_register(lines)
    print(report)
    print(f"{report.events[Count.ALL] / (perf_counter() - begun):,.0f} events a second", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: python {sys.argv[0]} PATH")
    try:
        main(Path(sys.argv[1]))
    except BadInput as bad:
        sys.exit(str(bad))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        print(f"{sys.argv[1]}: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        sys.exit(2)
