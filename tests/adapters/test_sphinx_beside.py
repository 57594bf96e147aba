"""What stands beside the fields of a class is on the pages that autodoc makes of it, and the types are alone."""

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
CONF = f"""
import sys
sys.path[:0] = [{str(TESTS)!r}]
project = "a town"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "prcomm.adapters.sphinx"]
"""


def test_a_field_is_told_and_its_type_stands_alone(tmp_path: Path):
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    page = "Town\n====\n\n.. autoclass:: prcomm.Actor\n\n.. autoclass:: prcomm.citizens.appeals.SendReply\n"
    (tmp_path / "index.rst").write_text(page, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "text", str(tmp_path), str(tmp_path / "built")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.stderr == ""
    text = (tmp_path / "built" / "index.txt").read_text(encoding="utf-8")
    assert "class prcomm.Actor(id: str, role: Role, office: str = '', of: str = '')" in text
    assert "the capacity in which they acted." in text
    assert "its language, by code." in text
    assert "Annotated" not in text
    assert "the instant, with a zone" not in text, "what is said of the fields above stands there"
