"""A resonant event, from a rumour by night to a promise kept and a review: python examples/resonant_event.py

A page writes that an accident with a patrol car was hushed up for money. The duty officer finds it, and the same night
a first word says what is known, what is not, and what is being done. The inspectorate shows that it is false; a later
word says so in place of the first. What is said of money is not the department's to settle: a public council found it
too, and studies it. A briefing is called. One question is answered there, one becomes a request, and it is promised
that what the council finds will be told by a day. The incident is closed when that was told, and not before.

What may not be done is tried on the way, and the reasons are printed; what is a house rule of this library says so,
``not by law``. Below each step stands what is owed then: in which file, what, until when, by whom, how that is known,
and, where it is not owed in any case, if what. No act that was read says how soon the first word is due: what a draft
asked for is shown beside it. The session of the council is no more than a name here, and the briefing is not closed:
``examples/council.py`` and ``examples/briefing.py`` live these. At the end stands which file names which.
"""

from living import File, Owing, begun, owed, tried
from pendulum import DateTime, date, datetime

from prcomm import Actor, LegalEntity, Outlet, Reference
from prcomm.law import UZ, office
from prcomm.law.press_acts import DRAFT_OF_2020_IN_HOURS
from prcomm.law.roles import CHAIR, EXECUTOR, HEAD, MEMBER, PRESS_HEAD, PRESS_OFFICER, REGISTRAR, SECRETARY
from prcomm.oversight import signals as sg
from prcomm.press import (
    briefings as br,
    channels as ch,
    incidents as ic,
    monitoring as mo,
    releases as rl,
    requests as rq,
)
from prcomm.press.roles import DUTY_OFFICER, JOURNALIST
from prcomm.press.speaking import Speaker

REGION = office("region department of internal affairs")
LEADER, CHIEF, DUTY = Actor("head", HEAD), Actor("press secretary", PRESS_HEAD), Actor("officer on duty", DUTY_OFFICER)
OFFICER, WRITER = Actor("officer 4", PRESS_OFFICER), Actor("officer 5", PRESS_OFFICER)
INSPECTOR, DESK = Actor("inspectorate", EXECUTOR), Actor("desk 1", REGISTRAR)
PAGE, NEWSPAPER = Outlet("page 44", registered=False), Outlet("newspaper 12", registered=True)
REPORTER, COLLEAGUE = Actor("j-7", JOURNALIST), Actor("j-31", JOURNALIST)
COUNCIL = Reference("council", "1")
LEADING, KEEPER, SCHOLAR = Actor("m-4", CHAIR, "1"), Actor("m-7", SECRETARY, "1"), Actor("m-3", MEMBER, "1")


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> DateTime:
    """An instant of 2026 on the department's clock."""
    return datetime(2026, month, day, hour, minute, tz=REGION.tz)


def named(*files: Reference) -> str:
    return ", ".join(f"{file.process} {file.id}" for file in files)


Item = File[mo.FoundItem, mo.FoundAction]
Incident = File[ic.Incident, ic.IncidentAction]
Site = File[ch.Channel, ch.ChannelAction]
Release = File[rl.Release, rl.ReleaseAction]
Briefing = File[br.Briefing, br.BriefingAction]
Request = File[rq.Request, rq.RequestAction]
Signal = File[sg.Signal, sg.SignalAction]


# -- the steps


def website() -> Site:
    kind = ch.ChannelKind.OFFICIAL_SITE
    site = begun(ch.CHANNEL, ch.Declare(at=at(9, 1), by=CHIEF, case="site", office=REGION, kind=kind, act="order 3"))
    site.do(ch.Activate(at=at(9, 1), by=CHIEF, act="order 4"))
    return site


def written(case: str, when: DateTime) -> Release:
    """A release is drafted by one and let out by another."""
    release = begun(rl.RELEASE, rl.Draft(at=when, by=WRITER, case=case, office=REGION, digest=f"digest of {case}"))
    release.do(
        rl.Submit(at=when, by=WRITER),
        rl.Approve(at=when, by=CHIEF, no_secret=True, permission=None, guilt_stated=False),
    )
    return release


def out(release: Release, site: Site, when: DateTime) -> Reference:
    """It goes out on the site, and is posted there as what was published."""
    release.do(rl.Publish(at=when, by=OFFICER, on=(ch.On.of(site.entity),)))
    site.do(rl.posting(release.entity, posting=release.entity.id, at=when, by=OFFICER))
    return release.entity.reference


def line(release: Release, *, unknown: bool = True) -> ic.Line:
    """What a word says, each by the paragraph of its release."""
    known, left, doing = (f"{release.entity.id}, paragraph {number}" for number in (1, 2, 3))
    return ic.Line.of(release.entity, known=known, unknown=left if unknown else "", doing=doing)


def noticed() -> tuple[Item, Incident]:
    """It is found on a page by night; the crime that it tells of goes to the duty unit at once."""
    alleged = frozenset({mo.Allegation.CRIME, mo.Allegation.CORRUPTION})
    found = mo.Find(
        at=at(11, 2, 22), by=DUTY, case="21", office=REGION, kind=mo.FoundKind.PAGE, outlet=PAGE, alleges=alleged
    )
    item = begun(mo.MONITORING, found)
    notice = ic.Notice.of(item.entity, case="7", noticed=at(11, 2, 22), at=at(11, 2, 22, 10), by=DUTY)
    incident = begun(ic.INCIDENT, notice)
    owed(at(11, 2, 22, 10), (item, incident), "A page writes of an accident hushed up for money: found by night")
    drafted = ic.INCIDENT.under(UZ.under(*DRAFT_OF_2020_IN_HOURS))
    (due,) = (one for one in drafted.due(incident.entity, at(11, 2, 22, 10)) if one.name == "first_word")
    print(f"  a draft of 2020 asked for the first word by {due.last:%d.%m.%Y %H:%M}: {due.basis.name}, not law")
    item.do(mo.HandToDuty(at=at(11, 2, 22, 20), by=DUTY, number="14"))
    owed(at(11, 2, 22, 20), (item, incident), "The crime that it alleges is entered at the duty unit")
    return item, incident


def said(item: Item, incident: Incident, site: Site) -> Release:
    """The first word is a release that is out, and says what is not known too."""
    word, when = written("word", at(11, 2, 22, 40)), at(11, 2, 22, 50)
    tried(when, "A text that is not out is no word; one that leaves out what is not known is none either")
    incident.refused(ic.SayFirst(at=when, by=CHIEF, line=line(word)))
    incident.refused(ic.SayFirst(at=when, by=CHIEF, line=line(word, unknown=False)))
    out(word, site, at(11, 2, 23))
    incident.do(ic.SayFirst(at=at(11, 2, 23), by=CHIEF, line=line(word)))
    item.do(mo.Respond.of(item.entity, word.entity, at=at(11, 2, 23), by=CHIEF))
    owed(at(11, 2, 23), (item, incident), "The first word is out: a check goes on")
    return word


def verified(item: Item, incident: Incident, site: Site, word: Release) -> Release:
    """By the morning all speak of it. It is disproved, and a later word stands in place of the first."""
    files = (item, incident)
    incident.do(ic.Rate(at=at(11, 3, 8), by=CHIEF, resonant=True, why="digest 1"))
    owed(at(11, 3, 8), files, "By the morning the whole region speaks of it: it is rated resonant")
    item.do(mo.Disprove(at=at(11, 3, 9, 30), by=INSPECTOR, official="head of the inspectorate"))
    incident.do(ic.Verify.of(item.entity, at=at(11, 3, 9, 40), by=OFFICER))
    owed(at(11, 3, 9, 40), files, f"No patrol car was there: what the page writes is {item.entity.state.name}")
    verdict = written("verdict", at(11, 3, 9, 50))
    out(verdict, site, at(11, 3, 10))
    incident.do(ic.Update(at=at(11, 3, 10), by=CHIEF, line=line(verdict), supersedes=word.entity.reference))
    item.do(
        mo.Respond.of(item.entity, verdict.entity, at=at(11, 3, 10), by=CHIEF),
        mo.TellOwner(at=at(11, 3, 10), by=CHIEF),
    )
    owed(at(11, 3, 10), files, "A second word says so in place of the first, and the owner of the page is told")
    return verdict


def called(incident: Incident) -> Briefing:
    """An operational briefing is planned and decided on: it names the incident, and the incident names it."""
    when = at(11, 3, 10, 30)
    tried(when, "A briefing that is decided on has a file")
    incident.refused(ic.DecideBriefing(at=when, by=LEADER, hold=True, why="digest 2"))
    plan = br.Plan(
        at=when, by=CHIEF, case="12", office=REGION, kind=br.OPERATIONAL, topic="what was written by night",
        on=at(11, 4, 11), place="hall 1", incident=incident.entity.reference,
    )  # fmt: skip
    briefing = begun(br.BRIEFING, plan)
    decided = ic.DecideBriefing(at=when, by=LEADER, hold=True, why="digest 2", briefing=briefing.entity.reference)
    incident.do(decided)
    return briefing


def taken_up(item: Item, incident: Incident) -> Signal:
    """A council found it too: the department hands it what it found, and does not judge what is said of money."""
    when = at(11, 3, 12)
    note = sg.NoteSignal(
        at=at(11, 3, 11), by=KEEPER, signal="5", office=REGION, council=COUNCIL, medium=sg.Medium.SOCIAL_NETWORK,
        link="link 44", about="district department", corruption=True, found=item.entity.reference,
    )  # fmt: skip
    signal = begun(sg.SIGNAL, note)
    signal.do(sg.Study(at=when, by=LEADING, by_whom=(SCHOLAR.id,)))
    item.do(mo.HandToCouncil(at=when, by=OFFICER, signal=signal.entity.reference), mo.Close(at=when, by=CHIEF))
    incident.do(ic.Refer(at=when, by=LEADER, to=signal.entity.reference))
    return signal


def held(briefing: Briefing) -> None:
    """The head speaks; one question is answered there."""
    speaker = Speaker.leading(LEADER.id, REGION.id)
    briefing.do(br.Hold(at=at(11, 4, 11), by=OFFICER, speaker=speaker))
    briefing.do(
        br.Ask(at=at(11, 4, 11, 30), by=COLLEAGUE, question="money"),
        br.AnswerQuestion(at=at(11, 4, 11, 32), by=LEADER, question="money", speaker=speaker),
        br.Ask(at=at(11, 4, 11, 40), by=REPORTER, question="accidents"),
    )


def requested(briefing: Briefing) -> Request:
    """The other goes on as a request of an editorial office, which names the question; the question names it."""
    when = at(11, 4, 14)
    receipt = br.put_at(
        briefing.entity, "accidents", case="31", kind=rq.MEDIA, requester=LegalEntity(NEWSPAPER.id), at=when, by=DESK,
        registered_outlet=NEWSPAPER.registered,
    )  # fmt: skip
    request = begun(rq.REQUEST, receipt)
    briefing.do(br.TurnQuestion.of(request.entity, at=when, by=OFFICER))
    request.do(rq.Register(at=at(11, 4, 14, 10), by=DESK, number="31"))
    return request


def studied(signal: Signal) -> None:
    """What a member found is adopted at a session of the council, and brought to the public."""
    session, result = Reference("session", "8"), "digest 3"
    signal.do(
        sg.Conclude(at=at(11, 12), by=SCHOLAR, result=result),
        sg.Approve(at=at(11, 17), by=LEADING, session=session, council=COUNCIL, adopted=True, result=result),
        sg.PublishStudy(at=at(11, 18), by=KEEPER, leave=sg.Leave.CASE_ENDED),  # none was opened
    )


def main() -> None:
    """Live a resonant event through the files of a found item, an incident, a briefing, a request and a signal."""
    site = website()
    item, incident = noticed()
    word = said(item, incident, site)
    verdict = verified(item, incident, site, word)
    briefing = called(incident)
    files: tuple[Owing, ...] = (item, incident, briefing)
    owed(at(11, 3, 10, 30), files, "A briefing is called for Wednesday 4 November, 11:00, and names the incident")
    signal = taken_up(item, incident)
    files = (*files, signal)
    owed(at(11, 3, 12), files, "A public council takes up what is said of money; the found item is closed")
    briefing.do(br.Announce(at=at(11, 3, 13), by=OFFICER, on_site=True, accredited_told=True))
    told = ch.Text.of_file(briefing.entity.reference)
    site.do(ch.Post(at=at(11, 3, 13), by=OFFICER, posting="announcement", what=told))
    for guest in (REPORTER, COLLEAGUE):
        briefing.do(br.Admit(at=at(11, 3, 16), by=OFFICER, guest=guest.id, standing=br.Standing.INVITED))
    owed(at(11, 3, 16), files, "The briefing is announced, and two journalists are invited")

    held(briefing)
    until = date(2026, 11, 20)
    incident.do(ic.Promise(at=at(11, 4, 11, 45), by=CHIEF, promise="findings", until=until))
    what = "It is held. One question is open, and it is promised to tell by Friday the 20th what the council finds"
    owed(at(11, 4, 11, 45), files, what)
    record = written("record", at(11, 4, 13))
    briefing.do(br.PublishRecord(at=at(11, 4, 13), by=OFFICER, record=out(record, site, at(11, 4, 13))))
    tried(at(11, 4, 13), "The record is a word too, and stands in place of the last one: that is no longer the first")
    later = ic.Update(at=at(11, 4, 13), by=CHIEF, line=line(record), supersedes=word.entity.reference)
    incident.refused(later)
    incident.do(ic.Update(at=at(11, 4, 13), by=CHIEF, line=line(record), supersedes=verdict.entity.reference))
    owed(at(11, 4, 13), files, "What was said there is published, in place of the second word")
    request = requested(briefing)
    files = (*files, request)
    owed(at(11, 4, 14, 10), files, "The open question is a request now, and registered")
    (question,) = (one for one in briefing.entity.questions if one.into == request.entity.reference)
    put = request.entity
    print(f"  the request: {put.asked} of {named(*put.refers_to)}, put at {put.put:%H:%M}")
    print(f"  the question: {question.id}, {question.state.name} into {named(request.entity.reference)}")
    request.do(rq.Answer(at=at(11, 9), by=INSPECTOR, reply=Reference("letter", "77")))
    request.do(rq.Close(at=at(11, 9, 11), by=CHIEF))
    owed(at(11, 9, 11), files, "The request is answered")

    tried(at(11, 12), "May the incident be closed? What was promised was not told")
    incident.refused(ic.Resolve(at=at(11, 12), by=LEADER))
    studied(signal)
    owed(at(11, 18), files, "The council has published what it found. The promise of the department is still open")
    findings = written("findings", at(11, 19))
    kept = out(findings, site, at(11, 19, 11))
    incident.do(ic.Keep(at=at(11, 19, 11), by=OFFICER, promise="findings", release=kept))
    incident.do(ic.Resolve(at=at(11, 19, 12), by=LEADER))
    owed(at(11, 19, 12), files, "What the council found is told: the promise is kept, and the incident is closed")
    (due,) = (one for one in ic.INCIDENT.due(incident.entity, at(11, 19, 12)) if one.name == "promise")
    print(f"  the promise: {due.status(at(11, 19, 12)).name}, until {due.last:%d.%m.%Y}, {due.basis.name}")
    incident.do(ic.Review(at=at(11, 26), by=CHIEF, lessons="digest 4"))

    tried(at(11, 26), "It is reviewed. Which file names which")
    releases = (word.entity, verdict.entity, record.entity, findings.entity)
    for one in (*releases, site.entity, item.entity, incident.entity, briefing.entity, request.entity, signal.entity):
        print(f"  {named(one.reference)} is {one.state.name}, and names {named(*one.refers_to)}")


if __name__ == "__main__":
    main()
