"""Whole registers, CSV or JSON lines, audited through a mapping."""

from prcomm.adapters.registers.auditing import Found, RegisterAudit, audit_register
from prcomm.adapters.registers.mapping import RegisterMapping, read_mapping

__all__ = ["Found", "RegisterAudit", "RegisterMapping", "audit_register", "read_mapping"]
