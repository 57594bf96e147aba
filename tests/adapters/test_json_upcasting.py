"""Documents of older formats are read as what they were about."""

import copy

import pytest
from samples.petition import CARL, EMIL, PETITION, TOWN, File, PetitionKind, PetitionState, Take, at

from prcomm.adapters.json import FORMAT, BadDocument, Codec
from prcomm.adapters.json.upcasting import STEPS, upcast

CODEC = Codec(PETITION)
OF_FORMAT_0 = {
    "prcomm": 0,
    "kind": "entity",
    "process": "petition",
    "entity": {
        "id": "7",
        "state": "OPEN",
        "version": 2,
        "office": {"id": "town hall", "zone": "Europe/Berlin"},
        "history": [
            {
                "action": {
                    "action": "File",
                    "at": "2026-03-02T10:00:00+01:00",
                    "by": {"id": "e1", "role": "citizen"},
                    "case": "7",
                    "kind": "IDEA",
                    "author": {"id": "p"},
                    "against": "",
                },
                "state": "RECEIVED",
                "cites": [
                    {"source": "Petitions Act", "article": "1", "part": None, "basis": "STATUTE", "unit": "art."},
                    {"source": "Petitions Act", "article": "2", "part": None, "basis": "STATUTE", "unit": "art."},
                ],
                "against": [],
            },
            {
                "action": {"action": "Take", "at": "2026-03-02T11:00:00+01:00", "by": {"id": "c1", "role": "clerk"}},
                "state": "OPEN",
                "cites": [{"source": "Petitions Act", "article": "3"}],
                "against": [],
            },
        ],
    },
}


def test_a_document_of_format_0_is_read():
    petition = CODEC.read(OF_FORMAT_0)
    filed = PETITION.begin(File(at=at(3, 2), by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN))
    assert petition == PETITION.apply(filed, Take(at=at(3, 2, 11), by=CARL))
    assert petition.state is PetitionState.OPEN


def test_it_becomes_a_document_of_the_format_that_is_written():
    given = copy.deepcopy(OF_FORMAT_0)
    new = upcast(given, {"process": "petition", "law": {"pack": "the town"}})
    assert given == OF_FORMAT_0
    assert {key: new[key] for key in new if key != "entity"} == {
        "prcomm": 1,
        "document": "entity",
        "process": "petition",
        "law": {"pack": "the town", "version": "", "calendar_known": None},
    }
    assert list(new["entity"]) == ["id", "state", "version", "office", "records"]


def test_there_is_a_step_from_every_format_to_the_next():
    assert sorted(STEPS) == list(range(FORMAT))


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"entity": []}, "entity"),
        ({"entity": {}}, "entity.id"),
        ({"kind": 3}, "document"),
        ({"kind": "entty"}, "document"),
    ],
    ids=str,
)
def test_a_bad_document_of_an_old_format_has_its_faults_told(change, path):
    with pytest.raises(BadDocument) as caught:
        CODEC.read(OF_FORMAT_0 | change)
    assert caught.value.found[0].path == path


def test_a_document_that_has_both_the_old_name_and_the_new_is_refused():
    with pytest.raises(BadDocument, match="the field kind is not known"):
        CODEC.read(OF_FORMAT_0 | {"document": "entity"})


def test_the_old_names_are_no_names_of_the_new_format():
    with pytest.raises(BadDocument, match="document: it is missing"):
        CODEC.read(OF_FORMAT_0 | {"prcomm": 1})


def test_a_newer_format_is_one_fault_whatever_else_is_in_it():
    with pytest.raises(BadDocument) as caught:
        CODEC.read({"prcomm": 7, "shape": "unheard of"})
    assert caught.value.faults == ("prcomm: the format 7 is newer than 1, the newest known here",)
