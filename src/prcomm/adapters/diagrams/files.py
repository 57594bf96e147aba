"""How files refer to each other: which process copies from which, as the classes of their actions say it."""

import sys
from collections.abc import Iterator, Mapping
from inspect import isfunction
from types import MappingProxyType
from typing import cast, get_args, get_type_hints

import attrs
from attrs import frozen

from prcomm.adapters.diagrams import svg
from prcomm.adapters.diagrams.blocks import TEXT, TEXT_HIGH
from prcomm.adapters.diagrams.text_metrics import wrapped
from prcomm.adapters.diagrams.words import OF_CITIZENS, OF_OVERSIGHT, OF_THE_PRESS
from prcomm.core.table.entities import Action, Entity
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Message, Say, in_english
from prcomm.processes import PROCESSES, AnyLifecycle

PAD, HIGH, APART, TOP, MARGIN, BOW = 9.0, 44.0, 10.0, 46.0, 4.0, 30.0
WIDE, BETWEEN = 734.0, 46.0
"""How wide the picture is, as the column of text of a page, and how far its columns stand apart."""
LONGEST = 9
"""So many processes stand below each other."""
WINGS: Mapping[str, Message] = MappingProxyType(
    {"citizens": OF_CITIZENS, "oversight": OF_OVERSIGHT, "press": OF_THE_PRESS}
)
"""What the processes of a package are about."""


@frozen
class Copied:
    """What one process copies from the files of another.

    Attributes:
        process: the process in whose files it is stated.
        of: the process whose files it is copied from.
        by: the actions that state it.
    """

    process: str
    of: str
    by: tuple[str, ...]


def copied(processes: Mapping[str, AnyLifecycle] = PROCESSES) -> tuple[Copied, ...]:
    """Which process copies from which, in the order of the processes.

    An action copies by a classmethod that takes the entity of another file (``Respond.of(found, release)``), or it
    holds a value that is made so (``Speaker.of(competence)``). What an action names by reference alone is not told by
    its class.
    """
    whose: dict[object, str] = {lifecycle.entity: name for name, lifecycle in processes.items()}
    found: dict[tuple[str, str], dict[str, None]] = {}
    for name, lifecycle in processes.items():
        for action in lifecycle.actions:
            for entity in _entities(action):
                if entity in whose and whose[entity] != name:
                    found.setdefault((name, whose[entity]), {})[action.__name__] = None
    return tuple(Copied(process, of, tuple(by)) for (process, of), by in found.items())


def _entities(action: type[Action]) -> Iterator[object]:
    """The entities from which an action can be made, or a value that one of its fields holds."""
    held = (part for field in get_type_hints(action).values() for part in _parts(field))
    values = [one for one in held if isinstance(one, type) and attrs.has(one) and not issubclass(one, Entity)]
    for kind in dict.fromkeys((action, *values)):
        for made in vars(kind).values():
            if isinstance(made, classmethod):
                yield from _taken_by(cast("classmethod[object, ..., object]", made).__func__)


def _taken_by(function: object) -> Iterator[object]:
    if isfunction(function):
        hints = get_type_hints(function, vars(sys.modules[function.__module__]))
        yield from (part for name, hint in hints.items() if name != "return" for part in _parts(hint))


def _parts(hint: object) -> Iterator[object]:
    """A type, and the types inside it."""
    yield hint
    for inside in cast("tuple[object, ...]", get_args(hint)):
        yield from _parts(inside)


@frozen
class _Box:
    x: float
    y: float
    wide: float
    label: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What it is called, in lines."""
        return wrapped(self.label, self.wide - 2 * PAD, TEXT)


def files_picture(
    processes: Mapping[str, AnyLifecycle] = PROCESSES, say: Say = in_english, *, link: svg.Link = svg.nowhere
) -> str:
    """Processes as SVG, by wing, with an arrow from each to those whose files it copies from.

    Args:
        processes: the processes, by name.
        say: in which language: ``prcomm.labels.say("uz")``.
        link: where a process leads, by its name.

    Raises ``BadInput`` if there are none.
    """
    if not processes:
        raise BadInput("a picture of files", ("there is no process",))
    names = {name: str(say(lifecycle.name)) for name, lifecycle in processes.items()}
    columns = list(_columns(processes))
    wide = (WIDE - 2 * MARGIN - BOW - BETWEEN * (len(columns) - 1)) / len(columns)
    boxes: dict[str, _Box] = {}
    heads: list[str] = []
    for n, (head, members) in enumerate(columns):
        x = MARGIN + n * (wide + BETWEEN)
        told = wrapped(say(head), wide + BETWEEN - MARGIN, TEXT) if head else ()
        heads.append(svg.lines(x, MARGIN, told, TEXT_HIGH, TEXT, "quiet"))
        for k, name in enumerate(members):
            boxes[name] = _Box(x, TOP + k * (HIGH + APART), wide, names[name])
    down = TOP + max(len(members) for _, members in columns) * (HIGH + APART) - APART + MARGIN
    arrows = [_arrow(boxes[one.process], boxes[one.of], one) for one in copied(processes)]
    shown = [svg.linked(link(name), box.label, _drawn(box)) for name, box in boxes.items()]
    return svg.picture(", ".join(names.values()), WIDE, down, *heads, *arrows, *shown)


def _columns(processes: Mapping[str, AnyLifecycle]) -> Iterator[tuple[Message | None, list[str]]]:
    """The processes of each wing below each other; of a long one in several columns. Whatever lies elsewhere comes
    last."""
    wings: dict[str, list[str]] = {}
    for name, lifecycle in processes.items():
        _, _, package = lifecycle.entity.__module__.partition(".")
        wings.setdefault(package.partition(".")[0], []).append(name)
    for wing, members in sorted(wings.items(), key=lambda one: one[0] not in WINGS):
        several = -(-len(members) // LONGEST)
        each = -(-len(members) // several)
        for n in range(several):
            yield (WINGS.get(wing) if n == 0 else None), members[n * each : (n + 1) * each]


def _drawn(box: _Box) -> str:
    lines = box.lines
    top = box.y + (HIGH - len(lines) * TEXT_HIGH) / 2
    inside = svg.lines(box.x + PAD, top, lines, TEXT_HIGH)
    return svg.rect("box", box.x, box.y, box.wide, HIGH) + inside


def _arrow(start: _Box, end: _Box, copy: Copied) -> str:
    """From side to side, curved; below each other on the right of both."""
    y1, y2 = start.y + HIGH / 2, end.y + HIGH / 2
    if start.x == end.x:
        right, bow = start.x + start.wide, BOW / 2 + abs(y2 - y1) / 16
        x1, x2, out, back = right, end.x + end.wide, right + bow, end.x + end.wide + bow
    elif start.x < end.x:
        x1, x2 = start.x + start.wide, end.x
        out, back = x1 + BETWEEN / 2, x2 - BETWEEN / 2
    else:
        x1, x2 = start.x, end.x + end.wide
        out, back = x1 - BETWEEN / 2, x2 + BETWEEN / 2
    towards = -1 if back > x2 else 1
    way = f"M{x1:g} {y1:g}C{out:g} {y1:g} {back:g} {y2:g} {x2:g} {y2:g}"
    head = f"M{x2:g} {y2:g}l{-8 * towards:g} -4v8z"
    label = f"{start.label} – {end.label}: {', '.join(copy.by)}"
    return svg.linked(None, label, f'<path class="arrow" d="{way}"/>', f'<path class="head" d="{head}"/>')
