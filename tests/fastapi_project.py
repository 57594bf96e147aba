"""A small FastAPI application with cases in its own database: the one of the how-to page."""

from collections.abc import Iterator
from contextlib import contextmanager

import pendulum
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, Text

from prcomm import Actor, Person, Refused
from prcomm.adapters.store import CaseExists, NoCase, Store
from prcomm.citizens.appeals import APPEAL, PROPOSAL, Channel, Form, Receive
from prcomm.law import office
from prcomm.law.roles import REGISTRAR

DISTRICT = office("district department")
METADATA = MetaData()
LETTERS = Table(
    "letters", METADATA, Column("id", Integer, primary_key=True), Column("of_case", Text), Column("text", Text)
)


class Letter(BaseModel):
    case: str
    text: str
    sender: str
    form: str = "WRITTEN"


def application(engine: Engine) -> FastAPI:
    web, store = FastAPI(), Store(engine, [APPEAL])
    METADATA.create_all(engine)

    @contextmanager
    def transaction() -> Iterator[tuple[Connection, Store]]:
        """The application's own transaction, and the store within it."""
        with engine.begin() as connection:
            yield connection, store.within(connection)

    @web.post("/letters", status_code=201)
    def letter(told: Letter) -> dict[str, str]:
        """A letter came: its text is kept, and a case is begun; or neither."""
        receive = Receive(
            at=pendulum.now(DISTRICT.tz), by=Actor("desk 1", REGISTRAR), case=told.case, kind=PROPOSAL,
            form=Form[told.form], channel=Channel.POST, office=DISTRICT, appellants=(Person(told.sender),),
        )  # fmt: skip
        with transaction() as (connection, cases):
            connection.execute(LETTERS.insert().values(of_case=told.case, text=told.text))
            appeal = cases.begin(APPEAL, receive, signed_in="desk 1")
        return {"case": appeal.id, "state": appeal.state.name}

    @web.get("/letters/{case}")
    def how_it_stands(case: str) -> dict[str, object]:
        appeal = store.open(APPEAL, case)
        dues = APPEAL.due(appeal, pendulum.now(DISTRICT.tz), open=True)
        return {"state": appeal.state.name, "owed": {due.name: due.last and due.last.isoformat() for due in dues}}

    @web.exception_handler(Refused)
    def refused(_: Request, why: Refused) -> JSONResponse:
        reasons = [{"text": reason.text, "articles": list(map(str, reason.cites))} for reason in why.verdict.reasons]
        return JSONResponse({"reasons": reasons}, status_code=409)

    @web.exception_handler(CaseExists)
    def taken(_: Request, why: CaseExists) -> JSONResponse:
        return JSONResponse({"reasons": [{"text": "there is a case of that reference"}]}, status_code=409)

    @web.exception_handler(NoCase)
    def none(_: Request, why: NoCase) -> JSONResponse:
        return JSONResponse({}, status_code=404)

    return web
