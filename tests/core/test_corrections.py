"""Facts that a file states wrongly are corrected by one more record: what is on file stays, what is told goes by it."""

import pickle
from typing import Annotated as An

import pytest
from attrs import evolve, field, frozen
from one_duty import ACT, ANN, CLERK, FIVE, LAW
from pendulum import Date, DateTime

from prcomm import (
    SAME,
    Action,
    Actor,
    Correction,
    Days,
    Entity,
    FaultyLifecycle,
    FindingKind,
    Kind,
    Lifecycle,
    Months,
    Office,
    Person,
    Refused,
    Role,
    State,
    owes,
    rows,
)
from prcomm.adapters.json import Codec
from prcomm.core.values.fields import covers, fits
from prcomm.testing import check

STRANGER = Role("stranger")


class CaseState(State):
    OPEN = 1
    SHUT = 2


class CaseKind(Kind):
    PLAIN = 1
    GRAVE = 2


PLAIN, GRAVE = CaseKind
OPEN, SHUT = CaseState


@frozen(kw_only=True)
class CaseAction(Action):
    """What is done about a case."""


@frozen(kw_only=True)
class Open(CaseAction):
    case: str
    kind: CaseKind
    office: Office
    against: tuple[str, ...] = ()
    of: Person = Person("nobody")
    secret: str = field(default="", repr=False)


@frozen(kw_only=True)
class Note(CaseAction):
    number: int


@frozen(kw_only=True)
class Shut(CaseAction): ...


@frozen(kw_only=True)
class Correct(CaseAction, Correction):
    """A fact of the case is corrected."""

    value: An[CaseKind | DateTime | int | str | tuple[str, ...] | Person, "what it is"]


@frozen(kw_only=True)
class Case(Entity[CaseState]):
    kind: CaseKind
    against: tuple[str, ...] = ()
    of: Person = Person("nobody")
    secret: str = ""
    number: int = 0
    noted_as: CaseKind | None = None


FACTS = {Open: ("at", "kind", "against", "of", "secret"), Note: ("number",)}
row = rows(Case, CaseState, CaseAction)


def table(action=Correct, facts=FACTS):
    return (
        row.start(Open, OPEN, CLERK, ACT(1), id="case"),
        row(OPEN, Note, SAME, CLERK, ACT(2), then=lambda case, a: evolve(case, number=a.number, noted_as=case.kind)),
        row(OPEN, Shut, SHUT, CLERK, ACT(3)),
        row.corrects(OPEN | SHUT, action, CLERK, ACT(4), facts),
    )


owed = owes(Case, CaseAction)
ANSWER = owed("answer", Open, lambda case, a: Months(1) if case.kind is GRAVE else Days(10), Shut, CLERK, ACT(3))
REPORT = owed("report", Open, Days(3), Shut, CLERK, ACT(3), only=GRAVE)
CASES = Lifecycle("case", table(), (ANSWER, REPORT), law=LAW, final=SHUT)
CODEC = Codec(CASES)


def at(month: int, day: int, hour: int = 10) -> DateTime:
    return DateTime(2026, month, day, hour, tzinfo=FIVE.tz)


def opened(**more):
    return CASES.begin(Open(**{"at": at(3, 2), "by": ANN, "case": "7", "kind": PLAIN, "office": FIVE} | more))


def corrected(case, name, value, *, record=0, on=None, **more):
    said = {"at": on or at(3, 9), "by": ANN, "why": "sheet 3"} | more
    return Correct(record=record, field=name, value=value, **said)


def due(case, name="answer", on=None):
    return next((one for one in CASES.due(case, on or at(3, 9)) if one.name == name), None)


def reasons(case, action):
    return [reason.name.removeprefix("corrects: ") for reason in CASES.explain(case, action).reasons]


NOTED = CASES.apply(opened(), Note(at=at(3, 3), by=ANN, number=1))
GRAVER = CASES.apply(NOTED, corrected(NOTED, "kind", GRAVE))


class TestFromThenOn:
    def test_the_file_says_what_is_so(self):
        assert (NOTED.kind, GRAVER.kind) == (PLAIN, GRAVE)

    def test_what_is_on_file_is_unchanged_and_what_is_told_is_as_corrected(self):
        assert GRAVER.history[:2] == NOTED.history
        assert [getattr(record.action, "kind", None) for record in GRAVER.told] == [GRAVE, None, None]
        assert NOTED.told is NOTED.history

    def test_its_clock_begins_with_the_same_record_and_is_counted_by_the_fact(self):
        """From Monday 2 March 2026: ten days are up on the 12th, a month on 2 April."""
        assert (due(NOTED).last, due(GRAVER).last) == (Date(2026, 3, 12), Date(2026, 4, 2))
        assert due(GRAVER).start == Date(2026, 3, 2)

    def test_a_duty_of_the_other_kind_begins_too_and_one_of_the_old_ends(self):
        assert (due(NOTED, "report"), due(GRAVER, "report").last) == (None, Date(2026, 3, 5))
        back = CASES.apply(GRAVER, corrected(GRAVER, "kind", PLAIN, on=at(3, 10)))
        assert due(back, "report") is not None, "as known on 9 March"
        assert due(back, "report", at(3, 10)) is None

    def test_a_day_that_was_stated_wrongly_moves_what_is_counted_from_it(self):
        earlier = CASES.apply(NOTED, corrected(NOTED, "at", at(2, 27)))
        assert (due(earlier).start, due(earlier).last) == (Date(2026, 2, 27), Date(2026, 3, 9))
        assert earlier.history[0].action.at == at(3, 2)

    def test_all_dues_go_by_it_open_and_met(self):
        shut = CASES.apply(GRAVER, Shut(at=at(3, 20), by=ANN))
        assert [str(one.status(at(3, 21))) for one in CASES.due(shut, at(3, 21))] == ["met", "late"]
        assert [one.last for one in CASES.due(GRAVER, at(3, 9), open=True)] == [Date(2026, 4, 2), Date(2026, 3, 5)]

    def test_effects_that_came_after_are_folded_anew(self):
        assert (NOTED.noted_as, GRAVER.noted_as) == (PLAIN, GRAVE)

    def test_a_fact_of_a_later_record(self):
        five = CASES.apply(NOTED, corrected(NOTED, "number", 5, record=1))
        assert five.number == 5

    def test_the_state_stays_and_nothing_is_judged_again(self):
        shut = CASES.apply(NOTED, Shut(at=at(3, 5), by=ANN))
        again = CASES.apply(shut, corrected(shut, "kind", GRAVE))
        assert (again.state, again.version) == (SHUT, 4)

    def test_what_is_done_later_goes_on_from_it(self):
        on = CASES.apply(GRAVER, Note(at=at(3, 12), by=ANN, number=2))
        assert (on.kind, on.number, on.told[0].action.kind, on.history[0].action.kind) == (GRAVE, 2, GRAVE, PLAIN)

    def test_of_several_corrections_of_one_record_all_hold_and_the_last_of_one_fact(self):
        both = CASES.apply(GRAVER, corrected(GRAVER, "against", ("x",), on=at(3, 10)))
        assert (both.kind, both.against, len(both.corrected)) == (GRAVE, ("x",), 1)
        again = CASES.apply(both, corrected(both, "against", ("y",), on=at(3, 11)))
        assert (again.kind, again.against) == (GRAVE, ("y",))


class TestBefore:
    def test_as_of_the_day_before_the_old_fact_counts(self):
        """What was known then are the records up to then."""
        before = CASES.restore(GRAVER.history[:2])
        assert before == NOTED
        assert due(before, on=at(3, 8)).last == Date(2026, 3, 12)

    def test_it_is_restored_replayed_pickled_and_read_as_it_was(self):
        assert CASES.restore(GRAVER.history) == GRAVER
        assert CASES.replay(record.action for record in GRAVER.history) == GRAVER
        assert pickle.loads(pickle.dumps(GRAVER)) == GRAVER
        assert hash(CASES.restore(GRAVER.history)) == hash(GRAVER)
        assert CODEC.loads(CODEC.dumps(GRAVER)) == GRAVER
        records = [CODEC.dumps(record) for record in GRAVER.history]
        assert CODEC.restore(records) == GRAVER

    def test_an_entity_without_a_correction_pays_nothing(self):
        assert NOTED.corrected == ()
        assert NOTED.told is NOTED.history


class TestWhatStandsAgainst:
    @pytest.mark.parametrize(
        ("more", "why"),
        [
            ({"record": 2}, "the record is on file"),
            ({"record": -1}, "the record is on file"),
            ({"value": 3}, "the value is one that the field may have"),
            ({"value": "GRAVE"}, "the value is one that the field may have"),
            ({"value": PLAIN}, "the value is another than the one on file"),
            ({"why": ""}, "it is said what shows it"),
            ({"name": "at", "value": at(3, 4)}, "the records stay in order of time"),
            ({"name": "at", "value": DateTime(2026, 3, 1)}, "the value is one that the field may have"),
        ],
    )
    def test_each_alone(self, more, why):
        action = corrected(NOTED, **{"name": "kind", "value": GRAVE} | more)
        assert reasons(NOTED, action) == [why]
        with pytest.raises(Refused):
            CASES.apply(NOTED, action)

    @pytest.mark.parametrize("name", ["case", "office", "by", "nothing", "number"])
    def test_what_is_no_fact_of_that_record(self, name):
        found = reasons(NOTED, corrected(NOTED, name, "8"))
        assert found == [
            "the field is a fact of the file that may be corrected",
            "the value is one that the field may have",
        ]

    def test_all_at_once_with_who_may(self):
        action = corrected(NOTED, "number", "x", record=9, why="", by=Actor("x", STRANGER))
        told = str(CASES.explain(NOTED, action))
        assert [reason.kind for reason in CASES.explain(NOTED, action).reasons] == ["role", "guard", "guard", "guard"]
        assert reasons(NOTED, action)[1:] == [
            "the record is on file",
            "the value is one that the field may have",
            "it is said what shows it",
        ]
        assert "9" not in told.replace("2026-03-09", "")

    def test_a_remedy_tells_what_may_be_corrected(self):
        (reason, _) = CASES.explain(NOTED, corrected(NOTED, "case", "8")).reasons
        assert reason.remedy == (
            "may be corrected: Open.at, Open.kind, Open.against, Open.of, Open.secret, Note.number"
        )
        assert reason.cites == (ACT(4),)

    def test_the_receipt_is_not_after_what_followed_nor_before_nothing(self):
        assert reasons(NOTED, corrected(NOTED, "at", at(3, 3))) == []
        assert reasons(NOTED, corrected(NOTED, "at", at(1, 2))) == []
        alone = opened()
        assert reasons(alone, corrected(alone, "at", at(3, 10))) == ["the records stay in order of time"]

    def test_allowed_quotes_what_it_depends_on(self):
        (one,) = (one for one in CASES.allowed(NOTED, ANN, at(3, 9)) if one.action is Correct)
        assert len(one.conditions) == 6


class TestInAnAudit:
    def found(self, *more, start=NOTED):
        actions = [record.action for record in start.history]
        return CASES.audit([*actions, *more], at(3, 9, 12))

    def test_both_values_are_given(self):
        audit = self.found(corrected(NOTED, "kind", GRAVE))
        (one,) = audit.of(FindingKind.CORRECTED)
        assert one.text == "kind of Open at step 0: GRAVE, in place of PLAIN"
        assert (one.step, one.name, one.cites) == (2, "Correct", (ACT(4),))
        assert audit.entity == GRAVER

    def test_nothing_is_told_in_words(self):
        (one,) = self.found(corrected(NOTED, "against", ("x", "y"))).of(FindingKind.CORRECTED)
        assert one.text == "against of Open at step 0: x, y, in place of nothing"

    @pytest.mark.parametrize(("name", "value"), [("of", Person("p", name="Somebody")), ("secret", "Somebody")])
    def test_what_is_private_is_not_shown(self, name, value):
        (one,) = self.found(corrected(NOTED, name, value)).of(FindingKind.CORRECTED)
        assert one.text == f"{name} of Open at step 0: <hidden>, in place of <hidden>"
        assert "Somebody" not in str(one) + repr(one)
        assert CODEC.loads(CODEC.dumps(one)) == one

    def test_what_cannot_be_done_is_noted_and_changes_nothing(self):
        audit = self.found(corrected(NOTED, "kind", GRAVE, record=7), corrected(NOTED, "case", "8"))
        assert [one.kind for one in audit.findings if one.step is not None] == [FindingKind.UNLAWFUL] * 2
        assert (audit.entity.kind, audit.entity.version, audit.entity.corrected) == (PLAIN, 4, ())
        assert CASES.restore(audit.entity.history) == audit.entity

    def test_an_unlawful_correction_corrects_nothing(self):
        audit = self.found(corrected(NOTED, "kind", GRAVE, by=Actor("x", STRANGER)))
        assert [one.kind for one in audit.findings if one.step is not None] == [FindingKind.UNLAWFUL]
        assert (audit.entity.kind, audit.entity.version) == (PLAIN, 3)
        assert CASES.restore(audit.entity.history) == audit.entity

    def test_dues_are_judged_by_what_is_so(self):
        late = Shut(at=at(3, 9, 11), by=ANN)
        assert [one.name for one in self.found(late).findings] == []
        names = [one.name for one in self.found(corrected(NOTED, "kind", GRAVE), late).findings]
        assert names == ["Correct", "report"]


class TestATableThatCorrects:
    def test_every_law_of_every_lifecycle_holds(self):
        assert check(CASES, examples=40).rows == 4

    @pytest.mark.parametrize(
        ("action", "facts", "fault"),
        [
            (Note, FACTS, "Note corrects, and is no Correction: class Note(CaseAction, Correction)"),
            (Correct, {}, "it corrects nothing: name the fields that may be, by their action"),
            (Correct, {Open: ("colour",)}, "corrects 'colour': Open has no field 'colour'"),
            (Correct, {Open: ("by",)}, "corrects 'by' of Open: who did it is never corrected"),
            (Correct, {Open: ("office",)}, "corrects 'office' of Open: the type of 'value' does not cover Office"),
            (Correct, {Action: ("at",)}, "corrects the class Action, which is no CaseAction"),
        ],
    )
    def test_what_is_wrong_is_told_when_it_is_built(self, action, facts, fault):
        with pytest.raises(FaultyLifecycle) as raised:
            Lifecycle("case", table(action, facts), law=LAW, final=SHUT)
        assert [one for one in raised.value.faults if one.endswith(fault)]


class TestWhatFits:
    @pytest.mark.parametrize(
        ("value", "hint", "whether"),
        [
            (1, int, True),
            (True, int, False),
            (True, bool, True),
            ("x", str | None, True),
            (None, str | None, True),
            (None, str, False),
            (("x",), tuple[str, ...], True),
            (("x", 1), tuple[str, ...], False),
            (("x", 1), tuple[str, int], True),
            (("x",), tuple[str, int], False),
            ((), tuple[str, ...], True),
            (frozenset({1}), frozenset[int], True),
            (frozenset({"x"}), frozenset[int], False),
            (Date(2026, 3, 2), Date, True),
            (at(3, 2), Date, False),
            (at(3, 2), DateTime, True),
            (DateTime(2026, 3, 2), DateTime, False),
            (PLAIN, CaseKind, True),
        ],
    )
    def test_a_type(self, value, hint, whether):
        assert fits(value, hint) is whether

    def test_one_type_covers_another(self):
        assert covers(int | str, str)
        assert covers(object, str)
        assert covers(tuple[int | str, ...], tuple[str, ...])
        assert not covers(tuple[str, ...], tuple[int | str, ...])
        assert not covers(str, str | None)
