"""What the commands say that ask of a term, of a place of an act, of a process and of cases."""

import json

import pytest
from adapters.case_files import ASSIGN, LAWFUL, RECEIVE, REFUSE, REGISTER, TO_THE_ACCUSED, case_file
from click.testing import CliRunner

from prcomm.adapters.commands import main


def said(*args, stdin=None):
    """The exit status, and the JSON that was written."""
    result = CliRunner().invoke(main, [*args, "--json"], input=stdin, catch_exceptions=False)
    return result.exit_code, json.loads(result.stdout)


class TestUntil:
    """Counted by hand on the calendar of 2026: 13 February is a Friday, and 9 March is off in place of the 8th."""

    @pytest.mark.parametrize(
        ("args", "last"),
        [
            (("13.02.2026", "15d"), "2026-02-28"),
            (("13.02.2026", "15", "дней"), "2026-02-28"),
            (("13.02.2026", "5wd"), "2026-02-20"),
            (("13.02.2026", "5рд", "--week", "6"), "2026-02-19"),
            (("13.02.2026", "5ish kuni", "--week", "7"), "2026-02-18"),
            (("06.03.2026", "1wd"), "2026-03-10"),
            (("31.01.2026", "1m"), "2026-02-28"),
            (("13.02.2026", "18:00", "24h"), "2026-02-14T18:00:00+05:00"),
            (("13.02.2026", "17:00", "2wh"), "2026-02-16T10:00:00+05:00"),
            (("20.02.2026", "5wd", "--back"), "2026-02-13"),
        ],
    )
    def test_the_day(self, args, last):
        status, data = said("until", *args)
        assert (status, data["last"]) == (0, last)
        assert data["trace"]

    @pytest.mark.parametrize("args", [("13.02.2026",), ("15d",), ("13.02.2026", "15d", "14.02.2026")])
    def test_one_day_and_one_term_are_needed(self, args):
        assert said("until", *args)[0] == 2

    def test_hours_are_not_counted_back(self):
        status, data = said("until", "13.02.2026", "5h", "--back")
        assert (status, "hours are not counted back" in data["error"]["faults"][0]) == (2, True)

    def test_working_hours_are_as_they_are_written(self):
        status, data = said("until", "13.02.2026", "1d", "--hours", "late")
        assert (status, "09:00-18:00" in data["error"]["faults"][0]) == (2, True)


class TestArticle:
    @pytest.mark.parametrize("typed", [("28(2)",), ("28/2",), ("28", "2"), ("ст. 28 ч. 2",), ("28-modda", "2-qism")])
    @pytest.mark.parametrize("act", ["O‘RQ-445", "o'rq 445", "ЗРУ-445"])
    def test_a_place_is_named_in_many_ways(self, act, typed):
        status, data = said("article", act, *typed)
        assert (status, [one["place"] for one in data["places"]]) == (0, ["O‘RQ-445 art. 28(2)"])

    def test_what_rests_on_it_in_any_process(self):
        """The head lengthens by at most a month, and tells of it: an act, a figure and a deadline."""
        _, data = said("article", "O‘RQ-445", "28(2)")
        (place,) = data["places"]
        kinds = {(one["of"], one["kind"]) for one in place["rules"]}
        assert {("appeal", "transition"), ("appeal", "deadline"), ("Uzbekistan", "value")} <= kinds
        assert "extension_notice" in {one["name"] for one in place["rules"]}
        assert "at most a month" in place["says"][1]

    def test_without_an_act_every_one_on_which_something_rests(self):
        _, data = said("article", "28(2)")
        assert len(data["places"]) > 1
        assert all(one["rules"] for one in data["places"])

    @pytest.mark.parametrize("place", [("999",), ("O‘RQ-445", "28(9)"), ("song",), ("O‘RQ-445",)])
    def test_what_is_no_place(self, place):
        assert said("article", *place)[0] == 2


class TestDoubts:
    def test_what_rests_on_less_than_an_act_the_weakest_first(self):
        status, data = said("doubts", "appeal")
        known = [one["basis"] for one in data["rules"]]
        assert status == 0
        assert set(known) <= {"ASSUMED", "PRACTICE", "INFERRED", "ANALOGY", "REPORTED", "OFFICIAL"}
        assert known == sorted(known, key=["ASSUMED", "PRACTICE", "INFERRED", "ANALOGY", "REPORTED", "OFFICIAL"].index)

    def test_and_what_to_ask(self):
        _, data = said("doubts", "appeal", "--lang", "en")
        texts = [one["text"] for one in data["questions"]]
        assert any("How often may the head lengthen a term?" in text for text in texts)
        assert "O‘RQ-445" in data["unread"]


class TestWhy:
    FILE = case_file(RECEIVE, REFUSE, REGISTER, TO_THE_ACCUSED, ASSIGN)

    def test_an_accepted_step_begins_meets_and_lifts(self):
        status, data = said("why", "-", "1", stdin=self.FILE)
        began = {(one["what"], one["due"]["name"]) for one in data["dues"]}
        assert status == 0
        assert {("begun", "registration"), ("begun", "consideration")} <= began
        _, data = said("why", "-", "3", stdin=self.FILE)
        assert [(one["what"], one["due"]["name"]) for one in data["dues"]] == [("met", "registration")]
        _, data = said("why", "-", "5", stdin=self.FILE)
        ended = {one["due"]["name"] for one in data["dues"] if one["what"] == "ended"}
        assert ended == {"forwarding", "return"}

    def test_a_refused_one_has_every_reason(self):
        status, data = said("why", "-", "4", stdin=self.FILE)
        assert (status, data["accepted"], data["dues"]) == (1, False, [])
        assert {reason["kind"] for reason in data["reasons"]} == {"role", "guard"}

    @pytest.mark.parametrize(("lang", "words"), [("en", "why it is so"), ("ru", "почему так"), ("uz", "nega shunday")])
    def test_a_refused_one_says_where_the_reference_tells_of_it(self, lang, words):
        """To send it on to the accused is against a condition, and is not the desk's to do: both have their place."""
        asked = ["why", "-", "4", "--lang", lang]
        told = CliRunner().invoke(main, asked, input=self.FILE, env={"PRCOMM_REFERENCE": "https://r.example/"}).stdout
        places = [line.removeprefix(f"{words}: ") for line in told.splitlines() if line.startswith(words)]
        page = "https://r.example/" + ("why_appeal.html#" if lang == "en" else f"why_appeal.{lang}.html#")
        assert [place.partition("-appeal")[0] for place in places] == [f"{page}act", f"{page}guard"]
        accepted = CliRunner().invoke(main, ["why", "-", "1", "--lang", lang], input=self.FILE).stdout
        assert words not in accepted

    def test_a_replay_says_so_if_all_is_asked_for(self):
        short, full = (
            CliRunner().invoke(main, ["replay", "-", *more], input=self.FILE).stdout for more in ([], ["--full"])
        )
        assert "why it is so" not in short
        assert full.count("why it is so: why_appeal.html#") == 3

    @pytest.mark.parametrize("step", ["0", "6"])
    def test_one_that_is_not_there(self, step):
        status, data = said("why", "-", step, stdin=self.FILE)
        assert (status, "5 steps" in data["error"]["faults"][0]) == (2, True)


class TestAgenda:
    """A complaint of Friday 13 February after hours: registered by Monday the 16th, considered by Saturday the 28th."""

    def owed(self, *args, stdin):
        status, data = said("agenda", "-", *args, stdin=stdin)
        return status, [(one["name"], one["status"]) for one in data["owed"] if not one["provided"]], data["later"]

    def test_of_this_week_and_what_comes_later_is_counted(self):
        assert self.owed("--as-of", "15.02.2026", stdin=case_file(RECEIVE)) == (0, [], 4)
        assert self.owed("--as-of", "16.02.2026", stdin=case_file(RECEIVE))[1] == [("registration", "running")]

    def test_what_is_overdue_comes_first_and_shows_in_the_status(self):
        status, owed, _ = self.owed("--as-of", "24.02.2026", "--until", "28.02.2026", stdin=case_file(RECEIVE))
        assert (status, owed) == (1, [("registration", "overdue"), ("consideration", "running")])

    def test_of_one_office(self):
        assert self.owed("--as-of", "24.02.2026", "--office", "region", stdin=case_file(RECEIVE)) == (0, [], 0)

    def test_nothing_is_owed_by_one_that_was_answered(self):
        assert self.owed("--as-of", "01.03.2026", stdin=case_file(*LAWFUL)) == (0, [], 0)
