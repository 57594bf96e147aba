"""The reception of persons: Law O‘RQ-445 arts 8 and 9, and what was reported of the order of video receptions."""

import pendulum
import pytest
from attrs import evolve
from pendulum import Date
from sources import beside_the_actions

from prcomm import Actor, Basis, FindingKind, LegalEntity, Person, Reason, ReasonKind, Refused, Status
from prcomm.citizens.appeals import APPLICATION, Appeal, AppealState, Form, Outcome
from prcomm.citizens.receptions import (
    PERSONAL,
    RECEPTION,
    VIDEO,
    AskReception,
    Correct,
    ExplainWhereToTurn,
    HoldReception,
    PutBeforeHead,
    ReceptionState,
    RefuseReception,
    RegisterRequest,
)
from prcomm.law import MODEL_REGULATION, ORQ445, office
from prcomm.law.roles import APPELLANT, EXECUTOR, HEAD, REGISTRAR, REPRESENTATIVE

ARTICLES_OF = (MODEL_REGULATION,)

MINISTRY = office("the ministry")
ANNA = Person("p1", name="Zzyzx Anna", residence="Zzyzx street")
FIRM = LegalEntity("firm", name="Zzyzx LLC", location="Zzyzx avenue")
VISITOR, HER_SON = Actor("p1", APPELLANT), Actor("p2", REPRESENTATIVE)
DESK, CHIEF, OFFICER = Actor("desk", REGISTRAR), Actor("chief", HEAD), Actor("officer", EXECUTOR)


def at(month: int, day: int, hour: int = 10) -> pendulum.DateTime:
    return pendulum.datetime(2026, month, day, hour, tz=MINISTRY.tz)


def asked(kind=PERSONAL, on=None, **more):
    on = on or at(3, 5)
    by = HER_SON if more.get("representative") else Actor(more.get("visitor", ANNA).id, APPELLANT)
    return AskReception(at=on, by=by, case="7", kind=kind, office=MINISTRY, **({"visitor": ANNA} | more))


COMPLETE = {"convenient": at(3, 20), "content": "digest 1"}
REGISTERED = RegisterRequest(at=at(3, 5), by=DESK, number="1")


def on_video(**more):
    return RECEPTION.replay([asked(VIDEO, **COMPLETE, **more), REGISTERED, PutBeforeHead(at=at(3, 5), by=DESK)])


def against(entity, action) -> tuple[Reason, ...]:
    return RECEPTION.explain(entity, action).reasons


def former(state=AppealState.CONSIDERED, outcome=Outcome.REFUSED, whose=ANNA) -> Appeal:
    return Appeal(
        id="5", office=MINISTRY, kind=APPLICATION, form=Form.WRITTEN, appellants=(whose,), state=state, outcome=outcome
    )


class TestArticle8:
    """Reception of individuals and of representatives of legal entities."""

    def test_whoever_asks_is_received(self):
        held = RECEPTION.replay([asked(), HoldReception(at=at(3, 6), by=OFFICER)])
        assert held.state is ReceptionState.HELD

    def test_it_may_not_be_refused(self):
        (nature, person) = against(RECEPTION.begin(asked()), RefuseReception(at=at(3, 6), by=CHIEF))
        assert ORQ445(8, 3) in nature.cites
        assert ORQ445(8, 3) in person.cites

    def test_not_even_on_a_foreign_matter(self):
        """It is held, and the official explains where to turn: 9(6)."""
        held = RECEPTION.replay([asked(), HoldReception(at=at(3, 6), by=OFFICER)])
        told = RECEPTION.apply(held, ExplainWhereToTurn(at=at(3, 6), by=OFFICER, to="gas supply"))
        assert told.state is ReceptionState.HELD
        (reason,) = against(held, ExplainWhereToTurn(at=at(3, 6), by=OFFICER, to=""))
        assert reason.cites == (ORQ445(9, 6),)

    def test_save_where_the_same_was_decided_and_told(self):
        refusal = RefuseReception.of(former(), same_nature=True, at=at(3, 6), by=CHIEF)
        refused = RECEPTION.apply(RECEPTION.begin(asked()), refusal)
        assert refused.state is ReceptionState.REFUSED

    @pytest.mark.parametrize(
        ("earlier", "same_nature"),
        [
            (former(), False),
            (former(AppealState.DECIDED), True),
            (former(AppealState.IN_REVIEW, None), True),
            (former(whose=Person("p9")), True),
        ],
        ids=["another matter", "decided, not told", "not decided", "another person's"],
    )
    def test_and_only_there(self, earlier: Appeal, same_nature: bool):
        refusal = RefuseReception.of(earlier, same_nature=same_nature, at=at(3, 6), by=CHIEF)
        (reason,) = against(RECEPTION.begin(asked()), refusal)
        assert ORQ445(8, 3) in reason.cites

    def test_there_at_every_step_before_it_is_held(self):
        registered = RECEPTION.apply(RECEPTION.begin(asked(VIDEO, **COMPLETE)), REGISTERED)
        for waiting in (registered, on_video()):
            refusal = RefuseReception.of(former(), same_nature=True, at=at(3, 6), by=CHIEF)
            assert RECEPTION.apply(waiting, refusal).state is ReceptionState.REFUSED

    @pytest.mark.parametrize(
        "request_", [asked, lambda **who: asked(VIDEO, **COMPLETE, **who)], ids=["in person", "video"]
    )
    def test_the_person_asks_or_a_representative(self, request_):
        assert RECEPTION.begin(request_(representative=Person("p2"))).representative == Person("p2")
        with pytest.raises(Refused) as refused:
            RECEPTION.begin(evolve(request_(), by=evolve(DESK, of="p1")))
        (reason,) = refused.value.verdict.reasons
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)

    @pytest.mark.parametrize(
        ("by", "lawful"),
        [
            (VISITOR, True),
            (Actor("login 7", APPELLANT, of="p1"), True),
            (Actor("p9", APPELLANT), False),
            (Actor("p1", APPELLANT, of="p9"), False),
            (HER_SON, True),
            (Actor("p2", REPRESENTATIVE, of="p1"), True),
            (Actor("login 8", REPRESENTATIVE, of="p2"), True),
            (Actor("p9", REPRESENTATIVE), False),
            (Actor("p1", REPRESENTATIVE), False),
        ],
    )
    def test_for_oneself_or_through_the_representative_that_is_named(self, by, lawful):
        request_ = evolve(asked(representative=Person("p2")), by=by)
        try:
            RECEPTION.begin(request_)
        except Refused as refused:
            (reason,) = refused.verdict.reasons
            assert (reason.cites, lawful) == ((ORQ445(8, 1).by(Basis.INFERRED),), False)
        else:
            assert lawful

    def test_nobody_represents_who_names_no_representative(self):
        with pytest.raises(Refused):
            RECEPTION.begin(evolve(asked(), by=HER_SON))

    @pytest.mark.parametrize("lacking", ["former", "same_nature", "decided", "told"])
    def test_each_of_it_is_needed(self, lacking: str):
        refusal = RefuseReception.of(former(), same_nature=True, at=at(3, 6), by=CHIEF)
        without = evolve(refusal, **{lacking: None if lacking == "former" else False})
        (reason,) = against(RECEPTION.begin(asked()), without)
        assert ORQ445(8, 3) in reason.cites


class TestArticle9:
    """Order of reception."""

    def test_an_identity_document_is_shown(self):
        waiting = RECEPTION.begin(asked())
        (reason,) = against(waiting, HoldReception(at=at(3, 6), by=OFFICER, identity_shown=False))
        assert reason.cites == (ORQ445(9, 8),)

    @pytest.mark.parametrize("named", [{}, {"representative": Person("p2")}], ids=["not named", "named"])
    def test_and_by_an_entity_s_representative_the_authority(self, named):
        """Whether or not they were named when the reception was asked for: an entity comes only so."""
        waiting = RECEPTION.begin(asked(visitor=FIRM, **named))
        (reason,) = against(waiting, HoldReception(at=at(3, 6), by=OFFICER))
        assert reason.cites == (ORQ445(9, 8),)
        shown = HoldReception(at=at(3, 6), by=OFFICER, authority_shown=True)
        assert RECEPTION.apply(waiting, shown).state is ReceptionState.HELD

    def test_of_who_comes_for_an_individual_9_8_asks_no_authority(self):
        waiting = RECEPTION.begin(asked(representative=Person("p2")))
        assert RECEPTION.apply(waiting, HoldReception(at=at(3, 6), by=OFFICER)).state is ReceptionState.HELD

    def test_on_a_foreign_matter_it_is_explained_that_day_where_to_turn(self):
        """9(6): a duty during the reception, Friday 6 March; explained later it is late, and never it is owed."""
        held = RECEPTION.apply(RECEPTION.begin(asked()), HoldReception(at=at(3, 6), by=OFFICER, foreign=True))
        (owed,) = RECEPTION.due(held, at(3, 6))
        assert (owed.name, owed.last, owed.basis) == ("explanation", at(3, 6).date(), Basis.INFERRED)
        assert ORQ445(9, 6) in owed.cites
        for when, status in ((at(3, 6), Status.MET), (at(3, 6, 23), Status.MET), (at(3, 9), Status.LATE)):
            told = RECEPTION.apply(held, ExplainWhereToTurn(at=when, by=OFFICER, to="gas supply"))
            (one,) = RECEPTION.due(told, at(4, 1))
            assert one.status(at(4, 1)) is status
        audit = RECEPTION.audit([record.action for record in held.history], at(4, 1))
        assert [(f.kind, f.name) for f in audit.findings] == [(FindingKind.OWED, "explanation")]

    def test_on_a_matter_of_its_own_nothing_is_owed(self):
        held = RECEPTION.apply(RECEPTION.begin(asked()), HoldReception(at=at(3, 6), by=OFFICER))
        assert RECEPTION.due(held, at(4, 1)) == ()

    def test_neither_at_a_public_reception(self):
        waiting = RECEPTION.begin(asked(visitor=FIRM, representative=Person("p2")))
        public = HoldReception(at=at(3, 6), by=OFFICER, public=True, identity_shown=False)
        assert RECEPTION.apply(waiting, public).state is ReceptionState.HELD

    @pytest.mark.parametrize(
        ("decided", "told", "lawful"), [(True, True, True), (True, False, False), (False, True, False)]
    )
    def test_it_is_recorded_by_decision_of_the_head_and_the_person_is_told(self, decided, told, lawful):
        hold = HoldReception(at=at(3, 6), by=OFFICER, recorded=True, recording_decided=decided, recording_told=told)
        reasons = against(RECEPTION.begin(asked()), hold)
        assert [reason.cites for reason in reasons] == ([] if lawful else [(ORQ445(9, 7),)])

    @pytest.mark.parametrize(
        ("lacking", "cite"),
        [
            ({"identity_shown": False}, ORQ445(9, 8)),
            ({"authority_shown": False}, ORQ445(9, 8)),
            ({"recorded": True, "recording_decided": True}, ORQ445(9, 7)),
            ({"recorded": True, "recording_told": True}, ORQ445(9, 7)),
        ],
        ids=["identity", "authority", "not told", "not decided"],
    )
    def test_nor_is_any_of_it_left_out_on_video(self, lacking, cite):
        said = {"authority_shown": True} | lacking
        hold = HoldReception(at=at(3, 20), by=CHIEF, **said)
        (reason,) = against(on_video(visitor=FIRM, representative=Person("p2")), hold)
        assert reason.cites == (cite,)

    def test_who_receives_rests_on_a_house_rule(self):
        with pytest.raises(Refused, match="not by law"):
            RECEPTION.apply(RECEPTION.begin(asked()), HoldReception(at=at(3, 6), by=DESK))


class TestVideo:
    """A video request is registered, and put before the head within a working day."""

    @pytest.mark.parametrize("lacking", ["convenient", "content", "named", "contacts", "language"])
    def test_the_request_says_what_it_must(self, lacking: str):
        nothing = {"convenient": None, "content": "", "named": False, "contacts": False, "language": ""}
        with pytest.raises(Refused) as refused:
            RECEPTION.begin(asked(VIDEO, **(COMPLETE | {lacking: nothing[lacking]})))
        (reason,) = refused.value.verdict.reasons
        assert reason.basis is Basis.REPORTED

    def test_a_request_in_person_needs_none_of_it(self):
        waiting = RECEPTION.begin(asked(PERSONAL))
        assert waiting.state is ReceptionState.ASKED
        (reason,) = against(waiting, REGISTERED)
        assert reason.kind is ReasonKind.STATE

    @pytest.mark.parametrize(
        ("on", "last"),
        [
            (at(3, 5), Date(2026, 3, 6)),  # Thursday: Friday
            (at(3, 6), Date(2026, 3, 10)),  # Friday: 7 and 8 weekend, 9 off since 8 March was a Sunday
            (at(3, 19), Date(2026, 3, 24)),  # Thursday: 20 Ramazon hayit, 21 and 22 weekend, 23 moved
        ],
        ids=["a weekday", "over a weekend and a moved day", "over a holiday"],
    )
    def test_within_a_working_day(self, on, last: Date):
        (due,) = RECEPTION.due(RECEPTION.begin(asked(VIDEO, on, **COMPLETE)), on)
        assert (due.name, due.last, due.owed_by) == ("video_request", last, REGISTRAR)
        assert due.status(pendulum.datetime(2026, last.month, last.day, 20, tz=MINISTRY.tz)) is Status.RUNNING

    def test_a_request_in_person_has_no_such_term(self):
        assert RECEPTION.due(RECEPTION.begin(asked()), at(3, 6)) == ()

    def test_it_is_met_once_it_is_before_the_head(self):
        (due,) = RECEPTION.due(on_video(), at(3, 9))
        assert due.status(at(3, 9)) is Status.MET

    def test_it_ends_with_a_refusal(self):
        waiting = RECEPTION.begin(asked(VIDEO, **COMPLETE))
        refusal = RefuseReception.of(former(), same_nature=True, at=at(3, 5, 11), by=CHIEF)
        (due,) = RECEPTION.due(RECEPTION.apply(waiting, refusal), at(3, 30))
        assert due.status(at(3, 30)) is Status.LIFTED

    def test_a_refusal_after_its_last_day_leaves_it_late(self):
        waiting = RECEPTION.begin(asked(VIDEO, **COMPLETE))
        refusal = RefuseReception.of(former(), same_nature=True, at=at(3, 20), by=CHIEF)
        (due,) = RECEPTION.due(RECEPTION.apply(waiting, refusal), at(3, 30))
        assert due.status(at(3, 30)) is Status.LATE
        assert due.ended == at(3, 20).date()

    def test_it_is_held_only_once_it_is_before_the_head(self):
        waiting = RECEPTION.begin(asked(VIDEO, **COMPLETE))
        assert not RECEPTION.explain(waiting, HoldReception(at=at(3, 6), by=CHIEF)).accepted
        held = RECEPTION.apply(on_video(), HoldReception(at=at(3, 20), by=CHIEF))
        assert held.state is ReceptionState.HELD

    def test_it_is_registered_under_a_number(self):
        waiting = RECEPTION.begin(asked(VIDEO, **COMPLETE))
        (reason,) = against(waiting, RegisterRequest(at=at(3, 5), by=DESK, number=""))
        assert reason.basis is Basis.REPORTED


class TestItsTable:
    def test_the_linter_is_silent(self):
        assert RECEPTION.lint(beside_the_actions(RECEPTION)) == ()


class TestWhatTheFileStatesWrongly:
    """House rule 40: corrected by one more record, and never who came or who received them."""

    def test_a_day_stated_wrongly_moves_what_is_owed_from_it(self):
        """One working day from Thursday 5 March 2026 is the 6th; from the 4th it is the 5th."""
        waiting = RECEPTION.begin(asked(VIDEO, **COMPLETE))
        right = Correct(at=at(3, 5, 11), by=DESK, record=0, field="at", value=at(3, 4), why="sheet 3")
        corrected = RECEPTION.apply(waiting, right)
        before, after = (RECEPTION.due(one, at(3, 5, 12), open=True) for one in (waiting, corrected))
        assert [one.last for one in before] == [Date(2026, 3, 6)]
        assert [one.last for one in after] == [Date(2026, 3, 5)]

    @pytest.mark.parametrize("field", ["visitor", "by", "case", "kind", "office"])
    def test_who_came_and_what_was_done_stays(self, field):
        wrong = Correct(at=at(3, 6), by=DESK, record=0, field=field, value="p9", why="sheet 3")
        assert {reason.basis for reason in against(RECEPTION.begin(asked()), wrong)} == {Basis.ASSUMED}
