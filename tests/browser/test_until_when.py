"""The page that answers until when, as a reader has it; and its answers beside those of the library."""

import random
import re
from datetime import date, datetime, timedelta

import pendulum
import pytest
from attrs import evolve
from browser.conftest import Browser

from prcomm import PROCESSES
from prcomm.adapters.examples import begun
from prcomm.adapters.json import Codec
from prcomm.citizens.appeals import APPEAL, APPLICATION, COMPLAINT, PROPOSAL
from prcomm.law import office

pytestmark = pytest.mark.xdist_group("browser")

LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {"English", "Oʻzbekcha", "prcomm", "Furo", "MIT", "pip", "install", "venv", "bin", "python"}
"""What has Latin letters in any language: names of languages, the name of the library and of a theme, a command."""


def answers(browser: Browser, asked: list[dict[str, object]]) -> list[list[dict[str, object]]]:
    """What the page's own tables say to many questions at once."""
    return browser.run("return arguments[0].map((one) => window.prcommAnswers(one))", asked)


def days_since_1970(on: date) -> int:
    return (on - date(1970, 1, 1)).days


def told(on: date | None) -> str:
    return f"{on:%d.%m.%Y}" if on else ""


class TestItsAnswers:
    """What the page shows is what the library says when asked directly."""

    def test_of_hundreds_of_receipts_of_an_appeal(self, browser: Browser):
        browser.open("reference/until_when.html")
        chance = random.Random(20261201)
        codec, asked, wanted = Codec(APPEAL), [], []
        deadline = next(one for one in APPEAL.deadlines if one.name == "consideration")
        made = {(kind, week): begun(codec, deadline, pendulum.datetime(2026, 1, 5, 10, tz=office("x", week=week).tz),
                office("any", week=week), {}, kind).history[0].action
                for kind in (APPLICATION, COMPLAINT, PROPOSAL) for week in (5, 6)}  # fmt: skip
        for _ in range(800):
            on = date(2026, 1, 1) + timedelta(days=chance.randrange(730))
            kind, week, late = (
                chance.choice((APPLICATION, COMPLAINT, PROPOSAL)),
                chance.choice((5, 6)),
                chance.random() < 0.5,
            )
            action = made[kind, week]
            at = pendulum.datetime(on.year, on.month, on.day, 21 if late else 9, 30, tz=action.office.tz)
            appeal = APPEAL.enter(None, evolve(action, at=at), ())
            works = APPEAL.law.calendar.of(action.office).works(on.toordinal())
            asked.append(
                {
                    "process": "appeal",
                    "kind": kind.name,
                    "day": days_since_1970(on),
                    "week": str(week),
                    "late": late and works,
                }
            )
            wanted.append({due.name: due for due in APPEAL.due(appeal, at)})
        for question, dues, found in zip(asked, wanted, answers(browser, asked), strict=True):
            told = {one["item"]["deadline"]: one["ways"][0] for one in found if not one["item"]["named"]}
            assert told.keys() == dues.keys()
            for name, due in dues.items():
                days = {key: days_since_1970(getattr(due, key)) for key in ("raw", "rolled", "control", "last")}
                assert {key: told[name][key] for key in days} == days, (question, name)
                assert bool(told[name]["unsure"]) == due.provisional, (question, name)

    def test_of_every_process_on_days_drawn_at_random(self, browser: Browser):
        browser.open("reference/until_when.html")
        chance = random.Random(7)
        there = set(browser.run("return window.prcommUntil.items.map((one) => one.process)"))
        asked, wanted = [], []
        for name in there:
            lifecycle = PROCESSES[name]
            for kind in lifecycle.kinds or (None,):
                on = date(2026, 1, 1) + timedelta(days=chance.randrange(365))
                for deadline in lifecycle.deadlines:
                    where = office("any", week=6)
                    at = pendulum.datetime(on.year, on.month, on.day, 9, 30, tz=where.tz)
                    if deadline.recurring or (deadline.only and kind not in deadline.only):
                        continue
                    entity = begun(Codec(lifecycle), deadline, at, where, {}, kind)
                    dues = {due.name: due for due in lifecycle.due(entity, at)}
                    if len(entity.history) == 1 and deadline.name in dues:
                        asked.append(
                            {
                                "process": name,
                                "kind": kind.name if kind else "",
                                "day": days_since_1970(on),
                                "week": "6",
                            }
                        )
                        wanted.append(dues[deadline.name])
        compared = 0
        for due, found in zip(wanted, answers(browser, asked), strict=True):
            way = next(
                (one["ways"][0] for one in found if one["item"]["deadline"] == due.name and not one["item"]["named"]),
                None,
            )
            if way is None:
                continue  # it is counted from a day that is named
            compared += 1
            assert way.get("last") == (None if due.last is None else days_since_1970(due.last)), due
        assert compared >= 5


class TestAFridayEvening:
    """Received on Friday 13 February 2026 at 18:30: registered on Monday the 16th, answered by Saturday the 28th."""

    HOME = "index.ru.html"

    def filled(self, browser: Browser) -> None:
        browser.open(self.HOME)
        browser.run(
            "const form = document.querySelector('form.prcomm-asks');"
            "form.elements.day.value = '2026-02-13'; form.elements.time.value = '18:30';"
        )

    def test_is_answered_one_click_from_the_russian_home_page(self, browser: Browser):
        self.filled(browser)
        no_latin(browser)
        browser.click(browser.one("form.prcomm-asks button"))
        browser.until(lambda: browser.all("form.prcomm-until output") and browser.one("form.prcomm-until output").text)
        no_latin(browser)
        browser.keep("until-when-ru")
        said = browser.one("form.prcomm-until output").text
        assert "13.02.2026 (пт), 18:30" in said
        assert "16.02.2026 (пн)" in said
        assert "28.02.2026 (сб)" in said
        table = browser.one(".prcomm-dues").text
        for day in ("27.02.2026", "02.03.2026", "13.03.2026", "28.03.2026", "13.04.2026"):
            assert day in table, day
        assert "по аналогии" in table

    def test_a_link_to_it_brings_the_same_answer_in_another_script(self, browser: Browser):
        browser.open("reference/until_when.ru.html#process=appeal&kind=COMPLAINT&day=2026-02-13&time=18:30&week=5")
        browser.until(lambda: "28.02.2026" in browser.one("form.prcomm-until output").text)
        browser.click(browser.one("article .prcomm-languages a[lang='uz']"))
        browser.until(lambda: browser.run("return document.documentElement.lang") == "uz")
        assert "28.02.2026" in browser.one("form.prcomm-until output").text
        assert browser.run("return document.querySelector('[name=kind]').value") == "COMPLAINT"

    def test_goes_into_a_calendar(self, browser: Browser):
        from icalendar import Calendar

        browser.open("reference/until_when.ru.html#process=appeal&kind=COMPLAINT&day=2026-02-13&time=18:30&week=5")
        events = Calendar.from_ical(browser.run("return window.prcommIcs()")).walk("VEVENT")
        days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events}
        assert date(2026, 2, 28) in days.values()
        assert not any(isinstance(day, datetime) for day in days.values())

    def test_the_day_and_the_hour_begin_as_the_readers_own(self, browser: Browser):
        browser.open("reference/until_when.ru.html")
        today = browser.run("const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()]")
        assert browser.run("return document.querySelector('[name=day]').value") == "{:04}-{:02}-{:02}".format(*today)

    def test_a_day_without_an_answer_is_told_so(self, browser: Browser):
        browser.open("reference/until_when.ru.html#day=2031-01-01")
        said = browser.one("form.prcomm-until output").text
        assert said == "ответ есть на каждый день с 01.01.2026 по 31.12.2027"

    def test_what_meets_a_year_that_is_not_decreed_is_provisional(self, browser: Browser):
        browser.open("reference/until_when.ru.html#process=appeal&kind=COMPLAINT&day=2026-12-25&time=10:00&week=5")
        assert re.search("предварительно: .* 2027 года", browser.one(".prcomm-dues").text)

    def test_the_hour_is_asked_where_it_matters(self, browser: Browser):
        browser.open("reference/until_when.ru.html#process=appeal&kind=COMPLAINT&day=2026-02-13")
        assert browser.one("label.time").is_displayed()
        browser.open("reference/until_when.ru.html#process=incident&day=2026-02-13")
        browser.until(lambda: not browser.one("label.time").is_displayed())

    def test_the_data_are_small(self, browser: Browser):
        browser.open("reference/until_when.ru.html")
        assert browser.run("return JSON.stringify(window.prcommUntil).length") < 120_000


def no_latin(browser: Browser) -> None:
    """No word in Latin letters in what is shown or said to who cannot see, besides names, codes and citations."""
    shown = browser.run(
        "const text = document.body.innerText;"
        "const said = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]"
        "  .filter((el) => !el.closest('[lang]:not(html):not([lang^=ru])'))"
        "  .flatMap((el) => ['aria-label', 'placeholder', 'title'].map((name) => el.getAttribute(name) || ''));"
        "return [text, ...said].join('\\n')"
    )
    code = "\n".join(one.text for one in browser.all("code, pre"))
    words = {word for word in re.findall(r"[A-Za-zʻ]{2,}", shown) if LATIN.search(word)}
    assert words - NAMES - set(re.findall(r"[A-Za-z]{2,}", code)) == set()
