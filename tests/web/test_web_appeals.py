"""The web application, asked by a real client over a real port: an appeal in it."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import httpx
import pytest
from adapters import case_files
from attrs import evolve
from starlette.requests import Request
from web_served import DISTRICT, RECEIVE, STAFF

from prcomm import Actor
from prcomm.adapters.case_files import live, read_case
from prcomm.adapters.web import User, own
from prcomm.adapters.web.addresses import Addresses
from prcomm.adapters.web.languages import language
from prcomm.adapters.web.pages import PageFrame, case_page
from prcomm.adapters.web.serving import basic
from prcomm.adapters.web.views import Seen, Telling
from prcomm.citizens.appeals import APPEAL
from prcomm.labels import LABELS
from prcomm.law.roles import HEAD

REGISTER = {"action": "Register", "number": "9"}
ASSIGN = {"action": "Assign", "executors": ["officer"]}
PROBLEM = "application/problem+json"

pytestmark = pytest.mark.xdist_group("web")


def versions(store, case: str) -> int:
    """How many records a case has."""
    return store.open(APPEAL, case).version


def all_dues(client: httpx.Client, address: str = "/dues") -> list[dict[str, object]]:
    """What is owed, from list to list."""
    told = client.get(address).json()
    further = told["_links"].get("next")
    return told["dues"] + (all_dues(client, further["href"]) if further else [])


class TestALife:
    def test_from_receipt_to_an_executor(self, clients, desk, case):
        begun = desk.get(f"/cases/appeal/{case}")
        assert (begun.status_code, begun.headers["etag"], begun.json()["state"]) == (200, '"1"', "RECEIVED")
        registered = desk.post(f"/cases/appeal/{case}", json=REGISTER)
        assert (registered.status_code, registered.headers["etag"]) == (200, '"2"')
        assigned = clients["head"].post(f"/cases/appeal/{case}", json=ASSIGN).json()
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
        assert "Decide" not in {may["action"] for may in desk.get(f"/cases/appeal/{case}").json()["allowed"]}
        assert "AddMaterials" in {
            may["action"] for may in clients["p-17"].get(f"/cases/appeal/{case}").json()["allowed"]
        }

    def test_what_is_begun_has_an_address(self, desk):
        begun = desk.post("/cases/appeal", json={**RECEIVE, "case": "2026/№ 118 <b>"})
        assert begun.status_code == 201
        assert desk.get(begun.headers["location"]).json()["case"] == "2026/№ 118 <b>"

    def test_nobodys_name_is_told(self, desk, case):
        for path in ("cases", "pages"):
            assert "Somebody" not in desk.get(f"/{path}/appeal/{case}").text

    def test_what_is_owed(self, desk, case):
        owed = [due for due in all_dues(desk) if due["case"] == case]
        assert {due["name"] for due in owed} == {
            due["name"] for due in desk.get(f"/cases/appeal/{case}").json()["dues"]
        }
        last = owed[0]["last"]
        assert case in {due["case"] for due in all_dues(desk, f"/dues?first={last}&last={last}")}
        assert desk.get("/dues", params={"last": "2020-01-01"}).json()["dues"] == []


class TestARefusal:
    def test_has_every_reason_with_its_articles(self, clients, desk, case, store):
        desk.post(f"/cases/appeal/{case}", json=REGISTER)
        answer = clients["officer"].post(f"/cases/appeal/{case}", json=REGISTER)
        assert (answer.status_code, answer.headers["content-type"]) == (409, PROBLEM)
        told = answer.json()
        assert (told["type"], told["status"]) == ("urn:prcomm:problem:refused", 409)
        assert {"state", "role"} <= {reason["kind"] for reason in told["reasons"]}
        assert all(reason["cites"] and reason["text"] for reason in told["reasons"])
        why = next(reason["why"] for reason in told["reasons"] if reason["kind"] == "state")
        assert why == "https://example.org/reference/why_appeal.html#act-appeal-Register"
        assert told["_links"]["case"]["href"] == f"/cases/appeal/{case}"
        assert versions(store, case) == 2

    def test_in_the_language_asked_for(self, desk, case):
        desk.post(f"/cases/appeal/{case}", json=REGISTER)
        for asked, lang, word in (
            ("ru-RU, en;q=0.5", "ru", "отказано"),
            ("uz-Cyrl-UZ", "uz-Cyrl", "рад"),
            ("uz-Latn", "uz", "rad"),
            ("fr", "en", "refused"),
        ):
            answer = desk.post(f"/cases/appeal/{case}", json=REGISTER, headers={"Accept-Language": asked})
            assert (answer.status_code, answer.headers["content-language"]) == (409, lang)
            assert word in answer.json()["detail"]
            assert (".ru.html#" in answer.json()["reasons"][0]["why"]) == (lang == "ru")
            assert "Accept-Language" in answer.headers["vary"]

    def test_a_case_that_exists(self, desk, case):
        answer = desk.post("/cases/appeal", json={**RECEIVE, "case": case})
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
    def test_every_fault_with_its_path(self, desk, case, body, paths, store):
        answer = desk.post(f"/cases/appeal/{case}", json=body)
        assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
        assert {fault["path"] for fault in answer.json()["faults"]} == paths
        assert versions(store, case) == 1

    @pytest.mark.parametrize("text", [b"", b"{", b'{"action": "Register", "action": "Assign"}', b"\xff", b"[" * 5000])
    def test_what_is_no_json(self, desk, case, text):
        answer = desk.post(f"/cases/appeal/{case}", content=text, headers={"Content-Type": "application/json"})
        assert (answer.status_code, bool(answer.json()["faults"])) == (422, True)

    def test_what_came_before_the_law_was_seen_in_force(self, desk):
        answer = desk.post("/cases/appeal", json={**RECEIVE, "case": "old", "at": "1990-03-02T10:00:00+05:00"})
        (fault,) = answer.json()["faults"]
        assert (answer.status_code, fault["path"]) == (422, "at")
        assert "it was seen in force only later" in fault["text"]

    @pytest.mark.parametrize("name", ["", "..", "a/../b", "a//b", "/a", "a/", "a\nb", "a\n", "a?b", "a" * 201])
    def test_a_reference_that_is_no_address(self, desk, name):
        answer = desk.post("/cases/appeal", json={**RECEIVE, "case": name})
        assert (answer.status_code, [fault["path"] for fault in answer.json()["faults"]]) == (422, ["case"])

    def test_another_kind_of_body(self, desk, case):
        assert desk.post(f"/cases/appeal/{case}", data={"action": "Register"}).status_code == 415

    def test_too_much(self, desk, case):
        answer = desk.post(f"/cases/appeal/{case}", json={"action": "Register", "number": "9" * 1_000_001})
        assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)

    @pytest.mark.parametrize("day", ["2026-13-01", "today", "20260101", ""])
    def test_a_day_that_is_none(self, desk, day):
        assert desk.get("/dues", params={"first": day}).json()["faults"][0]["path"] == "first"


class TestWhoActs:
    def test_nobody(self, address):
        for auth in (None, ("desk", "wrong"), ("nobody", "demo")):
            answer = httpx.get(f"{address}/cases/appeal/x", auth=auth)
            assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)
            assert answer.headers["www-authenticate"].startswith("Basic ")

    @pytest.mark.parametrize(
        "header", ["", "Basic", "Basic !!!", "Basic /w==", "Bearer ZGVzazpkZW1v", "Basic ZGVzaw=="]
    )
    def test_a_header_that_says_nobody(self, header):
        asked = Request({"type": "http", "headers": [(b"authorization", header.encode())]})
        assert basic(STAFF, "demo")(asked) is None

    def test_in_no_role_but_their_own(self, clients, case, store):
        for role in ("head", "no such role", ""):
            answer = clients["officer"].post(f"/cases/appeal/{case}", json=REGISTER, headers={"Acting-As": role})
            assert answer.status_code == 403
        assert versions(store, case) == 1

    def test_whoever_has_two_says_which(self, clients, desk, case):
        desk.post(f"/cases/appeal/{case}", json=REGISTER)
        assert clients["deputy"].post(f"/cases/appeal/{case}", json=ASSIGN).status_code == 400
        refused = clients["deputy"].post(f"/cases/appeal/{case}", json=ASSIGN, headers={"Acting-As": "executor"})
        assert (refused.status_code, {one["kind"] for one in refused.json()["reasons"]}) == (409, {"role"})
        assert (
            clients["deputy"].post(f"/cases/appeal/{case}", json=ASSIGN, headers={"Acting-As": "head"}).status_code
            == 200
        )

    def test_a_private_person_sees_their_own(self, clients, desk, case):
        assert clients["p-17"].get(f"/cases/appeal/{case}").status_code == 200
        other = {**RECEIVE, "case": f"{case}/other", "appellants": [{"type": "Person", "id": "p-18"}]}
        assert desk.post("/cases/appeal", json=other).status_code == 201
        assert clients["p-17"].get(f"/cases/appeal/{case}/other").status_code == 404
        assert clients["p-17"].get("/dues").status_code == 403

    def test_a_society_sees_what_is_done_for_it(self, store, case):
        """Whoever acts for another, or for none, does not."""
        entity = store.open(APPEAL, case)
        done = evolve(entity.history[0].action, by=Actor("o1", HEAD, "society"))
        theirs = evolve(entity, history=(evolve(entity.history[0], action=done),))
        for acts_for, sees in (("society", True), ("another", False), ("", False)):
            assert own(User("o2", (HEAD,), acts_for=acts_for), theirs) is sees

    def test_whoever_works_for_no_office_says_at_which_they_begin(self, clients, case):
        """That an appellant may not register it is then the law's word."""
        body = {**RECEIVE, "case": f"{case}/mine"}
        for given, status, path in (
            ({}, 422, "office"),
            ({"office": "another department"}, 422, "office"),
            ({"office": DISTRICT.id}, 409, None),
        ):
            answer = clients["p-17"].post("/cases/appeal", json={**body, **given})
            assert answer.status_code == status
            assert path in [fault["path"] for fault in answer.json().get("faults", [])] or path is None

    def test_no_such_thing(self, desk):
        for path in ("/cases/appeal/none", "/cases/none", "/cases/none/1", "/schemas/appeal/None", "/nowhere"):
            answer = desk.get(path)
            assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
        assert desk.get("/pages/appeal/none").status_code == 404
        assert desk.delete("/cases/appeal").status_code == 405


class TestAVersion:
    def test_that_is_old(self, desk, case, store):
        tag = desk.get(f"/cases/appeal/{case}").headers["etag"]
        assert desk.post(f"/cases/appeal/{case}", json=REGISTER, headers={"If-Match": tag}).status_code == 200
        answer = desk.post(f"/cases/appeal/{case}", json=ASSIGN, headers={"If-Match": tag})
        assert (answer.status_code, answer.headers["etag"], answer.json()["version"]) == (412, '"2"', 2)
        assert versions(store, case) == 2

    @pytest.mark.parametrize(
        ("tag", "status"), [("*", 200), ('"7", "1"', 200), ('W/"1"', 412), ('"01"', 412), ("1", 400), ('"1', 400)]
    )
    def test_as_it_is_written(self, desk, case, tag, status):
        assert desk.post(f"/cases/appeal/{case}", json=REGISTER, headers={"If-Match": tag}).status_code == status


class TestARepeatedCommand:
    def test_is_answered_as_the_first_time(self, desk, clients, case, store):
        key = {"Idempotency-Key": f"{case}-1"}
        first = desk.post(f"/cases/appeal/{case}", json=REGISTER, headers=key)
        clients["head"].post(f"/cases/appeal/{case}", json=ASSIGN)
        again = desk.post(f"/cases/appeal/{case}", json=REGISTER, headers=key)
        assert (again.status_code, again.content, again.headers["etag"]) == (200, first.content, '"2"')
        assert versions(store, case) == 3

    def test_a_beginning_too(self, desk, case, store):
        body, key = {**RECEIVE, "case": f"{case}/b"}, {"Idempotency-Key": f"{case}-2"}
        first, again = (desk.post("/cases/appeal", json=body, headers=key) for _ in range(2))
        assert (first.status_code, again.status_code) == (201, 201)
        assert (again.content, again.headers["location"]) == (first.content, first.headers["location"])

    def test_a_refusal_stays_one(self, desk, case):
        """Refused at first, it is not done later by a repeat that nobody meant."""
        key = {"Idempotency-Key": f"{case}-3"}
        answer_it = {"action": "TakeOffControl"}
        first = desk.post(f"/cases/appeal/{case}", json=answer_it, headers=key)
        again = desk.post(f"/cases/appeal/{case}", json=answer_it, headers=key)
        assert (first.status_code, again.status_code, again.content) == (409, 409, first.content)

    def test_a_key_is_for_one_request(self, desk, case):
        key = {"Idempotency-Key": f"{case}-4"}
        assert desk.post(f"/cases/appeal/{case}", json=REGISTER, headers=key).status_code == 200
        assert desk.post(f"/cases/appeal/{case}", json={**REGISTER, "number": "10"}, headers=key).status_code == 422

    def test_a_key_is_one_persons(self, desk, clients, case):
        key = {"Idempotency-Key": f"{case}-5"}
        assert desk.post(f"/cases/appeal/{case}", json=REGISTER, headers=key).status_code == 200
        assert clients["head"].post(f"/cases/appeal/{case}", json=ASSIGN, headers=key).status_code == 200

    def test_bad_input_and_an_old_version_use_no_key_up(self, desk, case):
        key = {"Idempotency-Key": f"{case}-6"}
        assert desk.post(f"/cases/appeal/{case}", json={"action": "Register"}, headers=key).status_code == 422
        stale = {**key, "If-Match": '"0"'}
        assert desk.post(f"/cases/appeal/{case}", json=REGISTER, headers=stale).status_code == 412
        assert desk.post(f"/cases/appeal/{case}", json=REGISTER, headers=key).status_code == 200

    def test_at_the_same_time(self, desk, case, store):
        key = {"Idempotency-Key": f"{case}-7"}
        with ThreadPoolExecutor(8) as threads:
            asked = [threads.submit(desk.post, f"/cases/appeal/{case}", json=REGISTER, headers=key) for _ in range(16)]
        answers = [one.result() for one in asked]
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
        assert versions(store, case) == 2

    @pytest.mark.parametrize("key", ["a b", "k" * 201])
    def test_no_key(self, desk, case, key):
        answer = desk.post(f"/cases/appeal/{case}", json=REGISTER, headers={"Idempotency-Key": key})
        assert answer.status_code == 400


class TestAPage:
    def test_what_a_stranger_typed_is_text(self, desk):
        name = "<img src=x onerror=alert(1)>"
        begun = desk.post("/cases/appeal", json={**RECEIVE, "case": name})
        page = desk.get(begun.json()["_links"]["page"]["href"])
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert "<img" not in page.text
        assert "&lt;img" in page.text
        assert "<img" not in desk.get("/").text
        assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in page.headers["content-security-policy"]

    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_in_every_script(self, desk, case, lang):
        page = desk.get(f"/pages/appeal/{case}", params={"lang": lang}).text
        assert f'<html lang="{lang}">' in page
        assert page.count("<svg") == 1
        assert page.count("<details>") == len(desk.get(f"/cases/appeal/{case}").json()["dues"])

    def test_the_links_of_the_list_lead_to_pages(self, desk, case):
        links = set(re.findall(r'<a href="(/(?:pages|agenda)[^"]*)"', desk.get("/").text))
        assert len(links) > 5
        assert {desk.get(unescape(link)).status_code for link in links} == {200}


class TestThePageOfACase:
    def page(self, *actions, on, lang="en"):
        lived = live(read_case(case_files.case_file(*actions)))
        at = lived.entity.office.instant(f"{on}T12:00:00+05:00")
        tell = Telling(lang, LABELS, Addresses())
        seen = Seen(APPEAL, lived.entity, at, (STAFF["head"].acting(HEAD),))
        return case_page(seen, PageFrame(tell, "", {})).text.split("</style>", 1)[1]

    @pytest.mark.parametrize(
        ("lang", "state", "due"),
        [("en", "IN_REVIEW", "consideration"), ("ru", "на рассмотрении", "срок рассмотрения")],
    )
    def test_the_head_says_how_it_stands_and_what_is_next(self, lang, state, due):
        """A complaint of Friday 13 February after hours is considered by the 28th."""
        page = self.page(case_files.RECEIVE, case_files.REGISTER, case_files.ASSIGN, on="2026-02-20", lang=lang)
        head = page.split("<h1>")[1].split("<table")[0]
        assert f"<b>{state}</b>" in head
        assert f"<b>{due}</b>" in head
        assert ("28.02.2026" if lang == "ru" else "2026-02-28") in head
        assert "overdue" not in head

    def test_what_is_overdue_is_marked_at_the_head_and_in_its_row(self):
        page = self.page(case_files.RECEIVE, case_files.REGISTER, case_files.ASSIGN, on="2026-03-01")
        assert 'class="head overdue"' in page
        assert "overdue: <b>consideration</b>" in page
        assert looks(page)[0] == ("overdue", "consideration")

    def test_what_is_owed_at_once_comes_first_and_what_was_lifted_last(self):
        """Before it is assigned it may still be forwarded or returned; then no more. The progress is told promptly."""
        asked = {**case_files.REGISTER, "action": "AskProgress", "at": "2026-02-17T10:00:00+05:00",
                 "by": {"id": "p-17", "role": "appellant"}}  # fmt: skip
        del asked["number"]
        page = self.page(case_files.RECEIVE, case_files.REGISTER, case_files.ASSIGN, asked, on="2026-02-18")
        found = looks(page)
        assert found[0] == ("now", "progress")
        assert [name for look, name in found if look == "lifted"] == [name for _, name in found[-2:]]
        assert 'class="mark less lifted"' in page

    def test_what_is_owed_only_if_somebody_finds_something_says_so(self):
        page = self.page(*case_files.LAWFUL, on="2026-03-01")
        head = page.split("<h1>")[1].split("<table")[0]
        assert "next: <b>execution, provided that the decision leaves something to carry out</b>; at once" in head

    def test_what_the_reader_may_do_stands_there(self):
        page = self.page(case_files.RECEIVE, case_files.REGISTER, on="2026-02-18")
        may = page.split("what you may do now")[1].split("</ul>")[0]
        assert "<li>Assign " in may
        assert "as: head" in may


def looks(page: str) -> list[tuple[str, str]]:
    """How the rows of a page about dues look, and what each is about."""
    rows = re.findall(r'<tr(?: class="(\w+)")?><td class="mark first"[^>]*>(\w+)', page)
    assert rows
    return rows


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
        assert language(asked, LABELS.languages) == lang
