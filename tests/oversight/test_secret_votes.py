"""A choice told of a secret vote, as an audit may find it, is a finding, and the agenda does not keep it."""

import pytest
from oversight.lives_sessions import A_QUORUM, ANNOUNCE, DAY, OPEN, PLAN, coming, listed, taken_up, voting

from prcomm.oversight.sessions import SESSION, Ballot, Choice


@pytest.mark.parametrize(
    ("ballot", "kept", "against"),
    [
        (Ballot.SECRET, (), ["Vote: an open item is voted openly, a secret one by ballot"]),
        (Ballot.OPEN, (("deputy", Choice.FOR),), []),
    ],
    ids=["secret", "open"],
)
def test_what_the_agenda_keeps_of_a_choice_told(ballot: Ballot, kept: tuple[object, ...], against: list[str]) -> None:
    begun = (PLAN, listed("x", ballot=ballot), ANNOUNCE, OPEN, *coming(*A_QUORUM), *taken_up("x"))
    audit = SESSION.audit((*begun, *voting("x", Choice.FOR, "deputy")), at=DAY)
    assert audit.entity is not None
    assert audit.entity.item("x").votes == kept
    assert [one.text for one in audit.findings if one.step == len(begun)] == against
