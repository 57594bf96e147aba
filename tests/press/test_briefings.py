"""Briefings and press conferences: worked cases 43 to 47, 87 and 92 of the specification, and their neighbours."""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_briefings import (
    A_RELEASE,
    A_REQUEST,
    ACTORS,
    ADMIT,
    AN_APPEAL,
    ANNOUNCE,
    ANOTHER_JOURNALIST,
    ANSWER,
    ASK,
    BODY,
    CANCEL,
    CHARGED,
    CLOSE,
    DAY,
    DROP,
    EVENT,
    FEEDBACK_OF_ANOTHER_EVENT,
    GUEST,
    HOLD,
    LEADS_ANOTHER_BODY,
    LEADS_THE_BODY,
    LIVES,
    NOT_CHARGED,
    OPEN_FEEDBACK,
    PLAN,
    POSTPONE,
    PUBLISH,
    RESCHEDULE,
    TELL,
    THE_NEXT_DAY,
    THIS,
    TURN,
)

from prcomm import (
    Basis,
    Due,
    FindingKind,
    OpenTo,
    Outlet,
    Person,
    PublicEvent,
    Reason,
    ReasonKind,
    Reference,
    Refused,
    Status,
    Verdict,
)
from prcomm.core.sources.citations import Cites
from prcomm.law.house import HOUSE
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.openness import ACCREDITATION
from prcomm.law.practice import PRACTICE
from prcomm.law.press_acts import CM33, CM125, CM882
from prcomm.law.public_councils import PF154
from prcomm.law.roles import PRESS_HEAD, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.oversight.reports import HoldPressConference
from prcomm.press.accreditations import Accreditation, AccreditationState, Press
from prcomm.press.briefings import (
    ANNUAL,
    BRIEFING,
    OPERATIONAL,
    ROUTINE,
    Admit,
    Briefing,
    BriefingAction,
    BriefingKind,
    BriefingState,
    QuestionState,
    Standing,
    TurnQuestion,
    put_at,
)
from prcomm.press.competences import COMPETENCE, Attest, Charge, Duty, Relieve
from prcomm.press.events import public_event
from prcomm.press.feedback import Heard
from prcomm.press.requests import Form, Request, RequestKind, RequestState
from prcomm.press.roles import CENTRAL
from prcomm.press.speaking import Speaker

S, Q = BriefingState, QuestionState
CUT_OFF, ON_THE_SITE = PRACTICE("event cut-off"), PF154("events on the site")
ASK_ANOTHER = evolve(ASK, question="q2")
TWO_PEOPLE = (ACTORS["PRESS_OFFICER"], ACTORS["PRESS_HEAD"])


def at(day: int, hour: int = 10, minute: int = 0, second: int = 0, *, month: int = 9) -> DateTime:
    return datetime(2026, month, day, hour, minute, second, tz=BODY.tz)


def file(*actions: BriefingAction, kind: BriefingKind = ROUTINE) -> Briefing:
    return BRIEFING.replay((evolve(PLAN, kind=kind), *actions))


def then(one: Briefing, *actions: BriefingAction) -> Briefing:
    for action in actions:
        one = BRIEFING.apply(one, action)
    return one


def verdict(one: Briefing | None, action: BriefingAction) -> Verdict:
    """What is said of an action; of a beginning without a file."""
    if one is not None:
        return BRIEFING.explain(one, action)
    with pytest.raises(Refused) as told:
        BRIEFING.begin(action)
    return told.value.verdict


def against(one: Briefing | None, action: BriefingAction) -> Reason:
    (reason,) = verdict(one, action).reasons
    return reason


def refused(one: Briefing | None, action: BriefingAction, sentence: str) -> tuple[bool, Cites]:
    """By which condition alone it is refused: whether that is law, and on what it rests."""
    reason = against(one, action)
    assert reason.kind is ReasonKind.GUARD
    assert sentence in reason.text
    assert str(verdict(one, action)).startswith("not by law:") is not reason.is_law
    return reason.is_law, reason.cites


def each_refused(one: Briefing, action: BriefingAction, *sentences: str) -> None:
    """By which conditions it is refused, and by no other."""
    reasons = verdict(one, action).reasons
    assert len(reasons) == len(sentences)
    for sentence in sentences:
        assert any(sentence in reason.text for reason in reasons)


def has_no_place(one: Briefing | None, action: BriefingAction) -> bool:
    return ReasonKind.STATE in {reason.kind for reason in verdict(one, action).reasons}


def dues(one: Briefing, when: DateTime) -> dict[str, Status]:
    """How each duty stands."""
    return {
        due.name if due.key is None else f"{due.name} {due.key}": due.status(when) for due in BRIEFING.due(one, when)
    }


def due(one: Briefing, name: str, when: DateTime) -> Due:
    (found,) = (due for due in BRIEFING.due(one, when) if due.name == name)
    return found


PLANNED, ANNOUNCED = file(), file(ANNOUNCE)
ADMITTED = file(ANNOUNCE, ADMIT)
HELD = file(ANNOUNCE, ADMIT, HOLD)
WITHOUT = {"certificate": None, "holder": "", "active": False, "valid_until": None}
"""No certificate is shown."""


class TestCase43:
    """A file that comes after the instant that was told is not considered."""

    def test_at_the_cut_off(self):
        assert then(ANNOUNCED, evolve(ADMIT, at=at(15, 18))).guests == (GUEST,)

    def test_a_second_later(self):
        action = evolve(ADMIT, at=at(15, 18, 0, 1))
        sentence = "a file that comes after the cut-off is not considered"
        assert refused(ANNOUNCED, action, sentence) == (False, (CUT_OFF,))

    def test_the_same_instant_elsewhere(self):
        """Six in the evening in Tashkent is one in the afternoon by Greenwich."""
        assert then(ANNOUNCED, evolve(ADMIT, at=datetime(2026, 9, 15, 13, tz="UTC"))).guests == (GUEST,)
        late = evolve(ADMIT, at=datetime(2026, 9, 15, 13, 0, 1, tz="UTC"))
        assert refused(ANNOUNCED, late, "after the cut-off") == (False, (CUT_OFF,))

    def test_without_one(self):
        one = file(evolve(ANNOUNCE, cut_off=None))
        assert then(one, evolve(ADMIT, at=at(16, 10, 59))).guests == (GUEST,)

    @pytest.mark.parametrize("cut_off", [at(16, 11), at(16, 10, 59), at(14), None])
    def test_it_is_no_later_than_the_event(self, cut_off):
        assert then(PLANNED, evolve(ANNOUNCE, cut_off=cut_off)).cut_off == cut_off

    @pytest.mark.parametrize("cut_off", [at(16, 11, 0, 1), at(17)])
    def test_never_after_it(self, cut_off):
        action = evolve(ANNOUNCE, cut_off=cut_off)
        assert refused(PLANNED, action, "the cut-off is no later than the event") == (False, (CUT_OFF,))


class TestCase44:
    """Whoever was not invited shows a certificate that stands on the day of the event, and is their own."""

    stands = "the certificate stands on the day of the event"
    foreign = "whoever works for foreign media is accredited at the Ministry of Foreign Affairs"

    def test_one_that_ends_the_day_before(self):
        action = evolve(ADMIT, valid_until=Date(2026, 9, 15))
        assert refused(ANNOUNCED, action, self.stands) == (True, (ACCREDITATION, CM33("foreign correspondents")))

    def test_one_that_ends_on_that_day(self):
        assert then(ANNOUNCED, evolve(ADMIT, valid_until=Date(2026, 9, 16))).guests == (GUEST,)

    def test_that_day_is_the_offices(self):
        """At half past seven in the evening by Greenwich it is the next day in Tashkent."""
        late = file(evolve(ANNOUNCE, cut_off=None))
        late = BRIEFING.replay((evolve(PLAN, on=datetime(2026, 9, 16, 19, 30, tz="UTC")), ANNOUNCE))
        assert refused(late, evolve(ADMIT, valid_until=Date(2026, 9, 16)), self.stands)[0]
        assert then(late, evolve(ADMIT, valid_until=Date(2026, 9, 17))).guests == (GUEST,)

    def test_a_suspended_one(self):
        assert refused(ANNOUNCED, evolve(ADMIT, active=False), self.stands)[0]

    def test_one_without_an_end_that_is_known(self):
        assert refused(ANNOUNCED, evolve(ADMIT, valid_until=None), self.stands)[0]

    def test_invited_without_one(self):
        assert then(ANNOUNCED, evolve(ADMIT, standing=Standing.INVITED, **WITHOUT)).guests == (GUEST,)

    @pytest.mark.parametrize("standing", [Standing.ACCREDITED, Standing.FOREIGN])
    def test_not_invited_without_one(self, standing):
        action = evolve(ADMIT, standing=standing, certificate=None, holder="")
        sentence = "whoever was not invited shows a certificate"
        assert refused(ANNOUNCED, action, sentence) == (True, (ACCREDITATION,))
        each_refused(ANNOUNCED, evolve(action, **WITHOUT), sentence, self.stands)

    @pytest.mark.parametrize("standing", Standing)
    def test_with_somebody_elses(self, standing):
        action = evolve(ADMIT, standing=standing, holder="journalist 8")
        assert refused(ANNOUNCED, action, "the certificate is the guest's own") == (True, (ACCREDITATION,))

    @pytest.mark.parametrize(
        "shown",
        [WITHOUT, {"certificate": None}, {"active": False}, {"valid_until": None}, {"valid_until": Date(2026, 9, 15)}],
        ids=["nothing", "no certificate", "suspended", "no day", "ended"],
    )
    def test_of_a_foreign_outlet_invited(self, shown):
        action = evolve(ADMIT, standing=Standing.INVITED, foreign=True, **shown)
        assert refused(ANNOUNCED, action, self.foreign) == (True, (MASS_MEDIA(37),))
        assert then(ANNOUNCED, evolve(action, foreign=False)).guests == (GUEST,)

    @pytest.mark.parametrize("standing", Standing)
    @pytest.mark.parametrize("until", [Date(2026, 9, 16), Date(2026, 12, 31)])
    def test_of_a_foreign_outlet_with_one(self, standing, until):
        action = evolve(ADMIT, standing=standing, foreign=True, valid_until=until)
        assert then(ANNOUNCED, action).guests == (GUEST,)

    def test_each_guest_by_themselves(self):
        second = evolve(ADMIT, guest="journalist 9", holder="journalist 9")
        assert then(ADMITTED, second).guests == (GUEST, "journalist 9")

    def test_who_was_admitted_is_not_shown(self):
        one = file(ANNOUNCE, evolve(ADMIT, guest="shaxs8", holder="shaxs8"))
        assert "shaxs8" not in repr(one) + repr(one.history) + str(one)


class TestCertificateAsItsFileStands:
    """What is read of an accreditation when a guest is admitted."""

    CERTIFICATE = Accreditation(
        id="4", office=BODY, state=AccreditationState.ACTIVE, kind=Press.DOMESTIC,
        outlet=Outlet("o1", registered=True), journalist=GUEST, signed=True, annexes=frozenset(), photographs=4,
        valid_until=Date(2026, 12, 31),
    )  # fmt: skip

    def admit(self, certificate: Accreditation, guest: str = GUEST) -> Admit:
        return Admit.of(certificate, guest=guest, at=DAY, by=ACTORS["PRESS_OFFICER"])

    def test_of_this_country(self):
        assert self.admit(self.CERTIFICATE) == ADMIT

    @pytest.mark.parametrize("kind", [Press.FOREIGN, Press.PERMANENT])
    def test_from_abroad(self, kind):
        action = self.admit(evolve(self.CERTIFICATE, kind=kind))
        assert (action.standing, action.foreign) == (Standing.FOREIGN, True)
        assert then(ANNOUNCED, action).guests == (GUEST,)

    @pytest.mark.parametrize("state", [one for one in AccreditationState if one is not AccreditationState.ACTIVE])
    def test_one_that_does_not_hold(self, state):
        action = self.admit(evolve(self.CERTIFICATE, state=state))
        assert not action.active
        assert refused(ANNOUNCED, action, "the certificate stands on the day of the event")[0]

    def test_one_that_was_not_given(self):
        assert self.admit(evolve(self.CERTIFICATE, valid_until=None)).valid_until is None

    def test_somebody_elses(self):
        action = self.admit(self.CERTIFICATE, "journalist 9")
        assert (action.guest, action.holder) == ("journalist 9", GUEST)
        assert refused(ANNOUNCED, action, "the certificate is the guest's own")[0]


class TestCase45:
    """It is held at its time, announced on the site, and asked by who was admitted."""

    def test_a_minute_before_its_time(self):
        action = evolve(HOLD, at=at(16, 10, 59))
        assert refused(ADMITTED, action, "it is not begun before its time") == (False, (HOUSE(125),))

    @pytest.mark.parametrize("when", [at(16, 11), at(16, 11, 0, 1), at(16, 23, 59)])
    def test_from_its_time_on(self, when):
        assert then(ADMITTED, evolve(HOLD, at=when)).state is S.HELD

    def test_a_question_by_who_was_not_admitted(self):
        action = evolve(ASK, by=ANOTHER_JOURNALIST)
        assert refused(HELD, action, "who asks was admitted") == (True, (ACCREDITATION,))

    def test_a_guest_who_acts_through_a_login(self):
        action = evolve(ASK, by=evolve(ANOTHER_JOURNALIST, id="login 3", of=GUEST))
        assert then(HELD, action).questions[0].state is Q.ASKED
        assert refused(HELD, evolve(action, by=evolve(action.by, id=GUEST, of="other")), "who asks was admitted")[0]

    def test_announced_without_the_site(self):
        action = evolve(ANNOUNCE, on_site=False)
        assert refused(PLANNED, action, "it is announced on the official site") == (True, (ON_THE_SITE,))
        assert against(PLANNED, action).basis is Basis.REPORTED
        assert against(PLANNED, action).remedy == "give it"

    def test_announced_and_the_accredited_not_told(self):
        action = evolve(ANNOUNCE, accredited_told=False)
        assert refused(PLANNED, action, "accredited media are told in advance") == (True, (ACCREDITATION,))

    def test_questions_are_put_while_it_is_held(self):
        for one in (PLANNED, ADMITTED, then(HELD, PUBLISH), file(ANNOUNCE, POSTPONE), file(ANNOUNCE, CANCEL)):
            assert has_no_place(one, ASK)

    def test_it_is_held_once_and_only_when_announced(self):
        for one in (PLANNED, HELD, file(ANNOUNCE, POSTPONE), file(ANNOUNCE, CANCEL), then(HELD, PUBLISH)):
            assert has_no_place(one, HOLD)


class TestWhoSpeaks:
    """Case 3 as it ends here: whoever speaks is charged with it, or leads this body."""

    CHARGE = Charge(
        at=DAY, by=ACTORS["HEAD"], case="3", office=BODY, officer="officer 7", duties=frozenset({Duty.SPEAKS}), act="a1"
    )
    ACTIONS = (HOLD, ANSWER)
    sentence = "who speaks for the body is its head, an authorised official, or charged with it"

    def one(self, action: BriefingAction) -> Briefing:
        return ADMITTED if action is HOLD else then(HELD, ASK)

    @pytest.mark.parametrize("action", ACTIONS)
    def test_charged_or_leading(self, action):
        for speaker in (Speaker.of(COMPETENCE.begin(self.CHARGE)), CHARGED, LEADS_THE_BODY):
            one = then(self.one(action), evolve(action, speaker=speaker))
            assert one.history[-1].action == evolve(action, speaker=speaker)

    @pytest.mark.parametrize("action", ACTIONS)
    @pytest.mark.parametrize("speaker", [NOT_CHARGED, LEADS_ANOTHER_BODY, evolve(CHARGED, office="another body")])
    def test_neither(self, action, speaker):
        assert refused(self.one(action), evolve(action, speaker=speaker), self.sentence) == (False, (HOUSE(111),))

    @pytest.mark.parametrize("action", ACTIONS)
    def test_relieved_or_failed(self, action):
        relieved = Relieve(at=DAY, by=ACTORS["HEAD"], act="a2")
        failed = Attest(at=DAY, by=evolve(ACTORS["HEAD"], role=CENTRAL), passed=False)
        for last in (relieved, failed):
            speaker = Speaker.of(COMPETENCE.replay((self.CHARGE, last)))
            assert refused(self.one(action), evolve(action, speaker=speaker), self.sentence) == (False, (HOUSE(111),))


class TestCase46:
    """It is closed when no question is open and the public was heard on it."""

    ASKED = then(HELD, ASK)

    def test_one_question_is_open(self):
        one = then(self.ASKED, PUBLISH)
        assert refused(one, CLOSE, "no question is open") == (False, (HOUSE(121),))

    @pytest.mark.parametrize("done", [ANSWER, TURN, DROP], ids=["answered", "turned", "dropped"])
    @pytest.mark.parametrize("before", [True, False])
    def test_it_was_settled(self, done, before):
        """While it is held, or later."""
        one = then(self.ASKED, done, PUBLISH) if before else then(self.ASKED, PUBLISH, done)
        assert then(one, CLOSE).state is S.CLOSED

    def test_one_of_two_is_open(self):
        one = then(self.ASKED, ASK_ANOTHER, ANSWER, PUBLISH)
        assert [question.state for question in one.questions] == [Q.ANSWERED, Q.ASKED]
        assert refused(one, CLOSE, "no question is open") == (False, (HOUSE(121),))

    @pytest.mark.parametrize("heard", [OPEN_FEEDBACK, FEEDBACK_OF_ANOTHER_EVENT, Heard.none()])
    def test_the_public_was_not_heard_on_it(self, heard):
        one, action = then(self.ASKED, TURN, PUBLISH), evolve(CLOSE, heard=heard)
        sentence = "feedback was asked for, and answered if any came"
        assert refused(one, action, sentence) == (True, (SOURCE_ARTICLE(57),))
        assert against(one, action).basis is Basis.REPORTED

    def test_dropped_without_a_reason(self):
        action = evolve(DROP, reason="")
        assert refused(self.ASKED, action, "a reason is given") == (False, (HOUSE(127),))
        assert against(self.ASKED, action).remedy.startswith("give it; lifted by")

    @pytest.mark.parametrize("into", [A_RELEASE, THIS, Reference("request", ""), Reference("appeal", "")], ids=str)
    def test_turned_into_something_else(self, into):
        sentence = "it names the request or appeal it became"
        assert refused(self.ASKED, evolve(TURN, into=into), sentence) == (False, (HOUSE(127),))

    @pytest.mark.parametrize("into", [A_REQUEST, AN_APPEAL], ids=str)
    def test_turned_into_a_request_or_an_appeal(self, into):
        one = then(self.ASKED, evolve(TURN, into=into))
        assert (one.questions[0].state, one.questions[0].into) == (Q.TURNED, into)
        assert one.refers_to == (Reference("incident", "i1"), into)

    def test_a_question_is_put_once_and_settled_once(self):
        assert has_no_place(self.ASKED, ASK)
        for first in (ANSWER, TURN, DROP):
            for second in (ANSWER, TURN, DROP):
                assert has_no_place(then(self.ASKED, first), second)

    def test_it_is_closed_once_its_record_is_out(self):
        for one in (PLANNED, ADMITTED, HELD, then(HELD, PUBLISH, CLOSE), file(ANNOUNCE, CANCEL)):
            assert has_no_place(one, CLOSE)

    def test_each_question_is_owed_something(self):
        one = then(self.ASKED, evolve(ASK_ANOTHER, at=at(16, 11, 30)))
        when = at(16, 12)
        assert dues(one, when) == {
            "record": Status.PROMPTLY,
            "question q1": Status.PROMPTLY,
            "question q2": Status.PROMPTLY,
        }
        owed = next(due for due in BRIEFING.due(one, when) if due.key == "q2")
        assert (owed.start, owed.raw, owed.last) == (Date(2026, 9, 16), None, None)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (PRESS_HEAD, (HOUSE(102),), (HOUSE(127),))

    @pytest.mark.parametrize("done", [ANSWER, TURN, DROP], ids=["answered", "turned", "dropped"])
    def test_and_gets_it(self, done):
        one = then(self.ASKED, ASK_ANOTHER, evolve(done, at=at(16, 12)))
        assert dues(one, at(16, 12))["question q1"] is Status.MET
        assert dues(one, at(16, 12))["question q2"] is Status.PROMPTLY


class TestItsRecord:
    """Events that were held stand on the official site."""

    def test_it_is_owed_promptly(self):
        owed = due(HELD, "record", at(20))
        assert (owed.start, owed.raw, owed.status(at(20))) == (Date(2026, 9, 16), None, Status.PROMPTLY)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (PRESS_OFFICER, (HOUSE(101),), (ON_THE_SITE,))

    def test_and_met_by_its_publication(self):
        one = then(HELD, evolve(PUBLISH, at=at(17)))
        assert (one.state, one.record, dues(one, at(17))) == (S.PUBLISHED, A_RELEASE, {"record": Status.MET})
        assert one.refers_to == (Reference("incident", "i1"), A_RELEASE)

    def test_one_that_never_came_is_found(self):
        findings = BRIEFING.audit((PLAN, ANNOUNCE, ADMIT, HOLD), at(30)).findings
        assert [(one.kind, one.name) for one in findings] == [(FindingKind.OWED, "record")]

    def test_what_was_not_held_has_none(self):
        for one in (PLANNED, ADMITTED, file(ANNOUNCE, POSTPONE), file(ANNOUNCE, CANCEL), then(HELD, PUBLISH)):
            assert has_no_place(one, PUBLISH)


class TestCase47:
    """Moved or cancelled with a reason, and whoever was told of it is told."""

    MOVED = (ANNOUNCE, ADMIT, POSTPONE, THE_NEXT_DAY)

    def test_moved_and_held_in_one_file(self):
        one = file(*self.MOVED, ANNOUNCE, evolve(HOLD, at=at(17, 11)))
        assert (one.state, one.on) == (S.HELD, at(17, 11))

    def test_put_off_it_owes_the_word(self):
        one = file(ANNOUNCE, evolve(POSTPONE, at=at(15)))
        owed = due(one, "change_notice", at(15, 12))
        assert (owed.start, owed.raw, owed.status(at(15, 12))) == (Date(2026, 9, 15), None, Status.PROMPTLY)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (PRESS_OFFICER, (HOUSE(101),), (HOUSE(135),))

    def test_until_it_is_told(self):
        for told in (TELL, evolve(THE_NEXT_DAY, at=at(15))):
            one = file(ANNOUNCE, POSTPONE, told)
            assert dues(one, at(15))["change_notice"] is (Status.MET if told is TELL else Status.PROMPTLY)
        one = file(*self.MOVED, evolve(TELL, at=at(15)))
        assert dues(one, at(15)) == {"change_notice": Status.MET}

    def test_or_announced_anew(self):
        one = file(*self.MOVED, evolve(ANNOUNCE, at=at(15)))
        assert dues(one, at(15)) == {"change_notice": Status.MET}

    def test_put_off_while_only_planned(self):
        for one in (file(POSTPONE), file(POSTPONE, THE_NEXT_DAY), file(CANCEL), file(POSTPONE, CANCEL)):
            assert dues(one, at(20)) == {}

    def test_cancelled(self):
        for before, since in (
            ((ANNOUNCE,), 15),
            ((ANNOUNCE, POSTPONE), 14),
            ((ANNOUNCE, POSTPONE, TELL), 15),
            ((*self.MOVED, TELL), 15),
        ):
            one = file(*before, evolve(CANCEL, at=at(15)))
            (owed,) = BRIEFING.due(one, at(15), open=True)
            assert (one.state, owed.name, owed.start) == (S.CANCELLED, "change_notice", Date(2026, 9, since))
            assert not BRIEFING.due(then(one, evolve(TELL, at=at(16))), at(16), open=True)

    def test_what_was_told_and_is_put_off_again_is_told_again(self):
        one = file(*self.MOVED, TELL, evolve(POSTPONE, at=at(15)))
        assert [owed.name for owed in BRIEFING.due(one, at(15), open=True)] == ["change_notice"]

    @pytest.mark.parametrize("action", [POSTPONE, CANCEL], ids=["postponed", "cancelled"])
    def test_without_a_reason(self, action):
        for one in (PLANNED, ANNOUNCED):
            assert refused(one, evolve(action, reason=""), "a reason is given") == (False, (HOUSE(125),))
        assert against(ANNOUNCED, evolve(action, reason="")).remedy.startswith("give it; lifted by")

    def test_guests_and_cut_off_go_with_the_day(self):
        one = file(*self.MOVED)
        assert (one.guests, one.cut_off, one.on, one.place) == ((), None, at(17, 11), "hall 1")
        elsewhere = file(ANNOUNCE, ADMIT, POSTPONE, evolve(RESCHEDULE, place="hall 2"))
        assert (elsewhere.guests, elsewhere.on, elsewhere.place) == ((), EVENT, "hall 2")

    def test_an_operational_one_names_its_incident(self):
        action = evolve(PLAN, kind=OPERATIONAL, incident=None)
        assert refused(None, action, "an operational briefing names its incident") == (False, (HOUSE(126),))
        assert against(None, action).remedy.startswith("give it; lifted by")
        assert file(kind=OPERATIONAL).refers_to == (Reference("incident", "i1"),)

    @pytest.mark.parametrize("kind", [ROUTINE, ANNUAL])
    def test_another_need_not(self, kind):
        one = BRIEFING.begin(evolve(PLAN, kind=kind, incident=None))
        assert (one.state, one.refers_to) == (S.PLANNED, ())

    def test_of_a_change_it_is_told_while_there_is_one(self):
        for one in (ANNOUNCED, HELD, then(HELD, PUBLISH), then(HELD, PUBLISH, CLOSE)):
            assert has_no_place(one, TELL)

    def test_what_was_held_is_not_moved(self):
        for one in (HELD, then(HELD, PUBLISH), then(HELD, PUBLISH, CLOSE), file(ANNOUNCE, CANCEL)):
            for action in (POSTPONE, RESCHEDULE, CANCEL, ANNOUNCE, ADMIT):
                assert has_no_place(one, action)
        for one in (PLANNED, ANNOUNCED):
            assert has_no_place(one, RESCHEDULE)


class TestCase87:
    """A day announced is kept: announced for Wednesday 18 November 2026 at eleven."""

    PLANNED = evolve(PLAN, at=at(9, month=11), on=at(18, 11, month=11))
    TOLD = evolve(ANNOUNCE, at=at(10, month=11), cut_off=None)
    GUEST = evolve(ADMIT, at=at(11, month=11))
    BEFORE = (PLANNED, TOLD, GUEST)
    NEXT = (
        evolve(POSTPONE, at=at(17, month=11)),
        evolve(RESCHEDULE, at=at(17, month=11), on=at(19, 11, month=11)),
        evolve(TOLD, at=at(17, 12, month=11)),
    )
    HOLD = evolve(HOLD, at=at(19, 11, month=11))
    ASK = evolve(ASK, at=at(19, 11, 30, month=11))

    def test_held_the_day_after_without_a_word(self):
        one = BRIEFING.replay(self.BEFORE)
        assert refused(one, self.HOLD, "it is held on the day announced") == (False, (HOUSE(146),))

    def test_the_day_is_the_offices(self):
        """Half past eight in the evening of the 18th by Greenwich is the 19th in Tashkent."""
        one = BRIEFING.replay(self.BEFORE)
        action = evolve(HOLD, at=datetime(2026, 11, 18, 20, 30, tz="UTC"))
        assert refused(one, action, "it is held on the day announced") == (False, (HOUSE(146),))
        assert then(one, evolve(HOLD, at=datetime(2026, 11, 18, 18, 30, tz="UTC"))).state is S.HELD

    def test_moved_and_announced_anew(self):
        one = BRIEFING.replay((*self.BEFORE, *self.NEXT))
        assert dues(one, at(17, 12, month=11)) == {"change_notice": Status.MET}
        assert then(one, self.HOLD).state is S.HELD

    def test_the_guest_of_before_asks(self):
        one = BRIEFING.replay((*self.BEFORE, *self.NEXT, self.HOLD))
        assert refused(one, self.ASK, "who asks was admitted") == (True, (ACCREDITATION,))

    def test_admitted_anew(self):
        anew = evolve(self.GUEST, at=at(18, month=11))
        one = BRIEFING.replay((*self.BEFORE, *self.NEXT, anew, self.HOLD, self.ASK))
        assert [question.state for question in one.questions] == [Q.ASKED]

    def test_the_certificate_is_asked_for_the_new_day(self):
        one = BRIEFING.replay((*self.BEFORE, *self.NEXT))
        action = evolve(self.GUEST, at=at(18, month=11), valid_until=Date(2026, 11, 18))
        assert refused(one, action, "the certificate stands on the day of the event")[0]


def on(year: int, month: int, day: int) -> DateTime:
    return datetime(year, month, day, 10, tz=BODY.tz)


class TestCase92:
    """Nothing is judged by an act of later days."""

    IN_JUNE = evolve(PLAN, at=on(2022, 5, 20), on=on(2022, 6, 20))
    UNSEEN = evolve(ANNOUNCE, on_site=False, cut_off=None)
    HELD_IN_MAY = (
        evolve(PLAN, at=on(2022, 5, 20), on=on(2022, 5, 25)),
        evolve(ANNOUNCE, at=on(2022, 5, 20), cut_off=None),
        evolve(HOLD, at=on(2022, 5, 25)),
    )

    def begun(self, kind: BriefingKind, when: DateTime) -> bool:
        """Whether one may be planned on that day: if not, it has no place then."""
        action = evolve(PLAN, kind=kind, at=when)
        try:
            return BRIEFING.begin(action).state is S.PLANNED
        except Refused:
            return not has_no_place(None, action)

    def test_planned_before_there_was_a_duty_of_each_month(self):
        assert self.begun(ROUTINE, on(2018, 2, 14))
        assert self.begun(ROUTINE, on(2017, 10, 30))
        assert not self.begun(ROUTINE, on(2017, 10, 29))

    def test_an_operational_one(self):
        assert self.begun(OPERATIONAL, on(2017, 10, 30))
        assert not self.begun(OPERATIONAL, on(2017, 10, 29))

    def test_one_on_the_yearly_report(self):
        assert self.begun(ANNUAL, on(2021, 6, 16))
        assert not self.begun(ANNUAL, on(2021, 6, 15))

    def test_it_is_held_since_briefings_are_asked_for(self):
        """From 15 February 2018; what was planned before it may be cancelled."""
        steps = (
            evolve(PLAN, at=on(2018, 2, 1), on=on(2018, 2, 14)),
            evolve(ANNOUNCE, at=on(2018, 2, 1), cut_off=None),
        )
        one = BRIEFING.replay(steps)
        assert has_no_place(one, evolve(HOLD, at=on(2018, 2, 14)))
        assert then(one, evolve(CANCEL, at=on(2018, 2, 14))).state is S.CANCELLED
        later = BRIEFING.replay((evolve(steps[0], on=on(2018, 2, 15)), steps[1]))
        assert then(later, evolve(HOLD, at=on(2018, 2, 15))).state is S.HELD

    @pytest.mark.parametrize("day", [1, 13])
    def test_announced_without_the_site_before_the_decree(self, day):
        one = BRIEFING.replay((self.IN_JUNE, evolve(self.UNSEEN, at=on(2022, 6, day))))
        assert one.state is S.ANNOUNCED

    @pytest.mark.parametrize("day", [14, 15])
    def test_and_since(self, day):
        one, action = BRIEFING.begin(self.IN_JUNE), evolve(self.UNSEEN, at=on(2022, 6, day))
        assert refused(one, action, "it is announced on the official site") == (True, (ON_THE_SITE,))
        assert against(one, action).basis is Basis.REPORTED
        assert then(one, evolve(action, on_site=True)).state is S.ANNOUNCED

    def test_the_cut_off_is_kept_before_it_too(self):
        told = evolve(self.UNSEEN, at=on(2022, 6, 1), cut_off=on(2022, 6, 19))
        assert BRIEFING.replay((self.IN_JUNE, told)).cut_off == on(2022, 6, 19)

    @pytest.mark.parametrize("field", ["accredited_told", "cut_off"])
    def test_the_rest_was_asked_before_it_too(self, field):
        one = BRIEFING.begin(self.IN_JUNE)
        told = {"accredited_told": False} if field == "accredited_told" else {"cut_off": on(2022, 6, 21)}
        action = evolve(self.UNSEEN, at=on(2022, 6, 1), **told)
        sentence = "accredited media are told" if field == "accredited_told" else "the cut-off is no later"
        assert refused(one, action, sentence)[0] is (field == "accredited_told")

    def test_a_record_before_it_is_ours(self):
        one = BRIEFING.replay((*self.HELD_IN_MAY, evolve(PUBLISH, at=on(2022, 6, 1))))
        assert (one.state, one.record) == (S.PUBLISHED, A_RELEASE)
        assert (one.history[-1].basis, one.history[-1].cites) == (Basis.ASSUMED, (HOUSE(121),))

    def test_and_since_it_is_the_decrees(self):
        for day in (14, 15):
            one = BRIEFING.replay((*self.HELD_IN_MAY, evolve(PUBLISH, at=on(2022, 6, day))))
            assert (one.history[-1].basis, one.history[-1].cites) == (Basis.REPORTED, (ON_THE_SITE,))
        assert BRIEFING.replay((*self.HELD_IN_MAY, evolve(PUBLISH, at=on(2022, 6, 13)))).history[-1].cites == (
            HOUSE(121),
        )

    def test_no_record_was_owed_before_it(self):
        assert dues(BRIEFING.replay(self.HELD_IN_MAY), on(2022, 7, 1)) == {}

    @pytest.mark.parametrize(("day", "is_owed"), [(13, {}), (14, {"record": Status.PROMPTLY})])
    def test_of_what_is_held_from_that_day_it_is(self, day, is_owed):
        plan, announce, hold = self.HELD_IN_MAY
        steps = (evolve(plan, on=on(2022, 6, day)), announce, evolve(hold, at=on(2022, 6, day)))
        assert dues(BRIEFING.replay(steps), on(2022, 7, 1)) == is_owed


class TestQuestionThatBecomesARequest:
    """It is received as it was put: by word of mouth, at the instant of its asking."""

    PERSON = Person("p7", name="A. Karimov", residence="Tashkent")
    ASKED = then(HELD, evolve(ASK, at=at(16, 11, 20)), evolve(ASK_ANOTHER, at=at(16, 11, 40)))

    def request(self, question: str, **more):
        return put_at(
            self.ASKED, question, case="r1", kind=RequestKind.USER, requester=self.PERSON, at=at(17),
            by=ACTORS["PRESS_OFFICER"], **more,
        )  # fmt: skip

    @pytest.mark.parametrize(("question", "put"), [("q1", at(16, 11, 20)), ("q2", at(16, 11, 40))])
    def test_it_names_event_and_question(self, question, put):
        receive = self.request(question)
        assert (receive.question, receive.asked, receive.put, receive.form) == (THIS, question, put, Form.ORAL)
        assert (receive.at, receive.by, receive.office, receive.case) == (at(17), ACTORS["PRESS_OFFICER"], BODY, "r1")
        assert (receive.kind, receive.requester, receive.named) == (RequestKind.USER, self.PERSON, True)
        assert (receive.interview, receive.registered_outlet) == (False, False)

    def test_what_else_is_said_of_it(self):
        receive = self.request("q1", named=False, interview=True, registered_outlet=True)
        assert (receive.named, receive.interview, receive.registered_outlet) == (False, True, True)

    def test_what_was_not_put_there_names_no_event(self):
        receive = self.request("q3")
        assert (receive.question, receive.asked, receive.put) == (None, "", None)

    def test_and_the_briefing_points_to_it(self):
        request = Request(
            id="r1", office=BODY, state=RequestState.RECEIVED, kind=RequestKind.USER, form=Form.ORAL,
            requester=self.PERSON, question=THIS, asked="q2",
        )  # fmt: skip
        action = TurnQuestion.of(request, at=at(17), by=ACTORS["PRESS_OFFICER"])
        assert (action.question, action.into, action.at, action.by) == ("q2", request.reference, at(17), action.by)
        one = then(self.ASKED, action)
        assert [(question.state, question.into) for question in one.questions] == [
            (Q.ASKED, None),
            (Q.TURNED, Reference("request", "r1")),
        ]


class TestTheYearlyReport:
    """The cycle of the yearly report lives with the reports of the body, which read the file of the conference."""

    @pytest.mark.parametrize("kind", BriefingKind)
    def test_what_is_read_of_it(self, kind):
        one = file(ANNOUNCE, ADMIT, HOLD, PUBLISH, kind=kind)
        action = HoldPressConference.of(one, period="2026", at=at(17), by=ACTORS["PRESS_HEAD"])
        assert (action.briefing, action.held, action.of_office) == (THIS, True, BODY.id)
        assert action.annual is (kind is ANNUAL)

    def test_announced_it_is_not_held(self):
        action = HoldPressConference.of(file(ANNOUNCE, kind=ANNUAL), period="2026", at=at(17), by=ACTORS["PRESS_HEAD"])
        assert not action.held


class TestPublicEvent:
    """The media may come; the state says whether it is to be, was, or was called off."""

    @pytest.mark.parametrize("state", BriefingState)
    @pytest.mark.parametrize("kind", BriefingKind)
    def test_it_is_one_of_its_day(self, kind, state):
        plan, *rest = LIVES[state]
        event = public_event(BRIEFING.replay((evolve(plan, kind=kind), *rest)))
        assert event == PublicEvent("briefing", "1", BODY, Date(2026, 9, 16), "hall 1", "digest 1", OpenTo.MEDIA, state)

    def test_moved_it_is_one_of_the_new_day(self):
        event = public_event(file(ANNOUNCE, POSTPONE, evolve(THE_NEXT_DAY, place="hall 2")))
        assert (event.on, event.place, event.state) == (Date(2026, 9, 17), "hall 2", S.PLANNED)

    def test_the_day_is_the_offices(self):
        one = BRIEFING.begin(evolve(PLAN, on=datetime(2026, 9, 16, 20, tz="UTC")))
        assert public_event(one).on == Date(2026, 9, 17)


class TestWho:
    """The acts name units, not persons: house rules 101 to 103 and 111 say by whose hand."""

    TEAM = ({"PRESS_OFFICER", "PRESS_HEAD"}, (HOUSE(101),))
    CHIEF = ({"PRESS_HEAD"}, (HOUSE(102),))

    def who(self, one: Briefing | None, action: BriefingAction) -> tuple[set[str], Cites]:
        """Who may, by name, and what refuses the others."""
        may, cites = set(), ()
        for name, actor in ACTORS.items():
            try:
                BRIEFING.begin(evolve(action, by=actor)) if one is None else then(one, evolve(action, by=actor))
                may.add(name)
            except Refused as told:
                (reason,) = told.verdict.reasons
                assert reason.kind is ReasonKind.ROLE
                cites = reason.cites
        return may, cites

    @pytest.mark.parametrize("kind", [ROUTINE, ANNUAL])
    def test_the_press_service_plans(self, kind):
        assert self.who(None, evolve(PLAN, kind=kind)) == self.TEAM

    def test_the_body_plans_an_operational_one(self):
        body = {"PRESS_HEAD", "HEAD", "AUTHORISED"}
        assert self.who(None, evolve(PLAN, kind=OPERATIONAL)) == (body, (HOUSE(103),))

    def test_it_does_the_daily_work(self):
        asked = then(HELD, ASK)
        for one, action in (
            (PLANNED, ANNOUNCE), (ANNOUNCED, ADMIT), (ADMITTED, HOLD), (HELD, PUBLISH), (asked, TURN),
            (file(ANNOUNCE, POSTPONE), TELL), (file(ANNOUNCE, CANCEL), TELL), (file(POSTPONE, RESCHEDULE), TELL),
        ):  # fmt: skip
            assert self.who(one, action) == self.TEAM

    def test_before_the_decree_too(self):
        may = BRIEFING.replay(TestCase92.HELD_IN_MAY)
        assert self.who(may, evolve(PUBLISH, at=on(2022, 6, 1))) == self.TEAM
        june = BRIEFING.begin(TestCase92.IN_JUNE)
        assert self.who(june, evolve(ANNOUNCE, at=on(2022, 6, 1), cut_off=None)) == self.TEAM

    def test_its_head_decides(self):
        for one, action in (
            (PLANNED, POSTPONE), (ANNOUNCED, POSTPONE), (file(ANNOUNCE, POSTPONE), RESCHEDULE), (PLANNED, CANCEL),
            (ANNOUNCED, CANCEL), (file(ANNOUNCE, POSTPONE), CANCEL), (then(HELD, PUBLISH), CLOSE),
            (then(HELD, ASK), DROP),
        ):  # fmt: skip
            assert self.who(one, action) == self.CHIEF

    def test_whoever_speaks_answers(self):
        speaking = {"PRESS_OFFICER", "PRESS_HEAD", "HEAD", "AUTHORISED"}
        assert self.who(then(HELD, ASK), ANSWER) == (speaking, (HOUSE(111),))

    def test_a_journalist_asks(self):
        for name in ("PRESS_OFFICER", "PRESS_HEAD", "HEAD", "AUTHORISED"):
            action = evolve(ASK, by=evolve(ACTORS[name], id=GUEST))
            reason = against(HELD, action)
            assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (ACCREDITATION,))


class TestWhatItRestsOn:
    """The articles that stand in the file."""

    @pytest.mark.parametrize(
        ("n", "cites", "basis"),
        [
            (0, (CM125("monthly briefings"), CM882("meetings and briefings")), Basis.REPORTED),
            (1, (ON_THE_SITE, ACCREDITATION, CUT_OFF), Basis.PRACTICE),
            (3, (CM125("monthly briefings"), HOUSE(125), HOUSE(146), HOUSE(111)), Basis.ASSUMED),
            (4, (ACCREDITATION,), Basis.REPORTED),
            (7, (HOUSE(121), SOURCE_ARTICLE(57)), Basis.ASSUMED),
        ],
    )
    def test_each_step(self, n, cites, basis):
        record = file(ANNOUNCE, ADMIT, HOLD, ASK, ANSWER, PUBLISH, CLOSE).history[n]
        assert (record.cites, record.basis) == (cites, basis)

    @pytest.mark.parametrize("kind", BriefingKind)
    def test_it_is_kept_what_was_planned(self, kind):
        one = BRIEFING.begin(evolve(PLAN, kind=kind, together=frozenset({"b2"})))
        assert (one.id, one.office, one.kind, one.topic, one.on) == ("1", BODY, kind, "digest 1", EVENT)
        assert (one.place, one.incident, one.together) == ("hall 1", Reference("incident", "i1"), {"b2"})
        assert file(kind=kind).together == frozenset()
