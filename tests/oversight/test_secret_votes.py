"""A choice told of a secret vote, as an audit may find it, is not kept on the agenda."""

from pendulum import datetime

from prcomm import Actor
from prcomm.law.roles import MEMBER
from prcomm.oversight.sessions import AgendaItem, Ballot, Choice, Vote
from prcomm.oversight.sessions.rules import voted


def test_the_item_stays_as_it_was() -> None:
    item = AgendaItem(id="x", ballot=Ballot.SECRET)
    vote = Vote(at=datetime(2026, 3, 5, 10), by=Actor("m1", MEMBER), item="x", choice=Choice.FOR)
    assert voted(item, vote) is item
    assert voted(AgendaItem(id="x"), vote).votes == (("m1", Choice.FOR),)
