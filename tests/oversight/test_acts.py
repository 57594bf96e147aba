"""Acts of public oversight: Law O‘RQ-474 arts 2 to 4, 6, 10 and 11, PQ-10 para 6, the regulation on open meetings, what
is borrowed from the Town-Planning Code and the law on trade unions, and house rules 25 to 27 and 37."""

import pytest
from attrs import evolve, frozen
from oversight.lives_acts import (
    A_SESSION,
    ACTORS,
    AN_APPEAL,
    ANNOUNCE,
    ANOTHER_BODY,
    ANOTHER_NGO,
    ANOTHER_ORGANISER,
    ANOTHER_RECOMMENDATION,
    BEGIN,
    CALL_OFF,
    CLOSE,
    DRAW_UP,
    END,
    NONE_CAME,
    NOTE,
    OURS,
    REPLACE,
    THE_BODY,
    THEIRS,
    THIS,
    UNDERTAKE,
    WHO,
    at,
    lives,
)
from pendulum import Date
from sources import beside_the_actions

from prcomm import (
    Actor,
    Basis,
    Citation,
    Due,
    FindingKind,
    Lifecycle,
    Reason,
    ReasonKind,
    Reference,
    Reform,
    Refused,
    Status,
)
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.neighbours import ORQ588, REGULATION_2742, SELF_GOVERNMENT_LAW, TOWN_PLANNING_CODE
from prcomm.law.orq474 import DAYS_BEFORE_A_HEARING, ORQ474
from prcomm.law.public_councils import PQ10
from prcomm.law.roles import ORGANISER
from prcomm.oversight.acts import (
    DISCUSSION,
    DRAFT_ACT,
    ENQUIRY,
    EXPERTISE,
    HEARING,
    LEGALITY,
    MEETING,
    MONITORING,
    OPINION,
    OTHER,
    OVERSIGHT,
    REPORT,
    AdmitParticipant,
    CloseAct,
    EndAct,
    NoteOutcome,
    OrderRepetition,
    Oversight,
    OversightAction,
    OversightKind,
    OversightState,
    PublishResult,
    RecordMeeting,
    RescheduleAct,
    Sphere,
    Undertake,
)
from prcomm.oversight.recommendations import Outcome

S = OversightState
OPEN, TOWN = REGULATION_2742("an open meeting", 1), TOWN_PLANNING_CODE
Acts = Lifecycle[Oversight, OversightAction]


def undertake(kind: OversightKind, **said: object) -> Undertake:
    """An act of a kind, by one who may, unless it is said otherwise."""
    return evolve(UNDERTAKE, kind=kind, **({"by": ACTORS[WHO.get(kind, "NGO")]} | said))


def in_state(state: OversightState, kind: OversightKind, **said: object) -> Oversight:
    """An act of a kind in a state, all done on 5 March 2026."""
    first, *others = lives(state, kind)
    return OVERSIGHT.replay([evolve(first, **said), *others])


def then(act: Oversight, *actions: OversightAction) -> Oversight:
    for action in actions:
        act = OVERSIGHT.apply(act, action)
    return act


def against(act: Oversight | None, action: OversightAction, lifecycle: Acts | None = None) -> tuple[Reason, ...]:
    asked = lifecycle or OVERSIGHT
    if act is not None:
        return asked.explain(act, action).reasons
    try:
        asked.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def lawful(act: Oversight | None, action: OversightAction) -> bool:
    return not against(act, action)


def law(act: Oversight | None, action: OversightAction) -> set[str]:
    """What the reasons cite of one that is refused by law."""
    return cited(act, action, not_by_law=False)


def not_by_law(act: Oversight | None, action: OversightAction) -> set[str]:
    """What the reasons cite of one that is refused, and not by law."""
    return cited(act, action, not_by_law=True)


def cited(act: Oversight | None, action: OversightAction, *, not_by_law: bool) -> set[str]:
    with pytest.raises(Refused) as refused:
        OVERSIGHT.begin(action) if act is None else OVERSIGHT.apply(act, action)
    verdict = refused.value.verdict
    assert str(verdict).startswith("not by law:") is not_by_law
    assert {reason.kind for reason in verdict.reasons} <= {ReasonKind.GUARD, ReasonKind.ROLE, ReasonKind.NEVER}
    return {str(cite) for reason in verdict.reasons for cite in reason.cites}


def places(*cites: Citation) -> set[str]:
    return set(map(str, cites))


def refused_by_role(act: Oversight | None, action: OversightAction) -> tuple[Citation, ...]:
    """What the reason about the role cites."""
    (reason,) = (one for one in against(act, action) if one.kind is ReasonKind.ROLE)
    return reason.cites


def has_no_place(act: Oversight | None, action: OversightAction) -> bool:
    return [reason.kind for reason in against(act, action)] == [ReasonKind.STATE]


def due(act: Oversight, name: str, when: object = None, lifecycle: Acts | None = None) -> Due:
    """Its one due of that name, at an instant (of its last record)."""
    (one,) = (due for due in (lifecycle or OVERSIGHT).due(act, when or act.history[-1].action.at) if due.name == name)
    return one


def days(one: Due) -> tuple[Date | None, ...]:
    return one.raw, one.control, one.rolled


def status(act: Oversight, name: str, lifecycle: Acts | None = None) -> Status:
    """How it stands after all that was done."""
    when = act.history[-1].action.at
    return due(act, name, when, lifecycle).status(when)


def findings(act: Oversight, lifecycle: Acts | None = None) -> list[tuple[str, str, bool]]:
    """What an audit of what was done finds: of what kind, about what, and whether it is told as not by law."""
    actions = [record.action for record in act.history]
    found = (lifecycle or OVERSIGHT).audit(actions, actions[-1].at).findings
    return [(one.kind, one.name, one.text.startswith("not by law:")) for one in found]


def under_a_reform() -> Acts:
    return OVERSIGHT.under(UZ.under(Reform(DAYS_BEFORE_A_HEARING, 10, "on trial")))


def on(month: int, day: int) -> Date:
    return Date(2026, month, day)


@frozen
class Considered:
    """The file of a final document, as far as this one copies it."""

    reference: Reference
    content: str
    outcome: Outcome | None


def consideration(last: Date | None) -> Due:
    return Due("consideration", None, on(7, 8), None, last, last, last, last, ORGANISER, (), THE_BODY)


FILE = Reference("recommendation", "r1")


class TestArticle2:
    """Legislation: separate acts govern oversight in some spheres."""

    def test_it_refuses_and_says_where_to_turn(self):
        """Case 36: monitoring by an organisation, in the sphere of defence."""
        action = undertake(MONITORING, sphere=Sphere.DEFENCE)
        assert law(None, action) == places(ORQ474(2, 3))
        (reason,) = against(None, action)
        assert reason.remedy == "a public council at internal affairs bodies oversees legality, kind LEGALITY"

    @pytest.mark.parametrize("sphere", [sphere for sphere in Sphere if sphere is not Sphere.GENERAL])
    @pytest.mark.parametrize("kind", [ENQUIRY, DISCUSSION, HEARING, MONITORING, EXPERTISE, OPINION, REPORT, OTHER])
    def test_in_each_of_them(self, kind: OversightKind, sphere: Sphere):
        assert law(None, undertake(kind, sphere=sphere)) == places(ORQ474(2, 3))

    @pytest.mark.parametrize("kind", [LEGALITY, DRAFT_ACT])
    def test_the_special_act_reaches_as_far_as_law_and_order(self, kind: OversightKind):
        """Case 37, and the same of drafts."""
        assert lawful(None, undertake(kind, sphere=Sphere.PUBLIC_ORDER))
        assert lawful(None, undertake(kind, sphere=Sphere.GENERAL))
        (reason,) = against(None, undertake(kind, sphere=Sphere.COURT))
        assert reason.cites == (ORQ474(2, 3).by(Basis.INFERRED),)
        assert reason.is_law


class TestArticle3:
    """Subjects."""

    @pytest.mark.parametrize(
        "kind", [ENQUIRY, DISCUSSION, HEARING, MONITORING, EXPERTISE, OPINION, REPORT, OTHER, LEGALITY]
    )
    def test_who_is_none_undertakes_nothing(self, kind: OversightKind):
        """Case 29: an organisation that is not registered, a council that does not exist."""
        assert law(None, undertake(kind, subject=False)) == places(ORQ474(3, 1), ORQ474(3, 2))

    @pytest.mark.parametrize("who", ["CITIZEN", "NGO", "SELF_GOVERNMENT", "EDITORIAL_OFFICE", "PUBLIC_COUNCIL"])
    @pytest.mark.parametrize("kind", [ENQUIRY, DISCUSSION, EXPERTISE, OPINION, OTHER])
    def test_each_subject_may_though_the_articles_were_not_read(self, kind: OversightKind, who: str):
        assert lawful(None, undertake(kind, by=ACTORS[who]))

    @pytest.mark.parametrize("kind", [ENQUIRY, DISCUSSION, HEARING, EXPERTISE, OPINION, OTHER])
    def test_a_body_is_none(self, kind: OversightKind):
        assert refused_by_role(None, undertake(kind, by=THEIRS)) == tuple(
            ORQ474(3, part).by(Basis.INFERRED) for part in (1, 2)
        )

    def test_whose_council_was_dissolved_draws_up_nothing(self):
        """Case 71."""
        ended = in_state(S.ENDED, LEGALITY)
        assert law(ended, evolve(DRAW_UP, subject=False)) == places(ORQ474(3, 1), ORQ474(3, 2))
        assert lawful(ended, DRAW_UP)

    @pytest.mark.parametrize("kind", [LEGALITY, HEARING])
    def test_one_drawn_up_all_the_same_tells_so(self, kind: OversightKind):
        actions = [*lives(S.ENDED, kind), evolve(DRAW_UP, subject=False)]
        assert OVERSIGHT.audit(actions, at(3, 5)).entity.subject is False

    def test_nor_is_anything_else_drawn_up_by_who_is_none(self):
        assert law(in_state(S.ENDED, HEARING), evolve(DRAW_UP, subject=False)) == places(ORQ474(3, 1), ORQ474(3, 2))

    def test_one_that_ended_is_closed_without_a_document(self):
        assert OVERSIGHT.apply(in_state(S.ENDED, LEGALITY), CLOSE).state is S.CLOSED


class TestArticle4:
    """Object."""

    @pytest.mark.parametrize("kind", OversightKind)
    def test_it_is_about_what_public_oversight_is_for(self, kind: OversightKind):
        assert law(None, undertake(kind, matter=None)) == places(ORQ474(4))


class TestArticle6:
    """Forms."""

    def test_an_enquiry_refers_to_its_file(self):
        """Case 38."""
        for concerns in (None, A_SESSION):
            (reason,) = against(None, undertake(ENQUIRY, concerns=concerns))
            assert reason.cites == (ORQ474(6, 1).by(Basis.INFERRED),)
            assert reason.is_law
        for process in ("appeal", "request"):
            act = OVERSIGHT.begin(undertake(ENQUIRY, concerns=Reference(process, "5")))
            assert OVERSIGHT.due(act, at(3, 5)) == ()  # the clock is in that file

    def test_it_ends_with_its_answer_or_with_the_word_that_none_came(self):
        """Cases 38 and 68."""
        under_way = in_state(S.UNDER_WAY, ENQUIRY)
        assert law(under_way, evolve(END, reply=None)) == places(ORQ474(6, 1))
        assert law(under_way, evolve(END, none_came=True)) == places(ORQ474(6, 1))
        assert lawful(under_way, END)
        assert lawful(under_way, evolve(END, reply=None, none_came=True))

    def test_any_other_ends_without_either(self):
        assert lawful(in_state(S.UNDER_WAY, MONITORING), evolve(END, reply=None))

    @pytest.mark.parametrize(("met", "reply"), [(on(3, 20), AN_APPEAL), (None, None)], ids=["answered", "not answered"])
    def test_what_it_says_is_copied_from_that_file(self, met: Date | None, reply: Reference | None):
        owed = evolve(consideration(on(3, 20)), met=met)
        end = EndAct.of(AN_APPEAL, owed, at=at(3, 21), by=OURS)
        assert end == EndAct(at=at(3, 21), by=OURS, reply=reply, none_came=reply is None, was_due=on(3, 20))
        assert lawful(in_state(S.UNDER_WAY, ENQUIRY), end)

    def test_a_term_in_hours_ends_on_a_day(self):
        owed = evolve(consideration(None), last=at(3, 20, 18))
        assert EndAct.of(AN_APPEAL, owed, at=at(3, 21), by=OURS).was_due == on(3, 20)

    @pytest.mark.parametrize(("entitled", "most"), [(301, 150), (300, 150), (2, 1)])
    def test_a_report_is_heard_by_an_assembly_with_its_quorum(self, entitled: int, most: int):
        """Case 40: 150 < 150.5; half of 300 is not more than half."""
        planned = in_state(S.PLANNED, REPORT)
        few, enough = (evolve(BEGIN, entitled=entitled, present=n) for n in (most, most + 1))
        assert law(planned, few) == places(*(SELF_GOVERNMENT_LAW("the assembly", part) for part in (1, 2)))
        assert OVERSIGHT.apply(planned, enough).state is S.UNDER_WAY

    def test_of_an_assembly_of_nobody_nobody_is_there(self):
        planned, nobody = in_state(S.PLANNED, REPORT), evolve(BEGIN, entitled=0, present=1)
        assert law(planned, nobody)
        assert not_by_law(planned, evolve(nobody, of_representatives=True))

    def test_or_by_representatives_with_theirs(self):
        """Case 40: of 60, 31."""
        planned = in_state(S.PLANNED, REPORT)
        few, enough = (evolve(BEGIN, entitled=60, present=n, of_representatives=True) for n in (30, 31))
        assert not_by_law(planned, few) == places(SELF_GOVERNMENT_LAW("the assembly", 1))
        assert lawful(planned, enough)

    @pytest.mark.parametrize("who", ["CITIZEN", "NGO", "EDITORIAL_OFFICE", "PUBLIC_COUNCIL"])
    def test_self_government_bodies_alone_hear_reports(self, who: str):
        """Case 40."""
        assert refused_by_role(None, undertake(REPORT, by=ACTORS[who])) == (ORQ474(6, 1),)

    def test_another_form_is_one_that_legislation_provides(self):
        """Case 38."""
        assert law(None, undertake(OTHER, provided_by="")) == places(ORQ474(6, 2))
        assert lawful(None, undertake(OTHER))

    @pytest.mark.parametrize("kind", [kind for kind in OversightKind if kind not in (MEETING, LEGALITY, DRAFT_ACT)])
    def test_from_the_day_of_the_law_on(self, kind: OversightKind):
        assert has_no_place(None, undertake(kind, at=at(4, 11, year=2018)))
        assert lawful(None, undertake(kind, at=at(4, 12, year=2018)))


class TestArticle10:
    """Public hearing."""

    @pytest.mark.parametrize("who", ["NGO", "SELF_GOVERNMENT", "EDITORIAL_OFFICE"])
    def test_these_hold_it(self, who: str):
        """Case 29: a registered newspaper among them."""
        assert OVERSIGHT.begin(undertake(HEARING, by=ACTORS[who])).state is S.PLANNED

    @pytest.mark.parametrize("who", ["CITIZEN", "PUBLIC_COUNCIL"])
    def test_others_ask_one_of_them(self, who: str):
        """Case 29."""
        action = undertake(HEARING, by=ACTORS[who])
        assert law(None, action) == places(ORQ474(10, 2))
        (reason,) = against(None, action)
        assert "make an enquiry" in reason.remedy

    def test_a_council_that_is_none_either_hears_both_reasons(self):
        """Case 29."""
        action = undertake(HEARING, by=ACTORS["PUBLIC_COUNCIL"], subject=False)
        assert [reason.cites for reason in against(None, action)] == [(ORQ474(3, 1), ORQ474(3, 2)), (ORQ474(10, 2),)]

    def test_its_day_is_named(self):
        """Case 69."""
        (reason,) = against(None, undertake(HEARING, starts_on=None))
        assert reason.cites == (ORQ474(10, 5).by(Basis.INFERRED),)
        assert reason.is_law

    def test_it_does_not_begin_unannounced(self):
        """Case 30."""
        (reason,) = against(in_state(S.PLANNED, HEARING), BEGIN)
        assert reason.kind is ReasonKind.STATE
        assert reason.is_law
        assert {ORQ474(10, 4), ORQ474(10, 5)} <= {*reason.cites}

    @pytest.mark.parametrize("lacking", ["issues", "time", "procedure"])
    def test_issues_time_and_order_are_announced(self, lacking: str):
        """Case 30."""
        assert law(in_state(S.PLANNED, HEARING), evolve(ANNOUNCE, **{lacking: ""})) == places(ORQ474(10, 5))

    @pytest.mark.parametrize(
        ("said", "cites"),
        [
            ({"materials_free": False}, [ORQ474(10, 5)]),
            ({"in_public": False}, [ORQ474(10, 4)]),
            ({"in_public": False, "materials_free": False}, [ORQ474(10, 4), ORQ474(10, 5)]),
        ],
    )
    def test_it_is_open_and_its_materials_are_free(self, said: dict[str, bool], cites: list[Citation]):
        """Case 30: both, two reasons."""
        reasons = against(in_state(S.ANNOUNCED, HEARING), evolve(BEGIN, **said))
        assert [reason.cites for reason in reasons] == [(cite,) for cite in cites]
        assert all(reason.is_law for reason in reasons)

    def test_how_long_before_it_is_announced_is_left_open(self):
        """Case 30: announced the day before, and nothing is owed."""
        planned = OVERSIGHT.begin(undertake(HEARING, starts_on=on(3, 6)))
        assert OVERSIGHT.due(then(planned, ANNOUNCE), at(3, 5)) == ()

    def test_a_reform_may_say_it(self):
        """Case 30: ten days before Wednesday 20 May 2026 is Sunday 10 May."""
        reformed = under_a_reform()
        planned = reformed.begin(undertake(HEARING, starts_on=on(5, 20)))
        one = due(planned, "hearing_notice", lifecycle=reformed)
        assert days(one)[:2] == (on(5, 10), on(5, 8))
        assert one.owed_by is ORGANISER
        for day, stands in ((10, Status.MET), (12, Status.LATE)):
            announced = reformed.apply(planned, evolve(ANNOUNCE, at=at(5, day)))
            assert status(announced, "hearing_notice", reformed) is stands
        assert findings(announced, reformed) == [(FindingKind.LATE, "hearing_notice", True)]

    @pytest.mark.parametrize("kind", [DISCUSSION, MEETING, MONITORING])
    def test_of_hearings_alone(self, kind: OversightKind):
        reformed = under_a_reform()
        planned = reformed.begin(undertake(kind, starts_on=on(5, 20)))
        assert "hearing_notice" not in {one.name for one in reformed.due(planned, at(3, 5))}

    @pytest.mark.parametrize("kind", [HEARING, DISCUSSION, MEETING])
    def test_without_a_day_nothing_can_be_counted(self, kind: OversightKind):
        """Unlawful, and yet it is read: an audit goes on."""
        reformed = under_a_reform()
        read = reformed.audit([undertake(kind, starts_on=None)], at(3, 5)).entity
        assert reformed.due(read, at(3, 5)) == ()

    def test_which_moves_with_the_hearing(self):
        reformed = under_a_reform()
        planned = reformed.begin(undertake(HEARING, starts_on=on(5, 20)))
        moved = reformed.apply(planned, RescheduleAct(at=at(5, 4), by=OURS, starts_on=on(5, 27), why="digest"))
        assert due(moved, "hearing_notice", lifecycle=reformed).raw == on(5, 17)
        called_off = reformed.apply(moved, evolve(CALL_OFF, at=at(5, 5)))
        assert status(called_off, "hearing_notice", reformed) is Status.LIFTED

    def test_it_is_held_on_the_day_announced(self):
        """Case 69: for Thursday 11 June 2026."""
        announced = then(OVERSIGHT.begin(undertake(HEARING, starts_on=on(6, 11))), ANNOUNCE)
        for day in (10, 12):
            (reason,) = against(announced, evolve(BEGIN, at=at(6, day)))
            assert reason.cites == (ORQ474(10, 5).by(Basis.INFERRED),)
            assert reason.is_law
            assert reason.remedy == "move it to another day, with a reason"
        assert lawful(announced, evolve(BEGIN, at=at(6, 11)))

    def test_or_moved_and_announced_anew(self):
        """Case 69."""
        announced = then(OVERSIGHT.begin(undertake(HEARING, starts_on=on(6, 11))), ANNOUNCE)
        move = RescheduleAct(at=at(6, 10), by=OURS, starts_on=on(6, 18), why="digest")
        assert not_by_law(announced, evolve(move, why="")) == places(HOUSE(27))
        moved = OVERSIGHT.apply(announced, move)
        assert (moved.state, moved.starts_on, moved.place) == (S.PLANNED, on(6, 18), "hall 1")
        begun = then(moved, evolve(ANNOUNCE, at=at(6, 10)), evolve(BEGIN, at=at(6, 18)))
        assert begun.state is S.UNDER_WAY

    def test_to_another_place_too(self):
        move = RescheduleAct(at=at(3, 5), by=OURS, starts_on=on(6, 18), place="hall 2", why="digest")
        assert OVERSIGHT.apply(in_state(S.PLANNED, HEARING), move).place == "hall 2"

    def test_days_are_those_of_the_body(self):
        """One in the evening of 10 June in Greenwich is on 11 June in Tashkent."""
        announced = then(OVERSIGHT.begin(undertake(HEARING, starts_on=on(6, 11))), ANNOUNCE)
        assert lawful(announced, evolve(BEGIN, at=at(6, 11, 0).in_timezone("UTC")))


class TestArticle11:
    """Public monitoring."""

    @pytest.mark.parametrize("who", ["NGO", "SELF_GOVERNMENT", "PUBLIC_COUNCIL"])
    def test_who_may(self, who: str):
        """Case 36."""
        assert lawful(None, undertake(MONITORING, by=ACTORS[who]))

    @pytest.mark.parametrize("who", ["CITIZEN", "EDITORIAL_OFFICE"])
    def test_for_others_no_act_that_provides_was_read(self, who: str):
        """Case 36."""
        assert refused_by_role(None, undertake(MONITORING, by=ACTORS[who])) == (ORQ474(11, 2).by(Basis.INFERRED),)
        assert law(None, undertake(MONITORING, by=ACTORS[who]))

    def test_it_needs_no_announcement(self):
        assert has_no_place(in_state(S.PLANNED, MONITORING), ANNOUNCE)


class TestPQ10:
    """Paragraph 6: public councils at internal affairs bodies."""

    def test_a_council_alone_oversees_legality(self):
        for who in ("CITIZEN", "NGO", "SELF_GOVERNMENT", "EDITORIAL_OFFICE", "BODY"):
            assert refused_by_role(None, undertake(LEGALITY, by=ACTORS[who])) == (PQ10(6, 2),)

    @pytest.mark.parametrize("opinion", [None, AN_APPEAL, THIS], ids=["none", "no act of oversight", "itself"])
    def test_public_opinion_is_studied_too(self, opinion: Reference | None):
        """Case 37: another act of oversight studied it."""
        ended = in_state(S.ENDED, LEGALITY)
        assert law(ended, evolve(DRAW_UP, opinion=opinion)) == places(PQ10(6, 2))
        assert OVERSIGHT.apply(ended, DRAW_UP).document == "document 1"

    def test_a_council_takes_up_a_draft_act(self):
        assert lawful(None, undertake(DRAFT_ACT))
        assert law(None, undertake(DRAFT_ACT, concerns=None)) == places(PQ10(6, 3))

    def test_a_body_puts_it_to_somebody_in_the_council(self):
        """Case 71."""
        put = undertake(DRAFT_ACT, by=THEIRS, put_to="m1", council_office="c1")
        for lacking in ({"put_to": ""}, {"council_office": ""}, {"put_to": "", "council_office": ""}):
            assert not_by_law(None, evolve(put, **lacking)) == places(HOUSE(26))
        planned = OVERSIGHT.begin(put)
        assert (planned.organiser, planned.organised_at) == ("m1", "c1")
        assert not_by_law(planned, evolve(BEGIN, by=Actor("official", ORGANISER, "district IIB"))) == places(HOUSE(25))
        assert lawful(planned, evolve(BEGIN, by=Actor("m1", ORGANISER, "c1")))

    @pytest.mark.parametrize("kind", [DRAFT_ACT, HEARING])
    def test_nobody_else_puts_it_to_another(self, kind: OversightKind):
        """Whoever begins it organises it."""
        planned = OVERSIGHT.begin(undertake(kind, put_to="m1", council_office="c1"))
        assert (planned.organiser, planned.organised_at) == ("p1", "society")

    def test_nor_does_a_body_put_anything_else(self):
        planned = OVERSIGHT.begin(undertake(MEETING, put_to="m1", council_office="c1"))
        assert (planned.organiser, planned.organised_at) == ("official", "district IIB")

    @pytest.mark.parametrize("kind", [LEGALITY, DRAFT_ACT])
    def test_from_its_day_on(self, kind: OversightKind):
        assert has_no_place(None, undertake(kind, at=at(1, 19, year=2023)))
        assert lawful(None, undertake(kind, at=at(1, 20, year=2023)))


class TestRegulation2742:
    """An open meeting of the body."""

    def test_the_body_alone_holds_it(self):
        """Case 35."""
        for who in ("CITIZEN", "NGO", "SELF_GOVERNMENT", "EDITORIAL_OFFICE", "PUBLIC_COUNCIL"):
            assert refused_by_role(None, undertake(MEETING, by=ACTORS[who])) == (OPEN,)
        assert law(None, undertake(MEETING, by=ANOTHER_BODY)) == places(OPEN)
        assert law(None, undertake(MEETING, starts_on=None)) == places(OPEN)

    def test_from_its_first_day_on(self):
        assert has_no_place(None, undertake(MEETING, at=at(12, 27, year=2015)))
        assert lawful(None, undertake(MEETING, at=at(12, 28, year=2015)))

    def test_its_plan_is_published_three_days_before(self):
        """Case 35: for Wednesday 3 June 2026. 27 to 29 May are off, 30 May is a Saturday."""
        planned = OVERSIGHT.begin(undertake(MEETING, starts_on=on(6, 3)))
        assert days(due(planned, "agenda"))[:2] == (on(5, 31), on(5, 26))
        announce = evolve(ANNOUNCE, by=THEIRS)
        assert status(then(planned, evolve(announce, at=at(5, 31))), "agenda") is Status.MET
        late = then(planned, evolve(announce, at=at(6, 1)))
        assert status(late, "agenda") is Status.LATE
        assert findings(late) == [(FindingKind.LATE, "agenda", False)]

    def test_which_moves_with_it_and_ends_with_it(self):
        planned = OVERSIGHT.begin(undertake(MEETING, starts_on=on(6, 3)))
        moved = then(planned, RescheduleAct(at=at(5, 5), by=THEIRS, starts_on=on(6, 10), why="digest"))
        assert (moved.state, moved.starts_on) == (S.PLANNED, on(6, 10))
        assert due(moved, "agenda").raw == on(6, 7)
        off = then(moved, evolve(CALL_OFF, by=THEIRS, at=at(5, 6)))
        assert status(off, "agenda") is Status.LIFTED

    @pytest.mark.parametrize("lacking", [{"issues": ""}, {"time": ""}])
    def test_agenda_day_time_and_place(self, lacking: dict[str, str]):
        planned, announce = in_state(S.PLANNED, MEETING), evolve(ANNOUNCE, by=THEIRS)
        assert law(planned, evolve(announce, **lacking)) == places(OPEN)
        assert law(in_state(S.PLANNED, MEETING, place=""), announce) == places(OPEN)
        assert lawful(planned, announce)

    def test_it_is_opened_on_that_day(self):
        announced = in_state(S.ANNOUNCED, MEETING, starts_on=on(3, 16))
        for day in (15, 17):
            (reason,) = against(announced, evolve(BEGIN, by=THEIRS, at=at(3, day)))
            assert reason.cites == (OPEN.by(Basis.INFERRED),)
            assert reason.remedy == "move it to another day, with a reason"
        assert lawful(announced, evolve(BEGIN, by=THEIRS, at=at(3, 16)))

    def test_who_attends_is_on_the_list(self):
        announced = in_state(S.ANNOUNCED, MEETING)
        admit = AdmitParticipant(at=at(3, 5), by=THEIRS, listed=True)
        assert law(announced, evolve(admit, listed=False)) == places(REGULATION_2742("an open meeting", 2))
        assert lawful(announced, admit)

    def test_nobody_is_admitted_after_the_opening(self):
        """Case 35."""
        under_way = in_state(S.UNDER_WAY, MEETING)
        (reason,) = against(under_way, AdmitParticipant(at=at(3, 5), by=THEIRS, listed=True))
        assert (reason.kind, reason.cites) == (
            ReasonKind.NEVER,
            (REGULATION_2742("an open meeting", 3).by(Basis.REPORTED),),
        )

    def test_who_attends_records_nothing_and_the_body_may(self):
        """Case 35."""
        under_way = in_state(S.UNDER_WAY, MEETING)
        record = RecordMeeting(at=at(3, 5), by=ACTORS["CITIZEN"])
        recording = REGULATION_2742("an open meeting", 6).by(Basis.REPORTED)
        assert refused_by_role(under_way, record) == (recording,)
        assert str(OVERSIGHT.explain(under_way, record)).startswith("not by law:") is False
        assert OVERSIGHT.apply(under_way, evolve(record, by=THEIRS)).state is S.UNDER_WAY

    @pytest.mark.parametrize("kind", [HEARING, DISCUSSION])
    def test_of_nothing_else_there_is_a_list_or_a_ban(self, kind: OversightKind):
        assert has_no_place(in_state(S.ANNOUNCED, kind), AdmitParticipant(at=at(3, 5), by=THEIRS, listed=True))
        assert has_no_place(in_state(S.UNDER_WAY, kind), AdmitParticipant(at=at(3, 5), by=THEIRS, listed=True))
        assert has_no_place(in_state(S.UNDER_WAY, kind), RecordMeeting(at=at(3, 5), by=THEIRS))

    def test_it_has_no_final_document(self):
        """Case 35."""
        ended = in_state(S.ENDED, MEETING)
        assert has_no_place(ended, DRAW_UP)
        closed = OVERSIGHT.apply(ended, evolve(CLOSE, by=THEIRS))
        assert closed.state is S.CLOSED
        assert has_no_place(closed, PublishResult(at=at(3, 5), by=Actor("official", ORGANISER, "district IIB")))

    def test_another_body_touches_it_nowhere(self):
        """Case 67: called off by another body, law (INFERRED); the rest alike."""
        for state, action in (
            (S.PLANNED, ANNOUNCE),
            (S.PLANNED, RescheduleAct(at=at(3, 5), by=OURS, starts_on=on(3, 9), why="digest")),
            (S.PLANNED, CALL_OFF),
            (S.ANNOUNCED, BEGIN),
            (S.ANNOUNCED, AdmitParticipant(at=at(3, 5), by=OURS, listed=True)),
            (S.UNDER_WAY, RecordMeeting(at=at(3, 5), by=OURS)),
            (S.UNDER_WAY, END),
            (S.ENDED, CLOSE),
        ):
            (reason,) = against(in_state(state, MEETING), evolve(action, by=ANOTHER_BODY))
            assert reason.cites == (OPEN.by(Basis.INFERRED),)
            assert reason.is_law


class TestTownPlanningCode:
    """Of discussions and expertise, by analogy: what is refused or late is not so by law."""

    def test_the_first_day_of_a_discussion_is_named(self):
        assert not_by_law(None, undertake(DISCUSSION, starts_on=None)) == places(TOWN(38, 1))

    def test_it_is_announced_ten_days_before(self):
        """Case 31: for Monday 2 March 2026."""
        planned = OVERSIGHT.begin(undertake(DISCUSSION, at=at(2, 16), starts_on=on(3, 2)))
        assert days(due(planned, "announcement")) == (on(2, 20), on(2, 20), on(2, 20))
        assert status(then(planned, evolve(ANNOUNCE, at=at(2, 20))), "announcement") is Status.MET
        late = then(planned, evolve(ANNOUNCE, at=at(2, 21)))
        assert status(late, "announcement") is Status.LATE
        assert findings(late) == [(FindingKind.LATE, "announcement", True)]

    def test_terms_and_order_are_announced(self):
        planned = in_state(S.PLANNED, DISCUSSION)
        for lacking in ("time", "procedure"):
            assert not_by_law(planned, evolve(ANNOUNCE, **{lacking: ""})) == places(TOWN(38, 1))
        assert lawful(planned, evolve(ANNOUNCE, issues=""))

    def test_it_begins_on_its_day_or_later(self):
        """Case 70: for Monday 5 October 2026; moved to the 12th on 21 September."""
        planned = OVERSIGHT.begin(undertake(DISCUSSION, at=at(9, 1), starts_on=on(10, 5)))
        assert due(planned, "announcement").raw == on(9, 25)
        moved = then(planned, RescheduleAct(at=at(9, 21), by=OURS, starts_on=on(10, 12), why="digest"))
        assert due(moved, "announcement").raw == on(10, 2)  # one due, moved
        announced = then(moved, evolve(ANNOUNCE, at=at(9, 21)))
        assert not_by_law(announced, evolve(BEGIN, at=at(10, 11))) == places(TOWN(38, 1))
        for day in (12, 13):
            assert lawful(announced, evolve(BEGIN, at=at(10, day)))

    def test_nor_without_a_day(self):
        """Unlawful from its plan on, and yet it is read."""
        actions = [undertake(DISCUSSION, starts_on=None), ANNOUNCE]
        announced = OVERSIGHT.audit(actions, at(3, 5)).entity
        assert not_by_law(announced, BEGIN) == places(TOWN(38, 1))

    def test_one_that_was_announced_is_announced_anew(self):
        """A met clock begins anew, the first one stays met."""
        planned = OVERSIGHT.begin(undertake(DISCUSSION, at=at(9, 1), starts_on=on(10, 5)))
        moved = then(
            planned,
            evolve(ANNOUNCE, at=at(9, 21)),
            RescheduleAct(at=at(9, 22), by=OURS, starts_on=on(10, 12), why="digest"),
        )
        first, second = (one for one in OVERSIGHT.due(moved, at(9, 22)) if one.name == "announcement")
        assert (first.raw, first.status(at(9, 22))) == (on(9, 25), Status.MET)
        assert (second.raw, second.status(at(9, 22))) == (on(10, 2), Status.RUNNING)

    def test_it_lasts_fifteen_days_both_ends_counted(self):
        """Case 32: 2 to 16 March 2026."""
        begun = then(
            OVERSIGHT.begin(undertake(DISCUSSION, at=at(2, 16), starts_on=on(3, 2))),
            evolve(ANNOUNCE, at=at(2, 20)),
            evolve(BEGIN, at=at(3, 2)),
        )
        assert due(begun, "duration").raw == on(3, 16)
        assert status(then(begun, evolve(END, at=at(3, 16))), "duration") is Status.MET
        short = then(begun, evolve(END, at=at(3, 15)))
        assert status(short, "duration") is Status.TOO_EARLY
        assert [(kind, name) for kind, name, _ in findings(short)] == [(FindingKind.DEPARTURE, "duration")]

    def test_its_conclusion_is_published_in_fifteen_days(self):
        """Case 33: ended 16 March 2026."""
        ended = OVERSIGHT.replay(
            [
                undertake(DISCUSSION, at=at(2, 16), starts_on=on(3, 2)),
                evolve(ANNOUNCE, at=at(2, 20)),
                evolve(BEGIN, at=at(3, 2)),
                evolve(END, at=at(3, 16)),
                evolve(DRAW_UP, at=at(3, 17)),
            ]
        )
        assert due(ended, "conclusion").raw == on(3, 31)
        for when, stands in ((at(3, 31), Status.MET), (at(4, 1), Status.LATE)):
            assert status(then(ended, PublishResult(at=when, by=OURS)), "conclusion") is stands

    def test_a_discussion_called_off_owes_nothing_more(self):
        off = then(in_state(S.UNDER_WAY, DISCUSSION), CALL_OFF)
        assert status(off, "duration") is Status.LIFTED
        planned = OVERSIGHT.begin(undertake(DISCUSSION, starts_on=on(10, 5)))
        assert status(then(planned, CALL_OFF), "announcement") is Status.LIFTED

    def test_it_is_repeated_where_a_complaint_was_upheld(self):
        """Case 34."""
        closed = in_state(S.CLOSED, DISCUSSION)
        order = OrderRepetition(
            at=at(3, 5), by=THEIRS, complaint=AN_APPEAL, upheld=True, again=Reference("oversight", "o3")
        )
        assert not_by_law(closed, evolve(order, upheld=False)) == places(TOWN(39, 2))
        assert not_by_law(closed, evolve(order, complaint=A_SESSION)) == places(TOWN(39, 2))
        assert not_by_law(closed, evolve(order, again=THIS)) == places(TOWN(39, 2))
        assert not_by_law(closed, evolve(order, again=AN_APPEAL)) == places(TOWN(39, 2))
        ordered = OVERSIGHT.apply(closed, order)
        assert (ordered.state, ordered.again) == (S.CLOSED, Reference("oversight", "o3"))
        again = OVERSIGHT.begin(Undertake.again(ordered, act="o3", at=at(3, 6), by=ACTORS["NGO"], starts_on=on(3, 20)))
        assert (again.kind, again.repeats, again.starts_on) == (DISCUSSION, THIS, on(3, 20))
        assert again.refers_to == (AN_APPEAL, THIS)
        assert ordered.refers_to == (AN_APPEAL, Reference("recommendation", "r1"), Reference("oversight", "o3"))
        assert has_no_place(in_state(S.CLOSED, HEARING), order)

    def test_the_repetition_is_held_where_the_first_was_moved_to(self):
        move = RescheduleAct(at=at(3, 5), by=OURS, starts_on=on(3, 16), place="hall 2", why="digest")
        moved = then(in_state(S.PLANNED, DISCUSSION), move)
        again = Undertake.again(moved, act="o3", at=at(3, 6), by=ACTORS["NGO"], starts_on=on(3, 20))
        assert again.place == "hall 2"

    def test_an_expertise_is_applied_for_within_fifteen_days(self):
        """Case 39: after a discussion on 16 March 2026."""
        for when, stands in ((at(3, 31), Status.MET), (at(4, 1), Status.LATE)):
            act = OVERSIGHT.begin(undertake(EXPERTISE, at=when, discussed_on=on(3, 16)))
            assert due(act, "application").raw == on(3, 31)
            assert status(act, "application") is stands
        assert findings(act) == [(FindingKind.LATE, "application", True)]

    def test_without_a_discussion_nothing_is_owed(self):
        """Case 39."""
        assert OVERSIGHT.due(OVERSIGHT.begin(undertake(EXPERTISE)), at(3, 5)) == ()
        assert OVERSIGHT.due(OVERSIGHT.begin(undertake(OPINION, discussed_on=on(2, 1))), at(3, 5)) == ()

    @pytest.mark.parametrize(
        "kind", [ENQUIRY, DISCUSSION, HEARING, MONITORING, EXPERTISE, OPINION, REPORT, OTHER, LEGALITY]
    )
    def test_nobody_oversees_a_matter_of_their_own(self, kind: OversightKind):
        """Case 41."""
        assert not_by_law(None, undertake(kind, own_matter=True)) == places(TOWN(36, 1))

    @pytest.mark.parametrize("kind", [kind for kind in OversightKind if kind is not MEETING])
    def test_the_final_document_is_on_file(self, kind: OversightKind):
        ended = in_state(S.ENDED, kind)
        assert not_by_law(ended, evolve(DRAW_UP, document="")) == places(TOWN(35, 2))
        drawn = OVERSIGHT.apply(ended, DRAW_UP)
        assert (drawn.form, drawn.document, drawn.subject) == (DRAW_UP.form, "document 1", True)


class TestLawOnTradeUnions:
    """O‘RQ-588, article 46, by analogy: the outcome is told, and may be published."""

    def test_what_came_of_the_document_is_noted(self):
        """Case 41: an outcome, or the word that none came, and not both."""
        delivered = in_state(S.DELIVERED, HEARING)
        assert not_by_law(delivered, evolve(NOTE, none_came=True)) == places(HOUSE(25))
        assert not_by_law(delivered, evolve(NOTE, outcome=None)) == places(HOUSE(25))
        assert not_by_law(delivered, evolve(NOTE, document="document 2")) == places(HOUSE(25))
        for note in (NOTE, NONE_CAME):
            closed = OVERSIGHT.apply(delivered, note)
            assert (closed.state, closed.recommendation) == (S.CLOSED, NOTE.recommendation)

    def test_that_none_came_is_said_after_its_last_day(self):
        """Case 73: Thursday 23 July 2026."""
        delivered = in_state(S.DELIVERED, HEARING)
        file = Considered(FILE, "document 1", None)
        note = NoteOutcome.of(file, consideration(on(7, 23)), at=at(7, 23), by=OURS)
        assert (note.none_came, note.was_due, note.document) == (True, on(7, 23), "document 1")
        assert not_by_law(delivered, note) == places(HOUSE(37))
        closed = OVERSIGHT.apply(delivered, evolve(note, at=at(7, 24)))
        assert closed.state is S.CLOSED
        answered = NoteOutcome.of(evolve(file, outcome=Outcome.REJECTED), None, at=at(8, 6), by=OURS)
        assert (answered.none_came, answered.was_due, answered.outcome) == (False, None, Outcome.REJECTED)
        assert OVERSIGHT.apply(closed, answered).state is S.CLOSED
        assert not_by_law(closed, evolve(answered, recommendation=ANOTHER_RECOMMENDATION)) == places(HOUSE(37))
        assert not_by_law(closed, evolve(answered, none_came=True)) == places(HOUSE(37))
        assert not_by_law(closed, evolve(answered, outcome=None)) == places(HOUSE(37))

    def test_where_nothing_was_due_it_may_be_said_at_once(self):
        file = Considered(FILE, "document 1", None)
        note = NoteOutcome.of(file, consideration(None), at=at(3, 5), by=OURS)
        assert note.was_due is None
        assert lawful(in_state(S.DELIVERED, HEARING), note)

    def test_nothing_comes_late_to_one_without_a_document(self):
        closed = OVERSIGHT.apply(in_state(S.ENDED, HEARING), CLOSE)
        assert not_by_law(closed, evolve(NOTE, document="")) == places(HOUSE(37))

    @pytest.mark.parametrize("state", [S.DRAWN_UP, S.DELIVERED, S.CLOSED])
    def test_the_result_is_published(self, state: OversightState):
        publish = PublishResult(at=at(3, 5), by=OURS)
        for kind, cite in ((HEARING, ORQ588(46)), (DISCUSSION, TOWN(38, 4))):
            record = OVERSIGHT.apply(in_state(state, kind), publish).history[-1]
            assert record.state is state
            assert record.cites[0] == cite.by(Basis.ANALOGY)


class TestHouseRule25:
    """Who organises an act of oversight."""

    def test_its_own_organiser_calls_it_off_with_a_reason(self):
        """Case 67."""
        planned = in_state(S.PLANNED, HEARING)
        (by_role,) = (one for one in against(planned, evolve(CALL_OFF, by=THEIRS)) if one.kind is ReasonKind.ROLE)
        assert by_role.cites == (HOUSE(27),)
        assert "who organises it may call it off, or move it" in by_role.remedy
        assert not_by_law(planned, evolve(CALL_OFF, by=THEIRS))
        assert not_by_law(planned, evolve(CALL_OFF, by=ANOTHER_ORGANISER)) == places(HOUSE(25))
        assert not_by_law(planned, evolve(CALL_OFF, why="")) == places(HOUSE(27))
        assert OVERSIGHT.apply(planned, CALL_OFF).state is S.CALLED_OFF

    def test_a_body_closes_no_enquiry(self):
        """Case 68."""
        assert refused_by_role(in_state(S.ENDED, ENQUIRY), CloseAct(at=at(3, 5), by=THEIRS)) == (HOUSE(25),)

    def test_the_organisation_replaces_it(self):
        """Case 72."""
        under_way = in_state(S.UNDER_WAY, HEARING)
        assert not_by_law(under_way, evolve(REPLACE, by=ANOTHER_NGO)) == places(HOUSE(25))
        assert not_by_law(under_way, evolve(REPLACE, organiser="")) == places(HOUSE(25))
        assert not_by_law(under_way, evolve(REPLACE, why="")) == places(HOUSE(27))
        replaced = OVERSIGHT.apply(under_way, REPLACE)
        assert replaced.organiser == "p2"
        assert not_by_law(replaced, END) == places(HOUSE(25))
        assert lawful(replaced, evolve(END, by=Actor("p2", ORGANISER, "society")))

    def test_of_a_meeting_nobody_does(self):
        replace = evolve(REPLACE, by=evolve(ACTORS["NGO"], office="district IIB"))
        assert has_no_place(in_state(S.PLANNED, MEETING), replace)

    def test_nobody_stands_behind_a_citizen(self):
        enquiry = in_state(S.PLANNED, ENQUIRY, by=ACTORS["CITIZEN"])
        assert not_by_law(enquiry, evolve(REPLACE, by=evolve(ACTORS["NGO"], office=""))) == places(HOUSE(25))

    def test_a_citizen_is_not_shown_as_its_organiser(self):
        enquiry = OVERSIGHT.begin(undertake(ENQUIRY, by=evolve(ACTORS["CITIZEN"], id="citizen 77")))
        assert enquiry.organiser == "citizen 77"
        assert "citizen 77" not in repr(enquiry)
        assert "citizen 77" not in repr(enquiry.history)


class TestHouseRule27:
    """Moved or called off with a reason."""

    def test_it_is_moved_to_a_day_that_has_not_passed(self):
        planned = in_state(S.PLANNED, HEARING)
        move = RescheduleAct(at=at(3, 5), by=OURS, starts_on=on(3, 5), why="digest")
        assert lawful(planned, move)
        assert not_by_law(planned, evolve(move, starts_on=on(3, 4))) == places(HOUSE(27))

    @pytest.mark.parametrize("kind", [HEARING, MEETING])
    def test_what_has_begun_is_moved_no_more(self, kind: OversightKind):
        by = THEIRS if kind is MEETING else OURS
        move = RescheduleAct(at=at(3, 5), by=by, starts_on=on(3, 6), why="digest")
        assert has_no_place(in_state(S.UNDER_WAY, kind), move)

    @pytest.mark.parametrize("kind", [HEARING, MEETING])
    def test_what_has_ended_is_called_off_no_more(self, kind: OversightKind):
        assert has_no_place(in_state(S.ENDED, kind), evolve(CALL_OFF, by=THEIRS if kind is MEETING else OURS))


class TestHouseRule37:
    """No answer came."""

    def test_it_is_said_after_the_day_it_was_due(self):
        """Case 68: Monday 14 September 2026."""
        under_way = in_state(S.UNDER_WAY, ENQUIRY)
        none = EndAct(at=at(9, 14), by=OURS, none_came=True, was_due=on(9, 14))
        assert not_by_law(under_way, none) == places(HOUSE(37))
        assert OVERSIGHT.apply(under_way, evolve(none, at=at(9, 15))).state is S.ENDED

    def test_an_answer_may_come_before_it(self):
        assert lawful(in_state(S.UNDER_WAY, ENQUIRY), evolve(END, was_due=on(9, 14)))


class TestItsTable:
    def test_the_linter_is_silent(self):
        assert OVERSIGHT.lint(beside_the_actions(OVERSIGHT)) == ()

    def test_its_rows_by_how_well_they_are_known(self):
        """What the specification counts of them: 20 of 39 are law."""
        found = [row.basis for row in OVERSIGHT.rows]
        counted = {basis: found.count(basis) for basis in Basis if basis in found}
        assert counted == {
            Basis.STATUTE: 10,
            Basis.OFFICIAL: 2,
            Basis.REPORTED: 7,
            Basis.INFERRED: 1,
            Basis.ANALOGY: 9,
            Basis.ASSUMED: 10,
        }
