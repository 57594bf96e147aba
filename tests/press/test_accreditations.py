"""Accreditation: Cabinet 243, Cabinet 33, article 37 of the law on mass media, and house rules 107, 120, 123, 124, 145.

Worked cases 39 to 42, 85, 86 and 92 of the specification have classes of their own.
"""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_accreditations import (
    A_COURT,
    ACTIVE,
    ACTORS,
    APPLY,
    ASK_ANEW,
    ATTACH,
    BODY,
    CHALLENGE,
    DAY,
    DETACH,
    EXAMPLES,
    GIVE_BACK,
    GRANT,
    LACKING,
    PAPERS,
    PAPERS_ABROAD,
    REFUSE,
    RETURN,
    REVIEW,
    SUSPEND,
    THE_COMMISSION,
    THE_MINISTRY,
    THE_OFFICE,
    UNREGISTERED,
    UNTIL,
    WITHDRAW,
    abroad,
    lives,
)
from press.lives_requests import RECEIVE as RECEIVE_REQUEST

from prcomm import Basis, Due, LegalEntity, Lifecycle, Outlet, Reason, ReasonKind, Reference, Reform, Refused, Status
from prcomm.law.administrative_court import ADMINISTRATIVE_COURT
from prcomm.law.civil_code import ROLL_FORWARD_BY_ANALOGY
from prcomm.law.house import HOUSE
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.press_acts import CM33, CM243, DAYS_TO_ACCREDIT, PHOTOGRAPHS, PHOTOGRAPHS_ABROAD, QUOTA
from prcomm.law.roles import EDITORIAL_OFFICE
from prcomm.press.accreditations import (
    ABROAD,
    ACCREDITATION,
    DOMESTIC,
    FOREIGN,
    PERMANENT,
    Accreditation,
    AccreditationAction,
    AccreditationState,
    Annex,
    AskAnew,
    Complete,
    End,
    FiledWith,
    Grant,
    Press,
    Prolong,
    Reconsider,
    RefuseToProlong,
    Restore,
    Resume,
    WorkAsJournalist,
)
from prcomm.press.requests import REQUEST, Register, RequestKind, RequestState
from prcomm.press.roles import COMMISSION, FOREIGN_MINISTRY

Accreditations = Lifecycle[Accreditation, AccreditationAction]
S = AccreditationState
ANNEXES, APPLICATION, EXPERTS = CM243("annexes"), CM243("application"), CM243("expert group")
AT_THE_MINISTRY = CM33("foreign correspondents")
RENEWAL, STAFF, DISPUTES = (CM243(place).by(Basis.ANALOGY) for place in ("renewal", "technical staff", "disputes"))
PROLONG = next(one for one in EXAMPLES if isinstance(one, Prolong))
REFUSE_ANEW = next(one for one in EXAMPLES if isinstance(one, RefuseToProlong))
END = next(one for one in EXAMPLES if isinstance(one, End))
RESUME = next(one for one in EXAMPLES if isinstance(one, Resume))
COMPLETE = next(one for one in EXAMPLES if isinstance(one, Complete))
RESTORE = next(one for one in EXAMPLES if isinstance(one, Restore))
RECONSIDER = next(one for one in EXAMPLES if isinstance(one, Reconsider))
WORK = next(one for one in EXAMPLES if isinstance(one, WorkAsJournalist))


def at(month: int, day: int, hour: int = 10, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, tz=BODY.tz)


def file(*actions: AccreditationAction, of: Accreditations | None = None) -> Accreditation:
    return (of or ACCREDITATION).replay(actions)


def then(one: Accreditation, *actions: AccreditationAction, of: Accreditations | None = None) -> Accreditation:
    for action in actions:
        one = (of or ACCREDITATION).apply(one, action)
    return one


def against(
    one: Accreditation | None, action: AccreditationAction, of: Accreditations | None = None
) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a file."""
    if one is not None:
        return (of or ACCREDITATION).explain(one, action).reasons
    try:
        (of or ACCREDITATION).begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused_by_law(one: Accreditation | None, action: AccreditationAction, *cites: object) -> bool:
    """Whether one condition stands against it, which is law and rests on these places."""
    (reason,) = against(one, action)
    return reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == cites


def refused_not_by_law(
    one: Accreditation, action: AccreditationAction, *cites: object, of: Accreditations | None = None
) -> bool:
    """Whether one condition stands against it, which is no law and says so."""
    (reason,) = against(one, action, of)
    assert str((of or ACCREDITATION).explain(one, action)).startswith("not by law:")
    return not reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == cites


def has_no_place(one: Accreditation | None, action: AccreditationAction) -> bool:
    return ReasonKind.STATE in [reason.kind for reason in against(one, action)]


def due(one: Accreditation, name: str, when: DateTime, of: Accreditations | None = None) -> Due:
    """The last one of that name."""
    return [found for found in (of or ACCREDITATION).due(one, when) if found.name == name][-1]


def owed(one: Accreditation, when: DateTime, of: Accreditations | None = None) -> set[str]:
    return {found.name for found in (of or ACCREDITATION).due(one, when, open=True)}


def of_kind(kind: Press, *actions: AccreditationAction) -> tuple[AccreditationAction, ...]:
    """The same actions as the foreign ministry has them."""
    return tuple(abroad(action, kind) for action in actions)


def in_state(state: AccreditationState, kind: Press = DOMESTIC) -> Accreditation:
    return file(*lives(state, kind))


def granted(until: Date, kind: Press = DOMESTIC, when: DateTime = DAY) -> Accreditation:
    """An accreditation that was asked for and given at an instant."""
    steps = ACTIVE if kind is DOMESTIC else (APPLY, GRANT)
    steps = tuple(evolve(step, at=when) for step in steps)
    changed = (evolve(step, valid_until=until) if isinstance(step, Grant) else step for step in steps)
    return file(*(changed if kind is DOMESTIC else of_kind(kind, *changed)))


APPLIED, REVIEWED = in_state(S.APPLIED), in_state(S.REVIEWED)
TO_OCTOBER = granted(Date(2026, 10, 31))
NEXT_YEAR = Date(2027, 10, 31)


class TestCase39:
    """Four photographs and all annexes, signed and sealed: then it is reviewed; else it goes back."""

    @pytest.mark.parametrize(
        "lacking",
        [
            LACKING,
            evolve(APPLY, photographs=0),
            evolve(APPLY, signed=False),
            *(evolve(APPLY, annexes=PAPERS - {one}) for one in sorted(PAPERS, key=lambda one: one.value)),
        ],
        ids=["three photographs", "none", "unsigned", "no certificate", "no passport", "no diploma"],
    )
    def test_what_lacks_something_is_not_reviewed_and_goes_back(self, lacking):
        one = file(lacking)
        assert refused_by_law(one, REVIEW, ANNEXES, APPLICATION)
        assert then(one, RETURN).state is S.INCOMPLETE

    @pytest.mark.parametrize("whole", [APPLY, evolve(APPLY, photographs=5), evolve(APPLY, annexes=frozenset(Annex))])
    def test_what_lacks_nothing_is_reviewed_and_does_not_go_back(self, whole):
        one = file(whole)
        assert refused_by_law(one, RETURN, ANNEXES, APPLICATION)
        assert then(one, REVIEW).state is S.REVIEWED

    def test_the_figure_is_the_laws(self):
        assert not against(file(LACKING), REVIEW, ACCREDITATION.under(Reform(PHOTOGRAPHS, 3, "on trial")))
        assert against(file(LACKING), REVIEW, ACCREDITATION.under(Reform(PHOTOGRAPHS_ABROAD, 3, "on trial")))

    def test_it_is_said_what_is_missing(self):
        assert refused_not_by_law(file(LACKING), evolve(RETURN, missing=""), HOUSE(120))

    def test_what_was_missing_is_brought(self):
        one = then(file(evolve(LACKING, signed=False, annexes=frozenset())), RETURN)
        whole = then(one, COMPLETE)
        assert (whole.state, whole.signed, whole.annexes, whole.photographs) == (S.APPLIED, True, PAPERS, 4)
        assert then(whole, REVIEW).state is S.REVIEWED

    def test_what_is_brought_may_lack_something_still(self):
        one = then(file(LACKING), RETURN, evolve(COMPLETE, photographs=3))
        assert refused_by_law(one, REVIEW, ANNEXES, APPLICATION)

    def test_the_conclusion_is_in_writing(self):
        assert refused_not_by_law(APPLIED, evolve(REVIEW, conclusion=""), HOUSE(107))

    def test_no_days_to_decide_were_read_so_none_are_owed(self):
        for one in (APPLIED, REVIEWED):
            assert ACCREDITATION.due(one, at(9, 1)) == ()

    def test_under_a_reform_of_thirty_days(self):
        """From Thursday 5 March: Saturday 4 April; control Friday 3, rolled Monday 6."""
        thirty = ACCREDITATION.under(Reform(DAYS_TO_ACCREDIT, 30, "on trial"))
        owes = due(file(APPLY, of=thirty), "decision", DAY, thirty)
        assert (owes.raw, owes.last) == (Date(2026, 4, 4), Date(2026, 4, 4))
        assert (owes.control, owes.rolled) == (Date(2026, 4, 3), Date(2026, 4, 6))
        assert (owes.owed_by, owes.owed_by_cites, owes.basis) == (
            COMMISSION,
            (CM243("term").by(Basis.ASSUMED),),
            Basis.ASSUMED,
        )
        assert (owes.status(at(4, 2)), owes.status(at(4, 5))) == (Status.RUNNING, Status.OVERDUE)

    @pytest.mark.parametrize("decided", [GRANT, REFUSE], ids=["granted", "refused"])
    def test_either_decision_meets_it(self, decided):
        thirty = ACCREDITATION.under(Reform(DAYS_TO_ACCREDIT, 30, "on trial"))
        one = file(APPLY, REVIEW, evolve(decided, at=at(4, 4)), of=thirty)
        assert due(one, "decision", at(5, 1), thirty).status(at(5, 1)) is Status.MET
        one = file(APPLY, REVIEW, evolve(decided, at=at(4, 7)), of=thirty)
        assert due(one, "decision", at(5, 1), thirty).status(at(5, 1)) is Status.LATE

    def test_the_commission_owes_no_decision_on_foreign_media(self):
        thirty = ACCREDITATION.under(Reform(DAYS_TO_ACCREDIT, 30, "on trial"))
        for kind in (FOREIGN, PERMANENT):
            assert owed(file(*of_kind(kind, APPLY), of=thirty), DAY, thirty) == {"decision_abroad"}

    def test_reconsidered_it_is_owed_anew(self):
        thirty = ACCREDITATION.under(Reform(DAYS_TO_ACCREDIT, 30, "on trial"))
        one = file(APPLY, REFUSE, CHALLENGE, evolve(RECONSIDER, at=at(6, 1)), of=thirty)
        assert due(one, "decision", at(6, 1), thirty).last == Date(2026, 7, 1)


class TestCase40:
    """Foreign media are accredited at the Ministry of Foreign Affairs: in two weeks, for three months at most."""

    filed = of_kind(FOREIGN, evolve(APPLY, at=at(2, 10)))
    granted = of_kind(FOREIGN, evolve(GRANT, at=at(2, 20)))

    @pytest.mark.parametrize("kind", [FOREIGN, PERMANENT])
    def test_filed_with_this_body_it_is_refused(self, kind):
        (here,) = of_kind(kind, APPLY)
        assert refused_by_law(None, evolve(here, filed_with=FiledWith.THIS_BODY), MASS_MEDIA(37), AT_THE_MINISTRY)
        assert not against(None, here)

    def test_nor_do_media_of_this_country_file_there(self):
        there = evolve(APPLY, filed_with=FiledWith.FOREIGN_MINISTRY)
        assert refused_by_law(None, there, APPLICATION)

    def test_the_ministry_decides_in_two_weeks(self):
        """From Tuesday 10 February: Tuesday 24 February."""
        owes = due(file(*self.filed), "decision_abroad", at(2, 11))
        assert (owes.raw, owes.last, owes.control, owes.rolled) == (Date(2026, 2, 24),) * 4
        assert (owes.owed_by, owes.basis) == (FOREIGN_MINISTRY, Basis.INFERRED)
        assert (owes.status(at(2, 24, 23)), owes.status(at(2, 25, 0))) == (Status.RUNNING, Status.OVERDUE)

    @pytest.mark.parametrize("decided", [GRANT, REFUSE], ids=["granted", "refused"])
    def test_either_decision_meets_it(self, decided):
        for when, status in ((at(2, 24), Status.MET), (at(2, 25), Status.LATE)):
            one = file(*self.filed, *of_kind(FOREIGN, evolve(decided, at=when)))
            assert due(one, "decision_abroad", at(3, 1)).status(at(3, 1)) is status

    def test_a_certificate_of_three_months_from_the_day_it_is_given(self):
        (grant,) = self.granted
        assert then(file(*self.filed), evolve(grant, valid_until=Date(2026, 5, 20))).state is S.ACTIVE
        assert refused_by_law(file(*self.filed), evolve(grant, valid_until=Date(2026, 5, 21)), AT_THE_MINISTRY)

    def test_its_day_is_the_bodys(self):
        """At 23:00 in London on 19 February it is 04:00 of the 20th in Tashkent."""
        (grant,) = self.granted
        late = evolve(grant, at=datetime(2026, 2, 19, 23, tz="Europe/London"), valid_until=Date(2026, 5, 20))
        assert then(file(*self.filed), late).state is S.ACTIVE

    @pytest.mark.parametrize("kind", [FOREIGN, PERMANENT])
    def test_the_expert_group_does_not_review_it(self, kind):
        assert has_no_place(in_state(S.APPLIED, kind), REVIEW)

    @pytest.mark.parametrize("kind", [FOREIGN, PERMANENT])
    def test_what_lacks_something_is_not_granted_and_goes_back(self, kind):
        (grant,), (back,) = of_kind(kind, GRANT), of_kind(kind, RETURN)
        (apply,) = of_kind(kind, APPLY)
        lacking = (evolve(apply, annexes=PAPERS_ABROAD - {annex}) for annex in PAPERS_ABROAD)
        for one in map(file, (evolve(apply, photographs=3), evolve(apply, signed=False), *lacking)):
            assert refused_by_law(one, grant, AT_THE_MINISTRY)
            gone = then(one, back)
            assert gone.state is S.INCOMPLETE
            whole = then(gone, evolve(COMPLETE, annexes=PAPERS_ABROAD))
            assert then(whole, grant).state is S.ACTIVE

    @pytest.mark.parametrize("kind", [FOREIGN, PERMANENT])
    def test_what_lacks_nothing_does_not_go_back(self, kind):
        (back,) = of_kind(kind, RETURN)
        assert refused_by_law(in_state(S.APPLIED, kind), back, AT_THE_MINISTRY)
        one = file(evolve(*of_kind(kind, APPLY), photographs=3))
        assert refused_not_by_law(one, evolve(back, missing=""), HOUSE(120))

    def test_its_photographs_are_a_figure_of_their_own(self):
        one = file(evolve(*of_kind(FOREIGN, APPLY), photographs=3))
        (grant,) = of_kind(FOREIGN, GRANT)
        assert not against(one, grant, ACCREDITATION.under(Reform(PHOTOGRAPHS_ABROAD, 3, "on trial")))
        assert against(one, grant, ACCREDITATION.under(Reform(PHOTOGRAPHS, 3, "on trial")))

    def test_who_lost_it_asks_as_ever(self):
        """The plain right to ask hangs on no accreditation: the same office, the day it was withdrawn."""
        lost = then(TO_OCTOBER, WITHDRAW)
        asks = evolve(RECEIVE_REQUEST, kind=RequestKind.MEDIA, requester=LegalEntity(lost.outlet.id), at=WITHDRAW.at)
        asked = REQUEST.begin(asks)
        assert (lost.state, asked.state) == (S.WITHDRAWN, RequestState.RECEIVED)
        registered = REQUEST.apply(asked, Register(at=WITHDRAW.at, by=asks.by, number="R-1"))
        (due,) = (one for one in REQUEST.due(registered, WITHDRAW.at) if one.name == "answer")
        assert due.raw == WITHDRAW.at.date().add(days=7)

    def test_a_decision_with_its_number_stands_behind_it(self):
        (grant,) = self.granted
        assert refused_by_law(file(*self.filed), evolve(grant, decision=""), AT_THE_MINISTRY)

    def test_nothing_is_owed_a_month_before_its_end(self):
        for kind in (FOREIGN, PERMANENT):
            assert owed(granted(UNTIL, kind), DAY) == {"validity"}


class TestCase41:
    """A new term is asked for a month before the old one ends; in time and without fault, in the simplified order."""

    in_time = then(TO_OCTOBER, evolve(ASK_ANEW, at=at(9, 30)))
    too_late = then(TO_OCTOBER, evolve(ASK_ANEW, at=at(10, 1)))
    anew = evolve(PROLONG, at=at(10, 5), valid_until=NEXT_YEAR)
    simplified = evolve(anew, simplified=True)

    def test_by_when_it_is_asked(self):
        """A month before 31 October: 30 September, which has no 31st."""
        owes = due(TO_OCTOBER, "renewal", DAY)
        assert (owes.raw, owes.last, owes.control) == (Date(2026, 9, 30),) * 3
        assert (owes.owed_by, owes.basis, owes.provided) == (
            EDITORIAL_OFFICE,
            Basis.ANALOGY,
            "the office wants a new term",
        )
        assert RENEWAL in owes.cites

    def test_asked_in_time_and_asked_late(self):
        assert due(self.in_time, "renewal", at(10, 5)).status(at(10, 5)) is Status.MET
        assert due(self.too_late, "renewal", at(10, 5)).status(at(10, 5)) is Status.LATE
        assert self.in_time.asked_anew == Date(2026, 9, 30)

    def test_the_day_of_asking_is_the_bodys(self):
        """At 20:00 in London on 30 September it is 00:00 of 1 October in Tashkent."""
        asked = evolve(ASK_ANEW, at=datetime(2026, 9, 30, 20, tz="Europe/London"))
        assert then(TO_OCTOBER, asked).asked_anew == Date(2026, 10, 1)

    def test_asked_in_time_and_without_fault_it_is_simple(self):
        one = then(self.in_time, self.simplified)
        assert (one.state, one.valid_until, one.asked_anew) == (S.ACTIVE, NEXT_YEAR, None)

    def test_else_it_is_decided_as_at_first(self):
        assert refused_not_by_law(self.too_late, self.simplified, RENEWAL)
        assert refused_not_by_law(self.in_time, evolve(self.simplified, flawless=False), RENEWAL)
        for one in (self.too_late, self.in_time):
            assert then(one, evolve(self.anew, flawless=False)).valid_until == NEXT_YEAR

    def test_not_asked_it_is_not_given(self):
        assert refused_not_by_law(TO_OCTOBER, self.anew, RENEWAL)
        assert [reason.cites for reason in against(TO_OCTOBER, self.simplified)] == [(RENEWAL,), (RENEWAL,)]

    def test_asked_for_it_is_decided_once(self):
        assert refused_not_by_law(
            then(self.in_time, self.anew), evolve(self.anew, valid_until=Date(2028, 1, 1)), RENEWAL
        )

    def test_the_new_term_ends_later(self):
        for until in (Date(2026, 10, 31), Date(2026, 10, 30)):
            assert refused_not_by_law(self.in_time, evolve(self.anew, valid_until=until), HOUSE(107))
        assert then(self.in_time, evolve(self.anew, valid_until=Date(2026, 11, 1))).state is S.ACTIVE

    def test_a_decision_with_its_number_stands_behind_it(self):
        assert refused_by_law(self.in_time, evolve(self.anew, decision=""), EXPERTS)

    def test_both_run_anew(self):
        """To 31 October 2027; a month before: 30 September 2027."""
        one = then(self.in_time, self.anew)
        assert due(one, "validity", at(10, 5)).last == Date(2027, 10, 31)
        assert due(one, "renewal", at(10, 5)).last == Date(2027, 9, 30)
        both = ACCREDITATION.due(one, at(10, 5))
        assert [owes.met for owes in both if owes.name == "validity"] == [Date(2026, 10, 5), None]

    def test_its_validity(self):
        """31 October 2026 is a Saturday: control Friday 30 October, rolled Monday 2 November."""
        owes = due(TO_OCTOBER, "validity", DAY)
        assert (owes.raw, owes.last) == (Date(2026, 10, 31), Date(2026, 10, 31))
        assert (owes.control, owes.rolled) == (Date(2026, 10, 30), Date(2026, 11, 2))
        assert (owes.owed_by, owes.basis, owes.provided) == (
            EDITORIAL_OFFICE,
            Basis.ANALOGY,
            "the office wants a new term",
        )
        assert (owes.status(at(10, 30)), owes.status(at(11, 1))) == (Status.RUNNING, Status.OVERDUE)

    def test_it_ends_the_day_after(self):
        for one in (TO_OCTOBER, then(TO_OCTOBER, SUSPEND)):
            assert refused_not_by_law(one, evolve(END, at=at(10, 31, 23)), RENEWAL)
            ended = then(one, evolve(END, at=at(11, 1, 0)))
            assert ended.state is S.ENDED
            assert owed(ended, at(12, 1)) == set()
            assert due(ended, "validity", at(12, 1)).status(at(12, 1)) is Status.LIFTED

    def test_where_a_day_off_moves_it_it_ends_after_that(self):
        rolled = ACCREDITATION.under(ROLL_FORWARD_BY_ANALOGY)
        assert against(TO_OCTOBER, evolve(END, at=at(11, 2)), rolled)
        assert not against(TO_OCTOBER, evolve(END, at=at(11, 3)), rolled)

    def test_asked_after_its_end_it_may_be_given_anew(self):
        asked = then(TO_OCTOBER, evolve(ASK_ANEW, at=at(11, 5)))
        one = then(asked, evolve(self.anew, at=at(11, 10)))
        assert one.state is S.ACTIVE
        first = next(owes for owes in ACCREDITATION.due(one, at(11, 10)) if owes.name == "validity")
        assert first.status(at(11, 10)) is Status.LATE

    def test_who_does_not_want_it_misses_nothing(self):
        audit = ACCREDITATION.audit([*ACTIVE], at(12, 1))
        assert audit.findings == ()


class TestCase42:
    """Quotas, technical staff, and what the office is told."""

    def test_without_a_figure_there_is_no_limit(self):
        assert then(REVIEWED, evolve(GRANT, already=9)).state is S.ACTIVE

    def test_under_a_reform_of_three(self):
        three = ACCREDITATION.under(Reform(QUOTA, 3, "on trial"))
        for many in (3, 4):
            assert refused_not_by_law(REVIEWED, evolve(GRANT, already=many), HOUSE(123), of=three)
        assert then(REVIEWED, evolve(GRANT, already=2), of=three).state is S.ACTIVE

    def test_a_decision_with_its_number_stands_behind_it(self):
        assert refused_by_law(REVIEWED, evolve(GRANT, decision=""), EXPERTS)

    def test_it_is_valid_from_the_day_it_is_given(self):
        assert refused_not_by_law(REVIEWED, evolve(GRANT, valid_until=Date(2026, 3, 4)), HOUSE(107))
        assert then(REVIEWED, evolve(GRANT, valid_until=Date(2026, 3, 5))).valid_until == Date(2026, 3, 5)

    def test_technical_staff_are_agreed_with_the_body(self):
        assert refused_not_by_law(TO_OCTOBER, evolve(ATTACH, agreed=False), STAFF)
        (one,) = then(TO_OCTOBER, ATTACH).staff
        assert (one.id, one.state.name) == ("t1", "ATTACHED")

    @pytest.mark.parametrize("kind", [FOREIGN, PERMANENT])
    def test_the_ministry_asks_for_no_agreement_with_the_body(self, kind):
        assert then(in_state(S.ACTIVE, kind), evolve(ATTACH, agreed=False)).staff[0].state.name == "ATTACHED"

    def test_they_come_while_it_is_active_and_may_leave_later(self):
        attached = then(TO_OCTOBER, ATTACH)
        suspended = then(attached, SUSPEND)
        assert has_no_place(suspended, evolve(ATTACH, member="t2"))
        for one in (attached, suspended):
            assert then(one, DETACH).staff[0].state.name == "DETACHED"
        assert has_no_place(then(attached, WITHDRAW), DETACH)

    def test_they_may_not_work_as_journalists(self):
        for kind in Press:
            (reason,) = against(in_state(S.ACTIVE, kind), WORK)
            assert (reason.kind, reason.cites) == (ReasonKind.NEVER, (STAFF,))
            assert "technical staff may not work as journalists" in reason.text

    @pytest.mark.parametrize(
        ("state", "action"),
        [
            (S.APPLIED, REFUSE),
            (S.REVIEWED, REFUSE),
            (S.ACTIVE, SUSPEND),
            (S.ACTIVE, WITHDRAW),
            (S.SUSPENDED, WITHDRAW),
        ],
        ids=lambda one: getattr(one, "name", type(one).__name__),
    )
    def test_reasons_are_given_and_the_office_is_told(self, state, action):
        one = in_state(state)
        assert refused_not_by_law(one, evolve(action, told=False), HOUSE(124))
        assert refused_not_by_law(one, evolve(action, reasons=""), HOUSE(124))
        assert not against(one, action)

    def test_an_incomplete_application_may_be_refused_too(self):
        assert then(in_state(S.INCOMPLETE), REFUSE).state is S.REFUSED

    def test_suspended_it_may_hold_again(self):
        one = then(TO_OCTOBER, SUSPEND)
        assert owed(one, DAY) == {"renewal", "validity"}
        assert then(one, RESUME).state is S.ACTIVE

    def test_withdrawn_it_owes_nothing(self):
        one = then(TO_OCTOBER, WITHDRAW)
        assert owed(one, at(12, 1)) == set()
        late = then(TO_OCTOBER, evolve(WITHDRAW, at=at(11, 15)))
        for name in ("renewal", "validity"):
            assert due(late, name, at(12, 1)).status(at(12, 1)) is Status.LIFTED


class TestWhoseDecisionItIs:
    """On foreign media the foreign ministry decides, on those of this country the commission: house rule 107."""

    asked = evolve(ASK_ANEW, at=DAY)
    WHERE = ((S.APPLIED, REFUSE), (S.ACTIVE, SUSPEND), (S.SUSPENDED, RESUME), (S.ACTIVE, WITHDRAW))

    @pytest.mark.parametrize(("state", "action"), WHERE, ids=lambda one: getattr(one, "name", type(one).__name__))
    def test_neither_decides_for_the_other(self, state, action):
        assert refused_not_by_law(in_state(state), evolve(action, by=THE_MINISTRY), HOUSE(107))
        assert not against(in_state(state), evolve(action, by=THE_COMMISSION))
        for kind in (FOREIGN, PERMANENT):
            assert refused_not_by_law(in_state(state, kind), evolve(action, by=THE_COMMISSION), HOUSE(107))
            assert not against(in_state(state, kind), evolve(action, by=THE_MINISTRY))

    def test_nor_when_a_new_term_is_not_given(self):
        here, there = then(TO_OCTOBER, self.asked), then(in_state(S.ACTIVE, FOREIGN), self.asked)
        assert refused_not_by_law(here, evolve(REFUSE_ANEW, by=THE_MINISTRY), HOUSE(107))
        assert refused_not_by_law(there, evolve(REFUSE_ANEW, by=THE_COMMISSION), HOUSE(107))

    def test_nor_when_its_end_is_entered(self):
        here, there = TO_OCTOBER, granted(Date(2026, 10, 31), PERMANENT)
        end = evolve(END, at=at(11, 1))
        assert refused_not_by_law(here, evolve(end, by=THE_MINISTRY), HOUSE(107))
        assert refused_not_by_law(there, evolve(end, by=THE_COMMISSION), HOUSE(107))
        for one, by in ((here, THE_COMMISSION), (there, THE_MINISTRY), *((f, END.by) for f in (here, there))):
            assert not against(one, evolve(end, by=by))


class TestCase85:
    """Permanent correspondents, new terms abroad, and a certificate that is given back."""

    spring = at(3, 1, year=2027)

    def test_permanent_for_a_year_and_temporary_not(self):
        year = Date(2028, 3, 1)
        assert granted(year, PERMANENT, self.spring).valid_until == year
        one = file(*of_kind(FOREIGN, evolve(APPLY, at=self.spring)))
        (grant,) = of_kind(FOREIGN, evolve(GRANT, at=self.spring, valid_until=year))
        assert refused_by_law(one, grant, AT_THE_MINISTRY)

    def test_a_new_term_abroad_is_of_three_months_at_most(self):
        """Given on 15 May: to 15 August."""
        one = then(granted(UNTIL, FOREIGN), evolve(ASK_ANEW, at=at(5, 4)))
        assert one.asked_anew == Date(2026, 5, 4)
        (anew,) = of_kind(FOREIGN, evolve(PROLONG, at=at(5, 15)))
        assert then(one, evolve(anew, valid_until=Date(2026, 8, 15))).valid_until == Date(2026, 8, 15)
        for until in (Date(2026, 8, 16), Date(2026, 9, 15)):
            assert refused_by_law(one, evolve(anew, valid_until=until), AT_THE_MINISTRY)

    def test_a_permanent_one_for_longer(self):
        one = then(granted(UNTIL, PERMANENT), evolve(ASK_ANEW, at=at(5, 4)))
        (anew,) = of_kind(PERMANENT, evolve(PROLONG, at=at(5, 15), valid_until=Date(2028, 5, 15)))
        longer = then(one, anew)
        assert (longer.valid_until, longer.asked_anew) == (Date(2028, 5, 15), None)
        assert due(longer, "validity", at(5, 15)).last == Date(2028, 5, 15)

    @pytest.mark.parametrize("kind", [FOREIGN, PERMANENT])
    def test_it_is_asked_for_decided_under_a_number_and_longer(self, kind):
        (anew,) = of_kind(kind, PROLONG)
        one = granted(UNTIL, kind)
        assert refused_not_by_law(one, anew, RENEWAL)
        asked = then(one, ASK_ANEW)
        assert refused_by_law(asked, evolve(anew, decision=""), AT_THE_MINISTRY)
        assert refused_not_by_law(asked, evolve(anew, valid_until=UNTIL), HOUSE(107))
        assert then(asked, evolve(anew, simplified=True, flawless=False)).state is S.ACTIVE

    @pytest.mark.parametrize("kind", list(Press))
    def test_a_new_term_is_refused_with_reasons_and_told(self, kind):
        one = then(granted(UNTIL, kind), ASK_ANEW)
        no = REFUSE_ANEW if kind is DOMESTIC else abroad(REFUSE_ANEW, kind)
        assert refused_not_by_law(one, evolve(no, told=False), HOUSE(124))
        assert refused_not_by_law(one, evolve(no, reasons=""), HOUSE(124))
        refused = then(one, no)
        assert (refused.state, refused.asked_anew, refused.valid_until) == (S.ACTIVE, None, UNTIL)
        assert refused_not_by_law(refused, no, RENEWAL)

    def test_given_back_it_owes_no_more(self):
        for one in (TO_OCTOBER, then(TO_OCTOBER, SUSPEND)):
            given = then(one, evolve(GIVE_BACK, at=at(11, 15)))
            assert given.state is S.ENDED
            assert owed(given, at(12, 1)) == set()
            for name in ("renewal", "validity"):
                assert due(given, name, at(12, 1)).status(at(12, 1)) is Status.LIFTED

    def test_a_reason_is_given(self):
        assert refused_not_by_law(TO_OCTOBER, evolve(GIVE_BACK, reason=""), HOUSE(120))


class TestCase86:
    """What a court does: it gives back what there was, or has the application decided on anew."""

    withdrawn = then(TO_OCTOBER, evolve(WITHDRAW, at=at(4, 1)))
    restore = evolve(RESTORE, at=at(6, 1), valid_until=Date(2026, 10, 31))

    def test_withdrawn_challenged_and_restored_for_the_old_term(self):
        one = then(self.withdrawn, evolve(CHALLENGE, at=at(4, 2)), self.restore)
        assert one.state is S.ACTIVE
        assert due(one, "validity", at(6, 1)).status(at(6, 1)) is Status.RUNNING
        assert due(one, "validity", at(6, 1)).last == Date(2026, 10, 31)
        assert one.history[-1].cites[:2] == (DISPUTES, ADMINISTRATIVE_COURT(185))
        assert then(one, evolve(END, at=at(11, 1))).state is S.ENDED

    def test_for_no_other_day_and_not_unless_it_was_challenged(self):
        challenged = then(self.withdrawn, evolve(CHALLENGE, at=at(4, 2)))
        for until in (Date(2026, 10, 30), Date(2026, 11, 1)):
            assert refused_not_by_law(challenged, evolve(self.restore, valid_until=until), HOUSE(145))
        assert refused_not_by_law(self.withdrawn, self.restore, DISPUTES)

    def test_so_of_a_suspension(self):
        suspended = then(TO_OCTOBER, evolve(SUSPEND, at=at(4, 1)))
        assert refused_not_by_law(suspended, self.restore, DISPUTES)
        one = then(suspended, evolve(CHALLENGE, at=at(4, 2)), self.restore)
        assert one.state is S.ACTIVE
        assert due(one, "validity", at(6, 1)).last == Date(2026, 10, 31)

    def test_a_refusal_is_decided_on_anew(self):
        """From Tuesday 9 March 2027: Tuesday 23 March."""
        first = at(3, 1, year=2027)
        steps = of_kind(FOREIGN, *(evolve(one, at=first) for one in (APPLY, REFUSE, CHALLENGE)))
        refused = file(*steps[:2])
        again = evolve(RECONSIDER, at=at(3, 9, year=2027))
        assert refused_not_by_law(refused, again, DISPUTES)
        one = then(refused, steps[2], again)
        assert one.state is S.APPLIED
        owes = due(one, "decision_abroad", again.at)
        assert (owes.raw, owes.last, owes.met) == (Date(2027, 3, 23), Date(2027, 3, 23), None)
        assert owed(one, again.at) == {"decision_abroad"}

    def test_each_under_a_number(self):
        refused = in_state(S.REFUSED)
        assert refused_not_by_law(refused, evolve(CHALLENGE, case_number=""), HOUSE(107))
        assert refused_not_by_law(then(refused, CHALLENGE), evolve(RECONSIDER, number=""), HOUSE(107))
        challenged = then(self.withdrawn, evolve(CHALLENGE, at=at(4, 2)))
        assert refused_not_by_law(challenged, evolve(self.restore, number=""), HOUSE(107))

    def test_the_office_goes_to_court_and_the_court_decides(self):
        refused = in_state(S.REFUSED)
        for action in (evolve(CHALLENGE, by=A_COURT), evolve(RECONSIDER, by=THE_OFFICE)):
            assert [r.kind for r in against(then(refused, CHALLENGE), action)] == [ReasonKind.ROLE]


class TestCase92:
    """Nothing is judged by an act of later days."""

    first, day_before = at(11, 23, year=2006), at(11, 22, year=2006)

    def test_media_of_this_country_since_cabinet_243(self):
        assert has_no_place(None, evolve(APPLY, at=self.day_before))
        assert file(evolve(APPLY, at=self.first)).state is S.APPLIED

    def test_foreign_media_since_cabinet_33(self):
        (apply,) = of_kind(FOREIGN, APPLY)
        assert has_no_place(None, evolve(apply, at=at(2, 23, year=2006)))
        assert file(evolve(apply, at=at(2, 24, year=2006))).state is S.APPLIED

    def test_that_an_outlet_is_registered_since_the_edition_that_is_told(self):
        page = evolve(APPLY, outlet=UNREGISTERED)
        assert not against(None, evolve(page, at=at(1, 14, year=2007)))
        assert refused_by_law(None, evolve(page, at=at(1, 15, year=2007)), MASS_MEDIA(4))
        assert refused_by_law(None, page, MASS_MEDIA(4))

    def test_an_application_abroad_goes_on_before_cabinet_243(self):
        early = at(3, 1, year=2006)
        until = Date(2006, 5, 1)
        steps = of_kind(FOREIGN, *(evolve(one, at=early) for one in (LACKING, RETURN)))
        brought = evolve(COMPLETE, at=early, annexes=PAPERS_ABROAD)
        (grant,) = of_kind(FOREIGN, evolve(GRANT, at=early, valid_until=until))
        (longer,) = of_kind(FOREIGN, evolve(PROLONG, at=early, valid_until=Date(2006, 6, 1)))
        one = then(file(*steps), brought, grant, evolve(ASK_ANEW, at=early), longer)
        assert (one.state, one.valid_until) == (S.ACTIVE, Date(2006, 6, 1))
        assert ACCREDITATION.due(one, early, open=True) == ()
        assert has_no_place(one, evolve(ATTACH, at=early))
        assert has_no_place(one, evolve(END, at=at(7, 1, year=2006), by=THE_MINISTRY))
        assert then(one, evolve(GIVE_BACK, at=early)).state is S.ENDED

    def test_of_what_is_known_only_as_cabinet_243_is_known(self):
        (grant,) = of_kind(PERMANENT, evolve(GRANT, at=self.day_before, valid_until=UNTIL))
        (apply,) = of_kind(PERMANENT, evolve(APPLY, at=self.day_before))
        one = file(apply, grant)
        assert has_no_place(one, evolve(ATTACH, at=self.day_before))
        assert ReasonKind.NEVER not in [r.kind for r in against(one, evolve(WORK, at=self.day_before))]
        attached = then(one, evolve(ATTACH, at=self.first))
        assert [r.kind for r in against(attached, evolve(WORK, at=self.first))] == [ReasonKind.NEVER]
        assert then(attached, evolve(DETACH, at=self.first)).staff[0].state.name == "DETACHED"

    def test_a_court_may_be_asked_on_any_day(self):
        early = at(3, 1, year=2006)
        steps = of_kind(FOREIGN, *(evolve(one, at=early) for one in (APPLY, REFUSE, CHALLENGE, RECONSIDER)))
        assert file(*steps).state is S.APPLIED


class TestOtherWorkedLives:
    """Neighbours of the same kinds, and what is kept on file."""

    def test_from_the_application_to_the_end_of_its_term(self):
        one = granted(UNTIL)
        assert (one.outlet, one.journalist, one.kind) == (Outlet("gazeta", registered=True), "j1", DOMESTIC)
        assert one.reference == Reference("accreditation", "7")
        assert then(one, evolve(END, at=at(5, 21))).state is S.ENDED

    def test_who_is_accredited_is_not_shown_with_the_file(self):
        assert "'j1'" not in repr(TO_OCTOBER)

    def test_to_the_end_of_february(self):
        """A month before 31 March 2027: 28 February."""
        assert due(granted(Date(2027, 3, 31)), "renewal", DAY).last == Date(2027, 2, 28)

    def test_a_certificate_that_ends_in_a_month_is_late_to_be_asked_for_at_once(self):
        """Given on 5 March to 20 March, it was to be asked for by 20 February: nobody misses it."""
        one = granted(Date(2026, 3, 20))
        assert due(one, "renewal", DAY).last == Date(2026, 2, 20)
        assert ACCREDITATION.audit([record.action for record in one.history], at(4, 1)).findings == ()

    def test_asked_twice_after_a_refusal(self):
        one = then(TO_OCTOBER, evolve(ASK_ANEW, at=at(9, 1)), evolve(REFUSE_ANEW, at=at(9, 5)))
        again = then(one, AskAnew(at=at(10, 2), by=THE_OFFICE))
        assert again.asked_anew == Date(2026, 10, 2)
        assert due(again, "renewal", at(10, 2)).status(at(10, 2)) is Status.MET

    def test_what_has_ended_is_over(self):
        for kind in Press:
            assert all(has_no_place(in_state(S.ENDED, kind), action) for action in EXAMPLES[1:])

    def test_the_commission_does_not_decide_before_the_expert_group(self):
        assert has_no_place(APPLIED, GRANT)
        assert [r.kind for r in against(REVIEWED, evolve(GRANT, by=ACTORS["EXPERT_GROUP"]))] == [ReasonKind.ROLE]

    def test_abroad_is_foreign_and_permanent(self):
        assert set(ABROAD) == {FOREIGN, PERMANENT}
