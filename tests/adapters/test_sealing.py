"""The commands that seal a store and verify it: what they write, and how they end."""

import json
import sqlite3
from contextlib import closing

import pytest
from adapters.test_seal import PRIVATE, PUBLIC
from adapters.test_sealed_store import CASE, CASES, WAYS, Clock, at, live, sql, tampered, with_its_chain
from attrs import evolve
from click.testing import CliRunner

from prcomm.adapters.commands import main
from prcomm.adapters.seal import SignedHead, read_head, read_links, root
from prcomm.adapters.seal.signing import Ed25519PrivateKey, private_key, public_key, signed, verified
from prcomm.adapters.store import Store
from prcomm.citizens.appeals import APPEAL
from prcomm.labels import LABELS


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store of two appeals, as bytes."""
    file, clock = tmp_path_factory.mktemp("made") / "cases.sqlite", Clock()
    with Store(file, [APPEAL], clock=clock) as store:
        for case in CASES[:2]:
            live(store, clock, case)
    return file.read_bytes()


@pytest.fixture(autouse=True)
def folder(made, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, data in (("cases.sqlite", made), ("private.pem", PRIVATE), ("public.pem", PUBLIC)):
        (tmp_path / name).write_bytes(data)
    return tmp_path


def run(*args, status=0, env=None):
    done = CliRunner().invoke(main, list(args), env=env)
    assert done.exit_code == status, done.output
    return done


def sealed(*more):
    return run("seal", "cases.sqlite", "--key", "private.pem", "--to", "head.json", *more)


HEAD = "--head", "head.json"
KEY = "--key", "public.pem"


class TestSeal:
    def test_the_head_is_signed_and_counts_every_record(self, folder):
        assert sealed().stderr == "10 records\n"
        head = read_head((folder / "head.json").read_bytes())
        assert isinstance(head, SignedHead)
        assert verified(head, public_key(PUBLIC)).count == 10

    def test_without_a_key_it_is_not_signed(self):
        assert read_head(run("seal", "cases.sqlite").stdout).count == 10

    def test_the_list_comes_to_the_head(self, folder):
        sealed("--list", "sealed.csv")
        listed = read_links((folder / "sealed.csv").read_text().splitlines())
        assert root(one.link for one in listed) == read_head((folder / "head.json").read_bytes()).head.root

    def test_what_is_broken_is_not_sealed(self, folder):
        tampered("cases.sqlite", WAYS["(3) an outcome"][0])
        done = run("seal", "cases.sqlite", "--to", "head.json", status=1)
        assert "appeal\t2026/2\t4\tit is not what was entered" in done.stdout
        assert not (folder / "head.json").exists()

    def test_what_an_older_head_does_not_hold_for_is_not_sealed(self, folder):
        sealed()
        tampered("cases.sqlite", with_its_chain)
        run("seal", "cases.sqlite", *HEAD, "--to", "new.json", status=1)
        assert not (folder / "new.json").exists()

    def test_a_key_with_a_password(self, folder):
        from cryptography.hazmat.primitives import serialization as how

        locked = private_key(PRIVATE).private_bytes(
            how.Encoding.PEM, how.PrivateFormat.PKCS8, how.BestAvailableEncryption(b"secret")
        )
        (folder / "private.pem").write_bytes(locked)
        assert "needs a password" in run("seal", "cases.sqlite", "--key", "private.pem", status=2).stderr
        sealed_so = run("seal", "cases.sqlite", "--key", "private.pem", env={"PRCOMM_KEY_PASSWORD": "secret"})
        assert verified(read_head(sealed_so.stdout), public_key(PUBLIC)).count == 10


class TestVerify:
    def test_all_holds(self):
        sealed()
        first, second = run("verify", "cases.sqlite", *HEAD, *KEY).stdout.splitlines()
        assert first == "10 records; 2 cases; each follows from the one before it"
        assert second.startswith("the head of 10 records, as of ")
        assert second.endswith(", holds")

    def test_without_a_head_it_says_what_it_does_not_tell(self):
        assert "rewritten whole is not found" in run("verify", "cases.sqlite").stdout

    def test_without_a_key_it_says_that_nobody_checked_the_signature(self):
        sealed()
        assert "the signature was not checked" in run("verify", "cases.sqlite", *HEAD).stdout

    def test_each_record_that_is_broken_is_named(self):
        tampered("cases.sqlite", WAYS["(2) a number"][0])
        tampered("cases.sqlite", WAYS["(13) the last dropped"][0])
        lines = run("verify", "cases.sqlite", status=1).stdout.splitlines()
        assert lines[0] == "9 records; 2 cases; something is wrong with 2 of them"
        assert lines[-2:] == [f"appeal\t{CASE}\t2\tit is not what was entered", f"appeal\t{CASE}\t5\tit is missing"]

    def test_several_that_are_gone_in_a_row_stand_in_one_line(self):
        tampered("cases.sqlite", sql("DELETE FROM prcomm_records WHERE case_id = :case AND version > 2"))
        assert f"appeal\t{CASE}\t3–5\tit is missing" in run("verify", "cases.sqlite", status=1).stdout

    def test_of_very_many_a_hundred_are_told(self):
        with closing(sqlite3.connect("cases.sqlite")) as db:
            row = "SELECT 'x', 'case ' || value, 2, '', '', '', '', '', '', '' FROM series"
            db.execute(
                "WITH RECURSIVE series(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM series WHERE value < 130) "
                "INSERT INTO prcomm_records (process, case_id, version, document, recorded, signed_in, origin, names, "
                f"digest, chain) {row}"
            )
            db.commit()
        assert "and 160 more" in run("verify", "cases.sqlite", status=1).stdout

    def test_what_was_rewritten_whole_is_told_by_the_head_and_named_by_the_list(self):
        sealed("--list", "sealed.csv")
        tampered("cases.sqlite", with_its_chain)
        run("verify", "cases.sqlite")
        told = run("verify", "cases.sqlite", *HEAD, *KEY, status=1).stdout
        assert "does not hold: what was sealed is not what stands there" in told
        assert told.count("\nappeal\t2026/") == 10
        named = run("verify", "cases.sqlite", *HEAD, *KEY, "--list", "sealed.csv", status=1).stdout
        assert [line for line in named.splitlines() if line.startswith("appeal")] == [
            f"appeal\t{CASE}\t{n}\tit is not the one that was sealed" for n in (4, 5)
        ]

    def test_how_many_are_gone_at_least_is_told(self):
        sealed()
        gone = [
            f"DELETE FROM {table} WHERE case_id = :case" for table in ("prcomm_records", "prcomm_cases", "prcomm_names")
        ]
        tampered("cases.sqlite", sql(*gone))
        assert "5 records at least are gone" in run("verify", "cases.sqlite", *HEAD, status=1).stdout

    def test_as_json(self):
        sealed()
        tampered("cases.sqlite", with_its_chain)
        told = json.loads(run("verify", "cases.sqlite", *HEAD, "--json", status=1).stdout)
        assert (told["holds"], told["records"], told["cases"], told["broken"]) == (False, 10, 2, [])
        (head,) = told["heads"]
        assert (head["holds"], head["count"], head["fewer"], head["after"]) == (False, 10, 0, 0)
        assert head["suspects"][-1] == {"process": "appeal", "case": CASE, "record": 5}
        tampered("cases.sqlite", WAYS["(14) one in the middle dropped"][0])
        told = json.loads(run("verify", "cases.sqlite", "--json", "--lang", "ru", status=1).stdout)
        assert told["broken"] == [
            {"process": "appeal", "case": CASE, "record": 3, "last": 3, "flaw": "MISSING", "text": "она отсутствует"}
        ]

    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_in_each_language(self, lang):
        sealed("--list", "sealed.csv")
        tampered("cases.sqlite", with_its_chain)
        told = run("verify", "cases.sqlite", *HEAD, "--list", "sealed.csv", "--lang", lang, status=1).stdout
        assert CASE in told
        assert ("record" in told) == (lang == "en")


class TestWhatCanNotBeTold:
    @pytest.mark.parametrize(
        ("args", "why"),
        [
            (("nothing.sqlite",), "nothing.sqlite: there is no such file"),
            (("public.pem",), "the store is damaged: file is not a database"),
            (("foo://x",), "the address of a store: it is none"),
            (("postgresql+psycopg://nobody:secret@localhost:1/x",), "the database of a store: it can't be read"),
            (("cases.sqlite", "--head", "public.pem"), "the heads: public.pem: it is no JSON"),
            (("cases.sqlite", "--head", "none.json"), "none.json: there is no such file"),
            (("cases.sqlite", *HEAD, "--key", "private.pem"), "a public key: "),
            (("cases.sqlite", "--list", "sealed.csv"), "it comes to none of the heads"),
        ],
    )
    def test_bad_input_in_a_sentence(self, args, why):
        sealed("--list", "sealed.csv")
        done = run("verify", *args, status=2)
        assert why in done.stderr
        assert "secret" not in done.output

    def test_a_database_without_a_store(self):
        sqlite3.connect("empty.sqlite").close()
        assert "there are no tables of a store" in run("verify", "empty.sqlite", status=2).stderr

    def test_every_head_that_is_not_signed_by_the_key_is_told(self, folder):
        sealed()
        head = read_head((folder / "head.json").read_bytes())
        other = signed(head.head, Ed25519PrivateKey.generate())
        changed = evolve(head, head=evolve(head.head, at=at(4)))
        for name, one in (("other", other), ("changed", changed), ("plain", head.head)):
            (folder / f"{name}.json").write_text(json.dumps(one.document()))
        heads = [word for name in ("other", "changed", "plain", "head") for word in ("--head", f"{name}.json")]
        assert run("verify", "cases.sqlite", *heads, *KEY, status=2).stderr.splitlines() == [
            "prcomm: the heads:",
            "  - other.json: it is signed by another key",
            "  - changed.json: it is not what was signed",
            "  - plain.json: it is not signed",
        ]
