"""Appeals over HTTP, on the store of the examples: python examples/web.py [FILE] [--port 8000]

Needs the extra ``examples``: pip install 'prcomm[examples]'. Without a FILE the cases are gone when it ends.

The library judges, the store writes, and this translates: a refusal is 409 with every reason, bad input 422 with every
fault and its path, a version that is no longer the newest 412, a command that comes twice gets its first answer twice.
Who signs in, and what they may see, is asked of two hooks: here is where a host puts its own.
"""

import argparse
import base64
import binascii
import hashlib
import hmac
import json
import re
import socket
import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import quote

from attrs import frozen
from pendulum import DateTime, now
from store_sqlite import CaseExists, NoCase, Stale, Store
from web_pages import case_page, language, list_page, view

from prcomm import Actor, BadInput, NotInForce, Office, Person, Refused, Role
from prcomm.adapters.json import BadDocument, parse
from prcomm.citizens.appeals import APPEAL, COMPLAINT, Appeal, AppealAction, Assign, Channel, Form, Receive, Register
from prcomm.labels import say
from prcomm.law import office
from prcomm.law.roles import APPELLANT, EXECUTOR, HEAD, REGISTRAR

try:
    import uvicorn
    from fastapi import Depends, FastAPI, Request
    from starlette.exceptions import HTTPException
    from starlette.responses import Response
    from web_schemas import IN_AN_ADDRESS, WebSchemas
except ImportError as error:  # pragma: no cover
    raise SystemExit("examples/web.py needs FastAPI and uvicorn: pip install 'prcomm[examples]'") from error

Problem = dict[str, object]
LARGEST: Final = 1_000_000
"""The most bytes of a body."""
_KEY: Final = re.compile(r"[!-~]{1,200}")
_TAGS: Final = re.compile(r'\s*(?:W/)?"[^"]*"\s*(?:,\s*(?:W/)?"[^"]*"\s*)*')
_ANSWERS: Final = """
CREATE TABLE IF NOT EXISTS answers (
    by TEXT, key TEXT, asked TEXT NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (by, key)
) WITHOUT ROWID
"""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
}
_TITLES: Final = {
    400: "The request is malformed",
    401: "Sign in",
    403: "This is not yours to do",
    404: "There is no such thing",
    405: "This can't be done with it",
    409: "It was refused",
    412: "The case is no longer as it was seen",
    413: "The body is too large",
    415: "The body is not application/json",
    422: "The input can't be judged",
    500: "Something went wrong here",
}


@frozen
class User:
    """Whoever has signed in.

    Attributes:
        id: a reference, never a name.
        roles: every role they hold.
        office: the office they work for; ``None`` for a private person.
        of: by which id files know them, where that is not ``id``.
    """

    id: str
    roles: tuple[Role, ...]
    office: Office | None = None
    of: str = ""


Who = Callable[[str], User | None]
"""Who signs in with that header ``Authorization``; ``None`` for nobody."""
May = Callable[[User, Appeal], bool]
"""Whether somebody may see a case, and act on it as far as the law lets them."""


def own(user: User, appeal: Appeal) -> bool:
    """An office sees its own cases, and a private person what they appealed themselves."""
    if user.office is not None:
        return user.office.id == appeal.office.id
    people = (*appeal.appellants, appeal.representative)
    return (user.of or user.id) in (person.id for person in people if person is not None)


class Answered(Exception):
    """A command with that key was done meanwhile by another request."""


class Problems(Exception):
    """What is answered instead.

    Attributes:
        status: the HTTP status.
        more: further members of the problem document.
        headers: further headers.
    """

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: object) -> None:
        self.status, self.headers = status, dict(headers or {})
        kind = {409: "refused", 412: "stale", 422: "bad-input"}.get(status)
        self.document: Problem = {
            "type": f"urn:prcomm:problem:{kind}" if kind else "about:blank",
            "title": _TITLES.get(status, "It was not done"),
            "status": status,
            "detail": detail,
            **more,
        }
        super().__init__(detail)

    def response(self) -> Response:
        return answer(self.status, self.document, self.headers, "application/problem+json")


def answer(status: int, document: object, headers: Mapping[str, str], kind: str = "application/json") -> Response:
    """A JSON answer."""
    body = json.dumps(document, ensure_ascii=False).encode()
    return Response(body, status, {**_HEADERS, **headers}, kind)


def bad_input(error: BadInput) -> Problems:
    """Its faults, each with its path where it has one."""
    if isinstance(error, BadDocument):
        faults = [{"path": fault.path, "text": fault.text} for fault in error.found]
    else:
        faults = [{"path": "", "text": fault} for fault in error.faults]
    return faulty(faults, error.more)


def faulty(faults: Sequence[Mapping[str, str]], more: int) -> Problems:
    """What is wrong with what was sent: some of its faults, and how many there are."""
    n = len(faults) + more
    return Problems(422, f"{n} fault{'s' * (n > 1)}, nothing was done", faults=faults)


def not_in_force(error: NotInForce) -> Problems:
    """What can't be judged on its day."""
    return Problems(422, "1 fault, nothing was done", faults=[{"path": "at", "text": str(error)}])


def refused(error: Refused, lang: str) -> Problems:
    """Every reason, with its articles and what would do."""
    told, verdict = say(lang), error.verdict
    reasons = [
        {
            "kind": reason.kind.value, "name": reason.name, "text": told(reason.text),
            "cites": [told(cite) for cite in reason.cites], "basis": reason.basis and reason.basis.name,
            "remedy": told(reason.remedy) if reason.remedy else "",
        }
        for reason in verdict.reasons
    ]  # fmt: skip
    return Problems(409, told(verdict.head), _in(lang), reasons=reasons)


def _in(lang: str) -> dict[str, str]:
    return {"Content-Language": str(lang), "Vary": "Accept-Language"}


@frozen
class Command:
    """A request to do something.

    Attributes:
        user: who asks.
        by: as whom they act.
        key: the idempotency key; empty without one.
        asked: a digest of all that was asked.
        tags: the versions on which to act, as ``If-Match`` has them; ``None`` for any.
        body: the action.
        lang: in which language to answer.
    """

    user: User
    by: Actor
    key: str
    asked: str
    tags: frozenset[str] | None
    body: bytes
    lang: str

    def action(self, codec_of: "Store[Appeal, AppealAction]", office: Office, at: DateTime) -> AppealAction:
        """The action in its body, done by whoever has signed in. Raises ``BadDocument`` with every fault."""
        data = parse(self.body)
        if not isinstance(data, dict):
            return codec_of.codec.action_from(data, office=office)
        ours = {"by": "it is whoever has signed in", "office": "it is the office of whoever has signed in"}
        faults = [{"path": name, "text": f"it can't be given: {why}"} for name, why in ours.items() if name in data]
        more = 0
        by = {"id": self.by.id, "role": self.by.role.name, "office": self.by.office, "of": self.by.of}
        given = {name: value for name, value in data.items() if name not in ours}
        try:
            action = codec_of.codec.action_from({"at": at.isoformat(), **given, "by": by}, office=office)
        except BadDocument as bad:
            faults += [{"path": fault.path, "text": fault.text} for fault in bad.found]
            more = bad.more
        else:
            if action.at > at:
                faults.append({"path": "at", "text": "it is later than now"})
            case: object = given.get("case")  # as it was sent: the action has it in its one form
            if isinstance(case, str) and not re.fullmatch(IN_AN_ADDRESS, case):
                faults.append({"path": "case", "text": "it can't stand in an address"})
        if faults:
            raise faulty(faults, more)
        return action


async def body_of(request: Request) -> bytes:
    """The body of a request, if it is JSON and not too large."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise Problems(415, "send the action as application/json")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Problems(413, f"at most {LARGEST:,} bytes")
    return bytes(body)


def tags_of(header: str | None) -> frozenset[str] | None:
    """The versions of an ``If-Match``. A weak tag matches none."""
    if header is None or header.strip() == "*":
        return None
    if not _TAGS.fullmatch(header):
        raise Problems(400, 'If-Match is "*" or a list of tags in quotation marks')
    return frozenset(re.findall(r'(?<!W/)"([^"]*)"', re.sub(r'W/"[^"]*"', "", header)))


class Web:
    """The application on one store.

    Args:
        store: the store of appeals.
        clock: what time it is, with a zone.
        who: who signs in.
        may: who may see which case.
    """

    def __init__(self, store: Store[Appeal, AppealAction], clock: Callable[[], DateTime], who: Who, may: May) -> None:
        self.store, self.clock, self.who, self.may = store, clock, who, may
        with store.writing() as db:
            db.execute(_ANSWERS)

    # -- who

    def user(self, request: Request) -> User:
        user = self.who(request.headers.get("authorization", ""))
        if user is None:
            challenge = {"WWW-Authenticate": 'Basic realm="appeals", charset="UTF-8"'}
            raise Problems(401, "nobody is signed in", challenge)
        return user

    def acting(self, user: User, request: Request) -> Actor:
        """As whom somebody acts: in a role they hold, and no other."""
        asked = request.headers.get("acting-as")
        if asked is None and len(user.roles) != 1:
            names = ", ".join(role.name for role in user.roles)
            raise Problems(400, f"the header Acting-As says in which role: {names}")
        role = next((role for role in user.roles if asked in (None, role.name)), None)
        if role is None:
            raise Problems(403, "you do not hold that role")
        return Actor(user.id, role, user.office.id if user.office else "", of=user.of)

    def seen(self, user: User, case: str) -> Appeal:
        """A case that a user may see."""
        try:
            appeal = self.store.open(case)
        except NoCase:
            raise Problems(404, "there is no such case") from None
        if not self.may(user, appeal):
            raise Problems(403, "this case is not yours to see")
        return appeal

    # -- doing

    def command(self, request: Request, body: bytes) -> Command:
        user = self.user(request)
        by = self.acting(user, request)
        key = request.headers.get("idempotency-key", "")
        if key and not _KEY.fullmatch(key):
            raise Problems(400, "Idempotency-Key is of 1 to 200 printable ASCII characters")
        tags = request.headers.get("if-match")
        asked = json.dumps([request.method, request.url.path, by.role.name, tags, hashlib.sha256(body).hexdigest()])
        return Command(user, by, key, asked, tags_of(tags), body, language(request.headers.get("accept-language")))

    def begin(self, command: Command) -> Response:
        """Begin a case."""
        if command.user.office is None:
            raise Problems(403, "only an office begins a case")
        office = command.user.office
        return self._once(
            command, 201, lambda also: self.store.begin(command.action(self.store, office, self.clock()), also)
        )

    def act(self, command: Command, case: str) -> Response:
        """Do something about a case."""

        def decide(appeal: Appeal) -> AppealAction:
            if command.tags is not None and str(appeal.version) not in command.tags:
                raise Stale(case, 0, appeal.version)
            return command.action(self.store, appeal.office, self.clock())

        self.seen(command.user, case)
        return self._once(command, 200, lambda also: self.store.apply(case, decide, also=also))

    def _once(
        self, command: Command, status: int, do: Callable[[Callable[[sqlite3.Connection, Appeal], None]], Appeal]
    ) -> Response:
        """Do it, unless it was done before. The answer is written in the transaction of what it answers for."""
        before = self._answered(command)
        if before is not None:
            return before
        made: list[Response] = []

        def also(db: sqlite3.Connection, appeal: Appeal) -> None:
            response = self._view(appeal, command.by, command.lang, status)
            if command.key and not self._keep(db, command, response):
                raise Answered
            made[:] = [response]

        try:
            do(also)
        except Answered:
            return self._answered(command) or Problems(500, "no answer was kept").response()
        except Stale as stale:
            return self._answered(command) or self._stale(stale).response()
        except CaseExists:
            return self._kept(command, Problems(409, "there is a case of that reference already", reasons=[]))
        except Refused as error:
            return self._kept(command, refused(error, command.lang))
        except BadInput as error:
            raise bad_input(error) from None
        except NotInForce as error:
            raise not_in_force(error) from None
        return made[0]

    def _kept(self, command: Command, problem: Problems) -> Response:
        """A refusal, which is the answer of its key from then on; or the answer that was given meanwhile."""
        response = problem.response()
        if not command.key:
            return response
        with self.store.writing() as db:
            self._keep(db, command, response)
        return self._answered(command) or response

    @staticmethod
    def _stale(stale: Stale) -> Problems:
        return Problems(412, "look at it again", {"ETag": f'"{stale.version}"'}, version=stale.version)

    def _answered(self, command: Command) -> Response | None:
        """The answer that was given to a command of that key."""
        if not command.key:
            return None
        with self.store.connected() as db:
            wanted = "SELECT asked, status, headers, body FROM answers WHERE by = ? AND key = ?"
            found = db.execute(wanted, (command.user.id, command.key)).fetchone()
        if found is None:
            return None
        asked, status, headers, body = found
        if asked != command.asked:
            raise Problems(422, "that Idempotency-Key was used for another request", faults=[])
        return Response(body, status, json.loads(headers))

    @staticmethod
    def _keep(db: sqlite3.Connection, command: Command, response: Response) -> bool:
        headers = json.dumps({name: value for name, value in response.headers.items() if name != "content-length"})
        row = (command.user.id, command.key, command.asked, response.status_code, headers, bytes(response.body))
        return bool(db.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?, ?)", row).rowcount)

    # -- looking

    def _view(self, appeal: Appeal, by: Actor, lang: str, status: int = 200) -> Response:
        headers = {"ETag": f'"{appeal.version}"', **_in(lang)}
        if status == 201:
            headers["Location"] = f"/appeals/{quote(appeal.id)}"
        return answer(status, view(appeal, by, self._as_of(appeal), lang), headers)

    def _as_of(self, appeal: Appeal) -> DateTime:
        """Now, unless the last record is later."""
        return max(self.clock(), appeal.history[-1].action.at)

    def look(self, request: Request, case: str) -> Response:
        """A case, and what may be done about it."""
        user = self.user(request)
        by, lang = self.acting(user, request), language(request.headers.get("accept-language"))
        return self._view(self.seen(user, case), by, lang)

    def page(self, request: Request, case: str) -> Response:
        """The same as a page to read."""
        user, lang = self.user(request), self._lang(request)
        appeal = self.seen(user, case)
        return self._page(case_page(appeal, self._as_of(appeal), lang), lang)

    def _page(self, text: str, lang: str) -> Response:
        return Response(text.encode(), 200, {**_HEADERS, **_in(lang)}, "text/html; charset=utf-8")

    def _lang(self, request: Request) -> str:
        return language(request.query_params.get("lang") or request.headers.get("accept-language"))

    def owed(self, request: Request) -> Response:
        """What an office owes, the nearest last day first."""
        user, found = self.user(request), request.query_params
        asked = {name: _day(found[name], name) for name in ("first", "last") if name in found}
        dues = self.store.dues(self._office(user).id, **asked)
        return answer(200, [{name: getattr(due, name) for name in _DUE} for due in dues], {})

    def front(self, request: Request) -> Response:
        """The same as a page with links."""
        user, lang = self.user(request), self._lang(request)
        return self._page(list_page(self.store.dues(self._office(user).id), lang), lang)

    @staticmethod
    def _office(user: User) -> Office:
        if user.office is None:
            raise Problems(403, "you work for no office")
        return user.office


_DUE: Final = ("case", "name", "key", "office", "owed_by", "control", "last")


def _day(text: str, path: str) -> date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise Problems(422, "1 fault", faults=[{"path": path, "text": "a day, as 2026-03-04, belongs here"}]) from None


def make_app(store: Store[Appeal, AppealAction], clock: Callable[[], DateTime], who: Who, may: May = own) -> FastAPI:
    """The application. What it is asked for is at ``/openapi.json``.

    Args:
        store: the store of appeals.
        clock: what time it is, with a zone.
        who: who signs in with a header ``Authorization``.
        may: who may see which case.
    """
    web, schemas = Web(store, clock, who, may), WebSchemas(APPEAL)
    app = FastAPI(title="Appeals", version="1", docs_url=None, redoc_url=None)
    body = Annotated[bytes, Depends(body_of)]

    @app.post("/appeals", **schemas.doing("begins", 201))
    def begin(request: Request, data: body) -> Response:  # pyright: ignore[reportInvalidTypeForm]
        """Begin a case."""
        return web.begin(web.command(request, data))

    @app.post("/appeals/{case:path}", **schemas.doing("acts", 200))
    def act(request: Request, case: str, data: body) -> Response:  # pyright: ignore[reportInvalidTypeForm]
        """Do something about a case."""
        return web.act(web.command(request, data), case)

    @app.get("/appeals/{case:path}", **schemas.looking("View"))
    def look(request: Request, case: str) -> Response:
        """A case as it stands, what is owed and why by then, and what you may do about it."""
        return web.look(request, case)

    @app.get("/pages/{case:path}", **schemas.page())
    def page(request: Request, case: str) -> Response:
        """A page about a case, to read."""
        return web.page(request, case)

    @app.get("/dues", **schemas.dues())
    def owed(request: Request) -> Response:
        """What your office owes, the nearest last day first."""
        return web.owed(request)

    @app.get("/", include_in_schema=False)
    def front(request: Request) -> Response:
        return web.front(request)

    app.add_exception_handler(Problems, _as_problem)  # type: ignore[arg-type]  # it is one
    app.add_exception_handler(HTTPException, _of_the_framework)  # type: ignore[arg-type]  # it is one
    app.add_exception_handler(Exception, lambda *_: Problems(500, "it was not done, or not told").response())
    schemas.into(app)
    return app


def _as_problem(_: Request, error: Problems) -> Response:
    return error.response()


def _of_the_framework(_: Request, error: HTTPException) -> Response:
    return Problems(error.status_code, "", error.headers).response()


# -- how it is run

DISTRICT: Final = office("district department")
STAFF: Final = {
    "desk": User("desk", (REGISTRAR,), DISTRICT),
    "head": User("head", (HEAD,), DISTRICT),
    "officer": User("officer", (EXECUTOR,), DISTRICT),
    "deputy": User("deputy", (HEAD, EXECUTOR), DISTRICT),
    "stranger": User("stranger", (HEAD,), office("another department")),
    "p-17": User("p-17", (APPELLANT,)),
}
PASSWORD: Final = "demo"


def basic(header: str, users: Mapping[str, User] = STAFF, password: str = PASSWORD) -> User | None:
    """Who signs in by HTTP Basic, all with one password: for a demonstration. A host asks its own directory."""
    scheme, _, text = header.partition(" ")
    try:
        name, _, given = base64.b64decode(text, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    right = hmac.compare_digest(given.encode(), password.encode())
    return users.get(name) if scheme.lower() == "basic" and right else None


def first_cases(store: Store[Appeal, AppealAction], at: DateTime) -> None:
    """Something to look at, in a new file."""
    if next(store.cases(), None) is not None:
        return
    desk, head = (Actor(STAFF[name].id, STAFF[name].roles[0], DISTRICT.id) for name in ("desk", "head"))
    for number in range(1, 4):
        then = at.subtract(days=7 * number, minutes=30)
        appeal = store.begin(
            Receive(
                at=then, by=desk, case=f"{then.year}/{number}", kind=COMPLAINT, form=Form.WRITTEN, channel=Channel.POST,
                office=DISTRICT, appellants=(Person("p-17"),),
            )
        )  # fmt: skip
        register = Register(at=then.add(minutes=10), by=desk, number=str(number))
        assign = Assign(at=then.add(minutes=20), by=head, executors=("officer",))
        for action in (register, assign)[: number - 1]:
            store.apply(appeal.id, lambda _, action=action: action)  # type: ignore[misc]  # it is called at once


def serve(path: Path, port: int) -> None:
    """Serve the cases of a file on this machine alone, until interrupted."""

    def clock() -> DateTime:
        return now(DISTRICT.tz)

    with Store(path, APPEAL) as store, tcp_socket() as listening:
        first_cases(store, clock())
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        print(f"{address}/ (password {PASSWORD}, as one of: {', '.join(STAFF)})", flush=True)
        config = uvicorn.Config(make_app(store, clock, basic), log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[listening])


def tcp_socket() -> socket.socket:
    """A socket that says it speaks TCP: only then does asyncio send a small answer at once. Else each waits 40 ms."""
    return socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)


def main() -> None:
    """Serve a file, or a temporary one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="where the cases are kept; without it, a temporary file")
    parser.add_argument("--port", type=int, default=8000, help="0 for any that is free (8000)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        serve(given.file or Path(folder) / "appeals.sqlite", given.port)


if __name__ == "__main__":
    main()
