"""What is told of a law in words: of its sources, its values and its days, each found by a reader in any language."""

from datetime import date
from enum import Enum
from typing import cast

import pendulum
from attrs import evolve
from core.one_duty import due_of

from prcomm import Basis, Calendar, Days, Doubt, Enactment, Holiday, Source
from prcomm.core.calendar.traces import Trace, TraceLine, on_a_day
from prcomm.core.sources.citations import Article, in_turn, under
from prcomm.core.sources.dated import Dated, in_units
from prcomm.core.table.dues import NamedByItsDue, which
from prcomm.core.values.messages import Said, in_english

RULES = Source("Rules", "The rules of a house", (Article("1", "Loans", ("For four weeks.", "Not longer."), ""),))
ACT = Enactment("Act 7", "An act", (Article("2", "A", (), "it asks nothing."),), edition="as read", unread=("Act 8",))


def scope(text: str) -> tuple[str, str]:
    assert isinstance(text, Said)
    return text.scope


class TestWhatIsToldOfASource:
    def test_each_text_has_labels_of_its_own_kind_and_reads_as_before(self):
        (loans,) = RULES.articles
        told = (RULES.title, loans.heading, *loans.gist, ACT.articles[0].no_rule, ACT.edition, *ACT.unread)
        assert {scope(one) for one in told} == {("", "told")}
        assert loans.gist == ("For four weeks.", "Not longer.")
        assert loans.heading == "Loans"

    def test_what_says_nothing_stays_empty(self):
        assert (Source("Rules").title, Article("1", "").no_rule, ACT.articles[0].gist) == ("", "", ())

    def test_so_has_what_is_asked_of_it_and_what_is_in_doubt(self):
        asked = Source("Rules", questions=("Since when?",))
        assert scope(asked.questions[0]) == scope(Doubt("Is it so?", ACT(2)).text) == ("", "told")


class TestAPlace:
    def test_says_its_act_its_article_and_its_part(self):
        assert str(ACT(2, 1)) == "Act 7 art. 2(1)"
        assert ACT(2, 1).told().sentence == "{source} art. {article}({part})"
        assert ACT(2).told("again").scope == ("", "again")

    def test_without_a_word_for_its_articles_it_has_one_space(self):
        bare = Source("Plan", unit="")
        assert str(bare("north")) == "Plan north"

    def test_several_are_said_each_once_in_order(self):
        places = (ACT(2), RULES(1, 1), ACT(2).by(Basis.INFERRED), RULES(1, 2))
        assert tuple(words for _, words in in_turn(places)) == ("Act 7 art. 2", "Rules art. 1(1)", "Rules art. 1(2)")
        assert under(places, Basis.INFERRED) == "Act 7 art. 2, Rules art. 1(1), Rules art. 1(2), INFERRED"

    def test_after_one_of_the_same_act_a_language_may_leave_its_name_out(self):
        kinds: list[str] = []

        def say(word: object) -> str:
            assert isinstance(word, Said)
            kinds.append(word.scope[1])
            return word

        assert len(list(in_turn((RULES(1, 1), RULES(1, 2), ACT(2), RULES(1)), say))) == 4
        assert kinds == ["sentence", "again", "sentence", "sentence"]

    def test_so_it_may_after_one_that_stands_before_them_all(self):
        (told,) = in_turn((RULES(1, 2),), lambda word: cast("Said", word).scope[1], after="Rules")
        assert told == (RULES(1, 2), "again")


class TestAValueBesideItsName:
    def test_a_number_has_the_unit_that_its_name_begins_with(self):
        for unit in ("working days", "days", "months", "years", "hours"):
            said = in_units(f"{unit} to answer", 3)
            assert isinstance(said, Said)
            assert (said, said.scope) == ("3", ("", unit))

    def test_what_is_no_number_or_has_no_unit_stays(self):
        assert in_units("days to answer", Days(3)) == Days(3)
        assert in_units("photographs with it", 4) == 4
        assert in_units("days to answer", True) is True

    def test_the_name_is_found_among_values(self):
        assert scope(Dated.of("days to answer", 3, ACT(2)).name) == ("", "value")


class TestHolidaysInWords:
    def named(self, since: date | None, until: date | None) -> str:
        calendar = Calendar("a town", holidays=(Holiday(5, 1, "May Day", ACT(2), since=since, until=until),))
        ((name, _),) = calendar.general()
        return name

    def test_every_year_since_when_and_until_when(self):
        first, last = date(2020, 1, 1), date(2024, 1, 1)
        assert self.named(None, None) == "May Day, every year"
        assert self.named(first, None) == "May Day, every year since 2020-01-01"
        assert self.named(None, last) == "May Day, every year until 2024-01-01"
        assert self.named(first, last) == "May Day, every year since 2020-01-01 until 2024-01-01"


class TestLinesOfATrace:
    def test_a_day_has_its_name(self):
        assert on_a_day(date(2026, 2, 28)) == "2026-02-28 Sat"

    def test_they_stand_one_below_the_other_however_long_a_day_is(self):
        def say(word: object) -> str:
            if isinstance(word, Said) and word.words:
                return " ".join(map(say, word.words.values()))
            return {"Mon": "M", "Tue": "Tuesday"}.get(str(word), in_english(word))

        lines = [TraceLine(day, True, "so") for day in (pendulum.date(2026, 3, 2), pendulum.date(2026, 3, 3), None)]
        assert Trace(lines).rendered(say).splitlines() == [
            "2026-03-02 M        +  so",
            "2026-03-03 Tuesday  +  so",
            "                    +  so",
        ]

    def test_a_trace_of_no_day_keeps_the_room_of_one(self):
        assert str(Trace([TraceLine(None, False, "so")])) == " " * len("2026-02-28 Sat") + "  -  so"


class Told(NamedByItsDue):
    LATE = 1


class Other(Enum):
    LATE = 1


class TestWhichDueItIs:
    def test_one_of_several_has_its_key(self):
        due = due_of(Days(3), "2026-03-02 10:00")
        assert which(due) == "duty"
        assert which(evolve(due, key="x-1")) == "duty x-1"
        assert which(evolve(due, key=Other.LATE)) == "duty LATE"

    def test_a_key_that_the_name_says_already_is_not_said_again(self):
        due = due_of(Days(3), "2026-03-02 10:00")
        assert which(evolve(due, key=Told.LATE)) == "duty"
