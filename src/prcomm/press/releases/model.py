"""The release: its states, what it says of whom, under which embargo it stands, and what is kept of it."""

from enum import Enum
from typing import Annotated as An

from attrs import field, frozen
from pendulum import DateTime

from prcomm.core.sources.people import Person, hidden
from prcomm.core.table.entities import Entity, Item, Phase, Reference, State, earlier
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import BadInput

__all__ = [
    "OUT", "SENT", "UNSENT", "DataRequest", "DataState", "Embargo", "Mention", "NamingGround", "Pending", "Permission",
    "Permitter", "Release", "ReleaseState", "Shown", "Use", "blocked",
]  # fmt: skip


class ReleaseState(State):
    """Where a release stands."""

    DRAFTED = 1, Phase.PLAN
    SUBMITTED = 2, Phase.PLAN
    APPROVED = 3, Phase.PLAN
    EMBARGOED = 4, Phase.PLAN
    PUBLISHED = 5, Phase.FEEDBACK
    CORRECTED = 6, Phase.FEEDBACK
    WITHDRAWN = 7, Phase.EVALUATION
    DROPPED = 8, Phase.EVALUATION


class DataState(State):
    """Where a request to correct personal data stands."""

    ASKED = 1
    CHANGED = 2
    DECLINED = 3


class Shown(Enum):
    """How a text shows somebody."""

    INITIALS_AND_BIRTH_YEAR = 1
    ROLE_ONLY = 2
    NAME = 3
    IDENTIFIABLE = 4
    """no name, yet the text tells who it is: a workplace, a post, a street"""


class NamingGround(Enum):
    """Why somebody may be named in full."""

    CONSENT = 1
    OFFICIAL_CAPACITY = 2
    WANTED = 3
    JUDGMENT_IN_FORCE = 4
    OTHER_LAW = 5


class Permitter(Enum):
    """Who may permit that materials of an investigation go out."""

    PROSECUTOR = 1
    INVESTIGATOR = 2
    INQUIRER = 3


class Use(Enum):
    """What may be done with a text."""

    PUBLISH = 1
    QUOTE = 2
    BROADCAST = 3


OF_INVESTIGATION = "whether it holds materials of an inquiry or investigation"
OF_CRIME_WORK = "whether its data were gained in fighting crime or keeping order"
OF_RESTRAINT = "whether it told of detention, custody, removal from office, a clinic or conviction"
S = ReleaseState
OUT = S.PUBLISHED | S.CORRECTED
"""It is out. It rests there: what is out may always prove wrong."""
SENT = OUT | S.WITHDRAWN
"""It was out once."""
UNSENT = S.DRAFTED | S.SUBMITTED | S.APPROVED | S.EMBARGOED
"""It was never out."""


@frozen
class Mention:
    """Somebody of whom a text tells. Nothing shows who; ``redacted()`` leaves the reference alone of them."""

    __rich_repr__ = as_shown

    person: An[Person, "who it is"] = field(repr=hidden)
    shown: An[Shown, "how the text shows them"]
    ground: An[NamingGround | None, "why they may be named in full"] = None

    @property
    def tells_who(self) -> bool:
        """Whether whoever reads it knows who it is."""
        return self.shown in (Shown.NAME, Shown.IDENTIFIABLE)


@frozen
class Permission:
    """That materials of an investigation may go out."""

    of: An[Permitter | None, "who gave it; ``None`` if it was anybody else"]
    number: An[str, "its number"]
    written: An[bool, "whether it is in writing"]


@frozen
class Embargo:
    """Until an instant, somebody does not use a text in some ways."""

    until: An[DateTime, "the instant, with a zone: at it the embargo has lapsed"]
    binds: An[tuple[str, ...], "whom it binds"]
    blocks: An[frozenset[Use], "what they may not do"]

    def __attrs_post_init__(self) -> None:
        if getattr(self.until, "tzinfo", None) is None:
            raise BadInput("an Embargo", ("until: an instant with its zone, not a day",))


@frozen
class Pending:
    """A text that is written and not yet let out: of a release that is out, its correction."""

    what: An[str, "of a correction, a reference to what it corrects"]
    digest: An[str, "the digest of its text"]
    authors: An[frozenset[str], "the ids of those who wrote it; of a correction, since the last one"]
    of_investigation: An[bool, OF_INVESTIGATION] = False
    tells_of_restraint: An[bool, OF_RESTRAINT] = False
    mentions: An[tuple[Mention, ...], "of whom it tells"] = ()


@frozen(kw_only=True)
class DataRequest(Item[DataState]):
    """Somebody asked that their data in the release be corrected."""


@frozen(kw_only=True)
class Release(Entity[ReleaseState]):
    """A text of the press service."""

    digest: An[str, "the digest of its text, as it was last written"]
    authors: An[frozenset[str], "the ids of those who wrote it"]
    of_investigation: An[bool, OF_INVESTIGATION] = False
    from_crime_work: An[bool, OF_CRIME_WORK] = False
    tells_of_restraint: An[bool, OF_RESTRAINT] = False
    mentions: An[tuple[Mention, ...], "of whom it tells"] = ()
    embargo: An[Embargo | None, "its embargo: it binds until its instant, published or not"] = None
    pending: An[Pending | None, "a correction that is not yet let out"] = None
    wrong: An[bool, "whether it is known to be wrong"] = False
    channels: An[tuple[str, ...], "the ids of the channels in which it was ever out"] = ()
    down: An[tuple[str, ...], "the ids of those from which it was taken down"] = ()
    demands: An[tuple[str, ...], "the demands to report a rehabilitation"] = ()
    corrections: An[tuple[DataRequest, ...], "what was asked about personal data in it"] = ()

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("release", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names: the channels in which it was out."""
        return tuple(Reference("channel", one) for one in self.channels)

    @property
    def is_out(self) -> bool:
        """Whether it is out: published or corrected, and not withdrawn."""
        return self.state in OUT

    @property
    def stands_in(self) -> tuple[str, ...]:
        """The ids of the channels in which it still stands."""
        return tuple(one for one in self.channels if one not in self.down)


def blocked(release: Release, use: Use, at: DateTime) -> bool:
    """Whether an embargo blocks a use at an instant: by the instant alone, whatever the state of the release."""
    embargo = release.embargo
    return embargo is not None and use in embargo.blocks and earlier(at, embargo.until)
