"""Elements of HTML written as text as soon as they are made. A page of the reference has thousands, and each of some
sixty steps that Sphinx takes would walk over all of them, keep them and read them again."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape
from typing import cast

from docutils import nodes
from docutils.writers._html_base import HTMLTranslator

from prcomm.adapters.sphinx.nodes import LINES, VOID, Block, Tag, ThingRef
from prcomm.adapters.sphinx.things import Thing

Piece = str | tuple[Thing, str, str]
"""HTML as it stands; or a reference: to which thing, in which language if it says so, and its words as HTML."""
_MARKED = re.compile(r"<[^>]*>")
_PARTED = re.compile(rf"(</({'|'.join((*LINES, 'td', 'th', 'caption'))})>\n?)+")


class Written(nodes.General, nodes.Element):
    """Elements of HTML as text, in pieces, for the references in them are known when all pages are read."""

    @property
    def pieces(self) -> list[Piece]:
        """What it is made of."""
        return cast("list[Piece]", self["pieces"])

    def astext(self) -> str:
        told = "".join(one if isinstance(one, str) else one[2] for one in self.pieces)
        return unescape(_MARKED.sub("", _PARTED.sub(Block.child_text_separator, told))).strip()

    def html(self, link: Callable[[Thing, str, str], str]) -> str:
        """The whole.

        Args:
            link: what becomes of a reference.
        """
        return "".join(one if isinstance(one, str) else link(*one) for one in self.pieces)


def written(tree: Iterable[nodes.Node]) -> list[nodes.Node]:
    """The same nodes with each element of HTML as text that has but texts, references and such elements in it."""
    return [_written(node) for node in tree]


def _written(node: nodes.Node) -> nodes.Node:
    if isinstance(node, Tag):
        pieces: list[Piece] = []
        if _into(pieces, node):
            return Written("", pieces=_joined(pieces))
    if isinstance(node, nodes.Element) and node.children:
        node.children = written(node.children)
        for child in node.children:
            node.setup_child(child)
    return node


def _into(pieces: list[Piece], node: nodes.Node) -> bool:
    """Add what a node is in HTML; whether it is but texts, references and elements of HTML."""
    if isinstance(node, nodes.Text):
        pieces.append(node.translate(SIGNS))
    elif isinstance(node, ThingRef):
        pieces.append((node["thing"], node["lang"], node.astext().translate(SIGNS)))
    elif isinstance(node, Tag):
        name = node["tag"]
        pieces.append(begun(name, node["given"], node["classes"], node["ids"]))
        if not all(_into(pieces, child) for child in node.children):
            return False
        if name not in VOID:
            pieces.append(f"</{name}>\n" if name in LINES else f"</{name}>")
    else:
        return False
    return True


SIGNS = HTMLTranslator.special_characters


def begun(name: str, given: Mapping[str, str], classes: Sequence[str] = (), ids: Sequence[str] = ()) -> str:
    """Where an element begins, as the writer of docutils has it: attributes by their names, a further anchor inside."""
    told = {**given, **({"class": " ".join(classes)} if classes else {}), **({"id": ids[0]} if ids else {})}
    listed = "".join(f' {key}="{value.translate(SIGNS)}"' for key, value in sorted(told.items()))
    return f"<{name}{listed}>" + "".join(f'<span id="{one}"></span>' for one in ids[1:])


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Texts that stand side by side as one."""
    told: list[Piece] = []
    plain: list[str] = []
    for one in pieces:
        if isinstance(one, str):
            plain.append(one)
        else:
            told += ["".join(plain), one]
            plain = []
    return [*told, "".join(plain)]
