"""Days off as the library ``holidays`` reports them: with it as their source, and provisional whatever the year."""

from datetime import date
from importlib.metadata import version

import pytest

from prcomm import BadInput, Basis, Count, Office, WorkingDays, until
from prcomm.adapters.days_off import reported

OFFICE = Office("w", zone="Pacific/Auckland")
NZ = reported("NZ", (2025, 2026), part="WGN")


def test_they_are_counted() -> None:
    """Monday 19 January 2026 is the anniversary of Wellington, Friday 6 February Waitangi Day."""
    assert until(date(2026, 1, 16), WorkingDays(1), OFFICE, NZ) == date(2026, 1, 20)
    assert until(date(2026, 2, 5), WorkingDays(1), OFFICE, NZ) == date(2026, 2, 9)


def test_they_are_reported_by_the_library_and_its_version() -> None:
    off = NZ.of(OFFICE).why_off(date(2026, 1, 19).toordinal())
    assert off is not None
    assert (off.reason, off.basis, off.provisional) == ("Wellington Anniversary Day", Basis.REPORTED, True)
    assert [str(cite) for cite in off.cites] == [f"holidays {version('holidays')} on NZ, WGN"]


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_whatever_rests_on_them_is_provisional(year: int) -> None:
    count = Count(date(year, 3, 2), WorkingDays(2), OFFICE, NZ)
    assert count.provisional
    assert "provisional" in str(count.trace)


def test_the_days_of_rest_are_its_own_or_those_of_the_office() -> None:
    assert reported("BD", [2026]).rest_days == (5, 6)
    assert reported("NZ", [2026], rest_days=False).rest_days is None
    assert reported("NZ", [2026], name="ours").name == "ours"


def test_a_day_of_rest_that_is_worked() -> None:
    """China, 2025: Sunday 26 January was worked for the Spring Festival."""
    assert reported("CN", [2025]).of(OFFICE).works(date(2025, 1, 26).toordinal())


def test_names_in_a_language() -> None:
    reasons = {special.reason for special in reported("UZ", [2026], language="en_US").days}
    assert "New Year's Day" in reasons


@pytest.mark.parametrize(
    ("args", "more", "told"),
    [
        (("XX", [2026]), {}, "of 'XX': Country XX not available"),
        (("NZ", [2026]), {"part": "ZZ"}, "of 'NZ, ZZ': Entity `NZ` does not have subdivision ZZ"),
        (("NZ", [99999, "2026"]), {}, "years: from 1 to 9999, not 99999"),
        (("UZ", [2026]), {"language": "xx"}, "language: of 'UZ' it has "),
        (("NZ", [2026]), {"language": "xx"}, "language: of 'NZ' it has one alone, not 'xx'"),
    ],
)
def test_what_it_does_not_have(args: tuple[str, list[int]], more: dict[str, str], told: str) -> None:
    with pytest.raises(BadInput) as caught:
        reported(*args, **more)  # type: ignore[arg-type]  # texts by name
    assert caught.value.faults[0].startswith(told)
