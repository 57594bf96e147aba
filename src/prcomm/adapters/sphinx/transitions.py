"""The transitions of a process as a table that fits its column: what begins in the same states stands under them."""

from collections.abc import Sequence
from typing import Never

from attrs import frozen

from prcomm.adapters import pages, sheets
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.nodes import Inline, Tag, between, framed, ref, tag
from prcomm.adapters.sphinx.telling import HOLLOW_DOT, Telling
from prcomm.core.sources.citations import UNDER, Basis
from prcomm.core.table.entities import State
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.values.messages import named

ARROW = " → "


@frozen
class TransitionsTable:
    """The table of the transitions of a process.

    Attributes:
        tell: what the page calls its things.
    """

    tell: Telling

    def made(self) -> Tag:
        """The table: a body for each set of states, which heads it, and in it the rows that begin there."""
        tell, say = self.tell, self.tell.say
        names = [pages.NUMBER, pages.ACT_AND_STATE, sheets.WHO, UNDER, sheets.GIVEN]
        names += [pages.IN_FORCE] if self._dated else []
        heads = (tag("th", say(name), given={"scope": "col"}) for name in names)
        groups: dict[tuple[str, tuple[object, ...]], list[int]] = {}
        for number, row in enumerate(tell.lifecycle.rows):
            groups.setdefault(self._where(row), []).append(number)
        bodies = (self._body(numbers, len(names)) for numbers in groups.values())
        caption = say(sheets.TRANSITIONS(process=named(tell.lifecycle.name)))
        return framed(caption, tag("thead", tag("tr", *heads)), *bodies, classes=["prcomm-rows"])

    @property
    def _dated(self) -> bool:
        return any(row.since or row.until for row in self.tell.lifecycle.rows)

    def _where(self, row: Row) -> tuple[str, tuple[object, ...]]:
        """By what rows are put together: the table, the states in it, and those of the whole."""
        during = sheets.during_of(self.tell.lifecycle).get(id(row), ())
        return row.table.states.__name__, (row.sources, during)

    def _body(self, numbers: Sequence[int], width: int) -> Tag:
        rows = self.tell.lifecycle.rows
        told = self.states(rows[numbers[0]])
        head = tag("th", *told, given={"scope": "rowgroup", "colspan": str(width)})
        before = [rows[n].cites for n in numbers[:-1]]
        acts = ("", *(cites[-1].source if cites else "" for cites in before))
        lines = (self._row(n, rows[n], act) for n, act in zip(numbers, acts, strict=True))
        return tag("tbody", tag("tr", head, classes=["prcomm-in"]), *lines)

    def states(self, row: Row) -> list[Inline]:
        """In which states a row begins."""
        tell = self.tell
        part = next((part.name for part in tell.lifecycle.parts if row in part.transitions), "")
        inside: list[Inline] = [tell.say(named(part)), ": "] if part else []
        during = sheets.during_of(tell.lifecycle).get(id(row), ())
        if during:
            return [*inside, tell.say(sheets.applies_in(row, during))]
        if not row.sources:
            return [*inside, tell.say(pages.BEGINNING)]
        every = tuple(row.table.states)
        if len(row.sources) > 6 or len(row.sources) == len(every) > 1:
            return [*inside, things.in_states(row.sources, every, tell.say)]
        return [*inside, *between(map(tell.state_ref, row.sources))]

    def _row(self, number: int, row: Row, after: str) -> Tag:
        """A row; of the act that the row above it ended with only the place is named."""
        tell = self.tell
        thing = tell.note(things.row(tell.lifecycle, number), f"{tell.say(row.action)} ({number + 1})")
        cells: list[list[Inline]] = [
            [tell.action_ref(row.action), *self.leads(row), *tell.only(row)],
            tell.chips(row),
            tell.under(row.cites, row.basis, after),
            between(map(self._condition, row.given), "; "),
        ]
        if self._dated:
            cells.append([self._days(row)])
        first = tag("th", str(number + 1), given={"scope": "row"})
        return tag("tr", first, *(tag("td", *cell) for cell in cells), ids=[thing.anchor])

    def _condition(self, guard: Guard[Never, Never]) -> Inline:
        """A condition; one that rests on less than the text of an act is marked, and leads to why it is asked. To all
        others leads the act of the row: a table of links alone can't be read."""
        words = self.tell.say(named(guard.text))
        less = guard.basis is not Basis.STATUTE
        return ref(things.guard(self.tell.lifecycle, guard), f"{words} {HOLLOW_DOT}", self.tell.lang) if less else words

    def leads(self, row: Row) -> list[Inline]:
        """Where a row leads, if it changes the state; or that it is forbidden."""
        if row.never:
            return [": ", tag("strong", self.tell.say(sheets.NEVER(text=named(row.never))))]
        return [ARROW, self.tell.state_ref(row.target)] if isinstance(row.target, State) else []

    def _days(self, row: Row) -> str:
        days = [(pages.SINCE_DAY, row.since), (pages.UNTIL_DAY, row.until)]
        return ", ".join(self.tell.say(told(day=day)) for told, day in days if day)
