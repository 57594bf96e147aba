"""``prcomm until`` by a calendar of one's own, any hours and days of rest, in minutes too, and how much is left."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from prcomm.adapters.commands import main

CALENDARS = """
from prcomm import Conventions, Dated, Enactment, Holiday, LastDay, Law, YearlyRange, plain

NZ = plain("New Zealand", rest_days=(6, 7), holidays=[Holiday(2, 6, "Waitangi"), YearlyRange(12, 25, 1, 15, "summer")])
ACT = Enactment("Interpretation Act")
ROLLS = Law(
    "New Zealand", NZ, Dated.of("a last day that is a day off", LastDay.ROLL_FORWARD, ACT(35)), Conventions(ACT(35)),
    zone="Pacific/Auckland",
)
WORD = "NZ"
"""


@pytest.fixture(autouse=True)
def calendars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "calendars_of_ours.py").write_text(CALENDARS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))


def asked(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["until", *words])
    return result.exit_code, result.stdout, result.stderr


BREAK, ROUND = ("--hours", "9:00-11:00, 12:00-18:00"), ("--hours", "24/7", "--rest", "none")
OURS = "calendars_of_ours:"


@pytest.mark.parametrize(
    ("words", "first_line"),
    [
        pytest.param(("2019-01-03", "20wd", "--calendar", f"{OURS}NZ"), "13.02.2019 (Wed)", id="a calendar"),
        pytest.param(("2026-02-06", "1d", "--calendar", f"{OURS}ROLLS"), "09.02.2026 (Mon)", id="a law"),
        pytest.param(("2026-02-13T10:00", "30min"), "13.02.2026 10:30 (Fri)", id="minutes"),
        pytest.param(("2026-02-13T10:00", "90", "wmin", *BREAK), "13.02.2026 12:30 (Fri)", id="over a break"),
        pytest.param(("2026-02-14T23:00", "2wh", *ROUND), "15.02.2026 01:00 (Sun)", id="round the clock"),
        pytest.param(("2026-02-13", "5wd", "--rest", "Fri,Sat"), "19.02.2026 (Thu)", id="Friday and Saturday off"),
        pytest.param(("2026-02-13", "1mo"), "13.03.2026 (Fri)", id="a month"),
    ],
)
def test_until_when(words: tuple[str, ...], first_line: str) -> None:
    code, said, _ = asked(*words)
    assert (code, said.splitlines()[0].split(" · ")[0]) == (0, first_line)


def test_how_much_has_passed_and_is_left() -> None:
    words = ["2019-01-03", "20wd", "--calendar", "calendars_of_ours:NZ", "--at", "2019-01-20"]
    assert asked(*words)[1].splitlines()[1] == "passed: 3 working days; left: 17 working days"
    data = json.loads(asked(*words, "--json")[1])
    assert (data["last"], data["passed"], data["left"]) == ("2019-02-13", "3 working days", "17 working days")
    assert "left" not in json.loads(asked(*words[:4], "--json")[1])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--calendar", "calendars_of_ours:ZN"], "there is no calendar 'calendars_of_ours:ZN'"),
        (["--calendar", "calendars of ours"], "one's own is named package.module:CALENDAR"),
        (["--calendar", "calendars_of_ours:WORD"], "'calendars_of_ours:WORD' is no calendar and no law, but of str"),
        (["--rest", "Funday"], "'Funday': the days of rest, as Fri,Sat or none"),
        (["--hours", "9 to 5"], "'9 to 5': the working hours, as 09:00-18:00"),
    ],
)
def test_what_can_not_be(words: list[str], told: str) -> None:
    code, _, said = asked("2026-02-13", "5wd", *words)
    assert code != 0
    assert told in said
