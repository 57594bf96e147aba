"""What can't be drawn at all is one clear error."""

from collections.abc import Iterable, Mapping

from prcomm.core.table.entities import State
from prcomm.core.values.errors import BadInput, a, quoted, unlike


def drawable(what: str, thing: object, kind: type) -> None:
    """Raise ``BadInput`` for what is not of a kind."""
    _refused(unlike(what, a(kind.__name__), thing, kind))


def placeable(bands: Mapping[State, int], states: tuple[State, ...]) -> None:
    """Raise ``BadInput`` with every fault of bands given by hand."""
    strangers = (f"bands: {state!r} is none of its states" for state in bands if state not in states)
    counted = (
        f"bands: of {state.name} a number from 0 to {len(states) - 1}, not {quoted(band)}"
        for state, band in bands.items()
        if state in states and band not in range(len(states))
    )
    _refused((*strangers, *counted))


def _refused(faults: Iterable[str]) -> None:
    found = tuple(faults)
    if found:
        raise BadInput("a picture", found)
