"""The nodes of a page: texts, references, tables, sections, pictures."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from docutils import nodes

from prcomm.adapters.sphinx.things import Thing

Inline = nodes.Node | str
Cell = Inline | Sequence[Inline]


LIFECYCLE = "prcomm-lifecycle"
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


class ThingRef(nodes.Inline, nodes.TextElement):
    """A reference to a thing. It becomes a link if some page tells of that thing, and plain text if none does."""


class Languages(nodes.General, nodes.Element):
    """Links to the same page in the other languages that there are."""


def capital(words: str) -> str:
    """Words as a heading begins them."""
    return words[:1].upper() + words[1:]


def ref(thing: Thing, words: str, lang: str = "") -> ThingRef:
    """A reference to a thing."""
    return ThingRef("", "", nodes.Text(words), thing=thing, lang=lang)


def inline(*children: Inline) -> list[nodes.Node]:
    """Texts and references in a row."""
    return [nodes.Text(child) if isinstance(child, str) else child for child in children]


def para(*children: Inline) -> nodes.paragraph:
    """A paragraph."""
    return nodes.paragraph("", "", *inline(*children))


def code(words: str) -> nodes.literal:
    """What stands in the code."""
    return nodes.literal(words, words)


def between(children: Iterable[Inline], comma: str = ", ") -> list[Inline]:
    """Texts and references with a comma between."""
    found: list[Inline] = []
    for child in children:
        found += [comma, child] if found else [child]
    return found


def section(title: Cell, anchor: str, *children: nodes.Node) -> nodes.section:
    """A section with its anchor."""
    words = [title] if isinstance(title, nodes.Node | str) else title
    return nodes.section("", nodes.title("", "", *inline(*words)), *children, ids=[anchor], names=[anchor])


def bullets(items: Iterable[Sequence[Inline]]) -> nodes.bullet_list:
    """A list."""
    return nodes.bullet_list("", *(nodes.list_item("", para(*item)) for item in items))


def table(
    head: Sequence[Cell], rows: Iterable[tuple[Thing | None, Sequence[Cell]]], *, wide: bool = False
) -> nodes.container:
    """A table in a scroller of its own; a row may have an anchor. Without a head the first column names the rest. A
    wide one takes the room it needs, and is scrolled."""
    body = [_row(cells, nodes.entry, thing) for thing, cells in rows]
    cols = len(head) or max(len(row.children) for row in body)
    columns = (nodes.colspec(colwidth=1) for _ in range(cols))
    heads = [nodes.thead("", _row(head, nodes.entry, None))] if head else []
    group = nodes.tgroup("", *columns, *heads, nodes.tbody("", *body), cols=cols)
    return nodes.container("", nodes.table("", group), classes=["prcomm-scroller", *(["prcomm-wide"] if wide else [])])


def _row(cells: Sequence[Cell], entry: type[nodes.entry], thing: Thing | None) -> nodes.row:
    made = [entry("", _cell(cell)) for cell in cells]
    if thing is not None:
        made[0].insert(0, target(thing))
    return nodes.row("", *made)


def _cell(cell: Cell) -> nodes.paragraph:
    return para(cell) if isinstance(cell, nodes.Node | str) else para(*cell)


def target(thing: Thing) -> nodes.target:
    """An anchor."""
    return nodes.target("", "", ids=[thing.anchor])


def picture(svg: str) -> nodes.container:
    """A picture in a scroller of its own. How pictures look is said once for the site."""
    unstyled = STYLE.sub("", svg, count=1)
    return nodes.container("", nodes.raw("", unstyled, format="html"), classes=["prcomm-scroller", "prcomm-picture"])


def lifecycle(svg: str, words: Mapping[str, str]) -> nodes.container:
    """The picture of a process, with the words that a script needs to tell of what is clicked in it."""
    told = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    data = nodes.raw("", f'<script type="application/json">{told}</script>', format="html")
    return nodes.container("", picture(svg), data, classes=[LIFECYCLE])


def lines(text: str) -> nodes.literal_block:
    """Lines as they print."""
    return nodes.literal_block(text, text, language="text", classes=["prcomm-lines"])
