"""What a rule stands on, since when, and how sure we are. No country here."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from attrs import evolve, field, frozen

from prcomm.core.byfields import ByFields
from prcomm.core.errors import BadInput, NotInForce, a, no_day, shown
from prcomm.core.sentences import Said, Say, in_english, named, scoped

if TYPE_CHECKING:
    from pendulum import DateTime

    from prcomm.core.calendar import Calendar
    from prcomm.core.dues import Due
    from prcomm.core.entities import Entity, State

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Basis(Enum):
    """How we know a rule, from the strongest to the weakest."""

    STATUTE = 1
    """read in the act"""
    OFFICIAL = 2
    """restated by an official body"""
    REPORTED = 3
    """reported by the press"""
    ANALOGY = 4
    """taken from a neighbouring law"""
    INFERRED = 5
    """follows from what was read"""
    PRACTICE = 6
    """a draft, a custom"""
    ASSUMED = 7
    """assumed, until somebody reads it"""

    @property
    def is_law(self) -> bool:
        """False for analogy, practice and assumption: they may be departed from, never broken."""
        return self not in (Basis.ANALOGY, Basis.PRACTICE, Basis.ASSUMED)


@frozen(cache_hash=True)
class Citation:
    """One place in a source.

    Attributes:
        source: the code of the source, as ``O‘RQ-445``.
        article: the article (entry, rule) in it, as text: there are articles ``24-1`` and ``198⁷``.
        part: its part, or ``None`` for the whole article.
        basis: how we know that it says so.
        unit: what the source calls its articles.
    """

    source: str
    article: str
    part: int | None = None
    basis: Basis = Basis.STATUTE
    unit: str = "art."

    def by(self, basis: Basis) -> "Citation":
        """The same place, known otherwise."""
        return evolve(self, basis=basis)

    def covers(self, other: "Citation") -> bool:
        """Whether ``other`` lies in the place named here, whatever its basis."""
        return (
            same_code(self.source, other.source) and self.article == other.article and self.part in (None, other.part)
        )

    def told(self, say: Say) -> str:
        """The place in the language of ``say``."""
        part = "" if self.part is None else "({part})"
        words = {"article": named(self.article), "part": self.part}
        place = Said(f"{self.unit} {{article}}{part}".strip(), words)
        return f"{say(_source(self.source))} {say(place)}"

    def __str__(self) -> str:
        return self.told(in_english)


@lru_cache(maxsize=1024)
def _source(code: str) -> str:
    """The code of a source as its name. There are few, and each is said often."""
    return scoped(code, "", "source")


Cites = tuple[Citation, ...]
Cited = Citation | Cites


def as_cites(cites: Cited) -> Cites:
    """One citation or several, as a tuple. Raises ``BadInput`` for what is none."""
    if isinstance(cites, Citation):
        return (cites,)
    faults = tuple(uncited(cites))
    if faults:
        raise BadInput("a citation", faults)
    return tuple(cites)


def uncited(cites: object) -> Iterator[str]:
    """What is wrong with what was given for citations."""
    for one in cast("tuple[object, ...]", cites) if isinstance(cites, tuple | list) else (cites,):
        if isinstance(one, Source):
            yield f"cites: a place in {one.code}, as ACT(28, 2), not the whole act"
        elif not isinstance(one, Citation):
            yield f"cites: a place in a source, as ACT(28, 2), not {shown(one)}"


def weakest(cites: Cites) -> Basis:
    """The basis of a rule that needs all of these citations; ``ASSUMED`` if it has none."""
    return max((c.basis for c in cites), key=lambda basis: basis.value, default=Basis.ASSUMED)


def under(cites: Cites, basis: Basis | None, say: Say = in_english) -> str:
    """What something stands under, in words, with its basis where that is less than the text of an act."""
    known = "" if basis in (None, Basis.STATUTE) or not cites else f", {say(basis)}"
    return ", ".join(map(say, cites)) + known


_APOSTROPHES = dict.fromkeys(map(ord, "'`´’ʻʼ′ʹ"), "‘")


def same_code(one: str, other: str) -> bool:
    """Whether two codes name one act, however their apostrophes and capitals are typed."""
    return one.translate(_APOSTROPHES).casefold() == other.translate(_APOSTROPHES).casefold()


@frozen
class Article(ByFields):
    """One article of a source, in our own words.

    Attributes:
        number: its number as text.
        heading: its heading.
        gist: what each part says, in order; empty where the parts were not listed.
        no_rule: why the library has no rule from it, or empty if it has.
    """

    number: str
    heading: str
    gist: tuple[str, ...] = ()
    no_rule: str = ""


@frozen
class Source(ByFields):
    """What a rule stands on: an enactment, the article behind the project, a practice, house rules.

    Calling it cites a place: ``ORQ445(28, 2)``.

    Attributes:
        code: how citations name it.
        title: its full title.
        articles: its articles (entries, rules); where they are listed, a citation must name one of them.
        basis: how citations of it are known unless they say otherwise.
        unit: what it calls its articles.
    """

    code: str
    title: str = ""
    articles: tuple[Article, ...] = ()
    basis: Basis = Basis.STATUTE
    unit: str = "art."

    def article(self, number: int | str) -> Article:
        """The article of that number. Raises ``BadInput`` if the list has none such."""
        for article in self.articles:
            if article.number == str(number):
                return article
        raise BadInput(f"a citation of {self.code}", (f"there is no {self.unit} {number} in its list",))

    def __call__(self, article: int | str, part: int | None = None) -> Citation:
        """Cite an article, or one part of it. Raises ``BadInput`` if the source has no such place."""
        if self.articles:
            gist = self.article(article).gist
            if part is not None and gist and not 1 <= part <= len(gist):
                raise BadInput(
                    f"a citation of {self.code}",
                    (f"{self.unit} {article} has {len(gist)} parts, not a part {part}",),
                )
        return Citation(self.code, str(article), part, self.basis, self.unit)


@frozen
class Enactment(Source):
    """An act of law.

    Attributes:
        adopted: the day it was adopted.
        edition: which edition was read, in words.
        unread: amendments known to exist whose text was not read.
    """

    adopted: date | None = None
    edition: str = ""
    unread: tuple[str, ...] = ()


@frozen
class Version(ByFields, Generic[T_co]):
    """A dated value as it stands from one day to another.

    Attributes:
        value: the value.
        cites: what fixes it.
        since: the first day in force; ``None`` if that day is not known.
        until: the first day no longer in force; ``None`` while it stands.
        seen: where ``since`` is not known, a day it was seen in force: before it the answer is unknown.
    """

    value: T_co
    cites: Cites = field(converter=as_cites)
    since: date | None = None
    until: date | None = None
    seen: date | None = None

    def __attrs_post_init__(self) -> None:
        _days(self, "since", "until", "seen")

    @property
    def first(self) -> date:
        """The first day on which this version is known to stand."""
        return self.since or self.seen or date.min

    @property
    def basis(self) -> Basis:
        return weakest(self.cites)


def _days(thing: object, *names: str) -> None:
    """Raise ``BadInput`` for fields that hold no day."""
    faults = [fault for name in names for fault in no_day(name, getattr(thing, name))]
    if faults:
        raise BadInput(a(type(thing).__name__), tuple(faults))


def _in_order(versions: Iterable[Version[T]]) -> tuple[Version[T], ...]:
    return tuple(sorted(versions, key=lambda version: version.first))


@frozen
class Dated(ByFields, Generic[T_co]):
    """A value fixed by law, with all its versions. Named, since its name is its identity in a law."""

    name: str
    versions: tuple[Version[T_co], ...] = field(converter=_in_order)

    @classmethod
    def of(
        cls, name: str, value: T, cites: Cited, *, since: date | None = None, seen: date | None = None
    ) -> "Dated[T]":
        """A value with one version."""
        return Dated(name, (Version(value, cites, since, None, seen),))

    def version(self, day: date) -> Version[T_co]:
        """The version in force on that day. Raises ``NotInForce`` if none is known to be."""
        for version in reversed(self.versions):
            if version.first <= day:
                if version.until is not None and day >= version.until:
                    raise NotInForce(self.name, day)
                return version
        raise NotInForce(self.name, day, bool(self.versions) and self.versions[0].since is None)

    def on(self, day: date) -> T_co:
        """The value on that day. Raises ``NotInForce`` if none is known to be in force."""
        return self.version(day).value

    @property
    def cites(self) -> Cites:
        return tuple(dict.fromkeys(c for version in self.versions for c in version.cites))


class Reading(Enum):
    """A place where the law can be read in two ways; itself the value of a ``Dated``."""


class LastDay(Reading):
    """Which day binds when the last day of a term is a day off."""

    STRICT = "the day the text gives, even if it is a day off"
    ROLL_FORWARD = "the next working day"


_ON_TRIAL = Citation("a Reform", "on trial", None, Basis.ASSUMED, "")


@frozen
class Reform(ByFields, Generic[T]):
    """A value replaced: an amendment on trial, a house rule, or a number the law leaves open.

    Attributes:
        value: the dated value it replaces.
        to: what it becomes.
        why: why, in words; it stands in every trace that uses the value.
        since: from which day; ``None`` for all days.
        cites: what it rests on; without it the value is ASSUMED.
    """

    value: Dated[T]
    to: T
    why: str = ""
    since: date | None = None
    cites: Cites = field(default=(_ON_TRIAL,), converter=as_cites)

    def __attrs_post_init__(self) -> None:
        _days(self, "since")

    def on(self, value: Dated[T]) -> Dated[T]:
        """The value as reformed."""
        new = Version(self.to, self.cites, self.since)
        if self.since is None:
            return Dated(value.name, (new,))
        kept = (v for v in value.versions if v.first < new.first)
        return Dated(value.name, (*(evolve(v, until=_earlier(v.until, new.first)) for v in kept), new))


def _earlier(until: date | None, day: date) -> date:
    return day if until is None else min(until, day)


@frozen
class Conventions(ByFields):
    """What the conventions of counting rest on, for the traces. Empty where a house needs no source.

    Attributes:
        day_zero: that the day of the event is not counted.
        months: that a month ends on the same number, or on the last day.
    """

    day_zero: Cites = field(default=(), converter=as_cites)
    months: Cites = field(default=(), converter=as_cites)


class Dues(Protocol):
    """How a law bound to a day finds a running due: by the lifecycle that is being applied."""

    def __call__(
        self, entity: "Entity[State]", name: str, key: str | None, day: date, at: "DateTime | None"
    ) -> "Due | None": ...


@frozen
class Law(ByFields):
    """The dated values and readings of a country (or of one house), and its calendar: one immutable value.

    Inside a guard or a term it comes bound to a day, and ``law[VALUE]`` is the value of that day.

    Attributes:
        name: its name.
        calendar: its days off.
        last_day: the Reading for a last day that is a day off. There is no default: say it.
        conventions: what the conventions of counting rest on.
        sources: the sources it knows.
        values: its dated values; where they are listed, a Reform of another value is refused.
        reforms: the Reforms it stands under, later ones over earlier.
        day: the day it is bound to, if it is.
        version: which version of what was read: documents name it.
        zone: the time zone of the country, by name.
        rolls: whether on that day a last day that is a day off moves to the next working day, in the hands of a
            guard, a term or a move.
    """

    name: str
    calendar: "Calendar" = field(repr=False)
    last_day: Dated[LastDay] = field(repr=False)
    conventions: Conventions = field(default=Conventions(), repr=False)
    sources: tuple[Source, ...] = field(default=(), repr=False)
    values: tuple[Dated[object], ...] = field(default=(), repr=False)
    reforms: tuple[Reform[object], ...] = ()
    day: date | None = None
    version: str = field(default="", kw_only=True, repr=False)
    zone: str = field(default="", kw_only=True, repr=False)
    _dues: Dues | None = field(default=None, eq=False, repr=False)
    _reads: "list[Read] | None" = field(default=None, eq=False, repr=False)
    rolls: bool = field(default=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.values:
            known = {self.last_day.name, *(value.name for value in self.values)}
            faults = [f"{r.value.name!r} is none of its values" for r in self.reforms if r.value.name not in known]
            if faults:
                raise BadInput(f"a Reform of {self.name}", tuple(faults))

    def under(self, *reforms: "Reform[T]") -> "Law":
        """The same law with some values replaced. Raises ``BadInput`` for a value it does not have."""
        return evolve(self, reforms=(*self.reforms, *cast("tuple[Reform[object], ...]", reforms)))

    def known(self, day: date) -> "Law":
        """The same law with the days off that were decreed by the end of that day."""
        return evolve(self, calendar=self.calendar.known(day))

    def on(self, day: date) -> "Law":
        """The same law bound to a day."""
        return evolve(self, day=day)

    def dated(self, value: Dated[T]) -> Dated[T]:
        """The value with the Reforms this law stands under."""
        for reform in self.reforms:
            if reform.value.name == value.name:
                value = cast("Reform[T]", reform).on(value)
        return value

    def __getitem__(self, value: Dated[T]) -> T:
        """The value on the day this law is bound to.

        Raises ``NotInForce`` before its first known version, ``BadInput`` if the law is bound to no day.
        """
        if self.day is None:
            raise BadInput(f"{value.name!r} of {self.name}", ("the law is bound to no day: law.on(day)[value]",))
        version = self.dated(value).version(self.day)
        if self._reads is not None:
            stands = (r for r in reversed(self.reforms) if r.since is None or r.since <= self.day)
            why = next((r.why for r in stands if r.value.name == value.name), "")
            self._reads.append(Read(value.name, version, why))
        return version.value

    def due(
        self, entity: "Entity[State]", name: str, key: str | None = None, at: "DateTime | None" = None
    ) -> "Due | None":
        """The running due of that name, under the lifecycle and the Reforms being applied; or ``None``.

        Only a law that was handed to a guard, a term or a move can tell: ``BadInput`` otherwise.

        Args:
            entity: the entity as the guard sees it.
            name: the name of the deadline.
            key: which of several running ones; ``None`` for the first.
            at: the instant asked about, where a clock may be paused; else the start of the law's day.
        """
        if self._dues is None or self.day is None:
            raise BadInput(f"the due {name!r} of {self.name}", ("this law was not handed out by a lifecycle",))
        return self._dues(entity, name, key, self.day, at)

    def bound(self, day: date, dues: Dues) -> "Law":
        """Bound to a day and to the lifecycle that applies it. For lifecycles; users need ``on``."""
        rolls = self.dated(self.last_day).on(day) is LastDay.ROLL_FORWARD
        return evolve(self, day=day, dues=dues, rolls=rolls)

    def noting(self, reads: "list[Read]") -> "Law":
        """The same law noting each value read: how a trace learns which values a term came from."""
        return evolve(self, reads=reads)

    def cited(self) -> Iterator["Rule"]:
        """Every value and day off, as what rests on a source."""
        for value in dict.fromkeys((self.last_day, *self.values)):
            for version in value.versions:
                yield Rule(RuleKind.VALUE, self.name, value.name, version.cites)
        for day in self.calendar.days:
            yield Rule(RuleKind.DAY, self.name, f"{day.day.isoformat()} {day.reason}", day.cites)


@frozen
class Read(ByFields):
    """One value read from a law while a term was counted.

    Attributes:
        name: the name of the value.
        version: the version in force.
        why: the reason of the Reform it came from, if it did.
    """

    name: str
    version: Version[object]
    why: str = ""


class RuleKind(StrEnum):
    """What may rest on a source."""

    TRANSITION = "transition"
    ROLES = "roles"
    GUARD = "guard"
    DEADLINE = "deadline"
    VALUE = "value"
    DAY = "day"


@frozen
class Rule(ByFields):
    """One thing that rests on a source.

    Attributes:
        kind: a transition, the roles of one, a guard, a deadline, a dated value, a day off.
        of: the lifecycle or law it belongs to.
        name: its name there.
        cites: what it rests on.
    """

    kind: RuleKind
    of: str
    name: str
    cites: Cites

    @property
    def basis(self) -> Basis:
        return weakest(self.cites)


class Citing(Protocol):
    """A law or a lifecycle: something that can list the rules it holds."""

    def cited(self) -> Iterator[Rule]: ...


def cite(source: str, article: int | str, part: int | None = None, *, among: Iterable[Citing]) -> tuple[Rule, ...]:
    """All that rests on one place of a source, among some laws and lifecycles.

    Args:
        source: the code of the act; any apostrophe will do.
        article: the article.
        part: its part; ``None`` for the whole article with all its parts.
        among: the laws and lifecycles to search.
    """
    place = Citation(source, str(article), part)
    found = (rule for citing in among for rule in citing.cited() if any(place.covers(c) for c in rule.cites))
    return tuple(dict.fromkeys(found))
