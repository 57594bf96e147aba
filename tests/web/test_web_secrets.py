"""What nobody learns: of cases that are not theirs to see, of people, of what went wrong inside."""

import base64
import json
import logging
from contextlib import ExitStack

import pytest
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from web_served import RECEIVE, STAFF, Clock, running, signed_in

from prcomm import BadInput, Reform
from prcomm.adapters.store import Store
from prcomm.adapters.web import app, basic, own
from prcomm.adapters.web.application import BEAT, wait
from prcomm.adapters.web.cursors import Cursors
from prcomm.citizens.appeals import APPEAL
from prcomm.law.orq445 import DAYS_TO_CONSIDER
from prcomm.press.briefings import BRIEFING

pytestmark = pytest.mark.xdist_group("web")
REGISTER = {"action": "Register", "number": "9"}


@pytest.fixture
def hosting(tmp_path):
    """A client of an application of one's own, on one file."""
    with ExitStack() as stack:

        def make(user="desk", *, lifecycle=APPEAL, root=None, **given):
            store = stack.enter_context(Store(tmp_path / "x.sqlite", [lifecycle], clock=Clock()))
            made = app(store, [lifecycle], **{"who": basic(STAFF, "demo"), "may": own, **given})
            if root is not None:
                host = FastAPI()
                host.mount(root, made)
                made = host
            address = stack.enter_context(running(made))
            return stack.enter_context(signed_in(address, user))

        yield make


class TestACaseOfAnotherOffice:
    @pytest.mark.parametrize("where", ["/cases/appeal/{}", "/pages/appeal/{}", "/pages/appeal/{}?lang=ru"])
    def test_is_looked_at_as_one_that_is_not_there(self, clients, case, where):
        seen = clients["stranger"].get(where.format(case))
        absent = clients["stranger"].get(where.format("nothing"))
        assert seen.status_code == absent.status_code == 404
        assert (seen.content, told(seen)) == (absent.content, told(absent))

    @pytest.mark.parametrize("body", [REGISTER, {"action": "None"}, {}, [1]])
    @pytest.mark.parametrize("headers", [{}, {"If-Match": '"1"'}, {"If-Match": '"7"'}, {"Idempotency-Key": "k"}])
    def test_is_acted_on_as_one_that_is_not_there(self, clients, store, case, body, headers):
        seen = clients["stranger"].post(f"/cases/appeal/{case}", json=body, headers=headers)
        absent = clients["stranger"].post("/cases/appeal/nothing", json=body, headers=headers)
        assert seen.status_code == absent.status_code == 404
        assert (seen.content, told(seen)) == (absent.content, told(absent))
        assert store.open(APPEAL, case).version == 1

    def test_takes_as_long(self):
        """Both are answered at a beat after they were asked for: at 50 ms if it took 3 or 20, at 100 if it took 70."""
        for took, beats in ((0.003, 1), (0.02, 1), (0.07, 2)):
            assert took + wait(took) == pytest.approx(beats * BEAT)

    def test_is_in_no_list(self, clients, case):
        for address in ("/cases/appeal", "/pages/appeal", "/", "/dues", "/agenda"):
            answer = clients["stranger"].get(address)
            assert (answer.status_code, case in answer.text) == (200, False)

    def test_may_not_be_begun_where_it_could_not_be_seen(self, hosting):
        client = hosting(may=lambda user, entity: own(user, entity) and entity.id != "secret")
        for name, status in (("open", 201), ("secret", 403)):
            assert client.post("/cases/appeal", json={**RECEIVE, "case": name}).status_code == status
        assert client.get("/cases/appeal/secret").status_code == 404


def told(answer) -> dict[str, str]:
    """The headers of an answer but for when it was given."""
    return {name: value for name, value in answer.headers.items() if name != "date"}


class TestWhatWasAnsweredBefore:
    def test_is_not_answered_to_whoever_may_not_see_it_any_more(self, hosting):
        hidden = set()
        client = hosting(may=lambda user, entity: own(user, entity) and entity.id not in hidden)
        key = {"Idempotency-Key": "k"}
        begun = [client.post("/cases/appeal", json={**RECEIVE, "case": "a"}, headers=key) for _ in range(2)]
        done = [client.post("/cases/appeal/a", json=REGISTER, headers={"Idempotency-Key": "m"}) for _ in range(2)]
        assert [one.status_code for one in (*begun, *done)] == [201, 201, 200, 200]
        assert (begun[0].content, done[0].content) == (begun[1].content, done[1].content)
        hidden.add("a")
        assert client.post("/cases/appeal", json={**RECEIVE, "case": "a"}, headers=key).status_code == 404
        again = client.post("/cases/appeal/a", json=REGISTER, headers={"Idempotency-Key": "m"})
        assert again.status_code == 404


class TestNobodysNameIsTold:
    NAME = "Anora Karimova"

    @pytest.mark.parametrize(
        "body",
        [
            RECEIVE | {"case": "n", "kind": NAME},
            RECEIVE | {"case": "n", NAME: 1},
            RECEIVE | {"case": "n", "appellants": [{"type": "Person", "id": "p", "name": [NAME]}]},
            RECEIVE | {"case": "n", "appellants": [{"type": NAME, "id": "p"}]},
            RECEIVE | {"case": "n", "late_because": [NAME]},
        ],
    )
    def test_in_a_fault(self, desk, body):
        answer = desk.post("/cases/appeal", json=body)
        assert (answer.status_code, self.NAME in answer.text) == (422, False)

    def test_in_what_goes_wrong_inside(self, hosting, caplog):
        def broken(_):
            raise RuntimeError(self.NAME)

        with caplog.at_level(logging.DEBUG):
            answer = hosting(who=broken).get("/dues")
        assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
        assert self.NAME not in answer.text + caplog.text
        assert "RuntimeError (test_web_secrets.py, line" in caplog.text

    def test_in_a_view_or_a_page(self, desk):
        begun = desk.post("/cases/appeal", json={
            **RECEIVE, "case": "named", "appellants": [{"type": "Person", "id": "p-17", "name": self.NAME}],
        })  # fmt: skip
        page = desk.get(begun.json()["_links"]["page"]["href"])
        assert (begun.status_code, page.status_code) == (201, 200)
        assert self.NAME not in begun.text + page.text


class TestAnotherSite:
    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({"Sec-Fetch-Site": "cross-site"}, 403),
            ({"Sec-Fetch-Site": "same-site"}, 403),
            ({"Sec-Fetch-Site": "same-origin", "Origin": "https://elsewhere.example"}, 200),
            ({"Sec-Fetch-Site": "none"}, 200),
            ({"Origin": "https://elsewhere.example"}, 403),
            ({"Origin": "null"}, 403),
        ],
    )
    def test_can_send_no_command_through_a_browser(self, desk, case, headers, status):
        assert desk.post(f"/cases/appeal/{case}", json=REGISTER, headers=headers).status_code == status

    def test_nor_by_a_form(self, desk, case):
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain", ""):
            answer = desk.post(f"/cases/appeal/{case}", content=json.dumps(REGISTER), headers={"Content-Type": kind})
            assert answer.status_code == 415

    def test_can_neither_frame_nor_load(self, desk, case):
        for address in ("/", f"/pages/appeal/{case}", f"/cases/appeal/{case}", "/cases/appeal/none", "/openapi.json"):
            answer = desk.get(address)
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "access-control-allow-origin" not in answer.headers


class TestACursor:
    def test_tells_nothing_and_is_for_one_person_and_one_list(self):
        cursors = Cursors()
        made = cursors.made("2026/118", "desk\nappeal")
        assert cursors.read(made, "desk\nappeal") == "2026/118"
        assert b"118" not in base64.urlsafe_b64decode(made + "==")
        assert made != cursors.made("2026/118", "desk\nappeal")
        assert [cursors.read(made, other) for other in ("head\nappeal", "desk\nbriefing")] == [None, None]
        assert Cursors().read(made, "desk\nappeal") is None
        assert Cursors(cursors.key).read(made, "desk\nappeal") == "2026/118"

    @pytest.mark.parametrize("cursor", ["x", "!", "A" * 100, "é", "A" * 5000])
    def test_that_was_not_made_here_is_a_fault(self, desk, cursor):
        answer = desk.get("/cases/appeal", params={"after": cursor})
        assert (answer.status_code, answer.json()["faults"][0]["path"]) == (422, "after")

    def test_leads_through_all_that_may_be_seen(self, hosting):
        """Of 110 cases every second may be seen: 55, on two pages."""
        client = hosting(may=lambda user, entity: own(user, entity) and int(entity.id) % 2 == 0)
        other = hosting()
        for n in range(110):
            assert other.post("/cases/appeal", json={**RECEIVE, "case": f"{n:03}"}).status_code == 201
        found, address, pages = [], "/cases/appeal", 0
        while address:
            told = client.get(address).json()
            found += [one["case"] for one in told["cases"]]
            address, pages = told["_links"].get("next", {}).get("href"), pages + 1
        assert (found, pages) == ([f"{n:03}" for n in range(0, 110, 2)], 2)
        page = client.get("/pages/appeal").text
        assert page.count('<td data-of="case">') == 50
        assert "further cases" in page


class TestAnotherLaw:
    def test_is_told_and_when_to_ask_again(self, hosting):
        assert hosting().post("/cases/appeal", json={**RECEIVE, "case": "1"}).status_code == 201
        client = hosting(lifecycle=APPEAL.under(Reform(DAYS_TO_CONSIDER, 10)))
        for answer in (client.get("/dues"), client.get("/agenda"), client.post("/cases/appeal/1", json=REGISTER)):
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
        assert client.get("/cases/appeal/1").status_code == 200


class TestABody:
    def test_is_not_read_beyond_a_million_bytes_however_it_is_sent(self, desk, case):
        sent = []

        def endless():
            for _ in range(200):
                sent.append(65_536)
                yield b" " * 65_536

        headers = {"Content-Type": "application/json"}
        answer = desk.post(f"/cases/appeal/{case}", content=endless(), headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")

    def test_has_at_most_a_hundred_faults_told(self, desk, case):
        body = {"action": "Assign", "executors": [1] * 5000}
        told = desk.post(f"/cases/appeal/{case}", json=body).json()
        assert (len(told["faults"]), told["more"], told["detail"]) == (100, 4900, "5000 faults, nothing was done")


class TestWhatNoDatabaseTakes:
    @pytest.mark.parametrize("case", ["%00", "a%00b", "%ED%A0%80", "%FF", "%E2%80%AE", "%0A", "x" * 3000])
    def test_is_not_there(self, desk, case):
        for answer in (desk.get(f"/cases/appeal/{case}"), desk.post(f"/cases/appeal/{case}", json=REGISTER)):
            assert answer.status_code == 404

    def test_can_not_be_begun(self, desk):
        for name in ("a\u0000b", "\ud800"):
            body = json.dumps({**RECEIVE, "case": name})
            answer = desk.post("/cases/appeal", content=body, headers={"Content-Type": "application/json"})
            assert (answer.status_code, bool(answer.json()["faults"])) == (422, True)

    def test_that_it_does_not_answer_is_told(self, hosting, caplog):
        client = hosting(
            who=lambda _: raised(OperationalError("SELECT 'a name'", {"name": "a name"}, Exception("locked")))
        )
        answer = client.get("/cases")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "a name" not in answer.text + caplog.text


def raised(error: Exception) -> None:
    raise error


class TestAHost:
    def test_mounts_it_where_it_will(self, hosting):
        """All links lead below, and the document says where it is."""
        client = hosting(root="/of/ours")
        begun = client.post("/of/ours/cases/appeal", json={**RECEIVE, "case": "1"})
        assert begun.headers["location"] == "/of/ours/cases/appeal/1"
        for link in begun.json()["_links"].values():
            assert client.get(link["href"]).status_code == 200
        page = client.get("/of/ours/", params={"lang": "ru"})
        assert 'href="/of/ours/pages/appeal/1?lang=ru"' in page.text
        assert 'href="/of/ours/?lang=uz"' in page.text
        assert client.get("/of/ours/openapi.json").json()["servers"] == [{"url": "/of/ours"}]

    def test_may_send_whoever_is_not_signed_in_elsewhere(self, hosting):
        def who(_):
            raise HTTPException(303, headers={"Location": "/sign-in"})

        answer = hosting(who=who).get("/", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")

    def test_says_who_has_signed_in_by_a_session_of_its_own(self, hosting):
        client = hosting(who=lambda request: STAFF.get(request.cookies.get("session")))
        assert client.get("/cases").status_code == 401
        client.cookies.set("session", "desk")
        assert client.get("/cases").status_code == 200

    def test_serves_no_lifecycle_that_its_store_does_not_keep(self, tmp_path):

        with (
            Store(tmp_path / "y.sqlite", [APPEAL]) as store,
            pytest.raises(BadInput, match="does not keep the briefing"),
        ):
            app(store, [BRIEFING], who=basic(STAFF, "demo"), may=own)


class TestWhatIsEnteredLate:
    def test_says_why(self, hosting):
        """Of three days ago; the store takes a day without being told why."""
        client = hosting()
        body = {**RECEIVE, "case": "late", "at": "2026-03-01T11:00:00+05:00"}
        answer = client.post("/cases/appeal", json=body)
        assert (answer.status_code, [fault["path"] for fault in answer.json()["faults"]]) == (422, ["at"])
        assert "late_because" in answer.json()["faults"][0]["text"]
        assert client.post("/cases/appeal", json={**body, "late_because": "order 7"}).status_code == 201


class TestALongHistory:
    def test_is_shown_from_the_newest_on(self, hosting):
        """130 materials were added after it was begun: 100 records are shown, and a link leads to the 31 before."""
        desk, appellant = hosting(), hosting("p-17")
        desk.post("/cases/appeal", json={**RECEIVE, "case": "long"})
        for n in range(130):
            added = appellant.post("/cases/appeal/long", json={"action": "AddMaterials", "authority": f"m-{n}"})
            assert added.status_code == 200, added.text
        told = desk.get("/cases/appeal/long").json()
        assert [told["history"][0]["number"], told["history"][-1]["number"]] == [32, 131]
        earlier = desk.get(told["_links"]["earlier"]["href"]).json()
        assert [one["number"] for one in earlier["history"]] == list(range(1, 32))
        assert "earlier" not in earlier["_links"]
        page = desk.get("/pages/appeal/long").text
        assert (page.count("AddMaterials"), "<svg" in page, "earlier records" in page) == (100, False, True)
