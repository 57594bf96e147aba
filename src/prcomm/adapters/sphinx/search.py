"""What is found by the search: every thing of the reference by its names in each script, and the other pages by their
sections. The page itself cuts endings off, with stemmers that Sphinx keeps, and weighs what it finds."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copyfile
from typing import Final, cast

import sphinx
from attrs import frozen
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from prcomm.adapters import says, sheets
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.around import SAME
from prcomm.adapters.sphinx.configured import labels_of, named as found_at, sources_of
from prcomm.adapters.sphinx.domain import PrcommDomain, page_language
from prcomm.adapters.sphinx.nodes import capital
from prcomm.adapters.sphinx.sisters import base_and_language
from prcomm.adapters.sphinx.things import Thing
from prcomm.adapters.sphinx.values_pages import DAYS_OFF
from prcomm.adapters.terms import Terms
from prcomm.core.calendar.days import Holiday
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Article, Citation, Enactment, Source, Under
from prcomm.core.values.messages import Message, Say, named, scoped
from prcomm.labels import ENGLISH, Labels
from prcomm.labels.cyrillic import cyrillic
from prcomm.processes import AnyLifecycle, lifecycle_of

LANGUAGE: Final = "prcomm"
"""As ``html_search_language`` it asks for this search."""
STEMMERS: Final = ("base", "english", "russian")
ENDINGS: Final = (
    *(
        "larining",
        "laridan",
        "lariga",
        "larida",
        "larini",
        "larning",
        "lardan",
        "larga",
        "larda",
        "larni",
        "lari",
        "lar",
    ),
    *("sining", "sidan", "siga", "sida", "sini", "ining", "idan", "iga", "ida", "ini", "ning", "dan", "ni", "ga", "da"),
    *(
        "ilishining",
        "ilishiga",
        "ilishini",
        "ilishi",
        "ilish",
        "ishining",
        "ishiga",
        "ishini",
        "ishga",
        "ishni",
        "ishi",
    ),
    *("ish", "ilgan", "ilmoqda", "moqda", "lik", "si", "i"),
)
"""Endings of Uzbek that make no other word. The longest is cut first, and four letters are left."""
LONGEST: Final = 220
"""Of a text so much is shown."""

SEARCH, FOUND, NOTHING = says("Search"), says("found: {n}"), says("nothing was found")
NO_SCRIPTS = says("the search needs programs on the page to be allowed")
PROCESS, TERM, CONDITION, ARTICLE, SOURCE, VALUE, PAGE = (
    says("process"),
    says("term"),
    says("condition"),
    says("place in an act"),
    says("source"),
    says("figure or reading"),
    says("page"),
)
ACT, STATE, SORT = sheets.ACTION, sheets.STATE, sheets.KIND


@frozen
class Entry:
    """One thing that is found.

    Attributes:
        sort: what it is.
        title: what it is called.
        where: in what it stands: its process, its act.
        url: where it is told of, from the top of the site.
        excerpt: what is told of it.
        words: further words by which it is found, and which are not shown.
        weight: how much it is asked for, beside others of its sort.
    """

    sort: Message
    title: str
    where: str
    url: str
    excerpt: str
    words: str = ""
    weight: float = 1.0


@frozen
class InALanguage:
    """The things of a reference as they are found in a language.

    Attributes:
        lifecycles: its processes.
        sources: what its rules stand on.
        law: its law.
        labels: what things are called.
        lang: the language.
        domain: where things are told of.
        sought: by which words things are looked for, besides what they are called: of a process by its name, of an act
            or a term by its own (``appeal.Extend``), of a place on a page by both (``values#days-off``).
    """

    lifecycles: tuple[AnyLifecycle, ...]
    sources: tuple[Source, ...]
    law: Law
    labels: Labels
    lang: str
    domain: PrcommDomain
    sought: Mapping[str, str]

    @property
    def say(self) -> Say:
        """What becomes of a word in the language."""
        return self.labels.say(self.lang)

    def entries(self) -> Iterator[Entry]:
        """All of them."""
        for lifecycle in self.lifecycles:
            yield from self._process(lifecycle)
        cited = [cite.source for lifecycle in self.lifecycles for rule in lifecycle.cited() for cite in rule.cites]
        for source in self.sources:
            of_law = 1.0 if isinstance(source, Enactment) else 0.6
            yield from self._source(source, of_law + min(cited.count(source.code), 100) / 250)
        yield from self._days_off()
        for value in self.law.values:
            yield from self._at(
                VALUE, things.value(value.name), self.say(value), "", self.say(value.versions[-1].value or "")
            )

    def _days_off(self) -> Iterator[Entry]:
        """Each reason for which days are off, or worked, with these days."""
        first = next((value for value in self.law.values if things.value(value.name).key in self.domain.places), None)
        place = first and self.domain.places[things.value(first.name).key].get(self.lang)
        reasons: dict[str, list[str]] = {}
        for holiday in self.law.calendar.holidays if place else ():
            days = [f"{holiday.day:02}.{holiday.month:02}"] if isinstance(holiday, Holiday) else []
            reasons.setdefault(self.say(named(holiday.reason)), []).extend(days)
        for day in self.law.calendar.days if place else ():
            reasons.setdefault(self.say(named(day.reason)), []).append(f"{day.day:%d.%m.%Y}")
        for reason, days in reasons.items():
            told, title = ", ".join(dict.fromkeys(days)), capital(reason)
            yield Entry(
                VALUE, title, capital(self.say(DAYS_OFF)), f"{place.docname}.html#days-off" if place else "", told
            )

    def _at(
        self, sort: Message, thing: Thing, title: str, where: str, excerpt: str, words: str = "", weight: float = 1.0
    ) -> Iterator[Entry]:
        """An entry, if a page in this language tells of the thing."""
        place = self.domain.places.get(thing.key, {}).get(self.lang)
        if place is not None:
            url = f"{place.docname}.html#{place.thing.anchor}"
            sought = self.sought.get(thing.name)
            more = (self.say(sought) if sought else "", words, thing.name if self.lang == ENGLISH else "")
            yield Entry(sort, capital(title), where, url, capital(excerpt), ", ".join(filter(None, more)), weight)

    def _code(self, name: str) -> str:
        """A name as code has it, where the language is that of the code."""
        return apart(name) if self.lang == ENGLISH else ""

    def _process(self, of: AnyLifecycle) -> Iterator[Entry]:
        say, called = self.say, capital(self.say(of.name)).replace("_", " ")
        sought = say(self.sought[of.name]) if of.name in self.sought else ""
        kinds = "; ".join(map(say, of.kinds))
        yield from self._at(PROCESS, things.process(of), called, "", sought or kinds, kinds and f"; {kinds}", 1.5)
        page = self.domain.places.get(things.process(of).key, {}).get(self.lang)
        for kind in of.kinds if page else ():
            mine = ", ".join(say(named(one.name)) for one in of.deadlines if not one.only or kind in one.only)
            url = f"{page.docname}.html#{things.process(of).anchor}" if page else ""
            yield Entry(SORT, capital(say(kind)), called, url, capital(mine), self._code(kind.name), 1.1)
        yield from self._acts(of, called)
        yield from self._terms(of, called)
        for table in (of.states, *(part.states for part in of.parts)):
            for state in table:
                part = next((part.name for part in of.parts if state in part.states), "")
                yield from self._at(
                    STATE, things.state(of, state, part), say(state), called, "", self._code(state.name), 0.8
                )
        asked = {guard.text: guard for row in of.rows for guard in row.given}
        for text, guard in asked.items():
            rests = say(Under(guard.cites, guard.basis))
            yield from self._at(CONDITION, things.guard(of, guard), say(named(text)), called, rests, "", 0.6)

    def _acts(self, of: AnyLifecycle, called: str) -> Iterator[Entry]:
        say = self.say
        for action in of.actions:
            rows = [row for row in of.rows if row.action is action]
            who = ", ".join(dict.fromkeys(say(row.who.roles) for row in rows if not row.never))
            rests = "; ".join(dict.fromkeys(say(Under(row.cites, row.basis)) for row in rows))
            offered = _offered(action)
            also = "; ".join(map(say, offered))
            words = f"{self._code(action.__name__)}; {also}"
            excerpt = f"{who}. {rests}".strip(". ")
            yield from self._at(ACT, things.act(of, action), say(action), called, excerpt, words, 1.05)

    def _terms(self, of: AnyLifecycle, called: str) -> Iterator[Entry]:
        say, terms = self.say, Terms.of(of)
        for deadline in of.deadlines:
            kinds = "; ".join(map(say, deadline.only or of.kinds))
            rests = say(Under(deadline.cites, deadline.basis))
            excerpt = f"{say(terms(deadline))}. {say(deadline.owed_by)}. {rests}"
            weight = (
                1.1
                - 0.2 * bool(deadline.provided)
                - 0.1 * bool(deadline.when or deadline.per)
                + 0.03 * len(deadline.moves)
            )
            title, words = say(named(deadline.name)), f"; {kinds}, {self._code(deadline.name)}"
            yield from self._at(TERM, things.deadline(of, deadline.name), title, called, excerpt, words, weight)

    def _source(self, source: Source, weight: float) -> Iterator[Entry]:
        say, called = self.say, capital(self.say(source))
        title = say(source.title) if source.title else ""
        yield from self._at(SOURCE, things.source(source), called, "", title, "", weight)
        for article in source.articles:
            yield from self._article(source, article, called, weight)

    def _article(self, source: Source, article: Article, called: str, weight: float) -> Iterator[Entry]:
        say = self.say
        whole = Citation(source.code, article.number, None, source.basis, source.unit)
        heading = say(article.heading) if article.heading else ""
        gist = [say(one) for one in article.gist]
        told = ". ".join([heading, *gist] if heading else gist)
        yield from self._at(ARTICLE, things.article(whole), say(whole), called, told, article.number, weight)
        for part, one in enumerate(gist, 1) if len(gist) > 1 else ():
            place = Citation(source.code, article.number, part, source.basis, source.unit)
            words = f"{article.number}({part}) {heading}"
            yield from self._at(ARTICLE, things.article(place), say(place), called, one, words, 0.75 * weight)


def _offered(action: type[object]) -> list[object]:
    from prcomm.labels.lacking import lists_of

    return [value for values in lists_of(cast("type", action)).values() for value in values]


def apart(name: str) -> str:
    """The words of a name as code has it: ``SetEmbargo`` is set, embargo and setembargo."""
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in name) if name.lower() != name else name
    return name.replace("_", " ").lower() if name.isupper() or "_" in name else f"{words.strip()}, {name}"


# -- the other pages


def of_pages(app: Sphinx, lang: str, labels: Labels) -> Iterator[Entry]:
    """The pages of a language that are not of a process or a source, each with its sections."""
    told = {place.docname for places in cast("PrcommDomain", app.env.domains["prcomm"]).places.values()
            for place in places.values() if place.thing.kind in OF_THINGS}  # fmt: skip
    sought = cast("Mapping[str, str]", app.config.prcomm_sought)
    sections = cast("PrcommDomain", app.env.domains["prcomm"]).sections
    for page in sorted(app.env.found_docs - told):
        if page_language(app.env, page) == lang:
            base, _ = base_and_language(page, labels.languages)
            for anchor, title, where, text in sections.get(page, ()):
                place = f"{base}#{anchor}" if anchor else base
                more = labels.text(sought[place], lang) if place in sought else ""
                yield Entry(PAGE, title, where, f"{page}.html#{anchor}", text, more, 1.4 if more else 0.8)
    if lang == ENGLISH:
        yield from _of_code(app)


OF_THINGS: Final = frozenset(
    {things.Kind.PROCESS, things.Kind.WHY, things.Kind.SOURCE, things.Kind.DOUBTS, things.Kind.RESTING}
)


def noted(app: Sphinx, tree: nodes.document) -> None:
    """Keep the sections of a page as it is read: to read all pages again when they are written takes longer."""
    if wanted(app):
        domain = cast("PrcommDomain", app.env.domains["prcomm"])
        domain.sections[app.env.docname] = [_of_section(part) for part in tree.findall(nodes.section)]


def _of_section(part: nodes.section) -> tuple[str, str, str, str]:
    """Its anchor, its title, in what it stands, and how it begins."""
    title = cast("nodes.title", part.next_node(nodes.title)).astext()
    told: list[str] = []
    for one in part.children:
        if not isinstance(one, nodes.section | nodes.title | nodes.raw) and sum(map(len, told)) < 4 * LONGEST:
            told.append(one.astext().replace("\n", " "))
    top = part.parent
    where = cast("nodes.title", top.next_node(nodes.title)).astext() if isinstance(top, nodes.section) else ""
    return part["ids"][0] if part["ids"] else "", title, where, " ".join(told)[: 4 * LONGEST]


def _of_code(app: Sphinx) -> Iterator[Entry]:
    """The names of the API."""
    for name, entry in app.env.domains["py"].objects.items():
        if not entry.aliased and entry.objtype != "module":
            title = name.rpartition(".")[2]
            yield Entry(PAGE, title, name, f"{entry.docname}.html#{entry.node_id}", "", apart(title), 0.35)


# -- the files


def connected(app: Sphinx) -> None:
    """Where the configuration asks for this search, Sphinx's own is not made."""
    if app.config.html_search_language == LANGUAGE and isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def wanted(app: Sphinx) -> bool:
    """Whether the pages are HTML, and this search is asked for."""
    return app.config.html_search_language == LANGUAGE and isinstance(app.builder, StandaloneHTMLBuilder)


def page_of_search(lang: str) -> str:
    """The name of the page of the search."""
    return "search" if lang == ENGLISH else f"search.{lang}"


def pages_of_search(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    """A page of the search in each language."""
    labels = labels_of(app.config)
    for lang in labels.languages if wanted(app) else ():
        say = labels.say(lang)
        title = capital(say(SEARCH))
        words = {"found": say(FOUND(n="{n}")), "nothing": say(NOTHING)}
        told = json.dumps({"lang": lang, "words": words}, ensure_ascii=False)
        body = (
            f'<h1>{title}</h1><form class="prcomm-search" role="search" method="get" action="">'
            f'<label>{title} <input type="search" name="q" autocomplete="off"></label></form>'
            f'<p class="prcomm-found" role="status"></p><ol class="prcomm-hits"></ol>'
            f"<noscript><p>{capital(say(NO_SCRIPTS))}.</p></noscript>"
            f'<script type="application/json" class="prcomm-search-words">{told}</script>'
        )
        same = {one: page_of_search(one) for one in labels.languages}
        context: dict[str, object] = {"title": title, "body": body, "prcomm_lang": lang, "language": lang, SAME: same}
        yield page_of_search(lang), context, "page.html"


def scripts(app: Sphinx, page: str, template: str, context: dict[str, object], doctree: object) -> None:
    """The page of the search has its programs; each page knows which search is its own."""
    lang = str(context.get("prcomm_lang") or "")
    context["prcomm_search"] = page_of_search(lang or ENGLISH) if wanted(app) else "search"
    if wanted(app) and page.partition(".")[0] == "search":
        for name in STEMMERS:
            app.add_js_file(f"{name}-stemmer.js")
        app.add_js_file("search.js", defer="defer")


def written(app: Sphinx, exception: Exception | None) -> None:
    """Write what is found, language by language, and copy the stemmers beside it."""
    if exception is not None or not wanted(app):
        return
    static = Path(app.outdir, "_static")
    kept = Path(sphinx.package_dir) / "search" / "minified-js"
    for name in STEMMERS:
        copyfile(kept / f"{name}-stemmer.js", static / f"{name}-stemmer.js")
    labels, config = labels_of(app.config), app.config
    lifecycles = tuple(map(lifecycle_of, config.prcomm_processes))
    law = cast("Law", found_at(config.prcomm_law, Law))
    domain = cast("PrcommDomain", app.env.domains["prcomm"])
    for lang in labels.languages:
        things_in = InALanguage(lifecycles, sources_of(config), law, labels, lang, domain, config.prcomm_sought)
        say = labels.say(lang)
        told = _told([*things_in.entries(), *of_pages(app, lang, labels)], say)
        data = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        (static / f"search-{lang}.js").write_text(
            f"(window.prcommFound ??= {{}})['{lang}'] = {data};\n", encoding="utf-8"
        )


def _told(entries: Iterable[Entry], say: Say) -> dict[str, object]:
    sorts: list[Message] = []
    rows: list[Sequence[object]] = []
    for one in entries:
        if one.sort not in sorts:
            sorts.append(one.sort)
        row = [
            sorts.index(one.sort),
            one.title,
            one.where,
            one.url,
            one.excerpt,
            one.words.strip(),
            round(one.weight, 2),
        ]
        rows.append(row)
    return {
        "sorts": [say(sort) for sort in sorts],
        "weights": [WEIGHTS[sort] for sort in sorts],
        "endings": [*ENDINGS, *map(cyrillic, ENDINGS)],
        "entries": rows,
    }


WEIGHTS: Final[Mapping[Message, float]] = {
    PROCESS: 1.5,
    SORT: 1.25,
    ACT: 1.15,
    TERM: 1.2,
    ARTICLE: 1.0,
    SOURCE: 1.0,
    VALUE: 0.8,
    STATE: 0.7,
    CONDITION: 0.7,
    PAGE: 0.8,
}
"""How much each sort is asked for."""

__all__ = ["LANGUAGE", "Entry", "InALanguage", "connected", "noted", "pages_of_search", "scoped", "scripts", "written"]
