"""Documents of older formats, brought up to the one that is read: one step for each format.

Format 0
    named what a document is under ``kind``, called the records of an entity its ``history``, and did not say under
    which law it was written.
Format 1
    says ``document`` and ``records``, and names the law with its version.

A new format is one more step here, with a document of the old one in the tests.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, cast

from prcomm.adapters.json.faults import DocumentFault, Unfit
from prcomm.adapters.json.scalars import read_whole

FORMAT: Final = 1
"""The format that is written."""
NUMBER: Final = "prcomm"
"""Under which a document says of which format it is."""

Document = dict[str, object]
Step = Callable[[Document, Mapping[str, object]], Document]


def from_0(document: Document, header: Mapping[str, object]) -> Document:
    """Format 0 as format 1. Of the law it was written under, no more is known than which it must have been."""
    law = cast("Mapping[str, object]", header["law"])
    new = _renamed(document, "kind", "document") | {"law": {"pack": law["pack"], "version": "", "calendar_known": None}}
    if isinstance(new.get("entity"), dict):
        new["entity"] = _renamed(cast("Document", new["entity"]), "history", "records")
    return new


STEPS: Final[Mapping[int, Step]] = MappingProxyType({0: from_0})
"""By the format it starts from, what brings a document to the next."""


def upcast(document: Document, header: Mapping[str, object]) -> Document:
    """A document as the format that is read has it. Raises ``Unfit`` for one of a format that is not known."""
    if NUMBER not in document:
        raise Unfit(DocumentFault(NUMBER, "the number of its format is missing"))
    try:
        number = read_whole(document[NUMBER])
    except Unfit as unfit:
        raise unfit.placed(NUMBER) from None
    if number > FORMAT:
        raise Unfit(DocumentFault(NUMBER, f"the format {number} is newer than {FORMAT}, the newest known here"))
    for old in range(number, FORMAT):
        if old not in STEPS:
            raise Unfit(DocumentFault(NUMBER, f"there was no format {number}"))
        document = STEPS[old](document, header) | {NUMBER: old + 1}
    return document


def _renamed(document: Document, old: str, new: str) -> Document:
    """The same fields in their order, one of them under its new name; as they are, if both stand there."""
    if new in document:
        return dict(document)
    return {new if key == old else key: item for key, item in document.items()}
