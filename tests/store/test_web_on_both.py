"""The web application on each database: lists in one order, keys, and what no database takes."""

import pytest
from web_served import DISTRICT, RECEIVE, STAFF, Clock, running, signed_in

from prcomm.adapters.store import Store
from prcomm.adapters.web import app, basic, own
from prcomm.citizens.appeals import APPEAL


@pytest.fixture
def desk(url):
    with Store(url, [APPEAL], clock=Clock()) as store:  # noqa: SIM117  # one stands on the other
        with running(app(store, who=basic(STAFF, "demo"), may=own, offices=[DISTRICT])) as address:
            with signed_in(address, "desk") as client:
                yield client


def test_a_case_is_begun_moved_listed_and_found(desk):
    names = [f"{n}/{word}" for n in range(27) for word in ("b", "a", "Я", "ў")]
    for name in names:
        key = {"Idempotency-Key": name.encode().hex()}
        begun = [
            desk.post("/cases/appeal", json={**RECEIVE, "case": name}, headers=key) for _ in range(1 + (name == "3/Я"))
        ]
        assert {one.status_code for one in begun} == {201}
        assert len({one.content for one in begun}) == 1
    moved = desk.post("/cases/appeal/3/Я", json={"action": "Register", "number": "3"}, headers={"If-Match": '"1"'})
    assert (moved.status_code, moved.json()["state"]) == (200, "REGISTERED")
    found, address = [], "/cases/appeal"
    while address:
        told = desk.get(address).json()
        found += [one["case"] for one in told["cases"]]
        address = told["_links"].get("next", {}).get("href")
    assert sorted(found) == sorted(names)
    assert len(desk.get("/dues").json()["dues"]) == 50
    assert desk.get("/").status_code == 200
    for case in ("%00", "a%00", "%ED%A0%80"):
        assert desk.get(f"/cases/appeal/{case}").status_code == 404
