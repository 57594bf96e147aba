"""Whose hand does each of the acts by which an appeal is dealt with: articles 6(7), 24(3), 25(3) and 32(1).

The example of each act is that of the second book, in a file that bears it; what is said in the article of one act is
asked of every one.
"""

import pytest
from attrs import evolve
from citizens.by_article import lawful, refusal
from citizens.cases import (
    CHIEF,
    CITIZEN,
    DEPUTY,
    FIRM,
    FOR_HER,
    NODIRA,
    OVERSEER,
    SON,
    assign,
    decide,
    leave,
    put_on_control,
    reply,
    terminate,
    withdraw,
)
from citizens.lives_appeals import (
    A_STRANGER,
    ASK_HER,
    DAY,
    EXAMPLES,
    JOIN,
    LAY_ASIDE,
    RECEIVE,
    REGISTER,
    SET_APART,
    WATCH,
    WITHDRAW,
)

from prcomm import Actor, Basis, Person, Reference
from prcomm.citizens.appeals import (
    APPEAL,
    LETTER,
    AddMaterials,
    AnswerRequest,
    Appeal,
    AppealAction,
    AskAppellant,
    AskProgress,
    Assign,
    BringIn,
    Complete,
    Correct,
    EndingGround,
    ForwardPart,
    KeepPart,
    LeavingGround,
    NoteExecution,
    PutOnSuperiorControl,
    Recognise,
    Requirement,
    ReturnEnclosures,
    ReturnWithdrawn,
    SetApart,
    TakeMeasures,
    TakeOffControl,
    TakeOffSuperiorControl,
)
from prcomm.law import ORQ445
from prcomm.law.roles import AUTHORISED, EXECUTOR, SUPERIOR

ACCUSED = (ORQ445(25, 3).by(Basis.INFERRED),)
CHARGED = (ORQ445(24, 3).by(Basis.INFERRED),)
OWN = (ORQ445(32, 1).by(Basis.INFERRED),)
EXAMPLE = {type(one): one for one in EXAMPLES}
TO_UNIT = assign(DAY, "unit 3")
OF_UNIT, ACCUSED_OF_UNIT = Actor("officer 8", EXECUTOR, "unit 3"), Actor("the accused", EXECUTOR, "unit 3")
OF_A_LETTER = evolve(RECEIVE, kind=LETTER)
OF_TWO = evolve(RECEIVE, questions=("1", "2"))
ALSO_ABOUT_CHIEF, ALSO_ABOUT_OVERSEER, ALSO_ABOUT_THE_BODY = (
    evolve(EXAMPLE[Complete], against=(one,)) for one in ("chief", "overseer", "district IIB")
)


def file(*steps: AppealAction) -> Appeal:
    first, *others = steps
    appeal = APPEAL.begin(first)
    for one in others:
        appeal = APPEAL.apply(appeal, one)
    return appeal


class TestWhoIsComplainedOf:
    """25(3): who is complained of does nothing about it."""

    @pytest.mark.parametrize(
        ("steps", "act"),
        [
            ((RECEIVE, REGISTER, TO_UNIT), ReturnEnclosures),
            ((RECEIVE, REGISTER, TO_UNIT), BringIn),
            ((RECEIVE, REGISTER, TO_UNIT), TakeMeasures),
            ((RECEIVE, REGISTER, TO_UNIT), AskAppellant),
            ((RECEIVE, REGISTER, TO_UNIT, WITHDRAW, terminate(DAY, EndingGround.WITHDRAWN)), ReturnWithdrawn),
        ],
        ids=lambda one: getattr(one, "__name__", ""),
    )
    def test_who_is_of_the_unit_that_is_charged(self, steps: tuple[AppealAction, ...], act: type[AppealAction]):
        appeal = file(*steps)
        assert lawful(appeal, evolve(EXAMPLE[act], by=OF_UNIT))
        assert refusal(appeal, evolve(EXAMPLE[act], by=ACCUSED_OF_UNIT)) == ACCUSED

    @pytest.mark.parametrize(
        ("steps", "act"),
        [
            ((OF_A_LETTER,), Recognise),
            ((OF_A_LETTER, REGISTER), Recognise),
            ((OF_A_LETTER, REGISTER, LAY_ASIDE), Recognise),
            ((RECEIVE, REGISTER, assign(DAY), decide(DAY)), NoteExecution),
            ((RECEIVE, REGISTER), Correct),
            ((OF_TWO, REGISTER), SetApart),
            ((OF_TWO, REGISTER, SET_APART), ForwardPart),
            ((OF_TWO, REGISTER, SET_APART), KeepPart),
        ],
        ids=lambda one: getattr(one, "__name__", ""),
    )
    def test_who_decides_where_it_goes(self, steps: tuple[AppealAction, ...], act: type[AppealAction]):
        appeal = file(*steps)
        assert lawful(appeal, evolve(EXAMPLE[act], by=DEPUTY))
        assert refusal(appeal, evolve(EXAMPLE[act], by=Actor("the accused", AUTHORISED))) == ACCUSED

    def test_who_puts_it_on_control_from_above(self):
        act = EXAMPLE[PutOnSuperiorControl]
        assert lawful(file(RECEIVE, REGISTER), act)
        assert refusal(file(RECEIVE, REGISTER), evolve(act, by=Actor("the accused", SUPERIOR, "region"))) == ACCUSED

    def test_who_put_it_there_and_proves_to_be_complained_of_does_not_take_it_off(self):
        off = TakeOffSuperiorControl(at=DAY, by=OVERSEER, control="1")
        considered = assign(DAY), decide(DAY), reply(DAY)
        assert lawful(file(RECEIVE, REGISTER, WATCH, *considered), off)
        assert refusal(file(RECEIVE, REGISTER, WATCH, ALSO_ABOUT_OVERSEER, *considered), off) == ACCUSED

    def test_nor_does_the_head_of_what_ended_otherwise(self):
        ended = WITHDRAW, terminate(DAY, EndingGround.WITHDRAWN)
        off = TakeOffControl(at=DAY, by=CHIEF)
        assert lawful(file(RECEIVE, REGISTER, put_on_control(DAY), *ended), off)
        of_the_head = file(RECEIVE, REGISTER, put_on_control(DAY), ALSO_ABOUT_CHIEF, *ended)
        assert refusal(of_the_head, off) == ACCUSED
        assert lawful(of_the_head, evolve(off, by=DEPUTY))

    def test_a_body_to_which_it_was_sent_does_not_give_it_to_others_once_it_is_complained_of(self):
        sent_on = evolve(RECEIVE, came_from=Reference("appeal", "case 9"))
        given = file(sent_on, REGISTER, assign(DAY))
        assert lawful(given, evolve(EXAMPLE[Assign], executors=("another",)))
        of_the_body = file(sent_on, REGISTER, assign(DAY), ALSO_ABOUT_THE_BODY)
        assert refusal(of_the_body, evolve(EXAMPLE[Assign], executors=("another",))) == ACCUSED


class TestWhoIsCharged:
    """24(3), INFERRED: where somebody is charged only they work on it."""

    @pytest.mark.parametrize("act", [ReturnEnclosures, BringIn, TakeMeasures, AskAppellant])
    def test_nobody_else_does(self, act: type[AppealAction]):
        appeal = file(RECEIVE, REGISTER, TO_UNIT)
        assert lawful(appeal, evolve(EXAMPLE[act], by=OF_UNIT))
        assert refusal(appeal, evolve(EXAMPLE[act], by=Actor("another", EXECUTOR))) == CHARGED

    @pytest.mark.parametrize("act", [ReturnEnclosures, TakeMeasures], ids=lambda one: one.__name__)
    def test_where_nobody_is_the_desk_does(self, act: type[AppealAction]):
        appeal = file(RECEIVE, REGISTER)
        assert lawful(appeal, evolve(EXAMPLE[act], by=DEPUTY))
        assert refusal(appeal, evolve(EXAMPLE[act], by=OF_UNIT)) == CHARGED
        by_an_official_of_the_unit = evolve(EXAMPLE[act], by=Actor("officer 8", AUTHORISED, "unit 3"))
        assert refusal(file(RECEIVE, REGISTER, TO_UNIT), by_an_official_of_the_unit) == CHARGED


class TestOnesOwnAppeal:
    """32(1), INFERRED: one acts in the own appeal; of one that named nobody also whoever now gives their name."""

    ASKED = file(RECEIVE, REGISTER, TO_UNIT, evolve(ASK_HER, by=OF_UNIT))
    OF_NOBODY = file(evolve(RECEIVE, appellants=()))
    HERS = file(RECEIVE)

    @pytest.mark.parametrize(
        ("appeal", "act"), [(HERS, Complete), (HERS, AskProgress), (ASKED, AnswerRequest)], ids=["", "", ""]
    )
    def test_nobody_else_does(self, appeal: Appeal, act: type[AppealAction]):
        assert lawful(appeal, EXAMPLE[act])
        assert refusal(appeal, evolve(EXAMPLE[act], by=A_STRANGER)) == OWN

    @pytest.mark.parametrize("act", [Complete, AskProgress, AnswerRequest], ids=lambda one: one.__name__)
    def test_a_representative_with_authority_does(self, act: type[AppealAction]):
        through_her_son = evolve(RECEIVE, representative=SON, authority="digest 5")
        appeal = file(through_her_son, REGISTER, TO_UNIT, evolve(ASK_HER, by=OF_UNIT))
        assert lawful(appeal, evolve(EXAMPLE[act], by=FOR_HER))

    def test_who_gives_their_name_completes_it(self):
        named = evolve(EXAMPLE[Complete], by=A_STRANGER, appellants=(Person("p9"),))
        assert lawful(self.OF_NOBODY, named)
        assert refusal(self.HERS, named) == OWN
        assert refusal(self.OF_NOBODY, evolve(named, appellants=(NODIRA,))) == OWN
        assert refusal(self.OF_NOBODY, AddMaterials(at=DAY, by=A_STRANGER)) == OWN

    def test_who_withdrew_is_no_longer_one_of_them(self):
        both = file(evolve(RECEIVE, appellants=(NODIRA, Person("p2"))), REGISTER)
        assert lawful(both, AskProgress(at=DAY, by=CITIZEN))
        assert refusal(APPEAL.apply(both, withdraw(DAY)), AskProgress(at=DAY, by=CITIZEN)) == OWN


class TestACopyOfNobody:
    """3: a copy is of the same persons; of an appeal that names nobody nothing is a copy."""

    def test_joins_nothing(self):
        of_nobody = file(evolve(RECEIVE, appellants=()), REGISTER)
        assert lawful(file(RECEIVE, REGISTER), JOIN)
        assert refusal(of_nobody, evolve(JOIN, appellants=())) == (ORQ445(3),)


class TestWhatOneOfSeveralLacks:
    """6(1), 6(2), 29(1): each kind of appellant is named in its own way, and it is enough that one of them is not."""

    @pytest.mark.parametrize("requirement", [Requirement.NAME_AND_RESIDENCE, Requirement.NAME_AND_LOCATION])
    def test_the_file_bears_it_out_of_either(self, requirement: Requirement):
        nameless = file(evolve(RECEIVE, appellants=(NODIRA, FIRM), named=False), REGISTER)
        assert lawful(nameless, leave(DAY, LeavingGround.OTHER_REQUIREMENT, requirement=requirement))

    def test_and_of_none_that_is_not_there(self):
        hers = file(evolve(RECEIVE, named=False), REGISTER)
        of_a_firm = leave(DAY, LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.NAME_AND_LOCATION)
        assert not lawful(hers, of_a_firm)
