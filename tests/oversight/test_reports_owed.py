"""Who reports to whom: PQ-5050 para 1, the law of 2022 as it was reported, PF-6247 para 2, house rules 30, 31, 39.

Worked cases 46 to 49 and 77 to 80 of the specification have their numbers in the names of their tests. Days counted by
hand: in a week of five days 28 February 2026 is a Saturday, 1 March a Sunday, 1 April a Wednesday; 1 March 2024 is a
Friday, 1 April 2024 and 10 March 2025 are Mondays.
"""

import pytest
from attrs import evolve, frozen
from oversight.lives_reports import ACTORS, ANOTHER_DEPUTY, EXAMPLES, OFFICE, OPEN
from pendulum import Date, DateTime, datetime

from prcomm import Actor, Basis, Due, FindingKind, Kind, Office, Reason, ReasonKind, Record, Reference, State, Status
from prcomm.core.engine.verdicts import Refused
from prcomm.labels import LABELS
from prcomm.law import office
from prcomm.law.house import HOUSE
from prcomm.law.reporting import LAW_2022, PF6247, PQ5050
from prcomm.law.roles import DEPUTY_HEAD, HEAD, HOKIM, SENIOR_INSPECTOR
from prcomm.oversight.reports import (
    BODY,
    DEPUTY,
    POINT,
    REPORTS,
    TERRITORIAL,
    AnnounceDiscussion,
    CloseRecord,
    DeputyReports,
    HearInspector,
    HoldPressConference,
    MeetHokim,
    PublishReport,
    Reported,
    ReportingAction,
    ReportingBody,
    ReportingKind,
    ReportingState,
    ReportToKengash,
    reported,
)

OF_HEADS, OF_DEPUTIES = LAW_2022("reports to the Kengash", 1), LAW_2022("reports to the Kengash", 2)
BY_CLASS = {type(action): action for action in EXAMPLES}


def at(month: int, day: int, hour: int = 10, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, tz=OFFICE.tz)


def opened(kind: ReportingKind, when: DateTime, *actions: ReportingAction) -> ReportingBody:
    """The record of a kind, opened at an instant; and what was done then."""
    return REPORTS.replay((evolve(OPEN, kind=kind, at=when), *actions))


def done(action: type[ReportingAction], when: DateTime, period: str = "", **more: object) -> ReportingAction:
    """The example of an action, at another instant, for another period."""
    return evolve(BY_CLASS[action], at=when, **({"period": period} if period else {}), **more)


def then(body: ReportingBody, *actions: ReportingAction) -> ReportingBody:
    for action in actions:
        body = REPORTS.apply(body, action)
    return body


def against(body: ReportingBody | None, action: ReportingAction) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a record."""
    if body is not None:
        return REPORTS.explain(body, action).reasons
    try:
        REPORTS.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused(body: ReportingBody | None, action: ReportingAction, *cites: object, by_law: bool = True) -> bool:
    """Whether one guard is against it, which rests on these places, and whether it is law."""
    (reason,) = against(body, action)
    return reason.kind is ReasonKind.GUARD and reason.cites == cites and reason.is_law is by_law


def has_no_place(body: ReportingBody | None, action: ReportingAction) -> bool:
    return [reason.kind for reason in against(body, action)] == [ReasonKind.STATE]


def due(body: ReportingBody, name: str, period: str, when: DateTime) -> Due:
    (found,) = (one for one in REPORTS.due(body, when) if (one.name, one.key) == (name, period))
    return found


def status(body: ReportingBody, name: str, period: str, when: DateTime) -> Status:
    return due(body, name, period, when).status(when)


def periods(body: ReportingBody, name: str, when: DateTime) -> list[object]:
    return [one.key for one in REPORTS.due(body, when) if one.name == name]


def days(one: Due) -> tuple[object, ...]:
    return one.raw, one.control, one.rolled, one.last


def findings(body: ReportingBody, when: DateTime) -> list[tuple[FindingKind, str, object]]:
    audit = REPORTS.audit([record.action for record in body.history], when)
    return [(one.kind, one.name, one.due.key) for one in audit.findings if one.due is not None]


class TestPQ5050Para1Part1:
    """Hokims meet the senior inspectors in person every month."""

    def test_46_the_first_month_is_the_first_whole_one(self):
        point = opened(POINT, at(1, 2))
        assert periods(point, "hokim_meeting", at(1, 31)) == []
        assert periods(point, "hokim_meeting", at(3, 2)) == ["2026-02", "2026-03"]

    def test_46_a_meeting_is_of_the_month_in_which_it_is(self):
        """On Monday 2 March it meets March; February is overdue for good."""
        point = opened(POINT, at(1, 2), done(MeetHokim, at(3, 2)))
        missed = due(point, "hokim_meeting", "2026-02", at(3, 2))
        assert days(missed) == (Date(2026, 2, 28), Date(2026, 2, 27), Date(2026, 3, 2), Date(2026, 2, 28))
        for when in (at(3, 2), at(12, 31)):
            assert status(point, "hokim_meeting", "2026-02", when) is Status.OVERDUE
            assert status(point, "hokim_meeting", "2026-03", when) is Status.MET

    def test_the_hokim_owes_it_and_nobody_else_meets(self):
        point = opened(POINT, at(1, 1))
        owed = due(point, "hokim_meeting", "2026-01", at(1, 5))
        assert (owed.owed_by, owed.basis, owed.cites) == (HOKIM, Basis.STATUTE, (PQ5050(1, 1),))
        (reason,) = against(point, done(MeetHokim, at(1, 5), by=ACTORS["HEAD"]))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, True, (PQ5050(1, 1),))

    def test_a_month_that_ends_without_it_is_found_and_by_law(self):
        (one,) = (one for one in REPORTS.audit([evolve(OPEN, kind=POINT, at=at(2, 1))], at(3, 1)).findings)
        assert (one.kind, one.name, one.due and one.due.key) == (FindingKind.OWED, "hokim_meeting", "2026-02")
        assert not one.text.startswith("not by law")


class TestPQ5050Para1Part2:
    """Kengashes hear the senior inspectors every half-year, and set measures."""

    def test_46_the_first_half_year_is_the_first_whole_one(self):
        assert periods(opened(POINT, at(1, 2)), "inspector_report", at(12, 31)) == ["2026-H2"]

    def test_47_opened_on_its_first_day_it_is_the_first_half(self):
        point = opened(POINT, at(1, 1), done(HearInspector, at(6, 30)))
        assert status(point, "inspector_report", "2026-H1", at(7, 1)) is Status.MET

    def test_47_a_period_that_runs_is_no_finding(self):
        point = opened(POINT, at(7, 1))
        assert status(point, "hokim_meeting", "2026-07", at(7, 1)) is Status.RUNNING
        assert findings(point, at(7, 1)) == []

    def test_77_a_hearing_meets_the_half_year_that_it_names(self):
        point = opened(POINT, at(1, 1), done(HearInspector, at(8, 14), "2026-H1"))
        assert due(point, "inspector_report", "2026-H1", at(8, 14)).last == Date(2026, 6, 30)
        assert status(point, "inspector_report", "2026-H1", at(8, 14)) is Status.LATE
        assert status(point, "inspector_report", "2026-H2", at(8, 14)) is Status.RUNNING
        later = then(point, done(HearInspector, at(12, 18), "2026-H2"))
        assert status(later, "inspector_report", "2026-H2", at(12, 18)) is Status.MET
        assert refused(later, done(HearInspector, at(12, 18), "2027-H1"), HOUSE(39), by_law=False)

    def test_of_two_hearings_for_one_the_first_counts(self):
        twice = [done(HearInspector, at(month, 10), "2026-H1") for month in (6, 8)]
        assert status(opened(POINT, at(1, 1), *twice), "inspector_report", "2026-H1", at(9, 1)) is Status.MET

    @pytest.mark.parametrize("lacking", ["report", "measures"])
    def test_the_report_is_heard_and_measures_are_set(self, lacking):
        assert refused(opened(POINT, at(1, 1)), done(HearInspector, at(6, 1), **{lacking: ""}), PQ5050(1, 2))

    def test_who_reports_owes_it_and_the_kengash_hears(self):
        point = opened(POINT, at(1, 1))
        assert due(point, "inspector_report", "2026-H1", at(6, 1)).owed_by == SENIOR_INSPECTOR
        (reason,) = against(point, done(HearInspector, at(6, 1), by=ACTORS["SENIOR_INSPECTOR"]))
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)

    def test_49_not_before_the_resolution(self):
        assert has_no_place(None, evolve(OPEN, kind=POINT, at=at(4, 1, year=2021)))
        assert opened(POINT, at(4, 2, year=2021)).state is ReportingState.KEPT


class TestLawOf2022Part1:
    """Heads of territorial bodies report every quarter."""

    def test_49_the_first_quarter_is_the_first_whole_one(self):
        body = opened(TERRITORIAL, at(1, 5))
        assert periods(body, "head_report", at(4, 1)) == ["2026-Q2"]
        assert due(body, "head_report", "2026-Q2", at(4, 1)).raw == Date(2026, 6, 30)

    def test_78_a_report_meets_the_quarter_that_it_names(self):
        body = opened(TERRITORIAL, at(9, 29, year=2025), done(ReportToKengash, at(4, 20), "2026-Q1"))
        assert due(body, "head_report", "2026-Q1", at(4, 20)).last == Date(2026, 3, 31)
        assert status(body, "head_report", "2026-Q1", at(4, 20)) is Status.LATE
        assert status(body, "head_report", "2026-Q2", at(4, 20)) is Status.RUNNING

    def test_78_what_was_never_reported_stays_overdue(self):
        body = opened(TERRITORIAL, at(9, 29, year=2025))
        assert status(body, "head_report", "2025-Q4", at(12, 31, year=2025)) is not Status.OVERDUE
        heard = then(body, done(ReportToKengash, at(3, 2), "2026-Q1"))
        for when, one in ((at(1, 1), body), (at(3, 2), heard), (at(12, 31), heard)):
            assert status(one, "head_report", "2025-Q4", when) is Status.OVERDUE

    def test_the_head_reports_and_owes_it(self):
        body = opened(TERRITORIAL, at(1, 1))
        owed = due(body, "head_report", "2026-Q1", at(1, 5))
        assert (owed.owed_by, owed.basis) == (HEAD, Basis.REPORTED)
        (reason,) = against(body, done(ReportToKengash, at(3, 2), by=ACTORS["DEPUTY_HEAD"]))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, True, (OF_HEADS,))
        assert refused(body, done(ReportToKengash, at(3, 2), report=""), OF_HEADS)


class TestLawOf2022Part2:
    """Their deputies report every month."""

    def test_49_the_first_month_is_the_first_whole_one(self):
        body = opened(DEPUTY, at(1, 5))
        assert periods(body, "deputy_report", at(2, 1)) == ["2026-02"]

    def test_79_each_deputy_for_themselves(self):
        deputies = [opened(DEPUTY, at(5, 1)), REPORTS.begin(evolve(OPEN, kind=DEPUTY, at=at(5, 1), holder="deputy 2"))]
        assert refused(deputies[1], done(DeputyReports, at(5, 29), "2026-05"), HOUSE(39), by_law=False)
        heard = then(deputies[0], done(DeputyReports, at(5, 29), "2026-05"))
        assert status(heard, "deputy_report", "2026-05", at(6, 1)) is Status.MET
        assert status(deputies[1], "deputy_report", "2026-05", at(6, 1)) is Status.OVERDUE
        assert refused(
            deputies[0], done(DeputyReports, at(5, 29), "2026-05", by=ANOTHER_DEPUTY), HOUSE(39), by_law=False
        )

    def test_the_deputy_reports_and_owes_it(self):
        body = opened(DEPUTY, at(3, 1))
        assert due(body, "deputy_report", "2026-03", at(3, 2)).owed_by == DEPUTY_HEAD
        assert refused(body, done(DeputyReports, at(3, 5), report=""), OF_DEPUTIES)
        (reason,) = against(body, done(DeputyReports, at(3, 5), by=evolve(ACTORS["DEPUTY_HEAD"], role=HEAD)))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, True, (OF_DEPUTIES,))


class TestPF6247Para2Part1:
    """By 1 March the report of activity stands on the official site, without secrets."""

    def test_48_by_the_first_of_march(self):
        body = opened(BODY, at(12, 1, year=2025))
        owed = due(body, "activity_report", "2026", at(1, 1))
        assert days(owed) == (Date(2026, 3, 1), Date(2026, 2, 27), Date(2026, 3, 2), Date(2026, 3, 1))
        for day, wanted in ((1, Status.MET), (2, Status.MET_BY_ANALOGY), (3, Status.LATE)):
            published = then(body, done(PublishReport, at(3, day)))
            assert status(published, "activity_report", "2026", at(4, 1)) is wanted

    def test_not_before_the_decree(self):
        assert has_no_place(None, evolve(OPEN, kind=BODY, at=at(6, 15, year=2021)))
        assert opened(BODY, at(6, 16, year=2021)).state is ReportingState.KEPT

    @pytest.mark.parametrize("kind", [TERRITORIAL, BODY])
    @pytest.mark.parametrize("lacking", ["on_official_site", "secrets_left_out"])
    def test_on_the_site_without_secrets(self, kind, lacking):
        assert refused(opened(kind, at(1, 1)), done(PublishReport, at(2, 2), **{lacking: False}), PF6247(2, 1))

    def test_the_head_owes_it_by_a_house_rule(self):
        owed = due(opened(BODY, at(1, 1)), "activity_report", "2026", at(1, 1))
        assert (owed.owed_by, owed.owed_by_cites, owed.basis) == (HEAD, (HOUSE(30),), Basis.REPORTED)


class TestPF6247Para2Part2:
    """By 10 March place and time of the discussion are announced."""

    def test_48_by_the_tenth_of_march(self):
        body = opened(BODY, at(12, 1, year=2025))
        for day, wanted in ((10, Status.MET), (11, Status.LATE)):
            announced = then(body, done(AnnounceDiscussion, at(3, day)))
            assert status(announced, "discussion_notice", "2026", at(4, 1)) is wanted

    @pytest.mark.parametrize("lacking", ["place", "time"])
    def test_place_and_time_are_given(self, lacking):
        assert refused(opened(BODY, at(1, 1)), done(AnnounceDiscussion, at(3, 2), **{lacking: ""}), PF6247(2, 2))

    def test_80_not_before_the_edition_that_was_read(self):
        body = opened(BODY, at(12, 1, year=2023))
        day = at(4, 18, year=2024)
        owed = {one.name: days(one) for one in REPORTS.due(body, day)}
        assert owed.keys() == {"activity_report", "press_conference"}
        assert owed["activity_report"] == (Date(2024, 3, 1),) * 4
        assert owed["press_conference"] == (Date(2024, 4, 1),) * 4
        assert has_no_place(body, done(AnnounceDiscussion, day, "2024"))
        assert then(body, done(AnnounceDiscussion, at(4, 19, year=2024), "2024")).version == 2
        first = due(body, "discussion_notice", "2025", at(1, 1, year=2025))
        assert first.raw == Date(2025, 3, 10)
        assert periods(body, "discussion_notice", at(12, 31, year=2025)) == ["2025"]


@frozen
class ABriefing:
    """A briefing of the press wing, as far as it is read here."""

    id: str
    office: Office
    kind: Kind
    history: tuple[Record, ...]


class BriefingKind(Kind):
    ROUTINE = 1
    ANNUAL = 2


class BriefingState(State):
    PLANNED = 1
    HELD = 2
    CLOSED = 3


def briefing(*states: State, kind: Kind = BriefingKind.ANNUAL, of: Office = OFFICE) -> ABriefing:
    return ABriefing("3", of, kind, tuple(Record(OPEN, state) for state in states))


class TestPF6247Para2Part3:
    """By 1 April there is a press conference on it."""

    PLANNED, HELD, CLOSED = BriefingState

    def of(self, held: ABriefing, month: int = 3, day: int = 5) -> HoldPressConference:
        return HoldPressConference.of(held, period="2026", at=at(month, day), by=ACTORS["HEAD"])

    def test_48_by_the_first_of_april(self):
        body = opened(BODY, at(12, 1, year=2025))
        for day, wanted in ((1, Status.MET), (2, Status.LATE)):
            held = then(body, self.of(briefing(self.PLANNED, self.HELD), 4, day))
            assert status(held, "press_conference", "2026", at(5, 1)) is wanted

    def test_one_that_was_closed_since_was_held_too(self):
        body = then(opened(BODY, at(1, 1)), self.of(briefing(self.PLANNED, self.HELD, self.CLOSED)))
        assert body.refers_to == body.conferences == (Reference("briefing", "3"),)
        assert then(body, self.of(evolve(briefing(self.HELD), id="4"))).refers_to[1:] == (Reference("briefing", "4"),)

    @pytest.mark.parametrize(
        "other",
        [
            briefing(BriefingState.PLANNED),
            briefing(BriefingState.HELD, kind=BriefingKind.ROUTINE),
            briefing(BriefingState.HELD, of=office("another body")),
        ],
        ids=["not held", "on something else", "of another body"],
    )
    def test_79_any_other_is_none(self, other):
        assert refused(opened(BODY, at(1, 1)), self.of(other), PF6247(2, 3))

    def test_79_nor_is_one_without_a_file(self):
        body, nowhere = opened(BODY, at(1, 1)), done(HoldPressConference, at(3, 5), briefing=None)
        assert refused(body, nowhere, PF6247(2, 3))
        audit = REPORTS.audit([evolve(OPEN, kind=BODY, at=at(1, 1)), nowhere], at(3, 6))
        assert audit.entity is not None
        assert audit.entity.refers_to == ()


class TestHouseRule30:
    """Who keeps the record; the acts name the body."""

    @pytest.mark.parametrize("kind", ReportingKind)
    def test_a_registrar_opens_and_closes_it(self, kind):
        (reason,) = against(None, evolve(OPEN, kind=kind, by=ACTORS["HEAD"]))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, False, (HOUSE(30),))
        body = opened(kind, at(1, 1))
        (reason,) = against(body, done(CloseRecord, at(1, 5), by=ACTORS["HEAD"]))
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.ROLE, False, (HOUSE(30),))
        closed = then(body, done(CloseRecord, at(1, 5)))
        assert closed.state is ReportingState.CLOSED
        assert all(has_no_place(closed, evolve(action, at=at(1, 5))) for action in EXAMPLES[1:])

    @pytest.mark.parametrize(
        ("action", "may"),
        [
            (PublishReport, "AUTHORISED PRESS_HEAD PRESS_OFFICER"),
            (AnnounceDiscussion, "AUTHORISED PRESS_HEAD PRESS_OFFICER"),
            (HoldPressConference, "AUTHORISED HEAD PRESS_HEAD PRESS_OFFICER"),
        ],
    )
    def test_who_publishes_announces_and_holds(self, action, may):
        for kind in (TERRITORIAL, BODY):
            body = opened(kind, at(1, 1))
            for name, actor in ACTORS.items():
                reasons = against(body, done(action, at(3, 5), by=Actor("somebody", actor.role)))
                assert (not reasons) == (name in may.split())
                assert all(reason.kind is ReasonKind.ROLE and not reason.is_law for reason in reasons)

    def test_once_closed_nothing_more_is_owed_and_what_was_missed_stays_so(self):
        """Closed on 5 March: January and February were missed, March and the half-year are owed no more."""
        point = opened(POINT, at(1, 1), done(CloseRecord, at(3, 5)))
        told = {(one.name, one.key): one.status(at(12, 31)) for one in REPORTS.due(point, at(12, 31))}
        assert told == {
            ("hokim_meeting", "2026-01"): Status.OVERDUE,
            ("hokim_meeting", "2026-02"): Status.OVERDUE,
            ("hokim_meeting", "2026-03"): Status.LIFTED,
            ("inspector_report", "2026-H1"): Status.LIFTED,
        }
        owed = FindingKind.OWED
        assert findings(point, at(12, 31)) == [(owed, "hokim_meeting", "2026-01"), (owed, "hokim_meeting", "2026-02")]
        assert REPORTS.due(point, at(12, 31), open=True) == ()

    @pytest.mark.parametrize("kind", ReportingKind)
    def test_so_it_is_of_every_duty(self, kind):
        """Opened on 1 January and closed on the second, none had its last day."""
        body = opened(kind, at(1, 1), done(CloseRecord, at(1, 2)))
        assert {one.status(at(12, 31)) for one in REPORTS.due(body, at(12, 31))} == {Status.LIFTED}


class TestHouseRule31:
    """Heads and deputies are counted from 2023 on: a house rule, since the entry into force was not found."""

    @pytest.mark.parametrize("kind", [TERRITORIAL, DEPUTY])
    def test_49_not_before(self, kind):
        assert has_no_place(None, evolve(OPEN, kind=kind, at=at(12, 31, year=2022)))
        record = opened(kind, at(1, 1, year=2023)).history[0]
        assert (record.cites[0], record.basis) == (HOUSE(31), Basis.ASSUMED)


class TestHouseRule39:
    """Which period a report is for."""

    @pytest.mark.parametrize(
        ("kind", "action", "good", "bad"),
        [
            (POINT, HearInspector, "2025-H2 2026-H1", "2026-H2 2027-H1 2026-H0 2026-H3 2026-Q1 2026-03 2026"),
            (TERRITORIAL, ReportToKengash, "2025-Q4 2026-Q1", "2026-Q2 2027-Q1 2026-Q5 2026-H1 2026-03 2026"),
            (DEPUTY, DeputyReports, "2025-12 2026-03", "2026-04 2027-03 2026-13 2026-3 2026-Q1 2026"),
            (BODY, PublishReport, "2025 2026", "2027 9999 26 0000 2026-H1 2026-03 H1 ²⁰²⁶"),
            (BODY, AnnounceDiscussion, "2025 2026", "2027 9999 2026-H1 1 0000"),
            (BODY, HoldPressConference, "2025 2026", "2027 9999 2026-H1 1 0000"),
        ],
    )
    def test_it_is_named_and_has_begun(self, kind, action, good, bad):
        body = opened(kind, at(3, 5))
        for period in good.split():
            assert then(body, done(action, at(3, 5), period)).version == 2
        for period in bad.split():
            assert refused(body, done(action, at(3, 5), period), HOUSE(39), by_law=False)
        assert refused(body, evolve(BY_CLASS[action], period=""), HOUSE(39), by_law=False)

    def test_it_begins_on_its_first_day_on_the_clock_of_the_body(self):
        body = opened(POINT, at(3, 5))
        begins = at(7, 1, 0)
        assert then(body, done(HearInspector, begins.in_timezone("UTC"), "2026-H2")).version == 2
        assert refused(body, done(HearInspector, begins.subtract(minutes=1), "2026-H2"), HOUSE(39), by_law=False)

    def test_no_year_is_too_late_to_be_told_from(self):
        last = done(DeputyReports, at(3, 5), "9999-12")
        assert refused(opened(DEPUTY, at(3, 5)), last, HOUSE(39), by_law=False)

    def test_of_a_deputy_s_record_the_deputy_is_named(self):
        assert refused(None, evolve(OPEN, kind=DEPUTY, holder=""), HOUSE(39), by_law=False)
        for kind in (POINT, TERRITORIAL, BODY):
            assert [REPORTS.begin(evolve(OPEN, kind=kind, holder=who)).holder for who in ("", "p1")] == ["", "p1"]


class TestWhatIsDoneByWhichKind:
    @pytest.mark.parametrize(
        ("kind", "may"),
        [
            (POINT, {HearInspector, MeetHokim, CloseRecord}),
            (TERRITORIAL, {ReportToKengash, PublishReport, AnnounceDiscussion, HoldPressConference, CloseRecord}),
            (DEPUTY, {DeputyReports, CloseRecord}),
            (BODY, {PublishReport, AnnounceDiscussion, HoldPressConference, CloseRecord}),
        ],
    )
    def test_nothing_else(self, kind, may):
        body = opened(kind, at(1, 1))
        assert {type(action) for action in EXAMPLES[1:] if not against(body, action)} == may
        assert all(has_no_place(body, one) for one in EXAMPLES[1:] if type(one) not in may)

    @pytest.mark.parametrize(
        ("kind", "names"),
        [
            (POINT, {"inspector_report", "hokim_meeting"}),
            (TERRITORIAL, {"head_report", "activity_report", "discussion_notice", "press_conference"}),
            (DEPUTY, {"deputy_report"}),
            (BODY, {"activity_report", "discussion_notice", "press_conference"}),
        ],
    )
    def test_and_nothing_else_is_owed(self, kind, names):
        assert {one.name for one in REPORTS.due(opened(kind, at(1, 1)), at(1, 1))} == names


class TestReported:
    """The same as a list."""

    point = (
        evolve(OPEN, kind=POINT, at=at(5, 1)),
        done(MeetHokim, at(5, 29)),
        done(HearInspector, at(12, 1), "2026-H2"),
    )

    def test_each_duty_for_each_period(self):
        told = {(one.name, one.period): one for one in reported(REPORTS.replay(self.point), at(12, 1))}
        months = [f"2026-{month:02d}" for month in range(5, 13)]
        assert told.keys() == {("inspector_report", "2026-H2"), *(("hokim_meeting", one) for one in months)}
        assert told["hokim_meeting", "2026-05"] == Reported(
            "hokim_meeting", "2026-05", Date(2026, 5, 31), Date(2026, 5, 29), Status.MET
        )
        assert told["hokim_meeting", "2026-06"].on is None
        assert str(told["hokim_meeting", "2026-06"]) == "hokim_meeting 2026-06: overdue"

    def test_one_that_is_late_says_when_and_that_it_was_for_the_period_before(self):
        point = opened(POINT, at(1, 1), done(HearInspector, at(8, 14), "2026-H1"))
        (late,) = (one for one in reported(point, at(8, 14)) if one.status is Status.LATE)
        assert str(late) == "inspector_report 2026-H1: heard on 2026-08-14, for the period before"
        assert late.rendered(LABELS.say("ru")).endswith("за предыдущий период")

    def test_as_known_on_a_day(self):
        point = opened(POINT, at(1, 1), done(HearInspector, at(8, 14), "2026-H1"))
        told = {one.period: one.status for one in reported(point, at(7, 1)) if one.name == "inspector_report"}
        assert told == {"2026-H1": Status.OVERDUE, "2026-H2": Status.RUNNING}


class TestItsTable:
    def test_what_is_law_and_what_is_not(self):
        """Of twelve rows three are of a statute, six were reported, three are ours: the count of the specification."""
        bases = [row.basis for row in REPORTS.transitions]
        assert [bases.count(one) for one in (Basis.STATUTE, Basis.REPORTED, Basis.ASSUMED)] == [3, 6, 3]
        assert len(bases) == 12

    def test_of_nine_sentences_of_guards_six_are_law(self):
        guards = {guard.text: guard.basis for row in REPORTS.transitions for guard in row.given}
        bases = list(guards.values())
        assert [bases.count(one) for one in (Basis.STATUTE, Basis.REPORTED, Basis.ASSUMED)] == [1, 5, 3]

    def test_of_seven_duties_two_are_of_a_statute(self):
        bases = [one.basis for one in REPORTS.deadlines]
        assert [bases.count(one) for one in (Basis.STATUTE, Basis.REPORTED)] == [2, 5]
