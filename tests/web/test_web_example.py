"""The example by its one command: every process has something to look at, and what is done is there the next time."""

import pytest
from web import first_cases
from web_lives import FILES, LONGEST
from web_served import EXAMPLE, served, signed_in

from prcomm import PROCESSES
from prcomm.adapters.store import Store

pytestmark = pytest.mark.xdist_group("web")


def test_it_is_under_sixty_lines():
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) < 60


def test_every_process_has_cases_and_they_are_kept(tmp_path):
    file = tmp_path / "cases.sqlite"
    with served(file) as address, signed_in(address, "head") as head:
        front = head.get("/?lang=uz").text
        links = head.get("/cases").json()["_links"]["process"]
        assert [link["name"] for link in links] == list(PROCESSES)
        made_up = {type(file) for file in FILES}
        known = [link for link in links if PROCESSES[link["name"]].entity in made_up]
        assert len(known) > 20
        assert all(head.get(link["href"]).json()["cases"] for link in known)
        assert front.count("<h3>") == len(PROCESSES)
        case = head.get(f"/cases/council/{LONGEST['council'].id}").json()
        act = next(may for may in case["allowed"] if may["action"] == "BeginRenewal")
        done = head.post(act["_links"]["do"]["href"], json={"action": "BeginRenewal"}, headers={"Acting-As": act["as"]})
        assert done.status_code == 200, done.text
    with Store(file, PROCESSES.values()) as store:
        kept = store.open(PROCESSES["council"], case["case"])
        assert kept.version == case["version"] + 1
    assert first_cases(str(file)) == kept.history[-1].known  # from there the clock goes on, and not from before
