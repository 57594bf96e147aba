"""What is answered where a thing is not done: problem documents of RFC 9457, each with what may be done instead.

A case that somebody may not see is answered as one that is not there: the same bytes, and in the same time.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from starlette.responses import Response

from prcomm.adapters.json import BadDocument
from prcomm.adapters.web.views import Telling
from prcomm.adapters.whys import why_not
from prcomm.core.engine.verdicts import Refused
from prcomm.core.table.entities import Action
from prcomm.core.table.reasons import Reason
from prcomm.core.values.errors import BadInput, FaultsError, NotInForce
from prcomm.processes import AnyLifecycle

PROBLEM: Final = "application/problem+json"
HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}
"""What every answer has: nothing is loaded for it, nothing frames it, nobody keeps it."""
KINDS: Final[Mapping[int, str]] = {409: "refused", 412: "stale", 422: "bad-input", 503: "old-index"}
TITLES: Final[Mapping[int, str]] = {
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
    503: "Not now",
}
LONGEST: Final = 1000
"""How many characters of a text are told."""


class Problem(Exception):
    """What is answered instead.

    Args:
        status: the HTTP status.
        detail: what is wrong, in a sentence that names nobody.
        headers: further headers.
        more: further members of the document.
    """

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: object) -> None:
        self.status, self.headers = status, dict(headers or {})
        kind = KINDS.get(status)
        self.document: dict[str, object] = {
            "type": f"urn:prcomm:problem:{kind}" if kind else "about:blank",
            "title": TITLES.get(status, "It was not done"),
            "status": status,
            "detail": detail,
            **more,
        }
        super().__init__(detail)

    def response(self) -> Response:
        """The answer."""
        return answer(self.status, self.document, self.headers, PROBLEM)


def answer(status: int, document: object, headers: Mapping[str, str], kind: str) -> Response:
    """A JSON answer."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(body, status, {**HEADERS, **headers}, kind)


def absent() -> Problem:
    """There is no such case, or it is not theirs to see: nobody learns which."""
    return Problem(404, "there is no such case")


def faulty(faults: Sequence[Mapping[str, str]], more: int = 0) -> Problem:
    """What is wrong with what was sent: some of its faults, and how many there are."""
    n = len(faults) + more
    return Problem(422, f"{n} fault{'s' * (n != 1)}, nothing was done", faults=list(faults), more=more)


def bad_input(error: BadInput | NotInForce) -> Problem:
    """The faults of what can't be judged, each with its path where it has one."""
    if isinstance(error, BadDocument):
        return faulty([{"path": fault.path, "text": fault.text} for fault in error.found], error.more)
    if isinstance(error, FaultsError):
        return faulty([{"path": "", "text": fault} for fault in error.faults], error.more)
    return faulty([{"path": "at", "text": str(error)}])


def refused(
    error: Refused, lifecycle: AnyLifecycle, tell: Telling, may: Iterable[object], links: Mapping[str, object]
) -> Problem:
    """Every reason, with its articles, what would do, and where it is told why.

    Args:
        error: the refusal.
        lifecycle: of which process.
        tell: how it is told.
        may: what may be done now instead.
        links: where to go on.
    """
    verdict, say = error.verdict, tell.say
    reasons = [
        {
            "kind": reason.kind.value,
            "name": reason.name,
            "text": say(reason.text)[:LONGEST],
            "cites": tell.cites(reason.cites),
            "basis": reason.basis and reason.basis.name,
            "is_law": reason.is_law,
            "remedy": say(reason.remedy)[:LONGEST] if reason.remedy else "",
            **_why(lifecycle, type(verdict.action), reason, tell),
        }
        for reason in verdict.reasons
    ]
    told = {"reasons": reasons, "allowed": list(may), "_links": dict(links)}
    return Problem(409, say(verdict.head), in_language(tell.lang), **told)


def _why(lifecycle: AnyLifecycle, action: type[Action], reason: Reason, tell: Telling) -> Mapping[str, str]:
    """Where the reference says why, if there is one that has the process."""
    if not tell.reference:
        return {}
    try:
        return {"why": f"{tell.reference}/{why_not(lifecycle, action, reason, tell.lang)}"}
    except BadInput:  # a condition that stands in no row as it is told
        return {}


def in_language(lang: str) -> dict[str, str]:
    """What an answer says of its language."""
    return {"Content-Language": lang, "Vary": "Accept-Language"}
