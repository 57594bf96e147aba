"""The application: which address leads where, and what is answered if something is wrong."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from secrets import token_bytes
from traceback import extract_tb
from typing import Final, Protocol, cast

from fastapi import FastAPI
from sqlalchemy.exc import OperationalError, TimeoutError as PoolTimeout
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from prcomm.adapters.store import Contended, OldIndex
from prcomm.adapters.web.commands import body_of
from prcomm.adapters.web.cursors import Cursors
from prcomm.adapters.web.doing import Doing
from prcomm.adapters.web.host import Host
from prcomm.adapters.web.keeping import Cases
from prcomm.adapters.web.looking import Looking
from prcomm.adapters.web.people import May, Who
from prcomm.adapters.web.problems import HEADERS, TITLES, Problem, answer
from prcomm.adapters.web.schemas import openapi
from prcomm.core.sources.people import Office
from prcomm.core.values.errors import BadInput
from prcomm.labels import LABELS, Labels
from prcomm.processes import AnyLifecycle

LOG: Final = logging.getLogger("prcomm.adapters.web")
BEAT: Final = 0.05
"""Seconds: what is not there, or not theirs to see, is answered at a multiple of this after it was asked for."""
RECOUNTED_IN: Final = "60"
"""Seconds after which to ask again for what is owed, while it is counted anew."""
CHALLENGE: Final = 'Basic realm="cases", charset="UTF-8"'
Work = Callable[[], Response]
Shown = Callable[[Request, Problem], Response]


class Named(Protocol):
    """A lifecycle of whatever entity and actions."""

    @property
    def name(self) -> str: ...


def app(
    store: Cases,
    lifecycles: Iterable[Named] = (),
    *,
    who: Who,
    may: May,
    labels: Labels = LABELS,
    reference: str = "",
    offices: Iterable[Office] = (),
    challenge: str = CHALLENGE,
    title: str = "prcomm",
    secret: bytes | None = None,
) -> FastAPI:
    """The cases of any lifecycles over HTTP: for programs with links to follow, for people as pages.

    Mount it in an application of your own: ``host.mount("/cases", app(store, …))``. It has no cookies, no settings and
    nothing global. What it is asked for is told at ``/openapi.json``.

    Raises ``BadInput`` for a lifecycle that the store does not keep.

    Args:
        store: where the cases are kept: ``prcomm.adapters.store.Store``, or a store of your own that has what ``Cases``
            says.
        lifecycles: those of its lifecycles that are served; all of them without it.
        who: who signs in with a request: your directory, or your session.
        may: who may see a case, and act on it as far as the law lets them: ``own``, or a rule of yours.
        labels: the words; with those of your own processes: ``LABELS.extended(read("loan.csv", of=LOAN))``.
        reference: the address of the reference, if refusals and terms are to lead to why they are so.
        offices: at which offices somebody who works for none may begin a case.
        challenge: what is answered to whoever has not signed in, as ``WWW-Authenticate`` has it.
        title: what it is called.
        secret: at least 16 bytes, the same in each process, where several serve one store behind one address.
    """
    host = Host(
        store, _served(store, lifecycles), who, may, labels, reference.rstrip("/"), {one.id: one for one in offices},
        challenge, Cursors(secret or token_bytes(32)),
    )  # fmt: skip
    looking, doing = Looking(host), Doing(host)
    web = FastAPI(title=title, version="1", docs_url=None, redoc_url=None, openapi_url=None)

    def get(path: str, look: Callable[..., Response]) -> None:
        async def answered(request: Request) -> Response:
            return await _answered(lambda: look(request, **request.path_params), request, _as_document)

        web.add_route(path, answered, methods=["GET"])

    def page(path: str, look: Callable[..., Response]) -> None:
        def shown(request: Request, problem: Problem) -> Response:
            return looking.problem(request, problem.status, problem.headers)

        async def answered(request: Request) -> Response:
            return await _answered(lambda: look(request, **request.path_params), request, shown)

        web.add_route(path, answered, methods=["GET"])

    def post(path: str, do: Callable[..., Response]) -> None:
        async def answered(request: Request) -> Response:
            try:
                body = await body_of(request)
            except Problem as problem:
                return problem.response()
            except ClientDisconnect:  # nobody is there to be told
                return Problem(400, "the body ended before its end").response()
            return await _answered(lambda: do(request, **request.path_params, body=body), request, _as_document)

        web.add_route(path, answered, methods=["POST"])

    page("/", looking.front)
    get("/cases", looking.entry)
    get("/cases/{process}", looking.cases)
    post("/cases/{process}", doing.begin)
    get("/cases/{process}/{case:path}", looking.case)
    post("/cases/{process}/{case:path}", doing.act)
    get("/dues", looking.dues)
    page("/agenda", looking.agenda)
    page("/pages/{process}", looking.list_page)
    page("/pages/{process}/{case:path}", looking.page)
    get("/schemas/{process}/{action}", looking.form)
    _tell_of_itself(web, host)
    web.add_exception_handler(HTTPException, _of_the_framework)
    return web


def _served(store: Cases, lifecycles: Iterable[Named]) -> Mapping[str, AnyLifecycle]:
    """The lifecycles that are served. Raises ``BadInput`` for one that the store does not keep."""
    named = tuple(lifecycles)
    faults = [f"lifecycles: the store does not keep the {one.name}" for one in named if not _keeps(store, one)]
    if faults:
        raise BadInput("a web application", tuple(faults))
    names = [one.name for one in named] or list(store.lifecycles)
    return {str(name): store.lifecycles[name] for name in names}


def _keeps(store: Cases, lifecycle: Named) -> bool:
    kept: object = store.lifecycles.get(lifecycle.name)
    return kept is lifecycle


def _tell_of_itself(web: FastAPI, host: Host) -> None:
    """Let it tell what it may be asked, at ``/openapi.json``; the document is made when it is first asked for."""

    @cache
    def document() -> dict[str, object]:
        made = openapi(host.lifecycles.values(), web.title, host.offices)
        scheme = host.challenge.partition(" ")[0].lower()
        cast("dict[str, object]", made["components"])["securitySchemes"] = {"host": {"type": "http", "scheme": scheme}}
        return {**made, "security": [{"host": []}]}

    @lru_cache(maxsize=8)
    def body(root: str) -> bytes:
        where = {"servers": [{"url": root}]} if root else {}
        return bytes(answer(200, {**document(), **where}, {}, "").body)

    async def told(request: Request) -> Response:
        root = str(request.scope.get("root_path", "")).rstrip("/")
        return Response(await run_in_threadpool(body, root), 200, HEADERS, "application/json")

    web.add_route("/openapi.json", told, methods=["GET"])
    web.openapi = document  # type: ignore[method-assign]  # the way FastAPI tells to replace it


async def _answered(work: Work, request: Request, shown: Shown) -> Response:
    """What comes of some work, whatever comes of it."""
    began = time.monotonic()
    try:
        return await run_in_threadpool(work)
    except HTTPException:
        raise  # of the host's own: another address to sign in at, for one
    except Exception as error:  # whatever it is, its text may name somebody
        problem = _problem(error, request)
        if problem.status == 404:
            await asyncio.sleep(wait(time.monotonic() - began))
        return shown(request, problem)


def _problem(error: Exception, request: Request) -> Problem:
    """What is told of an error. It names nobody, and nor does what is logged of it."""
    match error:
        case Problem():
            return error
        case OldIndex():
            told = "what is owed is counted anew under another law; ask again later"
            return Problem(503, told, {"Retry-After": RECOUNTED_IN})
        case Contended():
            return Problem(503, "others were faster, and nothing was done; ask again", {"Retry-After": "1"})
        case OperationalError() | PoolTimeout():
            LOG.error("%s, answering %s", where(error), request.method)
            return Problem(503, "the database does not answer now, and nothing was done", {"Retry-After": "5"})
        case _:
            LOG.error("%s, answering %s", where(error), request.method)
            return Problem(500, "it was not done, or not told")


def _as_document(_: Request, problem: Problem) -> Response:
    return problem.response()


def wait(took: float) -> float:
    """How long an answer waits, in seconds, so that nobody can tell from it how long it took."""
    return BEAT - took % BEAT


def where(error: BaseException) -> str:
    """What went wrong, by its class and the line where; never by its words."""
    frames = extract_tb(error.__traceback__)
    line = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}{line}"


def _of_the_framework(_: Request, error: Exception) -> Response:
    status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
    return Problem(status, TITLES.get(status, "it was not done"), headers).response()
