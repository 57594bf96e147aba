"""The page of a process: how it goes, its picture, its states, who may do what, its acts and its deadlines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import attrs
from attrs import Factory, field, frozen
from docutils import nodes

from prcomm.adapters import pages, sheets
from prcomm.adapters.diagrams import lifecycle_picture
from prcomm.adapters.diagrams.arrows import tables
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.law_bar import law_bar
from prcomm.adapters.sphinx.nodes import (
    Cell,
    Inline,
    Languages,
    between,
    capital,
    code,
    lifecycle,
    para,
    ref,
    section,
    table,
    tag,
)
from prcomm.adapters.sphinx.steps import Steps
from prcomm.adapters.sphinx.telling import Telling
from prcomm.adapters.sphinx.things import Thing
from prcomm.adapters.sphinx.transitions import TransitionsTable
from prcomm.adapters.terms import AnyDeadline, Terms
from prcomm.core.sources.citations import UNDER
from prcomm.core.table.entities import Action, State
from prcomm.core.values.fields import field_docs
from prcomm.core.values.messages import Message, named
from prcomm.labels import ENGLISH, Labels
from prcomm.labels.lacking import lists_of
from prcomm.processes import AnyLifecycle


@frozen
class ProcessPage:
    """The page of a process in one language.

    Attributes:
        lifecycle: the process.
        labels: what things are called.
        lang: in which language.
        domain: where its things are noted.
        tell: what the page calls its things.
        terms: how long its deadlines run.
    """

    lifecycle: AnyLifecycle
    labels: Labels
    lang: str
    domain: PrcommDomain
    tell: Telling = field(
        default=Factory(lambda of: Telling(of.lifecycle, of.labels, of.lang, of.domain), takes_self=True), init=False
    )
    terms: Terms = field(default=Factory(lambda of: Terms.of(of.lifecycle), takes_self=True), init=False)

    def sections(self) -> nodes.section:
        """The whole page as one section."""
        tell, say = self.tell, self.tell.say
        of = tell.note(things.process(self.lifecycle), say(self.lifecycle.name))
        head: list[nodes.Node] = [
            Languages(thing=of),
            para(say(pages.UNDER_LAW(law=named(self.lifecycle.law.name)))),
            *law_bar(tell),
            tag("p", *self._beside()),
        ]
        head += tell.drafts()
        parts = (
            tell.titled(pages.HOW_IT_GOES, *Steps(tell, self.terms).made()),
            tell.titled(pages.PICTURE, self._picture()),
            tell.titled(pages.STATES, *self._states()),
            tell.titled(pages.TRANSITIONS, tell.hollow(), TransitionsTable(tell).made()),
            tell.titled(pages.ACTIONS, self._actions()),
            tell.titled(pages.DEADLINES, self._deadlines()),
        )
        title = capital(say(self.lifecycle.name))
        return section(title, of.anchor, *head, *(part for part in parts if len(part.children) > 1))

    def _beside(self) -> list[Inline]:
        """The other pages of the process: why it is so, and what a lawyer is asked."""
        say, of = self.tell.say, self.lifecycle
        why = ref(things.why(of), capital(say(pages.WHY)), self.lang)
        return [why, " · ", ref(things.review(of), capital(say(pages.TO_A_LAWYER)), self.lang)]

    # -- the picture

    def _picture(self) -> nodes.Node:
        told = {name: self.tell.say(words) for name, words in pages.OF_A_CARD.items()}
        return lifecycle(lifecycle_picture(self.lifecycle, self.tell.say, link=self._href), told, self.lifecycle.name)

    def _href(self, thing: object) -> str | None:
        lifecycle = self.lifecycle
        if isinstance(thing, State):
            return f"#{self.tell.state(thing).anchor}"
        rows = cast("tuple[object, ...]", lifecycle.rows)
        number = next((n for n, row in enumerate(rows) if row is thing), None)
        if number is not None:
            return f"#{things.row(lifecycle, number).anchor}"
        if isinstance(thing, str) and any(deadline.name == thing for deadline in lifecycle.deadlines):
            return f"#{things.deadline(lifecycle, thing).anchor}"
        return f"#{pages.TRANSITIONS}" if thing in lifecycle.roles else None

    # -- states

    def _states(self) -> Iterator[nodes.Node]:
        tell, say = self.tell, self.tell.say
        terms = {deadline.name: self._term(deadline) for deadline in self.lifecycle.deadlines}
        for drawn in tables(self.lifecycle):
            part = say(pages.PART_STATES(part=named(drawn.name))) if drawn.name else ""
            initial = {line.target for line in drawn.starts}
            rows: list[tuple[Thing | None, Sequence[Cell]]] = []
            for of in drawn.states:
                thing = tell.note(tell.state(of), say(of))
                place = [
                    say(word) for word, where in ((sheets.INITIAL, initial), (sheets.FINAL, drawn.final)) if of in where
                ]
                place = [*([say(sheets.phase_of(self.lifecycle.name, of.phase))] if of.phase else []), *place]
                running = ([tell.deadline_ref(name), ": ", terms[name]] for name in drawn.running.get(of, ()))
                done = between(tell.row_ref(n, action=True) for n in self._rows_in(of))
                name: Cell = [tell.marked(of), tag("br"), code(of.name)]
                rows.append((thing, [name, ", ".join(place), done, _lines(running)]))
            head = (sheets.STATE, sheets.PLACE, pages.LEADS_ON, pages.MAY_RUN)
            yield table(
                list(map(say, head)), rows, capital(part or say(sheets.STATES(process=named(self.lifecycle.name))))
            )

    def _rows_in(self, of: State) -> Iterator[int]:
        """The rows that lead on from a state."""
        for n, row in enumerate(self.lifecycle.rows):
            if of in row.sources and not row.never and row.leads_to(of) is not of:
                yield n

    # -- actions

    def _actions(self) -> nodes.Node:
        tell, say = self.tell, self.tell.say
        rows: list[tuple[Thing | None, Sequence[Cell]]] = []
        for of in self.lifecycle.actions:
            thing = tell.note(things.action(self.lifecycle, of), say(of))
            why = ref(things.act(self.lifecycle, of), tell.marked(of), self.lang)
            stands = between(tell.row_ref(n) for n, row in enumerate(self.lifecycle.rows) if row.action is of)
            rows.append((thing, [[why, tag("br"), code(of.__name__)], _lines(self._carried(of)), stands]))
        head = (sheets.ACTION, pages.CARRIES, pages.WHERE_ROWS)
        return table(list(map(say, head)), rows, capital(say(pages.ACTIONS)))

    def _carried(self, of: type[Action]) -> Iterator[list[Inline]]:
        """Each field of its own with what it means, which is said in English alone, and what it is chosen from: of
        the fields that are no choice the other languages say nothing."""
        told: Mapping[str, str] = field_docs(of) if self.lang == ENGLISH else {}
        lists = lists_of(of)
        for one in attrs.fields(of):
            if one.name not in ("at", "by") and (one.name in lists or self.lang == ENGLISH):
                meaning = [f": {told[one.name]}"] if one.name in told else []
                values = lists.get(one.name, ())
                choice = [": ", "; ".join(map(self.tell.say, values))] if values else []
                name = self.tell.field(one.name)
                yield [code(name) if name == one.name else name, *meaning, *choice]

    # -- deadlines

    def _term(self, deadline: AnyDeadline) -> str:
        return self.tell.say(self.terms(deadline))

    def _deadlines(self) -> nodes.Node | None:
        tell, say = self.tell, self.tell.say
        rows: list[tuple[Thing | None, Sequence[Cell]]] = []
        for deadline in self.lifecycle.deadlines:
            thing = tell.note(things.deadline(self.lifecycle, deadline.name), say(named(deadline.name)))
            why = ref(things.term(self.lifecycle, deadline.name), tell.marked(named(deadline.name)), self.lang)
            term: list[Inline] = [tag("strong", self._term(deadline))]
            cells: list[Cell] = [[why], term, _lines(self._clock(deadline)), tell.who(deadline.who)]
            rows.append((thing, [*cells, tell.under(deadline.cites, deadline.basis)]))
        head = (sheets.OWED, sheets.WITHIN, sheets.BEGINS_WITH, sheets.OWED_BY, UNDER)
        caption = say(sheets.DEADLINES(process=named(self.lifecycle.name)))
        return table(list(map(say, head)), rows, caption) if rows else None

    def _clock(self, deadline: AnyDeadline) -> Iterator[list[Inline]]:
        """With what its clock begins, what meets it, moves it and ends it."""
        tell, say = self.tell, self.tell.say
        yield tell.action_refs(deadline.begins)
        facts: tuple[tuple[Message, list[Inline]], ...] = (
            (sheets.MET_BY, tell.action_refs(deadline.met_by)),
            *tell.touched(deadline, self.terms),
            (pages.ENDED_BY, tell.action_refs(deadline.until)),
            (pages.PROVIDED_THAT, [say(named(deadline.provided))] if deadline.provided else []),
            (pages.KINDS_ONLY, [", ".join(map(say, deadline.only))] if deadline.only else []),
        )
        yield from ([tag("small", f"{say(name)}: "), *cell] for name, cell in facts if cell)


def _lines(several: Iterable[Sequence[Inline]]) -> list[Inline]:
    """Each on a line of its own."""
    return [tag("div", *one) for one in several]
