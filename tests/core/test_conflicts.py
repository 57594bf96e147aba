"""Where one file states of another what that does not say."""

from book_loan import LIBRARIAN, RULES, Return
from pendulum import datetime

from prcomm import Actor, Basis, Conflict, FindingKind, NotGiven, Reference

AT = datetime(2026, 3, 5, 10, tz="Asia/Tashkent")
RETURN = Return(at=AT, by=Actor("ann", LIBRARIAN))
OTHER = Reference("reader", "7")


class TestConflict:
    def test_of_one_other_file(self):
        conflict = Conflict("loan", "1", 2, "paid", True, False, OTHER, action=RETURN)
        assert str(conflict) == ("conflict at step 2: Return: paid is stated of reader 7 as True; its file says False")

    def test_of_others_together(self):
        conflict = Conflict("loan", "1", 2, "paid", "yes", None, action=RETURN)
        assert str(conflict) == "conflict at step 2: Return: paid is stated as yes; other files say nothing"

    def test_as_a_finding(self):
        finding = Conflict("loan", "1", 2, "paid", True, False, OTHER, (RULES(2),), RETURN).finding
        assert (finding.kind, finding.step, finding.at, finding.name) == (FindingKind.CONFLICT, 2, AT, "Return")
        assert (finding.cites, finding.basis) == ((RULES(2),), Basis.STATUTE)
        assert finding.action is RETURN

    def test_that_rests_on_nothing_and_of_no_action(self):
        finding = Conflict("loan", "1", 2, "paid", True, False).finding
        assert (finding.cites, finding.basis, finding.at, finding.name) == ((), None, None, "")

    def test_two_are_one_by_what_they_say(self):
        """Which file it was read in, what asks for it and the action itself are told beside it."""
        assert Conflict("loan", "1", 2, "paid", True, False) == Conflict(
            "loan", "1", 2, "paid", True, False, OTHER, (RULES(2),), RETURN
        )

    def test_its_action_is_not_shown(self):
        assert "Return" not in repr(Conflict("loan", "1", 2, "paid", True, False, OTHER, action=RETURN))


def test_a_file_that_is_not_given():
    missing = NotGiven("loan", "1", 2, OTHER)
    assert (missing.process, missing.id, missing.step, missing.other) == ("loan", "1", 2, OTHER)
