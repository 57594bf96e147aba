"""A lifecycle of one's own over HTTP: of no country, with roles in another script, in words of its own."""

from urllib.parse import quote

import pendulum
import pytest
from attrs import evolve, frozen
from book_loan import DEADLINES, LAW, LOAN, RULES, Lend, Loan, LoanAction, LoanState
from web_served import Clock, running, signed_in

from prcomm import Action, Entity, Lifecycle, Office, Role, State, rows
from prcomm.adapters.store import Store
from prcomm.adapters.web import User, app, basic, own
from prcomm.labels import LABELS, parse

pytestmark = pytest.mark.xdist_group("web")
TOWN = Office("town library", zone="Europe/Amsterdam", week=6)
LIBRARIAN = Role("библиотекарь")
WORDS = parse(
    "kind,name,known,uz,ru\naction,Renew,draft,uzaytirish,продление\nprocess,loan,draft,ijara,выдача\n", of=LOAN
)


def of_ours() -> Lifecycle:
    """The loan of the examples, lent by somebody whose role is in another script."""
    row = rows(Loan, LoanState, LoanAction)
    lend = row.start(Lend, LoanState.LENT, LIBRARIAN, RULES(1), id="loan")
    return Lifecycle("loan", (lend, *LOAN.transitions[1:]), DEADLINES, law=LAW, final=LoanState.RETURNED)


@pytest.fixture
def address(tmp_path):
    reader = next(role for role in LOAN.roles if role.name == "reader")
    users = {"desk": User("desk", (LIBRARIAN, reader), TOWN), "r-7": User("r-7", (reader,))}
    clock = Clock(pendulum.datetime(2026, 3, 7, 11, tz=TOWN.zone))
    lifecycle = of_ours()
    with Store(tmp_path / "x.sqlite", [lifecycle], clock=clock) as store:
        made = app(store, [lifecycle], who=basic(users, "demo"), may=own, labels=LABELS.extended(WORDS))
        with running(made) as found:
            yield found


def test_it_is_begun_and_renewed_in_words_of_its_own(address):
    with signed_in(address, "desk", headers={"Accept-Language": "ru"}) as desk:
        ambiguous = desk.post("/cases/loan", json={"action": "Lend", "loan": "b-42"})
        assert (ambiguous.status_code, "Acting-As" in ambiguous.json()["detail"]) == (400, True)
        role = {"Acting-As": quote(LIBRARIAN.name)}
        begun = desk.post("/cases/loan", json={"action": "Lend", "loan": "b-42"}, headers=role)
        assert (begun.status_code, begun.headers["location"]) == (201, "/cases/loan/b-42")
        seen = desk.get("/cases/loan/b-42").json()
        assert {(may["action"], may["as"]) for may in seen["allowed"]} == {("Renew", "reader")}
        assert seen["allowed"][0]["label"] == "продление"
        renewed = desk.post("/cases/loan/b-42", json={"action": "Renew"}, headers={"Acting-As": "reader"})
        again = desk.post("/cases/loan/b-42", json={"action": "Renew"}, headers={"Acting-As": "reader"})
        assert (renewed.status_code, again.status_code) == (200, 409)
        assert "a loan is renewed once" in [reason["text"] for reason in again.json()["reasons"]]
        page = desk.get("/pages/loan/b-42?lang=ru").text
        assert "<h1>выдача b-42</h1>" in page
        assert desk.get("/openapi.json").json()["components"]["schemas"]["loan.Lend"]["required"] == ["action", "loan"]


class NoteState(State):
    WRITTEN = 1


@frozen(kw_only=True)
class NoteAction(Action): ...


@frozen(kw_only=True)
class Write(NoteAction):
    number: int


@frozen(kw_only=True)
class Note(Entity[NoteState]): ...


def test_of_what_names_no_office_a_function_gives_the_reference(tmp_path):
    """The table says at which office: nobody is asked for it."""
    row = rows(Note, NoteState, NoteAction)
    begun = row.start(
        Write, NoteState.WRITTEN, LIBRARIAN, RULES(1), then=lambda a: Note(id=f"n {a.number}", office=TOWN)
    )
    notes = Lifecycle("note", (begun,), (), law=LAW, final=NoteState.WRITTEN)
    offices = {"desk": TOWN, "other": evolve(TOWN, id="other")}
    users = {name: User(name, (LIBRARIAN,), office) for name, office in offices.items()}
    with Store(tmp_path / "x.sqlite", [notes], clock=Clock()) as store:  # noqa: SIM117  # one stands on the other
        with running(app(store, who=basic(users, "demo"), may=own)) as address:
            with signed_in(address, "desk") as desk, signed_in(address, "other") as other:
                made = desk.post("/cases/note", json={"action": "Write", "number": 7})
                assert (made.status_code, made.headers["location"]) == (201, "/cases/note/n%207")
                assert desk.get(made.headers["location"]).status_code == 200
                assert other.post("/cases/note", json={"action": "Write", "number": 8}).status_code == 403
                schemas = desk.get("/openapi.json").json()["components"]["schemas"]
                assert schemas["note.Doing"] == {"not": {}}
                assert schemas["note.Write"]["properties"].keys() == {"action", "at", "number", "late_because"}
