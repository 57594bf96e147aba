"""The directives: ``prcomm:process`` and the pages of what processes rest on."""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from prcomm.adapters import pages
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.citing import Cited, SourcePage, everything, index, resting, shelves, tested_by
from prcomm.adapters.sphinx.configured import labels_of, named, sources_of
from prcomm.adapters.sphinx.domain import PrcommDomain
from prcomm.adapters.sphinx.flat import written
from prcomm.adapters.sphinx.nodes import Languages, capital, para, ref, section
from prcomm.adapters.sphinx.printing import ACTS, acts_of
from prcomm.adapters.sphinx.processes import ProcessPage
from prcomm.adapters.sphinx.review import ReviewPage
from prcomm.adapters.sphinx.telling import Telling
from prcomm.adapters.sphinx.until_page import DATA, form
from prcomm.adapters.sphinx.values_pages import doubts, known_by, values
from prcomm.adapters.sphinx.why import WhyPage
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Citation, Source, same_code
from prcomm.labels import ENGLISH, Labels
from prcomm.processes import AnyLifecycle, UnknownProcess, lifecycle_of


class PrcommDirective(SphinxDirective):
    """What the directives have in common."""

    def run(self) -> list[nodes.Node]:
        """What stands there; where the pages are HTML, its elements written at once."""
        made = self.made()
        return written(made) if self.domain.html else [*made]

    def made(self) -> Iterable[nodes.Node]:
        """What stands there."""
        raise NotImplementedError

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
        self.state.document.settings.smart_quotes = False  # names are as they are, and so are quotation marks
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

    def made(self) -> Iterable[nodes.Node]:
        lifecycle = self.lifecycle(self.arguments[0])
        self.printed(lifecycle)
        return [ProcessPage(lifecycle, self.labels, self.lang, self.domain).sections()]


class RestingDirective(PrcommDirective):
    """What the directives have in common that tell what rules rest on."""

    option_spec: ClassVar = {"lang": directives.unchanged}

    @property
    def law(self) -> Law:
        """The law of the reference."""
        return cast("Law", named(self.config.prcomm_law, Law))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the reference."""
        return sources_of(self.config)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the processes of the reference."""
        return tuple(lifecycle.name for lifecycle in self.lifecycles)

    @property
    def rules(self) -> tuple[Cited, ...]:
        """Every rule of the reference."""
        return _rules(self.lifecycles, self.law)

    def tested(self, place: Citation) -> Iterable[str]:
        """The tests of the article of a place."""
        globs = self.config.prcomm_tests.get(place.source, ())
        return tested_by(place.article, Path(self.env.srcdir).parent, tuple(globs))


class WhyDirective(RestingDirective):
    """``prcomm:why``: why each act, condition and term of a process is as it is."""

    required_arguments = 1
    option_spec: ClassVar = {"lang": directives.unchanged}

    def made(self) -> Iterable[nodes.Node]:
        lifecycle = self.lifecycle(self.arguments[0])
        self.printed(lifecycle)
        tell = Telling(lifecycle, self.labels, self.lang, self.domain)
        return [WhyPage(tell, self.sources, self.tested).sections()]


class ReviewDirective(PrcommDirective):
    """``prcomm:review``: what a lawyer is asked about a process, with room to sign."""

    required_arguments = 1
    option_spec: ClassVar = {"lang": directives.unchanged}

    def made(self) -> Iterable[nodes.Node]:
        lifecycle = self.lifecycle(self.arguments[0])
        self.printed(lifecycle)
        tell = Telling(lifecycle, self.labels, self.lang, self.domain)
        return [ReviewPage(tell).sections()]


@lru_cache(maxsize=4)
def _rules(lifecycles: tuple[AnyLifecycle, ...], law: Law) -> tuple[Cited, ...]:
    laws = dict.fromkeys((law, *(lifecycle.law for lifecycle in lifecycles)))
    return tuple(everything(lifecycles, laws))


class SourceDirective(RestingDirective):
    """``prcomm:source``: the page of an act or another source, by its code."""

    required_arguments = 1
    final_argument_whitespace = True

    def made(self) -> Iterable[nodes.Node]:
        code, lang = self.arguments[0], self.lang
        source = next((source for source in self.sources if same_code(source.code, code)), None)
        if source is None:
            there = ", ".join(source.code for source in self.sources)
            raise self.error(f"there is no source {code!r}; there are: {there}")
        return [SourcePage(source, self.rules, self.domain, self.tested, self.labels, lang).sections()]


class CitationsDirective(RestingDirective):
    """``prcomm:citations``: the index of citations both ways; ``:of:`` a process alone, and ``:apart:`` in short, where
    each process has a page of its own."""

    option_spec: ClassVar = {"lang": directives.unchanged, "of": directives.unchanged, "apart": directives.flag}

    def made(self) -> Iterable[nodes.Node]:
        if "of" in self.options:
            of = self.lifecycle(self.options["of"])
            thing, title = things.resting(of.name), f"The index of citations: {of.name}"
            self.domain.note(thing, title, self.lang)
            yield section(title, thing.anchor, resting(rule for rule in self.rules if rule.is_of([of.name])))
        elif "apart" in self.options:
            yield from shelves(self.rules, self.sources, self.names)
        else:
            yield from index(self.rules)


class ValuesDirective(RestingDirective):
    """``prcomm:values``: the dated values with all their versions, and the days off."""

    def made(self) -> Iterable[nodes.Node]:
        return list(values(self.law, self.domain, self.labels, self.lang))


class DoubtsDirective(RestingDirective):
    """``prcomm:doubts``: what to check with a lawyer; ``:of:`` a process alone, and ``:apart:`` in short, where each
    process has a page of its own."""

    option_spec: ClassVar = {"lang": directives.unchanged, "of": directives.unchanged, "apart": directives.flag}

    def made(self) -> Iterable[nodes.Node]:
        if "of" not in self.options:
            apart = self.names if "apart" in self.options else ()
            yield from doubts(self.rules, self.sources, self.labels, self.lang, apart)
            return
        of, say = self.lifecycle(self.options["of"]), self.labels.say(self.lang)
        thing, title = things.doubts(of.name), f"{capital(say(pages.TO_CHECK))}: {say(of.name)}"
        self.domain.note(thing, title, self.lang)
        mine = known_by([rule for rule in self.rules if rule.is_of([of.name])], say, self.lang)
        yield section(
            title, thing.anchor, Languages(thing=thing), para(ref(things.process(of), capital(say(of.name)))), *mine
        )


class LanguagesDirective(PrcommDirective):
    """``prcomm:languages``: the language of a page, and links to the pages that say the same in the others."""

    option_spec: ClassVar = {"lang": directives.unchanged}

    def made(self) -> Iterable[nodes.Node]:
        return [Languages()] if self.lang else []


class UntilDirective(PrcommDirective):
    """``prcomm:until``: a page that answers until when what runs from the beginning of some processes is to be done."""

    required_arguments = 1
    optional_arguments = 1000
    option_spec: ClassVar = {"lang": directives.unchanged}

    def made(self) -> Iterable[nodes.Node]:
        lang, lifecycles = self.lang, tuple(map(self.lifecycle, self.arguments))
        until = self.domain.answers(lifecycles, self.labels)
        if not until.answers:
            raise self.error(f"nothing runs from the beginning of: {', '.join(self.arguments)}")
        if DATA not in self.domain.tables:
            self.domain.tables[DATA] = json.dumps(until.data(), ensure_ascii=False, separators=(",", ":"))
        self.env.metadata[self.env.docname]["prcomm_table"] = DATA
        title = capital(self.labels.text(pages.UNTIL_WHEN, lang))
        self.domain.note(things.UNTIL, title, lang)
        return [section(title, things.UNTIL.anchor, Languages(thing=things.UNTIL), form(until, lang))]


ALL: dict[str, type[PrcommDirective]] = {
    "process": ProcessDirective,
    "why": WhyDirective,
    "review": ReviewDirective,
    "source": SourceDirective,
    "citations": CitationsDirective,
    "values": ValuesDirective,
    "doubts": DoubtsDirective,
    "until": UntilDirective,
    "languages": LanguagesDirective,
}
"""Every directive of the domain, by name."""
