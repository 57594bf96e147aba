"""A request to do something, as it is read: who asks, in what role, on which version, under which key, and what."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Annotated as An, Final, cast
from urllib.parse import unquote, urlsplit

import attrs
from attrs import frozen
from pendulum import DateTime
from starlette.requests import Request

from prcomm.adapters.json import BadDocument, Codec, parse
from prcomm.adapters.web.people import User
from prcomm.adapters.web.problems import Problem, faulty
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.table.entities import Action, Entity, State
from prcomm.processes import AnyLifecycle

AnyCodec = Codec[Entity[State], Action]

LARGEST: Final = 1_000_000
"""The most bytes of a body."""
LONGEST_REASON: Final = 1000
KEY: Final = re.compile(r"[!-~]{1,200}")
TAGS: Final = re.compile(r'\s*(?:W/)?"[^"]*"\s*(?:,\s*(?:W/)?"[^"]*"\s*)*')
LATE: Final = "late_because"
"""Under which the body says why it is entered so late."""
OURS: Final[Mapping[str, str]] = {
    "by": "it is whoever has signed in",
    "office": "it is the office of whoever has signed in",
}
"""What a client can't give, and why not."""


async def body_of(request: Request) -> bytes:
    """The body of a request, if it is JSON and not too large: no more of it is read than that."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise Problem(415, "send the action as application/json")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Problem(413, f"at most {LARGEST:,} bytes")
    return bytes(body)


def from_here(request: Request) -> None:
    """Raise what is answered to a command that a page of somebody else's has sent.

    A browser says whence a command comes. A host that signs in by cookies needs no more than that; bodies are JSON
    besides, which no form of another site can send.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site not in ("same-origin", "none"):
            raise Problem(403, "a page of another site has sent this")
        return
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Problem(403, "a page of another site has sent this")


def role_of(user: User, lifecycle: AnyLifecycle, request: Request) -> Role:
    """In what role somebody acts: one that they hold, and no other."""
    asked = request.headers.get("acting-as")
    if asked is not None:
        wanted = unquote(asked)
        role = next((role for role in user.roles if role.name == wanted), None)
        if role is None:
            raise Problem(403, "you do not hold that role")
        return role
    roles = roles_in(user, lifecycle)
    if len(roles) != 1:
        names = ", ".join(role.name for role in roles) or "you hold none"
        raise Problem(400, f"the header Acting-As says in which role: {names}")
    return roles[0]


def roles_in(user: User, lifecycle: AnyLifecycle) -> tuple[Role, ...]:
    """The roles of somebody that a process knows; all of them, if it knows none."""
    return tuple(role for role in user.roles if role in lifecycle.roles) or user.roles


def has_late(lifecycle: AnyLifecycle) -> bool:
    """Whether an action of a process has a field of its own under the name of why it is entered so late."""
    kinds: tuple[type[Action], ...] = lifecycle.actions
    return any(LATE in attrs.fields_dict(kind) for kind in kinds)


def tags_of(header: str | None) -> frozenset[str] | None:
    """The versions of an ``If-Match``; ``None`` for any. A weak tag matches none."""
    if header is None or header.strip() == "*":
        return None
    if not TAGS.fullmatch(header):
        raise Problem(400, 'If-Match is "*" or a list of tags in quotation marks')
    return frozenset(re.findall(r'(?<!W/)"([^"]*)"', re.sub(r'W/"[^"]*"', "", header)))


@frozen
class Command:
    """A request to do something."""

    user: An[User, "who asks"]
    by: An[Actor, "as whom they act"]
    key: An[str, "the key by which it is known if it comes twice; empty without one"]
    asked: An[str, "a digest of all that was asked"]
    tags: An[frozenset[str] | None, "the versions on which to act; ``None`` for any"]
    body: An[bytes, "the action"]
    ours: An[bool, "whether the body may say why it is entered so late: no action has a field of that name"] = True

    @classmethod
    def read(cls, request: Request, user: User, lifecycle: AnyLifecycle, body: bytes) -> "Command":
        """The command in a request."""
        from_here(request)
        by = user.acting(role_of(user, lifecycle, request))
        key = request.headers.get("idempotency-key", "")
        if key and not KEY.fullmatch(key):
            raise Problem(400, "Idempotency-Key is of 1 to 200 printable ASCII characters")
        tags = request.headers.get("if-match")
        told = [request.method, request.url.path, by.role.name, tags, hashlib.sha256(body).hexdigest()]
        asked = hashlib.sha256(json.dumps(told).encode()).hexdigest()
        return cls(user, by, key, asked, tags_of(tags), body, not has_late(lifecycle))

    def given(self) -> "Given":
        """What stands in its body. Raises ``BadDocument`` for what is no JSON."""
        data = parse(self.body)
        if not isinstance(data, dict):
            return Given(data, "", ())
        fields = dict(cast("dict[str, object]", data))
        faults: list[Mapping[str, str]] = []
        late = fields.pop(LATE, "") if self.ours else ""
        if not isinstance(late, str) or len(late) > LONGEST_REASON:
            faults.append({"path": LATE, "text": f"a text of at most {LONGEST_REASON:,} characters belongs here"})
            late = ""
        return Given(fields, late, tuple(faults))


@frozen
class Given:
    """What stands in the body of a command."""

    data: An[object, "the action, as JSON has it"]
    late_because: An[str, "why it is entered so late"]
    faults: An[tuple[Mapping[str, str], ...], "what was wrong so far, each with its path"]

    def text(self, name: str) -> str | None:
        """A text in it; ``None`` if there is none of that name."""
        value = cast("dict[str, object]", self.data).get(name) if isinstance(self.data, dict) else None
        return value if isinstance(value, str) else None

    def at_office(self, user: User, offices: Mapping[str, Office]) -> tuple["Given", Office | None]:
        """The office at which a case is begun: that of whoever asks; from whoever works for none, one that is named."""
        if user.office is not None or not isinstance(self.data, dict):
            return self, user.office
        fields = dict(cast("dict[str, object]", self.data))
        named = fields.pop("office", None)
        if named is None:
            return self, None
        office = offices.get(named) if isinstance(named, str) else None
        fault = {"path": "office", "text": "the id of an office at which you may begin a case belongs here"}
        return Given(fields, self.late_because, (*self.faults, *([] if office else [fault]))), office

    def action(self, codec: AnyCodec, by: Actor, office: Office | None, at: DateTime) -> Action:
        """The action, done by whoever has signed in. Raises ``Problem`` with every fault.

        Args:
            codec: what reads the actions of the process.
            by: who acts.
            office: on whose clock; ``None`` where nobody knows yet.
            at: when it is done, if it does not say so.
        """
        if not isinstance(self.data, dict):
            return codec.action_from(self.data, office=office)
        data = cast("dict[str, object]", self.data)
        faults = [*self.faults]
        faults += ({"path": name, "text": f"it can't be given: {why}"} for name, why in OURS.items() if name in data)
        fields = {name: value for name, value in data.items() if name not in OURS}
        role: object = by.role.name
        if by.role not in codec.lifecycle.roles:
            role = {"name": by.role.name, "private": by.role.private}
        whose = {"id": by.id, "role": role, "office": by.office, "of": by.of}
        try:
            action = codec.action_from({"at": at.isoformat(), **fields, "by": whose}, office=office)
        except BadDocument as bad:
            faults += ({"path": fault.path, "text": fault.text} for fault in bad.found)
            raise faulty(faults, bad.more) from None
        if action.at > at:
            faults.append({"path": "at", "text": "it is later than now"})
        if faults:
            raise faulty(faults)
        return action
