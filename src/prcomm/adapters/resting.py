"""What rests on a place of an act, and what of a process is not sure: rules as tables, in words that have labels."""

from collections.abc import Iterable, Iterator
from typing import Never, cast

from attrs import frozen

from prcomm.adapters import pages, says, sheets
from prcomm.core.calendar.days import SpecialDay
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import (
    UNDER,
    Basis,
    Citation,
    Citing,
    Doubt,
    Enactment,
    Rule,
    RuleKind,
    Source,
    Under,
    cite,
)
from prcomm.core.table.deadlines import Deadline
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Said, named, scoped
from prcomm.processes import AnyLifecycle

OF, RULE = says("belongs to"), says("rule")
TO_ASK, ACT, TO_READ = says("what to ask"), says("the act"), says("amendments that were not read")


@frozen
class Place:
    """One place of an act, and what rests on it.

    Attributes:
        cite: the place.
        said: what it says, in our own words: the heading of the article, and the gist of the part.
        rules: what rests on it, in any of the processes and laws asked.
    """

    cite: Citation
    said: tuple[str, ...]
    rules: tuple[Rule, ...]


def places(sources: Iterable[Source], article: str, part: int | None, among: Iterable[Citing]) -> tuple[Place, ...]:
    """The place of that number in each of some sources that has it, with what rests on it.

    Args:
        sources: the sources to look in.
        article: the article, as text.
        part: its part; ``None`` for the whole article.
        among: the laws and lifecycles that may rest on it.
    """
    several = tuple(among)
    found: list[Place] = []
    for source in sources:
        rules = cite(source.code, article, part, among=several)
        try:
            place = source(article, part)
        except BadInput:
            continue
        if rules or source.articles:
            found.append(Place(place, tuple(_said(source, article, part)), rules))
    return tuple(found)


def _said(source: Source, article: str, part: int | None) -> Iterator[str]:
    """The heading of an article, and what it says or why nothing follows from it."""
    if not source.articles:
        return
    of = source.article(article)
    yield of.heading
    yield from of.gist if part is None else of.gist[part - 1 : part]
    yield of.no_rule


def resting(place: Place) -> Sheet:
    """What rests on a place, as a table."""
    rows = _together((named(rule.of), rule.basis, rule) for rule in place.rules)
    return Sheet("", (RULE, sheets.KIND, OF, pages.KNOWN), rows)


def _together(rows: Iterable[tuple[object, object, Rule]]) -> tuple[tuple[object, ...], ...]:
    """Rows of which those about actions are one where they differ in nothing else: with the names of all of these."""
    several: dict[tuple[object, ...], list[object]] = {}
    for n, (one, other, rule) in enumerate(rows):
        apart = () if rule.kind in (RuleKind.TRANSITION, RuleKind.ROLES) else (n,)
        several.setdefault((rule.kind, one, other, *apart), []).append(_name(rule))
    return tuple((tuple(dict.fromkeys(names)), *key[:3]) for key, names in several.items())


def _name(rule: Rule) -> object:
    """What a rule is called, in words that have labels."""
    about = rule.about
    if isinstance(about, Guard):
        return named(cast("Guard[Never, Never]", about).text)
    if isinstance(about, Deadline):
        return named(about.name)
    if isinstance(about, SpecialDay):
        return Said("{day} {reason}", {"day": about.day, "reason": named(about.reason)})
    if rule.kind is RuleKind.VALUE:
        return scoped(rule.name, "", "value")
    if rule.kind in (RuleKind.TRANSITION, RuleKind.ROLES):
        return cast("Row", about).action
    return named(rule.name)


@frozen
class Doubts:
    """What of a process is to be checked with a lawyer.

    Attributes:
        rules: the rules that rest on less than the text of an act, the weakest first.
        questions: what is in doubt in the places on which it rests, and where.
        unread: the acts on which it rests of which amendments were not read.
    """

    rules: tuple[Rule, ...]
    questions: tuple[tuple[str, tuple[Citation, ...] | Source], ...]
    unread: tuple[Enactment, ...]

    @classmethod
    def of(cls, lifecycle: AnyLifecycle) -> "Doubts":
        """Those of one process, under its law."""
        law: Law = lifecycle.law
        rules = tuple(lifecycle.cited())
        articles = {(cite.source, cite.article) for rule in rules for cite in rule.cites}
        cited = {source for source, _ in articles}
        sources = tuple(source for source in law.sources if source.code in cited)
        values = (rule for rule in law.cited() if rule.kind is RuleKind.VALUE and _within(rule, articles))
        unsure = (rule for rule in (*rules, *values) if rule.basis is not Basis.STATUTE)
        asked = tuple((doubt.text, doubt.cites) for doubt in law.doubts if _about(doubt, articles, law))
        asked_of = tuple((question, source) for source in sources for question in source.questions)
        unread = tuple(one for one in sources if isinstance(one, Enactment) and one.unread)
        weakest_first = tuple(sorted(unsure, key=lambda rule: -rule.basis.value))
        return cls(weakest_first, (*asked, *asked_of), unread)

    def sheets(self) -> Iterator[Sheet]:
        """The same as tables; those that have no row are left out."""
        rows = _together((rule.basis, Under(rule.cites, None), rule) for rule in self.rules)
        asked = tuple((question, _where(where)) for question, where in self.questions)
        unread = tuple((scoped(act.code, "", "source"), act.unread) for act in self.unread)
        several = (
            Sheet("", (RULE, sheets.KIND, pages.KNOWN, UNDER), rows),
            Sheet("", (TO_ASK, UNDER), asked),
            Sheet("", (ACT, TO_READ), unread),
        )
        return (sheet for sheet in several if sheet.rows)


def _within(rule: Rule, articles: set[tuple[str, str]]) -> bool:
    return bool(rule.cites) and all((cite.source, cite.article) in articles for cite in rule.cites)


def _about(doubt: Doubt, articles: set[tuple[str, str]], law: Law) -> bool:
    """Whether a doubt is about a place on which a process rests, or about how days are counted for all."""
    common = {(c.source, c.article) for c in (*law.conventions.day_zero, *law.conventions.months)}
    return any((cite.source, cite.article) in articles | common for cite in doubt.cites)


def _where(where: tuple[Citation, ...] | Source) -> object:
    return scoped(where.code, "", "source") if isinstance(where, Source) else Under(where, None)
