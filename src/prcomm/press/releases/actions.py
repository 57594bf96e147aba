"""What is done about a release."""

from collections.abc import Iterable
from typing import Annotated as An

from attrs import frozen
from pendulum import DateTime

from prcomm.core.sources.people import Actor, Office
from prcomm.core.table.entities import Action
from prcomm.press.channels import Channel, ChannelState, On
from prcomm.press.releases import model as m
from prcomm.press.releases.model import OF_CRIME_WORK, OF_INVESTIGATION, OF_RESTRAINT

__all__ = [
    "Approve", "AskCorrection", "Correct", "CorrectData", "DeclineData", "DemandRehabilitation", "Draft",
    "DraftCorrection", "Drop", "FindWrong", "LettingOut", "LiftEmbargo", "OfData", "Publish", "Reasoned", "Redraft",
    "ReleaseAction", "ReportRehabilitation", "SendBack", "SetEmbargo", "Submit", "TakeBackFinding", "TakeDown",
    "Withdraw", "Writing",
]  # fmt: skip


@frozen(kw_only=True)
class ReleaseAction(Action):
    """What is done about a release."""


@frozen(kw_only=True)
class LettingOut(ReleaseAction):
    """A text is let out by somebody who answers for what it says."""

    no_secret: An[bool, "whether it holds no state or other protected secret"]
    permission: An[m.Permission | None, "that of prosecutor, investigator or inquirer, if there is one"]
    guilt_stated: An[bool, "whether it calls somebody guilty"]
    judgment: An[str, "the number of the judgment in force, if there is one"] = ""


@frozen(kw_only=True)
class Reasoned(ReleaseAction):
    """Something is undone, and it is said why."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class OfData(ReleaseAction):
    """What is done about somebody's data in it."""

    request: An[str, "the reference of the request"]


@frozen(kw_only=True)
class Writing(ReleaseAction):
    """A text is written."""

    digest: An[str, "the digest of the text"]
    of_investigation: An[bool, OF_INVESTIGATION] = False
    tells_of_restraint: An[bool, OF_RESTRAINT] = False
    mentions: An[tuple[m.Mention, ...], "of whom it tells"] = ()


@frozen(kw_only=True)
class Draft(Writing):
    """The release is written."""

    case: An[str, "the reference of the release"]
    office: An[Office, "the body whose text it is"]
    from_crime_work: An[bool, OF_CRIME_WORK] = False


@frozen(kw_only=True)
class Redraft(ReleaseAction):
    """It is written anew: all of it is said again."""

    digest: An[str, "the digest of the text"]
    of_investigation: An[bool, OF_INVESTIGATION]
    from_crime_work: An[bool, OF_CRIME_WORK]
    tells_of_restraint: An[bool, OF_RESTRAINT]
    mentions: An[tuple[m.Mention, ...], "of whom it tells"]


@frozen(kw_only=True)
class Submit(ReleaseAction):
    """It goes to whoever lets it out."""


@frozen(kw_only=True)
class SendBack(Reasoned):
    """It goes back to be written anew, and its embargo with it."""


@frozen(kw_only=True)
class Approve(LettingOut):
    """It may go out."""


@frozen(kw_only=True)
class SetEmbargo(ReleaseAction):
    """It is put under an embargo."""

    embargo: An[m.Embargo, "until when, whom it binds, what it blocks"]


@frozen(kw_only=True)
class LiftEmbargo(ReleaseAction):
    """Its embargo ends before its instant."""


@frozen(kw_only=True)
class Publish(ReleaseAction):
    """It goes out, or goes out in more channels."""

    on: An[tuple[On, ...], "in which channels"]


@frozen(kw_only=True)
class Drop(Reasoned):
    """It will not go out."""


@frozen(kw_only=True)
class FindWrong(ReleaseAction):
    """It proves wrong."""


@frozen(kw_only=True)
class TakeBackFinding(Reasoned):
    """It was right after all."""


@frozen(kw_only=True)
class DraftCorrection(Writing):
    """A correction of it is written."""

    what: An[str, "a reference to what it corrects"]


@frozen(kw_only=True)
class Correct(LettingOut):
    """The correction that was drafted goes out."""

    on: An[tuple[On, ...], "in which channels it stands"]
    closed: An[frozenset[str], "the ids of the channels of the release that exist no more"] = frozenset()

    @classmethod
    def of(
        cls, release: m.Release, channels: Iterable[Channel], *, no_secret: bool, permission: m.Permission | None,
        guilt_stated: bool, judgment: str = "", at: DateTime, by: Actor,
    ) -> "Correct":  # fmt: skip
        """The correction in these channels, as their files stand: those that are retired carry nothing any more."""
        on, closed = _standing(release, channels)
        return cls(
            at=at, by=by, on=on, closed=closed, no_secret=no_secret, permission=permission, guilt_stated=guilt_stated,
            judgment=judgment,
        )  # fmt: skip


@frozen(kw_only=True)
class TakeDown(ReleaseAction):
    """It is taken down in a channel."""

    channel: An[str, "the id of the channel"]


@frozen(kw_only=True)
class Withdraw(Reasoned):
    """It is withdrawn."""


@frozen(kw_only=True)
class DemandRehabilitation(ReleaseAction):
    """A report is demanded that somebody of whose restraint it told was rehabilitated."""

    demand: An[str, "the reference of the demand"]


@frozen(kw_only=True)
class ReportRehabilitation(ReleaseAction):
    """The rehabilitation is reported."""

    demand: An[str, "the reference of the demand"]
    on: An[tuple[On, ...], "in which channels"]
    closed: An[frozenset[str], "the ids of the channels of the release that exist no more"] = frozenset()

    @classmethod
    def of(
        cls, release: m.Release, channels: Iterable[Channel], *, demand: str, at: DateTime, by: Actor
    ) -> "ReportRehabilitation":
        """The report in these channels, as their files stand: those that are retired carry nothing any more."""
        on, closed = _standing(release, channels)
        return cls(at=at, by=by, demand=demand, on=on, closed=closed)


@frozen(kw_only=True)
class AskCorrection(OfData):
    """Somebody asks that their data be corrected."""


@frozen(kw_only=True)
class CorrectData(OfData):
    """The data are corrected."""


@frozen(kw_only=True)
class DeclineData(OfData):
    """The data are not corrected."""

    proved: An[bool, "whether documents prove the new data"]


def active(on: tuple[On, ...]) -> tuple[str, ...]:
    """The ids of those of these channels that carry something now."""
    return tuple(one.channel.id for one in on if one.active)


def written(a: Writing | Redraft, before: m.Pending | None) -> m.Pending:
    """The text as it is written now, by all who wrote it since it was begun."""
    what = a.what if isinstance(a, DraftCorrection) else ""
    authors = frozenset({a.by.known_as, *(() if before is None else before.authors)})
    return m.Pending(what, a.digest, authors, a.of_investigation, a.tells_of_restraint, a.mentions)


def _standing(release: m.Release, channels: Iterable[Channel]) -> tuple[tuple[On, ...], frozenset[str]]:
    """The channels that exist, and the ids of those of the release that exist no more."""
    known = tuple(channels)
    closed = {one.id for one in known if one.state is ChannelState.RETIRED}
    return tuple(On.of(one) for one in known if one.id not in closed), frozenset(closed & {*release.channels})
