"""In a Django project: its own database, its own transaction, and either both are written or neither."""

import json
import os
import sqlite3
from contextlib import closing, suppress

import django
import pendulum
import pytest

from prcomm import Actor
from prcomm.adapters.seal import verify
from prcomm.adapters.seal.stored import rows_of
from prcomm.adapters.store import NoCase
from prcomm.citizens.appeals import APPEAL, Register
from prcomm.law.roles import REGISTRAR


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project with its database made, and a client of it."""
    file = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    os.environ |= {"DESK_DATABASE": str(file), "DJANGO_SETTINGS_MODULE": "django_project.settings"}
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    call_command("migrate", verbosity=0)
    yield file, Client()
    connection.close()


def post(client, case, form="WRITTEN"):
    told = {"case": case, "text": "a proposal", "from": "p-17", "form": form}
    return client.post("/letters/", json.dumps(told), content_type="application/json")


def letters():
    from django_project.desk.models import Letter

    return set(Letter.objects.values_list("case", flat=True))


def opened(case):
    from django_project.desk.cases import cases

    with cases() as store:
        return store.open(APPEAL, case)


def register(number):
    by = Actor("desk 1", REGISTRAR)
    return lambda _: Register(at=pendulum.now("UTC"), by=by, number=number)


def registered_and_failed(case):
    from django_project.desk.cases import cases

    with suppress(KeyError), cases() as store:
        assert store.apply(APPEAL, case, register("wrong")).version == 2
        raise KeyError


class TestInDjango:
    def test_a_letter_and_its_case_are_kept_together(self, project):
        assert post(project[1], "2026/1").status_code == 201
        assert "2026/1" in letters()
        assert opened("2026/1").version == 1

    def test_a_refusal_leaves_neither(self, project):
        answer = post(project[1], "2026/2", form="ORAL")
        assert answer.status_code == 409
        assert answer.json()["reasons"]
        assert "2026/2" not in letters()
        with pytest.raises(NoCase):
            opened("2026/2")

    def test_what_fails_after_the_case_was_written_leaves_neither(self, project):
        from django.db import IntegrityError, connection
        from django_project.desk.cases import cases
        from django_project.desk.models import Letter

        def register_and_write_again():
            with cases() as store:
                assert store.apply(APPEAL, "2026/3", register("3")).version == 2
                assert connection.in_atomic_block
                Letter.objects.create(case="2026/3", text="the same reference again")

        post(project[1], "2026/3")
        with pytest.raises(IntegrityError):
            register_and_write_again()
        assert opened("2026/3").version == 1
        assert not connection.in_atomic_block

    def test_what_was_rolled_back_is_not_remembered(self, project):
        from django_project.desk.cases import cases

        post(project[1], "2026/4")
        registered_and_failed("2026/4")
        with cases() as store:
            store.apply(APPEAL, "2026/4", register("right"))
        assert [record.action.number for record in opened("2026/4").history[1:]] == ["right"]

    def test_an_inner_block_that_fails_takes_its_part_alone(self, project):
        from django_project.desk.cases import cases
        from django_project.desk.models import Letter

        post(project[1], "2026/5")
        with cases():
            Letter.objects.create(case="2026/5a", text="kept")
            registered_and_failed("2026/5")
        assert "2026/5a" in letters()
        assert opened("2026/5").version == 1

    def test_outside_a_transaction_nothing_is_lent(self, project):
        from django_project.desk.cases import ENGINE

        with pytest.raises(RuntimeError, match=r"transaction\.atomic"), ENGINE.connect():
            pass

    def test_its_own_queries_find_what_is_in_the_tables_and_the_chain_holds(self, project):
        post(project[1], "2026/6")
        with closing(sqlite3.connect(project[0])) as db:
            (n,) = db.execute("SELECT count(*) FROM desk_letter").fetchone()
        with rows_of(project[0]) as rows:
            found = verify(rows.records(), ends=rows.ends)
        assert found.holds
        assert found.cases <= n

    def test_djangos_own_functions_stay_its_own(self, project):
        from django_project.desk.models import Letter

        post(project[1], "2026/77")
        assert Letter.objects.filter(pk__regex="^[0-9]+$", case__regex=r"^2026/7{2}$").count() == 1
