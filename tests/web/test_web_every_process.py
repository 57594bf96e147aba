"""Every process begins and goes on over HTTP: the made-up files of the examples, step by step, as clients send them."""

import pytest
from jsonschema import Draft202012Validator
from web_lives import LONGEST, acting, body_of

from prcomm import PROCESSES

pytestmark = pytest.mark.xdist_group("web")


@pytest.mark.parametrize("process", PROCESSES)
def test_a_whole_file_is_lived(hosted, process):
    clock, signed_in, client = hosted
    file = LONGEST[process]
    address = f"/cases/{process}"
    for n, record in enumerate(file.history):
        clock.at = record.action.at
        user = acting(record, file.office)
        signed_in.append(user)
        body = body_of(process, record)
        if n == 0 and user.office is None:
            body["office"] = file.office.id
        answer = client.post(address, json=body)
        assert answer.status_code == (200 if n else 201), (record.action, answer.text[:2000])
        told = answer.json()
        assert (told["version"], told["history"][-1]["state"]) == (n + 1, record.state.name)
        address = told["_links"]["act"]["href"]
    assert (told["state"], told["case"]) == (file.state.name, file.id)
    page = client.get(told["_links"]["page"]["href"], params={"lang": "ru"})
    assert (page.status_code, 'lang="ru"' in page.text) == (200, True)
    assert {may["action"] for may in told["allowed"]} <= {kind.__name__ for kind in PROCESSES[process].actions}


def test_each_form_says_what_its_actions_need(hosted):
    """The first action of a file is lawful by the form to which the list of cases leads."""
    _, signed_in, client = hosted
    for process, file in LONGEST.items():
        record = file.history[0]
        signed_in.append(acting(record, file.office))
        begin = client.get(f"/cases/{process}").json()["begin"]
        name = type(record.action).__name__
        form = client.get(next(one["_links"]["form"]["href"] for one in begin if one["action"] == name)).json()
        body = body_of(process, record)
        assert list(Draft202012Validator(form).iter_errors(body)) == []
        assert list(Draft202012Validator(form).iter_errors({**body, "by": {}})) != []
