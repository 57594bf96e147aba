"""Documents and a store as they were written at commit a59cc5e, before rows carried their conditions and names said
whose they are: each is read, and says what it said."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest
from citizens.cases import assign, at
from pendulum import Date

from prcomm import PROCESSES, Person
from prcomm.adapters.json import BadDocument, Codec
from prcomm.adapters.store import Store
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


def histories(path: Path):
    """The histories in a file of the store that was an example then: one table of records, of one process."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT case_id, document FROM records ORDER BY case_id, version").fetchall()
    for _, of in groupby(rows, key=itemgetter(0)):
        yield CODECS["appeal"].restore(document for _, document in of).history


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("store_of_a59cc5e", {"118": (AppealState.EXTRA_STUDY, 5), "119": (AppealState.FORWARDED, 3)}),
        ("store_of_format_0", {"2025/7": (AppealState.REGISTERED, 2)}),
    ],
)
def test_what_was_in_a_store_of_then_is_taken_over_and_goes_on(tmp_path: Path, data: str, said):
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as db:
        db.executescript((DATA / f"{data}.sql").read_text(encoding="utf-8"))
    now = at(3, 20)
    with Store(tmp_path / "new.sqlite", [APPEAL], clock=lambda: now, tolerance=timedelta(days=30)) as store:
        source = f"{data}.sqlite"
        store.take_over(APPEAL, histories(tmp_path / "old.sqlite"), source=source, day=now.date())
        assert {case.id: (case.state, case.version) for case in store.cases(APPEAL)} == said
        if "118" in said:
            # received on 3 March 2026: a month with study; its request of the 11th, ten days
            owed = {(due.case, due.name): due.last for due in store.dues(now)}
            assert owed["118", "consideration"] == str(Date(2026, 4, 3))
            assert owed["118", "information"] == str(Date(2026, 3, 21))
            assert store.apply(APPEAL, "118", lambda appeal: assign(now, "another")).version == 6
        else:
            assert store.open(APPEAL, "2025/7").appellants == (Person("p-17", name="Somebody"),)
            assert b"Somebody" not in store.records("appeal", "2025/7")[0].document
