"""How files refer to each other: which process copies from which, as the classes of their actions say it."""

import sys
from collections.abc import Iterator, Mapping
from inspect import isfunction
from types import MappingProxyType
from typing import cast, get_args, get_type_hints

import attrs
from attrs import frozen

from prcomm.adapters.diagrams import svg
from prcomm.adapters.diagrams.blocks import TEXT, TITLE
from prcomm.adapters.diagrams.text_metrics import width
from prcomm.adapters.diagrams.words import OF_CITIZENS, OF_OVERSIGHT, OF_THE_PRESS
from prcomm.core.table.entities import Action, Entity
from prcomm.core.values.characters import markup
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Message, Say, in_english
from prcomm.processes import PROCESSES, AnyLifecycle

PAD, HIGH, APART, BETWEEN, TOP, MARGIN = 12.0, 30.0, 14.0, 96.0, 30.0, 6.0
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
    boxes: dict[str, _Box] = {}
    x = MARGIN
    heads: list[str] = []
    for head, members in columns:
        titles = max(width(names[name], TITLE, bold=True) for name in members)
        wide = max(2 * PAD + titles, width(say(head), TEXT) if head else 0)
        if head:
            heads.append(svg.text(x, MARGIN, say(head), TEXT, "quiet"))
        for n, name in enumerate(members):
            boxes[name] = _Box(x, TOP + n * (HIGH + APART), wide, names[name])
        x += wide + BETWEEN
    across = x - BETWEEN / 2 + MARGIN
    down = TOP + max(len(members) for _, members in columns) * (HIGH + APART) - APART + MARGIN
    arrows = [_arrow(boxes[one.process], boxes[one.of], one) for one in copied(processes)]
    shown = [svg.linked(link(name), box.label, _drawn(box)) for name, box in boxes.items()]
    return svg.picture(", ".join(names.values()), across, down, *heads, *arrows, *shown)


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
    inside = svg.text(box.x + PAD, box.y + (HIGH - TITLE) / 2 - 2, box.label, TITLE, "title")
    return svg.rect("box", box.x, box.y, box.wide, HIGH) + inside


def _arrow(start: _Box, end: _Box, copy: Copied) -> str:
    """From side to side, curved; below each other on the right of both."""
    y1, y2 = start.y + HIGH / 2, end.y + HIGH / 2
    if start.x == end.x:
        right, bow = start.x + start.wide, 18 + abs(y2 - y1) / 5
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
    title = f"<title>{markup(label)}</title>"
    return svg.linked(None, label, title, f'<path class="r0 arrow" d="{way}"/>', f'<path class="r0" d="{head}"/>')
