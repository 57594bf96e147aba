"""Press services: worked cases 48 to 54 and 88 of the specification, and their neighbours."""

from fractions import Fraction

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press import lives_briefings as br, lives_monitoring as mo, lives_releases as rl, lives_requests as rq
from press.lives_press_services import (
    A_BRIEFING,
    ABOLISH,
    ACTORS,
    ADVISE,
    ANOTHER_BRIEFING,
    ANOTHER_PRESS_HEAD,
    ASK_HELP,
    BODY,
    ESTABLISH,
    IN_ORDER,
    NOTE,
    NOTE_CONFERENCE,
    PUNISH,
    PUT_RIGHT,
    REORGANISE,
    THIS_BODY_AND_ANOTHER,
    VISIT,
    noted,
    on,
)

from prcomm import Basis, Due, NotInForce, Reason, ReasonKind, Reference, Reform, Refused, Status, Verdict
from prcomm.core.sources.citations import Cites
from prcomm.law import UZ, office
from prcomm.law.house import HOUSE
from prcomm.law.openness import DAYS_TO_ANSWER_THE_MEDIA
from prcomm.law.press_acts import (
    A_MONTH_OF_BRIEFINGS,
    BRIEFING_MONTH,
    CHARTER,
    CM125,
    CM882,
    HELP_IS_NO_PUNISHMENT,
    BriefingMonth,
)
from prcomm.law.roles import PRESS_HEAD
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.briefings import ANNUAL, BRIEFING, ROUTINE, Briefing, BriefingAction
from prcomm.press.monitoring import MONITORING, FoundItem
from prcomm.press.press_services import (
    EDUCATIONAL,
    JOINT_EDITORIAL_OFFICE,
    MAIN_DEPARTMENT,
    PRESS_SERVICE,
    SECTORAL,
    TERRITORIAL,
    NoteBriefing,
    NoteConference,
    PressService,
    Ratio,
    Review,
    ServiceAction,
    ServiceState,
    UnitKind,
    coordinator,
    review,
    unit_name,
)
from prcomm.press.releases import RELEASE, Release, ReleaseAction
from prcomm.press.requests import MEDIA, REQUEST, USER, Request, RequestAction
from prcomm.press.roles import CENTRAL

S = ServiceState
SET_UP, BRIEFINGS = CM882("press service of the ministry"), CM125("monthly briefings")
HELP = CM882("help to territorial press services")
ROLLING = Reform(BRIEFING_MONTH, BriefingMonth.ROLLING)
HELPED = (JOINT_EDITORIAL_OFFICE, TERRITORIAL, SECTORAL, EDUCATIONAL)
NOT_IN_TOUCH = (JOINT_EDITORIAL_OFFICE, SECTORAL, EDUCATIONAL)
LAST_OF_MARCH, SIXTH_OF_JULY, SECOND_OF_NOVEMBER = on(3, 31), on(7, 6), on(11, 2)


def file(*actions: ServiceAction, kind: UnitKind = TERRITORIAL) -> PressService:
    return PRESS_SERVICE.replay((evolve(ESTABLISH, kind=kind), *actions))


def then(one: PressService, *actions: ServiceAction) -> PressService:
    for action in actions:
        one = PRESS_SERVICE.apply(one, action)
    return one


def verdict(one: PressService | None, action: ServiceAction) -> Verdict:
    """What is said of an action; of a beginning without a file."""
    if one is not None:
        return PRESS_SERVICE.explain(one, action)
    with pytest.raises(Refused) as told:
        PRESS_SERVICE.begin(action)
    return told.value.verdict


def against(one: PressService | None, action: ServiceAction) -> Reason:
    (reason,) = verdict(one, action).reasons
    return reason


def refused(one: PressService | None, action: ServiceAction, sentence: str) -> tuple[bool, Cites]:
    """By which condition alone it is refused: whether that is law, and on what it rests."""
    reason = against(one, action)
    assert reason.kind is ReasonKind.GUARD
    assert sentence in reason.text
    assert str(verdict(one, action)).startswith("not by law:") is not reason.is_law
    return reason.is_law, reason.cites


def has_no_place(one: PressService | None, action: ServiceAction) -> bool:
    return ReasonKind.STATE in {reason.kind for reason in verdict(one, action).reasons}


def months(one: PressService, when: DateTime) -> dict[str, Status]:
    """How each month stands."""
    return {str(due.key): due.status(when) for due in PRESS_SERVICE.due(one, when) if due.name == "briefing_each_month"}


def within_a_month(one: PressService, when: DateTime, *reforms: Reform) -> list[tuple[Date, Date, Status]]:
    """From when and until when a briefing was owed within a month of the last, and how it stands."""
    of = PRESS_SERVICE.under(*reforms) if reforms else PRESS_SERVICE
    dues = (due for due in of.due(one, when) if due.name == "briefing_within_a_month")
    return [(due.start, due.last, due.status(when)) for due in dues]


def due(one: PressService, name: str, when: DateTime) -> Due:
    (found,) = (due for due in PRESS_SERVICE.due(one, when) if due.name == name)
    return found


def held_on(month: int, day: int, at: DateTime | None = None, *, year: int = 2026) -> NoteBriefing:
    return noted(Date(year, month, day), f"{year}-{month}-{day}", at)


OPERATING = file()
SPRING = (held_on(2, 17), held_on(3, 31), held_on(5, 4))


class TestCase48:
    """Territorial, set up on Monday 12 January 2026; briefings of 17.02, 31.03, 04.05, each noted a day later."""

    NOW = on(5, 5, 12)

    def test_each_month(self):
        assert months(file(*SPRING), self.NOW) == {
            "2026-02": Status.MET,
            "2026-03": Status.MET,
            "2026-04": Status.OVERDUE,
            "2026-05": Status.MET,
        }

    def test_their_days(self):
        dues = {due.key: due for due in PRESS_SERVICE.due(file(*SPRING), self.NOW)}
        assert (dues["2026-03"].met, dues["2026-03"].noted) == (Date(2026, 3, 31), Date(2026, 4, 1))
        assert (dues["2026-04"].start, dues["2026-04"].raw) == (Date(2026, 4, 1), Date(2026, 4, 30))
        assert (dues["2026-02"].raw, dues["2026-02"].control, dues["2026-02"].rolled) == (
            Date(2026, 2, 28),  # a Saturday
            Date(2026, 2, 27),
            Date(2026, 3, 2),
        )

    def test_who_owes_it_and_why(self):
        owed = next(due for due in PRESS_SERVICE.due(file(*SPRING), self.NOW) if due.key == "2026-04")
        assert (owed.owed_by, owed.owed_by_cites) == (PRESS_HEAD, (HOUSE(102),))
        assert (owed.under, owed.basis) == ((BRIEFINGS, A_MONTH_OF_BRIEFINGS), Basis.INFERRED)

    def test_before_the_note_nobody_knows(self):
        """On 31 March, the day of the briefing, its month is open still: it is noted on the first of April."""
        one = file(*SPRING[:2])
        assert months(one, on(3, 31, 23))["2026-03"] is Status.RUNNING
        assert months(one, on(4, 1, 12))["2026-03"] is Status.MET

    def test_the_first_month_is_the_first_whole_one(self):
        assert list(months(PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(2, 1))), on(2, 1))) == ["2026-02"]
        assert months(PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(2, 2))), on(2, 28)) == {}
        assert months(OPERATING, on(1, 31)) == {}
        assert list(months(OPERATING, on(2, 1))) == ["2026-02"]

    def test_two_of_one_month_are_one(self):
        one = file(held_on(2, 10), held_on(2, 17))
        (first,) = (due for due in PRESS_SERVICE.due(one, on(2, 18)))
        assert (first.key, first.met) == ("2026-02", Date(2026, 2, 10))

    def test_of_two_the_first_day_counts_whatever_was_noted_first(self):
        one = file(held_on(2, 17), held_on(2, 10, on(2, 19)))
        (first,) = (due for due in PRESS_SERVICE.due(one, on(2, 19)))
        assert first.met == Date(2026, 2, 10)

    @pytest.mark.parametrize("kind", UnitKind)
    def test_whose_duty_it_is(self, kind):
        owed = months(file(kind=kind), on(2, 2))
        assert owed == ({} if kind in NOT_IN_TOUCH else {"2026-02": Status.RUNNING})


class TestCase49:
    """Read as within a month of the last: a second duty, beside the first."""

    def test_each_counted_from_the_last(self):
        assert within_a_month(file(*SPRING), on(5, 5, 12), ROLLING) == [
            (Date(2026, 1, 12), Date(2026, 2, 12), Status.LATE),
            (Date(2026, 2, 17), Date(2026, 3, 17), Status.LATE),
            (Date(2026, 3, 31), Date(2026, 4, 30), Status.LATE),
            (Date(2026, 5, 4), Date(2026, 6, 4), Status.RUNNING),
        ]

    def test_in_time_in_both(self):
        one = file(held_on(2, 12), held_on(3, 10), held_on(4, 9), held_on(5, 8))
        assert [last for _, last, _ in within_a_month(one, on(5, 9), ROLLING)] == [
            Date(2026, 2, 12),
            Date(2026, 3, 12),
            Date(2026, 4, 10),
            Date(2026, 5, 9),
            Date(2026, 6, 8),
        ]
        assert [status for *_, status in within_a_month(one, on(5, 9), ROLLING)] == [*[Status.MET] * 4, Status.RUNNING]
        assert set(months(one, on(5, 9)).values()) == {Status.MET}

    def test_a_day_late_in_the_one_is_in_time_in_the_other(self):
        one = file(held_on(2, 13))
        assert within_a_month(one, on(2, 14), ROLLING)[0][2] is Status.LATE
        assert months(one, on(2, 14)) == {"2026-02": Status.MET}

    def test_by_the_reading_in_force_it_is_not_owed(self):
        assert within_a_month(file(*SPRING), on(5, 5, 12)) == []

    def test_an_earlier_one_that_is_entered_later_sets_nothing_back(self):
        one = file(held_on(2, 10), held_on(2, 3, on(2, 12)))
        assert within_a_month(one, on(2, 12), ROLLING)[-1] == (Date(2026, 2, 10), Date(2026, 3, 10), Status.RUNNING)

    def test_a_later_one_sets_no_earlier_one_forward(self):
        one = file(held_on(2, 10), held_on(3, 5))
        assert within_a_month(one, on(3, 6), ROLLING) == [
            (Date(2026, 1, 12), Date(2026, 2, 12), Status.MET),
            (Date(2026, 2, 10), Date(2026, 3, 10), Status.MET),
            (Date(2026, 3, 5), Date(2026, 4, 5), Status.RUNNING),
        ]

    def test_two_notes_of_one_instant(self):
        one = file(held_on(2, 10, on(2, 12)), held_on(2, 3, on(2, 12)))
        assert within_a_month(one, on(2, 12), ROLLING)[-1][:2] == (Date(2026, 2, 10), Date(2026, 3, 10))

    def test_a_conference_counts_too(self):
        conference = evolve(NOTE_CONFERENCE, at=on(2, 11), held_on=Date(2026, 2, 10))
        one = file(conference)
        assert [last for _, last, _ in within_a_month(one, on(2, 11), ROLLING)] == [
            Date(2026, 2, 12),
            Date(2026, 3, 10),
        ]

    @pytest.mark.parametrize("kind", UnitKind)
    def test_whose_duty_it_is(self, kind):
        owed = within_a_month(file(kind=kind), on(2, 2), ROLLING)
        expected = [(Date(2026, 1, 12), Date(2026, 2, 12), Status.RUNNING)]
        assert owed == ([] if kind in NOT_IN_TOUCH else expected)

    def test_who_owes_it_and_why(self):
        (owed,) = (
            one
            for one in PRESS_SERVICE.under(ROLLING).due(OPERATING, on(2, 2))
            if one.name == "briefing_within_a_month"
        )
        assert (owed.owed_by, owed.owed_by_cites) == (PRESS_HEAD, (HOUSE(102),))
        assert owed.under == (BRIEFINGS, A_MONTH_OF_BRIEFINGS)

    def test_counted_from_the_first_day_of_the_duty(self):
        """Set up before 15 February 2018."""
        early = PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(10, 30, year=2017)))
        assert within_a_month(early, on(3, 1, year=2018), ROLLING) == [
            (Date(2018, 2, 15), Date(2018, 3, 15), Status.RUNNING)
        ]

    def test_from_then_on_from_its_own(self):
        one = PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(2, 16, year=2018)))
        assert within_a_month(one, on(3, 1, year=2018), ROLLING) == [
            (Date(2018, 2, 16), Date(2018, 3, 16), Status.RUNNING)
        ]


class TestCase50:
    """Abolished on Monday 15 June 2026: its clocks end with it."""

    ENDED = file(*SPRING, evolve(ABOLISH, at=on(6, 15)))

    @pytest.mark.parametrize("when", [on(6, 15), on(7, 15)])
    def test_june_is_not_owed_and_april_stays(self, when):
        stands = months(self.ENDED, when)
        assert stands["2026-04"] is Status.OVERDUE
        assert stands["2026-06"] is Status.LIFTED
        assert list(stands)[-1] == "2026-06"

    def test_within_a_month_neither(self):
        assert within_a_month(self.ENDED, on(7, 15), ROLLING)[-1] == (Date(2026, 5, 4), Date(2026, 6, 4), Status.LATE)
        in_time = file(*SPRING, evolve(ABOLISH, at=on(6, 4)))
        assert within_a_month(in_time, on(7, 15), ROLLING)[-1] == (Date(2026, 5, 4), Date(2026, 6, 4), Status.LIFTED)

    def test_help_and_remedy_end_too(self):
        asked = file(ASK_HELP, evolve(ABOLISH, at=on(1, 20)))
        assert due(asked, "help", on(1, 21)).status(on(1, 21)) is Status.LIFTED
        advised = file(VISIT, ADVISE, evolve(ABOLISH, at=on(1, 20)))
        assert due(advised, "remedy", on(1, 21)).status(on(1, 21)) is Status.LIFTED

    def test_nothing_is_done_about_it_any_more(self):
        actions = (REORGANISE, ABOLISH, ASK_HELP, VISIT, ADVISE, IN_ORDER, PUT_RIGHT, PUNISH, NOTE, NOTE_CONFERENCE)
        for action in actions:
            assert has_no_place(self.ENDED, evolve(action, at=on(6, 16)))

    @pytest.mark.parametrize("state", ["operating", "under review", "advised"])
    def test_it_is_abolished_and_reorganised_by_an_act(self, state):
        one = file(*{"operating": (), "under review": (VISIT,), "advised": (VISIT, ADVISE)}[state])
        for action in (ABOLISH, REORGANISE):
            assert refused(one, evolve(action, act=""), "it rests on an act") == (True, (SET_UP,))
            assert against(one, evolve(action, act="")).remedy == "give it"
        assert then(one, ABOLISH).state is S.ABOLISHED
        assert then(one, REORGANISE).state is one.state


class TestItIsSetUp:
    """By an act; the head of the central department is the minister's press secretary."""

    def test_without_an_act(self):
        action = evolve(ESTABLISH, act="")
        assert refused(None, action, "it rests on an act") == (True, (SET_UP,))
        assert against(None, action).remedy == "give it"

    def test_the_main_department(self):
        action = evolve(ESTABLISH, kind=MAIN_DEPARTMENT, secretary_of_minister=False)
        sentence = "the head of the central department is the minister's press secretary"
        assert refused(None, action, sentence) == (True, (CM882("head"),))

    @pytest.mark.parametrize("kind", HELPED)
    def test_any_other(self, kind):
        one = PRESS_SERVICE.begin(evolve(ESTABLISH, kind=kind, secretary_of_minister=False))
        assert (one.state, one.kind, one.id, one.office) == (S.OPERATING, kind, "1", BODY)
        assert (one.reference, one.refers_to) == (Reference("press_service", "1"), ())

    def test_since_the_resolution(self):
        assert PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(10, 30, year=2017))).state is S.OPERATING
        assert has_no_place(None, evolve(ESTABLISH, at=on(10, 29, year=2017)))

    def test_what_it_rests_on(self):
        assert OPERATING.history[0].cites == (SET_UP, CHARTER("system"), CM882("head"))
        assert OPERATING.history[0].basis is Basis.REPORTED

    def test_the_first_month_ever_is_march_2018(self):
        early = PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(10, 30, year=2017)))
        assert list(months(early, on(3, 1, year=2018))) == ["2018-03"]
        assert months(early, on(2, 28, year=2018)) == {}

    def test_nothing_is_noted_before_the_duty(self):
        early = PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(10, 30, year=2017)))
        for day, place in ((14, False), (15, True)):
            for action in (NOTE, NOTE_CONFERENCE):
                note = evolve(action, at=on(2, day, year=2018), held_on=Date(2018, 2, 14))
                assert has_no_place(early, note) is not place


def briefing(held: DateTime | None, *, kind=ROUTINE, id: str = "b1", together=frozenset(), body=BODY) -> Briefing:
    """The file of a briefing, held at an instant or announced only."""
    when = on(12, 1) if held is None else held
    before = when.subtract(days=3)
    steps: tuple[BriefingAction, ...] = (
        evolve(br.PLAN, at=before, case=id, on=when, kind=kind, office=body, together=together),
        evolve(br.ANNOUNCE, at=before, cut_off=None),
    )
    if held is not None:
        steps = (*steps, evolve(br.HOLD, at=held, speaker=evolve(br.CHARGED, office=body.id)))
    return BRIEFING.replay(steps)


class TestCase51:
    """A conference on the yearly report meets the month in which it was held."""

    def note(self, kind, held: DateTime = LAST_OF_MARCH) -> NoteConference:
        return NoteConference.of(briefing(held, kind=kind), at=on(4, 2), by=ACTORS["PRESS_OFFICER"])

    def test_on_the_report(self):
        note = self.note(ANNUAL)
        assert (note.annual, note.held, note.held_on, note.offices) == (True, True, Date(2026, 3, 31), {BODY.id})
        assert (note.briefing, note.at, note.by) == (A_BRIEFING, on(4, 2), ACTORS["PRESS_OFFICER"])
        one = file(note)
        assert months(one, on(4, 2))["2026-03"] is Status.MET
        assert one.refers_to == (A_BRIEFING,)

    def test_a_routine_one_is_none(self):
        note = self.note(ROUTINE)
        assert not note.annual
        assert refused(OPERATING, note, "the conference was on the yearly report") == (True, (BRIEFINGS,))
        assert against(OPERATING, note).basis is Basis.REPORTED

    def test_one_that_was_not_held(self):
        note = NoteConference.of(briefing(None, kind=ANNUAL), at=on(12, 2), by=ACTORS["PRESS_OFFICER"])
        assert (note.held, note.held_on) == (False, Date(2026, 12, 1))
        assert refused(OPERATING, note, "the briefing was held") == (True, (BRIEFINGS,))

    @pytest.mark.parametrize("change", ["held_on", "offices", "before", "twice"])
    def test_all_that_is_asked_of_a_briefing_is_asked_of_it(self, change):
        changes = {
            "held_on": ({"held_on": Date(2026, 2, 18)}, "it was held by now"),
            "offices": ({"offices": frozenset({"b9"})}, "this body held it, alone or with others"),
            "before": ({"held_on": Date(2026, 1, 11)}, "it was held since the service stands"),
            "twice": ({}, "a briefing is noted once"),
        }
        fields, sentence = changes[change]
        one = file(evolve(NOTE, at=on(2, 17, 9))) if change == "twice" else OPERATING
        assert refused(one, evolve(NOTE_CONFERENCE, **fields), sentence)[0] is (change == "offices")


class TestCase52:
    """The Main Department helps: it visits, advises, and the press service puts right."""

    def test_by_another_press_service(self):
        reason = against(OPERATING, evolve(VISIT, by=ANOTHER_PRESS_HEAD))
        assert (reason.kind, reason.cites) == (ReasonKind.ROLE, (CHARTER("standing"),))

    def test_of_the_main_department(self):
        main = file(kind=MAIN_DEPARTMENT)
        assert has_no_place(main, VISIT)
        assert has_no_place(main, ASK_HELP)

    @pytest.mark.parametrize("kind", HELPED)
    def test_of_any_other(self, kind):
        one = file(ASK_HELP, VISIT, ADVISE, PUT_RIGHT, kind=kind)
        assert one.state is S.OPERATING
        assert [record.state for record in one.history[1:]] == [S.OPERATING, S.UNDER_REVIEW, S.ADVISED, S.OPERATING]

    @pytest.mark.parametrize("state", [S.UNDER_REVIEW, S.ADVISED])
    def test_nobody_is_punished_for_it(self, state):
        one = file(VISIT) if state is S.UNDER_REVIEW else file(VISIT, ADVISE)
        reason = against(one, PUNISH)
        assert (reason.kind, reason.cites) == (ReasonKind.NEVER, (HELP_IS_NO_PUNISHMENT,))
        assert reason.basis is Basis.INFERRED
        assert "a review helps; what calls for punishment is another procedure" in reason.text

    def test_outside_a_review_there_is_no_such_thing(self):
        assert has_no_place(OPERATING, PUNISH)
        assert against(OPERATING, PUNISH).kind is ReasonKind.STATE

    def test_advised_with_nothing(self):
        one, action = file(VISIT), evolve(ADVISE, recommendations=frozenset())
        assert refused(one, action, "something is advised") == (False, (HOUSE(128),))
        assert against(one, action).remedy.startswith("give it; lifted by")
        assert then(one, IN_ORDER).state is S.OPERATING

    def test_help_is_owed_promptly(self):
        one = file(evolve(ASK_HELP, at=on(1, 15)))
        owed = due(one, "help", on(6, 1))
        assert (owed.start, owed.raw, owed.status(on(6, 1))) == (Date(2026, 1, 15), None, Status.PROMPTLY)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (CENTRAL, (CHARTER("standing"),), (HELP,))

    def test_and_met_by_the_visit(self):
        one = file(ASK_HELP, evolve(VISIT, at=on(1, 20)))
        assert due(one, "help", on(1, 20)).status(on(1, 20)) is Status.MET

    def test_an_unasked_visit_owes_nothing_and_meets_nothing(self):
        one = file(VISIT)
        assert not [owed for owed in PRESS_SERVICE.due(one, on(1, 20)) if owed.name in ("help", "remedy")]

    def test_what_was_advised_is_put_right_promptly(self):
        one = file(VISIT, evolve(ADVISE, at=on(1, 20)))
        owed = due(one, "remedy", on(6, 1))
        assert (owed.start, owed.raw, owed.status(on(6, 1))) == (Date(2026, 1, 20), None, Status.PROMPTLY)
        assert (owed.owed_by, owed.owed_by_cites, owed.under) == (PRESS_HEAD, (HOUSE(102),), (HOUSE(128),))
        done = then(one, evolve(PUT_RIGHT, at=on(2, 1)))
        assert due(done, "remedy", on(2, 1)).status(on(2, 1)) is Status.MET

    def test_one_thing_after_another(self):
        for one, actions in (
            (OPERATING, (ADVISE, IN_ORDER, PUT_RIGHT)),
            (file(VISIT), (ASK_HELP, VISIT, PUT_RIGHT)),
            (file(VISIT, ADVISE), (ASK_HELP, VISIT, ADVISE, IN_ORDER)),
        ):
            for action in actions:
                assert has_no_place(one, action)

    def test_what_it_rests_on(self):
        one = file(ASK_HELP, VISIT)
        assert [record.cites for record in one.history[1:]] == [(HELP, SOURCE_ARTICLE(43))] * 2
        assert one.history[1].basis is Basis.REPORTED


class TestCase53:
    """Who coordinates from outside, and what the central unit is called, on a day."""

    def test_before_anybody(self):
        with pytest.raises(NotInForce):
            coordinator(UZ, Date(2019, 2, 1))

    @pytest.mark.parametrize(
        ("day", "who"),
        [
            (Date(2019, 2, 2), "Agency of Information and Mass Communications"),
            (Date(2025, 7, 13), "Agency of Information and Mass Communications"),
            (Date(2025, 7, 14), "Inspectorate (Uzkomnazorat)"),
        ],
    )
    def test_who(self, day, who):
        assert coordinator(UZ, day) == who

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (Date(2017, 11, 1), "department"),
            (Date(2024, 6, 1), None),
            (Date(2026, 11, 22), "main department"),
        ],
    )
    def test_the_name(self, day, name):
        assert unit_name(UZ, day) == name


class TestCase88:
    """The note has its own instant, and the day of the event decides."""

    OCTOBER = evolve(ESTABLISH, at=on(10, 1))
    HELP = evolve(ASK_HELP, at=on(10, 30, 16))
    HELD = briefing(on(10, 30, 11))

    def file(self, *actions: ServiceAction) -> PressService:
        return PRESS_SERVICE.replay((self.OCTOBER, self.HELP, *actions))

    def note(self, held: Briefing, at: DateTime = SECOND_OF_NOVEMBER) -> NoteBriefing:
        return NoteBriefing.of(held, at=at, by=ACTORS["PRESS_HEAD"])

    def test_noted_on_the_next_working_day(self):
        one = self.file(self.note(self.HELD))
        assert months(one, on(11, 2)) == {"2026-10": Status.MET, "2026-11": Status.RUNNING}
        assert months(one, on(10, 31))["2026-10"] is not Status.MET

    def test_what_stands_in_it(self):
        note = self.note(self.HELD)
        assert note == NoteBriefing(
            at=on(11, 2), by=ACTORS["PRESS_HEAD"], briefing=A_BRIEFING, held=True, held_on=Date(2026, 10, 30),
            offices=frozenset({BODY.id}),
        )  # fmt: skip

    def test_the_day_is_the_offices(self):
        """Half past eight in the evening of the 29th by Greenwich is the 30th in Tashkent."""
        note = self.note(briefing(datetime(2026, 10, 29, 20, 30, tz="UTC")))
        assert note.held_on == Date(2026, 10, 30)

    def test_tomorrow(self):
        note = evolve(self.note(self.HELD), held_on=Date(2026, 11, 3))
        assert refused(self.file(), note, "it was held by now") == (False, (HOUSE(136),))
        assert then(self.file(), evolve(note, held_on=Date(2026, 11, 2))).noted == (A_BRIEFING,)

    def test_by_the_offices_day(self):
        """At half past eight in the evening of the second by Greenwich the third has come in Tashkent."""
        note = evolve(self.note(self.HELD), at=datetime(2026, 11, 2, 20, 30, tz="UTC"), held_on=Date(2026, 11, 3))
        assert then(self.file(), note).noted == (A_BRIEFING,)

    def test_of_another_body(self):
        note = self.note(briefing(on(10, 30, 11), body=office("another body")))
        assert note.offices == {"another body"}
        assert refused(self.file(), note, "this body held it, alone or with others") == (True, (BRIEFINGS,))
        assert against(self.file(), note).basis is Basis.REPORTED

    def test_together_with_it_in_both_files(self):
        note = self.note(briefing(on(10, 30, 11), together=frozenset({"another body"})))
        assert note.offices == THIS_BODY_AND_ANOTHER
        there = PRESS_SERVICE.begin(evolve(self.OCTOBER, office=office("another body")))
        for one in (self.file(), there):
            assert months(then(one, note), on(11, 2))["2026-10"] is Status.MET

    def test_one_that_was_not_held(self):
        assert refused(self.file(), evolve(NOTE, at=on(11, 2), held_on=Date(2026, 10, 30), held=False), "was held") == (
            True,
            (BRIEFINGS,),
        )

    def test_one_of_before_the_service_stood(self):
        note = evolve(NOTE, at=on(10, 30, 17), held_on=Date(2026, 9, 30))
        assert refused(self.file(), note, "it was held since the service stands") == (False, (HOUSE(136),))
        assert then(self.file(), evolve(note, held_on=Date(2026, 10, 1))).noted == (A_BRIEFING,)

    def test_it_stands_since_the_offices_day(self):
        """Set up on the last of September by Greenwich, which is the first of October in Tashkent."""
        early = PRESS_SERVICE.begin(evolve(ESTABLISH, at=datetime(2026, 9, 30, 20, tz="UTC")))
        note = evolve(NOTE, at=on(10, 2), held_on=Date(2026, 9, 30))
        assert refused(early, note, "it was held since the service stands") == (False, (HOUSE(136),))

    @pytest.mark.parametrize("again", [NOTE, NOTE_CONFERENCE], ids=["as a briefing", "as a conference"])
    def test_twice(self, again):
        one = then(OPERATING, NOTE)
        assert refused(one, again, "a briefing is noted once") == (False, (HOUSE(136),))
        assert then(one, evolve(again, briefing=ANOTHER_BRIEFING)).noted == (A_BRIEFING, ANOTHER_BRIEFING)

    def test_it_is_noted_in_a_review_too(self):
        for state in ((VISIT,), (VISIT, ADVISE)):
            one = file(*state, NOTE)
            assert (one.state, one.noted) == (file(*state).state, (A_BRIEFING,))


class TestWho:
    """By whose hand."""

    def who(self, one: PressService | None, action: ServiceAction) -> tuple[set[str], Cites]:
        """Who may, by name, and what refuses the others."""
        may, cites = set(), ()
        for name, actor in ACTORS.items():
            try:
                PRESS_SERVICE.begin(evolve(action, by=actor)) if one is None else then(one, evolve(action, by=actor))
                may.add(name)
            except Refused as told:
                (reason,) = told.verdict.reasons
                assert reason.kind is ReasonKind.ROLE
                cites = reason.cites
        return may, cites

    def test_the_head_sets_it_up_changes_and_ends_it(self):
        assert self.who(None, ESTABLISH) == ({"HEAD"}, (SET_UP, CHARTER("system")))
        for action in (REORGANISE, ABOLISH):
            assert self.who(OPERATING, action) == ({"HEAD"}, (SET_UP,))

    def test_its_own_head_asks_and_puts_right(self):
        for one, action in ((OPERATING, ASK_HELP), (file(VISIT, ADVISE), PUT_RIGHT)):
            assert self.who(one, action) == ({"PRESS_HEAD"}, (HOUSE(102),))

    def test_the_main_department_reviews(self):
        for one, action in ((OPERATING, VISIT), (file(VISIT), ADVISE), (file(VISIT), IN_ORDER)):
            assert self.who(one, action) == ({"CENTRAL"}, (CHARTER("standing"),))

    def test_the_press_service_notes(self):
        for action in (NOTE, NOTE_CONFERENCE):
            assert self.who(OPERATING, action) == ({"PRESS_OFFICER", "PRESS_HEAD"}, (HOUSE(136),))


class TestCase54:
    """What a review of the third quarter of 2026 tells."""

    FIRST, LAST, AT = Date(2026, 7, 1), Date(2026, 9, 30), on(10, 5)
    NOTHING = Ratio(0, 0)

    def briefings(self) -> list[Briefing]:
        days = ((7, 7), (7, 21), (8, 18))
        return [briefing(on(month, day, 11), id=f"b{n}") for n, (month, day) in enumerate(days)]

    def service(self, briefings: list[Briefing]) -> PressService:
        notes = (NoteBriefing.of(one, at=one.on.add(days=1), by=ACTORS["PRESS_OFFICER"]) for one in briefings)
        return PRESS_SERVICE.replay((evolve(ESTABLISH, at=on(7, 1)), *notes))

    def request(self, id: str, *actions: RequestAction, kind=MEDIA, body=BODY, month: int = 7) -> Request:
        """Registered on the sixth of a month: of the media it is answered by the thirteenth."""
        received = evolve(rq.RECEIVE, at=on(month, 6), case=id, kind=kind, office=body)
        return REQUEST.replay((received, evolve(rq.REGISTER, at=on(month, 6)), *actions))

    def requests(self) -> list[Request]:
        answer = evolve(rq.ANSWER, at=on(7, 13))
        return [
            self.request("r1", answer),
            self.request("r2", evolve(rq.IN_PART, at=on(7, 10))),
            self.request("r3", evolve(rq.REFUSE, at=on(7, 7))),
            self.request("r4", evolve(rq.ANSWER, at=on(7, 14))),
            self.request("r5"),
            self.request("r6", answer, kind=USER),
            self.request("r7", evolve(answer, at=on(7, 20)), kind=USER),
        ]

    def found(self, id: str, *actions, on_day: DateTime = SIXTH_OF_JULY, body=BODY) -> FoundItem:
        steps = (evolve(mo.FIND, at=on_day, case=id, office=body), *actions)
        return MONITORING.replay(steps)

    def all_found(self) -> list[FoundItem]:
        verdicts = (mo.CONFIRM, mo.DISPROVE, mo.LEAVE_OPEN)
        judged = [self.found(f"f{n}", evolve(verdicts[n % 3], at=on(9, 30), why="")) for n in range(10)]
        return [*judged, self.found("f10"), self.found("f11", evolve(mo.CONFIRM, at=on(10, 1), why=""))]

    def release(self, id: str, *actions: ReleaseAction, on_day: DateTime = SIXTH_OF_JULY, body=BODY) -> Release:
        steps = (rl.DRAFT, rl.SUBMIT, rl.APPROVE, rl.PUBLISH)
        first, *others = (evolve(step, at=on_day) for step in steps)
        return RELEASE.replay((evolve(first, case=id, office=body), *others, *actions))

    def corrected(self, month: int, day: int) -> tuple[ReleaseAction, ...]:
        return (evolve(rl.DRAFT_CORRECTION, at=on(month, day)), evolve(rl.CORRECT, at=on(month, day)))

    def releases(self) -> list[Release]:
        return [*(self.release(f"t{n}") for n in range(5)), self.release("t5", *self.corrected(8, 3))]

    def review(self, *, briefings=(), requests=(), found=(), releases=(), noted=(), at: DateTime = AT) -> Review:
        service = self.service(list(noted))
        return review(service, briefings, requests, found, releases, self.FIRST, self.LAST, at)

    def test_the_worked_quarter(self):
        held = self.briefings()
        found = self.review(
            briefings=held, requests=self.requests(), found=self.all_found(), releases=self.releases(), noted=held
        )
        assert found == Review(
            months_met=Ratio(2, 3),
            media_in_time=Ratio(3, 4),
            judged=Ratio(10, 12),
            corrected=Ratio(1, 6),
            announced=Ratio(3, 3),
        )
        assert [found.months_met.share, found.judged.share] == [Fraction(2, 3), Fraction(5, 6)]
        assert str(found.media_in_time) == "3 of 4"

    def test_of_nothing_there_is_no_share(self):
        found = self.review()
        assert found.months_met == Ratio(0, 3)
        assert found.months_met.share == 0
        assert (found.media_in_time, found.judged, found.corrected, found.announced) == (self.NOTHING,) * 4
        assert found.judged.share is None

    def test_what_is_of_another_office_is_left_out(self):
        there = office("another body")
        answered = self.request("r1", evolve(rq.ANSWER, at=on(7, 13)), body=there)
        found = self.review(
            briefings=[briefing(on(7, 7, 11), body=there)],
            requests=[answered],
            found=[self.found("f1", body=there)],
            releases=[self.release("t1", body=there)],
        )
        assert (found.media_in_time, found.judged, found.corrected, found.announced) == (self.NOTHING,) * 4

    @pytest.mark.parametrize(
        ("day", "counts"),
        [(on(6, 30), False), (on(7, 1), True), (on(9, 30, 23), True), (datetime(2026, 9, 30, 20, tz="UTC"), False)],
    )
    def test_what_lies_in_the_days_counts(self, day, counts):
        """The last is the first of October in Tashkent."""
        found = self.review(
            briefings=[briefing(day)], found=[self.found("f1", on_day=day)], releases=[self.release("t1", on_day=day)]
        )
        n = int(counts)
        assert (found.judged, found.corrected, found.announced) == (Ratio(0, n), Ratio(0, n), Ratio(n, n))

    def test_a_request_counts_on_the_day_it_was_decided(self):
        before = self.request("r1", evolve(rq.ANSWER, at=on(6, 30)), month=6)
        after = self.request("r2", evolve(rq.ANSWER, at=on(7, 1)), month=6)
        late = self.request("r3", evolve(rq.ANSWER, at=on(10, 1)), month=9)
        assert self.review(requests=[before]).media_in_time == self.NOTHING
        assert self.review(requests=[after]).media_in_time == Ratio(0, 1)
        assert self.review(requests=[late]).media_in_time == self.NOTHING

    def test_decided_anew_it_counts_once_and_the_first_time(self):
        anew = self.request(
            "r1", evolve(rq.REFUSE, at=on(7, 13)), evolve(rq.COMPLAIN, at=on(7, 14)), evolve(rq.UPHOLD, at=on(7, 20)),
            evolve(rq.ANSWER, at=on(9, 1)),
        )  # fmt: skip
        assert self.review(requests=[anew]).media_in_time == Ratio(1, 1)

    def test_an_interview_counts_as_an_answer(self):
        received = evolve(rq.RECEIVE, at=on(7, 6), kind=MEDIA, office=BODY, interview=True)
        given = evolve(rq.INTERVIEW, at=on(7, 13), speaker=evolve(rq.CHARGED, office=BODY.id))
        one = REQUEST.replay((received, evolve(rq.REGISTER, at=on(7, 6)), given))
        assert self.review(requests=[one]).media_in_time == Ratio(1, 1)

    def test_a_verdict_or_correction_by_the_last_day_counts(self):
        for day, n in (((9, 30), 1), ((10, 1), 0)):
            text = self.release("t1", *self.corrected(*day))
            item = self.found("f1", evolve(mo.CONFIRM, at=on(*day), why=""))
            found = self.review(found=[item], releases=[text])
            assert (found.judged, found.corrected) == (Ratio(n, 1), Ratio(n, 1))

    def test_what_was_done_later_is_not_known(self):
        held = self.briefings()
        found = self.review(briefings=held, noted=held, at=on(7, 21, 10))
        assert found.announced == Ratio(1, 1)
        assert self.review(briefings=held, noted=held, at=on(7, 21, 11)).announced == Ratio(2, 2)

    def test_a_month_that_runs_is_not_missed_yet(self):
        held = self.briefings()
        assert self.review(noted=held, at=on(9, 1)).months_met == Ratio(2, 2)
        assert self.review(noted=held, at=on(7, 7)).months_met == self.NOTHING
        assert self.review(noted=held, at=on(10, 1)).months_met == Ratio(2, 3)

    def test_other_months_are_left_out(self):
        notes = [held_on(6, 9), held_on(10, 1, on(10, 2))]
        service = PRESS_SERVICE.replay((evolve(ESTABLISH, at=on(6, 1)), *notes))
        found = review(service, (), (), (), (), self.FIRST, self.LAST, self.AT)
        assert found.months_met == Ratio(0, 3)

    def test_after_it_was_abolished_none_is_owed(self):
        held = self.briefings()[:1]
        service = then(self.service(held), evolve(ABOLISH, at=on(8, 15)))
        assert review(service, (), (), (), (), self.FIRST, self.LAST, self.AT).months_met == Ratio(1, 1)

    def test_announced_otherwise_than_on_the_site(self):
        """In May 2022, before the decree asked for it."""
        when = on(5, 25, 11, year=2022)
        plan = evolve(br.PLAN, at=on(5, 20, year=2022), on=when)
        for on_site, n in ((True, 1), (False, 0)):
            announce = evolve(br.ANNOUNCE, at=on(5, 20, year=2022), cut_off=None, on_site=on_site)
            one = BRIEFING.replay((plan, announce, evolve(br.HOLD, at=when)))
            service = PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(5, 1, year=2022)))
            days = Date(2022, 5, 1), Date(2022, 5, 31)
            assert review(service, [one], (), (), (), *days, on(6, 1, year=2022)).announced == Ratio(n, 1)

    def test_what_counts_is_how_the_day_it_was_held_was_announced(self):
        first, second = on(5, 20, year=2022), on(5, 21, year=2022)
        when = on(5, 25, 11, year=2022)
        for sites, n in (((True, False), 0), ((False, True), 1)):
            one = BRIEFING.replay((
                evolve(br.PLAN, at=first, on=when),
                evolve(br.ANNOUNCE, at=first, cut_off=None, on_site=sites[0]),
                evolve(br.POSTPONE, at=second),
                evolve(br.RESCHEDULE, at=second, on=when.add(days=1)),
                evolve(br.ANNOUNCE, at=second, cut_off=None, on_site=sites[1]),
                evolve(br.HOLD, at=when.add(days=1)),
            ))  # fmt: skip
            service = PRESS_SERVICE.begin(evolve(ESTABLISH, at=on(5, 1, year=2022)))
            days = Date(2022, 5, 1), Date(2022, 5, 31)
            assert review(service, [one], (), (), (), *days, on(6, 1, year=2022)).announced == Ratio(n, 1)

    def test_one_on_file_without_an_announcement(self):
        """In a register that holds such a thing all the same."""
        held = on(7, 7, 11)
        steps = (evolve(br.PLAN, at=on(7, 1), on=held), evolve(br.HOLD, at=held))
        audit = BRIEFING.audit(steps, on(7, 8))
        assert audit.entity is not None
        assert self.review(briefings=[audit.entity]).announced == Ratio(0, 1)

    def test_under_other_figures(self):
        """Twenty days for an editorial office."""
        longer = REQUEST.under(Reform(DAYS_TO_ANSWER_THE_MEDIA, 20))
        late = self.request("r4", evolve(rq.ANSWER, at=on(7, 14)))
        service = self.service([])
        found = review(service, (), [late], (), (), self.FIRST, self.LAST, self.AT, requests_of=longer)
        assert found.media_in_time == Ratio(1, 1)
        plain = review(service, (), [late], (), (), self.FIRST, self.LAST, self.AT, of=PRESS_SERVICE.under(ROLLING))
        assert (plain.media_in_time, plain.months_met) == (Ratio(0, 1), Ratio(0, 3))
