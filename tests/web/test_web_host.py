"""The web application inside an application of a host: its engine, its session, its rule."""

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import create_engine, text
from web_served import DISTRICT, RECEIVE, Clock, running

from prcomm.adapters.store import Store
from prcomm.adapters.web import User, app, own
from prcomm.citizens.appeals import APPEAL
from prcomm.law.roles import HEAD, REGISTRAR

pytestmark = pytest.mark.xdist_group("web")


def of_ours(engine, clock):
    """An application of a host: its own engine and sessions, and cases of appeals below ``/appeals``."""
    ours, sessions = FastAPI(), {}

    @ours.post("/sign-in/{name}")
    def sign_in(name: str) -> dict[str, str]:
        sessions[f"token of {name}"] = name
        return {"token": f"token of {name}"}

    def who(request):
        """The host's session, and what its directory says of whoever it belongs to."""
        name = sessions.get(request.headers.get("x-session", ""))
        with engine.connect() as connection:
            found = connection.execute(text("SELECT role FROM staff WHERE name = :name"), {"name": name}).all()
        roles = tuple(role for role in (REGISTRAR, HEAD) if role.name in {row.role for row in found})
        return User(name, roles, DISTRICT) if roles else None

    def may(user, case):
        """A trainee sees nothing that is on control."""
        return own(user, case) and not (user.id == "trainee" and case.superior_controls)

    store = Store(engine, [APPEAL], clock=clock)
    ours.mount("/appeals", app(store, [APPEAL], who=who, may=may, challenge="Session"))
    return ours


def test_the_hosts_own_engine_session_and_rule_are_asked(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'ours.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE staff (name TEXT, role TEXT)"))
        for name in ("desk", "trainee"):
            connection.execute(text("INSERT INTO staff VALUES (:name, 'registrar')"), {"name": name})
    with running(of_ours(engine, Clock())) as address, httpx.Client(base_url=address) as client:
        nobody = client.get("/appeals/cases")
        assert (nobody.status_code, nobody.headers["www-authenticate"]) == (401, "Session")
        session = {"X-Session": client.post("/sign-in/desk").json()["token"]}
        begun = client.post("/appeals/cases/appeal", json={**RECEIVE, "case": "1"}, headers=session)
        assert (begun.status_code, begun.headers["location"]) == (201, "/appeals/cases/appeal/1")
        trainee = {"X-Session": client.post("/sign-in/trainee").json()["token"]}
        assert client.get("/appeals/cases/appeal/1", headers=trainee).status_code == 200
        assert client.get("/appeals/cases", headers={"X-Session": "another"}).status_code == 401
    engine.dispose()
