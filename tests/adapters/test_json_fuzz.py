"""Valid documents under one to three mutations: they are read, or refused as bad documents; nothing else is raised."""

import copy
import json

import pytest
from hypothesis import HealthCheck, event, given, settings, strategies as st
from samples.petition import PETITION

from prcomm.adapters.json import BadDocument, Codec, parse
from prcomm.testing import lives

CODEC = Codec(PETITION)
PETITIONS = lives(PETITION)
MUCH = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
OTHERS = (
    None, True, False, 0, -1, 7, 1.5, 2.0, "", "a", "RECEIVED", "2026-03-02", "2026-02-30", "2026-03-02T10:00:00+01:00",
    "2026-10-25T02:30:00+02:00[Europe/Berlin]", "2026-03-02T10:00:00+01:00[Etc/../x]", "1900-01-01T00:00:00+23:59",
    [], [[]], {}, {"type": "Days", "value": {"n": "x"}}, {"type": "AtLeast", "value": {"term": "x"}},
    {"type": "Actor", "value": {}}, {"text": "", "sentence": "{n}|{m}", "words": {"n": 9}},
    {"text": "", "sentence": "{a}", "words": {"a": {"type": "Until", "value": {"day": "x"}}}},
)  # fmt: skip
OPENS, CLOSES = "@@<", ">@@"
"""Between them stands what is written as it is, valid or not."""
HUGE = ("1" * 400, "9" * 5000, "1e400", "-1e400", "1E-400", "NaN", "0.1e1")


def as_it_is(text):
    return f"{OPENS}{text}{CLOSES}"


def places(node):
    """Every object and array in a document, with its keys or indices."""
    if isinstance(node, dict | list):
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        for key in keys:
            yield node, key
            yield from places(node[key])


def drop(draw, node, key):
    del node[key]


def retype(draw, node, key):
    node[key] = copy.deepcopy(draw(st.sampled_from(OTHERS)))


def rename(draw, node, key):
    if isinstance(node, dict):
        new = draw(st.sampled_from((f"{key}s", key.upper(), "", "type", "value", "office", "records", "\u0130", "a b")))
        node[new] = node.pop(key)
    else:
        node.append(copy.deepcopy(node[key]))


def swap(draw, node, key):
    others = list(node) if isinstance(node, dict) else list(range(len(node)))
    other = draw(st.sampled_from(others))
    node[key], node[other] = node[other], node[key]


def duplicate_key(draw, node, key):
    node[key] = as_it_is('{"a": 1, "a": 2}')


def nest(draw, node, key):
    depth = draw(st.sampled_from((1, 3, 60, 64, 70, 2000, 50_000)))
    opens, closes = draw(st.sampled_from((("[", "]"), ('{"a":', "}"), ('{"type":"tuple","value":', "}"))))
    node[key] = as_it_is(f"{opens * depth}1{closes * depth}")


def huge_number(draw, node, key):
    node[key] = as_it_is(draw(st.sampled_from(HUGE)))


def lone_surrogate(draw, node, key):
    half = draw(st.sampled_from((r"\ud800", r"\uDFFF", r"\udc00\ud800")))
    node[key] = as_it_is(f'"{half}"')


def surrogate_key(draw, node, key):
    node[key] = as_it_is('{"\\ud800": 1}')


MUTATIONS = (drop, retype, rename, swap, duplicate_key, nest, huge_number, lone_surrogate, surrogate_key)


def raw(document):
    """The text of a document in which some values are written as they are, valid or not."""
    text = json.dumps(document, ensure_ascii=False)
    pieces = text.split(f'"{OPENS}')
    told = [pieces[0]]
    for piece in pieces[1:]:
        value, rest = piece.split(f'{CLOSES}"', 1)
        told.append(json.loads(f'"{value}"') + rest)
    return "".join(told)


@st.composite
def mutated(draw, document):
    document = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        found = [place for place in places(document) if not str(place[0][place[1]]).startswith(OPENS)]
        if not found:
            break
        mutation = draw(st.sampled_from(MUTATIONS))
        event(mutation.__name__)
        mutation(draw, *draw(st.sampled_from(found)))
    return raw(document)


def read_or_refused(codec, text):
    """Whether it was read. Anything raised but a bad document goes through."""
    try:
        codec.loads(text)
    except BadDocument as error:
        bad = error
    else:
        bad = None
    event("read" if bad is None else "refused")
    assert bad is None or bad.found
    return bad is None


@given(data=st.data())
@MUCH
def test_a_mutated_entity_is_read_or_is_a_bad_document(data):
    text = data.draw(mutated(CODEC.entity(data.draw(PETITIONS))))
    read_or_refused(CODEC, text)


@given(data=st.data())
@MUCH
def test_mutated_findings_and_dues_are_read_or_are_bad_documents(data):
    entity = data.draw(PETITIONS)
    actions = [record.action for record in entity.history]
    if len(actions) > 2:
        actions.pop(data.draw(st.integers(1, len(actions) - 1)))
    audit = PETITION.audit(actions, actions[-1].at.add(days=data.draw(st.sampled_from((0, 70)))))
    things = (*audit.findings, *audit.dues, *(reason for one in audit.findings for reason in one.reasons))
    for thing in (*things, *actions[:1])[:3]:
        read_or_refused(CODEC, data.draw(mutated(CODEC.document(thing))))


@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
@MUCH
def test_whatever_bytes_are_no_document(data):
    assert not read_or_refused(CODEC, data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(JSON, st.sampled_from(("entity", "action", "record", "finding", "due", "reason", "trace", "line", "citation")))
@MUCH
def test_whatever_json_in_the_place_of_a_thing_is_a_bad_document(value, name):
    header = {"prcomm": 1, "document": name, "process": "petition"}
    law = {"pack": "the town", "version": "", "calendar_known": None}
    document = {**header, "law": law, name: value}
    try:
        CODEC.read(document)
    except BadDocument:
        return
    assert (name, value) == ("trace", [])


def test_the_mutations_are_what_they_say():
    """A document is spoilt by each of them at a place where nothing else would do."""
    document = {"a": "x"}
    spoilt = {
        "duplicate key": as_it_is('{"a": 1, "a": 2}'),
        "nest": as_it_is("[" * 65 + "]" * 65),
        "huge": as_it_is("1e400"),
        "surrogate": as_it_is('"\\ud800"'),
    }
    assert parse(raw(document)) == document
    for value in spoilt.values():
        with pytest.raises(BadDocument):
            parse(raw({"a": value}))
