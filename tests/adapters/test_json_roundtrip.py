"""What is written as JSON is read again as it was: entities, actions, records, findings, dues, in every zone."""

import json
import random
from datetime import date, time
from decimal import Decimal
from enum import IntEnum, StrEnum
from pathlib import Path

import attrs
import pytest
from attrs import evolve, field, frozen, make_class
from citizens.payloads_appeals import PEOPLE
from pendulum import UTC, Date, DateTime, FixedTimezone, Timezone
from samples.petition import CARL, EMIL, HOUSE, PETITION, TOWN, Ask, File, PetitionKind, PetitionState, Reply, Take

from prcomm import (
    PROCESSES,
    Action,
    Actor,
    BadInput,
    Days,
    Due,
    Entity,
    Finding,
    Office,
    OneOf,
    Person,
    Reason,
    ReasonKind,
    Record,
    Reference,
    Role,
    State,
    further,
    rows,
)
from prcomm.adapters.json import FORMAT, BadDocument, Codec, header
from prcomm.citizens.appeals import APPEAL, COMPLAINT, AppealState, Channel, Form, Forward, Receive, Register
from prcomm.core.calendar.traces import TraceLine
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.values.messages import Message, Said, in_english
from prcomm.law import office
from prcomm.law.roles import HEAD, REGISTRAR

CODECS = {one.name: Codec(one) for one in (*PROCESSES.values(), PETITION)}


def again(codec, thing):
    return codec.loads(codec.dumps(thing))


def scopes(thing: object):
    """Each text in a thing that is somebody's name, with whose it is, however deep it stands."""
    if isinstance(thing, Said):
        yield str(thing), thing.scope
        yield from scopes(tuple(thing.words.values()))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from scopes(one)
    elif isinstance(thing, Finding | Reason | Due | TraceLine):
        yield from scopes(tuple(getattr(thing, one.name) for one in attrs.fields(type(thing)) if one.name != "_facts"))
        yield from scopes(tuple(thing.trace)) if isinstance(thing, Due) else ()


def complained_of():
    """The audit of a complaint that is sent to whom it complains of, of whom nobody tells the appellant."""
    post = office("district")
    at, desk, head = DateTime(2026, 3, 4, 11, tzinfo=post.tz), Actor("desk 1", REGISTRAR), Actor("h", HEAD)
    received = Receive(
        at=at, by=desk, case="118", kind=COMPLAINT, form=Form.WRITTEN, channel=Channel.POST, office=post,
        appellants=(Person("p-17"),), against=("patrol 4",),
    )  # fmt: skip
    sent = Forward(at=at, by=head, to="patrol 4", outside_competence=True, data_suffice=True)
    return APPEAL.audit([received, Register(at=at, by=desk, number="118"), sent], at.add(days=40))


def test_a_name_is_read_as_whose_it_was():
    """In a reason, in a due, in what was found of either, and as a word in a sentence."""
    audit, codec = complained_of(), CODECS["appeal"]
    found = dict(pair for finding in audit.findings for pair in scopes(finding))
    assert found["give it to somebody else"] == ("appeal", "remedy")
    assert found["an appeal never goes to the body or official complained of"] == ("appeal", "guard")
    assert found["forwarding_notice"] == ("appeal", "deadline")
    for thing in (*audit.findings, *audit.dues):
        assert list(scopes(again(codec, thing))) == list(scopes(thing))


def test_what_the_law_forbids_and_what_somebody_must_find_are_names_too():
    never = next(row for row in APPEAL.rows if row.never)
    reason = Reason(ReasonKind.NEVER, never.never, never.cites, never.basis)
    assert list(scopes(again(CODECS["appeal"], reason))) == [(never.never, ("appeal", "never"))]
    assert json.loads(CODECS["appeal"].dumps(reason))["reason"]["text"] == never.never
    owed = complained_of().dues[0]
    told = evolve(owed, provided=next(one.provided for one in APPEAL.deadlines if one.provided))
    assert again(CODECS["appeal"], told).provided.scope == ("appeal", "provided")


def test_names_written_before_they_said_whose_they_are():
    """Two findings as they were written then: each text in them is found by the lifecycle that reads them. A due whose
    name says its key was called by both then."""
    called = "forwarding_notice FORWARDED"
    lines = (Path(__file__).parents[1] / "data/findings_without_scopes.jsonl").read_text(encoding="utf-8").splitlines()
    assert not any("scope" in line for line in lines)
    unlawful, owed = map(CODECS["appeal"].loads, lines)
    known = {one.name if one.due else one.text: one for one in complained_of().findings}
    for read in (unlawful, owed):
        now = known[read.name if read.due else read.text]
        then = ((text.replace(called, "forwarding_notice"), scope) for text, scope in scopes(read) if text != called)
        assert list(then) == list(scopes(now))


@pytest.mark.parametrize("scope", ["appeal", ["appeal"], ["appeal", 1], ["a", "b", "c"], None])
def test_a_scope_that_is_none_is_a_fault(scope):
    text = {"text": "late", "sentence": "late", "words": {}, "scope": scope}
    reason = {"kind": "guard", "text": text, "cites": [], "basis": None}
    document = {"prcomm": FORMAT, "document": "reason", **header(APPEAL), "reason": reason}
    with pytest.raises(BadDocument, match=r"reason\.text\.scope"):
        CODECS["appeal"].read(document)


NIGHT = [DateTime(2026, 10, 25, 1, 59, tzinfo=TOWN.tz)]
NIGHT += [DateTime(2026, 10, 25, 2, m, tzinfo=TOWN.tz, fold=fold) for fold in (0, 1) for m in (0, 30, 59)]
NIGHT += [DateTime(2026, 10, 25, 3, tzinfo=TOWN.tz)]


@pytest.mark.parametrize("first", range(len(NIGHT)))
def test_the_hour_that_comes_twice(first):
    """On the night of 25 October 2026 the clocks of Berlin show the hour from two to three twice."""
    codec, moments = CODECS["petition"], NIGHT[first:]
    petition = PETITION.begin(File(at=moments[0], by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN))
    petition = PETITION.apply(petition, Take(at=moments[0], by=CARL))
    for n, at in enumerate(moments):
        petition = PETITION.apply(petition, Ask(at=at, by=CARL, question=str(n), until=moments[-1 - n % 2]))
    read = again(codec, petition)
    assert read == petition
    for one, other in zip(read.history, petition.history, strict=True):
        assert one.action.at.utcoffset() == other.action.at.utcoffset()
        assert again(codec, other) == other


def test_an_instant_on_the_clock_of_the_office_needs_no_name_of_its_zone_and_any_other_has_it():
    berlin = Ask(at=DateTime(2026, 10, 25, 2, 30, fold=1, tzinfo=TOWN.tz), by=CARL, question="1")
    codec = CODECS["petition"]
    assert codec.data_of(berlin)["at"] == "2026-10-25T02:30:00+01:00[Europe/Berlin]"
    abroad = evolve(berlin, until=DateTime(2026, 10, 25, 1, 30, fold=1, tzinfo=Timezone("America/New_York")))
    petition = PETITION.begin(File(at=NIGHT[0], by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN))
    petition = PETITION.apply(PETITION.apply(petition, Take(at=NIGHT[0], by=CARL)), abroad)
    asked = codec.data_of(petition)["records"][-1]["action"]
    assert asked["at"] == "2026-10-25T02:30:00+01:00"
    assert asked["until"] == "2026-10-25T01:30:00-04:00[America/New_York]"
    assert repr(again(codec, petition).history[-1]) == repr(petition.history[-1])
    assert again(codec, abroad) == abroad


def test_an_hour_that_the_clocks_skip_is_kept_as_it_was_written():
    """On 29 March 2026 there is no half past two in Berlin. What was recorded so is read so."""
    codec = CODECS["petition"]
    skipped = File(
        at=DateTime(2026, 3, 29, 2, 30, tzinfo=TOWN.tz), by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN
    )
    assert again(codec, PETITION.begin(skipped)) == PETITION.begin(skipped)
    assert again(codec, skipped) == skipped


def test_an_actor_in_a_role_that_the_lifecycle_does_not_know():
    stranger = Actor("s", Role("passer-by", private=True))
    audit = PETITION.audit(
        [
            File(at=NIGHT[0], by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN),
            Take(at=NIGHT[0], by=stranger),
        ],
        NIGHT[-1],
    )
    read = again(CODECS["petition"], audit.entity)
    assert read == audit.entity
    assert read.history[1].action.by.role.private
    assert [again(CODECS["petition"], one) for one in audit.findings] == list(audit.findings)


@pytest.mark.parametrize(
    "key",
    [
        None, 7, "2026-03", True, PetitionKind.IDEA, AppealState.RECEIVED, Reference("appeal", "a"), Date(2026, 3, 1),
        ("a", 1, None), OneOf((1, 2)), frozenset({"b", "a"}), DateTime(2026, 10, 25, 2, 30, fold=1, tzinfo=TOWN.tz),
        further(Days(3)), EMIL,
    ],
    ids=lambda key: type(key).__name__,
)  # fmt: skip
def test_the_key_of_a_due(key):
    codec = CODECS["appeal"] if isinstance(key, AppealState) else CODECS["petition"]
    on = Date(2026, 3, 2)
    due = Due("d", key, on, None, on, on, on, on, CARL.role, (HOUSE(1),), TOWN)
    read = again(codec, due)
    assert read == due
    assert type(read.key) is type(key)


def test_what_is_seldom_said_of_a_due_is_written_where_it_is():
    on, later = Date(2026, 3, 2), Date(2026, 3, 5)
    due = Due("d", None, on, on, on, on, on, on, CARL.role, (HOUSE(1),), TOWN)
    assert "noted" not in json.loads(CODECS["petition"].dumps(due))["due"]
    assert again(CODECS["petition"], evolve(due, noted=later)) == evolve(due, noted=later)
    undated = evolve(due, raw=None, rolled=None, control=None, last=None, undated=True)
    assert again(CODECS["petition"], undated) == undated


def test_a_document_says_of_which_format_it_is_and_under_which_law_it_was_written():
    """The calendar of the town was never decreed; that of Uzbekistan was known up to its latest decree."""
    petition = PETITION.begin(File(at=NIGHT[0], by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN))
    document = CODECS["petition"].entity(petition)
    assert {key: document[key] for key in ("prcomm", "document", "process", "law")} == {
        "prcomm": 1,
        "document": "entity",
        "process": "petition",
        "law": {"pack": "the town", "version": "", "calendar_known": None},
    }
    known = APPEAL.under(APPEAL.law.known(date(2025, 3, 1)))
    assert header(known)["law"] == {
        "pack": "Uzbekistan",
        "version": APPEAL.law.version,
        "calendar_known": "2025-03-01",
    }
    assert json.loads(CODECS["petition"].dumps(petition)) == document


class DoorState(State):
    OPEN = 1


@frozen(kw_only=True)
class DoorAction(Action): ...


@frozen(kw_only=True)
class Hang(DoorAction):
    office: Office
    pins: tuple[int, ...]
    size: float | None = None
    owner: Person | str | int | None = None
    mark: str | PetitionKind = ""
    pair: tuple[str, int] = ("", 0)
    kinds: OneOf[PetitionKind] = OneOf()


@frozen(kw_only=True)
class Door(Entity[DoorState]): ...


def door():
    row = rows(Door, DoorState, DoorAction)

    def hung(action: Hang) -> Door:
        return Door(id="1", office=action.office)

    table = (row.start(Hang, DoorState.OPEN, CARL.role, HOUSE(1), then=hung),)
    return Lifecycle("door", table, law=PETITION.law, final=DoorState.OPEN)


@pytest.mark.parametrize(
    "fields",
    [
        {"pins": (1, 2)},
        {"pins": (), "size": 2.0},
        {"pins": (), "size": 2.5, "pair": ("a", 3)},
        {"pins": (), "owner": PEOPLE[0]},
        {"pins": (), "owner": "p"},
        {"pins": (), "owner": 3},
        {"pins": (), "mark": "IDEA"},
        {"pins": (), "mark": PetitionKind.IDEA},
        {"pins": (), "kinds": PetitionKind.IDEA | PetitionKind.REQUEST},
    ],
)
def test_fields_of_several_of_fixed_length_and_of_one_type_or_another(fields):
    codec = Codec(door())
    action = Hang(at=NIGHT[0], by=CARL, office=TOWN, **fields)
    read = again(codec, action)
    assert read == action
    assert [type(getattr(read, name)) for name in fields] == [type(value) for value in fields.values()]


def test_what_json_cannot_hold_is_refused_when_it_is_written():
    codec = Codec(door())
    for fields in ({"pins": (2**53,)}, {"pins": (), "size": float("inf")}, {"pins": (), "mark": "\ud800"}):
        with pytest.raises(BadInput, match="can't be written"):
            codec.dumps(Hang(at=NIGHT[0], by=CARL, office=TOWN, **fields))
    for fields in (
        {"pins": ("1",)},
        {"pins": (True,)},
        {"pins": (), "mark": None},
        {"pins": (), "owner": True},
        {"pins": 3},
    ):
        with pytest.raises(BadInput, match="a document"):
            codec.dumps(Hang(at=NIGHT[0], by=CARL, office=TOWN, **fields))
    with pytest.raises(BadInput, match="without a zone"):
        codec.dumps(Hang(at=NIGHT[0].naive(), by=CARL, office=TOWN, pins=()))
    with pytest.raises(BadInput, match="1899"):
        codec.dumps(Hang(at=DateTime(1899, 1, 1, tzinfo=TOWN.tz), by=CARL, office=TOWN, pins=()))
    with pytest.raises(BadInput, match="there are documents of: entity, action"):
        codec.dumps(random)


def test_reading_trusts_what_is_on_file_under_a_table_that_has_changed():
    """A record of what no row allows any more is kept: reading judges nothing."""
    petition = PETITION.begin(File(at=NIGHT[0], by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN))
    early = evolve(petition.history[0], action=evolve(petition.history[0].action, by=CARL))
    unlawful = PETITION.restore([early])
    assert again(CODECS["petition"], unlawful) == unlawful
    assert isinstance(again(CODECS["petition"], early), Record)


@pytest.mark.parametrize("tz", [FixedTimezone(7200), FixedTimezone(-16200), Timezone("UTC"), UTC], ids=str)
def test_an_instant_of_a_fixed_offset_is_kept_also_in_the_hour_that_comes_twice(tz):
    codec = Codec(door())
    action = Hang(at=DateTime(2026, 10, 25, 0, 30, 15, 250, tzinfo=tz), by=CARL, office=TOWN, pins=())
    entity = codec.lifecycle.begin(action)
    assert again(codec, entity) == entity
    assert again(codec, action) == action
    assert again(codec, action).at.isoformat() == action.at.isoformat()


class Colour(StrEnum):
    RED = "rot"


class Size(IntEnum):
    BIG = 3


def codec_of(**types):
    """A codec of a lifecycle whose action has fields of these types."""
    paint = make_class("Paint", {name: field(type=kind) for name, kind in types.items()}, (DoorAction,), **FROZEN)
    row = rows(Door, DoorState, DoorAction)
    hang = row.start(Hang, DoorState.OPEN, CARL.role, HOUSE(1), then=lambda action: Door(id="1", office=action.office))
    table = (hang, row(DoorState.OPEN, paint, DoorState.OPEN, CARL.role, HOUSE(1)))
    return Codec(Lifecycle("door", table, law=PETITION.law)), paint


FROZEN = {"frozen": True, "kw_only": True, "slots": True}
WHEN = {"at": NIGHT[0], "by": CARL}


def test_a_member_of_an_enum_of_texts_stands_by_its_text_one_of_another_by_its_name():
    codec, paint = codec_of(colour=Colour, size=Size, price=Decimal, until=time, both=frozenset[Colour])
    action = paint(
        colour=Colour.RED,
        size=Size.BIG,
        price=Decimal("1.50"),
        until=time(9, 30, 1),
        both=frozenset({Colour.RED}),
        **WHEN,
    )
    data = codec.data_of(action)
    assert {name: data[name] for name in ("colour", "size", "price", "until", "both")} == {
        "colour": "rot",
        "size": "BIG",
        "price": "1.50",
        "until": "09:30:01",
        "both": ["rot"],
    }
    assert again(codec, action) == action
    assert str(again(codec, action).price) == "1.50"


@frozen
class Box:
    type: str


@frozen
class Bag:
    kind: str


@pytest.mark.parametrize(
    ("types", "fault"),
    [
        ({"action": str}, "Paint.action: a document says under that name which action it is"),
        ({"thing": complex}, "complex has no form in JSON"),
        ({"thing": Box | Bag}, "can't be told apart"),
    ],
    ids=str,
)
def test_a_lifecycle_that_json_has_no_form_for_is_refused_when_its_codec_is_made(types, fault):
    with pytest.raises(BadInput, match=fault):
        codec_of(**types)


def test_what_a_class_of_the_users_own_refuses_is_a_fault_that_quotes_nothing():
    def short(box, attribute, value):
        if len(value) > 3:
            raise ValueError(f"too long: {value}")

    small = make_class("Small", {"name": field(type=str, validator=short)}, frozen=True)
    codec, paint = codec_of(small=small)
    data = codec.data_of(paint(small=small("abc"), **WHEN))
    assert codec.action_from(data).small == small("abc")
    with pytest.raises(BadDocument) as caught:
        codec.action_from({**data, "small": {"name": "Karimova"}}, "actions[0]")
    assert caught.value.faults == ("actions[0].small: a Small can't be made of this (ValueError)",)


def test_the_entity_of_a_document_about_something_else():
    with pytest.raises(BadDocument, match="document: entity, not action"):
        CODECS["petition"].entity_from(CODECS["petition"].dumps(Take(at=NIGHT[0], by=CARL)))


def test_a_record_of_a_part_that_an_audit_found_without_one_keeps_the_state_of_the_whole():
    """A question that was never asked has no state; what was on file of the petition stands in the record."""
    filed = File(at=NIGHT[0], by=EMIL, case="7", kind=PetitionKind.IDEA, office=TOWN)
    audit = PETITION.audit([filed, Reply(at=NIGHT[0], by=EMIL, question="none")], NIGHT[-1])
    record = audit.entity.history[-1]
    assert record.state is PetitionState.RECEIVED
    assert CODECS["petition"].data_of(record)["state"] == {"type": "PetitionState", "value": "RECEIVED"}
    assert again(CODECS["petition"], record) == record
    assert again(CODECS["petition"], audit.entity) == audit.entity


def test_a_word_that_the_lifecycle_does_not_know_is_kept_as_its_english():
    """A text of the user's own may hold anything; it is read as what it says, and can be told no other way."""
    reason = Reason(ReasonKind.GUARD, Message("{thing} and {name}")(thing=Bag("silk"), name=Message("a name")))
    read = again(CODECS["petition"], reason)
    assert read == reason
    assert read.text.words["thing"] == in_english(Bag("silk"))
    assert type(read.text.words["name"]) is Message
    assert '{"type":"Sentence",' in CODECS["petition"].dumps(reason).replace(" ", "")
    on = Date(2026, 3, 2)
    due = Due("d", Bag("silk"), on, None, on, on, on, on, CARL.role, (), TOWN)
    with pytest.raises(BadInput, match="Bag is no class that a document may hold here"):
        CODECS["petition"].dumps(due)
