"""What is looked at: the processes, their cases, a case, what an office owes; for programs and for people."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated as An, Final

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response

from prcomm.adapters.store import NoCase
from prcomm.adapters.web import pages, views
from prcomm.adapters.web.host import AnyEntity, Host, number
from prcomm.adapters.web.pages import Listed, Owed, PageFrame
from prcomm.adapters.web.people import User, own
from prcomm.adapters.web.problems import HEADERS, Problem, absent, answer, faulty, in_language
from prcomm.adapters.web.schemas import FORM, HAL, form
from prcomm.adapters.web.views import Telling
from prcomm.core.table.dues import Due
from prcomm.processes import AnyLifecycle

PAGE: Final = 50
"""How many cases or dues stand in a list at once."""
ON_THE_FRONT: Final = 5
"""How many cases of each process, and"""
DUES_ON_THE_FRONT: Final = 10
"""how many dues stand on the page with which a reader begins."""
EXAMINED: Final = 500
"""How many are looked at for one list at most; for whoever may see few of many it goes on from there."""
MOST_ROLES: Final = 8
"""How many roles of whoever has signed in are named at the head of a page."""
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@frozen(eq=False)
class Looking:
    """What is looked at."""

    host: An[Host, "what the host has said"]

    # -- for programs

    def entry(self, request: Request) -> Response:
        """Where a program begins."""
        self.host.user(request)
        tell = self.host.telling(request)
        return _answered(views.entry_view(self.host.lifecycles.values(), tell), tell)

    def cases(self, request: Request, process: str) -> Response:
        """The cases of a process."""
        user, tell = self.host.user(request), self.host.telling(request)
        lifecycle = self.host.lifecycle(process)
        place = self.host.place(request, user, process)
        found, further = self._listed(user, lifecycle, place, PAGE)
        roles = [by.role for by in self.host.actors(user, lifecycle, request)]
        cursor = self.host.cursor(further, user, process)
        return _answered(views.list_view(lifecycle, found, cursor, roles, tell), tell)

    def case(self, request: Request, process: str, case: str) -> Response:
        """A case."""
        user, tell = self.host.user(request), self.host.telling(request)
        lifecycle, before = self.host.lifecycle(process), number(request, "before")
        actors = self.host.actors(user, lifecycle, request)
        seen = self.host.seen(lifecycle, self.host.opened(user, lifecycle, case), actors)
        return _answered(views.case_view(seen, tell, before), tell, {"ETag": f'"{seen.entity.version}"'})

    def dues(self, request: Request) -> Response:
        """What an office owes."""
        user, tell = self.host.user(request), self.host.telling(request)
        asked = _days(request)
        owed, further = self._owed(user, asked, self.host.place(request, user, "dues"), PAGE)
        cursor = self.host.cursor(further, user, "dues")
        query = {name: day.isoformat() for name, day in asked.items()}
        return _answered(
            views.dues_view(((one.lifecycle, one.entity, one.due, one.status) for one in owed), cursor, query, tell),
            tell,
        )

    def form(self, request: Request, process: str, action: str) -> Response:
        """The form of an action."""
        self.host.user(request)
        lifecycle = self.host.lifecycle(process)
        if action not in {kind.__name__ for kind in lifecycle.actions}:
            raise absent()
        return answer(200, form(lifecycle, action, self.host.offices), {}, FORM)

    # -- for people

    def front(self, request: Request) -> Response:
        """The processes with their cases, and what is owed."""
        user, tell = self.host.user(request), self._telling(request)
        several = [self._card(request, user, one, tell, "", ON_THE_FRONT) for one in self.host.lifecycles.values()]
        owed, further = (None, "") if user.office is None else self._owed(user, {}, "", DUES_ON_THE_FRONT)
        more = tell.to.agenda(lang=tell.lang) if further else ""
        return _page(pages.front_page(several, owed, more, self._around(request, user, tell)), tell)

    def list_page(self, request: Request, process: str) -> Response:
        """The cases of a process as a page."""
        user, tell = self.host.user(request), self._telling(request)
        lifecycle = self.host.lifecycle(process)
        listed = self._card(request, user, lifecycle, tell, self.host.place(request, user, process), PAGE)
        return _page(pages.list_page(listed, self._around(request, user, tell)), tell)

    def page(self, request: Request, process: str, case: str) -> Response:
        """A case as a page."""
        user, tell = self.host.user(request), self._telling(request)
        lifecycle, before = self.host.lifecycle(process), number(request, "before")
        entity = self.host.opened(user, lifecycle, case)
        seen = self.host.seen(lifecycle, entity, self.host.actors(user, lifecycle, request))
        return _page(pages.case_page(seen, self._around(request, user, tell), before), tell)

    def agenda(self, request: Request) -> Response:
        """What an office owes as a page."""
        user, tell = self.host.user(request), self._telling(request)
        owed, further = self._owed(user, {}, self.host.place(request, user, "dues"), PAGE)
        cursor = self.host.cursor(further, user, "dues")
        more = tell.to.agenda(after=cursor, lang=tell.lang) if cursor else ""
        return _page(pages.agenda_page(owed, more, self._around(request, user, tell)), tell)

    def problem(self, request: Request, status: int, headers: Mapping[str, str]) -> Response:
        """What is shown instead of a page."""
        tell = self._telling(request)
        shown = _page(pages.problem_page(status, PageFrame(tell, "", {})), tell, status)
        shown.headers.update(headers)
        return shown

    def _telling(self, request: Request) -> Telling:
        return self.host.telling(request, request.query_params.get("lang"))

    def _around(self, request: Request, user: User, tell: Telling) -> PageFrame:
        path = tell.to.root + request.url.path.removeprefix(tell.to.root)
        kept = [(name, value) for name, value in request.query_params.items() if name in ("after", "before")]
        here = {lang: pages.address(path, kept, lang) for lang in self.host.labels.languages}
        roles = ", ".join(tell.say(role) for role in user.roles[:MOST_ROLES])
        return PageFrame(tell, f"{user.id} ({roles})" if roles else user.id, here)

    def _card(
        self, request: Request, user: User, lifecycle: AnyLifecycle, tell: Telling, place: str, most: int
    ) -> Listed:
        found, further = self._listed(user, lifecycle, place, most)
        cursor = self.host.cursor(further, user, lifecycle.name)
        more = tell.to.list_page(lifecycle.name, after=cursor, lang=tell.lang) if cursor else ""
        roles = (by.role for by in self.host.actors(user, lifecycle, request))
        begun_by = tuple(dict.fromkeys(action for action, _ in views.begins(lifecycle, roles)))
        return Listed(lifecycle, found, more, begun_by)

    # -- what they may see

    def _listed(self, user: User, lifecycle: AnyLifecycle, place: str, most: int) -> tuple[list[AnyEntity], str]:
        """The cases of a process that somebody may see, from a place on; and where they go on."""
        mine = user.office.id if self.host.may is own and user.office is not None else None
        found: list[AnyEntity] = []
        for n, entity in enumerate(self.host.store.cases(lifecycle, office=mine, after=place)):
            if len(found) == most or n == EXAMINED:
                return found, place
            place = entity.id
            if self.host.may(user, entity):
                found.append(entity)
        return found, ""

    def _owed(self, user: User, asked: Mapping[str, date], place: str, most: int) -> tuple[list[Owed], str]:
        """What an office owes in cases that somebody may see, from a place on; and where it goes on."""
        if user.office is None:
            raise Problem(403, "you work for no office")
        start, found = int(place or 0), list[Owed]()
        at = user.office.instant(self.host.store.clock())
        rows = self.host.store.dues(at, office=user.office.id, first=asked.get("first"), last=asked.get("last"))
        for n in range(start, len(rows)):
            if len(found) == most or n - start == EXAMINED:
                return found, str(n)
            row = rows[n]
            found += self._one(user, row.process, row.case, row.name, row.key)
        return found, ""

    def _one(self, user: User, process: str, case: str, name: str, key: str | None) -> Iterator[Owed]:
        """A due as its case has it, if they may see the case."""
        lifecycle = self.host.lifecycles.get(process)
        if lifecycle is None:
            return
        try:
            entity = self.host.store.open(lifecycle, case)
        except NoCase:
            return
        if self.host.may(user, entity):
            at = self.host.now(entity)
            for due in lifecycle.due(entity, at, open=True):
                if due.name == name and _key(due) == key:
                    yield Owed(lifecycle, entity, due, due.status(at))


def _key(due: Due) -> str | None:
    return None if due.key is None else str(due.key)


def _days(request: Request) -> dict[str, date]:
    """The days in a query. Raises ``Problem`` with every one that is none."""
    found: dict[str, date] = {}
    faults: list[Mapping[str, str]] = []
    for name in ("first", "last"):
        text = request.query_params.get(name)
        if text is None:
            continue
        try:
            if not DAY.fullmatch(text):
                raise ValueError
            found[name] = date.fromisoformat(text)
        except ValueError:
            faults.append({"path": name, "text": "a day, as 2026-03-04, belongs here"})
    if faults:
        raise faulty(faults)
    return found


def _answered(document: object, tell: Telling, headers: Mapping[str, str] | None = None) -> Response:
    return answer(200, document, {**in_language(tell.lang), **(headers or {})}, HAL)


def _page(page: pages.Page, tell: Telling, status: int = 200) -> Response:
    headers = {**HEADERS, **in_language(tell.lang), "Content-Security-Policy": page.policy}
    return Response(page.text.encode("utf-8", "replace"), status, headers, "text/html; charset=utf-8")
