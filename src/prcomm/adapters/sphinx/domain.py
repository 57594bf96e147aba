"""The Sphinx domain ``prcomm``: processes, their states and actions, and the articles they stand under, as objects."""

from collections.abc import Iterable, Iterator, Set
from typing import Any, ClassVar, cast

from attrs import frozen
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from prcomm.adapters.sphinx.configured import labels_of
from prcomm.adapters.sphinx.flat import Written, begun
from prcomm.adapters.sphinx.nodes import Languages, ThingRef, tag
from prcomm.adapters.sphinx.sisters import CALLED, siblings
from prcomm.adapters.sphinx.things import Kind, Thing
from prcomm.adapters.sphinx.until_page import UntilWhen, with_places
from prcomm.labels import ENGLISH, Labels
from prcomm.processes import AnyLifecycle


@frozen
class Place:
    """Where a thing is told of.

    Attributes:
        thing: the thing.
        lang: in which language.
        docname: on which page.
        shown: what it is called there.
    """

    thing: Thing
    lang: str
    docname: str
    shown: str


class PrcommDomain(Domain):
    """Processes, states, actions, deadlines and articles: searchable, and referred to by roles of the same names."""

    name = "prcomm"
    label = "prcomm"
    object_types: ClassVar[dict[str, ObjType]] = {kind.value: ObjType(kind.value, kind.value) for kind in Kind}
    roles: ClassVar[dict[str, Any]] = {kind.value: XRefRole(innernodeclass=nodes.inline) for kind in Kind}
    initial_data: ClassVar[dict[str, Any]] = {"places": {}, "tables": {}, "sections": {}}
    data_version = 3
    _answers: UntilWhen | None = None
    html: bool = False
    """Whether the pages become HTML."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._doctrees: dict[str, nodes.document] = {}

    @property
    def places(self) -> dict[tuple[str, str], dict[str, Place]]:
        """Where each thing is told of, by language."""
        return cast("dict[tuple[str, str], dict[str, Place]]", self.data["places"])

    def note(self, thing: Thing, shown: str, lang: str = ENGLISH) -> None:
        """Tell that the page being read tells of a thing."""
        place = Place(thing, lang, self.env.docname, shown)
        self.places.setdefault(thing.key, {})[lang] = place

    def find(self, thing: Thing, lang: str) -> Place | None:
        """Where a thing is told of: in that language, or in English, or in another."""
        found = self.places.get(thing.key, {})
        return found.get(lang) or found.get(ENGLISH) or next(iter(found.values()), None)

    @property
    def tables(self) -> dict[str, str]:
        """The tables that pages look answers up in, by the name of their file."""
        return cast("dict[str, str]", self.data["tables"])

    @property
    def sections(self) -> dict[str, list[tuple[str, str, str, str]]]:
        """The sections of each page that is sought by its words: anchor, title, in what it stands, how it begins."""
        return cast("dict[str, list[tuple[str, str, str, str]]]", self.data["sections"])

    def answers(self, lifecycles: tuple[AnyLifecycle, ...], labels: Labels) -> UntilWhen:
        """Until when what runs from the beginning of processes is to be done: counted once for the pages of a build."""
        known = self._answers
        if known is None or known.lifecycles != lifecycles:
            known = self._answers = UntilWhen(lifecycles, labels)
        return known

    def doctree(self, docname: str) -> nodes.document:
        """A page as it was read: kept, for the tree that begins there stands beside every page."""
        known = self._doctrees.get(docname)
        if known is None:
            known = self._doctrees[docname] = self.env.get_doctree(docname)
        return known

    def clear_doc(self, docname: str) -> None:
        self.sections.pop(docname, None)
        for found in self.places.values():
            for lang in [lang for lang, place in found.items() if place.docname == docname]:
                del found[lang]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        self.tables.update(otherdata["tables"])
        self.sections.update({page: told for page, told in otherdata["sections"].items() if page in docnames})
        others = cast("dict[tuple[str, str], dict[str, Place]]", otherdata["places"])
        for key, found in others.items():
            mine = self.places.setdefault(key, {})
            mine.update({lang: place for lang, place in found.items() if place.docname in docnames})

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        place = self.find(Thing(Kind(typ), target), page_language(env, fromdocname))
        if place is None:
            return None
        if not node.get("refexplicit"):
            contnode = nodes.inline("", place.shown)
        return make_refnode(builder, fromdocname, place.docname, place.thing.anchor, contnode, place.shown)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        found = ((kind, self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)) for kind in Kind)
        return [(f"prcomm:{kind}", reference) for kind, reference in found if reference is not None]

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        for found in self.places.values():
            for place in found.values():
                thing = place.thing
                plain = place.shown == thing.name or thing.kind in (Kind.ROW, Kind.GUARD)
                shown = thing.name if plain else f"{place.shown} ({thing.name})"
                priority = PRIORITY.get(thing.kind, 1)
                yield f"{thing.name} {place.lang}", shown, thing.kind.value, place.docname, thing.anchor, priority


PRIORITY = {Kind.STATE: 0, Kind.ROW: -1, Kind.GUARD: -1, Kind.ROLE: -1, Kind.DOUBTS: -1, Kind.RESTING: -1}
"""What the search finds first: states are asked for by their names; what has no name of its own is seldom sought."""


def page_language(env: BuildEnvironment, docname: str) -> str:
    """The language of a page."""
    return str(env.metadata[docname].get("prcomm_lang", ENGLISH))


class ResolveThings(SphinxPostTransform):
    """References to things become links, or plain text where no page tells of them."""

    default_priority = 9

    def run(self, **kwargs: object) -> None:
        domain = cast("PrcommDomain", self.env.domains["prcomm"])
        here = page_language(self.env, self.env.docname)
        for node in list(self.document.findall(ThingRef)):
            place = domain.find(node["thing"], node["lang"] or here)
            node.replace_self(self._link(place, node.children) if place else node.children)
        for made in list(self.document.findall(Written)):
            made.replace_self(self._as_it_is(made, domain, here))
        for form in [raw for raw in self.document.findall(nodes.raw) if "things" in raw]:
            with_places(form, lambda thing: self._address(domain.find(thing, here)))
        for links in list(self.document.findall(Languages)):
            links.replace_self(list(self._languages(domain, links, here)))

    def _as_it_is(self, node: Written, domain: PrcommDomain, here: str) -> nodes.Node:
        """Written elements with their links; text, where pages that were read as HTML become another thing."""
        if self.app.builder.format != "html":
            return nodes.paragraph("", node.astext())

        def link(thing: Thing, lang: str, words: str) -> str:
            place = domain.find(thing, lang or here)
            return f"{begun('a', {'href': self._uri(place)})}{words}</a>" if place else words

        return nodes.raw("", node.html(link), format="html")

    def _uri(self, place: Place) -> str:
        page = self.app.builder.get_relative_uri(self.env.docname, place.docname)
        return f"{page if place.docname != self.env.docname else ''}#{place.thing.anchor}"

    def _address(self, place: Place | None) -> str:
        if place is None:
            return ""
        return f"{self.app.builder.get_relative_uri(self.env.docname, place.docname)}#{place.thing.anchor}"

    def _link(self, place: Place, words: list[nodes.Node]) -> nodes.Element:
        """A link; in HTML without what only weighs: a page of the reference has thousands."""
        if self.app.builder.format == "html":
            return tag("a", *words, given={"href": self._uri(place)})
        inner = nodes.inline("", "", *words)
        return make_refnode(self.app.builder, self.env.docname, place.docname, place.thing.anchor, inner)

    def _languages(self, domain: PrcommDomain, links: Languages, here: str) -> Iterator[nodes.Node]:
        """Links to the page that says the same in each language: of the thing it tells of, or by its name."""
        found = (
            {lang: place.docname for lang, place in domain.places.get(links["thing"].key, {}).items()}
            if links.get("thing")
            else {}
        )
        found = siblings(self.env, self.env.docname, labels_of(self.app.config).languages) | found
        if len(found) < 2:
            return
        told = nodes.paragraph(classes=["prcomm-languages"])
        for lang in (lang for lang in dict.fromkeys((*CALLED, *found)) if lang in found):
            if told.children:
                told += nodes.Text(" · ")
            told += self._language(found[lang], lang, here)
        yield told

    def _language(self, docname: str, lang: str, here: str) -> nodes.Node:
        called = CALLED.get(lang, lang)
        if lang == here:
            return nodes.strong("", called)
        uri = self.app.builder.get_relative_uri(self.env.docname, docname)
        html = f'<a class="reference internal" href="{uri}" lang="{lang}" hreflang="{lang}">{called}</a>'
        return nodes.raw("", html, format="html")
