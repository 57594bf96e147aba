"""Documents and a store as they were written at commit a59cc5e, before rows carried their conditions and names said
whose they are: each is read, and says what it said."""

import json
import sqlite3
from pathlib import Path

import pytest
from citizens.cases import assign, at
from pendulum import Date
from store_sqlite import OldIndex, Store

from prcomm import PROCESSES
from prcomm.adapters.json import BadDocument, Codec
from prcomm.citizens.appeals import APPEAL, AppealState, Leave, Requirement

DATA = Path(__file__).parent / "data"
DOCUMENTS = [json.loads(line) for line in (DATA / "documents_of_a59cc5e.jsonl").read_text("utf-8").splitlines()]
NEW = (
    "AnswerRequest", "AskAppellant", "AskProgress", "BringIn", "Complete", "Correct", "ForwardPart", "KeepPart",
    "NoteDeath", "NoteExecution",
    "PutOnSuperiorControl", "Recognise", "ReturnEnclosures", "SetApart", "TakeMeasures", "TakeOffSuperiorControl",
)  # fmt: skip
"""The actions that came later."""
CODECS = {name: Codec(PROCESSES[name]) for name in ("appeal", "reception")}


SINCE = {
    "Summon": {"to_hear": False, "other": ""},
    "HoldReception": {"foreign": False},
    "AskClarification": {"request": ""},
    "Clarify": {"request": ""},
    "Forward": {"addressee": "COMPETENT"},
    "Join": {"received": None, "body": ""},
    "InformAnswered": {"received": None, "body": ""},
    "Link": {"answered": True},
}
"""What actions say since then, and what of it is said of what was written before."""


def as_then(told: object) -> object:
    """A document as it was written then: no name said whose it is, no actor for whom they act."""
    if isinstance(told, list):
        return [as_then(one) for one in told]
    if not isinstance(told, dict):
        return told
    new = dict(SINCE.get(told.get("action"), {})) if isinstance(told.get("action"), str) else {}
    new |= {"of": ""} if {"id", "role", "office"} <= told.keys() else {}
    assert {name: told[name] for name in new} == new
    if told.get("action") == "Leave" and told["requirement"] is None:
        return as_then({**told, "requirement": ""})
    return {name: as_then(one) for name, one in told.items() if name != "scope" and name not in new}


IN_WORDS_OF_ITS_OWN = 8
"""It was left for a requirement that is named in words which are none of the law's."""


@pytest.mark.parametrize("number", [n for n in range(len(DOCUMENTS)) if n != IN_WORDS_OF_ITS_OWN])
def test_a_document_is_read_and_would_be_written_again_as_it_was(number: int):
    document = DOCUMENTS[number]
    codec = CODECS[document["process"]]
    assert as_then(codec.document(codec.read(document))) == document


def left_for(requirement: str) -> dict:
    """That document, its requirement named so."""
    text = json.dumps(DOCUMENTS[IN_WORDS_OF_ITS_OWN])
    assert text.count('"requirement": "a"') == 1
    return json.loads(text.replace('"requirement": "a"', f'"requirement": {json.dumps(requirement)}'))


def test_one_left_for_a_requirement_in_words_of_its_own_is_refused_in_one_sentence():
    with pytest.raises(BadDocument) as bad:
        CODECS["appeal"].read(left_for("a"))
    (fault,) = bad.value.found
    assert fault.path.endswith("action.requirement")
    assert "SIGNATURE" in fault.text


@pytest.mark.parametrize("text", ["6(3)", "art. 6(3)", "O‘RQ-445 art. 6(3)"])
def test_one_left_for_a_requirement_by_article_and_part_is_read(text: str):
    appeal = CODECS["appeal"].read(left_for(text))
    (leave,) = (record.action for record in appeal.history if isinstance(record.action, Leave))
    assert leave.requirement is Requirement.ADDRESSEE_AND_SUBSTANCE


def test_they_are_of_every_sort_and_of_nearly_every_action():
    sorts = {(one["process"], one["document"]) for one in DOCUMENTS}
    assert sorts == {(name, sort) for name in CODECS for sort in ("entity", "finding", "due")}
    done = {
        record["action"]["action"]
        for one in DOCUMENTS
        if one["process"] == "appeal" and one["document"] == "entity"
        for record in one["entity"]["records"]
    }
    assert {action.__name__ for action in APPEAL.actions} - done == {"RefuseRegistration", *NEW}, "never lawful, or new"


def test_a_store_is_opened_counted_anew_and_goes_on(tmp_path: Path):
    path = tmp_path / "appeals.sqlite"
    with sqlite3.connect(path) as db:
        db.executescript((DATA / "store_of_a59cc5e.sql").read_text(encoding="utf-8"))
    db.close()
    with Store(path, APPEAL) as store:
        studied, sent = store.open("118"), store.open("119")
        assert (studied.state, studied.version, sent.state) == (AppealState.EXTRA_STUDY, 5, AppealState.FORWARDED)
        # more is owed than was known of then, and by when is counted under more
        with pytest.raises(OldIndex, match=r"counted under another law: store.recount\(at\) counts it anew"):
            store.dues()
        store.recount(at(3, 12))
        # received on 3 March 2026: a month with study; its request of the 11th, ten days
        owed = {(due.case, due.name): due.last for due in store.dues()}
        assert owed["118", "consideration"] == str(Date(2026, 4, 3))
        assert owed["118", "information"] == str(Date(2026, 3, 21))
        assert store.apply("118", lambda appeal: assign(at(3, 12), "another")).version == 6
