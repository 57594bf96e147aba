"""What the application says of itself, and that it holds."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from processes import EXAMPLES
from web_lives import LONGEST
from web_served import DISTRICT, STAFF, Clock, running

from prcomm import PROCESSES
from prcomm.adapters.store import Store
from prcomm.adapters.web import app, basic
from prcomm.adapters.web.schemas import openapi
from prcomm.citizens.appeals import APPEAL
from prcomm.citizens.receptions import RECEPTION

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture(scope="module")
def document():
    return openapi(PROCESSES.values(), "all", [DISTRICT.id])


def references(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "$ref":
                yield value
            elif key == "mapping":
                yield from value.values()
            else:
                yield from references(value)
    elif isinstance(tree, list):
        for one in tree:
            yield from references(one)


class TestTheDocument:
    def test_refers_to_what_it_has_and_has_what_it_refers_to(self, document):
        schemas = document["components"]["schemas"]
        found = {one.removeprefix("#/components/schemas/") for one in references(document)}
        assert found <= schemas.keys()
        assert len(found) > 500
        assert [name for name in schemas if not re.fullmatch(r"[A-Za-z0-9._-]+", name)] == []

    @pytest.mark.parametrize("process", PROCESSES)
    def test_has_every_action_of_a_process_told_apart_by_its_name(self, document, process):
        schemas, lifecycle = document["components"]["schemas"], PROCESSES[process]
        told = set()
        for name in ("Beginning", "Doing"):
            one = schemas[f"{process}.{name}"]
            mapping = one["discriminator"]["mapping"]
            assert one["discriminator"]["propertyName"] == "action"
            assert [of["$ref"] for of in one["oneOf"]] == list(mapping.values())
            for action, where in mapping.items():
                found = schemas[where.removeprefix("#/components/schemas/")]
                assert found["properties"]["action"] == {"const": action}
                assert "by" not in found["properties"]
            told |= mapping.keys()
        assert told == {kind.__name__ for kind in lifecycle.actions}
        assert {f"/cases/{process}", f"/cases/{process}/{{case}}", f"/pages/{process}"} <= document["paths"].keys()

    def test_asks_for_no_field_of_the_server(self, document):
        schemas = document["components"]["schemas"]
        assert schemas["appeal.Register"]["required"] == ["action", "number"]
        assert schemas["appeal.Receive"]["properties"]["office"]["enum"] == [DISTRICT.id]
        assert "office" not in openapi([APPEAL], "x")["components"]["schemas"]["appeal.Receive"]["properties"]

    def test_is_served(self, desk):
        told = desk.get("/openapi.json")
        assert (told.status_code, told.json()["openapi"]) == (200, "3.1.0")
        assert told.json()["security"] == [{"host": []}]


def test_nothing_it_allows_breaks_the_server(tmp_path):
    """Whatever is made up by its schemas and beside them: no 5xx, and no answer it does not tell of."""
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    begun = LONGEST["reception"].history[0].action
    config = tmp_path / "schemathesis.toml"
    config.write_text(f'[parameters]\n"path.case" = "{begun.case}"\n')
    with Store(tmp_path / "x.sqlite", [RECEPTION], clock=Clock(begun.at)) as store:
        store.begin(RECEPTION, begun)
        everybody = app(store, who=basic(STAFF, "demo"), may=lambda *_: True, offices=[DISTRICT])
        with running(everybody) as address:
            command = [
                *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(config)),
                *("run", f"{address}/openapi.json", "--checks", checks),
                *("--auth", "desk:demo", "--max-examples", str(max(3, EXAMPLES // 25)), "--workers", "1"),
                *("--phases", "coverage,fuzzing" if EXAMPLES > 100 else "coverage", "--generation-deterministic"),
            ]
            done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=300)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "Selected: 11/11" in done.stdout, done.stdout
