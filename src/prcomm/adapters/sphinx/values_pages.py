"""The dated values with all their versions, and what a lawyer should check."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from docutils import nodes

from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.citing import Cited
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.nodes import Cell, Inline, between, para, ref, section, table
from prcomm.adapters.sphinx.things import Thing
from prcomm.core.calendar.days import SpecialDay
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Basis, Cites, Enactment, Rule, RuleKind, Source
from prcomm.core.sources.dated import Dated, Version
from prcomm.core.values.messages import in_english
from prcomm.labels import Known, Labels


def values(law: Law, domain: PrcommDomain) -> Iterator[nodes.Node]:
    """Every dated value and reading of a law with all its versions, and its days off by year."""
    rows: list[tuple[Thing | None, Sequence[Cell]]] = []
    for value in dict.fromkeys((cast("Dated[object]", law.last_day), *law.values)):
        thing = things.value(value.name)
        domain.note(thing, value.name)
        for n, version in enumerate(value.versions):
            rows.append((None if n else thing, _version(value.name, version)))
    head = ["value", "is", "since", "until", "under", "how it is known"]
    yield section("Figures and readings", "figures", table(head, rows))
    yield section("Days off", "days-off", *_days(law))


def _version(name: str, version: Version[object]) -> list[Cell]:
    since = version.since.isoformat() if version.since else "not known"
    if version.seen:
        since = f"not known; seen in force on {version.seen.isoformat()}"
    until = version.until.isoformat() if version.until else ""
    return [name, in_english(version.value), since, until, _places(version.cites), version.basis.name]


def _days(law: Law) -> Iterator[nodes.Node]:
    by_year: dict[int, list[Sequence[Cell]]] = {}
    for day in law.calendar.days:
        cells = [day.day.isoformat(), day.day.strftime("%a"), day.reason, _places(day.cites), day.basis.name]
        by_year.setdefault(day.day.year, []).append(cells)
    for year, rows in sorted(by_year.items()):
        head = ["day", "", "what it is", "under", "how it is known"]
        yield section(str(year), f"days-{year}", table(head, [(None, row) for row in rows]))


def _places(cites: Cites) -> Cell:
    return between(ref(things.article(cite), str(cite)) for cite in cites)


def doubts(rules: Iterable[Cited], sources: Sequence[Source], labels: Labels) -> Iterator[nodes.Node]:
    """All that rests on less than the text of an act, acts with amendments that were not read, what is to be asked,
    and unreviewed words."""
    several = list(rules)
    yield from _questions([rule for rule in several if rule.rule.kind is RuleKind.DOUBT], sources)
    acts = [source for source in sources if isinstance(source, Enactment) and (source.unread or source.edition)]
    rows = [(None, [_source(act), act.edition, ", ".join(act.unread)]) for act in acts]
    yield section(
        "What was read, and what was not", "acts", table(["act", "what was read", "amendments not read"], rows)
    )
    for basis in (basis for basis in Basis if basis is not Basis.STATUTE):
        mine = [one for one in several if basis in _bases(one.rule) and one.rule.kind is not RuleKind.DOUBT]
        if mine:
            yield _known_by(basis, mine)
    known = Counter(label.known for label in labels)
    total = sum(known.values())
    yield section(
        "Words",
        "words",
        para(
            f"Of {total} names {known[Known.LAW]} are the law's own words in Uzbek, marked ‡: they were compared with "
            f"the act. The other {known[Known.DRAFT]} in Uzbek, and all {total} in Russian, are a working translation "
            "that nobody reviewed."
        ),
    )


def _bases(rule: Rule) -> set[Basis]:
    """How a rule is known, by each place it rests on; one that rests on none is assumed."""
    return {cite.basis for cite in rule.cites} or {rule.basis}


def _questions(doubts: Iterable[Cited], sources: Sequence[Source]) -> Iterator[nodes.section]:
    """What to ask of places that were read, and of sources that were not."""
    rows: list[tuple[Thing | None, Sequence[Cell]]] = [(None, [rule.name, _as_known(rule.cites)]) for rule in doubts]
    rows += [(None, [question, _source(source)]) for source in sources for question in source.questions]
    if rows:
        yield section("Questions", "questions", table(["what is in doubt", "where"], rows))


def _as_known(cites: Cites) -> Cell:
    """The places, each with how it is known where that is less than read in the act."""
    found: list[Inline] = []
    for cite in cites:
        known = "" if cite.basis is Basis.STATUTE else f" ({cite.basis.name})"
        found += [", "] * bool(found) + [ref(things.article(cite), str(cite)), known]
    return found


def _known_by(basis: Basis, rules: Iterable[Cited]) -> nodes.section:
    rows: list[tuple[Thing | None, Sequence[Cell]]] = []
    days: list[SpecialDay] = []
    for one in rules:
        if isinstance(one.rule.about, SpecialDay):
            days.append(one.rule.about)
        else:
            rows.append((None, [one.told, _places(tuple(c for c in one.cites if c.basis is basis))]))
    made = section(basis.name, f"known-{basis.name}", para(f"{MEANS[basis]}."))
    if rows:
        made += table(["rule", "rests on"], rows)
    if days:
        years = Counter(day.day.year for day in days)
        told = ", ".join(f"{year}: {n}" for year, n in sorted(years.items()))
        made += para(f"Days off known in this way, by year: {told}. The list is with the values.")
    return made


def _source(source: Source) -> Cell:
    return f"{source.code}, {source.title}" if source.title else source.code


MEANS = {
    Basis.OFFICIAL: "Restated by an official body; the act itself was not read for it",
    Basis.REPORTED: "Told by the press",
    Basis.ANALOGY: "Taken from a neighbouring law",
    Basis.INFERRED: "Inferred from the text, which does not say it in so many words",
    Basis.PRACTICE: "A draft or a custom",
    Basis.ASSUMED: "Assumed by this library, where the law is silent; anybody may lift it",
}
"""What each basis means."""
