"""The dated values with all their versions, and what a lawyer should check."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import cast

from docutils import nodes

from prcomm.adapters import says
from prcomm.adapters.pages import KNOWN, MEANS
from prcomm.adapters.sheets import DAY
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.citing import EDITION, UNREAD, Cited
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.nodes import Cell, Inline, between, capital, para, ref, section, table
from prcomm.adapters.sphinx.things import Thing
from prcomm.core.calendar.days import SpecialDay
from prcomm.core.calendar.law import Law
from prcomm.core.calendar.traces import ON
from prcomm.core.sources.citations import UNDER, Basis, Cites, Enactment, Rule, RuleKind, Source, in_turn
from prcomm.core.sources.dated import Dated, Version
from prcomm.core.values.messages import Say, named, scoped
from prcomm.labels import ENGLISH, Known, Labels

FIGURES, DAYS_OFF, QUESTIONS, ACTS, WORDS = (
    says("figures and readings"),
    says("days off"),
    says("questions"),
    says("what was read, and what was not"),
    says("words"),
)
SINCE, UNTIL = says("in force since"), says("in force until")
VALUE, IS, WHAT_DAY = says("value"), says("is"), says("what day it is")
NOT_KNOWN, SEEN_ON = says("not known"), says("not known; seen in force on {day}")
WEEK_OF, EVERY_WEEK, WHICH_WEEKS = says("of {n} days"), says("of any"), says("in which week")
IN_DOUBT, WHERE, ACT, RULE, RESTS_ON = (
    says("what is in doubt"),
    says("where"),
    says("act"),
    says("rule"),
    says("rests on"),
)
PROCESS, HOW_MANY = says("process"), says("how many")
SO_KNOWN = says("days off known in this way, by year: {years}; the list is with the values")
WHOSE_WORDS = says(
    "of {total} names {law} are the law's own words in Uzbek, marked ‡: they were compared with the act. The other "
    "{draft} in Uzbek, and all {total} in Russian, are a working translation that nobody reviewed"
)


def told_day(on: date, say: Say) -> str:
    """A day as people write it, with the day of the week."""
    return f"{on:%d.%m.%Y} ({say(ON[on.weekday()])})"


def _sentence(said: object, say: Say) -> str:
    return f"{capital(say(said)).removesuffix('.')}."


def values(law: Law, domain: PrcommDomain, labels: Labels, lang: str = ENGLISH) -> Iterator[nodes.Node]:
    """Every dated value and reading of a law with all its versions, and its days off by year."""
    say = labels.say(lang)
    rows: list[tuple[Thing | None, Sequence[Cell]]] = []
    for value in dict.fromkeys((cast("Dated[object]", law.last_day), *law.values)):
        thing = things.value(value.name)
        called = say(value)
        domain.note(thing, called, lang)
        for n, version in enumerate(value.versions):
            rows.append((None if n else thing, _version(called, version, say, lang)))
    head: list[Cell] = [say(word) for word in (VALUE, IS, SINCE, UNTIL, UNDER, KNOWN)]
    yield section(capital(say(FIGURES)), "figures", table(head, rows))
    yield section(capital(say(DAYS_OFF)), "days-off", *_days(law, say, lang))


def _version(name: str, version: Version[object], say: Say, lang: str) -> list[Cell]:
    since = f"{version.since:%d.%m.%Y}" if version.since else say(NOT_KNOWN)
    if version.seen:
        since = say(SEEN_ON(day=f"{version.seen:%d.%m.%Y}"))
    until = f"{version.until:%d.%m.%Y}" if version.until else ""
    basis = version.basis.name if lang == ENGLISH else say(version.basis)
    is_ = "–" if version.value is None else say(version.value)
    return [name, is_, since, until, _places(version.cites, say, lang), basis]


def _days(law: Law, say: Say, lang: str) -> Iterator[nodes.Node]:
    by_year: dict[int, list[Sequence[Cell]]] = {}
    for day in law.calendar.days:
        weeks = say(EVERY_WEEK) if len(day.weeks) == 3 else ", ".join(say(WEEK_OF(n=n)) for n in day.weeks)
        basis = day.basis.name if lang == ENGLISH else say(day.basis)
        cells: list[Cell] = [
            told_day(day.day, say),
            say(named(day.reason)),
            weeks,
            _places(day.cites, say, lang),
            basis,
        ]
        by_year.setdefault(day.day.year, []).append(cells)
    head: list[Cell] = [say(word) for word in (DAY, WHAT_DAY, WHICH_WEEKS, UNDER, KNOWN)]
    for year, rows in sorted(by_year.items()):
        yield section(str(year), f"days-{year}", table(head, [(None, row) for row in rows]))


def _places(cites: Cites, say: Say, lang: str) -> Cell:
    return between(ref(things.article(cite), words, lang) for cite, words in in_turn(cites, say))


def doubts(
    rules: Iterable[Cited],
    sources: Sequence[Source],
    labels: Labels,
    lang: str = ENGLISH,
    apart: Collection[str] = (),
) -> Iterator[nodes.Node]:
    """All that rests on less than the text of an act, acts with amendments that were not read, what is to be asked,
    and unreviewed words.

    Args:
        rules: every rule of the reference.
        sources: its sources.
        labels: what things are called.
        lang: in which language.
        apart: the processes that have a page of their own for it: of these it is counted.
    """
    several, say = list(rules), labels.say(lang)
    yield from _questions([rule for rule in several if rule.rule.kind is RuleKind.DOUBT], sources, say, lang)
    acts = [source for source in sources if isinstance(source, Enactment) and (source.unread or source.edition)]
    rows: list[tuple[None, list[Cell]]] = [
        (None, [_source(act, say, lang), say(act.edition) if act.edition else "", ", ".join(map(say, act.unread))])
        for act in acts
    ]
    yield section(capital(say(ACTS)), "acts", table([say(word) for word in (ACT, EDITION, UNREAD)], rows))
    yield from known_by(several, say, lang, apart)
    known = Counter(label.known for label in labels)
    told = WHOSE_WORDS(total=known.total(), law=known[Known.LAW], draft=known[Known.DRAFT])
    yield section(capital(say(WORDS)), "words", para(_sentence(told, say)))


def known_by(
    rules: Sequence[Cited], say: Say, lang: str = ENGLISH, apart: Collection[str] = ()
) -> Iterator[nodes.section]:
    """What rests on less than the text of an act, by how it is known."""
    for basis in (basis for basis in Basis if basis is not Basis.STATUTE):
        mine = [one for one in rules if basis in _bases(one.rule) and one.rule.kind is not RuleKind.DOUBT]
        if mine:
            yield _known_by(basis, mine, say, lang, apart)


def _bases(rule: Rule) -> set[Basis]:
    """How a rule is known, by each place it rests on; one that rests on none is assumed."""
    return {cite.basis for cite in rule.cites} or {rule.basis}


def _questions(doubts: Iterable[Cited], sources: Sequence[Source], say: Say, lang: str) -> Iterator[nodes.section]:
    """What to ask of places that were read, and of sources that were not."""
    rows: list[tuple[Thing | None, Sequence[Cell]]] = [
        (None, [say(rule.rule.name), _as_known(rule.cites, say, lang)]) for rule in doubts
    ]
    rows += [(None, [say(question), _source(source, say, lang)]) for source in sources for question in source.questions]
    if rows:
        yield section(capital(say(QUESTIONS)), "questions", table([say(IN_DOUBT), say(WHERE)], rows))


def _as_known(cites: Cites, say: Say, lang: str) -> Cell:
    """The places, each with how it is known where that is less than read in the act."""
    found: list[Inline] = []
    for cite in cites:
        basis = cite.basis.name if lang == ENGLISH else say(cite.basis)
        known = "" if cite.basis is Basis.STATUTE else f" ({basis})"
        found += [", "] * bool(found) + [ref(things.article(cite), say(cite), lang), known]
    return found


def _known_by(basis: Basis, rules: Iterable[Cited], say: Say, lang: str, apart: Collection[str]) -> nodes.section:
    counted = Counter[str]()
    rows: list[tuple[Thing | None, Sequence[Cell]]] = []
    days: list[SpecialDay] = []
    for one in rules:
        if one.is_of(apart):
            counted[one.rule.of] += 1
        elif isinstance(one.rule.about, SpecialDay):
            days.append(one.rule.about)
        else:
            rests = _places(tuple(c for c in one.cites if c.basis is basis), say, lang)
            rows.append((None, [one.told_in(say, lang), rests]))
    title = basis.name if lang == ENGLISH else capital(say(basis))
    made = section(title, f"known-{basis.name}", para(_sentence(MEANS[basis], say)))
    if counted:
        of = ((ref(things.doubts(name), _process(name, say), lang), str(n)) for name, n in counted.items())
        made += table([say(PROCESS), say(HOW_MANY)], [(None, [*cells]) for cells in of])
    if rows:
        made += table([say(RULE), say(RESTS_ON)], rows)
    if days:
        years = Counter(day.day.year for day in days)
        told = ", ".join(f"{year}: {n}" for year, n in sorted(years.items()))
        made += para(_sentence(SO_KNOWN(years=told), say))
    return made


def _process(name: str, say: Say) -> str:
    return capital(say(scoped(name, name, "process"))).replace("_", " ")


def _source(source: Source, say: Say, lang: str) -> Cell:
    called = ref(things.source(source), say(source), lang)
    return [called, f", {say(source.title)}"] if source.title else [called]
