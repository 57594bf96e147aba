"""What is done: cases are begun and moved, each command once.

The library judges, the store writes, and this translates. Nobody learns of a case that they may not see: it is asked
first, and again before an answer is given once more. No answer is kept: it is made again out of the records as they
stood, at the instant at which it was entered.
"""

import re
from typing import Annotated as An, Final

from attrs import frozen
from pendulum import DateTime
from starlette.requests import Request
from starlette.responses import Response

from prcomm.adapters.store import CaseExists, Key, KeyReused, KeyTaken, NotYet, Stale, TooLate
from prcomm.adapters.web import views
from prcomm.adapters.web.addresses import IN_AN_ADDRESS, link
from prcomm.adapters.web.commands import Command, Given
from prcomm.adapters.web.host import AnyEntity, Host
from prcomm.adapters.web.problems import Problem, answer, bad_input, faulty, in_language, refused
from prcomm.adapters.web.schemas import HAL, references
from prcomm.adapters.web.views import Seen, Telling
from prcomm.core.engine.verdicts import Refused
from prcomm.core.table.entities import Action
from prcomm.core.values.errors import BadInput, NotInForce
from prcomm.processes import AnyLifecycle

ADDRESSABLE: Final = re.compile(IN_AN_ADDRESS)


@frozen(eq=False)
class Doing:
    """What is done."""

    host: An[Host, "what the host has said"]

    def begin(self, request: Request, process: str, body: bytes) -> Response:
        """Begin a case."""
        user, lifecycle = self.host.user(request), self.host.lifecycle(process)
        command = Command.read(request, user, lifecycle, body)
        return _Once(self.host, lifecycle, command, self.host.telling(request)).answered()

    def act(self, request: Request, process: str, case: str, body: bytes) -> Response:
        """Do something about a case."""
        user, lifecycle = self.host.user(request), self.host.lifecycle(process)
        command = Command.read(request, user, lifecycle, body)
        self.host.opened(user, lifecycle, case)
        return _Once(self.host, lifecycle, command, self.host.telling(request), case).answered()


@frozen(eq=False)
class _Once:
    """A command that is done once, however often it comes.

    Attributes:
        case: the case it is about; empty for one that begins a case.
    """

    host: Host
    lifecycle: AnyLifecycle
    command: Command
    tell: Telling
    case: str = ""

    def answered(self) -> Response:
        """Do it, unless it was done before."""
        try:
            return self._before() or (self._acted() if self.case else self._begun())
        except (BadInput, NotInForce) as error:
            raise bad_input(error) from None
        except NotYet:
            raise faulty([{"path": "at", "text": "it is later than now"}]) from None
        except TooLate as error:
            raise faulty([{"path": "at", "text": str(error)}]) from None
        except KeyReused:
            raise faulty([{"path": "", "text": "that Idempotency-Key was used for another request"}]) from None
        except KeyTaken:  # for a refusal, by the same command in the same moment
            return self._before() or self._contended()

    # -- the first time

    def _begun(self) -> Response:
        given = self.command.given()
        action = self._action(given, None, self.host.store.clock())
        name = references(self.lifecycle).get(type(action).__name__, "")
        self._addressable(given.text(name), name)  # as it was sent: the action has it in its one form
        try:
            entity = self.host.store.begin(
                self.lifecycle, action, signed_in=self.command.user.id, also=self._fits, key=self.key,
                late_because=given.late_because,
            )  # fmt: skip
        except CaseExists:
            return self._kept(0) or self._taken()
        except Refused as error:
            return self._kept(0) or self._refusal(error, None)
        return self._told(entity)

    def _acted(self) -> Response:
        given = self.command.given()
        seen: list[AnyEntity] = []

        def decide(entity: AnyEntity) -> Action:
            seen[:] = [entity]
            self.host.ask(self.command.user, entity)
            if self.command.tags is not None and str(entity.version) not in self.command.tags:
                raise Stale(self.lifecycle.name, self.case, 0, entity.version)
            return self._action(given, entity, self.host.store.clock())

        try:
            entity = self.host.store.apply(
                self.lifecycle, self.case, decide, signed_in=self.command.user.id, key=self.key,
                late_because=given.late_because,
            )  # fmt: skip
        except Stale as stale:
            return self._before() or _stale(stale)
        except Refused as error:
            return self._kept(seen[0].version) or self._refusal(error, seen[0])
        return self._told(entity)

    def _action(self, given: Given, entity: AnyEntity | None, at: DateTime) -> Action:
        """What is asked for, done at an instant if it does not say when. Raises ``Problem`` with every fault."""
        codec = self.host.codec(self.lifecycle)
        if entity is not None:
            return given.action(codec, self.command.by, entity.office, entity.office.instant(at))
        at_office, office = given.at_office(self.command.user, self.host.offices)
        return at_office.action(codec, self.command.by, office, at if office is None else office.instant(at))

    def _fits(self, _: object, entity: AnyEntity) -> None:
        """Raise what is answered to a beginning of what could not be looked at."""
        self._addressable(entity.id, "")
        if not self.host.may(self.command.user, entity):
            raise Problem(403, "you may not see what you would begin")

    @staticmethod
    def _addressable(reference: str | None, path: str) -> None:
        if reference is not None and not ADDRESSABLE.fullmatch(reference):
            raise faulty([{"path": path, "text": "it can't stand in an address"}])

    # -- and once more

    @property
    def key(self) -> Key | None:
        """The key under which the store knows the command."""
        command = self.command
        return Key(command.user.id, command.key, command.asked) if command.key else None

    def _before(self) -> Response | None:
        """The answer that was given to a command of that key, made again, if they may still see the case."""
        kept = None if self.key is None else self.host.store.kept(self.key)
        if kept is None:
            return None
        entity = self.host.opened(self.command.user, self.lifecycle, kept.case) if kept.case else None
        stood = None if entity is None else self.lifecycle.restore(entity.history[: kept.version])
        if not kept.refused and stood is not None:
            return self._told(stood)
        action = self._action(self.command.given(), stood, kept.recorded)
        verdict = self.lifecycle.explain(stood, action)
        return self._taken() if verdict.accepted else self._refusal(Refused(verdict), stood)

    def _kept(self, version: int) -> Response | None:
        """A refusal is the answer of its key from then on; of two at once the first."""
        if self.key is None:
            return None
        self.host.store.keep_refusal(self.key, self.lifecycle, self.case, version)
        return self._before()

    # -- answers

    def _told(self, entity: AnyEntity) -> Response:
        """How the case stands after it, at the instant at which it was entered."""
        headers = {"ETag": f'"{entity.version}"', **in_language(self.tell.lang)}
        if not self.case:
            headers["Location"] = self.tell.to.case(self.lifecycle.name, entity.id)
        view = views.case_view(self._seen(entity, entity.history[-1].known), self.tell)
        return answer(200 if self.case else 201, view, headers, HAL)

    def _seen(self, entity: AnyEntity, at: DateTime) -> Seen:
        return Seen(self.lifecycle, entity, entity.office.instant(at), (self.command.by,))

    def _refusal(self, error: Refused, entity: AnyEntity | None) -> Response:
        """Every reason against it, and what may be done instead."""
        to, name = self.tell.to, self.lifecycle.name
        if entity is None:
            may = views.beginnings_view(self.lifecycle, (self.command.by.role,), self.tell)
            links = {"collection": link(to.cases(name))}
        else:
            seen = self._seen(entity, max(error.verdict.action.at, entity.history[-1].action.at))
            may = views.allowed_view(seen, self.tell)
            links = {"case": link(to.case(name, entity.id))}
        return refused(error, self.lifecycle, self.tell, may, links).response()

    def _taken(self) -> Response:
        """A reference stands for one case, whoever may see it."""
        detail = "there is a case of that reference already"
        return Problem(409, detail, reasons=[], allowed=[], _links={}).response()

    @staticmethod
    def _contended() -> Response:
        return Problem(503, "the same command is under way", {"Retry-After": "1"}).response()


def _stale(stale: Stale) -> Response:
    return Problem(412, "look at it again", {"ETag": f'"{stale.version}"'}, version=stale.version).response()
