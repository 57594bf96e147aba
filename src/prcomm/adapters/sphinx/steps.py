"""How a process goes: its ordinary way as numbered steps, and under each what leaves it there."""

from collections.abc import Iterator

from attrs import frozen
from docutils import nodes

from prcomm.adapters import pages
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.nodes import Inline, Tag, apart, between, capital, ref, tag
from prcomm.adapters.sphinx.telling import Telling
from prcomm.adapters.sphinx.transitions import ARROW, TransitionsTable
from prcomm.adapters.terms import Terms
from prcomm.adapters.ways import Stay, Step, at_its_end, ordinary_way
from prcomm.core.table.entities import Action
from prcomm.core.table.in_force import Row
from prcomm.core.values.messages import Message


@frozen
class Steps:
    """The ordinary way of a process, on a page.

    Attributes:
        tell: what the page calls its things.
        terms: how long its deadlines run.
    """

    tell: Telling
    terms: Terms

    def made(self) -> Iterator[nodes.Node]:
        """The steps, and by which rule they were chosen."""
        steps = ordinary_way(self.tell.lifecycle)
        if steps:
            yield tag("ol", *map(self._step, steps), classes=["prcomm-steps"])
            end = at_its_end(self.tell.lifecycle, steps)
            if end and end.state:
                head = tag("div", ARROW.strip(), " ", tag("strong", self.tell.state_ref(end.state)))
                yield tag("div", head, *self._otherwise(end), classes=["prcomm-steps-end"])
            yield tag("p", tag("small", capital(self.tell.say(pages.HOW_CHOSEN)), "."))

    def _step(self, step: Step) -> Tag:
        tell, say = self.tell, self.tell.say
        phase: list[Inline] = [" ", tag("small", f"· {say(step.target.phase)}")] if step.target.phase else []
        head = tag("div", tag("strong", tell.action_ref(step.action)), ARROW, tell.state_ref(step.target), *phase)
        told: list[Inline] = [head, *(tag("div", *self._who(row)) for row in step.rows), *self._owed(step.action)]
        return tag("li", *told, *self._otherwise(step))

    def _otherwise(self, stay: Stay) -> list[Inline]:
        """What else may be done in a state."""
        told: list[Inline] = [tag("div", *self._forbidden(row)) for row in stay.forbidden]
        others = (tag("li", *self._other(row)) for row in stay.leaving)
        told += self._folded(pages.OTHER_WAYS, len(stay.leaving), tag("ul", *others))
        meanwhile = between(map(self._act, stay.staying))
        return told + self._folded(pages.MEANWHILE, len(stay.staying), tag("div", *meanwhile))

    def _who(self, row: Row) -> list[Inline]:
        """Who takes the step by a row, and under what."""
        tell = self.tell
        number = tell.row_ref(tell.lifecycle.rows.index(row))
        under = ["– ", *tell.under(row.cites, row.basis)] if row.cites else []
        return [*tell.chips(row), *under, *tell.only(row), " (№ ", number, ")"]

    def _owed(self, action: type[Action]) -> Iterator[Tag]:
        """By when an act is to be done, and what it begins."""
        for fact, deadlines in (
            (pages.BY_WHEN, [one for one in self.tell.lifecycle.deadlines if action in one.met_by]),
            (pages.IT_BEGINS, [one for one in self.tell.lifecycle.deadlines if action in one.begins]),
        ):
            told = [[self.tell.deadline_ref(one.name), f": {self.tell.say(self.terms(one))}"] for one in deadlines]
            if told:
                yield tag("div", tag("em", f"{capital(self.tell.say(fact))}: "), *apart(told))

    def _forbidden(self, row: Row) -> list[Inline]:
        tell = self.tell
        under = [" (", *tell.under(row.cites, row.basis), ")"]
        return [self._act(row), *TransitionsTable(tell).leads(row), *tell.only(row), *under]

    def _folded(self, title: Message, n: int, told: Tag) -> list[Inline]:
        return [tag("details", tag("summary", self.tell.say(title(n=n))), told)] if n else []

    def _act(self, row: Row) -> Inline:
        """An act, with its row."""
        tell = self.tell
        return ref(things.row(tell.lifecycle, tell.lifecycle.rows.index(row)), tell.say(row.action), tell.lang)

    def _other(self, row: Row) -> list[Inline]:
        """Another act: where it leads, under what, and by when."""
        tell = self.tell
        owed = (one for one in tell.lifecycle.deadlines if row.action in one.met_by)
        terms = [[tell.deadline_ref(one.name), f": {tell.say(self.terms(one))}"] for one in owed]
        when: list[Inline] = ["; ", *apart(terms)] if terms else []
        head = [self._act(row), *TransitionsTable(tell).leads(row), *tell.only(row)]
        return [*head, " (", *tell.under(row.cites, row.basis), ")", *when]
