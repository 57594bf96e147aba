"""For each law of every lifecycle a fault in a few lines, which ``check`` must find, and tell in less than a page."""

import copyreg
import itertools
import re
from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve, field, frozen
from book_loan import (
    DEADLINES,
    LAW,
    LIBRARIAN,
    LOAN,
    READER,
    RULES,
    Loan,
    LoanState,
)

from prcomm import Action, Basis, Correction, Days, Lifecycle, Office, Person, given, guard, owes, rows, runs
from prcomm.adapters.json import BadDocument, Codec, schema
from prcomm.core.calendar.traces import Trace
from prcomm.core.engine.verdicts import Refused
from prcomm.core.table.dues import Traced
from prcomm.core.table.reasons import ReasonKind
from prcomm.core.values.messages import scoped
from prcomm.testing import Report, asking, check
from prcomm.testing.checking import OF_A_CELL, OF_A_LIFE, OF_A_REFUSAL, OF_A_TABLE

LENT, RETURNED = LoanState.LENT, LoanState.RETURNED


@frozen(kw_only=True)
class LoanAction(Action):
    """Apart from the library's own."""


@frozen(kw_only=True)
class Renew(LoanAction): ...


@frozen(kw_only=True)
class Lend(LoanAction):
    loan: str
    office: Office
    reader: Person


@frozen(kw_only=True)
class Return(LoanAction):
    fine: float = 0.0


@frozen(kw_only=True)
class Burn(LoanAction):
    why: str


@frozen(kw_only=True)
class ReadersLoan(Loan):
    reader: Person
    whose: str = ""
    noted: tuple[str, ...] = field(default=(), repr=False)


ONCE = given("a loan is renewed once", RULES(3), lambda loan, action: not loan.renewed)


def lent(action):
    return ReadersLoan(id=action.loan, office=action.office, reader=action.reader)


def renewed(loan, action):
    return evolve(loan, renewed=True)


def loan(
    of=Lifecycle, *, begins=lent, renews=renewed, returns=None, given=(), given_back=(), more=(), entity=ReadersLoan,
    within=DEADLINES[0].within, met_by=Return, until=(),
    corrects=None,
):  # fmt: skip
    """The loan of a book with what is asked of it put in: a class that lies, an effect, a guard, a row."""
    row = rows(entity, LoanState, LoanAction)
    table = (
        row.start(Lend, LENT, LIBRARIAN, RULES(1), then=begins),
        row(LENT, Renew, LENT, READER, RULES(3), ONCE, runs("return"), *given, then=renews),
        row(LENT, Return, RETURNED, LIBRARIAN, RULES(2), *given_back, then=returns),
        *(row(LENT, action, leads_to, READER, RULES(3), *guards) for action, leads_to, *guards in more),
        *(() if corrects is None else (row.corrects(LENT, Correct, LIBRARIAN, RULES(3), corrects),)),
    )
    due = owes(entity, LoanAction)("return", Lend, within, met_by, READER, RULES(2), until=until)
    return of("loan", table, (due,), law=LAW, final=RETURNED)


def lying(**methods):
    """A loan whose lifecycle does something else than the tables say."""
    return loan(type("Lying", (Lifecycle,), methods))


def refused(text):
    """A guard that nothing meets."""

    @guard(text, RULES(3))
    def never(loan, action, law):
        return False

    return never


# -- faults: each gives a lifecycle to check, with payloads if it needs them


def explains_otherwise_the_second_time(monkeypatch):
    seen = set()

    def explain(self, entity, action):
        verdict = Lifecycle.explain(self, entity, action)
        again = (entity, action) in seen
        seen.add((entity, action))
        late = Lifecycle.explain(self, None, Renew(at=action.at, by=action.by)).reasons
        return evolve(verdict, reasons=late) if again and verdict.accepted else verdict

    return lying(explain=explain)


def enters_a_copy_of_the_action(monkeypatch):
    def apply(self, entity, action):
        return Lifecycle.apply(self, entity, evolve(action))

    return lying(apply=apply)


def an_effect_that_changes_what_it_is_given(monkeypatch):
    def returned(loan, action):
        object.__setattr__(loan, "whose", "the library's")
        return loan

    return loan(returns=returned)


def an_effect_that_looks_at_something_else(monkeypatch):
    numbers = itertools.count()
    return loan(returns=lambda loan, action: evolve(loan, noted=(str(next(numbers)),)))


def a_replay_that_stops_early(monkeypatch):
    def replay(self, actions):
        return Lifecycle.replay(self, tuple(actions)[:2])

    return lying(replay=replay)


def a_restore_that_forgets(monkeypatch):
    def restore(self, records):
        return evolve(Lifecycle.restore(self, records), renewed=False)

    return lying(restore=restore)


def an_apply_that_forgets_when_it_was_entered(monkeypatch):
    def apply(self, entity, action, *, recorded=None):
        return Lifecycle.apply(self, entity, action)

    return lying(apply=apply)


@frozen(kw_only=True)
class Correct(LoanAction, Correction):
    value: Person


def a_correction_that_renews(monkeypatch):
    class Lying(Lifecycle):
        def _folded(self, entity):
            return evolve(super()._folded(entity), renewed=True)

    return loan(Lying, corrects={Lend: ("reader",)})


def a_machine_without_a_row(monkeypatch):
    def machine(self, kind=None, day=None):
        return Lifecycle.machine(self.without(self.transitions[2], "return", "runs_return"), kind, day)

    return lying(machine=machine)


def an_audit_that_ends_elsewhere(monkeypatch):
    def audit(self, actions, at):
        return evolve(Lifecycle.audit(self, actions, at), entity=None)

    return lying(audit=audit)


def nothing_is_allowed(monkeypatch):
    return lying(allowed=lambda self, entity, by, at: ())


def a_state_without_a_way_out(monkeypatch):
    @guard("what was renewed is never returned", RULES(2))
    def first_time(loan, action, law):
        return not loan.renewed

    return loan(given_back=(first_time,))


def an_apply_that_lets_all_pass(monkeypatch):
    def apply(self, entity, action, *, recorded=None):
        try:
            return Lifecycle.apply(self, entity, action, recorded=recorded)
        except Refused:
            return entity

    return lying(apply=apply)


def reasons_without_a_text(monkeypatch):
    def verdict(self, entity, action):
        given = Lifecycle._verdict(self, entity, action)
        return evolve(given, reasons=tuple(evolve(reason, text=" ") for reason in given.reasons))

    return lying(_verdict=verdict)


def a_rule_that_is_less_than_law_and_does_not_say_so(monkeypatch):
    def verdict(self, entity, action):
        told = Lifecycle._verdict(self, entity, action)
        return evolve(told, reasons=tuple(evolve(reason, remedy="") for reason in told.reasons))

    known = (RULES(3).by(Basis.ANALOGY), RULES(3).by(Basis.INFERRED))
    seldom = given("it is seldom renewed", known, lambda loan, action: loan.whose == "nobody's")
    return loan(type("Lying", (Lifecycle,), {"_verdict": verdict}), more=((Burn, RETURNED, seldom),))


def a_machine_without_a_guard(monkeypatch):
    def machine(self, kind=None, day=None):
        return Lifecycle.machine(self.without(ONCE), kind, day)

    return lying(machine=machine)


def an_audit_that_keeps_the_reasons_to_itself(monkeypatch):
    def audit(self, actions, at):
        made = Lifecycle.audit(self, actions, at)
        return evolve(made, findings=tuple(evolve(finding, reasons=()) for finding in made.findings))

    return lying(audit=audit)


def a_guard_that_fails(monkeypatch):
    @guard("there are readers to share it", RULES(3))
    def shared(loan, action, law):
        return 1 / len(loan.whose) > 0

    return loan(given=(shared,))


def a_row_that_nobody_reaches(monkeypatch):
    return loan(more=((Burn, RETURNED, refused("it never happens")),))


def dues(change):
    """A lifecycle that gives other dues than it counts."""

    def due(self, entity, at, *, open=False):
        return change(Lifecycle.due(self, entity, at, open=open), open)

    return lying(due=due)


def a_due_that_changes(monkeypatch):
    numbers = itertools.count()
    return dues(lambda found, only_open: tuple(evolve(due, provisional=next(numbers) % 2 == 0) for due in found))


def a_due_that_is_not_among_the_open(monkeypatch):
    return dues(lambda found, only_open: () if only_open else found)


def a_breach_that_its_end_undoes(monkeypatch):
    def due(self, entity, at, *, open=False):
        found = Lifecycle.due(self, entity, at, open=open)
        return tuple(evolve(due, lifted=due.lifted or due.ended is not None) for due in found)

    return loan(type("Lying", (Lifecycle,), {"due": due}), within=Days(1), met_by=Renew, until=Return)


def a_due_that_knows_what_is_to_come(monkeypatch):
    def due(self, entity, at, *, open=False):
        last = entity.history[-1].action.at
        return Lifecycle.due(self, entity, last if last.timestamp() > at.timestamp() else at, open=open)

    return lying(due=due)


def a_due_that_runs_twice(monkeypatch):
    return dues(lambda found, only_open: (*found, *found))


def a_due_that_is_met_on_another_day(monkeypatch):
    return dues(lambda found, only_open: tuple(evolve(due, met=due.met and due.met.add(years=1)) for due in found))


def a_due_of_years_before_its_deadline(monkeypatch):
    lifecycle = dues(lambda found, only_open: tuple(evolve(due, start=due.start.subtract(years=9)) for due in found))
    lifecycle.deadlines = tuple(evolve(deadline, first_day=date(2020, 1, 1)) for deadline in lifecycle.deadlines)
    return lifecycle


def a_target_after_the_last_day(monkeypatch):
    return dues(lambda found, only_open: tuple(evolve(due, control=due.raw.add(days=1)) for due in found))


def a_due_without_a_trace(monkeypatch):
    return dues(lambda found, only_open: tuple(evolve(due, facts=(Trace(), ()), counting=Traced) for due in found))


def wakeups_that_never_come(monkeypatch):
    return lying(next_wakeups=lambda self, entity, after=None: ())


@frozen(kw_only=True)
class ForgetfulLoan(ReadersLoan):
    def __getstate__(self):
        return {name: getattr(self, name) for name in ("id", "office", "state", "history", "clocks", "reader", "whose")}

    def __setstate__(self, state):
        for name, value in {"renewed": False, "noted": (), **state}.items():
            object.__setattr__(self, name, value)


def an_entity_that_loses_a_field_in_pickle(monkeypatch):
    def begun(action):
        return ForgetfulLoan(id=action.loan, office=action.office, reader=action.reader)

    return loan(begins=begun, entity=ForgetfulLoan)


def a_number_that_is_read_as_another(monkeypatch):
    loads = Codec.loads
    monkeypatch.setattr(
        Codec, "loads", lambda self, text: loads(self, re.sub(r'("fine": ?)[\d.e+-]+', r"\g<1>7.25", text))
    )
    return loan()


@frozen(kw_only=True)
class Shred(LoanAction):
    why: str = field()

    def __reduce__(self):
        return copyreg.__newobj_ex__, (Shred, (), {}), (None, {"at": self.at, "by": self.by, "why": ""})


def an_action_that_loses_a_field_in_pickle(monkeypatch):
    return loan(more=((Shred, RETURNED, refused("no book is shredded")),))


def a_reason_that_json_does_not_have(monkeypatch):
    return loan(more=((Burn, RETURNED, refused("half a letter: \ud800")),))


def a_schema_that_asks_for_more(monkeypatch):
    def stricter(lifecycle):
        made = schema(lifecycle)
        return {**made, "required": [*made["required"], "colour"]}

    monkeypatch.setattr(asking, "schema", stricter)
    return loan()


def a_schema_that_asks_for_nothing(monkeypatch):
    monkeypatch.setattr(asking, "schema", lambda lifecycle: {})
    return loan()


def a_reader_that_stumbles(monkeypatch):
    read = Codec.read

    def stumbles(self, document):
        try:
            return read(self, document)
        except BadDocument as bad:
            raise KeyError("state") from bad

    monkeypatch.setattr(Codec, "read", stumbles)
    return loan()


def a_language_without_words(monkeypatch):
    monkeypatch.setattr(asking, "each_language", lambda: (lambda word: "",))
    return loan()


def a_language_without_a_word_for_reasons(monkeypatch):
    def say(word):
        if isinstance(word, ReasonKind):
            raise LookupError(word)
        return "x"

    monkeypatch.setattr(asking, "each_language", lambda: (say,))
    return loan()


def an_entity_that_shows_a_person(monkeypatch):
    def begun(action):
        return evolve(lent(action), whose=action.reader.name)

    return loan(begins=begun)


def a_refusal_that_shows_a_person(monkeypatch):
    def verdict(self, entity, action):
        given = Lifecycle._verdict(self, entity, action)
        remedy = scoped("" if entity is None else f"ask {entity.reader.name}", "loan", "remedy")
        return evolve(given, reasons=tuple(evolve(reason, remedy=remedy) for reason in given.reasons))

    return lying(_verdict=verdict)


def an_entity_that_keeps_a_name_of_its_own(monkeypatch):
    def begun(action):
        return evolve(lent(action), noted=(action.reader.name,))

    return loan(begins=begun)


FAULTS = {
    "each_step_is_accepted": explains_otherwise_the_second_time,
    "an_action_gives_one_record_more": enters_a_copy_of_the_action,
    "the_old_entity_is_as_it_was": an_effect_that_changes_what_it_is_given,
    "the_same_done_twice_gives_the_same": an_effect_that_looks_at_something_else,
    "replaying_is_applying": a_replay_that_stops_early,
    "restoring_is_replaying": a_restore_that_forgets,
    "when_it_was_entered_changes_nothing_else": an_apply_that_forgets_when_it_was_entered,
    "a_correction_changes_facts_and_never_what_was_done": a_correction_that_renews,
    "the_machine_goes_the_same_way": a_machine_without_a_row,
    "an_audit_finds_nothing_unlawful": an_audit_that_ends_elsewhere,
    "what_is_allowed_is_accepted": nothing_is_allowed,
    "some_way_leads_to_an_end": a_state_without_a_way_out,
    "what_is_owed_is_counted_the_same_each_time": a_due_that_changes,
    "what_is_open_is_part_of_what_is_owed": a_due_that_is_not_among_the_open,
    "what_ends_a_duty_does_not_undo_its_breach": a_breach_that_its_end_undoes,
    "of_each_one_runs_at_a_time": a_due_that_runs_twice,
    "what_is_met_was_done_on_that_day": a_due_that_is_met_on_another_day,
    "nothing_is_owed_before_its_first_day": a_due_of_years_before_its_deadline,
    "its_days_are_in_order": a_target_after_the_last_day,
    "every_day_has_its_trace": a_due_without_a_trace,
    "whoever_looks_again_when_told_to_misses_no_turn": wakeups_that_never_come,
    "what_was_done_later_is_not_known": a_due_that_knows_what_is_to_come,
    "a_pickle_is_read_as_it_was_written": an_entity_that_loses_a_field_in_pickle,
    "a_document_is_read_as_it_was_written": a_number_that_is_read_as_another,
    "schema_and_reader_accept_what_is_written": a_schema_that_asks_for_more,
    "schema_and_reader_refuse_the_same": a_schema_that_asks_for_nothing,
    "what_is_spoilt_is_read_or_refused": a_reader_that_stumbles,
    "all_is_told_in_each_language": a_language_without_words,
    "nothing_shows_who": an_entity_that_shows_a_person,
    "what_is_redacted_tells_nobody": an_entity_that_keeps_a_name_of_its_own,
    "a_refusal_is_raised": an_apply_that_lets_all_pass,
    "a_refusal_says_why": reasons_without_a_text,
    "what_is_less_than_law_says_how_it_is_lifted": a_rule_that_is_less_than_law_and_does_not_say_so,
    "the_machine_refuses_it_too": a_machine_without_a_guard,
    "an_audit_notes_it_and_goes_on": an_audit_that_keeps_the_reasons_to_itself,
    "a_pickled_refusal_is_the_same": an_action_that_loses_a_field_in_pickle,
    "a_refusal_is_read_as_it_was_written": a_reason_that_json_does_not_have,
    "all_is_told_of_a_refusal": a_language_without_a_word_for_reasons,
    "no_refusal_shows_who": a_refusal_that_shows_a_person,
    "each_cell_moves_or_refuses": a_guard_that_fails,
    "every_row_is_reached": a_row_that_nobody_reaches,
}
LAWS: dict[str, Callable[..., object]] = {
    law.__name__: law for law in (*OF_A_LIFE, *OF_A_REFUSAL, *OF_A_CELL, *OF_A_TABLE)
}
A_STEP = re.compile(r"  \w+  2026-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d  \w+")


def told(lifecycle, payloads=None, **more) -> str:
    """How the failure of a check is told."""
    with pytest.raises(AssertionError) as caught:
        check(lifecycle, payloads, examples=20, **more)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    return "\n".join((str(caught.value), *getattr(caught.value, "__notes__", ())))


def test_each_law_has_its_fault():
    assert FAULTS.keys() == LAWS.keys()


@pytest.mark.parametrize("law", FAULTS)
def test_a_fault_is_found_by_its_law(law, monkeypatch):
    planted = FAULTS[law](monkeypatch)
    lines = told(*(planted if isinstance(planted, tuple) else (planted,))).splitlines()
    assert lines[1] == f"the law: {' '.join(LAWS[law].__doc__.split())}"
    assert lines[2].startswith("but: ")
    assert len(lines) < 40
    assert all(len(line) < 400 for line in lines)
    if LAWS[law] not in OF_A_TABLE:
        after = next(n for n, line in enumerate(lines) if line.startswith(("after ", "at the beginning")))
        assert all(A_STEP.fullmatch(line) for line in lines[after + 1 :] if line.startswith("  ") and line != "  …")


def test_without_a_fault_every_law_holds():
    assert check(loan(), examples=20).laws == len(LAWS)


def test_one_line_for_a_lifecycle_of_ones_own():
    report = check(LOAN, examples=20)
    assert (report.process, report.lives, report.refusals, report.rows) == ("loan", 20, 20, 3)
    assert report == check(LOAN, examples=20)
    assert str(report) == f"loan: 41 laws hold of 20 lives in {report.steps} steps, 20 refusals, 4 cells and 3 rows"
    assert isinstance(report, Report)
