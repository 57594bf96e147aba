"""The schemas say what the reader reads: what one accepts the other accepts, save for what no schema can say."""

import copy
from datetime import date

import pytest
from attrs import fields
from citizens.payloads import PAYLOADS, PEOPLE
from hypothesis import HealthCheck, assume, event, given, settings, strategies as st
from jsonschema import Draft202012Validator
from samples.generated import lifecycles
from samples.petition import PETITION, TOWN, at, filed_on

from prcomm import Office, Person
from prcomm.adapters.json import BadDocument, Codec, action_schema, answer_schema, header, office_from, schema
from prcomm.citizens.appeals import APPEAL, Extend, Receive, Register
from prcomm.citizens.receptions import RECEPTION
from prcomm.testing import lives

CODECS = {one.name: Codec(one) for one in (APPEAL, RECEPTION, PETITION)}
VALIDATORS = {name: Draft202012Validator(schema(codec.lifecycle)) for name, codec in CODECS.items()}
LIVES = {
    "appeal": lives(APPEAL, PAYLOADS),
    "reception": lives(RECEPTION, PAYLOADS),
    "petition": lives(PETITION, {Office: st.just(TOWN), Person: st.sampled_from(PEOPLE)}, first=date(2026, 9, 20)),
}
PROCESSES = pytest.mark.parametrize("process", sorted(CODECS))
SOME = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def case_file(codec, entity):
    """The case file of an entity: its actions, on the clock of its office."""
    document = codec.data_of(entity)
    return {
        "prcomm": 1,
        "process": codec.lifecycle.name,
        "office": document["office"],
        "actions": [record["action"] for record in document["records"]],
        "as_of": "2026-12-31T23:59:00+05:00",
    }


def read(codec, file):
    """Whether the reader reads the office and the actions of a case file."""
    try:
        office = office_from(file["office"], "office", codec.lifecycle.law.zone)
        for n, action in enumerate(file["actions"]):
            codec.action_from(action, f"actions[{n}]", office)
    except BadDocument as bad:
        return bad
    return None


CROSS_FIELD = (
    "closes: after", "not known by that name", "that the calendar has", "on the clock of its office", "can't be made",
)  # fmt: skip
"""What the reader refuses and no schema can say."""


def test_the_schemas_are_schemas():
    for codec in CODECS.values():
        for made in (schema(codec.lifecycle), answer_schema(codec.lifecycle)):
            assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
            Draft202012Validator.check_schema(made)
        for action in codec.lifecycle.actions:
            Draft202012Validator.check_schema(action_schema(action, codec.lifecycle))


@PROCESSES
@given(data=st.data())
@SOME
def test_a_case_file_of_a_lawful_life_is_valid_and_read(process, data):
    codec = CODECS[process]
    file = case_file(codec, data.draw(LIVES[process]))
    assert [error.message for error in VALIDATORS[process].iter_errors(file)] == []
    assert read(codec, file) is None


@given(st.data())
@settings(SOME, max_examples=30)
def test_so_is_one_of_any_lifecycle(data):
    lifecycle = data.draw(lifecycles())
    codec = Codec(lifecycle)
    file = case_file(codec, data.draw(lives(lifecycle)))
    assert Draft202012Validator(schema(lifecycle)).is_valid(file)
    assert read(codec, file) is None


VALUES = (
    None, True, 0, 5, 6, 7.0, 1.5, -1, 2**53, "", "a", "head", "WRITTEN", "written", "Person", "2026-03-02", "09:00",
    "24:00", "2026-13-01", "2026-03-02T10:00:00+05:00", "2026-03-02T10:00:00", "2026-03-02 10:00:00+05:00",
    "1899-12-31T10:00:00Z",
    "2026-03-02T10:00:00+05:00\n", "2026-03-02T10:00:00+01:00[Europe/Berlin]", "٢٠٢٦-03-02", [], ["a"], ["a", "a"], [1],
    {}, {"id": "a"}, {"name": "x"}, {"name": "x", "private": 1}, {"type": "Person", "id": "a"}, [{"id": "a"}],
    {"type": "LegalEntity", "id": "a", "residence": ""}, {"process": "appeal", "id": "1"},
)  # fmt: skip


def places(node):
    if isinstance(node, dict | list):
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            yield node, key
            yield from places(node[key])


@PROCESSES
@given(data=st.data())
@settings(SOME, max_examples=150)
def test_the_reader_and_the_schema_accept_the_same(process, data):
    codec = CODECS[process]
    file = copy.deepcopy(case_file(codec, data.draw(LIVES[process])))
    inside = [place for part in (file["office"], file["actions"]) for place in places(part)]
    node, key = data.draw(st.sampled_from(inside))
    how = data.draw(st.sampled_from(("other", "other", "other", "drop", "add", "twice")))
    if how == "other":
        node[key] = copy.deepcopy(data.draw(st.sampled_from(VALUES)))
    elif how == "drop":
        del node[key]
    elif how == "add" and isinstance(node, dict):
        node["more"] = 1
    else:
        assume(isinstance(node, list))
        node.append(copy.deepcopy(node[key]))
    valid, bad = VALIDATORS[process].is_valid(file), read(codec, file)
    event(f"{'valid' if valid else 'invalid'}, {'read' if bad is None else 'refused'}")
    if bad is None:
        assert valid, [error.message for error in VALIDATORS[process].iter_errors(file)]
    elif valid:
        assert all(any(text in str(fault) for text in CROSS_FIELD) for fault in bad.found), str(bad)


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
