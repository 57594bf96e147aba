"""Pages in several languages: which page says the same in another one, and what a theme says around a page."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import cast

from attrs import frozen
from docutils import nodes
from markupsafe import Markup
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from prcomm.adapters import says
from prcomm.adapters.sphinx.configured import labels_of
from prcomm.adapters.sphinx.domain import PrcommDomain, page_language
from prcomm.adapters.sphinx.sisters import CALLED, siblings
from prcomm.core.values.messages import Message
from prcomm.labels import ENGLISH, Labels

AROUND: tuple[Message, ...] = tuple(
    map(
        says,
        (
            "Search",
            "Skip to content",
            "Back to top",
            "On this page",
            "Contents",
            "Next",
            "Previous",
            "Home",
            "Index",
            "Error",
            "Made with ",
            "Toggle site navigation sidebar",
            "Toggle table of contents sidebar",
            "Toggle navigation of",
            "Toggle Light / Dark / Auto color theme",
            "View this page",
            "Link to this heading",
            "Please activate JavaScript to enable the search functionality.",
        ),
    )
)
"""What themes say around a page."""


@frozen
class Other:
    """A page in a language, as the switch from one to another shows it.

    Attributes:
        lang: the tag of the language.
        called: what the language calls itself.
        page: its name.
        here: whether it is this page.
        same: whether it says what this page says; else it is the first page of that language.
    """

    lang: str
    called: str
    page: str
    here: bool
    same: bool


def others(
    page: str, here: str, same: Mapping[str, str], homes: Mapping[str, str], languages: tuple[str, ...]
) -> Iterator[Other]:
    """In each language the page that says the same, or else the first page of that language.

    Args:
        page: a page.
        here: its language.
        same: the pages that say the same, by language.
        homes: the first page of each language.
        languages: all languages.
    """
    for lang in dict.fromkeys((*CALLED, *languages)):
        found = page if lang == here else same.get(lang) or homes.get(lang)
        if found:
            yield Other(lang, CALLED.get(lang, lang), found, lang == here, lang in same)


def page_language_of(env: BuildEnvironment, page: str) -> str:
    """The language of a page; of one that is no document, English."""
    return page_language(env, page) if page in env.metadata else ENGLISH


SAME = "prcomm_same"
"""Under which name a page that is made of no document tells those that say the same, by language."""


def around_a_page(labels: Labels, lang: str) -> Callable[[str], str]:
    """What a theme says around a page, in the language of that page."""
    known = {str(one): one for one in AROUND}
    say = labels.say(lang)
    return lambda words: say(known[words]) if words in known else words


def in_its_language(app: Sphinx, page: str, template: str, context: dict[str, object], doctree: object) -> None:
    """Tell a theme the language of a page, its sisters in other languages, and the words around it."""
    env, builder = app.env, cast("StandaloneHTMLBuilder", app.builder)
    labels = labels_of(app.config)
    home = app.config.root_doc
    lang = str(context.get("prcomm_lang") or page_language_of(env, page))
    same = cast("Mapping[str, str]", context.get(SAME)) or siblings(env, page, labels.languages)
    homes = siblings(env, home, labels.languages)
    context["prcomm_languages"] = list(others(page, lang, same, homes, labels.languages))
    if page in env.metadata and "prcomm_lang" in env.metadata[page]:
        context["language"] = lang
    if len(same) > 1:
        context["metatags"] = f"{context.get('metatags') or ''}{_alternates(builder, page, same)}"
    words = around_a_page(labels, lang)
    context["prcomm_said"] = spoken(words)
    if lang == ENGLISH:
        return
    translated = _of_templates(words)
    context.update({"_": translated, "gettext": translated, "prcomm_lang": lang})
    its_home = homes.get(lang)
    if its_home and "toctree" in context:
        context.update({"master_doc": its_home, "root_doc": its_home, "show_copyright": False})
        context["toctree"] = _tree_of(app, page, its_home)


def _alternates(builder: StandaloneHTMLBuilder, page: str, same: Mapping[str, str]) -> str:
    told = ((lang, escape(builder.get_relative_uri(page, other) or "#")) for lang, other in same.items())
    return "".join(f'\n<link rel="alternate" hreflang="{lang}" href="{uri}">' for lang, uri in told)


MENDED = {
    'class="caption" role="heading">': 'class="caption" role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="cell_output docutils container">': '<div class="cell_output docutils container" tabindex="0">',
}
"""What themes leave out for who can't see, or has no mouse: at which level a heading stands, and that what is
scrolled is reached by the keys."""
_SAID = re.compile(r'(aria-label|title)="(%s)' % "|".join(map(re.escape, AROUND)))  # noqa: UP031


def spoken(words: Callable[[str], str]) -> Callable[[str], str]:
    """What is said of things on a page to who cannot see them, where a theme has it in English alone or not at all."""

    def said(html: str) -> str:
        told = _SAID.sub(lambda found: f'{found[1]}="{escape(words(found[2]))}', str(html))
        for bare, whole in MENDED.items():
            told = told.replace(bare, whole)
        return Markup(told)  # it is the page that the theme made

    return said


def _of_templates(words: Callable[[str], str]) -> Callable[..., str]:
    """As templates ask: a sentence, and what stands in it."""

    def said(sentence: str, **given: object) -> str:
        told = words(sentence)
        return told % given if given else told

    return said


def _tree_of(app: Sphinx, page: str, home: str) -> Callable[..., str]:
    """The tree of pages as it begins at another first page."""

    def tree(**given: object) -> str:
        builder = cast("StandaloneHTMLBuilder", app.builder)
        domain = cast("PrcommDomain", app.env.domains["prcomm"])
        trees = [
            app.env.resolve_toctree(page, builder, one, titles_only=True, collapse=True, includehidden=True)
            for one in domain.doctree(home).findall(addnodes.toctree)
        ]
        found = [one for one in trees if one is not None]
        if not found:
            return ""
        whole = nodes.container("", *found)
        return str(builder.render_partial(whole)["fragment"])

    return tree
