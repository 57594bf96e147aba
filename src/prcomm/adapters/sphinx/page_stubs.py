"""The pages of a reference: one for each process and each source, and those where things are looked up, in each
language."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from attrs import frozen
from sphinx.application import Sphinx

from prcomm.adapters import pages, says
from prcomm.adapters.sphinx.configured import labels_of, named, sources_of
from prcomm.adapters.sphinx.nodes import capital
from prcomm.adapters.whys import page_of, why_page
from prcomm.core.calendar.law import Law
from prcomm.core.values.messages import Message
from prcomm.labels import ENGLISH, Labels
from prcomm.processes import AnyLifecycle, lifecycle_of

REFERENCE, PROCESSES, EXAMPLES = says("the reference"), says("processes"), says("examples under other laws")
SOURCES, CITATIONS = says("what the rules rest on"), says("the index of citations")
VALUES, DOUBTS = says("figures, readings and days off"), pages.TO_CHECK

ORPHAN = "---\norphan: true\n---\n\n"
"""At the head of a page that need be in no tree: it is come to by its links."""


def pages_written(app: Sphinx) -> None:
    """Write the pages into the folder that ``prcomm_pages`` names, if it names one."""
    if app.config.prcomm_pages:
        labels = labels_of(app.config)
        found: dict[str, str] = {}
        for lang in labels.languages:
            found |= _InALanguage(app, labels, lang).pages()
        kept_as(Path(app.srcdir, app.config.prcomm_pages), found)


def kept_as(folder: Path, wanted: Mapping[str, str]) -> None:
    """A folder of pages made to hold these by name, and no others; one that says the same is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in set(folder.glob("*.md")) - {folder / name for name in wanted}:
        old.unlink()
    for name, text in wanted.items():
        page = folder / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


@frozen
class _InALanguage:
    """The pages in one language. Each tree of pages is of one language."""

    app: Sphinx
    labels: Labels
    lang: str

    def pages(self) -> dict[str, str]:
        """Each page by the name of its file."""
        config = self.app.config
        processes = self._processes(config.prcomm_processes)
        by_the_law, others = self._by_the_law(processes)
        sources = {self._name(_of_source(one.code)): self._made("source", one.code) for one in sources_of(config)}
        lookups = {self._name(name): page for name, page in self._lookups()}
        trees = {
            "processes": (PROCESSES, by_the_law),
            **({"examples": (EXAMPLES, others)} if others else {}),
            "sources": (SOURCES, sources),
        }
        told = {self._name(name): self._tree(title, inside) for name, (title, inside) in trees.items()}
        first = [self._name("until_when")] if config.prcomm_until else []
        order = [*first, *told, *(name for name in lookups if name not in first)]
        first_page = {"index.md": self._tree(REFERENCE, order)} if self.lang == ENGLISH else {}
        whys = dict(self._whys())
        heads = lookups | told
        if self.lang != ENGLISH:  # a site that has no first page of its own in a language comes to them from the others
            heads = {name: f"{ORPHAN}{page}" for name, page in heads.items()}
        return {**processes, **whys, **sources, **heads, **first_page}

    def _by_the_law(self, processes: Mapping[str, str]) -> tuple[list[str], list[str]]:
        """Which of them stand under the law of the reference, and which apart from it; none apart, if all do."""
        law = cast("Law", named(self.app.config.prcomm_law, Law)).name
        apart = [name for name, of in zip(processes, self._lifecycles(), strict=True) if of.law.name != law]
        if len(apart) == len(processes):
            return list(processes), []
        return [name for name in processes if name not in apart], apart

    def _lifecycles(self) -> list[AnyLifecycle]:
        return [lifecycle_of(one) for one in self.app.config.prcomm_processes]

    def _processes(self, processes: Iterable[str]) -> dict[str, str]:
        return {self._name(lifecycle_of(one).name): self._made("process", one) for one in processes}

    def _whys(self) -> Iterator[tuple[str, str]]:
        """Why, and what to ask, and what rests on what, of each process, in no tree: what points there knows its
        place."""
        for one in self.app.config.prcomm_processes:
            of = lifecycle_of(one).name
            for name, directive in ((why_page(of), "why"), (f"review_{of}", "review")):
                yield self._name(name), f"{ORPHAN}{self._made(directive, one)}"
            yield self._name(f"doubts_{of}"), f"{ORPHAN}{self._of('doubts', one)}"
            if self.lang == ENGLISH:
                yield self._name(f"citations_{of}"), f"{ORPHAN}{self._of('citations', one)}"

    def _lookups(self) -> Iterator[tuple[str, str]]:
        if self.app.config.prcomm_until:
            yield "until_when", self._made("until", " ".join(self.app.config.prcomm_until))
        yield "values", self._titled(VALUES, "values")
        yield "doubts", self._titled(DOUBTS, "doubts", ":apart:\n")
        if self.lang == ENGLISH:
            yield "citations", self._titled(CITATIONS, "citations", ":apart:\n")

    def _name(self, name: str) -> str:
        return f"{page_of(name, self.lang)}.md"

    def _made(self, directive: str, argument: str) -> str:
        return f"```{{prcomm:{directive}}} {argument}\n:lang: {self.lang}\n```\n"

    def _head(self, title: Message) -> str:
        said = capital(self.labels.text(title, self.lang))
        return f"# {said}\n\n```{{prcomm:languages}}\n:lang: {self.lang}\n```\n"

    def _titled(self, title: Message, directive: str, more: str = "") -> str:
        return f"{self._head(title)}\n```{{prcomm:{directive}}}\n:lang: {self.lang}\n{more}```\n"

    def _of(self, directive: str, process: str) -> str:
        return f"```{{prcomm:{directive}}}\n:lang: {self.lang}\n:of: {process}\n```\n"

    def _tree(self, title: Message, inside: Iterable[str]) -> str:
        names = "".join(f"{name.removesuffix('.md')}\n" for name in inside)
        return f"{self._head(title)}\n```{{toctree}}\n:maxdepth: 1\n{names}```\n"


def _of_source(code: str) -> str:
    plain = "".join(letter if letter.isalnum() else "_" for letter in code).strip("_").lower()
    return f"source_{plain}"
