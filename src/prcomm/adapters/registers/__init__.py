"""Whole registers, CSV, JSON lines or event logs, audited through a mapping."""

from prcomm.adapters.registers.auditing import (
    AuditedCase,
    RegisterAudit,
    RegisterFinding,
    Tally,
    audit_of,
    audit_register,
    audited_cases,
    judged_case,
)
from prcomm.adapters.registers.mapping import Order, RegisterMapping, read_mapping, read_register
from prcomm.adapters.registers.reading import Register, Seen, opened
from prcomm.adapters.registers.unread import Unread

__all__ = [
    "AuditedCase", "Order", "Register", "RegisterAudit", "RegisterFinding", "RegisterMapping", "Seen", "Tally",
    "Unread", "audit_of", "audit_register", "audited_cases", "judged_case", "opened", "read_mapping", "read_register",
]  # fmt: skip
