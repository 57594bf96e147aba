"""What a rule stands on, since when, and how sure we are. No country here."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Protocol

from attrs import evolve, field, frozen

from prcomm.core.values.errors import BadInput, NotInForce, shown
from prcomm.core.values.messages import Message, Said, Say, in_english, named, scoped


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

    def rendered(self, say: Say) -> str:
        """The place in the language of ``say``."""
        return say(self.told())

    def told(self, kind: str = "sentence") -> Said:
        """The place as a sentence: its act, its article, its part, in the order that a language has them.

        Args:
            kind: ``again`` where the same act was named just before, and a language may leave it out.
        """
        part = "" if self.part is None else "({part})"
        words = {"source": _source(self.source), "article": named(self.article), "part": self.part}
        return Said(f"{{source}} {self.unit} {{article}}{part}".replace("  ", " "), words, ("", kind))

    def __str__(self) -> str:
        return self.rendered(in_english)


@lru_cache(maxsize=1024)
def _source(code: str) -> str:
    """The code of a source as it is named beside a place in it. There are few, and each is said often."""
    return scoped(code, "", "cited")


Cites = tuple[Citation, ...]
Cited = Citation | Cites


def as_cites(cites: Cited) -> Cites:
    """One citation or several, as a tuple. Raises ``BadInput`` for what is none."""
    several = as_written(cites)
    faults = tuple(uncited(several))
    if faults:
        raise BadInput("a citation", faults)
    return several


def as_written(cites: Cited) -> Cites:
    """The same, unasked: what stands in a table is judged when its lifecycle is built."""
    return tuple(cites) if isinstance(cites, tuple | list) else (cites,)


def uncited(cites: tuple[object, ...]) -> Iterator[str]:
    """What is wrong with what was given for citations."""
    for one in cites:
        if isinstance(one, Source):
            yield f"cites: a place in {one.code}, as ACT(28, 2), not the whole act"
        elif not isinstance(one, Citation):
            yield f"cites: a place in a source, as ACT(28, 2), not {shown(one)}"


@lru_cache(maxsize=4096)  # a table rests on few places, and is asked of each often
def weakest(cites: Cites) -> Basis:
    """The basis of a rule that needs all of these citations; ``ASSUMED`` if it has none."""
    return max((c.basis for c in cites), key=lambda basis: basis.value, default=Basis.ASSUMED)


@lru_cache(maxsize=4096)
def is_law(cites: Cites) -> bool:
    """Whether a rule that needs all of these citations is law: not if any of them is less than that."""
    return bool(cites) and all(cite.basis.is_law for cite in cites)


def law_or_less(cites: Cites) -> Basis:
    """The weakest basis of a rule that needs all of these citations; of one that is not law, of what makes it less."""
    return weakest(cites if is_law(cites) else tuple(cite for cite in cites if not cite.basis.is_law))


def under(cites: Cites, basis: Basis | None, say: Say = in_english) -> str:
    """What something stands under, in words, with its basis where that is less than the text of an act. A place that it
    needs for two things, known in two ways, is named once."""
    known = "" if basis in (None, Basis.STATUTE) or not cites else f", {say(basis)}"
    return ", ".join(words for _, words in in_turn(cites, say)) + known


def in_turn(cites: Cites, say: Say = in_english, after: str = "") -> Iterator[tuple[Citation, str]]:
    """Several places with their words, each once: after one of the same act a language may leave its name out.

    Args:
        cites: the places.
        say: what becomes of a word.
        after: the act that was named just before them.
    """
    for place in dict.fromkeys(evolve(cite, basis=Basis.STATUTE) for cite in cites):
        yield place, say(place.told("again" if place.source == after else "sentence"))
        after = place.source


UNDER = Message("under")


@frozen
class Under:
    """A cell of a table that says what something rests on.

    Attributes:
        cites: the places.
        basis: the weakest basis of them.
    """

    cites: Cites
    basis: Basis | None

    def rendered(self, say: Say) -> str:
        """The places, with the basis where it is less than the text of an act."""
        return under(self.cites, self.basis, say)

    def __str__(self) -> str:
        return self.rendered(in_english)


_APOSTROPHES = dict.fromkeys(map(ord, "'`´’ʻʼ′ʹ"), "‘")


def same_code(one: str, other: str) -> bool:
    """Whether two codes name one act, however their apostrophes and capitals are typed."""
    return one.translate(_APOSTROPHES).casefold() == other.translate(_APOSTROPHES).casefold()


def told(text: str) -> str:
    """What a source is told with: it reads as before, and has labels of its own kind."""
    return scoped(text, "", "told")


def all_told(texts: Iterable[str]) -> tuple[str, ...]:
    """The same of several texts."""
    return tuple(map(told, texts))


@frozen
class Article:
    """One article of a source, in our own words. What is said here has labels: ``text(article.heading, "ru")``.

    Attributes:
        number: its number as text.
        heading: its heading.
        gist: what each part says, in order; empty where the parts were not listed.
        no_rule: why the library has no rule from it, or empty if it has.
    """

    number: str
    heading: str = field(converter=told)
    gist: tuple[str, ...] = field(default=(), converter=all_told)
    no_rule: str = field(default="", converter=told)


@frozen
class Source:
    """What a rule stands on: an enactment, the article behind the project, a practice, house rules.

    Calling it cites a place: ``ORQ445(28, 2)``. Its title and whatever else is said of it in words has labels.

    Attributes:
        code: how citations name it.
        title: its full title.
        articles: its articles (entries, rules); where they are listed, a citation must name one of them.
        basis: how citations of it are known unless they say otherwise.
        unit: what it calls its articles.
        questions: what is to be asked about it, in words: of a lawyer, say.
        address: where the public may read it; empty where that is not known.
    """

    code: str
    title: str = field(default="", converter=told)
    articles: tuple[Article, ...] = ()
    basis: Basis = Basis.STATUTE
    unit: str = "art."
    questions: tuple[str, ...] = field(default=(), converter=all_told, kw_only=True)
    address: str = field(default="", kw_only=True, repr=False)

    def first_day(self, place: Citation) -> "FirstDay | None":
        """From when a place in it is known to be in force; ``None`` where that was not read of it."""
        return None

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
        seen: a day it was seen in force, where its first day is not known: before it what rests on it is unknown.
        brought: what amendments brought later, as article, part (``None`` for all of it) and first day: before that
            day it was not in force.
    """

    adopted: date | None = None
    edition: str = field(default="", converter=told)
    unread: tuple[str, ...] = field(default=(), converter=all_told)
    seen: date | None = None
    brought: tuple[tuple[str, int | None, date], ...] = ()

    def first_day(self, place: Citation) -> "FirstDay | None":
        """From when a place in it is known to be in force."""
        for article, part, since in self.brought:
            if Citation(self.code, article, part).covers(place):
                return FirstDay(since, str(Citation(self.code, article, part, unit=self.unit)), unknown=False)
        return None if self.seen is None else FirstDay(self.seen, self.code, unknown=True)


@frozen
class FirstDay:
    """The first day on which what a rule rests on is known to be in force.

    Attributes:
        day: that day.
        of: what is not known to be in force before: an act, or a place in one.
        unknown: whether it may have been, and nobody has read so; else it was not.
    """

    day: date
    of: str
    unknown: bool

    def before(self, on: date) -> NotInForce:
        """The error for what is asked of an earlier day."""
        return NotInForce(self.of, on, self.unknown)


class RuleKind(StrEnum):
    """What may rest on a source."""

    TRANSITION = "transition"
    ROLES = "roles"
    GUARD = "guard"
    DEADLINE = "deadline"
    VALUE = "value"
    CONVENTION = "convention"
    DAY = "day"
    DOUBT = "doubt"


@frozen
class Rule:
    """One thing that rests on a source.

    Attributes:
        kind: a transition, the roles of one or of a deadline, a guard, a deadline, a dated value, a convention of
            counting, a day off, a doubt.
        of: the lifecycle or law it belongs to.
        name: its name there.
        cites: what it rests on.
        about: the thing itself: the row, the guard, the deadline, the version of a value, the day; ``None`` where it
            is none of these.
    """

    kind: RuleKind
    of: str
    name: str
    cites: Cites
    about: object = field(default=None, eq=False, repr=False)

    @property
    def basis(self) -> Basis:
        return weakest(self.cites)


@frozen
class Doubt:
    """A question about the law that no row and no value asks by itself: what to check with a lawyer.

    Attributes:
        text: the question, and what is taken for right here.
        cites: the places it is about, each as it is known.
    """

    text: str = field(converter=told)
    cites: Cites = field(converter=as_cites)


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
