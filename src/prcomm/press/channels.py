"""A channel of a body: where it speaks, what it posts and airs there, and what somebody else posted in its name.

That the ministry speaks through its own channels is reported; how a channel is run is, nearly all of it, a house rule.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Annotated as An

from attrs import evolve, frozen
from pendulum import Date, DateTime

from prcomm import (
    SAME,
    Action,
    Citation,
    Entity,
    Item,
    Kind,
    Lifecycle,
    Office,
    Part,
    Phase,
    Reference,
    State,
    Term,
    Until,
    given,
    guard,
    owes,
    part_rows,
    rows,
)
from prcomm.core.table.entities import earlier
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.press_acts import CM882, FROM_A_PUBLISHED_RELEASE, MIA_STATEMENTS, PQ4366
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.roles import CHIEF, TEAM


class ChannelKind(Kind):
    """What it is."""

    OFFICIAL_SITE = 1
    SOCIAL_PAGE = 2
    MESSENGER = 3
    OWN_PRINT = 4
    NEWS_AGENCY = 5
    TELEVISION = 6
    RADIO = 7
    STAND = 8
    BRIEFING_HALL = 9


class Family(Enum):
    """The families of channels that the article behind the project names."""

    MASS_COMMUNICATION = 1
    WIDE_MEDIA = 2
    PROGRAMMES = 3
    ONLINE = 4
    OTHER = 5


class ChannelState(State):
    """Where a channel stands."""

    DECLARED = 1, Phase.PLAN
    ACTIVE = 2, Phase.ACT
    COMPROMISED = 3, Phase.ACT
    SUSPENDED = 4, Phase.ACT
    RETIRED = 5, Phase.EVALUATION


class PostingState(State):
    """Where a posting stands."""

    STANDS = 1
    CONFIRMED = 2
    DISOWNED = 3


S, P, K = ChannelState, PostingState, ChannelKind
ON_AIR = K.TELEVISION | K.RADIO
BROKEN_INTO = S.DECLARED | S.COMPROMISED | S.SUSPENDED
IN_USE = S.ACTIVE | S.COMPROMISED | S.SUSPENDED
OPEN = S.DECLARED | IN_USE
OFFICIAL, PROGRAMMES = MIA_STATEMENTS("official channels"), SOURCE_ARTICLE(20)
FAMILIES: Mapping[ChannelKind, Family] = MappingProxyType(
    dict.fromkeys((K.OFFICIAL_SITE, K.SOCIAL_PAGE, K.MESSENGER), Family.ONLINE)
    | {K.OWN_PRINT: Family.MASS_COMMUNICATION, K.NEWS_AGENCY: Family.WIDE_MEDIA}
    | dict.fromkeys((K.TELEVISION, K.RADIO), Family.PROGRAMMES)
    | dict.fromkeys((K.STAND, K.BRIEFING_HALL), Family.OTHER)
)
"""To which family each kind belongs: house rule 112."""
FAMILY_CITES: Mapping[Family, Citation] = MappingProxyType(
    {family: SOURCE_ARTICLE(entry) for entry, family in enumerate(Family, 18)}
)
"""Each family is a means that the article names, in its order."""


@frozen(kw_only=True)
class Text:
    """What a channel carries: never a bare reference. What a release is at that instant is copied from its file."""

    file: An[Reference, "the file it comes from"]
    release: An[bool, "whether it goes out as a release"]
    out: An[bool, "of a release, whether it was published and is not known to be wrong"] = False
    blocked: An[bool, "of a release, whether an embargo blocks it"] = False

    @classmethod
    def of_file(cls, file: Reference) -> "Text":
        """What is no release: an announcement, an answer of another file."""
        return cls(file=file, release=False)


@frozen(kw_only=True)
class ChannelAction(Action):
    """What is done about a channel."""


@frozen(kw_only=True)
class Declare(ChannelAction):
    """The body says that it will speak there."""

    case: An[str, "the reference of the channel"]
    office: An[Office, "the body that speaks there"]
    kind: An[ChannelKind, "what it is"]
    act: An[str, "a reference to the act it rests on"]


@frozen(kw_only=True)
class Activate(ChannelAction):
    """The body speaks there from now on, or again."""

    act: An[str, "a reference to the act it rests on"]


@frozen(kw_only=True)
class NameNext(ChannelAction):
    """The day of the next airing is named, or that there is none."""

    next: An[Date | None, "the day of the next airing, if there is to be one"]


@frozen(kw_only=True)
class SetSlot(NameNext):
    """The day of the next airing is set, or set anew."""

    next: An[Date, "the day of the next airing"]


@frozen(kw_only=True)
class Air(NameNext):
    """The programme is aired."""

    what: An[Text, "what is aired"]


@frozen(kw_only=True)
class Compromise(ChannelAction):
    """It turns out that somebody else writes there: a breach."""

    since: An[DateTime, "since when, as far as is known"]


@frozen(kw_only=True)
class Recover(ChannelAction):
    """The breach is over, and the body speaks there again."""


@frozen(kw_only=True)
class Suspend(ChannelAction):
    """The body does not speak there for a time."""


@frozen(kw_only=True)
class Retire(ChannelAction):
    """The body speaks there no more, for good."""


@frozen(kw_only=True)
class Post(ChannelAction):
    """The press service posts something."""

    posting: An[str, "the reference of the posting"]
    what: An[Text, "what is posted"]


@frozen(kw_only=True)
class NotePosting(ChannelAction):
    """A posting is found that nobody of the press service wrote."""

    posting: An[str, "the reference of the posting"]
    posted: An[DateTime, "when it was posted"]


@frozen(kw_only=True)
class Confirm(ChannelAction):
    """A posting is the body's own word."""

    posting: An[str, "the reference of the posting"]


@frozen(kw_only=True)
class Disown(ChannelAction):
    """A posting is not the body's word."""

    posting: An[str, "the reference of the posting"]


@frozen(kw_only=True)
class Posting(Item[PostingState]):
    """Something posted in a channel."""

    posted: An[DateTime, "when it was posted"]
    what: An[Reference | None, "the file it comes from; none where nobody of the press service wrote it"] = None


@frozen(kw_only=True)
class Channel(Entity[ChannelState]):
    """A channel of a body."""

    kind: An[ChannelKind, "what it is"]
    postings: An[tuple[Posting, ...], "what was posted there"] = ()
    compromised_since: An[DateTime | None, "since when somebody else may write there, while that is so"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("channel", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        return tuple(dict.fromkeys(posting.what for posting in self.postings if posting.what is not None))


@frozen(kw_only=True)
class On:
    """A channel on which something goes out, as it stands at that instant."""

    channel: An[Reference, "the channel"]
    active: An[bool, "whether it is active: a suspended or compromised one is not"]

    @classmethod
    def of(cls, channel: Channel) -> "On":
        """That channel as it stands."""
        return cls(channel=channel.reference, active=authoritative(channel))


def authoritative(channel: Channel) -> bool:
    """Whether what stands there is the body's word."""
    return channel.state is S.ACTIVE


def doubtful(channel: Channel) -> tuple[Posting, ...]:
    """What was posted since a breach began, and is neither confirmed nor disowned."""
    since = channel.compromised_since
    if since is None:
        return ()
    return tuple(one for one in channel.postings if one.state is P.STANDS and not earlier(one.posted, since))


def is_out(channel: Channel, action: Air | Post) -> bool:
    return not action.what.release or action.what.out


it_is_out = given(  # what was aired before the resolution is not judged by it
    "what goes out as a release was published, and is not known to be wrong",
    FROM_A_PUBLISHED_RELEASE, is_out, since=CM882.adopted,
)  # fmt: skip


@guard("no embargo blocks it", HOUSE(119))
def nothing_blocks_it(channel: Channel, action: Air | Post) -> bool:
    return not action.what.blocked


@guard("what is no release names the file it belongs to", HOUSE(137))
def it_names_its_file(channel: Channel, action: Air | Post) -> bool:
    return action.what.release or action.what.file.process != "release"


@guard("it began no later than it is told", HOUSE(113))
def it_began_by_now(channel: Channel, action: Compromise) -> bool:
    return not earlier(action.at, action.since)


@guard("each posting since then is confirmed or disowned", HOUSE(113), remedy="confirm or disown each")
def nothing_is_doubtful(channel: Channel, action: Activate | Recover | Retire) -> bool:
    return not doubtful(channel)


def broken_into(channel: Channel, action: Compromise) -> Channel:
    """Of what was told of the beginning, the earliest holds."""
    known = channel.compromised_since
    since = action.since if known is None or earlier(action.since, known) else known
    return evolve(channel, compromised_since=since)


def healed(channel: Channel, action: Activate | Recover) -> Channel:
    return evolve(channel, compromised_since=None)


def posted(action: Post) -> Posting:
    return Posting(id=action.posting, posted=action.at, what=action.what.file)


def next_airing(channel: Channel, action: NameNext) -> Term | None:
    return None if action.next is None else Until(action.next)


row = rows(Channel, ChannelState, ChannelAction)
posting = part_rows(Channel, Posting, PostingState, ChannelAction)
owed = owes(Channel, ChannelAction)
# fmt: off
TRANSITIONS = (
    #   in state                  action      leads to       who may  under       given that, and then
    row.start(                    Declare,    S.DECLARED,    CHIEF,   HOUSE(112),
        given("it rests on an act", HOUSE(112), lambda a: bool(a.act), remedy="give it"), id="case"),
    row(S.DECLARED | S.SUSPENDED, Activate,   S.ACTIVE,      CHIEF,   OFFICIAL,
        given("it rests on an act", HOUSE(112), lambda c, a: bool(a.act), remedy="give it"),
        nothing_is_doubtful, then=healed),
    row(S.ACTIVE,                 SetSlot,    SAME,          CHIEF,   PROGRAMMES, only=ON_AIR),
    row(S.ACTIVE,                 Air,        SAME,          TEAM,    PROGRAMMES,
        it_is_out, nothing_blocks_it, it_names_its_file, only=ON_AIR),
    row(S.ACTIVE,                 Compromise, S.COMPROMISED, TEAM,    OFFICIAL,   it_began_by_now, then=broken_into),
    row(BROKEN_INTO,              Compromise, SAME,          TEAM,    OFFICIAL,   it_began_by_now, then=broken_into),
    row(S.COMPROMISED,            Recover,    S.ACTIVE,      CHIEF,   HOUSE(113), nothing_is_doubtful, then=healed),
    row(S.ACTIVE | S.COMPROMISED, Suspend,    S.SUSPENDED,   CHIEF,   HOUSE(112)),
    row(OPEN,                     Retire,     S.RETIRED,     CHIEF,   HOUSE(112), nothing_is_doubtful),
)
POSTINGS = Part("postings", "posting", (
    #       in state  action       leads to     who may  under           given that, and then
    posting.start(    Post,        P.STANDS,    TEAM,    PQ4366("tasks"),
        given("our own posting goes out on an active channel", OFFICIAL, lambda c, a: authoritative(c)),
        it_is_out, nothing_blocks_it, it_names_its_file, then=posted, since=PQ4366.adopted),
    posting.start(    NotePosting, P.STANDS,    TEAM,    HOUSE(113),
        given("it is noted while a breach is open", HOUSE(113), lambda c, a: c.compromised_since is not None),
        given("it was posted by now", HOUSE(113), lambda c, a: not earlier(a.at, a.posted)), id="posting"),
    posting(P.STANDS, Confirm,     P.CONFIRMED, CHIEF,   HOUSE(113)),
    posting(P.STANDS, Disown,      P.DISOWNED,  CHIEF,   HOUSE(113)),
), during=IN_USE)
DEADLINES = (
    #    what is owed begins          within       met by  owed by
    owed("airing",    (SetSlot, Air), next_airing, Air,    CHIEF,  (PROGRAMMES, HOUSE(114)),
         owed.moved(SetSlot, lambda c, a, running: Until(a.next)), until=(Suspend, Retire), only=ON_AIR),
)
# fmt: on
CHANNEL = Lifecycle("channel", TRANSITIONS, DEADLINES, law=UZ, parts=(POSTINGS,), final=S.RETIRED)
"""The channel of a body, from the act that declares it until it is retired."""
CHANNEL_CITES = (SOURCE_ARTICLE(23),)
"""The article behind the project: new channels are to be used."""
