"""What is owed, listed: never otherwise than the lifecycle says it, whatever the time and the table do."""

from datetime import date
from random import Random

import pytest
from attrs import evolve
from kept_appeals import APPEAL, DISTRICT, Clock, add, assign, at, opened, receive, register
from made_up_duties import instants, life, lifecycle
from pendulum import datetime
from sqlalchemy import text
from what_if import made_up

from prcomm import Reform
from prcomm.adapters.store import OldIndex, Unreadable
from prcomm.adapters.store.owed import open_dues, owed
from prcomm.adapters.store.rows import from_instant, instant
from prcomm.law import UZ, office
from prcomm.law.orq445 import DAYS_TO_CONSIDER


def rows(store, table):
    with store.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(f"SELECT * FROM prcomm_{table} ORDER BY 1, 2, 3"))]


def put(store, of, entity):
    """Live a life in a store, each step entered when it was done."""
    first, *rest = (record.action for record in entity.history)
    store.clock.now = first.at
    store.begin(of, first)
    for action in rest:
        store.clock.now = action.at
        store.apply(of, entity.id, lambda _, action=action: action)


class TestTheIndex:
    def test_by_office_and_day(self, url):
        """Received on Wednesday 4 March: five days to the 9th, fifteen to the 19th; registration on the same day."""
        city = office("city department", week=6)
        with opened(url) as store:
            store.begin(APPEAL, receive("a"))
            store.begin(APPEAL, receive("b", on=at(5), office=city))
            asked = at(5, 12)
            assert [(due.name, due.last) for due in store.dues(asked, office=DISTRICT.id)] == [
                ("registration", "2026-03-04"),
                ("forwarding", "2026-03-09"),
                ("return", "2026-03-09"),
                ("consideration", "2026-03-19"),
            ]
            assert [due.case for due in store.dues(asked, last=date(2026, 3, 5))] == ["a", "b"]
            assert {due.case for due in store.dues(asked, office="city department")} == {"b"}
            week = store.dues(asked, first=date(2026, 3, 9), last=date(2026, 3, 15))
            assert [(due.case, due.name, due.last) for due in week] == [
                ("a", "forwarding", "2026-03-09"),
                ("a", "return", "2026-03-09"),
                ("b", "forwarding", "2026-03-10"),
                ("b", "return", "2026-03-10"),
            ]
            assert week[0].owed_by == "authorised official"
            assert week[0].control == "2026-03-06"  # 9 March 2026 is a day off instead of the 8th

    def test_what_is_met_is_owed_no_more_and_before_it_was_entered_it_was(self, url):
        with opened(url, clock=Clock(at(4))) as store:
            store.begin(APPEAL, receive())
            store.clock.now = at(5, 12)
            store.apply(APPEAL, "118", register)
            assert "registration" not in {due.name for due in store.dues(at(5, 12))}
            assert "registration" in {due.name for due in store.dues(at(5, 11))}
            assert store.dues(at(4, 10)) == []

    def test_what_did_not_change_is_not_written_again(self, url):
        with opened(url) as store:
            store.begin(APPEAL, receive())
            store.apply(APPEAL, "118", register)
            store.apply(APPEAL, "118", assign)
            with store.engine.begin() as connection:
                connection.execute(text("UPDATE prcomm_dues SET owed_by = 'mark'"))

            store.apply(APPEAL, "118", add("a-1", at(5, 10)))
            assert {due.owed_by for due in store.dues(at(5, 12))} == {"mark"}


class TestAnyLifecycle:
    """Lifecycles made up by chance: duties that recur, stand still, are moved, begin anew, one for each question."""

    LIVES = 40

    def test_the_index_holds_until_it_says_that_it_does_not(self):
        others = 0
        for seed in range(self.LIVES):
            chance = Random(seed)
            of = lifecycle(chance)
            entity = life(of, chance)
            after = entity.history[-1].known
            held = owed(of, entity, after)
            asked = instants(after, chance, 6)
            if held.again is not None:
                again = from_instant(held.again)
                asked += [again, again.add(microseconds=-1)]
            for moment in asked:
                now = open_dues(of, entity, moment)
                if held.holds(instant(moment)):
                    assert now == held.dues, (seed, moment)
                others += now != held.dues
        assert others > self.LIVES / 2, "nothing was ever owed otherwise: this did not test what it should"

    def test_what_is_listed_is_what_each_case_owes(self, url):
        chance = Random(7)
        made = [lifecycle(chance, f"case_{n}") for n in range(5)]
        with opened(url, *made) as store:
            lives = [(of, life(of, chance, str(n))) for of in made for n in range(4)]
            for of, entity in lives:
                put(store, of, entity)
            kept = {(of.name, entity.id): store.open(of, entity.id) for of, entity in lives}
            last = max(entity.history[-1].known for entity in kept.values())

            def by_hand(moment):
                return sorted(
                    (due for of in made for (name, _), one in kept.items() if name == of.name
                     for due in open_dues(of, one, moment)), key=repr,
                )  # fmt: skip

            asked = [*instants(last, chance, 5), last.add(days=-40)]
            for woken in (False, True):
                for moment in asked:
                    assert sorted(store.dues(moment), key=repr) == by_hand(moment), (woken, moment)
                store.clock.now = last.add(days=100)
                store.wake()
            for of in made:
                store.recount(of)
            assert sorted(store.dues(asked[0]), key=repr) == by_hand(asked[0])

    def test_what_a_new_period_brings_is_there_without_anybody_having_written_it(self, url):
        chance = Random(3)
        of = lifecycle(chance)
        with opened(url, of) as store:
            put(store, of, life(of, Random(5)))
            begun = store.clock.now
            before, later = store.dues(begun), store.dues(begun.add(years=1))
            assert len(later) > len(before)
            store.clock.now = begun.add(years=1)
            assert (store.wake(), store.wake()) == (1, 0)
            assert store.dues(begun.add(years=1)) == later
            assert len(rows(store, "dues")) == len(later)


def listed(dues):
    return sorted((due.case, due.name, str(due.key), due.last) for due in dues)


def by_hand(of, cases, moment):
    """What is open, without the index."""
    return sorted(
        (case.id, due.name, str(due.key), None if due.last is None else due.last.isoformat())
        for case in cases
        for due in of.due(case, moment, open=True)
    )


@pytest.fixture(scope="module")
def cases():
    return tuple(made_up(60))


class TestAnotherLaw:
    NOW = at(1, 18, month=7)
    OLD = APPEAL.under(UZ.known(date(2026, 5, 1)))

    @pytest.fixture
    def filled(self, url, cases):
        with opened(url, self.OLD, clock=Clock(self.NOW)) as store:
            for case in cases:
                put(store, self.OLD, case)
        return url

    def opened(self, url, of, now=None):
        return opened(url, of, clock=Clock(now or self.NOW))

    def test_a_new_decree_moves_a_day(self, url):
        """Qurbon hayit, Wednesday 27 May 2026, was decreed on the 20th; 28 and 29 May were days off already. What came
        on the 26th after hours is to be registered on Monday 1 June instead of the 27th."""
        now = at(26, 20, month=5)
        with self.opened(url, self.OLD, now) as store:
            store.begin(self.OLD, receive("a", on=at(26, 19, month=5)))
            store.begin(self.OLD, receive("b", on=at(25, 10, month=5)))
        with self.opened(url, APPEAL, now) as store:
            with pytest.raises(OldIndex, match="of the process appeal was counted under another law: recount it"):
                store.dues(now)
            moved = store.recount(APPEAL, old=self.OLD)
            assert [(change.entity, change.due) for change in moved if change.days] == [("a", "registration")]
            days = [(due.case, due.last) for due in store.dues(now) if due.name == "registration"]
            assert days == [("b", "2026-05-25"), ("a", "2026-06-01")]

    def test_a_new_calendar_moves_only_what_it_moves(self, filled, cases):
        with self.opened(filled, APPEAL) as store:
            with pytest.raises(OldIndex):
                store.recount(APPEAL, old=APPEAL.under(Reform(DAYS_TO_CONSIDER, 10)))
            before = rows(store, "dues")
            moved = store.recount(APPEAL, old=self.OLD)
            kept = list(store.cases(APPEAL))
            assert listed(store.dues(self.NOW)) == by_hand(APPEAL, kept, self.NOW)
            touched = {change.entity for change in moved}
            assert {row[1] for row in set(before) ^ set(rows(store, "dues"))} <= touched

    def test_a_reform_moves_them_and_back(self, filled):
        """Ten days instead of fifteen, then the law as it stands."""
        short = self.OLD.under(Reform(DAYS_TO_CONSIDER, 10))
        with self.opened(filled, short) as store:
            moved = store.recount(short, old=self.OLD)
            assert {change.due for change in moved} == {"consideration"}
            assert {change.days for change in moved} == {-5}
            changed_index = rows(store, "dues")
            store.recount(short)
            assert rows(store, "dues") == changed_index
        with self.opened(filled, self.OLD) as store:
            assert len(store.recount(self.OLD, old=short)) == len(moved)

    def test_a_writer_under_the_old_law_is_told(self, url):
        with self.opened(url, APPEAL) as store:
            store.begin(APPEAL, receive())
            reformed = APPEAL.under(Reform(DAYS_TO_CONSIDER, 10))
            with self.opened(url, reformed) as new:
                new.recount(reformed, old=APPEAL)
                assert new.apply(reformed, "118", register).version == 2
            for late in (lambda: store.apply(APPEAL, "118", assign), lambda: store.begin(APPEAL, receive("119"))):
                with pytest.raises(OldIndex):
                    late()
            assert len(store.records("appeal", "118")) == 2

    def test_if_counting_fails_the_index_stays(self, url):
        with self.opened(url, APPEAL) as store:
            store.begin(APPEAL, receive())
            before = rows(store, "dues")
            with store.engine.begin() as connection:
                connection.execute(text("UPDATE prcomm_records SET document = :nothing"), {"nothing": b"{}"})
            with self.opened(url, APPEAL) as other, pytest.raises(Exception, match="is damaged: record 1 is changed"):
                other.recount(APPEAL)
            assert rows(store, "dues") == before

    def test_another_process_is_not_touched(self, url):
        of = lifecycle(Random(1))
        with opened(url, APPEAL, of) as store:
            store.begin(APPEAL, receive())
            put(store, of, evolve(life(of, Random(1))))
        reformed = APPEAL.under(Reform(DAYS_TO_CONSIDER, 10))
        with opened(url, reformed, of, clock=Clock(datetime(2027, 1, 1))) as store:
            assert store.dues(datetime(2027, 1, 1), process="case")
            with pytest.raises(OldIndex):
                store.dues(datetime(2027, 1, 1))
            store.recount(reformed)
            assert {due.process for due in store.dues(datetime(2027, 1, 1))} == {"appeal", "case"}


def test_what_cant_be_read_is_said_of_which_case(url):
    with opened(url) as store:
        store.begin(APPEAL, receive())
    with opened(url, upgrades={"appeal": lambda document: {}}) as store, pytest.raises(Unreadable, match="case '118'"):
        store.open(APPEAL, "118")
