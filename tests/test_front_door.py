"""What a stranger meets first: the names, and what importing them loads."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import prcomm

SOURCE = Path(prcomm.__file__)


def loaded(code: str) -> set[str]:
    """The modules of prcomm and of its dependencies that some code loads."""
    show = f"import sys\n{code}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_every_public_name_is_found_and_listed():
    for name in prcomm.__all__:
        assert getattr(prcomm, name) is not None
    assert set(prcomm.__all__) <= set(dir(prcomm))


def test_the_names_for_the_type_checker_are_the_names_that_resolve():
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {alias.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert typed == {name: f"prcomm.{module}" for name, module in prcomm._WHERE.items()}
    assert sorted(typed) == sorted(prcomm.__all__)


def test_importing_the_library_loads_nothing_else():
    modules = loaded("import prcomm")
    assert {m for m in modules if m.startswith("prcomm")} == {"prcomm"}
    assert not modules & {"attrs", "pendulum", "transitions"}


def test_a_lifecycle_loads_no_machine():
    assert "transitions" not in loaded("from prcomm import Lifecycle")


def test_an_unknown_name():
    with pytest.raises(AttributeError, match="module 'prcomm' has no attribute 'Manager'"):
        _ = prcomm.Manager


def test_the_version_is_the_packages():
    from importlib.metadata import version

    assert prcomm.__version__ == version("prcomm")


class TestTheRoomsOfTheCore:
    CORE = SOURCE.parent / "core"
    ROOMS = ("values", "sources", "calendar", "table", "engine", "questions")

    def test_there_are_six(self):
        assert {path.name for path in self.CORE.iterdir() if (path / "__init__.py").exists()} == set(self.ROOMS)
        assert [path.name for path in self.CORE.glob("*.py")] == ["__init__.py"]

    def test_no_import_goes_up_not_even_for_types(self):
        """``transitions.Machine`` apart, which is none of ours."""
        for at, room in enumerate(self.ROOMS):
            for path in (self.CORE / room).rglob("*.py"):
                tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                named = [node.module or "" for node in tree if isinstance(node, ast.ImportFrom)]
                ours = [module.split(".")[1:3] for module in named if module.startswith("prcomm.")]
                assert all(one[0] == "core" and one[1] in self.ROOMS[: at + 1] for one in ours), (path.name, ours)

    def test_no_public_name_has_two_homes(self):
        homes: dict[str, set[str]] = {}
        for path in self.CORE.rglob("*.py"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                for name in defined(node):
                    homes.setdefault(name, set()).add(path.name)
        assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def defined(node: ast.stmt) -> list[str]:
    """The public names that a statement of a module defines; type variables, of one letter or so, apart."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        names = [node.name]
    elif isinstance(node, ast.Assign):
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
    else:
        names = []
    return list({name for name in names if not name.startswith("_") and len(name.partition("_")[0]) > 1})


class TestProcesses:
    def test_it_is_a_read_only_mapping(self):
        assert len(prcomm.PROCESSES) == len(list(prcomm.PROCESSES))
        with pytest.raises(KeyError):
            prcomm.PROCESSES["no such process"]
        with pytest.raises(TypeError):
            prcomm.PROCESSES["loan"] = None

    def test_a_process_is_loaded_when_it_is_looked_up(self):
        import book_loan

        from prcomm.processes import Processes

        processes = Processes({"loan": "book_loan:LOAN", "missing": "no_such_module:X"})
        assert list(processes) == ["loan", "missing"]
        assert processes["loan"] is book_loan.LOAN
