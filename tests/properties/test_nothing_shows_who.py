"""Whatever is done with an appeal whose identity is protected, nothing that is shown says who appealed.

Every name, address and contact is one word that stands nowhere else, and so is every reference to a person. Each
output of a life and of a refusal is searched for all of them.
"""

import json
import logging
import re
from collections.abc import Iterator

import pendulum
from attrs import evolve
from citizens.payloads import PAYLOADS
from click.testing import CliRunner
from hypothesis import given, settings, strategies as st

from prcomm import Actor, Lifecycle, Refused, redacted
from prcomm.adapters.cases import CaseFile, answer, live
from prcomm.adapters.commands import main
from prcomm.adapters.diagrams import due_picture, timeline
from prcomm.adapters.json import BadDocument, Codec
from prcomm.adapters.tables import csv_of
from prcomm.citizens.appeals import APPEAL, APPLICATION, Appeal, AppealAction, Channel, Form, Receive, SendReply
from prcomm.citizens.appeals.counts import Quarter
from prcomm.citizens.appeals.register import register_entry
from prcomm.citizens.appeals.reports import QuarterlyReport
from prcomm.citizens.receptions import RECEPTION
from prcomm.core import sheets
from prcomm.core.people import LegalEntity, Person
from prcomm.labels import LABELS
from prcomm.law import office
from prcomm.law.roles import REGISTRAR
from prcomm.testing import lives, refusals

NAMES = ("Nomsiz1", "Manzil2", "Aloqa3", "Firma4", "Joy5")
REFERENCES = ("shaxs6", "shaxs7", "firma8")
SECRETS = re.compile("|".join((*NAMES, *REFERENCES)))
PEOPLE = tuple(Person(who, NAMES[0], NAMES[1], (NAMES[2],)) for who in REFERENCES[:2])
FIRM = LegalEntity(REFERENCES[2], NAMES[3], NAMES[4], (NAMES[2],))
WHO = {"a": PEOPLE[0], "b": PEOPLE[1], "c": FIRM}


def disguised(value: object) -> object:
    """The people of the payloads, as people whose every word is a secret."""
    if isinstance(value, (Person, LegalEntity)):
        return WHO.get(value.id, PEOPLE[0])
    if isinstance(value, tuple):
        return tuple(map(disguised, value))
    return WHO[value].id if isinstance(value, str) and value in WHO else value


def protected(action: AppealAction) -> AppealAction:
    """The same action by and about the people in disguise; a receipt asks that nothing be disclosed."""
    people = ["appellants", "representative", "reply_to", "visitor"]
    people += ["to"] if isinstance(action, SendReply) else []
    changes = {name: disguised(getattr(action, name)) for name in people if hasattr(action, name)}
    if hasattr(action, "identity_protected"):
        changes["identity_protected"] = True
    by = evolve(action.by, id=REFERENCES[0]) if action.by.role.private else action.by
    return evolve(action, by=by, **changes)


def shown(lifecycle: Lifecycle, actions: list) -> Iterator[str]:
    """Everything that is shown of a history, lawful or not: texts, tables, HTML, CSV, JSON, in every language."""
    at = actions[-1].at.add(days=40)
    audit = lifecycle.audit(actions, at)
    things = [*actions, audit, *audit.findings, *audit.dues]
    refused = []
    entity = None
    for action in actions:
        try:
            entity = lifecycle.begin(action) if entity is None else lifecycle.apply(entity, action)
        except Refused as error:
            refused.append(error)
            things += [error, error.verdict, *error.verdict.reasons]
    things += [] if entity is None else [entity, *entity.history, *lifecycle.allowed(entity, actions[-1].by, at)]
    for thing in things:
        yield from (repr(thing), str(thing))
        html = getattr(thing, "_repr_html_", None)
        if html is not None:
            yield html()
    for lang in LABELS.languages:
        say = LABELS.say(lang)
        yield from (finding.told(say) for finding in audit.findings)
        yield from (error.verdict.told(say) for error in refused)
        if audit.entity is not None:
            yield timeline(audit.entity, audit.dues, audit.findings, at=at, say=say)
        yield from (due_picture(due, say) for due in audit.dues)
        for thing in (audit, *audit.dues, *([entity] if entity else []), *(error.verdict for error in refused)):
            for sheet in sheets.sheets(thing):
                yield from (sheet.html(say), csv_of(sheet, say))
    yield json.dumps(answer(live(CaseFile(lifecycle, tuple(actions), None))))


def found(texts: Iterator[str]) -> list[str]:
    return [f"{SECRETS.search(text)[0]}: {text[:200]}" for text in texts if SECRETS.search(text)]


HISTORIES = lives(APPEAL, PAYLOADS).map(lambda life: [protected(record.action) for record in life.history])
REFUSALS = refusals(APPEAL, PAYLOADS).map(
    lambda refusal: [
        *(protected(record.action) for record in (refusal.entity.history if refusal.entity else ())),
        protected(refusal.action),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(HISTORIES, REFUSALS))
def test_nothing_of_an_appeal(actions):
    assert found(shown(APPEAL, actions)) == []


@settings(max_examples=30, deadline=None)
@given(lives(RECEPTION, PAYLOADS).map(lambda life: [protected(record.action) for record in life.history]))
def test_nothing_of_a_reception(actions):
    assert found(shown(RECEPTION, actions)) == []


@settings(max_examples=40, deadline=None)
@given(HISTORIES)
def test_nothing_of_a_line_of_the_register_or_a_report(actions):
    appeal = APPEAL.audit(actions, actions[-1].at).entity
    assert isinstance(appeal, Appeal)
    report = QuarterlyReport.of([appeal], Quarter.of(actions[0].at), as_of=actions[-1].at)
    entry = register_entry(appeal)
    html = report._repr_html_()
    assert found(iter((repr(entry), str(entry), repr(report), str(report), html))) == []


@settings(max_examples=20, deadline=None)
@given(HISTORIES)
def test_nothing_of_what_the_command_line_writes(actions):
    codec = Codec(APPEAL)
    office = actions[0].office
    file = {
        "prcomm": 1,
        "process": "appeal",
        "office": codec.data_of(office),
        "actions": [codec.data_of(action) for action in actions],
    }
    good = json.dumps(file)
    assert SECRETS.search(good)  # it is in the file
    bad = json.dumps(file | {"colour": NAMES[0], "as_of": NAMES[1]})
    broken = good.replace('"kind"', f'"{NAMES[0]}"')
    for text in (good, bad, broken):
        for more in ((), ("--json",), ("--lang", "ru", "--traces")):
            result = CliRunner().invoke(main, ("replay", "-", *more), input=text)
            assert result.exit_code in (0, 1, 2)
            assert found(iter((result.output, result.stderr, str(result.exception or "")))) == []


@settings(max_examples=40, deadline=None)
@given(HISTORIES, st.data())
def test_nothing_of_an_error_for_a_bad_document(actions, data):
    """A field of another type, or one too many, wherever it is."""
    codec = Codec(APPEAL)
    written = codec.data_of(data.draw(st.sampled_from(actions)))
    name = data.draw(st.sampled_from([*written, NAMES[0]]))
    written[name] = data.draw(st.sampled_from([NAMES[0], [NAMES[1]], {NAMES[2]: NAMES[3]}, {"type": REFERENCES[0]}]))
    told = []
    try:
        codec.action_from(written, "actions[0]", actions[0].office)
    except BadDocument as bad:
        told = [str(bad), repr(bad), *bad.faults]
    assert found(iter(told)) == []


@settings(max_examples=30, deadline=None)
@given(HISTORIES)
def test_a_redacted_appeal_has_no_name_and_keeps_its_references(actions):
    appeal = APPEAL.audit(actions, actions[-1].at).entity
    assert appeal is not None
    text = Codec(APPEAL).dumps(redacted(appeal))
    assert not re.search("|".join(NAMES), text)
    assert appeal.appellant_ids == redacted(appeal).appellant_ids


def test_nothing_is_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        CliRunner().invoke(main, ("replay", "-"), input='{"prcomm": 1, "process": "appeal", "actions": []}')
    assert caplog.records == []


def test_the_search_would_find_a_name():
    """What is lossless shows it: so the words that are looked for are in what is looked at."""
    at = pendulum.datetime(2026, 3, 3, 10, tz="Asia/Tashkent")
    received = Receive(
        at=at,
        by=Actor("desk", REGISTRAR),
        case="1",
        kind=APPLICATION,
        form=Form.WRITTEN,
        channel=Channel.POST,
        office=office("a"),
        appellants=(*PEOPLE, FIRM),
    )
    assert found(iter((repr(received), str(received)))) == []
    written = json.dumps(Codec(APPEAL).data_of(received))
    assert set(SECRETS.findall(written)) == {*NAMES, *REFERENCES}
