"""Sphinx: the domain ``prcomm`` and the directives that make the pages of a reference from the tables."""

try:
    from sphinx.application import Sphinx
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.sphinx needs Sphinx: pip install 'prcomm[sphinx]'") from error

from pathlib import Path
from typing import cast

from docutils.nodes import container, document
from sphinx.util.typing import ExtensionMetadata

from prcomm import __version__
from prcomm.adapters.diagrams import svg
from prcomm.adapters.sphinx import beside, directives, search
from prcomm.adapters.sphinx.around import in_its_language
from prcomm.adapters.sphinx.domain import PrcommDomain, ResolveThings
from prcomm.adapters.sphinx.nodes import LIFECYCLE, Block, Languages, Tag, ThingRef, closed, opened, passed
from prcomm.adapters.sphinx.page_stubs import pages_written
from prcomm.adapters.sphinx.printing import foot
from prcomm.processes import PROCESSES

__all__ = ["PrcommDomain", "setup"]

STATIC = Path(__file__).parent / "static"
PICTURES = "pictures.css"
"""How all pictures of the site look."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """What Sphinx calls: the domain, the directives, and how the pages look and are searched."""
    app.add_config_value("prcomm_processes", list(PROCESSES), "env", [list, tuple])
    app.add_config_value("prcomm_labels", "prcomm.labels:LABELS", "env", [str])
    app.add_config_value("prcomm_law", "prcomm.law:UZ", "env", [str])
    app.add_config_value("prcomm_sources", ["prcomm.law:SOURCES"], "env", [list, tuple])
    app.add_config_value("prcomm_tests", {}, "env", [dict])
    app.add_config_value("prcomm_pages", "", "env", [str])
    app.add_config_value("prcomm_sought", {}, "env", [dict])
    app.add_config_value("prcomm_until", [], "env", [list, tuple])
    app.add_domain(PrcommDomain)
    app.add_node(ThingRef)
    only_text = (passed, None)
    for kind in (Tag, Block):
        app.add_node(kind, html=(opened, closed), latex=only_text, text=only_text, man=only_text, texinfo=only_text)
    app.add_node(Languages)
    for name, directive in directives.ALL.items():
        app.add_directive_to_domain("prcomm", name, directive)
    app.add_post_transform(ResolveThings)
    app.connect("config-inited", beside.connected)
    app.connect("builder-inited", pages_written)
    app.connect("builder-inited", _looks)
    app.connect("builder-inited", search.connected)
    app.connect("html-collect-pages", search.pages_of_search)
    app.connect("html-page-context", search.scripts, priority=310)  # it asks for the language of the page
    app.connect("doctree-read", search.noted)
    app.connect("build-finished", search.written)
    app.connect("html-page-context", in_its_language, priority=300)  # before a theme asks
    app.connect("html-page-context", _table)
    app.connect("html-page-context", foot)
    app.connect("html-page-context", _pictured)
    app.connect("build-finished", _tables)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True, "env_version": 1}


def _looks(app: Sphinx) -> None:
    cast("PrcommDomain", app.env.domains["prcomm"]).html = app.builder.format == "html"
    app.config.html_static_path.append(str(STATIC))
    app.add_css_file("prcomm.css")
    app.add_css_file(PICTURES)


def _table(app: Sphinx, page: str, template: str, context: dict[str, object], doctree: object) -> None:
    """A page that looks answers up has its table, and what looks them up."""
    table = app.env.metadata[page].get("prcomm_table") if page in app.env.metadata else None
    if table:
        app.add_js_file(str(table), defer="defer")
        app.add_js_file("until.js", defer="defer")


def _pictured(app: Sphinx, page: str, template: str, context: dict[str, object], doctree: object) -> None:
    """A page with the picture of a process has what tells of it."""
    if isinstance(doctree, document) and any(LIFECYCLE in one["classes"] for one in doctree.findall(container)):
        app.add_js_file("pictures.js", defer="defer")


def _tables(app: Sphinx, exception: Exception | None) -> None:
    """Write the tables beside the pages: as scripts, so that a page opened from a disk may read them too. And how
    pictures look."""
    domain = cast("PrcommDomain", app.env.domains["prcomm"])
    if exception is None and app.builder.format == "html":
        Path(app.outdir, "_static", PICTURES).write_text(svg.rules() + "\n", encoding="utf-8")
        for name, table in domain.tables.items():
            Path(app.outdir, "_static", name).write_text(f"window.prcommUntil = {table};\n", encoding="utf-8")
