"""What the audit of a register, and the draft of a mapping, come to, as tables and as data."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import cast

from attrs import asdict

from prcomm.adapters import sheets
from prcomm.adapters.commands import wording
from prcomm.adapters.json import FORMAT, header
from prcomm.adapters.json.answers import rests_on
from prcomm.adapters.registers import RegisterAudit, RegisterFinding, RegisterMapping, Seen
from prcomm.adapters.registers.drafting import Draft
from prcomm.adapters.registers.mapping import DELIMITERS, Order
from prcomm.adapters.rows import By, Group, Rows, as_rows, days_late, summary
from prcomm.core.questions.audits import FindingKind
from prcomm.core.table.dues import Due
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Message, Say, joined, named, scoped

SUMMARY = By.RULE, By.DEADLINE, By.OFFICE
"""By what the findings of every audit are counted."""
MOST = 10
"""How many groups its summary tells of each."""
BY: Mapping[By, Message] = {
    By.DEADLINE: wording.DEADLINE, By.ACTION: sheets.ACTION, By.MONTH: wording.MONTH, By.OFFICE: wording.OFFICE,
    By.RULE: wording.RULE, By.ARTICLE: wording.ARTICLE, By.BASIS: wording.BASIS, By.KIND: sheets.KIND,
    By.PROCESS: wording.PROCESS, By.CASE: wording.CASE,
}  # fmt: skip
"""What a column by which findings are counted is called."""
DELIMITER = {character: word for word, character in DELIMITERS.items()}
AS_EVERYWHERE = "", "utf-8", "utf-8-sig"


def kinds(audit: RegisterAudit) -> Sheet:
    """How many findings there are of each kind."""
    return Sheet(sheets.FINDINGS(), (sheets.FINDING, wording.HOW_MANY), tuple(audit.counts.items()))


def found(several: Iterable[RegisterFinding]) -> Sheet:
    """The findings with their places."""
    rows = tuple((one.case, one.line, *sheets.found(one.finding)) for one in several)
    return Sheet(sheets.FINDINGS(), (wording.CASE, wording.LINE, *sheets.FOUND), rows)


def found_and_due(audit: RegisterAudit) -> Sheet:
    """The same, with what a spreadsheet counts by: the deadline, its last day, the days late, the basis, the office."""
    more = wording.DEADLINE, wording.LAST_DAY, wording.DAYS_LATE, wording.BASIS, wording.OFFICE
    plain = found(audit.found)
    rows = tuple((*row, *_due_of(one, audit)) for row, one in zip(plain.rows, audit.found, strict=True))
    return Sheet(plain.caption, (*plain.head, *more), rows)


def _due_of(one: RegisterFinding, audit: RegisterAudit) -> tuple[object, ...]:
    due = one.finding.due
    days: tuple[object, ...] = ("", "", "") if due is None else (named(due.name), due.last, _late(due, audit))
    return (*days, one.finding.basis, audit.office)


def _late(due: Due, audit: RegisterAudit) -> str:
    late = days_late(due, audit.at)
    return "" if late is None else str(late)


def grouped(rows: Rows, by: By, process: str, *, most: int | None = None) -> Sheet:
    """The findings counted by a deadline, a month or another thing.

    Args:
        rows: the findings.
        by: by what.
        process: the name of the process.
        most: how many groups are told, if not all; of more it is said how many.
    """
    head = (BY[by], wording.HOW_MANY, wording.IN_CASES, wording.LATE_OR_OWED, wording.DAYS_LATE_AT_MOST)
    groups = summary(rows, by)
    told = tuple(
        (_of(group, by, process), group.findings, group.cases, group.late, group.days_late) for group in groups[:most]
    )
    rest = len(groups) - len(told)
    more = ((wording.AND_MORE(n=rest), "", "", "", ""),) if rest else ()
    return Sheet(wording.BY(by=BY[by]), head, (*told, *more))


def _of(group: Group, by: By, process: str) -> object:
    """What is counted, by its name where it has one."""
    if not group.of:
        return wording.OF_NONE()
    if by is By.KIND:
        return FindingKind(group.of)
    if by is By.RULE:  # it is the name of a deadline, or a sentence that was said already
        return named(scoped(group.of, process, "deadline"))
    return scoped(group.of, process, "deadline") if by is By.DEADLINE else group.of


def seen_as(seen: Seen) -> str:
    """How a register turned out to be written, where that is not as everywhere; empty if it is."""
    told = [] if seen.encoding in AS_EVERYWHERE else [wording.IN_ENCODING(encoding=seen.encoding)]
    if seen.delimiter not in ("", ","):
        told.append(wording.CELLS_APART(delimiter=DELIMITER.get(seen.delimiter, seen.delimiter)))
    if seen.heads > 1:
        told.append(wording.HEADS_IN(line=seen.heads))
    if seen.order == Order.NEWEST_FIRST:
        told.append(wording.NEWEST_FIRST())
    return wording.READ_AS(how=joined(*told)) if told else ""


def audited(how: RegisterMapping, audit: RegisterAudit, say: Say, by: By | None) -> dict[str, object]:
    """The audit as data."""
    rows = as_rows(audit)
    counted = {} if by is None else {"by": by.value, "groups": [asdict(one) for one in summary(rows, by)]}
    whole = {way.value: [asdict(one) for one in summary(rows, way)] for way in SUMMARY}
    return {
        "prcomm": FORMAT,
        **header(how.lifecycle),
        "as_of": audit.at.isoformat(),
        "office": audit.office,
        "cases": audit.cases,
        "lines": audit.lines,
        "left_out": audit.left_out,
        "later": audit.later,
        "repeated": audit.repeated,
        "seen": None if audit.seen is None else asdict(audit.seen),
        "unread": [asdict(one) for one in audit.unread],
        "counts": Counter(one.finding.kind.value for one in audit.found),
        "summary": whole,
        **counted,
        "findings": [
            {
                "case": one.case,
                "line": one.line,
                "kind": of.kind.value,
                "text": say(named(of.text)),
                "at": of.at and of.at.isoformat(),
                "name": of.name,
                "deadline": None if of.due is None else str(of.due.name),
                "last_day": None if of.due is None or of.due.last is None else of.due.last.isoformat(),
                "days_late": None if of.due is None else days_late(of.due, audit.at),
                "whole": one.whole,
                **rests_on(of.cites, of.basis),
            }
            for one in audit.found
            for of in (one.finding,)
        ],
    }


# -- a draft


def activities(draft: Draft) -> Sheet:
    """What was done in a register, in the order in which it usually comes."""
    head = (wording.ACTIVITY, wording.HOW_MANY, wording.IN_CASES, wording.FIRST, wording.LAST_TIME, wording.FOLLOWS)
    rows = tuple((one.name, one.lines, one.cases, one.first, one.last, one.after) for one in draft.activities)
    return Sheet(wording.ACTIVITIES(), head, rows)


def drafted(draft: Draft) -> dict[str, object]:
    """The draft as data."""
    told = asdict(draft, filter=lambda attribute, _: attribute.name not in ("mapping", "seen"))
    seen = asdict(draft.seen)
    return {"prcomm": FORMAT, "seen": seen, **cast("dict[str, object]", told), "mapping": dict(draft.mapping)}
