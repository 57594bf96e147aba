"""What is made of appeals besides their lives shows no more of who appealed than they do: the register, the quarterly
report, the command line and its log. That nothing else does is a law of every lifecycle (tests/properties)."""

import json
import logging
import re

import pytest
from citizens.payloads_appeals import REFERENCES, SECRETS
from click.testing import CliRunner
from processes import draw_of

from prcomm import Actor, redacted
from prcomm.adapters.commands import main
from prcomm.adapters.json import Codec
from prcomm.citizens.appeals import APPEAL, ProtectIdentity, PutOnControl
from prcomm.citizens.appeals.register import register_entry
from prcomm.citizens.counts import Quarter
from prcomm.citizens.reports import QuarterlyReport
from prcomm.law.roles import APPELLANT, REGISTRAR

WHO = re.compile("|".join((*SECRETS, *REFERENCES)))
pytestmark = pytest.mark.xdist_group("lives of the appeal")


def test_no_line_of_the_register_of_one_who_is_protected_and_no_report():
    protected = [life for life in draw_of("appeal").lives if life.entity.identity_protected]
    assert protected
    for life in protected:
        at = life.actions[-1].at
        report = QuarterlyReport.of([life.entity], Quarter.of(life.actions[0].at), as_of=at)
        entry = register_entry(life.entity)
        for text in (repr(entry), str(entry), repr(report), str(report), report._repr_html_()):
            assert not WHO.search(text)


def test_nothing_of_what_the_command_line_writes():
    codec = Codec(APPEAL)
    for life in draw_of("appeal").lives[::10]:
        file = {
            "prcomm": 1,
            "process": "appeal",
            "office": codec.data_of(life.entity.office),
            "actions": [codec.data_of(action) for action in life.actions],
        }
        good = json.dumps(file)
        assert WHO.search(good)  # it is in the file
        bad = json.dumps(file | {"colour": SECRETS[0], "as_of": SECRETS[1]})
        broken = good.replace('"kind"', f'"{SECRETS[0]}"')
        for text in (good, bad, broken):
            for more in ((), ("--json",), ("--lang", "ru", "--traces")):
                result = CliRunner().invoke(main, ("replay", "-", *more), input=text)
                assert result.exit_code in (0, 1, 2)
                assert not WHO.search("".join((result.output, result.stderr, str(result.exception or ""))))


def test_not_even_an_appellant_who_put_the_appeal_on_control():
    """The deep run found it: an audit noted them among the officials, by reference."""
    life = next(life for life in draw_of("appeal").lives if life.entity.appellant_ids and not life.entity.control_by)
    at = life.actions[-1].at
    taken = PutOnControl(at=at, by=Actor(life.entity.appellant_ids[0], APPELLANT))
    audit = APPEAL.audit((*life.actions, taken), at)
    assert audit.entity.history[-1].action is taken
    assert not WHO.search(repr(audit))


def test_a_redacted_appeal_keeps_its_references():
    for life in draw_of("appeal").lives:
        clean, redaction = redacted(life.entity, by=Actor("desk 1", REGISTRAR), why="order 7")
        assert clean.appellant_ids == life.entity.appellant_ids
        assert redaction.fields
        assert not WHO.search(str(redaction))


def test_nothing_is_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        CliRunner().invoke(main, ("replay", "-"), input='{"prcomm": 1, "process": "appeal", "actions": []}')
    assert caplog.records == []


def test_the_search_would_find_a_name():
    """What is lossless shows it: so the words that are looked for are in what is looked at, and each is looked for."""
    written = "".join(Codec(APPEAL).dumps(life.entity) for life in draw_of("appeal").lives)
    assert set(WHO.findall(written)) == {*SECRETS, *REFERENCES}
    assert all({*SECRETS, *REFERENCES} <= set(life.telling) for life in draw_of("appeal").lives)
    assert any(isinstance(action, ProtectIdentity) for life in draw_of("appeal").lives for action in life.actions)
