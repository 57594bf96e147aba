"""What actions state of other files, and what those must say for it: one table for all wings.

A guard reads one file. What lies in another is copied from there into the action, with a reference. Here stands of each
such copy where it was copied from, so that it can be compared later. An example stands for its kind.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from attrs import evolve

from prcomm.citizens import receptions as rc
from prcomm.citizens.appeals import actions as ap, model as appeals
from prcomm.core.table.entities import Action, Entity, Reference, State
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
)
from prcomm.press.speaking import Speaker
from prcomm.views.department.stating import (
    Claim,
    StatedAt,
    Statement,
    alone,
    as_trained_before,
    by_a_standing_service,
    copied,
    exists,
    in_state,
    points_back,
    stated,
)

__all__ = ["STATEMENTS"]

_C = ch.ChannelState
NOT_JOINED = ic.GOING_ON | ic.IncidentState.RESOLVED | ic.IncidentState.REVIEWED | ic.IncidentState.DISMISSED
Speaks = TypeVar("Speaks", rq.GiveInterview, br.Hold, br.AnswerQuestion, dl.Hold)
Closes = TypeVar("Closes", br.Close, dl.Close, pg.Close)


def _standing_in(a: rl.Publish | rl.Correct | rl.ReportRehabilitation) -> Iterator[tuple[Reference, bool]]:
    return ((one.channel, one.active) for one in a.on)


def _gone_from(a: rl.Correct | rl.ReportRehabilitation) -> Iterator[tuple[Reference, bool]]:
    return ((Reference("channel", one), True) for one in sorted(a.closed))


def _release_in(a: ch.Post | ch.Air) -> Reference | None:
    return a.what.file if a.what.release else None


def _into(a: br.TurnQuestion | dl.TurnInto) -> Reference:
    return a.into


def _word(a: ic.SayFirst | ic.Update) -> tuple[tuple[Reference, bool]]:
    return ((a.line.release, a.line.published),)


def _adopted(f: se.Session, decision: str) -> bool:
    return any(one.state is se.ItemState.ADOPTED and one.decision == decision for one in f.items)


def _truth(f: mo.FoundItem) -> ic.Truth | None:
    last = mo.verdict(f)
    return None if last is None else ic.TRUTHS[type(last)]


def _deciding(a: sg.Approve | re.Adopt) -> Reference | None:
    """The session, where it is said that it decided."""
    if isinstance(a, sg.Approve):
        return a.session if a.adopted else None
    return a.rests_on if a.decided else None


def who_speaks(action: type[Speaks]) -> Iterator[Statement]:
    """Who speaks for a body, and by which right."""
    return copied(
        action, "speaker.charged speaker.office speaker.officer", cp.Competence, lambda a: a.speaker.file,
        lambda f, a: evolve(a, speaker=Speaker.of(f)), hides="speaker.officer",
    )  # fmt: skip


def what_was_heard(action: type[Closes]) -> Iterator[Statement]:
    """What came of the feedback on an event, and on which."""
    return copied(
        action, "heard.done heard.event", fb.Feedback, lambda a: a.heard.file,
        lambda f, a: evolve(a, heard=fb.Heard.of(f)),
    )  # fmt: skip


# fmt: off
STATEMENTS: Final = (
    #      who states           which field                  in the files of    which of them           what they say
    # -- the press wing
    in_state(rl.Publish,        "on",                        ch.Channel,        _standing_in,           _C.ACTIVE),
    in_state(rl.Correct,        "on",                        ch.Channel,        _standing_in,           _C.ACTIVE),
    in_state(rl.Correct,        "closed",                    ch.Channel,        _gone_from,             _C.RETIRED),
    in_state(rl.ReportRehabilitation, "on",                  ch.Channel,        _standing_in,           _C.ACTIVE),
    in_state(rl.ReportRehabilitation, "closed",              ch.Channel,        _gone_from,             _C.RETIRED),
    *copied(ch.Post,            "what.out what.blocked",     rl.Release,        _release_in,
            lambda f, a: rl.posting(f, posting=a.posting, at=a.at, by=a.by)),
    *copied(ch.Air,             "what.out what.blocked",     rl.Release,        _release_in,
            lambda f, a: rl.airing(f, next=a.next, at=a.at, by=a.by)),
    in_state(mo.Respond,        "published",                 rl.Release,        lambda a: ((a.release, a.published),),
             rl.OUT),
    stated(rf.Demand,           "false",                     mo.FoundItem,      lambda a: a.item,
           lambda f, a: isinstance(mo.verdict(f), mo.Disprove)),
    stated(rf.Demand,           "registered",                mo.FoundItem,      lambda a: a.item,
           lambda f, a: f.outlet.registered),
    *copied(br.Admit,           "active valid_until holder", ac.Accreditation,  lambda a: a.certificate,
            lambda f, a: br.Admit.of(f, guest=a.guest, at=a.at, by=a.by)),
    *who_speaks(rq.GiveInterview),
    *who_speaks(br.Hold),
    *who_speaks(br.AnswerQuestion),
    *who_speaks(dl.Hold),
    by_a_standing_service(br.Hold),
    by_a_standing_service(dl.Hold),
    as_trained_before(cp.Charge),
    as_trained_before(cp.AddDuty),
    exists(fb.TurnOpinion,      "into",                                         lambda a: a.into),
    exists(rq.Turn,             "into",                                         lambda a: a.into),
    points_back(br.TurnQuestion, "into",                     rq.Request,        _into, lambda f: f.question),
    points_back(dl.TurnInto,    "into",                      rq.Request,        _into, lambda f: f.question),
    *what_was_heard(br.Close),
    *what_was_heard(dl.Close),
    *what_was_heard(pg.Close),
    *copied(ps.NoteBriefing,    "held held_on offices",      br.Briefing,       lambda a: a.briefing,
            lambda f, a: ps.NoteBriefing.of(f, at=a.at, by=a.by)),
    *copied(ps.NoteConference,  "held held_on offices annual", br.Briefing,     lambda a: a.briefing,
            lambda f, a: ps.NoteConference.of(f, at=a.at, by=a.by)),
    in_state(mo.JoinTo,         "first",                     mo.FoundItem,      lambda a: ((a.first, True),),
             mo.OPEN | mo.FoundState.CLOSED),
    stated(mo.JoinTo,           "alleged",                   mo.FoundItem,      lambda a: a.first,
           lambda f, a: a.alleged & f.alleges),
    exists(mo.HandToCouncil,    "signal",                                       lambda a: a.signal),
    exists(mo.AskRefutation,    "refutation",                                   lambda a: a.refutation),
    alone(ps.Establish),
    stated(ic.Verify,           "truth",                     mo.FoundItem,      lambda a: a.found,
           lambda f, a: _truth(f)),
    in_state(ic.SayFirst,       "line.published",            rl.Release,        _word,                  rl.OUT),
    in_state(ic.Update,         "line.published",            rl.Release,        _word,                  rl.OUT),
    in_state(ic.Keep,           "release",                   rl.Release,        lambda a: ((a.release, True),), rl.OUT),
    in_state(ic.GiveUp,         "release",                   rl.Release,        lambda a: ((a.release, True),), rl.OUT),
    exists(ic.DecideBriefing,   "briefing",                                     lambda a: a.briefing),
    exists(ic.Refer,            "to",                                           lambda a: a.to),
    in_state(ic.JoinTo,         "first",                     ic.Incident,       lambda a: ((a.first, True),),
             NOT_JOINED),

    # -- oversight
    *copied(se.Plan,            "council_state roll",        co.Council,        lambda a: a.council,
            lambda f, a: se.Plan.of(f, session=a.session, kind=a.kind, day=a.day, place=a.place, at=a.at, by=a.by),
            hides="roll"),
    *copied(se.AmendRoll,       "roll",                      co.Council,        lambda a: a.council,
            lambda f, a: se.AmendRoll.of(f, at=a.at, by=a.by), hides="roll"),
    *copied(se.Open,            "council_state posts",       co.Council,        lambda a: a.council,
            lambda f, a: se.Open.of(f, chosen_by=a.chosen_by, at=a.at, by=a.by), hides="posts"),
    *copied(co.Activate,        "council held_at founding chair deputy secretary", se.Session, lambda a: a.session,
            lambda f, a: co.Activate.of(f, at=a.at, by=a.by), hides="chair deputy secretary"),
    *copied(co.Elect,           "council held_at elected",   se.Session,        lambda a: a.session,
            lambda f, a: co.Elect.of(f, a.post, at=a.at, by=a.by), hides="elected"),
    *copied(co.NoteSession,     "council held_at held",      se.Session,        lambda a: a.session,
            lambda f, a: co.NoteSession.of(f, at=a.at, by=a.by)),
    stated(sg.Approve,          "council",                   se.Session,        lambda a: a.session,
           lambda f, a: f.council),
    stated(sg.Approve,          "adopted",                   se.Session,        _deciding,
           lambda f, a: _adopted(f, a.result)),
    *copied(sg.JoinTo,          "first_open about",          sg.Signal,         lambda a: a.first,
            lambda f, a: sg.JoinTo.of(f, same=a.same, at=a.at, by=a.by)),
    stated(re.Adopt,            "author",                    se.Session,        lambda a: a.rests_on,
           lambda f, a: f.council),
    stated(re.Adopt,            "decided",                   se.Session,        _deciding,
           lambda f, a: _adopted(f, a.content)),
    *copied(re.Adopt,           "content by_a_subject organiser form", oa.Oversight, lambda a: a.rests_on,
            lambda f, a: re.Adopt.of_act(f, recommendation=a.recommendation, at=a.at, by=a.by), hides="organiser"),
    *copied(oa.NoteOutcome,     "document outcome none_came", re.Recommendation, lambda a: a.recommendation,
            lambda f, a: oa.NoteOutcome.of(f, None, at=a.at, by=a.by)),
    *copied(yr.HoldPressConference, "held annual of_office", br.Briefing,       lambda a: a.briefing,
            lambda f, a: yr.HoldPressConference.of(f, period=a.period, at=a.at, by=a.by)),

    # -- citizens
    *copied(ap.Link,            "appellants decided correspondence_ended answered", appeals.Appeal, lambda a: a.former,
            lambda f, a: ap.Link.of(f, a.last, why=a.why, at=a.at, by=a.by)),
    *copied(ap.Join,            "appellants received body pending", appeals.Appeal, lambda a: a.former,
            lambda f, a: ap.Join.of(f, exact_copy=a.exact_copy, at=a.at, by=a.by)),
    *copied(ap.InformAnswered,  "appellants received body answered", appeals.Appeal, lambda a: a.former,
            lambda f, a: ap.InformAnswered.of(f, exact_copy=a.exact_copy, at=a.at, by=a.by)),
    *copied(rc.RefuseReception, "appellants decided told",   appeals.Appeal,    lambda a: a.former,
            lambda f, a: rc.RefuseReception.of(f, same_nature=a.same_nature, at=a.at, by=a.by)),
)
# fmt: on
"""What is compared. What somebody judged, and stated so, stands here not: no file says whether it is right."""


def _by_action() -> Mapping[type[Action], tuple[Statement, ...]]:
    lines: dict[type[Action], tuple[Statement, ...]] = {}
    for one in STATEMENTS:
        lines[one.action] = (*lines.get(one.action, ()), one)
    return MappingProxyType(lines)


_BY_ACTION: Final = _by_action()


def claims(own: Reference, entity: Entity[State]) -> Iterator[Claim]:
    """All that a file states of others."""
    for step, record in enumerate(entity.told):
        for one in _BY_ACTION.get(type(record.action), ()):
            for key, value in one.names(record.action, StatedAt(own, entity, step)):
                yield Claim(one, own, step, record.action, key, value)
