"""What is wrong with the templates of a mapping, found before a line is read: each fault once, where it stands."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, cast

from attrs import frozen

from prcomm.adapters.json import Codec, DocumentFault
from prcomm.adapters.json.codec import ACTION, Parts
from prcomm.adapters.json.converting import fields_of
from prcomm.adapters.json.faults import (
    PLAIN_KEY,
    Faults,
    Unfit,
    below,
    beyond,
    kind_of,
    meant,
    shown_key,
    unknown,
    unknown_field,
)
from prcomm.adapters.json.scalars import Hook, around
from prcomm.adapters.registers.templates import PLACE, Template, Words, column_of
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action, Entity, State

LIKE: Final = {"at": "2026-01-31T10:00:00+05:00", "day": "2026-01-31"}
"""What stands for an instant and a day while nobody knows them."""
LONGEST: Final = 60
MISSING: Final = "it is missing"
A_PLACE: Final = "{column}, {column:at}, {column:day} or {column:json}, before the brace |text for an empty cell"
_FIELD: Final = re.compile(r"the field (\w+) is not known")
_UNKNOWN: Final = "the field ", "a field that is not known"


def inside(path: str, name: str) -> str:
    """The path of what stands under a name that the mapping gives: of an activity, say, which may be any text."""
    if PLAIN_KEY.fullmatch(name):
        return below(path, name)
    shown = name if len(name) <= LONGEST else f"{name[:LONGEST]}…"
    return f"{path}[{shown!r}]"


@frozen
class Checking:
    """What the templates of a mapping are checked by.

    Attributes:
        codec: what reads actions.
        office: whose clock counts.
        words: for each column, what stands for its words.
        each: what every template has unless it says otherwise.
    """

    codec: Codec[Entity[State], Action]
    office: Office
    words: Words
    each: Template

    def faults(self, path: str, own: Template, whole: Template) -> Iterator[DocumentFault]:
        """What is wrong with a template, told where it stands: in the template, or in ``each``.

        Args:
            path: where it stands.
            own: what it says itself.
            whole: that with what every template has.
        """
        name = whole.get(ACTION)
        if isinstance(name, str) and PLACE.search(name):
            return  # each line says which action it is
        kinds = {kind.__name__: kind for kind in self.codec.lifecycle.actions}
        parts = self.codec.parts(name) if isinstance(name, str) else None
        if parts is None:
            yield DocumentFault(beyond(path, ACTION), _no_action(name, kinds))
            return
        with around(self.codec.around(self.office, numbers=True)):
            found = tuple(self._fields(path, own, whole, parts))
        yield from found
        named = {*whole, *(("office",) if parts.names_office else ())}
        for field in fields_of(parts.kind):
            if field.required and field.name not in named:
                yield DocumentFault(beyond(path, field.name), f"it is missing, and {parts.kind.__name__} needs it")

    def of_each(self) -> Iterator[DocumentFault]:
        """What is wrong with what every template has, even where each says otherwise."""
        every = [self.codec.parts(kind.__name__) for kind in self.codec.lifecycle.actions]
        hooks = {name: hook for parts in every if parts for name, hook in parts.hooks.items()}
        found: list[DocumentFault] = []
        with around(self.codec.around(self.office, numbers=True)):
            for name, value in self.each.items():
                found += self._field(hooks[name], value, name) if name in hooks else ()
        for fault in found:
            if fault.text != MISSING:  # that the templates may have
                home = "" if fault.path.startswith("words.") else "each"
                yield DocumentFault(beyond(home, fault.path), fault.text)

    def _fields(
        self, path: str, own: Template, whole: Template, parts: Parts[Action]
    ) -> Iterator[DocumentFault]:  # fmt: skip
        for name, value in whole.items():
            if name == ACTION:
                continue
            if name in parts.hooks:
                for fault in self._field(parts.hooks[name], value, name):
                    home = "" if fault.path.startswith("words.") else _home(path, own, fault)
                    yield DocumentFault(beyond(home, fault.path), fault.text)
            elif name in own:
                yield DocumentFault(path, unknown_field(name, parts.hooks)())
            else:
                near = meant(name, sorted(parts.hooks))
                yield DocumentFault("each", f"{parts.kind.__name__} has no field {shown_key(name)}{near}")

    def _field(self, hook: Hook, value: object, path: str) -> Iterator[DocumentFault]:
        """What is wrong with a field, whatever the cells hold: its path begins with its name."""
        found: dict[str, str] = {}
        probe = _probe(value, path, found)
        for at, text in found.items():
            if "{" in PLACE.sub("", text) or "}" in PLACE.sub("", text):
                yield DocumentFault(at, f"a place for a cell that can't be read: one is {A_PLACE}")
        for fault in _unfit(hook, probe, path):
            if _stands(fault, found):
                yield fault
        for at, text in found.items():
            whole = PLACE.fullmatch(text)
            if whole is not None:
                yield from self._given(hook, value, path, at, whole["how"], column_of(whole), whole["default"])

    def _given(
        self, hook: Hook, value: object, path: str, at: str, how: str | None, column: str, default: str | None
    ) -> Iterator[DocumentFault]:
        """What is wrong with what the mapping itself says for the cells of one place."""
        words = None if how else self.words.get(column)
        told = [(inside(f"words.{_plain(column)}", word), of) for word, of in (words or dict[str, object]()).items()]
        if default and how != "json":
            told.append((at, default))
        for place, instead in told:
            if instead in (None, ""):
                continue
            for fault in _unfit(hook, _probe(value, path, {}, {at: instead}), path):
                if fault.path == at or fault.path.startswith((f"{at}.", f"{at}[")):
                    yield DocumentFault(f"{place}{fault.path[len(at) :]}", fault.text)


def _plain(column: str) -> str:
    return column if PLAIN_KEY.fullmatch(column) else repr(column)


def _no_action(name: object, kinds: Mapping[str, object]) -> str:
    if name is None:
        return f"it is missing; there are: {', '.join(kinds)}"
    if not isinstance(name, str):
        return f"the name of an action, not {kind_of(name)}"
    if not name:
        return "it is empty: the name of an action, or null in place of it all to leave it out"
    return unknown("the name of an action", name, kinds)()


def _unfit(hook: Hook, data: object, path: str) -> Iterator[DocumentFault]:
    try:
        hook(data, None)
    except Unfit as unfit:
        yield from (DocumentFault(beyond(path, fault.path), fault.text) for fault in Faults(unfit.faults))
    except Exception:  # what a class of the user's own does with it is told of the lines
        return


def _probe(value: object, path: str, found: dict[str, str], instead: Mapping[str, object] | None = None) -> object:
    """A template with something in each of its places; where they are is added to what was found."""
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value).items()
        return {key: _probe(one, below(path, key), found, instead) for key, one in fields}
    if isinstance(value, list):
        return [_probe(one, below(path, n), found, instead) for n, one in enumerate(cast("list[object]", value))]
    if not isinstance(value, str) or not ("{" in value or "}" in value):
        return value
    found[path] = value
    whole = PLACE.fullmatch(value)
    like = LIKE.get(whole["how"] or "", "1") if whole else "1"
    return like if instead is None else instead.get(path, like)


def _stands(fault: DocumentFault, found: Mapping[str, str]) -> bool:
    """Whether something is wrong whatever the cells hold."""
    at = fault.path
    if any(at == place or at.startswith((f"{place}.", f"{place}[")) for place in found):
        return False
    whole = any(place.startswith((f"{at}.", f"{at}[")) for place in found)
    return not whole or fault.text.startswith(_UNKNOWN)


def _home(path: str, own: Template, fault: DocumentFault) -> str:
    """Where the field of a fault is written: in its own template, or in ``each``."""
    name, _, rest = fault.path.partition(".")
    name = name.partition("[")[0]
    if name not in own:
        return "each"
    here = own[name]
    if name != "by" or not isinstance(here, dict):
        return path
    unknown = _FIELD.match(fault.text)
    inner = unknown[1] if unknown and not rest else rest.partition(".")[0]
    return path if not inner or inner in here else "each"


def words_wrong(words: Words, activity: str, actions: Mapping[str, object]) -> Iterator[str]:
    """What is wrong with the words that stand for activities."""
    for instead in words.get(activity, {}).values():
        if not isinstance(instead, str) or instead not in actions:
            near = meant(instead, list(actions)) if isinstance(instead, str) else ""
            yield f"{activity}: a word stands for what is none of the actions{near}"
