"""What is published of a store: of how many records it is, what they come to, and when it was so."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import Final, cast

from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.json import FORMAT, parse
from prcomm.adapters.json.codec import gathering
from prcomm.adapters.json.faults import Unfit
from prcomm.adapters.json.scalars import Hook, matched, read_fields, read_instant, read_whole, written_instant
from prcomm.adapters.seal.tree import root
from prcomm.core.values.errors import BadInput, unlike

_HEX: Final = r"^[0-9a-f]{64}$(?!\n)"
_DOMAIN: Final = b"prcomm head 1\n"
_SIGNATURE: Final = "^[A-Za-z0-9+/]{85}[AQgw]==$(?!\n)"
"""64 bytes in Base64, in the one form there is of them."""


@frozen
class Head:
    """What all records of a store come to.

    Attributes:
        root: the root over their links: 32 bytes.
        count: how many there are: those first written.
        at: as of when.
    """

    root: bytes
    count: int
    at: DateTime

    def __attrs_post_init__(self) -> None:
        faults = [*unlike("root", "32 bytes", self.root, bytes), *unlike("at", "an instant", self.at, DateTime)]
        if not faults and len(self.root) != 32:
            faults.append(f"root: 32 bytes, not {len(self.root)}")
        if not faults and self.at.tzinfo is None:
            faults.append("at: an instant with a zone")
        if not isinstance(cast("object", self.count), int) or self.count < 0:
            faults.append("count: how many records there are")
        if faults:
            raise BadInput("a head", tuple(faults))

    @property
    def to_sign(self) -> bytes:
        """The bytes that are signed: a name of what this is, then root, count and instant, each on a line."""
        return _DOMAIN + f"{self.root.hex()}\n{self.count}\n{_at(self)}\n".encode()

    def document(self) -> dict[str, object]:
        """The document of it."""
        return {"prcomm": FORMAT, "document": "head", "root": self.root.hex(), "count": self.count, "at": _at(self)}


@frozen
class SignedHead:
    """A head with a signature of it.

    Attributes:
        head: the head.
        signature: the signature of Ed25519: 64 bytes.
        key: which key signed it: SHA-256 of the public key, 32 bytes.
    """

    head: Head
    signature: bytes
    key: bytes

    def document(self) -> dict[str, object]:
        """The document of it: that of the head, with the signature beside it."""
        return {**self.head.document(), "key": self.key.hex(), "signature": b64encode(self.signature).decode()}


def head_of(links: Iterable[bytes], at: DateTime) -> Head:
    """The head of records.

    Args:
        links: their links, in the order in which they were written.
        at: as of when.
    """
    several = tuple(links)
    return Head(root(several), len(several), at)


def read_head(text: str | bytes) -> Head | SignedHead:
    """The head of a document, signed or not; of a signed one ``verified`` tells whether it is.

    Raises ``BadDocument`` with every fault.
    """
    data = parse(text)
    with gathering("a head"):
        fields = read_fields(data, _FIELDS, _REQUIRED, "a head")
        if ("key" in fields) != ("signature" in fields):
            raise Unfit.saying("a key and a signature, or neither")
    head = Head(cast("bytes", fields["root"]), cast("int", fields["count"]), cast("DateTime", fields["at"]))
    if "key" not in fields:
        return head
    return SignedHead(head, cast("bytes", fields["signature"]), cast("bytes", fields["key"]))


def _at(head: Head) -> str:
    return written_instant(head.at.in_timezone("UTC")).partition("[")[0]


def _read_hash(data: object, _: object) -> bytes:
    return bytes.fromhex(matched(_HEX, data, "64 hexadecimal digits"))


def _read_count(data: object, _: object) -> int:
    count = read_whole(data)
    if count < 0:
        raise Unfit.saying("how many records there are")
    return count


def _read_signature(data: object, _: object) -> bytes:
    return b64decode(matched(_SIGNATURE, data, "a signature in Base64"))


def _read_name(data: object, _: object) -> str:
    if data != "head":
        raise Unfit.saying("the document of a head")
    return "head"


def _read_format(data: object, _: object) -> int:
    number = read_whole(data)
    if number > FORMAT:
        raise Unfit.saying(f"the format {number} is newer than {FORMAT}, the newest known here")
    return number


_FIELDS: Final[Mapping[str, Hook]] = {
    "prcomm": _read_format, "document": _read_name, "root": _read_hash, "count": _read_count,
    "at": read_instant, "key": _read_hash, "signature": _read_signature,
}  # fmt: skip
_REQUIRED: Final = ("prcomm", "document", "root", "count", "at")
