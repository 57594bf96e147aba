"""The Civil Code on terms, the Labour Code on working time: what the library counts by."""

from datetime import date

import pytest
from counted import FIVE, SIX, at, due_of, on

from prcomm import SAME_WORKING_DAY, BadInput, Basis, Dated, Days, LastDay, Law, Months, NotInForce, further
from prcomm.core.sources.citations import is_law
from prcomm.law import CIVIL_CODE, LABOUR_CODE, ROLL_FORWARD_BY_ANALOGY
from prcomm.law.labour_code import (
    CODE_BEFORE,
    EVE,
    HOLIDAYS,
    HOURS_A_DAY_OF_FIVE,
    HOURS_A_DAY_OF_SIX,
    HOURS_A_WEEK,
    REST_DAYS_OF_FIVE,
    REST_DAYS_OF_SIX,
    SHIFT,
)
from prcomm.law.neighbours import MAJORITY, MAJORITY_OF, QUORUM

ARTICLES_OF = (CIVIL_CODE, LABOUR_CODE)


class TestCivilCode145:
    """It counts terms set in legislation; that the terms of a law outside civil law are such is inferred."""

    def test_every_convention_says_so(self, law: Law):
        for cites in (law.conventions.day_zero, law.conventions.months):
            assert cites[1] == CIVIL_CODE(145).by(Basis.INFERRED)

    def test_so_does_every_trace(self, law: Law):
        first = str(due_of(law, Days(15), "02.02.2026").trace).split("\n")[0]
        assert first.endswith("day 0: the event itself (Civil Code art. 146, Civil Code art. 145, INFERRED)")


class TestCivilCode146:
    def test_receipt_is_day_0(self, law: Law):
        """Monday 2 February 2026 and fifteen days: Tuesday 17 February, not the 16th."""
        assert due_of(law, Days(15), "02.02.2026").raw == on("17.02.2026")
        assert law.conventions.day_zero[0] == CIVIL_CODE(146)


class TestCivilCode147:
    @pytest.mark.parametrize(
        ("start", "months", "end"),
        [
            ("03.03.2026", 1, "03.04.2026"),
            ("31.01.2026", 1, "28.02.2026"),
            ("31.01.2028", 1, "29.02.2028"),
            ("31.08.2026", 1, "30.09.2026"),
            ("29.02.2024", 12, "28.02.2025"),
        ],
    )
    def test_a_month_ends_on_the_same_number_or_on_the_last_day(self, law: Law, start: str, months: int, end: str):
        assert due_of(law, Months(months), start).raw == on(end)
        assert law.conventions.months[0] == CIVIL_CODE(147)

    def test_an_extension_is_chained_to_the_day_the_text_gives(self, law: Law):
        """31 January, a month, and a month more: 28 March, not 31 March."""
        assert due_of(law, Months(1), "31.01.2026", ("27.02.2026", further(Months(1)))).raw == on("28.03.2026")


class TestCivilCode147And148:
    """Neither has a rule that moves a last day that is a day off."""

    def test_the_day_the_text_gives_binds(self, law: Law):
        """Sunday 3 May 2026."""
        due = due_of(law, Months(1), "03.04.2026")
        assert (due.raw, due.last) == (on("03.05.2026"), on("03.05.2026"))
        for day in (date(1998, 1, 1), date(2026, 11, 22)):
            assert law.on(day)[law.last_day] is LastDay.STRICT

    def test_it_rests_on_the_text_of_both_and_on_their_counting_these_terms_at_all(self, law: Law):
        """145 names terms set in legislation, but in a code of civil law: INFERRED."""
        assert law.last_day.cites == (CIVIL_CODE(147), CIVIL_CODE(148), CIVIL_CODE(145).by(Basis.INFERRED))
        assert law.last_day.version(date(2026, 1, 1)).basis is Basis.INFERRED

    def test_the_doubt_stands_with_the_act(self):
        assert "the Russian text of 147 and 148" in CIVIL_CODE.edition

    def test_other_codes_move_it_for_their_own_terms_so_by_analogy(self, law: Law):
        moved = law.under(ROLL_FORWARD_BY_ANALOGY)
        due = due_of(moved, Months(1), "03.04.2026")
        assert (due.raw, due.last) == (on("03.05.2026"), on("04.05.2026"))
        version = moved.dated(moved.last_day).version(date(2026, 4, 3))
        assert version.cites == (LABOUR_CODE(9).by(Basis.ANALOGY),)
        assert "by analogy: the Labour Code moves it for its own terms" in str(due.trace)

    def test_done_on_the_next_working_day_it_is_in_time_by_analogy_only(self, law: Law):
        due = due_of(law, Months(1), "03.04.2026")
        assert due.status(at("04.05.2026")) == "overdue"
        assert due_of(law.under(ROLL_FORWARD_BY_ANALOGY), Months(1), "03.04.2026").status(at("04.05.2026")) == "tight"


class TestLabourCode36:
    """Borrowed for councils, of whose sittings nothing was read: quorum and majority, by analogy."""

    def test_what_is_borrowed_from_it(self, law: Law):
        found = [rule for rule in law.cited() if LABOUR_CODE(36).by(Basis.ANALOGY) in rule.cites]
        assert [rule.name for rule in found] == [QUORUM.name, MAJORITY.name, MAJORITY_OF.name]
        assert not any(is_law(rule.cites) for rule in found)


class TestLabourCode182And185:
    @pytest.mark.parametrize(
        ("value", "hours", "article"),
        [(HOURS_A_WEEK, 40, 182), (HOURS_A_DAY_OF_FIVE, 8, 185), (HOURS_A_DAY_OF_SIX, 7, 185)],
    )
    def test_hours(self, law: Law, value: Dated[int], hours: int, article: int):
        assert law.on(date(2026, 1, 1))[value] == hours
        assert law.dated(value).cites == (LABOUR_CODE(article),)

    def test_the_code_is_in_force_since_30_april_2023(self, law: Law):
        assert law.on(date(2023, 4, 30))[HOURS_A_WEEK] == 40
        with pytest.raises(NotInForce, match="'hours of work a week, at most' on 2023-04-29: not in force"):
            law.on(date(2023, 4, 29))[HOURS_A_WEEK]


class TestLabourCode187:
    """The eve of a holiday is shorter by an hour: who comes at closing time comes after hours."""

    @pytest.mark.parametrize(
        ("received", "office", "registered"),
        [
            pytest.param("20.03.2025 16:59", FIVE, "20.03.2025", id="eve of 21 March, before 17:00"),
            pytest.param("20.03.2025 17:00", FIVE, "24.03.2025", id="eve of 21 March, a Friday: Monday"),
            pytest.param(
                "20.03.2025 17:00", SIX, "22.03.2025", id="eve of 21 March, six days: Saturday, worked in 2025"
            ),
            pytest.param("19.03.2026 17:00", SIX, "23.03.2026", id="eve of Ramazon hayit 2026, by its own resolution"),
            pytest.param("08.05.2023 17:00", FIVE, "10.05.2023", id="the first eve under the Code"),
            pytest.param("07.03.2023 17:00", FIVE, "07.03.2023", id="before the Code: not read"),
            pytest.param("05.03.2026 17:59", FIVE, "05.03.2026", id="no eve"),
            pytest.param(
                "06.03.2026 17:59", FIVE, "06.03.2026", id="the last working day before Sunday 8 March is no eve"
            ),
        ],
    )
    def test_it_closes_an_hour_earlier(self, law: Law, received: str, office, registered: str):
        assert due_of(law, SAME_WORKING_DAY, received, office=office).raw == on(registered)

    def test_what_it_rests_on(self, law: Law):
        assert law.calendar.eve is EVE
        assert (EVE.cites, EVE.hours, EVE.since) == ((LABOUR_CODE(187),), 1, date(2023, 4, 30))


class TestLabourCode207:
    @pytest.mark.parametrize(("value", "days"), [(REST_DAYS_OF_FIVE, 2), (REST_DAYS_OF_SIX, 1)])
    def test_days_of_rest(self, law: Law, value: Dated[int], days: int):
        assert law.on(date(2026, 1, 1))[value] == days
        assert law.dated(value).cites == (LABOUR_CODE(207),)

    def test_a_day_of_rest_says_so(self, law: Law):
        off = law.calendar.of(FIVE).why_off(on("07.02.2026").toordinal())
        assert off is not None
        assert (off.reason, off.cites) == ("Saturday", (LABOUR_CODE(207),))

    def test_before_the_code_it_is_inferred(self, law: Law):
        """Saturday 22 and Sunday 30 April 2023: the Code came into force on that Sunday, and nothing rests on it
        before."""
        offs = [law.calendar.of(FIVE).why_off(on(day).toordinal()) for day in ("22.04.2023", "30.04.2023")]
        assert [off and (off.cites, off.basis) for off in offs] == [
            ((CODE_BEFORE("rest and holidays"),), Basis.INFERRED),
            ((LABOUR_CODE(207),), Basis.STATUTE),
        ]

    def test_the_second_day_is_the_offices(self, law: Law):
        """Saturday 7 and Monday 9 February 2026."""
        from prcomm.law import office

        table = law.calendar.of(office("Mondays off", second_day_off=1))
        assert table.works(on("07.02.2026").toordinal())
        assert not table.works(on("09.02.2026").toordinal())
        assert "Saturday is not named by law" in LABOUR_CODE.article(207).gist[0]


class TestLabourCode208:
    def test_nine_holidays_seven_of_them_on_fixed_days(self):
        """The other two are the feasts, decreed year by year."""
        assert [(h.day, h.month) for h in HOLIDAYS] == [(1, 1), (8, 3), (21, 3), (9, 5), (1, 9), (1, 10), (8, 12)]
        assert all(h.cites == (LABOUR_CODE(208, 1),) for h in HOLIDAYS)

    def test_before_the_code_the_same_days_are_inferred(self, law: Law):
        table = law.calendar.of(SIX)
        before, after = (table.why_off(on(day).toordinal()) for day in ("08.03.2023", "08.03.2024"))
        assert before is not None
        assert after is not None
        assert (before.reason, before.basis) == ("Women's Day", Basis.INFERRED)
        assert before.cites == (CODE_BEFORE("rest and holidays"),)
        assert (after.reason, after.basis) == ("Women's Day", Basis.STATUTE)

    def test_the_rule_that_moves_begins_with_the_code(self, law: Law):
        assert law.calendar.shift is SHIFT
        assert (SHIFT.cites, SHIFT.since) == ((LABOUR_CODE(208, 2),), date(2023, 4, 30))


class TestTheLists:
    @pytest.mark.parametrize(
        ("code", "numbers"),
        [
            (CIVIL_CODE, ["100", "145", "146", "147", "148"]),
            (LABOUR_CODE, ["9", "36", "182", "185", "187", "207", "208", "209"]),
        ],
    )
    def test_the_articles_listed(self, code, numbers: list[str]):
        assert [article.number for article in code.articles] == numbers

    def test_parts_are_told_apart_where_they_were_read_apart(self):
        assert [len(CIVIL_CODE.article(n).gist) for n in (145, 146, 147, 148)] == [1, 1, 1, 3]
        assert len(LABOUR_CODE.article(208).gist) == 3
        with pytest.raises(BadInput, match=r"there is no art\. 149"):
            CIVIL_CODE(149)

    def test_the_ban_on_work_has_no_rule(self):
        assert [a.number for a in LABOUR_CODE.articles if a.no_rule] == ["209"]
