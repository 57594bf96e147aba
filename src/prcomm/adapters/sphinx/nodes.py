"""The nodes of a page: texts, references, tables, sections, pictures."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from docutils import nodes
from docutils.nodes import NodeVisitor, SkipDeparture
from docutils.writers._html_base import HTMLTranslator

from prcomm.adapters.sphinx.things import Thing

Inline = nodes.Node | str
Cell = Inline | Sequence[Inline]


LIFECYCLE = "prcomm-lifecycle"
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


class ThingRef(nodes.Inline, nodes.TextElement):
    """A reference to a thing. It becomes a link if some page tells of that thing, and plain text if none does."""


class Languages(nodes.General, nodes.Element):
    """Links to the same page in the other languages that there are."""


class Tag(nodes.General, nodes.TextElement):
    """One element of HTML by its name: what docutils has no node for, as a heading that names its column."""


class Block(Tag):
    """One that stands on a line of its own."""

    child_text_separator = "\n\n"


def tag(
    name: str,
    *children: Inline,
    classes: Sequence[str] = (),
    ids: Sequence[str] = (),
    given: Mapping[str, str] | None = None,
) -> Tag:
    """An element of HTML.

    Args:
        name: its name: ``td``.
        children: what is in it.
        classes: its classes.
        ids: its anchors.
        given: its other attributes.
    """
    kind = Block if name in LINES else Tag
    return kind("", "", *inline(*children), tag=name, given=dict(given or {}), classes=list(classes), ids=list(ids))


def opened(writer: HTMLTranslator, node: nodes.Element) -> None:
    """Where an element begins in HTML."""
    begins = cast("Callable[..., str]", writer.starttag)  # its own types are partly unknown
    writer.body.append(begins(node, node["tag"], "", **node["given"]))


def closed(writer: HTMLTranslator, node: nodes.Element) -> None:
    """Where it ends."""
    if node["tag"] not in VOID:
        writer.body.append(f"</{node['tag']}>\n" if node["tag"] in LINES else f"</{node['tag']}>")


VOID = ("br",)
"""The elements that have no end."""
LINES = ("table", "tbody", "thead", "tr", "div", "li", "ol", "ul", "details", "figure", "dl")
"""The elements that stand on a line of their own."""


def passed(writer: NodeVisitor, node: nodes.Element) -> None:
    """In what is no HTML only the text of an element stands."""
    raise SkipDeparture


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


def remark(words: str) -> nodes.container:
    """What is to be known of a page as a whole. It has no title: themes have those in one language."""
    return nodes.container("", para(words), classes=["prcomm-remark"])


def code(words: str) -> Tag:
    """What stands in the code."""
    return tag("code", words)


def between(children: Iterable[Inline], comma: str = ", ") -> list[Inline]:
    """Texts and references with a comma between."""
    found: list[Inline] = []
    for child in children:
        found += [comma, child] if found else [child]
    return found


def section(title: Cell, anchor: str, *children: nodes.Node) -> nodes.section:
    """A section with its anchor."""
    words = [title] if isinstance(title, nodes.Node | str) else title
    for child in children:
        if isinstance(child, Tag) and "prcomm-scroller" in child["classes"]:
            _captioned(child, nodes.Element("", *inline(*words)).astext().replace("\n\n", ""))
    return nodes.section("", nodes.title("", "", *inline(*words)), *children, ids=[anchor], names=[anchor])


def bullets(items: Iterable[Sequence[Inline]]) -> nodes.bullet_list:
    """A list."""
    return nodes.bullet_list("", *(nodes.list_item("", para(*item)) for item in items))


def table(
    head: Sequence[Cell], rows: Iterable[tuple[Thing | None, Sequence[Cell]]], caption: str = "", *, wide: bool = False
) -> Tag:
    """A table as wide as the column of text; a row may have an anchor. Without a head the first column names the rest.

    Args:
        head: the names of the columns.
        rows: the cells of each row, with its anchor.
        caption: what it is about.
        wide: whether it takes the room that it needs, and is scrolled.
    """
    heads = [tag("thead", tag("tr", *(_cell("th", cell, scope="col") for cell in head)))] if head else []
    body = tag("tbody", *(_row(cells, thing, named=not head) for thing, cells in rows))
    return framed(caption, *heads, body, wide=wide)


def framed(caption: str, *parts: Tag, classes: Sequence[str] = (), wide: bool = False) -> Tag:
    """The parts of a table with its caption, in a frame that is scrolled, by its keys too, where there is no room."""
    title = [tag("caption", caption)] if caption else []
    region = {"tabindex": "0", "role": "region", "aria-label": caption} if caption and wide else {}
    kind = "prcomm-wide" if wide else "prcomm-fit"
    whole = tag("table", *title, *parts, classes=["docutils"])
    return tag("div", whole, classes=["prcomm-scroller", kind, *classes], given=region)


def _captioned(frame: Tag, title: str) -> None:
    """Give a table that has no caption that of its section, for who can't see where it stands."""
    whole = cast("Tag", frame.children[0])
    if cast("Tag", whole.children[0])["tag"] != "caption":
        whole.insert(0, tag("caption", tag("span", title, classes=["prcomm-hidden"])))


def _row(cells: Sequence[Cell], thing: Thing | None, *, named: bool = False) -> Tag:
    """A row; the first cell of a named one says what the others are."""
    made = [_cell("td", cell) for cell in cells]
    if named:
        made[0] = _cell("th", cells[0], scope="row")
    return tag("tr", *made, ids=[] if thing is None else [thing.anchor])


def _cell(name: str, cell: Cell, **given: str) -> Tag:
    children = [cell] if isinstance(cell, nodes.Node | str) else cell
    return tag(name, *children, given=given)


def target(thing: Thing) -> nodes.target:
    """An anchor."""
    return nodes.target("", "", ids=[thing.anchor])


def picture(svg: str, name: str = "") -> nodes.container:
    """A picture in a scroller of its own. How pictures look is said once for the site.

    Args:
        svg: the picture.
        name: its name on the page: with it a picture that is much higher than a sheet is printed on several.
    """
    unstyled = STYLE.sub("", svg, count=1)
    cuts = _cuts(unstyled) if name else [0.0]
    classes = ["prcomm-scroller", "prcomm-picture"]
    if len(cuts) > 2:
        unstyled, classes = _sliced(unstyled, cuts, f"picture-{name}"), [*classes, "prcomm-sliced"]
    return nodes.container("", nodes.raw("", unstyled, format="html"), classes=classes)


SHEET, AT_MOST = 900.0, 1250.0
"""How high a part of a picture is at most where it is printed on several sheets, at its full size; and how high one may
be that is made smaller, so that it goes on one."""
OPENED = re.compile(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"[^>]*>')
OUTLINE = re.compile(r'<rect class="outline[^"]*" x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"')


def _cuts(svg: str) -> list[float]:
    """Where a picture is cut for sheets, from its top to its foot: through no block, if that is possible."""
    size = OPENED.search(svg)
    height = float(size[2]) if size else 0.0
    blocks = [(float(top), float(top) + float(high)) for top, high in OUTLINE.findall(svg)]
    free = [below for _, below in blocks if not any(top < below + GAP < foot for top, foot in blocks)]
    cuts = [0.0]
    while height > AT_MOST and height - cuts[-1] > SHEET:
        here = [below + GAP for below in free if cuts[-1] + SHEET / 2 < below + GAP <= cuts[-1] + SHEET]
        cuts.append(max(here, default=cuts[-1] + SHEET))
    return [*cuts, height]


GAP = 4.0
"""How far below a block a picture is cut."""


def _sliced(svg: str, cuts: Sequence[float], name: str) -> str:
    """A picture with its parts for paper, which show it again, piece by piece."""
    size = cast("re.Match[str]", OPENED.search(svg))
    whole = f'{size[0]}<g id="{name}" class="pc">{svg[size.end() :].removesuffix("</svg>")}</g></svg>'
    parts = (
        f'<svg class="pc prcomm-slice" aria-hidden="true" viewBox="0 {top:g} {size[1]} {foot - top:g}">'
        f'<use href="#{name}"/></svg>'
        for top, foot in pairwise(cuts)
    )
    return whole + "".join(parts)


def lifecycle(svg: str, words: Mapping[str, str], name: str) -> nodes.container:
    """The picture of a process by its name, with the words that a script needs to tell of what is clicked in it."""
    told = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    data = nodes.raw("", f'<script type="application/json">{told}</script>', format="html")
    return nodes.container("", picture(svg, name), data, classes=[LIFECYCLE])


def lines(text: str) -> nodes.literal_block:
    """Lines as they print."""
    return nodes.literal_block(text, text, language="text", classes=["prcomm-lines"])


def apart(several: Iterable[Sequence[Inline]]) -> list[Inline]:
    """Several things told, with a semicolon between."""
    told: list[Inline] = []
    for one in several:
        told += ["; ", *one] if told else one
    return told
