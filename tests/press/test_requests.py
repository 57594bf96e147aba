"""Requests for information and for interviews: O‘RQ-369, laws 400-I and 439-II, the way to court, and house rules.

Worked cases 30 to 38, 83 and 84 of the specification have classes of their own.
"""

from collections.abc import Sequence

import pytest
from attrs import evolve
from pendulum import Date, DateTime
from press.lives_requests import (
    A_HEAD_ELSEWHERE,
    A_REQUEST,
    ACTORS,
    AN_APPEAL,
    ANSWER,
    ASKER,
    CHARGED,
    CLOSE,
    COMPLAIN,
    COURT_ACTION,
    DAY,
    DISMISS,
    EXAMPLES,
    EXTEND,
    FORWARD,
    IN_PART,
    INTERVIEW,
    LEADER,
    NOT_HELD,
    PRESS,
    RECEIVE,
    REFUSE,
    REGISTER,
    SET_ASIDE,
    THE_BRIEFING,
    THE_HEAD_HERE,
    TURN,
    UNCHARGED,
    UPHOLD,
    at,
    lives,
)

from prcomm import Actor, Basis, Due, Lifecycle, Reason, ReasonKind, Reference, Reform, Refused, Status
from prcomm.law import ORQ445, office
from prcomm.law.administrative_court import ADMINISTRATIVE_COURT
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.house import HOUSE
from prcomm.law.information import DAYS_TO_TELL_OF_REFUSAL, FREEDOM, INFORMATION
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.openness import DAYS_OF_EXTENSION, ORQ369
from prcomm.law.roles import AUTHORISED, EXECUTOR, PRESS_HEAD, REGISTRAR
from prcomm.press.requests import (
    MEDIA,
    REQUEST,
    USER,
    AnswerAtOnce,
    Form,
    RefusalGround,
    ReplyLine,
    Request,
    RequestAction,
    RequestState,
    TakeBack,
    reply_line,
    term_of_decision,
)
from prcomm.press.roles import REQUESTER

Requests = Lifecycle[Request, RequestAction]
S = RequestState
TERM = ORQ369("term of a request")
LIMITS = ORQ369("limits, article 6").by(Basis.REPORTED)
AT_ONCE, TAKE_BACK = (one for one in EXAMPLES if isinstance(one, AnswerAtOnce | TakeBack))
SIX_DAYS = office("a region IIB", week=6)
BY_MEDIA, ORAL = evolve(RECEIVE, kind=MEDIA), evolve(RECEIVE, form=Form.ORAL)
FOR_INTERVIEW = evolve(RECEIVE, interview=True)


def reformed(value, figure: int) -> Requests:
    """Requests under a figure that the law read leaves open."""
    return REQUEST.under(Reform(value, figure, "on trial"))


def on(action: RequestAction, when: DateTime, **fields: object) -> RequestAction:
    return evolve(action, at=when, **fields)


def request(*actions: RequestAction, of: Requests | None = None) -> Request:
    return (of or REQUEST).replay(actions)


def then(one: Request, *actions: RequestAction, of: Requests | None = None) -> Request:
    for action in actions:
        one = (of or REQUEST).apply(one, action)
    return one


def registered(when: DateTime, receive: RequestAction = RECEIVE, of: Requests | None = None) -> Request:
    """A request received and registered at an instant."""
    return request(on(receive, when), on(REGISTER, when), of=of)


def against(one: Request | None, action: RequestAction, of: Requests | None = None) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a request."""
    if one is not None:
        return (of or REQUEST).explain(one, action).reasons
    try:
        REQUEST.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def lawful(one: Request | None, action: RequestAction, of: Requests | None = None) -> bool:
    return against(one, action, of) == ()


def refused_by_law(one: Request | None, action: RequestAction, *cites: object) -> bool:
    """Whether one reason stands against it, which is law and rests on these places."""
    (reason,) = against(one, action)
    return reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == cites


def refused_not_by_law(one: Request | None, action: RequestAction, rule: int, of: Requests | None = None) -> bool:
    """Whether one reason stands against it, which is a house rule and says so."""
    (reason,) = against(one, action, of)
    return not reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == (HOUSE(rule),)


def has_no_place(one: Request, action: RequestAction) -> bool:
    return [reason.kind for reason in against(one, action)] == [ReasonKind.STATE]


def due(one: Request, name: str, when: DateTime, of: Requests | None = None) -> Due:
    """The due of that name: of several the last that began."""
    return [found for found in (of or REQUEST).due(one, when) if found.name == name][-1]


def status(one: Request, name: str, when: DateTime, of: Requests | None = None) -> Status:
    return due(one, name, when, of).status(when)


def names(dues: Sequence[Due]) -> set[str]:
    return {one.name for one in dues}


class TestCase30:
    """Seven days for an editorial office, fifteen for anybody else, from registration."""

    def test_an_editorial_office(self):
        one = registered(at(4, 28), BY_MEDIA)
        assert due(one, "answer", at(4, 28)).last == Date(2026, 5, 5)
        assert status(then(one, on(ANSWER, at(5, 5))), "answer", at(5, 6)) is Status.MET
        assert status(then(one, on(ANSWER, at(5, 6))), "answer", at(5, 6)) is Status.LATE

    def test_a_user(self):
        one = registered(at(4, 28))
        owed = due(one, "answer", at(4, 28))
        assert (owed.raw, owed.control, owed.rolled) == (Date(2026, 5, 13),) * 3
        assert (owed.owed_by, owed.owed_by_cites) == (EXECUTOR, (HOUSE(106),))
        assert TERM in owed.cites

    def test_an_interview_that_a_user_asks_for_has_fifteen_days_too(self):
        assert due(registered(at(4, 28), FOR_INTERVIEW), "answer", at(4, 28)).last == Date(2026, 5, 13)

    def test_that_the_seven_days_run_from_registration_is_inferred(self):
        inferred = TERM.by(Basis.INFERRED)
        assert inferred in due(registered(at(4, 28), BY_MEDIA), "answer", at(4, 28)).cites
        assert inferred not in due(registered(at(4, 28)), "answer", at(4, 28)).cites


class TestCase31:
    """The fifteenth day is a day off."""

    def test_five_days_a_week(self):
        one = registered(at(5, 14))
        owed = due(one, "answer", at(5, 14))
        assert (owed.raw, owed.control, owed.rolled) == (Date(2026, 5, 29), Date(2026, 5, 26), Date(2026, 6, 1))
        assert status(then(one, on(ANSWER, at(6, 1))), "answer", at(6, 2)) is Status.MET_BY_ANALOGY
        assert status(then(one, on(ANSWER, at(6, 2))), "answer", at(6, 2)) is Status.LATE

    def test_six_days_a_week(self):
        owed = due(registered(at(5, 14), evolve(RECEIVE, office=SIX_DAYS)), "answer", at(5, 14))
        assert (owed.raw, owed.control, owed.rolled) == (Date(2026, 5, 29), Date(2026, 5, 26), Date(2026, 6, 1))


class TestCase32:
    """Received on a Friday evening."""

    @property
    def one(self) -> Request:
        return request(on(RECEIVE, at(6, 12, 19, 10)))

    def test_it_is_registered_on_monday(self):
        owed = due(self.one, "registration", at(6, 12, 20))
        assert owed.last == Date(2026, 6, 15)
        assert owed.cites[:2] == (ORQ445(23, 1).by(Basis.ANALOGY), INFORMATION(6))
        assert (owed.owed_by, owed.owed_by_cites) == (REGISTRAR, (HOUSE(105),))
        assert status(then(self.one, on(REGISTER, at(6, 15))), "registration", at(6, 16)) is Status.MET
        assert status(then(self.one, on(REGISTER, at(6, 16))), "registration", at(6, 16)) is Status.LATE

    def test_that_it_is_not_held_is_said_by_friday(self):
        owed = due(self.one, "not_held", at(6, 12, 20))
        assert (owed.last, owed.provided) == (Date(2026, 6, 19), "the body does not hold the information")
        assert (owed.owed_by, owed.owed_by_cites) == (EXECUTOR, (HOUSE(106),))
        assert status(then(self.one, on(NOT_HELD, at(6, 19))), "not_held", at(6, 22)) is Status.MET
        assert status(then(self.one, on(NOT_HELD, at(6, 22))), "not_held", at(6, 22)) is Status.LATE

    def test_it_is_held_and_nobody_misses_that_due(self):
        held = (on(RECEIVE, at(6, 12, 19, 10)), on(REGISTER, at(6, 15)), on(ANSWER, at(6, 26)))
        assert status(request(*held), "not_held", at(6, 26)) is Status.LIFTED
        assert REQUEST.audit(held, at(7, 1)).findings == ()

    def test_what_is_received_by_six_is_registered_that_day(self):
        assert due(request(on(RECEIVE, at(6, 12, 17, 59))), "registration", at(6, 12, 18)).last == Date(2026, 6, 12)


class TestCase33:
    """Who asks."""

    @pytest.mark.parametrize("state", [S.RECEIVED, S.REGISTERED], ids=lambda state: state.name)
    def test_a_request_without_name_or_address_is_not_considered(self, state):
        begun, *steps = lives(state, USER)
        nameless = request(evolve(begun, named=False), *steps)
        aside = then(nameless, SET_ASIDE)
        assert aside.state is S.NOT_CONSIDERED
        assert REQUEST.due(aside, DAY, open=True) == ()
        place = ORQ369("form of a request, article 20").by(Basis.REPORTED)
        assert refused_by_law(request(begun, *steps), SET_ASIDE, place)

    def test_a_blogger_without_a_registered_outlet_is_a_user(self):
        blogger = evolve(BY_MEDIA, registered_outlet=False)
        assert refused_by_law(None, blogger, MASS_MEDIA(4).by(Basis.INFERRED))
        assert against(None, blogger)[0].remedy == "enter it as of a user"
        as_user = evolve(blogger, kind=USER)
        assert due(registered(at(4, 28), as_user), "answer", at(4, 28)).last == Date(2026, 5, 13)


class TestCase34:
    """A refusal."""

    @property
    def one(self) -> Request:
        return registered(at(3, 10))

    def test_only_for_a_secret(self):
        assert refused_by_law(self.one, on(REFUSE, at(3, 10), ground=RefusalGround.OTHER), LIMITS, CONSTITUTION(33))
        for ground in (RefusalGround.STATE_SECRET, RefusalGround.PROTECTED_SECRET):
            assert then(self.one, on(REFUSE, at(3, 10), ground=ground)).state is S.REFUSED

    def test_it_says_why_and_where_to_complain(self):
        for missing in ("reasons", "route"):
            assert refused_by_law(self.one, on(REFUSE, at(3, 10), **{missing: ""}), FREEDOM(10))

    def test_six_months_to_go_to_court(self):
        told = then(self.one, on(REFUSE, at(3, 10)))
        owed = due(told, "court", at(3, 10))
        assert (owed.last, owed.owed_by) == (Date(2026, 9, 10), REQUESTER)
        assert owed.provided == "the requester wants to go to court"
        within = (ADMINISTRATIVE_COURT(186, 1), ADMINISTRATIVE_COURT(186, 1).by(Basis.INFERRED))
        assert owed.cites[:2] == within
        in_time = then(told, on(COURT_ACTION, at(9, 10)))
        assert (in_time.state, status(in_time, "court", at(9, 11))) == (S.COMPLAINED, Status.MET)
        late = then(told, on(COURT_ACTION, at(9, 11)))
        assert (late.state, status(late, "court", at(9, 11))) == (S.COMPLAINED, Status.LATE)

    def test_nobody_misses_it_who_does_not_want_to(self):
        refused = (on(RECEIVE, at(3, 10)), on(REGISTER, at(3, 10)), on(REFUSE, at(3, 10)))
        assert REQUEST.audit(refused, at(12, 1)).findings == ()

    def test_when_to_tell_of_it_is_not_owed_until_a_figure_is_set(self):
        assert "refusal_notice" not in names(REQUEST.due(self.one, at(3, 10)))
        law = reformed(DAYS_TO_TELL_OF_REFUSAL, 10)
        one = registered(at(3, 10), of=law)
        owed = due(one, "refusal_notice", at(3, 10), law)
        assert (owed.last, owed.provided) == (Date(2026, 3, 20), "the request is refused")
        assert (owed.owed_by, owed.owed_by_cites) == (AUTHORISED, (HOUSE(103),))
        assert FREEDOM(10).by(Basis.ASSUMED) in owed.cites
        for day, found in ((at(3, 20), Status.MET), (at(3, 26), Status.LATE)):
            assert status(then(one, on(REFUSE, day), of=law), "refusal_notice", day, law) is found


class TestCase35:
    """A longer term."""

    @property
    def law(self) -> Requests:
        return reformed(DAYS_OF_EXTENSION, 10)

    @property
    def one(self) -> Request:
        return registered(at(4, 28), of=self.law)

    def test_without_a_figure_nobody_lengthens_it(self):
        assert refused_not_by_law(registered(at(4, 28)), on(EXTEND, at(5, 12)), 122)

    def test_ten_days_more_from_the_end_of_the_running_term(self):
        longer = then(self.one, on(EXTEND, at(5, 12)), of=self.law)
        owed = due(longer, "answer", at(5, 12), self.law)
        assert (longer.state, owed.last, owed.control) == (S.REGISTERED, Date(2026, 5, 23), Date(2026, 5, 22))
        assert due(longer, "court_for_silence", at(5, 12), self.law).last == Date(2026, 11, 23)

    def test_on_its_last_day_and_no_later(self):
        assert lawful(self.one, on(EXTEND, at(5, 13)), self.law)
        (reason,) = against(self.one, on(EXTEND, at(5, 14)), self.law)
        assert (reason.is_law, reason.cites) == (True, (TERM,))

    def test_the_requester_is_told(self):
        assert refused_not_by_law(self.one, on(EXTEND, at(5, 12), told=False), 122, self.law)

    def test_the_head_or_an_authorised_official_does_it(self):
        may = [name for name, by in ACTORS.items() if lawful(self.one, on(EXTEND, at(5, 12), by=by), self.law)]
        assert may == ["HEAD", "AUTHORISED"]

    def test_an_editorial_offices_never(self):
        assert has_no_place(registered(at(4, 28), BY_MEDIA), on(EXTEND, at(4, 29)))

    def test_again_and_again_while_it_runs(self):
        """Nothing read says once: 13 May, 23 May, 2 June."""
        twice = then(self.one, on(EXTEND, at(5, 12)), on(EXTEND, at(5, 22)), of=self.law)
        owed = due(twice, "answer", at(5, 22), self.law)
        silence = due(twice, "court_for_silence", at(5, 22), self.law)
        assert (owed.last, silence.last) == (Date(2026, 6, 2), Date(2026, 12, 2))
        told = " ".join(str(line) for line in silence.trace)
        assert "2026-11-23, in place of 2026-11-13" in told
        assert "2026-12-02, in place of 2026-11-23" in told

    def test_at_once_twice(self):
        twice = then(self.one, on(EXTEND, at(5, 12)), on(EXTEND, at(5, 12)), of=self.law)
        assert due(twice, "court_for_silence", at(5, 12), self.law).last == Date(2026, 12, 2)

    def test_not_those_of_a_term_that_is_over(self):
        """Upheld on 1 June a new term begins, to 16 June; lengthened once it ends on 26 June."""
        steps = (on(EXTEND, at(5, 12)), on(REFUSE, at(5, 20)), on(COMPLAIN, at(5, 21)), on(UPHOLD, at(6, 1)))
        anew = then(self.one, *steps, of=self.law)
        assert due(anew, "answer", at(6, 1), self.law).last == Date(2026, 6, 16)
        assert due(anew, "court_for_silence", at(6, 1), self.law).last == Date(2026, 12, 16)
        longer = then(anew, on(EXTEND, at(6, 2)), of=self.law)
        assert due(longer, "answer", at(6, 2), self.law).last == Date(2026, 6, 26)
        assert due(longer, "court_for_silence", at(6, 2), self.law).last == Date(2026, 12, 26)

    def test_the_figure_is_that_of_the_day_on_which_the_term_began(self):
        """One that was set while it ran lengthens nothing, and is refused."""
        since = REQUEST.under(Reform(DAYS_OF_EXTENSION, 10, "on trial", since=Date(2026, 5, 1)))
        assert refused_not_by_law(registered(at(4, 28), of=since), on(EXTEND, at(5, 12)), 122, since)
        later = registered(at(5, 1), of=since)
        assert due(then(later, on(EXTEND, at(5, 12)), of=since), "answer", at(5, 12), since).last == Date(2026, 5, 26)

    def test_where_no_term_runs_there_is_nothing_to_lengthen(self):
        """A file that was taken over without what runs in it."""
        bare = evolve(self.one, clocks=())
        assert [reason.cites for reason in against(bare, on(EXTEND, at(5, 12)), self.law)] == [(TERM,), (HOUSE(122),)]

    def test_what_an_audit_finds_without_a_figure_lengthens_nothing(self):
        found = REQUEST.audit((on(RECEIVE, at(4, 28)), on(REGISTER, at(4, 28)), on(EXTEND, at(5, 12))), at(5, 12))
        assert found.entity is not None
        assert due(found.entity, "answer", at(5, 12)).last == Date(2026, 5, 13)
        assert due(found.entity, "court_for_silence", at(5, 12)).last == Date(2026, 11, 13)


class TestCase36:
    """A question put at a briefing on Wednesday, entered on Thursday."""

    received = on(BY_MEDIA, at(9, 17), form=Form.ORAL, question=THE_BRIEFING, asked="q3", put=at(9, 16, 11, 40))

    @property
    def one(self) -> Request:
        return request(self.received)

    def test_it_is_received_when_it_was_put(self):
        assert due(self.one, "registration", at(9, 17)).last == Date(2026, 9, 16)
        assert due(self.one, "not_held", at(9, 17)).last == Date(2026, 9, 23)
        assert (self.one.asked, self.one.put) == ("q3", at(9, 16, 11, 40))
        assert self.one.refers_to == (THE_BRIEFING,)

    def test_registered_on_thursday_it_is_late_and_answered_by_the_next(self):
        entered = then(self.one, on(REGISTER, at(9, 17)))
        assert status(entered, "registration", at(9, 17)) is Status.LATE
        assert due(entered, "answer", at(9, 17)).last == Date(2026, 9, 24)

    def test_to_tell_of_a_refusal_runs_from_then_too(self):
        law = reformed(DAYS_TO_TELL_OF_REFUSAL, 10)
        assert due(request(self.received, of=law), "refusal_notice", at(9, 17), law).last == Date(2026, 9, 26)

    def test_it_was_put_by_now(self):
        assert lawful(None, on(RECEIVE, at(9, 17), put=at(9, 17)))
        assert refused_not_by_law(None, on(RECEIVE, at(9, 17), put=at(9, 17, 10, 1)), 105)


class TestCase37:
    """Answered at once, and by an interview."""

    def test_what_was_asked_orally_needs_no_number(self):
        one = request(ORAL, AT_ONCE)
        assert (one.state, one.number) == (S.ANSWERED, "")
        assert REQUEST.due(one, DAY, open=True) == ()

    @pytest.mark.parametrize("form", [Form.WRITTEN, Form.ELECTRONIC], ids=lambda form: form.name)
    def test_others_are_registered(self, form):
        assert refused_by_law(request(evolve(RECEIVE, form=form)), AT_ONCE, INFORMATION(6))

    def test_nothing_is_registered_without_a_number(self):
        assert refused_by_law(request(RECEIVE), evolve(REGISTER, number=""), INFORMATION(6))
        assert request(RECEIVE, REGISTER).number == "17"

    def test_an_interview_is_given_by_who_is_charged(self):
        asked = request(FOR_INTERVIEW, REGISTER)
        assert refused_by_law(asked, ANSWER, TERM)
        assert refused_by_law(asked, IN_PART, TERM)
        for speaker in (UNCHARGED, A_HEAD_ELSEWHERE, evolve(CHARGED, office="city IIB")):
            assert refused_not_by_law(asked, evolve(INTERVIEW, speaker=speaker), 111)
        for speaker in (CHARGED, THE_HEAD_HERE):
            assert then(asked, evolve(INTERVIEW, speaker=speaker)).state is S.ANSWERED

    def test_only_where_one_was_asked_for(self):
        assert refused_by_law(request(RECEIVE, REGISTER), INTERVIEW, TERM)

    def test_nor_is_it_answered_at_once(self):
        assert refused_not_by_law(request(evolve(FOR_INTERVIEW, form=Form.ORAL)), AT_ONCE, 106)

    def test_it_may_be_refused(self):
        assert request(FOR_INTERVIEW, REGISTER, REFUSE).state is S.REFUSED


class TestCase38:
    """Complaints."""

    @property
    def one(self) -> Request:
        return registered(DAY)

    @property
    def silent(self) -> Request:
        return then(self.one, on(COMPLAIN, at(3, 21)))

    def test_of_silence_from_the_day_after_the_last(self):
        (reason,) = against(self.one, on(COMPLAIN, at(3, 20)))
        assert (reason.is_law, reason.cites) == (True, (TERM,))
        assert self.silent.state is S.COMPLAINED

    def test_upheld_the_old_clock_runs_on(self):
        upheld = then(self.silent, on(UPHOLD, at(3, 30)))
        assert (upheld.state, upheld.number) == (S.REGISTERED, "17")
        assert due(upheld, "answer", at(3, 30)).last == Date(2026, 3, 20)
        assert status(upheld, "answer", at(3, 30)) is Status.OVERDUE

    def test_dismissed_it_is_overdue_still_and_there_is_court(self):
        dismissed = then(self.silent, on(DISMISS, at(3, 30)))
        assert (dismissed.state, status(dismissed, "answer", at(3, 30))) == (S.DISMISSED, Status.OVERDUE)
        assert then(dismissed, on(COURT_ACTION, at(4, 1))).state is S.COMPLAINED

    def test_a_refusal_that_is_upheld_against_is_answered_in_a_new_term(self):
        upheld = request(RECEIVE, REGISTER, REFUSE, COMPLAIN, on(UPHOLD, at(3, 30)))
        assert due(upheld, "answer", at(3, 30)).last == Date(2026, 4, 14)
        assert due(upheld, "court_for_silence", at(3, 30)).last == Date(2026, 10, 14)

    @pytest.mark.parametrize("told", [AT_ONCE, NOT_HELD], ids=["answered at once", "not held"])
    def test_what_was_never_registered_stands_by_the_number_of_the_decision(self, told):
        upheld = request(ORAL, told, COMPLAIN, UPHOLD)
        assert (upheld.state, upheld.number) == (S.REGISTERED, "decision 5")

    def test_it_is_turned_into_an_appeal_and_nothing_else(self):
        place = ORQ369("scope, article 3").by(Basis.REPORTED)
        assert refused_by_law(self.one, evolve(TURN, into=A_REQUEST), place)
        turned = then(self.one, TURN)
        assert (turned.state, turned.into, turned.refers_to) == (S.TURNED, AN_APPEAL, (AN_APPEAL,))

    def test_of_a_request_that_nobody_registers(self):
        """Received on Thursday 5 March, to be registered that day."""
        (reason,) = against(request(RECEIVE), on(COMPLAIN, at(3, 5, 17)))
        assert (reason.is_law, reason.cites) == (False, (ORQ445(23, 1).by(Basis.ANALOGY), INFORMATION(6)))
        assert request(RECEIVE, on(COMPLAIN, at(3, 6))).state is S.COMPLAINED

    def test_by_who_asks_though_by_nobody_else(self):
        (reason,) = against(self.one, on(COMPLAIN, at(3, 21), by=PRESS))
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)
        assert lawful(self.one, on(COMPLAIN, at(3, 21), by=Actor("somebody for u1", REQUESTER)))


class TestCase83:
    """A late answer has its place."""

    @property
    def one(self) -> Request:
        return registered(at(2, 1, year=2027))

    @property
    def silent(self) -> Request:
        return then(self.one, on(COMPLAIN, at(2, 17, year=2027)))

    def test_its_term(self):
        assert due(self.one, "answer", at(2, 1, year=2027)).last == Date(2027, 2, 16)
        assert due(self.one, "court_for_silence", at(2, 1, year=2027)).last == Date(2027, 8, 16)

    def test_while_a_complaint_lies(self):
        late = then(self.silent, on(ANSWER, at(2, 22, year=2027)))
        assert (late.state, status(late, "answer", at(2, 22, year=2027))) == (S.COMPLAINED, Status.LATE)
        assert refused_not_by_law(late, on(REFUSE, at(2, 23, year=2027)), 144)

    def test_and_after_it_was_dismissed(self):
        dismissed = then(self.silent, on(DISMISS, at(2, 25, year=2027)))
        assert refused_not_by_law(dismissed, on(CLOSE, at(2, 25, year=2027)), 144)
        late = then(dismissed, on(ANSWER, at(2, 26, year=2027)))
        assert (late.state, status(late, "answer", at(2, 26, year=2027))) == (S.DISMISSED, Status.LATE)
        assert then(late, on(CLOSE, at(2, 27, year=2027))).state is S.CLOSED

    def test_to_court_from_the_day_after_the_last(self):
        (reason,) = against(self.one, on(COURT_ACTION, at(2, 16, year=2027)))
        assert (reason.is_law, reason.cites) == (True, (TERM,))
        gone = then(self.one, on(COURT_ACTION, at(2, 17, year=2027)))
        assert (gone.state, status(gone, "court_for_silence", at(2, 17, year=2027))) == (S.COMPLAINED, Status.MET)
        late = then(self.one, on(COURT_ACTION, at(8, 17, year=2027)))
        assert status(late, "court_for_silence", at(8, 17, year=2027)) is Status.LATE


class TestCase84:
    """In part, and elsewhere."""

    @property
    def one(self) -> Request:
        return registered(DAY)

    def test_a_part_is_withheld_only_for_a_secret(self):
        assert refused_by_law(self.one, evolve(IN_PART, ground=RefusalGround.OTHER), LIMITS, CONSTITUTION(33))
        for missing in ("reasons", "route"):
            assert refused_by_law(self.one, evolve(IN_PART, **{missing: ""}), FREEDOM(10))
        assert refused_not_by_law(self.one, evolve(IN_PART, withheld=""), 144)

    def test_it_meets_the_term_and_opens_the_way_to_court(self):
        told = then(self.one, IN_PART)
        assert (told.state, status(told, "answer", DAY)) == (S.PARTLY_ANSWERED, Status.MET)
        assert due(told, "court", DAY).last == Date(2026, 9, 5)

    def test_it_goes_to_another_body_and_the_requester_is_told(self):
        competent = ORQ369("competent body").by(Basis.ASSUMED)
        for to in ("", self.one.office.id):
            (reason,) = against(self.one, evolve(FORWARD, to=to))
            assert (reason.is_law, reason.cites) == (False, (competent,))
        assert refused_not_by_law(self.one, evolve(FORWARD, told=False), 144)
        forwarded = then(self.one, FORWARD)
        assert (forwarded.state, then(forwarded, COMPLAIN).state) == (S.FORWARDED, S.COMPLAINED)


SAID_AT_REGISTRATION = {
    "answered": (RECEIVE, ANSWER),
    "in part": (RECEIVE, IN_PART),
    "interview": (FOR_INTERVIEW, INTERVIEW),
    "refused": (RECEIVE, REFUSE),
    "not held": (RECEIVE, NOT_HELD),
    "forwarded": (RECEIVE, FORWARD),
    "set aside": (evolve(RECEIVE, named=False), SET_ASIDE),
    "turned": (RECEIVE, TURN),
    "taken back": (RECEIVE, TAKE_BACK),
}
"""What may be done with a registered request, and of which."""


def cases_of(*but: str):
    """These, but some, by name."""
    return pytest.mark.parametrize("how", [name for name in SAID_AT_REGISTRATION if name not in but])


class TestWhatEndsATerm:
    """Registered on Thursday 2 April: Friday 17 April is the last day of a user."""

    @staticmethod
    def then_at(how: str, when: DateTime, of: Requests | None = None) -> Request:
        receive, said = SAID_AT_REGISTRATION[how]
        return then(registered(at(4, 2), receive, of), on(said, when), of=of)

    @cases_of("not held", "set aside", "turned", "taken back")
    def test_answered_refused_or_sent_on_it_is_met(self, how):
        assert status(self.then_at(how, at(4, 17)), "answer", at(4, 18)) is Status.MET
        assert status(self.then_at(how, at(4, 18)), "answer", at(4, 18)) is Status.LATE

    @cases_of("answered", "in part", "interview", "refused", "forwarded")
    def test_otherwise_nothing_is_left_to_answer(self, how):
        assert status(self.then_at(how, at(4, 17)), "answer", at(4, 18)) is Status.LIFTED
        assert status(self.then_at(how, at(4, 18)), "answer", at(4, 18)) is Status.LATE

    @cases_of("not held")
    def test_what_the_body_holds_it_need_not_say_it_does_not(self, how):
        assert status(self.then_at(how, at(4, 17)), "not_held", at(4, 18)) is Status.LIFTED

    @cases_of("refused")
    def test_of_what_is_not_refused_no_refusal_is_told(self, how):
        law = reformed(DAYS_TO_TELL_OF_REFUSAL, 10)
        assert status(self.then_at(how, at(4, 17), law), "refusal_notice", at(4, 18), law) is Status.LIFTED

    @cases_of()
    def test_nobody_goes_to_court_for_silence_where_something_was_done(self, how):
        assert status(self.then_at(how, at(4, 17)), "court_for_silence", at(4, 18)) is Status.LIFTED

    def test_answered_at_once_none_of_these_runs(self):
        law = reformed(DAYS_TO_TELL_OF_REFUSAL, 10)
        one = request(ORAL, AT_ONCE, of=law)
        assert status(one, "registration", DAY, law) is Status.MET
        assert {status(one, name, DAY, law) for name in ("not_held", "refusal_notice")} == {Status.LIFTED}

    @pytest.mark.parametrize("how", ["not held", "set aside", "turned"])
    def test_what_is_not_to_be_registered_any_more(self, how):
        receive, said = SAID_AT_REGISTRATION[how]
        assert status(request(receive, said), "registration", at(3, 6)) is Status.MET
        assert status(request(receive, on(said, at(3, 6))), "registration", at(3, 6)) is Status.LATE

    def test_what_is_taken_back(self):
        assert status(request(RECEIVE, TAKE_BACK), "registration", at(3, 6)) is Status.LIFTED
        assert status(request(RECEIVE, on(TAKE_BACK, at(3, 6))), "registration", at(3, 6)) is Status.LATE

    @pytest.mark.parametrize("how", ["answered", "in part", "interview", "refused", "not held"])
    def test_answered_without_ever_being_registered(self, how):
        """Who asked complained that nobody registers it: once it is answered nobody waits for a number."""
        receive, said = SAID_AT_REGISTRATION[how]
        lodged = request(receive, on(COMPLAIN, at(3, 6)))
        assert status(lodged, "registration", at(3, 9)) is Status.OVERDUE
        one = then(lodged, on(said, at(3, 10)))
        assert (one.state, status(one, "registration", at(3, 11))) == (S.COMPLAINED, Status.LATE)
        assert "registration" not in names(REQUEST.due(one, at(3, 11), open=True))

    def test_or_a_decision_gives_it_its_number(self):
        upheld = request(RECEIVE, on(COMPLAIN, at(3, 6)), on(UPHOLD, at(3, 10)))
        assert (upheld.state, upheld.number) == (S.REGISTERED, "decision 5")
        assert status(upheld, "registration", at(3, 11)) is Status.LATE
        assert due(upheld, "answer", at(3, 10)).last == Date(2026, 3, 25)

    def test_a_refusal_upheld_against_or_closed_opens_no_way_to_court(self):
        refused = request(RECEIVE, REGISTER, REFUSE)
        for steps in ((COMPLAIN, UPHOLD), (CLOSE,)):
            assert status(then(refused, *steps), "court", at(3, 6)) is Status.LIFTED

    def test_what_is_closed_is_owed_no_more(self):
        """Told once that it is not held, upheld against, silent since, and closed: late, and open to nobody."""
        one = request(RECEIVE, REGISTER, NOT_HELD, COMPLAIN, UPHOLD)
        steps = (on(COMPLAIN, at(3, 21)), on(DISMISS, at(3, 25)))
        silent = then(one, *steps)
        assert status(silent, "answer", at(3, 26)) is Status.OVERDUE
        assert status(silent, "court_for_silence", at(3, 26)) is Status.RUNNING
        closed = then(silent, on(CLOSE, at(3, 26)))
        assert status(closed, "answer", at(3, 27)) is Status.LATE
        assert status(closed, "court_for_silence", at(3, 27)) is Status.LIFTED
        assert REQUEST.due(closed, at(3, 27), open=True) == ()


class TestHouseRule144:
    """What a requester is told: an answer once given is not undone by a refusal."""

    @property
    def lodged(self) -> Request:
        return then(registered(DAY), on(COMPLAIN, at(3, 21)))

    @pytest.mark.parametrize("how", ["answered", "in part", "refused", "not held"])
    @pytest.mark.parametrize("then_says", [REFUSE, NOT_HELD], ids=["refused", "not held"])
    def test_nor_by_saying_that_it_is_not_held(self, how, then_says):
        said = then(self.lodged, on(SAID_AT_REGISTRATION[how][1], at(3, 22)))
        assert refused_not_by_law(said, on(then_says, at(3, 23)), 144)
        assert lawful(self.lodged, on(then_says, at(3, 23)))

    def test_nor_an_interview_nor_what_was_answered_at_once(self):
        interview = request(FOR_INTERVIEW, REGISTER, INTERVIEW, COMPLAIN)
        at_once = request(ORAL, AT_ONCE, COMPLAIN)
        for one in (interview, at_once):
            assert refused_not_by_law(one, REFUSE, 144)

    def test_what_went_elsewhere_was_not_answered_here(self):
        assert lawful(request(RECEIVE, REGISTER, FORWARD, COMPLAIN), REFUSE)

    def test_upheld_it_is_to_be_answered_anew(self):
        anew = request(RECEIVE, REGISTER, ANSWER, COMPLAIN, UPHOLD)
        assert then(anew, REFUSE).state is S.REFUSED
        silent = then(anew, on(COMPLAIN, at(3, 21)))
        assert lawful(silent, on(REFUSE, at(3, 22)))

    def test_an_answer_may_always_be_added(self):
        told = request(RECEIVE, REGISTER, REFUSE, COMPLAIN)
        for one in (told, then(told, DISMISS)):
            for answer in (ANSWER, IN_PART):
                added = then(one, answer)
                assert (added.state, reply_line(added)) != (one.state, reply_line(one))
                assert added.state is one.state

    def test_what_an_answer_asks_is_asked_of_a_late_one(self):
        assert refused_by_law(self.lodged, on(IN_PART, at(3, 22), ground=RefusalGround.OTHER), LIMITS, CONSTITUTION(33))
        assert refused_by_law(self.lodged, on(IN_PART, at(3, 22), route=""), FREEDOM(10))
        assert refused_not_by_law(self.lodged, on(IN_PART, at(3, 22), withheld=""), 144)
        assert refused_by_law(self.lodged, on(REFUSE, at(3, 22), ground=RefusalGround.OTHER), LIMITS, CONSTITUTION(33))
        assert refused_by_law(self.lodged, on(REFUSE, at(3, 22), reasons=""), FREEDOM(10))
        assert refused_by_law(self.lodged, on(INTERVIEW, at(3, 22)), TERM)
        asked = then(registered(DAY, FOR_INTERVIEW), on(COMPLAIN, at(3, 21)))
        for answer in (ANSWER, IN_PART):
            assert refused_by_law(asked, on(answer, at(3, 22)), TERM)
        assert refused_not_by_law(asked, on(INTERVIEW, at(3, 22), speaker=UNCHARGED), 111)
        late = then(asked, on(INTERVIEW, at(3, 26)))
        assert (late.state, status(late, "answer", at(3, 26))) == (S.COMPLAINED, Status.LATE)


class TestTheReplyLine:
    """What who asked was told, by the last action that told something."""

    @property
    def one(self) -> Request:
        return request(RECEIVE, REGISTER)

    def test_nothing_yet(self):
        assert reply_line(self.one) is None

    def test_an_answer_and_where_it_is_published(self):
        assert reply_line(then(self.one, ANSWER)) == ReplyLine(reply=Reference("release", "r7"), published_at="link 1")

    def test_in_part(self):
        assert reply_line(then(self.one, IN_PART)) == ReplyLine(
            reply=Reference("release", "r8"), withheld="digest 2", reasons="digest 3", route="the body above, or court",
            not_held="digest 4", holder="the registry of land",
        )  # fmt: skip

    def test_who_holds_it_why_it_is_refused_and_where_it_went(self):
        assert reply_line(then(self.one, NOT_HELD)) == ReplyLine(holder="the registry of land")
        assert reply_line(then(self.one, REFUSE)) == ReplyLine(reasons="digest 3", route="the body above, or court")
        assert reply_line(then(self.one, FORWARD)) == ReplyLine(to="region IIB")

    def test_the_last_of_them_and_no_complaint_in_between(self):
        told = then(self.one, REFUSE, COMPLAIN, ANSWER, DISMISS)
        assert reply_line(told) == ReplyLine(reply=Reference("release", "r7"), published_at="link 1")


class TestTheTermOfItsDecision:
    """What a review and a scoreboard count: the term under which it was first decided. 5 March 2026 is a Thursday."""

    def test_of_what_is_not_decided_there_is_none(self):
        for one in (request(RECEIVE), request(RECEIVE, REGISTER), request(RECEIVE, NOT_HELD)):
            assert term_of_decision(one, at(3, 30)) is None

    def test_what_is_answered_at_once_had_none(self):
        at_once = request(evolve(RECEIVE, form=Form.ORAL), AnswerAtOnce(at=DAY, by=PRESS))
        assert term_of_decision(at_once, at(3, 30)) is None

    def test_answered_in_the_term_of_its_registration(self):
        term = term_of_decision(request(RECEIVE, REGISTER, on(ANSWER, at(3, 20))), at(3, 30))
        assert (term.raw, term.status(at(3, 30))) == (Date(2026, 3, 20), Status.MET)

    def test_what_is_decided_anew_after_a_complaint_counts_by_its_first(self):
        """Refused in time; upheld, and answered after the fifteen days."""
        anew = request(
            RECEIVE,
            REGISTER,
            on(REFUSE, at(3, 10)),
            on(COMPLAIN, at(3, 11)),
            on(UPHOLD, at(3, 16)),
            on(ANSWER, at(4, 20)),
        )
        term = term_of_decision(anew, at(4, 30))
        assert (term.raw, term.status(at(4, 30))) == (Date(2026, 3, 20), Status.MET)


class TestWhatIsKept:
    def test_what_the_receipt_said(self):
        one = request(evolve(RECEIVE, named=False, interview=True, form=Form.ELECTRONIC))
        assert (one.kind, one.form, one.named, one.interview, one.id) == (USER, Form.ELECTRONIC, False, True, "q1")
        assert one.reference == Reference("request", "q1")
        assert one.refers_to == ()

    def test_who_asks_is_not_shown(self):
        one = request(RECEIVE)
        assert one.requester.id == "u1"
        assert "u1" not in repr(one)
        assert "u1" not in repr(RECEIVE)


class TestWhenTheLawBegan:
    def test_on_the_first_day_of_the_law_on_openness(self):
        assert lawful(None, on(RECEIVE, at(5, 6, year=2014)))
        assert [one.kind for one in against(None, on(RECEIVE, at(5, 5, year=2014)))] == [ReasonKind.STATE]


class TestWhoMay:
    """The acts charge the body and its officials: most of it rests on house rules."""

    @property
    def one(self) -> Request:
        return request(RECEIVE, REGISTER)

    @pytest.mark.parametrize(
        ("action", "rule"), [(REGISTER, 105), (ANSWER, 106), (REFUSE, 103), (FORWARD, 103), (CLOSE, 102)]
    )
    def test_who_asks_does_nothing_for_the_body(self, action, rule):
        state = {REGISTER: S.RECEIVED, CLOSE: S.ANSWERED}.get(action, S.REGISTERED)
        (reason,) = against(request(*lives(state, USER)), evolve(action, by=ASKER))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, False, (HOUSE(rule),))

    def test_a_press_officer_answers_and_does_not_refuse(self):
        assert lawful(self.one, evolve(ANSWER, by=PRESS))
        assert not lawful(self.one, evolve(REFUSE, by=PRESS))
        assert lawful(self.one, evolve(REFUSE, by=LEADER))

    def test_the_head_of_the_press_service_closes(self):
        answered = then(self.one, ANSWER)
        assert [name for name, by in ACTORS.items() if lawful(answered, evolve(CLOSE, by=by))] == ["PRESS_HEAD"]
        assert CLOSE.by.role == PRESS_HEAD
