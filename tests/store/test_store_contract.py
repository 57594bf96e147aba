"""The contract that every store keeps, asked of the library's own, and of one that does not keep it."""

from datetime import timedelta
from random import Random

import pytest
from attrs import evolve, frozen
from book_loan import LIBRARIAN, LOAN, READER, RULES, Lend, Renew, Return
from kept_appeals import APPEAL, Clock, assign, at, opened, receive, register
from made_up_duties import life, lifecycle
from pendulum import datetime
from sqlalchemy import text

from prcomm import Action, Actor, Entity, Lifecycle, Office, Person, State, rows
from prcomm.adapters.store import CaseExists, NoCase, Renamed, Stale, Store
from prcomm.testing import StoreContract, upgraded

TOWN = Office("town library", zone="Europe/Amsterdam", week=6)
DESK, READING = Actor("desk", LIBRARIAN), Actor("r", READER)


def on(day, hour=11):
    return datetime(2026, 3, day, hour, tz=TOWN.tz)


def loan(name, *more):
    return LOAN.replay([Lend(at=on(2), by=DESK, loan=name, office=TOWN), *more])


LIVES = (loan("1", Renew(at=on(3), by=READING), Return(at=on(9), by=DESK)), loan("2", Return(at=on(4), by=DESK)))
HARD = lifecycle(Random(3))
HARD_LIVES = [one for n in range(12) if (one := life(HARD, Random(n), str(n))).version > 1][:4]


class OfTheLibrary(StoreContract):
    no_case, case_exists, stale = NoCase, CaseExists, Stale

    @pytest.fixture(autouse=True)
    def _url(self, url):
        self.url, self.opened = url, []
        yield
        for store in self.opened:
            store.close()

    def store(self):
        self.opened.append(Store(self.url, [self.lifecycle], clock=self.clock, tolerance=timedelta(days=9999)))
        return self.opened[-1]


class TestWithLoans(OfTheLibrary):
    lifecycle, lives = LOAN, LIVES


class TestWithEveryKindOfDuty(OfTheLibrary):
    lifecycle = HARD
    lives = HARD_LIVES


class Forgetful(Store):
    """A store that does not keep the contract: who is slower writes over what was written."""

    def apply(self, lifecycle, case, decide, *, version=None, **more):
        after = super().apply(lifecycle, case, decide, **more)
        return evolve(after, history=after.history[:-1])


class TestOfAStoreThatDoesNotKeepIt(OfTheLibrary):
    lifecycle, lives = LOAN, LIVES
    test_there_is_none = test_there_is_one_already = test_all_cases_are_told = None
    test_a_case_is_opened_as_it_was_left = test_what_is_refused_leaves_nothing = None
    test_what_is_owed_is_what_the_lifecycle_says = test_the_slower_of_two_decides_again = None

    def store(self):
        self.opened.append(Forgetful(self.url, [LOAN], clock=self.clock, tolerance=timedelta(days=9999)))
        return self.opened[-1]

    def test_who_asks_for_a_version_gets_that_or_nothing(self):
        with pytest.raises(AssertionError, match="Refused was raised, and Stale was to be"):
            super().test_who_asks_for_a_version_gets_that_or_nothing()


class NewState(State):
    OUT = 1
    BACK = 2


@frozen(kw_only=True)
class NewAction(Action): ...


@frozen(kw_only=True)
class LendOut(NewAction):
    number: str
    office: Office
    shelf: str


@frozen(kw_only=True)
class Renewal(NewAction): ...


@frozen(kw_only=True)
class TakeBack(NewAction): ...


@frozen(kw_only=True)
class NewLoan(Entity[NewState]):
    shelf: str


row = rows(NewLoan, NewState, NewAction)
NEW = Lifecycle(
    "loan",
    (
        row.start(LendOut, NewState.OUT, LIBRARIAN, RULES(1), id="number"),
        row(NewState.OUT, Renewal, NewState.OUT, READER, RULES(3)),
        row(NewState.OUT, TakeBack, NewState.BACK, LIBRARIAN, RULES(2)),
    ),
    law=LOAN.law,
    final=NewState.BACK,
)
UPGRADE = Renamed(
    actions={"Lend": "LendOut", "Renew": "Renewal", "Return": "TakeBack"},
    states={"LENT": "OUT", "RETURNED": "BACK"},
    fields={"LendOut": {"loan": "number"}},
    new={"LendOut": {"shelf": "unknown"}},
)


class TestATableWithOtherNames:
    def test_it_reads_what_was_written_before(self):
        one, other = upgraded(LOAN, NEW, UPGRADE, LIVES)
        assert (one.id, one.state, one.shelf, one.version) == ("1", NewState.BACK, "unknown", 3)
        assert [type(record.action) for record in other.history] == [LendOut, TakeBack]

    def test_what_it_does_not_read_is_told(self):
        without = Renamed(actions=UPGRADE.actions, states={"LENT": "OUT"}, fields=UPGRADE.fields)
        with pytest.raises(AssertionError, match="can't be read as it was meant") as told:
            upgraded(LOAN, NEW, without, LIVES)
        assert "records[0].record.action.shelf: it is missing" in str(told.value)
        assert "records[2].record.state: a name of NewState" in str(told.value)

    def test_one_that_is_not_the_same_twice_is_told(self):
        swap = Renamed(actions={"Lend": "Renew", "Renew": "Lend"})
        with pytest.raises(AssertionError, match="done again makes another document"):
            upgraded(LOAN, LOAN, swap, LIVES)

    def test_fields_go_and_steps_follow_one_another(self):
        first = Renamed(fields={"Lend": {"loan": "nr"}}, gone={"Lend": ["colour"]})
        both = first.then(Renamed(fields={"Lend": {"nr": "number"}})).then(Renamed(actions={"Lend": "LendOut"}))
        document = {"record": {"action": {"action": "Lend", "loan": "1", "colour": "red"}, "state": "LENT"}}
        assert both(document)["record"] == {"action": {"action": "LendOut", "number": "1"}, "state": "LENT"}
        assert document["record"]["action"]["colour"] == "red"
        inside = {"record": {"action": {"action": "A"}, "state": {"type": "S", "value": "OLD"}}}
        assert Renamed(states={"OLD": "NEW"})(inside)["record"]["state"] == {"type": "S", "value": "NEW"}
        assert first({"entity": 1}) == {"entity": 1}
        assert first({"record": {"action": 1, "state": 1}}) == {"record": {"action": 1, "state": 1}}

    def test_in_a_store_nothing_that_was_written_changes(self, url):
        clock = Clock(on(9))
        with opened(url, LOAN, clock=clock) as store:
            store.begin(LOAN, LIVES[0].history[0].action)
            written = store.records("loan", "1")
        with opened(url, NEW, clock=clock, upgrades={"loan": UPGRADE}) as store:
            store.recount(NEW)
            assert store.apply(NEW, "1", lambda _: Renewal(at=on(3), by=READING)).shelf == "unknown"
            assert store.open(NEW, "1").state is NewState.OUT
            first, second = store.records("loan", "1")
        assert [first] == written
        assert b'"Renewal"' in second.document


class TestWhatWasTakenOver:
    def test_it_is_judged_and_not_refused(self, url):
        with opened(url) as store:
            unlawful = [receive(), assign(), register(at=at(5, 10))]
            (audit,) = store.take_over(APPEAL, [unlawful], source="register of 2019", day=at(5), signed_in="clerk 1")
            assert {finding.kind.value for finding in audit.findings} >= {"unlawful", "missing"}
            kept = store.open(APPEAL, "118")
            assert kept == audit.entity
            assert [bool(record.against) for record in kept.history] == [bool(r.against) for r in audit.entity.history]
            assert any(record.against for record in kept.history)
            first, *_ = store.records("appeal", "118")
            assert first.origin == '{"taken_over_from": "register of 2019", "on": "2026-03-05"}'
            assert (first.signed_in, first.recorded) == ("clerk 1", "2026-03-05T07:00:00.000000Z")
            assert len(store.read_from(0)) == len(kept.history)

    def test_all_or_none(self, url):
        with opened(url) as store:
            for wrong in ([receive("1"), receive("1")], [receive("1"), receive("2"), receive("1")]):
                with pytest.raises(CaseExists, match="'1'"):
                    store.take_over(APPEAL, [[one] for one in wrong], source="register", day=at(5))
            assert list(store.cases(APPEAL)) == []

    def test_what_it_owes_is_listed(self, url):
        with opened(url) as store:
            (audit,) = store.take_over(
                APPEAL, [[receive(appellants=(Person("p", name="Somebody"),))]], source="r", day=at(5)
            )
            assert {due.name for due in store.dues(at(5, 12))} == {
                str(due.name) for due in APPEAL.due(audit.entity, at(5, 12), open=True)
            }
            assert store.open(APPEAL, "118").appellants[0].name == "Somebody"
            with store.engine.connect() as connection:
                assert connection.execute(text("SELECT count(*) FROM prcomm_names")).scalar_one() == 1
