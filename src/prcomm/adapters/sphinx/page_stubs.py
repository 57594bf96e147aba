"""The pages of a reference: one for each process in each language, and one for each source."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sphinx.application import Sphinx

from prcomm.adapters.sphinx.directives import labels_of, sources_of
from prcomm.adapters.whys import page_of, why_page
from prcomm.processes import lifecycle_of


def pages_written(app: Sphinx) -> None:
    """Write the pages into the folder that ``prcomm_pages`` names, if it names one."""
    if app.config.prcomm_pages:
        kept_as(Path(app.srcdir, app.config.prcomm_pages), dict(_pages(app)))


def kept_as(folder: Path, wanted: Mapping[str, str]) -> None:
    """A folder of pages made to hold these by name, and no others; one that says the same is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in set(folder.glob("*.md")) - {folder / name for name in wanted}:
        old.unlink()
    for name, text in wanted.items():
        page = folder / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def _pages(app: Sphinx) -> Iterator[tuple[str, str]]:
    lookups = dict(_lookups(app))
    processes = dict(_processes(app))
    sources = dict(_sources(app))
    yield from {**processes, **sources, **lookups}.items()
    yield from _whys(app)
    yield "index.md", _tree("The reference", {"processes.md": "", **lookups, "sources.md": ""})
    yield "processes.md", _tree("Processes", processes)
    yield "sources.md", _tree("What the rules rest on", sources)


def _tree(title: str, pages: dict[str, str]) -> str:
    return f"# {title}\n\n```{{toctree}}\n{_names(pages)}```\n"


def _names(pages: dict[str, str]) -> str:
    return "".join(f"{name.removesuffix('.md')}\n" for name in pages)


def _in_each(app: Sphinx, name: str, directive: str, argument: str) -> Iterator[tuple[str, str]]:
    for lang in labels_of(app.config).languages:
        yield f"{page_of(name, lang)}.md", f"```{{prcomm:{directive}}} {argument}\n:lang: {lang}\n```\n"


def _processes(app: Sphinx) -> Iterator[tuple[str, str]]:
    for process in app.config.prcomm_processes:
        yield from _in_each(app, lifecycle_of(process).name, "process", process)


def _whys(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Why, and what to ask, of each process in each language, in no tree: what points there knows its place."""
    for process in app.config.prcomm_processes:
        of = lifecycle_of(process).name
        for called, directive in ((why_page(of), "why"), (f"review_{of}", "review")):
            for name, text in _in_each(app, called, directive, process):
                yield name, f"---\norphan: true\n---\n\n{text}"


def _lookups(app: Sphinx) -> Iterator[tuple[str, str]]:
    several = len(app.config.prcomm_until) > 1
    for asked in app.config.prcomm_until:
        process, _, deadline = asked.partition(" ")
        name = f"until_{lifecycle_of(process).name}_{deadline}" if several else "until_when"
        yield from _in_each(app, name, "until", asked)
    yield "values.md", _titled("Figures, readings and days off", "values")
    yield "citations.md", _titled("The index of citations", "citations")
    yield "doubts.md", _titled("What to check with a lawyer", "doubts")


def _titled(title: str, directive: str) -> str:
    return f"# {title}\n\n```{{prcomm:{directive}}}\n```\n"


def _sources(app: Sphinx) -> Iterator[tuple[str, str]]:
    for source in sources_of(app.config):
        name = "".join(letter if letter.isalnum() else "_" for letter in source.code).strip("_").lower()
        yield f"source_{name}.md", f"```{{prcomm:source}} {source.code}\n```\n"
