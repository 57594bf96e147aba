"""What the public may come to, as one value for all institutions."""

import pickle
from datetime import date

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from one_desk import DeskState
from one_duty import FIVE, SIX
from pendulum import Date

from prcomm import OpenTo, PublicEvent

EVENT = PublicEvent("desk", "d-7", FIVE, Date(2026, 3, 2), "hall 1", "the report", OpenTo.ALL, DeskState.OPEN)


def test_it_is_told_apart_by_all_it_says() -> None:
    assert evolve(EVENT) == EVENT
    assert len({EVENT, evolve(EVENT, on=Date(2026, 3, 3)), evolve(EVENT, office=SIX), evolve(EVENT)}) == 3


def test_it_never_changes_and_is_kept_as_it_is() -> None:
    with pytest.raises(FrozenInstanceError):
        EVENT.place = "hall 2"  # type: ignore[misc]  # it is frozen
    kept = pickle.loads(pickle.dumps(EVENT))
    assert kept == EVENT
    assert (kept.on, kept.open_to, kept.state) == (date(2026, 3, 2), OpenTo.ALL, DeskState.OPEN)


def test_to_whom_it_may_be_open() -> None:
    assert [one.name for one in OpenTo] == ["ALL", "MEDIA", "CIVIL_SOCIETY", "MEMBERS"]
