"""Why each act, condition and term of a process is as it is: with a stable place for each, which cards, search and
refusals point to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Never

from attrs import Factory, field, frozen
from docutils import nodes

from prcomm.adapters import pages, sheets
from prcomm.adapters.diagrams import due_picture
from prcomm.adapters.examples import example
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.nodes import (
    Inline,
    Languages,
    Tag,
    between,
    capital,
    code,
    lines,
    picture,
    ref,
    section,
    tag,
)
from prcomm.adapters.sphinx.telling import Telling
from prcomm.adapters.sphinx.things import Thing
from prcomm.adapters.sphinx.transitions import TransitionsTable
from prcomm.adapters.terms import AnyDeadline, Terms
from prcomm.core.calendar.law import Read
from prcomm.core.sources.citations import UNDER, Article, Basis, Citation, Cites, Source
from prcomm.core.sources.dated import LastDay, Reading
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Message, named
from prcomm.labels.lacking import lists_of

Tests = Callable[[Citation], Iterable[str]]
"""The tests of the article of a place, by their names."""
Fact = tuple[Message, Sequence[Inline]]
"""What is known of a thing: of which question it is the answer, and the answer."""


@frozen
class WhyPage:
    """Why the acts, conditions and terms of a process are as they are, in one language.

    Attributes:
        tell: what the page calls its things.
        sources: what its rules stand on.
        tests: which tests hold an article.
        terms: how long its deadlines run.
    """

    tell: Telling
    sources: Sequence[Source]
    tests: Tests
    terms: Terms = field(default=Factory(lambda of: Terms.of(of.tell.lifecycle), takes_self=True), init=False)

    def sections(self) -> nodes.section:
        """The whole page as one section."""
        tell, say, lifecycle = self.tell, self.tell.say, self.tell.lifecycle
        of = things.why(lifecycle)
        title = capital(say(pages.WHY_OF(process=named(lifecycle.name))))
        tell.note(of, title)
        back = tag("p", ref(things.process(lifecycle), capital(say(lifecycle.name)), tell.lang))
        parts = (
            tell.titled(pages.ACTIONS, *map(self._act, lifecycle.actions), anchor="acts"),
            tell.titled(pages.GUARDS, *map(self._guard, self._guards())),
            tell.titled(pages.DEADLINES, *map(self._deadline, lifecycle.deadlines)),
        )
        head: list[nodes.Node] = [Languages(thing=of), back, *tell.drafts()]
        return section(title, of.anchor, *head, *(part for part in parts if len(part.children) > 1))

    def _facts(
        self, thing: Thing, name: str, facts: Iterable[tuple[Message, Sequence[Inline]]], *more: nodes.Node
    ) -> Tag:
        """A thing with its place, and what is known of it."""
        self.tell.note(thing, name)
        told = (tag("div", tag("dt", capital(self.tell.say(fact))), tag("dd", *cell)) for fact, cell in facts if cell)
        head = tag("h3", name, tag("a", "¶", classes=["headerlink"], given={"href": f"#{thing.anchor}"}))
        return tag("section", head, tag("dl", *told, classes=["prcomm-facts"]), *more, ids=[thing.anchor])

    # -- acts

    def _act(self, of: type[Action]) -> Tag:
        tell, say = self.tell, self.tell.say
        rows = [(n, row) for n, row in enumerate(tell.lifecycle.rows) if row.action is of]
        cites = _once(cite for _, row in rows for cite in (*row.cites, *row.who_cites))
        lists = ([": ".join((tell.field(name), "; ".join(map(say, values))))] for name, values in lists_of(of).items())
        facts: list[Fact] = [
            (sheets.IN_STATE, _lines(self._row(n, row) for n, row in rows)),
            (pages.OFFERS, _lines(lists)),
            (pages.BY_WHEN, self._owed(one for one in tell.lifecycle.deadlines if of in one.met_by)),
            (pages.IT_BEGINS, self._owed(one for one in tell.lifecycle.deadlines if of in one.begins)),
            *self._rests(cites),
            (pages.WOULD_CHANGE, _lines(self._changes(cites, ()))),
        ]
        return self._facts(things.act(tell.lifecycle, of), capital(tell.marked(of)), facts)

    def _owed(self, deadlines: Iterable[AnyDeadline]) -> list[Inline]:
        """Deadlines, each with its term and what it stands under."""
        tell = self.tell
        return _lines(
            [
                ref(things.term(tell.lifecycle, one.name), tell.say(named(one.name)), tell.lang),
                f": {tell.say(self.terms(one))} (",
                *tell.under(one.cites, one.basis),
                ")",
            ]
            for one in deadlines
        )

    def _row(self, number: int, row: Row) -> list[Inline]:
        """One row in a sentence: where, who, where to, under what, given what."""
        tell = self.tell
        table = TransitionsTable(tell)
        told: list[Inline] = [tell.row_ref(number), ". ", *table.states(row), *table.leads(row), "; "]
        told += [*tell.chips(row), *tell.only(row), " (", *tell.under(row.cites, row.basis), ")"]
        if row.given:
            given = (tag("li", tell.guard_ref(guard)) for guard in row.given)
            told.append(tag("ul", *given))
        return told

    # -- conditions

    def _guards(self) -> Mapping[Guard[Never, Never], list[int]]:
        asked: dict[Guard[Never, Never], list[int]] = {}
        for n, row in enumerate(self.tell.lifecycle.rows):
            for guard in row.given:
                asked.setdefault(guard, []).append(n)
        return asked

    def _guard(self, guard: Guard[Never, Never]) -> Tag:
        tell, say = self.tell, self.tell.say
        asked = (n for n, row in enumerate(tell.lifecycle.rows) if guard in row.given)
        facts: list[Fact] = [
            (pages.USED_BY, between(tell.row_ref(n, action=True) for n in asked)),
            (pages.REMEDY, [say(named(guard.remedy))] if guard.remedy else []),
            *self._rests(guard.cites),
            (pages.WOULD_CHANGE, _lines(self._changes(guard.cites, ()))),
            (pages.CODE, [code(guard.name)] if guard.name != guard.text else []),
        ]
        return self._facts(things.guard(tell.lifecycle, guard), capital(say(named(guard.text))), facts)

    # -- terms

    def _deadline(self, deadline: AnyDeadline) -> Tag:
        tell, say = self.tell, self.tell.say
        reads = self.terms.reads(deadline)
        found = example(self.terms.codec, deadline, self.terms.at, self.terms.office)
        facts: list[Fact] = [
            (sheets.WITHIN, [tag("strong", say(self.terms(deadline)))]),
            (sheets.BEGINS_WITH, tell.action_refs(deadline.begins)),
            (sheets.MET_BY, tell.action_refs(deadline.met_by)),
            *tell.touched(deadline, self.terms),
            (sheets.OWED_BY, tell.who(deadline.who)),
            *self._rests(
                _once((*deadline.cites, *deadline.owed_by_cites)), counted=any(due.last is not None for _, due in found)
            ),
            (pages.WOULD_CHANGE, _lines(self._changes(deadline.cites, reads))),
        ]
        title = capital(tell.marked(named(deadline.name)))
        return self._facts(things.term(tell.lifecycle, deadline.name), title, facts, *self._example(found))

    def _example(self, found: Sequence[tuple[tuple[Kind, ...], Due]]) -> Iterator[nodes.Node]:
        """What the term comes to in a made-up case, with its calendar: of each kind, where kinds differ."""
        tell, say = self.tell, self.tell.say
        begun = pages.EXAMPLE_OF(at=self.terms.at, n=self.terms.office.week) if found else pages.NO_EXAMPLE()
        yield tag("p", tag("strong", capital(say(pages.EXAMPLE))), ": ", say(begun))
        for kinds, due in found:
            if kinds and len(found) > 1:
                yield tag("p", say(pages.FOR_WHICH(kinds=kinds)))
            yield from _counted(due, tell)

    # -- what things rest on

    def _rests(self, cites: Cites, *, counted: bool = False) -> Iterator[Fact]:
        """The places with what they say in our words, how they are known, how else they may be read, their tests."""
        say = self.tell.say
        yield UNDER, _lines(map(self._place, _places(cites)))
        known = dict.fromkeys(cite.basis for cite in cites) or {Basis.ASSUMED: None}
        yield pages.KNOWN, _lines([f"{say(basis)}: {say(pages.MEANS[basis])}"] for basis in known)
        yield pages.OTHERWISE, _lines(self._readings(cites, counted=counted))
        tests = dict.fromkeys(test for cite in cites for test in self.tests(cite))
        yield pages.TESTED, between(map(code, tests))

    def _place(self, cite: Citation) -> list[Inline]:
        article = next((one for one in _articles(self.sources, cite) if one.number == cite.article), None)
        gist = () if article is None else article.gist
        told = gist[cite.part - 1 : cite.part] if cite.part else gist
        words = " ".join(map(self.tell.say, told)) or ("" if article is None else self.tell.say(article.heading))
        return [ref(things.article(cite), self.tell.say(cite)), f": {words}" if words else ""]

    def _readings(self, cites: Cites, *, counted: bool) -> Iterator[list[Inline]]:
        """The doubts about these places, and of a term that is counted what binds when its last day is a day off."""
        tell, law = self.tell, self.tell.lifecycle.law
        for doubt in law.doubts:
            if touch(doubt.cites, cites):
                yield [tell.say(named(doubt.text))]
        for value in law.values:
            version = law.dated(value).versions[-1]
            if isinstance(version.value, Reading) and touch(version.cites, cites):
                others = tuple(named(str(one.value)) for one in type(version.value) if one is not version.value)
                words = pages.READ_AS(value=value, read=named(str(version.value.value)), others=others)
                yield [tell.say(words), " (", *tell.under(version.cites, version.basis), ")"]
        if counted:
            last = law.dated(law.last_day).version(self.terms.at.date())
            other = next(one for one in LastDay if one is not last.value)
            words = pages.LAST_DAY_IS(binds=named(last.value.value), other=named(other.value))
            yield [tell.say(words), " (", *tell.under(last.cites, last.basis), ")"]

    def _changes(self, cites: Cites, reads: Iterable[Read]) -> Iterator[list[Inline]]:
        """What would change it: another figure, an amendment of its places, those known and not read, and of what is no
        law whoever finds otherwise."""
        tell, say = self.tell, self.tell.say
        for read in dict.fromkeys(reads):
            since = f", {say(pages.SINCE_DAY(day=read.version.since))}" if read.version.since else ""
            name = ref(things.value(read.name), say(_value(tell, read.name)))
            yield [
                name,
                f" = {say(read.version.value)}{since} (",
                *tell.under(read.version.cites, read.version.basis),
                ")",
            ]
        if any(cite.basis.is_law for cite in cites):
            yield [say(pages.AN_AMENDMENT(places=_places(cite for cite in cites if cite.basis.is_law)))]
        if not cites or any(not cite.basis.is_law for cite in cites):
            yield [say(pages.NOT_BY_LAW())]


def touch(one: Cites, other: Cites) -> bool:
    """Whether two are about one place."""
    return any(a.covers(b) or b.covers(a) for a in one for b in other)


def _value(tell: Telling, name: str) -> object:
    return next((value for value in tell.lifecycle.law.values if value.name == name), named(name))


def _places(cites: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple({str(cite): cite for cite in cites}.values())


def _articles(sources: Iterable[Source], cite: Citation) -> Sequence[Article]:
    return next((source.articles for source in sources if source.code == cite.source), ())


def _counted(due: Due, tell: Telling) -> Iterator[nodes.Node]:
    """The days of a due, how it was counted, and its calendar."""
    days = ((name, sheets.days_of(due)[key]) for key, name in sheets.DAYS.items())
    told = (tag("div", tag("dt", capital(tell.say(name))), tag("dd", tell.say(day))) for name, day in days if day)
    yield tag("dl", *told, classes=["prcomm-facts", "prcomm-days"])
    yield lines(due.trace.rendered(tell.say))
    if due.last is not None:
        yield picture(due_picture(due, tell.say))


def _once(cites: Iterable[Citation]) -> Cites:
    return tuple(dict.fromkeys(cites))


def _lines(several: Iterable[Sequence[Inline]]) -> list[Inline]:
    """Each on a line of its own."""
    return [tag("div", *one) for one in several]
