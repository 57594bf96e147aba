"""The files of twelve press services, made up: 5,000 of all processes, by one seed. ``department_day.py`` reads them.

Every step of theirs is lawful, or a table would have refused it. What is done, how long it takes and what is never done
are invented: the figures show what can be asked, not how anybody works. What one file states of another was copied from
there, but for a few statements that are false on purpose.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Final, Generic, TypeVar, cast

from attrs import define, evolve, field, frozen
from pendulum import DateTime, datetime

from prcomm import Action, Actor, Entity, LegalEntity, Lifecycle, Office, Outlet, Person, Reference, Refused, State
from prcomm.citizens import appeals as ap, receptions as rc
from prcomm.law import office, roles as who
from prcomm.oversight import (
    acts as oa,
    councils as co,
    recommendations as re,
    reports as yr,
    sessions as se,
    signals as sg,
)
from prcomm.press import (
    accreditations as ac,
    briefings as br,
    channels as ch,
    competences as cp,
    dialogues as dl,
    feedback as fb,
    incidents as ic,
    monitoring as mo,
    press_services as ps,
    programmes as pg,
    refutations as rf,
    releases as rl,
    requests as rq,
    roles as own,
)
from prcomm.press.speaking import Speaker

HOW_MANY, SEED, FEW = 5000, 125, 4
MINISTRY = office("the ministry")
OFFICES = tuple(office(f"region {n} IIB", superior=MINISTRY.id) for n in range(1, 13))
NOW = datetime(2026, 7, 6, 9, tz=MINISTRY.tz)
SET_UP = datetime(2026, 1, 5, 10, tz=MINISTRY.tz)
FIRST, DAYS = datetime(2026, 1, 19, 9, tz=MINISTRY.tz), 168
"""From which Monday on, and on how many days, something comes or is begun: up to the Friday before ``NOW``."""

DESK, CHIEF, DEPUTY, WORKER = (
    Actor("desk", who.REGISTRAR),
    Actor("head", who.HEAD),
    Actor("deputy", who.AUTHORISED),
    Actor("officer 5", who.EXECUTOR),
)
PRESS, PRESS_HEAD, DUTY = (
    Actor("press officer", who.PRESS_OFFICER),
    Actor("press head", who.PRESS_HEAD),
    Actor("duty officer", own.DUTY_OFFICER),
)
CENTRE, COMMISSION, EXPERT = Actor("centre", own.CENTRAL), Actor("c1", own.COMMISSION), Actor("e1", own.EXPERT_GROUP)
EDITOR, HEARER = Actor("editor", who.EDITORIAL_OFFICE), Actor("complaints", who.OTHER_BODY, MINISTRY.id)
CHAIR, KEEPER, STUDENT = Actor("1", who.CHAIR), Actor("2", who.SECRETARY), Actor("3", who.MEMBER)
LEADER = Actor("1", who.PRESIDING)
NINE = tuple(str(n) for n in range(1, 10))
SOCIETY, ORGANISER = Actor("o1", who.NGO, "society"), Actor("o1", who.ORGANISER, "society")
PAPERS = frozenset({ac.Annex.CERTIFICATE, ac.Annex.PASSPORT, ac.Annex.DIPLOMA})
PAPER, BLOG = Outlet("gazeta", registered=True), Outlet("a page")
SAID: Final = {"known": "digest 1", "unknown": "digest 2", "doing": "digest 3"}

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


@frozen
class Planted:
    """A statement of another file that is false on purpose: in which file, and in which field of an action."""

    process: str
    id: str
    field: str


def working(moment: DateTime) -> DateTime:
    """The same hour of that day, or of the Monday after it."""
    return moment.add(days=7 - moment.weekday()) if moment.weekday() > 4 else moment


class Life(Generic[E, A]):
    """One file as it goes on, step by step: what would be done after ``NOW`` is not done, nor what would follow."""

    def __init__(self, draw: Random, lifecycle: Lifecycle[E, A], first: A) -> None:
        self.draw, self.lifecycle = draw, lifecycle
        self.file, self.at, self.goes_on = lifecycle.begin(first), first.at, True

    def do(self, *actions: A) -> bool:
        """Whether all of it is done by now."""
        for action in actions:
            self.goes_on = self.goes_on and action.at <= NOW
            if self.goes_on:
                self.file, self.at = self.lifecycle.apply(self.file, action), action.at
        return self.goes_on

    @property
    def reference(self) -> Reference:
        return Reference(self.lifecycle.name, self.file.id)

    def later(self, low: int, high: int) -> DateTime:
        """Some days after the last step, in the hours of work."""
        day = self.at.add(days=self.draw.randint(low, high))
        then = working(day.at(self.draw.randint(9, 17), self.draw.randrange(60)))
        return then if then > self.at else self.at.add(minutes=self.draw.randint(5, 50))


AnyLife = Life[Entity[State], Action]


@define(eq=False)
class Service:
    """A press service, and the lives of all files of its office."""

    draw: Random
    office: Office
    lives: dict[str, list[AnyLife]] = field(factory=lambda: defaultdict(list))
    planted: list[Planted] = field(factory=list)
    refused: list[Refused] = field(factory=list)

    # -- what all makers use

    def begin(self, lifecycle: Lifecycle[E, A], first: A) -> Life[E, A]:
        life = Life(self.draw, lifecycle, first)
        self.lives[lifecycle.name].append(cast("AnyLife", life))
        return life

    def of(self, lifecycle: Lifecycle[E, A]) -> list[Life[E, A]]:
        """What was begun here of a process; any of it may go on."""
        return cast("list[Life[E, A]]", self.lives[lifecycle.name])

    def id(self, process: str) -> str:
        return f"{self.office.id.split()[1]}/{len(self.lives[process]) + 1}"

    def chance(self, percent: int) -> bool:
        return self.draw.randrange(100) < percent

    def some_day(self, until: int = DAYS) -> DateTime:
        """A working day of the first so many, at any minute of it."""
        weeks, day = divmod(self.draw.randrange(until * 5 // 7), 5)
        return FIRST.add(weeks=weeks, days=day).at(self.draw.randint(9, 17), self.draw.randrange(60))

    def plant(self, life: Life[E, A], name: str) -> None:
        self.planted.append(Planted(life.lifecycle.name, life.file.id, name))

    def try_in_vain(self, life: Life[E, A], action: A) -> None:
        """What somebody wanted to do, and a table refuses."""
        try:
            life.do(action)
        except Refused as refused:
            self.refused.append(refused)

    # -- citizens

    def appeal(self, at: DateTime) -> Life[ap.Appeal, ap.AppealAction]:
        number = self.id("appeal")
        kind = self.draw.choices((ap.COMPLAINT, ap.APPLICATION, ap.PROPOSAL), (5, 4, 1))[0]
        life = self.begin(ap.APPEAL, ap.Receive(
            at=at, by=DESK, case=number, kind=kind, form=ap.Form.ELECTRONIC, channel=ap.Channel.OFFICIAL_SITE,
            office=self.office, appellants=(Person(f"p{number}"),),
        ))  # fmt: skip
        life.do(ap.Register(at=life.later(0, 2), by=DESK, number=number))
        if self.chance(9):
            at = life.later(0, 5)
            life.do(ap.Forward(at=at, by=DEPUTY, to="gas supply", outside_competence=True, data_suffice=True))
            if self.chance(85):
                told, form = ap.Notice.FORWARDED, ap.Form.WRITTEN
                life.do(ap.Notify(at=life.later(0, 3), by=DEPUTY, of=told, form=form))
            return life
        life.do(ap.Assign(at=life.later(0, 3), by=DEPUTY, executors=(WORKER.id,)))
        if self.chance(3):
            return life
        if kind is not ap.PROPOSAL and self.chance(15):
            life.do(ap.Study(at=life.later(0, 6), by=WORKER, needs=frozenset({ap.Need.STUDY})))
        outcome = self.draw.choice(tuple(ap.Outcome))
        answers = (ap.AnsweredQuestion("1", "digest 1"),)
        life.do(ap.Decide(at=life.later(1, 11), by=CHIEF, outcome=outcome, answers=answers))
        at, form = life.later(0, 2), ap.Form.WRITTEN
        life.do(ap.SendReply(at=at, by=CHIEF, to=f"p{number}", form=form, language="uz", challenge_explained=True))
        return life

    def reception(self, at: DateTime) -> None:
        number, kind = self.id("reception"), self.draw.choices((rc.PERSONAL, rc.VIDEO), (7, 3))[0]
        answered = [one for one in self.of(ap.APPEAL) if one.file.outcome and one.at < at]
        former = self.draw.choice(answered).file if answered and self.chance(6) else None
        person = former.appellants[0] if former else Person(f"v{number}")
        life = self.begin(rc.RECEPTION, rc.AskReception(
            at=at, by=Actor(person.id, who.APPELLANT), case=number, kind=kind, office=self.office, visitor=person,
            convenient=working(at.add(days=5)), content="digest 1",
        ))  # fmt: skip
        if former and former.state is ap.AppealState.CONSIDERED:
            life.do(rc.RefuseReception.of(former, same_nature=True, at=life.later(0, 3), by=CHIEF))
            return
        if kind is rc.VIDEO:
            life.do(rc.RegisterRequest(at=life.later(0, 2), by=DESK, number=number))
            life.do(rc.PutBeforeHead(at=life.later(0, 2), by=DESK))
        if not self.chance(5):
            life.do(rc.HoldReception(at=life.later(1, 7), by=CHIEF))

    # -- the press service, who speaks for it, and where

    def set_up(self) -> None:
        kind = ps.MAIN_DEPARTMENT if self.office is MINISTRY else ps.TERRITORIAL
        self.begin(ps.PRESS_SERVICE, ps.Establish(
            at=SET_UP, by=CHIEF, case=self.id("press_service"), office=self.office, kind=kind, act="order 1",
            secretary_of_minister=True,
        ))  # fmt: skip
        for n, duty in enumerate((cp.Duty.SPEAKS, cp.Duty.SPEAKS, cp.Duty.WRITES, cp.Duty.HANDLES_APPEALS)):
            case = self.id("competence")
            officer = f"officer {case}"
            life = self.begin(cp.COMPETENCE, cp.Charge(
                at=SET_UP, by=DEPUTY, case=case, office=self.office, officer=officer, duties=frozenset({duty}),
                act="order 2",
            ))  # fmt: skip
            if n > 1 and self.chance(40):
                life.do(cp.Train(at=life.later(20, 150), by=CENTRE, of=duty))
        kinds = (ch.ChannelKind.OFFICIAL_SITE, ch.ChannelKind.SOCIAL_PAGE, ch.ChannelKind.MESSENGER)
        for channel in kinds:
            case = self.id("channel")
            new = self.begin(ch.CHANNEL, ch.Declare(
                at=SET_UP, by=PRESS_HEAD, case=case, office=self.office, kind=channel, act="order 3"
            ))  # fmt: skip
            new.do(ch.Activate(at=SET_UP.add(hours=1), by=PRESS_HEAD, act="order 4"))
        new.do(ch.Suspend(at=FIRST, by=PRESS_HEAD))  # the messenger, the last of the three

    def speaker(self) -> Speaker:
        """One of the two who are charged with speaking, or the head."""
        charged = self.draw.choice(self.of(cp.COMPETENCE)[:2])
        return Speaker.of(charged.file) if self.chance(80) else Speaker.leading(CHIEF.id, self.office.id)

    def visited(self) -> None:
        """The Main Department comes, and what it advises is put right, or not."""
        (life,) = self.of(ps.PRESS_SERVICE)
        if self.chance(50):
            life.do(ps.Visit(at=life.later(0, 0), by=CENTRE))
            life.do(ps.Advise(at=life.later(1, 1), by=CENTRE, recommendations=frozenset({"a duty rota"})))
            if self.chance(60):
                life.do(ps.PutRight(at=life.later(1, 1), by=PRESS_HEAD))

    # -- what it says, and what is asked of it

    def drafted(self, at: DateTime) -> Life[rl.Release, rl.ReleaseAction]:
        draft = rl.Draft(at=at, by=PRESS, case=self.id("release"), office=self.office, digest="digest 1")
        return self.begin(rl.RELEASE, draft)

    def release(self, at: DateTime, lie: bool = False) -> Life[rl.Release, rl.ReleaseAction]:
        life = self.drafted(at)
        way = 99 if lie else self.draw.randrange(100)
        if way < 4:
            return life
        if way < 8:
            life.do(rl.Drop(at=life.later(1, 3), by=PRESS_HEAD, reason="digest 2"))
            return life
        life.do(rl.Submit(at=life.later(0, 1), by=PRESS))
        judged = rl.Approve(at=life.later(0, 1), by=PRESS_HEAD, no_secret=True, permission=None, guilt_stated=False)
        life.do(judged)
        site, page, messenger = (one.file for one in self.of(ch.CHANNEL))
        on = tuple(ch.On.of(one) for one in ((site, page) if self.chance(60) else (site,)))
        if lie:
            on = (*on, evolve(ch.On.of(messenger), active=True))
            self.plant(life, "on")
        life.do(rl.Publish(at=life.later(0, 0), by=PRESS, on=on))
        if way < 13:
            life.do(rl.FindWrong(at=life.later(1, 6), by=PRESS))
            life.do(rl.DraftCorrection(at=life.later(0, 1), by=PRESS, what="digest 1", digest="digest 3"))
            life.do(rl.Correct(
                at=life.later(0, 1), by=PRESS_HEAD, on=on, no_secret=True, permission=None, guilt_stated=False
            ))  # fmt: skip
        elif way < 15:
            gone = life.later(1, 6)
            life.do(*(rl.TakeDown(at=gone, by=PRESS, channel=one.channel.id) for one in on))
            life.do(rl.Withdraw(at=life.later(0, 0), by=PRESS_HEAD, reason="digest 2"))
        return life

    def out(self, at: DateTime) -> Reference | None:
        """A release that was published by then, and nothing was done about since."""
        found = [one.file for one in self.of(rl.RELEASE) if one.at < at and one.file.state is rl.ReleaseState.PUBLISHED]
        return self.draw.choice(found).reference if found else None

    def request(
        self, at: DateTime, question: Reference | None = None, asked: str = ""
    ) -> Life[rq.Request, rq.RequestAction]:
        number, way = self.id("request"), self.draw.randrange(100)
        kind = rq.MEDIA if question or self.chance(45) else rq.USER
        form = rq.Form.ORAL if way < 8 and not question else rq.Form.ELECTRONIC
        life = self.begin(rq.REQUEST, rq.Receive(
            at=at, by=DESK, case=number, office=self.office, kind=kind, form=form, question=question, asked=asked,
            requester=LegalEntity(f"u{number}"), registered_outlet=kind is rq.MEDIA,
        ))  # fmt: skip
        asker, days = Actor(f"u{number}", own.REQUESTER), 8 if kind is rq.MEDIA else 15
        if form is rq.Form.ORAL:
            life.do(rq.AnswerAtOnce(at=life.later(0, 0), by=PRESS))
            return life
        life.do(rq.Register(at=life.later(0, 1), by=DESK, number=number))
        reply, ground, route = (
            Reference("release", "a letter"),
            rq.RefusalGround.PROTECTED_SECRET,
            "the ministry, or court",
        )
        if way < 12:
            return life  # nobody has answered it yet
        if way < 17:
            life.do(rq.Forward(at=life.later(0, 3), by=CHIEF, to="gas supply", told=True))
        elif way < 21:
            life.do(rq.SayNotHeld(at=life.later(0, 4), by=PRESS, holder="the registry of land"))
        elif way < 29:
            life.do(rq.Refuse(at=life.later(1, days), by=CHIEF, ground=ground, reasons="digest 3", route=route))
            if self.chance(30):
                life.do(rq.Complain(at=life.later(1, 9), by=asker))
                life.do(rq.Dismiss(at=life.later(2, 12), by=HEARER))
        elif way < 35:
            life.do(rq.AnswerInPart(
                at=life.later(1, days), by=CHIEF, reply=reply, withheld="digest 2", ground=ground, reasons="digest 3",
                route=route,
            ))  # fmt: skip
        else:
            if kind is rq.USER and way < 42:
                self.try_in_vain(life, rq.Extend(at=life.later(1, 4), by=CHIEF, told=True))
            life.do(rq.Answer(at=life.later(1, days), by=PRESS, reply=reply))
            if self.chance(50):
                life.do(rq.Close(at=life.later(5, 30), by=PRESS_HEAD))
        return life

    # -- what is written about the body

    def found_item(self, at: DateTime, lie: bool = False) -> None:
        case, kind = self.id("monitoring"), self.draw.choice(tuple(mo.FoundKind))
        alleged = self.draw.choices((None, mo.Allegation.CRIME, mo.Allegation.CORRUPTION), (80, 12, 8))[0]
        life = self.begin(mo.MONITORING, mo.Find(
            at=at, by=DUTY, case=case, office=self.office, kind=kind, alleges=frozenset({alleged} if alleged else ()),
            outlet=PAPER if kind is mo.FoundKind.MEDIA else BLOG,
        ))  # fmt: skip
        first = self.of(mo.MONITORING)[0].file
        if not lie and self.chance(3) and first.id != case and not alleged:
            life.do(mo.JoinTo(at=life.later(0, 1), by=PRESS_HEAD, first=first.reference, alleged=frozenset()))
            return
        if alleged is mo.Allegation.CRIME and self.chance(90):
            life.do(mo.HandToDuty(at=life.later(0, 1), by=DUTY, number="14"))
        if alleged is mo.Allegation.CORRUPTION and self.chance(90) and (at := life.later(0, 1)) <= NOW:
            life.do(mo.HandToCouncil(at=at, by=PRESS, signal=self.signal(at, life.reference)))
        if kind is mo.FoundKind.MEDIA and self.chance(6):
            self.try_in_vain(life, mo.DemandRemoval(at=life.later(0, 1), by=PRESS_HEAD))
        verdict = self.draw.choices((mo.Confirm, mo.Disprove, mo.LeaveOpen), (45, 35, 20))[0]
        if life.do(verdict(at=life.later(0, 2), by=PRESS, official="officer 2")):
            self.responded(life, lie)

    def responded(self, life: Life[mo.FoundItem, mo.FoundAction], lie: bool) -> None:
        """A word on it, by a release; a refutation of what a newspaper wrote falsely."""
        at = life.later(0, 3)
        word = self.drafted(life.at).reference if lie else self.out(at)
        if word is None or (not lie and self.chance(10)):
            return
        if life.do(mo.Respond(at=at, by=PRESS_HEAD, release=word, published=True)) and lie:
            self.plant(life, "published")
        at = life.later(1, 9)
        false = isinstance(mo.verdict(life.file), mo.Disprove) and life.file.outlet.registered
        if false and self.chance(60) and life.goes_on and at <= NOW:
            life.do(mo.AskRefutation(at=at, by=PRESS_HEAD, refutation=self.demand(at, life.file)))
        if life.file.alleges <= life.file.handed and self.chance(60):
            life.do(mo.Close(at=life.later(1, 9), by=PRESS_HEAD))

    def demand(self, at: DateTime, item: mo.FoundItem, lie: bool = False) -> Reference:
        """The body demands a refutation of what a newspaper wrote."""
        case = self.id("refutation")
        first = rf.Demand.of(
            item, at=at, by=PRESS_HEAD, case=case, office=self.office, claim=rf.Claim.REFUTATION,
            medium=rf.Medium.NEWSPAPER, harmful=True, infringed=True, official="officer 2",
        )  # fmt: skip
        life = self.begin(rf.REFUTATION, evolve(first, false=True))
        if lie:
            self.plant(life, "false")
        self.refuted(life, EDITOR)
        return Reference("refutation", case)

    def demand_what_is_true(self) -> None:
        """A refutation is demanded of what was confirmed."""
        true = next(
            one for one in self.of(mo.MONITORING)
            if isinstance(mo.verdict(one.file), mo.Confirm) and one.file.outlet.registered
        )  # fmt: skip
        self.demand(true.later(1, 5), true.file, lie=True)

    def claimed(self, at: DateTime) -> None:
        """A refutation is demanded of the body."""
        claimant = Actor("claimant", own.CLAIMANT)
        life = self.begin(rf.REFUTATION, rf.Demand(
            at=at, by=claimant, case=self.id("refutation"), office=self.office, kind=rf.Direction.INCOMING,
            claim=rf.Claim.REFUTATION, medium=rf.Medium.WEBSITE, registered=True, item=None, false=True, harmful=True,
            infringed=True, official="",
        ))  # fmt: skip
        self.refuted(life, PRESS_HEAD, claimant)

    def refuted(self, life: Life[rf.Refutation, rf.RefutationAction], other: Actor, side: Actor = PRESS_HEAD) -> None:
        at, way = life.later(0, 3), self.draw.randrange(100)
        life.do(rf.Deliver(at=at, by=side if other is EDITOR else DESK, received=at, proof="receipt 14"))
        if way < 55:
            life.do(rf.Publish(at=life.later(2, 34), by=other, same_place=True, under_heading=True))
        elif way < 75:
            life.do(rf.Decline(at=life.later(2, 20), by=other, reason="digest 5"))
            if way < 68:
                life.do(rf.GoToCourt(at=life.later(5, 20), by=side))
                at, upheld = life.later(20, 40), self.chance(60)
                life.do(rf.NoteJudgment(at=at, by=PRESS_HEAD, upheld=upheld, number="2-114"))
        elif way < 82:
            life.do(rf.Withdraw(at=life.later(2, 9), by=side))

    def incident(self, at: DateTime) -> None:
        word = self.out(at)
        life = self.begin(ic.INCIDENT, ic.Notice(
            at=at, by=DUTY, case=self.id("incident"), office=self.office, found=None,
            noticed=at.subtract(minutes=self.draw.randint(5, 50)),
        ))  # fmt: skip
        if word is None or self.chance(15):
            life.do(ic.Dismiss(at=life.later(0, 1), by=PRESS_HEAD, why="digest 4"))
            return
        truth = self.draw.choices(tuple(ic.Truth), (6, 3, 1))[0]
        life.do(ic.Verify(at=life.later(0, 0), by=PRESS, truth=truth, official="officer 2"))
        resonant = self.chance(40)
        life.do(ic.Rate(at=life.later(0, 0), by=PRESS_HEAD, resonant=resonant, why="digest 4"))
        life.do(ic.SayFirst(at=life.later(0, 1), by=PRESS_HEAD, line=ic.Line(**SAID, release=word, published=True)))
        if self.chance(60):
            until = life.at.add(days=self.draw.randint(2, 9)).date()
            life.do(ic.Promise(at=life.later(0, 0), by=PRESS, promise="p1", until=until))
            if self.chance(80):
                at = life.later(1, 9)
                if kept := self.out(at):
                    life.do(ic.Keep(at=at, by=PRESS, promise="p1", release=kept))
            else:
                return
        if resonant:
            at = life.later(0, 1)
            if at <= NOW:
                on = self.briefing(working(at.add(days=1)).at(15), br.OPERATIONAL, life.reference).reference
                life.do(ic.DecideBriefing(at=at, by=PRESS_HEAD, hold=True, why="digest 4", briefing=on))
        if not life.file.promises or life.file.promises[0].state is not ic.PromiseState.OPEN:
            life.do(ic.Resolve(at=life.later(2, 12), by=PRESS_HEAD))
            if self.chance(60):
                life.do(ic.Review(at=life.later(2, 12), by=PRESS_HEAD, lessons="digest 5"))

    # -- events, who comes to them, and what is said of them

    def accreditation(self, at: DateTime, lie: bool = False) -> None:
        case, way = self.id("accreditation"), self.draw.randrange(100)
        life = self.begin(ac.ACCREDITATION, ac.Apply(
            at=at, by=EDITOR, case=case, kind=ac.DOMESTIC, office=self.office, outlet=PAPER,
            journalist=f"j{case}", filed_with=ac.FiledWith.THIS_BODY, signed=True, annexes=PAPERS, photographs=4,
        ))  # fmt: skip
        if not lie and way < 8:
            life.do(ac.RefuseAccreditation(at=life.later(2, 9), by=COMMISSION, reasons="digest 3", told=True))
            return
        if not lie and way < 14:
            return
        life.do(ac.Review(at=life.later(1, 4), by=EXPERT, conclusion="digest 2"))
        day = life.later(1, 6)
        life.do(ac.Grant(at=day, by=COMMISSION, valid_until=day.add(months=11).date(), decision="3", already=0))
        if lie:
            life.do(ac.WithdrawAccreditation(at=life.later(1, 2), by=COMMISSION, reasons="digest 3", told=True))
        elif way < 18 and life.at > datetime(2026, 3, 1, tz=NOW.tz):
            life.do(ac.WithdrawAccreditation(at=life.later(5, 40), by=COMMISSION, reasons="digest 3", told=True))

    def briefing(
        self, on: DateTime, kind: br.BriefingKind = br.ROUTINE, incident: Reference | None = None, lie: str = ""
    ) -> Life[br.Briefing, br.BriefingAction]:
        begun = working(on.subtract(days=self.draw.randint(4, 8))) if incident is None else on.subtract(hours=5)
        life = self.begin(br.BRIEFING, br.Plan(
            at=min(begun, NOW), by=PRESS_HEAD, case=self.id("briefing"), office=self.office, incident=incident, on=on,
            kind=kind, topic="digest 1", place="hall 1",
        ))  # fmt: skip
        way = 99 if lie or incident else self.draw.randrange(100)
        if way < 4:
            life.do(br.Cancel(at=life.later(0, 1), by=PRESS_HEAD, reason="digest 3"))
            return life
        life.do(br.Announce(at=life.at.add(hours=1), by=PRESS, on_site=True, accredited_told=True, cut_off=None))
        if way < 8:
            life.do(br.Postpone(at=life.at.add(hours=2), by=PRESS_HEAD, reason="digest 2"))
            return life
        comes = life.at.add(hours=1)
        before = [one.file for one in self.of(ac.ACCREDITATION) if one.at < comes]
        cards = [one for one in before if one.state is ac.AccreditationState.ACTIVE]
        guests = self.draw.sample(cards, min(len(cards), self.draw.randint(2, 5)))
        life.do(*(br.Admit.of(one, guest=one.journalist, at=comes, by=PRESS) for one in guests))
        if lie == "active":
            gone = next(one for one in before if one.state is ac.AccreditationState.WITHDRAWN)
            life.do(evolve(br.Admit.of(gone, guest=gone.journalist, at=comes, by=PRESS), active=True))
            self.plant(life, lie)
        if life.do(br.Hold(at=on.add(minutes=5), by=PRESS, speaker=self.speaker())):
            for one in guests:
                self.asked(life, Actor(one.journalist, own.JOURNALIST))
            if lie or not self.chance(8):
                life.do(br.PublishRecord(at=life.later(0, 2), by=PRESS, record=Reference("release", "record")))
                self.closed(life, lie)
        return life

    def asked(self, life: Life[br.Briefing, br.BriefingAction], guest: Actor) -> None:
        at, name, way = life.at.add(minutes=4), f"q{guest.id}", self.draw.randrange(100)
        if not life.do(br.Ask(at=at, by=guest, question=name)):
            return
        at = at.add(minutes=2)
        if way < 75:
            life.do(br.AnswerQuestion(at=at, by=PRESS, question=name, speaker=self.speaker()))
        elif way < 90:
            into = self.request(at, life.reference, name).reference
            life.do(br.TurnQuestion(at=at, by=PRESS, question=name, into=into))
        else:
            life.do(br.DropQuestion(at=at, by=PRESS_HEAD, question=name, reason="digest 4"))

    def closed(self, life: Life[br.Briefing, br.BriefingAction], lie: str = "") -> None:
        false = lie == "heard.done"
        feedback = self.feedback(life, stays_open=false)
        if feedback is None:
            return
        heard, at = fb.Heard.of(feedback.file), max(life.later(6, 9), feedback.at.add(hours=1))
        if false:
            self.plant(life, lie)
        if false or heard.done:
            life.do(br.Close(at=at, by=PRESS_HEAD, heard=evolve(heard, done=True)))

    def admit_without_accreditation(self) -> None:
        self.accreditation(FIRST, lie=True)
        self.briefing(self.some_day(60).add(days=28).at(15), lie="active")

    def feedback(self, event: Life[E, A], stays_open: bool = False) -> Life[fb.Feedback, fb.FeedbackAction] | None:
        """What the public said on an event: of some nobody asked for it."""
        at = event.later(0, 0)
        if not event.goes_on or at > NOW or (not stays_open and self.chance(12)):
            return None
        way = 99 if stays_open else self.draw.randrange(100)
        life = self.begin(fb.FEEDBACK, fb.Open(
            at=at, by=PRESS, case=self.id("feedback"), office=self.office, event=event.reference,
            until=at.add(days=5).date(),
        ))  # fmt: skip
        if way < 12:
            life.do(fb.NoteSilence(at=life.later(6, 8), by=PRESS, asked_by=frozenset({"site"})))
            return life
        for n in range(self.draw.randint(1, 3)):
            at, name = life.later(0, 1), f"o{n}"
            life.do(fb.Collect(at=at, by=PRESS, opinion=name))
            if self.chance(20):
                life.do(fb.SetAside(at=at, by=PRESS, opinion=name, reason="digest 1"))
            else:
                life.do(fb.TakeUp(at=at, by=PRESS, opinion=name))
        if way < 88:
            life.do(fb.Summarise(at=life.later(2, 5), by=PRESS, digest="digest 2"))
            life.do(fb.Answer(at=life.later(0, 4), by=PRESS_HEAD, reply=Reference("release", "an answer")))
        return life

    def dialogue(self, on: DateTime) -> None:
        kind, way = self.draw.choices(tuple(dl.DialogueKind), (40, 25, 15, 10, 10))[0], self.draw.randrange(100)
        begun = min(working(on.subtract(days=self.draw.randint(5, 10))), NOW)
        life = self.begin(dl.DIALOGUE, dl.Plan(
            at=begun, by=PRESS if kind in dl.TALKS else CHIEF, case=self.id("dialogue"), office=self.office, kind=kind,
            topic="digest 1", on=on, place="school 5", schedule="digest 2",
        ))  # fmt: skip
        if way < 6:
            life.do(dl.Cancel(at=life.later(0, 1), by=PRESS_HEAD, reason="digest 4"))
            return
        life.do(dl.Announce(at=life.at.add(hours=1), by=PRESS, where=frozenset(dl.Place)))
        if not life.do(dl.Hold(at=on.add(minutes=5), by=PRESS_HEAD, speaker=self.speaker())):
            return
        for n in range(self.draw.randint(2, 6)):
            self.raised(life, f"q{n}")
        if way < 14:
            return
        counts = dl.totals(life.file)
        life.do(dl.Report(at=life.later(0, 2), by=PRESS, **counts, published=Reference("release", "report")))
        feedback = self.feedback(life)
        if way < 85:
            for one in life.file.questions:
                if one.state is dl.RaisedState.INSTRUCTED:
                    life.do(dl.CarryOut(at=life.later(1, 6), by=WORKER, question=one.id))
            if feedback and (heard := fb.Heard.of(feedback.file)).done:
                at = max(life.later(6, 9), feedback.at.add(hours=1))
                life.do(dl.Close(at=at, by=PRESS_HEAD, heard=heard))

    def raised(self, life: Life[dl.Dialogue, dl.DialogueAction], name: str) -> None:
        at, way = life.at.add(minutes=4), self.draw.randrange(100)
        if not life.do(dl.Raise(at=at, by=Actor("p7", own.PARTICIPANT), question=name)):
            return
        at = at.add(minutes=2)
        if way < 35:
            life.do(dl.Solve(at=at, by=CHIEF, question=name))
        elif way < 65:
            life.do(dl.Explain(at=at, by=CHIEF, question=name))
        elif way < 78:
            until = at.add(days=self.draw.randint(4, 14)).date()
            life.do(dl.Instruct(at=at, by=CHIEF, question=name, to="unit 4", until=until))
        elif way < 90:
            into = self.request(at, life.reference, name).reference
            life.do(dl.TurnInto(at=at, by=PRESS, question=name, into=into))
        else:
            life.do(dl.Drop(at=at, by=CHIEF, question=name, reason="digest 7"))

    def programme(self, at: DateTime) -> None:
        life = self.begin(pg.PROGRAMME, pg.Propose(
            at=at, by=PRESS_HEAD, case=self.id("programme"), office=self.office, goals=frozenset({"goal"}),
            kind=self.draw.choice(tuple(pg.ProgrammeKind)), audience="schools", channels=frozenset({"page"}),
            indicators=frozenset({"reach"}),
        ))  # fmt: skip
        at = life.later(3, 10)
        if self.chance(15):
            life.do(pg.Drop(at=at, by=PRESS_HEAD, reason="digest 3"))
            return
        life.do(pg.Approve(at=at, by=CHIEF, act="order 1", until=at.add(days=self.draw.randint(30, 80)).date()))
        life.do(pg.Begin(at=life.later(1, 6), by=PRESS))
        life.do(
            pg.Measure(at=life.later(20, 60), by=PRESS, indicator="reach", value=Decimal(self.draw.randint(10, 90)))
        )
        life.do(pg.Evaluate(at=life.later(1, 30), by=PRESS, digest="digest 1"))
        feedback = self.feedback(life)
        if feedback and (heard := fb.Heard.of(feedback.file)).done:
            life.do(pg.Close(at=max(life.later(6, 9), feedback.at.add(hours=1)), by=PRESS_HEAD, heard=heard))

    # -- oversight

    def council(self) -> None:
        """Nine members, and the founding session, which elects chair and secretary."""
        number = self.office.id.split()[1]
        life = self.begin(co.COUNCIL, co.Propose(
            at=SET_UP, by=CHIEF, council=number, kind=co.TERRITORIAL, office=self.office
        ))  # fmt: skip
        for one, category in zip(NINE, (*co.Category, *tuple(co.Category)[:4]), strict=True):
            life.do(
                co.Nominate(at=SET_UP, by=CHIEF, member=one, category=category, seat=co.Seat.NGO),
                co.Consent(at=SET_UP, by=Actor(one, who.CANDIDATE), member=one),
                co.Appoint(at=SET_UP, by=CHIEF, member=one, order="order 1"),
            )
        life.do(
            co.Constitute(
                at=SET_UP.add(days=1), by=CHIEF, order="order 2", regulation="regulation", chamber_agreed=True
            )
        )
        posts = ((co.Post.CHAIR, CHAIR.id), (co.Post.SECRETARY, KEEPER.id))
        items = [
            se.ListItem(at=SET_UP.add(days=1), by=KEEPER, item=p.name, elects=p, nominee=n, agrees=True)
            for p, n in posts
        ]
        founding = self.session(SET_UP.add(days=9), se.FOUNDING, items)
        life.do(co.Activate.of(founding.file, at=founding.at.add(hours=1), by=CHIEF))

    def session(
        self, day: DateTime, kind: se.SessionKind, items: Iterable[se.ListItem], lost: frozenset[str] = frozenset()
    ) -> Life[se.Session, se.SessionAction]:
        """Planned eight days before; each item is decided by a count of hands; the minutes are published."""
        (council,) = self.of(co.COUNCIL)
        founding = kind is se.FOUNDING
        leader = Actor(CHIEF.id, who.PRESIDING) if founding else LEADER
        life = self.begin(se.SESSION, se.Plan.of(
            council.file, session=f"{council.file.id}/{len(self.of(se.SESSION)) + 1}", kind=kind, day=day.date(),
            place="hall 2", at=day.subtract(days=8), by=CHIEF if founding else KEEPER,
        ))  # fmt: skip
        life.do(*(evolve(one, at=life.at) for one in items))
        life.do(se.Announce(at=life.at.add(hours=1), by=KEEPER))
        life.do(se.Open.of(council.file, at=day, by=CHIEF if founding else CHAIR))
        life.do(*(se.Attend(at=day, by=KEEPER, member=one) for one in NINE[: self.draw.randint(6, 9)]))
        for item in life.file.items:
            if not life.do(se.TakeUp(at=day, by=leader, item=item.id)):
                break
            there = len(life.file.present)
            against = there if item.id in lost else self.draw.randint(0, 1)
            hands = {"in_favour": there - against, "against": against, "abstained": 0}
            life.do(se.CountVotes.of(life.file, item.id, **hands, at=day, by=KEEPER))
            if item.id in lost:
                life.do(se.RejectItem(at=day, by=leader, item=item.id))
            else:
                life.do(se.AdoptItem(at=day, by=leader, item=item.id, decision=f"digest {item.id}"))
        life.do(se.Close(at=day.add(hours=2), by=leader))
        at = life.later(1, 3)
        life.do(se.Minute(at=at, by=KEEPER, minutes="digest 2", signed_by=(leader.id, KEEPER.id)))
        life.do(se.PublishMinutes(at=life.later(0, 4), by=KEEPER))
        return life

    def signal(self, at: DateTime, found: Reference | None = None) -> Reference:
        """A signal of corruption, which the council studies; a later session adopts the result."""
        (council,) = self.of(co.COUNCIL)
        case = self.id("signal")
        life = self.begin(sg.SIGNAL, sg.NoteSignal(
            at=at, by=KEEPER, signal=case, office=self.office, council=council.reference, medium=sg.Medium.INTERNET,
            link="link 1", about=self.office.id, corruption=True, meant=("somebody",), found=found,
        ))  # fmt: skip
        if self.chance(8):
            life.do(sg.Pass(at=life.later(1, 4), by=CHAIR, to=MINISTRY.id, why="digest 3"))
        elif self.chance(90):
            life.do(sg.Study(at=life.later(1, 4), by=CHAIR, by_whom=(STUDENT.id,)))
            life.do(sg.Conclude(at=life.later(5, 30), by=STUDENT, result=f"digest {case}"))
        return life.reference

    def month(self, day: DateTime, lie: bool = False) -> None:
        """A session of the council: it decides on what was studied by then, and gives its advice."""
        (council,) = self.of(co.COUNCIL)
        planned = day.subtract(days=8)
        studied = [one for one in self.of(sg.SIGNAL) if one.file.state is sg.SignalState.STUDIED and one.at < planned]
        session = f"{council.file.id}/{len(self.of(se.SESSION)) + 1}"
        advice = [f"advice {session}.{n}" for n in range(self.draw.randint(1, 2))]
        names = (*(one.file.id for one in studied), *advice)
        lost = {studied[0].file.id} if lie else set[str]()
        lost |= {one for one in advice if self.chance(15)}
        items = [se.ListItem(at=planned, by=KEEPER, item=one, subject=f"digest {one}") for one in names]
        life = self.session(day, se.ORDINARY, items, frozenset(lost))
        if life.file.state in se.SessionState.PLANNED | se.SessionState.ANNOUNCED:
            return
        adopted = [one.id for one in life.file.items if one.state is se.ItemState.ADOPTED]
        for one in studied:
            false = lie and one is studied[0]
            if one.file.id in adopted or false:
                if false:
                    self.plant(one, "adopted")
                at = max(life.at, day).add(hours=1)
                one.do(sg.Approve(
                    at=at, by=CHAIR, session=life.reference, council=council.reference, adopted=True,
                    result=one.file.result,
                ))  # fmt: skip
                one.do(sg.PublishStudy(at=one.later(1, 9), by=KEEPER))
        for item in advice:
            if item in adopted:
                chair, at = evolve(CHAIR, office=council.file.id), life.later(0, 1)
                if at <= NOW:
                    new = re.Adopt.of(life.file, item, recommendation=self.id("recommendation"), at=at, by=chair)
                    self.considered(new, chair)

    def sessions(self, lie: bool) -> None:
        """One on a Thursday of each month; that of July may lie ahead."""
        week = self.draw.randrange(3)
        for month in range(2, 8):
            days = (datetime(2026, month, 7 * week + n, 15, tz=NOW.tz) for n in range(1, 8))
            day = next(one for one in days if one.weekday() == 3)
            before = day.subtract(days=8)
            studied = any(one.file.state is sg.SignalState.STUDIED and one.at < before for one in self.of(sg.SIGNAL))
            if before <= NOW:
                self.month(day, lie=lie and studied)
            lie = lie and not studied

    def considered(self, adopt: re.Adopt, sender: Actor) -> Life[re.Recommendation, re.RecommendationAction]:
        """What the body does about a recommendation."""
        life = self.begin(re.RECOMMENDATION, adopt)
        life.do(re.Send(at=life.later(0, 2), by=sender))
        at, desk = life.later(1, 3), evolve(DESK, office=self.office.id)
        life.do(re.Register(at=at, by=desk, number=life.file.id, arrived=at))
        if not self.chance(15):
            head = evolve(CHIEF, office=self.office.id)
            outcome = self.draw.choice(tuple(re.Outcome))
            life.do(re.Decide(at=life.later(3, 20), by=head, outcome=outcome, reasons="digest 2"))
            life.do(re.Answer(at=life.later(0, 3), by=head, answer="digest 3"))
        return life

    def oversight(self, on: DateTime) -> None:
        """A hearing or a monitoring by a society, and its document; or a meeting that the body holds."""
        kind = self.draw.choices((oa.HEARING, oa.DISCUSSION, oa.MONITORING, oa.MEETING), (3, 3, 2, 2))[0]
        own_meeting = kind is oa.MEETING
        official = Actor("official", who.BODY, self.office.id)
        leader = official if own_meeting else ORGANISER
        begun = min(working(on.subtract(days=self.draw.randint(20, 28))), NOW)
        life = self.begin(oa.OVERSIGHT, oa.Undertake(
            at=begun, by=official if own_meeting else SOCIETY, act=self.id("oversight"), kind=kind, office=self.office,
            topic="digest 1", sphere=oa.Sphere.GENERAL, matter=oa.Matter.PUBLIC_INTEREST, subject=True,
            starts_on=on.date(), place="hall 3",
        ))  # fmt: skip
        if kind is not oa.MONITORING:
            told = life.later(0, 3)
            life.do(oa.AnnounceAct(at=told, by=leader, issues="digest 2", time="digest 3", procedure="digest 4"))
        if self.chance(8):
            life.do(oa.CallOffAct(at=life.later(0, 2), by=leader, why="digest 5"))
            return
        life.do(oa.BeginAct(at=on, by=leader))
        life.do(oa.EndAct(at=on.add(hours=3) if own_meeting or kind is oa.HEARING else life.later(1, 10), by=leader))
        if own_meeting:
            life.do(oa.CloseAct(at=life.later(1, 3), by=leader))
            return
        document = f"document {life.file.id}"
        life.do(oa.DrawUp(at=life.later(1, 9), by=leader, form=re.FinalForm.CONCLUSION, document=document))
        life.do(oa.Deliver(at=life.later(0, 3), by=leader))
        at = life.later(0, 0)
        if life.goes_on and at <= NOW:
            adopt = re.Adopt.of_act(life.file, recommendation=self.id("recommendation"), at=at, by=ORGANISER)
            answer = self.considered(adopt, ORGANISER)
            if answer.file.outcome:
                noted = oa.NoteOutcome.of(answer.file, None, at=answer.later(1, 5), by=ORGANISER)
                life.do(noted)

    def conference(self) -> None:
        """The yearly press conference, and what head and deputy report of each quarter and of each month."""
        day = datetime(2026, 3, self.draw.randint(16, 19), 11, tz=NOW.tz)
        conference = self.briefing(day, br.ANNUAL).file
        body, deputy = (
            self.begin(yr.REPORTS, yr.OpenRecord(
                at=SET_UP, by=DESK, record=self.id("reports"), kind=kind, office=self.office, holder=DEPUTY.id
            ))
            for kind in (yr.TERRITORIAL, yr.DEPUTY)
        )  # fmt: skip
        told = yr.HoldPressConference.of(conference, period="2026", at=day.add(hours=4), by=PRESS_HEAD)
        if told.held:
            body.do(told)
        body.do(yr.PublishReport(at=day.add(days=1), by=PRESS, period="2026"))
        for month, period in ((3, "2026-Q1"), (6, "2026-Q2")):
            if self.chance(80):
                at = datetime(2026, month, self.draw.randint(22, 30), 11, tz=NOW.tz)
                body.do(yr.ReportToKengash(at=at, by=CHIEF, period=period, report="digest 3"))
        for month in range(1, 7):
            if self.chance(85):
                at = datetime(2026, month, 26, 11, tz=NOW.tz).add(days=self.draw.randint(0, 3) if month > 1 else 0)
                deputy.do(yr.DeputyReports(
                    at=at, by=Actor(DEPUTY.id, who.DEPUTY_HEAD), period=f"2026-{month:02}", report="digest 4"
                ))  # fmt: skip

    def noted(self, lie: bool) -> None:
        """Of each month one briefing is noted in the file of the press service."""
        (life,) = self.of(ps.PRESS_SERVICE)
        held = [
            (one.at, one.file) for one in self.of(br.BRIEFING) if ps.NoteBriefing.of(one.file, at=NOW, by=PRESS).held
        ]
        months = dict[int, br.Briefing]()
        for _, file in sorted(held, key=lambda one: one[1].on):
            months.setdefault(file.on.month, file)
        for n, file in enumerate(months.values()):
            note = ps.NoteBriefing.of(file, at=working(file.on.add(hours=7)), by=PRESS)
            if lie and n == 1:
                note = evolve(note, held_on=note.held_on - timedelta(1))
                self.plant(life, "held_on")
            life.do(note)


Comes = tuple[int, int, Callable[[Service, DateTime], object]]
COMES: Final[tuple[Comes, ...]] = (
    # how many, on how many days, and what is done with each
    (900, DAYS, Service.appeal),
    (480, DAYS, Service.release),
    (200, DAYS, Service.accreditation),
    (500, DAYS, Service.found_item),
    (36, DAYS, Service.claimed),
    (100, DAYS, Service.incident),
    (24, 120, Service.signal),
    (600, DAYS, Service.request),
    (270, DAYS + 14, lambda service, day: service.briefing(day.at(11))),
    (140, DAYS + 14, lambda service, day: service.dialogue(day.at(10))),
    (40, 140, Service.programme),
    (280, DAYS, Service.reception),
    (60, DAYS + 14, lambda service, day: service.oversight(day.at(14))),
)
"""What comes or is begun; what follows from it comes beside, and the rest of the files are appeals."""
FALSE: Final[tuple[tuple[int, Callable[[Service], object]], ...]] = (
    (4, lambda service: service.release(service.some_day(120), lie=True)),
    (3, lambda service: service.found_item(service.some_day(120).add(days=28), lie=True)),
    (3, Service.demand_what_is_true),
    (3, Service.admit_without_accreditation),
    (3, lambda service: service.briefing(service.some_day(60).add(days=28).at(15), lie="heard.done")),
)
"""In how many services somebody states what is false: once in each."""


@frozen
class Department:
    """All files, as they stand at ``NOW``; what is false in them; what was tried and refused."""

    files: tuple[Entity[State], ...]
    planted: tuple[Planted, ...]
    refused: tuple[Refused, ...]


def made_up(seed: int = SEED) -> Department:
    """The same files for the same seed."""
    draw = Random(seed)
    ministry, *services = (Service(draw, one) for one in (MINISTRY, *OFFICES))
    sizes = [draw.randint(6, 14) for _ in services]
    ministry.set_up()
    for service in services:
        service.set_up()
        service.council()
    for how_many, until, make in COMES:
        for day in sorted(services[0].some_day(until) for _ in range(how_many)):
            make(draw.choices(services, sizes)[0], day)
    for how_many, make_false in FALSE:
        for service in draw.sample(services, how_many):
            make_false(service)
    in_session, noting = draw.sample(services, 2), draw.sample(services, 2)
    for service in services:
        service.conference()
        service.sessions(lie=service in in_session)
        service.noted(lie=service in noting)
        service.visited()
    begun = [life for service in (ministry, *services) for lives in service.lives.values() for life in lives]
    for _ in range(HOW_MANY - len(begun)):
        service = draw.choices(services, sizes)[0]
        begun.append(cast("AnyLife", service.appeal(service.some_day())))
    return Department(
        tuple(life.file for life in begun),
        tuple(one for service in services for one in service.planted),
        tuple(one for service in services for one in service.refused),
    )


def files_of(office: Office, seed: int = SEED) -> tuple[Entity[State], ...]:
    """The files of one press service alone, of every process: the same for the same seed."""
    service = Service(Random(seed), office)
    service.set_up()
    service.council()
    for how_many, until, make in COMES:
        for day in sorted(service.some_day(until) for _ in range(min(how_many, FEW))):
            make(service, day)
    service.conference()
    service.sessions(lie=False)
    service.noted(lie=False)
    service.visited()
    return tuple(life.file for lives in service.lives.values() for life in lives)
