"""The schemas say what the reader reads: what one accepts the other accepts, save for what no schema can say."""

import copy

import pytest
from attrs import fields
from jsonschema import Draft202012Validator
from samples.petition import PETITION, at, filed_on

from prcomm.adapters.json import Codec, action_schema, answer_schema, header, schema
from prcomm.citizens.appeals import APPEAL, Extend, Receive, Register
from prcomm.citizens.receptions import RECEPTION

CODECS = {one.name: Codec(one) for one in (APPEAL, RECEPTION, PETITION)}


def test_the_schemas_are_schemas():
    for codec in CODECS.values():
        for made in (schema(codec.lifecycle), answer_schema(codec.lifecycle)):
            assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
            Draft202012Validator.check_schema(made)
        for action in codec.lifecycle.actions:
            Draft202012Validator.check_schema(action_schema(action, codec.lifecycle))


def test_the_schema_of_an_action_tells_its_fields_in_the_words_of_its_class():
    made = action_schema(Extend, APPEAL)
    assert made["description"] == "The head lengthens the term, exceptionally (art. 28)."
    assert made["properties"]["until"]["description"] == "the new last day"
    assert made["properties"]["at"]["description"] == "the instant, with a zone"
    assert made["properties"]["action"] == {"const": "Extend"}
    assert made["required"] == ["action", "at", "by", "needs", "until"]
    assert made["additionalProperties"] is False
    assert made["$defs"]["role"]["anyOf"][0] == {"enum": [role.name for role in APPEAL.roles]}
    assert action_schema(Register, APPEAL)["properties"]["number"]["description"] == "its number in the register"


def test_within_a_case_file_an_action_need_not_name_the_office_again():
    assert "office" in action_schema(Receive, APPEAL)["required"]
    assert "office" not in schema(APPEAL)["$defs"]["Receive"]["required"]


def test_every_action_with_every_field_has_its_schema():
    made = schema(APPEAL)
    for action in APPEAL.actions:
        properties = made["$defs"][action.__name__]["properties"]
        assert list(properties) == ["action", *(field.name for field in fields(action))]
    assert [one["$ref"] for one in made["properties"]["actions"]["items"]["anyOf"]] == [
        f"#/$defs/{action.__name__}" for action in APPEAL.actions
    ]


def test_the_schema_of_an_action_needs_no_lifecycle():
    validator = Draft202012Validator(action_schema(Register))
    action = {"action": "Register", "at": "2026-03-02T10:00:00+05:00", "by": {"id": "a", "role": "any"}, "number": "7"}
    assert validator.is_valid(action)
    assert not validator.is_valid({**action, "number": 7})
    assert not validator.is_valid({**action, "at": "2026-03-02T10:00:00"})


def answer():
    """An answer as a program would put it together from the plain values of its parts."""
    codec = CODECS["petition"]
    return {
        "prcomm": 1,
        **header(PETITION),
        "state": "OPEN",
        "version": 2,
        "steps": [
            {"action": "File", "accepted": True, "state": "RECEIVED", "cites": ["Petitions Act art. 1"], "reasons": []},
            {
                "action": "Answer",
                "accepted": False,
                "state": None,
                "cites": [],
                "reasons": [
                    {
                        "kind": "guard",
                        "text": {"text": "an answer", "sentence": "an answer", "words": {}},
                        "cites": [{"source": "Petitions Act", "article": "8"}],
                        "basis": "STATUTE",
                        "remedy": "",
                    }
                ],
            },
        ],
        "due": [due_of(codec)],
    }


def due_of(codec):

    (due, *_) = PETITION.due(filed_on(3, 2), at(3, 3))
    data = codec.data_of(due)
    names = ("name", "key", "raw", "rolled", "control", "last", "owed_by", "cites", "trace")
    return {name: data[name] for name in names} | {"status": due.status(at(3, 3)).value, "basis": due.basis.name}


def test_an_answer_made_of_plain_values_is_valid():
    validator = Draft202012Validator(answer_schema(PETITION))
    assert [error.message for error in validator.iter_errors(answer())] == []


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("state",), "Open"),
        (("version",), -1),
        (("law",), {"pack": "the town"}),
        (("steps", 0, "action"), "Fly"),
        (("steps", 1, "reasons", 0, "kind"), "GUARD"),
        (("due", 0, "status"), "RUNNING"),
        (("due", 0, "last"), "soon"),
        (("due", 0, "start"), "soon"),
        (("due", 0, "provisional"), "no"),
        (("due", 0, "trace", 0, "counted"), 1),
    ],
)
def test_an_answer_that_says_something_else_is_not(where, value):
    given = copy.deepcopy(answer())
    *way, last = where
    node = given
    for key in way:
        node = node[key]
    node[last] = value
    assert not Draft202012Validator(answer_schema(PETITION)).is_valid(given)
