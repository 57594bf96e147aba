"""A document that can't be read gives one error with every fault and its path, and quotes no text out of it."""

import copy
import json
import pickle

import pytest
from citizens.payloads_appeals import SECRETS
from samples.petition import CARL, EMIL, PETITION, TOWN, Ask, File, PetitionKind, Take, at

from prcomm import BadInput, Office, Person
from prcomm.adapters.json import BadDocument, Codec, office_from, parse
from prcomm.adapters.json.parsing import DEEPEST, MOST
from prcomm.citizens.appeals import APPEAL

CODEC = Codec(PETITION)
APPEALS = Codec(APPEAL)
NAME, RESIDENCE, CONTACT, _, _ = SECRETS
ANNA = Person("p1", NAME, RESIDENCE, (CONTACT,))
RECEIVE = {
    "action": "Receive",
    "at": "2026-02-13T18:30:00+05:00",
    "by": {"id": "desk", "role": "registrar"},
    "case": "7",
    "kind": "COMPLAINT",
    "form": "WRITTEN",
    "channel": "POST",
    "office": {"id": "IIB"},
    "appellants": [{"type": "Person", "id": "p1", "name": NAME, "residence": RESIDENCE, "contacts": [CONTACT]}],
}


def document():
    """A petition with a question, as a document."""
    petition = PETITION.begin(File(at=at(3, 2), by=EMIL, case="7", kind=PetitionKind.REQUEST, office=TOWN, author=ANNA))
    petition = PETITION.apply(petition, Take(at=at(3, 2, 11), by=CARL))
    return copy.deepcopy(CODEC.entity(PETITION.apply(petition, Ask(at=at(3, 3), by=CARL, question="1"))))


def changed(path, value):
    """The document with another value at a path of keys and indices; ``...`` takes it away."""
    whole = document()
    *way, last = path
    node = whole
    for key in way:
        node = node[key]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return whole


def faults(read, *given):
    with pytest.raises(BadDocument) as caught:
        read(*given)
    return [(fault.path, fault.text) for fault in caught.value.found]


def only_fault(read, *given):
    (fault,) = faults(read, *given)
    return fault


RECORD = ("entity", "records", 0)
AT, BY = (*RECORD, "action", "at"), (*RECORD, "action", "by")


@pytest.mark.parametrize(
    ("path", "value", "where", "text"),
    [
        (("document",), ..., "document", "it is missing; there are: entity, action"),
        (("document",), "entty", "document", "did you mean entity?"),
        (("document",), 5, "document", "not a number"),
        (("prcomm",), ..., "prcomm", "the number of its format is missing"),
        (("prcomm",), 2, "prcomm", "the format 2 is newer than 1, the newest known here"),
        (("prcomm",), -1, "prcomm", "there was no format -1"),
        (("prcomm",), True, "prcomm", "a whole number, not true or false"),
        (("process",), "loan", "process", "it is of another process than petition"),
        (("law", "pack"), "a village", "law.pack", "it was written under another law than the town"),
        (("law", "calendar_known"), "2026", "law.calendar_known", "a day of 1900 to 2199"),
        (("more",), 1, "", "the field more is not known"),
        (("entity", "records"), {}, "entity.records", "an array, not an object"),
        (("entity", "records"), [], "entity.records", "the history is empty"),
        (("entity", "id"), "8", "entity.id", "it contradicts the document"),
        (("entity", "version"), 4, "entity.version", "it contradicts the document"),
        (("entity", "state"), "CLOSED", "entity.state", "it contradicts the document"),
        ((*RECORD, "action", "office"), {"id": "b", "zone": "UTC"}, "entity.office", "it contradicts the document"),
        (("entity", "state"), "open", "entity.state", "did you mean OPEN?"),
        (("entity", "state"), "ASKED", "entity.state", "a name of PetitionState, which this is not"),
        (("entity", "office", "zone"), "Europe/Brelin", "entity.office.zone", "not known by that name"),
        (("entity", "office", "zone"), "../../etc/passwd", "entity.office.zone", "not known by that name"),
        (("entity", "office", "week"), 9, "entity.office.week", "5, 6 or 7 days, not 9"),
        (("entity", "office", "opens"), "9:00", "entity.office.opens", "an hour of the day, as 09:00"),
        (("entity", "office", "opens"), "19:00", "entity.office.closes", "after 19:00, not 18:00"),
        ((*RECORD, "action", "action"), "Fil", "entity.records[0].action.action", "did you mean File?"),
        ((*RECORD, "action", "action"), ..., "entity.records[0].action.action", "it is missing; there are: File"),
        ((*RECORD, "action"), [], "entity.records[0].action", "an action, not an array"),
        ((*RECORD, "action", "kind"), "Request", "entity.records[0].action.kind", "did you mean REQUEST?"),
        ((*RECORD, "action", "kind"), 1, "entity.records[0].action.kind", "a name of PetitionKind, not a number"),
        ((*RECORD, "action", "case"), ..., "entity.records[0].action.case", "it is missing"),
        ((*RECORD, "action", "case"), None, "entity.records[0].action.case", "a text, not null"),
        ((*RECORD, "action", "author"), "p1", "entity.records[0].action.author", "the fields of Person, not a text"),
        ((*RECORD, "action", "author", "contacts"), [1], "entity.records[0].action.author.contacts[0]", "a text"),
        ((*BY, "role"), "citzen", "entity.records[0].action.by.role", "did you mean citizen?"),
        ((*BY, "role"), {}, "entity.records[0].action.by.role.name", "it is missing"),
        ((*BY, "nmae"), "x", "entity.records[0].action.by", "the field nmae is not known"),
        (AT, "2026-03-02T10:00:00", "entity.records[0].action.at", "an instant of 1900 to 2199 with its offset"),
        (AT, "2026-02-30T10:00:00+01:00", "entity.records[0].action.at", "an instant that the calendar has"),
        (AT, "1026-03-02T10:00:00+01:00", "entity.records[0].action.at", "an instant of 1900 to 2199"),
        (AT, "1900-01-01T00:00:00+23:59", "entity.records[0].action.at", "on the clock of its office"),
        (AT, "2026-03-02T10:00:00+01:00[No/Where]", "entity.records[0].action.at", "not known by that name"),
        (AT, "2026-03-02T10:00:00+01:00\n", "entity.records[0].action.at", "which this text is not"),
        (AT, 1772442000, "entity.records[0].action.at", "not a number"),
        ((*RECORD, "state"), "ASKED", "entity.records[0].state", "a name of PetitionState"),
        (("entity", "records", 2, "state"), "OPEN", "entity.records[2].state", "a name of QuestionState"),
        ((*RECORD, "cites"), [{"source": "A"}], "entity.records[0].cites[0].article", "it is missing"),
        ((*RECORD, "cites", 0, "basis"), "statute", "entity.records[0].cites[0].basis", "did you mean STATUTE?"),
        ((*RECORD, "cites", 0, "part"), 1.5, "entity.records[0].cites[0].part", "a whole number, not a number"),
        ((*RECORD, "cites", 0, "part"), MOST + 1, "entity.records[0].cites[0].part", "a number beyond"),
        ((*RECORD, "against"), [{"kind": "state"}], "entity.records[0].against[0].text", "it is missing"),
    ],
    ids=str,
)
def test_each_fault_with_its_path(path, value, where, text):
    found = only_fault(CODEC.read, changed(path, value))
    assert found[0] == where
    assert text in found[1]


def test_every_fault_at_once_wherever_it_is():
    whole = document()
    whole["process"] = 1
    whole["entity"]["office"]["week"] = "five"
    del whole["entity"]["records"][0]["action"]["by"]["id"]
    whole["entity"]["records"][1]["action"]["at"] = None
    whole["entity"]["records"][2]["state"] = "asked"
    whole["entity"]["records"][2]["action"]["until"] = "tomorrow"
    assert {path for path, _ in faults(CODEC.read, whole)} == {
        "process",
        "entity.office.week",
        "entity.records[0].action.by.id",
        "entity.records[1].action.at",
        "entity.records[2].state",
        "entity.records[2].action.until",
    }


def test_the_error_lists_its_faults_pickles_and_is_bad_input():
    with pytest.raises(BadDocument) as caught:
        APPEALS.action_from({**RECEIVE, "case": 7, "number": "1"}, "actions[3]")
    error = caught.value
    assert isinstance(error, BadInput)
    assert error.faults[0] == "actions[3].case: a text, not a number"
    assert str(error).startswith(
        "an action of the appeal:\n  - actions[3].case: a text, not a number\n  - actions[3]: "
    )
    kept = pickle.loads(pickle.dumps(error))
    assert (kept.what, kept.found, str(kept)) == (error.what, error.found, str(error))


def test_an_action_on_the_clock_of_its_office():
    """14:30 in London on that day was 19:30 in Tashkent."""
    office = office_from({"id": "IIB", "week": 6, "closes": "17:00"}, "office", "Asia/Tashkent")
    assert (office.week, office.zone, office.closes.hour) == (6, "Asia/Tashkent", 17)
    bare = {key: value for key, value in RECEIVE.items() if key != "office"}
    read = APPEALS.action_from({**bare, "at": "2026-02-13T14:30:00Z"}, "actions[0]", office)
    assert read.office == office
    assert read.at.isoformat() == "2026-02-13T19:30:00+05:00"
    assert read.at.tzinfo is office.tz
    assert only_fault(APPEALS.action_from, bare, "actions[0]") == ("actions[0].office", "it is missing")


def test_an_office_is_read_by_its_own_zone_or_by_the_one_that_is_given():
    assert office_from({"id": "a", "zone": "Europe/Berlin"}, "office", "Asia/Tashkent").zone == "Europe/Berlin"
    assert only_fault(office_from, {"id": "a"}, "office", "") == ("office.zone", "it is missing")
    assert [path for path, _ in faults(office_from, {"week": 3, "second_day_off": "6"}, "office", "UTC")] == [
        "office.second_day_off",
        "office.id",
    ]
    assert only_fault(office_from, 5, "office", "UTC")[0] == "office"
    assert office_from({"id": "a"}, "office", "UTC") == Office("a", zone="UTC")


def test_a_person_is_a_person_or_a_legal_entity_and_says_which():
    """One field may hold either; without a name for it nothing could tell them apart."""
    for appellant, where in (
        ({"id": "p"}, "type"),
        ({"type": "Persn", "id": "p"}, "type"),
        ({"type": 1, "id": "p"}, "type"),
        ({"type": "LegalEntity", "id": "p", "residence": "x"}, ""),
        ("p", ""),
    ):
        path, _ = only_fault(APPEALS.action_from, {**RECEIVE, "appellants": [appellant]}, "a")
        assert path == "a.appellants[0]" + (f".{where}" if where else "")


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ('{"a": 1, "b": {"c": 1, "c": 2}}', "b", "a key comes more than once: c"),
        ('{"a": [NaN]}', "a[0]", "NaN is no number of JSON"),
        ('{"a": -Infinity}', "a", "-Infinity is no number of JSON"),
        ('{"a": 1e999}', "a", "a number beyond 9007199254740991"),
        ('{"a": 9007199254740992}', "a", "a number beyond 9007199254740991"),
        ('{"a": ' + "9" * 5000 + "}", "a", "a number beyond 9007199254740991"),
        ('{"a": "\\ud800"}', "a", "a text with half a surrogate pair"),
        ('{"a": "\ud800"}', "a", "a text with half a surrogate pair"),
        ('{"\\uDFFF": 1}', "", "a key with half a surrogate pair"),
        ("[" * 65 + "]" * 65, "", "more than 64 levels deep"),
        ("[" * 200_000, "", "more than 64 levels deep"),
        ('{"a":' * 100_000, "", "more than 64 levels deep"),
        ("\ufeff{}", "", "a byte order mark"),
        (b"\xef\xbb\xbf{}", "", "a byte order mark"),
        (b'{"a": "\xff"}', "", "it is no UTF-8 from byte 7 on"),
        ("", "", "it is no JSON from line 1, column 1 on"),
        ('{"a": 1,\n }', "", "it is no JSON from line"),
        ('{"a": 1} 2', "", "it is no JSON from line 1, column 10 on"),
        ("{'a': 1}", "", "it is no JSON from line 1, column 2 on"),
        ('{"a": "\t"}', "", "it is no JSON from line 1, column 8 on"),
        ('{"a": "\\x"}', "", "it is no JSON from line 1, column 8 on"),
    ],
    ids=lambda text: repr(text[:24]),
)
def test_json_is_read_strictly(text, path, said):
    found = only_fault(parse, text)
    assert found[0] == path
    assert said in found[1]


def test_what_lies_just_within_the_limits_is_read():
    assert parse("[" * DEEPEST + "]" * DEEPEST)
    assert parse(f"[{MOST}, -{MOST}, 0.5, 1e3]") == [MOST, -MOST, 0.5, 1000.0]
    assert parse(b'{"a": "\\ud83d\\ude00", "\xd2\x9b": null}') == {"a": "\U0001f600", "қ": None}


def test_several_faults_of_one_text_are_told_at_once():
    text = '{"a": [NaN, {"b": 1, "b": 1e999, "c": "\\udc00"}], "d": 99999999999999999999}'
    assert [path for path, _ in faults(parse, text)] == ["a[0]", "a[1]", "a[1].b", "a[1].c", "d"]


@pytest.mark.parametrize("key", [NAME, "x" * 41, "Навоий", "a b", "1a", ""])
def test_a_key_that_may_be_a_name_is_not_shown(key):
    for read, given in ((CODEC.read, changed(("entity", key), 1)), (parse, json.dumps({key: {"x": float("nan")}}))):
        shown = str(faults(read, given))
        assert "not shown" in shown
        assert not key or key not in shown


def test_no_text_of_a_document_is_quoted_wherever_it_stands():
    """A secret in the place of every value in turn, plain and as a key: no fault tells it."""
    secret = "Zulfiya Karimova, 17 Navoiy street"

    def places(node, path=()):
        yield path
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, item in items:
            yield from places(item, (*path, key))

    told = []
    for path in places(document()):
        for value in (secret, {secret: secret}, [secret], {"type": secret, "value": secret}):
            whole = changed(path, value) if path else value
            try:
                CODEC.read(whole)
            except BadDocument as error:
                told.append(f"{error} {error.found!r} {error.__cause__}")
    assert len(told) > 200
    assert not [text for text in told if "Zulfiya" in text]


def test_a_sentence_that_its_words_do_not_say():
    whole = document()
    reason = {"kind": "guard", "text": {"text": "2 days", "sentence": "{n} day|{n} days", "words": {"n": 2}}}
    whole["entity"]["records"][0]["against"] = [reason]
    assert CODEC.read(whole).history[0].against[0].text == "2 days"
    for words, text, where in (
        ({"n": 1}, "2 days", ".text.text"),
        ({}, "2 days", ".text.text"),
        ({"n": {"type": "Days", "value": {"n": -1}}}, "2 days", ".text.words.n.value"),
        ({"n": {"type": "Dayz", "value": {"n": 1}}}, "2 days", ".text.words.n.type"),
        ({"n": {"value": 1}}, "2 days", ".text.words.n.type"),
    ):
        reason["text"] = {"text": text, "sentence": "{n} day|{n} days", "words": words}
        assert only_fault(CODEC.read, whole)[0] == f"entity.records[0].against[0]{where}"


class TestTheRecordsOfAStore:
    """A case is opened from the documents of its records, each written once."""

    PETITION = CODEC.read(document())
    STORED = tuple(CODEC.dumps(record) for record in PETITION.history)

    def test_they_come_to_the_same_entity(self):
        assert CODEC.restore(self.STORED) == self.PETITION
        assert CODEC.restore(text.encode() for text in self.STORED) == self.PETITION

    def test_every_fault_of_every_document_is_told(self):
        first, second, third = self.STORED
        with pytest.raises(BadDocument) as bad:
            CODEC.restore([first.replace('"at": "2026', '"at": "1026'), CODEC.dumps(self.PETITION), third[:-2], second])
        assert [fault.path for fault in bad.value.found] == [
            "records[0].record.action.at",
            "records[1].document",
            "records[2]",
        ]
        assert "record, not entity" in str(bad.value)
        assert NAME not in str(bad.value)

    def test_records_that_do_not_follow(self):
        for documents in ([], self.STORED[1:]):
            with pytest.raises(BadDocument, match="records: ") as bad:
                CODEC.restore(documents)
            assert len(bad.value.found) == 1
