"""Registers of millions: the same tables as columns. The extra ``columns`` brings DuckDB, numpy and Arrow.

A lifecycle is compiled by asking it: what stands against an action, where it leads, what it begins, moves and ends, and
where each term ends is asked of the library itself, once for each combination that is met. The columns count no days
and know no law, so both ways come to the same; what they can't decide goes to ``lifecycle.audit``, case by case, and
never to a guess.
"""

from prcomm.adapters.columns.audits import COLUMNS, SAMPLE, ColumnAudit, DisagreementError, audit
from prcomm.adapters.columns.kernel import Compiled, compile  # noqa: A004  # columns.compile, as re.compile
from prcomm.adapters.columns.sources import Source, source_of
from prcomm.adapters.columns.spark import on_spark

__all__ = [
    "COLUMNS", "SAMPLE", "ColumnAudit", "Compiled", "DisagreementError", "Source", "audit", "compile", "on_spark",
    "source_of",
]  # fmt: skip
