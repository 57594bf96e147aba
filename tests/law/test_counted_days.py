"""Terms counted over real days off: the worked cases, each with the day as the text counts, rolled, and as a target.

2026: 1 January is a Thursday, 1 March a Sunday, 1 April a Wednesday, 1 May a Friday, 1 October a Thursday, 1 December
a Tuesday. By the text the day of the event is day 0, a month ends on the same number, and nothing moves a last day.
"""

import pytest
from counted import FIVE, SIX, due_of, on

from prcomm import SAME_WORKING_DAY, Days, Law, Months, Office, Term, WorkingDays, further
from prcomm.law import ROLL_FORWARD_BY_ANALOGY
from prcomm.law.orq445 import (
    DAYS_TO_CONSIDER,
    DAYS_TO_FORWARD,
    DAYS_TO_RETURN,
    MONTHS_OF_EXTENSION,
    MONTHS_WITH_STUDY,
)

CONSIDERATION = Days(DAYS_TO_CONSIDER)
FORWARDING = Days(DAYS_TO_FORWARD)
RETURNING = Days(DAYS_TO_RETURN)
WITH_STUDY = Months(MONTHS_WITH_STUDY)
CASES = [
    # case          start         within         office  raw           rolled        control
    ("1",           "02.02.2026", CONSIDERATION, FIVE, "17.02.2026", "17.02.2026", "17.02.2026"),
    # 20 March is Ramazon hayit, Saturday 21 a holiday; for five days Monday 23 is off for it.
    ("3, five",     "05.03.2026", CONSIDERATION, FIVE, "20.03.2026", "24.03.2026", "19.03.2026"),
    ("3, six",      "05.03.2026", CONSIDERATION, SIX,  "20.03.2026", "23.03.2026", "19.03.2026"),
    ("5, study",    "03.03.2026", WITH_STUDY,    FIVE, "03.04.2026", "03.04.2026", "03.04.2026"),
    # 11 April is a Saturday.
    ("7, five",     "06.04.2026", FORWARDING,    FIVE, "11.04.2026", "13.04.2026", "10.04.2026"),
    ("7, six",      "06.04.2026", FORWARDING,    SIX,  "11.04.2026", "11.04.2026", "11.04.2026"),
    ("7, there",    "09.04.2026", CONSIDERATION, FIVE, "24.04.2026", "24.04.2026", "24.04.2026"),
    # 27 May is Qurbon hayit, 28 and 29 extra days; for six days so is Saturday 30. 31 is a Sunday.
    ("9, five",     "26.05.2026", RETURNING,     FIVE, "31.05.2026", "01.06.2026", "26.05.2026"),
    ("9, six",      "26.05.2026", RETURNING,     SIX,  "31.05.2026", "01.06.2026", "26.05.2026"),
    ("13, five",    "12.05.2026", CONSIDERATION, FIVE, "27.05.2026", "01.06.2026", "26.05.2026"),
    ("13, six",     "12.05.2026", CONSIDERATION, SIX,  "27.05.2026", "01.06.2026", "26.05.2026"),
    # Registered on Monday 1 December 2025, for a reception on Sunday 30 November.
    ("17",          "30.11.2025", CONSIDERATION, FIVE, "15.12.2025", "15.12.2025", "15.12.2025"),
    # 31 December is off in both weeks; 1 January a holiday, Saturday 2 January worked by six.
    ("21, five",    "16.12.2026", CONSIDERATION, FIVE, "31.12.2026", "04.01.2027", "30.12.2026"),
    ("21, six",     "16.12.2026", CONSIDERATION, SIX,  "31.12.2026", "02.01.2027", "30.12.2026"),
    # 10 October is a Saturday.
    ("23, five",    "05.10.2026", FORWARDING,    FIVE, "10.10.2026", "12.10.2026", "09.10.2026"),
    ("23, six",     "05.10.2026", FORWARDING,    SIX,  "10.10.2026", "10.10.2026", "10.10.2026"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "within", "office", "raw", "rolled", "control"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
class TestWorkedCases:
    def test_the_day_the_text_gives_binds(
        self, law: Law, start: str, within: Term, office: Office, raw: str, rolled: str, control: str
    ):
        due = due_of(law, within, start, office=office)
        assert (due.raw, due.rolled, due.control, due.last) == (on(raw), on(rolled), on(control), on(raw))

    def test_by_analogy_the_next_working_day_does(
        self, law: Law, start: str, within: Term, office: Office, raw: str, rolled: str, control: str
    ):
        due = due_of(law.under(ROLL_FORWARD_BY_ANALOGY), within, start, office=office)
        assert (due.raw, due.rolled, due.control, due.last) == (on(raw), on(rolled), on(control), on(rolled))


class TestCase5:
    """Complaint of Tuesday 3 March 2026, with study; the head lengthens it on 1 April by a month, to Sunday 3 May."""

    @pytest.mark.parametrize(
        ("office", "control"),
        [
            pytest.param(FIVE, "01.05.2026", id="five: Friday 1 May"),
            pytest.param(SIX, "02.05.2026", id="six: Saturday 2 May is worked"),
        ],
    )
    def test_an_extension_is_chained_to_the_month(self, law: Law, office: Office, control: str):
        month = law.on(on("01.04.2026"))[MONTHS_OF_EXTENSION]
        due = due_of(law, WITH_STUDY, "03.03.2026", ("01.04.2026", further(Months(month))), office=office)
        assert (due.raw, due.rolled, due.control) == (on("03.05.2026"), on("04.05.2026"), on(control))


class TestCase21:
    """Complaint of Wednesday 16 December 2026: nobody has decreed 2027 yet."""

    def test_it_is_provisional_and_says_so(self, law: Law):
        due = due_of(law, CONSIDERATION, "16.12.2026")
        assert due.provisional
        assert "provisional: it meets a year whose days off are known by the general rule alone" in str(due.trace)


TERMS = [
    # 2024: Sunday 16 June is Qurbon hayit, 17 moved for it, 18 an extra day.
    ("01.06.2024", Days(15),       FIVE, "16.06.2024", "19.06.2024", "14.06.2024"),
    ("01.06.2024", Days(15),       SIX,  "16.06.2024", "19.06.2024", "15.06.2024"),
    # 2024: 10 April is Ramazon hayit, 11 extra, 12 off for both weeks, Saturday 13 worked by both.
    ("26.03.2024", Days(15),       FIVE, "10.04.2024", "13.04.2024", "09.04.2024"),
    ("26.03.2024", Days(15),       SIX,  "10.04.2024", "13.04.2024", "09.04.2024"),
    # 2025: 8 March is a Saturday; Monday 10 is off for five only.
    ("21.02.2025", Days(15),       FIVE, "08.03.2025", "11.03.2025", "07.03.2025"),
    ("21.02.2025", Days(15),       SIX,  "08.03.2025", "10.03.2025", "07.03.2025"),
    # 2023: 28 to 30 June are off for both, Saturday 1 July for six.
    ("13.06.2023", Days(15),       SIX,  "28.06.2023", "03.07.2023", "27.06.2023"),
    # New Year 2025: 30 and 31 December, 1 and 2 January are off; Saturday 4 January is worked by both.
    ("15.12.2024", Days(15),       FIVE, "30.12.2024", "03.01.2025", "27.12.2024"),
    ("27.12.2024", WorkingDays(2), FIVE, "04.01.2025", "04.01.2025", "04.01.2025"),
    # New Year 2026: Wednesday 31 December to Friday 2 January are off, for six also Saturday 3.
    ("16.12.2025", Days(15),       FIVE, "31.12.2025", "05.01.2026", "30.12.2025"),
    ("30.12.2025", WorkingDays(1), SIX,  "05.01.2026", "05.01.2026", "05.01.2026"),
]  # fmt: skip


class TestOtherDecreedYears:
    """The same counts over the days off of other years."""

    @pytest.mark.parametrize(("start", "term", "office", "raw", "rolled", "control"), TERMS)
    def test_a_term(self, law: Law, start: str, term: Term, office: Office, raw: str, rolled: str, control: str):
        due = due_of(law, term, start, office=office)
        assert (due.raw, due.rolled, due.control, due.last) == (on(raw), on(rolled), on(control), on(raw))
        assert not due.provisional

    def test_what_comes_on_a_day_off_is_registered_on_the_next_working_day(self, law: Law):
        """Sunday 30 November 2025, and 31 December 2025 at noon."""
        assert due_of(law, SAME_WORKING_DAY, "30.11.2025 12:00").raw == on("01.12.2025")
        assert due_of(law, SAME_WORKING_DAY, "31.12.2025 12:00").raw == on("05.01.2026")
