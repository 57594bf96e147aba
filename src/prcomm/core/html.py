"""Plain tables for notebooks. All text is escaped; people are shown by reference."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from prcomm.core.law import Basis, Cites

if TYPE_CHECKING:
    from prcomm.core.audits import Finding
    from prcomm.core.dues import Due
    from prcomm.core.entities import Action, Entity, State
    from prcomm.core.lifecycle import Lifecycle
    from prcomm.core.verdicts import Verdict


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """An HTML table of plain text."""
    cells = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(_text(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def _cites(cites: Cites, basis: Basis | None) -> str:
    known = "" if basis in (None, Basis.STATUTE) or not cites else f", {basis.name}"
    return ", ".join(map(str, cites)) + known


def lifecycle_html(lifecycle: "Lifecycle[Entity[State], Action]") -> str:
    """The transitions and the deadlines of a lifecycle."""
    rows = [
        (
            " | ".join(state.name for state in row.sources),
            row.action.__name__,
            f"never: {row.never}" if row.never else row.target.name if row.target else "",
            ", ".join(role.name for role in row.roles),
            _cites(row.cites, row.basis),
            "; ".join(guard.text for guard in row.given),
            ", ".join(kind.name for kind in row.only),
        )
        for row in lifecycle.rows
    ]
    owed = [
        (
            deadline.name,
            ", ".join(action.__name__ for action in deadline.begins),
            ", ".join(action.__name__ for action in deadline.met_by),
            deadline.owed_by.name,
            _cites(deadline.cites, deadline.basis),
        )
        for deadline in lifecycle.deadlines
    ]
    head = ("in state", "action", "leads to", "who may", "under", "given that", "only")
    html = table(f"{lifecycle.name}: transitions", head, rows)
    return html + table(f"{lifecycle.name}: deadlines", ("owed", "begins with", "met by", "owed by", "under"), owed)


def entity_html(entity: "Entity[State]") -> str:
    """The history of an entity."""
    rows = [
        (
            record.action.at.isoformat(sep=" ", timespec="minutes"),
            type(record.action).__name__,
            f"{record.action.by.id} ({record.action.by.role.name})",
            record.state.name,
            _cites(record.cites, record.basis),
            "; ".join(map(str, record.against)),
        )
        for record in entity.history
    ]
    caption = f"{type(entity).__name__} {entity.id}: {entity.state.name}, version {entity.version}"
    return table(caption, ("at", "action", "by", "state", "under", "against"), rows)


def due_html(due: "Due") -> str:
    """A due and its trace."""
    days = (
        due.start,
        due.raw,
        due.rolled,
        due.control,
        due.last,
        due.met,
        due.owed_by.name,
        _cites(due.cites, due.basis),
    )
    head = ("counted from", "raw", "rolled", "control", "last", "met", "owed by", "under")
    name = due.name if due.key is None else f"{due.name} {due.key}"
    name += f", provided that {due.provided}" if due.provided else ""
    lines = [(line.day, "+" if line.counted else "-", line.text, _cites(line.cites, line.basis)) for line in due.trace]
    return table(name, head, [days]) + table(f"{name}: why this day", ("day", "", "why", "under"), lines)


def verdict_html(verdict: "Verdict") -> str:
    """A verdict and its reasons."""
    rows = [(reason.kind, reason.text, _cites(reason.cites, reason.basis), reason.remedy) for reason in verdict.reasons]
    return table(str(verdict).split("\n", 1)[0], ("why not", "reason", "under", "what would do"), rows)


def audit_html(findings: "Iterable[Finding]") -> str:
    """The findings of an audit."""
    rows = [(f.step, f.at, f.kind, f.text, _cites(f.cites, f.basis)) for f in findings]
    return table("findings", ("step", "at", "kind", "finding", "under"), rows)
