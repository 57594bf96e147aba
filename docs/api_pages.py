"""The API pages of the processes, and which tests are about a source: found through ``PROCESSES``, so that no list here
names one."""

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from sphinx.application import Sphinx

import prcomm
import prcomm.law
from prcomm.adapters.sphinx.page_stubs import kept_as
from prcomm.core.sources.citations import Source

ROOT = Path(__file__).parents[1]
LONG = 200  # a value longer than this is no use on a page


def modules_of(process: str) -> list[ModuleType]:
    """The modules in which a process lives: of a package its parts too, in the order in which one needs another."""
    home = import_module(prcomm.PROCESSES.module(process))
    inside = [import_module(f"{home.__name__}.{one.name}") for one in iter_modules(getattr(home, "__path__", ()))]
    return [home, *sorted(inside, key=lambda one: (len(_needs(one, inside)), one.__name__))]


def _needs(module: ModuleType, others: list[ModuleType]) -> set[str]:
    """The modules beside it that a module needs, and those that these need."""
    imports = [one for one in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(one, ast.ImportFrom)]
    reached = {one.module for one in imports} | {f"{one.module}.{name.name}" for one in imports for name in one.names}
    named = [one for one in others if one is not module and one.__name__ in reached]
    return {one.__name__ for one in named} | {name for one in named for name in _needs(one, others)}


def public(process: str) -> set[str]:
    """The names of a process that its pages show."""
    home = modules_of(process)[0]
    return {*getattr(home, "__all__", [name for name in vars(home) if len(name) > 1 and not name.startswith("_")])}


def shown_without_value(value: object) -> bool:
    """Whether a constant is named on a page by itself, without its value."""
    return len(repr(value)) > LONG or isinstance(value, (prcomm.Law, prcomm.Lifecycle))


def page(process: str) -> str:
    """The page of one process."""
    lines = [f"# {process.replace('_', ' ').capitalize()}", "", "```{eval-rst}"]
    home, *inside = modules_of(process)
    for module in (home, *inside):
        package = hasattr(module, "__path__")
        lines += [f".. automodule:: {module.__name__}", *(["   :no-members:"] if package else []), ""]
        for name in () if package else constants(module):
            lines += [f".. autodata:: {module.__name__}.{name}", "   :no-value:", ""]
    return "\n".join([*lines, "```", ""])


def constants(module: ModuleType) -> Iterator[str]:
    """The long constants of a module that say what they are: a string stands below them."""
    body = ast.parse(inspect.getsource(module)).body
    for one, below in pairwise(body):
        target = one.targets[0] if isinstance(one, ast.Assign) else getattr(one, "target", None)
        said = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        name = target.id if said and isinstance(target, ast.Name) else ""
        if name in getattr(module, "__all__", dir(module)) and shown_without_value(getattr(module, name)):
            yield name


def written(app: Sphinx) -> None:
    """Write the pages beside the others of the API; git does not keep them."""
    kept_as(Path(app.srcdir, "api", "processes"), {f"{process}.md": page(process) for process in prcomm.PROCESSES})


def tests_of_sources() -> dict[str, list[str]]:
    """The test modules whose classes are named after articles, by the code of the source: each says of which it is,
    ``ARTICLES_OF = (ORQ445,)``."""
    codes: dict[str, str] = {}
    for found in iter_modules(prcomm.law.__path__):
        module = import_module(f"prcomm.law.{found.name}")
        codes |= {name: value.code for name, value in vars(module).items() if isinstance(value, Source)}
    tests: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").glob("*/test_*.py")):
        said = re.search(r"^ARTICLES_OF = \((.*?)\)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        for name in re.findall(r"\w+", said[1]) if said else ():
            tests.setdefault(codes[name], []).append(path.relative_to(ROOT).as_posix())
    return tests
