"""Nothing but the library's own errors leaves a door: some tries of each, and those that found something once."""

import random

import doors
import pytest
from doors import CHANGES, DOORS, FOUND, TEXTS, nested, places, ready, spoilt, spoilt_bytes, spoilt_text, tried

TRIES = dict.fromkeys(DOORS, 5) | {"command": 2, "store_file": 3, "sealed_store": 3}


@pytest.mark.parametrize("door", DOORS)
def test_only_the_librarys_own_errors_leave_it(door):
    came = {tried(door, number) for number in (*range(TRIES[door]), *FOUND.get(door, ()))}
    assert came


def test_what_is_brought_is_good_before_it_is_spoilt(monkeypatch):
    """A door at which everything is refused tries nothing."""
    ready()
    monkeypatch.setattr(doors, "spoilt", lambda dice, document, others: document)
    monkeypatch.setattr(doors, "spoilt_text", lambda dice, text: text)
    for door in ("document", "stored", "case_file", "mapping", "register", "labels", "name", "office", "news"):
        assert "well" in {tried(door, number) for number in range(4)}, door


@pytest.mark.parametrize("change", dict.fromkeys(CHANGES))
def test_each_change_changes_something(change):
    good = {"a": ["xyz", {"b": 1}], "c": {"d": "2026-03-02", "e": None}}
    made = []
    for number in range(20):
        dice, one = random.Random(number), {"a": ["xyz", {"b": 1}], "c": {"d": "2026-03-02", "e": None}}
        change(dice, *dice.choice(list(places(one))), [{"z": "y"}])
        made.append(one)
    assert any(one != good for one in made)


def test_the_same_number_tries_the_same():
    for spoil, good in ((spoilt_text, "some text"), (spoilt_bytes, b"some bytes")):
        assert spoil(random.Random("a 1"), good) == spoil(random.Random("a 1"), good)
    assert spoilt(random.Random("a 1"), {"a": 1}, [{}]) == spoilt(random.Random("a 1"), {"a": 1}, [{}])
    assert nested(random.Random("a 1")) == nested(random.Random("a 1"))
    assert len(set(TEXTS)) == len(TEXTS)
