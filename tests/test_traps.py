"""The traps that bit others, where they could bite us."""

import ast
from enum import Enum
from pathlib import Path

import pendulum
import pytest
from book_loan import LIBRARIAN, LOAN, READER, Lend, Renew
from hypothesis import given, strategies as st
from samples.petition import CARL, EMIL, PETITION, REQUEST, TOWN, File, Take, at, filed_on, opened_on
from transitions import Machine

import prcomm
from prcomm import Actor, Office, Refused, Role

SOURCES = sorted(Path(prcomm.__file__).parent.rglob("*.py"))


class TestTransitions:
    """The engine of transitions 0.9.3, model-less and with nothing automatic."""

    def test_auto_transitions_would_bypass_every_rule_and_are_off(self):
        class Model:
            state = "A"

        assert "to_B" in Machine(Model(), states=["A", "B"], initial="A").events  # the trap
        assert not any(name.startswith("to_") for name in LOAN.machine().events)

    def test_of_two_equal_models_the_second_gets_no_triggers_so_there_is_no_model(self):
        class Equal:
            def __eq__(self, other):
                return True

            def __hash__(self):
                return 0

        first, second = Equal(), Equal()
        Machine([first, second], states=["A", "B"], initial="A", transitions=[["go", "A", "B"]])
        assert hasattr(first, "go")
        assert not hasattr(second, "go")  # the trap
        assert LOAN.machine().models == []
        assert filed_on(3, 3) == filed_on(3, 3)
        assert PETITION.apply(filed_on(3, 3), Take(at=at(3, 4), by=CARL)).version == 2

    def test_a_false_guard_is_silent_there_and_has_a_reason_here(self):
        loan = LOAN.begin(Lend(at=at(3, 7), by=Actor("d", LIBRARIAN), loan="b", office=TOWN))

        class Model:
            state = loan.state

        late = Renew(at=at(5, 1), by=Actor("r", READER))
        assert LOAN.machine().events["Renew"].trigger(Model(), loan, late) is False  # the trap
        with pytest.raises(Refused) as caught:
            LOAN.apply(loan, late)
        assert caught.value.verdict.reasons[0].text == "the term 'return' runs"


class TestPendulum:
    def test_an_iso_round_trip_loses_the_zone_and_the_days_stay_the_offices(self):
        """At 00:30 on 30 October in Berlin the offset is +01:00 again; the text no longer knows the zone."""
        moment = at(10, 30, 0, 30)
        read = pendulum.parse(moment.isoformat())
        assert read.timezone_name != "Europe/Berlin"  # the trap
        kept = PETITION.begin(File(at=moment, by=EMIL, case="7", kind=REQUEST, office=TOWN))
        again = PETITION.begin(File(at=read.in_timezone("UTC"), by=EMIL, case="7", kind=REQUEST, office=TOWN))
        assert [d.raw for d in PETITION.due(kept, moment)] == [d.raw for d in PETITION.due(again, moment)]

    def test_a_duration_of_a_month_is_thirty_days_and_is_never_used(self):
        assert pendulum.duration(months=1).days == 30  # the trap
        assert not any("duration(" in path.read_text(encoding="utf-8") for path in SOURCES)


class TestAttrs:
    def test_no_module_postpones_its_annotations(self):
        """In a module of attrs classes it breaks ``st.builds``."""
        for path in SOURCES:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert not any(isinstance(n, ast.ImportFrom) and n.module == "__future__" for n in ast.walk(tree)), path

    @given(st.builds(Renew, at=st.just(at(3, 7)), by=st.builds(Actor, role=st.builds(Role))))
    def test_hypothesis_builds_actions_and_people_from_their_types(self, renew):
        assert renew.at == at(3, 7)
        assert isinstance(renew.by.role, Role)


class TestOrder:
    def test_states_keep_the_order_of_their_definition(self):
        """A frozenset of members comes in another order in every process."""
        assert [s.name for s in PETITION.final] == ["REFERRED", "CLOSED"]
        received, opened, extended, *_ = type(filed_on(3, 3).state)
        assert list(extended | received | opened) == [received, opened, extended]
        assert list((extended | received) | (opened | extended)) == [received, opened, extended]

    def test_roles_keep_the_order_in_which_they_are_named(self):
        a, b, c = map(Role, "abc")
        assert list(c | a | (b | a)) == [c, a, b]

    def test_roles_of_an_enum_could_not_be_added_to_and_ours_can(self):
        class Roles(Enum):
            HEAD = "head"

        with pytest.raises(TypeError, match="cannot extend"):

            class Mine(Roles):  # the trap
                DEPUTY = "deputy"

        assert (Role("deputy") | Role("head")) == (Role("deputy"), Role("head"))

    def test_ties_stand_in_the_order_of_the_register(self):
        """An action at the instant of another comes after it because it stands after it, not by luck."""
        take = Take(at=at(3, 3), by=CARL)
        file = File(at=at(3, 3), by=EMIL, case="7", kind=REQUEST, office=TOWN)
        assert PETITION.audit([file, take], at(3, 3)).findings == ()
        assert PETITION.audit([take, file], at(3, 3)).findings[0].kind == "unlawful"


class TestTime:
    def test_time_moves_nothing(self):
        """Overdue is an answer of a due at an instant, never a state."""
        petition = opened_on(3, 3)
        (_, answer, *_) = PETITION.due(petition, at(12, 1))
        assert answer.status(at(12, 1)) == "overdue"
        assert answer.status(at(3, 4)) == "running"
        assert petition == opened_on(3, 3)

    def test_no_module_of_the_core_reads_a_clock_a_file_or_a_die(self):
        forbidden = ("now(", "today(", "time.time", "random", "open(", "getenv", "environ")
        for path in SOURCES:
            if "core" in path.parts:
                text = path.read_text(encoding="utf-8")
                code = "\n".join(line for line in text.splitlines() if "def due(" not in line)
                assert not any(f" {word}" in code or f".{word}" in code for word in forbidden), path


def test_an_office_of_another_week_needs_no_global_setting():
    six = Office("six", zone="Europe/Berlin", week=6)
    assert six != TOWN
    assert hash(six) == hash(Office("six", zone="Europe/Berlin", week=6))
