"""What an audit of a register comes to, before its findings one by one: by kind, by rule, by deadline, by office."""

from collections.abc import Iterator
from typing import Final

from attrs import asdict

from prcomm.adapters import sheets
from prcomm.adapters.commands import wording
from prcomm.adapters.registers import RegisterAudit, RegisterMapping
from prcomm.adapters.rows import By, Group, as_rows, summary
from prcomm.core.questions.audits import FindingKind
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Message, Said, Say, in_english

BY: Final = {
    By.KIND: sheets.KIND,
    By.RULE: wording.RULE,
    By.DEADLINE: wording.DEADLINE,
    By.OFFICE: wording.OFFICE,
}
"""By what findings are counted, and what that is called."""
MOST: Final = 10
"""How many groups are told of each; of more it is said how many."""


def summaries(how: RegisterMapping, audit: RegisterAudit, say: Say) -> Iterator[Sheet]:
    """A table for each way to count: how many findings, in how many cases, how late the latest."""
    for by, groups in _counted(audit, say).items():
        known = groups if by is By.OFFICE else [group for group in groups if group.of]
        if known:
            yield _table(by, BY[by], known, how)


def summed(audit: RegisterAudit) -> dict[str, list[dict[str, object]]]:
    """The same as JSON has it."""
    return {by.value: [asdict(group) for group in groups] for by, groups in _counted(audit, in_english).items()}


def _counted(audit: RegisterAudit, say: Say) -> dict[By, tuple[Group, ...]]:
    rows = as_rows(audit, say=say)
    return {by: summary(rows, by) for by in BY}


def _table(by: By, name: Message, groups: tuple[Group, ...] | list[Group], how: RegisterMapping) -> Sheet:
    late = any(group.late for group in groups)
    head = (name, wording.FOUND, wording.IN_CASES, *((wording.LATE, wording.DAYS_LATE) if late else ()))
    rows = tuple(
        (_name(by, group.of, how), group.findings, group.cases, *((group.late, group.days_late) if late else ()))
        for group in groups[:MOST]
    )
    rest = len(groups) - MOST
    more = ((wording.AND_MORE(n=rest), *("" for _ in head[1:])),) if rest > 0 else ()
    return Sheet("", head, (*rows, *more))


def _name(by: By, of: str, how: RegisterMapping) -> object:
    """What is counted, in words that have labels."""
    if by is By.KIND:
        return FindingKind(of)
    if by in (By.RULE, By.DEADLINE):
        return next((one.name for one in how.lifecycle.deadlines if one.name == of), Said(of, {}))
    return of
