"""The web application of the examples, asked by a real client over a real port."""

import json
import re
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
import web
from adapters import case_files
from pendulum import datetime
from processes import EXAMPLES
from store_sqlite import Store
from web import DISTRICT, STAFF, User, basic, make_app, own
from web_pages import case_page, language

from prcomm.adapters.case_files import live, read_case
from prcomm.citizens.appeals import APPEAL
from prcomm.labels import LABELS
from prcomm.law import office
from prcomm.law.roles import APPELLANT, REGISTRAR

HERE = Path(__file__).parent
RECEIVE = {
    "action": "Receive", "kind": "COMPLAINT", "form": "WRITTEN", "channel": "POST",
    "appellants": [{"type": "Person", "id": "p-17", "name": "Somebody of Tashkent"}],
}  # fmt: skip
REGISTER = {"action": "Register", "number": "9"}
ASSIGN = {"action": "Assign", "executors": ["officer"]}
PROBLEM = "application/problem+json"

pytestmark = pytest.mark.xdist_group("web")


@contextmanager
def served(path: Path | None = None) -> Iterator[str]:
    """The application by its one command, on a file or on its own default; its address."""
    command = [sys.executable, web.__file__, *([] if path is None else [str(path)]), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split("/ ")[0]
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("web") / "appeals.sqlite"


@pytest.fixture(scope="module")
def address(file):
    with served(file) as found:
        yield found


@pytest.fixture(scope="module")
def clients(address):
    found = {name: httpx.Client(base_url=address, auth=(name, "demo"), timeout=60) for name in STAFF}
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
    assert desk.post("/appeals", json={**RECEIVE, "case": name}).status_code == 201
    return name


def count(file: Path, table: str, case: str) -> int:
    with sqlite3.connect(file) as db:
        where = {"records": "case_id = ?", "outbox": "json_extract(message, '$.case') = ?"}[table]
        return int(db.execute(f"SELECT count(*) FROM {table} WHERE {where}", (case,)).fetchone()[0])


class TestALife:
    def test_from_receipt_to_an_executor(self, clients, desk, case):
        begun = desk.get(f"/appeals/{case}")
        assert (begun.status_code, begun.headers["etag"], begun.json()["state"]) == (200, '"1"', "RECEIVED")
        registered = desk.post(f"/appeals/{case}", json=REGISTER)
        assert (registered.status_code, registered.headers["etag"]) == (200, '"2"')
        assigned = clients["head"].post(f"/appeals/{case}", json=ASSIGN).json()
        assert [record["action"] for record in assigned["history"]] == ["Receive", "Register", "Assign"]
        assert [record["by"] for record in assigned["history"]] == [
            "desk (registrar)",
            "desk (registrar)",
            "head (head)",
        ]
        assert "art. 23(1)" in assigned["history"][1]["cites"][0]
        owed = {due["name"]: due for due in assigned["dues"]}
        assert owed["registration"]["met"] is not None
        assert owed["consideration"]["status"] in ("running", "tight")
        assert len(owed["consideration"]["trace"]) > 15
        assert "Decide" not in {may["action"] for may in desk.get(f"/appeals/{case}").json()["allowed"]}
        assert "AddMaterials" in {may["action"] for may in clients["p-17"].get(f"/appeals/{case}").json()["allowed"]}

    def test_what_is_begun_has_an_address(self, desk):
        begun = desk.post("/appeals", json={**RECEIVE, "case": "2026/№ 118 <b>"})
        assert begun.status_code == 201
        assert desk.get(begun.headers["location"]).json()["case"] == "2026/№ 118 <b>"

    def test_nobodys_name_is_told(self, desk, case):
        for path in ("/appeals", "/pages"):
            assert "Somebody" not in desk.get(f"{path}/{case}").text

    def test_what_is_owed(self, desk, case):
        owed = [due for due in desk.get("/dues").json() if due["case"] == case]
        assert {due["name"] for due in owed} == {due["name"] for due in desk.get(f"/appeals/{case}").json()["dues"]}
        last = owed[0]["last"]
        assert case in {due["case"] for due in desk.get("/dues", params={"first": last, "last": last}).json()}
        assert desk.get("/dues", params={"last": "2020-01-01"}).json() == []


class TestARefusal:
    def test_has_every_reason_with_its_articles(self, clients, desk, case, file):
        desk.post(f"/appeals/{case}", json=REGISTER)
        answer = clients["stranger"].get(f"/appeals/{case}")
        assert answer.status_code == 403
        answer = clients["officer"].post(f"/appeals/{case}", json=REGISTER)
        assert (answer.status_code, answer.headers["content-type"]) == (409, PROBLEM)
        told = answer.json()
        assert (told["type"], told["status"]) == ("urn:prcomm:problem:refused", 409)
        assert {"state", "role"} <= {reason["kind"] for reason in told["reasons"]}
        assert all(reason["cites"] and reason["text"] for reason in told["reasons"])
        assert count(file, "records", case) == 2

    def test_in_the_language_asked_for(self, desk, case):
        desk.post(f"/appeals/{case}", json=REGISTER)
        for asked, lang, word in (
            ("ru-RU, en;q=0.5", "ru", "отказано"),
            ("uz-Cyrl-UZ", "uz-Cyrl", "рад"),
            ("uz-Latn", "uz", "rad"),
            ("fr", "en", "refused"),
        ):
            answer = desk.post(f"/appeals/{case}", json=REGISTER, headers={"Accept-Language": asked})
            assert (answer.status_code, answer.headers["content-language"]) == (409, lang)
            assert word in answer.json()["detail"]
            assert "Accept-Language" in answer.headers["vary"]

    def test_a_case_that_exists(self, desk, case):
        answer = desk.post("/appeals", json={**RECEIVE, "case": case})
        assert (answer.status_code, answer.json()["reasons"]) == (409, [])


class TestBadInput:
    @pytest.mark.parametrize(
        ("body", "paths"),
        [
            ({"action": "Register"}, {"number"}),
            ({"action": "Register", "number": 9}, {"number"}),
            ({"action": "Register", "number": "9", "by": {}, "office": {}}, {"by", "office"}),
            ({"action": "Register", "number": "9", "at": "2099-01-01T10:00:00+05:00"}, {"at"}),
            ({"action": "Register", "number": "9", "at": "yesterday"}, {"at"}),
            ({"action": "Regist", "number": "9"}, {"action"}),
            ({"action": "Assign", "executors": ["a", 1]}, {"executors[1]"}),
            ([], {""}),
            ({}, {"action"}),
        ],
    )
    def test_every_fault_with_its_path(self, desk, case, body, paths, file):
        answer = desk.post(f"/appeals/{case}", json=body)
        assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
        assert {fault["path"] for fault in answer.json()["faults"]} == paths
        assert count(file, "records", case) == 1

    @pytest.mark.parametrize("text", [b"", b"{", b'{"action": "Register", "action": "Assign"}', b"\xff", b"[" * 5000])
    def test_what_is_no_json(self, desk, case, text):
        answer = desk.post(f"/appeals/{case}", content=text, headers={"Content-Type": "application/json"})
        assert (answer.status_code, bool(answer.json()["faults"])) == (422, True)

    def test_what_came_before_the_law_was_seen_in_force(self, desk):
        answer = desk.post("/appeals", json={**RECEIVE, "case": "old", "at": "1990-03-02T10:00:00+05:00"})
        (fault,) = answer.json()["faults"]
        assert (answer.status_code, fault["path"]) == (422, "at")
        assert "it was seen in force only later" in fault["text"]

    @pytest.mark.parametrize("name", ["", "..", "a/../b", "a//b", "/a", "a/", "a\nb", "a\n", "a?b", "a" * 201])
    def test_a_reference_that_is_no_address(self, desk, name):
        answer = desk.post("/appeals", json={**RECEIVE, "case": name})
        assert (answer.status_code, [fault["path"] for fault in answer.json()["faults"]]) == (422, ["case"])

    def test_another_kind_of_body(self, desk, case):
        assert desk.post(f"/appeals/{case}", data={"action": "Register"}).status_code == 415

    def test_too_much(self, desk, case):
        answer = desk.post(f"/appeals/{case}", json={"action": "Register", "number": "9" * 1_000_001})
        assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)

    @pytest.mark.parametrize("day", ["2026-13-01", "today", "20260101", ""])
    def test_a_day_that_is_none(self, desk, day):
        assert desk.get("/dues", params={"first": day}).json()["faults"][0]["path"] == "first"


class TestWhoActs:
    def test_nobody(self, address):
        for auth in (None, ("desk", "wrong"), ("nobody", "demo")):
            answer = httpx.get(f"{address}/appeals/x", auth=auth)
            assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)
            assert answer.headers["www-authenticate"].startswith("Basic ")

    @pytest.mark.parametrize(
        "header", ["", "Basic", "Basic !!!", "Basic /w==", "Bearer ZGVzazpkZW1v", "Basic ZGVzaw=="]
    )
    def test_a_header_that_says_nobody(self, header):
        assert basic(header) is None

    def test_in_no_role_but_their_own(self, clients, case, file):
        for role in ("head", "no such role", ""):
            answer = clients["officer"].post(f"/appeals/{case}", json=REGISTER, headers={"Acting-As": role})
            assert answer.status_code == 403
        assert count(file, "records", case) == 1

    def test_whoever_has_two_says_which(self, clients, desk, case):
        desk.post(f"/appeals/{case}", json=REGISTER)
        assert clients["deputy"].post(f"/appeals/{case}", json=ASSIGN).status_code == 400
        refused = clients["deputy"].post(f"/appeals/{case}", json=ASSIGN, headers={"Acting-As": "executor"})
        assert (refused.status_code, {one["kind"] for one in refused.json()["reasons"]}) == (409, {"role"})
        assert clients["deputy"].post(f"/appeals/{case}", json=ASSIGN, headers={"Acting-As": "head"}).status_code == 200

    def test_another_office(self, clients, case, file):
        stranger = clients["stranger"]
        for answer in (
            stranger.get(f"/appeals/{case}"),
            stranger.get(f"/pages/{case}"),
            stranger.post(f"/appeals/{case}", json=ASSIGN),
        ):
            assert (answer.status_code, answer.headers["content-type"]) == (403, PROBLEM)
        assert stranger.get("/dues").json() == []
        assert count(file, "records", case) == 1

    def test_a_private_person_sees_their_own(self, clients, desk, case):
        assert clients["p-17"].get(f"/appeals/{case}").status_code == 200
        other = {**RECEIVE, "case": f"{case}/other", "appellants": [{"type": "Person", "id": "p-18"}]}
        assert desk.post("/appeals", json=other).status_code == 201
        assert clients["p-17"].get(f"/appeals/{case}/other").status_code == 403
        assert clients["p-17"].get("/dues").status_code == 403
        assert clients["p-17"].post("/appeals", json=other).status_code == 403

    def test_no_such_thing(self, desk):
        for path in ("/appeals/none", "/pages/none", "/nowhere"):
            answer = desk.get(path)
            assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
        assert desk.delete("/appeals").status_code == 405


class TestAVersion:
    def test_that_is_old(self, desk, case, file):
        tag = desk.get(f"/appeals/{case}").headers["etag"]
        assert desk.post(f"/appeals/{case}", json=REGISTER, headers={"If-Match": tag}).status_code == 200
        answer = desk.post(f"/appeals/{case}", json=ASSIGN, headers={"If-Match": tag})
        assert (answer.status_code, answer.headers["etag"], answer.json()["version"]) == (412, '"2"', 2)
        assert count(file, "records", case) == 2

    @pytest.mark.parametrize(
        ("tag", "status"), [("*", 200), ('"7", "1"', 200), ('W/"1"', 412), ('"01"', 412), ("1", 400), ('"1', 400)]
    )
    def test_as_it_is_written(self, desk, case, tag, status):
        assert desk.post(f"/appeals/{case}", json=REGISTER, headers={"If-Match": tag}).status_code == status


class TestARepeatedCommand:
    def test_is_answered_as_the_first_time(self, desk, clients, case, file):
        key = {"Idempotency-Key": f"{case}-1"}
        first = desk.post(f"/appeals/{case}", json=REGISTER, headers=key)
        clients["head"].post(f"/appeals/{case}", json=ASSIGN)
        again = desk.post(f"/appeals/{case}", json=REGISTER, headers=key)
        assert (again.status_code, again.content, again.headers["etag"]) == (200, first.content, '"2"')
        assert (count(file, "records", case), count(file, "outbox", case)) == (3, 3)

    def test_a_beginning_too(self, desk, case, file):
        body, key = {**RECEIVE, "case": f"{case}/b"}, {"Idempotency-Key": f"{case}-2"}
        first, again = (desk.post("/appeals", json=body, headers=key) for _ in range(2))
        assert (first.status_code, again.status_code) == (201, 201)
        assert (again.content, again.headers["location"]) == (first.content, first.headers["location"])

    def test_a_refusal_stays_one(self, desk, case):
        """Refused at first, it is not done later by a repeat that nobody meant."""
        key = {"Idempotency-Key": f"{case}-3"}
        answer_it = {"action": "TakeOffControl"}
        first = desk.post(f"/appeals/{case}", json=answer_it, headers=key)
        again = desk.post(f"/appeals/{case}", json=answer_it, headers=key)
        assert (first.status_code, again.status_code, again.content) == (409, 409, first.content)

    def test_a_key_is_for_one_request(self, desk, case):
        key = {"Idempotency-Key": f"{case}-4"}
        assert desk.post(f"/appeals/{case}", json=REGISTER, headers=key).status_code == 200
        assert desk.post(f"/appeals/{case}", json={**REGISTER, "number": "10"}, headers=key).status_code == 422

    def test_a_key_is_one_persons(self, desk, clients, case):
        key = {"Idempotency-Key": f"{case}-5"}
        assert desk.post(f"/appeals/{case}", json=REGISTER, headers=key).status_code == 200
        assert clients["head"].post(f"/appeals/{case}", json=ASSIGN, headers=key).status_code == 200

    def test_bad_input_and_an_old_version_use_no_key_up(self, desk, case):
        key = {"Idempotency-Key": f"{case}-6"}
        assert desk.post(f"/appeals/{case}", json={"action": "Register"}, headers=key).status_code == 422
        stale = {**key, "If-Match": '"0"'}
        assert desk.post(f"/appeals/{case}", json=REGISTER, headers=stale).status_code == 412
        assert desk.post(f"/appeals/{case}", json=REGISTER, headers=key).status_code == 200

    def test_at_the_same_time(self, desk, case, file):
        key = {"Idempotency-Key": f"{case}-7"}
        with ThreadPoolExecutor(8) as threads:
            asked = [threads.submit(desk.post, f"/appeals/{case}", json=REGISTER, headers=key) for _ in range(16)]
        answers = [one.result() for one in asked]
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
        assert (count(file, "records", case), count(file, "outbox", case)) == (2, 2)

    @pytest.mark.parametrize("key", ["a b", "k" * 201])
    def test_no_key(self, desk, case, key):
        answer = desk.post(f"/appeals/{case}", json=REGISTER, headers={"Idempotency-Key": key})
        assert answer.status_code == 400


class TestAPage:
    def test_what_a_stranger_typed_is_text(self, desk):
        name = "<img src=x onerror=alert(1)>"
        begun = desk.post("/appeals", json={**RECEIVE, "case": name})
        page = desk.get(begun.headers["location"].replace("/appeals", "/pages", 1))
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert "<img" not in page.text
        assert "&lt;img" in page.text
        assert "<img" not in desk.get("/").text
        assert page.headers["content-security-policy"].startswith("default-src 'none'")

    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_in_every_script(self, desk, case, lang):
        page = desk.get(f"/pages/{case}", params={"lang": lang}).text
        assert f'<html lang="{lang}">' in page
        assert page.count("<svg") == 1
        assert page.count("<details>") == len(desk.get(f"/appeals/{case}").json()["dues"])

    def test_the_links_of_the_list_lead_to_pages(self, desk, case):
        links = re.findall(r'<td><a href="([^"]+)"', desk.get("/").text)
        assert len(links) > 2
        assert {desk.get(link).status_code for link in links[:5]} == {200}


class TestThePageOfACase:
    def page(self, *actions, on, lang="en"):
        lived = live(read_case(case_files.case_file(*actions)))
        return case_page(lived.entity, office("district").instant(f"{on}T12:00:00+05:00"), lang)

    @pytest.mark.parametrize(
        ("lang", "state", "due"),
        [("en", "IN_REVIEW", "consideration"), ("ru", "на рассмотрении", "срок рассмотрения")],
    )
    def test_the_head_says_how_it_stands_and_what_is_next(self, lang, state, due):
        """A complaint of Friday 13 February after hours is considered by the 28th."""
        head = (
            self.page(case_files.RECEIVE, case_files.REGISTER, case_files.ASSIGN, on="2026-02-20", lang=lang)
            .split("</nav>")[1]
            .split("<table")[0]
        )
        assert f"<b>{state}</b>" in head
        assert f"<b>{due}</b>" in head
        assert ("28.02.2026" if lang == "ru" else "2026-02-28") in head
        assert "overdue" not in head

    def test_what_is_overdue_is_marked_at_the_head_and_in_its_row(self):
        page = self.page(case_files.RECEIVE, case_files.REGISTER, case_files.ASSIGN, on="2026-03-01")
        assert 'class="head overdue"' in page
        assert "overdue: <b>consideration</b>" in page
        assert re.findall(r'<tr class="(\w+)"><td>(\w+)', page)[0] == ("overdue", "consideration")

    def test_what_is_owed_at_once_comes_first_and_what_was_lifted_last(self):
        """Before it is assigned it may still be forwarded or returned; then no more. The progress is told promptly."""
        asked = {**case_files.REGISTER, "action": "AskProgress", "at": "2026-02-17T10:00:00+05:00",
                 "by": {"id": "p-17", "role": "appellant"}}  # fmt: skip
        del asked["number"]
        page = self.page(case_files.RECEIVE, case_files.REGISTER, case_files.ASSIGN, asked, on="2026-02-18")
        looks = re.findall(r'<tr class="(\w*)"><td>(\w+)', page)
        assert looks[0] == ("now", "progress")
        assert [name for look, name in looks if look == "lifted"] == [name for _, name in looks[-2:]]
        assert 'class="mark less lifted"' in page

    def test_nothing_is_owed_of_one_that_is_closed(self):
        page = self.page(*case_files.LAWFUL, on="2026-03-01")
        head = page.split("</nav>")[1].split("<table")[0]
        assert "next: <b>execution, provided that the decision leaves something to carry out</b>, at once" in head

    def test_it_is_light_or_dark_as_the_reader_s_system_is(self):
        page = self.page(case_files.RECEIVE, on="2026-02-20")
        assert "color-scheme: light dark" in page
        assert "prefers-color-scheme: dark" in page


class TestALanguage:
    @pytest.mark.parametrize(
        ("asked", "lang"),
        [
            (None, "en"), ("", "en"), ("*", "en"), ("de, ru", "ru"), ("ru;q=0.1, uz", "uz"),
            ("ru;q=0, en", "en"), ("uz-cyrl", "uz-Cyrl"), ("uz-Cyrl-UZ;q=0.9, ru;q=0.8", "uz-Cyrl"),
            ("ru;q=x, uz", "uz"), (",,;q", "en"),
        ],
    )  # fmt: skip
    def test_is_the_one_preferred(self, asked, lang):
        assert language(asked) == lang


class TestHooks:
    """The clock, who signs in and who may see what are the host's."""

    @pytest.fixture
    def hosted(self, tmp_path):
        """The application with hooks of one's own, in a thread of this process."""
        with ExitStack() as stack:

            def app(**given):
                store = stack.enter_context(Store(tmp_path / "x.sqlite", APPEAL))
                hooks = {"clock": lambda: datetime(2026, 3, 4, 11, tz=DISTRICT.tz), "who": lambda _: STAFF["desk"]}
                config = uvicorn.Config(make_app(store, **{**hooks, **given}), log_level="critical")
                server, listening = uvicorn.Server(config), stack.enter_context(web.tcp_socket())
                listening.bind(("127.0.0.1", 0))
                listening.listen()
                thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
                thread.start()
                stack.callback(thread.join)
                stack.callback(setattr, server, "should_exit", True)
                return stack.enter_context(httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}"))

            yield app

    def test_the_clock(self, hosted):
        """Received on Wednesday, 4 March 2026: registered by the next working day at the latest."""
        app = hosted()
        assert app.post("/appeals", json={**RECEIVE, "case": "1"}).json()["as_of"] == "2026-03-04T11:00:00+05:00"

    def test_a_permission_beside_the_laws(self, hosted):
        app = hosted(may=lambda user, appeal: own(user, appeal) and appeal.id != "secret")
        for name, status in (("open", 200), ("secret", 403)):
            assert app.post("/appeals", json={**RECEIVE, "case": name}).status_code == 201
            assert app.get(f"/appeals/{name}").status_code == status

    def test_another_directory(self, hosted):
        app = hosted(who=lambda header: User(header, (REGISTRAR,), DISTRICT) if header else None)
        assert app.get("/dues").status_code == 401
        assert app.get("/dues", headers={"Authorization": "anybody"}).status_code == 200

    def test_what_goes_wrong_inside_is_not_told(self, hosted):
        def broken(_):
            raise RuntimeError("a secret")

        answer = hosted(who=broken).get("/dues")
        assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
        assert "secret" not in answer.text

    def test_a_person_of_no_office(self):
        assert STAFF["p-17"].roles == (APPELLANT,)
        assert STAFF["p-17"].office is None


class TestOpenApi:
    def test_it_asks_for_no_field_of_the_server(self, desk):
        document = desk.get("/openapi.json").json()
        schemas = document["components"]["schemas"]
        assert {one["$ref"].split("/")[-1] for one in schemas["Beginning"]["anyOf"]} == {"Receive", "SolveOnTheSpot"}
        assert len(schemas["Doing"]["anyOf"]) + 2 == len(APPEAL.actions)
        assert "by" not in schemas["Register"]["properties"]
        assert schemas["Register"]["required"] == ["action", "number"]
        assert "#/$defs" not in json.dumps(document)

    def test_nothing_it_allows_breaks_the_server(self, tmp_path):
        """Whatever is made up by its schemas and beside them: no 5xx, and no answer it does not tell of."""
        checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
        with served() as address:
            case = httpx.get(f"{address}/dues", auth=("desk", "demo")).json()[0]["case"]
            config = tmp_path / "schemathesis.toml"
            config.write_text(f'[parameters]\n"path.case" = "{case}"\n')
            command = [
                *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"),
                *(f"{address}/openapi.json", "--checks", checks, "--auth", "desk:demo", "-H", "Acting-As: registrar"),
                *("--max-examples", str(EXAMPLES * 2 // 5), "--workers", "2", "--phases", "coverage,fuzzing"),
            ]
            done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=300)
        assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
        assert "5 selected" in done.stdout or "5 / 5" in done.stdout, done.stdout


class TestLoad:
    def test_nothing_is_lost_or_doubled(self, tmp_path):
        """2,000 commands and hundreds of repeats from another process, by eight threads on 40 cases."""
        commands = EXAMPLES * 20
        path = tmp_path / "loaded.sqlite"
        with served(path) as address:
            command = [sys.executable, str(HERE / "load_of_web.py"), address, str(commands)]
            answers = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=400).stdout)
        assert len(answers) > 1.3 * commands
        assert Counter(one["status"] for one in answers).keys() == {200, 201}
        by_key: dict[str, set[tuple[str, int]]] = {}
        for one in answers:
            by_key.setdefault(one["key"], set()).add((one["case"], one["version"]))
        assert len(by_key) == commands + 40
        assert {len(given) for given in by_key.values()} == {1}
        answered = [only for given in by_key.values() for only in given]
        with sqlite3.connect(path) as db:
            records = db.execute("SELECT case_id, version FROM records WHERE case_id LIKE 'load/%'").fetchall()
            sent = db.execute(
                "SELECT json_extract(message, '$.case'), json_extract(message, '$.version') FROM outbox "
                "WHERE json_extract(message, '$.case') LIKE 'load/%'"
            ).fetchall()
        assert sorted(answered) == sorted(records) == sorted(sent)
        assert sorted(records) == sorted(
            (f"load/{case}", version) for case in range(40) for version in range(1, 2 + commands // 40)
        )
