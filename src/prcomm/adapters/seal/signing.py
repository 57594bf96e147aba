"""Heads that are signed, with Ed25519. Needs the extra ``seal``."""

try:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.seal.signing needs cryptography: pip install 'prcomm[seal]'") from error

from hashlib import sha256
from typing import Final

from prcomm.adapters import says
from prcomm.adapters.seal.heads import Head, SignedHead
from prcomm.core.values.errors import BadInput, PrcommError

__all__ = [
    "Ed25519PrivateKey", "Ed25519PublicKey", "NotSigned", "private_key", "public_key", "signed", "verified",
]  # fmt: skip


OTHER_KEY: Final = says("it is signed by another key")
NOT_WHAT_WAS_SIGNED: Final = says("it is not what was signed")


class NotSigned(PrcommError):
    """A head is not signed by that key: it is not what was published, or it was signed by another.

    Attributes:
        other: whether it names another key.
        sentence: what is wrong with it.
    """

    other: bool
    sentence: str

    def __init__(self, other: bool) -> None:
        self.other = other
        self.sentence = OTHER_KEY() if other else NOT_WHAT_WAS_SIGNED()
        super().__init__(f"a head: {self.sentence}")

    def __reduce__(self) -> tuple[type["NotSigned"], tuple[bool]]:
        return type(self), (self.other,)


def signed(head: Head, key: Ed25519PrivateKey) -> SignedHead:
    """The head with its signature.

    Args:
        head: the head.
        key: the private key; ``private_key`` reads one.
    """
    return SignedHead(head, key.sign(head.to_sign), _name(key.public_key()))


def verified(head: SignedHead, key: Ed25519PublicKey) -> Head:
    """The head that was signed. Raises ``NotSigned``.

    Args:
        head: the head with its signature.
        key: the public key, as it was published: not one that came with the head.
    """
    if head.key != _name(key):
        raise NotSigned(other=True)
    try:
        key.verify(head.signature, head.head.to_sign)
    except InvalidSignature:
        raise NotSigned(other=False) from None
    return head.head


def private_key(pem: bytes, password: bytes | None = None) -> Ed25519PrivateKey:
    """The private key of a PEM file, as ``openssl genpkey -algorithm ed25519`` makes it. Raises ``BadInput``.

    Args:
        pem: what is in the file.
        password: with which it is encrypted, if it is.
    """
    what = "a private key"
    try:
        key = load_pem_private_key(pem, password)
    except TypeError:
        fault = "it is encrypted, and needs a password" if password is None else "it is not encrypted"
        raise BadInput(what, (fault,)) from None
    except (ValueError, UnsupportedAlgorithm):
        raise BadInput(what, ("a PEM file with a private key of Ed25519, and its password if it has one",)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadInput(what, ("a key of Ed25519, not of another kind",))
    return key


def public_key(pem: bytes) -> Ed25519PublicKey:
    """The public key of a PEM file, as ``openssl pkey -pubout`` makes it. Raises ``BadInput``."""
    what = "a public key"
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        raise BadInput(what, ("a PEM file with a public key of Ed25519",)) from None
    if not isinstance(key, Ed25519PublicKey):
        raise BadInput(what, ("a key of Ed25519, not of another kind",))
    return key


def _name(key: Ed25519PublicKey) -> bytes:
    return sha256(key.public_bytes_raw()).digest()
