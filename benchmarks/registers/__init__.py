"""Registers made up at any size, and who audits them: columns, hand-written SQL, polars and ``lifecycle.audit``."""
