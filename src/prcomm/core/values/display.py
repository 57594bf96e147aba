"""What is shown: tables as values, and the one hook by which a notebook shows a thing.

The core draws nothing. How a thing is shown is told by a module above it, which is asked by name when it is shown.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Final, Protocol, cast

import attrs
from attrs import frozen

from prcomm.core.values.characters import markup
from prcomm.core.values.messages import Say, in_english, in_place

NOTEBOOK: Final = "prcomm.adapters.notebook"


class Verbatim:
    """A text that stands for a value where values are shown."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def as_shown(thing: attrs.AttrsInstance) -> Iterator[tuple[str, object]]:
    """The fields of a thing as its repr has them, for rich, which looks past the repr: ``__rich_repr__ = as_shown``."""
    for own in attrs.fields(type(thing)):
        if own.repr is not False:
            value: object = getattr(thing, own.name)
            yield own.name, value if own.repr is True else Verbatim(own.repr(value))


class Notebook(Protocol):
    """How things are shown: as a picture, if they have one, and as a picture with tables."""

    def svg(self, thing: "Displayed", /) -> str | None: ...

    def html(self, thing: "Displayed", /) -> str | None: ...


class Displayed:
    """What a notebook shows as a picture and tables, where there is what can draw them; else by its repr."""

    __slots__ = ()

    def _repr_svg_(self) -> str | None:
        notebook = _notebook()
        return notebook.svg(self) if notebook else None

    def _repr_html_(self) -> str | None:
        notebook = _notebook()
        return notebook.html(self) if notebook else None


def _notebook() -> Notebook | None:
    try:
        return cast("Notebook", import_module(NOTEBOOK))
    except ModuleNotFoundError:
        return None


@frozen
class Sheet:
    """A table of what the library says.

    Attributes:
        caption: what it is about.
        head: the names of its columns.
        rows: its cells: what has a name, and plain texts, which stay as they are.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def texts(self, say: Say = in_english) -> tuple[tuple[str, ...], ...]:
        """The cells in the language of ``say``, row by row."""
        return tuple(tuple("" if cell is None else in_place(cell, say) for cell in row) for row in self.rows)

    def rendered(self, say: Say) -> str:
        """The table as text in the language of ``say``, a line for each row."""
        lines = (tuple(map(say, self.head)), *self.texts(say))
        return "\n".join((say(self.caption), *(" | ".join(line) for line in lines)))

    def __str__(self) -> str:
        return self.rendered(in_english)

    def html(self, say: Say = in_english) -> str:
        """The table as HTML; all text is escaped."""
        head = "".join(f"<th>{markup(say(name))}</th>" for name in self.head)
        cells = ("".join(f"<td>{markup(cell)}</td>" for cell in row) for row in self.texts(say))
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        caption = markup(say(self.caption))
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
