"""What is sealed on SQLite and on PostgreSQL: the commands, and heads that hold while others write."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from kept_appeals import assign, opened, receive, register
from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import ProgrammingError

from prcomm import Person
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
    store.begin(APPEAL, receive("4", appellants=(Person("p-4", name="Somebody"),)))
    with rows_of(address(url)) as rows:
        assert rows.verify().holds
    store.erase("p-4")
    with rows_of(address(url)) as rows:
        assert rows.verify().holds
    tampered(url, "DELETE FROM prcomm_names")
    assert run("verify", address(url))[0] == 1


class TestWhoMayOnlyWriteRecords:
    """On PostgreSQL the application needs no right to change a record, and none to drop one."""

    RIGHTS = (
        ("SELECT, INSERT", "prcomm_records, prcomm_feed"),
        ("SELECT, INSERT, UPDATE", "prcomm_cases, prcomm_names, prcomm_counted, prcomm_readers"),
        ("SELECT, INSERT, DELETE", "prcomm_dues, prcomm_keys, prcomm_outbox"),
        ("SELECT", "prcomm_about"),
    )
    """As SECURITY.md has them."""

    @pytest.mark.xdist_group("postgresql")
    def test_it_lives_a_case_with_these_and_can_not_rewrite_one(self, postgresql):
        url = postgresql.new()
        schema = url.rpartition("%3D")[2]
        opened(url).close()
        postgresql.tell(f"CREATE ROLE clerk_{schema} LOGIN; GRANT USAGE ON SCHEMA {schema} TO clerk_{schema}")
        for rights, tables in self.RIGHTS:
            named = ", ".join(f"{schema}.{table}" for table in tables.split(", "))
            postgresql.tell(f"GRANT {rights} ON {named} TO clerk_{schema}")
        as_clerk = url.replace("postgres@", f"clerk_{schema}@")
        with opened(as_clerk) as store:
            store.begin(APPEAL, receive("1", appellants=(Person("p-4", name="Somebody"),)))
            store.apply(APPEAL, "1", register)
            assert store.relay(lambda message: None) == 2
            assert store.erase("p-4") == 1
            assert store.dues(store.clock())
        for sql in ("UPDATE prcomm_records SET document = ''", "DELETE FROM prcomm_records", "TRUNCATE prcomm_records"):
            with pytest.raises(ProgrammingError, match="permission denied"):
                tampered(as_clerk, sql)
        assert run("verify", as_clerk)[0] == 0

    @pytest.mark.xdist_group("postgresql")
    def test_whoever_may_only_read_verifies_and_seals_what_has_its_place(self, postgresql, tmp_path):
        url = postgresql.new()
        schema = url.rpartition("%3D")[2]
        with opened(url) as store:
            store.begin(APPEAL, receive("1"))
            place(url)
            store.begin(APPEAL, receive("2"))
        postgresql.tell(
            f"CREATE ROLE auditor_{schema} LOGIN; GRANT USAGE ON SCHEMA {schema} TO auditor_{schema}; "
            f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO auditor_{schema}"
        )
        as_auditor = url.replace("postgres@", f"auditor_{schema}@")
        assert run("verify", as_auditor)[0] == 0
        done = CliRunner().invoke(main, ["seal", as_auditor])
        assert read_head(done.stdout).count == 1
        assert done.stderr == "1 record; 1 newer one is not sealed: it has no place yet\n"
        postgresql.tell(f"REVOKE SELECT ON {schema}.prcomm_records FROM auditor_{schema}")
        refused = CliRunner().invoke(main, ["verify", as_auditor])
        assert (refused.exit_code, "permission denied" in refused.stderr) == (2, True)

    def test_they_are_told_where_they_are_needed(self):
        page = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
        for rights, tables in self.RIGHTS:
            assert f"GRANT {rights} ON {tables} TO" in page
