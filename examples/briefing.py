"""A monthly briefing, from its plan to its closed file and the month it meets: python examples/briefing.py

A press service meets the media each month. In September it does so on the last day. A foreign correspondent's
certificate ends the day before: she is admitted once the ministry has prolonged it. The news goes out under an embargo.
Of three questions one is answered there, one becomes a request, whose clock began when it was put, and one an appeal,
which begins with a receipt of its own. Opinions are asked for, and answered. In October the briefing is noted, and its
own day counts.

What may not be done is tried on the way, and the reasons are printed; what is a house rule of this library says so,
``not by law``. Below each step stands what is owed then: in which file, what, until when, by whom, how that is known,
and, where it is not owed in any case, if what. At the end stands which file names which.
"""

from living import File, Owing, begun, owed, tried
from pendulum import DateTime, date, datetime

from prcomm import Actor, LegalEntity, Outlet, Person, Reference
from prcomm.citizens import appeals as ap
from prcomm.law import office
from prcomm.law.roles import AUTHORISED, EDITORIAL_OFFICE, EXECUTOR, HEAD, PRESS_HEAD, PRESS_OFFICER, REGISTRAR
from prcomm.press import (
    accreditations as ac,
    briefings as br,
    channels as ch,
    competences as cp,
    feedback as fb,
    press_services as ps,
    releases as rl,
    requests as rq,
)
from prcomm.press.roles import COMMISSION, EXPERT_GROUP, FOREIGN_MINISTRY, JOURNALIST, PARTICIPANT
from prcomm.press.speaking import Speaker

REGION = office("region department of internal affairs")
LEADER, DEPUTY, CHIEF = Actor("head", HEAD), Actor("deputy", AUTHORISED), Actor("press secretary", PRESS_HEAD)
OFFICER, WRITER = Actor("officer 4", PRESS_OFFICER), Actor("officer 5", PRESS_OFFICER)
DESK, EXPERT = Actor("desk 1", REGISTRAR), Actor("traffic officer", EXECUTOR)
NEWSPAPER, AGENCY = Outlet("newspaper 12", registered=True), Outlet("agency abroad", registered=False)
REPORTER, CORRESPONDENT, NEIGHBOUR = Actor("j-7", JOURNALIST), Actor("j-31", JOURNALIST), Actor("p-17", JOURNALIST)
MINISTRY, BUREAU = Actor("ministry", FOREIGN_MINISTRY), Actor("bureau", EDITORIAL_OFFICE, AGENCY.id)


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> DateTime:
    """An instant of 2026 on the department's clock."""
    return datetime(2026, month, day, hour, minute, tz=REGION.tz)


def named(*files: Reference) -> str:
    return ", ".join(f"{file.process} {file.id}" for file in files)


Briefing = File[br.Briefing, br.BriefingAction]
Site = File[ch.Channel, ch.ChannelAction]
Release = File[rl.Release, rl.ReleaseAction]
Accreditation = File[ac.Accreditation, ac.AccreditationAction]


# -- the steps


def charged(case: str, who: Actor, duty: cp.Duty) -> cp.Competence:
    """What an officer may do for the department."""
    duties, act = frozenset({duty}), f"order {case}"
    return cp.COMPETENCE.begin(
        cp.Charge(at=at(8, 10), by=LEADER, case=case, office=REGION, officer=who.id, duties=duties, act=act)
    )


def website() -> Site:
    kind = ch.ChannelKind.OFFICIAL_SITE
    site = begun(ch.CHANNEL, ch.Declare(at=at(8, 10), by=CHIEF, case="site", office=REGION, kind=kind, act="order 3"))
    site.do(ch.Activate(at=at(8, 10), by=CHIEF, act="order 4"))
    return site


def accredited_here() -> Accreditation:
    """A newspaper's reporter, by the commission of the department."""
    papers = frozenset({ac.Annex.CERTIFICATE, ac.Annex.PASSPORT, ac.Annex.DIPLOMA})
    application = ac.Apply(
        at=at(9, 1), by=Actor("editor", EDITORIAL_OFFICE, NEWSPAPER.id), case="h-1", kind=ac.DOMESTIC, office=REGION,
        outlet=NEWSPAPER, journalist=REPORTER.id, filed_with=ac.FiledWith.THIS_BODY, signed=True, annexes=papers,
        photographs=4,
    )  # fmt: skip
    file, until = begun(ac.ACCREDITATION, application), date(2026, 12, 31)
    file.do(
        ac.Review(at=at(9, 8), by=Actor("experts", EXPERT_GROUP), conclusion="digest 1"),
        ac.Grant(at=at(9, 10), by=Actor("commission", COMMISSION), valid_until=until, decision="5", already=0),
    )
    return file


def accredited_abroad() -> Accreditation:
    """A correspondent of a foreign agency, by the ministry: for three months, and no more."""
    papers = frozenset({ac.Annex.LETTER, ac.Annex.OUTLET_DATA, ac.Annex.CV, ac.Annex.PASSPORT})
    application = ac.Apply(
        at=at(6, 22), by=BUREAU, case="f-1", kind=ac.FOREIGN, office=REGION, outlet=AGENCY,
        journalist=CORRESPONDENT.id, filed_with=ac.FiledWith.FOREIGN_MINISTRY, signed=True, annexes=papers,
        photographs=4,
    )  # fmt: skip
    file = begun(ac.ACCREDITATION, application)
    file.do(ac.Grant(at=at(6, 29), by=MINISTRY, valid_until=date(2026, 9, 29), decision="210", already=0))
    return file


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


def announced(service: Owing, site: Site) -> Briefing:
    """It is planned for the last day of the month, and announced on the site and to whoever is accredited."""
    plan = br.Plan(
        at=at(9, 14), by=OFFICER, case="9", office=REGION, kind=br.ROUTINE, topic="roads in September",
        on=at(9, 30, 11), place="hall 1",
    )  # fmt: skip
    briefing = begun(br.BRIEFING, plan)
    owed(at(9, 14), (service, briefing), "The briefing is planned for Wednesday 30 September, 11:00")
    cut_off = at(9, 29, 18)
    tried(at(9, 15), "The accredited media are told of it, and nobody else")
    briefing.refused(br.Announce(at=at(9, 15), by=OFFICER, on_site=False, accredited_told=True, cut_off=cut_off))
    briefing.do(br.Announce(at=at(9, 15), by=OFFICER, on_site=True, accredited_told=True, cut_off=cut_off))
    told = ch.Text.of_file(briefing.entity.reference)
    site.do(ch.Post(at=at(9, 15), by=OFFICER, posting="announcement", what=told))
    owed(at(9, 15), (service, briefing), "It is announced on the site too: guests may apply until the 29th, 18:00")
    return briefing


def admitted(briefing: Briefing) -> None:
    """Two journalists with a certificate, one of which ends too early, and a neighbour without one, who is invited."""
    here, abroad = accredited_here(), accredited_abroad()
    briefing.do(br.Admit.of(here.entity, guest=REPORTER.id, at=at(9, 25), by=OFFICER))
    owed(at(9, 25), (here,), "A reporter of a newspaper is admitted with the certificate of this department")
    tried(at(9, 25), "The certificate of a foreign correspondent ends on the 29th, the day before")
    briefing.refused(br.Admit.of(abroad.entity, guest=CORRESPONDENT.id, at=at(9, 25), by=OFFICER))
    until = date(2026, 12, 28)
    abroad.do(
        ac.AskAnew(at=at(9, 25, 15), by=BUREAU),
        ac.Prolong(at=at(9, 28), by=MINISTRY, valid_until=until, decision="344", simplified=False, flawless=True),
    )
    briefing.do(
        br.Admit.of(abroad.entity, guest=CORRESPONDENT.id, at=at(9, 28, 12), by=OFFICER),
        br.Admit(at=at(9, 28, 12), by=OFFICER, guest=NEIGHBOUR.id, standing=br.Standing.INVITED),
    )
    owed(at(9, 28, 12), (abroad,), "The ministry has prolonged it: she is admitted, and a neighbour is invited")


def under_embargo() -> Release:
    """The newsrooms have it the day before; nobody publishes it before the briefing begins."""
    news = written("news", at(9, 29))
    binds, blocks = (NEWSPAPER.id, AGENCY.id), frozenset({rl.Use.PUBLISH})
    embargo = rl.Embargo(until=at(9, 30, 11), binds=binds, blocks=blocks)
    news.do(rl.SetEmbargo(at=at(9, 29, 11), by=CHIEF, embargo=embargo))
    return news


def requested(briefing: Briefing) -> File[rq.Request, rq.RequestAction]:
    """A question of an editorial office goes on as its request, in a file that is opened after hours."""
    when = at(9, 30, 19)
    receipt = br.put_at(
        briefing.entity, "districts", case="31", kind=rq.MEDIA, requester=LegalEntity(NEWSPAPER.id), at=when, by=DESK,
        registered_outlet=NEWSPAPER.registered,
    )  # fmt: skip
    request = begun(rq.REQUEST, receipt)
    briefing.do(br.TurnQuestion.of(request.entity, at=when, by=OFFICER))
    return request


def appealed(briefing: Briefing) -> File[ap.Appeal, ap.AppealAction]:
    """A question of the neighbour asks for something: it is handed in as an appeal, and names where it came from."""
    receipt = ap.Receive(
        at=at(9, 30, 16), by=DESK, case="2026/301", kind=ap.APPLICATION, form=ap.Form.WRITTEN,
        channel=ap.Channel.PERSONAL_RECEPTION, office=REGION, appellants=(Person(NEIGHBOUR.id),),
        questions=("crossing",), came_from=briefing.entity.reference,
    )  # fmt: skip
    appeal = begun(ap.APPEAL, receipt)
    appeal.do(
        ap.Register(at=at(9, 30, 16, 10), by=DESK, number="301"),
        ap.Assign(at=at(9, 30, 16, 10), by=DEPUTY, executors=(EXPERT.id,)),
    )
    into = appeal.entity.reference
    briefing.do(br.TurnQuestion(at=at(9, 30, 16, 10), by=OFFICER, question="crossing", into=into))
    return appeal


def main() -> None:
    """Live a briefing through the files of a press service, two journalists, a site, releases and what came of it."""
    speaker, clerk = charged("1", CHIEF, cp.Duty.SPEAKS), charged("2", OFFICER, cp.Duty.WRITES)
    set_up = ps.Establish(at=at(8, 10), by=LEADER, case="1", office=REGION, kind=ps.TERRITORIAL, act="order 0")
    service, site = begun(ps.PRESS_SERVICE, set_up), website()
    owed(at(8, 10), (service,), "A press service is set up: September is its first whole month")
    briefing = announced(service, site)
    admitted(briefing)
    news = under_embargo()

    tried(at(9, 30, 10, 59), "A minute before its time: it is not begun, and the news does not go out")
    briefing.refused(br.Hold(at=at(9, 30, 10, 59), by=OFFICER, speaker=Speaker.of(speaker)))
    news.refused(rl.Publish(at=at(9, 30, 10, 59), by=OFFICER, on=(ch.On.of(site.entity),)))
    tried(at(9, 30, 11), "Not everybody speaks for the department")
    briefing.refused(br.Hold(at=at(9, 30, 11), by=OFFICER, speaker=Speaker.of(clerk)))
    briefing.do(br.Hold(at=at(9, 30, 11), by=OFFICER, speaker=Speaker.of(speaker)))
    out(news, site, at(9, 30, 11))
    files: tuple[Owing, ...] = (service, briefing, news)
    owed(at(9, 30, 11), files, "It is held, and the news is out")
    briefing.do(
        br.Ask(at=at(9, 30, 11, 30), by=CORRESPONDENT, question="cameras"),
        br.AnswerQuestion(at=at(9, 30, 11, 32), by=CHIEF, question="cameras", speaker=Speaker.of(speaker)),
        br.Ask(at=at(9, 30, 11, 40), by=REPORTER, question="districts"),
        br.Ask(at=at(9, 30, 11, 50), by=NEIGHBOUR, question="crossing"),
    )
    owed(at(9, 30, 12), files, "Three questions are put, and one is answered there")
    record = written("record", at(9, 30, 13))
    briefing.do(br.PublishRecord(at=at(9, 30, 13), by=OFFICER, record=out(record, site, at(9, 30, 13))))
    owed(at(9, 30, 13), files, "What was said is published")
    tried(at(9, 30, 14), "May the file be closed? Two questions are open, and nobody was asked for an opinion")
    briefing.refused(br.Close(at=at(9, 30, 14), by=CHIEF, heard=fb.Heard.none()))

    event, until = briefing.entity.reference, date(2026, 10, 6)
    opened = fb.Open(at=at(9, 30, 15), by=OFFICER, case="5", office=REGION, event=event, until=until)
    feedback = begun(fb.FEEDBACK, opened)
    appeal = appealed(briefing)
    files = (*files, feedback, appeal)
    owed(at(9, 30, 16, 10), files, "Opinions are asked for until 6 October; what the neighbour asks for is an appeal")
    request = requested(briefing)
    files = (*files, request)
    owed(at(9, 30, 19), files, "The other is a request: put at 11:40 and entered after hours, it is registered today")
    request.do(rq.Register(at=at(9, 30, 19, 10), by=DESK, number="31"))
    owed(at(9, 30, 19, 10), files, "It is registered")

    feedback.do(
        fb.Collect(at=at(10, 2), by=Actor("p-40", PARTICIPANT), opinion="too short"),
        fb.Collect(at=at(10, 5), by=OFFICER, opinion="an advertisement"),
        fb.TakeUp(at=at(10, 5), by=OFFICER, opinion="too short"),
        fb.SetAside(at=at(10, 5), by=OFFICER, opinion="an advertisement", reason="digest 2"),
    )
    request.do(rq.Answer(at=at(10, 5, 16), by=EXPERT, reply=Reference("letter", "77")))
    owed(at(10, 5, 16), files, "Two opinions came; the request is answered. Nobody has noted the briefing yet")
    (due,) = (one for one in rq.REQUEST.due(request.entity, at(10, 5, 16)) if one.name == "answer")
    print(f"  the answer to it: {due.status(at(10, 5, 16)).name}, until {due.last:%d.%m.%Y}, {due.basis.name}")
    feedback.do(fb.Summarise(at=at(10, 6), by=OFFICER, digest="digest 3"))
    owed(at(10, 6), files, "The opinions are summed up")
    answer = written("answer", at(10, 7))
    feedback.do(fb.Answer(at=at(10, 7), by=CHIEF, reply=out(answer, site, at(10, 7))))
    briefing.do(br.Close(at=at(10, 7, 11), by=CHIEF, heard=fb.Heard.of(feedback.entity)))
    request.do(rq.Close(at=at(10, 7, 11), by=CHIEF))
    owed(at(10, 7, 11), files, "They are answered, and the file of the briefing is closed. The appeal goes on")
    service.do(ps.NoteBriefing.of(briefing.entity, at=at(10, 8), by=OFFICER))
    owed(at(10, 8), files, "The press service notes the briefing, with the day on which it was held")
    (month,) = (one for one in ps.PRESS_SERVICE.due(service.entity, at(10, 8)) if one.met)
    print(f"  {month.last:%B}: {month.status(at(10, 8)).name}, held {month.met:%d.%m.%Y}, noted {month.noted:%d.%m.%Y}")

    tried(at(10, 8), "Which file names which")
    releases = (news.entity, record.entity, answer.entity)
    for one in (service.entity, briefing.entity, request.entity, feedback.entity, *releases, site.entity):
        print(f"  {named(one.reference)} is {one.state.name}, and names {named(*one.refers_to)}")
    if (origin := appeal.entity.came_from) is not None:
        print(f"  {named(appeal.entity.reference)} is {appeal.entity.state.name}, and names {named(origin)}")


if __name__ == "__main__":
    main()
