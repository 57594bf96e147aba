"""The notebooks are kept without what they print; that they run, and what they show, is seen when the site is built."""

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_nothing_that_it_printed_is_kept(path: Path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) >= 5
    assert [cell for cell in code if cell["outputs"] or cell["execution_count"]] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_figure_is_shown_without_its_words_or_as_pixels(path: Path):
    """Each is drawn as lines, follows the theme of its page, and is told to who does not see it."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert "pyplot" not in code
    assert code.count("Figure(figsize=") == len(re.findall(r"Shown\(\s*figure,\s", code))


def test_each_wing_has_one_and_there_are_six():
    assert [path.stem for path in NOTEBOOKS] == [
        "a_year_of_a_press_service", "a_year_of_councils", "audit_a_register", "first_steps",
        "prototype_a_workflow", "try_an_amendment",
    ]  # fmt: skip
