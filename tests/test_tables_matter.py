"""Every line of the tables matters: take one away, shift one figure, and a test by article or worked case fails.

Over every process, and the law they stand on. What survives is listed with what it rests on; of what rests on law
nothing does. Survivors that rest on an assumption of ours alone are reported.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from mutants import Mutant, conditions_of, days_of, figures_of, lines_of, words_of
from trials import tried

from prcomm import PROCESSES, Lifecycle
from prcomm.law import UZ

HERE = Path(__file__).parent
LIFECYCLES = tuple(PROCESSES.values())


def wing_of(lifecycle: Lifecycle) -> str:
    return lifecycle.entity.__module__.split(".")[1]


WINGS = {wing: [one for one in LIFECYCLES if wing_of(one) == wing] for wing in map(wing_of, LIFECYCLES)}


def where_tested(lifecycles: Iterable[Lifecycle]) -> list[Path]:
    """The second book, the tests of the wings of some lifecycles, and those of the law."""
    wings = dict.fromkeys(map(wing_of, lifecycles))
    return [HERE / name for name in ("test_second_book.py", *wings, "law")]


def check(mutants: Iterable[Mutant], *lifecycles: Lifecycle) -> None:
    trials = tried(mutants, *where_tested(lifecycles))
    assert not trials.failed, "without any mutant these fail:\n" + "\n".join(trials.failed)
    assert trials.found_by
    by_law = [mutant for mutant in trials.survivors if mutant.rests_on_law]
    missed = "\n".join(f"- {mutant}" for mutant in by_law)
    assert not missed, f"no test notices {len(by_law)} of the {len(trials.seconds)} tried:\n{missed}"
    for mutant in trials.survivors:
        print(f"survives, and rests on an assumption alone: {mutant}")


@pytest.mark.parametrize("wing", WINGS)
def test_every_line_word_and_condition_of_its_tables_matters(wing: str):
    """In one go: the tests of a wing are gathered and tried as they are once."""
    of_one = (lines_of, words_of, conditions_of)
    check([mutant for one in WINGS[wing] for mutants in of_one for mutant in mutants(one)], *WINGS[wing])


def test_every_figure_and_day_of_the_law_matters():
    check([*figures_of(UZ, LIFECYCLES), *days_of(UZ, LIFECYCLES)], *LIFECYCLES)
