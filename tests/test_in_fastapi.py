"""In a FastAPI application: its own engine, its own transaction, and either both are written or neither."""

import httpx
import pytest
from fastapi_project import LETTERS, application
from sqlalchemy import create_engine, select
from web_served import running


@pytest.fixture
def host(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'desk.sqlite'}", hide_parameters=True)
    with running(application(engine)) as address, httpx.Client(base_url=address) as client:
        yield client, lambda: engine.connect()
    engine.dispose()


def letters(connect):
    with connect() as connection:
        return [row.of_case for row in connection.execute(select(LETTERS))]


def told(case, **more):
    return {"case": case, "text": "a proposal", "sender": "p-17"} | more


class TestInFastAPI:
    def test_a_letter_and_its_case_are_kept_together(self, host):
        client, connect = host
        assert client.post("/letters", json=told("1")).json() == {"case": "1", "state": "RECEIVED"}
        assert client.get("/letters/1").json()["state"] == "RECEIVED"
        assert letters(connect) == ["1"]

    def test_a_refusal_leaves_neither(self, host):
        client, connect = host
        answer = client.post("/letters", json=told("2", form="ORAL"))
        assert answer.status_code == 409
        assert answer.json()["reasons"][0]["articles"]
        assert client.get("/letters/2").status_code == 404
        assert letters(connect) == []

    def test_nor_does_a_reference_that_is_taken(self, host):
        client, connect = host
        assert [client.post("/letters", json=told("3")).status_code for _ in range(2)] == [201, 409]
        assert letters(connect) == ["3"]

    def test_what_can_not_be_read_is_refused_before(self, host):
        client, connect = host
        assert client.post("/letters", json={"case": "4"}).status_code == 422
        assert letters(connect) == []
