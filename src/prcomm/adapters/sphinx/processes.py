"""The page of a process: its picture, its states, who may do what, its deadlines with worked examples, its guards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Never, cast

import attrs
from attrs import Factory, field, frozen
from docutils import nodes
from pendulum import DateTime

from prcomm.adapters import pages, sheets
from prcomm.adapters.diagrams import due_picture, lifecycle_picture
from prcomm.adapters.diagrams.arrows import tables
from prcomm.adapters.diagrams.words import HOLLOW
from prcomm.adapters.examples import AnyCodec, example
from prcomm.adapters.json import Codec
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.nodes import (
    Cell,
    Inline,
    Languages,
    between,
    capital,
    code,
    lifecycle,
    lines,
    para,
    picture,
    ref,
    section,
    table,
)
from prcomm.adapters.sphinx.things import Thing
from prcomm.core.sources.citations import UNDER, Basis, Cites
from prcomm.core.sources.people import Office, Who
from prcomm.core.table.deadlines import Deadline, Move, Pause
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.fields import field_docs
from prcomm.core.values.messages import Message, Say, named
from prcomm.labels import ENGLISH, Labels
from prcomm.labels.lacking import things_of
from prcomm.processes import AnyLifecycle

BEGUN = (2026, 3, 16, 10, 0)
"""When the worked examples begin: the Monday before Navruz, in working hours."""
DOT, HOLLOW_DOT = "●", "○"
"""Who may by the text of an act, and who by less."""


@frozen
class ProcessPage:
    """The page of a process in one language.

    Attributes:
        lifecycle: the process.
        labels: what things are called.
        lang: in which language.
        domain: where its things are noted.
        codec: what reads the actions that are made up for its examples.
    """

    lifecycle: AnyLifecycle
    labels: Labels
    lang: str
    domain: PrcommDomain
    codec: AnyCodec = field(default=Factory(lambda page: Codec(page.lifecycle), takes_self=True), init=False)

    @property
    def say(self) -> Say:
        """What becomes of a word in the language of the page."""
        return self.labels.say(self.lang)

    def sections(self) -> nodes.section:
        """The whole page as one section."""
        of = things.process(self.lifecycle)
        self._note(of, self.say(self.lifecycle.name))
        head: list[nodes.Node] = [
            Languages(thing=of),
            para(self.say(pages.UNDER_LAW(law=named(self.lifecycle.law.name)))),
            para(f"{capital(self.say(pages.how_much_is_law(self.lifecycle.rows)))}."),
        ]
        if self.lang != ENGLISH:
            marked = any(map(self._is_the_laws, things_of(self.lifecycle)))
            head.append(nodes.note("", para(self.say(pages.DRAFTS if marked else pages.ALL_DRAFTS))))
        title = capital(self.say(self.lifecycle.name))
        parts = (
            self._section(pages.PICTURE, self._picture()),
            self._section(pages.STATES, *self._states()),
            self._section(pages.TRANSITIONS, self._hollow(), self._transitions()),
            self._section(pages.ACTIONS, self._actions()),
            self._section(pages.DEADLINES, *map(self._deadline, self.lifecycle.deadlines)),
            self._section(pages.GUARDS, self._guards()),
        )
        return section(title, of.anchor, *head, *(part for part in parts if len(part.children) > 1))

    def _section(self, title: Message, *children: nodes.Node | None) -> nodes.section:
        return section(capital(self.say(title)), title.replace(" ", "-"), *(child for child in children if child))

    def _note(self, thing: Thing, shown: str) -> None:
        self.domain.note(thing, shown, self.lang)

    def _named(self, thing: object) -> str:
        """What something is called, with a mark where these are the law's own words."""
        return self.say(thing) + ("‡" if self._is_the_laws(thing) else "")

    def _is_the_laws(self, thing: object) -> bool:
        label = self.labels.of(thing)
        return label is not None and self.lang in label.law

    # -- the picture

    def _picture(self) -> nodes.Node:
        told = {name: self.say(words) for name, words in pages.OF_A_CARD.items()}
        return lifecycle(lifecycle_picture(self.lifecycle, self.say, link=self._href), told)

    def _href(self, thing: object) -> str | None:
        lifecycle = self.lifecycle
        if isinstance(thing, State):
            return f"#{self._state(thing).anchor}"
        rows = cast("tuple[object, ...]", lifecycle.rows)
        number = next((n for n, row in enumerate(rows) if row is thing), None)
        if number is not None:
            return f"#{things.row(lifecycle, number).anchor}"
        if isinstance(thing, str) and any(deadline.name == thing for deadline in lifecycle.deadlines):
            return f"#{things.deadline(lifecycle, thing).anchor}"
        return f"#{pages.TRANSITIONS}" if thing in lifecycle.roles else None

    def _state(self, of: State) -> Thing:
        part = next((part.name for part in self.lifecycle.parts if of in part.states), "")
        return things.state(self.lifecycle, of, part)

    def _state_ref(self, of: State) -> Inline:
        return ref(self._state(of), self.say(of), self.lang)

    # -- states

    def _states(self) -> Iterator[nodes.Node]:
        for drawn in tables(self.lifecycle):
            if drawn.name:
                yield para(nodes.strong("", self.say(pages.PART_STATES(part=named(drawn.name)))))
            initial = {line.target for line in drawn.starts}
            rows: list[tuple[Thing | None, Sequence[Cell]]] = []
            for of in drawn.states:
                thing = self._state(of)
                self._note(thing, self.say(of))
                place = [
                    self.say(word)
                    for word, where in ((sheets.INITIAL, initial), (sheets.FINAL, drawn.final))
                    if of in where
                ]
                running = between(self._deadline_ref(name) for name in drawn.running.get(of, ()))
                done = between(self._row_ref(n, action=True) for n in self._rows_in(of))
                cells: list[Cell] = [self._named(of), code(of.name), self.say(of.phase) if of.phase else ""]
                rows.append((thing, [*cells, ", ".join(place), done, running]))
            head = (sheets.STATE, pages.CODE, sheets.PHASE, sheets.PLACE, pages.MAY_BE_DONE, pages.MAY_RUN)
            yield table(self._head(*head), rows, wide=True)

    def _rows_in(self, of: State) -> Iterator[int]:
        for n, row in enumerate(self.lifecycle.rows):
            if of in row.sources and not row.never:
                yield n

    def _head(self, *names: Message) -> list[Cell]:
        return [self.say(name) for name in names]

    # -- transitions

    def _hollow(self) -> nodes.Node | None:
        """What a hollow dot means, if there are any."""
        hollow = any(row.roles and row.who.basis is not Basis.STATUTE for row in self.lifecycle.rows)
        return para(f"{HOLLOW_DOT}: {self.say(HOLLOW())}") if hollow else None

    def _transitions(self) -> nodes.Node:
        roles = self.lifecycle.roles
        head = [
            *self._head(pages.NUMBER, sheets.IN_STATE, sheets.ACTION, sheets.LEADS_TO),
            *map(self._named, roles),
            *self._head(pages.WHO_UNDER, UNDER, sheets.GIVEN, sheets.ONLY, pages.SINCE, pages.UNTIL),
        ]
        rows = [(self._row(n), self._cells(n, row)) for n, row in enumerate(self.lifecycle.rows)]
        return table(head, rows, wide=True)

    def _row(self, number: int) -> Thing:
        thing = things.row(self.lifecycle, number)
        row = self.lifecycle.rows[number]
        self._note(thing, f"{self.say(row.action)} ({number + 1})")
        return thing

    def _row_ref(self, number: int, *, action: bool = False) -> Inline:
        words = self.say(self.lifecycle.rows[number].action) if action else str(number + 1)
        return ref(things.row(self.lifecycle, number), words, self.lang)

    def _cells(self, number: int, row: Row) -> list[Cell]:
        lifecycle, say = self.lifecycle, self.say
        dot = DOT if row.who.basis is Basis.STATUTE else HOLLOW_DOT
        acts: list[Cell] = [dot if role in row.roles else "" for role in lifecycle.roles]
        return [
            str(number + 1),
            self._sources(row),
            [ref(things.action(lifecycle, row.action), say(row.action), self.lang)],
            self._target(row),
            *acts,
            self._under(row.who_cites, row.who.basis),
            self._under(row.cites, row.basis),
            between((self._guard_ref(guard) for guard in row.given), "; "),
            ", ".join(map(say, row.only)),
            row.since.isoformat() if row.since else "",
            row.until.isoformat() if row.until else "",
        ]

    def _sources(self, row: Row) -> Cell:
        during = sheets.during_of(self.lifecycle).get(id(row), ())
        if during:
            return self.say(sheets.applies_in(row, during))
        if len(row.sources) < 5:
            return between(map(self._state_ref, row.sources))
        return things.in_states(row.sources, tuple(row.table.states), self.say)

    def _target(self, row: Row) -> Cell:
        if row.never:
            return self.say(sheets.NEVER(text=named(row.never)))
        return [self._state_ref(row.target)] if isinstance(row.target, State) else self.say(row.target)

    def _who(self, who: Who) -> Cell:
        """A role with what it rests on, as it says itself, with references."""
        return [self.say(who.roles), " (", *self._under(who.cites, who.basis), ")"] if who.cites else self.say(who)

    def _under(self, cites: Cites, basis: Basis | None) -> list[Inline]:
        once = {str(cite): cite for cite in cites}
        places = between(ref(things.article(cite), self.say(cite)) for cite in once.values())
        known = basis is None or basis is Basis.STATUTE or not cites
        return places if known else [*places, f", {self.say(basis)}"]

    # -- actions

    def _actions(self) -> nodes.Node:
        rows: list[tuple[Thing | None, Sequence[Cell]]] = []
        for of in self.lifecycle.actions:
            thing = things.action(self.lifecycle, of)
            self._note(thing, self.say(of))
            fields = between(self._carried(of), "; ")
            stands = [n for n, row in enumerate(self.lifecycle.rows) if row.action is of]
            rows.append((thing, [self._named(of), code(of.__name__), fields, between(map(self._row_ref, stands))]))
        return table(self._head(sheets.ACTION, pages.CODE, pages.CARRIES, pages.WHERE_ROWS), rows)

    def _carried(self, of: type[Action]) -> Iterator[Inline]:
        """Each field of its own with what it means, which is said in English alone."""
        told: Mapping[str, str] = field_docs(of) if self.lang == ENGLISH else {}
        for one in attrs.fields(of):
            if one.name not in ("at", "by"):
                meaning = f": {told[one.name]}" if one.name in told else ""
                yield nodes.inline("", "", code(one.name), nodes.Text(meaning))

    # -- deadlines

    def _deadline_ref(self, name: str) -> Inline:
        return ref(things.deadline(self.lifecycle, name), self.say(named(name)), self.lang)

    def _deadline(self, deadline: Deadline[Entity[State], Action]) -> nodes.section:
        thing = things.deadline(self.lifecycle, deadline.name)
        self._note(thing, self.say(named(deadline.name)))
        moved = [move.by for move in deadline.moves if isinstance(move, Move)]
        paused = [of for move in deadline.moves if isinstance(move, Pause) for of in (move.by, move.until)]
        facts: tuple[tuple[Message, Cell], ...] = (
            (sheets.BEGINS_WITH, self._action_refs(deadline.begins)),
            (sheets.MET_BY, self._action_refs(deadline.met_by)),
            (pages.MOVED_BY, self._action_refs(moved)),
            (pages.PAUSED_BY, self._action_refs(paused)),
            (pages.ENDED_BY, self._action_refs(deadline.until)),
            (sheets.OWED_BY, self._who(deadline.who)),
            (pages.PROVIDED_THAT, self.say(named(deadline.provided)) if deadline.provided else ""),
            (pages.KINDS_ONLY, ", ".join(map(self.say, deadline.only))),
            (UNDER, self._under(deadline.cites, deadline.basis)),
        )
        told = table([], [(None, [self.say(name), cell]) for name, cell in facts if cell])
        title = capital(self._named(deadline.name).replace("_", " "))
        return section(title, thing.anchor, told, *self._example(deadline))

    def _action_refs(self, of: Iterable[type[Action]]) -> list[Inline]:
        return between(ref(things.action(self.lifecycle, one), self.say(one), self.lang) for one in dict.fromkeys(of))

    def _example(self, deadline: Deadline[Entity[State], Action]) -> Iterator[nodes.Node]:
        office = Office("-", zone=self.lifecycle.law.zone or "UTC")
        at = DateTime(*BEGUN, tzinfo=office.tz)
        found = example(self.codec, deadline, at, office)
        begun = self.say(pages.EXAMPLE_OF(at=at, n=office.week)) if found else self.say(pages.NO_EXAMPLE)
        yield para(nodes.strong("", capital(self.say(pages.EXAMPLE))), ": ", begun)
        for kinds, due in found:
            if kinds and len(found) > 1:
                yield para(self._for(kinds))
            first, _ = sheets.due(due)
            yield table(
                list(map(self.say, first.head)), [(None, list(row)) for row in first.texts(self.say)], wide=True
            )
            yield lines(due.trace.rendered(self.say))
            if due.last is not None:
                yield picture(due_picture(due, self.say))

    def _for(self, kinds: tuple[Kind, ...]) -> str:
        return self.say(pages.FOR_WHICH(kinds=kinds))

    # -- guards

    def _guard_ref(self, guard: Guard[Never, Never]) -> Inline:
        return ref(things.guard(self.lifecycle, guard), self.say(named(guard.text)), self.lang)

    def _guards(self) -> nodes.Node | None:
        asked: dict[Guard[Never, Never], list[int]] = {}
        for n, row in enumerate(self.lifecycle.rows):
            for guard in row.given:
                asked.setdefault(guard, []).append(n)
        rows: list[tuple[Thing | None, Sequence[Cell]]] = []
        for guard, numbers in asked.items():
            thing = things.guard(self.lifecycle, guard)
            self._note(thing, self.say(named(guard.text)))
            remedy = self.say(named(guard.remedy)) if guard.remedy else ""
            used = between(self._row_ref(n, action=True) for n in numbers)
            under = self._under(guard.cites, guard.basis)
            rows.append((thing, [self.say(named(guard.text)), code(guard.name), under, remedy, used]))
        head = (pages.ASKS, pages.CODE, UNDER, pages.REMEDY, pages.USED_BY)
        return table(self._head(*head), rows) if rows else None
