"""What was in force when: the Law was seen in force from its adoption on, 11.09.2017; what came with amendments from
their days on. What is asked before is not judged, and said so."""

from datetime import date

import pytest
from cases import (
    CHIEF,
    against,
    assign,
    at,
    decide,
    forward,
    give_back,
    leave,
    on,
    on_the_spot,
    receive,
    register,
    registered,
    reply,
    then,
)

from prcomm import Basis, FindingKind, NotInForce, Status
from prcomm.citizens.appeals import APPEAL, APPLICATION, Addressee, Appeal, AppealState as S, Correct, LeavingGround
from prcomm.citizens.receptions import RECEPTION
from prcomm.law.orq445 import ORQ445

OLD = {"year": 2010}


def old_case() -> tuple:
    """An appeal of March 2010, decided a month late by the law of today."""
    return (
        receive(at(3, 2, **OLD)),
        register(at(3, 2, 11, **OLD)),
        assign(at(3, 3, **OLD)),
        decide(at(4, 20, **OLD)),
        reply(at(4, 20, 11, **OLD)),
    )


class TestBeforeTheLaw:
    def test_nothing_is_lawful_or_unlawful(self):
        with pytest.raises(NotInForce, match="'O‘RQ-445' on 2010-03-02: unknown: it was seen in force only later"):
            APPEAL.begin(receive(at(3, 2, **OLD)))
        with pytest.raises(NotInForce):
            APPEAL.explain(None, receive(at(9, 10, year=2017)))
        assert APPEAL.begin(receive(at(9, 11, year=2017))).state is S.RECEIVED

    def test_nor_has_anything_no_place(self):
        """A reply to what was only received: today it would have no place."""
        appeal = APPEAL.audit([receive(at(3, 2, **OLD))], at(3, 3, **OLD)).entity
        assert appeal is not None
        with pytest.raises(NotInForce):
            APPEAL.explain(appeal, reply(at(3, 3, **OLD)))
        allowed = [one.action for one in APPEAL.allowed(appeal, CHIEF, at(3, 3, **OLD))]
        assert allowed == [Correct], "which rests on no law"

    def test_an_audit_finds_it_and_goes_on(self):
        audit = APPEAL.audit(old_case(), at(6, 1))
        assert audit.entity is not None
        assert audit.entity.state is S.CONSIDERED
        assert {finding.kind for finding in audit.findings} == {FindingKind.NOT_IN_FORCE}
        steps = [finding.step for finding in audit.findings if finding.step is not None]
        assert steps == [0, 1, 2, 3, 4]
        first = audit.findings[0]
        assert str(first) == (
            "not in force at step 0: Receive: not judged: "
            "O‘RQ-445 on 2010-03-02: unknown, it was seen in force only later"
        )
        assert (first.cites, first.basis) == ((), None)

    def test_no_record_and_no_due_of_it_rests_on_the_text_of_the_law(self):
        audit = APPEAL.audit(old_case(), at(6, 1))
        assert audit.entity is not None
        assert {cite.basis for record in audit.entity.history for cite in record.cites} == {Basis.ASSUMED}
        assert {due.basis for due in audit.dues} == {Basis.ASSUMED}

    def test_its_dues_are_unknown_and_say_so(self):
        audit = APPEAL.audit(old_case(), at(6, 1))
        dues = {due.name: due for due in audit.dues}
        consideration = dues["consideration"]
        assert (consideration.raw, consideration.last, consideration.met) == (None, None, on(4, 20, 2010))
        assert consideration.status(at(6, 1)) is Status.UNKNOWN
        assert str(consideration.trace).strip() == (
            "-  O‘RQ-445 on 2010-03-02: unknown, it was seen in force only later"
        )
        assert {due.status(at(6, 1)) for due in audit.dues} == {Status.UNKNOWN, Status.LIFTED}

    def test_the_other_dues_of_its_case_are_counted(self):
        """Received in August 2017 and decided in 2018: by when is unknown; but that the reply goes at once is law."""
        steps = (
            receive(at(8, 30, year=2017)),
            register(at(8, 30, 11, year=2017)),
            assign(at(9, 12, year=2017)),
            decide(at(1, 10, year=2018)),
        )
        audit = APPEAL.audit(steps, at(2, 1, year=2018))
        assert [finding.step for finding in audit.of(FindingKind.NOT_IN_FORCE) if finding.step is not None] == [0, 1]
        told = {due.name: due.status(at(2, 1, year=2018)) for due in audit.dues}
        assert (told["consideration"], told["reply"]) == (Status.UNKNOWN, Status.PROMPTLY)
        (owed,) = audit.of(FindingKind.OWED)
        assert owed.name == "reply"

    def test_what_comes_before_a_record_on_file_is_told_whatever_the_law(self):
        """2016 for 2026, a slip of the pen."""
        audit = APPEAL.audit([receive(at(3, 2)), register(at(3, 2, 11, year=2016))], at(3, 3))
        (finding,) = audit.of(FindingKind.UNLAWFUL)
        assert finding.step == 1
        assert "before the last record" in finding.text

    def test_it_is_restored_and_asked_when_to_look_again(self):
        entity = APPEAL.audit(old_case(), at(6, 1)).entity
        assert entity is not None
        assert APPEAL.restore(entity.history) == entity
        assert APPEAL.next_wakeups(entity, at(6, 1)) == ()

    def test_receptions_too(self):
        """The Law's rows from its adoption on; the order of video receptions from that of the Model regulation."""
        days = {row.action.__name__: row.first.day for row in RECEPTION.rows if row.first is not None}
        assert days["HoldReception"] == ORQ445.adopted
        assert days["PutBeforeHead"] == date(2018, 5, 7)


class TestArticle24_1:
    """It came with the amendments of 2024, it is inferred on 20.09.2024: a minor before that is anybody."""

    def minors(self, year: int) -> Appeal:
        return registered(at(3, 4, year=year), APPLICATION, minor=True)

    def test_returned_before_it(self):
        """25(4) alone: its data do not suffice."""
        before = then(self.minors(2019), give_back(at(3, 5, year=2019)))
        assert before.state is S.RETURNED
        reasons = against(self.minors(2025), give_back(at(3, 5, year=2025)))
        assert [reason.cites for reason in reasons] == [(ORQ445("24-1", 2),)]

    def test_the_day_it_came(self):
        last = registered(at(9, 18, year=2024), APPLICATION, minor=True)
        assert then(last, give_back(at(9, 19, year=2024))).state is S.RETURNED
        against(last, give_back(at(9, 20, year=2024)))

    def test_sent_on_before_it_only_where_its_data_suffice(self):
        unclear = forward(at(3, 5, year=2019), to="guardianship body", data_suffice=False)
        (reason,) = against(self.minors(2019), unclear)
        assert (reason.text, reason.cites) == ("its data suffice to know where it belongs", (ORQ445(25, 4),))
        sent = then(self.minors(2019), forward(at(3, 5, year=2019), to="guardianship body"))
        assert not any(cite.article == "24-1" for cite in sent.history[-1].cites)
        to_it = {"to": "guardianship body", "addressee": Addressee.GUARDIANSHIP, "data_suffice": False}
        now = then(self.minors(2025), forward(at(3, 5, year=2025), **to_it))
        assert ORQ445("24-1", 2) in now.history[-1].cites

    def test_capacity_is_no_ground_before_it_either_but_by_article_29(self):
        reasons = against(self.minors(2019), leave(at(3, 5, year=2019), LeavingGround.LACK_OF_CAPACITY))
        assert not any(cite.article == "24-1" for reason in reasons for cite in reason.cites)
        assert any(ORQ445(29, 1) in reason.cites for reason in reasons)

    def test_its_return_was_owed(self):
        (due,) = [d for d in APPEAL.due(self.minors(2019), at(3, 5, year=2019)) if d.name == "return"]
        assert due.raw == on(3, 9, 2019)
        assert not [d for d in APPEAL.due(self.minors(2025), at(3, 5, year=2025)) if d.name == "return"]

    def test_its_return_is_owed_no_more_from_the_day_it_came(self):
        for number, owed in ((19, True), (20, False)):
            appeal = registered(at(9, number, year=2024), APPLICATION, minor=True)
            names = [due.name for due in APPEAL.due(appeal, at(9, number, year=2024))]
            assert ("return" in names) is owed


class TestArticle23:
    """23(5) is inferred to have come with O‘RQ-608 of 10.03.2020."""

    def test_solved_on_the_spot_before_it(self):
        with pytest.raises(NotInForce, match=r"'O‘RQ-445 art. 23\(5\)' on 2020-03-09: not in force"):
            APPEAL.begin(on_the_spot(at(3, 9, year=2020)))
        assert APPEAL.begin(on_the_spot(at(3, 10, year=2020))).state is S.SOLVED_ON_SPOT
