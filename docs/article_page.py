"""The page of the article behind the project: each of its entries with where it lives, or why nowhere; the stages of
files; the principles. Where an entry lives stands in ``source_article.csv``, and nowhere else."""

import csv
from collections.abc import Iterator, Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import ClassVar, cast

from attrs import frozen
from docutils import nodes
from docutils.parsers.rst import directives
from pendulum import UTC, DateTime
from sphinx import addnodes
from sphinx.application import Sphinx

from prcomm import PROCESSES, Action, Dated, Lifecycle, Phase, Role, Source
from prcomm.adapters import pages
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.directives import PrcommDirective
from prcomm.adapters.sphinx.nodes import (
    Cell,
    Inline,
    Languages,
    between,
    capital,
    code,
    inline,
    para,
    ref,
    remark,
    section,
    table,
)
from prcomm.adapters.sphinx.things import Kind, Thing
from prcomm.core.values.messages import Message, Say
from prcomm.labels import ENGLISH
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.views.principles import Principle, scoreboard

PLACES = Path(__file__).with_name("source_article.csv")
HERE = Thing(Kind.ARTICLE, SOURCE_ARTICLE.code)
SPACE = "source_article"
STAGED = 25
"""The entry that says that the work has stages."""


def says(text: str) -> Message:
    """A sentence of this page."""
    return Message(text, of=SPACE)


TITLE = says("the article behind the project, entry by entry")
ONE_ARTICLE = says(
    "one article on relations with the public stood at the beginning of this library. It names {n} things; here is "
    "each of them"
)
SO_MANY = says("{code} live in the library, and {none} need no code: then a sentence says why")
NO_ACT = says(
    "the article is no act: it asks nothing of anybody by itself, and what rests on it alone was reported, not enacted"
)
ENTRIES, STAGES, PRINCIPLES = says("its entries"), says("its stages"), says("its principles")
WHAT_IT_SAYS, WHERE, NO_CODE = (
    says("what the article says"),
    says("where it lives, or why it needs no code"),
    says("no code: {why}"),
)
STAGES_OF_STATES = says(
    "entry {n} says that the work has stages. Each state of a file names its own; what stands inside a file has none"
)


@frozen
class Place:
    """One place where an entry lives.

    Attributes:
        module: the module from which it is imported.
        name: its name there; of a member of an enumeration ``Class.MEMBER``.
    """

    module: str
    name: str

    @classmethod
    def read(cls, where: str) -> "Place":
        """A place as the table has it: ``package.module:Name``."""
        module, _, name = where.partition(":")
        return cls(module, name)

    @property
    def found(self) -> object:
        """What stands there. Raises ``ImportError`` or ``AttributeError`` if nothing does."""
        thing: object = import_module(self.module)
        for part in self.name.split("."):
            thing = getattr(thing, part)
        return thing

    @property
    def lifecycle(self) -> Lifecycle | None:
        """The process of its module, if it is one."""
        return next((PROCESSES[name] for name in PROCESSES if PROCESSES.module(name) == self.module), None)

    def __str__(self) -> str:
        return f"{self.module.removeprefix('prcomm.')}:{self.name}"


def places(path: Path = PLACES) -> dict[str, tuple[Place, ...]]:
    """Where each entry lives, by its number; of one without code nothing."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["entry"]: tuple(map(Place.read, row["lives"].split())) for row in csv.DictReader(file)}


class SourceArticle(PrcommDirective):
    """``prcomm:source-article``: the whole page in one language."""

    option_spec: ClassVar = {"lang": directives.unchanged}

    def made(self) -> list[nodes.Node]:
        for file in (PLACES, Path(__file__)):
            self.env.note_dependency(str(file))
        return [_Page(self).section()]


class _Page:
    def __init__(self, directive: SourceArticle) -> None:
        self.lang = directive.lang
        self.labels = directive.labels
        self.say: Say = self.labels.say(self.lang)
        self.lifecycles = tuple(PROCESSES.values())
        self.domain = directive.domain
        self.places = places()

    def section(self) -> nodes.section:
        title = self.sentence(TITLE()).removesuffix(".")
        self.domain.note(HERE, title, self.lang)
        return section(
            title,
            HERE.anchor,
            Languages(thing=HERE),
            *self.head(),
            section(capital(self.say(ENTRIES)), "entries", self.entries()),
            section(capital(self.say(STAGES)), "stages", *self.stages()),
            section(capital(self.say(PRINCIPLES)), "principles", *self.principles()),
        )

    def head(self) -> Iterator[nodes.Node]:
        none = sum(not lives for lives in self.places.values())
        counts = SO_MANY(code=len(self.places) - none, none=none)
        said = (ONE_ARTICLE(n=len(self.places)), counts, NO_ACT())
        yield para(" ".join(map(self.sentence, said)))
        if self.lang != ENGLISH:
            yield remark(self.sentence(pages.ALL_DRAFTS()))

    def sentence(self, said: object) -> str:
        return f"{capital(self.say(said)).removesuffix('.')}."

    # -- the entries

    def entries(self) -> nodes.Node:
        rows: list[tuple[Thing | None, Sequence[Cell]]] = []
        for article in SOURCE_ARTICLE.articles:
            place = things.article(SOURCE_ARTICLE(article.number))
            said = [nodes.strong("", self.say(article.heading)), ". "]
            said += [self.say(gist) for gist in article.gist]
            lives = [self.lives(one) for one in self.places[article.number]]
            where = between(lives, "; ") or self.sentence(NO_CODE(why=article.no_rule))
            anchor = Thing(Kind.ARTICLE, f"{SOURCE_ARTICLE.code} {article.number}")
            rows.append((anchor, [ref(place, article.number), said, where]))
        head = [self.say(word) for word in (pages.NUMBER, WHAT_IT_SAYS, WHERE)]
        return of_entries(table(head, rows))

    def lives(self, place: Place) -> Inline:
        """A place as a reader finds it: its process, what it is called, and its name in the code, with links to the
        pages that tell of it."""
        found, of = place.found, place.lifecycle
        told: list[Inline] = [code(str(place))]
        if isinstance(found, Lifecycle):
            told = [self.process(found), " ", *told]
        elif isinstance(found, Source):
            told = [ref(things.source(found), self.say(found), self.lang), " ", *told]
        elif isinstance(found, Dated):
            told = [ref(things.value(found.name), self.say(found), self.lang), " ", *told]
        elif isinstance(found, Role):
            acts = between(self.process(one) for one in self.lifecycles if found in one.roles)
            told = [*acts, ": ", self.say(found), " ", *told]
        elif of is not None and isinstance(found, type) and issubclass(found, Action):
            told = [self.process(of), ": ", ref(things.action(of, found), self.say(found), self.lang), " ", *told]
        else:
            named = [self.say(found), " "] if isinstance(found, Enum) and self.labels.of(found) else []
            told = [*([self.process(of), ": "] if of else []), *named, in_api(place, found)]
        return nodes.inline("", "", *inline(*told))

    def process(self, of: Lifecycle) -> Inline:
        return ref(things.process(of), capital(self.say(of.name)).replace("_", " "), self.lang)

    # -- the stages

    def stages(self) -> Iterator[nodes.Node]:
        """Each stage with its states, process by process."""
        yield para(self.sentence(STAGES_OF_STATES(n=STAGED)))
        for phase in Phase:
            rows: list[tuple[Thing | None, Sequence[Cell]]] = []
            for of in self.lifecycles:
                its = [state for state in of.states if state.phase is phase]
                if its:
                    states = between(ref(things.state(of, state), self.say(state), self.lang) for state in its)
                    rows.append((None, [[self.process(of)], states]))
            told = of_entries(table([], rows))
            yield section(capital(self.say(phase)), f"stage-{phase.name.lower()}", told)

    # -- the principles

    def principles(self) -> Iterator[nodes.Node]:
        """How each is counted, as a scoreboard of no files says it."""
        now = DateTime(2026, 1, 1, tzinfo=UTC)
        _, how = scoreboard((), now.date(), now.date(), now).sheets()
        yield para(self.sentence(how.caption))
        _, *heads = (capital(self.say(head)) for head in how.head)
        for one, *told in how.rows:
            principle = cast("Principle", one)
            article = SOURCE_ARTICLE.article(principle.value)
            place = ref(things.article(SOURCE_ARTICLE(article.number)), article.number)
            named = f" {self.say(article.heading)}"  # as the article has it
            cells: list[tuple[Thing | None, Sequence[Cell]]] = [
                (None, [capital(self.say(pages.NUMBER)), [place, named]])
            ]
            cells += [(None, [head, capital(self.say(cell))]) for head, cell in zip(heads, told, strict=True)]
            title = capital(self.say(principle))
            yield section(title, f"principle-{principle.name.lower()}", table([], cells))


def of_entries(told: nodes.container) -> nodes.container:
    """A table whose cells stand one below the other on a narrow screen."""
    told["classes"].append("prcomm-entries")
    return told


def in_api(place: Place, found: object) -> nodes.Node:
    """A reference to the page of the API that tells of it."""
    owner = type(found) if isinstance(found, Enum) else found
    inside = hasattr(import_module(place.module), "__path__")  # the pages of a package tell of its modules
    home = getattr(owner, "__module__", place.module) if inside and hasattr(owner, "__qualname__") else place.module
    words = code(str(place))
    return addnodes.pending_xref(
        "", words, refdomain="py", reftype="obj", reftarget=f"{home}.{place.name}", refexplicit=True
    )


def setup(app: Sphinx) -> None:
    app.add_directive_to_domain("prcomm", "source-article", SourceArticle)
