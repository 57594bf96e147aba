"""One application on one store, for all that is asked of the appeal."""

import httpx
import pytest
from web_lives import WHERE
from web_served import DISTRICT, RECEIVE, STAFF, Clock, running, signed_in

from prcomm import PROCESSES
from prcomm.adapters.store import Store
from prcomm.adapters.web import app, basic, own
from prcomm.citizens.appeals import APPEAL


@pytest.fixture(scope="session")
def clock():
    return Clock()


@pytest.fixture(scope="session")
def store(tmp_path_factory, clock):
    with Store(tmp_path_factory.mktemp("web") / "cases.sqlite", [APPEAL], clock=clock) as made:
        yield made


@pytest.fixture(scope="session")
def address(store):
    made = app(
        store,
        [APPEAL],
        who=basic(STAFF, "demo"),
        may=own,
        offices=[DISTRICT],
        reference="https://example.org/reference/",
    )
    with running(made) as found:
        yield found


@pytest.fixture(scope="session")
def clients(address):
    found = {name: signed_in(address, name) for name in STAFF}
    yield found
    for client in found.values():
        client.close()


@pytest.fixture
def desk(clients):
    return clients["desk"]


@pytest.fixture
def case(desk, request):
    """A case of one's own, received a moment ago."""
    name = f"t/{abs(hash(request.node.nodeid))}"
    begun = desk.post("/cases/appeal", json={**RECEIVE, "case": name})
    assert begun.status_code == 201, begun.text
    return name


@pytest.fixture(scope="session")
def hosted(tmp_path_factory):
    """The application of all processes: its clock, who is signed in (the last of a list), and a client."""
    clock, users = Clock(), []
    with Store(tmp_path_factory.mktemp("all") / "x.sqlite", PROCESSES.values(), clock=clock) as store:
        made = app(store, who=lambda _: users[-1], may=lambda *_: True, offices=WHERE.values())
        with running(made) as address, httpx.Client(base_url=address, timeout=60) as client:
            yield clock, users, client
