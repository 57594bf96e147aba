"""The directives: ``prcomm:process`` and the pages of what processes rest on."""

import json
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective

from prcomm.adapters import pages
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.citing import Cited, SourcePage, everything, index, tested_by
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.nodes import Languages, capital, section
from prcomm.adapters.sphinx.printing import ACTS, acts_of
from prcomm.adapters.sphinx.processes import ProcessPage
from prcomm.adapters.sphinx.review import ReviewPage
from prcomm.adapters.sphinx.telling import Telling
from prcomm.adapters.sphinx.until import UntilWhen, form
from prcomm.adapters.sphinx.values_pages import doubts, values
from prcomm.adapters.sphinx.why import WhyPage
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Citation, Source, same_code
from prcomm.core.values.errors import BadInput
from prcomm.labels import ENGLISH, Labels
from prcomm.processes import AnyLifecycle, UnknownProcess, lifecycle_of


def named(where: str, kind: type[object] | UnionType) -> object:
    """What stands at ``package.module:NAME``. Raises ``BadInput`` if that is nothing of the kind."""
    module, _, name = where.partition(":")
    try:
        found: object = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise BadInput(where, (f"package.module:NAME of a {_called(kind)}: {error}",)) from error
    if not isinstance(found, kind):
        raise BadInput(where, (f"a {_called(kind)}, not of {type(found).__name__}",))
    return found


def _called(kind: type[object] | UnionType) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)


def sources_of(config: Config) -> tuple[Source, ...]:
    """The sources that ``prcomm_sources`` names, each alone or several in a tuple."""
    found = (named(where, Source | tuple) for where in config.prcomm_sources)
    groups = (cast("tuple[Source, ...]", one) if isinstance(one, tuple) else (cast("Source", one),) for one in found)
    return tuple(source for group in groups for source in group)


def labels_of(config: Config) -> Labels:
    """What things are called: the labels that ``prcomm_labels`` names."""
    return cast("Labels", named(config.prcomm_labels, Labels))


class PrcommDirective(SphinxDirective):
    """What the directives have in common."""

    @property
    def domain(self) -> PrcommDomain:
        """Where the things of the page are noted."""
        return cast("PrcommDomain", self.env.domains["prcomm"])

    @property
    def labels(self) -> Labels:
        """What things are called."""
        return labels_of(self.config)

    @property
    def lang(self) -> str:
        """The language of the page, which the page then says of itself."""
        given = str(self.options.get("lang", ENGLISH))
        if given not in self.labels.languages:
            raise self.error(f"{given!r} is no language; there are: {', '.join(self.labels.languages)}")
        self.env.metadata[self.env.docname]["prcomm_lang"] = given
        return given

    def lifecycle(self, name: str) -> AnyLifecycle:
        """A lifecycle by its name, or as ``package.module:LIFECYCLE``."""
        try:
            return lifecycle_of(name)
        except UnknownProcess as error:
            raise self.error(str(error)) from error

    def printed(self, lifecycle: AnyLifecycle) -> None:
        """Tell the foot of the page, where it is printed, of the acts of a process."""
        self.env.metadata[self.env.docname][ACTS] = acts_of(lifecycle, self.labels.say(self.lang))

    @property
    def lifecycles(self) -> tuple[AnyLifecycle, ...]:
        """The processes of the reference."""
        return tuple(map(lifecycle_of, self.config.prcomm_processes))


class ProcessDirective(PrcommDirective):
    """``prcomm:process``: the page of any lifecycle, by its name or as ``package.module:LIFECYCLE``."""

    required_arguments = 1
    option_spec: ClassVar = {"lang": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        lifecycle = self.lifecycle(self.arguments[0])
        self.printed(lifecycle)
        return [ProcessPage(lifecycle, self.labels, self.lang, self.domain).sections()]


class RestingDirective(PrcommDirective):
    """What the directives have in common that tell what rules rest on."""

    @property
    def law(self) -> Law:
        """The law of the reference."""
        return cast("Law", named(self.config.prcomm_law, Law))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the reference."""
        return sources_of(self.config)

    @property
    def rules(self) -> tuple[Cited, ...]:
        """Every rule of the reference."""
        laws = dict.fromkeys((self.law, *(lifecycle.law for lifecycle in self.lifecycles)))
        return tuple(everything(self.lifecycles, laws))

    def tested(self, place: Citation) -> Iterable[str]:
        """The tests of the article of a place."""
        globs = self.config.prcomm_tests.get(place.source, ())
        return tested_by(place.article, Path(self.env.srcdir).parent, tuple(globs))


class WhyDirective(RestingDirective):
    """``prcomm:why``: why each act, condition and term of a process is as it is."""

    required_arguments = 1
    option_spec: ClassVar = {"lang": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        lifecycle = self.lifecycle(self.arguments[0])
        self.printed(lifecycle)
        tell = Telling(lifecycle, self.labels, self.lang, self.domain)
        return [WhyPage(tell, self.sources, self.tested).sections()]


class ReviewDirective(PrcommDirective):
    """``prcomm:review``: what a lawyer is asked about a process, with room to sign."""

    required_arguments = 1
    option_spec: ClassVar = {"lang": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        lifecycle = self.lifecycle(self.arguments[0])
        self.printed(lifecycle)
        tell = Telling(lifecycle, self.labels, self.lang, self.domain)
        return [ReviewPage(tell).sections()]


class SourceDirective(RestingDirective):
    """``prcomm:source``: the page of an act or another source, by its code."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        code = self.arguments[0]
        source = next((source for source in self.sources if same_code(source.code, code)), None)
        if source is None:
            there = ", ".join(source.code for source in self.sources)
            raise self.error(f"there is no source {code!r}; there are: {there}")
        return [SourcePage(source, self.rules, self.domain, self.tested).sections()]


class CitationsDirective(RestingDirective):
    """``prcomm:citations``: the index of citations both ways."""

    def run(self) -> list[nodes.Node]:
        return list(index(self.rules))


class ValuesDirective(RestingDirective):
    """``prcomm:values``: the dated values with all their versions, and the days off."""

    def run(self) -> list[nodes.Node]:
        return list(values(self.law, self.domain))


class DoubtsDirective(RestingDirective):
    """``prcomm:doubts``: what to check with a lawyer."""

    def run(self) -> list[nodes.Node]:
        return list(doubts(self.rules, self.sources, self.labels))


class UntilDirective(PrcommDirective):
    """``prcomm:until``: a page that answers until when a deadline of a process runs, for each day of two years."""

    required_arguments = 2
    option_spec: ClassVar = {"lang": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        process, name = self.arguments
        lang, lifecycle = self.lang, self.lifecycle(process)
        deadline = next((deadline for deadline in lifecycle.deadlines if deadline.name == name), None)
        if deadline is None:
            there = ", ".join(deadline.name for deadline in lifecycle.deadlines)
            raise self.error(f"there is no deadline {name!r}; there are: {there}")
        until = UntilWhen(lifecycle, deadline, self.labels)
        table = f"until-{lifecycle.name}-{name}.js"
        if table not in self.domain.tables:
            self.domain.tables[table] = json.dumps(until.data(), ensure_ascii=False, separators=(",", ":"))
        self.env.metadata[self.env.docname]["prcomm_table"] = table
        thing = things.question(lifecycle, name)
        title = capital(f"{self.labels.text(pages.UNTIL_WHEN, lang)} {self.labels.text(deadline, lang)}")
        self.domain.note(thing, title, lang)
        return [
            section(
                title, thing.anchor, Languages(thing=thing), form(until, lang, json.loads(self.domain.tables[table]))
            )
        ]


ALL: dict[str, type[PrcommDirective]] = {
    "process": ProcessDirective,
    "why": WhyDirective,
    "review": ReviewDirective,
    "source": SourceDirective,
    "citations": CitationsDirective,
    "values": ValuesDirective,
    "doubts": DoubtsDirective,
    "until": UntilDirective,
}
"""Every directive of the domain, by name."""
