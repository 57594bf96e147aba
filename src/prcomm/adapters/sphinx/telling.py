"""How a page tells of the things of a process: by their names in its language, each with a reference to its place."""

from collections.abc import Iterable, Iterator
from typing import Never

from attrs import frozen
from docutils import nodes

from prcomm.adapters import pages
from prcomm.adapters.diagrams.words import HOLLOW
from prcomm.adapters.field_names import NAMES
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.nodes import Inline, Tag, apart, between, capital, ref, remark, section, tag
from prcomm.adapters.sphinx.things import Thing
from prcomm.adapters.terms import AnyDeadline, AnyMove, AnyPause, AnyRestart, Terms
from prcomm.core.sources.citations import Basis, Cites, in_turn, weakest
from prcomm.core.sources.people import Who
from prcomm.core.table.entities import Action, State
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.table.moves import Move, Pause, Restart
from prcomm.core.values.messages import Message, Say, named
from prcomm.labels import ENGLISH, Labels
from prcomm.labels.lacking import things_of
from prcomm.processes import AnyLifecycle

HOLLOW_DOT = "○"
"""Beside who may, and beside what rests on less than the text of an act."""


@frozen
class Telling:
    """What a page in one language calls the things of a process.

    Attributes:
        lifecycle: the process.
        labels: what things are called.
        lang: in which language.
        domain: where the places of things are noted.
    """

    lifecycle: AnyLifecycle
    labels: Labels
    lang: str
    domain: PrcommDomain

    @property
    def say(self) -> Say:
        """What becomes of a word in the language of the page."""
        return self.labels.say(self.lang)

    def note(self, thing: Thing, shown: str) -> Thing:
        """Tell that this page tells of a thing."""
        self.domain.note(thing, shown, self.lang)
        return thing

    def titled(self, title: Message, *children: nodes.Node | None, anchor: str = "") -> nodes.section:
        """A section with what there is of its children."""
        words = capital(self.say(title))
        return section(words, anchor or title.replace(" ", "-"), *(child for child in children if child is not None))

    def marked(self, thing: object) -> str:
        """What something is called, with a mark where these are the law's own words."""
        return self.say(thing) + ("‡" if self.is_the_laws(thing) else "")

    def field(self, name: str) -> str:
        """What a field of an act is called; in the language of the code, and where no table has it, by its name."""
        known = NAMES.get(name) if self.lang != ENGLISH else None
        return self.say(known) if known else name

    def is_the_laws(self, thing: object) -> bool:
        """Whether what something is called is the law's own words."""
        label = self.labels.of(thing)
        return label is not None and self.lang in label.law

    # -- references

    def state(self, of: State) -> Thing:
        """A state of the process or of a part of it."""
        part = next((part.name for part in self.lifecycle.parts if of in part.states), "")
        return things.state(self.lifecycle, of, part)

    def state_ref(self, of: State) -> Inline:
        """A state, with its place."""
        return ref(self.state(of), self.say(of), self.lang)

    def action_ref(self, of: type[Action]) -> Inline:
        """An act, with why it is so."""
        return ref(things.act(self.lifecycle, of), self.say(of), self.lang)

    def action_refs(self, of: Iterable[type[Action]]) -> list[Inline]:
        """Several acts, each once."""
        return between(map(self.action_ref, dict.fromkeys(of)))

    def row_ref(self, number: int, *, action: bool = False) -> Inline:
        """A row by its number, or by its act."""
        words = self.say(self.lifecycle.rows[number].action) if action else str(number + 1)
        return ref(things.row(self.lifecycle, number), words, self.lang)

    def deadline_ref(self, name: str) -> Inline:
        """A deadline, with its place."""
        return ref(things.deadline(self.lifecycle, name), self.say(named(name)), self.lang)

    def guard_ref(self, guard: Guard[Never, Never]) -> Inline:
        """A condition, with why it is asked."""
        return ref(things.guard(self.lifecycle, guard), self.say(named(guard.text)), self.lang)

    def moved(self, deadline: AnyDeadline, move: AnyMove, terms: Terms) -> list[Inline]:
        """An act that moves a term, and to which."""
        return [self.action_ref(move.by), f": {self.say(terms.moved(deadline, move))}"]

    def touched(self, deadline: AnyDeadline, terms: Terms) -> Iterator[tuple[Message, list[Inline]]]:
        """What moves a term, what stops it and lets it run again, and with what it begins anew."""
        moves, pauses, restarts = (
            [self.moved(deadline, move, terms) for move in deadline.moves if isinstance(move, Move)],
            [self.paused(pause, terms) for pause in deadline.moves if isinstance(pause, Pause)],
            [self.restarted(restart, terms) for restart in deadline.moves if isinstance(restart, Restart)],
        )
        yield pages.MOVED_BY, apart(moves)
        yield pages.PAUSED_BY, apart(pauses)
        yield pages.ANEW_BY, apart(restarts)

    def paused(self, pause: AnyPause, terms: Terms) -> list[Inline]:
        """The acts that stop a term, those that let it run again, and which of the end days count."""
        runs = [" → ", *self.action_refs(pause.until)] if pause.until else []
        return [*self.action_refs(pause.by), *runs, f": {self.say(terms.counts(pause))}", *self._rests(pause.cites)]

    def restarted(self, restart: AnyRestart, terms: Terms) -> list[Inline]:
        """The acts with which a term begins anew, and which it then is."""
        return [*self.action_refs(restart.by), f": {self.say(terms.anew(restart))}", *self._rests(restart.cites)]

    def _rests(self, cites: Cites) -> list[Inline]:
        return [" (", *self.under(cites, weakest(cites)), ")"] if cites else []

    def drafts(self) -> list[nodes.Node]:
        """What the words of a page are, where they are not those of the code."""
        if self.lang == ENGLISH:
            return []
        marked = any(map(self.is_the_laws, things_of(self.lifecycle)))
        return [remark(f"{capital(self.say(pages.DRAFTS if marked else pages.ALL_DRAFTS))}.")]

    # -- what things rest on

    def under(self, cites: Cites, basis: Basis | None, after: str = "") -> list[Inline]:
        """Places with references, and the basis where it is less than the text of an act.

        Args:
            cites: the places.
            basis: how they are known.
            after: the act that was named just before, which a language may leave out.
        """
        places = between(ref(things.article(cite), words) for cite, words in in_turn(cites, self.say, after))
        known = basis is None or basis is Basis.STATUTE or not cites
        return places if known else [*places, ", ", tag("em", self.say(basis))]

    def who(self, who: Who) -> list[Inline]:
        """A role with what it rests on, as it says itself, with references."""
        rests = [" (", *self.under(who.cites, who.basis), ")"] if who.cites else []
        return [self.say(who.roles), *rests]

    def chips(self, row: Row) -> list[Inline]:
        """Who may, a chip for each; hollow where no text of an act names them. What names them stands beside, where it
        is not what the row stands under."""
        hollow = row.who.basis is not Basis.STATUTE
        made: list[Inline] = []
        for role in row.roles:
            made += [self.chip(self.say(role), hollow=hollow), " "]
        if row.roles and row.who_cites != row.cites:
            made += [tag("small", *self.under(row.who_cites, row.who.basis)), " "]
        return made

    def chip(self, words: str, *, hollow: bool) -> Tag:
        """Who may, as a chip."""
        text = f"{words} {HOLLOW_DOT}" if hollow else words
        return tag("span", text, classes=["chip", *(["less"] if hollow else [])])

    def hollow(self) -> nodes.Node | None:
        """What a hollow mark means, if there are any."""
        rows = self.lifecycle.rows
        known = [row.who.basis for row in rows if row.roles] + [guard.basis for row in rows for guard in row.given]
        if all(basis is Basis.STATUTE for basis in known):
            return None
        return tag("p", tag("small", f"{HOLLOW_DOT}: {self.say(HOLLOW())}"))

    def only(self, row: Row) -> list[Inline]:
        """Of which kinds alone a row is."""
        told = self.say(pages.KINDS_ALONE(kinds=row.only)) if row.only else ""
        return [" ", tag("small", told)] if told else []
