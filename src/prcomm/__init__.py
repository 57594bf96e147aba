"""prcomm: the public-relations processes of internal affairs bodies, as law that runs.

Everything public is found here; nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prcomm.core.allowed import Allowed
    from prcomm.core.audits import Audit, Finding, FindingKind, Unmapped
    from prcomm.core.calendar import EVERY_DAY, WEEKS, Calendar, GeneralRule, Holiday, SpecialDay, plain
    from prcomm.core.changes import Change, changed
    from prcomm.core.checks import Fault, FaultKind
    from prcomm.core.deadlines import Deadline, Running, by_law, owes
    from prcomm.core.dues import Due, Status
    from prcomm.core.effects import keeps
    from prcomm.core.entities import Action, Clock, Entity, Item, Phase, Record, Reference, State
    from prcomm.core.errors import BadInput, FaultsError, FaultyLifecycle, NotInForce, PrcommError
    from prcomm.core.guards import Guard, given, guard, run_out, runs
    from prcomm.core.law import (
        Article,
        Basis,
        Citation,
        Conventions,
        Dated,
        Enactment,
        LastDay,
        Law,
        Reading,
        Reform,
        Rule,
        RuleKind,
        Source,
        Version,
        cite,
    )
    from prcomm.core.lifecycle import Lifecycle
    from prcomm.core.oneof import Kind, OneOf
    from prcomm.core.people import Actor, Institution, LegalEntity, Office, Outlet, Person, Role, Who, redacted
    from prcomm.core.periods import each_half_year, each_month, each_quarter, each_year
    from prcomm.core.tables import SAME, Part, Transition, part_rows, rows
    from prcomm.core.terms import (
        PROMPTLY,
        SAME_WORKING_DAY,
        STANDS,
        Days,
        Hours,
        Line,
        Months,
        Term,
        Trace,
        Until,
        WorkingDays,
        WorkingHours,
        at_least,
        before,
        earliest,
        further,
    )
    from prcomm.core.verdicts import Reason, ReasonKind, Refused, Verdict
    from prcomm.core.wakeups import Wakeup
    from prcomm.processes import PROCESSES

__version__ = "0.1.0"

_NAMES = {
    "core.audits": "Audit Finding FindingKind Unmapped",
    "core.calendar": "EVERY_DAY WEEKS Calendar GeneralRule Holiday SpecialDay plain",
    "core.changes": "Change changed",
    "core.checks": "Fault FaultKind",
    "core.deadlines": "Deadline Running by_law owes",
    "core.dues": "Due Status",
    "core.entities": "Action Clock Entity Item Phase Record Reference State",
    "core.errors": "BadInput FaultsError FaultyLifecycle NotInForce PrcommError",
    "core.law": "Article Basis Citation Conventions Dated Enactment LastDay Law Reading Reform Rule RuleKind Source "
    "Version cite",
    "core.allowed": "Allowed",
    "core.lifecycle": "Lifecycle",
    "core.oneof": "Kind OneOf",
    "core.people": "Actor Institution LegalEntity Office Outlet Person Role Who redacted",
    "core.periods": "each_half_year each_month each_quarter each_year",
    "core.effects": "keeps",
    "core.guards": "Guard given guard run_out runs",
    "core.tables": "SAME Part Transition part_rows rows",
    "core.terms": "PROMPTLY SAME_WORKING_DAY STANDS Days Hours Line Months Term Trace Until WorkingDays WorkingHours "
    "at_least before earliest further",
    "core.verdicts": "Reason ReasonKind Refused Verdict",
    "core.wakeups": "Wakeup",
    "processes": "PROCESSES",
}  # fmt: skip
_WHERE = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "EVERY_DAY", "PROCESSES", "PROMPTLY", "SAME", "SAME_WORKING_DAY", "STANDS", "WEEKS", "Action", "Actor", "Allowed",
    "Article", "Audit", "BadInput", "Basis", "Calendar", "Change", "Citation", "Clock", "Conventions", "Dated", "Days",
    "Deadline", "Due", "Enactment", "Entity", "Fault", "FaultKind", "FaultsError", "FaultyLifecycle", "Finding",
    "FindingKind", "GeneralRule", "Guard", "Holiday", "Hours", "Institution", "Item", "Kind", "LastDay", "Law",
    "LegalEntity", "Lifecycle", "Line", "Months", "NotInForce", "Office", "OneOf", "Outlet", "Part", "Person", "Phase",
    "PrcommError", "Reading", "Reason", "ReasonKind", "Record", "Reference", "Reform", "Refused", "Role", "Rule",
    "RuleKind", "Running", "Source", "SpecialDay", "State", "Status", "Term", "Trace", "Transition", "Unmapped",
    "Until", "Verdict", "Version", "Wakeup", "Who", "WorkingDays", "WorkingHours", "at_least", "before", "by_law",
    "changed", "cite", "each_half_year", "each_month", "each_quarter", "each_year", "earliest", "further", "given",
    "guard", "keeps", "owes", "part_rows", "plain", "redacted", "rows", "run_out", "runs",
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
