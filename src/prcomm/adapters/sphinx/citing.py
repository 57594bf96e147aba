"""What rests on what: every rule of the reference with the places it cites, and every place with its rules."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Never, cast
from unicodedata import normalize

from attrs import frozen
from docutils import nodes
from sphinx import addnodes

from prcomm.adapters import pages, says
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.nodes import (
    Cell,
    Inline,
    Languages,
    between,
    bullets,
    capital,
    code,
    para,
    ref,
    remark,
    section,
    table,
    target,
)
from prcomm.adapters.sphinx.things import Thing
from prcomm.core.calendar.days import SpecialDay
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Article, Basis, Citation, Cites, Enactment, Rule, RuleKind, Source, weakest
from prcomm.core.sources.dated import Version
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.table.tables import AnyDeadline
from prcomm.core.values.messages import Message, Say, in_english, named, scoped
from prcomm.labels import ENGLISH, Labels
from prcomm.processes import AnyLifecycle

ADOPTED, EDITION, UNREAD = says("adopted"), says("what was read"), says("known amendments that were not read")
ITS_BASIS = says("what rests on it is known so, unless it says otherwise: {basis}")
READ_IT_AT, NOT_OPENED = says("the act can be read at"), says("the address is told by others, and was not opened by us")
NO_ADDRESS = says("no public address of it is known to us")
LIVES_IN, NO_RULE = says("lives in"), says("no rule")

_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
"""The raised figures of an article that was put in: 198⁷."""


OF_LAW = (RuleKind.VALUE, RuleKind.CONVENTION, RuleKind.DAY, RuleKind.DOUBT)
"""What a law holds itself; the rest is of a process."""


@frozen
class Cited:
    """One rule that rests on places of sources, as pages tell of it.

    Attributes:
        rule: the rule.
        name: what it is called on pages.
        thing: where pages tell of it; ``None`` for a day off, a convention and a doubt.
    """

    rule: Rule
    name: str
    thing: Thing | None

    @property
    def cites(self) -> Cites:
        """What it rests on."""
        return self.rule.cites

    def is_of(self, processes: Collection[str]) -> bool:
        """Whether it is a rule of one of some processes, and not of a law."""
        return self.rule.kind not in OF_LAW and self.rule.of in processes

    @property
    def told(self) -> Inline:
        """A reference to it."""
        return self.told_in(in_english, ENGLISH)

    def told_in(self, say: Say, lang: str) -> Inline:
        """A reference to it in a language."""
        of_law = self.rule.kind in OF_LAW
        of = named(self.rule.of) if of_law else scoped(self.rule.of, self.rule.of, "process")
        words = f"{say(of)}, {say(self.rule.kind)}: {self.name if lang == ENGLISH else self.named_in(say)}"
        return words if self.thing is None else ref(self.thing, words, lang)

    def named_in(self, say: Say) -> str:
        """What it is called in a language."""
        about = self.rule.about
        if isinstance(about, Guard):
            return say(named(cast("Guard[Never, Never]", about).text))
        if isinstance(about, Deadline):
            return say(named(cast("AnyDeadline", about).name))
        if self.rule.kind in (RuleKind.TRANSITION, RuleKind.ROLES):
            return say(cast("Row", about).action)
        if isinstance(about, SpecialDay):
            return f"{about.day:%d.%m.%Y} {say(named(about.reason))}"
        if isinstance(about, Version):
            since = cast("Version[object]", about).since
            value = say(scoped(self.rule.name, "", "value"))
            return f"{value}, {say(pages.SINCE_DAY(day=f'{since:%d.%m.%Y}'))}" if since else value
        return say(named(self.rule.name))


def everything(lifecycles: Iterable[AnyLifecycle], laws: Iterable[Law]) -> Iterator[Cited]:
    """Every rule of some processes and laws, in the order of their tables."""
    for lifecycle in lifecycles:
        numbers = {id(row): number for number, row in enumerate(lifecycle.rows)}
        for rule in lifecycle.cited():
            yield _of_lifecycle(lifecycle, rule, numbers)
    for law in laws:
        for rule in law.cited():
            yield _of_law(rule)


def _of_law(rule: Rule) -> Cited:
    """A rule of a law: a value by its name, and the version by its first day."""
    if rule.kind is not RuleKind.VALUE:
        return Cited(rule, rule.name, None)
    since = cast("Version[object]", rule.about).since
    return Cited(rule, f"{rule.name}, since {since.isoformat()}" if since else rule.name, things.value(rule.name))


def _of_lifecycle(lifecycle: AnyLifecycle, rule: Rule, numbers: Mapping[int, int]) -> Cited:
    """A rule of a process with its place: a row is called by its number and its action."""
    about = cast("Row | Guard[Never, Never] | AnyDeadline", rule.about)
    if isinstance(about, Guard):
        return Cited(rule, rule.name, things.guard(lifecycle, about))
    if isinstance(about, Deadline):
        return Cited(rule, rule.name, things.deadline(lifecycle, about.name))
    number = numbers[id(about)]
    who = rule.kind is RuleKind.ROLES
    name = f"{rule.name} ({number + 1})" if who else f"{number + 1}, {about.action.__name__}"
    return Cited(rule, name, things.row(lifecycle, number))


@frozen
class SourcePage:
    """The page of a source: each article, what it rules, where that lives, and its test.

    Attributes:
        source: the source.
        rules: every rule of the reference.
        domain: where its articles are noted.
        tests: which tests hold an article.
        labels: what things are called.
        lang: in which language.
    """

    source: Source
    rules: tuple[Cited, ...]
    domain: PrcommDomain
    tests: Callable[[Citation], Iterable[str]]
    labels: Labels
    lang: str = ENGLISH

    @property
    def say(self) -> Say:
        """What becomes of a word in the language of the page."""
        return self.labels.say(self.lang)

    def sections(self) -> nodes.section:
        """The whole page as one section."""
        source = self.source
        articles = source.articles or tuple(Article(number, "") for number in self._cited_numbers())
        whole = things.source(source)
        called = capital(self.say(source))
        self.domain.note(whole, called, self.lang)
        return section(called, whole.anchor, Languages(thing=whole), *self._head(), *map(self._article, articles))

    def _cited_numbers(self) -> list[str]:
        mine = (cite for rule in self.rules for cite in rule.cites if cite.source == self.source.code)
        return list(dict.fromkeys(cite.article for cite in mine))

    def _head(self) -> Iterator[nodes.Node]:
        source, say = self.source, self.say
        if source.title:
            yield para(f"{say(source.title)}.")
        if self.lang != ENGLISH:
            yield remark(f"{capital(say(pages.ALL_DRAFTS()))}.")
        if isinstance(source, Enactment):
            adopted = f"{source.adopted:%d.%m.%Y}" if source.adopted else ""
            facts: list[tuple[Message, str]] = [
                (ADOPTED, adopted),
                (EDITION, say(source.edition) if source.edition else ""),
                (UNREAD, ", ".join(map(say, source.unread))),
            ]
            yield from [para(f"{capital(say(name))}: {told}.") for name, told in facts if told]
            yield self._address()
        if source.basis is not Basis.STATUTE:
            yield para(f"{capital(say(ITS_BASIS(basis=source.basis)))}.")

    def _address(self) -> nodes.Node:
        """Where the public may read it, as far as that is known."""
        address = self.source.address
        if not address:
            return para(f"{capital(self.say(NO_ADDRESS))}.")
        link = nodes.reference("", address, refuri=address, internal=False)
        return para(f"{capital(self.say(READ_IT_AT))}: ", link, f" ({self.say(NOT_OPENED)}).")

    def _article(self, article: Article) -> nodes.section:
        place = self._place(article, None)
        whole = things.article(place)
        self._note(place)
        number = self.say(Citation("", article.number, None, self.source.basis, self.source.unit)).strip()
        title = number + (f". {self.say(article.heading)}" if article.heading else "")
        made = section(capital(title), whole.anchor, self._entry(place), *self._gist(article))
        made += self._lives(place)
        if article.no_rule:
            made += para(nodes.emphasis("", f"{capital(self.say(NO_RULE))}: {self.say(article.no_rule)}"))
        tests = list(self.tests(place))
        if tests and self.lang == ENGLISH:
            made += para("Tested by ", *between(map(code, tests)), ".")
        return made

    def _place(self, article: Article, part: int | None) -> Citation:
        return Citation(self.source.code, article.number, part, self.source.basis, self.source.unit)

    def _note(self, place: Citation) -> None:
        self.domain.note(things.article(place), self.say(place), self.lang)

    def _entry(self, place: Citation) -> nodes.Node:
        """The place in the index, as a reader would type it: ``28(2)``."""
        part = "" if place.part is None else f"({place.part})"
        names = dict.fromkeys((f"{place.article}{part}", self.say(place)))
        anchor = things.article(place).anchor
        return addnodes.index(entries=[("single", name, anchor, "", None) for name in names])

    def _gist(self, article: Article) -> Iterator[nodes.Node]:
        if len(article.gist) < 2:
            yield from (para(self.say(gist)) for gist in article.gist)
            return
        several = nodes.bullet_list()
        for number, gist in enumerate(article.gist, 1):
            place = self._place(article, number)
            self._note(place)
            item = nodes.list_item(
                "", self._entry(place), target(things.article(place)), para(f"({number}) {self.say(gist)}")
            )
            item += self._lives(place)
            several += item
        yield several

    def _lives(self, place: Citation) -> list[nodes.Node]:
        """The rules that cite exactly this place."""
        mine = [(rule, cite) for rule in self.rules for cite in rule.cites if _same(cite, place)]
        found = [
            (rule.told_in(self.say, self.lang), "" if c.basis is Basis.STATUTE else f" ({self._basis(c.basis)})")
            for rule, c in mine
        ]
        return [para(f"{capital(self.say(LIVES_IN))}:"), bullets(found)] if found else []

    def _basis(self, basis: Basis) -> str:
        return basis.name if self.lang == ENGLISH else self.say(basis)


@lru_cache(maxsize=4096)
def tested_by(article: str, top: Path, globs: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of tests that name an article: of what may test its source, from the top of the project."""
    wanted = _RAISED.sub(lambda raised: f"_{normalize('NFKC', raised[0])}", article).replace("-", "_")
    return tuple(one for one in _classes(top, globs) if wanted in re.findall(r"\d+(?:_\d+)?", one.partition("::")[2]))


@lru_cache(maxsize=256)
def _classes(top: Path, globs: tuple[str, ...]) -> tuple[str, ...]:
    paths = (path for glob in globs for path in sorted(top.glob(glob)))
    found = ((path, re.findall(r"^class (Test\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)) for path in paths)
    return tuple(f"{path.relative_to(top).as_posix()}::{name}" for path, names in found for name in names)


def _same(one: Citation, other: Citation) -> bool:
    return (one.source, one.article, one.part) == (other.source, other.article, other.part)


def index(rules: Iterable[Cited]) -> Iterator[nodes.Node]:
    """The index of citations both ways: from a place to its rules, and from a rule to its places."""
    several = list(rules)
    by_place: dict[tuple[str, str, int], tuple[Citation, list[Inline]]] = {}
    for rule in several:
        for cite in rule.cites:
            by_place.setdefault((cite.source, cite.article, cite.part or 0), (cite, []))[1].append(rule.told)
    sources = list(dict.fromkeys(source for source, _, _ in by_place))
    inorder = sorted(by_place, key=lambda place: (sources.index(place[0]), *_in_order(place[1]), place[2]))
    places = [(None, [_ref(by_place[place][0]), between(by_place[place][1], "; ")]) for place in inorder]
    yield section("From a place to its rules", "places", table(["place", "what rests on it"], places))
    yield section("From a rule to its places", "rules", resting(several))


def resting(rules: Iterable[Cited]) -> nodes.Node:
    """From each rule to its places."""
    told = [(None, [rule.told, between(map(_ref, rule.cites)), weakest(rule.cites).name]) for rule in rules]
    return table(["rule", "rests on", "how it is known"], told)


def shelves(rules: Iterable[Cited], sources: Iterable[Source], apart: Collection[str]) -> Iterator[nodes.Node]:
    """The same in short, where each act and each process has its page: with how much is on it.

    Args:
        rules: every rule of the reference.
        sources: its sources; the page of each says what rests on each place.
        apart: the processes that have a page of their own.
    """
    several = list(rules)
    placed = Counter(source for rule in several for source in {cite.source for cite in rule.cites})
    acts: list[tuple[None, list[Cell]]] = [
        (None, [ref(things.source(one), one.code), str(placed[one.code])]) for one in sources if placed[one.code]
    ]
    yield section("From a place to its rules", "places", table(["act", "how many rules rest on it"], acts))
    of = Counter(rule.rule.of for rule in several if rule.is_of(apart))
    processes: list[tuple[None, list[Cell]]] = [
        (None, [ref(things.resting(name), name), str(n)]) for name, n in of.items()
    ]
    rest = resting(rule for rule in several if not rule.is_of(apart))
    yield section("From a rule to its places", "rules", table(["process", "how many rules it has"], processes), rest)


def _in_order(article: str) -> tuple[list[int], str]:
    """By which articles stand as an act has them: 24, 24-1, 25; what has no number, by its name."""
    return [int(number) for number in re.findall(r"[0-9]+", article)], article


def _ref(cite: Citation) -> Inline:
    return ref(things.article(cite), str(cite))
