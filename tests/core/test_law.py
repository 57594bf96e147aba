"""What a rule stands on: citations, sources, dated values, Reforms, and the law bound to a day."""

import pickle
from datetime import date
from enum import Enum

import pytest
from attrs import evolve
from one_duty import ACT, CODE, DECREE, FIVE, LAST_DAY, LAW, UZ, Do, at, due_of, duty, lived

from prcomm import (
    WEEKS,
    Article,
    BadInput,
    Basis,
    Citation,
    Context,
    Dated,
    Days,
    Enactment,
    LastDay,
    Law,
    NotInForce,
    Reform,
    Role,
    Rule,
    RuleKind,
    Source,
    Version,
    Who,
    cite,
)
from prcomm.core.sources.citations import is_law, weakest

ORQ445 = Enactment("O‘RQ-445", "On appeals")
LISTED = Enactment(
    "O‘RQ-445",
    "On appeals",
    articles=(
        Article("25", "Where appeals go", ("first", "second", "third")),
        Article("28", "Terms"),
        Article("24-1", "Inserted"),
    ),
)

# The base amount for reckoning: 340,000 soum on 1 January 2024, 375,000 from 1 October 2024; since when the first
# stood was not read.
AMOUNT = Dated(
    "base amount",
    (
        Version(375_000, ACT(1), date(2024, 10, 1)),
        Version(340_000, ACT(1), seen=date(2024, 1, 1)),
    ),
)
TRIED = Dated(
    "on trial", (Version(1, ACT(5), date(2020, 1, 1), date(2022, 1, 1)), Version(2, ACT(5), date(2024, 1, 1)))
)


class TestBasis:
    def test_they_stand_from_the_strongest_to_the_weakest(self) -> None:
        assert [basis.name for basis in Basis] == [
            "STATUTE", "OFFICIAL", "REPORTED", "ANALOGY", "INFERRED", "PRACTICE", "ASSUMED",
        ]  # fmt: skip

    def test_what_is_law(self) -> None:
        """Analogy, practice and assumption may be departed from, never broken."""
        assert [basis.name for basis in Basis if basis.is_law] == ["STATUTE", "OFFICIAL", "REPORTED", "INFERRED"]

    def test_a_rule_that_needs_several_is_as_weak_as_the_weakest(self) -> None:
        assert weakest((ACT(1), ACT(2).by(Basis.PRACTICE), ACT(3).by(Basis.REPORTED))) is Basis.PRACTICE

    @pytest.mark.parametrize(
        ("known", "law"),
        [
            ((Basis.STATUTE, Basis.INFERRED), True),
            ((Basis.ANALOGY, Basis.INFERRED), False),
            ((Basis.STATUTE, Basis.ASSUMED), False),
            ((), False),
        ],
    )
    def test_a_rule_is_law_only_if_all_it_rests_on_is(self, known: tuple[Basis, ...], law: bool) -> None:
        assert is_law(tuple(ACT(1).by(basis) for basis in known)) is law

    def test_a_rule_that_rests_on_nothing_is_assumed(self) -> None:
        assert weakest(()) is Basis.ASSUMED


class TestCitations:
    @pytest.mark.parametrize(
        ("citation", "text"),
        [
            (ORQ445(28, 2), "O‘RQ-445 art. 28(2)"),
            (ORQ445(28), "O‘RQ-445 art. 28"),
            (ORQ445("198⁷"), "O‘RQ-445 art. 198⁷"),
            (Source("House rules", unit="no.")(4), "House rules no. 4"),
            (ORQ445(28, 2).by(Basis.INFERRED), "O‘RQ-445 art. 28(2)"),
        ],
        ids=str,
    )
    def test_in_words(self, citation: Citation, text: str) -> None:
        assert str(citation) == text

    def test_a_citation_is_known_as_its_source_is(self) -> None:
        assert ORQ445(28).basis is Basis.STATUTE
        assert Source("Custom", basis=Basis.PRACTICE)(1).basis is Basis.PRACTICE

    def test_by_says_otherwise_of_the_same_place(self) -> None:
        inferred = ORQ445(28, 2).by(Basis.INFERRED)
        assert inferred.basis is Basis.INFERRED
        assert (inferred.source, inferred.article, inferred.part) == ("O‘RQ-445", "28", 2)
        assert ORQ445(28, 2).basis is Basis.STATUTE

    @pytest.mark.parametrize(
        ("place", "other", "covers"),
        [
            pytest.param(ORQ445(28), ORQ445(28, 2), True, id="an article covers its parts"),
            pytest.param(ORQ445(28, 2), ORQ445(28, 2).by(Basis.ANALOGY), True, id="whatever the basis"),
            pytest.param(ORQ445(28, 2), ORQ445(28), False, id="a part does not cover its article"),
            pytest.param(ORQ445(28, 1), ORQ445(28, 2), False, id="another part"),
            pytest.param(ORQ445(2), ORQ445(28), False, id="another article"),
            pytest.param(ORQ445(28), ACT(28), False, id="another act"),
            pytest.param(Enactment("o'rq-445")(28), ORQ445(28), True, id="however it is typed"),
        ],
    )
    def test_covers(self, place: Citation, other: Citation, covers: bool) -> None:
        assert place.covers(other) is covers


class TestSources:
    @pytest.mark.parametrize(("article", "part"), [(25, 1), (25, 3), (25, None), ("24-1", None), (28, 7)])
    def test_a_place_that_is_listed(self, article: int | str, part: int | None) -> None:
        """The parts of article 28 were not listed: any will do."""
        assert LISTED(article, part) == Citation("O‘RQ-445", str(article), part)

    @pytest.mark.parametrize(
        ("article", "part", "fault"),
        [
            (26, None, "there is no art. 26 in its list"),
            (25, 4, "art. 25 has 3 parts, not a part 4"),
            (25, 0, "art. 25 has 3 parts, not a part 0"),
        ],
    )
    def test_a_place_that_is_not(self, article: int, part: int | None, fault: str) -> None:
        with pytest.raises(BadInput) as caught:
            LISTED(article, part)
        assert caught.value.what == "a citation of O‘RQ-445"
        assert caught.value.faults == (fault,)

    def test_a_source_without_a_list_takes_any(self) -> None:
        assert ORQ445(999, 9).article == "999"

    def test_an_article_by_its_number(self) -> None:
        assert LISTED.article(25).heading == "Where appeals go"
        assert LISTED.article("24-1").heading == "Inserted"


class TestDated:
    @pytest.mark.parametrize(
        ("day", "value"),
        [
            pytest.param(date(2024, 1, 1), 340_000, id="the day it was seen"),
            pytest.param(date(2024, 9, 30), 340_000, id="the last day of the first"),
            pytest.param(date(2024, 10, 1), 375_000, id="the first day of the second"),
            pytest.param(date(2099, 1, 1), 375_000, id="while it stands"),
        ],
    )
    def test_the_value_of_a_day(self, day: date, value: int) -> None:
        assert AMOUNT.on(day) == value

    def test_before_it_was_seen_the_answer_is_unknown(self) -> None:
        with pytest.raises(NotInForce) as caught:
            AMOUNT.on(date(2023, 12, 31))
        error = caught.value
        assert (error.value, error.day, error.unknown) == ("base amount", date(2023, 12, 31), True)
        assert str(error) == "'base amount' on 2023-12-31: unknown: it was seen in force only later"

    def test_before_its_first_version_it_is_not_in_force(self) -> None:
        with pytest.raises(NotInForce) as caught:
            TRIED.on(date(2019, 12, 31))
        assert (caught.value.value, caught.value.day, caught.value.unknown) == ("on trial", date(2019, 12, 31), False)
        assert str(caught.value) == "'on trial' on 2019-12-31: not in force"

    @pytest.mark.parametrize("day", [date(2022, 1, 1), date(2023, 12, 31)])
    def test_in_the_gap_between_two_versions_it_is_not_in_force(self, day: date) -> None:
        with pytest.raises(NotInForce) as caught:
            TRIED.on(day)
        assert not caught.value.unknown

    def test_on_both_sides_of_the_gap_it_is(self) -> None:
        assert (TRIED.on(date(2021, 12, 31)), TRIED.on(date(2024, 1, 1))) == (1, 2)

    def test_without_a_day_it_stands_as_far_back_as_was_read(self) -> None:
        assert Dated.of("always", 1, ACT(1)).on(date(1, 1, 1)) == 1

    def test_without_versions_it_is_never_in_force(self) -> None:
        with pytest.raises(NotInForce) as caught:
            Dated[int]("none", ()).on(date(2026, 1, 1))
        assert not caught.value.unknown

    def test_versions_stand_in_order_however_they_are_given(self) -> None:
        assert [version.value for version in AMOUNT.versions] == [340_000, 375_000]

    def test_what_it_rests_on_is_told_once(self) -> None:
        assert AMOUNT.cites == (ACT(1),)
        assert AMOUNT.versions[0].basis is Basis.STATUTE

    def test_not_in_force_survives_pickling(self) -> None:
        error = NotInForce("base amount", date(2023, 1, 1), True)
        loaded = pickle.loads(pickle.dumps(error))
        assert (str(loaded), loaded.unknown, loaded.day) == (str(error), True, error.day)


class TestReforms:
    LAW = Law("l", WEEKS, LAST_DAY, values=(AMOUNT, TRIED))

    def test_for_all_days(self) -> None:
        reformed = self.LAW.under(Reform(AMOUNT, 1))
        assert [reformed.on(day)[AMOUNT] for day in (date(1990, 1, 1), date(2024, 5, 1), date(2030, 1, 1))] == [1, 1, 1]

    def test_since_a_day(self) -> None:
        """What stood before stands before; what was to come after it does not come."""
        reformed = self.LAW.under(Reform(AMOUNT, 1, since=date(2024, 5, 1)))
        days = date(2024, 1, 1), date(2024, 4, 30), date(2024, 5, 1), date(2024, 10, 1)
        assert [reformed.on(day)[AMOUNT] for day in days] == [340_000, 340_000, 1, 1]

    def test_since_the_day_of_a_version(self) -> None:
        reformed = self.LAW.under(Reform(AMOUNT, 1, since=date(2024, 10, 1)))
        assert (reformed.on(date(2024, 9, 30))[AMOUNT], reformed.on(date(2024, 10, 1))[AMOUNT]) == (340_000, 1)

    def test_it_closes_no_gap_before_it(self) -> None:
        reformed = self.LAW.under(Reform(TRIED, 9, since=date(2023, 1, 1)))
        assert reformed.on(date(2023, 1, 1))[TRIED] == 9
        with pytest.raises(NotInForce):
            reformed.on(date(2022, 6, 1))[TRIED]

    def test_the_later_of_two_stands(self) -> None:
        assert self.LAW.under(Reform(AMOUNT, 1), Reform(AMOUNT, 2)).on(date(2026, 1, 1))[AMOUNT] == 2
        assert self.LAW.under(Reform(AMOUNT, 1)).under(Reform(AMOUNT, 2)).on(date(2026, 1, 1))[AMOUNT] == 2

    def test_the_law_it_came_from_is_unchanged(self) -> None:
        self.LAW.under(Reform(AMOUNT, 1))
        assert self.LAW.on(date(2026, 1, 1))[AMOUNT] == 375_000

    def test_it_is_assumed_unless_it_cites(self) -> None:
        assumed, cited = Reform(AMOUNT, 1), Reform(AMOUNT, 1, cites=ACT(7))
        assert self.LAW.under(assumed).dated(AMOUNT).version(date(2026, 1, 1)).basis is Basis.ASSUMED
        assert self.LAW.under(cited).dated(AMOUNT).version(date(2026, 1, 1)).cites == (ACT(7),)

    def test_of_a_value_the_law_does_not_have(self) -> None:
        foreign = Dated.of("foreign", 1, ACT(1))
        with pytest.raises(BadInput) as caught:
            self.LAW.under(Reform(foreign, 2), Reform(AMOUNT, 1), Reform(Dated.of("other", 1, ()), 2))
        assert caught.value.what == "a Reform of l"
        assert caught.value.faults == ("'foreign' is none of its values", "'other' is none of its values")

    def test_of_any_value_where_none_are_listed(self) -> None:
        assert LAW.under(Reform(AMOUNT, 1)).on(date(2026, 1, 1))[AMOUNT] == 1

    def test_of_the_reading_of_a_last_day(self) -> None:
        """It need not be listed: every law has one."""
        reformed = self.LAW.under(Reform(LAST_DAY, LastDay.ROLL_FORWARD))
        assert reformed.on(date(2026, 1, 1))[LAST_DAY] is LastDay.ROLL_FORWARD


class TestTheLaw:
    def test_the_book_itself_has_no_day(self) -> None:
        with pytest.raises(TypeError, match="'Law' object is not subscriptable"):
            LAW[AMOUNT]  # type: ignore[index]  # what the type checker says too

    def test_before_the_first_known_version(self) -> None:
        with pytest.raises(NotInForce):
            LAW.on(date(2023, 1, 1))[AMOUNT]

    def test_a_reading_is_a_dated_value(self) -> None:
        assert LAW.on(date(2026, 1, 1))[LAST_DAY] is LastDay.STRICT
        assert isinstance(LastDay.STRICT, Enum)

    def test_a_due_outside_a_lifecycle(self) -> None:
        lifecycle = duty(Days(1))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00")
        beginning = lifecycle.context(None, entity.history[0].action)
        for context in (beginning, Context(LAW, date(2026, 3, 2), entity=entity)):
            with pytest.raises(BadInput, match="the due 'duty':\n  - there is no case in which it could run"):
                context.due("duty")

    def test_a_due_within_one(self) -> None:
        """The context handed to a term finds the running due of the lifecycle that is being applied."""
        lifecycle = duty(Days(10))
        entity = lived(lifecycle, FIVE, "2026-03-02 10:00")
        context = lifecycle.context(entity, evolve(entity.history[0].action, at=at("2026-03-05 10:00")))
        due = context.due("duty")
        assert due is not None
        assert due.raw == date(2026, 3, 12)
        done = lived(lifecycle, FIVE, "2026-03-02 10:00", (Do, "2026-03-03 10:00"))
        assert lifecycle.context(done, entity.history[0].action).due("duty") is None
        with pytest.raises(BadInput, match="there is no deadline 'nonsense'; there are: duty"):
            context.due("nonsense")

    def test_as_known_on_a_day(self) -> None:
        """Ramazon hayit of 2026 was decreed on 17 March."""
        assert UZ.known(date(2026, 3, 16)).calendar == UZ.calendar.known(date(2026, 3, 16))

    def test_laws_are_values(self) -> None:
        assert UZ.on(date(2026, 1, 1)) == UZ.on(date(2026, 1, 1)) != UZ
        assert pickle.loads(pickle.dumps(UZ)) == UZ
        assert hash(pickle.loads(pickle.dumps(UZ))) == hash(UZ)

    def test_the_law_under_which_a_due_was_counted_is_that_of_its_start(self) -> None:
        """A reading that holds from a day: before it, no clock can be counted."""
        late = Dated.of("a last day off", LastDay.STRICT, ACT(1), since=date(2026, 4, 1))
        assert due_of(Days(1), "2026-04-01 10:00", law=Law("l", WEEKS, late)).raw == date(2026, 4, 2)
        with pytest.raises(NotInForce, match="'a last day off' on 2026-03-31"):
            due_of(Days(1), "2026-03-31 10:00", law=Law("l", WEEKS, late))


class TestWhatRestsOnAPlace:
    LAW = Law("the town", UZ.calendar, LAST_DAY, values=(AMOUNT, Dated.of("term", 15, ORQ445(28, 1)), TRIED))

    def test_the_whole_article_with_all_its_parts(self) -> None:
        assert cite("O‘RQ-445", 28, among=[self.LAW]) == (
            Rule(RuleKind.VALUE, "the town", "term", (ORQ445(28, 1),)),
        )  # fmt: skip

    def test_one_part(self) -> None:
        assert len(cite("O‘RQ-445", 28, 1, among=[self.LAW])) == 1
        assert cite("O‘RQ-445", 28, 2, among=[self.LAW]) == ()

    @pytest.mark.parametrize("apostrophe", list("'`´’ʻʼ‘"))
    def test_any_apostrophe_will_do(self, apostrophe: str) -> None:
        assert len(cite(f"O{apostrophe}RQ-445", 28, among=[self.LAW])) == 1
        assert len(cite(f"o{apostrophe}rq-445", 28, among=[self.LAW])) == 1

    def test_days_off(self) -> None:
        found = cite("PF-257", 1, among=[self.LAW])
        assert {rule.kind for rule in found} == {RuleKind.DAY}
        assert "2026-03-09 instead of Sun 8 March" in {rule.name for rule in found}
        assert {rule.basis for rule in found} == {DECREE(1).basis}

    def test_over_laws_and_lifecycles(self) -> None:
        lifecycle = duty(Days(1))
        found = cite("Civil Code", 2, among=[self.LAW, lifecycle])
        assert [(rule.kind, rule.of, rule.name) for rule in found] == [(RuleKind.DEADLINE, "duty", "duty")]
        kinds = [rule.kind for rule in cite("civil code", 1, among=[self.LAW, lifecycle])]
        assert kinds[0] is RuleKind.VALUE
        assert set(kinds[1:]) == {RuleKind.TRANSITION}

    def test_a_rule_found_twice_is_told_once(self) -> None:
        lifecycle = duty(Days(1))
        assert len(cite("Civil Code", 2, among=[lifecycle, lifecycle])) == 1

    def test_nothing_rests_on_it(self) -> None:
        assert cite("Labour Code", 999, among=[self.LAW]) == ()


def test_a_role_may_rest_on_a_citation_of_its_own() -> None:
    clerk = Role("clerk")
    assert Who(clerk, CODE(4)) == Who((clerk,), (CODE(4),))
    assert Who.of(Who(clerk, CODE(4)), ACT(1)).cites == (CODE(4),)
    assert Who.of(clerk, ACT(1)) == Who((clerk,), (ACT(1),))


def test_the_status_asked_under_a_law_is_by_the_day() -> None:
    assert due_of(Days(1), "2026-03-02 10:00").status(at("2026-03-03 23:59")) == "running"
