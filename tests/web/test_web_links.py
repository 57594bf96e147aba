"""A client that follows links, and makes none, from the first address to the end of a case."""

import pytest
from web_lives import FILES, LONGEST, OFFICE, acting, body_of

pytestmark = pytest.mark.xdist_group("web")
ENTRY = "/cases"


class Follower:
    """It knows one address, the names of actions, and what their forms ask for."""

    def __init__(self, client) -> None:
        self.client = client
        self.asked: list[str] = []

    def follow(self, link: dict) -> dict:
        """What a link leads to."""
        self.asked.append(link["href"])
        answer = self.client.get(link["href"])
        assert answer.status_code == 200, answer.text
        return answer.json()

    def cases(self, process: str) -> dict:
        """The cases of a process."""
        links = self.follow({"href": ENTRY})["_links"]["process"]
        return self.follow(next(link for link in links if link["name"] == process))

    def case(self, process: str, id: str) -> dict:
        """A case, found from list to list."""
        told = self.cases(process)
        while True:
            found = [one for one in told["cases"] if one["case"] == id]
            if found:
                return self.follow(found[0]["_links"]["self"])
            told = self.follow(told["_links"]["next"])

    def do(self, offered: list[dict], body: dict, version: int | None = None) -> dict:
        """Do what is offered under the name of an action, in the role and at the address that stand beside it."""
        one = next(one for one in offered if one["action"] == body["action"])
        assert set(self.follow(one["_links"]["form"])["required"]) <= body.keys()
        headers = {"Acting-As": one["as"], **({} if version is None else {"If-Match": f'"{version}"'})}
        do = one["_links"]["do"]
        assert do["method"] == "POST"
        answer = self.client.post(do["href"], json=body, headers=headers)
        assert answer.status_code in (200, 201), answer.text
        return answer.json()


def is_case(value: object, process: str) -> bool:
    """Whether it refers to a case of that process."""
    return isinstance(value, dict) and value.get("process") == process


@pytest.mark.parametrize("process", ["appeal", "council", "briefing"])
def test_a_whole_case_by_links_alone(hosted, process):
    """Another file than the longest, which another test has lived: whoever acts finds the case by themselves."""
    clock, users, client = hosted
    others = [file for file in FILES if type(file) is type(LONGEST[process]) and file is not LONGEST[process]]
    file = max(others, key=lambda one: one.version) if others else LONGEST[process]
    rename = {} if others else {"1": "by links"}
    follower, told = Follower(client), {}
    for n, record in enumerate(file.history):
        clock.at = record.action.at
        users.append(acting(record))
        body = {
            name: {**value, "id": rename.get(value["id"], value["id"])} if is_case(value, process) else value
            for name, value in body_of(process, record).items()
        }
        if n == 0:
            body |= {"office": OFFICE.id} if users[-1].office is None else {}
            body |= {name: rename[value] for name, value in body.items() if name == process and value in rename}
            told = follower.do(follower.cases(process)["begin"], body)
        else:
            seen = follower.case(process, rename.get(file.id, file.id))
            told = follower.do(seen["allowed"], body, seen["version"])
        assert told["version"] == n + 1
    assert told["state"] == file.state.name
    assert len({address.split("?")[0] for address in follower.asked}) > 4
    dues = follower.follow(told["_links"]["dues"]) if users[-1].office else {"dues": []}
    for due in dues["dues"][:5]:
        assert follower.follow(due["_links"]["case"])["case"] == due["case"]
