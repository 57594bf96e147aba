"""The guided tour, rule by rule: worked cases. Where, who and of which kinds stands in the second book."""

from attrs import evolve
from pendulum import Date
from press.payloads_tours import (
    ANNA,
    ANNOUNCE,
    ASK,
    BORIS,
    CLARA,
    ENLIST,
    OPEN,
    PLACE,
    PLAN,
    RETURN,
    SET_OFF,
    SHUT,
    WRITE_UP,
    at,
)

from prcomm import Action, Actor, Basis, Citation, Due, Reform, Status
from prcomm.law import museum
from prcomm.law.museum import MUSEUM
from prcomm.press.tours import (
    BY_NIGHT,
    GUIDE,
    OF_A_SCHOOL,
    TOUR,
    VISITOR,
    AnswerQuestion,
    CallOff,
    PassOn,
    PutOff,
    QuestionState,
    SetNewDay,
    Tour,
    TourState,
    WalkRoute,
)


def toured(*actions: Action) -> Tour:
    return TOUR.replay(actions)


def against(tour: Tour, action: Action) -> list[tuple[Citation, ...]]:
    return [reason.cites for reason in TOUR.explain(tour, action).reasons]


def due(tour: Tour, name: str, on: Date) -> Due:
    (one,) = (due for due in TOUR.due(tour, at(on.month, on.day).set(year=on.year)) if due.name == name)
    return one


ON_LIST = (PLAN, ANNOUNCE, OPEN, ENLIST)
ON_THE_WAY = (*ON_LIST, SET_OFF, ASK)


class TestRule4:
    """How long the list is."""

    def test_the_number_of_places_is_dated(self):
        """Of two places one is left after the first visitor, and none after the second."""
        small = TOUR.under(Reform(museum.PLACES, 2))
        one = small.replay(ON_LIST)
        two = small.apply(one, evolve(ENLIST, by=Actor("t2", VISITOR), visitor="t2"))
        third = evolve(ENLIST, by=Actor("t3", VISITOR), visitor="t3")
        assert two.visitors == ("t1", "t2")
        assert [reason.cites for reason in small.explain(two, third).reasons] == [(MUSEUM(4),)]


class TestRule5:
    """Who sets off."""

    def test_another_guide_does_not(self):
        (reason,) = TOUR.explain(toured(*ON_LIST), evolve(SET_OFF, by=Actor("g2", GUIDE))).reasons
        assert reason.cites == (MUSEUM(5),)
        assert reason.remedy.startswith("the guide whom the plan names does it; lifted by ")


class TestRule7:
    """What is asked on the way."""

    def test_each_question_has_its_own_days(self):
        later = evolve(ASK, at=at(3, 6), question="q2")
        both = [one for one in TOUR.due(toured(*ON_THE_WAY, later), at(3, 6)) if one.name == "answer"]
        assert [(one.key, one.last) for one in both] == [("q1", Date(2026, 3, 10)), ("q2", Date(2026, 3, 11))]

    def test_a_question_is_answered_once(self):
        told = toured(*ON_THE_WAY, AnswerQuestion(at=at(3, 6), by=BORIS, question="q1", answer="digest"))
        assert [one.state for one in told.questions] == [QuestionState.ANSWERED]
        assert not TOUR.explain(told, PassOn(at=at(3, 6), by=BORIS, question="q1", desk="the library")).accepted

    def test_it_goes_to_the_desk_that_is_named(self):
        passed = toured(*ON_THE_WAY, PassOn(at=at(3, 6), by=BORIS, question="q1", desk="the library"))
        assert [one.desk for one in passed.questions] == ["the library"]

    def test_who_asks_is_not_shown(self):
        assert CLARA.id not in repr(toured(*ON_THE_WAY)) + repr(ASK)


class TestRule8:
    """What is written down."""

    def test_two_working_days_of_a_week_in_march(self):
        """Back on Friday 6 March; 7 to 9 March are off, so Tuesday and Wednesday are counted."""
        back = toured(*ON_LIST, evolve(SET_OFF, at=at(3, 6)), evolve(RETURN, at=at(3, 6)))
        assert due(back, "write_up", Date(2026, 3, 6)).last == Date(2026, 3, 11)


class TestRule9:
    """When the book is shut."""

    def test_what_is_open_keeps_it_open(self):
        written = toured(*ON_THE_WAY, RETURN, WRITE_UP)
        (reason,) = TOUR.explain(written, SHUT).reasons
        assert reason.remedy.startswith("answer it, or pass it on to a desk; lifted by ")
        told = TOUR.apply(written, AnswerQuestion(at=at(3, 6), by=BORIS, question="q1", answer="digest"))
        assert TOUR.apply(told, evolve(SHUT, at=at(3, 6))).state is TourState.SHUT


class TestRule10:
    """What is put off or called off."""

    PUT_OFF = PutOff(at=at(3, 6), by=ANNA, reason="digest")

    def test_after_a_new_day_it_is_announced_anew(self):
        moved = toured(*ON_LIST, self.PUT_OFF, SetNewDay(at=at(3, 6), by=ANNA, meets=at(4, 3, 11)))
        assert (moved.state, moved.meets) == (TourState.PLANNED, at(4, 3, 11))
        assert moved.visitors == ("t1",)

    def test_a_new_day_is_owed_promptly_until_it_is_called_off(self):
        waits = toured(*ON_LIST, self.PUT_OFF)
        assert due(waits, "new_day", Date(2026, 3, 9)).status(at(3, 9)) is Status.PROMPTLY
        off = TOUR.apply(waits, CallOff(at=at(3, 9), by=ANNA, reason="digest"))
        assert TOUR.due(off, at(3, 9), open=True) == ()

    def test_once_it_has_set_off_it_is_never_called_off(self):
        assert against(toured(*ON_THE_WAY), CallOff(at=at(3, 6), by=ANNA, reason="digest")) == [(MUSEUM(10),)]


class TestRule11:
    """The night of museums."""

    def test_a_tour_by_night_has_a_day_of_its_year(self):
        by_night = toured(evolve(PLAN, kind=BY_NIGHT))
        (told,) = TOUR.due(by_night, at(4, 21))
        assert (told.last, told.status(at(4, 20)), told.status(at(4, 21))) == (
            Date(2026, 4, 20),
            Status.RUNNING,
            Status.OVERDUE,
        )


class TestRule12:
    """The ways of schools."""

    def test_it_is_owed_in_the_first_whole_year_and_in_each_after_it(self):
        """Planned in March 2026: by 10 September 2027."""
        planned = toured(evolve(PLAN, kind=OF_A_SCHOOL))
        assert TOUR.due(planned, at(12, 31)) == ()
        in_2027 = at(9, 11).set(year=2027)
        assert [(one.last, one.status(in_2027)) for one in TOUR.due(planned, in_2027)] == [
            (Date(2027, 9, 10), Status.OVERDUE)
        ]
        walked = TOUR.apply(planned, WalkRoute(at=in_2027.subtract(days=1), by=ANNA))
        assert [one.status(in_2027) for one in TOUR.due(walked, in_2027)] == [Status.MET]


class TestItsTable:
    def test_it_is_no_law(self):
        refused = TOUR.explain(toured(PLAN), evolve(ANNOUNCE, hung=False))
        assert str(refused).startswith("not by law:")
        assert {version.basis for value in museum.VALUES for version in value.versions} == {Basis.PRACTICE}

    def test_the_days_are_those_of_the_museum(self):
        assert toured(PLAN).office is PLACE
