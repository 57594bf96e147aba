"""prcomm: the public-relations processes of internal affairs bodies, as law that runs.

Everything public is found here; nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prcomm.core.calendar.days.calendars import EVERY_DAY, WEEKS, Calendar, plain
    from prcomm.core.calendar.days.rules import (
        NEXT_WORKING_DAY,
        WORKING_DAY_BEFORE,
        Computus,
        DayRange,
        EveryWeek,
        FromEaster,
        Holiday,
        Instead,
        Near,
        NthWeekday,
        WeekdayNear,
        YearlyRange,
        easter,
    )
    from prcomm.core.calendar.days.special import GeneralRule, SpecialDay
    from prcomm.core.calendar.law import Conventions, Law
    from prcomm.core.calendar.periods import each_half_year, each_month, each_quarter, each_year
    from prcomm.core.calendar.terms.amounts import Amount
    from prcomm.core.calendar.terms.combined import at_least, earliest, further
    from prcomm.core.calendar.terms.counts import Count, before, until
    from prcomm.core.calendar.terms.in_days import Days, Months, WorkingDays
    from prcomm.core.calendar.terms.in_hours import SAME_WORKING_DAY, Hours, Minutes, WorkingHours, WorkingMinutes
    from prcomm.core.calendar.terms.starts import Term
    from prcomm.core.calendar.terms.unnumbered import NOT_YET_NAMED, PROMPTLY, STANDS, Until
    from prcomm.core.calendar.traces import Trace, TraceLine
    from prcomm.core.engine.allowed import Allowed
    from prcomm.core.engine.verdicts import Refused, Verdict
    from prcomm.core.questions.audits import Audit, Entered, Finding, FindingKind, Unmapped
    from prcomm.core.questions.conflicts import Conflict, NotGiven
    from prcomm.core.questions.lifecycle import Lifecycle
    from prcomm.core.questions.wakeups import Wakeup
    from prcomm.core.questions.what_if import Change, changed
    from prcomm.core.sources.citations import Article, Basis, Citation, Doubt, Enactment, Rule, RuleKind, Source, cite
    from prcomm.core.sources.dated import Dated, EndDays, LastDay, Reading, Reform, Version
    from prcomm.core.sources.people import PERSONAL, Actor, Institution, LegalEntity, Office, Outlet, Person, Role, Who
    from prcomm.core.sources.public_events import OpenTo, PublicEvent
    from prcomm.core.sources.redaction import Redaction, redacted
    from prcomm.core.sources.working_hours import Opening, Weekday, openings
    from prcomm.core.table.context import Context
    from prcomm.core.table.deadlines import Deadline, owes
    from prcomm.core.table.dues import Due, Status
    from prcomm.core.table.effects import keeps
    from prcomm.core.table.entities import Action, Clock, Correction, Entity, Item, Phase, Record, Reference, State
    from prcomm.core.table.guards import Guard, given, guard, run_out, runs
    from prcomm.core.table.linting import Fault, FaultKind
    from prcomm.core.table.moves import RunningTerm, by_field, by_law, by_state
    from prcomm.core.table.reasons import Reason, ReasonKind
    from prcomm.core.table.rows import SAME, Part, Transition, part_rows, rows
    from prcomm.core.values.alternatives import Kind, OneOf
    from prcomm.core.values.errors import BadInput, FaultsError, FaultyLifecycle, NotInForce, PrcommError
    from prcomm.core.values.references import in_one_form
    from prcomm.processes import PROCESSES

__version__ = "0.1.0"

_NAMES = {
    "core.questions.audits": "Audit Entered Finding FindingKind Unmapped",
    "core.questions.conflicts": "Conflict NotGiven",
    "core.calendar.days.calendars": "EVERY_DAY WEEKS Calendar plain",
    "core.calendar.days.rules": "NEXT_WORKING_DAY WORKING_DAY_BEFORE Computus DayRange EveryWeek FromEaster Holiday "
    "Instead Near NthWeekday WeekdayNear YearlyRange easter",
    "core.calendar.days.special": "GeneralRule SpecialDay",
    "core.questions.what_if": "Change changed",
    "core.table.linting": "Fault FaultKind",
    "core.table.context": "Context",
    "core.table.deadlines": "Deadline owes",
    "core.table.dues": "Due Status",
    "core.table.entities": "Action Clock Correction Entity Item Phase Record Reference State",
    "core.values.errors": "BadInput FaultsError FaultyLifecycle NotInForce PrcommError",
    "core.sources.citations": "Article Basis Citation Doubt Enactment Rule RuleKind Source cite",
    "core.calendar.law": "Conventions Law",
    "core.sources.dated": "Dated EndDays LastDay Reading Reform Version",
    "core.engine.allowed": "Allowed",
    "core.questions.lifecycle": "Lifecycle",
    "core.values.alternatives": "Kind OneOf",
    "core.sources.people": "PERSONAL Actor Institution LegalEntity Office Outlet Person Role Who",
    "core.sources.working_hours": "Opening Weekday openings",
    "core.sources.public_events": "OpenTo PublicEvent",
    "core.sources.redaction": "Redaction redacted",
    "core.calendar.periods": "each_half_year each_month each_quarter each_year",
    "core.table.effects": "keeps",
    "core.table.guards": "Guard given guard run_out runs",
    "core.table.moves": "RunningTerm by_field by_law by_state",
    "core.table.rows": "SAME Part Transition part_rows rows",
    "core.calendar.terms.combined": "at_least earliest further",
    "core.calendar.terms.amounts": "Amount",
    "core.calendar.terms.counts": "Count before until",
    "core.calendar.terms.in_days": "Days Months WorkingDays",
    "core.calendar.terms.in_hours": "SAME_WORKING_DAY Hours Minutes WorkingHours WorkingMinutes",
    "core.calendar.terms.starts": "Term",
    "core.calendar.terms.unnumbered": "NOT_YET_NAMED PROMPTLY STANDS Until",
    "core.calendar.traces": "Trace TraceLine",
    "core.table.reasons": "Reason ReasonKind",
    "core.engine.verdicts": "Refused Verdict",
    "core.questions.wakeups": "Wakeup",
    "core.values.references": "in_one_form",
    "processes": "PROCESSES",
}  # fmt: skip
_WHERE = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "EVERY_DAY", "NEXT_WORKING_DAY", "NOT_YET_NAMED", "PERSONAL", "PROCESSES", "PROMPTLY", "SAME", "SAME_WORKING_DAY",
    "STANDS", "WEEKS", "WORKING_DAY_BEFORE", "Action", "Actor", "Allowed", "Amount", "Article", "Audit", "BadInput",
    "Basis", "Calendar", "Change", "Citation", "Clock", "Computus", "Conflict", "Context", "Conventions", "Correction",
    "Count", "Dated", "DayRange", "Days", "Deadline", "Doubt", "Due", "Enactment", "EndDays", "Entered", "Entity",
    "EveryWeek", "Fault", "FaultKind", "FaultsError", "FaultyLifecycle", "Finding", "FindingKind", "FromEaster",
    "GeneralRule", "Guard", "Holiday", "Hours", "Instead", "Institution", "Item", "Kind", "LastDay", "Law",
    "LegalEntity", "Lifecycle", "Minutes", "Months", "Near", "NotGiven", "NotInForce", "NthWeekday", "Office", "OneOf",
    "OpenTo", "Opening", "Outlet", "Part", "Person", "Phase", "PrcommError", "PublicEvent", "Reading", "Reason",
    "ReasonKind", "Record", "Redaction", "Reference", "Reform", "Refused", "Role", "Rule", "RuleKind", "RunningTerm",
    "Source", "SpecialDay", "State", "Status", "Term", "Trace", "TraceLine", "Transition", "Unmapped", "Until",
    "Verdict", "Version", "Wakeup", "Weekday", "WeekdayNear", "Who", "WorkingDays", "WorkingHours", "WorkingMinutes",
    "YearlyRange", "at_least", "before", "by_field", "by_law", "by_state", "changed", "cite", "each_half_year",
    "each_month", "each_quarter", "each_year", "earliest", "easter", "further", "given", "guard", "in_one_form",
    "keeps", "openings", "owes", "part_rows", "plain", "redacted", "rows", "run_out", "runs", "until",
]  # fmt: skip


def __getattr__(name: str) -> object:
    module = _WHERE.get(name)
    if module is None:
        raise AttributeError(f"module 'prcomm' has no attribute {name!r}")
    value: object = getattr(import_module(f"prcomm.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
