"""Documents of a lifecycle as it was, read by the lifecycle as it is. What is stored stays as it was written."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from attrs import field, frozen

_Names = Mapping[str, str]
_NONE: _Names = MappingProxyType({})
_NO_FIELDS: Mapping[str, _Names] = MappingProxyType({})
_NO_VALUES: Mapping[str, Mapping[str, object]] = MappingProxyType({})
_NONE_GONE: Mapping[str, Iterable[str]] = MappingProxyType({})
V = TypeVar("V")


def _kept(given: Mapping[str, V]) -> Mapping[str, V]:
    return MappingProxyType(dict(given))


@frozen
class Renamed:
    """What brings the document of a record up to a lifecycle in which names have changed:
    ``Store(…, upgrades={"loan": Renamed(actions={"Lend": "LendOut"})})``.

    It is asked of every record that is read, old or new, so a name that was given up is not used again for something
    else; where that is needed, a function that looks at the document does it. Several are done one after another:
    ``one.then(other)``.

    Attributes:
        actions: by its old name the new one of each action.
        states: by its old name the new one of each state.
        fields: by the new name of the action, the new names of its fields by their old ones.
        new: by the new name of the action, the values of fields that it did not have, as documents have them.
        gone: by the new name of the action, the fields it has no longer.
    """

    actions: _Names = field(default=_NONE, converter=_kept)
    states: _Names = field(default=_NONE, converter=_kept)
    fields: Mapping[str, _Names] = field(default=_NO_FIELDS, converter=_kept)
    new: Mapping[str, Mapping[str, object]] = field(default=_NO_VALUES, converter=_kept)
    gone: Mapping[str, Iterable[str]] = field(default=_NONE_GONE, converter=_kept)

    def __call__(self, document: dict[str, object]) -> dict[str, object]:
        """The document as the lifecycle of today has it."""
        record = document.get("record")
        if not isinstance(record, dict):
            return document
        told = cast("dict[str, object]", record)
        action = self._action(told.get("action"))
        return {**document, "record": {**told, "action": action, "state": self._state(told.get("state"))}}

    def then(self, other: "Renamed") -> "InTurn":
        """This one, and then another."""
        return InTurn((self, other))

    def _action(self, action: object) -> object:
        if not isinstance(action, dict):
            return action
        told = cast("dict[str, object]", action)
        name = str(told.get("action"))
        name = self.actions.get(name, name)
        fields, gone = self.fields.get(name, _NONE), frozenset(self.gone.get(name, ()))
        kept = {fields.get(key, key): value for key, value in told.items() if key not in gone}
        return {**self.new.get(name, {}), **kept, "action": name}

    def _state(self, state: object) -> object:
        if isinstance(state, dict):  # of something inside, it says of what
            told = cast("dict[str, object]", state)
            return {**told, "value": self._state(told.get("value"))}
        return self.states.get(state, state) if isinstance(state, str) else state


@frozen
class InTurn:
    """Several, one after another.

    Attributes:
        steps: each of them, the oldest first.
    """

    steps: tuple[Renamed, ...]

    def __call__(self, document: dict[str, object]) -> dict[str, object]:
        """The document as the lifecycle of today has it."""
        for step in self.steps:
            document = step(document)
        return document

    def then(self, other: Renamed) -> "InTurn":
        """These, and then another."""
        return InTurn((*self.steps, other))
