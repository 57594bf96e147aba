"""What is said of the fields of a class, beside them: ``number: Annotated[str, "its number"]``."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, get_args, get_origin

FORMERLY: Final = "formerly"
"""Under which the metadata of a field has what older documents said in it."""


def formerly(words: Mapping[str, object]) -> Mapping[str, object]:
    """The metadata of a field that was once a text: by each text that is still read, what it is today.

    ``requirement: Requirement | None = field(default=None, metadata=formerly({"": None}))``
    """
    return MappingProxyType({FORMERLY: MappingProxyType(dict(words))})


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
