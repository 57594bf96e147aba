"""The documentation keeps up with the code; what it says is tested when it is built."""

import re
import tomllib
from pathlib import Path

import prcomm

ROOT = Path(__file__).parents[1]


def test_every_public_name_is_described_on_one_page() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs/api").glob("*.md")))
    described = re.findall(r"automodule:: ([\w.]+)", pages)
    homes = {line.split()[1] for line in _imports()} | {
        "prcomm.testing",
        "prcomm.core.values.display",
        "prcomm.core.values.messages",
        "prcomm.core.calendar.days",
        "prcomm.core.calendar.terms",
    }
    labels = {f"prcomm.labels{name}" for name in ("", ".reading", ".saying", ".tables", ".cyrillic")}
    doors = (
        "json",
        "json.codec",
        "json.faults",
        "json.parsing",
        "json.schemas",
        "json.scoreboards",
        "case_files",
        "sheets",
        "tables",
        "rows",
        "arrow",
        "diagrams",
        "plots",
        "ics",
        "days_off",
        "digests",
        *(f"store{module}" for module in ("", ".store", ".rows", ".keys", ".inbox", ".upgrades", ".tables", ".errors")),
        *(f"seal{module}" for module in ("", ".chain", ".tree", ".heads", ".signing", ".verifying", ".stored")),
        *(f"web{module}" for module in ("", ".application", ".people", ".keeping", ".serving")),
        *(f"news{module}" for module in ("", ".items", ".ninjs", ".schema_org", ".atom")),
    )
    registers = (
        f"registers.{name}"
        for name in (
            "mapping",
            "reading",
            "lines",
            "csv_lines",
            "logs",
            "xes",
            "ocel",
            "drafting",
            "histories",
            "unread",
            "auditing",
        )
    )
    doors = {f"prcomm.adapters.{name}" for name in (*doors, *registers)}
    law = {"prcomm.law", "prcomm.law.roles", "prcomm.press.speaking"}
    reports = {"prcomm.citizens.counts", "prcomm.citizens.reports"}
    department = ("events", "figures", "statements", "stating", "tasks", "verifying")
    views = {"prcomm.views.principles", *(f"prcomm.views.department.{name}" for name in department)}
    assert sorted(described) == sorted(homes | law | labels | doors | reports | views)


def _imports() -> list[str]:
    """What type checkers see of the front door."""
    text = Path(prcomm.__file__).read_text(encoding="utf-8")
    return re.findall(r"^    from prcomm\.[\w.]+ import", text, re.MULTILINE)


def test_every_page_of_the_api_is_listed() -> None:
    index = (ROOT / "docs/api/index.md").read_text(encoding="utf-8")
    pages = {page.stem for page in (ROOT / "docs/api").glob("*.md")} - {"index"}
    assert pages <= set(index.splitlines())


def test_the_version_is_one_everywhere_and_has_its_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project["version"] == prcomm.__version__
    assert f"\n## {prcomm.__version__} " in changes


def test_every_entry_about_law_says_from_when_and_which_articles() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for entry in re.findall(r"^### Law\n(.*?)(?=^##|\Z)", changes, re.MULTILINE | re.DOTALL):
        assert "*In force from*" in entry
        assert "*Articles touched*" in entry
