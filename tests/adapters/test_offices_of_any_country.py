"""What an office and a term may say of their days and hours passes through JSON, there and back."""

from typing import Any

import jsonschema
import pytest
from attrs import evolve
from book_loan import DEADLINES, LAW, LOAN, TRANSITIONS, LoanState, Renew, owed

from prcomm import (
    BadInput,
    Calendar,
    Lifecycle,
    Minutes,
    Office,
    Term,
    WorkingDays,
    WorkingMinutes,
    earliest,
    further,
    plain,
)
from prcomm.adapters.json import BadDocument, Codec, office_from
from prcomm.adapters.json.faults import Unfit
from prcomm.adapters.json.scalars import written_office
from prcomm.adapters.json.schemas import Schemas

COURT, SCHOOL, FAIR = plain("court days", rest_days=(7,)), plain("school days"), plain("fair days")
RENEWED = (owed.moved(Renew, further(WorkingDays(5, calendar=SCHOOL))),)
OF_COURT = evolve(DEADLINES[0], within=earliest(WorkingDays(10, calendar=COURT), WorkingDays(20)), moves=RENEWED)
COUNTRY = evolve(LAW, calendar=Calendar("country", own=(FAIR,)))
IN_COURT = Lifecycle("loan", TRANSITIONS, (OF_COURT,), law=COUNTRY, final=LoanState.RETURNED)

OFFICES = [
    Office("plain", zone="UTC"),
    Office("rest", zone="UTC", rest_days=(5, 6), calendar="court days"),
    Office("none", zone="UTC", rest_days=(), hours="24/7"),
    Office("hours", zone="UTC", hours="Mon-Thu 09:00-13:00, 14:00-18:00; Fri 09:00-12:00; Sat,Sun 10:00-11:00 on call"),
]


@pytest.mark.parametrize("office", OFFICES, ids=[one.id for one in OFFICES])
def test_an_office_there_and_back(office: Office) -> None:
    written = written_office(office)
    assert office_from(written, "office") == office
    jsonschema.validate(written, Schemas((), zoned=True)._office())


def test_what_is_not_said_is_not_written() -> None:
    assert set(written_office(OFFICES[0])) == {
        "id", "zone", "kind", "superior", "week", "second_day_off", "opens", "closes", "roster"
    }  # fmt: skip
    assert written_office(OFFICES[1])["rest_days"] == [5, 6]
    assert written_office(OFFICES[2])["hours"] == [{"opens": "00:00", "closes": "00:00"}]


@pytest.mark.parametrize(
    ("fields", "path", "told"),
    [
        ({"rest_days": [8]}, "office.rest_days[0]", "a day of the week, 1 (Monday) to 7 (Sunday), not a number"),
        ({"rest_days": [1, 2, 3, 4, 5, 6, 7]}, "office.rest_days", "one day at least is worked"),
        ({"hours": [{"opens": "09:00"}]}, "office.hours[0].closes", "it is missing"),
        ({"hours": [{"opens": "9", "closes": "18:00"}]}, "office.hours[0].opens", "an hour of the day, as 09:00"),
        (
            {"hours": [{"opens": "09:00", "closes": "13:00"}, {"opens": "12:00", "closes": "18:00"}]},
            "office.hours",
            "09:00-13:00 runs into 12:00-18:00",
        ),
    ],
)
def test_what_an_office_can_not_say(fields: dict[str, Any], path: str, told: str) -> None:
    with pytest.raises(BadDocument) as caught:
        office_from({"id": "o", "zone": "UTC", **fields}, "office")
    (fault,) = caught.value.faults
    assert str(fault).startswith(f"{path}: ")
    assert told in str(fault)


@pytest.mark.parametrize(
    "term",
    [
        WorkingDays(10),
        WorkingDays(10, calendar=COURT),
        WorkingMinutes(90, calendar=SCHOOL),
        WorkingDays(1, calendar=FAIR),
        Minutes(30),
        earliest(WorkingDays(10, calendar=COURT), WorkingDays(20)),
    ],
    ids=str,
)
def test_a_term_there_and_back(term: Term) -> None:
    words = Codec(IN_COURT)._words
    assert words.read(words.write(term)) == term


def test_a_term_without_a_calendar_is_written_as_ever() -> None:
    assert Codec(LOAN)._words.write(WorkingDays(10)) == {"type": "WorkingDays", "value": {"n": 10}}


def test_a_calendar_that_the_lifecycle_does_not_know() -> None:
    words = Codec(LOAN)._words
    with pytest.raises(BadInput, match="Calendar is no class that a document may hold here"):
        words.write(WorkingDays(10, calendar=COURT))
    written = Codec(IN_COURT)._words.write(WorkingDays(10, calendar=COURT))
    with pytest.raises(Unfit) as caught:
        words.read(written)
    (fault,) = caught.value.under("calendar")
    assert "the name of a calendar" in str(fault.text() if callable(fault.text) else fault.text)
