"""How the documentation is built: ``sphinx-build -n -W docs build/docs``. Nothing is fetched from the network."""

import doctest
import json
import re
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import cast

from sphinx.application import Sphinx

import prcomm.labels
import prcomm.law
import prcomm.testing
from prcomm.core.calendar.terms import Start
from prcomm.views import department, principles

project = "prcomm"
author = "The prcomm developers"
project_copyright = author
version = release = prcomm.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "prcomm.adapters.sphinx",
    "article_page",  # this and the next two lie beside this file
    "home_page",
    "python_names",
]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
html_theme = "furo"
html_title = f"prcomm {release}"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_show_sphinx = False
html_show_sourcelink = False  # the pages of the reference are made from the tables
html_sidebars = {
    "**": [
        f"sidebar/{name}.html" for name in ("brand", "languages", "search", "scroll-start", "navigation", "scroll-end")
    ]
}
html_favicon = "_static/favicon.svg"
html_search_language = "prcomm"
html_domain_indices = False  # names of modules are longer than a telephone is wide, and the pages of the API list them

EXAMPLES = Path(__file__).parents[1] / "examples"
sys.path[:0] = [str(EXAMPLES), str(Path(__file__).parent)]

import api_pages  # noqa: E402  # it and the next lie beside this file
import home_page  # noqa: E402

prcomm_pages = "reference"
prcomm_processes = [*prcomm.PROCESSES, "book_loan:LOAN", "permit_register:PERMIT"]
prcomm_labels = "own_names:OWN"
prcomm_sources = ["prcomm.law:SOURCES", "book_loan:RULES", "permit_register:RULE"]
prcomm_until = list(prcomm.PROCESSES)
prcomm_sought = home_page.SOUGHT
prcomm_tests = api_pages.tests_of_sources()

myst_heading_anchors = 3

add_module_names = False
maximum_signature_line_length = 80
autodoc_default_options = {"members": True, "special-members": "__call__, __getitem__"}
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_use_type_comments = False  # there are none, and to look for them takes a tenth of the build
napoleon_numpy_docstring = False

# The examples are modules of the tested blocks: what a page says of them is what they do.
doctest_default_flags = doctest.ELLIPSIS
doctest_path = [str(EXAMPLES)]

# What a signature may name and no page describes: other people's types, type variables, the core's own business.
nitpick_ignore_regex = [
    ("py:class", r"(collections\.abc|datetime|decimal|enum|fractions|hypothesis|importlib|pathlib|pendulum)\..+"),
    ("py:class", r"(cryptography|fastapi|matplotlib|socket|sqlalchemy|starlette)\..+"),
    ("py:(class|obj)", r"prcomm(\.\w+)+\.[A-Z](_co|_contra)?"),
    ("py:class", r"prcomm\.core\.(values\.alternatives\.Member|sources\.citations\.Citing|calendar\.law\.Read)"),
    ("py:class", r"prcomm\.core\.(table\.context\.Finds|table\.dues\.Counting|engine\.engine\.Engine)"),
    ("py:class", r"prcomm\.core\.table\.(rows\.Table|guards\._GuardMaker)"),
    ("py:class", r"prcomm\.core\.calendar\.(days\.tables\.DayTable|terms\.(starts|in_hours)\.\w+|pauses\.Hold)"),
    ("py:class", r"prcomm\.(testing\.of_stores\.Keeps|adapters\.store\.keeping\.Named)"),
    ("py:class", r"prcomm\.oversight\..+\.(Sitting|Overseeing|Decided)"),  # what is copied from, by its fields alone
    ("py:class", r"prcomm\.views\.department\.stating\.StatedAt"),
    ("py:class", "[AE]|Count|Counting|DateTime|Machine|Read|Start"),  # named in quotes, so as not to be imported
]

# What a public name gives back, and nobody imports.
GIVEN = {
    *(
        "AtLeast",
        "Before",
        "ByLaw",
        "ByOutcome",
        "Corrected",
        "Each",
        "Earliest",
        "FaultsError",
        "FirstDay",
        "Further",
        "Keeps",
        "Move",
        "OpenLaw",
        "Owes",
        "Pause",
        "Period",
        "Restart",
        "Running",
        "Same",
        "SameWorkingDay",
        "SinceAndUntil",
        "Working",
        "Yearly",
        "YearlyRule",
    ),
}
WINGS = {*prcomm.law.__all__, *(name for process in prcomm.PROCESSES for name in api_pages.public(process))}
DOORS = {
    *prcomm.labels.__all__,
    *("Label", "cyrillic", "Sheet", "Under", "Said", "Message", "Say", "named", "scoped", "Displayed"),
    *("Quarter", "Share", "Count", "QuarterlyReport", "ministry_split", "NINE_MONTHS_OF_2024"),
    *("hidden", "Speaker"),
    *principles.__all__,
    *department.__all__,
}
PUBLIC = {*prcomm.__all__, *prcomm.testing.__all__, *GIVEN, *WINGS, *DOORS}
# What the core needs of itself across its modules: these, and whatever is counted from a Start.
INSIDE = re.compile(
    r"(Engine|Lifecycle)\.(check|context|context_on|enter|found|kind_of|rows_at|rows_on)|OpenLaw\.noting|Calendar\.(of|days_of)"
    r"|Deadline\.(key|moved_by|term)|Each\.periods?"
)


def taken_by(function: object) -> tuple[object, ...]:
    return tuple(getattr(function, "__annotations__", {}).values())


def leave_out(app: Sphinx, what: str, name: str, obj: object, skip: bool, options: object) -> bool | None:
    """Show what is public: of an Enum every member, and every property, described or not."""
    if what == "module":
        if name.isupper() and api_pages.shown_without_value(obj):
            return True  # a page names it itself, without its value
        return None if name in PUBLIC or str(getattr(obj, "__module__", "")).startswith("prcomm.adapters.") else True
    function = getattr(obj, "fget", obj)
    if INSIDE.fullmatch(getattr(function, "__qualname__", "")) or Start in taken_by(function):
        return True
    return False if isinstance(obj, (Enum, property)) and not name.startswith("_") else None


def keep_colons(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Napoleon reads what stands before a colon as the type of a property or a value: give it none."""
    if what in ("attribute", "data", "property") and lines:
        lines[0] = lines[0].replace(": ", " – ")


def downloadable(app: Sphinx, page: str, source: list[str]) -> None:
    """A notebook can be taken along: below its title stands a link to its file."""
    if Path(app.env.doc2path(page)).suffix == ".ipynb":
        notebook = json.loads(source[0])
        name = f"{page.rpartition('/')[2]}.ipynb"
        notebook["cells"][0]["source"].append(f"\n\n{{download}}`This page as a notebook <{name}>`")
        source[0] = json.dumps(notebook)


TREES: dict[str, str] = {}


def open_where_the_reader_is(
    app: Sphinx, page: str, template: str, context: dict[str, object], doctree: object
) -> None:
    """The sidebar opens the branch of its page alone: the whole tree on each page would grow with their square. Beside
    pages that stand in no tree it is the same for all of a folder."""
    if "toctree" not in context:
        return
    whole = cast("Callable[..., str]", context["toctree"])
    beside = f"{context.get('root_doc')} {page.rpartition('/')[0]}"
    own = page in app.env.files_to_rebuild  # by Sphinx's word for pages that stand in a tree

    def tree(**given: object) -> str:
        if own or beside not in TREES:
            TREES[page if own else beside] = whole(**{**given, "collapse": True})
        return TREES[page if own else beside]

    context["toctree"] = tree


def setup(app: Sphinx) -> None:
    app.connect("builder-inited", lambda app: api_pages.written(app))
    app.connect("source-read", downloadable)
    app.connect("html-page-context", open_where_the_reader_is, priority=400)  # before the theme asks
    app.connect("autodoc-skip-member", leave_out)
    app.connect("autodoc-process-docstring", keep_colons, priority=400)
