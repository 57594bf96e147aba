"""What is sealed on SQLite and on PostgreSQL: the commands, and heads that hold while others write."""

import json

import pytest
from click.testing import CliRunner
from kept_appeals import assign, opened, receive, register
from sqlalchemy import NullPool, create_engine

from prcomm.adapters.commands import main
from prcomm.adapters.seal import head_of, links_of, read_head
from prcomm.adapters.seal.stored import place, rows_of
from prcomm.citizens.appeals import APPEAL


def address(url):
    """As it is typed: a SQLite file by its path."""
    return url.removeprefix("sqlite:///")


def tampered(url, sql):
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(sql)


def run(*args):
    done = CliRunner().invoke(main, list(args))
    return done.exit_code, done.stdout


def sealed(url):
    place(address(url))
    with rows_of(address(url)) as rows:
        listed = tuple(links_of(rows.records(placed=True)))
        return head_of((one.link for one in listed), receive().at), listed


@pytest.fixture
def store(url):
    with opened(url) as store:
        for case in ("1", "2", "3"):
            store.begin(APPEAL, receive(case))
        store.apply(APPEAL, "2", register)
        yield store


def test_the_commands_read_either(store, url, tmp_path):
    status, head = run("seal", address(url))
    assert status == 0
    (tmp_path / "head.json").write_text(head)
    assert read_head(head).count == 4
    store.apply(APPEAL, "1", register)
    assert run("verify", address(url), "--head", str(tmp_path / "head.json"))[0] == 0


def test_a_record_that_is_changed_is_named(store, url):
    tampered(url, "UPDATE prcomm_records SET signed_in = 'x' WHERE case_id = '2' AND version = 2")
    status, told = run("verify", address(url), "--json")
    assert status == 1
    (one,) = json.loads(told)["broken"]
    assert (one["case"], one["record"], one["flaw"]) == ("2", 2, "CHANGED")


def test_heads_of_every_moment_hold_at_the_end(store, url):
    heads = [sealed(url)]
    for step in (register, assign):
        store.apply(APPEAL, "3", step)
        heads.append(sealed(url))
    with rows_of(address(url)) as rows:
        found = rows.verify(heads=[head for head, _ in heads], sealed=heads[-1][1])
    assert [one.head.count for one in found.heads] == [4, 5, 6]
    assert found.holds


def test_what_is_entered_while_it_is_sealed_has_its_place_after_it(store, url):
    """Where several write at a time, what is not told yet is not counted: it may still come to stand elsewhere."""
    place(address(url))
    store.apply(APPEAL, "3", register)
    with rows_of(address(url)) as rows:
        placed, all_of_them = len(list(rows.records(placed=True))), len(list(rows.records()))
    assert all_of_them == 5
    assert placed == (4 if url.startswith("postgresql") else 5)


def test_all_is_read_as_it_was_at_one_instant(store, url):
    with rows_of(address(url)) as rows:
        records = iter(rows.records())
        next(records)
        store.apply(APPEAL, "1", register)
        assert len(list(records)) == 3
        assert rows.verify().records == 4
        assert rows.verify().holds


def test_names_are_held_to_their_digests_and_erased_ones_are_not_missed(store, url):
    from prcomm import Person

    store.begin(APPEAL, receive("4", appellants=(Person("p-4", name="Somebody"),)))
    with rows_of(address(url)) as rows:
        assert rows.verify().holds
    store.erase("p-4")
    with rows_of(address(url)) as rows:
        assert rows.verify().holds
    tampered(url, "DELETE FROM prcomm_names")
    assert run("verify", address(url))[0] == 1
