"""A rumour about the police, from the newspaper in which it stood to its refutation: python examples/rumour.py

A newspaper writes that a patrol took money. It is found, a word says that it is looked into, it is disproved, and a
release under an embargo answers it on two channels. The release holds a mistake of its own, which is corrected in both.
Then a refutation is demanded of the newspaper, which publishes it late.

What may not be done is tried on the way, and the reasons are printed; what is a house rule of this library says so,
``not by law``. Below each step stands what is owed then: in which file, what, until when, by whom, and how that is
known. At the end the release is printed as IPTC ninjs, if the extra ``news`` is installed.
"""

import json
from collections.abc import Iterable

from living import File, begun, owed
from pendulum import DateTime, datetime

from prcomm import Actor, Outlet, Reference
from prcomm.law import office
from prcomm.law.roles import EDITORIAL_OFFICE, EXECUTOR, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.channels import CHANNEL, Activate, Channel, ChannelAction, ChannelKind, Declare, On
from prcomm.press.monitoring import (
    MONITORING,
    AskRefutation,
    Close,
    Confirm,
    DemandRemoval,
    Disprove,
    Find,
    FoundAction,
    FoundItem,
    FoundKind,
    Respond,
)
from prcomm.press.refutations import (
    REFUTATION,
    Claim,
    Deliver,
    Demand,
    GoToCourt,
    Medium,
    Publish as PublishRefutation,
)
from prcomm.press.releases import (
    RELEASE,
    Approve,
    Correct,
    Draft,
    DraftCorrection,
    Embargo,
    FindWrong,
    Publish,
    Release,
    ReleaseAction,
    SetEmbargo,
    Submit,
    Use,
    let_out,
    posting,
)

REGION = office("region department of internal affairs")
OFFICER, WRITER, CHIEF, INSPECTOR = (
    Actor("officer 4", PRESS_OFFICER),
    Actor("officer 5", PRESS_OFFICER),
    Actor("press secretary", PRESS_HEAD),
    Actor("inspectorate", EXECUTOR),
)
NEWSPAPER, THE_DESK = Outlet("newspaper 12", registered=True), Actor("editor", EDITORIAL_OFFICE, "newspaper 12")


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> DateTime:
    """An instant of 2026 on the department's clock."""
    return datetime(2026, month, day, hour, minute, tz=REGION.tz)


# -- the steps


def channel(name: str, kind: ChannelKind) -> File[Channel, ChannelAction]:
    """A channel in which the department speaks."""
    opened = begun(CHANNEL, Declare(at=at(1, 5), by=CHIEF, case=name, office=REGION, kind=kind, act="order 1"))
    opened.do(Activate(at=at(1, 5), by=CHIEF, act="order 2"))
    return opened


def found() -> File[FoundItem, FoundAction]:
    """It is found; a word says that it is looked into, and the word is a release that is out."""
    item = begun(
        MONITORING, Find(at=at(9, 1, 22), by=OFFICER, case="17", office=REGION, kind=FoundKind.MEDIA, outlet=NEWSPAPER)
    )
    owed(at(9, 1, 22), (item,), "A newspaper writes that a patrol took money: it is found")
    print(f"\n{at(9, 2, 9):%d.%m.%Y %H:%M}  Nobody may ask the newspaper to take it away")
    item.refused(DemandRemoval(at=at(9, 2, 9), by=CHIEF))
    return item


def disproved(item: File[FoundItem, FoundAction], word: Release) -> None:
    """What was looked into proves false; whoever says so is named."""
    item.do(Respond.of(item.entity, word, at=at(9, 2, 11), by=CHIEF))
    owed(at(9, 2, 11), (item,), "A word goes out before the verdict: a check goes on")
    print(f"\n{at(9, 4):%d.%m.%Y %H:%M}  A verdict has a name")
    item.refused(Confirm(at=at(9, 4), by=INSPECTOR, official=""))
    item.do(Disprove(at=at(9, 4), by=INSPECTOR, official="head of the inspectorate"))
    owed(at(9, 4), (item,), "It is disproved")


def written(case: str, when: DateTime) -> File[Release, ReleaseAction]:
    """A release is drafted by one and let out by another."""
    release = begun(RELEASE, Draft(at=when, by=WRITER, case=case, office=REGION, digest=f"digest {case}"))
    release.do(
        Submit(at=when, by=WRITER),
        Approve(at=when.add(minutes=30), by=CHIEF, no_secret=True, permission=None, guilt_stated=False),
    )
    return release


def under_embargo(channels: Iterable[File[Channel, ChannelAction]]) -> File[Release, ReleaseAction]:
    """The answer: its author does not let it out, and it does not go out before its instant."""
    answer = begun(RELEASE, Draft(at=at(9, 4, 12), by=CHIEF, case="answer", office=REGION, digest="digest 1"))
    answer.do(Submit(at=at(9, 4, 12), by=CHIEF))
    print(f"\n{at(9, 4, 13):%d.%m.%Y %H:%M}  Two pairs of eyes")
    answer.refused(Approve(at=at(9, 4, 13), by=CHIEF, no_secret=True, permission=None, guilt_stated=False))
    answer.do(
        Approve(
            at=at(9, 4, 13),
            by=Actor("deputy press secretary", PRESS_HEAD),
            no_secret=True,
            permission=None,
            guilt_stated=False,
        )
    )
    until = at(9, 5, 11)
    embargo = Embargo(until=until, binds=("newspaper 12", "TV 1"), blocks=frozenset({Use.PUBLISH}))
    answer.do(SetEmbargo(at=at(9, 4, 14), by=CHIEF, embargo=embargo))
    on = tuple(On.of(one.entity) for one in channels)
    print(f"\n{at(9, 5, 10, 59):%d.%m.%Y %H:%M}  A minute before the embargo ends")
    answer.refused(Publish(at=at(9, 5, 10, 59), by=OFFICER, on=on))
    answer.do(Publish(at=until, by=OFFICER, on=on))
    for one in channels:
        one.do(posting(answer.entity, posting="answer", at=until, by=OFFICER))
    return answer


def corrected(answer: File[Release, ReleaseAction], channels: tuple[File[Channel, ChannelAction], ...]) -> None:
    """It names a wrong day; the correction stands in every channel in which the release still stands."""
    answer.do(FindWrong(at=at(9, 6, 9), by=OFFICER))
    owed(at(9, 6, 9), (answer,), "The release itself proves wrong: it names another day")
    answer.do(DraftCorrection(at=at(9, 6, 9), by=WRITER, what="the day of the patrol", digest="digest 2"))
    files = [one.entity for one in channels]
    correct = Correct.of(
        answer.entity, files[:1], no_secret=True, permission=None, guilt_stated=False, at=at(9, 6, 10), by=CHIEF
    )
    print(f"\n{at(9, 6):%d.%m.%Y %H:%M}  In one of two channels it is not corrected")
    answer.refused(correct)
    answer.do(
        Correct.of(answer.entity, files, no_secret=True, permission=None, guilt_stated=False, at=at(9, 6, 10), by=CHIEF)
    )
    owed(at(9, 6, 10), (answer,), "It is corrected in both")
    for one in let_out(answer.entity):
        said = f", corrects {one.what}" if one.what else ""
        print(f"  {one.text}{said}: written by {', '.join(sorted(one.authors))}, let out by {one.let_out_by}")


def refuted(item: File[FoundItem, FoundAction]) -> None:
    """A refutation is demanded: of what is false, and harms. The newspaper has a month from receipt."""
    demand = Demand.of(
        item.entity, at=at(9, 7), by=CHIEF, case="3", office=REGION, claim=Claim.REFUTATION, medium=Medium.NEWSPAPER,
        harmful=True, infringed=True, official="press secretary",
    )  # fmt: skip
    file = begun(REFUTATION, demand)
    item.do(AskRefutation(at=at(9, 7), by=CHIEF, refutation=Reference("refutation", "3")))
    file.do(Deliver(at=at(9, 8), by=CHIEF, received=at(9, 7, 15), proof="post 114"))
    owed(at(9, 8), (item, file), "A refutation is demanded of the newspaper, and received")
    print(f"\n{at(10, 7):%d.%m.%Y %H:%M}  On the last day there is no way to court yet")
    file.refused(GoToCourt(at=at(10, 7), by=CHIEF))
    file.do(PublishRefutation(at=at(10, 9), by=THE_DESK, same_place=True, under_heading=True))
    (due,) = (one for one in REFUTATION.due(file.entity, at(10, 9)) if one.name == "publication")
    print(f"\n{at(10, 9):%d.%m.%Y %H:%M}  It is published: {due.status(at(10, 9)).name}, until {due.last:%d.%m.%Y}")
    print(f"  {', '.join(map(str, due.cites))}, {due.basis.name}")
    item.do(Close(at=at(10, 9), by=CHIEF))


def as_others_read_it(answer: Release) -> None:
    """What a newsroom gets: by the standard of IPTC."""
    try:
        from prcomm.adapters.news import NewsItem, NewsText, Provider, ninjs
    except ImportError as missing:
        print(f"\n{missing}")
        return
    text = NewsText("digest 2", "No patrol took money", "On 30 August no patrol was in that street.", "en")
    provider = Provider("Region department of internal affairs")
    item = NewsItem.of(answer, text, uri="https://example.uz/news/answer", provider=provider, at=at(10, 9))
    print("\n" + json.dumps(ninjs.write(item), indent=2, ensure_ascii=False))


def main() -> None:
    """Live a rumour through the files of a found item, two releases, two channels and a refutation."""
    channels = channel("site", ChannelKind.OFFICIAL_SITE), channel("page", ChannelKind.SOCIAL_PAGE)
    item = found()
    word = written("word", at(9, 2, 9))
    word.do(Publish(at=at(9, 2, 10), by=OFFICER, on=tuple(On.of(one.entity) for one in channels)))
    disproved(item, word.entity)
    answer = under_embargo(channels)
    item.do(Respond.of(item.entity, answer.entity, at=at(9, 5, 11), by=CHIEF))
    owed(at(9, 5, 11), (item, answer), "The answer is out on two channels, and the newspaper is told")
    corrected(answer, channels)
    refuted(item)
    print(f"  found item {item.entity.id} is {item.entity.state.name}, and names " + named(item.entity.refers_to))
    as_others_read_it(answer.entity)


def named(files: Iterable[Reference]) -> str:
    return ", ".join(f"{file.process} {file.id}" for file in files)


if __name__ == "__main__":
    main()
