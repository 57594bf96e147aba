"""What a host has said: where cases are kept, who signs in, who may see what, in which words it is told."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated as An, Final

from attrs import field, frozen
from pendulum import DateTime
from starlette.requests import Request

from prcomm.adapters.json import Codec
from prcomm.adapters.store import NoCase
from prcomm.adapters.web.addresses import Addresses
from prcomm.adapters.web.commands import AnyCodec, role_of, roles_in
from prcomm.adapters.web.cursors import Cursors
from prcomm.adapters.web.keeping import Cases
from prcomm.adapters.web.languages import language
from prcomm.adapters.web.people import May, User, Who
from prcomm.adapters.web.problems import Problem, absent, faulty
from prcomm.adapters.web.views import Seen, Telling
from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Entity, State
from prcomm.labels import Labels
from prcomm.processes import AnyLifecycle

AnyEntity = Entity[State]

NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")


@frozen(eq=False)
class Host:
    """What a host has said."""

    store: An[Cases, "where the cases are kept"]
    lifecycles: An[Mapping[str, AnyLifecycle], "the processes by name"]
    who: An[Who, "who signs in"]
    may: An[May, "who may see which case"]
    labels: An[Labels, "the words"]
    reference: An[str, "the address of the reference, where refusals and terms are told why; empty without one"]
    offices: An[Mapping[str, Office], "by its id each office at which somebody who works for none may begin a case"]
    challenge: An[str, "what is answered to whoever has not signed in, as ``WWW-Authenticate`` has it"]
    cursors: An[Cursors, "what makes the cursors of lists"]
    codecs: dict[str, AnyCodec] = field(factory=dict, init=False)
    said: dict[str, dict[object, str]] = field(factory=dict, init=False)

    def codec(self, lifecycle: AnyLifecycle) -> AnyCodec:
        """What reads the actions of a process; it is made once."""
        known = self.codecs.get(lifecycle.name)
        if known is None:
            known = self.codecs[lifecycle.name] = Codec(lifecycle)
        return known

    # -- who

    def user(self, request: Request) -> User:
        """Whoever has signed in. Raises ``Problem`` for nobody."""
        user = self.who(request)
        if user is None:
            raise Problem(401, "nobody is signed in", {"WWW-Authenticate": self.challenge})
        return user

    def lifecycle(self, process: str) -> AnyLifecycle:
        """The process of a name. Raises ``Problem`` for none."""
        found = self.lifecycles.get(process)
        if found is None:
            raise absent()
        return found

    def opened(self, user: User, lifecycle: AnyLifecycle, case: str) -> AnyEntity:
        """A case that somebody may see. Raises ``Problem``, the same for one that is not there."""
        if not case.isprintable():  # no reference has what can't be seen in it, and no database takes all of that
            raise absent()
        try:
            entity = self.store.open(lifecycle, case)
        except NoCase:
            raise absent() from None
        self.ask(user, entity)
        return entity

    def ask(self, user: User, entity: AnyEntity) -> None:
        """Raise ``Problem`` for a case that somebody may not see."""
        if not self.may(user, entity):
            raise absent()

    def actors(self, user: User, lifecycle: AnyLifecycle, request: Request) -> tuple[Actor, ...]:
        """As whom somebody might act: in the role that they name, or in each of theirs."""
        if "acting-as" in request.headers:
            return (user.acting(role_of(user, lifecycle, request)),)
        return tuple(user.acting(role) for role in roles_in(user, lifecycle))

    # -- when, and how it is told

    def now(self, entity: AnyEntity) -> DateTime:
        """Now on the clock of a case; its last record, if that is later."""
        return max(entity.office.instant(self.store.clock()), entity.history[-1].action.at)

    def seen(self, lifecycle: AnyLifecycle, entity: AnyEntity, actors: Sequence[Actor]) -> Seen:
        """A case as they see it now."""
        return Seen(lifecycle, entity, self.now(entity), tuple(actors))

    def telling(self, request: Request, lang: str | None = None) -> Telling:
        """How whoever asks is told: in the language they prefer, or in another."""
        asked = lang or request.headers.get("accept-language")
        to = Addresses(str(request.scope.get("root_path", "")).rstrip("/"))
        lang = language(asked, self.labels.languages)
        return Telling(lang, self.labels, to, self.reference, self.said.setdefault(lang, {}))

    # -- lists

    def place(self, request: Request, user: User, of: str) -> str:
        """Where a list goes on. Raises ``Problem`` for a cursor that was not made for it."""
        place = self.cursors.read(request.query_params.get("after", ""), f"{user.id}\n{of}")
        if place is None:
            raise faulty([{"path": "after", "text": "a cursor that this list has given you belongs here"}])
        return place

    def cursor(self, place: str, user: User, of: str) -> str:
        """The cursor of a place in a list; empty at the end."""
        return self.cursors.made(place, f"{user.id}\n{of}")


def number(request: Request, name: str) -> int | None:
    """A number in the query; ``None`` without it. Raises ``Problem`` for what is none."""
    given = request.query_params.get(name)
    if given is None:
        return None
    if not NUMBER.fullmatch(given):
        raise faulty([{"path": name, "text": "a whole number from 1 belongs here"}])
    return int(given)
