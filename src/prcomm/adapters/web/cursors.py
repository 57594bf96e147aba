"""Where a list goes on, so that nobody reads it: it may stand at a case that whoever asks may not see.

A cursor is the place under a key that the application alone has, for one person and one list. It is no permission: what
stands from there on is asked about as ever.
"""

import base64
import binascii
from hashlib import blake2b
from hmac import compare_digest
from secrets import token_bytes
from typing import Annotated as An, Final

from attrs import field, frozen

NONCE: Final = 12
TAG: Final = 12
LONGEST: Final = 2000
"""How long a cursor may be."""


@frozen
class Cursors:
    """What makes cursors, and reads those it made."""

    key: An[bytes, "what it keeps to itself; one that is shared where several processes serve one store"] = field(
        factory=lambda: token_bytes(32), repr=False
    )

    def made(self, place: str, whose: str) -> str:
        """The cursor of a place; empty for none.

        Args:
            place: the place.
            whose: for whom, and in which list.
        """
        if not place:
            return ""
        nonce, text = token_bytes(NONCE), place.encode()
        sealed = nonce + self._turned(text, nonce, whose)
        token = sealed + self._tag(sealed, whose)
        return base64.urlsafe_b64encode(token).decode().rstrip("=")

    def read(self, cursor: str, whose: str) -> str | None:
        """The place of a cursor; ``None`` for one that was not made here, for them and this list."""
        if not cursor:
            return ""
        try:
            token = base64.urlsafe_b64decode(cursor[:LONGEST] + "=" * (-len(cursor[:LONGEST]) % 4))
        except (binascii.Error, ValueError):
            return None
        sealed, tag = token[:-TAG], token[-TAG:]
        if len(sealed) < NONCE or not compare_digest(tag, self._tag(sealed, whose)):
            return None
        nonce, hidden = sealed[:NONCE], sealed[NONCE:]
        return self._turned(hidden, nonce, whose).decode()

    def _turned(self, text: bytes, nonce: bytes, whose: str) -> bytes:
        """A text hidden, or a hidden one as it was."""
        blocks = (self._of(b"hidden", nonce + n.to_bytes(4, "big"), whose) for n in range(len(text) // 64 + 1))
        return bytes(one ^ other for one, other in zip(text, b"".join(blocks), strict=False))

    def _tag(self, sealed: bytes, whose: str) -> bytes:
        return self._of(b"tag", sealed, whose)[:TAG]

    def _of(self, what: bytes, given: bytes, whose: str) -> bytes:
        its = blake2b(whose.encode(), key=self.key[:64]).digest()
        return blake2b(given, key=its, person=what).digest()
