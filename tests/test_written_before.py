"""Documents and a store as they were written at commit a59cc5e, before rows carried their conditions and names said
whose they are: each is read, and says what it said."""

import json
import sqlite3
from pathlib import Path

import pytest
from citizens.cases import assign, at
from pendulum import Date
from store_sqlite import Store

from prcomm import PROCESSES
from prcomm.adapters.json import Codec
from prcomm.citizens.appeals import APPEAL, AppealState

DATA = Path(__file__).parent / "data"
DOCUMENTS = [json.loads(line) for line in (DATA / "documents_of_a59cc5e.jsonl").read_text("utf-8").splitlines()]
CODECS = {name: Codec(PROCESSES[name]) for name in ("appeal", "reception")}


def without_scopes(told: object) -> object:
    """A document as it was written then: no name said whose it is."""
    if isinstance(told, dict):
        return {name: without_scopes(one) for name, one in told.items() if name != "scope"}
    return [without_scopes(one) for one in told] if isinstance(told, list) else told


@pytest.mark.parametrize("number", range(len(DOCUMENTS)))
def test_a_document_is_read_and_would_be_written_again_as_it_was(number: int):
    document = DOCUMENTS[number]
    codec = CODECS[document["process"]]
    assert without_scopes(codec.document(codec.read(document))) == document


def test_they_are_of_every_sort_and_of_nearly_every_action():
    sorts = {(one["process"], one["document"]) for one in DOCUMENTS}
    assert sorts == {(name, sort) for name in CODECS for sort in ("entity", "finding", "due")}
    done = {
        record["action"]["action"]
        for one in DOCUMENTS
        if one["process"] == "appeal" and one["document"] == "entity"
        for record in one["entity"]["records"]
    }
    assert {action.__name__ for action in APPEAL.actions} - done == {"Correct", "RefuseRegistration"}, (
        "not yet, and never"
    )


def test_a_store_is_opened_and_goes_on(tmp_path: Path):
    path = tmp_path / "appeals.sqlite"
    with sqlite3.connect(path) as db:
        db.executescript((DATA / "store_of_a59cc5e.sql").read_text(encoding="utf-8"))
    db.close()
    with Store(path, APPEAL) as store:
        studied, sent = store.open("118"), store.open("119")
        assert (studied.state, studied.version, sent.state) == (AppealState.EXTRA_STUDY, 5, AppealState.FORWARDED)
        # received on 3 March 2026: a month with study; its request of the 11th, ten days
        owed = {(due.case, due.name): due.last for due in store.dues()}
        assert owed["118", "consideration"] == str(Date(2026, 4, 3))
        assert owed["118", "information"] == str(Date(2026, 3, 21))
        assert store.apply("118", lambda appeal: assign(at(3, 12), "another")).version == 6
