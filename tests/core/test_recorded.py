"""When something was entered: it is told beside when it was done, and an audit finds what was entered later."""

import pickle

import pendulum
import pytest
from attrs import evolve
from samples.petition import CARL, EMIL, PETITION, REQUEST, TOWN, Answer, File, Lengthen, Take, at

from prcomm import Actor, BadInput, Entered, FindingKind, Refused, Unmapped
from prcomm.adapters.json import BadDocument, Codec

FILE = File(at=at(3, 3), by=EMIL, case="7", kind=REQUEST, office=TOWN, against="police")
TAKE = Take(at=at(3, 3, 11), by=CARL)
ANSWER = Answer(at=at(3, 10), by=CARL, digest="d")
TAKEN = PETITION.apply(PETITION.begin(FILE), TAKE)
CODEC = Codec(PETITION)


class TestARecordTellsWhenItWasEntered:
    def test_where_nothing_is_said_it_was_entered_when_it_was_done(self):
        last = TAKEN.history[-1]
        assert (last.recorded, last.known) == (None, at(3, 3, 11))

    def test_of_a_beginning_and_of_a_step(self):
        begun = PETITION.begin(FILE, recorded=at(3, 4, 9))
        taken = PETITION.apply(begun, TAKE, recorded=at(3, 6, 9))
        assert [record.recorded for record in taken.history] == [at(3, 4, 9), at(3, 6, 9)]
        assert [record.known for record in taken.history] == [at(3, 4, 9), at(3, 6, 9)]

    def test_nothing_else_is_changed_by_it(self):
        taken = PETITION.apply(PETITION.begin(FILE), TAKE, recorded=at(3, 20))
        assert taken != TAKEN
        assert (taken.state, taken.clocks) == (TAKEN.state, TAKEN.clocks)
        assert PETITION.due(taken, at(3, 21)) == PETITION.due(TAKEN, at(3, 21))

    def test_the_old_entity_is_as_it_was(self):
        PETITION.apply(TAKEN, ANSWER, recorded=at(3, 12))
        assert [record.recorded for record in TAKEN.history] == [None, None]

    def test_it_is_kept_where_entities_are_restored_pickled_and_told_apart(self):
        late = PETITION.apply(TAKEN, ANSWER, recorded=at(3, 12))
        assert PETITION.restore(late.history) == late
        assert pickle.loads(pickle.dumps(late)) == late
        assert hash(late) != hash(PETITION.apply(TAKEN, ANSWER))

    def test_what_is_refused_is_refused_whenever_it_is_entered(self):
        with pytest.raises(Refused):
            PETITION.apply(TAKEN, Lengthen(at=at(3, 10), by=CARL), recorded=at(3, 12))

    @pytest.mark.parametrize(
        ("recorded", "fault"),
        [
            (at(3, 9), "recorded: not before it was done (2026-03-10T10:00:00+01:00)"),
            (
                pendulum.naive(2026, 3, 12),
                "recorded: an instant with a zone (pendulum.datetime(…, tz=…)), not 2026-03-12T00:00:00",
            ),
            ("today", "recorded: an instant with a zone (pendulum.datetime(…, tz=…)), not 'today'"),
        ],
    )
    def test_what_cannot_be_is_bad_input(self, recorded, fault):
        with pytest.raises(BadInput) as raised:
            PETITION.apply(TAKEN, ANSWER, recorded=recorded)
        assert raised.value.faults == (fault,)


class TestInJson:
    def test_it_is_written_and_read(self):
        late = PETITION.apply(TAKEN, ANSWER, recorded=at(3, 12))
        *before, last = CODEC.document(late)["entity"]["records"]
        assert last["recorded"] == "2026-03-12T10:00:00+01:00"
        assert all("recorded" not in record for record in before)
        assert CODEC.loads(CODEC.dumps(late)) == late
        assert CODEC.loads(CODEC.dumps(late.history[-1])) == late.history[-1]

    def test_a_document_without_it_is_read_as_ever(self):
        document = CODEC.document(TAKEN.history[-1])
        assert "recorded" not in document["record"]
        assert CODEC.read(document).recorded is None
        document["record"]["recorded"] = None
        assert CODEC.read(document) == TAKEN.history[-1]

    def test_what_is_no_instant_is_a_fault(self):
        document = CODEC.document(TAKEN.history[-1])
        document["record"]["recorded"] = "today"
        with pytest.raises(BadDocument, match=r"record\.recorded: an instant"):
            CODEC.read(document)


class TestInAnAudit:
    def test_what_was_entered_later_is_found_with_the_days_between(self):
        """Done on Tuesday 10 March, entered on Friday the 20th: ten days later."""
        audit = PETITION.audit([FILE, TAKE, Entered(ANSWER, at(3, 20))], at(3, 21))
        (found,) = audit.findings
        assert (found.kind, found.step, found.name, found.at) == (FindingKind.ENTERED_LATER, 2, "Answer", at(3, 10))
        assert found.text == "Answer: entered on 2026-03-20, 10 days after it was done"
        assert found.kind == "entered later than done"
        assert audit.entity.history[-1].recorded == at(3, 20)

    def test_one_day_is_one_day_however_few_the_hours(self):
        entered = Entered(evolve(ANSWER, at=at(3, 10, 23)), at(3, 11, 0))
        (found,) = PETITION.audit([FILE, TAKE, entered], at(3, 12)).findings
        assert found.text == "Answer: entered on 2026-03-11, 1 day after it was done"

    def test_the_days_are_those_of_the_office(self):
        """23:30 in Berlin on the 10th and 00:30 on the 11th: both are the 10th in London, which is not asked."""
        done = evolve(ANSWER, at=pendulum.datetime(2026, 3, 10, 22, 30, tz="UTC"))
        (found,) = PETITION.audit(
            [FILE, TAKE, Entered(done, pendulum.datetime(2026, 3, 10, 23, 30, tz="UTC"))], at(3, 12)
        ).findings
        assert found.kind is FindingKind.ENTERED_LATER

    @pytest.mark.parametrize("recorded", [None, at(3, 10), at(3, 10, 17)])
    def test_the_same_day_is_not_later(self, recorded):
        assert PETITION.audit([FILE, TAKE, Entered(ANSWER, recorded)], at(3, 12)).findings == ()

    def test_a_beginning_too_and_the_records_of_a_case_on_file(self):
        late = PETITION.apply(PETITION.begin(FILE, recorded=at(3, 5)), TAKE, recorded=at(3, 6))
        audit = PETITION.audit(late.history, at(3, 7))
        assert [(found.kind, found.step) for found in audit.findings] == [
            (FindingKind.ENTERED_LATER, 0),
            (FindingKind.ENTERED_LATER, 1),
        ]
        assert audit.entity == late

    def test_beside_what_is_unlawful_and_what_maps_to_nothing(self):
        lengthened = Lengthen(at=at(3, 10), by=CARL)
        audit = PETITION.audit([FILE, TAKE, Unmapped("lunch"), Entered(lengthened, at(3, 12))], at(3, 12))
        of_steps = [(found.kind, found.step) for found in audit.findings if found.step is not None]
        assert of_steps == [
            (FindingKind.UNMAPPED, 2),
            (FindingKind.UNLAWFUL, 3),
            (FindingKind.ENTERED_LATER, 3),
        ]
        assert audit.entity.history[-1].recorded == at(3, 12)

    def test_entered_before_it_was_done_is_a_conflict(self):
        (found,) = PETITION.audit([FILE, TAKE, Entered(ANSWER, at(3, 9))], at(3, 12)).findings
        assert (found.kind, found.text) == (
            FindingKind.CONFLICT,
            "Answer: entered on 2026-03-09, before it was done",
        )

    def test_before_anything_begins_nothing_is_found(self):
        audit = PETITION.audit([Entered(ANSWER, at(3, 20))], at(3, 21))
        assert audit.entity is None
        assert FindingKind.ENTERED_LATER not in {found.kind for found in audit.findings}

    def test_an_instant_without_a_zone_is_bad_input(self):
        with pytest.raises(BadInput) as raised:
            PETITION.audit([FILE, Entered(TAKE, pendulum.naive(2026, 3, 12))], at(3, 21))
        assert raised.value.faults == (
            "step 1: recorded: an instant with a zone (pendulum.datetime(…, tz=…)), not 2026-03-12T00:00:00",
        )

    def test_it_is_found_whoever_did_it(self):
        late = Entered(evolve(ANSWER, by=Actor("another", CARL.role)), at(3, 20))
        (found,) = PETITION.audit([FILE, TAKE, late], at(3, 21)).findings
        assert "another" not in str(found)
