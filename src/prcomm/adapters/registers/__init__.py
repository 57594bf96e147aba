"""Whole registers, CSV or JSON lines, audited through a mapping."""

from prcomm.adapters.registers.auditing import RegisterAudit, RegisterFinding, audit_register
from prcomm.adapters.registers.mapping import RegisterMapping, read_mapping

__all__ = ["RegisterAudit", "RegisterFinding", "RegisterMapping", "audit_register", "read_mapping"]
