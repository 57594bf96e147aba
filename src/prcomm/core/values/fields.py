"""What is said of the fields of a class, beside them: ``number: Annotated[str, "its number"]``."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, get_args, get_origin


def field_docs(kind: type) -> Mapping[str, str]:
    """What is said of each field of a class and of those above it, by the field's name."""
    hints = {name: hint for one in reversed(kind.__mro__) for name, hint in annotations_of(one).items()}
    told = {name: _told(hint) for name, hint in hints.items()}
    return MappingProxyType({name: text for name, text in told.items() if text})


def annotations_of(kind: type) -> Mapping[str, object]:
    """The annotations of a class itself, as they were written."""
    own: Mapping[str, object] = vars(kind).get("__annotations__", {})
    return own


def alone(hint: object) -> object:
    """A type without what is said beside it."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _told(hint: object) -> str:
    beside: tuple[object, ...] = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((text for text in beside if isinstance(text, str)), "")
